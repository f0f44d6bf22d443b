// types/schema.d.ts from the JSON Schemas. Fails where the committed file is another, or writes it where `BLESS` is set in the
// environment, as `tests/bless` does.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const schemas = fileURLToPath(new URL('../../../crates/support-panel/schema/', import.meta.url));
const out = fileURLToPath(new URL('../types/schema.d.ts', import.meta.url));

/** Names that would say too little, or something else, in JavaScript. */
const NAMES = {
  record: 'PanelDocument',
  document: 'ProfileDocument',
  event: 'SessionEvent',
  date: 'CivilDate',
  subject: 'ScaleSubject',
  text: 'FreeText',
  logic: 'Json',
  profile_name: 'ProfileName',
};
/** Of what has no words in the schemas. */
const WORDS = { text: 'A text, as someone wrote or said it.' };
const name = (key) =>
  NAMES[key] ??
  key
    .split('_')
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');
const isAbsent = (schema) => schema.$ref?.startsWith('#/$defs/absent') ?? false;
const comment = (text, indent = '') =>
  text ? `${indent}/** ${text.replaceAll('*/', '* /')} */\n` : '';

function type(schema, indent = '') {
  if (schema.$ref) return name(schema.$ref.split('/').at(-1));
  if (Object.keys(schema).every((key) => key === 'description')) return 'Json';
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.allOf?.length === 1) return type(schema.allOf[0], indent);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices)
    return [
      ...new Set(
        choices.filter((choice) => !isAbsent(choice)).map((choice) => type(choice, indent)),
      ),
    ].join(' | ');
  if (schema.properties) return members(schema, indent);
  if (schema.propertyNames && schema.propertyNames.type !== 'string')
    return `{ readonly [key in ${type(schema.propertyNames)}]?: ${type(schema.additionalProperties, indent)} }`;
  if (schema.additionalProperties)
    return `{ readonly [key: string]: ${type(schema.additionalProperties, indent)} }`;
  if (schema.type === 'object') return '{ [key: string]: Json }';
  if (schema.type === 'array') return `ReadonlyArray<${type(schema.items, indent)}>`;
  if (Array.isArray(schema.type))
    return schema.type.map((kind) => type({ ...schema, type: kind }, indent)).join(' | ');
  const simple = {
    string: 'string',
    integer: 'number',
    number: 'number',
    boolean: 'boolean',
    null: 'null',
  }[schema.type];
  if (!simple)
    throw new Error(
      `a schema that this generator does not know: ${JSON.stringify(schema).slice(0, 120)}`,
    );
  return simple;
}

/** What tells a choice from the others has the words of the choice. */
function members({ properties, required = [], description }, indent) {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([key, schema]) => {
    const given = isAbsent(schema) ? 'undefined' : type(schema, inner);
    const words = schema.description ?? ('const' in schema ? description : undefined);
    return `${comment(words, inner)}${inner}readonly ${key}${required.includes(key) ? '' : '?'}: ${given};\n`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`;
}

function declared(key, schema) {
  return `${comment(schema.description ?? WORDS[key])}export type ${name(key)} = ${type(schema)};\n`;
}

function generate() {
  const all = new Map();
  const files = readdirSync(schemas)
    .filter((file) => file.endsWith('.json'))
    .sort();
  for (const file of files) {
    const { $defs } = JSON.parse(readFileSync(`${schemas}${file}`, 'utf8'));
    for (const [key, schema] of Object.entries($defs)) {
      // `Json` is written by hand; a condition in JSON Logic is one.
      if (name(key) === 'Json' || isAbsent({ $ref: `#/$defs/${key}` })) continue;
      const text = declared(key, schema);
      if (all.has(name(key)) && all.get(name(key)) !== text)
        throw new Error(`${key} is not the same in every schema`);
      all.set(name(key), text);
    }
  }
  const names = files.map((file) => JSON.stringify(file.replace('.json', ''))).join(' | ');
  return [
    '// Made from the JSON Schemas by scripts/types.js; do not edit.\n',
    '/** What JSON can hold. */\nexport type Json = string | number | boolean | null | Json[] | { [key: string]: Json };\n',
    `/** What \`schema\` knows. */\nexport type SchemaName = ${names};\n`,
    ...[...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text),
  ].join('\n');
}

const made = generate();
if ('BLESS' in process.env) writeFileSync(out, made);
else if (readFileSync(out, 'utf8') !== made) {
  console.error(
    'bindings/wasm/types/schema.d.ts is not current: run `bash tests/bless` and read the change',
  );
  process.exitCode = 1;
}
