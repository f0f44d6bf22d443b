"""Prints the Python examples of the package's README: the first, or all of them one after another."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

REPOSITORY = Path(os.environ.get("SUPPORT_PANEL_REPOSITORY", Path(__file__).parents[3]))


def examples(folder: str = "bindings/python") -> list[str]:
    readme = (REPOSITORY / folder / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^```python\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)


if __name__ == "__main__":
    print("\n".join(examples()[:1] if sys.argv[1] == "first" else examples()))
