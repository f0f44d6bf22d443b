// Asks a worker, and hears it out.

import { PanelError } from './error.js';

/** A profile crosses as its JSON. */
function crossing({ profile, asOf, limit } = {}) {
  return { asOf, limit, profile: typeof profile?.toJson === 'function' ? profile.toJson() : profile };
}

export function ask(worker, source, { onProgress, signal, wasm, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const end = (settle, value) => {
      signal?.removeEventListener('abort', stop);
      worker.terminate();
      settle(value);
    };
    const stop = () => end(reject, signal.reason);
    const fail = (cause) => end(reject, new PanelError({ code: 'internal', message: 'the worker failed' }, { cause }));
    const hear = (message) => {
      if (message.progress) onProgress?.(message.progress);
      else if (message.result) end(resolve, message.result);
      else end(reject, new PanelError(message.error));
    };
    worker.listen(hear, fail);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    else worker.post({ source, wasm, options: crossing(options) });
  });
}
