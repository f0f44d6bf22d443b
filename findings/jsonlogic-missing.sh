#!/usr/bin/env bash
# A field left empty is missing to three JSON Logic libraries, and not to three others.
#
# Versions: json-logic-js 2.0.5, json-logic-engine 5.0.7 (npm); json-logic-qubit 0.9.1,
#   panzi-json-logic 1.0.1, datalogic-py 5.9.0, jsonlogic-rs 0.5.0 (PyPI).
# Behaviour: `missing` and `missing_some` list the variables that the data does not have. For a key
#   whose value is "" or null, json-logic-js, json-logic-qubit and panzi-json-logic say that it is
#   missing; json-logic-engine, datalogic-py and jsonlogic-rs say that it is not. Given a list
#   within a list, json-logic-engine gives that list back, with what is present in it. A date that
#   nobody has set is later than 26 March to panzi-json-logic alone.
# Expected: one answer. json-logic-js is the reference, and its source says that "" and null count.
# Why it matters: a form asks "what is still missing" on the page by JavaScript and at the server by
#   another library. An empty text is what a browser sends for a field that was passed over, so the
#   server takes the form that the page holds back.
# support-panel: a council's own rules see a record in which nothing empty is written down.
#
# Output seen, line by line; the script fails where it prints anything else:
# > {"missing":["goal","due"]}, goal "": json-logic-js ["goal","due"], json-logic-engine ["due"], json-logic-qubit ["goal","due"], panzi-json-logic ["goal","due"], datalogic-py ["due"], jsonlogic-rs ["due"]
# > {"missing":["goal","due"]}, goal null: json-logic-js ["goal","due"], json-logic-engine ["due"], json-logic-qubit ["goal","due"], panzi-json-logic ["goal","due"], datalogic-py ["due"], jsonlogic-rs ["due"]
# > {"missing_some":[1,["goal","due"]]}, goal "": json-logic-js ["goal","due"], json-logic-engine [], json-logic-qubit ["goal","due"], panzi-json-logic ["goal","due"], datalogic-py [], jsonlogic-rs []
# > {"missing":[["goal","due"]]}, goal "Safe": json-logic-js ["due"], json-logic-engine [["goal","due"]], json-logic-qubit ["due"], panzi-json-logic ["due"], datalogic-py ["due"], jsonlogic-rs ["due"]
# > {">":[{"var":"due"},"2026-03-26"]}, no due: json-logic-js false, json-logic-engine false, json-logic-qubit false, panzi-json-logic true, datalogic-py false, jsonlogic-rs false
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
[["goal \"\"", {"missing": ["goal", "due"]}, {"goal": ""}],
 ["goal null", {"missing": ["goal", "due"]}, {"goal": null}],
 ["goal \"\"", {"missing_some": [1, ["goal", "due"]]}, {"goal": ""}],
 ["goal \"Safe\"", {"missing": [["goal", "due"]]}, {"goal": "Safe"}],
 ["no due", {">": [{"var": "due"}, "2026-03-26"]}, {}]]
JSON
cat >evaluate.py <<'PY'
import importlib, json, sys

module, function = sys.argv[1:]
apply = getattr(importlib.import_module(module), function)
for _, rule, data in json.load(open("cases.json")):
    print(json.dumps(apply(rule, data), separators=(",", ":")))
PY
json-logic-qubit/bin/python evaluate.py json_logic jsonLogic >json-logic-qubit.txt
panzi-json-logic/bin/python evaluate.py json_logic jsonLogic >panzi-json-logic.txt
datalogic-py/bin/python evaluate.py datalogic_py apply >datalogic-py.txt
jsonlogic-rs/bin/python evaluate.py jsonlogic_rs apply >jsonlogic-rs.txt
cat >evaluate.mjs <<'JS'
import fs from "node:fs";
import jsonLogic from "json-logic-js";
import { LogicEngine } from "json-logic-engine";

const text = (file) => fs.readFileSync(file, "utf8");
const others = ["json-logic-qubit", "panzi-json-logic", "datalogic-py", "jsonlogic-rs"]
  .map((name) => [name, text(`${name}.txt`).split("\n")]);
JSON.parse(text("cases.json")).forEach(([about, rule, data], index) => {
  const answers = [
    ["json-logic-js", JSON.stringify(jsonLogic.apply(rule, data))],
    ["json-logic-engine", JSON.stringify(new LogicEngine().run(rule, data))],
    ...others.map(([name, lines]) => [name, lines[index]]),
  ].map((pair) => pair.join(" "));
  console.log(`${JSON.stringify(rule)}, ${about}: ${answers.join(", ")}`);
});
JS
seen=$(node evaluate.mjs)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
