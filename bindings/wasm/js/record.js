// Profiles and records.

import { ask } from './documents.js';
import { Held, held } from './held.js';
import { call, document, glue, isNothing, main, word } from './module.js';

const json = (ask) => JSON.parse(call(ask));
/** What stands for nothing, by its class: made once, for each start of the module. */
const nothing = new Map();

function none(Handle) {
  const known = nothing.get(Handle);
  if (known?.generation === main.generation) return known.handle;
  const handle = call(() => Handle.none());
  nothing.set(Handle, { handle, generation: main.generation });
  return handle;
}

const made = (given, Type) => (given instanceof Held ? given : Type.fromJson(given));
/** The handle of what was given, or of nothing: the core decides what that means. */
const orNone = (given, Handle, Type) => (isNothing(given) ? none(Handle) : held(made(given, Type)));
/** The same as text, for the second part. */
const textOf = (given, Type) => (isNothing(given) ? undefined : made(given, Type).toJson());

export class Profile extends Held {
  static builtIn(id = 'leicester-masp') {
    return this.make(() => glue.ProfileHandle.built_in(String(id)));
  }

  static fromToml(text) {
    return this.fromJson(ask('toml', document(text)));
  }

  static fromJson(textOrObject) {
    const json = document(textOrObject);
    return this.make(() => glue.ProfileHandle.from_json(json));
  }

  toJson() {
    const handle = held(this);
    return call(() => handle.to_json());
  }

  toObject() {
    return JSON.parse(this.toJson());
  }
}

/** The profiles that come with the library; the default first. */
export function profiles() {
  const all = [];
  for (let handle; (handle = call(() => glue.ProfileHandle.shipped(all.length))); ) {
    const shipped = handle;
    all.push(Profile.make(() => shipped));
  }
  return all;
}

export const profileHandle = (profile) => orNone(profile, glue.ProfileHandle, Profile);
export const recordHandle = (record) => orNone(record, glue.RecordHandle, PanelRecord);

/** Written by the second part's function of this name. */
const written = (name) =>
  function (options) {
    const { profile, format = 'markdown', audience = 'professionals' } = options ?? {};
    return ask(name, this.toJson(), textOf(profile, Profile), String(format), String(audience));
  };

export class PanelRecord extends Held {
  static fromJson(textOrObject) {
    const json = document(textOrObject);
    return this.make(() => glue.RecordHandle.from_json(json));
  }

  toJson() {
    const record = held(this);
    return call(() => record.to_json());
  }

  toObject() {
    return JSON.parse(this.toJson());
  }

  check(options) {
    const { profile, asOf, previous } = options ?? {};
    const [record, under, before] = [held(this), profileHandle(profile), recordHandle(previous)];
    return json(() => record.check(under, word(asOf), before));
  }

  summaries(options) {
    const { profile, previous } = options ?? {};
    const [record, under, before] = [held(this), profileHandle(profile), recordHandle(previous)];
    return json(() => record.summaries(under, before));
  }

  allocation(action, owner, options) {
    const [record, under] = [held(this), profileHandle(options?.profile)];
    return json(() => record.allocation(String(action), String(owner), under));
  }

  dueOn(action, options) {
    const [record, under] = [held(this), profileHandle(options?.profile)];
    return call(() => record.due_on(String(action), under)) ?? null;
  }

  followOn(id, heldOn) {
    return PanelRecord.fromJson(ask('follow_on', this.toJson(), String(id), String(heldOn)));
  }
}
Object.assign(PanelRecord.prototype, { minutes: written('minutes'), map: written('map'), actionPlan: written('action_plan') });

/** One case from panel to panel. */
export function trajectory(records, options) {
  const texts = Array.from(records, (record) => made(record, PanelRecord).toJson());
  return JSON.parse(ask('trajectory', texts, textOf(options?.profile, Profile)));
}
