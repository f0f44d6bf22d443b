// What must not be overlooked, in sight wherever the page is scrolled to: another window writes, nothing is kept, or this computer's
// clock was wrong or stood still.

import { h, say } from '../dom.js';
import { button } from '../fields.js';
import { isKept, mayWrite } from '../storage.js';
import { now, roughly, timeOfDay } from '../words.js';
import { isLent, takeOver } from '../writer.js';
import { saveJournal } from './files.js';
import { reasonToTakeBack, takeBack } from './take-back.js';

const FOLLOWING =
  'Another window of this browser writes this panel; this one follows it and changes nothing.';
const GONE =
  'The window that wrote this panel is closed; this one changes nothing until you take over.';
const UNLOCKED =
  'This page was opened from disk, where the browser lends no lock to tell two windows apart. Another window writes this panel, or was not closed properly; this one follows it and changes nothing. If no other is open, take over here.';
const UNKEPT =
  'This browser keeps nothing: its storage is full or blocked. Save the journal before you close this window.';

export function notices(app) {
  const { sitting } = app;
  const [following, unkept] = [!mayWrite(), !isKept()];
  return h(
    'div',
    { id: 'notices', class: 'panel-notices' },
    app.flash &&
      sitting &&
      h(
        'div',
        { class: 'panel-notice panel-notice--flash', id: 'flash' },
        h('p', {}, app.flash.said),
        app.flash.steps > 0 &&
          sitting.may('undo') &&
          button('Undo', {
            kind: 'secondary',
            id: 'flash-undo',
            on: {
              click: () => takeBack(app, app.flash.steps, `Taken back: ${app.flash.said}`),
            },
          }),
      ),
    sitting && reasonToTakeBack(app),
    following &&
      h(
        'div',
        { class: 'panel-notice', id: 'following' },
        h('p', {}, app.writerGone ? GONE : isLent() ? FOLLOWING : UNLOCKED),
        (app.writerGone || !isLent()) &&
          button('Take over here', {
            id: 'take-over',
            'data-reads': true,
            on: { click: takeOver },
          }),
      ),
    sitting && app.clock.behind > 0 && isBehind(app.clock.behind),
    app.clock.gap && sitting?.now.events.length === app.clock.gap.steps && gap(app, app.clock.gap),
    unkept &&
      h(
        'div',
        { class: 'panel-notice panel-notice--warning', id: 'unkept' },
        h('p', {}, UNKEPT),
        sitting &&
          button('Save the journal', {
            kind: 'secondary',
            id: 'save-unkept',
            on: { click: () => saveJournal(sitting.now.record.id, sitting.journal()) },
          }),
      ),
  );
}

/** How wrong the clock is, in one sentence, and what follows of it. */
const isBehind = (minutes) =>
  h(
    'div',
    { class: 'panel-notice panel-notice--warning', id: 'behind' },
    h(
      'p',
      {},
      `This computer's clock is ${roughly(minutes)} behind the last step noted here: one of the two clocks was wrong. `,
      'Every step is still taken; until this clock has caught up, its time is that of the last step.',
    ),
  );

/** A time through which nothing ran here is a pause of the panel's where the chair says so. */
function gap(app, { from, until }) {
  const time = (at) => timeOfDay(now(new Date(at)));
  const length = roughly(Math.round((until - from) / 60_000));
  return h(
    'div',
    { class: 'panel-notice', id: 'gap' },
    h(
      'p',
      {},
      `From ${time(from)} to ${time(until)} this page did not run: the computer slept, or the page was closed. Did the panel pause? Say so before the next step.`,
    ),
    button(`It paused for ${length}`, {
      id: 'gap-paused',
      on: {
        click: () =>
          app.attempt(() => app.sitting.pauseBetween(from, until), `A pause of ${length} is noted`),
      },
    }),
    button('It went on', {
      kind: 'secondary',
      id: 'gap-went-on',
      on: {
        click: () => {
          app.clock = { ...app.clock, gap: null };
          app.redraw();
          say('The time counts');
        },
      },
    }),
  );
}

/** Says that the window that wrote is closed. */
export const sayGone = () => say(GONE);

/** In a window that follows, only what reads can be pressed. */
export function readOnly(root) {
  if (mayWrite()) return;
  for (const control of root.querySelectorAll('button, input, select, textarea'))
    if (!control.matches('[data-reads], .panel-link')) control.disabled = true;
}
