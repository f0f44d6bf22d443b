// The papers: for whom, which, what it tells them and leaves out, and then the paper itself, to be printed and saved.

import { h } from '../dom.js';
import { button, folded, select } from '../fields.js';
import { fileNameOf, isChild, papersFor, readersOf, spokenOf, toConfirm, write } from '../paper.js';
import { fileName, save } from './files.js';
import { placed } from '../disclosures.js';
import { disclosed } from './disclosed.js';
import { frame } from './frame.js';
import { withheld } from './withheld.js';

/** Why there may be no paper for a reader, in the page's words. */
const NO_PAPER = {
  empty_paper: ({ name }) => `There is nothing in it for ${name} yet.`,
  separate_copies: () => 'Their copies differ: make one for each of them, not one for all.',
  wrong_reader: ({ name }) => `This paper is not made for ${name}: choose another.`,
  unknown_reader: () => 'They are not in the record any more: choose someone else.',
};

export function papers(app) {
  const { sitting } = app;
  const readers = readersOf(sitting.now);
  const chosen = readers.find(({ id }) => id === sitting.view.reader) ?? readers[0];
  const reader = {
    ...chosen,
    handedOverBy: isChild(chosen) ? app.handedOver?.[chosen.id] : undefined,
  };
  const offered = papersFor(reader, sitting.now);
  const [paper, title] = offered.find(([name]) => name === sitting.view.paper) ?? offered[0];
  const choose = (change) => {
    sitting.show(change);
    app.redraw();
  };
  return [
    select({
      id: 'reader',
      name: 'reader',
      label: 'For whom',
      none: false,
      'data-reads': true,
      value: reader.id,
      options: readers.map(({ id, name }) => [id, name]),
      on: { change: ({ target }) => choose({ reader: target.value }) },
    }),
    h(
      'div',
      { class: 'panel-choices', role: 'group', 'aria-label': 'Paper' },
      offered.map(([name, words]) =>
        h(
          'button',
          {
            type: 'button',
            class: 'panel-choice',
            id: `paper-${name}`,
            'data-reads': true,
            'aria-pressed': name === paper ? 'true' : 'false',
            on: { click: () => choose({ paper: name }) },
          },
          words,
        ),
      ),
    ),
    isChild(reader) && handingOver(app, reader),
    withheld(sitting),
    made(app, { paper, title, reader }),
  ];
}

/**
 * A child's copy is made to be found at home, and shows no more than every copy in the family would; one with the child's own words
 * is handed over by someone, who is asked for anew each time the page is opened.
 */
const handingOver = (app, { id, handedOverBy }) =>
  select({
    id: 'handed-over-by',
    name: 'handed-over-by',
    label: 'Who hands it over, with their own words in it',
    none: 'No one: it may be found at home',
    'data-reads': true,
    value: handedOverBy,
    options: app.sitting.now.words.everyone(),
    on: {
      change: ({ target }) => {
        app.handedOver = { ...app.handedOver, [id]: target.value || undefined };
        app.redraw();
      },
    },
  });

/** The paper, or what stands before it. */
function made(app, { paper, title, reader }) {
  const { sitting } = app;
  const name = fileName(fileNameOf(sitting.now, paper, reader));
  const key = JSON.stringify([paper, reader, sitting.now.events.length]);
  const confirmed = app.confirmed?.key === key ? app.confirmed.ids : [];
  const html = orWhy(() => write(sitting, paper, reader, 'html', confirmed), reader, app);
  const isLooked = reader.id === 'professionals' || app.looked === key;
  if (html.ids) return confirming(app, html.ids, { key, reader });
  if (html.why) return h('p', { id: 'no-paper', class: 'govuk-body' }, html.why);
  const shown = () => disclosed(app, { paper, reader });
  if (!isLooked)
    return h(
      'section',
      { class: 'panel-card', id: 'before-paper', 'aria-labelledby': 'before-heading' },
      h(
        'h2',
        { class: 'govuk-heading-m', id: 'before-heading' },
        `What this tells ${spokenOf(reader)}`,
      ),
      shown(),
      button('Make this copy', {
        id: 'make-paper',
        'data-reads': true,
        on: {
          click: () => {
            app.looked = key;
            app.redraw();
            document.getElementById('print').focus();
          },
        },
      }),
    );
  return [
    h(
      'div',
      { class: 'panel-steps' },
      button('Print', {
        id: 'print',
        'data-reads': true,
        on: { click: () => document.getElementById('paper').contentWindow.print() },
      }),
      button('Save as a web page', {
        kind: 'secondary',
        id: 'save-html',
        'data-reads': true,
        on: { click: () => save(`${name}.html`, 'text/html', html.text) },
      }),
      button('Save as Markdown', {
        kind: 'secondary',
        id: 'save-markdown',
        'data-reads': true,
        on: {
          click: () =>
            save(
              `${name}.md`,
              'text/markdown',
              write(sitting, paper, reader, 'markdown', confirmed),
            ),
        },
      }),
    ),
    reader.id !== 'professionals' &&
      folded('disclosed', `What this tells ${spokenOf(reader)}, and what is left out`, shown),
    frame({ id: 'paper', title, html: html.text }),
  ];
}

/** A paper, or why there is none, or what is to be read once more before there is. */
function orWhy(make, reader, app) {
  try {
    return { text: make() };
  } catch (error) {
    if (error.code === undefined) throw error;
    const ids = toConfirm(error);
    if (ids.length > 0) return { ids };
    return { why: NO_PAPER[error.code]?.({ name: spokenOf(reader) }) ?? `${app.plain(error)}.` };
  }
}

/** What points to something withheld, or names someone concealed: it is given once it has been read again. */
function confirming(app, ids, { key, reader }) {
  const { now } = app.sitting;
  const named = (id) => (id.startsWith('/') ? placed(now, id) : (now.words.called(id, '') ?? id));
  return h(
    'section',
    { class: 'panel-card', id: 'confirming', 'aria-labelledby': 'confirming-heading' },
    h(
      'h2',
      { class: 'govuk-heading-m', id: 'confirming-heading' },
      `Read this again before ${spokenOf(reader)} ${reader.id === 'professionals' ? 'have' : 'has'} it`,
    ),
    h(
      'p',
      { class: 'govuk-body' },
      'Each of these points to something that is left out, or names someone who is not to be named. Mark it as well, where it stands; or say that it may be shown.',
    ),
    h(
      'ul',
      { class: 'govuk-list govuk-list--bullet' },
      ids.map((id) => h('li', { dir: 'auto' }, named(id))),
    ),
    button('I have read them: they may be shown', {
      kind: 'secondary',
      id: 'confirm-paper',
      'data-reads': true,
      on: {
        click: () => {
          app.confirmed = { key, ids };
          app.redraw();
          document.getElementById('main').focus();
        },
      },
    }),
  );
}
