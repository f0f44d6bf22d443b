#!/usr/bin/env bash
# fhir.resources types a FHIR decimal as Decimal, and its digits went through a float before.
#
# Versions: fhir.resources 8.3.0 with fhir-core 1.1.12 and pydantic 2.14.4 (Python).
# Behaviour: 0.010 in JSON comes out of `model_validate_json` as Decimal('0.01'), 7.50 as
#   Decimal('7.5'), and a long number with the digits of a float. With Decimals handed in, the object
#   is right, and `model_dump_json` writes the float all the same. A time that ends in .120 is written
#   with .120000, six digits that nobody measured.
# Expected: the digits that came in. FHIR R4 (2.24.0.1, decimal) gives them meaning: 0.010 is another
#   statement than 0.01, and a system is not to lose the precision of what it passes on. A field of
#   type Decimal says that it does so.
# Why it matters: reading and writing a resource is what a gateway does, so the loss needs no
#   mistake by anybody. A signature or a comparison over the canonical text then fails.
# support-panel: nothing yet.
#
# Output seen, line by line; the script fails where it prints anything else:
# > read as JSON: 0.010 is Decimal('0.01'), written 0.01
# > read as JSON: 7.50 is Decimal('7.5'), written 7.5
# > read as JSON: 0.1234567890123456789 is Decimal('0.12345678901234568'), written 0.12345678901234568
# > given as Decimal: 0.010 is Decimal('0.010'), written 0.01
# > given as Decimal: 7.50 is Decimal('7.50'), written 7.5
# > given as Decimal: 0.1234567890123456789 is Decimal('0.1234567890123456789'), written 0.12345678901234568
# > a time: 2026-03-26T10:00:00.120Z, written 2026-03-26T10:00:00.120000Z
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  fhir.resources==8.3.0 fhir-core==1.1.12 pydantic==2.14.4

seen=$(
  venv/bin/python - <<'PY'
from decimal import Decimal
import json
from fhir.resources.R4B.observation import Observation

TIME = "2026-03-26T10:00:00.120Z"

def observation(digits):
    return (f'{{"resourceType": "Observation", "status": "final", "code": {{"text": "scale"}},'
            f' "issued": "{TIME}", "valueQuantity": {{"value": {digits}}}}}')

def written(resource):
    return json.loads(resource.model_dump_json(), parse_float=str)

def as_decimals(text):
    return Observation.model_validate(json.loads(text, parse_float=Decimal))

for how, read in (("read as JSON", Observation.model_validate_json),
                  ("given as Decimal", as_decimals)):
    for digits in ("0.010", "7.50", "0.1234567890123456789"):
        resource = read(observation(digits))
        print(f"{how}: {digits} is {resource.valueQuantity.value!r},",
              "written", written(resource)["valueQuantity"]["value"])
print(f"a time: {TIME}, written", written(resource)["issued"])
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
