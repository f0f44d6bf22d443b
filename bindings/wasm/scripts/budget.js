// What a page has to fetch before it can start, and what it may weigh.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Bytes of the module with the default entry and all it imports. */
const BUDGET = { brotli: 200_000, gzip: 263_000 };

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_LGWIN]: 24,
    },
  });

/** A file and all that it imports as it loads; what it imports later is not fetched yet. */
function imported(folder, name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = readFileSync(join(folder, name), 'utf8');
  for (const [, next] of text.matchAll(/\b(?:import|export)\b[^;"'()]*["']\.\/([^"']+)["']/gu))
    imported(folder, next, seen);
  return seen;
}

/** Prints the weights; over the budget, the build fails. */
export function weigh(folder) {
  const names = ['support_panel.wasm', ...imported(folder, 'index.js')];
  const rows = names.map((name) => {
    const bytes = readFileSync(join(folder, name));
    return {
      name,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotli(bytes).length,
    };
  });
  const sum = (kind) => rows.reduce((total, row) => total + row[kind], 0);
  rows.push({
    name: 'the default entry',
    raw: sum('raw'),
    gzip: sum('gzip'),
    brotli: sum('brotli'),
  });
  const cell = (value) => value.toLocaleString('en-GB').padStart(9);
  console.log(`${''.padEnd(22)}${'raw'.padStart(9)}${'gzip'.padStart(10)}${'brotli'.padStart(10)}`);
  for (const { name, raw, gzip, brotli } of rows)
    console.log(`${name.padEnd(22)}${cell(raw)} ${cell(gzip)} ${cell(brotli)}`);
  console.log(`${'budget'.padEnd(31)} ${cell(BUDGET.gzip)} ${cell(BUDGET.brotli)}`);
  const total = rows.at(-1);
  const over = Object.keys(BUDGET).filter((kind) => total[kind] > BUDGET[kind]);
  if (over.length > 0) {
    console.error(`over the budget in ${over.join(' and ')}`);
    process.exitCode = 1;
  }
}
