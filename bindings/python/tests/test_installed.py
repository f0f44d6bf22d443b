"""The package as it was installed: where it is, what it is made of, and the command."""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import corpus
import pytest
import support_panel


def test_the_wheel_is_tested_and_not_the_source() -> None:
    if os.environ.get("SUPPORT_PANEL_EDITABLE"):
        pytest.skip("an editable install, while developing")
    assert Path(support_panel.__file__).is_relative_to(sys.prefix)


def test_nothing_else_is_needed() -> None:
    needed = importlib.metadata.requires("support-panel") or []
    assert [requirement for requirement in needed if "extra ==" not in requirement] == []


def test_everything_listed_is_there() -> None:
    for name in support_panel.__all__:
        assert getattr(support_panel, name) is not None
    assert set(support_panel.__all__) <= set(dir(support_panel))
    with pytest.raises(AttributeError):
        _ = support_panel.nothing


def run(*arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "support_panel", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
    )


def test_the_command_is_the_command() -> None:
    clean = corpus.stored("records", "clean", "json")
    assert run("check", "-", stdin=clean).returncode == 0
    broken = run("check", "-", stdin=b"{}")
    assert broken.returncode == 2
    assert b"missing_key" in broken.stdout + broken.stderr
    explained = run("explain", "bad_date")
    assert explained.returncode == 0
    assert b"YYYY-MM-DD" in explained.stdout
    assert run("no-such-command").returncode == 2
    assert support_panel.VERSION.encode() in run("--version").stdout


def test_importing_brings_in_little() -> None:
    """What makes an import slow is what it imports: none of these is wanted before it is used."""
    script = "import sys, support_panel; print(*[m for m in ('json', 'dataclasses', 'datetime', 'inspect', 'pyarrow', 'pandas') if m in sys.modules])"
    brought = subprocess.run(
        [sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True
    )
    assert brought.stdout.strip() == ""
