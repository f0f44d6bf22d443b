// The second part: papers and what they disclose, the next panel, profiles in TOML, and what each code means. It is loaded on
// demand.

import { part } from './part.js';

export const extras = part('initExtras()');
let startFirst = () => {};

/** Sets what starts the part before its first call, where it can be started synchronously. */
export function startOnDemand(start) {
  startFirst = start;
}

/** Calls the second part's function of this name with texts and lists of them. */
export function callExtras(name, ...texts) {
  startFirst();
  return extras.call((glue) => glue[name](...texts));
}
