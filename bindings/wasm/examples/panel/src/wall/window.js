// The wall window: read-only, for the projector. It follows the chair's page live, and fits what it shows to the screen.

import { draw, h } from '../dom.js';
import { drawSheet } from './draw.js';
import { fit, pageOf, turnTo } from './fit.js';
import { followPage } from './link.js';

/** How long a page stays, in milliseconds. */
const STAYS = 15_000;

const wall = { sheet: null, clock: null, gone: false, page: 0, pages: 1, held: false };

export function startWall() {
  document.title = 'The wall – support panel';
  document.getElementById('skip').remove();
  followPage(heard);
  addEventListener('resize', redraw);
  addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight' || key === 'PageDown') turn(1);
    if (key === 'ArrowLeft' || key === 'PageUp') turn(-1);
  });
  setInterval(() => {
    if (!wall.held) turn(1);
  }, STAYS);
  redraw();
}

function heard({ sheet, clock, gone = false }) {
  const { sheet: before, gone: wasGone } = wall;
  Object.assign(wall, { gone }, sheet && { sheet }, clock !== undefined && { clock });
  if (!sheet && gone === wasGone) return tick();
  redraw();
  if (sheet) showNew(before);
}

const WAITING = 'This window shows what the chair shows the room, once a panel is open.';

function redraw() {
  const { sheet } = wall;
  const waiting = () =>
    h(
      'main',
      { id: 'main', class: 'wall-sheet' },
      h('div', { class: 'wall-middle' }, h('p', {}, WAITING)),
    );
  draw(
    document.getElementById('app'),
    h(
      'div',
      { class: 'wall', id: 'wall', 'data-kind': sheet?.kind },
      h(
        'header',
        { class: 'wall-head' },
        h('p', { class: 'wall-head__title', id: 'wall-stage' }),
        h('p', { class: 'wall-head__time', id: 'wall-time', role: 'timer', 'aria-live': 'off' }),
      ),
      sheet ? drawSheet(sheet) : waiting(),
      h('footer', { class: 'wall-foot', id: 'wall-foot' }),
    ),
  );
  tick();
  layOut();
}

/** Fits the sheet. What the foot says of pages takes room of its own, so that the sheet is fitted again beside it. */
function layOut() {
  const element = document.getElementById('wall');
  wall.pages = 1;
  foot();
  wall.pages = fit(element);
  if (wall.pages > 1) {
    foot();
    wall.pages = fit(element);
  }
  wall.page = Math.min(wall.page, wall.pages - 1);
  show();
}

function show() {
  const flow = document.querySelector('.wall-flow');
  if (flow) turnTo(flow, wall.page);
  foot();
}

function turn(by) {
  if (wall.pages === 1) return;
  wall.page = (wall.page + by + wall.pages) % wall.pages;
  show();
}

/** Turns to the page on which something stands that was not there before. */
function showNew(before) {
  if (wall.pages === 1 || before?.kind !== wall.sheet.kind) return;
  const known = idsOf(before);
  const added = [...idsOf(wall.sheet)].find((id) => !known.has(id));
  const entry = added && document.querySelector(`[data-entry="${CSS.escape(added)}"]`);
  if (!entry) return;
  wall.page = pageOf(document.querySelector('.wall-flow'), entry);
  show();
}

const idsOf = ({ columns = [], actions = [] }) =>
  new Set(
    [
      ...actions,
      ...columns.flatMap(({ categories }) => categories.flatMap(({ entries }) => entries)),
    ].map(({ id }) => id),
  );

/** Says that pages turn, and that the page is closed; takes no room otherwise. */
function foot() {
  const said = [
    wall.gone && h('p', { id: 'wall-gone' }, GONE),
    wall.pages > 1 && h('p', { id: 'wall-page' }, `Page ${wall.page + 1} of ${wall.pages}`),
    wall.pages > 1 &&
      h(
        'button',
        { type: 'button', id: 'wall-hold', on: { click: hold } },
        wall.held ? 'Turn the pages' : 'Stay on this page',
      ),
  ];
  draw(document.getElementById('wall-foot'), said);
}

const GONE = "The chair's page is closed; this is what it showed last.";

function hold() {
  wall.held = !wall.held;
  foot();
}

function tick() {
  const { stage, time = '', level = '' } = wall.clock ?? {};
  document.getElementById('wall-stage').textContent = stage ?? wall.sheet?.title ?? '';
  document.getElementById('wall-time').textContent = time;
  document.getElementById('wall').dataset.level = level;
}
