// checkNdjson in a worker of the browser.

import { moved } from './moved.js';
import { request } from './worker-request.js';

export async function checkNdjsonInWorker(source, options) {
  const elsewhere = moved(import.meta.url, 'thread-web.js');
  // The second in one literal, as bundlers look for it.
  const worker = elsewhere
    ? new Worker(elsewhere, { type: 'module' })
    : new Worker(new URL('./thread-web.js', import.meta.url), { type: 'module' });
  const port = {
    listen(onMessage, onError) {
      worker.onmessage = ({ data }) => onMessage(data);
      worker.onerror = onError;
      worker.onmessageerror = onError;
    },
    post: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
  };
  return request(port, source, options);
}
