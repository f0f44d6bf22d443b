// One window of the page writes, and holds a lock of the browser's for as long as it is open. Every other window follows.

const LOCK = 'support-panel.writer';
/** A window that is loaded anew finds its own lock held until the browser has put the old page away: it asks again for a second. */
const TRIES = 20;
const PAUSE = 50;

/** Takes the lock where it is free, and holds it until the window is closed. */
const takeLock = () =>
  new Promise((resolve, reject) => {
    const held = (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {});
    };
    navigator.locks.request(LOCK, { ifAvailable: true }, held).catch(reject);
  });

/** Whether this window becomes the one that writes. Without locks no two windows can be told apart, and each of them writes. */
export async function claim() {
  if (!navigator.locks) return true;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await takeLock()) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return false;
}

/** Whether the window that writes is gone. */
export async function isFree() {
  const { held } = await navigator.locks.query();
  return !held.some(({ name }) => name === LOCK);
}
