"""The guides of the documentation, each followed from its first example to its last."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from synthetic import lines_of

DOCS = Path(os.environ.get("SUPPORT_PANEL_REPOSITORY", Path(__file__).parents[3])) / "docs"
NEEDS = {
    "analysis": ("polars", "pyarrow", "xlsxwriter"),
    "plot": ("matplotlib", "altair", "polars"),
    "privacy": (),
    "spark": ("pyspark", "pyarrow"),
}
LINES = lines_of(150, seed=4, defects=0.4)


@pytest.mark.parametrize("guide", NEEDS)
def test_it_runs(guide, tmp_path):
    for library in NEEDS[guide]:
        if importlib.util.find_spec(library) is None:
            pytest.skip(f"{library} is not installed")
    page = (DOCS / f"{guide}.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 3
    (tmp_path / "panels.ndjson").write_text(LINES, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", "\n".join(blocks)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "PYSPARK_PYTHON": sys.executable},
        timeout=400,
    )
    assert run.returncode == 0, run.stderr[-3000:]
    assert len(run.stdout) > 60


def test_every_question_and_picture_is_in_its_guide():
    from support_panel import analysis, plot

    page = (DOCS / "analysis.md").read_text(encoding="utf-8")
    questions = {
        name
        for name in analysis.__all__
        if callable(getattr(analysis, name)) and name not in ("in_parts", "part", "pattern_of")
    }
    listed = {*re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)}
    assert listed == questions
    page = (DOCS / "plot.md").read_text(encoding="utf-8")
    assert {*re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)} == {*plot.__all__}
