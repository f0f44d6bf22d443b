// What the room's screen holds: a marker is planted in every text of a record, and each that comes through is one that may.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Profile } from '../../../dist/node.js';
import { keyOf } from '../src/hidden.js';
import { sheetOf } from '../src/wall/sheet.js';
import { record } from './setup.js';

const SCREENS = ['map', 'scaling', 'actions', 'outcome', 'people', 'files'];
const profile = Profile.builtIn().toObject();

/** Keys whose texts are the library's words or point at something; a marker there would only break the record. */
const KEPT =
  /^(?:id|kind|status|category|seat|attendance|deputy_for|person|participant|raised_by|about|answers|serves|owner|by|scale|round|decision|chair|note_taker|lead_practitioner|acceptance|views|visible_to|withheld_from|unlisted_for|worried|supporting|chaser|higher_is|higher|subject|rounds|asked_of|review_on|fills)$/u;
/** In a statement `about` is a text. */
const isText = (path, key) => !KEPT.test(key) || path.endsWith('/statement/about');

/** The record with a text of its own at each place. */
function planted(value, path = '') {
  if (typeof value === 'string') {
    const keys = path.split('/').filter((key) => !/^\d+$/u.test(key));
    return isText(path, keys.at(-1)) ? `«${path}»` : value;
  }
  if (Array.isArray(value)) return value.map((one, index) => planted(one, `${path}/${index}`));
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, planted(one, `${path}/${key}`)]),
    );
  return value;
}

/** A panel in the middle of its sitting, of which every key of the format is used. */
function everything() {
  const document = planted(JSON.parse(record('everything')));
  // The round at hand: adults, children and guesses, all of them shown.
  const rate = (by, value, rest = {}) => ({
    by,
    value,
    reason: `«reason of ${by}»`,
    one_point_higher: `«one point higher of ${by}»`,
    ...rest,
  });
  document.scaling.push({
    scale: 'panel',
    round: 'closing',
    revealed_at: '2026-05-19T14:50:00+01:00',
    ratings: [
      rate('q-tobias', 0),
      rate('q-advocate', 0.5),
      rate('q-carer', 1),
      rate('q-worker', 1.5, { on_behalf_of: { person: 'c-elder' } }),
      rate('q-worker', 4),
      rate('q-aunt', 6),
      rate('q-chair', 7),
    ],
    abstentions: [{ by: 'q-friend', reason: '«why not»' }],
  });
  return document;
}

const panel = (document, more) => ({
  record: document,
  profile,
  hidden: new Map(),
  standing: 'running',
  dueOn: () => '2026-06-01',
  ...more,
});

const sheets = (document, more) =>
  JSON.stringify(SCREENS.map((screen) => sheetOf(panel(document, more), screen)));
const markers = (document, more) =>
  [...new Set(sheets(document, more).match(/«[^«»"]*»/gu))].sort();

/** All that may come through: entries that adults raised in the room, own words at the worried end, the plan, the lead. */
const OPEN = [
  '«/actions/0/text»',
  '«/actions/1/text»',
  '«/mapping/0/text»',
  '«/mapping/4/text»',
  '«/mapping/5/text»',
  '«/mapping/6/text»',
  '«/participants/4/name»',
  '«/participants/8/name»',
  '«reason of q-worker»',
];

test('wall: show what is said in the room and nothing else', () => {
  assert.deepEqual(markers(everything()), OPEN);
  const shown = sheetOf(panel(everything()), 'scaling');
  assert.deepEqual(
    shown.numbers.map(({ value }) => value),
    [4, 6, 7],
    'neither a child, nor an advocate, nor who was not there, nor a guess',
  );
  assert.deepEqual([shown.lowest.value, shown.lowest.reason], [4, '«reason of q-worker»']);
});

test('wall: show nothing of what is marked', () => {
  const marks = [{ visible_to: 'professionals' }, { withheld_from: ['r-aunt'] }];
  const marked = [
    ...[0, 2, 4, 5, 6].map((index) => [({ mapping }) => mapping[index], `/mapping/${index}/`]),
    ...[0, 1, 5].map((index) => [({ actions }) => actions[index], `/actions/${index}/`]),
    ...[4, 8, 10].map((index) => [
      ({ participants }) => participants[index],
      `/participants/${index}/`,
    ]),
    [({ scaling }) => scaling.at(-1).ratings[4], 'reason of q-worker'],
    [({ participants }) => participants[4], 'reason of q-worker'],
  ];
  for (const mark of marks)
    for (const [of, path] of marked) {
      const document = everything();
      Object.assign(of(document), mark);
      const found = markers(document).filter((marker) => marker.includes(path));
      assert.deepEqual(found, [], `${path} ${JSON.stringify(mark)}`);
    }
});

test('wall: name no one who is unlisted', () => {
  const document = everything();
  document.case.people.find(({ id }) => id === 'o-friend').unlisted_for = ['a-carer'];
  assert.deepEqual(
    OPEN.filter((marker) => !markers(document).includes(marker)),
    ['«/mapping/5/text»'],
  );
});

test('wall: show no number of anyone who may be under age, however they come', () => {
  const shown = (known, heldOn = '2026-05-19') => {
    const document = everything();
    document.meeting.held_on = heldOn;
    const aunt = document.case.people.find(({ id }) => id === 'r-aunt');
    for (const key of ['date_of_birth', 'birth', 'expected_on']) delete aunt[key];
    Object.assign(aunt, known);
    return sheetOf(panel(document), 'scaling').numbers.some(({ value }) => value === 6);
  };
  assert.equal(shown({}), true);
  assert.equal(shown({ date_of_birth: '2008-05-19' }), true);
  assert.equal(shown({ date_of_birth: '2008-05-20' }), false);
  assert.equal(shown({ birth: { year: 2007 } }), true);
  assert.equal(shown({ birth: { year: 2008 } }), false);
  assert.equal(shown({ birth: { year: 2008, month: 4 } }), true);
  assert.equal(shown({ birth: { year: 2008, month: 4, estimated: true } }), false);
  assert.equal(shown({ date_of_birth: '2008-02-29' }, '2026-02-28'), false);
  assert.equal(shown({ date_of_birth: '2008-02-29' }, '2026-03-01'), true);
});

test('wall: obey what the profile withholds, and a mark for everyone', () => {
  const withholding = { ...profile, papers: { withhold: ['entries', 'numbers'] } };
  const found = markers(everything(), { profile: withholding });
  assert.deepEqual(
    found.filter((marker) => /mapping|reason/u.test(marker)),
    [],
  );
  const document = everything();
  document.mapping[7].visible_to = 'everyone';
  assert.ok(markers(document).includes('«/mapping/7/text»'), "a child's own, marked for everyone");
});

test('wall: show no number before it is revealed, and no round about what is withheld', () => {
  const document = everything();
  const hidden = new Map([[keyOf(document.scaling.at(-1)), {}]]);
  const before = sheetOf(panel(document, { hidden }), 'scaling');
  assert.deepEqual([before.kind, before.numbers, before.lowest], ['scale', undefined, undefined]);
  document.scaling.at(-1).about = 'e-danger';
  assert.equal(sheetOf(panel(document), 'scaling').kind, 'map');
});

test('wall: leave the plan where it is until something is decided', () => {
  const document = everything();
  assert.equal(sheetOf(panel(document), 'outcome').kind, 'decision');
  delete document.outcome.decision;
  assert.deepEqual(sheetOf(panel(document), 'outcome'), sheetOf(panel(document), 'actions'));
});

test('wall: show only a title unless the panel sits', () => {
  for (const standing of ['before', 'adjourned', 'concluded'])
    for (const screen of SCREENS)
      assert.deepEqual(sheetOf(panel(everything(), { standing }), screen), {
        kind: 'title',
        title: profile.title,
        standing,
      });
});
