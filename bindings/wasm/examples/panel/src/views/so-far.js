// The sitting so far: a slider through its events, and the record as it stood after each.

import { draw, h } from '../dom.js';
import { button } from '../fields.js';
import { said } from '../sentences.js';
import { ACCEPTANCE, onMap, timeOfDay, Words } from '../words.js';
import { about } from './entry.js';

export function soFar(app) {
  const { events } = app.sitting.now;
  const place = Math.min(app.place ?? events.length, events.length);
  const view = h('div', { id: 'moment', class: 'panel-moment' });
  const slider = h('input', {
    type: 'range',
    id: 'slider',
    'data-reads': true,
    min: '0',
    max: `${events.length}`,
    step: '1',
    value: `${place}`,
    class: 'panel-slider',
    on: { input: ({ target }) => move(Number(target.value)) },
  });
  const back = button('One step back', {
    kind: 'secondary',
    id: 'step-back',
    'data-reads': true,
    on: { click: () => move(app.place - 1) },
  });
  const forth = button('One step on', {
    kind: 'secondary',
    id: 'step-on',
    'data-reads': true,
    on: { click: () => move(app.place + 1) },
  });
  const move = (to) => {
    app.place = Math.max(0, Math.min(events.length, to));
    // Once drawn, what is on the page is what moves.
    const [shown, drawn] = ['slider', 'moment'].map((id) => document.getElementById(id));
    show(shown ?? slider, drawn ?? view);
  };
  const show = (slider, view) => {
    slider.value = `${app.place}`;
    slider.setAttribute('aria-valuetext', caption(app, app.place));
    draw(view, moment(app, app.place));
  };
  app.place = place;
  show(slider, view);
  return h(
    'div',
    {},
    h('label', { class: 'govuk-label govuk-label--s', for: 'slider' }, 'A moment of the panel'),
    slider,
    h('div', { class: 'panel-steps' }, back, forth),
    view,
  );
}

function caption(app, place) {
  const event = app.sitting.now.events[place - 1];
  if (!event) return 'Before the panel, as it was referred';
  return `${timeOfDay(event.at)}, step ${place} of ${app.sitting.now.events.length}: ${said(event.event)}`;
}

/** Map, actions and decision as they stood; numbers stay as private as they were. */
function moment(app, place) {
  const { profile } = app.sitting;
  const record = app.sitting.at(place)?.toObject() ?? app.sitting.now.record;
  const words = new Words(record, profile);
  const entries = onMap(record);
  return [
    h('h2', { class: 'govuk-heading-m', 'aria-live': 'polite' }, caption(app, place)),
    h(
      'div',
      { class: 'panel-map' },
      (profile.columns ?? []).map((column) =>
        h(
          'section',
          { class: 'panel-column', 'aria-label': column.heading },
          h('h3', { class: 'panel-column__heading' }, column.heading),
          column.categories.map(({ id, label }) => {
            const here = entries.filter((entry) => entry.category === id);
            return (
              here.length > 0 &&
              h(
                'div',
                { class: 'panel-category' },
                h('h4', { class: 'panel-category__label' }, label),
                h(
                  'ul',
                  { class: 'panel-entries' },
                  here.map((entry) =>
                    h(
                      'li',
                      { class: 'panel-entry' },
                      h('p', { class: 'panel-entry__text', dir: 'auto' }, entry.text),
                      about(words, entry),
                    ),
                  ),
                ),
              )
            );
          }),
        ),
      ),
    ),
    (record.actions ?? []).length > 0 &&
      h(
        'div',
        {},
        h('h3', { class: 'govuk-heading-s' }, 'Actions'),
        h(
          'ul',
          { class: 'govuk-list govuk-list--bullet' },
          record.actions.map((action) =>
            h(
              'li',
              {},
              action.text,
              action.owner &&
                ` – ${words.who(action.owner)}${action.acceptance ? `, ${ACCEPTANCE[action.acceptance].toLowerCase()}` : ''}`,
            ),
          ),
        ),
      ),
    record.outcome?.decision &&
      h(
        'p',
        { class: 'govuk-body' },
        h('strong', {}, words.decisions.get(record.outcome.decision)?.label),
      ),
  ];
}
