"""Questions about the sitting: who came, what was complete, how long stages took, and whether children were heard."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from ._answer import THRESHOLD, Shape, answer, in_order, median, quartiles, share, titles_of
from ._frames import rows, table_of
from ._panels import grouping, of_one_line, of_panels, panels_of

_ATTENDANCE = ("not_invited", "missing", "absent", "apologies", "attended")


def attendance(
    tables: Any,
    *,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """Which core seats and agencies were at the table, and which were missing.

    One row for each core seat that anybody holds in these tables, at panels that have begun, under the same profile. `n`
    counts those panels; at each the seat `attended` (held by somebody who came, deputies among them), else sent `apologies`, else
    was `absent`, else invited with nothing recorded (`missing`), else `not_invited`.
    """
    tables = of_panels(tables)
    panels_of(tables)
    groups = grouping(tables, by)
    profiles: dict[str, tuple[str, str]] = {
        record: (profile, version)
        for record, profile, version, status in rows(
            table_of(tables, "panels"),
            "record_id",
            "profile_id",
            "profile_version",
            "meeting_status",
        )
        if status != "planned"
    }
    seats: dict[tuple[str, str], set[tuple[str, str | None]]] = defaultdict(set)
    best: dict[tuple[str, str], int] = {}
    columns = ("record_id", "seat_held", "seat_agency", "core", "attended", "attendance")
    for record, seat, agency, core, attended, word in rows(
        table_of(tables, "participants"), *columns
    ):
        if core and record in profiles:
            seats[profiles[record]].add((seat, agency))
            state = _ATTENDANCE.index(
                "attended" if attended else word if word in ("apologies", "absent") else "missing"
            )
            best[record, seat] = max(state, best.get((record, seat), 0))
    tallies: dict[tuple[Any, ...], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for record, profile in profiles.items():
        for seat, agency in seats[profile]:
            tally = tallies[*groups.group(record), agency, seat]
            tally["n"] += 1
            tally[_ATTENDANCE[best.get((record, seat), 0)]] += 1
    shape = Shape(
        (*groups.keys, "agency", "seat"),
        ("n", "missing", "attended", "apologies", "absent", "not_invited"),
        {"share_attended": ("n", "attended")},
        (("n", _ATTENDANCE),),
        by=groups.by,
        within=groups.within,
        common=("n",),
        titles=titles_of(tables, "participants", ("seat", "seat_title", "seat_held")),
        shares={"share_attended": ("attended", ("n",))},
    )
    found = [
        {
            **dict(zip(shape.keys, group, strict=True)),
            **{name: tallies[group].get(name, 0) for name in shape.counts},
            "share_attended": share(tallies[group]["attended"], tallies[group]["n"]),
        }
        for group in in_order(tallies)
    ]
    return answer(tables, shape, found, threshold=threshold, base=base, library=library)


_PHASES = ("record", "planned", "meeting", "concluded")
_PHASE_OF = {"planned": 1, "adjourned": 1, "in_progress": 2, "concluded": 3}


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
    tables = of_panels(tables)
    from .. import rules

    panels_of(tables)
    groups = grouping(tables, by)
    reached: dict[tuple[Any, ...], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for record, status in rows(table_of(tables, "panels"), "record_id", "meeting_status"):
        reached[groups.group(record)][_PHASE_OF[status]] += 1
    standing = _Standing((*groups.keys, "code"))
    day_known = False
    columns = ("live", "days_late", "carried_from_record", "carried_from_action")
    for live, late, old_record, old_action in rows(table_of(tables, "actions"), *columns):
        day_known = day_known or (live and late is not None)
        if old_record is not None:
            standing.carried_on.add((old_record, old_action))
    findings: dict[tuple[Any, ...], int] = defaultdict(int)
    spoken: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    found_by = rows(table_of(tables, "findings"), "record_id", "code", "subject")
    for record, code, subject in found_by:
        group = (*groups.group(record), code)
        if code in STANDING:
            standing.found.append((group, record, subject))
            continue
        findings[group] += 1
        spoken[group].add(record)
    shape = Shape(
        (*groups.keys, "code", "title"),
        ("n", "missing", "with_findings", "clear", "findings"),
        {"share_clear": ("n", "with_findings", "clear")},
        (
            ("n", ("with_findings", "clear")),
            (None, ("n", "missing")),
            ("findings", ("with_findings", "again")),
        ),
        by=groups.by,
        within=groups.within,
        unseen={"again": lambda line: line["findings"] - line["with_findings"]},
        common=("n", "missing"),
        shares={"share_clear": ("clear", ("n",))},
    )
    found = []
    for group in in_order(reached) if groups.by else [()]:
        for rule in rules():
            code, needs = rule["code"], rule["needs"]
            is_asked = "previous" not in needs and (day_known or "as_of" not in needs)
            come_so_far = reached[group][_PHASES.index(rule["phase"]) :]
            n = sum(come_so_far) if is_asked else 0
            speaking = len(spoken[*group, code])
            found.append(
                {
                    **dict(zip(groups.keys, group, strict=True)),
                    "code": code,
                    "title": rule["title"],
                    "n": n,
                    "missing": sum(reached[group]) - n,
                    "with_findings": speaking,
                    "clear": max(n - speaking, 0),
                    "findings": findings[*group, code],
                    "share_clear": share(n - speaking, n),
                }
            )
    return answer(
        tables, shape, found, threshold=threshold, base=base, library=library, later=standing
    )


STANDING = ("SP609", "SP613")
"""The rules about an action as it stands today: that it is overdue, that it was not begun in time."""


@dataclass
class _Standing:
    """What was found about actions as they stand today. Which of them a later panel carried on is known once every record is."""

    keys: tuple[str, ...]
    """Of a line, by which it is found."""
    carried_on: set[tuple[str, str]] = field(default_factory=set)
    found: list[tuple[tuple[Any, ...], str, str | None]] = field(default_factory=list)
    """The group and the code, the record, and the action."""

    def __add__(self, other: _Standing) -> _Standing:
        return _Standing(self.keys, self.carried_on | other.carried_on, self.found + other.found)

    def __call__(self, lines: list[dict[str, Any]]) -> None:
        """Adds to the lines what was found where an action stands last."""
        findings: dict[tuple[Any, ...], int] = defaultdict(int)
        spoken: dict[tuple[Any, ...], set[str]] = defaultdict(set)
        for group, record, action in self.found:
            if (record, action) not in self.carried_on:
                findings[group] += 1
                spoken[group].add(record)
        for line in lines:
            group = tuple(line[key] for key in self.keys)
            line["findings"] += findings[group]
            line["with_findings"] += len(spoken[group])
            line["clear"] = max(line["n"] - line["with_findings"], 0)
            line["share_clear"] = share(line["n"] - line["with_findings"], line["n"])


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
    tables = of_panels(tables)
    of_one_line(tables, "stages")
    groups = grouping(tables, by)
    taken: dict[tuple[Any, ...], list[tuple[timedelta, timedelta]]] = defaultdict(list)
    missing: dict[tuple[Any, ...], int] = defaultdict(int)
    order: dict[tuple[Any, ...], int] = {}
    columns = ("record_id", "stage", "agenda_place", "held", "planned", "actual")
    for record, stage, place, held, planned, actual in rows(table_of(tables, "stages"), *columns):
        if not held:
            continue
        group = (*groups.group(record), stage)
        order.setdefault(group, 1 << 30 if place is None else place)
        if planned is None or actual is None:
            missing[group] += 1
        else:
            taken[group].append((planned, actual))
    shape = Shape(
        (*groups.keys, "stage"),
        ("n", "missing", "over", "within"),
        {
            "share_over": ("n", "over", "within"),
            **dict.fromkeys(("planned", "q1", "median", "q3"), ("n",)),
        },
        (("n", ("over", "within")),),
        by=groups.by,
        within=groups.within,
        titles=titles_of(tables, "stages", ("stage", "stage_title", "stage")),
        shares={"share_over": ("over", ("n",))},
    )
    found = []
    for group in sorted(order, key=lambda group: (str(group[:-1]), order[group], group[-1])):
        times = taken.get(group, [])
        late = sum(actual > planned * (1 + over) for planned, actual in times)
        found.append(
            {
                **dict(zip(shape.keys, group, strict=True)),
                "n": len(times),
                "missing": missing.get(group, 0),
                "over": late,
                "within": len(times) - late,
                "share_over": share(late, len(times)),
                "planned": median([planned / _MINUTE for planned, _ in times]),
                **quartiles([actual / _MINUTE for _, actual in times]),
            }
        )
    return answer(tables, shape, found, threshold=threshold, base=base, library=library)


_MINUTE = timedelta(minutes=1)


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
    tables = of_panels(tables)
    panels_of(tables)
    groups = grouping(tables, by)
    sitters: dict[str, set[str]] = defaultdict(set)
    came: set[str] = set()
    for record, participant, kind, attended in rows(
        table_of(tables, "participants"), "record_id", "participant_id", "kind", "attended"
    ):
        if kind == "child":
            sitters[record].add(participant)
            if attended:
                came.add(record)
    rated = {
        record
        for record, kind, own in rows(table_of(tables, "ratings"), "record_id", "rater_kind", "own")
        if own and kind == "child"
    }
    raised = {
        record
        for record, by, on_map in rows(
            table_of(tables, "entries"), "record_id", "raised_by", "on_map"
        )
        if on_map and sitters.get(record, _NOBODY).intersection(by)
    }
    tallies: dict[Any, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    columns = ("record_id", "kind", "meeting_status", "children", "children_heard")
    for record, kind, status, children, heard in rows(table_of(tables, "panels"), *columns):
        if status == "planned":
            continue
        tally = tallies[*groups.group(record), kind]
        if not children:
            tally["missing"] += 1
            continue
        tally["n"] += 1
        tally["children"] += children
        tally["children_heard"] += heard
        tally["all_heard" if heard == children else "some_heard" if heard else "none_heard"] += 1
        tally["child_attended"] += record in came
        tally["child_rated"] += record in rated
        tally["child_raised"] += record in raised
    shape = Shape(
        (*groups.keys, "kind"),
        (
            *("n", "missing", "all_heard", "some_heard", "none_heard"),
            *("child_attended", "child_rated", "child_raised", "children", "children_heard"),
        ),
        {
            "share_all_heard": ("n", "all_heard"),
            "share_children_heard": ("children", "children_heard"),
        },
        (("n", ("all_heard", "some_heard", "none_heard")),),
        by=groups.by,
        within=groups.within,
        shares={
            "share_all_heard": ("all_heard", ("n",)),
            "share_children_heard": ("children_heard", ("children",)),
        },
    )
    found = []
    for group in in_order(tallies):
        tally = tallies[group]
        found.append(
            {
                **dict(zip(shape.keys, group, strict=True)),
                **{name: tally.get(name, 0) for name in shape.counts},
                "share_all_heard": share(tally["all_heard"], tally["n"]),
                "share_children_heard": share(tally["children_heard"], tally["children"]),
            }
        )
    return answer(tables, shape, found, threshold=threshold, base=base, library=library)


_NOBODY: frozenset[str] = frozenset()
