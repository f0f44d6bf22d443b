// The clock of the stage: shown each second, and said in words only where something changes.

import { h, say } from '../dom.js';
import { button } from '../fields.js';
import { clock, spoken } from '../words.js';

export function clockBar(app) {
  const { sitting } = app;
  const { standing, words } = sitting.now;
  const timer = sitting.timer();
  const act = (command, label, kind, said) =>
    sitting.may(command.type) &&
    button(label, { id: command.type, kind, on: { click: () => app.tell(command, said) } });
  const nothing = {
    before: 'The panel has not been opened',
    between: 'No stage is running',
    adjourned: 'The panel is adjourned',
    concluded: 'The panel has concluded',
  };
  return h(
    'section',
    { class: 'panel-clock', id: 'clock', 'aria-label': 'Clock' },
    h(
      'div',
      { class: 'panel-clock__stage' },
      h(
        'p',
        { class: 'panel-clock__title' },
        timer ? words.stage(timer.stage) : (nothing[standing] ?? ''),
      ),
      timer && h('p', { class: 'panel-clock__state', id: 'clock-state' }, state(timer)),
      needed(sitting.now.outstanding.stage),
    ),
    h('p', { class: 'panel-clock__whole', id: 'clock-whole' }, whole(sitting)),
    timer &&
      h(
        'p',
        { class: 'panel-clock__time', role: 'timer', 'aria-live': 'off', id: 'clock-time' },
        face(timer),
      ),
    h(
      'div',
      { class: 'panel-clock__steps' },
      act({ type: 'pause' }, 'Pause', 'secondary', 'The clock is stopped'),
      act({ type: 'resume' }, 'Go on', 'secondary', 'The clock runs again'),
      act({ type: 'end_stage' }, 'End this stage', 'secondary', 'The stage has ended'),
      nextStage(app),
      button('Agenda and what is left', {
        kind: 'secondary',
        id: 'to-agenda',
        'data-reads': true,
        on: { click: () => document.getElementById('agenda').focus() },
      }),
      standing === 'concluded' &&
        button('The next panel', {
          kind: 'secondary',
          id: 'to-next',
          'data-reads': true,
          on: { click: () => app.reach('outcome', 'next-panel-held_on') },
        }),
    ),
  );
}

/** How much the stage still needs, and the way to what it is. */
const needed = (stage) =>
  stage?.findings.length > 0 &&
  button(`Outstanding here: ${stage.findings.length}`, {
    class: 'panel-link',
    id: 'to-outstanding',
    on: { click: () => document.getElementById('outstanding').focus() },
  });

/** The screen on which a stage makes what it is there for. */
const SCREENS = {
  attendance: 'people',
  best_hopes: 'family',
  background: 'family',
  entries: 'map',
  ratings: 'scaling',
  actions: 'actions',
};

/** The stage that the profile puts after those held: one press ends this one, begins that, and shows its screen. */
function nextStage(app) {
  const { sitting } = app;
  const { record, standing } = sitting.now;
  if (standing === 'before' || standing === 'adjourned' || standing === 'concluded') return null;
  const begun = new Set((record.agenda ?? []).map((item) => item.stage));
  const next = (sitting.profile.agenda ?? []).find((stage) => !begun.has(stage.id));
  if (!next) return null;
  const begin = () => {
    const start = { type: 'start_stage', stage: next.id };
    app.attempt(
      () => sitting.tellAll(sitting.may('end_stage') ? [{ type: 'end_stage' }, start] : [start]),
      `${next.title} has begun`,
    );
    const [screen] = (next.produces ?? []).map((product) => SCREENS[product]);
    if (screen && !app.notice) app.go(screen);
  };
  return button(`${standing === 'between' ? 'Start' : 'Next'}: ${next.title}`, {
    id: 'next-stage',
    on: { click: begin },
  });
}

/** What the room sees of the clock. */
export function clockOf(sitting) {
  const timer = sitting.timer();
  return timer
    ? { stage: sitting.now.words.stage(timer.stage), time: face(timer), level: levelOf(timer) }
    : null;
}

/** How long the whole panel has taken, of how long its stages may. */
function whole(sitting) {
  const elapsed = sitting.elapsed();
  if (elapsed === null || elapsed === undefined) return '';
  const stages = sitting.profile.agenda ?? [];
  const minutes = stages.map(({ id, minutes }) => minutes ?? sitting.view.minutes?.[id] ?? 0);
  const isPlanned = stages.length > 0 && minutes.every(Boolean);
  const sum = minutes.reduce((all, one) => all + one, 0);
  return `Panel: ${Math.floor(elapsed / 60)}${isPlanned ? ` of ${sum}` : ''} minutes`;
}

const levelOf = ({ paused, warning, overrun_seconds: over }) =>
  paused ? 'paused' : over > 0 ? 'over' : warning ? 'warning' : 'running';

const face = ({ elapsed_seconds: elapsed, planned_seconds: planned }) =>
  planned ? `${clock(elapsed)} of ${clock(planned)}` : clock(elapsed);

function state({
  paused,
  warning,
  overrun_seconds: over,
  planned_seconds: planned,
  elapsed_seconds: elapsed,
}) {
  if (paused) return 'Paused';
  if (over > 0) return `Over time by ${spoken(over)}`;
  if (warning) return `Nearly time: ${spoken(planned - elapsed)} left`;
  return planned ? `${spoken(planned)} are planned` : 'No time is set for this stage';
}

/** How much of the window the clock and the notices take: what keeps in sight, and what scrolls there, leave that room. */
export function makeRoom() {
  for (const id of ['clock', 'notices']) {
    const height = document.getElementById(id)?.offsetHeight ?? 0;
    document.documentElement.style.setProperty(`--${id}`, `${height}px`);
  }
}

/** Changes the words of an element only where they are others. */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

let heard = '';

/** Moves the clock on, and says what is worth saying once. */
export function tick(app) {
  const all = document.getElementById('clock-whole');
  if (all && app.sitting) setText(all, whole(app.sitting));
  const timer = app.sitting?.timer();
  const time = document.getElementById('clock-time');
  if (!timer || !time) return;
  setText(time, face(timer));
  const bar = document.getElementById('clock');
  const level = levelOf(timer);
  bar.dataset.level = level;
  setText(document.getElementById('clock-state'), state(timer));
  const key = `${timer.stage} ${level}`;
  if (key !== heard && (level === 'warning' || level === 'over')) {
    const title = app.sitting.now.words.stage(timer.stage);
    say(level === 'over' ? `${title}: the planned time is over` : `${title}: ${state(timer)}`);
  }
  heard = key;
}
