// Runs the examples of a README in the working folder: those in JavaScript that do not say `no-run`. Those that name a file are that file.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [, , path] = process.argv;
const readme = readFileSync(path, 'utf8');
for (const [, name, code] of readme.matchAll(/^```jsx? (examples\/\S+)\n(.*?)^```$/gms)) {
  if (readFileSync(join(dirname(path), name), 'utf8') !== code)
    throw new Error(`found another text in the README than in ${name}, expected the file's`);
}
const examples = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code);
if (examples.length === 0) throw new Error('the README has no example');
for (const code of examples) {
  const told = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
  });
  if (told === '') throw new Error('an example shows nothing');
}
console.log(`${examples.length} ran`);
