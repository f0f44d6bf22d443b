"""Files as people have them: folders, patterns, archives, and records that are not one a line."""

from __future__ import annotations

import bz2
import glob
import io
import lzma
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from ._errors import MissingFileError
from ._native import _quotable_path

_ENDINGS = re.compile(r"\.(?:ndjson|jsonl|json)(?:\.(?:gz|zst|xz|bz2))?$|\.zip$", re.IGNORECASE)
_MOST_BYTES = 1 << 30
"""A file that is no lines is taken apart in memory, up to this size."""

_FAILURES = (OSError, EOFError, ValueError, lzma.LZMAError, zipfile.BadZipFile, zlib.error)


class Damaged(Exception):
    """What a file of ours fails with: its kind says enough."""


def expand(path: str | os.PathLike[str]) -> list[Any] | None:
    """What to read for a path: paths and open files. None where it is a file to be read as it is."""
    name = os.fsdecode(path)
    try:
        mode = os.stat(name).st_mode
    except FileNotFoundError:
        found = _matching(name)
        if not found:
            raise _missing(name, "no file") from None
        return [part for file in found for part in _opened(file)]
    except OSError:
        return None
    if stat.S_ISDIR(mode):
        found = [*_inside(name)]
        if not found:
            raise _missing(name, "a folder without files of records (.ndjson, .jsonl, .json)")
        return [part for file in found for part in _opened(file)]
    parts = _opened(name) if stat.S_ISREG(mode) else [name]
    return None if parts == [name] else parts


def _missing(name: str, found: str) -> MissingFileError:
    message = f"found {found}, expected a file or stream that can be read"
    return MissingFileError("unreadable", "", message, None, None, _quotable_path(name))


def _matching(name: str) -> list[str]:
    if not glob.has_magic(name):
        return []
    return sorted(file for file in glob.glob(name, recursive=True) if os.path.isfile(file))


def _inside(folder: str) -> Iterator[str]:
    """The files of a folder and of those in it, but for what is hidden, and what a program noted for itself (`_SUCCESS`)."""
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.startswith((".", "_")):
            continue
        if os.path.isdir(path):
            yield from _inside(path)
        elif _ENDINGS.search(name) and os.path.isfile(path):
            yield path


def _opened(path: str) -> list[Any]:
    """The path itself, or open files in its place."""
    try:
        with open(path, "rb") as file:
            head = file.read(4096)
    except OSError:
        return [path]
    if head.startswith(b"\xfd7zXZ\0"):
        return [_Part(path, lambda: lzma.open(path))]
    if re.match(rb"BZh[1-9]", head):
        return [_Part(path, lambda: bz2.open(path))]
    if head.startswith(b"PK\x03\x04"):
        return _members(path)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return [_Part(path, lambda: open(path, encoding="utf-16", newline=""))]
    if _is_no_lines(head) and os.path.getsize(path) <= _MOST_BYTES:
        return [_Part(path, lambda: _Items(path))]
    return [path]


def _members(path: str) -> list[Any]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(
                info.filename
                for info in archive.infolist()
                if not info.is_dir() and not _is_hidden(info.filename)
            )
    except _FAILURES:
        return [path]

    def opener(member: str) -> Callable[[], Any]:
        return lambda: zipfile.ZipFile(path).open(member)

    return [_Part(f"{path}/{name}", opener(name)) for name in names]


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "_")) for part in name.split("/"))


class _Part:
    """A file that is opened when its turn comes."""

    def __init__(self, name: str, opener: Callable[[], Any]) -> None:
        self.name = name
        self._opener: Callable[[], Any] | None = opener
        self._file: Any = None

    def read(self, size: int) -> Any:
        try:
            if self._opener is not None:
                self._file, self._opener = self._opener(), None
            chunk = self._file.read(size)
        except _FAILURES as error:
            raise Damaged from error
        if not chunk:
            self._file.close()
        return chunk


def _is_no_lines(head: bytes) -> bool:
    """Whether a text is an array, or begins with a record over several lines."""
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    line = text.split(b"\n", 1)[0].strip()
    return line in (b"{", b"[") or bool(re.match(rb"\[\s*\{", text))


_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+"|[{}\[\]]', re.DOTALL)


class _Items(io.RawIOBase):
    """The records of a text, one a line: its bytes as they are, but for the line ends between them."""

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            self._text = file.read().removeprefix(b"\xef\xbb\xbf")
        self._lines = self._items()
        self._left = b""

    def _items(self) -> Iterator[bytes]:
        depth = start = end = 0
        # The braces of an array are not a record's.
        outside = 1 if self._text.lstrip().startswith(b"[") else 0
        for token in _TOKEN.finditer(self._text):
            sign = token[0]
            if sign in b"{[":
                if depth == outside:
                    start = token.start()
                depth += 1
            elif sign in b"}]":
                depth -= 1
                if depth == outside:
                    end = token.end()
                    yield self._line(start, end)
        if depth:
            # It breaks off: what is left is told as it stands.
            yield self._line(max(start, end), len(self._text))

    def _line(self, start: int, end: int) -> bytes:
        return self._text[start:end].replace(b"\r", b" ").replace(b"\n", b" ") + b"\n"

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while len(self._left) < size:
            line = next(self._lines, b"")
            if not line:
                break
            self._left += line
        chunk, self._left = self._left[:size], self._left[size:]
        return chunk
