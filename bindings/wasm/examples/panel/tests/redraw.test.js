// What a command costs on a full map: how many elements are made, and how many that are drawn are touched.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crowdedJournal } from './crowd.js';
import { file, press, room } from './setup.js';

const open = room();

/** Counts what is made and what is changed of the page from now on. */
const count = () => {
  const counts = { made: 0, added: 0, removed: 0, changed: 0 };
  globalThis.counts = counts;
  for (const name of ['createElement', 'createElementNS']) {
    const create = document[name].bind(document);
    document[name] = (...given) => {
      counts.made += 1;
      return create(...given);
    };
  }
  const all = (nodes) =>
    [...nodes].reduce((sum, node) => sum + 1 + (node.querySelectorAll?.('*').length ?? 0), 0);
  new MutationObserver((changes) => {
    for (const { type, addedNodes, removedNodes } of changes)
      if (type === 'childList') {
        counts.added += all(addedNodes);
        counts.removed += all(removedNodes);
      } else counts.changed += 1;
  }).observe(document.getElementById('app'), {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
};

test('page: touch only what a command changed on a full map', async () => {
  const { context, page, faults } = await open();
  await file(page, crowdedJournal({ rated: false }));
  await press(page, 'go-map');
  assert.equal(await page.locator('.panel-entry').count(), 60);
  // The first time fills what is kept and shows what was done.
  await page.locator('#add-text').fill('Said first');
  await press(page, 'add-submit');
  const card = await page.locator('#card-m05').elementHandle();
  await page.locator('#add-text').fill('Said next');
  await page.evaluate(count);
  await press(page, 'add-submit');
  await page.getByText('Said next', { exact: true }).waitFor();
  const counts = await page.evaluate(() => globalThis.counts);
  // When the whole page was made anew and put in place of the old one, this was 1,254 made and 2,492 added and removed.
  assert.ok(counts.made * 3 <= 1254, `${counts.made} are made`);
  assert.ok(counts.added <= 40, `${counts.added} are added`);
  assert.ok(counts.removed <= 20, `${counts.removed} are removed`);
  assert.ok(counts.changed <= 40, `${counts.changed} are changed`);
  assert.ok(await card.evaluate((element) => element.isConnected), 'what did not change stays');
  assert.deepEqual(faults, []);
  await context.close();
});
