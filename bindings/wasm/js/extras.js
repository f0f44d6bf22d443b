// The extras: papers and what they disclose, the next panel, profiles in TOML, and what each code means. They are loaded on demand.

import { part } from './part.js';

export const extras = part('initExtras()');

/** Calls the function of this name with texts and lists of them. */
export const callExtras = (name, ...texts) => extras.call((glue) => glue[name](...texts));
