// Files that come from elsewhere: a council's own profile, and the journal of a second device. By mouse and by keyboard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '../../../dist/node.js';
import { axeOn } from './axe.js';
import { Keys, Mouse } from './hands.js';
import { kept, press, room, saved, unfold } from './setup.js';

const open = room();

const OURS = `
id = "our-panel"
version = "2027.1"
title = "Our own panel"
extends = "leicester-masp"
[[scales]]
id = "panel"
prompt = "Where are we today?"
[[local_rules]]
code = "OP001"
title = "No school named"
severity = "warning"
path = "/participants"
when = true
message = "Say which school the child goes to."
`;
const WRONG = `id = "our-panel"\nversion = "2027.1"\nquorum = { min_agencies = "three" }\n[chair]\nseats = ["managr"]\n[[seats]]\nid = "manager"\n`;

for (const Hand of [Mouse, Keys]) {
  test(`page: refuse a council's faulty profile with its location, then use and keep a good one: ${Hand.name}`, async () => {
    const { context, page, faults } = await open();
    const hand = new Hand(page);
    await hand.press('new');
    await hand.unfold('council-details');
    await hand.file('council', 'ours.toml', WRONG);
    await page.locator('#council-error').waitFor();
    assert.match(
      await page.locator('#council-error').innerText(),
      /ours\.toml, 2 faults, and it is not kept\s+Line 3, column 27: "three": found a text, expected a whole number.*\s+Line 5, column 10: "managr".* did you mean "manager"\?.*Write "manager"\./su,
    );
    assert.equal(await page.evaluate(() => document.activeElement.id), 'council');
    assert.match(
      await page.locator('#said').innerText(),
      /ours\.toml: 2 faults, and it is not kept/,
    );
    assert.deepEqual(Hand === Mouse ? await axeOn(page, 'a profile refused') : [], []);
    await hand.file('council', 'ours.toml', OURS);
    await page.locator('#councils').waitFor();
    assert.equal(
      await page.locator('#referral-profile option:checked').innerText(),
      'Our own panel, Leicester City Council, version 2027.1',
    );
    await page.reload();
    await hand.pick('referral-profile', 'own our-panel 2027.1');
    await hand.write('referral-reference', 'EH-7');
    await hand.write('referral-referrer_name', 'H. Amin');
    await hand.press('referral-submit');
    await page.locator('#open-meeting').waitFor();
    assert.match(await page.locator('.panel-header__name').innerText(), /Our own panel/);
    // Its own rule is asked, also on a page that was loaded anew.
    await hand.unfold('outstanding-rest');
    assert.match(await page.locator('#outstanding').innerText(), /Say which school/);
    await hand.press('go-files');
    const record = await saved(page, 'save-record');
    assert.deepEqual(JSON.parse(record).profile, { id: 'our-panel', version: '2027.1' });
    // Its record finds its profile again, and what is forgotten of a family leaves the council's profile.
    await hand.press('go-start');
    await hand.unfold('forget-details');
    await hand.press('forget');
    await hand.file('file', 'record.json', record);
    await page.locator('#open-meeting').waitFor();
    assert.match(await page.locator('.panel-header__name').innerText(), /Our own panel/);
    assert.deepEqual(faults, []);
    await context.close();
  });

  test(`page: merge the journal of a second device and decide its conflicts: ${Hand.name}`, async () => {
    const { context, page, faults } = await open();
    const hand = new Hand(page);
    await hand.press('example');
    await page.locator('#open-meeting').waitFor();
    await hand.press('open-meeting-submit');
    await hand.press('go-files');
    const { session: theirs } = Session.replay(await saved(page, 'save-journal'));
    const by = 'p-das';
    theirs.apply(
      {
        type: 'add_entry',
        id: 'm05-abc',
        category: 'goal',
        text: 'Two adults on the list',
        raised_by: [by],
      },
      { at: '2026-03-12T09:40:00+00:00', by },
    );
    theirs.apply(
      {
        type: 'amend_entry',
        entry: 'm04',
        text: 'Maya reads to Ava <b>nightly</b>',
        why: 'Shorter',
      },
      { at: '2026-03-12T09:40:10+00:00', by },
    );
    theirs.apply(
      { type: 'record_best_hopes', text: 'A plan' },
      { at: '2026-03-12T09:40:20+00:00', by },
    );
    await hand.press('go-map');
    await hand.unfold('change-m04');
    await hand.write('amend-m04-text', 'Maya reads with Ava');
    await hand.write('amend-m04-why', 'Plainer');
    await hand.press('amend-m04-submit');
    await hand.press('go-files');
    await page.clock.fastForward('15:00');
    await hand.file('join', 'theirs.ndjson', theirs.journal());
    await page.locator('#joined').waitFor();
    assert.match(
      await page.locator('#joined').innerText(),
      /2 steps of theirs\.ndjson joined\. 1 could not be, and is for you to decide\./,
    );
    await hand.unfold('joined-taken');
    assert.match(
      await page.locator('#joined-taken').innerText(),
      /L\. Hart: Something was put on the map.*“Two adults on the list”/,
    );
    const conflict = page.locator('.panel-conflict');
    assert.match(
      await conflict.innerText(),
      /Theirs: 09:40 L\. Hart: An entry was changed.*“Maya reads to Ava <b>nightly<\/b>”\n+Yours: .*“Maya reads with Ava”\n+Not taken: yours touches the same thing\./,
    );
    if (Hand === Mouse) assert.deepEqual(await axeOn(page, 'joined'), []);
    await page.reload();
    await hand.press('theirs-0');
    assert.equal(await conflict.count(), 0);
    await hand.press('go-map');
    assert.equal(
      await page.locator('#card-m04 .panel-entry__text').innerText(),
      'Maya reads to Ava <b>nightly</b>',
    );
    assert.equal(await page.locator('#card-m05-abc').count(), 1);
    await hand.press('go-files');
    const before = await kept(page);
    await hand.file('join', 'other.ndjson', before.replace('EHA-20418', 'EHA-99999'));
    await page.locator('#join-error').waitFor();
    assert.equal(await kept(page), before);
    assert.match(await page.locator('#join-error').innerText(), /other\.ndjson, .*line 1/);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test('page: give ids that differ between two devices', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'go-files');
  const journal = await saved(page, 'save-journal');
  const ids = [];
  for (let device = 0; device < 2; device += 1) {
    await press(page, 'go-start');
    await unfold(page, '#forget-details');
    await press(page, 'forget');
    await page.locator('#file').setInputFiles({
      name: 'a.ndjson',
      mimeType: 'application/x-ndjson',
      buffer: Buffer.from(journal),
    });
    await press(page, 'go-map');
    await page.locator('#add-text').fill('He was out again');
    await press(page, 'add-submit');
    ids.push(JSON.parse((await kept(page)).trim().split('\n').at(-1)).event.id);
  }
  assert.match(ids[0], /^m01-[a-z0-9]{3}$/);
  assert.notEqual(ids[0], ids[1]);
  assert.deepEqual(faults, []);
  await context.close();
});
