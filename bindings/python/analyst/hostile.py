"""Records whose texts are made of the names that they list, in hostile spellings, and of what leads to someone by its shape.

No name is of a script without spaces: by hand, one inside an address left the end of the address.
"""

from __future__ import annotations

import random
import unicodedata
from typing import Any

NAMES = [
    "Zo\u00eb", "Jos\u00e9", "Si\u00e2n", "\u0141ukasz \u00d8ster", "J\u00f8rgen", "\u0110or\u0111e", "\u00c6gir", "Strau\u00df",
    "M\u00fcller-Wei\u00df", "H\u00e5kon", "C\u0153ur", "\u00de\u00f3ra", "Gu\u00f0run", "I\u015f\u0131l", "\u018fli", "O'Neill",
    "D\u2019Angelo", "Al-Rashid", "Anne\u2011Marie Smith-Jones",
    "\u0412\u043b\u0430\u0434\u0438\u043c\u0438\u0440", "\u0395\u03bb\u03ad\u03bd\u03b7", "Ann_Smith", "J. R. Smith", "Baby of Ines",
    "Jo", "Joe", "Mary-Jane O`Hara", "von der Aa", "X \u00c6", "Will Hope", "\ufb01ona", "\u2167 Jones", "Zebedee Quill",
]  # fmt: skip
AGENCIES = [
    "St Mary's Primary School", "Oakfield Primary School", "Hill & Dale Trust", "The Green Door",
    "Leicestershire Partnership NHS Trust", "Caf\u00e9 Zo\u00eb",
]  # fmt: skip
SHAPED = [
    "QQ 12 34 56 C", "QQ123456C", "A123456789012", "A 123 4567 89012", "943 476 5919", "943\u2013476\u20135919", "07700 900123",
    "+44 7700 900 123", "(0116) 496 0123", "LE1 6ZZ", "@kai.smith_09", "kai.smith@school.example", "https://example.org/kai?x=1",
    "www.example.org/kai", "example.co.uk/kai", "2026-03-12", "2026-03-12T09:30:00+01:00", "12/03/2026", "12.3.26", "12 March 2026",
    "the 12th of March", "March 3rd", "1,500", "10:30", "5.5", "e.g.", "EHA-30977", "eha 30977", "MASP 2026/114", "LL-0042-B",
    "9434765919", "aged 7", "year 9", "12-year-old",
]  # fmt: skip
WORDS = "and the of to said that mother school asked then Mr Dr came home In Oak Road House I may march St s".split()
BETWEEN = [" "] * 4 + [*",.-/)'_;:&@\n\u00a0\u2014"] + [", ", ". ", "  ", ""]


def records_of(count: int, seed: int) -> list[dict[str, Any]]:
    """So many records, two of each family."""
    chance = random.Random(seed)
    return [_record(chance, number) for number in range(count)]


def _record(chance: random.Random, number: int) -> dict[str, Any]:
    def somebody(place: int) -> dict[str, Any]:
        kind = chance.choice(["network", "professional", "family"])
        name, agency = chance.choice(NAMES), chance.choice(AGENCIES)
        return {"id": f"p-{place}", "kind": kind, "name": name, "agency": agency}

    child = {"id": "c-1", "kind": "child", "name": chance.choice(NAMES), "nhs_number": "9434765919"}
    return {
        "format": "support-panel/1",
        "id": f"masp-2026-{100 + number}",
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": {"reference": f"EHA-{30970 + number // 2}", "people": [child]},
        "participants": [somebody(place) for place in range(chance.randrange(7))],
        "mapping": [
            {"id": f"m{place}", "category": "past_harm", "text": _text(chance)}
            for place in range(12)
        ],
        "recording": {"reference": "LL/0042/B"},
    }


def _text(chance: random.Random) -> str:
    pieces = []
    for _ in range(chance.randrange(1, 14)):
        kind = chance.random()
        if kind < 0.35:
            pieces.append(_spelt(chance, chance.choice(NAMES)))
        elif kind < 0.55:
            pieces.append(chance.choice(SHAPED))
        elif kind < 0.62:
            pieces.append(_spelt(chance, chance.choice(AGENCIES)))
        else:
            pieces.append(chance.choice(WORDS))
        pieces.append(chance.choice(BETWEEN))
    return "".join(pieces).strip() or "x"


def _spelt(chance: random.Random, name: str) -> str:
    place = chance.randrange(len(name))
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return chance.choice(
        [
            name,
            name.upper(),
            name.lower(),
            plain,
            unicodedata.normalize("NFD", name),
            unicodedata.normalize("NFKC", name),
            name.replace("-", " ").replace("'", "\u2019"),
            "\u00ad".join(name),
            f"{name[:place]}\u200b{name[place:]}",
            f"{name}s",
            f"{name}es",
            f"{name}\u2019s",
            name.split()[0],
            name.replace(" ", "").replace("-", ""),
        ]
    )
