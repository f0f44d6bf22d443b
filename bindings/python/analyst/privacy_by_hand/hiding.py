"""Names and identifiers that a family's records know, and what leads to someone by its shape, out of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from .folding import folded
from .lexicon import Lexicon, Span, joined, overlaps, runs, tokens
from .shapes import DATE, shapes

WITHHELD = "(withheld)"
AGENCY = "(agency)"
NUMBER = "(number)"


class Known:
    """Who and what a family's records know: gathered from all of them before one is changed."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        """Everybody by id, with their kind: someone of the case under the id they have there."""
        self.names: dict[tuple[str, str, str], None] = {}
        """The person and the participant under whom a name stands, and the name."""
        self.numbers: set[str] = set()
        self.agencies: set[str] = set()
        self.records: set[str] = set()
        """Ids of the records themselves."""
        self.references: set[str] = set()
        """References of other systems."""

    def add(self, record: Mapping[str, Any]) -> None:
        """Adds those of one record."""
        people, participants = record["case"].get("people", ()), record.get("participants", ())
        for person in people:
            self.kinds.setdefault(person["id"], person["kind"])
        self.records.add(record["id"])
        if "reference" in record.get("recording", ()):
            self.references.add(record["recording"]["reference"])
        here = {person["id"] for person in people}
        for participant in participants:
            if participant.get("person") not in here:
                self.kinds.setdefault(participant["id"], participant["kind"])
        for person in (*people, *participants):
            if "name" in person:
                self.names[person.get("person", ""), person["id"], person["name"]] = None
        self.numbers.update(person["nhs_number"] for person in people if "nhs_number" in person)
        self.agencies.update(other["agency"] for other in participants if "agency" in other)


# Said of anyone: no name of its own.
_OF_ANYBODY = frozenset({"and", "dr", "miss", "mr", "mrs", "ms", "of", "the"})
# What kinds of agency have in common: what is left of a name without them is its own.
_OF_ANY_AGENCY = frozenset(
    "academy adult adults and care centre child childrens city clinic college community council county department "
    "early education family families for foundation group health help high hospital house housing infant infants "
    "junior juniors learning local mental nhs nursery nursing of office officer partnership police practice "
    "pre primary probation project s safeguarding school secondary service services social st support surgery team "
    "the trust united voices welfare worker young youth".split()
)


class Hider:
    """Puts labels in the place of what is known of one family.

    Names are found whole or in part, in any case, with or without accents and the letters of other languages, with or without
    apostrophes, hyphens and signs that no one sees, and as a family's plural. Identifiers are found with any signs between their
    letters and digits. What leads to someone by its shape is found whether it is known or not.
    """

    def __init__(self, *, dates: bool = True, found: Counter[str] | None = None) -> None:
        self._names = Lexicon()
        self._identifiers = Lexicon()
        self._initials: set[tuple[str, str]] = set()
        self._dates = dates
        self._found: Counter[str] = Counter() if found is None else found

    def name(self, name: str, label: str) -> None:
        """Hides a name of someone, and each part of it that is more than an initial."""
        plain = folded(name)[0]
        parts = runs(plain)
        self._names.learn(parts, label)
        # Double-barrelled names, and those with an apostrophe, are whole between two spaces too.
        words = map(runs, plain.split())
        for word in (*words, *([part] for part in parts)):
            if len(word) != 1 or word[0] not in _OF_ANYBODY:
                self._names.learn(word, label)
        self._initials.update((part, label) for part in parts if len(part) == 1)

    def agency(self, name: str) -> None:
        """Hides an agency's name, whole and without what other agencies are called as well."""
        parts = runs(folded(name.replace("&", " and "))[0])
        own = [part for part in parts if part not in _OF_ANY_AGENCY]
        plain = [part for part in parts if part not in ("the", "and")]
        for spelt in (parts, plain, own):
            self._names.learn(spelt, AGENCY)
        if len(plain) > 2:
            self._names.learn([part[0] for part in plain if len(part) > 1], AGENCY)

    def identifier(self, value: str, label: str) -> None:
        """Hides an id, a reference or a number."""
        parts = runs(folded(value)[0])
        if sum(map(len, parts)) > 2:
            self._identifiers.learn(parts, label)
        for part in parts:
            if part.isdigit() and len(part) > 4:
                self._identifiers.learn([part], label)

    def __call__(self, text: str) -> str:
        """The text with nothing in it that is known, or has such a shape."""
        return self.without(text)[0]

    def without(self, text: str) -> tuple[str, str]:
        """The same, and what is left of the text with a mark where something was hidden."""
        spans = self._spans(text)
        if not spans:
            return text, text
        self._found.update(_said(label) for _, _, label in spans)
        return _put(text, spans), _put(text, [(start, end, "x") for start, end, _ in spans])

    def _spans(self, text: str) -> list[Span]:
        plain, places = folded(text)
        words = tokens(plain)
        hidden = self._identifiers.find(plain, words)
        hidden += [
            span
            for span in shapes(plain)
            if (self._dates or span[2] != DATE) and not overlaps(span[0], span[1], hidden)
        ]
        if hidden:
            words = [word for word in words if not overlaps(word[1], word[2], hidden)]
        names = self._with_initials(plain, joined(plain, self._names.find(plain, words)))
        # Up to the next letter: with an accent or a sign that no one sees, where one follows.
        return [(places[start], places[end], label) for start, end, label in sorted(hidden + names)]

    def _with_initials(self, plain: str, names: list[Span]) -> list[Span]:
        if not self._initials:
            return names
        found = []
        for start, end, label in names:
            before = _INITIAL.search(plain, max(start - 4, 0), start)
            if before and (before[1], label) in self._initials:
                start = before.start(1)
            found.append((start, end, label))
        return found


_INITIAL = re.compile(r"(?<![^\W_])([^\W\d_])[\s.'_-]{0,3}$")


def _said(label: str) -> str:
    return label if label.startswith("(") else "(name)"


def _put(text: str, spans: Iterable[Span]) -> str:
    pieces, at = [], 0
    for start, end, label in spans:
        pieces += [text[at:start], label]
        at = end
    return "".join([*pieces, text[at:]])
