// The worker's own file in a browser.

import { init } from './index.js';
import * as glue from './local_rules_glue.js';
import { startLocalRules } from './local-rules-web.js';
import { work } from './thread.js';

// In the one file: some bundlers make a worker that cannot fetch another.
const initLocalRules = (source) => startLocalRules(glue, source);

self.onmessage = ({ data }) =>
  work(data, (message) => self.postMessage(message), { init, initLocalRules });
