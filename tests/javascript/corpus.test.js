// Runs every case of tests/cases against the package that is installed where this is run.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { files, logged } from './corpus.js';
import { library, load } from './installed.js';
import { comparable, runner } from './operation.js';

const run = runner(library, await load('dist/papers-node.js'));

for (const { name, cases } of files()) {
  test(name, () => {
    const failures = cases.flatMap((one) => {
      try {
        const outcome = comparable(library, one, run(one));
        const expected = one.expect;
        if (expected?.error && outcome.error) {
          assert.ok(Object.hasOwn(expected.error, 'code'), 'an error that is expected has a code');
          assert.deepEqual(
            Object.fromEntries(Object.keys(expected.error).map((key) => [key, outcome.error[key]])),
            expected.error,
          );
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

test('every answer is logged', () => {
  logged(files().flatMap(({ name, cases }) => cases.map((one) => [name, one, run(one)])));
});
