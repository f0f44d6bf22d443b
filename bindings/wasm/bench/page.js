// The benchmark in a page: the package as it is fetched, the peers as they are bundled.

import * as library from '/dist/index.js';
import { timed } from './jobs.js';

globalThis.timed = async (material, options) => {
  await Promise.all([library.init(), library.initSession()]);
  return timed(library, material, options);
};
