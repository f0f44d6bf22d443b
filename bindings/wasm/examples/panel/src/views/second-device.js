// A second device at one sitting: its journal is merged into this one, and each conflict is for a person to decide.

import { h, say } from '../dom.js';
import { button } from '../fields.js';
import { explain } from '../library.js';
import { said, told } from '../sentences.js';
import { timeOfDay } from '../words.js';
import { upload } from './upload.js';

export function secondDevice(app) {
  const { sitting } = app;
  const { joined } = sitting;
  return h(
    'section',
    {
      class: 'panel-card',
      id: 'card-second-device',
      tabindex: '-1',
      'aria-labelledby': 'second-heading',
    },
    h('h2', { class: 'govuk-heading-m', id: 'second-heading' }, 'A second device'),
    h(
      'p',
      { class: 'govuk-body' },
      'Save the journal, open it on another device, and let someone take notes there too. Their journal is joined to this one here.',
    ),
    joined && result(app, joined),
    upload(
      {
        id: 'join',
        label: joined ? 'Another journal of this panel' : 'Their journal',
        hint: 'An NDJSON file, saved on the other device under Files',
        accept: '.ndjson',
        take: (text, name) => {
          sitting.join(text, name);
          const { taken, conflicts } = sitting.joined;
          return `${steps(taken.length)} joined, ${conflicts.length} to decide`;
        },
      },
      app,
    ),
  );
}

const steps = (count) => `${count} step${count === 1 ? '' : 's'}`;

function result(app, { name, lost, taken, conflicts }) {
  const { words } = app.sitting.now;
  const line = (event) => [
    `${timeOfDay(event.at)} ${words.who(event.by)}: `,
    told(event.event, words),
  ];
  return h(
    'div',
    { class: 'panel-joined', id: 'joined', tabindex: '-1' },
    h(
      'p',
      { class: 'govuk-body' },
      h('strong', {}, `${steps(taken.length)} of ${name} joined.`),
      ' ',
      conflicts.length === 0
        ? 'Nothing is left to decide.'
        : `${conflicts.length} could not be, and ${conflicts.length === 1 ? 'is' : 'are'} for you to decide.`,
      lost && ' The file was cut short: its last line is lost.',
    ),
    taken.length > 0 &&
      h(
        'details',
        { class: 'govuk-details', id: 'joined-taken' },
        h(
          'summary',
          { class: 'govuk-details__summary' },
          h('span', { class: 'govuk-details__summary-text' }, 'What joined'),
        ),
        h(
          'ul',
          { class: 'govuk-details__text panel-findings' },
          taken.map((event) => h('li', { class: 'panel-finding' }, line(event))),
        ),
      ),
    conflicts.length > 0 &&
      h(
        'ol',
        { class: 'panel-conflicts' },
        conflicts.map((conflict, place) =>
          h(
            'li',
            { class: 'panel-conflict' },
            h('p', {}, h('b', {}, 'Theirs: '), line(conflict.theirs)),
            conflict.ours.map((event) => h('p', {}, h('b', {}, 'Yours: '), line(event))),
            h('p', { class: 'panel-quiet' }, why(conflict)),
            h('div', { class: 'panel-steps' }, decide(app, conflict, place)),
          ),
        ),
      ),
  );
}

const why = ({ refusal, ours }) =>
  refusal
    ? `Not taken: ${explain(refusal).meaning}`
    : `Not taken: ${ours.length === 1 ? 'yours touches' : 'yours touch'} the same thing.`;

/** Theirs is given again as a step of now, where it would be taken; or it is left. Either way it is decided. */
function decide(app, conflict, place) {
  const { sitting } = app;
  const { event, by } = conflict.theirs;
  const done = () => {
    const { joined } = sitting;
    sitting.keepJoined({
      ...joined,
      conflicts: joined.conflicts.filter((one) => one !== conflict),
    });
  };
  const hidden = h('span', { class: 'govuk-visually-hidden' }, ` ${said(event)}, ${place + 1}`);
  return [
    !conflict.refusal &&
      sitting.may(event.type) &&
      button(['Take theirs now', hidden], {
        kind: 'secondary',
        id: `theirs-${place}`,
        on: {
          click: () => {
            app.tell(event, 'Theirs is taken', by);
            if (!app.notice) done();
            app.redraw();
          },
        },
      }),
    button(['Leave it', hidden.cloneNode(true)], {
      kind: 'secondary',
      id: `leave-${place}`,
      on: {
        click: () => {
          done();
          app.redraw();
          say('It is left');
        },
      },
    }),
  ];
}
