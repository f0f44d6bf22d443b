"""The compiler's flags that keep this machine's paths out of what is given out.

A panic names the source file that it comes from. For a crate of the registry that is a path below the home folder of whoever
built it. Cargo's `trim-paths` would shorten it, but is in no stable Cargo yet.

    CARGO_ENCODED_RUSTFLAGS=$(python3 bindings/python/backend/remap.py) cargo build --release
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def rust_flags() -> str:
    """The flags that are asked for already, then a short name for each folder of sources: for CARGO_ENCODED_RUSTFLAGS."""
    sysroot = subprocess.run(
        ["rustc", "--print=sysroot"], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    ).stdout.strip()
    # Of two that fit, the compiler takes the later.
    folders = {
        ROOT: "support-panel",
        Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target").resolve(): "target",
        Path(os.environ.get("CARGO_HOME") or Path.home() / ".cargo").resolve(): "cargo",
        Path(sysroot): "rust",
    }
    encoded = os.environ.get("CARGO_ENCODED_RUSTFLAGS")
    asked = encoded.split("\x1f") if encoded else os.environ.get("RUSTFLAGS", "").split()
    return "\x1f".join(
        [*asked, *(f"--remap-path-prefix={folder}={name}" for folder, name in folders.items())]
    )


if __name__ == "__main__":
    sys.stdout.write(rust_flags())
