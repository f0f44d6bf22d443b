// A council officer drops a profile: all its faults with line and column in words, or the readable page for the board.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Profile } from '../../../dist/node.js';
import { axeOn } from './axe.js';
import { file, press, room, saved, unfold } from './setup.js';

const open = room();
const sketch = (name) =>
  readFileSync(
    new URL(`../../../../../crates/support-panel/examples/profiles/${name}.toml`, import.meta.url),
    'utf8',
  );
const details = (text) => {
  const { id, version } = Profile.fromToml(text).toObject();
  return { id, key: `profile-own%20${encodeURIComponent(`${id} ${version}`)}` };
};
const NORFOLK = sketch('norfolk-conference');

test('page: say every fault of a profile with its line, and keep none of it', async () => {
  const { context, page, faults } = await open();
  const wrong = NORFOLK.replace('required = true', 'required = "yes"')
    .replace('title = ', 'titel = ')
    .replace(/^higher_is = "better"/mu, 'higher_is = "beter"');
  const expected = Profile.check(wrong).faults;
  assert.ok(expected.length >= 3, 'the file has several faults');
  await file(page, wrong, 'ours.toml', 'council');
  const items = page.locator('#council-error li');
  await items.first().waitFor();
  assert.equal(await items.count(), expected.length);
  for (const [index, { line, column, message, remedy }] of expected.entries())
    assert.equal(
      await items.nth(index).innerText(),
      `Line ${line}, column ${column}: ${message}. ${remedy}`,
    );
  assert.equal(await page.locator('#councils').count(), 0);
  assert.deepEqual(await axeOn(page, 'a profile with faults'), []);
  // A file that is no profile at all is a fault as any other.
  await file(page, '{"id": ', 'ours.json', 'council');
  await page.locator('#council-error', { hasText: 'ours.json, 1 fault' }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: show a profile to the board, and what changed in it', async () => {
  const { context, page, faults } = await open();
  const { id, key } = details(NORFOLK);
  await file(page, NORFOLK, 'ours.toml', 'council');
  await page.locator('#councils').waitFor();
  const { counts, silent } = Profile.check(NORFOLK);
  const said = `${counts.map(({ of, n }) => `${n} ${of}`).join(', ')}.`;
  assert.ok((await page.locator('#said').innerText()).endsWith(said));
  await unfold(page, `[id="${key}"]`);
  const shown = page.locator(`[id="${key}"]`);
  assert.ok((await shown.innerText()).includes(said));
  assert.ok((await shown.innerText()).includes(`Rules that stay silent: ${silent.length}`));
  const of = (what) => key.replace(/^profile/u, what);
  const board = page.frameLocator(`[id="${of('page')}"]`);
  await board.locator('h1').waitFor();
  assert.match(await board.locator('h1').innerText(), /^Profile: /u);
  const html = await saved(page, of('save'));
  assert.equal(html, Profile.fromToml(NORFOLK).show('html'));
  // The next edition, in which an anchor is worded otherwise.
  const next = NORFOLK.replace(/^version = ".*"/mu, 'version = "next"').replace(
    /^anchors = \{ min = "/mu,
    'anchors = { min = "Now: ',
  );
  assert.notEqual(next, NORFOLK);
  await file(page, next, 'next.toml', 'council');
  const newer = details(next).key;
  await unfold(page, `[id="${newer}"]`);
  const from = newer.replace(/^profile/u, 'from');
  await page
    .locator(`[id="${from}"]`)
    .selectOption(decodeURIComponent(key.slice('profile-'.length)));
  const changes = Profile.fromToml(NORFOLK).diff(Profile.fromToml(next));
  assert.ok(
    changes.some(({ consequence }) => consequence),
    'something follows',
  );
  for (const { message, consequence } of changes) {
    const line = page.locator(`[id="${newer}"] li`, { hasText: message });
    await line.first().waitFor();
    if (consequence) assert.ok((await line.first().innerText()).includes(consequence));
  }
  assert.deepEqual(await axeOn(page, 'a profile read'), []);
  // What is kept is read again without its file.
  await page.reload();
  await page.locator('#councils').waitFor();
  await unfold(page, `[id="${key}"]`);
  await board.locator('h1').waitFor();
  assert.equal(id, 'norfolk-conference');
  assert.deepEqual(faults, []);
  await context.close();
});
