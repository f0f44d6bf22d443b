#!/usr/bin/env bash
# A score that nobody gave is a score of 0 to three JSON Logic libraries, and not to three others.
#
# Versions: json-logic-js 2.0.5, json-logic-engine 5.0.7 (npm); json-logic-qubit 0.9.1,
#   panzi-json-logic 1.0.1, datalogic-py 5.9.0, jsonlogic-rs 0.5.0 (PyPI).
# Behaviour: `==` is "equal after JavaScript's coercion" in the reference, json-logic-js, to which null
#   equals neither 0 nor "" nor false. A variable that is not there is null. json-logic-engine,
#   panzi-json-logic and datalogic-py find it equal to 0; they and json-logic-qubit find it equal to
#   false; datalogic-py finds it equal to "". A name compared with a number is an error to two, and
#   unequal to four.
# Expected: the reference's answers, which its documentation gives as the meaning of `==`.
# Why it matters: "the lowest score is 0" fires on a family that was asked nothing, or "they said no"
#   on a person who was not asked, at the server and not on the page, or the other way round.
# support-panel: a council's own rules may say `===` and `!==` and not `==`; the profile is refused
#   where it stands, with the one to write.
#
# Output seen, line by line; the script fails where it prints anything else:
# > {"==":[{"var":"score"},0]}, no score: json-logic-js false, json-logic-engine true, json-logic-qubit false, panzi-json-logic true, datalogic-py true, jsonlogic-rs false
# > {"==":[{"var":"owner"},""]}, no owner: json-logic-js false, json-logic-engine false, json-logic-qubit false, panzi-json-logic false, datalogic-py true, jsonlogic-rs false
# > {"==":[{"var":"agreed"},false]}, no consent: json-logic-js false, json-logic-engine true, json-logic-qubit true, panzi-json-logic true, datalogic-py true, jsonlogic-rs false
# > {"==":[{"var":"owner"},0]}, owner "": json-logic-js true, json-logic-engine true, json-logic-qubit false, panzi-json-logic false, datalogic-py an error, jsonlogic-rs true
# > {"==":[{"var":"owner"},7]}, owner "Ruth": json-logic-js false, json-logic-engine an error, json-logic-qubit false, panzi-json-logic false, datalogic-py an error, jsonlogic-rs false
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in json-logic-qubit==0.9.1 panzi-json-logic==1.0.1 datalogic-py==5.9.0 jsonlogic-rs==0.5.0; do
  python3 -m venv "${package%%==*}"  # two of them bring a module of the same name
  "${package%%==*}"/bin/pip install --quiet --disable-pip-version-check setuptools==80.9.0 "$package"
done
npm install --silent --no-audit --no-fund json-logic-js@2.0.5 json-logic-engine@5.0.7

cat >cases.json <<'JSON'
[["no score", {"==": [{"var": "score"}, 0]}, {}],
 ["no owner", {"==": [{"var": "owner"}, ""]}, {}],
 ["no consent", {"==": [{"var": "agreed"}, false]}, {}],
 ["owner \"\"", {"==": [{"var": "owner"}, 0]}, {"owner": ""}],
 ["owner \"Ruth\"", {"==": [{"var": "owner"}, 7]}, {"owner": "Ruth"}]]
JSON
cat >evaluate.py <<'PY'
import importlib, json, sys

module, function = sys.argv[1:]
apply = getattr(importlib.import_module(module), function)
for _, rule, data in json.load(open("cases.json")):
    try:
        print(json.dumps(apply(rule, data), separators=(",", ":")))
    except Exception:
        print("an error")
PY
json-logic-qubit/bin/python evaluate.py json_logic jsonLogic >json-logic-qubit.txt
panzi-json-logic/bin/python evaluate.py json_logic jsonLogic >panzi-json-logic.txt
datalogic-py/bin/python evaluate.py datalogic_py apply >datalogic-py.txt
jsonlogic-rs/bin/python evaluate.py jsonlogic_rs apply >jsonlogic-rs.txt
cat >evaluate.mjs <<'JS'
import fs from "node:fs";
import jsonLogic from "json-logic-js";
import { LogicEngine } from "json-logic-engine";

const run = (rule, data) => {
  try {
    return JSON.stringify(new LogicEngine().run(rule, data));
  } catch {
    return "an error";
  }
};
const text = (file) => fs.readFileSync(file, "utf8");
const others = ["json-logic-qubit", "panzi-json-logic", "datalogic-py", "jsonlogic-rs"]
  .map((name) => [name, text(`${name}.txt`).split("\n")]);
JSON.parse(text("cases.json")).forEach(([about, rule, data], index) => {
  const answers = [
    ["json-logic-js", JSON.stringify(jsonLogic.apply(rule, data))],
    ["json-logic-engine", run(rule, data)],
    ...others.map(([name, lines]) => [name, lines[index]]),
  ].map((pair) => pair.join(" "));
  console.log(`${JSON.stringify(rule)}, ${about}: ${answers.join(", ")}`);
});
JS
seen=$(node evaluate.mjs)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
