// The decision, who sees it otherwise, who leads, when it is reviewed, and how the family hears of it.

import { h } from '../dom.js';
import { checkboxes, dateField, details, radios, select, textArea, textField } from '../fields.js';
import { form } from '../form.js';
import { isChild } from '../paper.js';
import { day } from '../words.js';
import { partMarking } from './marks.js';
import { nextPanel } from './next-panel.js';

export function outcome(app) {
  const { sitting } = app;
  const { record, standing } = sitting.now;
  if (standing === 'before')
    return h('p', { class: 'govuk-body' }, 'The panel can decide once it is open.');
  return [
    nextPanel(app),
    h(
      'div',
      { class: 'panel-pair' },
      decision(app, record.outcome ?? {}),
      h(
        'div',
        {},
        lead(app, record.outcome ?? {}),
        review(app, record.outcome ?? {}),
        dissent(app, record.outcome ?? {}),
      ),
    ),
    h(
      'div',
      { class: 'panel-pair' },
      feedback(app, record.outcome?.feedback ?? {}),
      filed(app, record.recording ?? {}),
    ),
  ];
}

const card = (id, title, now, ...rest) =>
  h(
    'section',
    { class: 'panel-card', id: `card-${id}`, tabindex: '-1', 'aria-labelledby': `${id}-heading` },
    h('h2', { class: 'govuk-heading-m', id: `${id}-heading` }, title),
    now && h('p', { class: 'govuk-body panel-now' }, now),
    rest,
  );

function decision(app, now) {
  const { sitting } = app;
  const { words } = sitting.now;
  const decided = now.decision && [
    h('strong', {}, words.decisions.get(now.decision)?.label ?? now.decision),
    now.decided_by && `, decided by ${words.who(now.decided_by)}`,
  ];
  const children = [...words.people.values()].filter(isChild);
  const isEach = sitting.profile.deciding?.each_child || now.children?.length > 0;
  return card(
    'outcome-decision',
    'Decision',
    decided,
    now.reason && h('p', { class: 'govuk-body panel-said', dir: 'auto' }, now.reason),
    h(
      'div',
      { id: 'card-outcome-children', tabindex: '-1' },
      (now.children ?? []).map((one) => forChild(words, one)),
    ),
    form(
      {
        id: 'decide',
        submit: 'Record the decision',
        said: 'The decision is recorded',
        fields: (field) => [
          isEach &&
            select(
              field({
                name: 'child',
                label: 'For whom',
                none: 'The family as a whole',
                options: children.map(({ id }) => [id, words.who(id)]),
              }),
            ),
          radios(
            field({
              name: 'decision',
              legend: 'The panel decides',
              small: false,
              options: (sitting.profile.decisions ?? []).map(({ id, label }) => [id, label]),
              value: now.decision ?? '',
            }),
          ),
          textArea(field({ name: 'reason', label: 'Why', rows: 3, value: now.reason })),
          textArea(
            field({
              name: 'contingency',
              label: 'What happens if the plan is not working',
              rows: 2,
              value: now.contingency,
            }),
          ),
          select(
            field({
              name: 'decided_by',
              label: 'Decided by',
              none: 'The chair',
              options: words.byName(),
              value: now.decided_by,
            }),
          ),
        ],
        send: (given) => sitting.tell({ type: 'decide', ...given }),
      },
      app,
    ),
    now.reason &&
      partMarking(app, 'decision_reason', now.marks?.reason, 'Who may see why', 'of the decision'),
    now.contingency &&
      partMarking(
        app,
        'contingency',
        now.marks?.contingency,
        'Who may see what happens if the plan is not working',
        'of the decision',
      ),
  );
}

/** What was decided for one child. */
const forChild = (words, { child, decision, reason }) =>
  h(
    'p',
    { class: 'govuk-body panel-now', dir: 'auto' },
    `${words.who(child)}: `,
    h('strong', {}, words.decisions.get(decision)?.label ?? decision),
    reason && `. ${reason}`,
  );

function lead(app, now) {
  const { words } = app.sitting.now;
  return card(
    'outcome-lead_practitioner',
    'Lead practitioner',
    now.lead_practitioner && words.who(now.lead_practitioner),
    form(
      {
        id: 'lead',
        submit: 'Save',
        kind: 'secondary',
        said: 'The lead practitioner is named',
        fields: (field) => [
          select(
            field({
              name: 'participant',
              label: 'Who leads the work with the family',
              small: true,
              options: words.everyone(),
              value: now.lead_practitioner,
            }),
          ),
        ],
        send: (given) => app.sitting.tell({ type: 'name_lead', ...given }),
      },
      app,
    ),
  );
}

function review(app, now) {
  return card(
    'outcome-review_on',
    'Review',
    now.review_on && day(now.review_on),
    form(
      {
        id: 'review',
        submit: 'Set the day',
        kind: 'secondary',
        said: 'The review is set',
        fields: (field) => [
          dateField(
            field({
              name: 'on',
              label: 'The panel meets again on',
              small: true,
              value: now.review_on,
            }),
          ),
        ],
        send: (given) => app.sitting.tell({ type: 'set_review', ...given }),
      },
      app,
    ),
  );
}

function dissent(app, now) {
  const { words } = app.sitting.now;
  return card(
    'outcome-dissent',
    'Anyone who disagrees',
    null,
    (now.dissent ?? []).map((one) =>
      h(
        'blockquote',
        { class: 'panel-brought', dir: 'auto' },
        h('strong', {}, words.who(one.by)),
        `: ${one.view}`,
      ),
    ),
    // The views of one person are marked together.
    [...new Map((now.dissent ?? []).map((one) => [one.by, one])).values()].map((one) =>
      partMarking(app, 'dissenting_view', one, 'Who may see this view', words.who(one.by), one.by),
    ),
    form(
      {
        id: 'dissent',
        submit: 'Record it',
        kind: 'secondary',
        said: 'The view is recorded',
        fields: (field) => [
          select(
            field({
              name: 'by',
              label: 'Who disagrees',
              small: true,
              options: words.byName(),
            }),
          ),
          textArea(
            field({ name: 'view', label: 'Their view, in their words', rows: 2, small: true }),
          ),
        ],
        send: (given) => app.sitting.tell({ type: 'dissent', ...given }),
      },
      app,
    ),
  );
}

function feedback(app, now) {
  const { words } = app.sitting.now;
  const said = [
    now.owner && words.who(now.owner),
    now.due_on && `by ${day(now.due_on)}`,
    now.given_on && `given on ${day(now.given_on)}`,
    now.how,
  ]
    .filter(Boolean)
    .join(', ');
  return card(
    'outcome-feedback-owner',
    'Feedback to the family',
    said,
    form(
      {
        id: 'feedback',
        submit: 'Save feedback',
        kind: 'secondary',
        said: 'Feedback is arranged',
        fields: (field) => [
          select(
            field({
              name: 'owner',
              label: 'Who tells them',
              small: true,
              options: words.byName(),
              value: now.owner,
            }),
          ),
          dateField(field({ name: 'due_on', label: 'By', small: true, value: now.due_on })),
          textField(field({ name: 'how', label: 'How', small: true, value: now.how })),
          dateField(
            field({
              name: 'given_on',
              label: 'Told on',
              small: true,
              value: now.given_on,
            }),
          ),
        ],
        send: (given) => app.sitting.tell({ type: 'give_feedback', ...given }),
      },
      app,
    ),
    said && partMarking(app, 'feedback', now, 'Who may see it'),
  );
}

function filed(app, now) {
  const { words } = app.sitting.now;
  const { sitting } = app;
  return card(
    'recording-recorded_on',
    'The record and the minutes',
    [
      now.recorded_on &&
        `Entered in ${now.system ?? 'the case system'} on ${day(now.recorded_on)}. `,
      now.minutes_circulated_on && `Minutes sent on ${day(now.minutes_circulated_on)}.`,
    ]
      .filter(Boolean)
      .join('') || null,
    form(
      {
        id: 'file',
        submit: 'Save as recorded',
        kind: 'secondary',
        said: 'Noted',
        fields: (field) => [
          textField(
            field({ name: 'system', label: 'Case system', small: true, value: now.system }),
          ),
          textField(
            field({
              name: 'reference',
              label: 'Reference there',
              small: true,
              value: now.reference,
            }),
          ),
          dateField(
            field({ name: 'on', label: 'Entered on', small: true, value: now.recorded_on }),
          ),
        ],
        send: (given) => sitting.tell({ type: 'file_record', ...given }),
      },
      app,
    ),
    details(
      'circulate-details',
      'Say to whom the minutes went',
      form(
        {
          id: 'circulate',
          submit: 'Save as sent',
          kind: 'secondary',
          said: 'Noted',
          fields: (field) => [
            checkboxes(
              field({
                name: 'to',
                legend: 'Minutes sent to',
                options: words.byName(),
                value: now.circulated_to,
              }),
            ),
            dateField(
              field({
                name: 'on',
                label: 'Sent on',
                small: true,
                value: now.minutes_circulated_on,
              }),
            ),
          ],
          send: (given) => sitting.tell({ type: 'circulate_minutes', ...given }),
        },
        app,
      ),
    ),
  );
}
