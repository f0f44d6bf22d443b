// The panel before this one: what it decided, what was found with it at hand, and how the numbers went.

import { h } from '../dom.js';
import { button } from '../fields.js';
import { keyOf } from '../hidden.js';
import { step } from '../form.js';
import { day, shortDay, STATUS, today, Words } from '../words.js';
import { findings } from './outstanding.js';
import { saveJournal } from './files.js';
import { movement, strip } from './spread.js';
import { upload } from './upload.js';

export function lastTime(app) {
  const { record, earlier, since, notCompared } = app.sitting.now;
  const missing = (earlier.at(-1)?.document ?? record).meeting?.previous;
  return [
    earlier.length > 0 && decided(app, earlier[0]),
    since.length > 0 &&
      h(
        'section',
        { class: 'panel-card', 'aria-labelledby': 'since-heading' },
        h('h2', { class: 'govuk-heading-m', id: 'since-heading' }, 'What it left behind'),
        findings(app, since, 'since'),
      ),
    notCompared &&
      h(
        'p',
        { class: 'govuk-inset-text' },
        `The numbers cannot be set beside each other: ${app.plain(notCompared)}`,
      ),
    earlier.length > 0 && numbers(app),
    earlier.length > 1 &&
      h(
        'section',
        { class: 'panel-card', 'aria-labelledby': 'further-heading' },
        h('h2', { class: 'govuk-heading-m', id: 'further-heading' }, 'Further back'),
        h(
          'ul',
          { class: 'govuk-list govuk-list--bullet' },
          earlier.slice(1).map((panel) => h('li', {}, decision(app, panel))),
        ),
      ),
    missing &&
      h(
        'section',
        { class: 'panel-card', 'aria-label': 'A panel that is not here' },
        upload(
          {
            id: 'bring',
            accept: '.json,.ndjson',
            label: earlier.length ? 'The panel before that' : 'The panel before this one',
            hint: 'Its record (JSON) or its journal (NDJSON). It stays on this computer.',
            take: (text) => {
              if (app.sitting.bring(text)) return 'The panel before is at hand';
              throw Object.assign(
                new Error('this is the record of another panel than the one that was before'),
                { code: 'another_panel' },
              );
            },
          },
          app,
        ),
      ),
  ];
}

const decision = (app, { document, standing }) => {
  const words = new Words(document, app.sitting.profile);
  const { outcome: { decision: id } = {}, meeting = {} } = document;
  return [
    shortDay(meeting.held_on) || 'No day',
    standing !== 'concluded' && ' (not concluded)',
    id && `: ${words.decisions.get(id)?.label ?? id}`,
  ];
};

function decided(app, { document, record: then, journal, standing }) {
  const { sitting } = app;
  const words = new Words(document, sitting.profile);
  const { outcome = {}, actions = [], meeting = {} } = document;
  const fact = (name, ...said) => h('div', {}, h('dt', {}, name), h('dd', {}, said));
  const now = new Map(
    (sitting.now.record.actions ?? [])
      .filter((action) => action.carried_from)
      .map((action) => [action.carried_from.action, action]),
  );
  return h(
    'section',
    { class: 'panel-card', 'aria-labelledby': 'last-heading' },
    h(
      'h2',
      { class: 'govuk-heading-m', id: 'last-heading' },
      `The panel of ${day(meeting.held_on) || 'no day'}`,
    ),
    h(
      'dl',
      { class: 'panel-facts' },
      fact(
        'Decided',
        words.decisions.get(outcome.decision)?.label ??
          (outcome.children && 'Child by child') ??
          (standing === 'concluded' ? 'Not recorded' : 'It has not concluded'),
      ),
      outcome.reason && fact('Because', outcome.reason),
      (outcome.children ?? []).map((one) =>
        fact(
          `For ${words.who(one.child)}`,
          words.decisions.get(one.decision)?.label ?? one.decision,
        ),
      ),
      outcome.lead_practitioner && fact('Lead', words.who(outcome.lead_practitioner)),
      (outcome.dissent ?? []).map((one) => fact('Disagreed', `${words.who(one.by)}: ${one.view}`)),
    ),
    actions.length > 0 && h('h3', { class: 'govuk-heading-s' }, 'What was agreed then'),
    actions.length > 0 &&
      h(
        'ul',
        { class: 'panel-then' },
        actions.map((action) => {
          const carried = now.get(action.id);
          const { status = 'open' } = carried ?? action;
          const due = then.dueOn(action.id, { profile: sitting.rules });
          const isLate = due && due < today() && ['open', 'in_progress'].includes(status);
          return h(
            'li',
            { class: isLate ? 'panel-then--late' : undefined },
            h(
              'span',
              { class: 'panel-then__text', dir: 'auto' },
              action.text,
              action.owner && h('span', { class: 'panel-quiet' }, ` ${words.who(action.owner)}`),
              due && h('span', { class: 'panel-quiet' }, `, due ${shortDay(due)}`),
            ),
            h(
              'span',
              { class: 'panel-then__now' },
              isLate && 'Overdue: ',
              STATUS.find(([id]) => id === status)?.[1] ?? status,
            ),
            carried && status !== 'done' && sitting.may('update_action', { action: carried.id })
              ? step(
                  `done-${carried.id}`,
                  'Done',
                  { type: 'update_action', action: carried.id, status: 'done' },
                  app,
                  { said: 'The action is done', hidden: words.action(action.id) },
                )
              : null,
          );
        }),
      ),
    h(
      'div',
      { class: 'panel-steps' },
      button('Save its journal (NDJSON)', {
        kind: 'secondary',
        id: 'save-last',
        'data-reads': true,
        on: { click: () => saveJournal(document.id, journal) },
      }),
    ),
  );
}

/** Each scale that can be compared on one line: own numbers, a lane for each panel. */
function numbers(app) {
  const { sitting } = app;
  const { lines, words, hidden } = sitting.now;
  const drawn = lines
    .map((line) => ({ line, lanes: lanes(sitting, line) }))
    .filter((one) => one.lanes.length > 0);
  return drawn.map(({ line, lanes: shown }) => {
    const heading = `moved-${keyOf(line)}`;
    const changed =
      shown.length > 1 && line.points.find((point) => point.record === shown.at(-1).record)?.change;
    return h(
      'section',
      { class: 'panel-card panel-scale', 'aria-labelledby': heading },
      h(
        'h2',
        { class: 'govuk-heading-m', id: heading },
        words.question(line.scale),
        ' ',
        h('span', { class: 'panel-quiet' }, words.round(line.round)),
      ),
      line.about && h('p', { class: 'govuk-body' }, words.entry(line.about)),
      h(
        'div',
        { class: 'panel-shown' },
        strip({ ...line, anchors: words.scales.get(line.scale)?.anchors }, shown, words),
        changed && movement(changed),
      ),
      hidden.get(keyOf(line))?.given.length > 0 &&
        h('p', { class: 'govuk-body' }, "This panel's numbers join them once they are shown."),
    );
  });
}

/** A lane for each panel on a line, the earliest first; this panel's only once its numbers are shown. */
export function lanes(sitting, line) {
  const { record } = sitting.now;
  const open = (point) => point.record !== record.id || sitting.shows(line);
  return line.points
    .filter(open)
    .map((point) => ({
      record: point.record,
      name:
        point.record === record.id
          ? `This panel, ${shortDay(point.held_on)}`
          : shortDay(point.held_on),
      ratings: line.raters.flatMap(({ by, numbers: given }) =>
        given
          .filter((number) => number.record === point.record)
          .map(({ value }) => ({ by, value })),
      ),
    }))
    .filter(({ ratings }) => ratings.length > 0);
}
