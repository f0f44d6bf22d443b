"""Papers by name."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["FormName", "PaperName"]

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
