// The package in Node: started by itself, its second part when it is first wanted.

import { readFileSync } from 'node:fs';
import { extras, startOnDemand } from './extras.js';
import * as glue from './extras_glue.js';
import { main } from './module.js';

export * from './core.js';

const bytes = (name) => readFileSync(new URL(name, import.meta.url));

main.startNow(bytes('./support_panel.wasm'));
extras.use(glue);
startOnDemand(() => extras.ready || extras.startNow(bytes('./support_panel_extras.wasm')));

/** Starts the module anew after a trap. */
export async function init(source) {
  await main.startFrom(source ?? bytes('./support_panel.wasm'));
}

/** Starts the second part, or starts it anew after a trap; without it, it starts when it is first wanted. */
export async function initExtras(source) {
  await extras.startFrom(source ?? bytes('./support_panel_extras.wasm'));
}
