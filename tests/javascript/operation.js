// The operations of the library, by the names that cases use.

import { edited, stored } from './corpus.js';
import { made, madeOfCopies, toldOf } from './made-of-copies.js';
import { merged, sittings } from './sittings.js';

/** What makes of a case a value, or `{error}` where the library refuses. A fault of the case itself is thrown. */
export function runner(library, files) {
  const known = operations(library, files);
  return (one) => {
    const operation = known[one.operation];
    if (!operation) throw new Error(`this runner does not know the operation ${one.operation}`);
    return orRefusal(library, () => operation(one));
  };
}

function orRefusal({ PanelError }, ask) {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof PanelError)) throw error;
    return refusal(error);
  }
}

// What is not there is null in the log, as in the other languages.
const refusal = ({ code, path, message, line = null, column = null }) => ({
  error: { code, path, message, line, column },
});

/** What of an answer is compared with `expect`: findings without messages, and of a document its values. */
export function comparable({ PanelRecord }, one, answer) {
  if (answer?.error) return answer;
  if (one.operation === 'check')
    return answer.findings.map(({ code, severity, path, subject }) => [
      code,
      severity,
      path,
      subject,
    ]);
  if (one.operation === 'allocation') {
    if (answer.reasons.some((reason) => !reason.message)) throw new Error('a reason says nothing');
    return { ...answer, reasons: answer.reasons.map(({ message, ...reason }) => reason) };
  }
  if (one.operation === 'follow_on') return JSON.parse(answer.text);
  if (['papers', 'files'].includes(one.operation))
    return Object.fromEntries(
      Object.entries(answer).map(([paper, formats]) => [paper, made(formats)]),
    );
  if (one.operation === 'disclosures')
    return answer.filter(({ shown }) => !shown).map(({ path, because }) => [path, because]);
  if (one.operation === 'redact') return answer.report;
  if (one.operation === 'everything') return { ok: true };
  if (one.operation === 'merge') return merged(answer);
  if (one.operation === 'replay') return { lost: answer.lost, standing: answer.standing };
  if (one.operation === 'session') {
    if (one.expect.standing) return { standing: answer.standing };
    // A record of the corpus is named, and must be the same to the last byte.
    const named =
      typeof one.expect.record === 'string' &&
      PanelRecord.fromJson(stored('records', one.expect.record, 'json'));
    return {
      record: named && named.toJson() === answer.text ? one.expect.record : JSON.parse(answer.text),
    };
  }
  return answer;
}

function operations(library, files) {
  const { PanelRecord, Profile } = library;
  const orRefused = (ask) => orRefusal(library, ask);

  function storedProfile(name) {
    let toml;
    try {
      toml = stored('profiles', name, 'toml');
    } catch {
      return Profile.builtIn(name);
    }
    return Profile.fromToml(toml);
  }

  function changed(one, profile) {
    if (!one.profile_remove && !one.profile_set) return profile;
    return Profile.fromJson(edited(profile.toObject(), one.profile_remove, one.profile_set));
  }

  /** The profile of a case; nothing where it is the record's own and unchanged, which the library finds by itself. */
  function profileOf(one, record) {
    if (one.profile) return changed(one, storedProfile(one.profile));
    if (!one.profile_remove && !one.profile_set) return undefined;
    const named = record.toObject().profile;
    const own = library.profiles().find((profile) => {
      const { id, version } = profile.toObject();
      return id === named.id && version === named.version;
    });
    return changed(one, own);
  }

  const previousOf = (one) =>
    one.previous &&
    PanelRecord.fromJson(storedRecord(one.previous, one.previous_remove, one.previous_set));

  const asked = (ask) => (one) => {
    const record = PanelRecord.fromJson(input(one));
    return ask(
      record,
      { profile: profileOf(one, record), previous: previousOf(one), asOf: one.as_of },
      one,
    );
  };

  // An option that a call does not have is refused.
  const of = (options, ...keys) => Object.fromEntries(keys.map((key) => [key, options[key]]));

  return {
    // What else the library says of such a record is no matter of `expect`, and stands in the log.
    check: asked((record, options) => ({
      findings: record.check(options).map(toldOf),
      minutes: orRefused(() => record.minutes('professionals', of(options, 'profile'))),
      summaries: orRefused(() => record.summaries(of(options, 'profile', 'previous'))),
    })),
    summaries: asked((record, options) => record.summaries(of(options, 'profile', 'previous'))),
    allocation: asked((record, options, { action, owner }) =>
      record.allocation(action, owner, of(options, 'profile')),
    ),
    due_on: asked((record, options, { action }) => ({
      due: record.dueOn(action, of(options, 'profile')),
    })),
    follow_on: asked((record, _, { id, held_on }) => ({
      text: record.followOn(id, held_on).toJson(),
    })),
    read: (one) => PanelRecord.fromJson(input(one)) && { ok: true },
    write: (one) => {
      const text = PanelRecord.fromJson(input(one)).toJson();
      const again = PanelRecord.fromJson(text).toJson();
      if (again !== text) throw new Error(`written again it is another text: ${again}`);
      return { text };
    },
    read_profile: (one) => {
      if (one.profile) changed(one, storedProfile(one.profile));
      else if (one.format === 'toml') Profile.fromToml(one.text);
      else Profile.fromJson(one.text);
      return { ok: true };
    },
    profile_check: ({ text }) => {
      const checked = Profile.check(text);
      const of = (list, ...keys) =>
        checked[list].map((item) => keys.map((key) => item[key] ?? null));
      return {
        faults: of('faults', 'code', 'path', 'line', 'column', 'word', 'nearest'),
        warnings: of('warnings', 'doubt', 'path', 'line'),
        counts: of('counts', 'n', 'of'),
      };
    },
    profile_diff: (one) =>
      Profile.fromToml(one.old)
        .diff(Profile.fromToml(one.new))
        .map(({ path, consequence }) => [path, consequence ?? null]),
    trajectory: (one) => {
      const list = edited(
        one.records.map((name) => JSON.parse(stored('records', name, 'json'))),
        one.remove,
        one.set,
      );
      const records = list.map((record) => PanelRecord.fromJson(record));
      const profile = one.profile
        ? changed(one, storedProfile(one.profile))
        : records[0] && profileOf(one, records[0]);
      return library.trajectory(records, { profile });
    },
    explain: ({ code }) => library.explain(code),
    ...sittings({ library, input, orRefusal: orRefused, profileOf }),
    ...madeOfCopies({ asked, files, orRefusal: orRefused }),
  };
}

function storedRecord(name, remove, set) {
  const text = stored('records', name, 'json');
  return remove || set ? JSON.stringify(edited(JSON.parse(text), remove, set)) : text;
}

/** The bytes, or the text, that a case hands over as a record. */
function input(one) {
  if (one.record !== undefined) return storedRecord(one.record, one.remove, one.set);
  if (one.text !== undefined) return one.text;
  if (one.hex !== undefined) return Uint8Array.from(Buffer.from(one.hex, 'hex'));
  if (one.parts !== undefined) return one.parts.map(([text, times]) => text.repeat(times)).join('');
  throw new Error('it gives none of `record`, `text`, `hex` and `parts`');
}
