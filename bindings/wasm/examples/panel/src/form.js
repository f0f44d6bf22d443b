// A form that says one command: everything that the library refuses of it is shown beside the fields that it points at.

import { foldUp, forget, h } from './dom.js';
import { button, values } from './fields.js';
import { REASON, wantsReason, wrong } from './refusal.js';
import { capital, today } from './words.js';

/** What each form was refused with, until it is taken: of each field, its id, its label and what is wrong. */
const refusals = new Map();

const errorSummary = (id, found) =>
  h(
    'div',
    { class: 'govuk-error-summary', id: `${id}-refusal`, tabindex: '-1', role: 'alert' },
    h('h3', { class: 'govuk-error-summary__title' }, 'This was not taken'),
    h(
      'div',
      { class: 'govuk-error-summary__body' },
      h(
        'ul',
        { class: 'govuk-list govuk-error-summary__list' },
        found.map(({ label, message, field }) =>
          h(
            'li',
            {},
            field
              ? h(
                  'a',
                  { href: `#${field}`, on: { click: (event) => goTo(event, field) } },
                  `${label}: ${message}`,
                )
              : message,
          ),
        ),
      ),
    ),
  );

function goTo(event, id) {
  event.preventDefault();
  document.getElementById(id)?.focus();
}

/**
 * @param {object} form
 * @param {string} form.id                    stands before the ids of its fields
 * @param {(field: (member: object) => object) => Node[]} form.fields  `field({name, at, …})` gives a field its id and its error;
 *   `at` is where its value stands in the command, unless under its name
 * @param {(values: object) => void} form.send  takes what was given; throws what the library throws
 * @param {(values: object) => Error | null} [form.attempt]  what `send` would be refused with, nothing being changed
 * @param {string} form.submit                words on the button
 * @param {string} [form.said]                what is said once it is taken
 * @param {string} [form.next]                the field that then takes the focus, for the next of its kind
 */
export function form({ id, fields, send, attempt, submit, said, next, kind, label }, app) {
  const refusal = refusals.get(id);
  const known = new Map();
  const field = (member) => {
    known.set(member.name, { label: member.label ?? member.legend, at: member.at ?? member.name });
    const message = refusal?.find(({ name }) => name === member.name)?.message;
    return { ...member, id: `${id}-${member.name}`, error: message && capital(message) };
  };
  const content = fields(field);
  const submitted = (event) => {
    event.preventDefault();
    const element = event.currentTarget;
    try {
      send(values(element), element);
      refusals.delete(id);
      forget(element);
      foldUp(element);
      app.done(said);
      if (next) document.getElementById(`${id}-${next}`)?.focus();
    } catch (error) {
      if (error.code === undefined) throw error;
      const again = attempt ?? ((given) => app.sitting.attempt(() => send(given, element)));
      const found = allRefusals(error, element, again, (one) => fieldAt(app, id, known, one));
      const order = [...known.keys()];
      refusals.set(
        id,
        found.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name)),
      );
      app.redraw();
      document.getElementById(`${id}-refusal`)?.focus();
    }
  };
  const keyed = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      event.currentTarget.requestSubmit();
  };
  return h(
    'form',
    {
      id,
      class: 'panel-form',
      novalidate: true,
      'aria-label': label,
      on: { submit: submitted, keydown: keyed },
    },
    refusal && errorSummary(id, refusal),
    content,
    button(submit, { kind, type: 'submit', id: `${id}-submit` }),
  );
}

/** The field that a refusal points at, and what is wrong with it. */
function fieldAt(app, id, known, error) {
  if (wantsReason(app, error))
    return { field: REASON.id, label: REASON.label, message: wrong(app, error) };
  // The field whose place in the command is the nearest to where the path ends.
  const path = `${error.path ?? ''}/`;
  const end = ([, { at }]) => path.lastIndexOf(`/${at}/`) + at.length;
  const [nearest] = [...known]
    .filter(([, { at }]) => path.includes(`/${at}/`))
    .sort((a, b) => end(b) - end(a) || b[1].at.length - a[1].at.length);
  if (!nearest) return { message: app.plain(error) };
  const [name, { label }] = nearest;
  return { name, field: `${id}-${name}`, label, message: wrong(app, error) };
}

/**
 * All that is wrong with a form. The library names one fault at a time: a field at fault is left out, or given what it could
 * hold, and the rest is tried again until nothing more is refused or no field is named.
 */
function allRefusals(first, element, attempt, at) {
  const found = [];
  const tries = new Map();
  let given = values(element);
  for (let error = first; error; error = attempt(given)) {
    const refusal = at(error);
    const { name } = refusal;
    const times = tries.get(name) ?? 0;
    if (times === 0 && (name || found.length === 0)) found.push(refusal);
    if (!name || times === 2) break;
    tries.set(name, times + 1);
    const { [name]: wrongly, ...rest } = given;
    const stands = times === 0 && wrongly !== undefined ? {} : { [name]: standIn(element, name) };
    given = { ...rest, ...stands };
  }
  return found;
}

/** Something that a field could hold. */
function standIn(element, name) {
  const [field] = [...element.elements].filter((one) => one.name === name);
  const option = [...(field?.options ?? [])].find(({ value }) => value);
  const text =
    option?.value ??
    { date: today(), radio: field?.value, checkbox: field?.value }[field?.type] ??
    (field?.dataset.number === undefined ? 'x' : field.min || '1');
  if (field?.dataset.list !== undefined) return [text];
  return field?.dataset.number === undefined ? text : Number(text);
}

/** One button that says one command: greyed never, as a refusal explains itself. */
export function step(id, words, command, app, { kind = 'secondary', said, hidden } = {}) {
  return button([words, hidden && h('span', { class: 'govuk-visually-hidden' }, ` ${hidden}`)], {
    id,
    kind,
    on: { click: () => app.tell(command, said) },
  });
}
