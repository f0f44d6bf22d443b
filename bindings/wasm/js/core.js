// Everything that is the same wherever the package runs.

import { PanelError } from './error.js';
import { callExtras } from './extras.js';

export { PanelError };
export { PanelRecord, Profile, profiles, trajectory } from './record.js';
export { Session } from './session.js';
export { checkNdjson } from './batch.js';
export { createStore } from './store.js';
export { FORMAT, RULES_EDITION, VERSION } from './versions.js';

export const rules = () => JSON.parse(callExtras('rules'));
export const codes = () => JSON.parse(callExtras('codes'));
export const explain = (code) => JSON.parse(callExtras('explain', String(code)));

/** A JSON Schema, fetched when it is first asked for. */
export async function schema(name) {
  const { default: schemas } = await import('./schemas.js');
  if (!Object.hasOwn(schemas, name)) {
    const expected = Object.keys(schemas).join(', ');
    throw new PanelError({
      code: 'unknown_schema',
      message: `found another name, expected one of ${expected} (unknown_schema)`,
    });
  }
  return structuredClone(schemas[name]);
}
