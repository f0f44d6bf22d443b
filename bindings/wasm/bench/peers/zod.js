import * as z from 'zod';
import { plain, translate } from './shape.js';

const words = {
  literal: (value) => z.literal(value),
  words: (list) => z.enum(list),
  union: (list) => z.union(list),
  variant: (key, list) => z.discriminatedUnion(key, list),
  optional: (of) => of.optional(),
  object: (members) => z.strictObject(members),
  any: () => z.record(z.string(), z.unknown()),
  later: (get) => z.lazy(get),
  list: (of) => z.array(of),
  text: (pattern) => (pattern ? z.string().regex(pattern) : z.string()),
  number: () => z.number(),
  boolean: () => z.boolean(),
};

/** What takes a value of a schema's shape, and throws at any other. */
export function validator(schema) {
  const shape = translate(plain(schema), words);
  return (value) => shape.parse(value);
}
