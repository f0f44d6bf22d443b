// checkNdjson in a worker thread of Node.

import { Worker } from 'node:worker_threads';
import { ask } from './ask.js';

export async function checkNdjsonInWorker(source, options) {
  const worker = new Worker(new URL('./thread-node.js', import.meta.url));
  const line = {
    listen: (hear, fail) => worker.on('message', hear).on('error', fail),
    post: (message) => worker.postMessage(message),
    terminate: () => void worker.terminate(),
  };
  return ask(line, source, options);
}
