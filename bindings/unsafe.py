"""Writes docs/unsafe.md: which crates of what is given out have `unsafe` code, and how much.

    python bindings/unsafe.py            writes the page
    python bindings/unsafe.py --check    fails where the page is another

Our own crates forbid it; at the two boundaries, to Python and to WebAssembly, it is written by macros of others. What is linked may
have some. A number here is of the keyword outside of comments and texts, in all of a crate's sources, whichever of them are built: it
says where to look, and a new crate or a larger number is a change that someone reads.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from licences import ROOT, linked
from sbom import GIVEN_OUT, metadata

PAGE = ROOT / "docs/unsafe.md"
# Comments, texts and characters, in which a word is no keyword; of raw texts, those with up to two number signs.
ELSEWHERE = re.compile(
    r"//[^\n]*|/\*.*?\*/|b?r##\".*?\"##|b?r#\".*?\"#|b?r\".*?\"|b?\"(?:\\\\.|[^\"\\\\])*\"|b?'(?:\\\\.|[^'\\\\])'",
    re.DOTALL,
)
KEYWORD = re.compile(r"\bunsafe\b")
# What it is for, of those whose purpose it is.
WHY = {
    "zstd-sys": "the bindings to the C decoder",
    "zstd-safe": "the C decoder behind safe functions",
    "libmimalloc-sys": "the bindings to the C allocator",
    "mimalloc": "an allocator is unsafe by its trait",
    "pyo3": "the boundary to Python",
    "pyo3-ffi": "the declarations of Python's C interface",
    "wasm-bindgen": "the boundary to JavaScript",
    "arrow-array": "columns over raw memory, and Arrow's C interface",
    "arrow-buffer": "raw memory of columns",
    "arrow-data": "checks of columns that come from elsewhere",
    "arrow-schema": "Arrow's C interface",
    "compact_str": "a short text in the place of a pointer",
    "memchr": "vector instructions",
    "hashbrown": "the standard library's own hash table",
    "bytes": "shared memory",
    "bytemuck": "numbers seen as bytes",
    "libc": "the declarations of the C library",
    "zlib-rs": "the decoder for gzip, with vector instructions",
}


def keywords(folder: Path) -> int:
    sources = [
        path
        for path in sorted(folder.rglob("*.rs"))
        if not {"tests", "benches", "examples"} & set(path.relative_to(folder).parts)
    ]
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in sources)
    return sum(len(KEYWORD.findall(ELSEWHERE.sub(" ", text))) for text in texts)


def page() -> str:
    carried: dict[tuple[str, str], list[str]] = {}
    for thing, (_, roots, targets) in GIVEN_OUT.items():
        for crate in linked(roots, targets):
            carried.setdefault(crate, []).append(thing)
    known = metadata()
    counts = {
        crate: keywords(Path(known[crate]["manifest_path"]).parent)
        for crate in sorted(carried)
        if known[crate]["source"]
    }
    without = sum(not count for count in counts.values())
    lines = [
        "# `unsafe` in what is given out",
        "",
        "Our own crates forbid `unsafe`; where Python and WebAssembly begin, it is in the code that PyO3, wasm-bindgen and the compiler's",
        "`no_mangle` ask for. Of the crates of others that are linked into the wheel, the npm package, the module without imports or the",
        f"command, {without} have none, and these {len(counts) - without} have some. A number is of the keyword in all of a crate's sources, whichever are",
        "built. `bindings/unsafe.py` writes the page, and the build compares it: a new crate or a larger number is seen.",
        "",
        "| crate | version | `unsafe` | in | what for |",
        "| --- | --- | ---: | --- | --- |",
    ]
    for (name, version), count in counts.items():
        if count:
            lines.append(
                f"| {name} | {version} | {count} | {', '.join(carried[name, version])} | {WHY.get(name, '')} |"
            )
    return "\n".join(lines) + "\n"


def main() -> None:
    text = page()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        raise SystemExit(
            "docs/unsafe.md is not what is linked: run bindings/unsafe.py and read the change"
        )


if __name__ == "__main__":
    main()
