// Time in the room: the clock of the whole panel, minutes that the profile does not give, what is due, and how a panel ends.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeOn } from './axe.js';
import { file, kept, press, record, room, unfoldAll, unfold } from './setup.js';

const open = room();
const last = async (page) => JSON.parse((await kept(page)).trim().split('\n').at(-1)).event;

test('page: show how long the panel sits, and warn by minutes that are set on the page', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  assert.equal(await page.locator('#clock-whole').innerText(), '');
  await press(page, 'open-meeting-submit');
  await page.clock.runFor(3 * 60_000 + 2000);
  assert.equal(await page.locator('#clock-whole').innerText(), 'Panel: 3 minutes');
  const journal = await kept(page);
  await unfold(page, '#minutes-details');
  const fields = page.locator('#minutes input');
  for (const field of await fields.all()) await field.fill('4');
  const count = await fields.count();
  await press(page, 'minutes-submit');
  assert.equal(await kept(page), journal, 'the minutes are nothing of the record');
  // Leicester gives one stage four minutes of its own.
  const whole = new RegExp(`^Panel: \\d+ of ${(count + 1) * 4} minutes$`, 'u');
  await page.clock.runFor(1000);
  assert.match(await page.locator('#clock-whole').innerText(), whole);
  await press(page, 'next-stage');
  await page.clock.runFor(3 * 60_000 + 2000);
  assert.match(await page.locator('#clock-time').innerText(), /^3:0\d of 4:00$/u);
  assert.match(await page.locator('#clock-state').innerText(), /^Nearly time/u);
  await page.clock.runFor(60_000);
  assert.match(await page.locator('#clock-state').innerText(), /^Over time by/u);
  await page.reload();
  await page.locator('#clock-time').waitFor();
  assert.match(await page.locator('#clock-time').innerText(), / of 4:00$/u);
  assert.deepEqual(await axeOn(page, 'the clock of the panel', [320]), []);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: list what is outstanding before the panel concludes, then lead to the papers', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await unfold(page, '#ending');
  const [, count] = /Still outstanding: (\d+)/u.exec(
    await page.locator('#ending-outstanding').innerText(),
  );
  assert.ok(Number(count) > 5);
  await unfoldAll(page);
  const listed = await page.locator('#ending-outstanding li:not(:has(li))').count();
  assert.equal(listed, Number(count));
  assert.deepEqual(await axeOn(page, 'ending', [320]), []);
  await press(page, 'conclude');
  await page.locator('#paper').waitFor();
  assert.equal(await page.evaluate(() => location.hash), '#outputs');
  assert.deepEqual(faults, []);
  await context.close();
});

test("page: show last time's actions with the day they were due, and tick them off", async () => {
  const { context, page, faults } = await open();
  await file(page, record('leicester-initial'));
  await press(page, 'to-next');
  await press(page, 'next-panel-submit');
  const then = page.locator('.panel-then').first();
  await then.waitFor();
  assert.equal(await then.locator('.panel-then--late').count(), 0);
  assert.match(await then.innerText(), /, due 20 March 2026/u);
  await page.clock.fastForward(50 * 24 * 60 * 60_000);
  await press(page, 'go-last-time');
  await page.locator('#open-meeting input[value="2026-05-01"]').check();
  await press(page, 'open-meeting-submit');
  await press(page, 'go-last-time');
  const late = await then.locator('.panel-then--late').count();
  assert.ok(late >= 4, `${late} are late`);
  assert.match(await then.innerText(), /Overdue: Not started/u);
  const done = page.locator('[id^="done-"]').first();
  const id = (await done.getAttribute('id')).slice('done-'.length);
  await done.click();
  assert.deepEqual(await last(page), { type: 'update_action', action: id, status: 'done' });
  assert.equal(await then.locator('.panel-then--late').count(), late - 1);
  assert.deepEqual(await axeOn(page, 'what is overdue', [1280, 320]), []);
  assert.deepEqual(faults, []);
  await context.close();
});
