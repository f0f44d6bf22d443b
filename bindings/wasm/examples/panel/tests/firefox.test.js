// The one file in Firefox, from disk: it starts, keeps, and says where a second window only reads; the wall follows.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { firefox, launchFirefox } from './firefox.js';

const page = new URL('../dist/panel.html', import.meta.url).href;
const skip = firefox ? false : 'no Firefox is installed here: apt-get install firefox-esr';

let browser;
before(async () => {
  if (!skip) browser = await launchFirefox();
});
after(() => browser?.close());

/** Waits until a condition holds in the window at hand. */
async function until(condition, ...args) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await browser.evaluate(condition, ...args)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never: ${condition} ${args}`);
}

const ready = () => until(() => document.documentElement.dataset.ready === 'true');
const has = (selector) => until((one) => document.querySelector(one) !== null, selector);
const press = (id) => browser.evaluate((one) => document.getElementById(one).click(), id);
const shows = (text) => until((one) => document.body.innerText.includes(one), text);
const handles = async () => browser.call('GetWindowHandles');
const to = (handle) => browser.call('SwitchToWindow', { handle });

/** Puts words on the map. */
async function add(text) {
  await browser.evaluate((words) => {
    document.getElementById('add-text').value = words;
    document.getElementById('add').requestSubmit();
  }, text);
}

test('one file: start in Firefox from disk, and go on after a reload', { skip }, async () => {
  await browser.call('Navigate', { url: page });
  await ready();
  await press('example');
  await has('#open-meeting-submit');
  // The example's panel was planned for another day than today.
  await press('open-meeting-day');
  await press('open-meeting-submit');
  await press('go-map');
  await has('#add-text');
  await add('Kept in Firefox');
  await shows('Kept in Firefox');
  await browser.call('Refresh');
  await ready();
  await shows('Kept in Firefox');
  await press('go-outputs');
  await until(() => document.getElementById('paper')?.contentDocument?.querySelector('h1') != null);
});

test('one file: feed the wall in Firefox', { skip }, async () => {
  const [chair] = await handles();
  await press('go-map');
  await has('#add-text');
  // A press that the page itself makes opens no window: this one is a click of the driver's.
  const { value: element } = await browser.call('FindElement', {
    using: 'css selector',
    value: '#open-wall',
  });
  await browser.call('ElementClick', { id: Object.values(element)[0] });
  for (let tries = 0; (await handles()).length < 2 && tries < 50; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const wall = (await handles()).find((handle) => handle !== chair);
  await to(wall);
  await has('.wall-entry');
  await to(chair);
  await add('On the wall in Firefox');
  await to(wall);
  await shows('On the wall in Firefox');
  await browser.call('CloseWindow');
  await to(chair);
});

test('one file: let a second window of Firefox only read', { skip }, async () => {
  const [chair] = await handles();
  const { handle } = await browser.call('NewWindow', { type: 'tab' });
  await to(handle);
  await browser.call('Navigate', { url: `${page}#map` });
  await ready();
  await has('#following');
  await shows('Kept in Firefox');
  assert.match(
    await browser.evaluate(() => document.getElementById('following').innerText),
    /^Another window/u,
  );
  assert.equal(await browser.evaluate(() => document.getElementById('add-submit').disabled), true);
  await browser.call('CloseWindow');
  await to(chair);
});
