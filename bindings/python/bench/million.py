"""A million synthetic records: made, read whole, and asked, in bounded memory.

Each step is a process of its own and says how long it took and how much memory it had at most, without the making of the file.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jobs import AS_OF, peak

QUESTIONS = (
    *("attendance", "completeness", "overruns", "voice_of_the_child", "movement"),
    *("family_and_professionals", "deviations", "spread", "actions", "timing"),
)


def make(records: int, file: Path) -> None:
    """About 11 KB a record, packed to a tenth and less as it is made."""
    import pyarrow as pa

    command = [sys.executable, "-m", "support_panel", "synth", str(records)]
    with (
        pa.output_stream(str(file), compression="zstd") as out,
        subprocess.Popen(command, stdout=subprocess.PIPE) as made,
    ):
        assert made.stdout is not None
        shutil.copyfileobj(made.stdout, out, 1 << 20)
    if made.returncode:
        raise SystemExit("the records could not be made")


def read(file: Path) -> dict[str, Any]:
    """Every table and every rule."""
    from support_panel import stream_ndjson

    names = (
        "panels",
        "participants",
        "entries",
        "ratings",
        "actions",
        "stages",
        "findings",
        "errors",
    )
    rows = dict.fromkeys(names, 0)
    for tables in stream_ndjson(file, as_of=AS_OF):
        for name in names:
            rows[name] += len(getattr(tables, name))
    return rows


def ask(*names: str) -> Callable[[Path], dict[str, Any]]:
    """Some questions of `support_panel.analysis`, from the tables that they need alone."""

    def asked(file: Path) -> dict[str, Any]:
        from support_panel import analysis, stream_ndjson

        questions = [getattr(analysis, name) for name in names]
        tables = sorted({table for question in questions for table in analysis.NEEDS[question]})
        answers = analysis.in_parts(
            stream_ndjson(file, as_of=AS_OF, tables=tables), *questions, library="pyarrow"
        )
        return {name: answer.num_rows for name, answer in zip(names, answers, strict=True)}

    return asked


# Of the peers it alone reads what is packed, and more than fits in memory.
BESIDE = ("support-panel, one thread", "DuckDB, one thread, no rules")

STEPS: dict[str, Callable[[Path], dict[str, Any]]] = {
    "read all tables, ask all rules": read,
    **{f"ask {name}": ask(name) for name in QUESTIONS},
    f"ask all {len(QUESTIONS)} together": ask(*QUESTIONS),
}


def step(name: str, file: Path) -> None:
    began = time.perf_counter()
    found = STEPS[name](file)
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "peak": peak(), "found": found}))


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--records", type=int, default=1_000_000, help="how many (1,000,000)")
    arguments.add_argument(
        "--folder", type=Path, help="where the file is kept; a temporary folder where none is said"
    )
    arguments.add_argument(
        "--beside",
        action="store_true",
        help="DuckDB beside us as well, on one core; it takes 7 GiB for a million",
    )
    arguments.add_argument("--step", nargs=2, help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.step:
        step(asked.step[0], Path(asked.step[1]))
        return
    with tempfile.TemporaryDirectory() as scratch:
        file = (asked.folder or Path(scratch)) / f"panels-{asked.records}.ndjson.zst"
        if not file.exists():
            began = time.perf_counter()
            make(asked.records, file)
            print(f"made in {time.perf_counter() - began:.0f} s", file=sys.stderr)
        print(
            f"{asked.records:,} records, {file.stat().st_size / 1e6:,.0f} MB of Zstandard, on all cores.\n"
        )
        print("| step | seconds | peak memory |\n| --- | ---: | ---: |", flush=True)
        ours = {name: [__file__, "--step", name] for name in STEPS}
        beside = {
            name: [str(Path(__file__).with_name("jobs.py")), name]
            for name in BESIDE
            if asked.beside
        }
        for name, job in {**ours, **beside}.items():
            done = subprocess.run(
                [sys.executable, *job, str(file)], check=True, stdout=subprocess.PIPE, text=True
            )
            result = json.loads(done.stdout)
            print(f"| {name} | {result['seconds']:.1f} | {result['peak']} MiB |", flush=True)


if __name__ == "__main__":
    main()
