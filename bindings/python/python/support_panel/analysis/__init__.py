"""Answers over many panels, each in one call, as a plain frame of pandas, polars or pyarrow.

    tables = support_panel.read_ndjson("panels.ndjson.gz", as_of="2026-06-30")
    support_panel.analysis.movement(tables)

`tables` is what `read_ndjson` gave, or a mapping of table names to frames of any of the three libraries (so that they can be
filtered first). Every answer says how many it rests on (`n`) and how many could not be counted (`missing`). `by` asks for each
`"year"`, `"quarter"`, `"agency"` (the referrer's), or value of any column of the table `panels`, one that you joined to it among them;
`actions` takes columns of its own table as well, and `"agency"` there is the owner's. Beside the id of a seat, a scale, a stage or a
decision stands what the profile calls it. `missing_records` says how many lines could not be read: what they hold is missing from
every row.

Counts below `threshold` (5) are missing, with others beside them, so that none can be worked out from totals: neither from those of
the answer, nor from those of other answers over the same records, by anything. No figure that rests on one is shown. The column
`suppressed` names what is hidden in a row; what is missing and not named there does not apply. With `base=5` counts are rounded to
the nearest five instead, none are hidden, and shares are as the rounded counts make them. With `threshold=0` everything is shown.
Where the tables are not all of the same panels, the panels decide: the rows of others are left out (see `part`).
An answer over *part* of the records, beside one over all of them, gives away what lies between: ask both by one `by` instead.

Records that do not fit in memory are asked in parts: see `in_parts`.

Numbers of different `scale_key` are never put together, nor own numbers with guesses, nor one side with another, except
where the question is how they lie to each other.
"""

from ._actions import STEPS, actions, timing
from ._agreeing import agreement
from ._answer import MISSING_RECORDS, SUPPRESSED, THRESHOLD
from ._panel_counts import decisions, quorum, volumes
from ._panels import part
from ._parts import NEEDS, in_parts
from ._scaling import DIRECTIONS, deviations, family_and_professionals, movement, pattern_of, spread
from ._sitting import attendance, completeness, overruns, voice_of_the_child

__all__ = [
    "DIRECTIONS",
    "MISSING_RECORDS",
    "NEEDS",
    "STEPS",
    "SUPPRESSED",
    "THRESHOLD",
    "actions",
    "agreement",
    "attendance",
    "completeness",
    "decisions",
    "deviations",
    "family_and_professionals",
    "in_parts",
    "movement",
    "overruns",
    "part",
    "pattern_of",
    "quorum",
    "spread",
    "timing",
    "voice_of_the_child",
    "volumes",
]
