// What people type is text, wherever it is shown and whatever it looks like.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeOn } from './axe.js';
import { file, kept, press, record, room, unfold } from './setup.js';

const HOSTILE = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}' & \u202e`;
const WORDS = new Set([
  'name',
  'text',
  'reason',
  'best_hopes',
  'background',
  'evidence',
  'about',
  'impact',
  'view',
  'views_note',
  'how',
  'one_point_higher',
  'outcome',
  'note',
  'agency',
  'prompt',
  'min',
  'max',
  'contingency',
  'why',
]);
const SCREENS = ['people', 'family', 'map', 'scaling', 'actions', 'outcome', 'so-far', 'outputs'];

const open = room();

/** The same document with every free text, and nothing else, made hostile. */
const spoiled = (value, name) =>
  Array.isArray(value)
    ? value.map((item) => spoiled(item, 'an item, which is an id'))
    : typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoiled(inner, key)]))
      : typeof value === 'string' && WORDS.has(name)
        ? HOSTILE
        : value;

async function harmless(page, faults, where) {
  assert.equal(await page.locator('img, #app script').count(), 0, where);
  for (const frame of page.frames().slice(1))
    assert.equal(await frame.locator('img, script, [onerror]').count(), 0, where);
  assert.deepEqual(faults, [], where);
}

test('page: show a record of hostile text as text on every screen', async () => {
  const { context, page, faults } = await open({ clock: false });
  await file(page, JSON.stringify(spoiled(JSON.parse(record('leicester-initial')))), HOSTILE);
  const looked = async (screen) => {
    await page.locator(`#go-${screen}`).click();
    if (screen === 'outputs') await page.frameLocator('#paper').locator('h1').waitFor();
    const inside =
      screen === 'outputs' ? page.frameLocator('#paper').locator('main') : page.locator('#main');
    const shown =
      screen === 'outcome' ? await page.locator('#main').innerText() : await inside.innerText();
    assert.ok(shown.includes('<img src=x onerror=alert(1)>'), screen);
    await harmless(page, faults, screen);
  };
  for (const screen of SCREENS) await looked(screen);
  await page.reload();
  await page.locator('#go-map').click();
  await harmless(page, faults, 'after a reload');
  await press(page, 'to-next');
  await press(page, 'next-panel-submit');
  await looked('last-time');
  await press(page, 'go-files');
  await file(page, `{"${HOSTILE}":`, `${HOSTILE}.ndjson`, 'join');
  await page.locator('#join-error').waitFor();
  await looked('files');
  await context.close();
});

test('page: keep and show hostile text in every field as text', async () => {
  const { context, page, faults } = await open({ clock: false });
  await page.locator('#new').click();
  await unfold(page, '#seat-details');
  const wrong = await axeOn(page, 'referral');
  const fields = page.locator('#referral textarea, #referral input[type=text]');
  for (let at = 0; at < (await fields.count()); at += 1) await fields.nth(at).fill(HOSTILE);
  await page.locator('#referral-people_0_comes').check();
  await page.locator('#referral-submit').click();
  await page.locator('#open-meeting').waitFor();
  await page.locator('#open-meeting-chair').selectOption({ index: 1 });
  await page.locator('#open-meeting-submit').click();
  for (const screen of SCREENS) {
    await page.locator(`#go-${screen}`).click();
    const forms = await page.locator('main form').evaluateAll((all) => all.map(({ id }) => id));
    for (const id of forms) {
      await page.evaluate(
        ([form, text]) => {
          const element = document.getElementById(form);
          for (const field of element?.querySelectorAll('textarea, input[type=text]') ?? []) {
            field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true }));
          }
          for (const field of element?.querySelectorAll('select') ?? [])
            field.selectedIndex = Math.min(1, field.options.length - 1);
          element?.requestSubmit();
        },
        [id, HOSTILE],
      );
    }
    await harmless(page, faults, screen);
  }
  const journal = await kept(page);
  assert.ok(journal.split('\n').length > 10);
  assert.ok(journal.includes('onerror=alert(1)'));
  assert.deepEqual(wrong, []);
  await context.close();
});
