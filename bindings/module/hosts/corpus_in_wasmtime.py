"""Runs the whole corpus in wasmtime, by the runner of the wheel, and logs every answer for `tests/compare-logs`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# This folder stands first already, so that `support_panel` is the module's.
sys.path.append(str(ROOT / "bindings" / "python" / "tests"))

import corpus  # noqa: E402

folder = ROOT / "target" / "corpus"
folder.mkdir(parents=True, exist_ok=True)
failed = run = 0
with (folder / "wasmtime.ndjson").open("w", encoding="utf-8") as log:
    for file in corpus.files():
        for case in corpus.cases(file):
            if case["operation"] in corpus.NOT_IN_THE_MODULE:
                continue
            answer = corpus.run(case)
            run += 1
            if not corpus.holds(case["expect"], corpus.comparable(case, answer)):
                failed += 1
                print(f"{file.name}: {case['name']}", file=sys.stderr)
            log.write(corpus.log_line(file, case, answer) + "\n")
print(f"{run} cases in wasmtime, {failed} do not hold")
sys.exit(failed > 0)
