// Numbers drawn on their line, a lane for each kind or each panel. Shape, place and initials carry it; colour only adds.

import { h, svg } from '../dom.js';
import { initials } from '../words.js';

const STEP = 34;
const SIDE = 22;
/** How many stand on one another before they stand two abreast, and smaller. */
const HIGH = 8;
const HEAD = 14;
const FOOT = 22;

/** One sitting of a scale: the panel before it where it can be compared, own numbers, and guesses apart. */
export function spread(scale, sitting, words, before = []) {
  const ratings = sitting.ratings ?? [];
  const own = ratings.filter((rating) => !rating.on_behalf_of);
  const guessed = ratings.filter((rating) => rating.on_behalf_of);
  return strip(
    scale,
    [
      ...before,
      { name: before.length ? 'This panel' : 'Own numbers', ratings: own },
      { name: 'Where others thought they would be', ratings: guessed, apart: true },
    ],
    words,
  );
}

/** Lanes one below the other on one scale. Those who gave a number in two lanes running are joined, those who moved alike by one line. */
export function strip(scale, lanes, words) {
  const marks = numbersOf(scale);
  const width = SIDE * 2 + STEP * (marks.length - 1);
  const x = (value) => SIDE + ((value - scale.min) / (scale.max - scale.min)) * (width - SIDE * 2);
  let bottom = 4;
  const placed = lanes
    .filter(({ ratings }) => ratings.length)
    .map((lane) => {
      const { dots, height, radius } = settled(lane.ratings, x);
      const top = bottom + HEAD;
      const base = top + height;
      bottom = base + FOOT;
      return {
        ...lane,
        top,
        base,
        radius,
        dots: dots.map((one) => ({ ...one, y: base - one.up })),
      };
    });
  const joins = placed
    .slice(1)
    .flatMap((lane, place) => (lane.apart ? [] : moves(placed[place], lane)));
  const drawn = placed.map(({ name, top, base, radius, dots }) => [
    svg('line', {
      class: 'spread__line',
      x1: SIDE / 2,
      y1: base + 4,
      x2: width - SIDE / 2,
      y2: base + 4,
    }),
    marks.map((mark) =>
      svg('text', { class: 'spread__mark', x: x(mark), y: base + 18 }, `${mark}`),
    ),
    svg('text', { class: 'spread__lane', x: SIDE / 2, y: top }, name),
    dots.map((one) => dot(one, radius, words)),
  ]);
  const told = placed
    .map(
      ({ name, ratings }) =>
        `${name}: ${ratings.map(({ by, value, on_behalf_of: guess }) => `${words.who(by)} ${value}${guess ? ` for ${whose(guess, words)}` : ''}`).join(', ')}`,
    )
    .join('. ');
  const guesses = placed.some(({ apart }) => apart);
  return h(
    'figure',
    { class: 'panel-spread' },
    svg(
      'svg',
      { viewBox: `0 0 ${width} ${bottom + 4}`, role: 'img', 'aria-label': told, class: 'spread' },
      joins,
      drawn,
    ),
    scale.anchors &&
      h(
        'div',
        { class: 'panel-anchors' },
        h('p', {}, h('b', {}, `${scale.min}`), h('span', {}, scale.anchors.min)),
        h('p', {}, h('b', {}, `${scale.max}`), h('span', {}, scale.anchors.max)),
      ),
    h(
      'figcaption',
      {},
      'Circles are professionals, squares the family and their network',
      guesses && '; a dashed outline is where someone thought another would be',
      joins.length > 0 &&
        '; a line goes from the number that someone gave then to their next one, the thicker the more people',
      '.',
    ),
  );
}

/** Where the dots of a lane stand: each as low as there is room beside the others, two abreast and smaller where they would stand high. */
function settled(ratings, x) {
  const stacks = Map.groupBy(ratings, (rating) => rating.value);
  const high = (stack) => stack.length > HIGH;
  const crowded = [...stacks.values()].some(high);
  const radius = crowded ? 8 : 13;
  const pitch = radius * 2 + (crowded ? 1 : 3);
  const rows = [];
  const dots = [...stacks]
    .flatMap(([value, stack]) =>
      stack.map((rating, place) => ({
        rating,
        mark: x(value),
        x: x(value) + (high(stack) ? ((place % 2) - 0.5) * pitch : 0),
      })),
    )
    .sort((a, b) => a.x - b.x)
    .map((one) => {
      const free = rows.findIndex((last) => one.x - last > pitch - 0.5);
      const row = free < 0 ? rows.length : free;
      rows[row] = one.x;
      return { ...one, up: radius + row * pitch };
    });
  return { dots, radius, height: rows.length * pitch };
}

/** From the line of one lane to the tops of the next one's stacks. */
function moves(from, to) {
  const told = new Map(from.dots.map(({ rating, mark }) => [rating.by, mark]));
  const alike = Map.groupBy(
    to.dots.filter(({ rating }) => told.has(rating.by)),
    ({ rating, mark }) => `${told.get(rating.by)} ${mark}`,
  );
  return [...alike.values()].map((people) =>
    svg('line', {
      class: 'spread__join',
      'stroke-width': 0.5 + people.length,
      x1: told.get(people[0].rating.by),
      y1: from.base + 6,
      x2: people[0].mark,
      y2:
        Math.min(...to.dots.filter(({ mark }) => mark === people[0].mark).map(({ y }) => y)) -
        to.radius -
        1,
    }),
  );
}

/** The numbers under the line: every step, or ten parts of a fine scale. */
function numbersOf({ min, max, step }) {
  const count = Math.round((max - min) / step);
  const parts = count <= 12 ? count : 10;
  return Array.from({ length: parts + 1 }, (_, place) =>
    Number((min + ((max - min) * place) / parts).toFixed(6)),
  );
}

const FAMILY = new Set(['family', 'child', 'network']);

/** Whose number a guess is. */
export const whose = ({ person, participant, other }, words) =>
  other ?? words.who(person ?? participant);

function dot({ rating: { by, on_behalf_of: guess }, x, y }, radius, words) {
  const family =
    guess?.person !== undefined ||
    FAMILY.has(words.participants.get(guess?.participant ?? by)?.kind);
  const look = `spread__dot spread__dot--${family ? 'family' : 'other'}${guess ? ' spread__dot--guess' : ''}`;
  const shape = family
    ? svg('rect', {
        class: look,
        x: x - radius + 1,
        y: y - radius + 1,
        width: radius * 2 - 2,
        height: radius * 2 - 2,
        rx: 3,
      })
    : svg('circle', { class: look, cx: x, cy: y, r: radius });
  const name = guess ? whose(guess, words) : words.who(by);
  return [
    shape,
    svg(
      'text',
      {
        class: `spread__name${guess ? ' spread__name--guess' : ''}${radius < 10 ? ' spread__name--small' : ''}`,
        x,
        y: y + radius * 0.3,
      },
      initials(name),
    ),
  ];
}

const SIDES = {
  own_family: 'Family and their network',
  own_professional: 'Professionals',
  own_other: 'Others',
};

/** The library's own comparison with the panel before: each side apart, those who gave a number both times. */
export function movement(change) {
  return h(
    'ul',
    { class: 'panel-groups' },
    Object.entries(SIDES)
      .filter(([side]) => change[side])
      .map(([side, name]) => {
        const { n, lowest, better, same, worse } = change[side];
        const moved = [
          [better, 'better'],
          [same, 'the same'],
          [worse, 'worse'],
        ]
          .filter(([count]) => count)
          .map(([count, how]) => `${count} ${how}`)
          .join(', ');
        return h(
          'li',
          {},
          h('b', {}, `${name}: `),
          `lowest ${lowest.before} then, ${lowest.now} now. ${n} gave a number both times: ${moved}.`,
        );
      }),
  );
}
