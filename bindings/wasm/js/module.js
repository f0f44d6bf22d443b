// The first part: records, profiles, rules and sittings; and how JavaScript's texts come into it.

import * as glue from './support_panel.js';
import { PanelError } from './error.js';
import { part } from './part.js';
import { LIMIT } from './versions.js';

export { glue };
export const main = part('init()', glue);
export const { call } = main;

export const isNothing = (given) => given === undefined || given === null;

/** An optional argument as text. */
export const optionalText = (given) => (isNothing(given) ? undefined : String(given));

const encoder = new TextEncoder();
/** The longest text, in bytes, that shares the buffer: making and collecting that takes longer than encoding. */
const LONG = 1 << 17;
/** A buffer for one text after another. Each is copied by the call that it was made for, and no call takes more than two. */
const buffer = new Uint8Array(4 * LONG);
let end = 0;

function encoded(text) {
  // A unit of UTF-16 takes three bytes at most.
  const most = 3 * text.length;
  if (most > LONG) return encoder.encode(text);
  if (end + most > buffer.length) end = 0;
  const start = end;
  end += encoder.encodeInto(text, buffer.subarray(start, start + most)).written;
  return buffer.subarray(start, end);
}

/** A document as a text, or as the bytes that it is given in; anything else as `JSON.stringify` writes it. No more than shows that it is too large. */
function written(input) {
  if (input instanceof Uint8Array) return input.subarray(0, LIMIT + 1);
  return (typeof input === 'string' ? input : stringified(input)).slice(0, LIMIT + 1);
}

export const bytes = (given) => (given instanceof Uint8Array ? given : text(given));

export const document = (input) => bytes(written(input));
/** The documents of one call. All are written before the first is encoded: `toJSON` of an object may call this package. */
export const documents = (...inputs) => inputs.map(written).map(bytes);

/** Whether a text has both halves of every pair; an engine that cannot tell looks for them. */
const isWhole = (input) => input.isWellFormed?.() ?? false;

/** Half a surrogate pair, which UTF-8 cannot hold, goes as its escape, and the reader says so at its place. */
export function text(input) {
  if (typeof input !== 'string')
    throw new TypeError('found something else, expected a string or a Uint8Array');
  return encoded(
    isWhole(input)
      ? input
      : input.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`),
  );
}

/** Whether JSON says all of an object: a plain one, of this realm or another, an array, or one that says it itself. */
function isPlain(value) {
  const kind = Object.getPrototypeOf(value);
  return !kind || !Object.getPrototypeOf(kind) || Array.isArray(value) || 'toJSON' in value;
}

function stringified(value) {
  if (Object(value) === value && !isPlain(value))
    throw new PanelError({
      code: 'wrong_type',
      message: 'found another object, expected a text, a Uint8Array or a plain object',
    });
  try {
    return JSON.stringify(value) ?? 'null';
  } catch (cause) {
    const code = cause instanceof RangeError ? 'too_deep' : 'wrong_type';
    throw new PanelError(
      { code, message: 'found something that JSON cannot hold, expected a document' },
      { cause },
    );
  }
}
