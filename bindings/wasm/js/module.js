// The first part: records, profiles, rules and sittings; and what of it JavaScript holds.

import * as glue from './support_panel.js';
import { PanelError } from './error.js';
import { part } from './part.js';
import { LIMIT } from './versions.js';

export { glue };
export const main = part('init()', glue);
export const { call } = main;

const handles = new WeakMap();

/** Makes an object of the package the owner of something that the module holds. */
export function own(owner, handle) {
  handles.set(owner, { handle, generation: main.generation });
}

export function held(owner) {
  const { handle, generation } = handles.get(owner) ?? {};
  if (handle === undefined) {
    throw new PanelError({ code: 'disposed', message: 'found something that was disposed of, or was not made by this package' });
  }
  if (generation !== main.generation) {
    throw new PanelError({ code: 'internal', message: 'found something that was lost when the module failed; read or open it again' });
  }
  return handle;
}

export function dispose(owner) {
  const { handle, generation } = handles.get(owner) ?? {};
  handles.delete(owner);
  if (main.ready && generation === main.generation) handle?.free();
}

export const isNothing = (given) => given === undefined || given === null;

/** An argument that is text, or none. */
export const word = (given) => (isNothing(given) ? undefined : String(given));

const encoder = new TextEncoder();

/**
 * A document as UTF-8: a text as it is, bytes as they are, anything else as `JSON.stringify` writes it.
 * More of it than shows that it is too large is not copied.
 */
export function document(input) {
  if (input instanceof Uint8Array) return input.subarray(0, LIMIT + 1);
  return text((typeof input === 'string' ? input : stringified(input)).slice(0, LIMIT + 1));
}

/** Whether a text has both halves of every pair; an engine that cannot tell looks for them. */
const isWhole = (input) => input.isWellFormed?.() ?? false;

/** Half a surrogate pair, which UTF-8 cannot hold, goes as its escape, and the reader says so at its place. */
export function text(input) {
  if (typeof input !== 'string') throw new TypeError('found something else, expected a string or a Uint8Array');
  return encoder.encode(isWhole(input) ? input : input.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`));
}

function stringified(value) {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch (cause) {
    const code = cause instanceof RangeError ? 'too_deep' : 'wrong_type';
    throw new PanelError({ code, message: 'found something that JSON cannot hold, expected a document' }, { cause });
  }
}
