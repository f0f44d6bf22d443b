// The referrer's form: what is written there is the record that the panel sits with. By mouse and by keyboard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeOn } from './axe.js';
import { Keys, Mouse } from './hands.js';
import { file, kept, press, record as readRecord, room, saved } from './setup.js';

const open = room();

const TEXTS = {
  reference: 'EHA-7',
  people_0_name: 'Ruby',
  people_1_name: 'Lena',
  referrer_name: 'H. Amin',
  referrer_agency: 'Family Support',
  professionals_0_name: 'B. Nash',
  professionals_0_agency: 'Primary school',
  reason: 'School and rent',
  best_hopes: 'One plan',
  background: 'Two years alone',
  map_past_harm: 'Found outside at night',
  map_future_danger: 'Hurt on the road\n\n  Home is lost  ',
  map_existing_strength: 'Reads every night',
  map_next_step: 'Write the list',
  prompt: 'How sure am I?',
  worst: 'Nobody steps in',
  best: 'Somebody always does',
};

for (const Hand of [Mouse, Keys]) {
  test(`page: refer a family with the mapping template and a scaling question: ${Hand.name}`, async () => {
    const { context, page, faults } = await open();
    const hand = new Hand(page);
    await hand.press('new');
    await hand.press('referral-submit');
    assert.equal(
      await page.locator('#referral-refusal li').innerText(),
      'Case reference: nothing is given',
    );
    assert.equal(
      await page.locator('#referral-reference-error').textContent(),
      'Error: Nothing is given',
    );
    assert.deepEqual(Hand === Mouse ? await axeOn(page, 'a referral refused') : [], []);
    for (const [name, text] of Object.entries(TEXTS)) await hand.write(`referral-${name}`, text);
    await hand.tick('referral', 'status', 'early_help_assessment');
    await hand.tick('referral', 'people_1_comes', 'yes');
    await hand.tick('referral', 'agreement', 'agreed');
    await hand.tick('referral', 'family_told', 'yes');
    await hand.unfold('seat-details');
    await hand.write('referral-seat_early_help_service_manager', 'R. Osei');
    // What is half written is still there after a reload.
    await page.reload();
    assert.equal(await page.locator('#referral-map_past_harm').inputValue(), TEXTS.map_past_harm);
    await hand.press('referral-submit');
    await page.locator('#open-meeting').waitFor();
    await hand.press('go-files');
    const record = JSON.parse(await saved(page, 'save-record'));
    assert.equal(record.case.reference, 'EHA-7');
    assert.equal(record.case.status, 'early_help_assessment');
    assert.deepEqual(
      record.case.people.map(({ kind, name }) => [kind, name]),
      [
        ['child', 'Ruby'],
        ['parent', 'Lena'],
      ],
    );
    assert.deepEqual(
      record.mapping.map(({ category, text, origin, raised_by: [by] }) => [
        category,
        text,
        origin,
        by,
      ]),
      [
        ['past_harm', 'Found outside at night', 'referral', 'p-referrer'],
        ['future_danger', 'Hurt on the road', 'referral', 'p-referrer'],
        ['future_danger', 'Home is lost', 'referral', 'p-referrer'],
        ['existing_strength', 'Reads every night', 'referral', 'p-referrer'],
        ['next_step', 'Write the list', 'referral', 'p-referrer'],
      ],
    );
    assert.deepEqual(record.referral, {
      received_on: '2026-03-12',
      referrer: 'p-referrer',
      reason: 'School and rent',
      best_hopes: 'One plan',
      background: 'Two years alone',
      mapping_received_on: '2026-03-12',
      scale: {
        id: 'referrer',
        prompt: 'How sure am I?',
        min: 0,
        max: 10,
        step: 1,
        higher_is: 'better',
        anchors: { min: 'Nobody steps in', max: 'Somebody always does' },
      },
    });
    assert.deepEqual(record.agreement, {
      service: { status: 'agreed' },
      sharing: { family_told: true },
    });
    const named = record.participants
      .filter(({ name }) => name)
      .map(({ name, kind, agency }) => [name, kind, agency]);
    assert.deepEqual(named, [
      ['R. Osei', 'professional', 'Early Help'],
      ['H. Amin', 'professional', 'Family Support'],
      ['B. Nash', 'professional', 'Primary school'],
      ['Lena', 'family', undefined],
    ]);
    assert.equal(record.participants.filter(({ seat }) => seat).length, 12);
    // Who comes for a seat is learnt as they come.
    const [, { id }] = record.participants.filter(({ seat }) => seat);
    await hand.press('go-people');
    await hand.unfold(`name-${id}-details`);
    await hand.write(`name-${id}-name`, 'K. Ennis');
    await hand.press(`name-${id}-submit`);
    await page.locator(`#name-${id}`).waitFor({ state: 'detached' });
    assert.match(await page.locator(`#card-${id}`).innerText(), /^K\. Ennis/);
    assert.equal(await page.locator(`#present-${id}`).getAttribute('aria-pressed'), 'true');
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test('page: show every error of a form at once, and drop no one without a name', async () => {
  const { context, page, faults } = await open();
  await press(page, 'new');
  await page.locator('#referral-people_0_name').fill('Ruby');
  await page.locator('#referral-people_1_comes').check();
  await press(page, 'more-people');
  await page.locator('#referral-people_2_born').fill('2019-05-01');
  await page.locator('#referral-professionals_0_agency').fill('Primary school');
  await press(page, 'referral-submit');
  const nameless = 'Name: give a name, or empty what else is said of this person';
  assert.deepEqual(await page.locator('#referral-refusal li').allInnerTexts(), [
    'Case reference: nothing is given',
    nameless,
    nameless,
  ]);
  for (const name of ['people_1_name', 'people_2_name', 'reference'])
    assert.equal(
      await page.locator(`#referral-${name}`).getAttribute('aria-invalid'),
      'true',
      name,
    );
  assert.deepEqual(await axeOn(page, 'three errors at once'), []);
  assert.equal(await page.evaluate(() => localStorage.getItem('support-panel.journal')), null);
  await page.locator('#referral-people_1_name').fill('Lena');
  await page.locator('#referral-people_2_name').fill('Kai');
  await page.locator('#referral-reference').fill('EHA-8');
  await press(page, 'referral-submit');
  await press(page, 'go-files');
  const record = JSON.parse(await saved(page, 'save-record'));
  assert.deepEqual(
    record.case.people.map(({ name }) => name),
    ['Ruby', 'Lena', 'Kai'],
  );
  assert.ok(record.participants.some(({ agency }) => agency === 'Primary school'));
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: show every error of a command at once, and change nothing by looking for them', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'go-actions');
  const before = await kept(page);
  await page.locator('#agree-owner').selectOption('p-ews');
  await press(page, 'agree-submit');
  const [text, chaser, ...more] = await page.locator('#agree-refusal li').allInnerTexts();
  assert.deepEqual([text, more], ['What: nothing is given', []]);
  assert.match(chaser, /^Who follows it up: /u);
  assert.equal(await kept(page), before);
  await press(page, 'undo');
  assert.equal(
    await page.locator('#open-meeting').count(),
    1,
    'the last step is still the opening',
  );
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: ask before half-typed words are given up, and begin no referral over a sitting', async () => {
  const { context, page, faults } = await open();
  await press(page, 'new');
  await page.locator('#referral-reason').fill('School and rent');
  await page.evaluate(() => {
    location.hash = '#start';
  });
  await press(page, 'example');
  await page.locator('#pending').waitFor();
  assert.deepEqual(await axeOn(page, 'words would be given up', [1280, 320]), []);
  await press(page, 'keep-words');
  assert.equal(await page.locator('#referral-reason').inputValue(), 'School and rent');
  await page.evaluate(() => {
    location.hash = '#start';
  });
  await file(page, readRecord('leicester-initial'));
  await press(page, 'give-up');
  await page.locator('#go-people').waitFor();
  const sitting = await kept(page);
  await page.evaluate(() => {
    location.hash = '#referral';
  });
  await page.locator('#resume').waitFor();
  assert.equal(await page.locator('#referral').count(), 0);
  assert.equal(await kept(page), sitting);
  assert.deepEqual(faults, []);
  await context.close();
});
