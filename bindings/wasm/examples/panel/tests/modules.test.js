// The page's modules import each other without a circle.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const imports = new Map(
  readdirSync(src, { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => [
      name,
      [
        ...readFileSync(join(src, name), 'utf8').matchAll(
          /^(?:import|export) [^;]*?from ['"](\.[^'"]+)['"]/gmsu,
        ),
      ].map(([, path]) => join(dirname(name), path)),
    ]),
);

/** The first circle of imports from a module, as the modules on it. */
function circleFrom(name, path = []) {
  if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
  for (const next of imports.get(name) ?? []) {
    const circle = circleFrom(next, [...path, name]);
    if (circle) return circle;
  }
  return null;
}

test('page: import modules without a circle', () => {
  assert.ok(
    imports.get('page.js').includes('sitting.js') &&
      imports.get('views/map.js').includes('views/entry.js'),
  );
  assert.deepEqual([...imports.keys()].map((name) => circleFrom(name)).filter(Boolean), []);
});
