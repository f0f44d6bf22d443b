"""What the wheel carries beside our own code: a licence text for everything that is linked, and no path of its build."""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path

import corpus
import pytest

if os.environ.get("SUPPORT_PANEL_EDITABLE"):
    pytest.skip("an editable install, while developing: there is no wheel", allow_module_level=True)


def files(ending: str = "") -> dict[str, bytes]:
    """The wheel's files, by their paths in it."""
    with zipfile.ZipFile(os.environ["SUPPORT_PANEL_WHEEL"]) as wheel:
        return {name: wheel.read(name) for name in wheel.namelist() if name.endswith(ending)}


def licence_texts() -> dict[str, list[str]]:
    """The texts of LICENSES.txt, under each name and version that they are for."""
    (listed,) = files(".dist-info/licenses/LICENSES.txt").values()
    texts: dict[str, list[str]] = {}
    for part in listed.decode().split("=" * 80 + "\n")[1:]:
        names, _, text = part.partition("-" * 80 + "\n")
        for name in names.splitlines():
            texts.setdefault(name, []).append(text.strip())
    return texts


def linked_crates() -> set[str]:
    """Names and versions of the crates of others that are linked on this machine."""
    command = [
        "cargo",
        "tree",
        "--locked",
        "--package=support-panel-python",
        "--edges=normal,no-proc-macro",
        "--prefix=none",
        "--format={p}",
    ]
    tree = subprocess.run(
        command, cwd=corpus.FOLDER, stdout=subprocess.PIPE, text=True, check=True
    ).stdout
    lines = {line.removesuffix(" (*)") for line in tree.splitlines() if line}
    # A crate of ours is followed by its folder.
    return {line.replace(" v", " ") for line in lines if "(" not in line}


def test_every_crate_that_is_linked_has_its_licence_text() -> None:
    crates, texts = linked_crates(), licence_texts()
    assert {"pyo3", "zstd-sys", "libmimalloc-sys"} <= {crate.split()[0] for crate in crates}
    assert sorted(crates - texts.keys()) == []
    assert [
        name for name, found in texts.items() if not any(len(text) > 200 for text in found)
    ] == []


def test_what_is_no_crate_has_its_licence_text_too() -> None:
    texts = {name.split()[0]: "\n".join(found) for name, found in licence_texts().items()}
    assert "Permission is hereby granted" in texts["support-panel"]
    assert "Apache License" in texts["support-panel"]
    # C code in two of the crates, and what comes with the compiler.
    assert "Microsoft Corporation" in texts["libmimalloc-sys"]
    assert "Meta Platforms" in texts["zstd-sys"]
    assert "The Rust Project Developers" in texts["Rust's"]
    # The font that PDF papers are set in.
    assert "SIL OPEN FONT LICENSE" in texts["Noto"]


def test_nothing_that_python_writes_beside_its_sources_is_in_it() -> None:
    assert [name for name in files() if "__pycache__" in name] == []


def test_no_path_of_the_build_is_in_it() -> None:
    homes = [
        Path.home(),
        Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo")),
        corpus.FOLDER.parent.resolve(),
    ]
    paths = [f"{home}{os.sep}".encode() for home in homes]
    (native,) = files(".so").values()
    # Panics do name the sources they come from, so there is something to find.
    assert b"cargo/registry/src/" in native
    assert [
        (name, path) for name, content in files().items() for path in paths if path in content
    ] == []
