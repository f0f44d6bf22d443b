// Words on the page: days in English, text in the direction of its script, and nothing of the words that are not ours.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { kept, openWall, press, room } from './setup.js';

const open = room();
const src = fileURLToPath(new URL('../src/', import.meta.url));

test('page: say every day in English words beside its field', async () => {
  // A browser in American English writes the month first.
  const { context, page, faults } = await open({ locale: 'en-US' });
  await press(page, 'example');
  const words = page.locator('#open-meeting-held_on-words');
  assert.match(await words.innerText(), /^Thursday 12 March 2026$/u);
  await page.locator('#open-meeting-held_on').fill('2026-04-03');
  assert.match(await words.innerText(), /^Friday 3 April 2026$/u);
  // What was typed and not yet sent keeps its words when the page is drawn again.
  await press(page, 'go-map');
  assert.match(await words.innerText(), /^Friday 3 April 2026$/u);
  await page.locator('#open-meeting-held_on').fill('');
  assert.equal(await words.innerText(), '');
  const unsaid = await page.evaluate(() =>
    [...document.querySelectorAll('input[type=date]')].filter(
      ({ id }) => !document.getElementById(`${id}-words`),
    ),
  );
  assert.deepEqual(unsaid, []);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: write Arabic and Hebrew in their direction', async () => {
  const chair = await open();
  const { context, page, faults } = chair;
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'go-map');
  const direction = (one, selector) =>
    one
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  const wall = await openWall(chair);
  for (const text of ['أمي تقرأ معي كل ليلة', 'אמא קוראת איתי כל ערב']) {
    await page.locator('#add-text').fill(text);
    assert.equal(await direction(page, '#add-text'), 'rtl');
    await press(page, 'add-submit');
    const { id } = JSON.parse((await kept(page)).trim().split('\n').at(-1)).event;
    assert.equal(await direction(page, `#card-${id} .panel-entry__text`), 'rtl');
    await wall.locator(`[data-entry="${id}"]`).waitFor();
    assert.equal(await direction(wall, `[data-entry="${id}"]`), 'rtl');
  }
  await page.locator('#add-text').fill('Mum reads with me every night');
  assert.equal(await direction(page, '#add-text'), 'ltr');
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: use the words of practice', () => {
  const files = readdirSync(src, { recursive: true }).filter((name) => name.endsWith('.js'));
  const wrong =
    /\b(?:somebody|nobody(?!')|everybody|mend|mends|mended|at the keyboard|seen otherwise|guessed for|broken off|name them|it is entered|until you forget)\b/iu;
  const found = files.flatMap((name) =>
    readFileSync(src + name, 'utf8')
      .split('\n')
      .filter((line) => wrong.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  assert.deepEqual(found, []);
});
