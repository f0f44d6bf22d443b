// The package in Node: started by itself, all but its first part on demand.

import { readFileSync } from 'node:fs';
import { extras } from './extras.js';
import * as extrasGlue from './extras_glue.js';
import { localRules } from './local-rules.js';
import * as localRulesGlue from './local_rules_glue.js';
import { main } from './module.js';
import * as sessionGlue from './session_glue.js';
import { sitting } from './sitting.js';
import { startFromFile, startFromFileOnDemand } from './start.js';

export * from './core.js';

// Each in a literal of its own, so that bundlers and file tracers find it.
const MAIN = () => readFileSync(new URL('./support_panel.wasm', import.meta.url));
const SESSION = () => readFileSync(new URL('./support_panel_session.wasm', import.meta.url));
const EXTRAS = () => readFileSync(new URL('./support_panel_extras.wasm', import.meta.url));
const LOCAL_RULES = () =>
  readFileSync(new URL('./support_panel_local_rules.wasm', import.meta.url));

startFromFile(main, MAIN);
sitting.use(sessionGlue);
startFromFileOnDemand(sitting, SESSION);
extras.use(extrasGlue);
startFromFileOnDemand(extras, EXTRAS);
localRules.use(localRulesGlue);
startFromFileOnDemand(localRules, LOCAL_RULES);

/** Starts the first part from its bytes, where its file is not beside this one; starts it anew after a trap. */
export async function init(source) {
  await main.startFrom(source ?? MAIN);
}

/** The same for the part for live sittings; without it, that starts on demand. */
export async function initSession(source) {
  await sitting.startFrom(source ?? SESSION);
}

/** The same for the extras. */
export async function initExtras(source) {
  await extras.startFrom(source ?? EXTRAS);
}

/** The same for what asks the rules that a profile has of its own. */
export async function initLocalRules(source) {
  await localRules.startFrom(source ?? LOCAL_RULES);
}
