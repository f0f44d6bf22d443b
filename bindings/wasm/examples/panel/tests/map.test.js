// A full house: thirty people with long names, sixty entries. Read by everyone, printed on one page, and said in words rather than ids.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeOn, wideOn } from './axe.js';
import { crowdedJournal } from './crowd.js';
import { file, press, record, room, SCREENS, unfoldAll, unfold } from './setup.js';

const open = room();

/** How many pages a screen is printed on, and their shape. */
async function printed(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/).map(Number);
  return { pages: pdf.match(/\/Type\s*\/Page\b/g).length, landscape: width > height };
}

test('page: show thirty people and sixty entries on every screen at every width, without ids', async () => {
  const { context, page, faults } = await open();
  await file(page, crowdedJournal());
  await page.locator('#go-people').waitFor();
  const wrong = [];
  for (const screen of SCREENS) {
    await press(page, `go-${screen}`);
    if (screen === 'scaling') await press(page, 'show-panel-opening');
    if (screen === 'map') wrong.push(...(await axeOn(page, `${screen}, crowded`, [320])));
    await unfoldAll(page);
    wrong.push(...(await wideOn(page, `${screen}, crowded, all unfolded`, [320, 768, 1920])));
    const words = await page.locator('#app').innerText();
    assert.doesNotMatch(
      words,
      /\b(?:m\d\d|p-[a-z]+|worker_goal|mapping_and_scaling|[a-z]+_[a-z]+)\b/u,
      screen,
    );
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: print the map on one landscape page', async () => {
  const { context, page, faults } = await open();
  for (const text of [crowdedJournal({ rated: false }), record('leicester-initial')]) {
    await file(page, text);
    await press(page, 'go-map');
    const before = await page.locator('#main').boundingBox();
    assert.deepEqual(await printed(page), { pages: 1, landscape: true });
    assert.deepEqual(await page.locator('#main').boundingBox(), before, 'the screen is as it was');
    await press(page, 'go-start');
    await unfold(page, '#forget-details');
    await press(page, 'forget');
  }
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: keep numbers visible in forced colours', async () => {
  const { context, page, faults } = await open({ forcedColors: 'active' });
  await file(page, crowdedJournal());
  await press(page, 'go-scaling');
  await press(page, 'show-panel-opening');
  const seen = await page.evaluate(() => {
    const paint = (name) => {
      const element = document.createElement('p');
      element.style.color = name;
      document.body.append(element);
      const { color } = getComputedStyle(element);
      element.remove();
      return color;
    };
    const fills = (selector) => [
      ...new Set(
        [...document.querySelectorAll(selector)].map((element) => getComputedStyle(element).fill),
      ),
    ];
    return {
      ink: paint('CanvasText'),
      paper: paint('Canvas'),
      words: fills('.spread text'),
      dots: fills('.spread__dot'),
    };
  });
  assert.deepEqual(seen.words, [seen.ink]);
  assert.deepEqual(seen.dots, [seen.paper]);
  assert.deepEqual(faults, []);
  await context.close();
});
