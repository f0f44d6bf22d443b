// The package in a browser, a worker or a bundler: init() first.

import { extras } from './extras.js';
import { startLocalRules } from './local-rules-web.js';
import { main } from './module.js';
import { moved } from './moved.js';
import { sitting } from './sitting.js';

export * from './core.js';

/** Starts the first part: from beside this file, or from a URL, a response, its bytes or a compiled module. Again after a trap. */
export async function init(source) {
  await main.startFrom(
    source ??
      moved(import.meta.url, 'support_panel.wasm') ??
      new URL('./support_panel.wasm', import.meta.url),
  );
}

/** Fetches the part for live sittings. */
export async function initSession(source) {
  sitting.use(await import('./session_glue.js'));
  await sitting.startFrom(
    source ??
      moved(import.meta.url, 'support_panel_session.wasm') ??
      new URL('./support_panel_session.wasm', import.meta.url),
  );
}

/** Fetches the extras, which write minutes, maps and plans, read TOML, and say what a code means. */
export async function initExtras(source) {
  extras.use(await import('./extras_glue.js'));
  await extras.startFrom(
    source ??
      moved(import.meta.url, 'support_panel_extras.wasm') ??
      new URL('./support_panel_extras.wasm', import.meta.url),
  );
}

/** Fetches what asks the rules that a profile has of its own; needed where a profile has some, and else not. */
export async function initLocalRules(source) {
  await startLocalRules(await import('./local_rules_glue.js'), source);
}
