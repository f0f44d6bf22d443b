// checkNdjson in a worker of the browser.

import { ask } from './ask.js';

export async function checkNdjsonInWorker(source, options) {
  const worker = new Worker(new URL('./thread-web.js', import.meta.url), { type: 'module' });
  const line = {
    listen(hear, fail) {
      worker.onmessage = ({ data }) => hear(data);
      worker.onerror = fail;
      worker.onmessageerror = fail;
    },
    post: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
  };
  return ask(line, source, options);
}
