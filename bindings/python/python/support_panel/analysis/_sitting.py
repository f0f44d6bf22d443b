"""Questions about the sitting: who came, what was complete, how long stages took, and whether children were heard."""

from __future__ import annotations

from typing import Any

from ._answer import QUARTILES, THRESHOLD, Shape
from ._folds import Question, ask

ATTENDANCE = Question(
    "attendance",
    Shape(
        ("agency", "seat"),
        ("n", "missing", "attended", "apologies", "absent", "not_invited"),
        {"share_attended": ("n", "attended")},
        (("n", ("not_invited", "missing", "absent", "apologies", "attended")),),
        common=("n",),
        shares={"share_attended": ("attended", ("n",))},
        titles={"seat": {}},
    ),
)


def attendance(
    tables: Any,
    *,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """Which core seats and agencies were at the table, and which were missing.

    One row for each core seat that anyone holds in these tables, at panels that have begun, under the same profile. `n`
    counts those panels; at each the seat `attended` (held by someone who came, deputies among them), else sent `apologies`, else
    was `absent`, else invited with nothing recorded (`missing`), else `not_invited`.
    """
    return ask(tables, ATTENDANCE, by=by, threshold=threshold, base=base, library=library)


COMPLETENESS = Question(
    "completeness",
    Shape(
        ("code", "title"),
        ("n", "missing", "with_findings", "clear", "findings"),
        {"share_clear": ("n", "with_findings", "clear")},
        (
            ("n", ("with_findings", "clear")),
            (None, ("n", "missing")),
            ("findings", ("with_findings", "again")),
        ),
        unseen={"again": lambda line: line["findings"] - line["with_findings"]},
        common=("n", "missing"),
        shares={"share_clear": ("clear", ("n",))},
    ),
)


def completeness(
    tables: Any,
    *,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """How complete records are, rule by rule, the silent ones among them.

    One row for each rule. `n` counts records whose panel has come so far that the rule is asked, `missing` the others: also all of
    them for a rule that needs the record before, which tables never have, or the day of judging (`as_of`), where no live action
    tells how late it is. `with_findings` counts records of `n` on which it speaks, `clear` the others, and `findings` how often. A
    rule that the council's profile turns off, or gives no ground for, is clear everywhere. What a rule finds about an action as it
    stands today (such as SP609, overdue) counts once, in the last record that has the action: not in one that a later panel carried
    it on from.
    """
    return ask(tables, COMPLETENESS, by=by, threshold=threshold, base=base, library=library)


OVERRUNS = Question(
    "overruns",
    Shape(
        ("stage",),
        ("n", "missing", "over", "within"),
        {
            "share_over": ("n", "over", "within"),
            **dict.fromkeys(("planned", *QUARTILES), ("n",)),
        },
        (("n", ("over", "within")),),
        shares={"share_over": ("over", ("n",))},
        titles={"stage": {}},
    ),
)


def overruns(
    tables: Any,
    *,
    over: float = 0.25,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """How long stages took beside the time that the profile plans for them.

    One row for each stage that was held. `n` counts those of which both times are known, pauses aside, `missing` those of which
    one is not; `over` of them took more than `over` (a share of the plan) beyond it, `within` did not. The figures are minutes:
    `planned` is the middle of the plans, the quartiles are of the time taken.
    """
    return ask(
        tables, OVERRUNS.where(over=over), by=by, threshold=threshold, base=base, library=library
    )


VOICE_OF_THE_CHILD = Question(
    "voice_of_the_child",
    Shape(
        ("kind",),
        (
            *("n", "missing", "all_heard", "some_heard", "none_heard"),
            *("child_attended", "child_rated", "child_raised", "children", "children_heard"),
        ),
        {
            "share_all_heard": ("n", "all_heard"),
            "share_children_heard": ("children", "children_heard"),
        },
        (("n", ("all_heard", "some_heard", "none_heard")),),
        shares={
            "share_all_heard": ("all_heard", ("n",)),
            "share_children_heard": ("children_heard", ("children",)),
        },
    ),
)


def voice_of_the_child(
    tables: Any,
    *,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """Whether the children whom panels are about were heard.

    One row for first panels, for reviews, and for panels that do not say which they are. `n` counts panels that have begun and
    are about at least one child, `missing` those that name none. `all_heard`, `some_heard` and `none_heard` are by children who
    came, or whose view was gathered in another way. `child_attended`, `child_rated` and `child_raised` count panels of `n` at which a
    child sat, gave a number of their own, or raised an entry of the map: none of the three is expected of a child.
    """
    return ask(tables, VOICE_OF_THE_CHILD, by=by, threshold=threshold, base=base, library=library)
