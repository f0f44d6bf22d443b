// The package in Node: started by itself, its second part on demand.

import { readFileSync } from 'node:fs';
import { extras, startOnDemand } from './extras.js';
import * as glue from './extras_glue.js';
import { main } from './module.js';
import { startFromFile } from './start.js';

export * from './core.js';

// Each in a literal of its own, so that bundlers and file tracers find it.
const MAIN = () => readFileSync(new URL('./support_panel.wasm', import.meta.url));
const EXTRAS = () => readFileSync(new URL('./support_panel_extras.wasm', import.meta.url));

startFromFile(main, MAIN);
extras.use(glue);
startOnDemand(() => extras.ready || startFromFile(extras, EXTRAS));

/** Starts the module from its bytes, where its file is not beside this one; starts it anew after a trap. */
export async function init(source) {
  await main.startFrom(source ?? MAIN);
}

/** Starts the second part, or starts it anew after a trap; without it, it starts on demand. */
export async function initExtras(source) {
  await extras.startFrom(source ?? EXTRAS);
}
