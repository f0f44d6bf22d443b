// What the page of every bundler does: it starts, checks one record here and once more in a worker, and shows what came of it.

import { init, PanelRecord } from 'support-panel';
import schema from 'support-panel/schema/record.json';
import { checkNdjsonInWorker } from 'support-panel/worker';
import record from './record.json';

const asOf = '2026-04-01';

/** `wasm` is the module's address, where the bundler does not find it by itself. */
export async function show(wasm) {
  await init(wasm);
  const findings = PanelRecord.fromJson(record).check({ asOf });
  const { rules } = await checkNdjsonInWorker(JSON.stringify(record), { asOf, wasm });
  const again = Object.values(rules).reduce((sum, count) => sum + count, 0);
  document.body.textContent = `${schema.title}: ${findings.length} findings, ${again} in a worker`;
}
