// The files of cases, and what they start from: what each member means is written in tests/cases/README.md.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = (name) => fileURLToPath(new URL(`../${name}/`, import.meta.url));

/** Every member a case may have. One that is not known would be passed over unheard, so it is a fault. */
const MEMBERS = new Set(
  `name operation expect record set remove text hex parts format profile profile_set profile_remove as_of previous
   previous_set previous_remove records action owner id held_on code steps old new reader confirmed given handed_over_by paper person
   shared ours theirs other cut replace`.split(/\s+/),
);

export function stored(kind, name, ending) {
  return readFileSync(`${folder(kind)}${name}.${ending}`, 'utf8');
}

/** Every file of cases; last what `tests/json-suite` has fetched and `tests/synthetic` has written. */
export function files() {
  const own = readdirSync(folder('cases')).filter((name) => name.endsWith('.json'));
  const others = ['json-suite', 'synthetic'].map((name) => `${folder('../target')}${name}.json`);
  const paths = own.sort().map((name) => folder('cases') + name);
  return [...paths, ...others.filter((path) => existsSync(path))].map((path) => {
    const name = basename(path);
    const { about, cases } = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof about !== 'string') throw new Error(`${name} does not say what it is about`);
    const seen = new Set();
    for (const one of cases) {
      const unknown = Object.keys(one).find((key) => !MEMBERS.has(key));
      if (unknown) throw new Error(`${name}: ${one.name}: unknown member ${unknown}`);
      if (seen.has(one.name)) throw new Error(`${name}: two cases are called ${one.name}`);
      seen.add(one.name);
    }
    return { name, cases };
  });
}

/** Removes, one after another, then sets, in the order given. */
export function edited(document, remove = [], set = {}) {
  const holder = { root: document };
  remove.forEach((pointer) => take(holder, pointer));
  Object.entries(set).forEach(([pointer, value]) => put(holder, pointer, structuredClone(value)));
  return holder.root;
}

function steps(pointer) {
  if (!pointer.startsWith('/')) throw new Error(`${pointer} is not a pointer to a member`);
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

const has = (value, step) =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, step);

function take(holder, pointer) {
  const way = steps(pointer);
  const last = way.pop();
  const at = way.reduce((value, step) => (has(value, step) ? value[step] : undefined), holder.root);
  if (!has(at, last)) throw new Error(`there is no ${pointer} to remove`);
  if (Array.isArray(at)) at.splice(Number(last), 1);
  else delete at[last];
}

function put(holder, pointer, value) {
  const way = ['root', ...steps(pointer)];
  let at = holder;
  way.forEach((step, i) => {
    const key = Array.isArray(at) && step === '-' ? at.length : step;
    if (Array.isArray(at) && !(Number(key) <= at.length))
      throw new Error(`${pointer}: the list is shorter`);
    if (i === way.length - 1) {
      Object.defineProperty(at, key, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
      return;
    }
    // A list that an item is appended to is made as well.
    if (!has(at, key) || at[key] === null) at[key] = way[i + 1] === '-' ? [] : {};
    at = at[key];
    if (at === null || typeof at !== 'object')
      throw new Error(`${pointer}: a value on the way holds nothing`);
  });
}

/** Writes the log that tests/compare-logs holds against those of the other languages: a line for each case, and all that it gave. */
export function logged(answers) {
  const line = ([file, { name, operation }, answer]) =>
    `${JSON.stringify(sorted({ answer, case: name, file, operation }))}\n`;
  const target = fileURLToPath(new URL('../../target/corpus/', import.meta.url));
  mkdirSync(target, { recursive: true });
  writeFileSync(`${target}javascript.ndjson`, answers.map(line).join(''));
}

/** The digest of a value as the log would have it: for what is too long to be kept whole. */
export const digest = (value) => sha256(JSON.stringify(sorted(value)));

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The same with its keys in order, and null for what is not there. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
