// The papers: for each reader what it tells and leaves out stands before the paper; what points to something withheld is read again first.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PanelRecord } from '../../../dist/node.js';
import { axeOn } from './axe.js';
import { file, makePaper, openWall, press, record, room, unfoldAll } from './setup.js';

const open = room();
const initial = JSON.parse(record('leicester-initial'));

/** Opens the papers of a record. */
async function papersOf(document, options) {
  const opened = await open(options);
  await file(opened.page, JSON.stringify(document));
  await press(opened.page, 'go-outputs');
  return opened;
}

/** The words under a heading of what a copy tells. */
const under = (page, heading) =>
  page.evaluate((title) => {
    const headings = [...document.querySelectorAll('#before-paper h3, #disclosed h3')];
    const from = headings.find(({ textContent }) => textContent.startsWith(title));
    const found = [];
    for (let at = from?.nextElementSibling; at && at.tagName !== 'H3'; at = at.nextElementSibling)
      found.push(at.textContent);
    return found.join('\n');
  }, heading);

test('page: show what a copy tells and leaves out before it is made', async () => {
  const { context, page, faults } = await papersOf(initial);
  // The working record is shown at once; a copy for anyone else is not.
  await page.locator('#paper').waitFor();
  await page.locator('#reader').selectOption('adult-1');
  await page.locator('#before-paper').waitFor();
  assert.equal(await page.locator('#paper, #print, #save-html, #save-markdown').count(), 0);
  await unfoldAll(page);
  const [given, left] = [
    await under(page, 'These words will be given to'),
    await under(page, 'These are left out'),
  ];
  const rating = initial.scaling[1].ratings;
  const own = rating.find(({ by, on_behalf_of: guess }) => by === 'p-parent' && !guess);
  const guess = rating.find(({ on_behalf_of: other }) => other);
  assert.ok(given.includes(own.reason), 'her own reason');
  assert.match(given, /Their own words/u);
  assert.ok(
    !given.includes(guess.reason) && left.includes(guess.reason),
    "a guess at a child's number",
  );
  for (const { date_of_birth: born, views_note: note } of initial.case.people.filter(
    ({ kind }) => kind === 'child',
  )) {
    assert.ok(born && !given.includes(note) && left.includes(note), 'what a child said alone');
  }
  assert.doesNotMatch(`${given}${left}`, /\b(?:p|m|a)-?\d\d\b|\bp-[a-z]+\b|[a-z]_[a-z]/u, 'no ids');
  assert.deepEqual(await axeOn(page, 'what a copy tells', [1280, 320]), []);
  await press(page, 'make-paper');
  await page.frameLocator('#paper').locator('h1').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'print');
  // Another reader, or another paper, is looked at anew.
  await page.locator('#reader').selectOption('adult-2');
  await page.locator('#before-paper').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: give the family no paper where their copies differ, and say so', async () => {
  const document = structuredClone(initial);
  document.case.separate_copies = ['adult-1', 'adult-2'];
  const { context, page, faults } = await papersOf(document);
  assert.equal(await makePaper(page, 'family', 'minutes'), false);
  assert.match(await page.locator('#no-paper').innerText(), /make one for each of them/u);
  // Whoever holds the panel is written no letter.
  assert.equal(await makePaper(page, 'p-chair', 'letter'), false);
  assert.equal(
    await page.locator('#no-paper').innerText(),
    'This paper is not made for R. Osei: choose another.',
  );
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: name what is marked among what is left out, and why', async () => {
  const document = structuredClone(initial);
  document.mapping[2].withheld_from = ['adult-2'];
  document.mapping[7].visible_to = 'professionals';
  const { context, page, faults } = await papersOf(document);
  await page.locator('#reader').selectOption('adult-2');
  await unfoldAll(page);
  const left = await under(page, 'These are left out');
  for (const [entry, why] of [
    [document.mapping[2], 'Marked as not for them'],
    [document.mapping[7], 'Marked for professionals only'],
  ]) {
    assert.ok(left.includes(entry.text), entry.id);
    assert.ok(left.includes(why), why);
  }
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: have what points to something withheld read again before it is given', async () => {
  const document = structuredClone(initial);
  const goal = document.mapping.find(({ category, answers }) => category === 'goal' && answers);
  const danger = document.mapping.find(({ id }) => goal.answers.includes(id));
  danger.withheld_from = ['adult-1'];
  const person = document.participants.find(({ id }) => id === 'p-crasbu');
  person.withheld_from = ['adult-1'];
  document.outcome.reason += ` as ${person.name} said`;
  const { context, page, faults } = await papersOf(document);
  await page.locator('#reader').selectOption('adult-1');
  await page.locator('#confirming').waitFor();
  const asked = await page.locator('#confirming').innerText();
  assert.ok(asked.includes(goal.text.slice(0, 30)), asked);
  assert.ok(asked.includes('The outcome, the reason: '), asked);
  assert.ok(!asked.includes(danger.text.slice(0, 30)), asked);
  assert.deepEqual(await axeOn(page, 'confirming', [1280, 320]), []);
  await press(page, 'confirm-paper');
  await page.locator('#before-paper').waitFor();
  await press(page, 'make-paper');
  const paper = page.frameLocator('#paper').locator('body');
  await paper.getByText(goal.text.slice(0, 40)).first().waitFor();
  assert.ok(!(await paper.innerText()).includes(danger.text));
  // Another paper is confirmed anew.
  await press(page, 'paper-map');
  await page.locator('#confirming').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("page: give a child's own words only where someone hands them over", async () => {
  const document = structuredClone(initial);
  document.participants.push({
    id: 'p-kai',
    kind: 'child',
    name: 'Kai',
    person: 'child-1',
    attendance: 'present',
  });
  const words = 'I want to stay at my nan more';
  document.mapping.push({
    id: 'm90',
    category: 'existing_strength',
    text: words,
    raised_by: ['p-kai'],
    about: ['child-1'],
  });
  const { context, page, faults } = await papersOf(document);
  await page.locator('#reader').selectOption('child-1');
  await page.locator('#before-paper').waitFor();
  await unfoldAll(page);
  assert.ok((await under(page, 'These are left out')).includes(words));
  await page.locator('#handed-over-by').selectOption('p-worker');
  await unfoldAll(page);
  assert.ok((await under(page, 'These words will be given to')).includes(words));
  await press(page, 'make-paper');
  await page.frameLocator('#paper').getByText(words).first().waitFor();
  assert.match(await page.frameLocator('#paper').locator('body').innerText(), /H\. Amin/u);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: say where the record and the journal are saved whom they are for', async () => {
  const { context, page, faults } = await papersOf(initial);
  await press(page, 'go-files');
  assert.match(await page.locator('#whose-files').innerText(), /for those who hold the panel/u);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: show nothing of what a copy tells on the wall', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'go-map');
  const wall = await openWall({ context, page });
  const before = await wall.locator('.wall').innerText();
  await press(page, 'go-outputs');
  await page.locator('#reader').selectOption('adult-1');
  await page.locator('#before-paper, #no-paper, #confirming').first().waitFor();
  await page.clock.runFor(2000);
  assert.equal(await wall.locator('.wall').innerText(), before);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: make for every reader of every record what the library makes, and say why where there is none', async () => {
  for (const name of ['leicester-initial', 'everything']) {
    const { context, page, faults } = await papersOf(JSON.parse(record(name)));
    const handle = PanelRecord.fromJson(record(name));
    const readers = await page
      .locator('#reader option')
      .evaluateAll((all) => all.map((one) => one.value));
    assert.ok(readers.length > 10);
    for (const reader of readers) {
      const isMade = await makePaper(page, reader, 'minutes');
      let code = '';
      try {
        handle.paper('minutes', reader);
      } catch (error) {
        ({ code } = error);
      }
      assert.equal(isMade, code === '', `${reader} ${code}`);
      const told = await page.locator('#no-paper, #confirming').allInnerTexts();
      assert.equal(told.length, isMade ? 0 : 1, reader);
      assert.doesNotMatch(told.join(''), /\b[a-z]+_[a-z]+\b/u);
    }
    assert.deepEqual(faults, []);
    await context.close();
  }
});
