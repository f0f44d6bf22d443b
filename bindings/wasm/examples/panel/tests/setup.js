// What every test of the page begins with: the page served on this machine, a Chromium, and the ways to look at what it keeps.

import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { launch, open, PATIENCE } from './browser.js';
import { serve } from './serve.js';

/** The screens of a sitting, as the page lists them. */
export const SCREENS = [
  'people',
  'family',
  'map',
  'scaling',
  'actions',
  'outcome',
  'so-far',
  'outputs',
  'files',
];

/** A server and a browser for the tests of one file; gives the function that opens a new page. */
export function room() {
  let server;
  let browser;
  before(async () => {
    server = await serve();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
  return (options) => open(browser, server.origin, options);
}

export const press = (page, id) => page.locator(`[id="${id}"]`).click();

/** Gives a file to a field of the page. */
export const file = (page, text, name = 'panel.json', id = 'file') =>
  page
    .locator(`#${id}`)
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

/** The journal that this browser keeps. */
export const kept = (page) => page.evaluate(() => localStorage.getItem('support-panel.journal'));

/** What a button saves. */
export async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
  return readFileSync(await download.path(), 'utf8');
}

/** Makes a paper for a reader, past what it would tell them; gives whether there is one. */
export async function makePaper(page, reader, paper) {
  await page.locator('#reader').selectOption(reader);
  await press(page, `paper-${paper}`);
  await page.locator(`#paper-${paper}[aria-pressed=true]`).waitFor();
  if ((await page.locator('#make-paper').count()) > 0) await press(page, 'make-paper');
  if ((await page.locator('#paper').count()) === 0) return false;
  await page.frameLocator('#paper').locator('h1').waitFor();
  return true;
}

/** One of the records that every language is tested with. */
export const record = (name) =>
  readFileSync(new URL(`../../../../../tests/records/${name}.json`, import.meta.url), 'utf8');

/** The wall window that a press opens. */
export async function openWall({ context, page }) {
  const [wall] = await Promise.all([context.waitForEvent('page'), press(page, 'open-wall')]);
  wall.setDefaultTimeout(PATIENCE);
  await wall.locator('.wall').waitFor();
  return wall;
}

/** Unfolds details, and waits for what they hold: long content is made by an event that comes a moment after the press. */
export async function unfold(page, selector) {
  const details = page.locator(selector);
  if (await details.evaluate((element) => element.open)) return;
  await details.locator('> summary').click();
  await details.locator('> .govuk-details__text').filter({ hasText: /\S/u }).waitFor();
}

/** Unfolds all that is folded, and what is folded in that. */
export async function unfoldAll(page) {
  for (let closed = true; closed;)
    closed = await page.evaluate(() => {
      const details = [...document.querySelectorAll('details:not([open])')];
      for (const one of details) one.open = true;
      return details.length > 0;
    });
}
