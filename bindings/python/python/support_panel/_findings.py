"""What a check finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .types import FindingDict, RuleCode, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person should look at. It points and never quotes: ids, codes, numbers and dates only."""

    code: RuleCode
    """The rule."""
    severity: Severity
    """How much it matters under the profile."""
    path: str
    """JSON Pointer to the member that would have to be added or changed, there or not."""
    subject: str | None
    """The id of the thing in a list that the path stands in."""
    message: str
    """One plain sentence."""
    related: tuple[str, ...] = ()
    """Pointers to what else it has to do with."""
    read: Mapping[str, str | float] = field(default_factory=dict, compare=False, repr=False)
    """The ids, codes, numbers and dates that the rule read, by name."""

    def to_dict(self) -> FindingDict:
        """The finding as `schema("finding")` has it."""
        return {
            "code": self.code,
            "severity": self.severity,
            "path": self.path,
            "subject": self.subject,
            "message": self.message,
            "related": list(self.related),
        }


Finding.__module__ = "support_panel"
