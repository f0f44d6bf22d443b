"""The comparison of the logs: what it passes, and everything that it must not."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import corpus
import pytest

LANGUAGES = ("rust", "python", "javascript", "wasmtime", "wasmi")
LINES = [
    corpus.log_line(Path("SP101.json"), {"name": f"case {n}", "operation": "check"}, answer)
    for n, answer in enumerate(
        ({"findings": [], "minutes": "Zzyzx"}, {"due": None}, [1, 2.5, True])
    )
]


def compare(folder: Path, *options: str) -> tuple[int, str]:
    command = [sys.executable, str(corpus.FOLDER / "compare-logs"), *options, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    for language in LANGUAGES:
        (tmp_path / f"{language}.ndjson").write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return tmp_path


def test_logs_that_are_the_same_pass(logs: Path) -> None:
    languages = ", ".join(LANGUAGES)
    assert compare(logs) == (0, f"3 cases are the same to the byte in {languages}\n")


def changed(line: int, change: Callable[[Any], Any]) -> list[str]:
    document = change(json.loads(LINES[line]))
    text = json.dumps(document, sort_keys=True, separators=(",", ":"))
    return [*LINES[:line], text, *LINES[line + 1 :]]


MUTATIONS = {
    "a text": (
        changed(0, lambda d: {**d, "answer": {**d["answer"], "minutes": "Zzyz"}}),
        "/minutes",
    ),
    "a number": (changed(2, lambda d: {**d, "answer": [1, 2.25, True]}), "/answer/1"),
    "true for 1": (changed(2, lambda d: {**d, "answer": [True, 2.5, True]}), "/answer/0"),
    "how a number is written": (changed(2, lambda d: {**d, "answer": [1.0, 2.5, True]}), "case 2"),
    "a member more": (changed(1, lambda d: {**d, "answer": {"due": None, "x": 1}}), "/answer"),
    "white space": ([LINES[0], LINES[1].replace(",", ", ", 1), LINES[2]], "is written"),
    "a case less": (LINES[:2], "ends before"),
    "a case more": ([*LINES, LINES[0]], "ends before"),
    "another order": ([LINES[1], LINES[0], LINES[2]], "/answer"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_every_difference_is_found_and_not_quoted(logs: Path, mutation: str, language: str) -> None:
    lines, said = MUTATIONS[mutation]
    (logs / f"{language}.ndjson").write_text("\n".join(lines) + "\n", encoding="utf-8")
    status, out = compare(logs)
    assert status == 1
    assert said in out
    assert "Zzyz" not in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_log_that_is_missing_is_said(logs: Path, language: str) -> None:
    (logs / f"{language}.ndjson").unlink()
    status, out = compare(logs)
    assert (status, out) == (2, f"tests/compare-logs: no log of {language}\n")
    status, out = compare(logs, "--partial")
    assert status == 0
    assert f"no log of {language}" in out
    assert "3 cases" in out


def test_empty_logs_are_no_agreement(logs: Path) -> None:
    for language in LANGUAGES:
        (logs / f"{language}.ndjson").write_text("", encoding="utf-8")
    assert compare(logs)[0] == 1


FILES = corpus.log_line(Path("files.json"), {"name": "a letter", "operation": "files"}, "made")


def test_the_module_leaves_out_files_and_nothing_else(logs: Path) -> None:
    for language in ("rust", "python", "javascript"):
        with_files = [LINES[0], FILES, *LINES[1:]]
        (logs / f"{language}.ndjson").write_text("\n".join(with_files) + "\n", encoding="utf-8")
    assert compare(logs)[0] == 0
    with (logs / "wasmi.ndjson").open("a", encoding="utf-8") as log:
        log.write(FILES + "\n")
    assert compare(logs)[0] == 1
    (logs / "wasmi.ndjson").write_text("\n".join(LINES[1:]) + "\n", encoding="utf-8")
    assert compare(logs)[0] == 1
    (logs / "python.ndjson").write_text("\n".join(LINES) + "\n", encoding="utf-8")
    assert compare(logs)[0] == 1
