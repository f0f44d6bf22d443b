// One window of the page writes, every other follows. It holds a lock of the browser's for as long as it is open. A page that is opened
// from disk may be lent no lock: there the window that writes puts its name into the storage that all of them read, and takes it away as
// it closes. A name may be left behind, so that no one takes over but by a press.

import { keepWriterName, writerName } from './storage.js';

const LOCK = 'support-panel.writer';
/** A window that is loaded anew finds its own lock held until the browser has put the old page away: it asks again for a second. */
const TRIES = 20;
const PAUSE = 50;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE));

/** Takes the lock where it is free, and holds it until the window is closed. */
const takeLock = () =>
  new Promise((resolve, reject) => {
    const held = (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {});
    };
    navigator.locks.request(LOCK, { ifAvailable: true }, held).catch(reject);
  });

let lent = true;
/** Whether the browser lends this page a lock. */
export const isLent = () => lent;

/** Whether this window becomes the one that writes, and where there is no lock under which name. */
export async function claim() {
  try {
    return await claimLock();
  } catch (error) {
    if (!['SecurityError', 'InvalidStateError'].includes(error.name)) throw error;
    lent = false;
    return claimName();
  }
}

async function claimLock() {
  if (!navigator.locks) throw new DOMException('no locks', 'SecurityError');
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await takeLock()) return { writes: true };
    await pause();
  }
  return { writes: false };
}

async function claimName() {
  for (let tries = 0; writerName() && tries < TRIES; tries += 1) await pause();
  if (writerName()) return { writes: false };
  const name = crypto.randomUUID();
  keepWriterName(name);
  // Of two windows that are opened at once the later one writes.
  await pause();
  if (![name, ''].includes(writerName())) return { writes: false };
  addEventListener('pagehide', () => writerName() === name && keepWriterName(''));
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  return { writes: true, name };
}

/** Whether the window that writes is gone. */
export async function isFree() {
  if (!lent) return writerName() === '';
  const { held } = await navigator.locks.query();
  return !held.some(({ name }) => name === LOCK);
}

/** Begins anew as the window that writes. */
export function takeOver() {
  if (!lent) keepWriterName('');
  location.reload();
}
