import * as v from 'valibot';
import { plain, translate } from './shape.js';

const words = {
  literal: (value) => v.literal(value),
  words: (list) => v.picklist(list),
  union: (list) => v.union(list),
  variant: (key, list) => v.variant(key, list),
  optional: (of) => v.optional(of),
  object: (members) => v.strictObject(members),
  any: () => v.record(v.string(), v.unknown()),
  later: (get) => v.lazy(get),
  list: (of) => v.array(of),
  text: (pattern) => (pattern ? v.pipe(v.string(), v.regex(pattern)) : v.string()),
  number: () => v.number(),
  boolean: () => v.boolean(),
};

/** What takes a value of a schema's shape, and throws at any other. */
export function validator(schema) {
  const shape = translate(plain(schema), words);
  return (value) => v.parse(shape, value);
}
