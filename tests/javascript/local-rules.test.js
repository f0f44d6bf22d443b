// Rules of a council's own, in the installed package: asked by a part of its own, and refused without it, never left out.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { stored } from './corpus.js';
import { file, library, load } from './installed.js';

const { PanelError, PanelRecord, Profile, Session, checkNdjson, createStore } = library;
const { checkNdjsonInWorker } = await load('dist/worker-node.js');
const clean = stored('records', 'clean', 'json');
const code = (expected) => (error) => error instanceof PanelError && error.code === expected;
const at = { at: '2026-03-12T09:00:00Z', by: 'p-chair' };

const RULE = {
  code: 'LM001',
  title: 'A family member acts alone',
  severity: 'advice',
  for_each: '/actions',
  path: '/supporting',
  when: { '!': { var: 'item.supporting' } },
  message: 'An action has no one beside it.',
};
const council = (...rules) =>
  Profile.fromJson({ ...Profile.builtIn().toObject(), local_rules: rules });
const FOUND = ['/actions/0/supporting', '/actions/2/supporting', '/actions/4/supporting'];
const own = (findings) =>
  findings.filter((finding) => finding.code === 'LM001').map((finding) => finding.path);

describe("a council's own rules", () => {
  const record = PanelRecord.fromJson(clean);
  const profile = council(RULE);

  test('are asked beside the others, of a profile in every form', () => {
    for (const given of [profile, profile.toObject(), profile.toJson()])
      assert.deepEqual(own(record.check({ profile: given })), FOUND);
    assert.deepEqual(record.check({ profile: council() }), []);
  });

  test('are asked with the day, the panel before and the edition that are given', () => {
    const dated = { ...RULE, for_each: undefined, path: '/outcome', when: { var: 'as_of' } };
    const without = JSON.parse(clean);
    without.participants = [];
    const asked = (options) =>
      PanelRecord.fromJson(without).check({ profile: council(dated), ...options });
    assert.deepEqual(own(asked({})), []);
    assert.deepEqual(own(asked({ asOf: '2026-04-01' })), ['/outcome']);
    const codes = (edition) => new Set(asked({ edition }).map((finding) => finding.code));
    assert.deepEqual(codes('when_held'), codes('2026.1'));
    assert.throws(() => asked({ edition: '2025.1' }), code('unknown_edition'));
    assert.throws(() => asked({ asOf: 'today' }), code('bad_date'));
    assert.throws(() => asked({ previous: '{}' }), code('missing_key'));
  });

  test('are explained, where the profile is given', () => {
    assert.equal(library.explain('LM001', { profile }).title, RULE.title);
    assert.deepEqual(library.explain('SP204', { profile }), library.explain('SP204'));
    assert.throws(() => library.explain('LM001'), code('unknown_code'));
  });

  test('are told among what changed of rules', () => {
    const [came] = library.rulesDiff(Profile.builtIn(), profile);
    assert.deepEqual([came.code, came.change], ['LM001', 'came']);
    assert.ok(library.rulesDiff('2026.1', '2026.2').some((it) => it.code === 'SP801'));
    assert.throws(() => library.rulesDiff('2025.1', '2026.2'), code('unknown_edition'));
  });

  test('are asked in a sitting, which comes back from its journal', () => {
    const profile = council({
      ...RULE,
      severity: 'warning',
      for_each: undefined,
      path: '/outcome',
      when: true,
    });
    const session = Session.open(stored('records', 'leicester-referral', 'json'), profile);
    session.apply({ type: 'open_meeting', chair: 'p-chair', note_taker: 'p-bso' }, at);
    assert.equal(session.profile().toJson(), profile.toJson());
    const { session: again, lost } = Session.replay(session.journal());
    assert.equal(lost, null);
    assert.equal(again.record().toJson(), session.record().toJson());
    assert.equal(again.at(0).toJson(), session.at(0).toJson());
    assert.equal(session.merge(again).session.journal(), session.journal());
    const store = createStore(again);
    const { outstanding } = store.getSnapshot();
    assert.deepEqual(outstanding, session.outstanding());
    assert.ok(JSON.stringify(outstanding).includes(RULE.message));
    store.undo({ ...at, at: '2026-03-12T09:01:00Z' });
    assert.notEqual(store.journal(), session.journal());
    const plain = Session.open(stored('records', 'leicester-referral', 'json'));
    for (const [one, other] of [
      [plain, session],
      [session, plain],
    ])
      assert.throws(() => one.merge(other), code('different_openings'));
    const person = session.record().toObject().case.people[0].id;
    assert.equal(typeof Session.redactJournal(session.journal(), person).journal, 'string');
  });

  test('stand in what is looked at before papers are sent', () => {
    const sheet = record.paper('before-you-send', 'professionals', { profile, format: 'text' });
    assert.ok(sheet.includes(RULE.message));
    assert.ok(!record.paper('before-you-send', 'professionals', { format: 'text' }).includes('LM'));
  });

  test('are asked of many records, in a worker as here', async () => {
    const text = `${JSON.stringify(JSON.parse(clean))}\n`.repeat(3);
    const here = checkNdjson(text, { profile });
    assert.equal(here.rules.LM001, 9);
    assert.equal(here.unread, 0);
    assert.deepEqual(await checkNdjsonInWorker(text, { profile }), here);
  });

  test('are refused until what asks them is there, and then asked', () => {
    const script = `
      import * as library from '${pathToFileURL(file('dist/index.js'))}';
      import { readFileSync } from 'node:fs';
      const { record: text, council } = JSON.parse(readFileSync(0, 'utf8'));
      const bytes = (name) => readFileSync('${file('dist/')}' + name);
      await library.init(bytes('support_panel.wasm'));
      await library.initSession(bytes('support_panel_session.wasm'));
      await library.initExtras(bytes('support_panel_extras.wasm'));
      const [record, profile] = [library.PanelRecord.fromJson(text), library.Profile.fromJson(council)];
      const asked = () => [
        () => record.check({ profile }).length,
        () => library.Session.open(record, profile).seq,
        () => typeof record.paper('before-you-send', 'professionals', { profile }),
        () => library.checkNdjson(text.replaceAll('\\n', ' '), { profile }).rules.LM001,
        () => record.check().length,
      ].map((ask) => { try { return ask(); } catch ({ code, path }) { return code + ' ' + path; } });
      const before = asked();
      await library.initLocalRules(bytes('support_panel_local_rules.wasm'));
      console.log(JSON.stringify([before, asked()]));`;
    const told = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      input: JSON.stringify({ record: clean, council: profile.toObject() }),
      encoding: 'utf8',
    });
    const refused = 'rules_not_loaded /profile';
    assert.deepEqual(JSON.parse(told), [
      [refused, refused, refused, refused, 0],
      [3, 0, 'string', 3, 0],
    ]);
  });
});
