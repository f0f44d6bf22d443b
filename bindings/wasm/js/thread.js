// What a thread of its own does: checks NDJSON piece by piece and says how far it has come.

import { batch, pieces } from './batch.js';
import { PanelError } from './error.js';

async function* slices(source) {
  if (typeof source === 'string' || source instanceof Uint8Array) {
    yield* pieces(source);
    return;
  }
  const reader = source.stream().getReader();
  for (let read; !(read = await reader.read()).done; ) yield* pieces(read.value);
}

/** A message in, messages out: `progress` after each piece, then `result` or `error`. */
export async function work({ source, options, wasm }, post, init) {
  try {
    await init(wasm);
    const checking = batch(options);
    const total = typeof source === 'string' ? undefined : (source.size ?? source.byteLength);
    let bytes = 0;
    for await (const piece of slices(source)) {
      const lines = checking.push(piece);
      bytes += piece.byteLength;
      post({ progress: { bytes, total: total ?? null, lines } });
    }
    post({ result: checking.finish() });
  } catch (thrown) {
    const { code = 'internal', message, path, line, column } = thrown instanceof PanelError ? thrown : {};
    post({ error: { code, message: message ?? 'the thread failed', path, line, column } });
  }
}
