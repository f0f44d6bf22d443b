#!/usr/bin/env bash
# What Fhir.js has read from XML is not valid to Fhir.js: a decimal is text by one of its two functions.
#
# Versions: fhir 4.12.0 (Fhir.js, npm).
# Behaviour: a resource is written as XML and read back by the two functions of the same object.
#   `xmlToObj` gives decimals as texts, and integers and booleans as what they are; `xmlToJson`
#   gives numbers for all. `validate` takes the second and refuses the first, which the same
#   library has just made.
# Expected: FHIR R4, JSON representation (2.6.2.3): decimals are JSON numbers, whichever function
#   reads them.
# Why it matters: 6.5 and 1 are 6.51, and "10" is less than "6.5": scores are sorted and summed
#   wrongly, only where they came by XML.
# support-panel: writes FHIR as JSON, with numbers as they were given.
#
# Output seen, line by line; the script fails where it prints anything else:
# > xmlToObj: decimal "6.5", integer 10, boolean true
# >   valid: false; plus one: 6.51
# > xmlToJson: decimal 6.5, integer 10, boolean true
# >   valid: true; plus one: 7.5
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund fhir@4.12.0

seen=$(
  cat >read.cjs <<'JS'
const { Fhir } = require("fhir/fhir");

const fhir = new Fhir();
const given = {
  resourceType: "Observation",
  status: "final",
  code: { text: "Where I would stand" },
  valueQuantity: { value: 6.5 },
  component: [{ code: { text: "of" }, valueInteger: 10 }, { code: { text: "said aloud" }, valueBoolean: true }],
};
const xml = fhir.objToXml(given);
for (const [name, read] of Object.entries({ xmlToObj: fhir.xmlToObj(xml), xmlToJson: JSON.parse(fhir.xmlToJson(xml)) })) {
  const { valueQuantity, component } = read;
  console.log(`${name}: decimal ${JSON.stringify(valueQuantity.value)}, integer ${JSON.stringify(component[0].valueInteger)}, boolean ${JSON.stringify(component[1].valueBoolean)}`);
  console.log(`  valid: ${fhir.validate(read).valid}; plus one: ${valueQuantity.value + 1}`);
}
JS
  node read.cjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
