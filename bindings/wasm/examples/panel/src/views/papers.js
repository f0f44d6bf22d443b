// Minutes, the family's copy, the map and the plan, as the library writes them: seen here, printed, and saved.

import { h } from '../dom.js';
import { button } from '../fields.js';
import { fileName, save } from './files.js';
import { withheld } from './withheld.js';

const PAPERS = {
  minutes: ['Minutes', 'minutes', 'professionals'],
  family: ["The family's copy", 'minutes', 'family'],
  map: ['The map', 'map', 'professionals'],
  'family-map': ["The family's map", 'map', 'family'],
  plan: ['The plan', 'actionPlan', 'professionals'],
};

/** Why there may be no paper for a reader, in the page's words. */
const NO_PAPER = {
  empty_paper: 'There is nothing to give the family yet.',
  separate_copies: 'Their copies differ: make one for each of them, not one for all.',
  unconfirmed:
    'Something shown here points to what is withheld. Look at the findings; it can be confirmed with the command.',
};

export function outputs(app) {
  const { sitting } = app;
  const chosen = PAPERS[sitting.view.paper] ? sitting.view.paper : 'minutes';
  const write = (format) =>
    sitting.now.handle[PAPERS[chosen][1]]({
      format,
      audience: PAPERS[chosen][2],
      profile: sitting.rules,
    });
  const html = orWhy(() => write('html'));
  const name = `${fileName(sitting.now.record.id)}-${chosen}`;
  const choose = (paper) => {
    sitting.show({ paper });
    app.redraw();
  };
  const choices = [
    h(
      'div',
      { class: 'panel-choices', role: 'group', 'aria-label': 'Paper' },
      Object.entries(PAPERS).map(([id, [title]]) =>
        h(
          'button',
          {
            type: 'button',
            class: 'panel-choice',
            id: `paper-${id}`,
            'data-reads': true,
            'aria-pressed': id === chosen ? 'true' : 'false',
            on: { click: () => choose(id) },
          },
          title,
        ),
      ),
    ),
  ];
  if (html.why) return [choices, h('p', { id: 'no-paper' }, html.why)];
  return [
    choices,
    h(
      'div',
      { class: 'panel-steps' },
      button('Print', {
        id: 'print',
        'data-reads': true,
        on: { click: () => document.getElementById('paper').contentWindow.print() },
      }),
      button('Save as a web page', {
        kind: 'secondary',
        id: 'save-html',
        'data-reads': true,
        on: { click: () => save(`${name}.html`, 'text/html', html.text) },
      }),
      button('Save as Markdown', {
        kind: 'secondary',
        id: 'save-markdown',
        'data-reads': true,
        on: { click: () => save(`${name}.md`, 'text/markdown', write('markdown')) },
      }),
    ),
    withheld(sitting),
    paper(PAPERS[chosen][0], html.text),
  ];
}

/** A paper, or why there is none. */
function orWhy(write) {
  try {
    return { text: write() };
  } catch (error) {
    if (!NO_PAPER[error.code]) throw error;
    return { why: NO_PAPER[error.code] };
  }
}

/** The library's page in a frame where no script can run. */
function paper(title, html) {
  const grow = ({ target }) => {
    const { documentElement } = target.contentDocument;
    target.height = `${Math.min(documentElement.scrollHeight + 4, 20_000)}`;
  };
  return h('iframe', {
    id: 'paper',
    class: 'panel-paper',
    title,
    sandbox: 'allow-same-origin allow-modals',
    srcdoc: html,
    on: { load: grow },
  });
}
