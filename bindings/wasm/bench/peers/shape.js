// The shape of a record and of a command, for every peer the same: our JSON Schemas, without the other spellings of absence that
// ours accepts, since few people would write those into a schema of their own.

const last = (ref) => ref.split('/').at(-1);
const isAbsence = (node) => node.$ref !== undefined && last(node.$ref).startsWith('absent');
/** The member, and its values, by which the choices of a union are told apart. */
const tag = (choices) =>
  choices.every(({ properties }) => properties?.type?.const) ? 'type' : undefined;

/** A schema as someone might have written it by hand. */
export function plain(node) {
  if (Array.isArray(node)) return node.map(plain);
  if (node === null || typeof node !== 'object') return node;
  const { description, title, ...rest } = node;
  if (rest.anyOf) {
    const given = rest.anyOf.filter((choice) => !isAbsence(choice));
    if (given.length === 1) return plain(given[0]);
    rest.anyOf = given;
  }
  const made = {};
  for (const [key, value] of Object.entries(rest))
    made[key] = key === 'properties' ? members(value) : plain(value);
  if (made.oneOf && tag(made.oneOf))
    return {
      type: 'object',
      required: ['type'],
      discriminator: { propertyName: 'type' },
      oneOf: made.oneOf,
    };
  return made;
}

function members(properties) {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) =>
      isAbsence(value) ? [] : [[key, plain(value)]],
    ),
  );
}

/** Turns a plain schema into a validator, given a library's words for it. */
export function translate(schema, words) {
  const made = new Map();
  const begun = new Set();
  const of = (node) => {
    if (node.$ref) {
      const key = last(node.$ref);
      if (begun.has(key) && !made.has(key)) return words.later(() => made.get(key));
      begun.add(key);
      if (!made.has(key)) made.set(key, of(schema.$defs[key]));
      return made.get(key);
    }
    if ('const' in node) return words.literal(node.const);
    if (node.enum) return words.union(node.enum.map((value) => words.literal(value)));
    if (node.allOf) return of(node.allOf[0]);
    const choices = node.oneOf ?? node.anyOf;
    if (choices?.every((choice) => typeof choice.const === 'string'))
      return words.words(choices.map((choice) => choice.const));
    if (node.discriminator) return words.variant(node.discriminator.propertyName, choices.map(of));
    if (choices) return words.union(choices.map(of));
    if (node.properties) {
      const entries = Object.entries(node.properties).map(([key, value]) => [
        key,
        node.required?.includes(key) ? of(value) : words.optional(of(value)),
      ]);
      return words.object(Object.fromEntries(entries));
    }
    if (node.type === 'object') return words.any();
    if (node.type === 'array') return words.list(of(node.items));
    if (node.type === 'string') return words.text(node.pattern && new RegExp(node.pattern, 'u'));
    if (node.type === 'number' || node.type === 'integer') return words.number();
    if (node.type === 'boolean') return words.boolean();
    throw new Error(
      `a schema that this benchmark does not know: ${JSON.stringify(node).slice(0, 100)}`,
    );
  };
  return of(schema.allOf[0]);
}
