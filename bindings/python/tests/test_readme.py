"""The README's examples run, one after another, as somebody who reads them would run them."""

from __future__ import annotations

import shutil
from pathlib import Path

import corpus
import pytest
import readme


def test_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = readme.examples()
    assert examples
    for file in (corpus.FOLDER / "records").glob("*.json"):
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__main__"}
    for example in examples:
        exec(compile(example, "README.md", "exec"), names)
