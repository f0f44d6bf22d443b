// What surrounds every screen of the sitting: whose panel it is, the clock, the ways about, the agenda, what is outstanding.

import { h } from '../dom.js';
import { button, select, textField } from '../fields.js';
import { REASON } from '../refusal.js';
import { said, steps } from '../sentences.js';
import { shortDay } from '../words.js';
import { agenda } from './agenda.js';
import { clockBar } from './clock.js';
import { outstanding } from './outstanding.js';
import { people } from './people.js';
import { family } from './family.js';
import { map } from './map.js';
import { scaling } from './scaling.js';
import { actions } from './actions.js';
import { outcome } from './outcome.js';
import { soFar } from './so-far.js';
import { files } from './files.js';
import { papers } from './papers.js';
import { lastTime } from './last-time.js';
import { takeBack } from './take-back.js';
import { openWall } from '../wall/link.js';

const SCREENS = {
  'last-time': ['Last time', lastTime, ({ meeting }) => meeting?.previous],
  people: ['People', people],
  family: ['Family', family],
  map: ['Map', map],
  scaling: ['Scaling', scaling],
  actions: ['Actions', actions],
  outcome: ['Outcome', outcome],
  'so-far': ['So far', soFar],
  outputs: ['Papers', papers],
  files: ['Files', files],
};

/** Screens on which nothing of the record is changed. */
const READ = new Set(['last-time', 'so-far', 'outputs', 'files']);

const STANDING = {
  before: 'Not yet open',
  between: 'In session',
  running: 'In session',
  paused: 'In session',
  adjourned: 'Adjourned',
  concluded: 'Concluded',
};

export function shell(app, screen) {
  const { sitting } = app;
  const { record, standing } = sitting.now;
  const [name, draw] = SCREENS[screen] ?? SCREENS.people;
  const page = h(
    'div',
    { class: 'panel-shell' },
    header(app, record, standing),
    clockBar(app),
    h(
      'nav',
      { class: 'panel-nav', 'aria-label': 'Screens' },
      h(
        'ul',
        {},
        Object.entries(SCREENS)
          .filter(([, [, , when]]) => !when || when(record))
          .map(([id, [words]]) =>
            h(
              'li',
              {},
              h(
                'a',
                {
                  href: `#${id}`,
                  id: `go-${id}`,
                  'aria-current': id === screen ? 'page' : undefined,
                },
                words,
              ),
            ),
          ),
      ),
    ),
    h(
      'div',
      { class: 'panel-body' },
      h(
        'main',
        { id: 'main', tabindex: '-1', class: `panel-main panel-screen-${screen}` },
        h(
          'div',
          { class: 'panel-title' },
          h('h1', { class: 'govuk-heading-l' }, name),
          button('Open the wall window', {
            kind: 'secondary',
            id: 'open-wall',
            on: { click: () => app.attempt(openWall, 'The wall window is open') },
          }),
        ),
        app.notice &&
          h(
            'div',
            { class: 'govuk-error-summary', id: 'notice', tabindex: '-1' },
            h('h2', { class: 'govuk-error-summary__title' }, 'This was not taken'),
            h('p', { class: 'govuk-body' }, app.notice),
          ),
        sitting.may('amend') && !READ.has(screen) && amendment(sitting),
        draw(app),
      ),
      h(
        'aside',
        {
          class: 'panel-side',
          id: 'side',
          'data-scrolls': true,
          'aria-label': 'Agenda and what is outstanding',
        },
        agenda(app),
        outstanding(app),
      ),
    ),
  );
  return [page, `${name} – ${record.case.reference} – support panel`];
}

const amendment = (sitting) =>
  h(
    'div',
    { class: 'govuk-inset-text panel-amendment' },
    textField({
      ...REASON,
      name: 'why',
      value: sitting.why,
      hint: 'The panel has concluded. What is changed from now on goes on record as an amendment, with this reason.',
      on: {
        input: ({ target }) => {
          sitting.why = target.value;
        },
      },
    }),
  );

const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);

function header(app, record, standing) {
  const { sitting } = app;
  const {
    profile,
    now: { words },
  } = sitting;
  const named = steps(sitting.now.events);
  const step = (type, label, done, tell) => {
    const event = sitting.may(type) ? named[type] : undefined;
    return button(
      event
        ? [`${label}: `, h('span', { class: 'panel-header__step' }, lower(said(event)))]
        : label,
      {
        kind: 'inverse',
        id: type,
        'aria-disabled': event ? undefined : 'true',
        on: { click: () => tell(event ? `${done}: ${lower(said(event))}` : done) },
      },
    );
  };
  return h(
    'header',
    { class: 'panel-header' },
    h(
      'div',
      { class: 'panel-header__row' },
      h(
        'p',
        { class: 'panel-header__name' },
        h('a', { href: '#start', id: 'go-start' }, profile.title ?? profile.id),
        h('span', {}, profile.authority ?? ''),
      ),
      h(
        'p',
        { class: 'panel-header__case' },
        h('strong', {}, record.case.reference),
        record.meeting?.held_on ? ` · ${shortDay(record.meeting.held_on)}` : '',
        h('span', { class: 'panel-tag' }, STANDING[standing]),
      ),
      h(
        'div',
        { class: 'panel-header__tools' },
        step('undo', 'Undo', 'Taken back', (words) => takeBack(app, 1, words)),
        step('redo', 'Redo', 'Put back', (words) => app.tell({ type: 'redo' }, words)),
        select({
          id: 'keyboard',
          name: 'keyboard',
          label: 'Typing now',
          small: true,
          none: false,
          value: sitting.keyboard,
          options: words.byName(),
          on: { change: ({ target }) => sitting.show({ keyboard: target.value }) },
        }),
      ),
    ),
  );
}
