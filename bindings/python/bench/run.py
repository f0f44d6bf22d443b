"""Reads one synthetic file in several ways and prints a Markdown table: `python run.py [RECORDS] [REPETITIONS]`.

Ours makes all eight tables with every column and asks every rule. **The peers do less**: they take the members that stand in the record into
five tables, resolve no calendar, compare no scales, check no reference, and ask five easy rules (msgspec, pydantic) or none
(polars, DuckDB). Ways take turns, each in a process of its own; the numbers are medians, the time without starting Python.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from jobs import JOBS


def main() -> None:
    asked = [int(argument) for argument in sys.argv[1:]]
    records, repetitions = [*asked, *(20_000, 3)[len(asked) :]]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "panels.ndjson"
        with file.open("wb") as out:
            subprocess.run([sys.executable, "-m", "support_panel", "synth", str(records)], stdout=out, check=True)
        found: dict[str, list[tuple[float, int]]] = {name: [] for name in JOBS}
        for _ in range(repetitions):
            for name in JOBS:
                command = [sys.executable, str(Path(__file__).with_name("jobs.py")), name, str(file)]
                seconds, peak, _rows = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
                found[name].append((float(seconds), int(peak)))
        size = file.stat().st_size
    ours = statistics.median(s for s, _ in found["support-panel, one thread"])
    print(f"{records:,} records, {size / 1e6:.0f} MB, medians of {repetitions}\n")
    print("| way | seconds | beside ours on one thread | peak memory, MB |\n| --- | --- | --- | --- |")
    for name, runs in found.items():
        seconds = statistics.median(s for s, _ in runs)
        print(f"| {name} | {seconds:.2f} | {seconds / ours:.1f} × | {max(p for _, p in runs)} |")


if __name__ == "__main__":
    main()
