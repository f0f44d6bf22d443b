// Who does what by when: agreed, put to someone, taken on.

import { h } from '../dom.js';
import {
  checkboxes,
  dateField,
  details,
  folded,
  radios,
  select,
  textArea,
  textField,
} from '../fields.js';
import { form, step } from '../form.js';
import { ACCEPTANCE, capital, day, STATUS } from '../words.js';
import { agree, serving } from './agree-action.js';
import { marking, marksOf } from './marks.js';

const UNITS = [
  ['working_days', 'working days'],
  ['days', 'days'],
  ['weeks', 'weeks'],
  ['months', 'months'],
];

export function actions(app) {
  const { sitting } = app;
  const actions = (sitting.now.record.actions ?? []).toReversed();
  return h(
    'div',
    { id: 'card-actions', tabindex: '-1' },
    (sitting.may('agree_action') || sitting.may('amend')) &&
      h(
        'section',
        { class: 'panel-card panel-press', 'aria-labelledby': 'agree-heading' },
        h('h2', { class: 'govuk-heading-m', id: 'agree-heading' }, 'Agree an action'),
        agree(app),
      ),
    actions.length === 0 && h('p', { class: 'govuk-body' }, 'No action is agreed yet.'),
    // The newest on top, and each with the number that it keeps.
    h(
      'ol',
      { class: 'panel-cards panel-actions', reversed: true },
      actions.map((action) => card(app, action)),
    ),
  );
}

/** A due date has three shapes; the form offers each with its own fields. */
const dueFields = (field, due = {}) => {
  const [unit, count] = Object.entries(due.within ?? {})[0] ?? [];
  return h(
    'fieldset',
    { class: 'govuk-fieldset panel-due' },
    h('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' }, 'By when'),
    h(
      'div',
      { class: 'panel-pair' },
      textField(
        field({
          name: 'count',
          at: 'due/within',
          label: 'Within',
          small: true,
          number: true,
          inputmode: 'numeric',
          class: 'govuk-input--width-3',
          value: count && `${count}`,
        }),
      ),
      select(
        field({
          name: 'unit',
          label: 'Of',
          small: true,
          none: false,
          options: UNITS,
          value: unit ?? 'weeks',
        }),
      ),
      dateField(field({ name: 'due', at: 'due/on', label: 'Or on', small: true, value: due.on })),
      checkboxes(
        field({
          name: 'by_review',
          at: 'due/by_review',
          legend: 'Or',
          plain: true,
          options: [['yes', 'By the review']],
          value: due.by_review ? 'yes' : [],
        }),
      ),
    ),
  );
};

function dueOf({ count, unit, due, by_review: review, ...given }) {
  const shape = due
    ? { on: due }
    : count !== undefined
      ? { within: { [unit]: count } }
      : review
        ? { by_review: true }
        : undefined;
  return shape ? { ...given, due: shape } : given;
}

const spelled = ({ on, within, by_review: review } = {}) => {
  const [unit, count] = Object.entries(within ?? {})[0] ?? [];
  return on
    ? day(on)
    : unit
      ? `within ${count} ${unit.replace('_', ' ').replace(/s$/u, count === 1 ? '' : 's')}`
      : review
        ? 'by the review'
        : 'no date yet';
};

function card(app, action) {
  const { sitting } = app;
  const { handle, words } = sitting.now;
  const { id, owner, acceptance, due, status = 'open' } = action;
  const dueOn = handle.dueOn(id, { profile: sitting.rules });
  const fact = (name, ...said) =>
    h(
      'div',
      { class: `panel-fact-${name === 'Serves' ? 'long' : 'short'}` },
      h('dt', {}, name),
      h('dd', {}, said),
    );
  return h(
    'li',
    {
      class: `panel-card panel-action${acceptance === 'accepted' ? ' panel-action--accepted' : ''}`,
      id: `card-${id}`,
      tabindex: '-1',
    },
    h('h2', { class: 'panel-action__text', dir: 'auto' }, action.text),
    h(
      'dl',
      { class: 'panel-facts' },
      fact(
        'Who',
        owner ? words.who(owner) : 'No one yet',
        acceptance && `: ${ACCEPTANCE[acceptance].toLowerCase()}`,
        action.chaser && `, followed up by ${words.who(action.chaser)}`,
        action.supporting?.length > 0 &&
          `, helped by ${action.supporting.map((one) => words.who(one)).join(', ')}`,
      ),
      fact('By when', dueOn ? day(dueOn) : spelled(due), dueOn && !due?.on && ` (${spelled(due)})`),
      fact(
        'Serves',
        action.serves?.length
          ? action.serves.map((one) => h('span', { class: 'panel-serves' }, words.entry(one, 72)))
          : 'nothing on the map yet',
      ),
      action.carried_from && fact('From', carriedFrom(app, action)),
      marksOf(words, action) && fact('Who may see it', capital(marksOf(words, action))),
      status !== 'open' &&
        fact(
          'Now',
          STATUS.find(([value]) => value === status)[1],
          action.outcome && `: ${action.outcome}`,
        ),
    ),
    h(
      'div',
      { class: 'panel-foot' },
      acceptance !== 'accepted' &&
        sitting.may('accept', { action: id }) &&
        step(
          `accept-${id}`,
          owner ? `${words.who(owner)} accepts` : 'Accept',
          { type: 'accept', action: id },
          app,
          { kind: undefined, said: 'Accepted', hidden: words.action(id) },
        ),
      acceptance !== 'declined' &&
        sitting.may('decline', { action: id }) &&
        step(`decline-${id}`, 'Declines', { type: 'decline', action: id }, app, {
          said: 'Declined',
          hidden: words.action(id),
        }),
      (sitting.may('allocate', { action: id }) || sitting.may('amend')) && allocating(app, action),
      (sitting.may('amend_action', { action: id }) || sitting.may('amend')) &&
        changing(app, action),
      marking(app, action, 'Who may see it', words.action(id)),
    ),
  );
}

/** The panel at which it was first agreed, by its day where that panel is at hand. */
function carriedFrom(app, { carried_from: { record } }) {
  const held = app.sitting.now.earlier.find(({ document }) => document.id === record)?.document
    .meeting?.held_on;
  return held ? `the panel of ${day(held)}` : 'the panel before';
}

/** Who could do it, and the library's reasons, before anything is asked of anyone. */
function allocating(app, { id, owner, chaser }) {
  const { sitting } = app;
  const { words, handle } = sitting.now;
  const field = `allocate-${id}-owner`;
  const chosen = sitting.view.candidates?.[id] ?? owner;
  const answer =
    chosen && words.participants.has(chosen)
      ? handle.allocation(id, chosen, { profile: sitting.rules })
      : null;
  const choose = ({ target }) => {
    sitting.show({ candidates: { ...sitting.view.candidates, [id]: target.value } });
    app.redraw();
  };
  return details(
    `owner-${id}`,
    [
      owner ? 'Ask someone else' : 'Who will do it?',
      h('span', { class: 'govuk-visually-hidden' }, ` ${words.action(id)}`),
    ],
    form(
      {
        id: `allocate-${id}`,
        submit: 'Put it to them',
        kind: 'secondary',
        said: 'Put to them',
        fields: (of) => [
          select({
            ...of({
              name: 'owner',
              label: 'Who',
              small: true,
              options: words.everyone(),
              value: chosen,
            }),
            id: field,
            on: { change: choose },
          }),
          answer &&
            h(
              'div',
              {
                class: `panel-allocation panel-allocation--${answer.verdict}`,
                id: `allocation-${id}`,
              },
              h(
                'p',
                {},
                h(
                  'b',
                  {},
                  {
                    accepted: 'May accept at once',
                    proposed: 'Can be asked, and followed up',
                    refused: 'Cannot take it on',
                  }[answer.verdict],
                ),
              ),
              h(
                'ul',
                {},
                answer.reasons.map((reason) => h('li', {}, words.plain(reason.message))),
              ),
            ),
          answer?.needs_chaser &&
            select(
              of({
                name: 'chaser',
                label: 'Who follows it up',
                small: true,
                options: words.everyone(),
                value: chaser,
              }),
            ),
        ],
        send: (given) => sitting.tell({ type: 'allocate', action: id, ...given }),
      },
      app,
    ),
  );
}

function changing(app, action) {
  const { sitting } = app;
  const { words } = sitting.now;
  const { id } = action;
  return folded(
    `change-${id}`,
    ['Change', h('span', { class: 'govuk-visually-hidden' }, ` ${words.action(id)}`)],
    () => [
      form(
        {
          id: `amend-${id}`,
          submit: 'Save the change',
          kind: 'secondary',
          said: 'The action is changed',
          fields: (field) => [
            textArea(
              field({
                name: 'text',
                label: 'What is to be done',
                rows: 2,
                small: true,
                value: action.text,
              }),
            ),
            serving(app, field, action.serves),
            checkboxes(
              field({
                name: 'supporting',
                legend: 'Helped by',
                options: words.byName(),
                value: action.supporting,
              }),
            ),
          ],
          send: (given) => sitting.tell({ type: 'amend_action', action: id, ...given }),
        },
        app,
      ),
      form(
        {
          id: `due-${id}`,
          submit: 'Set the date',
          kind: 'secondary',
          said: 'The date is set',
          fields: (field) => [dueFields(field, action.due)],
          send: (given) => sitting.tell({ type: 'set_due', action: id, ...dueOf(given) }),
        },
        app,
      ),
      sitting.may('update_action', { action: id }) &&
        form(
          {
            id: `status-${id}`,
            submit: 'Save',
            kind: 'secondary',
            said: 'Noted',
            fields: (field) => [
              radios(
                field({
                  name: 'status',
                  legend: 'Progress',
                  options: STATUS,
                  value: action.status ?? 'open',
                }),
              ),
              textField(field({ name: 'outcome', label: 'What came of it', small: true })),
              textField(field({ name: 'reason', label: 'Why, if it is dropped', small: true })),
            ],
            send: (given) => sitting.tell({ type: 'update_action', action: id, ...given }),
          },
          app,
        ),
    ],
  );
}
