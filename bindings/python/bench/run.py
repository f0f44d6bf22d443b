"""Reads one synthetic file in several ways and prints a Markdown table of what it cost.

Ways take turns, each in a process of its own, on one core unless they say two; the numbers are medians, the time without
starting Python. Ways that ask no rules make the columns that stand in the record itself, and join nothing.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import one
from jobs import JOBS

HERE = Path(__file__).parent
README = HERE.parent / "README.md"
BEGIN, END = "<!-- what it costs: written by bench/run -->", "<!-- end of what it costs -->"
FIRST = "support-panel, one thread"


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--records", type=int, default=20_000, help="how many records (20,000)")
    arguments.add_argument(
        "--repetitions",
        type=int,
        default=5,
        help="how often we take our turn (5); the peers every other time",
    )
    arguments.add_argument(
        "--wheel", type=Path, required=True, help="the wheel that is installed; `run` says which"
    )
    arguments.add_argument("--write", action="store_true", help="write the table into the README")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "panels.ndjson"
        with file.open("wb") as out:
            subprocess.run(
                [sys.executable, "-m", "support_panel", "synth", str(asked.records)],
                stdout=out,
                check=True,
            )
        size = file.stat().st_size
        table = report(asked.records, size, asked.repetitions, measured(file, asked.repetitions))
    table = f"{table}\n\n{one.report(asked.wheel)}"
    print(table)
    if asked.write:
        write(table)


def measured(file: Path, repetitions: int) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in JOBS}
    for turn in range(repetitions):
        for name in JOBS:
            if turn % 2 == 0 or "support-panel" in name:
                found[name].append(run(name, file))
    rows = {name: runs[0]["rows"] for name, runs in found.items()}
    # The work is only the same if what comes of it is: as many rows in every table.
    for name, counted in rows.items():
        if any(counted[table] != rows[FIRST][table] for table in counted):
            raise SystemExit(f"{name} made other rows: {counted}, not {rows[FIRST]}")
    return found


def run(name: str, file: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(HERE / "jobs.py"), name, str(file)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    print(f"{name}: {result['seconds']:.2f} s", file=sys.stderr)
    return result


def report(
    records: int, size: int, repetitions: int, found: dict[str, list[dict[str, Any]]]
) -> str:
    seconds = {
        name: statistics.median(run["seconds"] for run in runs) for name, runs in found.items()
    }
    lines = [
        f"{records:,} records, {size / 1e6:.0f} MB of NDJSON; medians of {repetitions} turns of ours and {-(-repetitions // 2)} of each peer.",
        "",
        "| way | seconds | to the first | peak memory |",
        "| --- | ---: | ---: | ---: |",
    ]
    for name, runs in found.items():
        peak = max(run["peak"] for run in runs)
        lines.append(
            f"| {name} | {seconds[name]:.2f} | {seconds[name] / seconds[FIRST]:.2f} × | {peak} MiB |"
        )
    return "\n".join(lines)


def write(table: str) -> None:
    before, begin, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"{README} has no place for the table")
    README.write_text(f"{before}{begin}\n{table}\n{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
