// The fields that adding an entry and changing one share, and the members of a command that they make.

import { h } from '../dom.js';
import { checkboxes, select, textArea, textField } from '../fields.js';

/** The fields of an entry beside its words. The library refuses what does not fit its category. */
export const entryFields = (field, words, entries, now = {}) => [
  words.people.size > 0 &&
    checkboxes(
      field({ name: 'about', legend: 'About', options: words.family(), value: now.about }),
    ),
  entries.length > 0 &&
    checkboxes(
      field({
        name: 'answers',
        legend: 'It answers',
        hint: 'A goal answers a worry; safety a danger; a next step a goal',
        options: entries.map(({ id }) => [id, words.entry(id)]),
        value: now.answers,
      }),
    ),
  textArea(
    field({
      name: 'evidence',
      label: 'How we know',
      hint: 'Of safety: who did what, when, over how long',
      rows: 2,
      small: true,
      value: now.evidence,
    }),
  ),
  h(
    'fieldset',
    { class: 'govuk-fieldset' },
    h('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' }, 'Of a danger'),
    checkboxes(
      field({
        name: 'worried',
        at: 'statement/worried',
        legend: 'Who is worried',
        options: words.byName(),
        value: now.statement?.worried,
      }),
    ),
    textField(
      field({
        name: 'worried_about',
        at: 'statement/about',
        label: 'Worried about what',
        small: true,
        value: now.statement?.about,
      }),
    ),
    textField(
      field({
        name: 'impact',
        at: 'statement/impact',
        label: 'What it could do',
        small: true,
        value: now.statement?.impact,
      }),
    ),
  ),
];

/** Who may see an entry that is added; later its marks are changed in a form of their own. */
export const visibility = (field) =>
  select(
    field({
      name: 'visible_to',
      label: 'Who may see it',
      small: true,
      none: 'No mark: as each paper usually has it',
      options: [
        ['everyone', 'Everyone, the family too'],
        ['professionals', 'Professionals only'],
      ],
    }),
  );

/** The members of a command from the values of the form. */
export function entryMembers({ worried, worried_about: about, impact, ...given }) {
  const statement = {
    ...(worried && { worried }),
    ...(about && { about }),
    ...(impact && { impact }),
  };
  return Object.keys(statement).length ? { ...given, statement } : given;
}
