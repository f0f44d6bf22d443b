// checkNdjson in a worker thread of Node.

import { Worker } from 'node:worker_threads';
import { request } from './worker-request.js';

export async function checkNdjsonInWorker(source, options) {
  const worker = new Worker(new URL('./thread-node.js', import.meta.url));
  const port = {
    listen: (onMessage, onError) => worker.on('message', onMessage).on('error', onError),
    post: (message) => worker.postMessage(message),
    terminate: () => void worker.terminate(),
  };
  return request(port, source, options);
}
