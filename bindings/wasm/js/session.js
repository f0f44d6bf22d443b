// The live sitting.

import { bytes, documents, isNothing } from './module.js';
import { known } from './options.js';
import { PanelRecord, Profile, textOf, textOrNone } from './record.js';
import { handleOf, Resource } from './resource.js';
import { call, sitting } from './sitting.js';

const json = (answer) => JSON.parse(call(answer));
const keyOf = (options) => {
  const { key } = known(options, 'key');
  return key === undefined ? undefined : bytes(key);
};
const instant = (at) => (at instanceof Date ? at.toISOString() : String(at));

/** A sitting: a record, its profile, and what has been said since. Its state lives in a part of the package; each step changes it. */
export class Session extends Resource {
  static open(record, profile, options) {
    const [opening, under, key] = [
      textOf(record, PanelRecord),
      textOrNone(profile, Profile),
      keyOf(options),
    ];
    return this.make(sitting, (glue) => glue.SessionHandle.open(opening, under, key));
  }

  static replay(journal, options) {
    const [lines, key] = [bytes(journal), keyOf(options)];
    const session = this.make(sitting, (glue) => glue.SessionHandle.replay(lines, key));
    return { session, lost: leftOut(session) };
  }

  static redactJournal(lines, person, options) {
    const [given, key, whom] = [bytes(lines), keyOf(options), String(person)];
    const [journal, report, leftOut] = call((glue) => glue.redact_journal(given, key, whom));
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
    return PanelRecord.fromJson(answer(this, 'record_json'));
  }

  profile() {
    return Profile.fromJson(answer(this, 'profile_json'));
  }

  at(seq) {
    const session = handleOf(this);
    const record =
      Number.isSafeInteger(seq) && seq >= 0 && seq <= this.seq
        ? call(() => session.at(seq))
        : undefined;
    return isNothing(record) ? undefined : PanelRecord.fromJson(record);
  }

  get seq() {
    return answer(this, 'seq');
  }

  journal() {
    return answer(this, 'journal');
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
    if (!(other instanceof Session)) throw new TypeError('merge takes a Session');
    const [ours, theirs] = [this, other].map(handleOf);
    const session = Session.make(sitting, () => ours.merge(theirs));
    return { session, conflicts: leftOut(session) };
  }
}
for (const name of ['standing', 'events', 'allowed', 'outstanding', 'sealed']) {
  Session.prototype[name] = function () {
    return JSON.parse(answer(this, name));
  };
}

/** The answer of the session's method of this name. */
function answer(session, name) {
  const handle = handleOf(session);
  return call(() => handle[name]());
}

/** What was left out as a session was made. */
const leftOut = (session) => JSON.parse(answer(session, 'left_out'));

/** The same as it was after `seq` events. */
export function textAt(session, seq, name) {
  const handle = handleOf(session);
  if (call(() => handle.seq()) === seq) return answer(session, name);
  const then = call(() => handle.until(seq));
  try {
    return call(() => then[name]());
  } finally {
    then.free();
  }
}
