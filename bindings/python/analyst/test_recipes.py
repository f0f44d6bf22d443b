"""The recipes of the documentation, as they stand, each in a process of its own."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support_panel import read_ndjson
from synthetic import lines_of

PAGE = (
    Path(os.environ.get("SUPPORT_PANEL_REPOSITORY", Path(__file__).parents[3]))
    / "docs"
    / "recipes.md"
)
SECTIONS = dict(
    re.findall(
        r"^## (\w+)\n.*?```python\n(.*?)```",
        PAGE.read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
)
PACKAGES = {"DuckDB": "duckdb", "Dask": "dask", "Ray": "ray", "Spark": "pyspark"}


@pytest.mark.parametrize("name", PACKAGES)
def test_it_runs_and_counts_as_one_machine_does(name, tmp_path):
    if importlib.util.find_spec(PACKAGES[name]) is None:
        pytest.skip(f"{PACKAGES[name]} is not installed")
    (tmp_path / "panels").mkdir()
    for seed, file in enumerate(("a", "b"), 1):
        (tmp_path / "panels" / f"{file}.ndjson").write_text(lines_of(60, seed))
    script = SECTIONS[name] + "\nprint('answer', answer)\n"
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env=environment,
        timeout=240,
    )
    assert run.returncode == 0, run.stderr[-3000:]
    said = run.stdout.rpartition("answer ")[2].strip()
    files = sorted(str(path) for path in (tmp_path / "panels").iterdir())
    if name != "DuckDB":
        assert int(said) == len(read_ndjson(files, as_of="2026-06-30").findings)
        return
    tables = read_ndjson(files[0], as_of="2026-06-30")
    held = {
        row["record_id"]
        for row in tables.panels.to_pyarrow().to_pylist()
        if row["meeting_status"] == "concluded"
    }
    pairs = {
        (f["code"], f["severity"], f["record_id"])
        for f in tables.findings.to_pyarrow().to_pylist()
        if f["record_id"] in held
    }
    counts = {}
    for code, severity, _ in pairs:
        counts[code, severity] = counts.get((code, severity), 0) + 1
    assert eval(said) == [
        (*key, n) for key, n in sorted(counts.items(), key=lambda item: (-item[1], item[0][0]))
    ]
