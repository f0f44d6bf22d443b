// Numbers drawn on their line, a lane for each kind or each panel. Shape, place and initials carry it; colour only adds.

import { h, svg } from "../dom.js";

const STEP = 34;
const DOT = 13;
const SIDE = 22;
const HEAD = 14;
const FOOT = 22;

const initials = (name) => name.split(/[\s.]+/u).filter(Boolean).map((part) => [...part][0]).join("").slice(0, 2).toUpperCase() || "?";

/** One sitting of a scale: the panel before it where it can be compared, own numbers, and guesses apart. */
export function spread(scale, sitting, words, before = []) {
  const ratings = sitting.ratings ?? [];
  const own = ratings.filter((rating) => !rating.on_behalf_of);
  const guessed = ratings.filter((rating) => rating.on_behalf_of);
  return strip(scale, [...before, { name: before.length ? "This panel" : "Own", ratings: own }, { name: "Guessed for somebody else", ratings: guessed, apart: true }], words);
}

/** Lanes one below the other on one scale. Those who gave a number in two lanes running are joined, those who moved alike by one line. */
export function strip(scale, lanes, words) {
  const marks = numbersOf(scale);
  const width = SIDE * 2 + STEP * (marks.length - 1);
  const x = (value) => SIDE + ((value - scale.min) / (scale.max - scale.min)) * (width - SIDE * 2);
  let bottom = 4;
  const placed = lanes.filter(({ ratings }) => ratings.length).map((lane) => {
    const stacks = Map.groupBy(lane.ratings, (rating) => rating.value);
    const high = Math.max(...[...stacks.values()].map((stack) => stack.length));
    const top = bottom + HEAD;
    const base = top + high * (DOT * 2 + 3);
    bottom = base + FOOT;
    const dots = [...stacks].flatMap(([value, stack]) => stack.map((rating, place) => ({ rating, x: x(value), y: base - DOT - place * (DOT * 2 + 3) })));
    return { ...lane, top, base, dots };
  });
  const joins = placed.slice(1).flatMap((lane, place) => (lane.apart ? [] : moves(placed[place], lane)));
  const drawn = placed.map(({ name, top, base, dots }) => [
    svg("line", { class: "spread__line", x1: SIDE - DOT, y1: base + 4, x2: width - SIDE + DOT, y2: base + 4 }),
    marks.map((mark) => svg("text", { class: "spread__mark", x: x(mark), y: base + 18 }, `${mark}`)),
    svg("text", { class: "spread__lane", x: SIDE - DOT, y: top }, name),
    dots.map((one) => dot(one.rating, one.x, one.y, words)),
  ]);
  const told = placed.map(({ name, ratings }) => `${name}: ${ratings.map((rating) => `${words.who(rating.by)} ${rating.value}`).join(", ")}`).join(". ");
  const guesses = placed.some(({ apart }) => apart);
  return h("figure", { class: "panel-spread" },
    svg("svg", { viewBox: `0 0 ${width} ${bottom + 4}`, role: "img", "aria-label": told, class: "spread" }, joins, drawn),
    scale.anchors && h("div", { class: "panel-anchors", "aria-hidden": "true" }, h("p", {}, h("b", {}, `${scale.min}`), h("span", {}, scale.anchors.min)), h("p", {}, h("b", {}, `${scale.max}`), h("span", {}, scale.anchors.max))),
    h("figcaption", {}, "Circles are professionals, squares the family and their network", guesses && "; a dashed outline is a guess for somebody else", joins.length > 0 && "; a line goes from the number that somebody gave then to their next one, the thicker the more people", "."));
}

/** From the line of one lane to the tops of the next one's stacks. */
function moves(from, to) {
  const told = new Map(from.dots.map((one) => [one.rating.by, one]));
  const alike = Map.groupBy(to.dots.filter(({ rating }) => told.has(rating.by)), (one) => `${told.get(one.rating.by).x} ${one.x}`);
  return [...alike.values()].map((people) => svg("line", {
    class: "spread__join", "stroke-width": 0.5 + people.length, x1: told.get(people[0].rating.by).x, y1: from.base + 6,
    x2: people[0].x, y2: Math.min(...to.dots.filter(({ x }) => x === people[0].x).map(({ y }) => y)) - DOT - 1,
  }));
}

/** The numbers under the line: every step, or ten parts of a fine scale. */
function numbersOf({ min, max, step }) {
  const count = Math.round((max - min) / step);
  const parts = count <= 12 ? count : 10;
  return Array.from({ length: parts + 1 }, (_, place) => Number((min + ((max - min) * place) / parts).toFixed(6)));
}

const FAMILY = new Set(["family", "child", "network"]);

function dot(rating, x, y, words) {
  const guess = rating.on_behalf_of;
  const whose = guess?.person ?? guess?.participant ?? rating.by;
  const family = guess?.person !== undefined || FAMILY.has(words.participants.get(whose)?.kind);
  const name = guess?.other ?? words.who(whose);
  const look = `spread__dot spread__dot--${family ? "family" : "other"}${guess ? " spread__dot--guess" : ""}`;
  const shape = family
    ? svg("rect", { class: look, x: x - DOT + 1, y: y - DOT + 1, width: DOT * 2 - 2, height: DOT * 2 - 2, rx: 3 })
    : svg("circle", { class: look, cx: x, cy: y, r: DOT });
  return [shape, svg("text", { class: `spread__name${guess ? " spread__name--guess" : ""}`, x, y: y + 4 }, initials(name))];
}

const SIDES = { own_family: "Family and their network", own_professional: "Professionals", own_other: "Others" };

/** The library's own comparison with the panel before: each side apart, those who gave a number both times. */
export function movement(change) {
  return h("ul", { class: "panel-groups" }, Object.entries(SIDES).filter(([side]) => change[side]).map(([side, name]) => {
    const { n, lowest, better, same, worse } = change[side];
    const moved = [[better, "better"], [same, "the same"], [worse, "worse"]].filter(([count]) => count).map(([count, how]) => `${count} ${how}`).join(", ");
    return h("li", {}, h("b", {}, `${name}: `), `lowest ${lowest.before} then, ${lowest.now} now. ${n} gave a number both times: ${moved}.`);
  }));
}
