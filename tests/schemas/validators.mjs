// What JavaScript's validators say: node validators.mjs SCHEMA RECORDS OUT, one line a validator and a record.
import { Validator as Cfworker } from '@cfworker/json-schema';
import { validator as schemasafe } from '@exodus/schemasafe';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { compileSchema } from 'json-schema-library';
import jsonschema from 'jsonschema';
import { readFileSync, writeFileSync } from 'node:fs';
import ZSchema from 'z-schema';

const [schemaFile, recordsFile, outFile] = process.argv.slice(2);
const schema = () => JSON.parse(readFileSync(schemaFile, 'utf8'));
const records = readFileSync(recordsFile, 'utf8').trimEnd().split('\n');

const validators = {
  ajv: () => new Ajv().compile(schema()),
  'ajv, strict with ajv-formats': () => addFormats(new Ajv({ strict: true, allowUnionTypes: true })).compile(schema()),
  '@hyperjump/json-schema': async () => {
    const { $id } = schema();
    registerSchema(schema());
    const compiled = await validate($id);
    return (record) => compiled(record).valid;
  },
  '@exodus/schemasafe': () => schemasafe(schema()),
  '@cfworker/json-schema': () => {
    const compiled = new Cfworker(schema(), '2020-12');
    return (record) => compiled.validate(record).valid;
  },
  'json-schema-library': () => {
    const compiled = compileSchema(schema());
    return (record) => compiled.validate(record).valid;
  },
  'z-schema': () => {
    const compiled = ZSchema.create({ safe: true });
    const read = schema();
    return (record) => compiled.validate(record, read).valid;
  },
  jsonschema: () => {
    const compiled = new jsonschema.Validator();
    const read = schema();
    return (record) => compiled.validate(record, read).valid;
  },
};

const installed = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const lines = [];
for (const [name, made] of Object.entries(validators)) {
  const takes = await made();
  lines.push(
    JSON.stringify({
      validator: `${name} (npm)`,
      version: installed(name.split(',')[0]),
      takes: records.map((line) => Boolean(takes(JSON.parse(line)))),
    }),
  );
}
writeFileSync(outFile, `${lines.join('\n')}\n`);
