// The live sitting.

import { Held, held } from './held.js';
import { bytes, call, glue, together } from './module.js';
import { PanelRecord, Profile, profileHandle, recordHandle } from './record.js';

const json = (ask) => JSON.parse(call(ask));
const keyOf = (options) => (options?.key === undefined ? undefined : bytes(options.key));
const instant = (at) => (at instanceof Date ? at.toISOString() : String(at));

/** A sitting: a record, its profile, and what has been said since. Its state lives in the module; each step changes it. */
export class Session extends Held {
  static open(record, profile, options) {
    const [opening, under, key] = [recordHandle(record), profileHandle(profile), keyOf(options)];
    return this.make(() => glue.SessionHandle.open(opening, under, key));
  }

  static replay(journal, options) {
    const [lines, key] = [bytes(journal), keyOf(options)];
    const session = this.make(() => glue.SessionHandle.replay(lines, key));
    return { session, lost: without(session) };
  }

  apply(command, stamp) {
    const [session, [said, when]] = [held(this), together(command, stamp)];
    return json(() => session.apply(said, when));
  }

  undo(stamp) {
    return this.apply({ type: 'undo' }, stamp);
  }

  redo(stamp) {
    return this.apply({ type: 'redo' }, stamp);
  }

  record() {
    const session = held(this);
    return PanelRecord.make(() => session.record());
  }

  profile() {
    const session = held(this);
    return Profile.make(() => session.profile());
  }

  at(seq) {
    const session = held(this);
    const record = Number.isSafeInteger(seq) && seq >= 0 && seq <= this.seq ? call(() => session.at(seq)) : undefined;
    return record && PanelRecord.make(() => record);
  }

  get seq() {
    const session = held(this);
    return call(() => session.seq());
  }

  journal() {
    const session = held(this);
    return call(() => session.journal());
  }

  questions(column) {
    const session = held(this);
    return json(() => session.questions(String(column)));
  }

  timer(at) {
    const session = held(this);
    return json(() => session.timer(instant(at)));
  }

  merge(other) {
    const [first, second] = [held(this), held(other)];
    const session = Session.make(() => first.merge(second));
    return { session, conflicts: without(session) };
  }
}
for (const name of ['standing', 'events', 'allowed', 'outstanding', 'sealed']) {
  Session.prototype[name] = function () {
    return JSON.parse(told(this, name));
  };
}

/** What a sitting was made without: what was lost of its journal, or what contradicts it. */
const without = (session) => JSON.parse(told(session, 'without'));

/** What the session tells under a name, as the module's own JSON text. */
function told(session, name) {
  const handle = held(session);
  return call(() => handle[name]());
}

/** The same, as it was when so many events had been. */
export function toldAt(session, seq, name) {
  const handle = held(session);
  if (call(() => handle.seq()) === seq) return told(session, name);
  const then = call(() => handle.until(seq));
  try {
    return call(() => then[name]());
  } finally {
    then.free();
  }
}
