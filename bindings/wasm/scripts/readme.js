// Runs the examples of a README in the working folder: those in JavaScript that do not say `no-run`.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const examples = [...readFileSync(process.argv[2], 'utf8').matchAll(/^```js\n(.*?)^```$/gms)].map(
  ([, code]) => code,
);
if (examples.length === 0) throw new Error('the README has no example');
for (const code of examples) {
  const told = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
  });
  if (told === '') throw new Error('an example shows nothing');
}
console.log(`${examples.length} ran`);
