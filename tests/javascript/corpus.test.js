// Runs every case of tests/cases against the package that is installed where this is run.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { files } from './corpus.js';
import { run } from './operation.js';

// Found from the working folder, so that it is the package installed there and no other.
const found = createRequire(join(process.cwd(), 'here.js'));
const library = process.env.SUPPORT_PANEL_MODULE === 'cjs' ? found('support-panel') : await import(pathToFileURL(esm()).href);

function esm() {
  const root = found.resolve('support-panel/package.json');
  return join(root, '..', found(root).exports['.'].node.import.default);
}

for (const { name, cases } of files()) {
  test(name, () => {
    const failures = cases.flatMap((one) => {
      try {
        const outcome = run(library, one);
        const expected = one.expect;
        if (expected?.error && outcome.error) {
          assert.ok(Object.hasOwn(expected.error, 'code'), 'an error that is expected has a code');
          assert.deepEqual(Object.fromEntries(Object.keys(expected.error).map((key) => [key, outcome.error[key]])), expected.error);
        } else {
          assert.deepEqual(outcome, expected);
        }
        return [];
      } catch (fault) {
        return [`${one.name}\n${fault.message}`];
      }
    });
    assert.equal(failures.length, 0, failures.join('\n\n'));
  });
}
