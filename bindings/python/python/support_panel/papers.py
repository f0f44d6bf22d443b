"""Papers by name, and what a reader's copy shows of a record."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict

__all__ = ["DisclosureDict", "PaperName"]

PaperName: TypeAlias = Literal[
    "invitation",
    "agenda",
    "mapping-template",
    "referral-form",
    "question-card",
    "scoring-slips",
    "minutes",
    "map",
    "plan",
    "letter",
    "child",
    "review",
    "case-system",
    "before-you-send",
]
"""What goes out before a panel, or leaves it."""


class DisclosureDict(TypedDict):
    """What becomes of one text, number, date, name or closed word of a record in a reader's copy."""

    path: str
    """JSON Pointer to it."""
    shown: bool
    because: Literal[
        "own_words", "withheld_from", "marked", "by_default", "asked_for", "not_in_this_paper"
    ]
    """They said it themselves; a list names them; it is marked; nothing is; the copy was asked for by name; or they may have it, and
    this paper does not print it."""
