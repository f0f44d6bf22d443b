"""What one record, one step of a sitting, one import and the wheel cost, as rows of a Markdown table; `run.py` prints them.

Contestants take turns in short repetitions; the numbers are medians. No one is timed who finds something else than we do.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from by_hand import Council, check
from models import Record as Shape
from pydantic import TypeAdapter
from support_panel import Profile, Record, Session

EXAMPLE = Path(__file__).parents[3] / "tests" / "records" / "leicester-initial.json"
OURS = "support-panel"
WORDINGS = ("Rent arrears of 1,840 pounds", "Rent arrears of 1,480 pounds")
STAMP = {"at": "2026-03-12T10:30:00Z", "by": "p-chair"}
# A sitting is opened anew after as many commands, so that it stays as long as one is.
LENGTH = 100

Job = Callable[[], list[Any]]


def amend(turn: int) -> dict[str, str]:
    return {
        "type": "amend_entry",
        "entry": "m08",
        "text": WORDINGS[turn % 2],
        "why": "The sum was wrong",
    }


def told(findings: list[Any]) -> list[tuple[str, str]]:
    """What was found, in whichever form."""
    return sorted(
        (one["code"], one["path"]) if isinstance(one, dict) else (one.code, one.path)
        for one in findings
    )


def reading() -> dict[str, Job]:
    """One record from text to findings."""
    text = Record.from_json(EXAMPLE.read_bytes()).to_json()
    council = Council(Profile.built_in().to_dict())
    read_by_msgspec, read_by_pydantic = (
        msgspec.json.Decoder().decode,
        TypeAdapter(Shape).validate_json,
    )
    return {
        OURS: lambda: Record.from_json(text).check(),
        "msgspec and rules by hand": lambda: check(read_by_msgspec(text), council),
        "pydantic and rules by hand": lambda: check(read_by_pydantic(text), council),
    }


def sitting() -> dict[str, Job]:
    """One command, then all that is still to do."""
    opening = json.loads(EXAMPLE.read_bytes())
    opening["meeting"]["status"] = "in_progress"
    record = Record.from_dict(opening)
    council = Council(Profile.built_in().to_dict())

    def ours(session: Session, said: dict[str, str]) -> tuple[Session, list[Any]]:
        session.apply(said, STAMP)
        return session, session.outstanding()["panel"]

    def theirs(old: dict[str, Any], said: dict[str, str]) -> tuple[dict[str, Any], list[Any]]:
        changed = [
            entry if entry["id"] != said["entry"] else amended(entry, said)
            for entry in old["mapping"]
        ]
        new = {**old, "mapping": changed}
        judged = {**new, "meeting": {**old["meeting"], "status": "concluded"}}
        return new, [finding for finding in check(judged, council) if finding.severity != "advice"]

    return {
        OURS: lasting(lambda: Session.open(record), ours),
        "rules by hand, no journal": lasting(lambda: opening, theirs),
    }


def lasting(
    begin: Callable[[], Any], step: Callable[[Any, dict[str, str]], tuple[Any, list[Any]]]
) -> Job:
    """A command after another to one sitting, which is opened anew after so many."""
    turn, now = 0, None

    def job() -> list[Any]:
        nonlocal turn, now
        if turn % LENGTH == 0:
            now = begin()
        turn += 1
        now, found = step(now, amend(turn))
        return found

    return job


def amended(entry: dict[str, Any], said: dict[str, str]) -> dict[str, Any]:
    was = {**STAMP, "text": entry["text"], "why": said["why"]}
    return {**entry, "text": said["text"], "amended": [*entry.get("amended", []), was]}


def raced(jobs: dict[str, Job], rounds: int = 61, seconds: float = 0.004) -> dict[str, float]:
    """Microseconds of each job."""
    first = [told(job()) for job in jobs.values()]
    if not first[0] or any(found != first[0] for found in first):
        raise SystemExit(f"not the same findings: {dict(zip(jobs, first, strict=True))}")
    often = {name: max(1, int(seconds / taken(job, 20))) for name, job in jobs.items()}
    found: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            found[name].append(taken(job, often[name]))
    return {name: statistics.median(times) * 1e6 for name, times in found.items()}


def taken(job: Job, times: int) -> float:
    began = time.perf_counter()
    for _ in range(times):
        job()
    return (time.perf_counter() - began) / times


def importing(rounds: int = 21) -> float:
    """Milliseconds by which importing the package makes Python's start longer."""

    def start(code: str) -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-I", "-c", code], check=True)
        return time.perf_counter() - began

    return (
        statistics.median(start("import support_panel") - start("pass") for _ in range(rounds))
        * 1e3
    )


def report(wheel: Path) -> str:
    lines = ["| one at a time | time | to ours |", "| --- | ---: | ---: |"]
    for what, jobs in (
        ("a record from text to findings", reading()),
        ("one command, then all that is still to do", sitting()),
    ):
        for name, micros in (times := raced(jobs)).items():
            lines.append(f"| {what}: {name} | {micros:.0f} µs | {micros / times[OURS]:.2f} × |")
    lines.append(f"| `import support_panel` | {importing():.0f} ms | |")
    lines.append(f"| the wheel | {wheel.stat().st_size / 1e6:.1f} MB | |")
    return "\n".join(lines)
