"""The rules and the tables once more, by an independent hand: plain Python over parsed records.

Written from `docs/rules.md`, `docs/tables.md` and the cases of `tests/cases`, without a look at the library. It is what a council's
developer would write without the library: the peer that the benchmark measures, and a second opinion on every finding. Of marks
alone, SP803 and SP804, the page says too little to write from, and `marks.py` says so.
It asks every rule. What it leaves out: the bank holidays of Scotland and Northern Ireland, parts of a moment smaller than the
microsecond, which Python's own do not have, and vowels that are marks of their own within a word. It reads no text itself.
"""

from . import actions, agenda, marks, on_map, outcome, people, scaling, whole_record  # noqa: F401
from .engine import RULES, Finding, check
from .view import Council, View

__all__ = ["RULES", "Council", "Finding", "View", "check"]
