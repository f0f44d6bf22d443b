// What the package carries beside our own code: a licence text for everything that is linked.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { file } from './installed.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The texts of LICENSES.txt, under each name and version that they are for. */
function licenceTexts() {
  const texts = {};
  for (const part of readFileSync(file('LICENSES.txt'), 'utf8').split(`${'='.repeat(80)}\n`).slice(1)) {
    const [names, text] = part.split(`${'-'.repeat(80)}\n`);
    for (const name of names.trim().split('\n')) (texts[name] ??= []).push(text.trim());
  }
  return texts;
}

/** Names and versions of the crates of others that are linked into both modules. */
function linkedCrates() {
  const packages = ['--package=support-panel-wasm', '--package=support-panel-wasm-documents', '--target=wasm32-unknown-unknown'];
  const options = ['--locked', '--edges=normal,no-proc-macro', '--prefix=none', '--format={p}'];
  const tree = execFileSync('cargo', ['tree', ...packages, ...options], { cwd: repository, encoding: 'utf8' });
  const lines = tree.split('\n').map((line) => line.replace(/ \(\*\)$/, ''));
  // A crate of ours is followed by its folder.
  return [...new Set(lines.filter((line) => line && !line.includes('(')))].map((line) => line.replace(' v', ' '));
}

test('every crate that is linked has its licence text', () => {
  const [crates, texts] = [linkedCrates(), licenceTexts()];
  assert.ok(crates.some((crate) => crate.startsWith('wasm-bindgen ')));
  assert.deepEqual(crates.filter((crate) => !(crate in texts)), []);
  assert.deepEqual(Object.keys(texts).filter((name) => !texts[name].some((text) => text.length > 200)), []);
});

test('what is no crate has its licence text too', () => {
  const texts = licenceTexts();
  const of = (name) => texts[Object.keys(texts).find((key) => key.startsWith(name))].join('\n');
  assert.match(of('support-panel '), /Permission is hereby granted/);
  assert.match(of('support-panel '), /Apache License/);
  assert.match(of("Rust's standard library "), /The Rust Project Developers/);
});
