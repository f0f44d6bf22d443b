"""The rules and the tables once more, by an independent hand: plain Python over parsed records.

Written from `docs/rules.md`, `docs/tables.md` and the cases of `tests/cases`, without a look at the library. It is what a council's
developer would write without the library: the peer that the benchmark measures, and a second opinion on every finding.
It asks all 68 rules. What it leaves out: the bank holidays of Scotland and Northern Ireland, and parts of a moment smaller than the
microsecond, which Python's own do not have. It reads no text itself.
"""

from . import actions, agenda, on_map, outcome, people, scaling, whole_record  # noqa: F401
from .engine import RULES, Finding, check
from .view import Council, View

__all__ = ["RULES", "Council", "Finding", "View", "check"]
