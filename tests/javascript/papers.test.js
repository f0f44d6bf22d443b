// The entry `support-panel/papers`: files of other people's programs, as the installed package makes them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { stored } from './corpus.js';
import { file, library, load } from './installed.js';

const { PanelError, PanelRecord, Profile } = library;
const { calendar, form, initPapers, paper, papers, tracker, ...rest } =
  await load('dist/papers-node.js');
const initial = stored('records', 'leicester-initial', 'json');
const review = stored('records', 'leicester-review', 'json');
const at = (code, path) => (error) =>
  error instanceof PanelError && error.code === code && error.path === path;
const text = ({ bytes }) => new TextDecoder().decode(bytes);
const start = ({ bytes }, length) => text({ bytes: bytes.subarray(0, length) });

describe('papers', () => {
  test('a paper is a file with its name and its type', () => {
    const record = PanelRecord.fromJson(initial);
    for (const [format, ending, type, first] of [
      ['word', 'docx', /wordprocessingml/, 'PK'],
      ['pdf', 'pdf', /^application\/pdf$/, '%PDF-1.7'],
      ['excel', 'xlsx', /spreadsheetml/, 'PK'],
      ['html', 'html', /^text\/html/, '<!DOCTYPE html>'],
    ]) {
      const made = paper(record, 'plan', 'p-parent', { format });
      assert.equal(made.name, `plan-2026-03-12-p-parent.${ending}`);
      assert.match(made.type, type);
      assert.equal(start(made, first.length).toLowerCase(), first.toLowerCase());
      const again = paper(initial, 'plan', 'p-parent', { format });
      assert.deepEqual(again, made, 'the same record, the same bytes');
    }
    const onFile = stored('reports', 'leicester-initial.plan.p-parent', 'md');
    assert.equal(text(paper(record, 'plan', 'p-parent', { format: 'markdown' })), onFile);
  });

  test('the papers of a reader are all that there are', () => {
    const names = papers(initial, 'family', { format: 'word' }).map(({ name }) => name);
    assert.ok(names.includes('letter-2026-03-12-family.docx'));
    assert.ok(names.includes('calendar-2026-03-12-family.ics'));
    assert.ok(!names.some((name) => /^(review|case-system|scoring-slips)/.test(name)));
    const asked = { papers: ['letter', 'plan'], format: 'text' };
    assert.equal(papers(initial, 'family', asked).length, 2);
    assert.equal(
      paper(review, 'review', 'family', { previous: initial }).name.slice(0, 6),
      'review',
    );
  });

  test("what says what a council's own rules find is refused here, and nothing else", () => {
    const rule = {
      code: 'LM001',
      title: 'x',
      severity: 'error',
      path: '/outcome',
      when: true,
      message: 'x',
    };
    const profile = { ...Profile.builtIn().toObject(), local_rules: [rule] };
    const options = { profile, format: 'text' };
    assert.throws(
      () => paper(initial, 'before-you-send', 'professionals', options),
      (error) => error instanceof PanelError && error.code === 'rules_not_loaded',
    );
    assert.ok(text(paper(initial, 'letter', 'family', options)).length > 0);
  });

  test('what was read once more may be printed', () => {
    const marked = JSON.parse(initial);
    // A goal answers the first entry, and may tell of it.
    marked.mapping[0].withheld_from = ['p-parent'];
    const confirmed = marked.mapping.map(({ id }) => id);
    for (const make of [
      (options) => paper(marked, 'map', 'p-parent', options),
      (options) => calendar(marked, 'p-parent', options),
    ]) {
      assert.throws(make, at('unconfirmed', ''));
      assert.ok(make({ confirmed }).bytes.length > 0);
    }
  });

  test('forms are made of a profile alone', () => {
    const made = form('scoring-slips', { profile: Profile.builtIn() });
    assert.equal(made.name, 'scoring-slips-leicester-masp.pdf');
    assert.deepEqual(form('scoring-slips'), made);
  });

  test('a calendar keeps its UIDs and takes a sequence', () => {
    const [first, second] = [0, 3].map((sequence) =>
      text(calendar(initial, 'p-gran', { sequence })),
    );
    assert.notEqual(first, second);
    assert.equal(first.replaceAll('SEQUENCE:0', 'SEQUENCE:3'), second);
    const stamped = text(calendar(initial, 'p-gran', { stamp: '2026-03-13T09:00:00Z' }));
    assert.ok(stamped.includes('DTSTAMP:20260313T090000Z\r\n'));
  });

  test('a tracker has ids unless names are asked for', () => {
    const [ids, names] = [false, true].map((names) =>
      text(tracker([initial, review], { format: 'csv', names, asOf: '2026-05-01' })),
    );
    assert.ok(names.includes('H. Amin') && !ids.includes('H. Amin'));
    const workbook = tracker([PanelRecord.fromJson(initial)]);
    assert.deepEqual([workbook.name, start(workbook, 2)], ['tracker.xlsx', 'PK']);
    assert.match(text(tracker([initial], { format: 'csv', by: 'case' })), /^"Case","Panel"/);
  });

  test('what is refused says what and where', () => {
    const font = new Uint8Array([1]);
    for (const [ask, expected] of [
      [() => paper(initial, 'essay', 'family'), at('unknown_word', '/paper')],
      [() => paper(initial, 'plan', 'family', { format: 'odt' }), at('unknown_word', '/format')],
      [() => paper(initial, 'plan', 'nobody'), at('unknown_reader', '/reader')],
      [() => paper(initial, 'letter', 'professionals'), at('wrong_reader', '')],
      [() => paper(initial, 'plan', 'family', { reader: 1 }), at('unknown_key', '/reader')],
      [() => paper(initial, 'plan', 'family', { asOf: 'x' }), at('bad_date', '/as_of')],
      [() => paper('{}', 'plan', 'family'), at('missing_key', '/format')],
      [() => form('letter'), at('needs_record', '')],
      [
        () => paper(initial, 'plan', 'family', { fonts: { regular: font, bold: font } }),
        at('bad_font', '/fonts'),
      ],
      [() => calendar(initial, 'family', { stamp: 'x' }), at('bad_instant', '/stamp')],
      [() => tracker([initial], { by: 'day' }), at('unknown_word', '/by')],
    ])
      assert.throws(ask, expected, String(ask));
    const gujarati = JSON.parse(initial);
    gujarati.outcome.reason = '\u0a97\u0ac1';
    const missing = (error) =>
      at('missing_characters', '')(error) && error.message.includes('U+0A97, U+0AC1');
    assert.throws(() => paper(gujarati, 'minutes', 'professionals'), missing);
    assert.equal(start(paper(initial, 'plan', 'family'), 4), '%PDF', 'and it goes on');
  });

  test('CommonJS has the same, started by itself', () => {
    const common = createRequire(join(process.cwd(), 'here.cjs'))('support-panel/papers');
    assert.deepEqual(
      Object.keys(common).sort(),
      Object.keys({ ...rest, calendar, form, initPapers, paper, papers, tracker }).sort(),
    );
    assert.deepEqual(common.paper(initial, 'plan', 'family'), paper(initial, 'plan', 'family'));
  });

  test('a browser starts it from bytes', () => {
    const ask = `
      import { readFileSync } from 'node:fs';
      const [library, papers] = await Promise.all(['index', 'papers'].map((name) => import(process.argv[1] + name + '.js')));
      const bytes = (name) => readFileSync(new URL(name, process.argv[1]));
      let refused;
      try { papers.calendar('{}', 'family') } catch (error) { refused = error.code }
      await library.init(bytes('support_panel.wasm'));
      await papers.initPapers(bytes('support_panel_papers.wasm'));
      const record = readFileSync(0, 'utf8');
      console.log(refused, papers.paper(record, 'plan', 'family').name, papers.PanelError === library.PanelError);`;
    const folder = new URL('.', new URL(`file://${file('dist/index.js')}`)).href;
    const told = execFileSync(process.execPath, ['--input-type=module', '--eval', ask, folder], {
      encoding: 'utf8',
      input: initial,
    });
    assert.equal(told.trim(), 'not_ready plan-2026-03-12-family.pdf true');
  });

  test('the default entry knows nothing of it', () => {
    const names = ['index.js', 'node.js', 'node.cjs', 'worker.js', 'react.js'];
    for (const name of names)
      assert.ok(!readFileSync(file(`dist/${name}`), 'utf8').includes('papers_glue'), name);
  });
});
