// Uses the packed package in every bundler and on every host that it is said to work with, two at a time:
//
//   node consumers/run.js TARBALL [NAME...]     all of them, or those whose names begin so
//
// Each is a project of someone else's, and what it makes is used in a folder without the package. `hosts.js` is the list.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch } from '../../../tests/javascript/browser.js';
import { consumers } from './hosts.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const HOME = at('../../../target/consumers');
const AT_ONCE = 2;
const [, , tarball, ...chosen] = process.argv;

/** The hosts of the lock file, once for each state of it. */
function install() {
  const lock = readFileSync(at('package-lock.json'), 'utf8');
  const installed = `${HOME}/node_modules/.installed-lock.json`;
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  mkdirSync(HOME, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(at(name), `${HOME}/${name}`);
  const quietly = ['--no-audit', '--no-fund', '--ignore-scripts', '--silent'];
  execFileSync('npm', ['ci', ...quietly], { cwd: HOME, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(installed, lock);
}

/** A project that has the package as its tarball gives it. */
function project() {
  const folder = `${HOME}/project`;
  for (const old of ['project', 'made']) rmSync(`${HOME}/${old}`, { recursive: true, force: true });
  cpSync(at('project'), folder, { recursive: true });
  cpSync(at('../examples/frameworks'), folder, { recursive: true });
  cpSync(at('../../../tests/records/leicester-initial.json'), `${folder}/record.json`);
  writeFileSync(`${folder}/package.json`, '{"private": true, "type": "module"}');
  const unpacked = `${folder}/node_modules/support-panel`;
  mkdirSync(unpacked, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
  return folder;
}

install();
if (tarball === '--install') process.exit();
const folder = project();
const browser = await launch();
const left = consumers({ home: HOME, folder, browser }).filter(
  ({ name }) => chosen.length === 0 || chosen.some((start) => name.startsWith(start)),
);
const failed = [];

/** Takes one after another of what is left. */
async function line() {
  for (let one; (one = left.shift());) {
    const before = performance.now();
    const shown = await one.use().catch((error) => `${error.stderr ?? ''}${error.message}`);
    const seconds = ((performance.now() - before) / 1000).toFixed(1).padStart(6);
    console.log(`${seconds} s  ${one.name}: ${shown}`);
    if (shown !== one.expected) failed.push(`${one.name}: expected ${one.expected}`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, line));
await browser.close();
if (failed.length > 0) {
  console.error(failed.join('\n'));
  process.exit(1);
}
