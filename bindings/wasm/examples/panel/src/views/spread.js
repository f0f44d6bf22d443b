// The numbers of one sitting of a scale, drawn on their line. Shape, place and initials carry it; colour only adds.

import { h, svg } from "../dom.js";

const STEP = 34;
const DOT = 13;
const SIDE = 22;

const initials = (name) => name.split(/[\s.]+/u).filter(Boolean).map((part) => [...part][0]).join("").slice(0, 2).toUpperCase() || "?";

/** Own numbers and guesses in two lanes; a circle is a professional's, a square the family's, a dashed outline a guess. */
export function spread(scale, sitting, words) {
  const marks = numbersOf(scale);
  const width = SIDE * 2 + STEP * (marks.length - 1);
  const x = (value) => SIDE + ((value - scale.min) / (scale.max - scale.min)) * (width - SIDE * 2);
  const lanes = [["Own", (rating) => !rating.on_behalf_of], ["Guessed for somebody else", (rating) => rating.on_behalf_of]]
    .map(([name, of]) => [name, (sitting.ratings ?? []).filter(of)]).filter(([, ratings]) => ratings.length);
  let y = 4;
  const drawn = lanes.map(([name, ratings]) => {
    const stacks = Map.groupBy(ratings, (rating) => rating.value);
    const high = Math.max(...[...stacks.values()].map((stack) => stack.length));
    const base = y + 14 + high * (DOT * 2 + 3);
    y = base + 22;
    return [
      svg("text", { class: "spread__lane", x: SIDE - DOT, y: base - high * (DOT * 2 + 3) }, name),
      svg("line", { class: "spread__line", x1: SIDE - DOT, y1: base + 4, x2: width - SIDE + DOT, y2: base + 4 }),
      [...stacks].map(([value, stack]) => stack.map((rating, place) => dot(rating, x(value), base - DOT - place * (DOT * 2 + 3), words))),
      marks.map((mark) => svg("text", { class: "spread__mark", x: x(mark), y: base + 18 }, `${mark}`)),
    ];
  });
  const told = lanes.map(([name, ratings]) => `${name}: ${ratings.map((rating) => `${words.who(rating.by)} ${rating.value}`).join(", ")}`).join(". ");
  return h("figure", { class: "panel-spread" },
    svg("svg", { viewBox: `0 0 ${width} ${y + 4}`, role: "img", "aria-label": told, class: "spread" }, drawn),
    h("div", { class: "panel-anchors", "aria-hidden": "true" }, h("p", {}, h("b", {}, `${scale.min}`), h("span", {}, scale.anchors.min)), h("p", {}, h("b", {}, `${scale.max}`), h("span", {}, scale.anchors.max))),
    h("figcaption", {}, "Circles are professionals, squares the family and their network; a dashed outline is a guess for somebody else."));
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
