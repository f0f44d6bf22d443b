// The worker's own file in a browser.

import { init, initLocalRules } from './index.js';
import { work } from './thread.js';

self.onmessage = ({ data }) =>
  work(data, (message) => self.postMessage(message), { init, initLocalRules });
