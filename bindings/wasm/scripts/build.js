// From the module and its glue to the package's files: optimised, bundled, typed, and weighed.

import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { weigh } from './budget.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);
const glue = at('node_modules/.cache/glue');
const schemas = at('../../crates/support-panel/schema');

/**
 * Without putting functions where they are called once: that makes less of a module before it is compressed, and a twentieth more after.
 * Nothing of ours lies in the lowest kilobyte, which is the far end of the stack.
 */
const OPTIMISED = [
  '-O3',
  '--converge',
  '--low-memory-unused',
  '--one-caller-inline-max-function-size=0',
  '--flexible-inline-max-function-size=10',
];

/** An optimised module, made anew only where the module or the optimiser is another. */
function optimised(name) {
  const module = join(glue, `${name}_bg.wasm`);
  const { version } = JSON.parse(readFileSync(at('node_modules/binaryen/package.json'), 'utf8'));
  const state = createHash('sha256')
    .update(version)
    .update(OPTIMISED.join())
    .update(readFileSync(module))
    .digest('hex');
  const made = at(`node_modules/.cache/${name}-${state}.wasm`);
  if (!existsSync(made)) {
    const old = readdirSync(at('node_modules/.cache')).filter((file) =>
      file.startsWith(`${name}-`),
    );
    old.forEach((file) => rmSync(at('node_modules/.cache', file)));
    // No feature flags: what the module does not use, an older engine need not know. For speed, as that comes out no larger here.
    execFileSync(
      process.execPath,
      [at('node_modules/binaryen/bin/wasm-opt'), ...OPTIMISED, module, '-o', made],
      { stdio: 'inherit' },
    );
  }
  return made;
}

/** What the module says of itself, so that it is known before it is started. */
async function versions(module) {
  const glued = await import(join(glue, 'support_panel.js'));
  glued.initSync({ module: readFileSync(module) });
  const [version, format, edition, limit] = JSON.parse(glued.versions());
  return [
    `export const VERSION = ${JSON.stringify(version)};`,
    `export const FORMAT = ${JSON.stringify(format)};`,
    `export const RULES_EDITION = ${JSON.stringify(edition)};`,
    `/** Bytes of the largest document. */\nexport const LIMIT = ${limit};`,
  ].join('\n');
}

/** Modules that are written by this build, by the names under which the sources import them. */
const written = (modules) => ({
  name: 'written',
  setup(esbuild) {
    const known = Object.keys(modules)
      .map((name) => name.replace('.', '\\.'))
      .join('|');
    esbuild.onResolve({ filter: new RegExp(`^\\./(${known})$`) }, ({ path }) => ({
      path: basename(path),
      namespace: 'written',
    }));
    esbuild.onLoad({ filter: /.*/, namespace: 'written' }, ({ path }) => ({
      contents: modules[path],
      resolveDir: at('js'),
    }));
  },
});

// Before anything of the last build is removed: this takes minutes.
const module = optimised('support_panel');
const session = optimised('session_glue');
const extras = optimised('extras_glue');
const localRules = optimised('local_rules_glue');
const papers = optimised('papers_glue');
rmSync(at('dist'), { recursive: true, force: true });
mkdirSync(at('dist/schema'), { recursive: true });
copyFileSync(module, at('dist/support_panel.wasm'));
copyFileSync(session, at('dist/support_panel_session.wasm'));
copyFileSync(extras, at('dist/support_panel_extras.wasm'));
copyFileSync(localRules, at('dist/support_panel_local_rules.wasm'));
copyFileSync(papers, at('dist/support_panel_papers.wasm'));

const names = readdirSync(schemas).filter((name) => name.endsWith('.json'));
names.forEach((name) => copyFileSync(join(schemas, name), at('dist/schema', name)));
const known = Object.fromEntries(
  names.map((name) => [
    basename(name, '.json'),
    JSON.parse(readFileSync(join(schemas, name), 'utf8')),
  ]),
);

const withGlue = written({
  'support_panel.js': readFileSync(join(glue, 'support_panel.js'), 'utf8'),
  'session_glue.js': readFileSync(join(glue, 'session_glue.js'), 'utf8'),
  'extras_glue.js': readFileSync(join(glue, 'extras_glue.js'), 'utf8'),
  'local_rules_glue.js': readFileSync(join(glue, 'local_rules_glue.js'), 'utf8'),
  'papers_glue.js': readFileSync(join(glue, 'papers_glue.js'), 'utf8'),
  'versions.js': await versions(module),
  'schemas.js': `export default ${JSON.stringify(known)};`,
});

/** What an entry has in common with the package's, it takes from that, beside it. */
const beside = (entry) => ({
  name: 'beside',
  setup(esbuild) {
    const path = `./${entry}`;
    esbuild.onResolve({ filter: /^\.\/(entry|error)\.js$/ }, () => ({ path, external: true }));
  },
});

/** In CommonJS a file beside is named as Vercel's file tracing knows it, from the folder: bundled, that is the bundle's own. */
const fromFolder = {
  name: 'from-folder',
  setup(esbuild) {
    esbuild.onLoad({ filter: /node\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        /new URL\('\.(\/[^']+)', import\.meta\.url\)/gu,
        "__dirname + '$1'",
      ),
      resolveDir: at('js'),
    }));
  },
};

// Names stay, for whoever reads a stack.
const common = {
  bundle: true,
  minifyWhitespace: true,
  minifySyntax: true,
  outdir: at('dist'),
  external: ['react', 'node:*'],
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
};
/** What is in other files, as it is imported. */
const outside = (filter) => ({
  name: 'outside',
  setup: (esbuild) => esbuild.onResolve({ filter }, ({ path }) => ({ path, external: true })),
});
/** What is wanted later is a file of its own. */
const later = {
  name: 'later',
  setup(esbuild) {
    esbuild.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};
/** An entry is one file, as a page waits for each that it has to fetch. */
const esModule = (path, ...plugins) =>
  build({ ...common, entryPoints: [path], format: 'esm', plugins: [later, ...plugins, withGlue] });
const entry = (name, ...plugins) => esModule(at('js', `${name}.js`), ...plugins);
/**
 * In Node an entry is small and says where its files are, as ncc reads no newer syntax beside that; the rest is in parts. The thread
 * imports the entry as a file: split into a part, its start would be no side effect that a bundler keeps.
 */
const forNode = () =>
  build({
    ...common,
    entryPoints: ['node', 'thread-node'].map((name) => at('js', `${name}.js`)),
    format: 'esm',
    splitting: true,
    chunkNames: 'node-[hash]',
    plugins: [later, outside(/^\.\/(session_glue|extras_glue|node)\.js$/), withGlue],
  });
const commonJs = (name, ...plugins) =>
  build({
    ...common,
    entryPoints: [at('js', `${name}.js`)],
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    logOverride: { 'empty-import-meta': 'error' },
    plugins: [fromFolder, ...plugins, withGlue],
  });
await Promise.all([
  ...['schemas', 'session_glue', 'extras_glue', 'local_rules_glue'].map((name) =>
    esModule(`./${name}.js`),
  ),
  entry('index'),
  forNode(),
  entry('react'),
  entry('worker', beside('index.js')),
  entry('worker-node', beside('node.js')),
  entry('thread-web'),
  entry('papers', beside('index.js')),
  entry('papers-node', outside(/^\.\/papers-core\.js$/), beside('node.js')),
  entry('papers-core', beside('node.js')),
  commonJs('node'),
  commonJs('react'),
  commonJs('worker-node', beside('node.cjs')),
  commonJs('papers-node', beside('node.cjs')),
]);

for (const name of readdirSync(at('types'))) {
  const text = readFileSync(at('types', name), 'utf8');
  writeFileSync(at('dist', name), text);
  writeFileSync(
    at('dist', name.replace('.d.ts', '.d.cts')),
    text.replaceAll(/(from '\.\/[a-z-]+)\.js'/g, "$1.cjs'"),
  );
}

// Kept for whoever asks later how large the package is.
writeFileSync(at('node_modules/.cache/weights.json'), JSON.stringify(weigh(at('dist'))));
