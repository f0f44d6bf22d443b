// A form that says one command: what the library refuses is shown beside the field that it points at.

import { foldUp, forget, h, say } from './dom.js';
import { button, values } from './fields.js';
import { REASON, wantsReason, wrong } from './refusal.js';
import { capital } from './words.js';

/** The last refusal of each form, until the form is taken. */
const refusals = new Map();

const errorSummary = (id, { label, message, field }) =>
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
  );

function goTo(event, id) {
  event.preventDefault();
  document.getElementById(id)?.focus();
}

/**
 * @param {object} form
 * @param {string} form.id                    stands before the ids of its fields
 * @param {(field: (member: object) => object) => Node[]} form.fields  `field({name, …})` gives a field its id and its error
 * @param {(values: object) => void} form.send  takes what was given; throws what the library throws
 * @param {string} form.submit                words on the button
 * @param {string} [form.said]                what is said aloud once it is taken
 */
export function form({ id, fields, send, submit, said, kind, label }, app) {
  const refusal = refusals.get(id);
  const known = new Map();
  const field = (member) => {
    known.set(member.name, member.label ?? member.legend);
    const error = refusal?.name === member.name ? capital(refusal.message) : undefined;
    return { ...member, id: `${id}-${member.name}`, error };
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
      app.redraw();
      say(said ?? 'Noted');
    } catch (error) {
      if (error.code === undefined) throw error;
      const field = fieldAt(app, id, known, error);
      refusals.set(id, { ...field, message: field ? wrong(app, error) : app.plain(error) });
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

/** The field that a refusal points at. */
function fieldAt(app, id, known, error) {
  if (wantsReason(app, error)) return { field: REASON.id, label: REASON.label };
  const name = `${error.path ?? ''}`
    .split('/')
    .slice(1)
    .reverse()
    .find((part) => known.has(part));
  return name && { name, field: `${id}-${name}`, label: known.get(name) };
}

/** One button that says one command: greyed never, as a refusal explains itself. */
export function step(id, words, command, app, { kind = 'secondary', said, hidden } = {}) {
  return button([words, hidden && h('span', { class: 'govuk-visually-hidden' }, ` ${hidden}`)], {
    id,
    kind,
    on: { click: () => app.tell(command, said) },
  });
}
