"""Known words and runs of words, found in a text however they are spelt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from .folding import collapsed

Span = tuple[int, int, str]
"""Of a text: from, to, and what stands there instead."""

Token = tuple[str, int, int]
"""A run of letters or of digits, from and to."""

_RUNS = re.compile(r"[^\W\d_]+|\d+")
# What may stand between two runs of one name or number.
_BETWEEN = re.compile(r"[\s_.,:'&/()-]{0,3}")


def tokens(plain: str) -> list[Token]:
    """The runs of letters and of digits of a folded text."""
    return [(match[0], *match.span()) for match in _RUNS.finditer(plain)]


def runs(plain: str) -> list[str]:
    """The same without their places."""
    return _RUNS.findall(plain)


class Lexicon:
    """What is known, by how it is spelt without what stands between its runs."""

    def __init__(self) -> None:
        self._labels: dict[str, dict[str, str]] = {}
        self._prefixes: set[str] = set()
        self._plain: set[str] = set()
        # Of languages that put no space between words: found inside a run as well.
        self._wide: dict[str, str] = {}

    def learn(self, parts: Iterable[str], label: str) -> None:
        """Adds runs that stand together; they are found as a plural too."""
        whole = "".join(parts)
        if len(whole) < 2 and whole.isascii():
            # An initial alone would take the place of every such letter.
            return
        self._plain.add(whole)
        for spelt in (whole, f"{whole}s", f"{whole}es"):
            key = collapsed(spelt)
            self._labels.setdefault(key, {}).setdefault(spelt, label)
            self._prefixes.update(key[:end] for end in range(1, len(key) + 1))
        if unicodedata.east_asian_width(whole[0]) == "W":
            self._wide.setdefault(whole, label)

    def find(self, plain: str, words: Sequence[Token]) -> list[Span]:
        """Where in a folded text something stands that is known; the longest of what begins at one run."""
        spans: list[Span] = []
        at, prefixes = 0, self._prefixes
        while at < len(words):
            found = self._longest(plain, words, at) if _key(words[at][0]) in prefixes else None
            if found is None:
                at += 1
                continue
            count, label = found
            spans.append((words[at][1], words[at + count - 1][2], label))
            at += count
        for name, label in self._wide.items():
            for match in re.finditer(re.escape(name), plain):
                if not overlaps(*match.span(), spans):
                    spans.append((*match.span(), label))
        return sorted(spans)

    def _longest(self, plain: str, words: Sequence[Token], at: int) -> tuple[int, str] | None:
        best, whole = None, ""
        for last in range(at, len(words)):
            word, start, _ = words[last]
            if last > at and not _BETWEEN.fullmatch(plain, words[last - 1][2], start):
                break
            whole += word
            key = collapsed(whole)
            labels = self._labels.get(key)
            # The s of a possessive stays; that of St Mary's belongs to the name.
            if labels and (last == at or word != "s" or whole in self._plain):
                best = (last - at + 1, labels.get(whole) or next(iter(labels.values())))
            if key not in self._prefixes:
                break
        return best


_key = lru_cache(maxsize=1 << 16)(collapsed)


def joined(plain: str, spans: Iterable[Span]) -> list[Span]:
    """Spans beside each other that say the same, as one: of "First Last" the second joins the first."""
    found: list[Span] = []
    for start, end, label in spans:
        if found and found[-1][2] == label and _BETWEEN.fullmatch(plain, found[-1][1], start):
            start = found.pop()[0]
        found.append((start, end, label))
    return found


def overlaps(start: int, end: int, spans: Iterable[Span]) -> bool:
    """Whether one of the spans has a letter between the two places."""
    return any(start < other_end and other_start < end for other_start, other_end, _ in spans)
