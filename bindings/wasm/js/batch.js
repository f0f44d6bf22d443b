// Many records, one a line.

import { localRules, orLocalRules } from './local-rules.js';
import { bytes, main, optionalText, text } from './module.js';
import { known } from './options.js';
import { Profile, profileHandle, textOf } from './record.js';

/** How many findings, and how many lines that cannot be read, are listed unless `limit` says otherwise. */
const DEFAULT_LIMIT = 10_000;
const CHUNK = 1 << 20;

/** Checks a chunk of text after another; `push` gives how many lines have been taken, `finish` what they came to. */
export function batch(options) {
  const { profile, asOf, limit = DEFAULT_LIMIT } = known(options, 'profile', 'asOf', 'limit');
  const [under, day] = [profileHandle(profile), optionalText(asOf)];
  return orLocalRules(
    () => run(main, (glue) => new glue.BatchHandle(under, day, limit)),
    () => {
      const json = bytes(textOf(profile, Profile));
      return run(localRules, (glue) => {
        const under = glue.ProfileHandle.from_json(json);
        try {
          return new glue.BatchHandle(under, day, limit);
        } finally {
          under.free();
        }
      });
    },
  );
}

/** A check that lives in a part. */
function run(part, begin) {
  const handle = part.call(begin);
  return {
    push: (bytes) => part.call(() => handle.push(bytes)),
    finish: () => JSON.parse(part.call(() => handle.finish())),
  };
}

/** The chunks in which a text or its bytes are handed over; a pair of surrogates is never parted. */
export function* chunks(source) {
  if (!(source instanceof Uint8Array) && typeof source !== 'string') text(source);
  for (let start = 0, end; start < source.length; start = end) {
    end = Math.min(start + CHUNK, source.length);
    if (typeof source !== 'string') {
      yield source.subarray(start, end);
      continue;
    }
    if (end < source.length && (source.charCodeAt(end - 1) & 0xfc00) === 0xd800) end -= 1;
    yield text(source.slice(start, end));
  }
}

/** Checks NDJSON: how many records are clean, how often each rule found something, and the findings, up to a limit. */
export function checkNdjson(source, options) {
  const checking = batch(options);
  for (const chunk of chunks(source)) checking.push(chunk);
  return checking.finish();
}
