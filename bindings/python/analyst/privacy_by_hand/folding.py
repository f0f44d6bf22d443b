"""Texts as a reader compares them: without case, accents, and signs that no one sees.

>>> from support_panel._folding import folded
>>> folded("Zo\\u00eb \\u0141uk\\u2019s")[0]
"zoe luk's"
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_SIGNS = {
    **dict.fromkeys("'`\u00b4\u02b9\u02bb\u02bc\u02bd\u2018\u2019\u201a\u201b\u2032\uff07", "'"),
    **dict.fromkeys("\u2043\u2212", "-"),
}
# Letters that are no letter with an accent, and whose names do not say which plain letter they are.
_LETTERS = {
    "\u00e6": "ae",
    "\u0153": "oe",
    "\u00df": "ss",
    "\u00fe": "th",
    "\u00f0": "d",
    "\u0131": "i",
    "\u0138": "k",
    "\u014b": "n",
    "\u0259": "a",
    "\u01dd": "e",
    "\u03c2": "\u03c3",
}
_WITH = re.compile(r"LATIN SMALL LETTER ([A-Z]+) WITH ")
# Two letters that stand for one elsewhere, and the one: Joergen, Haakon, Djordje, Strasse.
_PAIRS = re.compile("aa|ae|dj|oe|ss|ue")


def folded(text: str) -> tuple[str, Sequence[int]]:
    """The text to compare, and where in the text each of its letters stands (the last number is the text's end)."""
    if text.isascii():
        return text.replace("`", "'").lower(), range(len(text) + 1)
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        plain = _plain(letter)
        letters.append(plain)
        places.extend([place] * len(plain))
    places.append(len(text))
    return "".join(letters), places


def collapsed(word: str) -> str:
    """A folded word in the one spelling that its usual spellings share."""
    return _PAIRS.sub(_first_letter, word)


def _first_letter(pair: re.Match[str]) -> str:
    return pair[0][0]


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    if letter in _SIGNS:
        return _SIGNS[letter]
    return "".join(map(_plain_part, unicodedata.normalize("NFKD", letter.casefold())))


def _plain_part(letter: str) -> str:
    if letter in _SIGNS:
        return _SIGNS[letter]
    if letter in _LETTERS:
        return _LETTERS[letter]
    category = unicodedata.category(letter)
    if category in ("Mn", "Me", "Cf"):
        return ""
    if category == "Pd":
        return "-"
    if category[0] == "Z":
        return " "
    if category == "Nd":
        return str(unicodedata.digit(letter))
    found = _WITH.match(unicodedata.name(letter, ""))
    return found[1].lower() if found else letter
