// What the worker brought, how each person's view was gathered, and what the family agreed to.

import { h } from '../dom.js';
import { checkboxes, dateField, details, radios, select, textArea, textField } from '../fields.js';
import { form } from '../form.js';
import { AGREEMENT, day, PERSON_KINDS, VIEWS } from '../words.js';
import { marking, partMarking } from './marks.js';

const BASES = [
  ['public_task', 'Public task'],
  ['legal_obligation', 'Legal obligation'],
  ['vital_interests', 'Vital interests'],
  ['consent', 'Consent'],
];
const CONDITIONS = [
  ['substantial_public_interest', 'Substantial public interest'],
  ['safeguarding', 'Safeguarding of children and individuals at risk'],
  ['health_or_social_care', 'Health or social care'],
];

const wordsOf = (list, id) => list.find(([value]) => value === id)?.[1] ?? id;
const withOwn = (list, id) =>
  id && !list.some(([value]) => value === id) ? [...list, [id, id]] : list;

export function family(app) {
  const { record } = app.sitting.now;
  const { referral = {} } = record;
  return [
    h(
      'section',
      { 'aria-label': 'What the worker brings', class: 'panel-card' },
      h('h2', { class: 'govuk-heading-m' }, 'What the worker brings'),
      told(app, 'reason', 'Why now', referral.reason),
      told(app, 'best_hopes', 'Best hopes', referral.best_hopes, { type: 'record_best_hopes' }),
      told(app, 'background', 'Background', referral.background, { type: 'record_background' }),
      partMarking(app, 'referral', referral, 'Who may see it'),
    ),
    h('h2', { class: 'govuk-heading-m' }, 'Views'),
    (record.case.people ?? []).length === 0 &&
      h('p', { class: 'govuk-body' }, 'No one of the family is named in the record.'),
    h(
      'ul',
      { class: 'panel-cards panel-pair' },
      (record.case.people ?? []).map((person) => views(app, person)),
    ),
    h('div', { class: 'panel-pair' }, service(app), sharing(app)),
  ];
}

function told(app, member, label, text, command) {
  return h(
    'div',
    { id: `card-referral-${member}`, tabindex: '-1' },
    h('h3', { class: 'govuk-heading-s' }, label),
    h('p', { class: 'govuk-body panel-said', dir: 'auto' }, text ?? 'Not recorded'),
    command &&
      details(
        `family-${member}`,
        [
          'Change the words',
          h('span', { class: 'govuk-visually-hidden' }, `: ${label.toLowerCase()}`),
        ],
        form(
          {
            id: `family-${member}-form`,
            submit: 'Save',
            kind: 'secondary',
            said: `${label} noted`,
            fields: (field) => [textArea(field({ name: 'text', label, rows: 4, value: text }))],
            send: (given) => app.sitting.tell({ ...command, ...given }),
          },
          app,
        ),
      ),
  );
}

function views(app, person) {
  const { words } = app.sitting.now;
  const name = words.who(person.id);
  return h(
    'li',
    { class: 'panel-card', id: `card-${person.id}`, tabindex: '-1' },
    h(
      'h3',
      { class: 'govuk-heading-s' },
      name,
      h('span', { class: 'panel-quiet' }, ` ${wordsOf(PERSON_KINDS, person.kind).toLowerCase()}`),
    ),
    h(
      'p',
      { class: 'govuk-body' },
      person.views
        ? [wordsOf(VIEWS, person.views), person.views_on && `, ${day(person.views_on)}`]
        : 'View not recorded',
    ),
    person.views_note && h('p', { class: 'govuk-body panel-said', dir: 'auto' }, person.views_note),
    details(
      `views-${person.id}`,
      person.views
        ? `Change how ${name}'s view was gathered`
        : `Say how ${name}'s view was gathered`,
      form(
        {
          id: `views-form-${person.id}`,
          submit: 'Save',
          kind: 'secondary',
          said: `${name}: view noted`,
          fields: (field) => [
            radios(
              field({
                name: 'views',
                legend: 'How it was gathered',
                options: VIEWS,
                value: person.views ?? '',
              }),
            ),
            dateField(field({ name: 'on', label: 'On', value: person.views_on })),
            textArea(
              field({
                name: 'note',
                label: 'More about it',
                hint: 'Or why it was not sought',
                rows: 2,
                value: person.views_note,
              }),
            ),
          ],
          send: (given) => app.sitting.tell({ type: 'record_views', person: person.id, ...given }),
        },
        app,
      ),
    ),
    marking(app, person, 'Who may see this view', name),
  );
}

function service(app) {
  const { record, words } = app.sitting.now;
  const { service: now = {} } = record.agreement ?? {};
  const givers = words.family();
  return h(
    'section',
    { class: 'panel-card', id: 'card-agreement-service-status', tabindex: '-1' },
    h('h2', { class: 'govuk-heading-m' }, 'Agreement to the service'),
    h(
      'p',
      { class: 'govuk-body' },
      now.status
        ? [
            wordsOf(AGREEMENT, now.status),
            now.on && `, ${day(now.on)}`,
            now.given_by?.length
              ? `, by ${now.given_by.map((id) => words.who(id)).join(', ')}`
              : '',
          ]
        : 'Not recorded',
    ),
    details(
      'service-details',
      'Change',
      form(
        {
          id: 'service',
          submit: 'Save',
          kind: 'secondary',
          said: 'Agreement noted',
          fields: (field) => [
            radios(
              field({
                name: 'status',
                legend: 'How it stands',
                options: AGREEMENT,
                value: now.status ?? '',
              }),
            ),
            givers.length > 0 &&
              checkboxes(
                field({
                  name: 'given_by',
                  legend: 'Given by',
                  options: givers,
                  value: now.given_by,
                }),
              ),
            dateField(field({ name: 'on', label: 'From', value: now.on })),
            textArea(field({ name: 'reason', label: 'Why, if it was not given', rows: 2 })),
          ],
          send: (given) => app.sitting.tell({ type: 'set_agreement', ...given }),
        },
        app,
      ),
    ),
    partMarking(app, 'service', now, 'Who may see it'),
  );
}

function sharing(app) {
  const { sharing: now = {} } = app.sitting.now.record.agreement ?? {};
  return h(
    'section',
    { class: 'panel-card', id: 'card-agreement-sharing-lawful_basis', tabindex: '-1' },
    h('h2', { class: 'govuk-heading-m' }, 'Basis for sharing information'),
    h(
      'p',
      { class: 'govuk-body' },
      now.lawful_basis ? wordsOf(BASES, now.lawful_basis) : 'Not recorded',
      now.family_told === undefined
        ? ''
        : now.family_told
          ? '. The family was told.'
          : '. The family was not told.',
    ),
    details(
      'sharing-details',
      'Change',
      form(
        {
          id: 'sharing',
          submit: 'Save',
          kind: 'secondary',
          said: 'Basis noted',
          fields: (field) => [
            select(
              field({
                name: 'lawful_basis',
                label: 'Lawful basis',
                options: withOwn(BASES, now.lawful_basis),
                value: now.lawful_basis,
              }),
            ),
            select(
              field({
                name: 'special_category_condition',
                label: 'Condition for sensitive information',
                options: withOwn(CONDITIONS, now.special_category_condition),
                value: now.special_category_condition,
              }),
            ),
            radios(
              field({
                name: 'family_told',
                legend: 'Was the family told what is shared?',
                inline: true,
                options: [
                  ['true', 'Yes'],
                  ['false', 'No'],
                ],
                value: now.family_told === undefined ? '' : `${now.family_told}`,
              }),
            ),
            textField(field({ name: 'note', label: 'Note', value: now.note })),
          ],
          send: ({ family_told: told, ...given }) =>
            app.sitting.tell({
              type: 'set_sharing',
              ...given,
              ...(told && { family_told: told === 'true' }),
            }),
        },
        app,
      ),
    ),
    partMarking(app, 'sharing', now, 'Who may see it'),
  );
}
