"""Answers over many panels, each in one call, as a plain frame of pandas, polars or pyarrow.

    tables = support_panel.read_ndjson("panels.ndjson.gz", as_of="2026-06-30")
    support_panel.analysis.movement(tables)

`tables` is what `read_ndjson` gave, or a mapping of table names to frames of any of the three libraries (so that they can be
filtered first). Every answer says how many it rests on (`n`) and how many could not be counted (`missing`). Counts below
`threshold` (5) are shown as `"c"`, and no figure that rests on one is shown; columns of counts are text for that reason, and numbers
with `threshold=0`. Where margins give a suppressed count away, a `DisclosureWarning` says so. Other answers, and what a reader
knows already, can give it away too: suppression is a help, not a proof.

Records that do not fit in memory are asked in parts: see `in_parts`.

Numbers of different `scale_key` are never put together, nor own numbers with guesses, nor one side with another, except
where the question is how they lie to each other.
"""

from ._actions import STEPS, actions, timing
from ._answer import SUPPRESSED, THRESHOLD, DisclosureWarning
from ._parts import NEEDS, in_parts
from ._scaling import DIRECTIONS, deviations, family_and_professionals, movement, pattern_of, spread
from ._sitting import attendance, completeness, overruns, voice_of_the_child

__all__ = [
    "DIRECTIONS",
    "NEEDS",
    "STEPS",
    "SUPPRESSED",
    "THRESHOLD",
    "DisclosureWarning",
    "actions",
    "attendance",
    "completeness",
    "deviations",
    "family_and_professionals",
    "in_parts",
    "movement",
    "overruns",
    "pattern_of",
    "spread",
    "timing",
    "voice_of_the_child",
]
