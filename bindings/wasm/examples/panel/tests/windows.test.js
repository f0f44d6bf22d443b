// Two windows on one sitting: one writes, the other follows. And what this browser cannot read, or cannot keep.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeOn } from './axe.js';
import { PATIENCE } from './browser.js';
import { file, kept, press, record, room, saved, unfold } from './setup.js';

const open = room();
const ready = (page) => page.waitForFunction(() => document.documentElement.dataset.ready);

/** Another window on the same sitting. */
async function another({ context, page }) {
  const next = await context.newPage();
  next.setDefaultTimeout(PATIENCE);
  await next.goto(page.url());
  await ready(next);
  return next;
}

const add = async (page, text) => {
  await page.locator('#add-text').fill(text);
  await press(page, 'add-submit');
};

test('page: let one window write and every other follow, until it is closed', async () => {
  const first = await open();
  const { context, page, faults } = first;
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  await press(page, 'go-map');
  const follower = await another(first);
  assert.equal(
    await follower.locator('#following').innerText(),
    'Another window of this browser writes this panel; this one follows it and changes nothing.',
  );
  assert.equal(await page.locator('#following').count(), 0);
  // What is noted in the one is seen in the other, which can change nothing.
  await add(page, 'Seen in both windows');
  await follower.getByText('Seen in both windows', { exact: true }).first().waitFor();
  const journal = await kept(page);
  assert.equal(await follower.locator('#add-submit').isDisabled(), true);
  const enabled = await follower.locator('#app :is(form button, form textarea):enabled').count();
  assert.equal(enabled, 0);
  await follower.evaluate(() => {
    for (const control of document.querySelectorAll('#add *')) control.disabled = false;
    document.getElementById('add-text').value = 'Written by the follower';
    document.getElementById('add').requestSubmit();
  });
  assert.equal(await kept(follower), journal);
  assert.deepEqual(await axeOn(follower, 'following', [1280, 320]), []);
  // Each window shows the screen that it was asked for.
  await press(follower, 'go-scaling');
  await add(page, 'One more');
  await page.locator('#add-text').fill('Half a tho');
  assert.equal(await follower.evaluate(() => location.hash), '#scaling');
  // The window that writes is closed: the other says so, and takes over with all that was noted and typed.
  const last = await kept(page);
  await page.close();
  await follower.clock.fastForward(3000);
  await follower.locator('#take-over').waitFor();
  assert.match(
    await follower.locator('#following').innerText(),
    /is closed; this one changes nothing until you take over/,
  );
  await press(follower, 'take-over');
  await follower.locator('#following').waitFor({ state: 'detached' });
  await press(follower, 'go-map');
  assert.equal(await follower.locator('#add-text').inputValue(), 'Half a tho');
  assert.equal(await kept(follower), last);
  await press(follower, 'add-submit');
  assert.ok(
    (await kept(follower)).startsWith(last) && (await kept(follower)).includes('Half a tho'),
  );
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: follow profiles, panels put aside and forgetting', async () => {
  const first = await open();
  const { context, page, faults } = first;
  const follower = await another(first);
  assert.equal(await follower.locator('#example').isDisabled(), true);
  await file(
    page,
    'id = "ours"\nversion = "1"\nextends = "leicester-masp"',
    'ours.toml',
    'council',
  );
  await follower.locator('#councils').waitFor();
  await file(page, record('leicester-initial'));
  await follower.locator('#go-people').waitFor();
  await press(page, 'to-next');
  await press(page, 'next-panel-submit');
  await follower.locator('#go-last-time').waitFor();
  await press(follower, 'go-start');
  await follower.locator('#shelf-heading').waitFor();
  await press(page, 'go-start');
  await unfold(page, '#forget-details');
  await press(page, 'forget');
  await follower.locator('#example').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: offer an unreadable journal as a file before anything is put over it', async () => {
  const { context, page, faults } = await open();
  const broken = '{"journal":"support-panel-journal/1","rec';
  await page.evaluate((text) => {
    localStorage.setItem('support-panel.journal', text);
    localStorage.setItem('support-panel.shelf', '["half');
  }, broken);
  await page.reload();
  await ready(page);
  assert.match(
    await page.locator('#main').innerText(),
    /The panel that was kept here cannot be read/,
  );
  assert.deepEqual(await axeOn(page, 'unreadable', [1280, 320]), []);
  await page.evaluate(() => {
    location.hash = '#referral';
  });
  for (const id of ['example', 'file', 'referral', 'council'])
    assert.equal(await page.locator(`#${id}`).count(), 0, id);
  assert.equal(await saved(page, 'save-unreadable-journal'), broken);
  assert.equal(await saved(page, 'save-unreadable-shelf'), '["half');
  await press(page, 'forget-unreadable-journal');
  assert.equal(await page.locator('#unreadable-journal').count(), 0);
  await press(page, 'forget-unreadable-shelf');
  await page.evaluate(() => {
    location.hash = '#start';
  });
  await press(page, 'example');
  await page.locator('#open-meeting').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: keep a journal that was cut as it is until the next step', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'open-meeting-submit');
  const cut = (await kept(page)).slice(0, -9);
  await page.evaluate((text) => localStorage.setItem('support-panel.journal', text), cut);
  await page.reload();
  await press(page, 'go-start');
  assert.match(await page.locator('#main').innerText(), /The last one was cut short and is lost/);
  assert.equal(await saved(page, 'save-original'), cut);
  assert.equal(await kept(page), cut);
  assert.deepEqual(faults, []);
  await context.close();
});

test('page: say where it cannot scroll away that nothing is kept, and again on leaving', async () => {
  const { context, page, faults } = await open();
  await press(page, 'example');
  await press(page, 'go-map');
  assert.equal(await page.locator('#unkept').count(), 0);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await add(page, 'Not kept');
  const notice = page.locator('#unkept');
  for (const top of [0, 1e6]) {
    await page.evaluate((y) => scrollTo(0, y), top);
    const { y, height } = await notice.boundingBox();
    assert.ok(y >= 0 && y + height <= 901, `${y} of ${height} at ${top}`);
  }
  assert.deepEqual(await axeOn(page, 'not kept', [1280, 320]), []);
  assert.match(await saved(page, 'save-unkept'), /Not kept/);
  assert.deepEqual(faults, []);
  // Whoever leaves is answered, and the window is gone before its browser is asked to go.
  page.removeAllListeners('dialog');
  const closed = page.waitForEvent('close');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), 'beforeunload');
  await dialog.accept();
  await closed;
  await context.close();
});
