// The first Leicester panel, held on the page from its referral to its end, as tests/records/leicester-initial.json tells it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PanelRecord } from '../../../dist/node.js';
import { saved } from './setup.js';

export const expected = JSON.parse(
  readFileSync(
    new URL('../../../../../tests/records/leicester-initial.json', import.meta.url),
    'utf8',
  ),
);

const PRESS = { present: 'present', remote: 'remote', apologies: 'apologies', absent: 'absent' };

/** Waits until what was given is on the page: the button that gave it may be pressed again. */
async function send(hand, form) {
  await hand.press(`${form}-submit`);
  const refused = hand.page.locator(`[id="${form}-refusal"]`);
  if (await refused.count()) throw new Error(`${form}: ${await refused.innerText()}`);
}

export async function open(hand, look = async () => {}) {
  await hand.press('example');
  await hand.page.waitForSelector('#open-meeting-submit');
  await look('people before');
  // Where the clock is today's, the page asks which day it is.
  if (await hand.page.locator('#open-meeting input[name=day]').count())
    await hand.tick('open-meeting', 'day', expected.meeting.held_on);
  await send(hand, 'open-meeting');
}

export async function people(hand) {
  await hand.press('next-stage');
  for (const { id, attendance, written_update: written } of expected.participants) {
    await hand.press(`${PRESS[attendance]}-${id}`);
    if (written) await hand.press(`written-${id}`);
  }
  for (const person of expected.case.people.filter(({ views }) => views === 'attended')) {
    await hand.press('go-family');
    await hand.unfold(`views-${person.id}`);
    await hand.tick(`views-form-${person.id}`, 'views', 'attended');
    await send(hand, `views-form-${person.id}`);
  }
  for (const last of ['introductions', 'overview', 'best_hopes']) {
    await hand.press('next-stage');
    if (last === 'best_hopes') return;
  }
}

export async function map(hand) {
  await hand.press('next-stage');
  for (const entry of expected.mapping.filter(({ id }) => id > 'm04')) {
    const there = `add-to-${entry.category}`;
    if (await hand.page.locator(`#${there}`).count()) await hand.press(there);
    await hand.write('add-text', entry.text);
    await hand.tick('add', 'raised_by', entry.raised_by[0]);
    await hand.unfold('more');
    for (const person of entry.about) await hand.tick('add', 'about', person);
    for (const answered of entry.answers ?? []) await hand.tick('add', 'answers', answered);
    if (entry.evidence) await hand.write('add-evidence', entry.evidence);
    if (entry.statement) {
      for (const worried of entry.statement.worried) await hand.tick('add', 'worried', worried);
      await hand.write('add-worried_about', entry.statement.about);
      await hand.write('add-impact', entry.statement.impact);
    }
    await send(hand, 'add');
  }
}

async function rate(hand, key, rating) {
  const form = `rate-${key}`;
  if (await hand.page.locator(`#another-${key}`).count()) await hand.unfold(`another-${key}`);
  if (await hand.page.locator(`#rating-${key}`).count()) await hand.unfold(`rating-${key}`);
  await hand.pick(`${form}-by`, rating.by);
  await hand.write(`${form}-value`, `${rating.value}`);
  await hand.unfold(`rate-more-${key}`);
  await hand.write(`${form}-reason`, rating.reason);
  if (rating.one_point_higher)
    await hand.write(`${form}-one_point_higher`, rating.one_point_higher);
  if (rating.on_behalf_of)
    await hand.pick(`${form}-on_behalf_of`, `person ${rating.on_behalf_of.person}`);
  await send(hand, form);
}

/** Asks the questions of the start; `half` is done when some numbers are given and none is shown. */
export async function scaling(hand, half = async () => {}) {
  await hand.press('go-scaling');
  await hand.press('ask-0');
  await rate(hand, 'referrer', expected.scaling[0].ratings[0]);
  await hand.press('ask-0');
  const { ratings } = expected.scaling[1];
  for (const rating of ratings.slice(0, 5)) await rate(hand, 'panel-opening', rating);
  await half();
  for (const rating of ratings.slice(5)) await rate(hand, 'panel-opening', rating);
  await hand.press('show-panel-opening');
}

export async function actions(hand) {
  await hand.press('next-stage');
  for (const action of expected.actions) {
    await hand.write('agree-text', action.text);
    await hand.pick('agree-owner', action.owner);
    const [unit, count] = Object.entries(action.due.within ?? {})[0] ?? [];
    if (action.due.on) await hand.date('agree-on', action.due.on);
    else await hand.pick('agree-when', `${unit} ${count}`);
    await hand.unfold('agree-serves-details');
    for (const entry of action.serves) await hand.tick('agree', 'serves', entry);
    if (action.chaser) await hand.pick('agree-chaser', action.chaser);
    if (action.acceptance === 'accepted') await hand.tick('agree', 'accepts', 'yes');
    await send(hand, 'agree');
  }
}

export async function outcome(hand) {
  const {
    outcome: decided,
    scaling: [, , closing],
  } = expected;
  await hand.press('go-scaling');
  await hand.press('ask-0');
  await rate(hand, 'worker_goal-closing', closing.ratings[0]);
  await hand.press('go-outcome');
  await hand.tick('decide', 'decision', decided.decision);
  await hand.write('decide-reason', decided.reason);
  await send(hand, 'decide');
  await hand.pick('dissent-by', decided.dissent[0].by);
  await hand.write('dissent-view', decided.dissent[0].view);
  await send(hand, 'dissent');
  await hand.pick('lead-participant', decided.lead_practitioner);
  await send(hand, 'lead');
  await hand.date('review-on', decided.review_on);
  await send(hand, 'review');
  await hand.pick('feedback-owner', decided.feedback.owner);
  await hand.date('feedback-due_on', decided.feedback.due_on);
  await hand.write('feedback-how', decided.feedback.how);
  await send(hand, 'feedback');
  await hand.press('end_stage');
  await hand.unfold('ending');
  await hand.press('conclude');
}

/** What the page's record must share with the one it was held after. */
export function essence(record) {
  return {
    meeting: {
      status: record.meeting.status,
      chair: record.meeting.chair,
      note_taker: record.meeting.note_taker,
      held_on: record.meeting.held_on,
    },
    attendance: record.participants.map(({ id, attendance, written_update: written }) => [
      id,
      attendance,
      written,
    ]),
    stages: record.agenda.map(({ stage, led_by: leader }) => [stage, leader]),
    map: record.mapping.map(({ raised_by: [first], origin, ...entry }) => ({ ...entry, first })),
    scaling: record.scaling.map(({ scale, ratings }) => [
      scale,
      ratings.map(({ at, ...rating }) => rating),
    ]),
    actions: record.actions.map(({ text, serves, owner, acceptance, chaser, due }) => ({
      text,
      serves,
      owner,
      acceptance,
      chaser,
      due,
    })),
    outcome: record.outcome,
  };
}

/** What is expected, less what the page does otherwise: it takes one who raised an entry, and numbers its own actions. */
export const wanted = essence(expected);

/** The record as the page saves it, which must be the one that was wanted, and in order. */
export async function judge(page) {
  await page.evaluate(() => {
    location.hash = '#files';
  });
  const record = PanelRecord.fromJson(await saved(page, 'save-record'));
  assert.deepEqual(essence(record.toObject()), wanted);
  const errors = record
    .check({ asOf: '2026-03-12' })
    .filter(({ severity }) => severity === 'error');
  assert.deepEqual(errors, []);
}
