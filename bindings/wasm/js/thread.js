// What a thread of its own does: checks NDJSON chunk by chunk and says how far it has come.

import { batch, chunks } from './batch.js';
import { PanelError } from './error.js';

async function* slices(source) {
  if (typeof source === 'string' || source instanceof Uint8Array) {
    yield* chunks(source);
    return;
  }
  const reader = source.stream().getReader();
  for (let read; !(read = await reader.read()).done;) yield* chunks(read.value);
}

/** A check; what asks rules of a council's own is fetched where the profile has some. */
async function begun(options, initLocalRules, source) {
  try {
    return batch(options);
  } catch (error) {
    if (error.code !== 'rules_not_loaded') throw error;
    await initLocalRules(source);
    return batch(options);
  }
}

/** A message in, messages out: `progress` after each chunk, then `result` or `error`. */
export async function work({ source, options, wasm, localRulesWasm }, post, parts) {
  try {
    await parts.init(wasm);
    const checking = await begun(options, parts.initLocalRules, localRulesWasm);
    const total = typeof source === 'string' ? undefined : (source.size ?? source.byteLength);
    let bytes = 0;
    for await (const chunk of slices(source)) {
      const lines = checking.push(chunk);
      bytes += chunk.byteLength;
      post({ progress: { bytes, total: total ?? null, lines } });
    }
    post({ result: checking.finish() });
  } catch (thrown) {
    const {
      code = 'internal',
      message,
      path,
      line,
      column,
    } = thrown instanceof PanelError ? thrown : {};
    post({ error: { code, message: message ?? 'the thread failed', path, line, column } });
  }
}
