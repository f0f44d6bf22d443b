// The record's JSON Schema in the words of zod and of valibot: the same shape for every peer.

/** Turns the part of JSON Schema that our schemas use into a validator, given a library's words for it. */
export function translate(schema, words) {
  const made = new Map();
  const of = (node) => {
    if (node.$ref) {
      const key = node.$ref.split('/').at(-1);
      if (!made.has(key)) made.set(key, of(schema.$defs[key]));
      return made.get(key);
    }
    if ('const' in node) return words.literal(node.const);
    if (node.enum) return words.union(node.enum.map((value) => (typeof value === 'object' && value !== null ? of(empty(value)) : words.literal(value))));
    if (node.allOf) return of(node.allOf[0]);
    const choices = node.oneOf ?? node.anyOf;
    if (choices?.every((choice) => typeof choice.const === 'string')) return words.words(choices.map((choice) => choice.const));
    if (choices) return words.union(choices.map(of));
    if (node.properties) {
      const members = Object.entries(node.properties).map(([key, value]) => [key, node.required?.includes(key) ? of(value) : words.optional(of(value))]);
      return words.object(Object.fromEntries(members));
    }
    if (node.type === 'object') return node.additionalProperties === false ? words.object({}) : words.any();
    if (node.type === 'array') return node.maxItems === 0 ? words.list(words.any()) : words.list(of(node.items));
    if (node.type === 'string') return words.text(node.pattern && new RegExp(node.pattern, 'u'));
    if (node.type === 'number' || node.type === 'integer') return words.number();
    if (node.type === 'boolean') return words.boolean();
    throw new Error(`a schema that this benchmark does not know: ${JSON.stringify(node).slice(0, 100)}`);
  };
  return of(schema.allOf[0]);
}

const empty = (value) => (Array.isArray(value) ? { type: 'array', maxItems: 0 } : { type: 'object', additionalProperties: false });

export const zodWords = (z) => ({
  literal: (value) => z.literal(value),
  words: (list) => z.enum(list),
  union: (list) => z.union(list),
  optional: (of) => of.optional(),
  object: (members) => z.strictObject(members),
  any: () => z.record(z.string(), z.unknown()),
  list: (of) => z.array(of),
  text: (pattern) => (pattern ? z.string().regex(pattern) : z.string()),
  number: () => z.number(),
  boolean: () => z.boolean(),
});

export const valibotWords = (v) => ({
  literal: (value) => v.literal(value),
  words: (list) => v.picklist(list),
  union: (list) => v.union(list),
  optional: (of) => v.optional(of),
  object: (members) => v.strictObject(members),
  any: () => v.record(v.string(), v.unknown()),
  list: (of) => v.array(of),
  text: (pattern) => (pattern ? v.pipe(v.string(), v.regex(pattern)) : v.string()),
  number: () => v.number(),
  boolean: () => v.boolean(),
});
