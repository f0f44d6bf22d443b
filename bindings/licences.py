"""Writes `LICENSES.txt` of the wheel and of the npm package: the licence texts of all that each carries as machine code.

    python bindings/licences.py            writes both files
    python bindings/licences.py --check    fails where a committed file is another

Carried are our own crates with the fonts that they bring, the crates that are linked into them (not those of build scripts or
procedural macros), the C code inside those, and Rust's standard library. The texts are the crates' own: a crate without one fails,
unless it is listed here. Those of the standard library come with the tool chain, so a file is compared only by the tool chain that
wrote it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What a file is written for, the packages that are linked into it, and the targets that it is built for.
CARRIERS = {
    "bindings/python/LICENSES.txt": (
        "the Python wheel",
        ["support-panel-python"],
        [
            "x86_64-unknown-linux-gnu",
            "aarch64-unknown-linux-gnu",
            "x86_64-apple-darwin",
            "aarch64-apple-darwin",
            "x86_64-pc-windows-msvc",
        ],
    ),
    "bindings/wasm/LICENSES.txt": (
        "the npm package",
        [
            "support-panel-wasm",
            "support-panel-wasm-extras",
            "support-panel-wasm-local-rules",
            "support-panel-wasm-papers",
            "support-panel-wasm-session",
        ],
        ["wasm32-unknown-unknown"],
    ),
}

# Crates that ship no text, and the licence whose standard text stands in for it.
WITHOUT_TEXT = {
    "datalogic-rs": "Apache-2.0",  # it names the licence in its manifest and brings no text
    "flatbuffers": "Apache-2.0",  # the text is at the root of its repository, outside the crate
}

# What a crate of ours brings that is not ours: its name, and where its text is.
BROUGHT_BY_OURS = {
    "support-panel-export": ("Noto Sans", "crates/support-panel-export/fonts/OFL.txt"),
}

# Texts of terms that we do not choose.
NOT_CHOSEN = {
    ("zstd-sys", "zstd/COPYING"),  # the GPL, an alternative to the BSD licence of the same C code
}

NAMED_AS_LICENCE = re.compile(r"(licen[cs]e|copying|copyright|notice|unlicense).*", re.IGNORECASE)
SOURCE_CODE = {".rs", ".c", ".h", ".py"}

HEAD = """\
Licences of what {carrier} of support-panel carries

Each text stands under the names of what it is for. Written by bindings/licences.py.
"""

# The texts of each thing that is carried, under its name and version.
Carried = dict[str, list[str]]


def run(*command: str) -> str:
    return subprocess.run(
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout


def linked(packages: list[str], targets: list[str]) -> set[tuple[str, str]]:
    """Names and versions of the crates that are linked into any of the packages, for any of the targets."""
    chosen = [f"--package={package}" for package in packages] + [
        f"--target={target}" for target in targets
    ]
    tree = run(
        "cargo",
        "tree",
        "--locked",
        "--edges=normal,no-proc-macro",
        "--prefix=none",
        "--format={p}",
        *chosen,
    )
    # "name v1.2.3", then the folder of a crate that is ours.
    return {
        (words[0], words[1].removeprefix("v"))
        for line in tree.splitlines()
        if (words := line.split())
    }


def texts_in(folder: Path, name: str) -> list[str]:
    """The licence texts in a crate's source, those of the C code that it brings included."""
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and NAMED_AS_LICENCE.fullmatch(path.name)
    )
    left_out = {folder / path for crate, path in NOT_CHOSEN if crate == name}
    return [
        path.read_text(encoding="utf-8")
        for path in found
        if path.suffix not in SOURCE_CODE and path not in left_out
    ]


def documents() -> Path:
    """The folder of the tool chain's own documents."""
    return Path(run("rustc", "--print=sysroot").strip()) / "share" / "doc" / "rust"


def standard_text(licence: str) -> str:
    return (documents() / "licenses" / f"{licence}.txt").read_text(encoding="utf-8")


def crate_texts(name: str, folder: Path) -> list[str]:
    texts = texts_in(folder, name)
    if name in WITHOUT_TEXT:
        if texts:
            raise SystemExit(
                f"{name} has a text of its own in {folder}: take it out of WITHOUT_TEXT"
            )
        return [standard_text(WITHOUT_TEXT[name])]
    if not texts:
        raise SystemExit(
            f"{name} has no licence text in {folder}: list it in WITHOUT_TEXT, with the reason"
        )
    return texts


class StandardLibrary(HTMLParser):
    """Reads the tool chain's list: an introduction, then the notices of each dependency under its name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.introduction = ""
        self.dependencies: Carried = {}
        self.tag = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = tag
        if tag == "pre":
            self.last().append("")

    def handle_endtag(self, tag: str) -> None:
        self.tag = ""

    def handle_data(self, data: str) -> None:
        if self.tag == "h3" and (dependency := re.search(r"([\w-]+?)-(\d\S*)", data)):
            self.dependencies[" ".join(dependency.groups())] = []
        elif self.tag == "pre":
            self.last()[-1] += data
        elif not self.dependencies and self.tag != "title":
            self.introduction += data

    def last(self) -> list[str]:
        """The texts of the dependency that is being read."""
        return list(self.dependencies.values())[-1]


def standard_library() -> Carried:
    page = StandardLibrary((documents() / "COPYRIGHT-library.html").read_text(encoding="utf-8"))
    lines = [line.strip() for line in page.introduction.splitlines()]
    texts = [
        "\n".join(filter(None, lines)),
        *map(standard_text, ("MIT", "Apache-2.0", "Unicode-3.0")),
    ]
    return {f"Rust's standard library {rust()}": texts, **page.dependencies}


def rust() -> str:
    return run("rustc", "--version").split()[1]


def file_of(carrier: str, carried: Carried) -> str:
    """A file's text: each licence text once, under all that it is for."""
    names: dict[str, list[str]] = {}
    texts: dict[str, str] = {}
    for name, of_name in carried.items():
        for text in of_name:
            # The same words are the same text, wherever its lines break.
            words = " ".join(text.split())
            texts.setdefault(words, "\n".join(map(str.rstrip, text.splitlines())).strip("\n"))
            names.setdefault(words, []).append(name)
    parts = [HEAD.format(carrier=carrier)]
    for words, text in texts.items():
        title = "\n".join(dict.fromkeys(names[words]))
        parts.append(f"{'=' * 80}\n{title}\n{'-' * 80}\n\n{text}\n")
    return "\n".join(parts)


def main() -> None:
    if unknown := [argument for argument in sys.argv[1:] if argument != "--check"]:
        raise SystemExit(f"{len(unknown)} arguments are unknown; --check is the only one")
    packages = json.loads(run("cargo", "metadata", "--locked", "--format-version=1"))["packages"]
    # Ours have no source but this repository, whose licence they share.
    folders = {
        (p["name"], p["version"]): Path(p["manifest_path"]).parent for p in packages if p["source"]
    }
    ours = next(p["version"] for p in packages if p["name"] == "support-panel")
    library = standard_library()
    for path, (carrier, roots, targets) in CARRIERS.items():
        own = [
            (ROOT / name).read_text(encoding="utf-8") for name in ("LICENSE-MIT", "LICENSE-APACHE")
        ]
        crates = linked(roots, targets)
        brought = {
            name: [(ROOT / text_at).read_text(encoding="utf-8")]
            for crate, (name, text_at) in BROUGHT_BY_OURS.items()
            if crate in {name for name, _ in crates}
        }
        others = {
            f"{name} {version}": crate_texts(name, folders[name, version])
            for name, version in sorted(crates & folders.keys())
        }
        text = file_of(carrier, {f"support-panel {ours}": own, **brought, **others, **library})
        committed = (ROOT / path).read_text(encoding="utf-8") if (ROOT / path).exists() else ""
        if "--check" not in sys.argv:
            (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        elif f"Rust's standard library {rust()}" not in committed:
            print(f"{path}: not compared, as it is of another tool chain than Rust {rust()}")
        elif committed != text:
            raise SystemExit(
                f"{path} is not what is linked: run bindings/licences.py and read the change"
            )


if __name__ == "__main__":
    main()
