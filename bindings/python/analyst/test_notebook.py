"""The notebook of the examples, run from its first cell to its last."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest.importorskip("nbclient", reason="nbclient is not installed")
pytest.importorskip("ipykernel", reason="ipykernel is not installed")

import nbformat
from nbclient import NotebookClient

ROOT = Path(os.environ.get("SUPPORT_PANEL_REPOSITORY", Path(__file__).parents[3]))
PATH = ROOT / "bindings" / "python" / "examples" / "panels.ipynb"


def test_every_cell_runs_and_shows_something(tmp_path):
    notebook = nbformat.read(PATH, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in cells), (
        "the notebook is kept without what it shows"
    )
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert all(cell.outputs for cell in cells[1:])
    shown = [output.get("data", {}) for cell in cells for output in cell.outputs]
    # A figure shows itself, with its content in words, though nothing was said about pictures.
    pictures = [
        data["text/html"] for data in shown if "image/png;base64" in data.get("text/html", "")
    ]
    assert len(pictures) == 5 and all(' alt="' in picture for picture in pictures)
    assert any("Map and scales" in data.get("text/html", "") for data in shown)
    said = "".join(
        output.get("data", {}).get("text/plain", "") for cell in cells for output in cell.outputs
    )
    assert "True" in said
