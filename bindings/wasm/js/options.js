// The options of a call.

import { PanelError } from './error.js';

/** The options of a call; refuses one that there is not. */
export function known(options, ...names) {
  const unknown = Object.keys(options ?? {}).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new PanelError({
      code: 'unknown_key',
      message: `found an unknown option, expected one of ${names.join(', ')}`,
      path: `/${unknown}`,
    });
  return options ?? {};
}
