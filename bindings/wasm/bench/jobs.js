// What is timed, in Node and in Chromium alike: ours, and each peer with the rules written by hand.

import { validator as ajv } from './peers/ajv.js';
import { sitting } from './peers/sitting.js';
import { validator as valibot } from './peers/valibot.js';
import { validator as zod } from './peers/zod.js';
import { rulebook } from './rules/index.js';
import { race } from './race.js';

export const OURS = 'support-panel';
const PEERS = { zod, valibot, ajv };
/** A day on which every rule that needs one can be asked. */
const asOf = '2026-03-17';
const stamp = { at: '2026-03-12T11:30:00Z', by: 'p-chair' };
/** Two wordings in turn: a command that would change nothing is refused. */
const WORDINGS = ['Rent arrears of 1,840 pounds', 'Rent arrears of 1,480 pounds'];
const amend = (turn) => ({
  type: 'amend_entry',
  entry: 'm08',
  text: WORDINGS[turn % 2],
  why: 'The sum was wrong',
});

/** The jobs of a table, by the name of whoever does them. */
export function tables(library, { text, profile, schemas }) {
  const { PanelRecord, Session, createStore } = library;
  const ask = rulebook(profile);
  const opening = {
    ...JSON.parse(text),
    meeting: { ...JSON.parse(text).meeting, status: 'in_progress' },
  };
  const begun = PanelRecord.fromJson(opening);
  const record = PanelRecord.fromJson(text);
  const parsed = JSON.parse(text);
  const reading = {
    [OURS]() {
      const read = PanelRecord.fromJson(text);
      const findings = read.check({ asOf });
      read.dispose();
      return findings;
    },
  };
  const live = {
    [OURS]: lasting(
      () => Session.open(begun),
      (session, turn) => {
        session.apply(amend(turn), stamp);
        return session.outstanding();
      },
      (session) => session.dispose(),
    ),
    [`${OURS}, store`]: lasting(
      () => createStore(Session.open(begun)),
      (store, turn) => {
        store.dispatch(amend(turn), stamp);
        return store.getSnapshot().outstanding;
      },
      (store) => store.session.dispose(),
    ),
  };
  for (const [name, validator] of Object.entries(PEERS)) {
    const [isRecord, isCommand] = [validator(schemas.record), validator(schemas.command)];
    reading[`${name} and rules`] = () => ask(isRecord(JSON.parse(text)), { asOf });
    live[`${name} and rules`] = lasting(
      () => sitting(opening, isCommand, ask),
      (one, turn) => {
        one.apply(amend(turn), stamp);
        return one.outstanding();
      },
    );
  }
  return {
    reading,
    rules: { [OURS]: () => record.check({ asOf }), 'rules by hand': () => ask(parsed, { asOf }) },
    live,
  };
}

/** Steps of a sitting that is opened anew before each repetition, so that it stays as long as one is. */
function lasting(open, step, close = () => {}) {
  let turn = 0;
  let sitting;
  const job = () => step(sitting, (turn += 1));
  job.ready = () => {
    if (sitting !== undefined) close(sitting);
    sitting = open();
  };
  job.ready();
  return job;
}

const told = (findings) =>
  findings
    .map(({ code, severity, path, subject }) => `${code} ${severity} ${path} ${subject ?? ''}`)
    .sort()
    .join('\n');

/** Whoever finds something else than we do would be timed for nothing. */
export function agree({ reading, rules, live }) {
  for (const jobs of [reading, rules]) {
    const [ours, ...theirs] = Object.values(jobs).map((job) => told(job()));
    if (ours === '' || theirs.some((one) => one !== ours))
      throw new Error(`not the same findings:\n${[ours, ...theirs].join('\n\n')}`);
  }
  const steps = Object.values(live);
  for (let turn = 0; turn < 3; turn++) {
    const [ours, ...theirs] = steps
      .map((step) => step())
      .map((found) => told(found.panel ?? found));
    if (ours === '' || theirs.some((one) => one !== ours))
      throw new Error(`not the same outstanding:\n${[ours, ...theirs].join('\n\n')}`);
  }
}

/** Microseconds by table and contestant. */
export function timed(library, material, options) {
  const all = tables(library, material);
  agree(all);
  return Object.fromEntries(Object.entries(all).map(([name, jobs]) => [name, race(jobs, options)]));
}
