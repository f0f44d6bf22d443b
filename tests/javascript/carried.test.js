// What the package carries beside our own code: a licence text for everything that is linked, and no path of its build.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { file } from './installed.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The texts of LICENSES.txt, under each name and version that they are for. */
function licenceTexts() {
  const texts = {};
  for (const part of readFileSync(file('LICENSES.txt'), 'utf8')
    .split(`${'='.repeat(80)}\n`)
    .slice(1)) {
    const [names, text] = part.split(`${'-'.repeat(80)}\n`);
    for (const name of names.trim().split('\n')) (texts[name] ??= []).push(text.trim());
  }
  return texts;
}

/** Names and versions of the crates of others that are linked into both modules. */
function linkedCrates() {
  const packages = [
    '--package=support-panel-wasm',
    '--package=support-panel-wasm-extras',
    '--package=support-panel-wasm-session',
    '--target=wasm32-unknown-unknown',
  ];
  const options = ['--locked', '--edges=normal,no-proc-macro', '--prefix=none', '--format={p}'];
  const tree = execFileSync('cargo', ['tree', ...packages, ...options], {
    cwd: repository,
    encoding: 'utf8',
  });
  const lines = tree.split('\n').map((line) => line.replace(/ \(\*\)$/, ''));
  // A crate of ours is followed by its folder.
  return [...new Set(lines.filter((line) => line && !line.includes('(')))].map((line) =>
    line.replace(' v', ' '),
  );
}

test('every crate that is linked has its licence text', () => {
  const [crates, texts] = [linkedCrates(), licenceTexts()];
  assert.ok(crates.some((crate) => crate.startsWith('wasm-bindgen ')));
  assert.deepEqual(
    crates.filter((crate) => !(crate in texts)),
    [],
  );
  assert.deepEqual(
    Object.keys(texts).filter((name) => !texts[name].some((text) => text.length > 200)),
    [],
  );
});

test('what is no crate has its licence text too', () => {
  const texts = licenceTexts();
  const of = (name) => texts[Object.keys(texts).find((key) => key.startsWith(name))].join('\n');
  assert.match(of('support-panel '), /Permission is hereby granted/);
  assert.match(of('support-panel '), /Apache License/);
  assert.match(of("Rust's standard library "), /The Rust Project Developers/);
});

test('no path of the build is in it', () => {
  const folder = file('.');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  assert.ok(names.some(({ name }) => name.endsWith('.wasm')));
  const paths = [homedir() + sep, repository, '/.cargo/registry/', '/rustlib/src/'];
  const contents = names.map(({ name, parentPath }) => [
    name,
    readFileSync(join(parentPath, name)),
  ]);
  assert.deepEqual(
    contents.flatMap(([name, bytes]) =>
      paths.filter((path) => bytes.includes(path)).map((path) => [name, path]),
    ),
    [],
  );
});
