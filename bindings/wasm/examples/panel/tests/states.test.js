// Everything that can be unfolded, refused, paused, left out or put off: each state is readable, and does what it says.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Profile } from '../../../dist/node.js';
import { axeOn } from './axe.js';
import { crowdedJournal } from './crowd.js';
import { file, kept, press, record, room, SCREENS, unfoldAll, unfold } from './setup.js';

const open = room();
const last = async (page) => JSON.parse((await kept(page)).trim().split('\n').at(-1)).event;

test('page: test the folded sections of every screen', async () => {
  const { context, page, faults } = await open({ viewport: { width: 1280, height: 900 } });
  await file(page, crowdedJournal({ people: 0, entries: 9 }));
  await page.locator('#go-actions').waitFor();
  await press(page, 'go-actions');
  await page.locator('#agree-text').fill('Ring the school');
  await press(page, 'agree-submit');
  const { id } = await last(page);
  await unfold(page, `#owner-${id}`);
  await page.locator(`#allocate-${id}-owner`).selectOption('p-bso');
  assert.match(
    await page.locator(`#allocation-${id}`).innerText(),
    /May accept at once\s+C\. Ruiz attended and may accept action “Ring the school” at once\./,
  );
  const wrong = [];
  for (const screen of SCREENS) {
    await press(page, `go-${screen}`);
    await unfoldAll(page);
    wrong.push(
      ...(await axeOn(
        page,
        `${screen}, unfolded`,
        screen === 'map' || screen === 'actions' ? [1280, 320] : [320],
      )),
    );
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: pause, skip a stage, adjourn and reconvene', async () => {
  const { context, page, faults } = await open();
  const wrong = [];
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await unfold(page, '#skip-overview');
  await press(page, 'skip-form-overview-submit');
  assert.equal(
    await page.locator('#skip-form-overview-refusal li').innerText(),
    'Why: nothing is given',
  );
  wrong.push(...(await axeOn(page, 'a stage not left out', [320])));
  await page.locator('#skip-form-overview-reason').fill('Everyone knows it');
  await press(page, 'skip-form-overview-submit');
  assert.deepEqual(await last(page), {
    type: 'skip_stage',
    stage: 'overview',
    reason: 'Everyone knows it',
  });
  assert.match(await page.locator('#stage-overview').innerText(), /Not held/);
  await press(page, 'next-stage');
  await page.clock.fastForward('01:00');
  await press(page, 'pause');
  assert.equal(await page.locator('#clock-state').innerText(), 'Paused');
  const stopped = await page.locator('#clock-time').innerText();
  assert.match(stopped, /^1:0\d$/);
  await page.clock.fastForward('05:00');
  assert.equal(await page.locator('#clock-time').innerText(), stopped);
  wrong.push(...(await axeOn(page, 'paused', [320])));
  await press(page, 'resume');
  await page.clock.fastForward('01:00');
  assert.match(await page.locator('#clock-time').innerText(), /^2:0\d$/);
  await press(page, 'end_stage');
  await unfold(page, '#ending');
  await page.locator('#adjourn-reason').fill('The heating is out');
  await page.locator('#adjourn-reconvene_on').fill('2026-03-19');
  await press(page, 'adjourn-submit');
  assert.deepEqual(await last(page), {
    type: 'adjourn',
    reason: 'The heating is out',
    reconvene_on: '2026-03-19',
  });
  assert.equal(await page.locator('.panel-tag').innerText(), 'Adjourned');
  wrong.push(...(await axeOn(page, 'adjourned', [320])));
  await page.locator('#open-meeting-held_on').fill('2026-03-19');
  await press(page, 'open-meeting-submit');
  assert.equal(await page.locator('.panel-tag').innerText(), 'In session');
  assert.deepEqual(wrong, []);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: show the question bank, and link findings to their cards', async () => {
  const { context, page, faults } = await open();
  await file(page, crowdedJournal({ people: 0, entries: 9 }));
  await press(page, 'go-map');
  const asked = Profile.builtIn()
    .toObject()
    .questions.map(({ text }) => text);
  assert.equal(asked.length, 14);
  assert.deepEqual(
    (await page.locator('.panel-questions li').allTextContents()).toSorted(),
    asked.toSorted(),
  );
  const count = Number((await page.locator('#to-outstanding').innerText()).match(/\d+$/)[0]);
  assert.match(
    await page.locator('#outstanding').innerText(),
    new RegExp(`Before this stage closes: ${count}\\b`),
  );
  await press(page, 'to-outstanding');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'outstanding');
  await unfoldAll(page);
  await press(page, 'finding-stage-SP608-0');
  assert.equal(await page.evaluate(() => location.hash), '#map');
  assert.match(await page.evaluate(() => document.activeElement.id), /^card-m\d\d$/);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: send only the members of an entry that changed', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'go-map');
  await press(page, 'add-to-future_danger');
  await page.locator('#add-text').fill('Two of us are worried');
  await unfold(page, '#more');
  for (const id of ['p-das', 'p-chair'])
    await page.locator(`#add input[name=worried][value=${id}]`).check();
  await page.locator('#add-text').press('Control+Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'add-text');
  assert.equal(await page.locator('#add-text').inputValue(), '');
  const added = await last(page);
  assert.deepEqual(new Set(added.statement.worried), new Set(['p-das', 'p-chair']));
  assert.equal(added.category, 'future_danger');
  assert.equal(
    await page.locator('#add').getAttribute('aria-label'),
    'Add to Future danger',
    'people stay with a question',
  );
  await unfold(page, `#change-${added.id}`);
  await page.locator(`#amend-${added.id}-text`).fill('Both of us are worried');
  await page.locator(`#amend-${added.id}-why`).fill('Plainer');
  await press(page, `amend-${added.id}-submit`);
  assert.deepEqual(await last(page), {
    type: 'amend_entry',
    entry: added.id,
    text: 'Both of us are worried',
    why: 'Plainer',
  });
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: print the map without what is there to press', async () => {
  const { context, page, faults } = await open({ viewport: { width: 1920, height: 1080 } });
  await file(page, crowdedJournal({ people: 0, entries: 12, rated: false }));
  await press(page, 'go-map');
  await page.emulateMedia({ media: 'print' });
  for (const selector of ['button', 'summary', 'textarea', 'select'])
    assert.equal(await page.locator(`${selector}:visible`).count(), 0, selector);
  assert.equal(await page.locator('.panel-entry__text:visible').count(), 12);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: print who came, and nothing of what a copy tells', async () => {
  const { context, page, faults } = await open();
  await file(page, record('leicester-initial'));
  const { participants } = JSON.parse(record('leicester-initial'));
  await press(page, 'go-people');
  const said = page.locator('.panel-on-paper');
  assert.equal(await said.locator('visible=true').count(), 0);
  await page.emulateMedia({ media: 'print' });
  const words = {
    present: 'Here',
    remote: 'By phone or video',
    apologies: 'Apologies',
    absent: 'Did not attend',
  };
  assert.deepEqual(
    await said.locator('visible=true').allInnerTexts(),
    participants.map(({ attendance }) => words[attendance]),
  );
  await page.emulateMedia({ media: 'screen' });
  await press(page, 'go-outputs');
  await page.locator('#reader').selectOption('adult-1');
  await page.locator('#before-paper').waitFor();
  await unfoldAll(page);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.panel-disclosed:visible').count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: hold the browser to the content security policy', async () => {
  const { context, page } = await open({ clock: false });
  const tried = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    document.body.append(script);
    const image = new Image();
    const loaded = new Promise((resolve) => {
      image.onload = () => resolve('loaded');
      image.onerror = () => resolve('stopped');
    });
    image.src = 'http://127.0.0.1:9/a.png';
    return {
      policy: document.querySelector('meta[http-equiv=Content-Security-Policy]').content,
      ran: globalThis.ran,
      image: await loaded,
      fetched: await fetch('http://127.0.0.1:9/').then(
        () => 'sent',
        () => 'stopped',
      ),
      broken: [
        ...(await new Promise((resolve) => {
          const seen = new Set();
          document.addEventListener(
            'securitypolicyviolation',
            ({ effectiveDirective }) =>
              seen.add(effectiveDirective) && seen.size && setTimeout(() => resolve(seen), 50),
          );
          fetch('http://127.0.0.1:9/').catch(() => {});
        })),
      ],
    };
  });
  assert.match(
    tried.policy,
    /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-[^']+'; connect-src 'self';/,
  );
  assert.deepEqual(
    [tried.ran, tried.image, tried.fetched, tried.broken],
    [undefined, 'stopped', 'stopped', ['connect-src']],
  );
  await context.close();
});
