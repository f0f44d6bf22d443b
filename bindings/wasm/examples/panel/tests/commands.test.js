// The commands that the page sends are those of the schema.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PARTS, said } from '../src/sentences.js';

const root = new URL('../../../../../', import.meta.url);
const schema = JSON.parse(
  readFileSync(new URL('crates/support-panel/schema/command.json', root), 'utf8'),
);
const types = schema.$defs.command.oneOf.map(({ properties }) => properties.type.const);

/** Commands that the page does not offer, with the reason. */
const NOT_OFFERED = {
  sealed: 'the library makes it of a number on an independent scale; no one gives it',
};

/** The types of the object literals in the page's sources. */
const src = fileURLToPath(new URL('../src/', import.meta.url));
const literals = readdirSync(src, { recursive: true })
  .filter((name) => name.endsWith('.js'))
  .flatMap((name) => [...readFileSync(src + name, 'utf8').matchAll(/\btype: '([a-z_]+)'/g)])
  .map(([, type]) => type);

test('page: send every command of the schema, or say why not', () => {
  assert.ok(types.length > 40 && types.every((type) => typeof type === 'string'));
  const sent = types.filter((type) => literals.includes(type));
  const left = types.filter((type) => !sent.includes(type));
  assert.deepEqual(left, Object.keys(NOT_OFFERED));
});

test('page: have a sentence for every command of the schema', () => {
  const unnamed = types.filter((type) => said({ type }) === type.replaceAll('_', ' '));
  assert.deepEqual(unnamed, []);
});

test('page: have words for everything that is marked and has no id', () => {
  const parts = schema.$defs.marked_part.oneOf.map((part) => part.const);
  assert.deepEqual(Object.keys(PARTS).sort(), parts.sort());
});
