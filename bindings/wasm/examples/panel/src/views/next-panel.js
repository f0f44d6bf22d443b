// The panel after this one: the library makes its record, and this one is put aside beside it.

import { forgetAll, h } from '../dom.js';
import { dateField } from '../fields.js';
import { form } from '../form.js';

export function nextPanel(app) {
  const { sitting } = app;
  const { record, standing } = sitting.now;
  if (standing !== 'concluded') return null;
  return h(
    'section',
    {
      class: 'panel-card panel-press',
      id: 'card-next-panel',
      tabindex: '-1',
      'aria-labelledby': 'next-heading',
    },
    h('h2', { class: 'govuk-heading-m', id: 'next-heading' }, 'The next panel'),
    h(
      'p',
      { class: 'govuk-body' },
      "The same family, people and map, and each action that is still open. This panel stays in this browser, and its numbers are shown beside the next one's.",
    ),
    form(
      {
        id: 'next-panel',
        submit: 'Prepare the next panel',
        said: 'The next panel is prepared',
        fields: (field) => [
          dateField(
            field({
              name: 'held_on',
              label: 'Day of the next panel',
              small: true,
              value: record.outcome?.review_on,
            }),
          ),
        ],
        // One field, and what is sent changes more than the sitting.
        attempt: () => null,
        send: ({ held_on: heldOn = '' }) => {
          const next = sitting.followOn(heldOn);
          forgetAll();
          app.open(next, 'last-time');
        },
      },
      app,
    ),
  );
}
