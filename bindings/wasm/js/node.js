// The package in Node: started by itself, its second part on demand.

import { readFileSync } from 'node:fs';
import { extras, startOnDemand } from './extras.js';
import * as glue from './extras_glue.js';
import { main } from './module.js';

export * from './core.js';

// Each in a literal of its own, so that bundlers and file tracers find it.
const MAIN = () => readFileSync(new URL('./support_panel.wasm', import.meta.url));
const EXTRAS = () => readFileSync(new URL('./support_panel_extras.wasm', import.meta.url));

/**
 * What is thrown where a bundle has no such file beside it; where, as CommonJS made of a module, it does not know where it is; and where
 * it puts an address of its own in place of the file's, as Turbopack does.
 */
const ELSEWHERE = new Set(['ENOENT', 'ERR_INVALID_URL', 'ERR_INVALID_ARG_TYPE']);

/** Whether a part's file cannot be read here; Deno may not be allowed to. */
const isElsewhere = ({ code, name }) => ELSEWHERE.has(code) || name === 'NotCapable';

/** Starts a part from its file. Where a bundle leaves that out, the part waits for `init` or `initExtras` with its bytes. */
function startFromFile(part, read) {
  let bytes;
  try {
    bytes = read();
  } catch (error) {
    if (isElsewhere(error)) return;
    throw error;
  }
  part.startNow(bytes);
}

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
