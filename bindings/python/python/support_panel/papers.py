"""Papers by name, and what a reader's copy shows of a record."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict

__all__ = ["DisclosureDict", "FormName", "PaperName"]

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

FormName: TypeAlias = Literal["mapping-template", "referral-form", "question-card", "scoring-slips"]
"""What is made of a profile alone."""


class DisclosureDict(TypedDict):
    """What becomes of one text, number, date, name or closed word of a record in a reader's copy."""

    path: str
    """JSON Pointer to it."""
    shown: bool
    because: Literal["own_words", "withheld_from", "marked", "by_default"]
    """They said it themselves; a list names them; it is marked; or nothing is."""
