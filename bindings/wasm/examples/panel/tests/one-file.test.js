// The page as one file, opened from disk: no server, no lock, no connection.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, open as openAt, PATIENCE } from './browser.js';
import { Mouse } from './hands.js';
import * as leicester from './leicester.js';
import { kept, openWall, press, saved } from './setup.js';

const folder = new URL('../dist', import.meta.url);
const html = readFileSync(fileURLToPath(`${folder}/panel.html`), 'utf8');

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const open = (options) => openAt(browser, folder.href, { name: 'panel.html', ...options });
const ready = (page) => page.waitForFunction(() => document.documentElement.dataset.ready);

async function another({ context, page }) {
  const next = await context.newPage();
  next.setDefaultTimeout(PATIENCE);
  await next.goto(page.url());
  await ready(next);
  return next;
}

test('one file: let in its own script and style by digest, and no connection', async () => {
  const [, policy] = html.match(/Content-Security-Policy" content="([^"]+)"/u);
  const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const [, script] = html.match(/<script type="module">([\s\S]*?)<\/script>/u);
  const [, style] = html.match(/<style>([\s\S]*?)<\/style>/u);
  const rules = policy.split('; ');
  assert.ok(rules.includes("default-src 'none'"));
  assert.ok(rules.includes(`script-src ${digest(script)} 'wasm-unsafe-eval'`));
  assert.ok(rules.find((rule) => rule.startsWith(`style-src ${digest(style)} `)));
  assert.doesNotMatch(policy, /connect-src|unsafe-inline|'self'|https?:/u);
  assert.doesNotMatch(html.replace(script, ''), /(?:src|href)="(?!data:|#)/u);
  const { context, page, faults } = await open({ clock: false });
  const tried = await page.evaluate(async () => {
    const element = document.createElement('script');
    element.textContent = 'globalThis.ran = true';
    document.body.append(element);
    const sent = await fetch('http://127.0.0.1:9/').then(
      () => 'sent',
      () => 'stopped',
    );
    return { ran: globalThis.ran, sent };
  });
  assert.deepEqual(tried, { ran: undefined, sent: 'stopped' });
  assert.ok(
    faults.every((fault) => /Content Security Policy|violates/u.test(fault)),
    `${faults}`,
  );
  await context.close();
});

test('one file: run a whole panel from disk, and its papers', async () => {
  const { context, page, faults } = await open();
  const hand = new Mouse(page);
  await leicester.open(hand);
  await leicester.people(hand);
  await leicester.map(hand);
  await leicester.scaling(hand);
  await leicester.actions(hand);
  const journal = await kept(page);
  await page.reload();
  await page.locator('#go-actions').waitFor();
  assert.equal(await kept(page), journal);
  await leicester.outcome(hand);
  await press(page, 'go-outputs');
  await page.frameLocator('#paper').locator('h1').waitFor();
  assert.match(await saved(page, 'save-html'), /^<!DOCTYPE html>/u);
  await leicester.judge(page);
  assert.deepEqual(faults, []);
  await context.close();
});

/** Chromium lends a file from disk its lock; another browser may not. */
const noLocks = () =>
  Object.defineProperty(Navigator.prototype, 'locks', {
    get: () => ({ request: () => Promise.reject(new DOMException('denied', 'SecurityError')) }),
  });

test('one file: keep a second window from writing by a lock where there is one', async () => {
  const first = await open();
  const second = await another(first);
  assert.match(await second.locator('#following').innerText(), /^Another window/u);
  await first.context.close();
});

test('one file: open a second window read-only where there is no lock, and say why', async () => {
  const first = await open({ init: noLocks });
  const { context, page, faults } = first;
  assert.equal(await page.locator('#following').count(), 0);
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'go-map');
  const second = await another(first);
  const said = second.locator('#following');
  assert.match(await said.innerText(), /opened from disk.*lends no lock/u);
  assert.equal(await second.locator('#add-submit').isDisabled(), true);
  // It follows what the first one writes.
  await page.locator('#add-text').fill('Seen in both');
  await press(page, 'add-submit');
  await second.getByText('Seen in both', { exact: true }).first().waitFor();
  // Taken over there, the first one changes nothing any more, and says so.
  const journal = await kept(page);
  await press(second, 'take-over');
  await said.waitFor({ state: 'detached' });
  await page.locator('#following').waitFor();
  await page.evaluate(() => {
    for (const control of document.querySelectorAll('#add *')) control.disabled = false;
    document.getElementById('add-text').value = 'Too late';
    document.getElementById('add').requestSubmit();
  });
  assert.equal(await kept(page), journal);
  // Once it is closed, the next window writes without being asked.
  await second.close();
  await page.reload();
  await ready(page);
  assert.equal(await page.locator('#following').count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('one file: feed the wall from disk', async () => {
  const chair = await open();
  const { context, page, faults } = chair;
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'go-map');
  const wall = await openWall(chair);
  await page.locator('#add-text').fill('On the wall from disk');
  await press(page, 'add-submit');
  await wall.getByText('On the wall from disk').waitFor();
  await page.reload();
  await ready(page);
  await wall.clock.runFor(1500);
  await page.locator('#add-text').fill('After a reload');
  await press(page, 'add-submit');
  await wall.getByText('After a reload').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
