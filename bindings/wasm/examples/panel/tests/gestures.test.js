// How many presses, clicks and choices the work of a panel takes, text aside: a table that is held to.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kept, press, room } from './setup.js';

const open = room();

/** Presses things and counts that; words are written for nothing. */
class Counted {
  count = 0;

  constructor(page) {
    this.page = page;
  }

  async press(selector) {
    this.count += 1;
    await this.page.locator(selector).click();
  }

  async pick(id, value) {
    this.count += 1;
    await this.page.locator(`#${id}`).selectOption(value);
  }

  async key(name) {
    this.count += 1;
    await this.page.keyboard.press(name);
  }

  write = (text) => this.page.keyboard.insertText(text);
}

const events = async (page) =>
  (await kept(page))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line).event);

test('page: take no more gestures than the table says', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  const counts = {};
  const counted = async (name, act) => {
    const hand = new Counted(page);
    const before = (await events(page)).length;
    await act(hand);
    counts[name] = hand.count;
    return (await events(page)).slice(before);
  };
  const people = await page.locator('.panel-person').count();
  assert.ok(people >= 14, `${people} people`);

  // The stage's own screen comes with it.
  const [started] = await counted('next stage', (hand) => hand.press('#next-stage'));
  assert.equal(started.type, 'start_stage');
  const arrived = await counted('attendance, two exceptions', async (hand) => {
    await hand.press('#everyone-here');
    await hand.press('#apologies-p-ews');
    await hand.press('#remote-p-das');
  });
  assert.equal(arrived.filter(({ type }) => type === 'arrive').length, people + 1);
  assert.equal(await page.locator('.panel-person--present').count(), people - 2);

  await press(page, 'go-map');
  const [entry] = await counted('map entry, category and speaker', async (hand) => {
    await hand.press('#add-to-existing_strength');
    await hand.write('Kai is never late for training');
    await hand.press('#add label:has(input[value="p-chair"])');
    await hand.key('Control+Enter');
  });
  assert.deepEqual(
    [entry.type, entry.category, entry.raised_by],
    ['add_entry', 'existing_strength', ['p-chair']],
  );
  const [again] = await counted('another in that category', async (hand) => {
    await hand.write('Ava sings');
    await hand.press('#add label:has(input[value="p-chair"])');
    await hand.key('Control+Enter');
  });
  assert.equal(again.category, 'existing_strength');

  await press(page, 'go-scaling');
  await page.getByRole('button', { name: /^Ask this question.*On this scale/u }).click();
  const first = await page.locator('.panel-pad__who b').innerText();
  const [rated] = await counted('a rating', (hand) =>
    hand.press('.panel-pad__number >> text=/^4 for/'),
  );
  assert.ok(rated.type === 'rate' && rated.value === 4, JSON.stringify(rated));
  // A second tap at once was meant for the first name, and gives the next one no number.
  const twice = await counted('a rating, pressed twice', async () => {
    await page.clock.runFor(1000);
    await page.locator('.panel-pad__number').first().dblclick();
  });
  assert.equal(twice.length, 1);
  const next = await page.locator('.panel-pad__who b').innerText();
  assert.notEqual(next, first, 'the next name comes by itself');

  await press(page, 'go-actions');
  await page.locator('#agree-text').focus();
  const agreed = await counted('an action with owner, date, accepted', async (hand) => {
    await hand.write('Ring the school');
    await hand.pick('agree-owner', 'p-chair');
    await hand.pick('agree-when', 'weeks 2');
    await hand.press('#agree label[for="agree-accepts"]');
    await hand.key('Enter');
  });
  assert.deepEqual(
    agreed.map(({ type }) => type),
    ['agree_action', 'allocate', 'accept'],
  );
  assert.equal(await page.locator('.panel-action__text').first().innerText(), 'Ring the school');

  await counted('next stage, once one runs', (hand) => hand.press('#next-stage'));
  assert.deepEqual(counts, {
    'attendance, two exceptions': 3,
    'map entry, category and speaker': 3,
    'another in that category': 2,
    'a rating': 1,
    'a rating, pressed twice': 0,
    'an action with owner, date, accepted': 4,
    'next stage': 1,
    'next stage, once one runs': 1,
  });
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: take back what was flashed, and name what undo would take back', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'go-map');
  await page.locator('#add-text').fill('Said too soon');
  await press(page, 'add-submit');
  assert.equal(await page.locator('#flash p').innerText(), 'It is on the map');
  assert.equal(await page.locator('#undo').innerText(), 'Undo: something was put on the map');
  await press(page, 'flash-undo');
  assert.equal(await page.getByText('Said too soon', { exact: true }).count(), 0);
  // What one press did is taken back by one press.
  await press(page, 'go-people');
  await press(page, 'everyone-here');
  await press(page, 'flash-undo');
  assert.equal(await page.locator('.panel-person--present').count(), 0);
  await press(page, 'redo');
  assert.equal(await page.locator('.panel-person--present').count(), 1);
  await press(page, 'undo');
  await press(page, 'go-map');
  assert.match(await page.locator('#redo').innerText(), /^Redo: someone arrived/u);
  await page.clock.runFor(9000);
  assert.equal(await page.locator('#flash').count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: move an entry by drag and by keys', async () => {
  const { context, page, faults } = await open({ viewport: { width: 1280, height: 1600 } });
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'go-map');
  await page.locator('#add-text').fill('To be moved');
  await press(page, 'add-submit');
  const { id, category } = (await events(page)).at(-1);
  const drag = async (target) => {
    await page.locator(`#card-${id} .panel-entry__text`).hover();
    await page.mouse.down();
    const { x, y } = await target.boundingBox();
    await page.mouse.move(x + 40, y + 10, { steps: 10 });
    await page.mouse.move(x + 42, y + 12);
    await page.mouse.up();
  };
  const categories = page.locator('.panel-category');
  const card = `#card-${id}`;
  // The place is chosen by the drag; the reason, without which no entry is moved, has the focus.
  const reason = async (text) => {
    await page.locator(`#move-${id}-why`).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), `move-${id}-why`);
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  };
  await drag(categories.last());
  await reason('It is what we do next');
  await categories.last().locator(card).waitFor();
  const moved = (await events(page)).at(-1);
  assert.deepEqual(
    [moved.type, moved.entry, moved.why],
    ['move_entry', id, 'It is what we do next'],
  );
  assert.notEqual(moved.category, category);
  await page.locator(`#change-${id} > summary`).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await reason('A goal after all');
  await categories.last().locator(card).waitFor({ state: 'detached' });
  assert.equal((await events(page)).at(-1).category, 'goal');
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: print a slip for everyone who is here, and go to the drawing', async () => {
  const { context, page, faults } = await open({ init: () => (globalThis.print = () => {}) });
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'everyone-here');
  const people = await page.locator('.panel-person').count();
  await press(page, 'go-scaling');
  await page.getByRole('button', { name: /^Ask this question.*On this scale/u }).click();
  await page.locator('[id^="slips-"]').first().click();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.slip:visible').count(), people);
  assert.equal(await page.locator('.panel-shell:visible').count(), 0);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.ok(pdf.match(/\/Type\s*\/Page\b/gu).length <= Math.ceil(people / 6));
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await page.locator('.slip').count(), 0);
  await page.locator('.panel-pad__number').nth(3).click();
  await page.locator('[id^="show-"]').first().click();
  const { y } = await page.locator('.panel-shown').first().boundingBox();
  assert.ok(y >= 0 && y < 900, `at ${y}`);
  assert.deepEqual(faults, []);
  await context.close();
});
