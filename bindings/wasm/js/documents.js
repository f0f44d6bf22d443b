// The second part: what is written for people, what leads from panel to panel, and profiles in TOML. It is fetched when it is wanted.

import start, * as glue from './documents_glue.js';
import { part } from './part.js';

export const documents = part(start, glue, 'initDocuments()');
let beforehand = () => {};

/** Where a part can be started at once, it is, when it is first wanted. */
export function startWhenWanted(start) {
  beforehand = start;
}

/** What the second part's function of this name makes of texts. */
export function ask(name, ...texts) {
  beforehand();
  return documents.call(() => glue[name](...texts));
}
