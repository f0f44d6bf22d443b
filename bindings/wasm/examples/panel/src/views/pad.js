// A number by one tap: who is asked stands above the pad, and the next name comes by itself.

import { h } from '../dom.js';

/** The most numbers that can be told apart on a pad. */
const MOST = 21;
/** A second tap so soon after the first was meant for the first, in milliseconds. */
const TWICE = 400;

const count = ({ min, max, step }) => Math.round((max - min) / step) + 1;

export const hasPad = (scale) => count(scale) <= MOST;

const numbersOf = (scale) =>
  Array.from({ length: count(scale) }, (_, place) =>
    Number((scale.min + place * scale.step).toFixed(6)),
  );

/** Whom each round asks next, where someone was chosen out of turn. */
const chosen = new Map();
let tapped = 0;

/** Those who have not answered: whom the library misses first, then whoever else is here. */
function unanswered(app, { one, given, waiting }) {
  const answered = new Set(
    [
      ...(one.ratings ?? []).filter(({ on_behalf_of: guess }) => !guess),
      ...given.filter(({ on_behalf_of: guess }) => !guess),
      ...(one.abstentions ?? []),
    ].map(({ by }) => by),
  );
  const here = (app.sitting.now.record.participants ?? [])
    .filter(({ attendance }) => ['present', 'remote'].includes(attendance))
    .map(({ id }) => id);
  return [...new Set([...waiting, ...here])].filter((id) => !answered.has(id));
}

export function pad(app, round) {
  const { scale, key, target } = round;
  const { words } = app.sitting.now;
  const left = unanswered(app, round);
  if (!hasPad(scale) || left.length === 0) return null;
  const asked = left.includes(chosen.get(key)) ? chosen.get(key) : left[0];
  const name = words.who(asked);
  const give = (value, { timeStamp }) => {
    if (timeStamp - tapped < TWICE) return;
    tapped = timeStamp;
    chosen.set(key, left[left.indexOf(asked) + 1]);
    app.tell({ type: 'rate', ...target, by: asked, value }, `${name}: the number is given`);
  };
  const ask = (id) => {
    chosen.set(key, id);
    app.redraw();
  };
  return h(
    'div',
    { class: 'panel-pad', role: 'group', 'aria-label': `Number of ${name}`, id: `pad-${key}` },
    h(
      'p',
      { class: 'panel-pad__who' },
      h('b', {}, name),
      left.length > 1 && ` and ${left.length - 1} more`,
    ),
    h(
      'div',
      { class: 'panel-pad__numbers' },
      numbersOf(scale).map((value) =>
        h(
          'button',
          {
            type: 'button',
            class: 'panel-pad__number',
            id: `pad-${key}-${`${value}`.replace('.', '_')}`,
            on: { click: (event) => give(value, event) },
          },
          `${value}`,
          h('span', { class: 'govuk-visually-hidden' }, ` for ${name}`),
        ),
      ),
    ),
    left.length > 1 &&
      h(
        'div',
        { class: 'panel-choices', role: 'group', 'aria-label': 'Who is asked' },
        left.map((id) =>
          h(
            'button',
            {
              type: 'button',
              class: 'panel-choice',
              id: `ask-${key}-${id}`,
              'aria-pressed': id === asked ? 'true' : 'false',
              on: { click: () => ask(id) },
            },
            words.who(id),
          ),
        ),
      ),
  );
}
