"""The examples of both READMEs run, one after another, as someone who reads them in a checkout would run them."""

from __future__ import annotations

import shutil
from pathlib import Path

import corpus
import pytest
import readme


@pytest.mark.parametrize("folder", [".", "bindings/python"])
def test_readme(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = readme.examples(folder)
    assert examples
    shutil.copytree(corpus.FOLDER / "records", tmp_path / "tests" / "records")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__main__"}
    for example in examples:
        exec(compile(example, "README.md", "exec"), names)
