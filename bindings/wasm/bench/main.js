// Runs the benchmark in Node and in Chromium, and prints or writes its tables: `bash bindings/wasm/bench/run` says how.

import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, open, serve } from '../../../tests/javascript/browser.js';
import * as library from '../dist/node.js';
import { OURS, timed } from './jobs.js';
import { apart } from './race.js';
import { RULES } from './rules/council.js';
import { material } from './material.js';
import { BEFORE, starts } from './start.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const README = at('../README.md');
const MARKS = ['<!-- made by bench/run --write -->\n', '<!-- until here -->\n'];

const given = new Set(process.argv.slice(2));
/** The folder `dist` of an earlier build. */
const before = process.argv.find((argument) => argument.startsWith('--before='))?.slice(9);
const STARTERS = Object.keys(starts).filter((name) => before || name !== BEFORE);
const isQuick = given.has('--quick');
const repeated = isQuick
  ? { rounds: 5, warm: 20, milliseconds: 0.2 }
  : { rounds: 401, warm: 500, milliseconds: 1.5 };
const STARTS = isQuick ? 1 : 11;

if (library.rules().length !== RULES)
  throw new Error(`ours asks ${library.rules().length} rules, the peers ${RULES}`);
const engines = {
  [`Node ${process.versions.node.split('.')[0]}`]: await inNode(),
  ...(await inChromium()),
};
const tables = written(engines);
console.log(tables);
if (given.has('--write') && !isQuick) write(tables);

async function inNode() {
  const entry = before ? [join(before, 'node.js')] : [];
  const start = (name) =>
    Number(
      execFileSync(process.execPath, [at('start-in-node.js'), name, ...entry], {
        encoding: 'utf8',
      }),
    );
  return {
    ...timed(library, material, repeated),
    start: await apart(STARTERS, STARTS, start),
  };
}

async function inChromium() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const bundled = {
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: folder,
    external: ['/dist/*', '/before/*'],
    logLevel: 'warning',
  };
  await build({ ...bundled, entryPoints: [at('page.js'), at('start.js')] });
  const server = await serve({ '': folder, dist: at('../dist'), before }, { isolated: true });
  const browser = await launch();
  try {
    const { page, faults } = await open(browser, server.origin);
    const ask = ([material, repeated]) =>
      import('/page.js').then(() => globalThis.timed(material, repeated));
    const tables = await page.evaluate(ask, [material, repeated]);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    const start = async (name) => {
      const fresh = await open(browser, server.origin);
      const said = {
        ...material,
        library: '/dist/index.js',
        before: '/before/index.js',
        isFetched: true,
      };
      const taken = await fresh.page.evaluate(
        ([name, said]) => import('/start.js').then(({ started }) => started(name, said)),
        [name, said],
      );
      await fresh.close();
      return taken;
    };
    return {
      [`Chromium ${browser.version().split('.')[0]}`]: {
        ...tables,
        start: await apart(STARTERS, STARTS, start),
      },
    };
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/** Rows of contestants, columns of engines: the time, and its ratio to ours. */
function table(title, unit, name, engines) {
  const columns = Object.values(engines).map((tables) => tables[name]);
  const cell = (column, row) =>
    `${column[row].toFixed(1)} ${unit} | ${(column[row] / column[OURS]).toFixed(2)} ×`;
  const rows = Object.keys(columns[0]).map(
    (row) => `| ${row} | ${columns.map((column) => cell(column, row)).join(' | ')} |`,
  );
  return [
    `**${title}**`,
    '',
    `| | ${Object.keys(engines)
      .map((engine) => `${engine} | `)
      .join(' | ')} |`,
    `| --- |${' ---: | ---: |'.repeat(columns.length)}`,
    ...rows,
    '',
  ].join('\n');
}

/** What the tables were made of, and when. */
function made() {
  const git = (...asked) => execFileSync('git', asked, { cwd: at('.'), encoding: 'utf8' }).trim();
  const commit = git('rev-parse', '--short', 'HEAD');
  return `Made at commit ${commit} on ${new Date().toISOString().slice(0, 10)}.\n`;
}

function written(engines) {
  return [
    made(),
    table(`Read and check one record of ${material.text.length} bytes`, 'µs', 'reading', engines),
    table('The rules alone', 'µs', 'rules', engines),
    table('One command, then all that is still to do', 'µs', 'live', engines),
    table('Starting, up to the first findings', 'ms', 'start', engines),
  ].join('\n');
}

function write(tables) {
  const [before, rest] = readFileSync(README, 'utf8').split(MARKS[0]);
  const after = rest?.split(MARKS[1])[1];
  if (after === undefined) throw new Error('the README has no place for the tables');
  writeFileSync(README, [before, MARKS[0], '\n', tables, '\n', MARKS[1], after].join(''));
}
