// Form fields in the manner of GOV.UK's design system: label, hint, error, control.

import { h, isUnfolded, typeAgain } from './dom.js';
import { day } from './words.js';

/** An option is `[value, words]`; `[heading, [option, …]]` is several under a heading. */
const option = ([value, words], chosen) =>
  Array.isArray(words)
    ? h(
        'optgroup',
        { label: value },
        words.map((one) => option(one, chosen)),
      )
    : h('option', { value, selected: value === chosen }, words);

function group({ id, label, hint, error, small }, ...control) {
  return h(
    'div',
    { class: `govuk-form-group${error ? ' govuk-form-group--error' : ''}` },
    h('label', { class: `govuk-label${small ? '' : ' govuk-label--s'}`, for: id }, label),
    hint && h('div', { class: 'govuk-hint', id: `${id}-hint` }, hint),
    error &&
      h(
        'p',
        { class: 'govuk-error-message', id: `${id}-error` },
        h('span', { class: 'govuk-visually-hidden' }, 'Error: '),
        error,
      ),
    control,
  );
}

function described({ id, hint, error }) {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

const common = (field, kind) => ({
  id: field.id,
  name: field.name,
  class: `govuk-${kind} ${field.class ?? ''}${field.error ? ` govuk-${kind}--error` : ''}`.trim(),
  'aria-describedby': described(field),
  'aria-invalid': field.error ? 'true' : undefined,
  'data-private': field.private,
  'data-reads': field['data-reads'],
  'data-number': field.number,
  'data-list': field.list,
});

export const textField = (field) =>
  group(
    field,
    h('input', {
      ...common(field, 'input'),
      type: field.type ?? 'text',
      value: field.value ?? '',
      autocomplete: field.autocomplete ?? 'off',
      inputmode: field.inputmode,
      on: field.on,
      dir: field.type ? undefined : 'auto',
      min: field.min,
      max: field.max,
      step: field.step,
    }),
  );

/** A day, with the same in English words beside it: a browser writes numbers in an order of its own. */
export function dateField(field) {
  const id = `${field.id}-words`;
  const tell = ({ target }) => {
    document.getElementById(id).textContent = day(target.value);
  };
  const element = textField({
    ...field,
    type: 'date',
    class: 'panel-date',
    on: { input: tell, typed: tell },
  });
  element.append(h('p', { class: 'panel-date__words', id }, day(field.value)));
  return element;
}

export const textArea = (field) =>
  group(
    field,
    h('textarea', {
      ...common(field, 'textarea'),
      rows: field.rows ?? 3,
      dir: 'auto',
      value: field.value ?? '',
    }),
  );

export const select = (field) =>
  group(
    field,
    h(
      'select',
      { ...common(field, 'select'), on: field.on },
      field.none !== false && option(['', field.none ?? 'Choose'], field.value ?? ''),
      field.options.map((one) => option(one, field.value)),
    ),
  );

/** A few names or words side by side, of which one is chosen by a press. */
export const chips = ({ id, name, legend, options, value = '', list }) =>
  h(
    'fieldset',
    { class: 'govuk-fieldset panel-chips' },
    h('legend', { class: 'govuk-fieldset__legend' }, legend),
    h(
      'div',
      { class: 'panel-choices' },
      options.map(([of, words], place) => {
        const own = place ? `${id}-${place}` : id;
        return h(
          'label',
          { class: 'panel-chip', for: own },
          h('input', {
            type: 'radio',
            id: own,
            name,
            value: of,
            checked: of === value,
            'data-list': list,
          }),
          h('span', {}, words),
        );
      }),
    ),
  );

/** Ticks or dots under one legend. */
function choices(type, field) {
  const { id, name, legend, hint, error, options, value = [], small = true, inline, plain } = field;
  const chosen = new Set([value].flat());
  return h(
    'div',
    { class: `govuk-form-group${error ? ' govuk-form-group--error' : ''}` },
    h(
      'fieldset',
      { class: 'govuk-fieldset', 'aria-describedby': described(field) },
      h(
        'legend',
        { class: `govuk-fieldset__legend${plain ? '' : ' govuk-fieldset__legend--s'}` },
        legend,
      ),
      hint && h('div', { class: 'govuk-hint', id: `${id}-hint` }, hint),
      error &&
        h(
          'p',
          { class: 'govuk-error-message', id: `${id}-error` },
          h('span', { class: 'govuk-visually-hidden' }, 'Error: '),
          error,
        ),
      h(
        'div',
        {
          class: `govuk-${type} ${small ? `govuk-${type}--small` : ''} ${inline ? `govuk-${type}--inline` : ''}`,
        },
        options.map(([of, words], place) => {
          const own = place ? `${id}-${place}` : id;
          return h(
            'div',
            { class: `govuk-${type}__item` },
            h('input', {
              class: `govuk-${type}__input`,
              id: own,
              name,
              type: type === 'radios' ? 'radio' : 'checkbox',
              value: of,
              checked: chosen.has(of),
              'data-list': type === 'checkboxes',
              'data-number': field.number,
            }),
            h('label', { class: `govuk-label govuk-${type}__label`, for: own }, words),
          );
        }),
      ),
    ),
  );
}

export const radios = (field) => choices('radios', field);
export const checkboxes = (field) => choices('checkboxes', field);

export const button = (words, { kind, ...attributes } = {}) =>
  h(
    'button',
    {
      type: 'button',
      class: `govuk-button${kind ? ` govuk-button--${kind}` : ''}`,
      ...attributes,
    },
    words,
  );

const summaryOf = (words) =>
  h(
    'summary',
    { class: 'govuk-details__summary' },
    h('span', { class: 'govuk-details__summary-text' }, words),
  );

export const details = (id, summary, ...children) =>
  h(
    'details',
    { class: 'govuk-details', id },
    summaryOf(summary),
    h('div', { class: 'govuk-details__text' }, children),
  );

/**
 * The same, for what is long to make and seldom wanted: `make` gives its content once it is unfolded. Fields in it belong to the form
 * around it even while it is folded, once something is typed: `isWanted` says so.
 */
export function folded(id, summary, make, isWanted = false) {
  const unfolded = isWanted || isUnfolded(id);
  const unfold = ({ currentTarget: { lastElementChild: inside, open } }) => {
    if (!open || inside.hasChildNodes()) return;
    inside.append(...[make()].flat(Infinity).filter(Boolean));
    typeAgain(inside);
  };
  return h(
    'details',
    { class: 'govuk-details', id, on: { toggle: unfold } },
    summaryOf(summary),
    h('div', { class: 'govuk-details__text' }, unfolded && make()),
  );
}

/** What a form holds, by name: absent where nothing was given. */
export function values(form) {
  const found = {};
  for (const field of form.elements) {
    if (
      !field.name ||
      field.disabled ||
      ((field.type === 'checkbox' || field.type === 'radio') && !field.checked)
    )
      continue;
    const text = field.value.trim();
    if (!text) continue;
    if (field.dataset.list !== undefined) (found[field.name] ??= []).push(text);
    else
      found[field.name] =
        field.dataset.number !== undefined && !Number.isNaN(Number(text)) ? Number(text) : text;
  }
  return found;
}
