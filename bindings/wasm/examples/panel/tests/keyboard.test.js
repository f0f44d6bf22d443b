// The same panel by keyboard alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Keys } from './hands.js';
import * as leicester from './leicester.js';
import { room } from './setup.js';

const open = room();

test('page: run a whole panel by keyboard alone', async () => {
  const { context, page, faults } = await open();
  const hand = new Keys(page);
  await leicester.open(hand);
  await leicester.people(hand);
  await leicester.map(hand);
  await leicester.scaling(hand);
  await leicester.actions(hand);
  await leicester.outcome(hand);
  await hand.press('go-so-far');
  await hand.to('#slider');
  await page.keyboard.press('Home');
  assert.match(await page.locator('#moment h2').innerText(), /as it was referred/);
  assert.equal(await page.locator('#moment .panel-entry').count(), 4);
  await page.keyboard.press('End');
  assert.equal(await page.locator('#moment .panel-entry').count(), 12);
  await leicester.judge(page);
  assert.deepEqual(faults, []);
  await context.close();
});
