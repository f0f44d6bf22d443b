// Everything that is the same wherever the package runs.

import { PanelError } from './error.js';
import { callExtras } from './extras.js';
import { known } from './options.js';
import { Profile, textOf, textOrNone } from './record.js';

export { PanelError };
export { PanelRecord, Profile, profiles, trajectory } from './record.js';
export { Session } from './session.js';
export { checkNdjson } from './batch.js';
export { createStore } from './store.js';
export { FORMAT, RULES_EDITION, VERSION } from './versions.js';

export const rules = () => JSON.parse(callExtras('rules'));
export const codes = () => JSON.parse(callExtras('codes'));

/** What a code means; with a profile, also that of one of its own rules. */
export const explain = (code, options) =>
  JSON.parse(
    callExtras('explain', String(code), textOrNone(known(options, 'profile').profile, Profile)),
  );

/** Which rules came, went and changed, from one edition, by its name, or profile to another. */
export const rulesDiff = (before, after) =>
  JSON.parse(callExtras('rules_diff', ...side(before), ...side(after)));
const side = (given) =>
  typeof given === 'string' ? [given, undefined] : ['', textOf(given, Profile)];

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
