// The live sitting.

import { handleOf, Resource } from './resource.js';
import { callExtras } from './extras.js';
import { bytes, call, glue, documents } from './module.js';
import { known } from './options.js';
import { PanelRecord, Profile, profileHandle, recordHandle } from './record.js';

const json = (answer) => JSON.parse(call(answer));
const keyOf = (options) => {
  const { key } = known(options, 'key');
  return key === undefined ? undefined : bytes(key);
};
const instant = (at) => (at instanceof Date ? at.toISOString() : String(at));

/** The keys of seals, which a joined sitting is brought back with. */
const keys = new WeakMap();
const keyed = (session, key) => {
  if (key !== undefined) keys.set(session, key);
  return session;
};

/** A sitting: a record, its profile, and what has been said since. Its state lives in the module; each step changes it. */
export class Session extends Resource {
  static open(record, profile, options) {
    const [opening, under, key] = [recordHandle(record), profileHandle(profile), keyOf(options)];
    return keyed(
      this.make(() => glue.SessionHandle.open(opening, under, key)),
      key,
    );
  }

  static replay(journal, options) {
    const [lines, key] = [bytes(journal), keyOf(options)];
    const session = this.make(() => glue.SessionHandle.replay(lines, key));
    return { session: keyed(session, key), lost: JSON.parse(textOf(session, 'remainder')) };
  }

  static redactJournal(lines, person, options) {
    const [journal, report, leftOut] = callExtras(
      'redact_journal',
      bytes(lines),
      keyOf(options),
      String(person),
    );
    return { journal, eventsLeftOut: Number(leftOut), ...JSON.parse(report) };
  }

  apply(command, stamp) {
    const [session, [what, when]] = [handleOf(this), documents(command, stamp)];
    return json(() => session.apply(what, when));
  }

  undo(stamp) {
    return this.apply({ type: 'undo' }, stamp);
  }

  redo(stamp) {
    return this.apply({ type: 'redo' }, stamp);
  }

  record() {
    const session = handleOf(this);
    return PanelRecord.make(() => session.record());
  }

  profile() {
    const session = handleOf(this);
    return Profile.make(() => session.profile());
  }

  at(seq) {
    const session = handleOf(this);
    const record =
      Number.isSafeInteger(seq) && seq >= 0 && seq <= this.seq
        ? call(() => session.at(seq))
        : undefined;
    return record && PanelRecord.make(() => record);
  }

  get seq() {
    const session = handleOf(this);
    return call(() => session.seq());
  }

  journal() {
    const session = handleOf(this);
    return call(() => session.journal());
  }

  /** As the text that `replay` takes. */
  toJSON() {
    return this.journal();
  }

  questions(column) {
    const session = handleOf(this);
    return json(() => session.questions(String(column)));
  }

  timer(at) {
    const session = handleOf(this);
    return json(() => session.timer(instant(at)));
  }

  merge(other) {
    // Each is a sitting that has not been freed.
    [this, other].forEach(handleOf);
    const [ours, theirs] = [keys.get(this), keys.get(other)];
    const [joined, conflicts] = callExtras(
      'merge',
      bytes(this.journal()),
      ours,
      bytes(other.journal()),
      theirs,
    );
    const { session } = Session.replay(joined, ours === undefined ? {} : { key: ours });
    return { session, conflicts: JSON.parse(conflicts) };
  }
}
for (const name of ['standing', 'events', 'allowed', 'outstanding', 'sealed']) {
  Session.prototype[name] = function () {
    return JSON.parse(textOf(this, name));
  };
}

/** The answer of the session's method of this name, as JSON text. */
function textOf(session, name) {
  const handle = handleOf(session);
  return call(() => handle[name]());
}

/** The same as it was after `seq` events. */
export function textAt(session, seq, name) {
  const handle = handleOf(session);
  if (call(() => handle.seq()) === seq) return textOf(session, name);
  const then = call(() => handle.until(seq));
  try {
    return call(() => then[name]());
  } finally {
    then.free();
  }
}
