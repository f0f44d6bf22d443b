// How long reading and checking, and one step of a sitting, take beside zod, valibot and ajv with rules written by hand:
// `node bindings/wasm/bench/run.js`, after `bash bindings/wasm/build`. Machines differ; the ratios are what to read.

import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import * as z from 'zod';
import { PanelRecord, Session, createStore, rules } from '../dist/node.js';
import { RULES, findings } from './rules.js';
import { translate, valibotWords, zodWords } from './schemas.js';

const ROUNDS = 25;
const records = new URL('../../../tests/records/', import.meta.url);
const read = (name) => readFileSync(new URL(`${name}.json`, records), 'utf8');
const schema = (name) => JSON.parse(readFileSync(new URL(`../dist/schema/${name}.json`, import.meta.url), 'utf8'));

const full = PanelRecord.fromJson(read('leicester-initial')).toJson();
const ajv = new Ajv({ strict: false, allErrors: false });
addFormats(ajv);
const byAjv = ajv.compile(schema('record'));
const byZod = translate(schema('record'), zodWords(z));
const byValibot = translate(schema('record'), valibotWords(v));

/** A peer reads the text, holds it to the shape and asks the rules. One that refuses the record would be timed for nothing. */
const peers = {
  zod: (record) => findings(byZod.parse(record)),
  valibot: (record) => findings(v.parse(byValibot, record)),
  ajv: (record) => {
    if (!byAjv(record)) throw new Error(ajv.errorsText(byAjv.errors));
    return findings(record);
  },
};

const reading = { 'support-panel': () => ours(full) };
for (const [name, judge] of Object.entries(peers)) reading[name] = () => judge(JSON.parse(full));

function ours(text) {
  const record = PanelRecord.fromJson(text);
  const found = record.check();
  record.dispose();
  return found;
}

/** A command that changes a full panel, then all rules: ours on the sitting, theirs on a copy of the record. */
const live = JSON.parse(full);
live.meeting.status = 'in_progress';
const session = Session.open(live);
const store = createStore(Session.open(live));
const stamp = { at: '2026-03-12T18:00:00Z', by: live.meeting.chair };
const entry = live.mapping[0].id;
let turn = 0;
const amend = () => ({ type: 'amend_entry', entry, text: `In other words ${(turn += 1)}`, why: 'Said more clearly' });
const steps = {
  'support-panel': () => [session.apply(amend(), stamp), session.outstanding()],
  'support-panel, store': () => store.dispatch(amend(), stamp),
};
for (const [name, judge] of Object.entries(peers)) {
  steps[name] = () => {
    const mapping = live.mapping.map((one) => (one.id === entry ? { ...one, text: amend().text } : one));
    return judge({ ...live, mapping });
  };
}

/** Medians of repetitions taken in turn, in microseconds of processor time, so that a busy machine matters less. */
function medians(jobs, times) {
  const taken = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, job] of Object.entries(jobs)) {
      const before = process.cpuUsage();
      for (let i = 0; i < times; i++) job();
      const { user, system } = process.cpuUsage(before);
      if (round > 4) taken[name].push((user + system) / times);
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, list]) => [name, list.sort((a, b) => a - b)[list.length >> 1]]));
}

function table(title, times) {
  console.log(`\n${title}`);
  const base = times['support-panel'];
  for (const [name, time] of Object.entries(times)) {
    console.log(`  ${name.padEnd(22)}${time.toFixed(1).padStart(9)} µs${(time / base).toFixed(1).padStart(8)} ×`);
  }
}

console.log(`a full panel of ${full.length} bytes; ours asks ${rules().length} rules, the peers ${RULES}`);
table('read and check, from text', medians(reading, 100));
table('one step and what is outstanding', medians(steps, 10));

const starts = Array.from({ length: 7 }, () => {
  const script = "const t = performance.now(); await import('./dist/node.js'); console.log(performance.now() - t)";
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: new URL('..', import.meta.url), encoding: 'utf8' }));
});
console.log(`\nstart-up in Node: ${starts.sort((a, b) => a - b)[3].toFixed(1)} ms`);
