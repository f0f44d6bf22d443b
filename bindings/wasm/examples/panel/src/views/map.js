// The map: the columns of the profile, filled as the panel talks.

import { h } from '../dom.js';
import { details, select, textArea } from '../fields.js';
import { form } from '../form.js';
import { onMap } from '../words.js';
import { entry } from './entry.js';
import { entryFields, entryMembers } from './entry-fields.js';

export function map(app) {
  const { sitting } = app;
  const entries = onMap(sitting.now.record);
  return [
    (sitting.may('add_entry') || sitting.may('amend')) && adding(app, entries),
    h(
      'div',
      { class: 'panel-map', id: 'card-mapping', tabindex: '-1' },
      (sitting.profile.columns ?? []).map((column) =>
        h(
          'section',
          { class: 'panel-column', 'aria-labelledby': `column-${column.id}` },
          h('h2', { class: 'panel-column__heading', id: `column-${column.id}` }, column.heading),
          questions(sitting, column),
          column.categories.map((category) => {
            const here = entries.filter((one) => one.category === category.id);
            return h(
              'div',
              { class: 'panel-category' },
              h(
                'h3',
                { class: 'panel-category__label' },
                category.label,
                h('span', { class: 'panel-count' }, ` ${here.length}`),
              ),
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
    ),
  ];
}

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

/** Every category under the heading of its column, to choose from. */
const placesOf = ({ columns = [] }) =>
  columns.map(({ heading, categories }) => [
    heading,
    categories.map(({ id, label }) => [id, label]),
  ]);

/** One way onto the map, above it and within reach; the category of the last entry stays, as people stay with a question. */
function adding(app, entries) {
  const { sitting } = app;
  const { words } = sitting.now;
  return h(
    'div',
    { class: 'panel-adding' },
    form(
      {
        id: 'add',
        submit: 'Put it on the map',
        said: 'It is on the map',
        label: 'Add to the map',
        fields: (field) => [
          h(
            'div',
            { class: 'panel-add' },
            textArea(field({ name: 'text', label: 'What was said', rows: 3, small: true })),
            select(
              field({
                name: 'category',
                label: 'It is',
                small: true,
                none: false,
                options: placesOf(sitting.profile),
                value: sitting.view.category,
              }),
            ),
            select(
              field({
                name: 'raised_by',
                label: 'Raised by',
                small: true,
                list: true,
                none: 'Not said',
                options: words.byName(),
              }),
            ),
          ),
          details('more', 'Say more about it', entryFields(field, words, entries)),
        ],
        send: (given) => {
          sitting.tell({ type: 'add_entry', id: sitting.newId('m'), ...entryMembers(given) });
          sitting.show({ category: given.category });
        },
      },
      app,
    ),
  );
}
