// The entry `support-panel/papers` in a browser, a worker or a bundler: initPapers() first, and init() of the package.

import { main } from './papers-core.js';

export { PanelError, calendar, form, paper, papers, tracker } from './papers-core.js';

/** Fetches what writes Word, PDF, Excel and calendars: from beside this file, or from a URL, a response, its bytes or a compiled module. */
export async function initPapers(source = new URL('./support_panel_papers.wasm', import.meta.url)) {
  await main.startFrom(source);
}
