// The agenda at the side: what was held, what runs, what comes; and opening and ending the meeting.

import { h } from '../dom.js';
import { button, dateField, details, folded, textArea, textField } from '../fields.js';
import { form, step } from '../form.js';
import { timeOfDay } from '../words.js';
import { openMeeting } from './open-meeting.js';
import { findings } from './outstanding.js';

export function agenda(app) {
  const { sitting } = app;
  const { standing } = sitting.now;
  return h(
    'section',
    { class: 'panel-agenda', id: 'agenda', tabindex: '-1', 'aria-labelledby': 'agenda-heading' },
    h('h2', { class: 'govuk-heading-m', id: 'agenda-heading' }, 'Agenda'),
    (standing === 'before' || standing === 'adjourned') && openMeeting(app),
    h(
      'ol',
      { class: 'panel-stages' },
      (sitting.profile.agenda ?? []).map((stage) => item(app, stage)),
    ),
    minutes(app),
    sitting.may('conclude') &&
      folded('ending', 'End the panel', () => [
        leftToDo(app),
        button('Conclude the panel', {
          id: 'conclude',
          kind: 'warning',
          on: { click: () => conclude(app) },
        }),
        h('p', { class: 'govuk-body panel-quiet' }, 'Or adjourn, and meet again:'),
        form(
          {
            id: 'adjourn',
            submit: 'Adjourn',
            said: 'The panel is adjourned',
            kind: 'secondary',
            fields: (field) => [
              textArea(field({ name: 'reason', label: 'Why', rows: 2, small: true })),
              dateField(field({ name: 'reconvene_on', label: 'Meets again on', small: true })),
            ],
            send: (given) => sitting.tell({ type: 'adjourn', ...given }),
          },
          app,
        ),
      ]),
  );
}

/** What is still outstanding stands above the button that ends the panel. */
function leftToDo(app) {
  const { panel } = app.sitting.now.outstanding;
  return panel.length === 0
    ? h('p', { class: 'govuk-body' }, 'Nothing is outstanding.')
    : h(
        'div',
        { id: 'ending-outstanding' },
        h('p', { class: 'govuk-body' }, `Still outstanding: ${panel.length}`),
        findings(app, panel, 'ending'),
      );
}

/** After the panel come its papers. */
function conclude(app) {
  app.tell({ type: 'conclude' }, 'The panel has concluded');
  if (!app.notice) app.go('outputs');
}

/** Minutes for stages to which the profile gives none: they are this page's own, and nothing of the record. */
function minutes(app) {
  const { sitting } = app;
  const stages = (sitting.profile.agenda ?? []).filter((stage) => !stage.minutes);
  if (stages.length === 0 || sitting.now.standing === 'concluded') return null;
  return folded('minutes-details', 'Set minutes for the stages', () =>
    form(
      {
        id: 'minutes',
        submit: 'Set the minutes',
        kind: 'secondary',
        said: 'The minutes are set',
        attempt: () => null,
        fields: (field) =>
          stages.map(({ id, title }) =>
            textField(
              field({
                name: id,
                label: title ?? id,
                small: true,
                number: true,
                inputmode: 'numeric',
                class: 'govuk-input--width-3',
                value: sitting.view.minutes?.[id] ? `${sitting.view.minutes[id]}` : '',
              }),
            ),
          ),
        send: (given) =>
          sitting.show({
            minutes: Object.fromEntries(
              Object.entries(given).filter(([, value]) => Number.isInteger(value) && value > 0),
            ),
          }),
      },
      app,
    ),
  );
}

function item(app, stage) {
  const { sitting } = app;
  const { record, words, standing } = sitting.now;
  const times = (record.agenda ?? []).filter((one) => one.stage === stage.id);
  const last = times.at(-1);
  const current =
    (standing === 'running' || standing === 'paused') && last && !last.ended_at && last.started_at;
  const planned = stage.minutes ?? sitting.view.minutes?.[stage.id];
  const hidden = (words) => h('span', { class: 'govuk-visually-hidden' }, words);
  const state = !last
    ? ''
    : last.skipped_reason && !last.started_at
      ? 'Not held'
      : current
        ? 'Now'
        : 'Held';
  return h(
    'li',
    {
      class: `panel-stage${current ? ' panel-stage--now' : ''}${state === 'Held' ? ' panel-stage--held' : ''}`,
      'aria-current': current ? 'step' : undefined,
      id: `stage-${stage.id}`,
      tabindex: '-1',
    },
    h(
      'p',
      { class: 'panel-stage__title' },
      stage.title,
      planned &&
        state !== 'Held' &&
        h('span', { class: 'panel-stage__minutes' }, ` ${planned} minutes`),
    ),
    state &&
      h(
        'p',
        { class: 'panel-stage__state' },
        state === 'Held' ? hidden(', held ') : state,
        last.started_at && ` ${timeOfDay(last.started_at)}`,
        last.ended_at && hidden(` to ${timeOfDay(last.ended_at)}`),
        current && last.led_by && `, led by ${words.who(last.led_by)}`,
      ),
    current &&
      h(
        'ul',
        { class: 'panel-stage__prompts' },
        (stage.prompts ?? []).map((prompt) => h('li', {}, prompt)),
      ),
    current &&
      stage.produces?.includes('best_hopes') &&
      brought(app, 'best_hopes', { type: 'record_best_hopes' }, 'Best hopes'),
    current &&
      stage.produces?.includes('background') &&
      brought(app, 'background', { type: 'record_background' }, 'Background'),
    !current &&
      sitting.may('start_stage', { stage: stage.id }) &&
      h(
        'div',
        { class: 'panel-stage__steps' },
        step(
          `start-${stage.id}`,
          last ? 'Go back to it' : 'Start',
          { type: 'start_stage', stage: stage.id },
          app,
          { said: `${stage.title} has begun`, hidden: stage.title },
        ),
        !last &&
          folded(
            `skip-${stage.id}`,
            ['Skip', h('span', { class: 'govuk-visually-hidden' }, ` ${stage.title}`)],
            () =>
              form(
                {
                  id: `skip-form-${stage.id}`,
                  submit: 'Skip this stage',
                  kind: 'secondary',
                  said: `${stage.title} is skipped`,
                  fields: (field) => [
                    textArea(field({ name: 'reason', label: 'Why', rows: 2, small: true })),
                  ],
                  send: (given) => sitting.tell({ type: 'skip_stage', stage: stage.id, ...given }),
                },
                app,
              ),
          ),
      ),
  );
}

/** What the worker brought with the referral, shown while it is spoken to, and open to better words. */
function brought(app, member, command, label) {
  const { sitting } = app;
  const text = sitting.now.record.referral?.[member];
  return h(
    'div',
    { class: 'panel-brought', dir: 'auto' },
    text && h('blockquote', { dir: 'auto' }, text),
    details(
      `${member}-change`,
      text ? 'Change the words' : 'Write it down',
      form(
        {
          id: `${member}-form`,
          submit: 'Save',
          kind: 'secondary',
          said: `${label} noted`,
          fields: (field) => [
            textArea(field({ name: 'text', label, rows: 4, small: true, value: text })),
          ],
          send: (given) => sitting.tell({ ...command, ...given }),
        },
        app,
      ),
    ),
  );
}
