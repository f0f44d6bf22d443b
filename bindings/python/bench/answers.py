"""The ten answers together, beside those of another build, in turn and each in a process of its own.

    python bench/answers.py --before FOLDER [--records 20000] [--rounds 5] [--cores 1]

FOLDER has the package of the other build, as `python -m zipfile -e WHEEL FOLDER` unpacks it. Both sides read the same file first, which is
timed by itself, and have the same cores. Answers are compared before anything is timed.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

from jobs import AS_OF, peak

TEN = (
    *("attendance", "completeness", "overruns", "voice_of_the_child", "movement"),
    *("family_and_professionals", "deviations", "spread", "actions", "timing"),
)


def here(file: str, cores: int) -> dict[str, Any]:
    """How long reading took and each answer, and what they were."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-cores:])
    os.environ["POLARS_MAX_THREADS"] = str(cores)
    warnings.simplefilter("ignore")
    import polars  # noqa: F401, what the answers are frames of, on both sides
    from support_panel import analysis, read_ndjson

    began = time.perf_counter()
    tables = read_ndjson(file, as_of=AS_OF, threads=cores)
    seconds = {"reading": time.perf_counter() - began}
    found = {}
    for name in TEN:
        began = time.perf_counter()
        answer = getattr(analysis, name)(tables, threshold=0, library="polars")
        seconds[name] = time.perf_counter() - began
        found[name] = answer.to_dicts()
    return {"seconds": seconds, "found": found, "peak": peak()}


def run(package: Path | None, file: str, cores: int) -> dict[str, Any]:
    environment = {**os.environ}
    if package is not None:
        environment["PYTHONPATH"] = str(package)
    command = [sys.executable, __file__, "--here", file, "--cores", str(cores)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def same(one: Any, other: Any) -> bool:
    """Whether answers are the same, figures to twelve digits."""
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= 1e-12 * max(1.0, abs(one))
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return [*one] == [*other] and all(same(one[name], other[name]) for name in one)
    return bool(one == other)


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--before", type=Path, help="the folder of the other build's package")
    arguments.add_argument("--records", type=int, default=20_000, help="how many (20,000)")
    arguments.add_argument("--rounds", type=int, default=5, help="how often each has its turn (5)")
    arguments.add_argument("--cores", type=int, default=1, help="of each side (1)")
    arguments.add_argument("--here", help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.here:
        print(json.dumps(here(asked.here, asked.cores)))
        return
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "panels.ndjson")
        with open(file, "wb") as out:
            command = [sys.executable, "-m", "support_panel", "synth", str(asked.records)]
            subprocess.run(command, check=True, stdout=out)
        sides = {"before": asked.before, "now": None}
        first = {side: run(package, file, asked.cores) for side, package in sides.items()}
        for name in TEN:
            if not same(first["before"]["found"][name], first["now"]["found"][name]):
                raise SystemExit(f"{name}: the answers differ, and nothing was timed")
        times: dict[str, list[dict[str, float]]] = {side: [] for side in sides}
        for _ in range(asked.rounds):
            for side, package in sides.items():
                times[side].append(run(package, file, asked.cores)["seconds"])
    print(
        f"{asked.records:,} records, {asked.cores} cores, medians of {asked.rounds} rounds in turn; the answers are the same.\n"
    )
    print("| step | before, s | now, s | times |\n| --- | ---: | ---: | ---: |")
    for name in ("reading", *TEN, "ten answers"):
        before, now = (
            statistics.median(
                sum(one[n] for n in TEN) if name == "ten answers" else one[name]
                for one in times[side]
            )
            for side in sides
        )
        print(f"| {name} | {before:.3f} | {now:.3f} | {before / now:.1f} |")
    print(f"\nPeak memory: {first['before']['peak']} MiB, {first['now']['peak']} MiB.")


if __name__ == "__main__":
    main()
