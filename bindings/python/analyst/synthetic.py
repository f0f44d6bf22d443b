"""Fictional records, made by the command that was installed."""

from __future__ import annotations

import json
import subprocess
import sys


def lines_of(n: int, seed: int = 1, defects: float = 0.25) -> str:
    """So many records, one a line."""
    command = [
        sys.executable,
        "-m",
        "support_panel",
        "synth",
        str(n),
        "--seed",
        str(seed),
        "--defects",
        str(defects),
    ]
    return subprocess.run(
        command, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


def records_of(n: int, seed: int = 1, defects: float = 0.25) -> list[dict]:
    """The same as objects."""
    return [json.loads(line) for line in lines_of(n, seed, defects).splitlines()]
