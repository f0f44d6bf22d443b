// A number that has not been shown is nowhere: numbers that stand nowhere else are planted, and every screen is searched.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PanelRecord, Profile, Session } from '../../../dist/node.js';
import {
  file,
  makePaper,
  openWall,
  press,
  record,
  room,
  saved,
  SCREENS,
  unfoldAll,
} from './setup.js';

const open = room();
/** Each paper that has numbers, for those who hold the panel and for others. */
const PAPERS = ['professionals', 'family', 'adult-1', 'child-1', 'p-chair'].flatMap((reader) =>
  ['minutes', 'map', 'plan', reader === 'professionals' ? 'before-you-send' : 'letter'].map(
    (paper) => [reader, paper],
  ),
);
const PLANTED = /737|881|419|653/;
const REASON = 'It was 737 last week';

/** Leicester's profile with a scale so long that its numbers are found. */
const profile = (independent) =>
  Profile.fromToml(`
id = "planted"
version = "1"
extends = "leicester-masp"
[[scales]]
id = "panel"
max = 1000
independent = ${independent}
`);

/** A sitting in which three people have given a number each, the lowest last, and nothing is shown; then what is `told` besides. */
function journal(under, ...told) {
  const referral = JSON.parse(record('leicester-referral'));
  referral.profile = { id: 'planted', version: '1' };
  const session = Session.open(PanelRecord.fromJson(referral), under);
  let minute = 0;
  const tell = (command, by = 'p-chair') => {
    minute += 1;
    session.apply(command, { at: `2026-03-12T09:${`${minute}`.padStart(2, '0')}:00Z`, by });
  };
  tell({ type: 'open_meeting', chair: 'p-chair', note_taker: 'p-bso' });
  const raters = ['p-chair', 'p-das', 'p-ews', 'p-parent', 'p-gran'];
  for (const participant of raters) tell({ type: 'arrive', participant });
  tell({ type: 'start_stage', stage: 'mapping_and_scaling' });
  tell({ type: 'open_round', scale: 'panel', round: 'opening' });
  const numbers = [881, 737, 419];
  numbers.forEach((value, index) => {
    const reason = index === 0 ? { reason: REASON } : {};
    const target = { scale: 'panel', round: 'opening', by: raters[index] };
    tell({ type: 'rate', ...target, value, ...reason }, raters[index]);
  });
  for (const [at, command] of told) {
    minute = at - 1;
    tell(command);
  }
  return session.journal();
}

/** All that a state of the page shows, says, keeps and would hand out; of what is kept, the sitting itself aside. */
async function everything(page) {
  const frames = await Promise.all(page.frames().map((frame) => frame.content()));
  const kept = await page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((store) =>
      Object.entries(store).filter(([key]) => key !== 'support-panel.journal'),
    ),
  );
  return [await page.title(), ...frames, JSON.stringify(kept)].join('\n');
}

/** Where a planted number is found, on every screen, on the wall beside it, in every paper and every file. */
async function leaks({ page, context }, planted = PLANTED) {
  const wall = await openWall({ page, context });
  const found = [];
  const look = async (where) => {
    const [number] = (await everything(page)).match(planted) ?? [];
    if (number) found.push(`${where}: ${number}`);
  };
  const search = (where, text) => planted.test(text) && found.push(where);
  for (const screen of SCREENS) {
    await press(page, `go-${screen}`);
    await unfoldAll(page);
    await look(screen);
    if (planted.test(await wall.content())) found.push(`${screen}, on the wall`);
    if (screen === 'outputs')
      for (const [reader, paper] of PAPERS) {
        const where = `${paper} for ${reader}`;
        await page.locator('#reader').selectOption(reader);
        if ((await page.locator(`#paper-${paper}`).count()) === 0) continue;
        await press(page, `paper-${paper}`);
        await unfoldAll(page);
        await look(`${where}, before it is made`);
        const isMade = await makePaper(page, reader, paper);
        await look(where);
        // Before anything is decided there may be nothing to give the family; the panel's own papers are always made.
        if (!isMade) {
          assert.notEqual(reader, 'professionals', where);
          continue;
        }
        search(`${where} as a page`, await saved(page, 'save-html'));
        search(`${where} as Markdown`, await saved(page, 'save-markdown'));
      }
    if (screen === 'files') search('the record', await saved(page, 'save-record'));
  }
  await wall.close();
  return found;
}

for (const independent of [false, true]) {
  test(`page: hide numbers until the reveal, independent = ${independent}`, async () => {
    const { context, page, faults } = await open();
    const under = profile(independent);
    await file(page, under.toJson(), 'planted.json', 'council');
    await page.locator('#councils').waitFor();
    await file(page, journal(under), 'journal.ndjson');
    await press(page, 'go-scaling');
    // One more is typed here, and half of another.
    await page.locator('#rate-panel-opening-by').selectOption('p-parent');
    await page.locator('#rate-panel-opening-value').fill('653');
    await press(page, 'rate-panel-opening-submit');
    const names = page.locator('#scale-panel-opening .panel-number strong');
    await names.nth(3).waitFor();
    await page.locator('#rate-panel-opening-value').fill('653');
    assert.deepEqual(await leaks({ page, context }), []);
    await page.reload();
    await page.locator('#go-scaling').waitFor();
    assert.deepEqual(await leaks({ page, context }), []);
    // In the order in which they were given, which is that of no number.
    await press(page, 'go-scaling');
    const order = await names.allInnerTexts();
    assert.deepEqual(order.length, 4);
    await press(page, 'show-panel-opening');
    const shown = await names.allInnerTexts();
    assert.deepEqual(shown, [order[2], order[3], order[1], order[0]], 'the lowest first');
    const found = await leaks({ page, context });
    for (const where of [
      'scaling',
      'scaling, on the wall',
      'minutes for professionals as Markdown',
      'the record',
    ])
      assert.ok(
        found.some((one) => one.startsWith(where)),
        `${where} shows what is shown`,
      );
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test('page: hide the numbers of a round that was undone and is asked again', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'present-p-chair');
  await press(page, 'go-scaling');
  const ask = async () => {
    await page.getByRole('button', { name: /^Ask this question.*On this scale/u }).click();
    await page.locator('[id^="show-"]').waitFor();
  };
  await ask();
  await page.locator('[id^="show-"]').click();
  await page.locator('[id^="show-"]').waitFor({ state: 'detached' });
  await press(page, 'undo');
  await ask();
  assert.equal(await page.locator('[id^="show-"]').count(), 1);
  assert.deepEqual(faults, []);
  await context.close();
});

/** The reveal on one device, and a guess that another sealed after it and without knowing of it, each with its minute. */
const ROUND = { scale: 'panel', round: 'opening' };
const REVEAL = [30, { type: 'reveal', ...ROUND }];
const whose = { by: 'p-chair', on_behalf_of: { participant: 'p-gran' } };
const GUESS = [31, { type: 'rate', ...ROUND, ...whose, value: 653 }];
for (const { device, here, theirs, planted } of [
  { device: 'that revealed', here: REVEAL, theirs: GUESS, planted: /653/ },
  { device: 'that sealed it', here: GUESS, theirs: REVEAL, planted: PLANTED },
]) {
  test(`page: keep a guess that was sealed on one device closed where the other revealed, on the one ${device}`, async () => {
    const { context, page, faults } = await open();
    const under = profile(true);
    await file(page, under.toJson(), 'planted.json', 'council');
    await page.locator('#councils').waitFor();
    await file(page, journal(under, here), 'here.ndjson');
    await press(page, 'go-files');
    await file(page, journal(under, theirs), 'theirs.ndjson', 'join');
    await page.locator('#joined').waitFor();
    assert.match(
      await page.locator('#joined').innerText(),
      /0 steps of theirs\.ndjson joined\. 1 could not be, and is for you to decide\./,
    );
    assert.deepEqual(await leaks({ page, context }, planted), []);
    assert.deepEqual(faults, []);
    await context.close();
  });
}
