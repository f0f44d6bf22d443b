// The JSON Schemas, apart from the rest because few ask for them.

import { PanelError } from './error.js';
import schemas from './schemas.js';

export function schema(name) {
  if (!Object.hasOwn(schemas, name)) {
    const expected = Object.keys(schemas).join(', ');
    throw new PanelError({
      code: 'unknown_schema',
      message: `found another name, expected one of ${expected} (unknown_schema)`,
    });
  }
  return structuredClone(schemas[name]);
}
