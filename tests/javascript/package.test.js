// What is JavaScript's own: handles, errors, the store, and input that no one should give.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { stored } from './corpus.js';
import { file, library, load } from './installed.js';

const { PanelError, PanelRecord, Profile, Session, checkNdjson, createStore } = library;
const initial = stored('records', 'leicester-initial', 'json');
const referral = stored('records', 'leicester-referral', 'json');
const at = (minute) => ({
  at: `2026-03-12T09:${String(minute).padStart(2, '0')}:00Z`,
  by: 'p-chair',
});
const code = (expected) => (error) => error instanceof PanelError && error.code === expected;
const open = { type: 'open_meeting', chair: 'p-chair', note_taker: 'p-bso' };

test('asking often leaves nothing behind, whenever the collector comes', () => {
  const record = PanelRecord.fromJson(initial);
  // Encoded once: a copy for each turn would be the collector's.
  const bytes = new TextEncoder().encode(initial);
  const ask = (times) => {
    for (let left = times; left > 0; left--) {
      record.check();
      record.summaries();
      PanelRecord.fromJson(bytes).dispose();
    }
    return process.memoryUsage().external;
  };
  const before = ask(200);
  // One handle left a turn would be a quarter of a megabyte and more.
  assert.ok(ask(400) - before < 200_000);
});

describe('without one person', () => {
  const record = PanelRecord.fromJson(initial);
  const { id } = record.toObject().case.people[0];

  test('a record, and what is left that may tell of them', () => {
    const { record: without, removed, remains } = record.redact(id);
    assert.ok(removed.includes('/case/people/0'));
    assert.ok(remains.some(({ because }) => because === 'unread'));
    assert.ok(!without.toObject().case.people.some((person) => person.id === id));
    assert.throws(() => without.redact(id), code('unknown_person'));
  });

  test('a journal, which opens with that record', () => {
    const session = Session.open(record);
    const { journal, eventsLeftOut, removed } = Session.redactJournal(session.journal(), id);
    assert.equal(eventsLeftOut, 0);
    const { record: without, removed: expected } = record.redact(id);
    assert.deepEqual(removed, expected);
    assert.equal(Session.replay(journal).session.record().toJson(), without.toJson());
  });
});

describe('documents', () => {
  test('text, bytes and objects are one', () => {
    const [text, bytes, object] = [initial, new TextEncoder().encode(initial), JSON.parse(initial)];
    const written = [text, bytes, object].map((input) => PanelRecord.fromJson(input).toJson());
    assert.deepEqual(new Set(written).size, 1);
    assert.deepEqual(PanelRecord.fromJson(initial).toObject(), JSON.parse(written[0]));
  });

  test('a text of any length and any letters arrives whole', () => {
    const lengths = [
      0, 1, 2, 1000, 14_562, 14_563, 14_564, 43_689, 43_690, 43_691, 131_072, 400_000,
    ];
    for (const letters of ['a', 'é', '語', '👪']) {
      for (const length of lengths) {
        const parts = letters.repeat(length / letters.length).match(/.{1,9000}/gsu) ?? [];
        const given = { ...JSON.parse(referral), extensions: { parts } };
        assert.deepEqual(
          PanelRecord.fromJson(given).toObject().extensions?.parts ?? [],
          parts,
          `${length} of ${letters}`,
        );
      }
    }
  });

  test('no text of a call is written over by another', () => {
    const session = Session.open(PanelRecord.fromJson(referral));
    for (let turn = 0; turn < 200; turn++) {
      const text = `${turn} `.repeat(2_500);
      const at = new Date(Date.UTC(2026, 2, 1, 9, 0, turn)).toISOString();
      const event = session.apply({ type: 'record_background', text }, { at, by: 'p-chair' });
      assert.deepEqual([event.event.text, Date.parse(event.at)], [text, Date.parse(at)]);
    }
    const stamp = {
      toJSON() {
        for (let turn = 0; turn < 50; turn++) PanelRecord.fromJson(initial).dispose();
        return { at: '2026-03-02T09:30:00Z', by: 'p-chair' };
      },
    };
    assert.equal(
      session.apply({ type: 'record_background', text: 'The family asked for the panel' }, stamp)
        .event.text,
      'The family asked for the panel',
    );
  });

  test('an error says where', () => {
    assert.throws(
      () => PanelRecord.fromJson('{"format": "support-panel/1",\n "id": 7}'),
      (error) => {
        assert.ok(error instanceof PanelError && error instanceof Error);
        assert.deepEqual(
          [error.name, error.code, error.path, error.line, error.column],
          ['PanelError', 'wrong_type', '/id', 2, 8],
        );
        return true;
      },
    );
  });

  test('what is no document is refused by the reader', () => {
    for (const input of [null, 7, true, [], () => {}, undefined, Symbol('no')]) {
      assert.throws(() => PanelRecord.fromJson(input), code('wrong_type'), String(input));
    }
    const circle = {};
    circle.self = circle;
    assert.throws(() => PanelRecord.fromJson(circle), code('wrong_type'));
    assert.throws(() => PanelRecord.fromJson({ id: 7n }), code('wrong_type'));
  });

  test('giant input is too large', () => {
    assert.throws(() => PanelRecord.fromJson(' '.repeat(100 * 1024 * 1024)), code('too_large'));
    assert.throws(() => PanelRecord.fromJson(new Uint8Array(100 * 1024 * 1024)), code('too_large'));
    assert.throws(
      () => PanelRecord.fromJson({ id: 'x'.repeat(5 * 1024 * 1024) }),
      code('too_large'),
    );
  });

  test('deep input is too deep', () => {
    let deep = {};
    for (let i = 0; i < 100_000; i++) deep = { deep };
    assert.throws(
      () => PanelRecord.fromJson({ ...JSON.parse(initial), extensions: { deep } }),
      code('too_deep'),
    );
    const text = initial.trimEnd().slice(0, -1);
    assert.throws(
      () => PanelRecord.fromJson(`${text}, "extensions": ${'{"a":'.repeat(100_000)}`),
      code('too_deep'),
    );
  });

  test('anything but text, bytes or a plain object is of the wrong type', async () => {
    const bytes = new TextEncoder().encode(initial);
    const others = [
      bytes.buffer,
      new DataView(bytes.buffer),
      new Map(Object.entries(JSON.parse(initial))),
      new Set(),
      Promise.resolve(initial),
      new Response(initial),
      /x/u,
      () => initial,
      new (class Other {})(),
      null,
      undefined,
      7,
      [],
    ];
    for (const other of others)
      for (const Type of [PanelRecord, Profile])
        assert.throws(() => Type.fromJson(other), code('wrong_type'), String(other?.constructor));
    // What is plain in another realm is plain; so is one without a prototype, and one behind a proxy.
    const { runInNewContext } = await import('node:vm');
    const plain = [
      runInNewContext('JSON.parse(text)', { text: initial }),
      Object.assign(Object.create(null), JSON.parse(initial)),
      new Proxy(JSON.parse(initial), {}),
      PanelRecord.fromJson(initial),
    ];
    for (const input of plain)
      assert.equal(PanelRecord.fromJson(input).toJson(), PanelRecord.fromJson(initial).toJson());
  });

  test('JSON.stringify writes records, profiles and sittings', () => {
    const record = PanelRecord.fromJson(initial);
    assert.deepEqual(JSON.parse(JSON.stringify({ record })).record, record.toObject());
    const profile = Profile.builtIn();
    assert.deepEqual(JSON.parse(JSON.stringify(profile)), profile.toObject());
    const session = Session.open(record);
    const { session: again } = Session.replay(JSON.parse(JSON.stringify(session)));
    assert.equal(again.journal(), session.journal());
  });

  test('an option that there is not is refused', () => {
    const record = PanelRecord.fromJson(initial);
    const wrong = { asof: '2026-03-12' };
    const calls = [
      () => record.check(wrong),
      () => record.summaries(wrong),
      () => record.allocation('a01', 'p-chair', wrong),
      () => record.dueOn('a01', wrong),
      () => record.minutes('family', wrong),
      () => record.map('family', { ...wrong, format: 'html' }),
      () => record.disclosures('family', wrong),
      () => library.trajectory([record], wrong),
      () => Session.open(record, undefined, wrong),
      () => Session.replay('', wrong),
      () => checkNdjson('', wrong),
    ];
    for (const call of calls)
      assert.throws(
        call,
        (error) => code('unknown_key')(error) && error.path === '/asof',
        String(call),
      );
  });

  test('half a surrogate pair is refused at its place', () => {
    const text = initial.replace('"id": "', '"id": "\ud800');
    assert.throws(
      () => PanelRecord.fromJson(text),
      (error) => code('lone_surrogate')(error) && error.path === '/id',
    );
    assert.throws(
      () => PanelRecord.fromJson({ ...JSON.parse(initial), id: 'a\udc00' }),
      code('lone_surrogate'),
    );
    assert.throws(() => Profile.fromToml('title = "\ud800"'), PanelError);
  });

  test('__proto__ is a key like any other', () => {
    assert.throws(
      () =>
        PanelRecord.fromJson(JSON.parse('{"format": "support-panel/1", "__proto__": {"id": "x"}}')),
      code('unknown_key'),
    );
    const text = JSON.stringify({
      ...JSON.parse(referral),
      extensions: JSON.parse('{"__proto__": {"polluted": true}}'),
    });
    const object = PanelRecord.fromJson(text).toObject();
    assert.ok(Object.hasOwn(object.extensions, '__proto__'));
    assert.equal({}.polluted, undefined);
    assert.equal(Object.getPrototypeOf(object.extensions), Object.prototype);
  });

  test('errors never quote what a record says', () => {
    const marked = initial.replace('"best_hopes": "', '"best_hopes": 7, "Marker Smith": "');
    assert.throws(
      () => PanelRecord.fromJson(marked),
      (error) => !`${error.stack}${JSON.stringify(error)}`.includes('Marker'),
    );
  });
});

describe('handles', () => {
  test('are made by the package alone', () => {
    assert.throws(() => new PanelRecord(), TypeError);
    assert.throws(() => PanelRecord.prototype.toJson.call({}), code('disposed'));
  });

  test('refuse once they are disposed of', () => {
    const record = PanelRecord.fromJson(initial);
    const session = Session.open(PanelRecord.fromJson(referral));
    record.dispose();
    record.dispose();
    session.dispose();
    assert.throws(() => record.check(), code('disposed'));
    assert.throws(() => session.record(), code('disposed'));
    assert.throws(
      () => PanelRecord.fromJson(initial).check({ previous: record }),
      code('disposed'),
    );
    if (Symbol.dispose) assert.equal(typeof record[Symbol.dispose], 'function');
  });

  test('are not taken for another kind', () => {
    const session = Session.open(PanelRecord.fromJson(referral));
    const [record, profile] = [session.record(), session.profile()];
    for (const ask of [
      () => record.check({ previous: session }),
      () => record.check({ profile: record }),
      () => Session.open(profile),
      () => Session.open(undefined),
      () => Session.open(record, record),
    ])
      assert.throws(ask, PanelError, String(ask));
    assert.throws(() => session.merge(record), TypeError);
    assert.deepEqual([session.seq, record.toJson()], [0, session.record().toJson()]);
  });

  test('give their memory back', () => {
    for (let i = 0; i < 20_000; i++) PanelRecord.fromJson(initial).dispose();
    assert.ok(process.memoryUsage().arrayBuffers < 200 * 1024 * 1024);
  });
});

describe('the store', () => {
  const store = () => createStore(Session.open(PanelRecord.fromJson(referral)));

  test('keeps its snapshot until something changes', () => {
    const one = store();
    const before = one.getSnapshot();
    assert.equal(one.getSnapshot(), before);
    assert.throws(
      () => one.dispatch({ type: 'start_stage', stage: 'introductions' }, at(0)),
      code('not_in_session'),
    );
    assert.equal(one.getSnapshot(), before);
    let heard = 0;
    const leave = one.subscribe(() => (heard += 1));
    const event = one.dispatch(open, at(1));
    assert.deepEqual([heard, event.seq, one.getSnapshot().standing], [1, 1, 'between']);
    assert.notEqual(one.getSnapshot(), before);
    assert.equal(
      one.getSnapshot().sealed,
      before.sealed,
      'a part that is the same stays the same object',
    );
    leave();
    one.undo(at(2));
    assert.equal(heard, 1);
    assert.deepEqual(one.getSnapshot().record, before.record);
    assert.equal(one.redo(at(3)).seq, 3);
  });

  test('a snapshot read late is what it was', () => {
    const [late, early] = [store(), store()];
    const steps = [open, { type: 'start_stage', stage: 'introductions' }, { type: 'pause' }];
    const unread = [late.getSnapshot()];
    const expected = [{ ...early.getSnapshot() }];
    for (const [second, step] of steps.entries()) {
      for (const one of [late, early]) one.dispatch(step, at(second + 1));
      unread.push(late.getSnapshot());
      expected.push({ ...early.getSnapshot() });
    }
    late.undo(at(9));
    assert.deepEqual(
      unread.map((snapshot) => ({ ...snapshot })),
      expected,
    );
    assert.notDeepEqual(expected[1].outstanding, expected[2].outstanding);
    assert.deepEqual(
      JSON.parse(JSON.stringify(unread[3])),
      JSON.parse(JSON.stringify(expected[3])),
    );
    unread.forEach((snapshot) => assert.equal(snapshot.record, snapshot.record));
  });

  test('cannot be changed but by its steps', () => {
    const { record } = store().getSnapshot();
    assert.throws(() => {
      'use strict';
      record.case.reference = 'other';
    }, TypeError);
  });

  test('a listener may leave while it is told', () => {
    const one = store();
    const heard = [];
    const leave = one.subscribe(() => {
      heard.push('first');
      leave();
    });
    one.subscribe(() => heard.push('second'));
    one.dispatch(open, at(1));
    one.undo(at(2));
    assert.deepEqual(heard, ['first', 'second', 'second']);
  });

  test('a listener that throws is no refusal, and silences no other', async () => {
    const store = createStore(Session.open(PanelRecord.fromJson(referral)));
    const heard = [];
    store.subscribe(() => {
      throw new Error('from a listener');
    });
    store.subscribe(() => heard.push(store.getSnapshot().seq));
    const thrown = [];
    const take = (error) => thrown.push(error.message);
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException').on('uncaughtException', take);
    try {
      assert.equal(store.dispatch(open, at(30)).seq, 1);
      assert.deepEqual(heard, [1]);
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.removeListener('uncaughtException', take);
      others.forEach((listener) => process.on('uncaughtException', listener));
    }
    assert.deepEqual(thrown, ['from a listener']);
  });

  test('takes the time from the host', () => {
    const one = store();
    one.dispatch(open, at(1));
    assert.equal(one.timer('2026-03-12T09:02:00Z'), null);
    one.dispatch({ type: 'start_stage', stage: 'introductions' }, at(2));
    assert.equal(one.timer(new Date('2026-03-12T09:02:30Z')).elapsed_seconds, 30);
    assert.throws(() => one.timer('half past nine'), code('bad_instant'));
  });

  test('goes on with a sitting that was brought back', () => {
    const one = store();
    one.dispatch(open, at(1));
    const journal = one.journal();
    const { session, lost } = Session.replay(journal.slice(0, -20));
    assert.equal(lost.line, 2);
    one.replace(session);
    assert.equal(one.getSnapshot().standing, 'before');
    assert.equal(session.at(0).toJson(), session.record().toJson());
    assert.equal(session.at(1), undefined);
    assert.equal(session.at(-1), undefined);
  });
});

describe('many records', () => {
  const lines = `${PanelRecord.fromJson(initial).toJson()}\n{}\n\n${PanelRecord.fromJson(referral).toJson()}\n`;

  test('are counted, and their findings listed', () => {
    const result = checkNdjson(lines, { asOf: '2026-04-01' });
    assert.deepEqual([result.lines, result.records, result.unread], [4, 2, 1]);
    const expected = PanelRecord.fromJson(initial).check({ asOf: '2026-04-01' });
    assert.deepEqual(
      result.findings.filter(({ line }) => line === 1).map(({ code, path }) => [code, path]),
      expected.map(({ code, path }) => [code, path]),
    );
    assert.deepEqual(checkNdjson(new TextEncoder().encode(lines), { asOf: '2026-04-01' }), result);
    assert.equal(checkNdjson(lines, { asOf: '2026-04-01', limit: 1 }).findings.length, 1);
  });

  test('a pair of surrogates is not parted between pieces', () => {
    const text = `${' '.repeat((1 << 20) - 1)}\u{1f600}\n`;
    assert.equal(checkNdjson(text).errors[0].code, 'bad_syntax');
  });

  test('are checked in a worker, with progress', async () => {
    const { checkNdjsonInWorker } = await load('dist/worker-node.js');
    const heard = [];
    const options = { asOf: '2026-04-01', onProgress: (progress) => heard.push(progress) };
    assert.deepEqual(
      await checkNdjsonInWorker(new Blob([lines]), options),
      checkNdjson(lines, { asOf: '2026-04-01' }),
    );
    assert.equal(heard.at(-1).bytes, Buffer.byteLength(lines));
    await assert.rejects(checkNdjsonInWorker(lines, { asOf: 'today' }), code('bad_date'));
    await assert.rejects(checkNdjsonInWorker(lines, { signal: AbortSignal.abort() }), {
      name: 'AbortError',
    });
  });
});

describe('the module', () => {
  test('has to be started where it does not start by itself', () => {
    const script = `
      import { init, initSession, PanelRecord, Session } from '${pathToFileURL(file('dist/index.js'))}';
      import { readFileSync } from 'node:fs';
      const refusal = (ask) => { try { ask(); } catch (error) { return error.code; } };
      console.log(refusal(() => PanelRecord.fromJson('{}')));
      await init(readFileSync('${file('dist/support_panel.wasm')}'));
      console.log(refusal(() => PanelRecord.fromJson('{}')));
      const record = PanelRecord.fromJson(readFileSync(0, 'utf8'));
      console.log(refusal(() => record.minutes('family')));
      console.log(refusal(() => Session.open(record)));
      await initSession(readFileSync('${file('dist/support_panel_session.wasm')}'));
      console.log(Session.open(record).record().toJson() === record.toJson());`;
    const told = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      input: initial,
      encoding: 'utf8',
    });
    const expected = ['not_ready', 'missing_key', 'not_ready', 'not_ready', 'true'];
    assert.deepEqual(told.trim().split('\n'), expected);
  });

  test('says what it knows', async () => {
    assert.equal(library.FORMAT, 'support-panel/1');
    assert.equal(library.explain('SP204').code, 'SP204');
    assert.ok(
      library.rules().length > 50 && library.codes().some(({ code }) => code === 'internal'),
    );
    assert.equal((await library.schema('record')).title, 'Panel Record 1');
    assert.equal((await library.schema('trajectory')).title, 'Trajectory');
    await assert.rejects(library.schema('other'), code('unknown_schema'));
    assert.throws(() => library.explain('SP999'), code('unknown_code'));
    assert.throws(() => Profile.builtIn('nowhere'), code('unknown_profile'));
  });

  test('a start that fails has a code, and a later one may succeed', () => {
    const script = `
      import { init, PanelError, PanelRecord } from '${pathToFileURL(file('dist/index.js'))}';
      import { readFileSync } from 'node:fs';
      for (const source of [new Uint8Array([1, 2, 3]), new URL('file:///not/here.wasm')])
        await init(source).catch((error) =>
          console.log(error instanceof PanelError, error.code, error.cause instanceof Error));
      await init(readFileSync('${file('dist/support_panel.wasm')}'));
      console.log(PanelRecord.fromJson(readFileSync(0, 'utf8')).toObject().id);`;
    const told = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      input: initial,
      encoding: 'utf8',
    });
    const refused = 'true not_ready true';
    assert.deepEqual(told.trim().split('\n'), [refused, refused, JSON.parse(initial).id]);
  });

  test('starts from bytes in Node where its own files are not, and rejects with a code before', () => {
    const folder = mkdtempSync(join(tmpdir(), 'panel-'));
    for (const name of readdirSync(file('dist')).filter((name) => name.endsWith('.js')))
      copyFileSync(file(`dist/${name}`), join(folder, name));
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    const script = `
      import { init, initExtras, initSession, PanelError, Session, explain } from '${pathToFileURL(join(folder, 'node.js'))}';
      import { readFileSync } from 'node:fs';
      for (const start of [init, initSession, initExtras])
        await start().catch((error) =>
          console.log(error instanceof PanelError, error.code, error.cause.code));
      await init(readFileSync('${file('dist/support_panel.wasm')}'));
      await initSession(readFileSync('${file('dist/support_panel_session.wasm')}'));
      await initExtras(readFileSync('${file('dist/support_panel_extras.wasm')}'));
      console.log(Session.open(readFileSync(0, 'utf8')).seq, explain('SP204').code);`;
    try {
      const told = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        input: referral,
        encoding: 'utf8',
      });
      const refused = 'true not_ready ENOENT';
      assert.deepEqual(told.trim().split('\n'), [refused, refused, refused, '0 SP204']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('starts anew after a trap', async () => {
    const record = PanelRecord.fromJson(initial);
    // A trap cannot be asked for politely: the stack is used up in the middle of a call.
    function dive() {
      try {
        dive();
      } catch {
        record.check({ asOf: '2026-04-01' });
      }
    }
    assert.throws(dive, code('internal'));
    assert.throws(() => PanelRecord.fromJson(initial), code('internal'));
    await library.init();
    assert.throws(() => record.check(), code('internal'), 'what the module held is gone');
    assert.equal(PanelRecord.fromJson(initial).toObject().id, JSON.parse(initial).id);
  });

  test('a sitting starts anew after a trap, and leaves records alone', async () => {
    const record = PanelRecord.fromJson(referral);
    const session = Session.open(record);
    function dive() {
      try {
        dive();
      } catch {
        session.apply(open, at(1));
      }
    }
    assert.throws(dive, code('internal'));
    assert.throws(() => Session.open(record), code('internal'));
    assert.ok(record.check(), 'what another part holds is there');
    await library.initSession();
    assert.throws(() => session.seq, code('internal'), 'what the part held is gone');
    session.dispose();
    assert.equal(Session.open(record).apply(open, at(1)).seq, 1);
  });

  test('a page that only reads and checks fetches nothing of sittings', () => {
    const fetched = (name, seen = new Map()) => {
      if (seen.has(name)) return seen;
      const text = readFileSync(file(`dist/${name}`), 'utf8');
      seen.set(name, text);
      for (const [, next] of text.matchAll(/\b(?:import|export)\b[^;"'()]*["']\.\/([^"']+)["']/gu))
        fetched(next, seen);
      return seen;
    };
    const texts = [...fetched('index.js').values()].join('\n');
    assert.ok(texts.includes('recordhandle_check') && texts.includes('support_panel_session.wasm'));
    assert.ok(!texts.includes('sessionhandle_'));
  });

  test('an argument of another type is no trap', () => {
    const record = PanelRecord.fromJson(initial);
    assert.throws(() => record.check({ asOf: 7 }), code('bad_date'));
    assert.throws(() => record.dueOn({}), code('unknown_action'));
    assert.throws(() => checkNdjson(7), TypeError);
    assert.throws(() => Session.replay(7), TypeError);
    assert.ok(record.check());
  });
});
