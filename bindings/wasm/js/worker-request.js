// One request to a worker: progress until its result or its error.

import { PanelError } from './error.js';
import { known } from './options.js';

/** The options as they can be posted: a profile as its JSON. */
function transferable(options) {
  const { profile, asOf, limit } = known(options, 'profile', 'asOf', 'limit');
  return {
    asOf,
    limit,
    profile: typeof profile?.toJson === 'function' ? profile.toJson() : profile,
  };
}

export function request(
  worker,
  source,
  { onProgress, signal, wasm, localRulesWasm, ...options } = {},
) {
  return new Promise((resolve, reject) => {
    const end = (settle, value) => {
      signal?.removeEventListener('abort', stop);
      worker.terminate();
      settle(value);
    };
    const stop = () => end(reject, signal.reason);
    const onError = (cause) =>
      end(reject, new PanelError({ code: 'internal', message: 'the worker failed' }, { cause }));
    const onMessage = (message) => {
      if (message.progress) onProgress?.(message.progress);
      else if (message.result) end(resolve, message.result);
      else end(reject, new PanelError(message.error));
    };
    worker.listen(onMessage, onError);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    else worker.post({ source, wasm, localRulesWasm, options: transferable(options) });
  });
}
