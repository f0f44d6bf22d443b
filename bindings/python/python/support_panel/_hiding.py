"""Names that a family's records know, and numbers that lead to somebody, out of a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

WITHHELD = "(withheld)"


def roster(records: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Everybody whom a family's records list, once, by id, with their kind: somebody of the case under the id they have there."""
    known: dict[str, str] = {}
    for record in records:
        people = {person["id"]: person["kind"] for person in record["case"].get("people", [])}
        others = {
            p["id"]: p["kind"]
            for p in record.get("participants", [])
            if p.get("person") not in people
        }
        for person, kind in (others | people).items():
            known.setdefault(person, kind)
    return known


def hider(labels: Mapping[str, str], records: Iterable[Mapping[str, Any]]) -> Callable[[str], str]:
    """What puts labels in the place of the names that any of the records knows.

    Whole or in part, in any case, with or without its accents, and as a family's plural.
    """
    known: dict[str, str] = {}
    for record in records:
        for person in (*record["case"].get("people", []), *record.get("participants", [])):
            label = labels.get(person.get("person", ""), labels.get(person["id"], WITHHELD))
            for name in _spellings(person.get("name", "")):
                known.setdefault(name.casefold(), label)
    if not known:
        return plain
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile(
        r"(?<!\w)(" + "|".join(map(re.escape, longest_first)) + r")(?:e?s)?(?!\w)", re.IGNORECASE
    )
    return lambda text: pattern.sub(
        lambda found: known.get(found[1].casefold(), WITHHELD), plain(text)
    )


def _spellings(name: str) -> Iterable[str]:
    for spelt in (plain(name), _without_accents(name)):
        for part in (spelt, *re.split(r"[\s.,]+", spelt), *re.split(r"[\W_]+", spelt)):
            # An initial alone would take the place of every such letter.
            if len(part) > 1:
                yield part


def plain(text: str) -> str:
    """One name may be written with letters and accents apart, or together."""
    return unicodedata.normalize("NFC", text)


def _without_accents(text: str) -> str:
    return "".join(
        letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)
    )


_PATTERNS = (
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "(e-mail address)"),
    (re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]?\s*[0-9][A-Z]{2}\b", re.IGNORECASE), "(postcode)"),
    (re.compile(r"(?<!\w)\+?[0-9](?:[\s-]?[0-9]){5,}(?!\w)"), "(number)"),
)


def without_numbers(text: str) -> str:
    """E-mail addresses, postcodes and long numbers give way to words."""
    for pattern, said in _PATTERNS:
        text = pattern.sub(said, text)
    return text
