// The package in a real Chromium: as its files lie in the tarball. The consumers of bindings/wasm have the pages of every bundler.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { launch, open, serve } from '../browser.js';
import { stored } from '../corpus.js';
import { file, library } from '../installed.js';

const asOf = '2026-04-01';
const { PanelRecord, checkNdjson } = library;
const example = stored('records', 'leicester-initial', 'json');

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Asks on a fresh page; nothing may go wrong on it, and nothing may leave its origin. */
async function asked(folders, ask, given, options) {
  const server = await serve(folders, options);
  const { page, faults, close } = await open(browser, server.origin);
  try {
    const answer = await ask(page, given);
    assert.deepEqual(faults, []);
    return answer;
  } finally {
    await close();
    server.close();
  }
}

describe('the files themselves', () => {
  const dist = { dist: file('dist') };
  const evaluated = (ask, given) => asked(dist, (page) => page.evaluate(ask, given));

  test('start from wherever the module comes', async () => {
    const starts = {
      'beside the file': () => undefined,
      'an address': () => '/dist/support_panel.wasm',
      'a URL': () => new URL('/dist/support_panel.wasm', location.href),
      'a response on its way': () => fetch('/dist/support_panel.wasm'),
      bytes: async () =>
        new Uint8Array(await (await fetch('/dist/support_panel.wasm')).arrayBuffer()),
      'a compiled module': () => WebAssembly.compileStreaming(fetch('/dist/support_panel.wasm')),
    };
    for (const [name, source] of Object.entries(starts)) {
      const start = async ([source, text]) => {
        const { init, PanelRecord } = await import('/dist/index.js');
        const from = () => globalThis.eval(`(${source})()`);
        await Promise.all([init(await from()), init(await from())]);
        return PanelRecord.fromJson(text).toJson();
      };
      assert.equal(
        await evaluated(start, [String(source), example]),
        PanelRecord.fromJson(example).toJson(),
        name,
      );
    }
  });

  test('answer with the second part once it is there', async () => {
    const answers = [
      ['minutes', (record) => record.minutes('family', { format: 'html' })],
      ['map', (record) => record.map('family')],
      ['plan', (record) => record.actionPlan('professionals')],
      ['disclosures', (record) => record.disclosures('family', { paper: 'letter' })],
      ['next panel', (record) => record.followOn('panel-2', '2026-06-18').toJson()],
      ['trajectory', (record, { trajectory }) => trajectory([record])],
      [
        'profile',
        (_, { Profile }) =>
          Profile.fromToml('id = "ours"\nversion = "1"\nextends = "leicester-masp"').toJson(),
      ],
      ['rules', (_, { rules }) => rules()],
      ['codes', (_, { codes }) => codes()],
      ['explanation', (_, { explain }) => explain('SP203')],
    ];
    const answered = async ([text, asked]) => {
      const library = await import('/dist/index.js');
      await library.init();
      const record = library.PanelRecord.fromJson(text);
      const questions = asked.map((question) => globalThis.eval(question));
      const refusal = (question) => {
        try {
          return question(record, library);
        } catch ({ code }) {
          return code;
        }
      };
      const early = questions.map(refusal);
      await library.initExtras();
      return [early, questions.map((question) => question(record, library))];
    };
    const [early, made] = await evaluated(answered, [
      example,
      answers.map(([, question]) => `${question}`),
    ]);
    answers.forEach(([name, question], place) => {
      assert.equal(early[place], 'not_ready', name);
      assert.deepEqual(made[place], question(PanelRecord.fromJson(example), library), name);
    });
  });

  test('run under the policy that the README states, and no less', async () => {
    const readme = readFileSync(file('README.md'), 'utf8');
    const [, script, connect, worker] = readme.match(
      /needs `(script-src [^`]+)` and[^`]+`(connect-src [^`]+)`; `(worker-src [^`]+)`/u,
    );
    const start = async (text) => {
      const { init, PanelRecord, PanelError } = await import('/dist/index.js');
      const { checkNdjsonInWorker } = await import('/dist/worker.js');
      try {
        await init();
      } catch (error) {
        return error instanceof PanelError && error.code;
      }
      const { records } = await checkNdjsonInWorker(JSON.stringify(JSON.parse(text)));
      return [PanelRecord.fromJson(text).check().length > 0, records];
    };
    const under = (...allowed) => ({ policy: ["default-src 'none'", ...allowed].join('; ') });
    // The page without a file has an icon of its own.
    const all = under(script, connect, worker, 'img-src data:');
    const ask = (page) => page.evaluate(start, example);
    assert.deepEqual(await asked(dist, ask, undefined, all), [true, 1]);
    const less = under(script.replace(" 'wasm-unsafe-eval'", ''), connect, worker, 'img-src data:');
    const server = await serve(dist, less);
    const { page, close } = await open(browser, server.origin);
    assert.equal(await ask(page), 'not_ready');
    await close();
    server.close();
  });

  test('run a sitting', async () => {
    const sat = async (text) => {
      const library = await import('/dist/index.js');
      const { init, initSession, PanelRecord, Session, createStore } = library;
      await init();
      const record = PanelRecord.fromJson(text);
      let early;
      try {
        Session.open(record);
      } catch ({ code }) {
        early = code;
      }
      await initSession();
      const store = createStore(Session.open(record));
      store.dispatch(
        { type: 'open_meeting', chair: 'p-chair' },
        { at: '2026-03-12T09:30:00Z', by: 'p-chair' },
      );
      return [early, store.getSnapshot().standing, store.journal().trim().split('\n').length];
    };
    assert.deepEqual(await evaluated(sat, stored('records', 'leicester-referral', 'json')), [
      'not_ready',
      'between',
      2,
    ]);
  });

  test("ask a council's own rules once what asks them is there, and refuse before", async () => {
    const rule = {
      code: 'LM001',
      title: 'x',
      severity: 'advice',
      path: '/outcome',
      when: true,
      message: 'x',
    };
    const profile = { ...library.Profile.builtIn().toObject(), local_rules: [rule] };
    const checked = async ([text, profile]) => {
      const { init, initLocalRules, PanelRecord } = await import('/dist/index.js');
      const { checkNdjsonInWorker } = await import('/dist/worker.js');
      await init();
      const record = PanelRecord.fromJson(text);
      const check = () => {
        try {
          return record.check({ profile });
        } catch ({ code }) {
          return code;
        }
      };
      const early = check();
      await initLocalRules();
      // A worker fetches it by itself.
      const { rules } = await checkNdjsonInWorker(JSON.stringify(record), { profile });
      return [early, check(), rules.LM001];
    };
    const expected = PanelRecord.fromJson(example).check({ profile });
    assert.ok(expected.some(({ code }) => code === 'LM001'));
    const answered = await evaluated(checked, [example, profile]);
    assert.deepEqual(answered, ['rules_not_loaded', expected, 1]);
  });
});

describe('checkNdjsonInWorker', () => {
  const names = [
    'leicester-initial',
    'leicester-referral',
    'leicester-review',
    'clean',
    'everything',
  ];
  const lines = names.map((name) => JSON.stringify(JSON.parse(stored('records', name, 'json'))));
  const text = `${lines.join('\n')}\n`;
  const RECORDS = 10_000;
  const times = RECORDS / lines.length;
  const evaluated = (ask, given) =>
    asked({ dist: file('dist') }, (page) => page.evaluate(ask, given));

  test('checks ten thousand records, says how far it is, and leaves the page free', async () => {
    const checked = async ([text, times, asOf]) => {
      const { checkNdjsonInWorker } = await import('/dist/worker.js');
      const blob = new Blob(Array(times).fill(text));
      const progress = [];
      let longest = 0;
      let last = performance.now();
      const ticking = setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }, 10);
      const before = performance.now();
      const result = await checkNdjsonInWorker(blob, {
        asOf,
        limit: 20,
        onProgress: (one) => progress.push(one),
      });
      clearInterval(ticking);
      return { result, progress, size: blob.size, taken: performance.now() - before, longest };
    };
    const { result, progress, size, taken, longest } = await evaluated(checked, [
      text,
      times,
      asOf,
    ]);
    const few = checkNdjson(text, { asOf });
    const expected = Object.fromEntries(
      Object.entries(few.rules).map(([code, count]) => [code, count * times]),
    );
    assert.deepEqual(
      [result.lines, result.records, result.unread, result.clean],
      [RECORDS, RECORDS, 0, few.clean * times],
    );
    assert.deepEqual(result.rules, expected);
    assert.deepEqual(
      [result.findings, result.truncated],
      [checkNdjson(text.repeat(10), { asOf, limit: 20 }).findings, true],
    );
    assert.ok(progress.length > 20, `heard ${progress.length} times`);
    assert.ok(
      progress.every(
        (one, i) =>
          i === 0 || (one.bytes > progress[i - 1].bytes && one.lines >= progress[i - 1].lines),
      ),
    );
    assert.ok(progress.every(({ total }) => total === size));
    assert.deepEqual(progress.at(-1), { bytes: size, total: size, lines: RECORDS });
    assert.ok(longest < taken / 2, `the page stood still for ${longest} of ${taken} ms`);
  });

  test('takes a text or bytes, and the module from elsewhere', async () => {
    const checked = async ([text, asOf]) => {
      const { checkNdjsonInWorker } = await import('/dist/worker.js');
      const compiled = await WebAssembly.compileStreaming(fetch('/dist/support_panel.wasm'));
      return Promise.all([
        checkNdjsonInWorker(text, { asOf }),
        checkNdjsonInWorker(new TextEncoder().encode(text), {
          asOf,
          wasm: '/dist/support_panel.wasm',
        }),
        checkNdjsonInWorker(new Blob([text]), { asOf, wasm: compiled }),
      ]);
    };
    const expected = checkNdjson(text, { asOf });
    assert.deepEqual(await evaluated(checked, [text, asOf]), [expected, expected, expected]);
  });

  test('refuses as the library does, stops when it is told to, and leaves no worker behind', async () => {
    const refused = async (page) => {
      const said = await page.evaluate(async (text) => {
        const { checkNdjsonInWorker } = await import('/dist/worker.js');
        const { PanelError } = await import('/dist/index.js');
        const asked = [
          (controller) => checkNdjsonInWorker(text, { asOf: 'today', signal: controller.signal }),
          (controller) => (
            controller.abort(),
            checkNdjsonInWorker(text, { signal: controller.signal })
          ),
          (controller) =>
            checkNdjsonInWorker(new Blob(Array(2000).fill(text)), {
              onProgress: () => controller.abort(),
              signal: controller.signal,
            }),
        ];
        const answers = [];
        for (const ask of asked)
          answers.push(
            await ask(new AbortController()).catch((error) => [
              error instanceof PanelError,
              error.code ?? '',
              error.name,
            ]),
          );
        return answers;
      }, text);
      for (let tries = 0; page.workers().length > 0 && tries < 100; tries++)
        await page.waitForTimeout(20);
      return [said, page.workers().length];
    };
    const [said, left] = await asked({ dist: file('dist') }, refused);
    assert.deepEqual(said, [
      [true, 'bad_date', 'PanelError'],
      [false, 20, 'AbortError'],
      [false, 20, 'AbortError'],
    ]);
    assert.equal(left, 0);
  });
});
