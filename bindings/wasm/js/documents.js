// The second part: what is written for people, what leads from panel to panel, profiles in TOML, and what each code means. It is
// fetched when it is wanted.

import { part } from './part.js';

export const documents = part('initDocuments()');
let beforehand = () => {};

/** Where a part can be started at once, it is, when it is first wanted. */
export function startWhenWanted(start) {
  beforehand = start;
}

/** What the second part's function of this name makes of texts. */
export function ask(name, ...texts) {
  beforehand();
  return documents.call((glue) => glue[name](...texts));
}
