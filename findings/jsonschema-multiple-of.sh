#!/usr/bin/env bash
# An amount of 19.99 has too many decimal places for two of eight validators, and 0.07 too.
#
# Versions: jsonschema 4.26.0, jsonschema-rs 0.61.2, fastjsonschema 2.22.3 (Python); ajv 8.20.0,
#   @cfworker/json-schema 4.1.6, @exodus/schemasafe 1.3.0, @hyperjump/json-schema 1.18.0, jsonschema
#   1.5.0 (npm).
# Behaviour: `multipleOf: 0.01` says "in pence". jsonschema of Python and Ajv, the two that are used
#   most, divide as floating-point numbers and refuse 19.99; the other six take it, and all eight
#   refuse 1.005. Of large numbers, Ajv and jsonschema of npm refuse 1e22 as a multiple of 0.5,
#   which every number of that size is.
# Expected: valid, but for 1.005. JSON Schema's numbers are those of mathematics (core, 4.2.1):
#   19.99 is what stands in the file, and 19.99 / 0.01 is 1999 (validation, 6.2.1).
# Why it matters: costs and ratings in halves or hundredths are checked so. The same record is
#   refused for one amount in seven, and the message says that it is "not a multiple of 0.01".
# support-panel: its schemas have no `multipleOf`.
#
# Output seen, line by line; the script fails where it prints anything else:
# > 0.01, jsonschema: refuses 19.99 4.35 0.07 1.005
# > 0.01, jsonschema-rs: refuses 1.005
# > 0.01, fastjsonschema: refuses 1.005
# > 0.01, jsonschema: refuses 1363 of the 10000 amounts up to 100.00
# > 0.01, ajv: refuses 19.99 4.35 0.07 1.005
# > 0.01, cfworker: refuses 1.005
# > 0.01, schemasafe: refuses 1.005
# > 0.01, hyperjump: refuses 1.005
# > 0.01, jsonschema of npm: refuses 1.005
# > 0.1, jsonschema: refuses 0.3
# > 0.1, jsonschema-rs: refuses
# > 0.1, fastjsonschema: refuses
# > 0.1, ajv: refuses 0.3
# > 0.1, cfworker: refuses
# > 0.1, schemasafe: refuses
# > 0.1, hyperjump: refuses
# > 0.1, jsonschema of npm: refuses
# > 0.5, jsonschema: refuses
# > 0.5, jsonschema-rs: refuses
# > 0.5, fastjsonschema: refuses 1e+308
# > 0.5, ajv: refuses 1e+22 1e+308
# > 0.5, cfworker: refuses
# > 0.5, schemasafe: refuses
# > 0.5, hyperjump: refuses
# > 0.5, jsonschema of npm: refuses 1e+22 1e+308
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  jsonschema==4.26.0 jsonschema-rs==0.61.2 fastjsonschema==2.22.3
npm install --silent --no-audit --no-fund ajv@8.20.0 @cfworker/json-schema@4.1.6 \
  @exodus/schemasafe@1.3.0 @hyperjump/json-schema@1.18.0 jsonschema@1.5.0

cat >cases.json <<'JSON'
[[0.01, [19.99, 4.35, 0.07, 12.5, 1.005]], [0.1, [6.5, 0.3, 4.7]], [0.5, [7.5, 1e22, 1e308]]]
JSON
cat >check.py <<'PY'
import json
import fastjsonschema, jsonschema, jsonschema_rs

def by_fastjsonschema(schema):
    check = fastjsonschema.compile(schema)

    def valid(value):
        try:
            check(value)
            return True
        except fastjsonschema.JsonSchemaValueException:
            return False
    return valid

pence = range(1, 10001)
for step, values in json.load(open("cases.json")):
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", "multipleOf": step}
    checks = {
        "jsonschema": jsonschema.Draft7Validator(schema).is_valid,
        "jsonschema-rs": jsonschema_rs.validator_for(schema).is_valid,
        "fastjsonschema": by_fastjsonschema(schema),
    }
    for name, check in checks.items():
        print(f"{step}, {name}: refuses", *[value for value in values if not check(value)])
    if step == 0.01:
        refused = sum(not checks["jsonschema"](float(f"{n / 100:.2f}")) for n in pence)
        print(f"{step}, jsonschema: refuses {refused} of the 10000 amounts up to 100.00")
PY
cat >check.mjs <<'JS'
import fs from "node:fs";
import Ajv from "ajv";
import { Validator as Cfworker } from "@cfworker/json-schema";
import { validator } from "@exodus/schemasafe";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-07";
import { Validator as Tdegrunt } from "jsonschema";

for (const [step, values] of JSON.parse(fs.readFileSync("cases.json"))) {
  const $schema = "http://json-schema.org/draft-07/schema#";
  const schema = { $schema, $id: `https://example.org/${step}`, multipleOf: step };
  registerSchema(structuredClone(schema));
  const byHyperjump = await validate(schema.$id);
  for (const [name, check] of Object.entries({
    ajv: new Ajv.default({ strictTypes: false }).compile(schema),
    cfworker: (value) => new Cfworker(schema, "7").validate(value).valid,
    schemasafe: validator(schema, { mode: "lax" }),
    hyperjump: (value) => byHyperjump(value).valid,
    "jsonschema of npm": (value) => new Tdegrunt().validate(value, schema).valid,
  }))
    console.log(`${step}, ${name}: refuses`, ...values.filter((value) => !check(value)));
}
JS
seen=$(
  venv/bin/python check.py
  node check.mjs
)
seen=$(LC_ALL=C sort -s -t, -k1,1 <<<"$seen")
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
