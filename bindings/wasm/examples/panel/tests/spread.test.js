// Numbers on their line: each at its place, none over another, however many they are and however fine the scale.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crowdedJournal } from './crowd.js';
import { file, press, record, room } from './setup.js';

const open = room();

/** The dots of a scale's own numbers, and where on the line each number stands. */
const drawn = (page, scale) =>
  page.locator(`#scale-${scale} .spread`).evaluate((drawing) => {
    const box = (element) => element.getBoundingClientRect();
    const middle = (element) => box(element).left + box(element).width / 2;
    const [own] = [...drawing.querySelectorAll('.spread__line')].map((line) => box(line).top);
    const marks = [...drawing.querySelectorAll('.spread__mark')].filter(
      (mark) => Math.abs(box(mark).top - own) < 40,
    );
    return {
      marks: marks.map((mark) => [Number(mark.textContent), middle(mark)]),
      dots: [...drawing.querySelectorAll('.spread__dot:not(.spread__dot--guess)')].map((dot) => ({
        x: middle(dot),
        y: box(dot).top + box(dot).height / 2,
        wide: box(dot).width,
      })),
    };
  });

function apart(dots) {
  for (const [place, one] of dots.entries()) {
    for (const other of dots.slice(place + 1))
      assert.ok(
        Math.hypot(one.x - other.x, one.y - other.y) > one.wide * 0.9,
        `${JSON.stringify(one)} over ${JSON.stringify(other)}`,
      );
  }
}

test('page: draw thirty numbers two abreast', async () => {
  const { context, page, faults } = await open();
  await file(page, crowdedJournal({ entries: 4 }));
  await press(page, 'go-scaling');
  await press(page, 'show-panel-opening');
  const { marks, dots } = await drawn(page, 'panel-opening');
  assert.equal(dots.length, 27);
  apart(dots);
  const step = marks[1][1] - marks[0][1];
  const over = (number) =>
    dots.filter(({ x }) => Math.abs(x - marks.find(([mark]) => mark === number)[1]) < step / 2);
  assert.deepEqual(
    [3, 4, 5, 6, 7].map((number) => over(number).length),
    [1, 3, 20, 3, 0],
  );
  assert.ok(
    Math.max(...over(5).map(({ y }) => y)) - Math.min(...over(5).map(({ y }) => y)) <
      over(5)[0].wide * 10,
  );
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: draw close numbers of a fine scale without overlap', async () => {
  const { context, page, faults } = await open();
  const told = JSON.parse(record('leicester-initial'));
  told.referral.scale.step = 0.1;
  const values = [4, 4.1, 4.2, 9.9];
  const [one] = told.scaling;
  one.ratings = told.scaling[1].ratings
    .slice(0, values.length)
    .map(({ by, at }, place) => ({ by, value: values[place], at }));
  await file(page, JSON.stringify(told));
  await press(page, 'go-scaling');
  const {
    marks: [[, zero], ...marks],
    dots,
  } = await drawn(page, 'referrer-opening');
  const unit = (marks.at(-1)[1] - zero) / 10;
  assert.deepEqual(dots.map(({ x }) => Number(((x - zero) / unit).toFixed(1))).toSorted(), values);
  apart(dots);
  assert.deepEqual(faults, []);
  await context.close();
});
