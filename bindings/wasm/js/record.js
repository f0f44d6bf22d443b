// Profiles and records.

import { fromToml, report } from './documents.js';
import { call, dispose, document, glue, held, main, own, word } from './module.js';

const MAKE = Symbol('made by the package');

/** What is immutable and held by the module; `using` or `dispose` gives it back early. */
export class Held {
  constructor(key, make) {
    if (key !== MAKE) throw new TypeError(`${new.target.name} is made by its static methods`);
    own(this, call(make));
  }

  static make(ask) {
    return new this(MAKE, ask);
  }

  dispose() {
    dispose(this);
  }
}
if (Symbol.dispose) Held.prototype[Symbol.dispose] = Held.prototype.dispose;

const json = (ask) => JSON.parse(call(ask));
/** What stands for nothing, by its class: made once, for each start of the module. */
const nothing = new Map();

function none(Handle) {
  const made = nothing.get(Handle);
  if (made?.generation === main.generation) return made.handle;
  const handle = call(() => Handle.none());
  nothing.set(Handle, { handle, generation: main.generation });
  return handle;
}

/** The handle of what was given, or of nothing: the core decides what that means. */
const orNone = (given, Handle, read) => {
  if (given === undefined || given === null) return none(Handle);
  return held(given instanceof Held ? given : read(given));
};

export class Profile extends Held {
  static builtIn(id = 'leicester-masp') {
    return this.make(() => glue.ProfileHandle.built_in(String(id)));
  }

  static fromToml(text) {
    return this.fromJson(fromToml(text));
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

export const profileHandle = (profile) => orNone(profile, glue.ProfileHandle, (given) => Profile.fromJson(given));
export const recordHandle = (record) => orNone(record, glue.RecordHandle, (given) => PanelRecord.fromJson(given));

const written = (name) =>
  function (options) {
    const { profile, ...how } = options ?? {};
    return report(name, this, profile && (profile instanceof Held ? profile : Profile.fromJson(profile)), how);
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
    const record = held(this);
    return PanelRecord.make(() => record.follow_on(String(id), String(heldOn)));
  }
}
Object.assign(PanelRecord.prototype, { minutes: written('minutes'), map: written('map'), actionPlan: written('action_plan') });

/** One case from panel to panel. */
export function trajectory(records, options) {
  const handles = Array.from(records, recordHandle);
  const under = profileHandle(options?.profile);
  const list = call(() => new glue.RecordList());
  handles.forEach((record) => call(() => list.push(record)));
  try {
    return json(() => list.trajectory(under));
  } finally {
    list.free();
  }
}
