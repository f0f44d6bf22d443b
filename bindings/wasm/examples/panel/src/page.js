// The page: which screen is shown, and drawing it anew after each command.

import { example, extrasModule, isOneFile, mainModule, sessionModule } from './embedded.js';
import { init, initExtras, initSession } from './library.js';
import { draw, say, unfold } from './dom.js';
import './fit-text.js';
import { REASON, wantsReason, wrong } from './refusal.js';
import { Sitting } from './sitting.js';
import { shell } from './views/shell.js';
import { start } from './views/start.js';
import { referral } from './views/referral.js';
import { makeRoom, tick } from './views/clock.js';
import { notices, readOnly, sayGone } from './views/notices.js';
import { forgetRead, loadLocalRules } from './councils.js';
import { watchClock } from './computer-clock.js';
import {
  allowWriting,
  isKept,
  mayWrite,
  onWritten,
  savedJournal,
  savedView,
  unreadable,
} from './storage.js';
import { feed } from './wall/feed.js';
import { claim, isFree } from './writer.js';

const app = {
  sitting: null,
  example: '',
  /** What this browser keeps and cannot read: shown before anything is put over it. */
  unreadable: [],
  /** Whether the window that this one follows is closed. */
  writerGone: false,
  /** What was done last, in how many steps, for as long as it is said. */
  flash: null,
  /** What waits for a reason before it is taken back. */
  takingBack: null,
  /** How many steps of the sitting are drawn. */
  drawn: 0,
  /** What is to be said of this computer's clock. */
  clock: { behind: 0, gap: null },
  /** What feeds the wall windows, in the window that writes. */
  wall: null,

  /** Draws the screen that the address names. */
  redraw() {
    const screen = app.screen();
    const [node, title] =
      screen === 'start' ? start(app) : screen === 'referral' ? referral(app) : shell(app, screen);
    document.title = title;
    const root = document.getElementById('app');
    draw(root, node, notices(app));
    readOnly(root);
    makeRoom();
    tick(app);
    app.wall?.show();
    app.drawn = app.sitting?.now.events.length ?? 0;
  },

  screen() {
    const named = location.hash.slice(1);
    if (app.unreadable.length > 0) return 'start';
    // A referral begins another sitting, and a sitting that is kept is never written over.
    if (named === 'referral') return app.sitting ? 'start' : named;
    return app.sitting && named !== 'start' ? named || 'people' : 'start';
  },

  go(screen) {
    if (location.hash === `#${screen}`) arrive();
    else location.hash = screen;
  },

  open(sitting, screen = 'people') {
    app.sitting = sitting;
    app.clock = { behind: 0, gap: null };
    app.takingBack = null;
    app.go(screen);
  },

  /** Gives a command outside a form: a refusal is said, and shown at the top. */
  tell: (command, said, by) => app.attempt(() => app.sitting.tell(command, by), said),

  /** Does what may be refused. */
  attempt(act, said) {
    try {
      act();
    } catch (error) {
      return app.refused(error);
    }
    app.done(said);
  },

  /** Says why something was not taken; what is no refusal is thrown. */
  refused(error) {
    if (error.code === undefined) throw error;
    app.notice = wantsReason(app, error)
      ? `${REASON.label}: ${wrong(app, error)}`
      : wrong(app, error);
    app.redraw();
    say(app.notice);
  },

  /** Draws what was done, and says it for a while where it can be taken back. */
  done(said = 'Noted') {
    [app.notice, app.takingBack] = [null, null];
    const events = app.sitting?.now.events ?? [];
    // What was taken back is put back in the header: taking back once more would be something else.
    const isUndo = events.at(-1)?.event.type === 'undo';
    app.flash = { said, steps: isUndo ? 0 : events.length - app.drawn };
    clearTimeout(flashing);
    flashing = setTimeout(endFlash, FLASH);
    app.redraw();
    say(said);
  },

  /** What an error says, with names in place of ids, and without its code. */
  plain(error) {
    const message = (error.message ?? String(error)).replace(` (${error.code})`, '');
    return app.sitting ? app.sitting.now.words.plain(message) : message;
  },
};

/** How long is said what was done, in milliseconds. */
const FLASH = 8000;
let flashing;

function endFlash() {
  app.flash = null;
  document.getElementById('flash')?.remove();
  makeRoom();
}

function arrive() {
  app.notice = null;
  app.redraw();
  document.getElementById('main')?.focus();
  scrollTo(0, 0);
}

/** Goes to a field or card on a screen, opening what it is folded into. */
app.reach = (screen, id) => {
  if (app.screen() !== screen) {
    history.pushState(null, '', `#${screen}`);
    app.notice = null;
    app.redraw();
  }
  const element = document.getElementById(id) ?? document.getElementById('main');
  for (let at = element; at; at = at.parentElement)
    if (at.tagName === 'DETAILS' && at.id) unfold(at.id);
  element.focus();
};

/** Brings back what this browser keeps; what cannot be read is left as it is, and shown. */
app.restore = (view) => {
  app.unreadable = unreadable();
  try {
    app.sitting = Sitting.restored(view);
  } catch (error) {
    app.sitting = null;
    app.unreadable.push({ key: 'journal', text: savedJournal(), why: app.plain(error) });
  }
};

/** Follows what the window that writes has written. What is shown, and how large, stays this window's own. */
async function follow(written) {
  if (mayWrite() || ['drafts', 'probe', 'awake'].includes(written)) return;
  const { paper } = app.sitting?.view ?? {};
  forgetRead();
  await loadLocalRules();
  app.restore({ ...savedView(), paper });
  app.redraw();
}

async function lookForWriter() {
  const gone = await isFree();
  if (gone === app.writerGone || mayWrite()) return;
  app.writerGone = gone;
  app.redraw();
  if (gone) sayGone();
}

export async function startPage() {
  const [{ writes, name }] = await Promise.all([
    claim(),
    mainModule().then(init),
    sessionModule().then(initSession),
    extrasModule().then(initExtras),
  ]);
  await loadLocalRules();
  if (writes) allowWriting(name);
  else setInterval(lookForWriter, 1000);
  onWritten(follow);
  addEventListener('beforeunload', (event) => {
    if (!isKept()) event.preventDefault();
  });
  document.addEventListener('toggle', ({ target }) => readOnly(target), { capture: true });
  app.example = await example();
  app.restore();
  const watch = watchClock(app);
  addEventListener('hashchange', arrive);
  addEventListener('popstate', () => app.redraw());
  addEventListener('resize', makeRoom);
  // A window that follows has no wall of its own.
  if (writes) app.wall = feed(app);
  app.redraw();
  setInterval(() => {
    watch();
    tick(app);
    app.wall?.tick();
  }, 1000);
  // Only over HTTPS, and not where the browser's settings forbid it: the page works without, as long as it is not loaded anew offline.
  if (!isOneFile) navigator.serviceWorker?.register('./service-worker.js').catch(() => {});
  document.getElementById('skip').addEventListener('click', (event) => {
    event.preventDefault();
    document.getElementById('main').focus();
  });
}
