#!/usr/bin/env bash
# A JSON Logic rule that json-logic-engine has compiled says the opposite of the same rule when run.
#
# Versions: json-logic-engine 5.0.7, json-logic-js 2.0.5 (npm).
# Behaviour: `engine.run(rule, data)` and `engine.build(rule)(data)` are two ways to the same answer.
#   "All actions are done" is false by the first and true by the second where there is no list of
#   actions. A list of scores that begins with 0 is empty to the first and not to the second. A
#   variable that is null takes its default in the second only, and a missing owner is written as
#   nothing, or as "null". The asynchronous engine is split in the same way.
# Expected: one answer within a library. json-logic-js, the reference, sides with `run` in three of
#   the cases and with `build` in one, so that neither can be had by choosing.
# Why it matters: a rule is tried out with `run` and compiled when it goes live, because that is
#   faster. The change is meant to be none, and "no actions" turns from a finding into a pass.
# support-panel: a council's own rules are JSON Logic, worked out by one evaluator in every language.
#
# Output seen, line by line; the script fails where it prints anything else:
# > all done, no list: json-logic-js false, run false, build true, asynchronous run false, build true
# > not scores, [0,6]: json-logic-js false, run true, build false, asynchronous run true, build false
# > if scores, [0,6]: json-logic-js "some", run "some", build "some", asynchronous run "some", build "some"
# > due or "none", null: json-logic-js null, run null, build "none", asynchronous run null, build "none"
# > owner missing: json-logic-js "Owner: ", run "Owner: ", build "Owner: null", asynchronous run "Owner: ", build "Owner: null"
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund json-logic-engine@5.0.7 json-logic-js@2.0.5

cat >evaluate.mjs <<'JS'
import jsonLogic from "json-logic-js";
import { AsyncLogicEngine, LogicEngine } from "json-logic-engine";

const scores = { var: "scores" };
const cases = {
  "all done, no list": [{ all: [{ var: "actions" }, { "==": [{ var: "state" }, "done"] }] }, {}],
  "not scores, [0,6]": [{ "!": scores }, { scores: [0, 6] }],
  "if scores, [0,6]": [{ if: [scores, "some", "none"] }, { scores: [0, 6] }],
  'due or "none", null': [{ var: ["due", "none"] }, { due: null }],
  "owner missing": [{ cat: ["Owner: ", { var: "owner" }] }, {}],
};
for (const [name, [rule, data]] of Object.entries(cases)) {
  const [engine, other] = [new LogicEngine(), new AsyncLogicEngine()];
  const [reference, run, build, asyncRun, asyncBuild] = [
    jsonLogic.apply(rule, data), engine.run(rule, data), engine.build(rule)(data),
    await other.run(rule, data), await (await other.build(rule))(data),
  ].map((answer) => JSON.stringify(answer));
  console.log(`${name}: json-logic-js ${reference}, run ${run}, build ${build},` +
    ` asynchronous run ${asyncRun}, build ${asyncBuild}`);
}
JS
seen=$(node evaluate.mjs)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
