// The worker's own file in Node.

import { parentPort } from 'node:worker_threads';
import { init, initLocalRules } from './node.js';
import { work } from './thread.js';

parentPort.once('message', (data) =>
  work(data, (message) => parentPort.postMessage(message), { init, initLocalRules }),
);
