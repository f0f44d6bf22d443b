// This computer's clock: whether it is behind the steps that are noted, and times through which the page did not run in a stage, as the
// computer slept or the page was closed. The library takes every stamp as it is said; here it is told to those who sit there.

import { say } from './dom.js';
import { keepAwake, mayWrite, savedAwake } from './storage.js';

/** How far a clock may be behind without a word, in seconds: as far as the library lets it. */
const TOLERANCE = 5 * 60;
/** A page in the background may be called only once in a minute: what is longer than three is a gap, in milliseconds. */
const GAP = 3 * 60_000;
/** How often is kept that the page is awake, in milliseconds. */
const KEPT_EVERY = 10_000;

/** Looks at the clock; to be called each second. What is found is drawn where it changes. */
export function watchClock(app) {
  let [awake, kept] = [savedAwake(), 0];
  return () => {
    const now = Date.now();
    const found = { behind: behind(app), gap: gapOf(app, awake, now) };
    awake = now;
    if (mayWrite() && Math.abs(now - kept) >= KEPT_EVERY) {
      keepAwake(now);
      kept = now;
    }
    if (JSON.stringify(found) === JSON.stringify(app.clock)) return;
    const isNew = found.gap !== null && app.clock.gap === null;
    app.clock = found;
    app.redraw();
    if (isNew) say(document.querySelector('#gap p').textContent);
  };
}

/** In whole minutes, so that it is drawn anew no more often. */
function behind({ sitting }) {
  const seconds = sitting?.behind() ?? 0;
  return seconds > TOLERANCE ? Math.floor(seconds / 60) : 0;
}

/** A gap in a running stage, until the next step: what was noted after it is not set back before it. */
function gapOf({ sitting, clock }, awake, now) {
  if (!mayWrite() || sitting?.now.standing !== 'running') return null;
  const steps = sitting.now.events.length;
  if (clock.gap?.steps === steps) return clock.gap;
  const from = Math.max(awake, Date.parse(sitting.now.events.at(-1).at));
  return awake > 0 && now - from > GAP ? { from, until: now, steps } : null;
}
