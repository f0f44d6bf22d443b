// Who may see what: marks are put on entries, actions, people and views, told where they stand, and taken off with a reason.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeOn } from './axe.js';
import { Keys, Mouse } from './hands.js';
import { file, kept, openWall, press, record, room, unfold } from './setup.js';

const open = room();
const last = async (page) => JSON.parse((await kept(page)).trim().split('\n').at(-1)).event;

for (const Hand of [Mouse, Keys]) {
  test(`page: mark an entry, and take the mark off with a reason: ${Hand.name}`, async () => {
    const { context, page, faults } = await open();
    const hand = new Hand(page);
    await hand.press('example');
    await hand.press('open-meeting-submit');
    await hand.press('go-map');
    await hand.unfold('change-m02');
    await hand.unfold('marks-m02');
    await hand.tick('mark-m02', 'to', 'professionals');
    await hand.tick('mark-m02', 'withheld_from', 'adult-2');
    if (Hand === Mouse) assert.deepEqual(await axeOn(page, 'marking an entry', [1280, 320]), []);
    await hand.press('mark-m02-submit');
    assert.deepEqual(await last(page), {
      type: 'mark',
      target: 'm02',
      visible_to: 'professionals',
      withheld_from: ['adult-2'],
    });
    assert.match(
      await page.locator('#card-m02 .panel-entry__note').last().innerText(),
      /professionals only, not for /u,
    );
    // To show it to someone who might not see it needs a reason, which is asked for beside its field.
    await hand.unfold('change-m02');
    await hand.unfold('marks-m02');
    await hand.tick('mark-m02', 'to', '');
    await page.locator('#mark-m02 input[value="adult-2"]').uncheck();
    await hand.press('mark-m02-submit');
    const refusal = page.locator('#mark-m02-refusal');
    assert.match(await refusal.innerText(), /Why: a reason is needed/u);
    await hand.write('mark-m02-why', 'She said it to all of us');
    await hand.press('mark-m02-submit');
    assert.deepEqual(await last(page), {
      type: 'mark',
      target: 'm02',
      clear: ['visible_to', 'withheld_from'],
      why: 'She said it to all of us',
    });
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test('page: mark an action, a person and a view, and say beside each whom it is not for', async () => {
  const { context, page, faults } = await open();
  await file(page, record('leicester-initial'));
  const document = JSON.parse(record('leicester-initial'));
  const [{ id: action }] = document.actions;
  const [{ id: participant }] = document.participants;
  const [{ id: person }] = document.case.people;
  const mark = async (id) => {
    await unfold(page, `#marks-${id}`);
    await page.locator(`#mark-${id} input[name=to][value=professionals]`).check();
    await press(page, `mark-${id}-submit`);
  };
  await press(page, 'go-actions');
  await page.locator('#amend-why').fill('Asked for by the family');
  await mark(action);
  assert.deepEqual((await last(page)).change, {
    type: 'mark',
    target: action,
    visible_to: 'professionals',
  });
  assert.match(await page.locator(`#card-${action}`).innerText(), /Professionals only/u);
  await press(page, 'go-people');
  await unfold(page, '#people-marks');
  await mark(participant);
  assert.match(await page.locator(`#card-${participant}`).innerText(), /professionals only/u);
  await press(page, 'go-family');
  await mark(person);
  assert.equal((await last(page)).change.target, person);
  assert.match(await page.locator(`#marks-${person}`).innerText(), /professionals only/u);
  assert.deepEqual(await axeOn(page, 'marked views', [1280, 320]), []);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: keep off the wall what is marked while the panel sits', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'go-map');
  const text = await page.locator('#card-m01 .panel-entry__text').innerText();
  const wall = await openWall({ context, page });
  await wall.getByText(text, { exact: true }).waitFor();
  await unfold(page, '#change-m01');
  await unfold(page, '#marks-m01');
  await page.locator('#mark-m01 input[name=to][value=professionals]').check();
  await press(page, 'mark-m01-submit');
  await wall.getByText(text, { exact: true }).waitFor({ state: 'detached' });
  assert.deepEqual(faults, []);
  await context.close();
});

for (const Hand of [Mouse, Keys]) {
  test(`page: undo that takes a mark off asks why: ${Hand.name}`, async () => {
    const { context, page, faults } = await open();
    const hand = new Hand(page);
    await hand.press('example');
    await hand.press('open-meeting-submit');
    await hand.press('go-map');
    await hand.unfold('change-m02');
    await hand.unfold('marks-m02');
    await hand.tick('mark-m02', 'to', 'professionals');
    await hand.press('mark-m02-submit');
    const note = page.locator('#card-m02 .panel-entry__note').last();
    const steps = (await kept(page)).trim().split('\n').length;
    const asks = async (button) => {
      await hand.press(button);
      await page.locator('#take-back-why:focus').waitFor();
      assert.match(await note.innerText(), /professionals only/u);
    };
    // What is flashed lasts for seconds, which the keyboard may need for its way there.
    if (Hand === Mouse) {
      await asks('flash-undo');
      assert.deepEqual(await axeOn(page, 'why it is taken back', [1280, 320]), []);
    } else await asks('undo');
    await hand.press('take-back-leave');
    await page.locator('#taking-back').waitFor({ state: 'detached' });
    await asks('undo');
    await hand.press('take-back-submit');
    assert.match(await page.locator('#take-back-refusal').innerText(), /Why: a reason is needed/u);
    assert.equal((await kept(page)).trim().split('\n').length, steps, 'nothing was taken back');
    await hand.write('take-back-why', 'Put on the wrong entry');
    await hand.press('take-back-submit');
    assert.deepEqual(await last(page), { type: 'undo', why: 'Put on the wrong entry' });
    await page.locator('#taking-back').waitFor({ state: 'detached' });
    assert.doesNotMatch(await page.locator('#card-m02').innerText(), /professionals only/iu);
    assert.equal(
      await page.locator('#flash-undo').count(),
      0,
      'what was taken back is put back by redo',
    );
    await hand.press('redo');
    assert.match(await note.innerText(), /professionals only/u);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test('page: mark what the worker brings and why the panel decided, and take a mark off with a reason', async () => {
  const { context, page, faults } = await open();
  await file(page, record('leicester-initial'));
  const { outcome } = JSON.parse(record('leicester-initial'));
  const [{ by }] = outcome.dissent;
  const parts = {
    family: [['referral'], ['service'], ['sharing']],
    outcome: [['decision_reason'], ['feedback'], ['dissenting_view', by]],
  };
  for (const [screen, marked] of Object.entries(parts)) {
    await press(page, `go-${screen}`);
    await page.locator('#amend-why').fill('Asked for by the family');
    for (const [part, target] of marked) {
      const id = ['part', part, target].filter(Boolean).join('-');
      await unfold(page, `#marks-${id}`);
      await page.locator(`#mark-${id} input[name=to][value=professionals]`).check();
      await press(page, `mark-${id}-submit`);
      const expected = {
        type: 'mark',
        part,
        ...(target && { target }),
        visible_to: 'professionals',
      };
      assert.deepEqual((await last(page)).change, expected);
      assert.match(await page.locator(`#marks-${id}`).innerText(), /professionals only/u);
    }
    assert.deepEqual(await axeOn(page, `${screen}, marked`, [1280, 320]), []);
  }
  await unfold(page, '#marks-part-feedback');
  await page.locator('#mark-part-feedback input[name=to][value=""]').check();
  await page.locator('#mark-part-feedback-why').fill('Read out to all of them');
  await press(page, 'mark-part-feedback-submit');
  const { change } = await last(page);
  assert.deepEqual(
    [change.part, change.clear, change.why],
    ['feedback', ['visible_to'], 'Read out to all of them'],
  );
  assert.doesNotMatch(
    await page.locator('#marks-part-feedback').innerText(),
    /Who may see it: .*professionals only/u,
  );
  assert.deepEqual(faults, []);
  await context.close();
});
