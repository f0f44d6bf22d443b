// What the page does beside the straight way: refusals, sealed numbers, files, forgetting.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeOn } from './axe.js';
import { file, kept, press, record, room, unfold } from './setup.js';

const open = room();

test('page: show a refusal beside its field and change nothing', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'go-map');
  const before = await kept(page);
  await press(page, 'add-submit');
  assert.equal(await page.locator('#add-text').getAttribute('aria-invalid'), 'true');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'add-refusal');
  assert.equal(
    await page.locator('#add-refusal li').innerText(),
    'What was said: nothing is given',
  );
  assert.deepEqual(await axeOn(page, 'refused'), []);
  await page.locator('#add-refusal a').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'add-text');
  assert.equal(await kept(page), before);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: store no number of an independent scale before the reveal', async () => {
  const { context, page, faults } = await open();
  const profile = 'early-help-panel';
  await press(page, 'new');
  await page.locator('#referral-profile').selectOption(profile);
  await page.locator('#referral-reference').fill('EH-1');
  await page.locator('#referral-referrer_name').fill('H. Amin');
  await press(page, 'referral-submit');
  await page.locator('#open-meeting-chair').selectOption({ index: 1 });
  await press(page, 'open-meeting-submit');
  await page.locator('.panel-choice').first().click();
  await press(page, 'go-scaling');
  await page.locator('[id^="ask-"]').first().click();
  const form = page.locator('form[id^="rate-"]');
  await unfold(page, 'details[id^="rating-"]');
  await form.locator('[id$="-by"]').selectOption({ index: 1 });
  await form.locator('[id$="-value"]').fill('7');
  await page.locator('#go-map').click();
  await page.locator('textarea').first().fill('Half a thought');
  await page.locator('#go-scaling').click();
  assert.equal(await form.locator('[id$="-value"]').inputValue(), '7');
  const drafts = await page.evaluate(() => localStorage.getItem('support-panel.drafts'));
  assert.match(drafts, /-by":/);
  assert.doesNotMatch(drafts, /-value":/);
  await form.locator('[id$="-submit"]').click();
  assert.equal(await page.locator('.panel-number__value').innerText(), 'Given');
  const everything = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  assert.doesNotMatch(everything, /\\"value\\":7/);
  assert.match(everything, /envelope/);
  await page.reload();
  await page.locator('[id^="show-"]').click();
  assert.equal(await page.locator('.panel-number__value').innerText(), '7');
  assert.equal(await page.locator('.spread__dot').count(), 1);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: open files, report faults with their location, forget on request', async () => {
  const { context, page, faults } = await open();
  await file(page, '{"format":"support-panel/1",\n"oops":1}');
  assert.match(await page.locator('#trouble').innerText(), /line 2/);
  assert.deepEqual(await axeOn(page, 'trouble'), []);
  await file(page, record('leicester-review'));
  await page.locator('#go-people').waitFor();
  await press(page, 'go-start');
  assert.equal(await page.locator('#example').count(), 0);
  await unfold(page, '#forget-details');
  await press(page, 'forget');
  assert.equal(await page.locator('#example').count(), 1);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).length), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: require a reason for an amendment after the panel', async () => {
  const { context, page, faults } = await open();
  await file(page, record('leicester-initial'));
  await press(page, 'go-outcome');
  await page.locator('#review-on').fill('2026-05-07');
  await press(page, 'review-submit');
  assert.equal(
    await page.locator('#review-refusal li').innerText(),
    'Why the record is changed now: nothing is given',
  );
  await page.locator('#review-refusal a').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'amend-why');
  await page.locator('#amend-why').fill('The school is closed that day');
  await press(page, 'review-submit');
  assert.equal(await page.locator('#review-refusal').count(), 0);
  assert.match(await page.locator('#card-outcome-review_on .panel-now').innerText(), /7 May 2026/);
  assert.match(await kept(page), /"type":"amend","why":"The school is closed that day"/);
  assert.deepEqual(faults, []);
  await context.close();
});
