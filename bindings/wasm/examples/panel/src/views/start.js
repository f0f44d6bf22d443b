// Where a sitting begins: from a referral, a file, the example, or where this browser left off.

import { forgetAll, h, isHalfTyped, say } from '../dom.js';
import { button, details } from '../fields.js';
import { PanelRecord } from '../library.js';
import { putAside, shelf, takeDown } from '../shelf.js';
import { Sitting } from '../sitting.js';
import { forgetKept, forgetSittings } from '../storage.js';
import { shortDay } from '../words.js';
import { save, saveJournal } from './files.js';
import { council } from './profile.js';
import { forgetTroubles } from './upload.js';

export function start(app) {
  const { sitting } = app;
  const page = h(
    'div',
    { class: 'panel-shell' },
    h(
      'header',
      { class: 'panel-header' },
      h(
        'div',
        { class: 'panel-header__row' },
        h(
          'p',
          { class: 'panel-header__name' },
          'Support panel',
          h('span', {}, 'One table, one map, one plan'),
        ),
      ),
    ),
    h(
      'main',
      { id: 'main', tabindex: '-1', class: 'panel-main panel-start' },
      h('h1', { class: 'govuk-heading-l' }, 'Hold a panel'),
      app.trouble &&
        h(
          'div',
          { class: 'govuk-error-summary', role: 'alert', id: 'trouble', tabindex: '-1' },
          h('h2', { class: 'govuk-error-summary__title' }, 'There is a problem'),
          h('p', { class: 'govuk-body' }, app.trouble),
        ),
      app.pending && giveUp(app),
      app.unreadable.length > 0
        ? app.unreadable.map((one) => unreadableHere(app, one))
        : sitting
          ? [resume(app, sitting), putAsideHere(app)]
          : h(
              'div',
              { class: 'panel-pair panel-pair--level' },
              card(
                'New panel',
                'Fill in the referral form and the mapping template.',
                h(
                  'a',
                  { class: 'govuk-button', role: 'button', href: '#referral', id: 'new' },
                  'Start a referral',
                ),
              ),
              card(
                'Open a file',
                'A record (JSON), or the journal of a panel (NDJSON).',
                h(
                  'div',
                  { class: 'govuk-form-group' },
                  h('label', { class: 'govuk-label', for: 'file' }, 'File'),
                  h('input', {
                    class: 'govuk-file-upload',
                    type: 'file',
                    id: 'file',
                    accept: '.json,.ndjson',
                    on: { change: ({ target }) => opened(app, target.files[0]) },
                  }),
                ),
              ),
              card(
                'Try the example',
                'A fictional family in Leicester: the referral is in, the panel is about to sit.',
                button('Open the example', {
                  kind: 'secondary',
                  id: 'example',
                  on: {
                    click: () =>
                      openSitting(app, () => Sitting.of(PanelRecord.fromJson(app.example))),
                  },
                }),
              ),
            ),
      app.unreadable.length === 0 &&
        card(
          "Your council's own profile",
          'Roles, agenda, scales, decisions and rules as your council has them.',
          council(app),
        ),
      h(
        'p',
        { class: 'govuk-body panel-quiet' },
        'Nothing leaves this computer. A panel is kept in this browser after each step, until you delete it.',
      ),
    ),
  );
  return [page, 'Support panel'];
}

/** A kept sitting is never written over: another begins once it has been forgotten. */
const resume = (app, sitting) =>
  h(
    'section',
    { class: 'panel-card panel-card--first', 'aria-labelledby': 'resume-heading' },
    h(
      'h2',
      { class: 'govuk-heading-m', id: 'resume-heading' },
      `Go on with ${named(sitting.now.record)}`,
    ),
    h(
      'p',
      { class: 'govuk-body' },
      `${sitting.now.events.length} step${sitting.now.events.length === 1 ? ' is' : 's are'} kept in this browser.`,
      sitting.lost && ' The last one was cut short and is lost.',
    ),
    sitting.lost &&
      sitting.original &&
      button('Save what was kept, as it is', {
        kind: 'secondary',
        id: 'save-original',
        'data-reads': true,
        on: { click: () => saveJournal(`${sitting.now.record.id}-cut`, sitting.original) },
      }),
    button('Go on', { id: 'resume', 'data-reads': true, on: { click: () => app.go('people') } }),
    details(
      'forget-details',
      'Begin another panel',
      h(
        'p',
        { class: 'govuk-body' },
        'First save the journals that may still be needed, under Files. Then delete everything about this family here.',
      ),
      button('Delete these panels from this browser', {
        kind: 'warning',
        id: 'forget',
        on: { click: () => forget(app) },
      }),
    ),
  );

const named = ({ case: { reference }, meeting: { held_on: heldOn } = {} }) =>
  [reference, shortDay(heldOn)].filter(Boolean).join(', ');

/** Earlier panels that are kept beside the one at hand: to go back to one puts the other in its place. */
function putAsideHere(app) {
  const aside = shelf();
  if (aside.length === 0) return null;
  return h(
    'section',
    { class: 'panel-card', 'aria-labelledby': 'shelf-heading' },
    h('h2', { class: 'govuk-heading-m', id: 'shelf-heading' }, 'Also kept here'),
    h(
      'ul',
      { class: 'panel-then' },
      aside.map(({ document }) =>
        h(
          'li',
          {},
          h('span', { class: 'panel-then__text', dir: 'auto' }, named(document)),
          button(
            [
              'Go back to it',
              h('span', { class: 'govuk-visually-hidden' }, `, ${named(document)}`),
            ],
            {
              kind: 'secondary',
              id: `back-${document.id}`,
              on: { click: () => back(app, document.id) },
            },
          ),
        ),
      ),
    ),
  );
}

function back(app, id) {
  openSitting(app, () => {
    putAside(app.sitting.journal());
    return Sitting.replayed(takeDown(id), {}).keep();
  });
}

const card = (title, words, ...rest) =>
  h(
    'section',
    { class: 'panel-card' },
    h('h2', { class: 'govuk-heading-m' }, title),
    h('p', { class: 'govuk-body' }, words),
    rest,
  );

async function opened(app, file) {
  if (!file) return;
  const text = await file.text();
  openSitting(app, () => Sitting.fromText(text));
}

const KEPT_AS = {
  journal: ['The panel that was kept here', '.ndjson', 'application/x-ndjson'],
  joined: ["What a second device's journal came to", '.json', 'application/json'],
  shelf: ['The panels that were put aside here', '.json', 'application/json'],
  profiles: ["Your council's profiles", '.json', 'application/json'],
  drafts: ['What was half typed here', '.json', 'application/json'],
};

/** What is kept and cannot be read is offered as a file before anything is put over it. */
function unreadableHere(app, { key, text, why }) {
  const [what, ending, type] = KEPT_AS[key];
  return h(
    'section',
    { class: 'panel-card panel-card--first', 'aria-labelledby': `unreadable-${key}` },
    h('h2', { class: 'govuk-heading-m', id: `unreadable-${key}` }, `${what} cannot be read`),
    h(
      'p',
      { class: 'govuk-body' },
      why && `${why}. `,
      'It stays as it is until you delete it. Save it as a file first: someone may be able to fix it.',
    ),
    h(
      'div',
      { class: 'panel-steps' },
      button('Save it as a file', {
        id: `save-unreadable-${key}`,
        'data-reads': true,
        on: { click: () => save(`unreadable-${key}${ending}`, type, text) },
      }),
      button('Delete it', {
        kind: 'warning',
        id: `forget-unreadable-${key}`,
        on: {
          click: () => {
            forgetKept(key);
            app.restore();
            app.redraw();
            document.getElementById('main').focus();
          },
        },
      }),
    ),
  );
}

/** Asks before words that are half typed are given up. */
const giveUp = (app) =>
  h(
    'section',
    { class: 'panel-card panel-card--first', role: 'alert', id: 'pending', tabindex: '-1' },
    h('h2', { class: 'govuk-heading-m' }, 'Something is half typed here'),
    h(
      'p',
      { class: 'govuk-body' },
      `${app.sitting ? 'A form of this panel' : 'The referral'} has words in it that were not yet sent. Opening another panel discards them.`,
    ),
    h(
      'div',
      { class: 'panel-steps' },
      button('Keep them', {
        id: 'keep-words',
        on: {
          click: () => {
            app.pending = null;
            if (app.sitting) app.redraw();
            else app.go('referral');
          },
        },
      }),
      button('Discard them and open it', {
        kind: 'warning',
        id: 'give-up',
        on: { click: () => opening(app, app.pending) },
      }),
    ),
  );

function openSitting(app, make) {
  if (!isHalfTyped()) return opening(app, make);
  app.pending = make;
  app.redraw();
  document.getElementById('pending').focus();
}

function opening(app, make) {
  app.pending = null;
  try {
    app.trouble = null;
    const sitting = make();
    forgetAll();
    forgetTroubles();
    app.open(sitting);
  } catch (error) {
    if (error.code === undefined) throw error;
    app.trouble = `The file could not be opened: ${app.plain(error)}`;
    app.redraw();
    document.getElementById('trouble').focus();
  }
}

function forget(app) {
  forgetSittings();
  forgetAll();
  forgetTroubles();
  app.sitting = null;
  app.redraw();
  document.getElementById('main').focus();
  say('The panels are deleted from this browser');
}
