// Profiles and records.

import { callExtras } from './extras.js';
import { localRules, orLocalRules } from './local-rules.js';
import { known } from './options.js';
import { handleOf, Resource } from './resource.js';
import { call, document, glue, isNothing, main, optionalText } from './module.js';

const json = (answer) => JSON.parse(call(answer));
/** The empty handle of each class, made once for each start of the module. */
const empty = new Map();

function none(Handle) {
  const known = empty.get(Handle);
  if (known?.generation === main.generation) return known.handle;
  const handle = call(() => Handle.none());
  empty.set(Handle, { handle, generation: main.generation });
  return handle;
}

const resourceOf = (given, Type) => (given instanceof Type ? given : Type.fromJson(given));
/** The handle of what was given, or of nothing: the core decides what that means. */
const orNone = (given, Handle, Type) =>
  isNothing(given) ? none(Handle) : handleOf(resourceOf(given, Type));
/** The same as text, for the other parts. */
export const textOf = (given, Type) => resourceOf(given, Type).toJson();
export const textOrNone = (given, Type) => (isNothing(given) ? undefined : textOf(given, Type));

export class Profile extends Resource {
  static builtIn(id = 'leicester-masp') {
    return this.make(main, () => glue.ProfileHandle.built_in(String(id)));
  }

  static fromToml(text) {
    return this.fromJson(callExtras('toml', document(text)));
  }

  static fromJson(textOrObject) {
    const json = document(textOrObject);
    return this.make(main, () => glue.ProfileHandle.from_json(json));
  }

  static check(textOrObject) {
    return JSON.parse(callExtras('check_profile', document(textOrObject)));
  }

  show(format = 'markdown') {
    return callExtras('profile_page', this.toJson(), String(format));
  }

  diff(profile) {
    return JSON.parse(callExtras('profile_diff', this.toJson(), textOf(profile, Profile)));
  }

  toJson() {
    const handle = handleOf(this);
    return call(() => handle.to_json());
  }

  toObject() {
    return JSON.parse(this.toJson());
  }
}

/** The profiles that come with the library; the default first. */
export function profiles() {
  const all = [];
  for (let handle; (handle = call(() => glue.ProfileHandle.shipped(all.length)));) {
    const shipped = handle;
    all.push(Profile.make(main, () => shipped));
  }
  return all;
}

export const profileHandle = (profile) => orNone(profile, glue.ProfileHandle, Profile);
export const recordHandle = (record) => orNone(record, glue.RecordHandle, PanelRecord);

/** No one is a reader by default: what is left out is told as no reader at all. */
const readerOf = (reader) => optionalText(reader) ?? '';

export class PanelRecord extends Resource {
  static fromJson(textOrObject) {
    const json = document(textOrObject);
    return this.make(main, () => glue.RecordHandle.from_json(json));
  }

  toJson() {
    const record = handleOf(this);
    return call(() => record.to_json());
  }

  toObject() {
    return JSON.parse(this.toJson());
  }

  check(options) {
    const { profile, asOf, previous, edition } = known(
      options,
      'profile',
      'asOf',
      'previous',
      'edition',
    );
    const [record, under, before] = [
      handleOf(this),
      profileHandle(profile),
      recordHandle(previous),
    ];
    const [day, by] = [optionalText(asOf), optionalText(edition)];
    return orLocalRules(
      () => json(() => record.check(under, day, before, by)),
      () => {
        const given = [textOrNone(profile, Profile), day, textOrNone(previous, PanelRecord), by];
        const text = this.toJson();
        return JSON.parse(localRules.call((glue) => glue.check(text, ...given)));
      },
    );
  }

  summaries(options) {
    const { profile, previous } = known(options, 'profile', 'previous');
    const [record, under, before] = [
      handleOf(this),
      profileHandle(profile),
      recordHandle(previous),
    ];
    return json(() => record.summaries(under, before));
  }

  allocation(action, owner, options) {
    const [record, under] = [handleOf(this), profileHandle(known(options, 'profile').profile)];
    return json(() => record.allocation(String(action), String(owner), under));
  }

  dueOn(action, options) {
    const [record, under] = [handleOf(this), profileHandle(known(options, 'profile').profile)];
    return call(() => record.due_on(String(action), under)) ?? null;
  }

  followOn(id, heldOn) {
    return PanelRecord.fromJson(callExtras('follow_on', this.toJson(), String(id), String(heldOn)));
  }

  redact(person) {
    const [record, report] = callExtras('redact', this.toJson(), String(person));
    return { record: PanelRecord.fromJson(record), ...JSON.parse(report) };
  }

  paper(name, reader, options) {
    const {
      profile,
      format = 'markdown',
      previous,
      confirmed = [],
      given = [],
      handedOverBy,
    } = known(options, 'profile', 'format', 'previous', 'confirmed', 'given', 'handedOverBy');
    const asked = [
      this.toJson(),
      textOrNone(profile, Profile),
      String(name),
      readerOf(reader),
      String(format),
      textOrNone(previous, PanelRecord),
      Array.from(confirmed, String),
      Array.from(given, String),
      optionalText(handedOverBy),
    ];
    return orLocalRules(
      () => callExtras('paper', ...asked),
      () => localRules.call((glue) => glue.paper(...asked)),
    );
  }

  minutes(reader, options) {
    return this.paper('minutes', reader, options);
  }

  map(reader, options) {
    return this.paper('map', reader, options);
  }

  actionPlan(reader, options) {
    return this.paper('plan', reader, options);
  }

  disclosures(reader, options) {
    const {
      profile,
      paper,
      previous,
      given = [],
      handedOverBy,
    } = known(options, 'profile', 'paper', 'previous', 'given', 'handedOverBy');
    const told = callExtras(
      'disclosures',
      this.toJson(),
      textOrNone(profile, Profile),
      optionalText(paper),
      readerOf(reader),
      textOrNone(previous, PanelRecord),
      Array.from(given, String),
      optionalText(handedOverBy),
    );
    return JSON.parse(told);
  }
}

for (const { prototype } of [Profile, PanelRecord])
  prototype.toJSON = function () {
    return this.toObject();
  };

/** One case from panel to panel. */
export function trajectory(records, options) {
  const texts = Array.from(records, (record) => textOf(record, PanelRecord));
  return JSON.parse(
    callExtras('trajectory', texts, textOrNone(known(options, 'profile').profile, Profile)),
  );
}
