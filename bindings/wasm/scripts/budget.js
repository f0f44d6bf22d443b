// What a page has to fetch before it can start, and what it may weigh.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Bytes of a module with its entry and all that imports; of what goes beside the default entry, without that. */
const ENTRIES = [
  {
    name: 'the default entry',
    files: (folder) => ['support_panel.wasm', ...imported(folder, 'index.js')],
    budget: { brotli: 200_000, gzip: 263_000 },
  },
  {
    name: 'a sitting',
    files: () => ['support_panel_session.wasm'],
    budget: { brotli: 260_000, gzip: 340_000 },
  },
  {
    // All that asks rules, with their evaluator: for pages under a profile that has rules of its own.
    name: "rules of a council's own",
    files: () => ['support_panel_local_rules.wasm'],
    budget: { brotli: 625_000, gzip: 890_000 },
  },
  {
    name: 'papers',
    files: () => ['support_panel_papers.wasm', 'papers.js'],
    budget: { brotli: 1_000_000, gzip: 1_345_000 },
  },
];

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

/** Prints the weights, and gives those in brotli by name; over the budget, the build fails. */
export function weigh(folder) {
  const weights = {};
  const cell = (value) => value.toLocaleString('en-GB').padStart(9);
  console.log(`${''.padEnd(26)}${'raw'.padStart(9)}${'gzip'.padStart(10)}${'brotli'.padStart(10)}`);
  for (const entry of ENTRIES) {
    const rows = entry.files(folder).map((name) => {
      const bytes = readFileSync(join(folder, name));
      return {
        name,
        raw: bytes.length,
        gzip: gzipSync(bytes, { level: 9 }).length,
        brotli: brotli(bytes).length,
      };
    });
    const sum = (kind) => rows.reduce((total, row) => total + row[kind], 0);
    const total = { name: entry.name, raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
    for (const { name, raw, gzip, brotli } of [...rows, total])
      console.log(`${name.padEnd(26)}${cell(raw)} ${cell(gzip)} ${cell(brotli)}`);
    weights[entry.name] = total.brotli;
    const { budget } = entry;
    console.log(`${'budget'.padEnd(35)} ${cell(budget.gzip)} ${cell(budget.brotli)}`);
    const over = Object.keys(budget).filter((kind) => total[kind] > budget[kind]);
    if (over.length > 0) {
      console.error(`${entry.name}: over the budget in ${over.join(' and ')}`);
      process.exitCode = 1;
    }
  }
  return weights;
}
