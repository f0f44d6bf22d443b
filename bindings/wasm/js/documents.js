// The second part: what is written for people, and profiles in TOML. It is fetched when it is wanted.

import start, * as glue from './documents_glue.js';
import { document } from './module.js';
import { part } from './part.js';

export const documents = part(start, glue, 'initDocuments()');
let beforehand = () => {};

/** Where a part can be started at once, it is, when it is first wanted. */
export function startWhenWanted(start) {
  beforehand = start;
}

function call(ask) {
  beforehand();
  return documents.call(ask);
}

export function fromToml(text) {
  const toml = document(text);
  return call(() => glue.toml(toml));
}

/** A record and its profile, as what they hold, written by the function of that name. */
export function report(name, record, profile, { format = 'markdown', audience = 'professionals' }) {
  const [said, under] = [record.toJson(), profile?.toJson()];
  return call(() => glue[name](said, under, String(format), String(audience)));
}
