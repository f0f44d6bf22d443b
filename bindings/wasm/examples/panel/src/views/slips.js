// Slips of paper on which each person writes their number, unseen: the whole question, both anchors and what is asked after it.

import { h } from '../dom.js';

const line = () => h('p', { class: 'slip__line' });

const slip = (scale, name) =>
  h(
    'section',
    { class: 'slip' },
    h('p', { class: 'slip__name' }, name),
    h('h2', { dir: 'auto' }, scale.prompt),
    h('p', { class: 'slip__number' }, 'My number: ', h('span', {})),
    h('p', { dir: 'auto' }, h('b', {}, `${scale.min} `), scale.anchors?.min),
    h('p', { dir: 'auto' }, h('b', {}, `${scale.max} `), scale.anchors?.max),
    (scale.follow_ups ?? []).map(({ text }) => [h('p', { dir: 'auto' }, text), line()]),
  );

/** Prints a slip for everyone who is here, and nothing else. */
export function printSlips(app, one, scale) {
  const { record, words } = app.sitting.now;
  const here = (record.participants ?? []).filter(({ attendance }) =>
    ['present', 'remote'].includes(attendance),
  );
  const slips = h(
    'div',
    { class: 'slips', id: 'slips' },
    here.map(({ id }) => slip(scale, words.who(id))),
  );
  document.body.append(slips);
  const root = document.documentElement;
  root.classList.add('panel-slips');
  addEventListener(
    'afterprint',
    () => {
      root.classList.remove('panel-slips');
      slips.remove();
    },
    { once: true },
  );
  print();
}
