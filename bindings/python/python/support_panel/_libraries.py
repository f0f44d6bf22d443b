"""The libraries that tables are handed to, and the oldest of each that does it right."""

from __future__ import annotations

import importlib.metadata
import re
from importlib import import_module
from typing import Any

OLDEST = {
    "duckdb": (1, 1),
    "openpyxl": (3, 1),
    "pandas": (2, 2),
    "polars": (1, 20),
    "pyarrow": (17, 0),
    "xlsxwriter": (3, 2),
}


def library(name: str, for_what: str) -> Any:
    """The library, imported; an `ImportError` says what to install where it is not there, or too old."""
    needed = ".".join(map(str, OLDEST[name]))
    try:
        module = import_module(name)
    except ImportError as error:
        raise ImportError(
            f"{for_what} needs {name}: install {name}>={needed}", name=name
        ) from error
    found = version_of(name)
    if found is not None and found < OLDEST[name]:
        raise ImportError(
            f"{for_what} needs {name} {needed} or later, and {'.'.join(map(str, found))} is installed: "
            f"install {name}>={needed}",
            name=name,
        )
    return module


def version_of(name: str) -> tuple[int, ...] | None:
    """The first two numbers of a library's version."""
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
    numbers = re.match(r"(\d+)\.(\d+)", version)
    return (int(numbers[1]), int(numbers[2])) if numbers else None
