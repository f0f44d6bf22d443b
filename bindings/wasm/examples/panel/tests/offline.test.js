// Without a network, from the second the page has been seen once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mouse } from './hands.js';
import * as leicester from './leicester.js';
import { kept, press, room } from './setup.js';

const open = room();

/** What the page's own files are kept under. */
const shelves = (page) => page.evaluate(() => caches.keys());

test('page: reload without a network', async () => {
  const { context, page, faults } = await open({ clock: false });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await leicester.open(new Mouse(page), async () => {});
  const journal = await kept(page);
  await context.setOffline(true);
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.ready);
  assert.equal(await kept(page), journal);
  await press(page, 'go-outputs');
  assert.ok((await page.locator('#main h1').innerText()).length > 0);
  // Minutes come from the second module, which was kept too.
  assert.ok(await page.locator('#save-html').isVisible());
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: cache its own files once and nothing else', async () => {
  const { context, page, faults } = await open({ clock: false });
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await caches.open('support-panel page of last year').then((old) => old.add('./council.css'));
    await caches.open('of another page');
    await registration.unregister();
  });
  await page.reload();
  // A page's worker tidies up as it takes over, soon after the page has loaded.
  await page.evaluate(async () => {
    const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
    for (
      let tries = 0;
      tries < 500 && (await caches.has('support-panel page of last year'));
      tries++
    )
      await soon();
  });
  const [ours, ...others] = (await shelves(page)).filter((name) => name !== 'of another page');
  assert.match(ours, /^support-panel page [0-9a-f]{16}$/);
  assert.deepEqual(others, []);
  assert.ok((await shelves(page)).includes('of another page'));
  await leicester.open(new Mouse(page), async () => {});
  const files = await page.evaluate(
    async (name) =>
      (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname),
    ours,
  );
  assert.ok(
    files.includes('/') &&
      files.includes('/support-panel/support_panel.wasm') &&
      files.includes('/support-panel/support_panel_session.wasm') &&
      files.includes('/support-panel/support_panel_extras.wasm'),
  );
  assert.equal(files.length, new Set(files).size);
  assert.deepEqual(faults, []);
  await context.close();
});
