// Sittings, as cases ask for them: step by step, two hands of one, and journals that were cut or changed.

import { stored } from './corpus.js';

/** The operations by their names. */
export function sittings({ library: { PanelRecord, Session }, input, orRefusal, profileOf }) {
  function opened(one) {
    let record = PanelRecord.fromJson(input(one));
    if (one.id) record = record.followOn(one.id, one.held_on);
    return Session.open(record, profileOf(one, record));
  }

  /** Each step that gives `expect` is refused with that code, and every other is taken; what each was refused with. */
  function take(session, steps = []) {
    return steps.map(({ command, stamp, expect }, index) => {
      const refused = orRefusal(() => (session.apply(command, stamp), null));
      const found = refused?.error.code;
      if (found !== expect)
        throw new Error(
          `step ${index}: expected ${expect ?? 'it taken'}, found ${found ?? 'it taken'}`,
        );
      return refused;
    });
  }

  return {
    session: (one) => {
      const session = opened(one);
      const steps = take(session, one.steps);
      const text = session.record().toJson();
      if (Session.replay(session.journal()).session.record().toJson() !== text) {
        throw new Error('its journal brings another record back');
      }
      return { journal: session.journal(), standing: session.standing(), steps, text };
    },

    // Two hands, after the steps that both have; the second of another record where `other` names one.
    merge: (one) => {
      const [ours, theirs] = [0, 1].map((hand) =>
        hand && one.other
          ? Session.open(PanelRecord.fromJson(stored('records', one.other, 'json')))
          : opened(one),
      );
      take(ours, one.shared);
      if (!one.other) take(theirs, one.shared);
      take(ours, one.ours);
      take(theirs, one.theirs);
      const { session, conflicts } = ours.merge(theirs);
      return { conflicts, journal: session.journal(), text: session.record().toJson() };
    },

    // The journal of these steps, or else a text, without its last bytes or with one text in place of another.
    replay: (one) => {
      let journal = one.text;
      if (one.steps) {
        const session = opened(one);
        take(session, one.steps);
        journal = session.journal();
      }
      journal = journal.slice(0, journal.length - (one.cut ?? 0));
      if (one.replace) {
        const [old, other] = one.replace;
        if (!journal.includes(old)) throw new Error('the journal has not the text to be replaced');
        journal = journal.replace(old, () => other);
      }
      const { session, lost } = Session.replay(journal);
      return { lost, standing: session.standing(), text: session.record().toJson() };
    },
  };
}

/** What of a merge is compared with `expect`: what is left to decide, and the steps that were joined, each by its command. */
export function merged({ conflicts, journal }) {
  const events = journal
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line));
  return {
    conflicts: conflicts.map(({ theirs, refusal }) => [theirs.event.type, refusal ?? null]),
    steps: events.map(({ event }) => event.type),
  };
}
