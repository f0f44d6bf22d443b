// A Chromium for the tests, and a page that reports whatever it should not do.

import { chromium } from 'playwright-core';

/** How long a page may take over a step, in milliseconds: compilers may be at work beside it. */
export const PATIENCE = 20_000;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
  });

// The stopped clock is a script that the driver would put into every frame; a frame without scripts says that it did not let it.
const DRIVERS_OWN = /Blocked script execution in 'about:srcdoc'/;

/** A page at the origin, ready, and the list of what went wrong on it: errors, warnings of policy, requests elsewhere. */
export async function open(browser, origin, { clock = true, name = '', init, ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  });
  if (init) await context.addInitScript(init);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const faults = [];
  page.on(
    'console',
    (message) =>
      ['error', 'warning'].includes(message.type()) &&
      !(clock && DRIVERS_OWN.test(message.text())) &&
      faults.push(`console: ${message.text()} ${message.location().url}`),
  );
  page.on('pageerror', (error) =>
    faults.push(`error: ${error.name}: ${error.message} ${error.stack}`),
  );
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('blob:') && url !== 'about:srcdoc')
      faults.push(`request: ${url}`);
  });
  if (clock) await page.clock.install({ time: new Date('2026-03-12T09:30:00Z') });
  await page.goto(`${origin}/${name}`);
  await page
    .waitForFunction(() => document.documentElement.dataset.ready, undefined, { timeout: PATIENCE })
    .catch((error) => {
      throw new Error(`${error.message}\n${faults.join('\n')}`);
    });
  return { context, page, faults };
}
