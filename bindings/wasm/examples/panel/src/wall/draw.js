// A sheet drawn for the wall: nothing on it can be pressed or typed into.

import { h } from '../dom.js';
import { strip } from '../views/spread.js';

const STANDINGS = {
  before: 'The panel has not been opened',
  adjourned: 'The panel is adjourned',
  concluded: 'The panel has concluded',
};

const SHEETS = { title, map, scale, plan, decision };

/** The main part of the wall. */
export const drawSheet = (sheet) =>
  h(
    'main',
    { id: 'main', class: `wall-sheet wall-sheet--${sheet.kind}` },
    SHEETS[sheet.kind](sheet),
  );

function title({ title: name, standing }) {
  return h('div', { class: 'wall-middle' }, h('h1', {}, name), h('p', {}, STANDINGS[standing]));
}

/** Each column of the map begins a column of the wall, and goes on in the next where it is long. */
function map({ columns }) {
  return h(
    'div',
    { class: 'wall-flow', 'data-columns': columns.length || 1 },
    columns.map(({ heading, categories }) =>
      h(
        'section',
        { class: 'wall-column', 'aria-label': heading },
        h('h1', { class: 'wall-column__heading' }, heading),
        categories.map(({ label, entries }) => [
          h('h2', { class: 'wall-category' }, label),
          entries.map(({ id, text }) =>
            h('p', { class: 'wall-entry', 'data-entry': id, dir: 'auto' }, text),
          ),
        ]),
      ),
    ),
  );
}

function scale({ prompt, round, about, numbers, lowest, ...line }) {
  return [
    h('h1', { class: 'wall-question', dir: 'auto' }, prompt, round && h('span', {}, ` ${round}`)),
    about && h('p', { class: 'wall-about', dir: 'auto' }, about),
    numbers
      ? h(
          'div',
          { class: `wall-shown${lowest ? ' wall-shown--reason' : ''}` },
          drawing(line, numbers),
          lowest &&
            h(
              'div',
              { class: 'wall-said' },
              h(
                'p',
                { class: 'wall-said__who' },
                `${lowest.label} `,
                h('b', {}, `${lowest.value}`),
                ` ${lowest.who}`,
              ),
              h('p', { class: 'wall-said__reason', dir: 'auto' }, lowest.reason),
            ),
        )
      : h(
          'div',
          { class: 'wall-anchors' },
          anchor(line.min, line.anchors?.min),
          anchor(line.max, line.anchors?.max),
        ),
  ];
}

const anchor = (number, words) =>
  h('p', {}, h('b', {}, `${number}`), h('span', { dir: 'auto' }, words ?? ''));

/** The drawing names people by their initials alone. */
function drawing(line, numbers) {
  const people = new Map(
    numbers.map(({ who, isFamily }, place) => [
      place,
      { who, kind: isFamily ? 'family' : 'professional' },
    ]),
  );
  const ratings = numbers.map(({ value }, place) => ({ by: place, value }));
  const words = { who: (place) => people.get(place).who, participants: people };
  return strip(line, [{ name: 'Own numbers', ratings }], words);
}

function plan({ actions }) {
  return h(
    'div',
    { class: 'wall-flow', 'data-columns': 1 },
    h('h1', { class: 'wall-column__heading' }, 'Who does what by when'),
    actions.length === 0 && h('p', { class: 'wall-entry' }, 'No action is agreed yet.'),
    actions.map(({ id, text, who, isAccepted, when, goals }) =>
      h(
        'div',
        { class: `wall-entry${isAccepted ? ' wall-entry--accepted' : ''}`, 'data-entry': id },
        h('p', { dir: 'auto' }, text),
        h(
          'p',
          { class: 'wall-entry__facts' },
          [who ?? 'No one yet', isAccepted && 'accepted', when].filter(Boolean).join(' · '),
        ),
        goals.map((goal) => h('p', { class: 'wall-entry__goal', dir: 'auto' }, goal)),
      ),
    ),
  );
}

function decision({ decision: decided, review, lead }) {
  const fact = (name, said) => said && h('p', {}, h('b', {}, `${name}: `), said);
  return h(
    'div',
    { class: 'wall-middle' },
    h('h1', {}, decided),
    fact('Lead practitioner', lead),
    fact('The panel meets again', review),
  );
}
