// One panel after another: the next one prepared, the last one beside it, and the way back. By mouse and by keyboard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeOn } from './axe.js';
import { Keys, Mouse } from './hands.js';
import { file, kept, press, record, room, saved, unfold } from './setup.js';

const open = room();
const initial = record('leicester-initial');

for (const Hand of [Mouse, Keys]) {
  test(`page: prepare the next panel and show the last one's numbers beside it: ${Hand.name}`, async () => {
    const { context, page, faults } = await open();
    const hand = new Hand(page);
    const moved = page.locator('[aria-labelledby=moved-panel-opening]');
    /** The dots on the scale as it went from panel to panel, and no more. */
    const dots = async (count) => {
      await moved
        .locator('.spread__dot')
        .nth(count - 1)
        .waitFor();
      assert.equal(await moved.locator('.spread__dot').count(), count);
    };
    const states = [];
    const look = async (state) => Hand === Mouse && states.push(...(await axeOn(page, state)));
    await file(page, initial);
    await hand.press('to-next');
    assert.equal(await page.locator('#next-panel-held_on').inputValue(), '2026-04-30');
    await hand.date('next-panel-held_on', '2026-03-01');
    await hand.press('next-panel-submit');
    assert.match(
      await page.locator('#next-panel-refusal').innerText(),
      /expected a day that is not before 12 March 2026/,
    );
    const concluded = await kept(page);
    await hand.date('next-panel-held_on', '2026-04-30');
    await hand.press('next-panel-submit');
    await page.locator('#last-heading').waitFor();
    await look('last time');
    assert.match(await page.locator('#main').innerText(), /Decided\s+Continue with early help/);
    await dots(13);
    assert.equal(await saved(page, 'save-last'), concluded);

    await hand.tick('open-meeting', 'day', '2026-04-30');
    await hand.press('open-meeting-submit');
    await hand.press('go-people');
    for (const id of ['p-chair', 'p-ews', 'p-parent']) await hand.press(`present-${id}`);
    await hand.press('go-scaling');
    await hand.press('ask-1');
    for (const [by, value] of [
      ['p-chair', '7'],
      ['p-ews', '2'],
      ['p-parent', '8'],
    ]) {
      if (await page.locator('#another-panel-opening').count())
        await hand.unfold('another-panel-opening');
      else await hand.unfold('rating-panel-opening');
      await hand.pick('rate-panel-opening-by', by);
      await hand.write('rate-panel-opening-value', value);
      await hand.press('rate-panel-opening-submit');
    }
    // No one's number leans on what was said last time, and none is shown there before its time.
    assert.equal(await page.locator('#scale-panel-opening .spread').count(), 0);
    await hand.press('go-last-time');
    assert.match(await moved.innerText(), /join them once they are shown/);
    await dots(13);
    await hand.press('go-scaling');
    await hand.press('show-panel-opening');
    assert.equal(await page.locator('#scale-panel-opening .spread__join').count(), 3);
    assert.deepEqual(await page.locator('#scale-panel-opening .spread__lane').allTextContents(), [
      '12 March 2026',
      'This panel',
    ]);
    assert.match(
      await page.locator('#scale-panel-opening').innerText(),
      /Professionals: lowest 3 then, 2 now\. 2 gave a number both times: 1 better, 1 worse\./,
    );
    await look('scaling, beside last time');
    await hand.press('go-last-time');
    await dots(16);
    await page.reload();
    await dots(16);
    await look('last time, with this panel');

    // What was put aside is not lost: back to it, and forth again.
    await hand.press('go-start');
    await look('start, with a panel put aside');
    await hand.press('back-masp-2026-031');
    assert.equal(await kept(page), concluded);
    await hand.press('go-start');
    await hand.press('back-panel-EHA-20418-2026-04-30');
    await hand.press('go-actions');
    assert.match(await page.locator('#card-a1').innerText(), /the panel of Thursday 12 March 2026/);
    assert.deepEqual(states, []);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test('page: bring the previous panel from a file and refuse another', async () => {
  const { context, page, faults } = await open();
  const review = JSON.parse(record('leicester-review'));
  delete review.actions;
  await file(page, JSON.stringify(review));
  await press(page, 'go-last-time');
  await file(page, record('smallest'), 'smallest.json', 'bring');
  await page.locator('#bring-error').waitFor();
  assert.match(
    await page.locator('#bring-error').innerText(),
    /another panel than the one that was before/,
  );
  await file(page, '{', 'cut.json', 'bring');
  await page.locator('#bring-error', { hasText: 'line 1 column' }).waitFor();
  assert.deepEqual(await axeOn(page, 'a panel not taken'), []);
  await file(page, initial, 'initial.json', 'bring');
  await page.locator('#last-heading').waitFor();
  assert.equal(await page.locator('#bring').count(), 0);
  await unfold(page, '#findings-since-SP610');
  assert.match(
    await page.locator('#main').innerText(),
    /“Set up a payment plan and write to say that notice is on hold…” was open in record of 12 March 2026,/,
  );
  assert.deepEqual(await axeOn(page, 'what the last panel left'), []);
  assert.deepEqual(faults, []);
  await context.close();
});
