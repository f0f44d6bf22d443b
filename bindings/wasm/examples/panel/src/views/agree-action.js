// An action agreed: what, who, by when and for which goal, and that they take it on, in one line and one step.

import { h } from '../dom.js';
import { checkboxes, dateField, details, select, textArea } from '../fields.js';
import { form } from '../form.js';
import { onMap } from '../words.js';

/** What on the map an action serves, goals first. */
export function serving(app, field, value) {
  const { record, words } = app.sitting.now;
  const goalsFirst = onMap(record).sort(
    (a, b) => (b.category === 'goal') - (a.category === 'goal'),
  );
  return checkboxes(
    field({
      name: 'serves',
      legend: 'It serves',
      options: goalsFirst.map(({ id, category }) => [
        id,
        `${words.category(category)}: ${words.entry(id)}`,
      ]),
      value,
    }),
  );
}

/** How long an action is often given. */
const TERMS = [
  ['working_days 5', 'in 5 working days'],
  ['working_days 10', 'in 10 working days'],
  ['weeks 1', 'in 1 week'],
  ['weeks 2', 'in 2 weeks'],
  ['weeks 4', 'in 4 weeks'],
  ['weeks 6', 'in 6 weeks'],
  ['months 3', 'in 3 months'],
  ['review', 'by the review'],
];

function dueIn({ when, on }) {
  if (on) return { on };
  if (when === 'review') return { by_review: true };
  const [unit, count] = when?.split(' ') ?? [];
  return unit && { within: { [unit]: Number(count) } };
}

export const agree = (app) =>
  form(
    {
      id: 'agree',
      submit: 'Agree this action',
      said: 'The action is agreed',
      next: 'text',
      fields: (field) => {
        const { record, words } = app.sitting.now;
        const goals = onMap(record).filter(({ category }) => category === 'goal');
        return [
          h(
            'div',
            { class: 'panel-line' },
            textArea(field({ name: 'text', label: 'What', rows: 2, small: true })),
            select(
              field({
                name: 'owner',
                label: 'Who',
                small: true,
                none: 'No one yet',
                options: words.everyone(),
              }),
            ),
            select(
              field({
                name: 'when',
                at: 'due',
                label: 'By when',
                small: true,
                none: 'No date yet',
                options: TERMS,
              }),
            ),
            dateField(field({ name: 'on', at: 'due/on', label: 'Or on', small: true })),
            goals.length > 0 &&
              select(
                field({
                  name: 'goal',
                  label: 'For which goal',
                  small: true,
                  none: 'None yet',
                  options: goals.map(({ id }) => [id, words.entry(id, 60)]),
                }),
              ),
            checkboxes(
              field({
                name: 'accepts',
                legend: 'They are asked now',
                plain: true,
                options: [['yes', 'They accept']],
              }),
            ),
          ),
          details(
            'agree-serves-details',
            'What else on the map it serves; who follows it up',
            serving(app, field),
            select(
              field({
                name: 'chaser',
                label: 'Who follows it up',
                hint: 'Where someone who is not here is asked to do it',
                small: true,
                options: words.everyone(),
              }),
            ),
          ),
        ];
      },
      send: ({ text, owner, accepts, goal, serves = [], chaser, ...due }) => {
        const action = app.sitting.newId('a');
        const served = [...new Set([goal, ...serves].filter(Boolean))];
        const by = dueIn(due);
        app.sitting.tellAll(
          [
            {
              type: 'agree_action',
              id: action,
              text,
              ...(served.length && { serves: served }),
              ...(by && { due: by }),
            },
            owner && { type: 'allocate', action, owner, ...(chaser && { chaser }) },
            accepts && { type: 'accept', action },
          ].filter(Boolean),
        );
      },
    },
    app,
  );
