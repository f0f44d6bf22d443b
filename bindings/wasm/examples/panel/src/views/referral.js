// The referrer's form: the family, why now, the mapping template, and her own scaling question.

import { forgetAll, forgetDraft, h } from '../dom.js';
import {
  button,
  checkboxes,
  dateField,
  details,
  radios,
  select,
  textArea,
  textField,
} from '../fields.js';
import { form } from '../form.js';
import { councils } from '../councils.js';
import { PanelRecord } from '../library.js';
import { fieldPath, invitedSeats, referralRecord } from '../referral-record.js';
import { Sitting } from '../sitting.js';
import { AGREEMENT, PERSON_KINDS, today } from '../words.js';
import { council, titled } from './profile.js';

const shape = { people: 2, professionals: 1 };
let chosen;

export function referral(app) {
  const all = councils();
  const profile = all.find(({ key }) => key === chosen) ?? all[0];
  const { core, others } = invitedSeats(profile);
  const seats = [...core, ...others];
  const choose = ({ target }) => {
    chosen = target.value;
    app.redraw();
  };
  const more = (list, words) =>
    button(words, {
      kind: 'secondary',
      id: `more-${list}`,
      on: {
        click: () => {
          shape[list] += 1;
          app.redraw();
          document.getElementById(`referral-${list}_${shape[list] - 1}_name`).focus();
        },
      },
    });
  const record = (given) => {
    try {
      return PanelRecord.fromJson(referralRecord(given, profile, today()));
    } catch (error) {
      error.path = fieldPath(given, error.path);
      throw error;
    }
  };
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
          h('a', { href: '#start' }, profile.title ?? profile.id),
          h('span', {}, profile.authority ?? ''),
        ),
      ),
    ),
    h(
      'main',
      { id: 'main', tabindex: '-1', class: 'panel-main panel-referral' },
      h('h1', { class: 'govuk-heading-l' }, 'Refer a family to the panel'),
      form(
        {
          id: 'referral',
          submit: 'Make the record and go to the panel',
          said: 'The record is made',
          fields: (field) => [
            section(
              'The panel',
              select({
                ...field({
                  name: 'profile',
                  label: 'Which panel',
                  none: false,
                  options: all.map((one) => [one.key, titled(one)]),
                  value: profile.key,
                }),
                on: { change: choose },
              }),
              details(
                'council-details',
                "Use your council's own profile",
                council(app, (key) => {
                  chosen = key;
                  forgetDraft('referral-profile');
                }),
              ),
              pair(
                textField(
                  field({ name: 'reference', label: 'Case reference', hint: 'Not a name' }),
                ),
                dateField(field({ name: 'held_on', label: 'Day of the panel', value: today() })),
              ),
              profile.statuses?.length > 0 &&
                radios(
                  field({
                    name: 'status',
                    legend: 'Status of the case',
                    options: profile.statuses.map(({ id, label }) => [id, label]),
                  }),
                ),
            ),
            section(
              'The family',
              Array.from({ length: shape.people }, (_, at) => person(field, at)),
              more('people', 'Another person'),
            ),
            section(
              'You, and who works with the family',
              pair(
                textField(field({ name: 'referrer_name', label: 'Your name' })),
                textField(field({ name: 'referrer_agency', label: 'Your agency' })),
              ),
              Array.from({ length: shape.professionals }, (_, at) =>
                pair(
                  textField(
                    field({ name: `professionals_${at}_name`, label: 'Who else should come' }),
                  ),
                  textField(field({ name: `professionals_${at}_agency`, label: 'From' })),
                ),
              ),
              more('professionals', 'Someone else'),
              seats.length > 0 &&
                details(
                  'seat-details',
                  `Who sits on the panel, where you know (${seats.length} roles)`,
                  h('p', { class: 'govuk-body' }, 'Each of these is invited, named or not.'),
                  h(
                    'div',
                    { class: 'panel-pair panel-pair--fields' },
                    seats.map(({ id, title }) =>
                      textField(field({ name: `seat_${id}`, label: title, small: true })),
                    ),
                  ),
                ),
            ),
            section(
              'Why now',
              textArea(field({ name: 'reason', label: 'Why you refer the family now' })),
              textArea(field({ name: 'best_hopes', label: 'Your best hopes for the panel' })),
              textArea(
                field({
                  name: 'background',
                  label: 'Background',
                  hint: 'What you will say in your few minutes',
                  rows: 5,
                }),
              ),
            ),
            section(
              'Agreement',
              radios(
                field({
                  name: 'agreement',
                  legend: 'Does the family agree to the service?',
                  options: AGREEMENT,
                }),
              ),
              pair(
                dateField(field({ name: 'agreed_on', label: 'Since' })),
                textField(field({ name: 'agreement_reason', label: 'Why, if they do not' })),
              ),
              checkboxes(
                field({
                  name: 'family_told',
                  legend: 'Sharing',
                  options: [['yes', 'The family was told what is shared, and with whom']],
                }),
              ),
            ),
            section(
              'The mapping template',
              h('p', { class: 'govuk-body' }, 'One point a line. The panel adds to it.'),
              h(
                'div',
                { class: 'panel-map' },
                (profile.columns ?? []).map((column) =>
                  h(
                    'section',
                    { class: 'panel-column', 'aria-label': column.heading },
                    h('h3', { class: 'panel-column__heading' }, column.heading),
                    h('p', { class: 'panel-column__prompt' }, column.prompt),
                    column.categories.map(({ id, label }) =>
                      textArea(field({ name: `map_${id}`, label, rows: 4, small: true })),
                    ),
                  ),
                ),
              ),
            ),
            section(
              'Your own scaling question',
              h('p', { class: 'govuk-body' }, 'From 0 to 10, where 10 is best.'),
              textField(field({ name: 'prompt', label: 'Your question' })),
              pair(
                textField(field({ name: 'worst', label: '0 means' })),
                textField(field({ name: 'best', label: '10 means' })),
              ),
            ),
          ],
          attempt: (given) => {
            try {
              record(given).dispose();
              return null;
            } catch (error) {
              if (error.code === undefined) throw error;
              return error;
            }
          },
          send: (given) => {
            const sitting = Sitting.of(record(given), profile.profile);
            forgetAll();
            app.open(sitting);
          },
        },
        app,
      ),
    ),
  );
  return [page, 'Refer a family – support panel'];
}

const section = (title, ...content) =>
  h(
    'section',
    { class: 'panel-section', 'aria-label': title },
    h('h2', { class: 'govuk-heading-m' }, title),
    content,
  );
const pair = (...fields) => h('div', { class: 'panel-pair panel-pair--fields' }, fields);

const person = (field, at) =>
  h(
    'fieldset',
    { class: 'govuk-fieldset panel-card' },
    h('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' }, `Person ${at + 1}`),
    pair(
      textField(field({ name: `people_${at}_name`, label: 'Name', small: true })),
      dateField(field({ name: `people_${at}_born`, label: 'Born on', small: true })),
      select(
        field({
          name: `people_${at}_kind`,
          label: 'Who they are',
          small: true,
          none: false,
          options: PERSON_KINDS,
          value: at ? 'parent' : 'child',
        }),
      ),
    ),
    checkboxes(
      field({
        name: `people_${at}_comes`,
        legend: 'At the panel',
        options: [['yes', 'Is invited']],
      }),
    ),
  );
