// What an editor shows of the package: every declaration that can be imported, and each of its members, has words.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { file } from './installed.js';

const DECLARED = /^export (?:declare )?(?:abstract )?(class|interface|function|const|type) (\w+)/u;
/** Of a class or an interface, which Prettier indents by two. */
const MEMBER = /^ {2}(?:static |readonly )*(\w+)\??[(:]/u;
/** What no one can call, or give. */
const isNothing = (line) => /private constructor|\?: undefined;$/u.test(line);

/** The names without a comment before them, and how many there are with one. */
function undocumented(text) {
  const [bare, counted] = [[], { words: 0 }];
  let within;
  let before = '';
  for (const line of text.split('\n')) {
    const [, kind, name] = DECLARED.exec(line) ?? [];
    const [, member] = (within && MEMBER.exec(line)) ?? [];
    if ((name ?? member) && !isNothing(line)) {
      if (before.trimEnd().endsWith('*/')) counted.words += 1;
      else bare.push(name ?? `${within}.${member}`);
    }
    if (kind === 'class' || kind === 'interface' || line.endsWith('= {')) within = name;
    if (/^\};?$/u.test(line)) within = undefined;
    before = line;
  }
  return [bare, counted.words];
}

for (const name of readdirSync(file('dist')).filter((name) => /\.d\.c?ts$/u.test(name)))
  test(`${name} has words for all that it declares`, () => {
    const [bare, words] = undocumented(readFileSync(file(`dist/${name}`), 'utf8'));
    assert.deepEqual(bare, []);
    assert.ok(words > 0, 'nothing was looked at');
  });

test('a declaration without words is found', () => {
  const text = '/** Said. */\nexport interface One {\n  two: string;\n}\nexport type Three = 3;\n';
  assert.deepEqual(undocumented(text), [['One.two', 'Three'], 1]);
});
