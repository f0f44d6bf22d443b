// The map: the columns of the profile, filled as the panel talks.

import { h, isTypedUnder, unfold } from '../dom.js';
import { button, chips, details, folded, select, textArea } from '../fields.js';
import { form } from '../form.js';
import { onMap } from '../words.js';
import { entry } from './entry.js';
import { entryFields, entryMembers, visibility } from './entry-fields.js';

export function map(app) {
  const { sitting } = app;
  const { profile, now, view } = sitting;
  const entries = onMap(now.record);
  const adds = sitting.may('add_entry') || sitting.may('amend');
  const categories = (profile.columns ?? []).flatMap((column) => column.categories);
  const chosen = (categories.find(({ id }) => id === view.category) ?? categories[0])?.id;
  return h(
    'div',
    { class: 'panel-map', id: 'card-mapping', tabindex: '-1', on: movingByKeys(app, categories) },
    (profile.columns ?? []).map((column) =>
      h(
        'section',
        { class: 'panel-column', 'aria-labelledby': `column-${column.id}` },
        h('h2', { class: 'panel-column__heading', id: `column-${column.id}` }, column.heading),
        questions(sitting, column),
        column.categories.map((category) => {
          const here = entries.filter((one) => one.category === category.id);
          return h(
            'div',
            { class: 'panel-category', on: adds && movingByDrag(app, category) },
            h(
              'div',
              { class: 'panel-category__head' },
              h(
                'h3',
                { class: 'panel-category__label' },
                category.label,
                h('span', { class: 'panel-count' }, ` ${here.length}`),
              ),
              adds && category.id !== chosen && toAdd(app, category),
            ),
            adds && category.id === chosen && adding(app, category, entries),
            here.length > 0 &&
              h(
                'ul',
                { class: 'panel-entries' },
                here.map((one) => entry(app, one)),
              ),
          );
        }),
      ),
    ),
  );
}

/** Brings the way onto the map under another category; half a sentence comes with it. */
const toAdd = (app, { id, label }) =>
  button(['Add', h('span', { class: 'govuk-visually-hidden' }, ` to ${label}`)], {
    class: 'panel-link panel-add-here',
    id: `add-to-${id}`,
    on: {
      click: () => {
        app.sitting.show({ category: id });
        app.redraw();
        document.getElementById('add-text').focus();
      },
    },
  });

/** Chooses where an entry goes, and asks why in its own form: no entry is moved without a reason. */
function move(app, id, category) {
  if (app.sitting.now.record.mapping?.find((one) => one.id === id)?.category === category.id)
    return;
  unfold(`change-${id}`);
  app.redraw();
  document.getElementById(`move-${id}-category`).value = category.id;
  document.getElementById(`move-${id}-why`).focus();
}

const DRAGGED = 'application/x-panel-entry';

/** An entry is dragged onto another category. */
const movingByDrag = (app, category) => ({
  dragover: (event) => {
    if (event.dataTransfer.types.includes(DRAGGED)) event.preventDefault();
  },
  drop: (event) => {
    const id = event.dataTransfer.getData(DRAGGED);
    if (!id) return;
    event.preventDefault();
    move(app, id, category);
  },
});

/** The entry in which the focus is goes to the category before or after with Alt and an arrow. */
const movingByKeys = (app, categories) => ({
  dragstart: ({ target, dataTransfer }) => {
    if (target.dataset?.entry) dataTransfer.setData(DRAGGED, target.dataset.entry);
  },
  keydown: (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const id = event.target.closest('[data-entry]')?.dataset.entry;
    // In a field the arrows are the field's own.
    if (event.target.matches('input, select, textarea')) return;
    if (!event.altKey || !by || !id || !app.sitting.may('move_entry', { entry: id })) return;
    const now = app.sitting.now.record.mapping.find((one) => one.id === id).category;
    const next = categories[categories.findIndex((category) => category.id === now) + by];
    event.preventDefault();
    if (next) move(app, id, next);
  },
});

function questions(sitting, { id, heading, prompt }) {
  const asked = sitting.questions(id);
  const about = prompt && h('p', { class: 'panel-column__prompt' }, prompt);
  return asked.length === 0
    ? about
    : details(
        `questions-${id}`,
        [
          `Questions to ask (${asked.length})`,
          h('span', { class: 'govuk-visually-hidden' }, `: ${heading}`),
        ],
        about,
        h(
          'ul',
          { class: 'panel-questions' },
          asked.map(({ text }) => h('li', {}, text)),
        ),
      );
}

/** Names that fit beside each other; more of them are a list to choose from. */
const CHIPS = 20;

/** The way onto the map, inside the category that people are talking of: it stays, as people stay with a question. */
function adding(app, category, entries) {
  const { sitting } = app;
  const { words, record } = sitting.now;
  const here = (record.participants ?? []).filter(({ attendance }) =>
    ['present', 'remote'].includes(attendance),
  );
  const speakers = (here.length ? here : (record.participants ?? [])).map(({ id }) => [
    id,
    words.who(id),
  ]);
  const speaker = speakers.length > CHIPS ? select : chips;
  return h(
    'div',
    { class: 'panel-adding' },
    form(
      {
        id: 'add',
        submit: 'Put it on the map',
        said: 'It is on the map',
        next: 'text',
        label: `Add to ${category.label}`,
        fields: (field) => [
          textArea(field({ name: 'text', label: 'What was said', rows: 3, small: true })),
          speaker(
            field({
              name: 'raised_by',
              label: 'Raised by',
              legend: 'Raised by',
              small: true,
              list: true,
              none: 'Not said',
              options: speaker === chips ? [['', 'Not said'], ...speakers] : speakers,
            }),
          ),
          folded(
            'more',
            'Say more about it',
            () => [entryFields(field, words, entries), visibility(field)],
            isTypedUnder('add-'),
          ),
        ],
        send: (given) =>
          sitting.tell({
            type: 'add_entry',
            id: sitting.newId('m'),
            category: category.id,
            ...entryMembers(given),
          }),
      },
      app,
    ),
  );
}
