// The page: which screen is shown, and drawing it anew after each command.

import { init, initExtras } from './library.js';
import { draw, say, unfold } from './dom.js';
import { fitWall } from './fit-text.js';
import { REASON, wantsReason, wrong } from './refusal.js';
import { Sitting } from './sitting.js';
import { shell } from './views/shell.js';
import { start } from './views/start.js';
import { referral } from './views/referral.js';
import { makeRoom, tick } from './views/clock.js';

const app = {
  sitting: null,
  example: '',

  /** Draws the screen that the address names. */
  redraw() {
    const screen = app.screen();
    const [node, title] =
      screen === 'start' ? start(app) : screen === 'referral' ? referral(app) : shell(app, screen);
    document.title = title;
    draw(document.getElementById('app'), node);
    fitWall();
    makeRoom();
    tick(app);
  },

  screen() {
    const named = location.hash.slice(1);
    if (named === 'referral') return named;
    return app.sitting && named !== 'start' ? named || 'people' : 'start';
  },

  go(screen) {
    if (location.hash === `#${screen}`) arrive();
    else location.hash = screen;
  },

  open(sitting, screen = 'people') {
    app.sitting = sitting;
    app.go(screen);
  },

  /** Gives a command outside a form: a refusal is said, and shown at the top. */
  tell(command, said = 'Noted', by = app.sitting.keyboard) {
    try {
      app.sitting.tell(command, by);
      app.notice = null;
    } catch (error) {
      if (error.code === undefined) throw error;
      app.notice = wantsReason(app, error)
        ? `${REASON.label}: ${wrong(app, error)}`
        : wrong(app, error);
    }
    app.redraw();
    say(app.notice ?? said);
  },

  /** What an error says, with names in place of ids, and without its code. */
  plain(error) {
    const message = (error.message ?? String(error)).replace(` (${error.code})`, '');
    return app.sitting ? app.sitting.now.words.plain(message) : message;
  },
};

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

await Promise.all([init(), initExtras()]);
app.example = await fetch('./example.json').then((answer) => answer.text());
try {
  app.sitting = Sitting.restored();
} catch (error) {
  app.trouble = `What this browser kept could not be read: ${error.message}`;
}
addEventListener('hashchange', arrive);
addEventListener('popstate', () => app.redraw());
addEventListener('resize', makeRoom);
app.redraw();
setInterval(() => tick(app), 1000);
document.documentElement.dataset.ready = 'true';
// Only over HTTPS, and not where the browser's settings forbid it: the page works without, as long as it is not loaded anew offline.
navigator.serviceWorker?.register('./service-worker.js').catch(() => {});
document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault();
  document.getElementById('main').focus();
});
