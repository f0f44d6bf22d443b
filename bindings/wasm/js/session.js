// The live sitting.

import { PanelError } from './error.js';
import { localRules, orLocalRules } from './local-rules.js';
import { bytes, documents, isNothing } from './module.js';
import { known } from './options.js';
import { PanelRecord, Profile, textOf, textOrNone } from './record.js';
import { handleOf, partOf, Resource } from './resource.js';
import { sitting } from './sitting.js';

const keyOf = (options) => {
  const { key } = known(options, 'key');
  return key === undefined ? undefined : bytes(key);
};
const instant = (at) => (at instanceof Date ? at.toISOString() : String(at));

/** Asks the part for sittings, or the one for those under rules of a council's own. */
const ask = (asking) =>
  orLocalRules(
    () => asking(sitting),
    () => asking(localRules),
  );

/** A sitting: a record, its profile, and what has been said since. Its state lives in a part of the package; each step changes it. */
export class Session extends Resource {
  static open(record, profile, options) {
    const [opening, under, key] = [
      textOf(record, PanelRecord),
      textOrNone(profile, Profile),
      keyOf(options),
    ];
    const opened = (glue) => glue.SessionHandle.open(opening, under, key);
    return ask((part) => this.make(part, opened));
  }

  static replay(journal, options) {
    const [lines, key] = [bytes(journal), keyOf(options)];
    const replayed = (glue) => glue.SessionHandle.replay(lines, key);
    const session = ask((part) => this.make(part, replayed));
    return { session, lost: leftOut(session) };
  }

  static redactJournal(lines, person, options) {
    const [given, key, whom] = [bytes(lines), keyOf(options), String(person)];
    const redacted = (glue) => glue.redact_journal(given, key, whom);
    const [journal, report, leftOut] = ask((part) => part.call(redacted));
    return { journal, eventsLeftOut: Number(leftOut), ...JSON.parse(report) };
  }

  apply(command, stamp) {
    const [what, when] = documents(command, stamp);
    return JSON.parse(told(this, (session) => session.apply(what, when)));
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
    const record =
      Number.isSafeInteger(seq) && seq >= 0 && seq <= this.seq
        ? told(this, (session) => session.at(seq))
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
    const of = String(column);
    return JSON.parse(told(this, (session) => session.questions(of)));
  }

  timer(at) {
    const moment = instant(at);
    return JSON.parse(told(this, (session) => session.timer(moment)));
  }

  merge(other) {
    if (!(other instanceof Session)) throw new TypeError('merge takes a Session');
    const [ours, theirs] = [this, other].map(handleOf);
    // One of them has rules of a council's own.
    if (partOf(this) !== partOf(other))
      throw new PanelError({
        code: 'different_openings',
        message: 'found sittings of another profile, expected two of one',
      });
    const session = Session.make(partOf(this), () => ours.merge(theirs));
    return { session, conflicts: leftOut(session) };
  }
}
for (const name of ['standing', 'events', 'allowed', 'outstanding', 'sealed']) {
  Session.prototype[name] = function () {
    return JSON.parse(answer(this, name));
  };
}

/** What the part in which a session lives makes of its handle. */
function told(session, use) {
  const handle = handleOf(session);
  return partOf(session).call(() => use(handle));
}

/** The answer of the session's method of this name. */
const answer = (session, name) => told(session, (handle) => handle[name]());

/** What was left out as a session was made. */
const leftOut = (session) => JSON.parse(answer(session, 'left_out'));

/** The same as it was after `seq` events. */
export function textAt(session, seq, name) {
  if (session.seq === seq) return answer(session, name);
  const then = told(session, (handle) => handle.until(seq));
  try {
    return partOf(session).call(() => then[name]());
  } finally {
    then.free();
  }
}
