// The package in a browser, a worker or a bundler: init() first.

import { extras } from './extras.js';
import { main } from './module.js';

export * from './core.js';

/** Starts the module: from beside this file, or from a URL, a response, its bytes or a compiled module. Again after a trap. */
export async function init(source = new URL('./support_panel.wasm', import.meta.url)) {
  await main.startFrom(source);
}

/** Fetches the second part, which writes minutes, maps and plans, reads TOML, and says what a code means. */
export async function initExtras(source = new URL('./support_panel_extras.wasm', import.meta.url)) {
  extras.use(await import('./extras_glue.js'));
  await extras.startFrom(source);
}
