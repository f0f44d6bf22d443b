// A page that the library wrote, in a frame where no script can run.

import { h } from '../dom.js';

export function frame({ id, title, html }) {
  const grow = ({ target }) => {
    const { documentElement } = target.contentDocument;
    target.height = `${Math.min(documentElement.scrollHeight + 4, 20_000)}`;
  };
  return h('iframe', {
    id,
    class: 'panel-paper',
    title,
    sandbox: 'allow-same-origin allow-modals',
    srcdoc: html,
    on: { load: grow },
  });
}
