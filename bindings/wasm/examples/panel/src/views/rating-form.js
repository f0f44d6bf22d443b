// A number with its reason, or where someone else would be: given in private until the round is shown.

import { h } from '../dom.js';
import { details, radios, select, textArea, textField } from '../fields.js';
import { form } from '../form.js';

/** The profile's own follow-up questions are the labels. */
export function reasons(field, scale, now = {}) {
  const asked = (member, otherwise) =>
    scale?.follow_ups?.find((follow) => follow.fills === member)?.text ?? otherwise;
  return [
    textArea(
      field({
        name: 'reason',
        label: asked('reason', 'What makes it that high?'),
        rows: 2,
        small: true,
        value: now.reason,
      }),
    ),
    textArea(
      field({
        name: 'one_point_higher',
        label: asked('one_point_higher', 'What would have to be seen to be one point higher?'),
        rows: 2,
        small: true,
        value: now.one_point_higher,
      }),
    ),
  ];
}

export function who(app, field, label) {
  const { words, record } = app.sitting.now;
  const here = (record.participants ?? []).filter(
    ({ attendance }) => attendance === 'present' || attendance === 'remote',
  );
  return select(
    field({ name: 'by', label, small: true, options: here.map(({ id }) => [id, words.who(id)]) }),
  );
}

/** A number is typed unseen until all are shown, so that no one's leans on another's. */
export function giving(app, scale, target, key, shown) {
  const { sitting } = app;
  const { words } = sitting.now;
  const others = [
    ...[...words.people.keys()].map((id) => [`person ${id}`, words.who(id)]),
    ...words.everyone().map(([id]) => [`participant ${id}`, `${words.who(id)}, here`]),
  ];
  const steps = Math.round((scale.max - scale.min) / scale.step);
  const number = (field) => {
    const member = {
      name: 'value',
      number: true,
      private: true,
      label: 'Number',
      hint: `From ${scale.min} to ${scale.max}${shown ? '' : '. It stays hidden until all are shown'}`,
      small: true,
    };
    return shown && steps <= 12
      ? radios(
          field({
            ...member,
            legend: 'Number',
            inline: true,
            options: Array.from({ length: steps + 1 }, (_, at) => [
              `${scale.min + at * scale.step}`,
              `${scale.min + at * scale.step}`,
            ]),
          }),
        )
      : textField(
          field({
            ...member,
            type: shown ? 'text' : 'password',
            inputmode: 'decimal',
            class: 'govuk-input--width-4',
          }),
        );
  };
  return form(
    {
      id: `rate-${key}`,
      submit: 'Give the number',
      said: 'The number is given',
      label: 'Give a number',
      fields: (field) => [
        h('h3', { class: 'govuk-heading-s' }, 'Give a number'),
        h(
          'div',
          { class: 'panel-pair panel-pair--fields' },
          who(app, field, 'Who gives it'),
          number(field),
        ),
        details(
          `rate-more-${key}`,
          shown
            ? 'Reason, and where someone else would be'
            : 'Where someone else would be; reasons now rather than later',
          reasons(field, scale),
          select(
            field({
              name: 'on_behalf_of',
              label:
                scale?.follow_ups?.find((follow) => follow.fills === 'on_behalf_of')?.text ??
                'Where would someone else be?',
              small: true,
              none: 'This is their own number',
              options: others,
            }),
          ),
          textField(field({ name: 'other', label: 'Someone else, in words', small: true })),
        ),
      ],
      send: ({ on_behalf_of: of, other, ...values }) => {
        const [kind, id] = of?.split(' ') ?? [];
        const guess = other ? { other } : kind ? { [kind]: id } : undefined;
        sitting.tell({ type: 'rate', ...target, ...values, ...(guess && { on_behalf_of: guess }) });
      },
    },
    app,
  );
}
