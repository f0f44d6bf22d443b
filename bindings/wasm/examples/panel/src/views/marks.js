// Who may see something: the marks that stand on it, in words, and the form that changes them.

import { h } from '../dom.js';
import { checkboxes, details, folded, radios, textField } from '../fields.js';
import { form } from '../form.js';
import { PARTS } from '../sentences.js';

/** The marks on something, in words; nothing where there is none. */
export function marksOf(words, { visible_to: to, withheld_from: from = [] }) {
  return [
    { professionals: 'professionals only', everyone: 'for everyone' }[to],
    from.length > 0 && `not for ${words.names(from)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Who may be kept from seeing something: those of the family side, and everyone else who comes. */
function readers({ record, words }) {
  const family = new Set(['family', 'child', 'network', 'advocate']);
  const others = (record.participants ?? []).filter(({ person }) => !words.people.has(person));
  const named = (some) => some.map(({ id }) => [id, words.who(id)]);
  return [
    [...words.family(), ...named(others.filter(({ kind }) => family.has(kind)))],
    named(others.filter(({ kind }) => !family.has(kind))),
  ];
}

/** A mark may name someone as who comes where the form lists them as a person of the case: the mark stays as it is. */
const asListed = (options, from) => from.filter((id) => !options.some(([listed]) => listed === id));

/** The command that puts the marks which are given in the place of those that stand. */
function changed(about, now, { to, withheld_from: from = [], why }) {
  const clear = [
    now.visible_to && !to && 'visible_to',
    now.withheld_from?.length > 0 && from.length === 0 && 'withheld_from',
  ].filter(Boolean);
  return {
    type: 'mark',
    ...about,
    ...(to && { visible_to: to }),
    ...(from.length > 0 && { withheld_from: from }),
    ...(clear.length > 0 && { clear }),
    ...(why && { why }),
  };
}

/**
 * Folded, the form that says who may see something.
 * @param {object} one      what is marked, with its id and its marks
 * @param {string} summary  what the fold is called
 * @param {string} hidden   whose it is, for those who listen
 * @param {object} [about]  how the command names it: by its id, unless it is a part that has none
 */
export function marking(app, one, summary, hidden, about = { target: one.id }) {
  const { sitting } = app;
  if (!sitting.may('mark') && !sitting.may('amend')) return null;
  const { words } = sitting.now;
  const now = marksOf(words, one);
  return folded(
    `marks-${one.id}`,
    [summary, now && `: ${now}`, h('span', { class: 'govuk-visually-hidden' }, `, ${hidden}`)],
    () =>
      form(
        {
          id: `mark-${one.id}`,
          submit: 'Save who may see it',
          kind: 'secondary',
          said: 'Who may see it is noted',
          fields: (field) => fields(field, sitting.now, one),
          send: (given) => sitting.tell(changed(about, one, given)),
        },
        app,
      ),
  );
}

/** The same for a part of the record that has no id: its name in the command, and whose it is where there are several. */
export const partMarking = (app, part, marks = {}, summary, hidden = PARTS[part], target) =>
  marking(
    app,
    { ...marks, id: ['part', part, target].filter(Boolean).join('-') },
    summary,
    hidden,
    {
      part,
      ...(target && { target }),
    },
  );

function fields(field, now, { id, visible_to: to = '', withheld_from: from = [] }) {
  const [family, others] = readers(now);
  const kept = [
    ...asListed([...family, ...others], from).map((one) => [one, now.words.who(one)]),
    ...family,
  ];
  const list = { name: 'withheld_from', value: from };
  return [
    radios(
      field({
        name: 'to',
        at: 'visible_to',
        legend: 'Who may see it',
        options: [
          ['', 'No mark: as each paper usually has it'],
          ['professionals', 'Professionals only'],
          ['everyone', 'Everyone, the family too'],
        ],
        value: to,
      }),
    ),
    kept.length > 0 &&
      checkboxes(
        field({
          ...list,
          legend: 'Not for',
          hint: "Left out of their own papers, and out of the family's where they are of the family",
          options: kept,
        }),
      ),
    others.length > 0 &&
      details(
        `marks-others-${id}`,
        'Not for someone else who comes',
        checkboxes({
          ...field({ ...list, legend: 'Not for, of those who come', options: others }),
          id: `mark-${id}-others`,
        }),
      ),
    textField(
      field({
        name: 'why',
        label: 'Why',
        hint: 'Needed where someone may see it from now on who might not before',
        small: true,
      }),
    ),
  ];
}
