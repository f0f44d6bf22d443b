// Holds the rules written by hand to what ours find, severity, path and subject: two readings of one specification, by two hands.
//
//   node bindings/wasm/bench/agree.js [N]            the corpus, the examples, and N records with slips in them (400)
//   support-panel synth 1000 --defects 1 | node bindings/wasm/bench/agree.js 0 -      and records from a file, or - for what comes in

import { readFileSync } from 'node:fs';
import { edited, files, stored } from '../../../tests/javascript/corpus.js';
import * as library from '../dist/node.js';
import { RULES } from './rules/council.js';
import { rulebook } from './rules/index.js';
import { dice, slips } from './slips.js';

const { PanelError, PanelRecord, Profile } = library;
/** What the hand-written rules leave out: a JavaScript `Date` knows no shorter time than a millisecond. */
const LEFT_OUT = new Set(['SP303.json: a nanosecond more than a quarter over']);

const EXAMPLES = ['leicester-initial', 'leicester-referral', 'leicester-review'];
const example = (name) => JSON.parse(stored('records', name, 'json'));
const shipped = new Map(
  library
    .profiles()
    .map((profile) => [`${profile.toObject().id} ${profile.toObject().version}`, profile]),
);
const named = ({ profile: { id, version } }) => shipped.get(`${id} ${version}`);

const told = (findings) =>
  findings
    .map(({ code, severity, path, subject }) => [code, severity, path, subject].join(' '))
    .sort();
const counts = { records: 0, findings: 0 };
const heard = new Set();
const differences = [];

function compare(what, ours, theirs) {
  counts.records += 1;
  counts.findings += ours.length;
  ours.forEach((one) => heard.add(one.slice(0, 5)));
  if (ours.join('\n') === theirs.join('\n')) return;
  differences.push({
    what,
    ours: ours.filter((one) => !theirs.includes(one)),
    'by hand': theirs.filter((one) => !ours.includes(one)),
  });
}

function corpus() {
  for (const { name, cases } of files()) {
    for (const one of cases) {
      if (
        one.operation !== 'check' ||
        !one.record ||
        !Array.isArray(one.expect) ||
        LEFT_OUT.has(`${name}: ${one.name}`)
      )
        continue;
      const record = edited(example(one.record), one.remove, one.set);
      const council = one.profile ? written(one.profile) : named(record);
      const profile = Profile.fromJson(
        edited(council.toObject(), one.profile_remove, one.profile_set),
      ).toObject();
      const previous =
        one.previous && edited(example(one.previous), one.previous_remove, one.previous_set);
      // A council's own rules are written by no one's hand here.
      const expected = one.expect
        .map(([code, severity, path, subject]) => ({ code, severity, path, subject }))
        .filter(({ code }) => code.startsWith('SP'));
      compare(
        `${name}: ${one.name}`,
        told(expected),
        told(rulebook(profile)(record, { asOf: one.as_of, previous })),
      );
    }
  }
}

function written(name) {
  const own = [...shipped.values()].find((profile) => profile.toObject().id === name);
  return own ?? Profile.fromToml(stored('profiles', name, 'toml'));
}

/** The councils that are shipped, and some that ask for what none of those does. */
function councils() {
  const changes = [
    (its) => {
      its.actions = { max_per_panel: 4, max_per_owner: 1, due_by_review: true };
      its.limits = { goals: 1, future_dangers: 1 };
      its.review = { min: { weeks: 2 }, max: { months: 2 } };
      its.after = {
        minutes_within: { working_days: 3 },
        recorded_within: { hours: 30 },
        feedback_within: { working_days: 2 },
      };
      Object.assign(its.scales[0], {
        independent: true,
        rounds: ['opening', 'closing'],
        higher_is: 'worse',
        near_worried_end: 2,
      });
    },
    (its) => {
      const anchors = { min: 'As bad as it could be', max: 'As good as it could be' };
      its.scales.push({
        id: 'danger',
        prompt: 'Where are you?',
        min: 0,
        max: 10,
        step: 0.5,
        higher_is: 'better',
        anchors,
        subject: 'entry',
        asked_of: ['family', 'core'],
        rounds: ['opening'],
      });
      its.quorum = {
        min_agencies: 6,
        must_include: ['camhs_representative', 'district_housing_manager'],
        floor: 4,
      };
      its.note_taker.may_be_chair = false;
      its.inputs = {
        referral: { days_before: 14 },
        mapping: { days_before: 7 },
        referrer_scale: true,
      };
      Object.assign(its, { valid_from: '2026-01-01', valid_to: '2026-04-01' });
      its.decisions[0].review = { min: { days: 10 }, max: { working_days: 30 } };
    },
    (its) => {
      for (const name of ['statuses', 'decisions', 'columns', 'questions']) delete its[name];
      its.scales[0].asked_of = ['referrer', 'chair'];
      its.chair.seats.push('camhs_representative');
      its.rules = { SP303: { over: 0 }, SP611: { until_age: 10 }, SP508: 'off' };
      its.agenda.forEach((stage) => (stage.minutes = 6));
    },
  ];
  const made = changes.map((change) => {
    const its = Profile.builtIn().toObject();
    change(its);
    return Profile.fromJson(its);
  });
  return [...shipped.values(), ...made].map(judge);
}

function judge(profile) {
  const its = profile.toObject();
  return { profile, name: { id: its.id, version: its.version }, ask: rulebook(its) };
}

function both(what, record, { profile, ask }, options) {
  const read = PanelRecord.fromJson(record);
  compare(what, told(read.check({ profile, ...options })), told(ask(read.toObject(), options)));
  read.dispose();
}

function withSlips(wanted) {
  const originals = [...EXAMPLES, 'clean', 'everything'].map(example);
  const next = slips(originals, 7);
  const roll = dice(11);
  const oneOf = (list) => list[Math.floor(roll() * list.length)];
  const all = councils();
  for (let made = 0; made < wanted;) {
    const council = oneOf(all);
    const record = { ...next(), profile: council.name };
    const options = {
      asOf: oneOf([undefined, undefined, '2026-03-11', '2026-03-20', '2026-06-01']),
      previous: oneOf([undefined, ...originals]),
    };
    try {
      both(`slips ${made}`, record, council, options);
      made += 1;
    } catch (refusal) {
      // A slip that cannot be read is the reader's business, not a rule's.
      if (!(refusal instanceof PanelError) || refusal.code === 'internal') throw refusal;
    }
  }
}

function fromFile(file) {
  const judges = new Map();
  for (const line of readFileSync(file === '-' ? 0 : file, 'utf8').split('\n')) {
    if (line === '') continue;
    const record = JSON.parse(line);
    const profile = named(record);
    if (!judges.has(profile)) judges.set(profile, judge(profile));
    for (const asOf of [undefined, '2026-06-01'])
      both(record.id, record, judges.get(profile), { asOf });
  }
}

const [slipped = '400', file] = process.argv.slice(2);
corpus();
for (const name of EXAMPLES)
  both(name, example(name), judge(named(example(name))), { asOf: '2026-04-01' });
withSlips(Number(slipped));
if (file) fromFile(file);
console.log(
  `${counts.records} records, ${counts.findings} findings, ${differences.length} differences`,
);
for (const one of differences.slice(0, 20)) console.log(one);
if (heard.size !== RULES) throw new Error(`only ${heard.size} of ${RULES} rules were heard`);
if (differences.length > 0) process.exitCode = 1;
