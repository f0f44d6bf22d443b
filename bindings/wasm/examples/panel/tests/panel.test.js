// A whole panel by mouse, in a real Chromium.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeOn } from './axe.js';
import { Mouse } from './hands.js';
import * as leicester from './leicester.js';
import { kept, makePaper, room, saved, SCREENS } from './setup.js';

const open = room();

/** The library's papers, each as the page saves it: readable by everyone, and the map on one landscape page. */
async function papers(page, context) {
  const wrong = [];
  for (const [reader, name] of [
    ['professionals', 'minutes'],
    ['professionals', 'map'],
    ['professionals', 'plan'],
    ['professionals', 'before-you-send'],
    ['family', 'minutes'],
    ['family', 'letter'],
    ['adult-1', 'map'],
    ['child-1', 'child'],
  ]) {
    assert.equal(await makePaper(page, reader, name), true, `${name} for ${reader}`);
    const paper = await context.newPage();
    await paper.setContent(await saved(page, 'save-html'));
    wrong.push(...(await axeOn(paper, `${name} for ${reader}`)));
    if (reader === 'professionals' && name === 'map') {
      const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1');
      const [, width, height] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/);
      assert.ok(Number(width) > Number(height), `the map is printed ${width} by ${height}`);
      assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1);
    }
    await paper.close();
  }
  assert.deepEqual(wrong, []);
}

test('page: run a whole panel by mouse, with a reload, then offline', async () => {
  const { context, page, faults } = await open();
  const hand = new Mouse(page);
  const states = [];
  const look = async (state, widths) => states.push(...(await axeOn(page, state, widths)));
  await look('start');
  await leicester.open(hand, look);
  await leicester.people(hand);
  await page.locator('#go-people').click();
  // Once it is no longer said what was done last.
  await page.clock.runFor(9000);
  await look('people');

  await page.clock.runFor('02:56');
  assert.match(await page.locator('#clock-state').innerText(), /^Nearly time: \d+ seconds left$/);
  assert.match(await page.locator('#said').innerText(), /Background and summary: Nearly time/);
  await page.clock.runFor('01:05');
  assert.match(await page.locator('#clock-state').innerText(), /^Over time by \d+ seconds?$/);
  assert.match(await page.locator('#said').innerText(), /the planned time is over/);
  await look('over time');

  await leicester.map(hand);
  await look('map');
  await leicester.scaling(hand, async () => {
    assert.equal(await page.locator('#scale-panel-opening').locator('.spread').count(), 0);
    assert.deepEqual(
      new Set(
        await page.locator('#scale-panel-opening').locator('.panel-number__value').allInnerTexts(),
      ),
      new Set(['Given']),
    );
    await look('scaling, hidden');
    await page.locator('#go-map').click();
    await hand.write('add-text', 'Half a thou');
    const journal = await kept(page);
    await page.reload();
    await page.waitForSelector('#add-text');
    assert.equal(await kept(page), journal);
    assert.equal(await page.locator('#add-text').inputValue(), 'Half a thou');
    await hand.write('add-text', '');
    await context.setOffline(true);
    await page.locator('#go-scaling').click();
  });
  const spread = page.locator('#scale-panel-opening .spread');
  assert.equal(await spread.locator('.spread__dot').count(), 14);
  assert.equal(await spread.locator('.spread__dot--guess').count(), 1);
  assert.match(
    await spread.getAttribute('aria-label'),
    /^Own numbers: .*D\. Cole 3.*\. Where others thought they would be: H\. Amin 7 for Kai$/,
  );
  assert.match(
    await page.locator('#scale-panel-opening .panel-groups').innerText(),
    /Professionals: 11 numbers from 3 to 6, 3 apart\.\s+Lowest 3, D\. Cole: “Attendance is still falling”/,
  );
  await look('scaling, shown');
  await leicester.actions(hand);
  await look('actions');
  await page.locator('#undo').click();
  assert.equal(await page.locator('#card-a05 dd').first().innerText(), 'No one yet');
  await page.locator('#redo').click();
  await leicester.outcome(hand);
  for (const screen of SCREENS) {
    await page.locator(`#go-${screen}`).click();
    await look(`${screen}, concluded`, [320]);
  }
  await leicester.judge(page);
  assert.match(await saved(page, 'save-journal'), /^\{"journal":"support-panel-journal\/1"/);
  await page.locator('#go-outputs').click();
  assert.match(await saved(page, 'save-html'), /^<!DOCTYPE html>/);
  assert.match(await saved(page, 'save-markdown'), /^# /);
  await papers(page, context);
  assert.deepEqual(states, []);
  assert.deepEqual(faults, []);
  await context.close();
});
