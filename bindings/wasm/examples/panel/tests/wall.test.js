// The wall window: it follows the chair's page, shows no form, fits the projector, and turns pages where it cannot.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeOn } from './axe.js';
import { crowdedJournal } from './crowd.js';
import { file, openWall, press, record, room, unfold } from './setup.js';

const open = room();
const PROJECTORS = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
];

/** Which entries are wholly inside the window, and how large their letters are. */
const seen = (wall) =>
  wall.evaluate(() => {
    const entries = [...document.querySelectorAll('.wall-entry')];
    const isInside = (entry) => {
      const { left, right, top, bottom } = entry.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    };
    return {
      inside: entries.filter(isInside).map(({ dataset }) => dataset.entry),
      all: entries.length,
      letters: parseFloat(getComputedStyle(entries[0]).fontSize),
    };
  });

const resize = async (wall, size) => {
  await wall.setViewportSize(size);
  await wall.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
};

test('page: show twenty-four entries at once on each projector, as large as they fit', async () => {
  const chair = await open();
  const { context, page, faults } = chair;
  await file(page, crowdedJournal({ people: 0, entries: 24, rated: false }), 'journal.ndjson');
  await press(page, 'go-map');
  const wall = await openWall(chair);
  await wall.locator('.wall-flow').waitFor();
  for (const size of PROJECTORS) {
    await resize(wall, size);
    const { inside, all, letters } = await seen(wall);
    assert.deepEqual([inside.length, all], [24, 24], JSON.stringify(size));
    assert.ok(letters >= 16, `${letters} pixels at ${size.width}`);
    assert.equal(await wall.locator('#wall-page').count(), 0);
    // A tenth larger does not fit in as many columns, or in one more or less.
    const larger = await wall.evaluate((letters) => {
      const flow = document.querySelector('.wall-flow');
      document.querySelector('.wall').style.setProperty('--letters', `${letters * 1.1}px`);
      return [3, 4, 5, 6].filter((columns) => {
        flow.style.setProperty('--columns', columns);
        return flow.scrollWidth <= flow.clientWidth + 1;
      });
    }, letters);
    assert.deepEqual(larger, []);
  }
  assert.equal(await wall.locator('form, input, select, textarea, button, a').count(), 0);
  assert.deepEqual(await axeOn(wall, 'the wall', [1280]), []);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: turn pages on the wall where letters would be too small, and say so', async () => {
  const chair = await open();
  const { context, page, faults } = chair;
  await file(page, crowdedJournal({ people: 0, entries: 60, rated: false }), 'journal.ndjson');
  await press(page, 'go-map');
  const wall = await openWall(chair);
  for (const size of PROJECTORS) {
    await resize(wall, size);
    const told = await wall.locator('#wall-page').innerText();
    const pages = Number(/^Page 1 of (\d)$/u.exec(told)?.[1]);
    assert.ok(pages >= 2, told);
    const { letters } = await seen(wall);
    assert.ok(letters >= size.height * 0.029, `${letters} pixels`);
    // Every entry is on one page or another, by the keyboard and by the clock.
    const inside = new Set();
    for (let turned = 0; turned < pages; turned += 1) {
      for (const entry of (await seen(wall)).inside) inside.add(entry);
      await wall.keyboard.press('ArrowRight');
    }
    assert.equal(inside.size, 60);
    assert.equal(await wall.locator('#wall-page').innerText(), told);
  }
  await wall.clock.runFor(15_500);
  assert.match(await wall.locator('#wall-page').innerText(), /^Page 2 of/u);
  await press(wall, 'wall-hold');
  await wall.clock.runFor(15_500);
  assert.match(await wall.locator('#wall-page').innerText(), /^Page 2 of/u);
  // What is new is turned to.
  await press(page, 'add-to-next_step');
  await page.locator('#add-text').fill('Said just now');
  await press(page, 'add-submit');
  await wall.getByText('Said just now').waitFor();
  const box = await wall.getByText('Said just now').boundingBox();
  assert.ok(box.x > 0 && box.x < 1024, `at ${box.x}`);
  assert.deepEqual(await axeOn(wall, 'the wall in pages', [1280]), []);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: let the wall follow the screens, the clock, the reveal and the end', async () => {
  const chair = await open();
  const { context, page, faults } = chair;
  await press(page, 'example');
  const wall = await openWall(chair);
  const said = (text) => wall.getByText(text).waitFor();
  await said('The panel has not been opened');
  await press(page, 'open-meeting-submit');
  await press(page, 'present-p-chair');
  await press(page, 'present-p-das');
  await press(page, 'next-stage');
  await wall.locator('.wall-flow').waitFor();
  await page.clock.runFor(5000);
  await wall.waitForFunction(() =>
    /^0:0[4-9]/u.test(document.getElementById('wall-time').innerText),
  );
  assert.equal(await wall.locator('#wall-stage').innerText(), 'Introductions and apologies');
  await press(page, 'go-map');
  await page.locator('#add-text').fill('Follows at once');
  await press(page, 'add-submit');
  await said('Follows at once');
  // On other screens the wall stays as it is.
  await press(page, 'go-family');
  assert.equal(await wall.locator('.wall-flow').count(), 1);
  await press(page, 'go-scaling');
  await press(page, 'ask-1');
  await wall.locator('.wall-anchors').waitFor();
  await unfold(page, 'details[id^="rating-"]');
  await page.locator('[id^="rate-"][id$="-by"]').selectOption('p-das');
  await page.locator('[id^="rate-"][id$="-value"]').fill('3');
  await unfold(page, 'details[id^="rate-more-"]');
  await page.locator('[id^="rate-"][id$="-reason"]').fill('The reason of the lowest');
  await page.locator('[id^="rate-"][id$="-submit"]').click();
  assert.equal(await wall.locator('.spread').count(), 0);
  assert.doesNotMatch(await wall.content(), /The reason of the lowest/u);
  await page.locator('[id^="show-"]').click();
  await said('The reason of the lowest');
  for (const size of PROJECTORS) {
    await resize(wall, size);
    const [drawing, reason] = await Promise.all(
      ['.wall-shown .spread', '.wall-said'].map((one) => wall.locator(one).boundingBox()),
    );
    assert.ok(drawing.width > size.width / 2 && drawing.height > size.height / 3);
    assert.ok(reason.x >= drawing.x + drawing.width && reason.x + reason.width <= size.width);
    assert.ok(reason.y >= 0 && reason.y + reason.height <= size.height);
  }
  assert.doesNotMatch(await wall.locator('#app').innerText(), /D\. Cole|S\. Datta/u);
  assert.deepEqual(await axeOn(wall, 'the reveal', [1280]), []);
  await press(page, 'go-actions');
  await page.locator('#agree-text').fill('Ring the school');
  await press(page, 'agree-submit');
  await said('Ring the school');
  await press(page, 'go-outcome');
  await page.locator('form#decide input[name=decision]').first().check();
  await page.locator('#decide-reason').fill('Why');
  await press(page, 'decide-submit');
  await wall.locator('.wall-middle h1').waitFor();
  // The page is loaded anew, and the wall goes on with it; then it is closed, and the wall says so.
  await page.reload();
  await page.locator('#go-map').waitFor();
  await wall.clock.runFor(1500);
  await press(page, 'go-map');
  await said('Follows at once');
  await page.close();
  const gone = wall.getByText("The chair's page is closed; this is what it showed last.");
  for (let tries = 0; tries < 20 && !(await gone.isVisible()); tries += 1)
    await wall.clock.runFor(1000);
  await gone.waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: keep off the wall what is marked and what a child alone raised', async () => {
  const chair = await open();
  const { context, page, faults } = chair;
  const referral = JSON.parse(record('leicester-referral'));
  const child = referral.participants.find(({ kind }) => kind === 'child');
  const plain = { category: 'complicating_factor', origin: 'panel' };
  referral.mapping.push(
    { id: 'm90', ...plain, text: 'Marker of professionals', visible_to: 'professionals' },
    { id: 'm91', ...plain, text: 'Marker of a child', raised_by: [child?.id ?? 'c-kai'] },
    { id: 'm92', ...plain, text: 'Marker for the room' },
  );
  await file(page, JSON.stringify(referral));
  await press(page, 'open-meeting-submit');
  await press(page, 'go-map');
  const wall = await openWall(chair);
  await wall.getByText('Marker for the room').waitFor();
  for (const screen of ['map', 'scaling', 'actions', 'outcome', 'family', 'outputs', 'files']) {
    await press(page, `go-${screen}`);
    const { found } = await wall.evaluate(() => ({ found: document.documentElement.outerHTML }));
    assert.doesNotMatch(found, /Marker of/u, screen);
  }
  assert.deepEqual(faults, []);
  await context.close();
});
