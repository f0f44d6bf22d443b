// The computer's clock against the panel's: another day than planned, a clock that was put back, and a computer that slept.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeOn } from './axe.js';
import { file, kept, press, record, room, saved, unfold } from './setup.js';

const open = room();
const steps = async (page) =>
  (await kept(page))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line));
const last = async (page) => (await steps(page)).at(-1).event;

test('page: ask which day it is where the clock and the plan disagree', async () => {
  const { context, page, faults } = await open();
  await page.clock.setFixedTime(new Date('2026-03-14T09:30:00Z'));
  await press(page, 'example');
  const form = page.locator('#open-meeting');
  assert.match(await form.innerText(), /Today: Saturday 14 March 2026, by this computer's clock/u);
  assert.match(await form.innerText(), /As planned: Thursday 12 March 2026/u);
  assert.equal(await form.locator('input[type=radio]:checked').count(), 0);
  assert.equal(await form.locator('#open-meeting-held_on').inputValue(), '');
  assert.deepEqual(await axeOn(page, 'which day', [1280, 320]), []);
  // Nothing is opened while no one has said which.
  const before = await kept(page);
  await press(page, 'open-meeting-submit');
  assert.equal(
    await page.locator('#open-meeting-refusal li').innerText(),
    'On which day does the panel sit?: choose one of the two, or give another day',
  );
  assert.equal(await kept(page), before);
  await page.locator('#open-meeting input[value="2026-03-12"]').check();
  await press(page, 'open-meeting-submit');
  assert.equal((await last(page)).held_on, '2026-03-12');
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: take today, or another day, for the day of the panel', async () => {
  for (const [choose, day] of [
    [(page) => page.locator('#open-meeting input[value="2026-03-14"]').check(), '2026-03-14'],
    [(page) => page.locator('#open-meeting-held_on').fill('2026-03-13'), '2026-03-13'],
  ]) {
    const { context, page, faults } = await open();
    await page.clock.setFixedTime(new Date('2026-03-14T09:30:00Z'));
    await press(page, 'example');
    await choose(page);
    await press(page, 'open-meeting-submit');
    assert.equal((await last(page)).held_on, day);
    assert.deepEqual(faults, []);
    await context.close();
  }
});

test('page: offer a time through which the computer slept as a pause of the stage', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  // Between stages there is nothing that could pause.
  await page.clock.fastForward('10:00');
  assert.equal(await page.locator('#gap').count(), 0);
  await press(page, 'next-stage');
  await page.clock.runFor(60_000);
  await page.clock.fastForward('12:00');
  await page.locator('#gap').waitFor();
  assert.match(
    await page.locator('#gap').innerText(),
    /^From \d\d:\d\d to \d\d:\d\d this page did not run: /u,
  );
  await press(page, 'go-files');
  assert.deepEqual(await axeOn(page, 'slept', [1280, 320]), []);
  const before = await steps(page);
  await press(page, 'gap-paused');
  assert.deepEqual(
    (await steps(page)).slice(before.length).map(({ event }) => event.type),
    ['pause', 'resume'],
  );
  assert.match(await page.locator('#clock-time').innerText(), /^1:\d\d$/u);
  assert.equal(await page.locator('#gap').count(), 0);
  assert.match(await page.locator('#flash').innerText(), /A pause of 12 minutes is noted/);
  await press(page, 'flash-undo');
  assert.match(await page.locator('#clock-time').innerText(), /^13:\d\d$/u);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: let time count through which the panel went on, and ask no more after a step', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'next-stage');
  await page.clock.runFor(2000);
  await page.clock.fastForward('12:00');
  await page.locator('#gap').waitFor();
  const before = await kept(page);
  await press(page, 'gap-went-on');
  assert.equal(await page.locator('#gap').count(), 0);
  await page.clock.runFor(5000);
  assert.equal(await page.locator('#gap').count(), 0);
  assert.equal(await kept(page), before);
  await page.clock.fastForward('12:00');
  await page.locator('#gap').waitFor();
  await press(page, 'go-people');
  await page.locator('[id^="present-"]').first().click();
  await page.clock.runFor(2000);
  assert.equal(await page.locator('#gap').count(), 0);
  // A pause that someone has said is one already.
  await press(page, 'pause');
  await page.clock.fastForward('12:00');
  assert.equal(await page.locator('#gap').count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: offer the time through which the page was closed in a stage as a pause', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'next-stage');
  await page.clock.runFor(11_000);
  await page.goto('about:blank');
  await page.clock.fastForward('20:00');
  await page.goBack();
  await page.waitForFunction(() => document.documentElement.dataset.ready);
  await page.clock.runFor(1000);
  await press(page, 'gap-paused');
  assert.equal((await last(page)).type, 'resume');
  assert.match(await page.locator('#clock-time').innerText(), /^0:\d\d$/u);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: say in words how far the clock is behind, take every step, and count no time below nothing', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'next-stage');
  await page.clock.runFor(60_000);
  const journal = await kept(page);
  await page.clock.setSystemTime(new Date('2026-03-12T07:31:00Z'));
  await page.clock.runFor(2000);
  await page.locator('#behind').waitFor();
  assert.match(
    await page.locator('#behind').innerText(),
    /^This computer's clock is 2 hours behind the last step noted here: /u,
  );
  await press(page, 'go-files');
  assert.deepEqual(await axeOn(page, 'behind', [1280, 320]), []);
  await press(page, 'go-people');
  await page.locator('[id^="present-"]').first().click();
  assert.equal((await last(page)).type, 'arrive');
  // The clock is sent as it is.
  assert.match((await steps(page)).at(-1).at, /^2026-03-12T07:31:/u);
  assert.notEqual(await kept(page), journal);
  assert.match(await page.locator('#clock-time').innerText(), /^0:\d\d$/u);
  assert.match(await page.locator('#clock-whole').innerText(), /^Panel: 0 minutes$/u);
  await press(page, 'undo');
  assert.equal((await last(page)).type, 'undo');
  // Once the clock is right again nothing is said any more.
  await page.clock.setSystemTime(new Date('2026-03-12T09:34:00Z'));
  await page.clock.runFor(2000);
  assert.equal(await page.locator('#behind').count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: go on after the journal of a laptop whose clock is fast has joined', async () => {
  const first = await open();
  await press(first.page, 'example');
  await press(first.page, 'open-meeting-submit');
  await press(first.page, 'go-files');
  const journal = await saved(first.page, 'save-journal');
  const second = await open();
  await second.page.clock.setSystemTime(new Date('2026-03-15T09:30:00Z'));
  await file(second.page, journal, 'panel.ndjson');
  await press(second.page, 'go-map');
  await second.page.locator('#add-text').fill('Noted on the fast one');
  await press(second.page, 'add-submit');
  await press(second.page, 'go-files');
  await file(first.page, await saved(second.page, 'save-journal'), 'other.ndjson', 'join');
  await first.page.locator('#joined').waitFor();
  await first.page.clock.runFor(1500);
  assert.match(
    await first.page.locator('#behind').innerText(),
    /^This computer's clock is 3 days behind/u,
  );
  await press(first.page, 'next-stage');
  assert.equal((await last(first.page)).type, 'start_stage');
  assert.deepEqual([...first.faults, ...second.faults], []);
  await first.context.close();
  await second.context.close();
});
