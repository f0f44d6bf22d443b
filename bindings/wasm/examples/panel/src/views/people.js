// Who was expected, who is here, who sent apologies.

import { h } from '../dom.js';
import { button, details, folded, select, textField } from '../fields.js';
import { form, step } from '../form.js';
import { ATTENDANCE, PARTICIPANT_KINDS, timeOfDay } from '../words.js';
import { chairing } from './chairing.js';
import { marking, marksOf } from './marks.js';

const STEPS = [
  ['present', 'Here', { type: 'arrive', how: 'present' }],
  ['remote', 'By phone or video', { type: 'arrive', how: 'remote' }],
  ['apologies', 'Apologies', { type: 'apologise' }],
  ['absent', 'Did not attend', { type: 'mark_absent' }],
];

export function people(app) {
  const {
    record,
    words,
    outstanding: { panel },
  } = app.sitting.now;
  const participants = record.participants ?? [];
  const noted = participants.filter(
    ({ attendance = 'invited' }) => attendance !== 'invited',
  ).length;
  const expected = participants.filter(
    ({ id, attendance = 'invited' }) =>
      attendance === 'invited' && app.sitting.may('arrive', { participant: id }),
  );
  return [
    expected.length > 0 &&
      h(
        'div',
        { class: 'panel-steps panel-press' },
        button(noted ? 'Everyone else is here' : 'Everyone is here', {
          id: 'everyone-here',
          on: { click: () => everyoneHere(app, expected) },
        }),
      ),
    h(
      'p',
      { class: 'govuk-body' },
      `${noted} of ${participants.length} noted. `,
      h(
        'span',
        { class: 'panel-press' },
        expected.length > 0
          ? 'Then press what is true of anyone who is not here.'
          : 'Press another to change it.',
      ),
    ),
    h(
      'ul',
      { class: 'panel-people' },
      participants.map((participant) => person(app, participant)),
    ),
    details('invite-details', 'Someone else has come', invite(app)),
    (app.sitting.may('mark') || app.sitting.may('amend')) &&
      folded('people-marks', 'Who may know that someone comes', () =>
        participants.map((one) =>
          marking(app, one, words.who(one.id), 'who may know that they come'),
        ),
      ),
    panel.some((finding) => finding.code === 'SP203') && inquorate(app),
    details(
      'appoint-details',
      'Change who chairs or takes the notes',
      form(
        {
          id: 'appoint',
          submit: 'Change',
          kind: 'secondary',
          said: 'Changed',
          fields: (field) => chairing(field, words, record.meeting ?? {}),
          send: (given) => app.sitting.tell({ type: 'appoint', ...given }),
        },
        app,
      ),
    ),
  ];
}

/** Marks all who are expected as here; the exceptions are pressed one by one. */
const everyoneHere = (app, expected) =>
  app.attempt(
    () =>
      app.sitting.tellAll(
        expected.map(({ id }) => ({ type: 'arrive', participant: id, how: 'present' })),
      ),
    `${expected.length} people are here`,
  );

function person(app, participant) {
  const { sitting } = app;
  const { words, record } = sitting.now;
  const {
    id,
    attendance = 'invited',
    written_update: written,
    arrived_at: arrived,
    left_at: left,
    deputy_for: deputy,
  } = participant;
  const name = words.who(id);
  const part = words.part(participant);
  const about = [
    part !== name && part,
    deputy && `for ${words.who(deputy)}`,
    written && 'sent a written update',
    arrived && `came at ${timeOfDay(arrived)}`,
    left && `left at ${timeOfDay(left)}`,
    record.meeting?.chair === id && 'chair',
    record.meeting?.note_taker === id && 'takes the notes',
    marksOf(words, participant),
  ]
    .filter(Boolean)
    .join(' · ');
  return h(
    'li',
    { class: `panel-person panel-person--${attendance}`, id: `card-${id}`, tabindex: '-1' },
    h(
      'div',
      { class: 'panel-person__who' },
      h('strong', {}, name),
      h('span', {}, about),
      // On paper there is no button that is pressed.
      h('span', { class: 'panel-on-paper' }, ATTENDANCE[attendance]),
      words.nameOf(participant) === undefined && naming(app, participant, part),
    ),
    h(
      'div',
      { class: 'panel-choices', role: 'group', 'aria-label': `Attendance of ${name}` },
      STEPS.map(([state, label, command]) =>
        h(
          'button',
          {
            type: 'button',
            class: 'panel-choice',
            id: `${state}-${id}`,
            'aria-pressed': attendance === state ? 'true' : 'false',
            on: {
              click: () =>
                app.tell({ ...command, participant: id }, `${name}: ${ATTENDANCE[state]}`),
            },
          },
          label,
        ),
      ),
      attendance === 'apologies' &&
        !written &&
        step(
          `written-${id}`,
          'Sent a written update',
          { type: 'apologise', participant: id, written_update: true },
          app,
          { hidden: `from ${name}` },
        ),
      (attendance === 'present' || attendance === 'remote') &&
        !left &&
        sitting.may('leave', { participant: id }) &&
        step(`leave-${id}`, 'Leaves', { type: 'leave', participant: id }, app, {
          said: `${name} has left`,
          hidden: name,
        }),
    ),
  );
}

/** Where only a seat was invited: who came. */
const naming = (app, { id, attendance }, part) =>
  details(
    `name-${id}-details`,
    ['Say who it is', h('span', { class: 'govuk-visually-hidden' }, `: ${part}`)],
    form(
      {
        id: `name-${id}`,
        submit: 'They are here',
        kind: 'secondary',
        label: `Who came: ${part}`,
        fields: (field) => [textField(field({ name: 'name', label: 'Name' }))],
        send: (given) =>
          app.sitting.tell({
            type: 'arrive',
            participant: id,
            how: attendance === 'remote' ? 'remote' : 'present',
            ...given,
          }),
      },
      app,
    ),
  );

function invite(app) {
  const { sitting } = app;
  const { words } = sitting.now;
  return form(
    {
      id: 'invite',
      submit: 'Add them',
      said: 'Added',
      fields: (field) => [
        textField(field({ name: 'name', label: 'Name' })),
        select(
          field({
            name: 'kind',
            label: 'They come as',
            options: PARTICIPANT_KINDS,
            value: 'professional',
            none: false,
          }),
        ),
        textField(field({ name: 'agency', label: 'Agency', hint: 'Of a professional' })),
        select(
          field({
            name: 'seat',
            label: 'Role on the panel',
            none: 'No role',
            options: [...words.seats.values()].map((seat) => [seat.id, seat.title]),
          }),
        ),
        select(
          field({
            name: 'person',
            label: 'Who they are in the family',
            none: 'Not of the family',
            options: words.family(),
          }),
        ),
        select(
          field({
            name: 'deputy_for',
            label: 'Stands in for',
            none: 'No one',
            options: words.everyone(),
          }),
        ),
      ],
      send: (given) => sitting.tell({ type: 'invite', id: sitting.newId('p-'), ...given }),
    },
    app,
  );
}

const inquorate = (app) =>
  h(
    'div',
    { id: 'card-meeting-inquorate_reason', tabindex: '-1' },
    form(
      {
        id: 'inquorate',
        submit: 'Go on all the same',
        kind: 'secondary',
        fields: (field) => [
          textField(field({ name: 'reason', label: 'Why the panel goes on without a quorum' })),
        ],
        send: (given) => app.sitting.tell({ type: 'proceed_inquorate', ...given }),
      },
      app,
    ),
  );
