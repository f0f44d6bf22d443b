// How a browser starts what asks rules of a council's own, once its glue is there.

import { localRules } from './local-rules.js';
import { moved } from './moved.js';

export async function startLocalRules(glue, source) {
  localRules.use(glue);
  await localRules.startFrom(
    source ??
      moved(import.meta.url, 'support_panel_local_rules.wasm') ??
      new URL('./support_panel_local_rules.wasm', import.meta.url),
  );
}
