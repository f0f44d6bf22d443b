// The entry `support-panel/papers` in Node: started by itself when it is first wanted.

import { readFileSync } from 'node:fs';
import { main } from './papers-core.js';
import { startFromFileOnDemand } from './start.js';

export { PanelError, calendar, form, paper, papers, tracker } from './papers-core.js';

const PAPERS = () => readFileSync(new URL('./support_panel_papers.wasm', import.meta.url));
startFromFileOnDemand(main, PAPERS);

/** Starts it from its bytes, where its file is not beside this one; starts it anew after a trap. */
export async function initPapers(source) {
  await main.startFrom(source ?? PAPERS());
}
