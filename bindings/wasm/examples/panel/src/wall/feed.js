// The chair's side of the wall: a sheet for each screen that the room may follow, and the clock each second.

import { mayWrite } from '../storage.js';
import { clockOf } from '../views/clock.js';
import { feedWalls } from './link.js';
import { isOnWall, sheetOf } from './sheet.js';

/** Feeds the walls of a page. `show` is called after each drawing, `tick` each second. */
export function feed(app) {
  let screen = 'map';
  let last = '';
  const current = () => ({ sheet: sheet(app, screen), clock: clock(app) });
  const link = feedWalls(current);
  return {
    show() {
      if (isOnWall(app.screen())) screen = app.screen();
      if (!link.isHeard() || !mayWrite()) return;
      const told = current();
      const text = JSON.stringify(told.sheet);
      if (text !== last) link.tell(told);
      last = text;
    },
    tick: () => link.isHeard() && mayWrite() && link.tell({ clock: clock(app) }),
  };
}

function sheet({ sitting }, screen) {
  if (!sitting) return { kind: 'title', title: '' };
  const { record, hidden, standing, handle } = sitting.now;
  const dueOn = (id) => handle.dueOn(id, { profile: sitting.rules });
  return sheetOf({ record, hidden, standing, dueOn, profile: sitting.profile }, screen);
}

const clock = ({ sitting }) => (sitting ? clockOf(sitting) : null);
