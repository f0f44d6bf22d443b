"""Pictures of panels, as native figures of matplotlib or charts of altair (`backend=`).

They are for the people who run the panels: no count in them is suppressed, and `spread` and `trajectory` show single families.
Every picture can be read without colour, by markers, hatches and labels, and carries its content in words: `figure.alt` with
matplotlib, the chart's description with altair; a notebook shows both by themselves. Titles say what there is to see, and where
there is nothing, why. Ends of a scale are drawn as the scale has them; numbers of different scales never
share a picture, nor do own numbers with guesses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from . import Profile, Record, analysis, profiles
from . import trajectory as _trajectory
from ._drawing import (
    INKS,
    MARKERS,
    SIDE_INKS,
    SIDES,
    Backend,
    altair,
    canvas,
    finished,
    legend,
    nothing,
    side_colour,
    side_shape,
    stacked,
)
from .analysis._answer import quartiles, titles_of
from .analysis._frames import distinct, rows, table_of
from .analysis._panels import panels_of

__all__ = ["action_ageing", "agenda", "attendance", "spread", "trajectory"]


def trajectory(
    records: Iterable[Record],
    *,
    scale: str | None = None,
    profile: Any = None,
    backend: Backend = "matplotlib",
) -> Any:
    """One family from panel to panel: everyone's own numbers on one scale, each rater's joined, and the lowest named.

    `scale` is the scale's id; where none is said, the one asked at more than one panel, of the most people.
    """
    records = list(records)
    lines = _trajectory(records, profile)["lines"]
    asked = sorted({line["scale"] for line in lines if line["points"]})
    lines = [line for line in lines if scale in (None, line["scale"]) and line["points"]]
    if not lines:
        if scale is not None and asked:
            raise ValueError(
                f"no sitting of that scale was found; one of {', '.join(asked)} was expected"
            )
        return nothing("Own numbers, panel by panel", "No panel with a day has a number.", backend)
    line = max(lines, key=lambda line: (len(line["points"]) > 1, len(line["raters"])))
    days = {point["record"]: date.fromisoformat(point["held_on"]) for point in line["points"]}
    raters = [
        (
            r["by"],
            r["side"],
            [(days[n["record"]], n["value"]) for n in r["numbers"] if n["record"] in days],
        )
        for r in line["raters"]
    ]
    lowest = _lowest(line)
    words = "; ".join(
        f"{day.day} {day:%B %Y}: lowest {value:g} by {by}" for day, value, by in lowest
    )
    alt = f"Own numbers of {len(raters)} raters on the scale {line['scale']}, {line['min']:g} to {line['max']:g}. {words}."
    title = _went(_asked(records, profile, line["scale"]), lowest)
    worried = line["min"] if line["higher_is"] == "better" else line["max"]
    # Numbers that fall together would hide one another: raters stand a little beside each other.
    step = max((max(days.values()) - min(days.values())).days, 20) / 12 / max(len(raters), 1)
    beside = [
        (by, side, numbers, (place - (len(raters) - 1) / 2) * step)
        for place, (by, side, numbers) in enumerate(
            sorted(raters, key=lambda rater: (rater[1], rater[0]))
        )
    ]
    if backend == "altair":
        alt_chart = altair()
        values = [
            {
                "day": (datetime.combine(day, time()) + timedelta(days=aside)).isoformat(),
                "number": value,
                "rater": by,
                "side": SIDES[side],
            }
            for by, side, numbers, aside in beside
            for day, value in numbers
        ]
        sides = {side for _, side, _, _ in beside}
        base = alt_chart.Chart(alt_chart.Data(values=values)).encode(
            x=alt_chart.X(
                "day:T",
                title="panel",
                scale=alt_chart.Scale(padding=48),
                axis=alt_chart.Axis(
                    values=[datetime.combine(d, time()).isoformat() for d in days.values()],
                    format="%d %b %Y",
                    labelFlush=False,
                ),
            ),
            y=alt_chart.Y(
                "number:Q",
                title=f"number (worried end {worried:g})",
                scale=alt_chart.Scale(domain=[line["min"], line["max"]]),
            ),
            color=side_colour(alt_chart, sides),
            detail="rater:N",
        )
        marks = base.mark_point(filled=True, size=70).encode(
            shape=side_shape(alt_chart, sides), tooltip=["rater:N", "number:Q"]
        )
        named = [
            {
                "day": datetime.combine(day, time()).isoformat(),
                "number": value,
                "said": f"lowest {value:g}, {by}",
            }
            for day, value, by in lowest
        ]
        said = (
            alt_chart.Chart(alt_chart.Data(values=named))
            .mark_text(dy=16, fontSize=11)
            .encode(x="day:T", y="number:Q", text="said:N")
        )
        return (base.mark_line(strokeWidth=1, opacity=0.6) + marks + said).properties(
            width=480, height=280, title=title, description=alt
        )
    figure, axes = canvas(7.6, 4.4)
    for _, side, numbers, aside in beside:
        xs = [day.toordinal() + aside for day, _ in numbers]
        axes.plot(
            xs,
            [value for _, value in numbers],
            marker=MARKERS[side],
            color=SIDE_INKS[side],
            linestyle="--" if side == "family" else "-",
            linewidth=0.9,
            alpha=0.85,
            markersize=6,
            label=SIDES[side],
        )
    for day, value, by in lowest:
        axes.annotate(
            f"lowest {value:g}\n{by}",
            (day.toordinal(), value),
            xytext=(0, -14 if value != line["min"] else 10),
            textcoords="offset points",
            ha="center",
            va="top" if value != line["min"] else "bottom",
            fontsize=8,
        )
    axes.set_xticks(
        [day.toordinal() for day in days.values()],
        [f"{day.day} {day:%b %Y}" for day in days.values()],
    )
    room = (line["max"] - line["min"]) * 0.06
    axes.set_ylim(line["min"] - room * 2, line["max"] + room)
    axes.margins(x=0.12)
    axes.set_ylabel(f"number (worried end {worried:g})")
    legend(figure, axes)
    return finished(figure, axes, title, alt)


def _asked(records: Sequence[Record], profile: Any, scale: str) -> str:
    """The question of a scale as a profile of the records puts it; its id where none does."""
    given = [] if profile is None else [profile] if isinstance(profile, Profile) else [*profile]
    for one in (*given, *profiles()):
        # The records were read under one of these already.
        if any(record.at("/profile/id") == one.id for record in records):
            for known in one.to_dict().get("scales", ()):
                if known["id"] == scale and known.get("prompt"):
                    return f"“{known['prompt']}”"
    return scale.replace("_", " ")


def _went(asked: str, lowest: Sequence[tuple[date, float, str]]) -> str:
    if not lowest:
        return f"{asked} No one gave a number of their own"
    first, last = lowest[0][1], lowest[-1][1]
    if len(lowest) == 1:
        return f"{asked} The lowest number is {first:g}"
    how = "stayed at" if first == last else f"went from {first:g} to"
    return f"{asked} The lowest number {how} {last:g}"


def _lowest(line: Mapping[str, Any]) -> list[tuple[date, float, str]]:
    """Of each point, the lowest own number of anyone, and who gave it."""
    found = []
    for point in line["points"]:
        own = [
            group["lowest"]
            for name, group in point["groups"].items()
            if name.startswith("own") and group
        ]
        if own:
            nearest = (min if line["higher_is"] == "better" else max)(
                group["value"] for group in own
            )
            by = [who for group in own if group["value"] == nearest for who in group["by"]]
            said = by[0] if len(by) == 1 else f"{by[0]} and {len(by) - 1} more"
            found.append((date.fromisoformat(point["held_on"]), nearest, said))
    return found


def spread(tables: Any, *, scale: str, limit: int = 24, backend: Backend = "matplotlib") -> Any:
    """How far apart people stood at each sitting of a scale: every own number, and a bar from the lowest to the highest.

    The sittings are the widest apart, at most `limit` of them; the picture says how many there are. `ValueError` where the scale was
    not asked, or stands in the tables under more than one `scale_key`: such numbers do not belong in one picture.
    """
    panels = panels_of(tables)
    sittings: dict[tuple[str, int], list[tuple[float, str]]] = defaultdict(list)
    ends: dict[str | None, tuple[float, float, str]] = {}
    names = "record_id sitting scale scale_key scale_min scale_max higher_is side own value".split()
    for record, sitting, name, key, low, high, higher, side, own, value in rows(
        table_of(tables, "ratings"), *names
    ):
        # Off the scale is no one's place on it (SP501).
        if own and name == scale and key is not None and low <= value <= high:
            sittings[record, sitting].append((value, side))
            ends[key] = (low, high, higher)
    if len(ends) > 1:
        raise ValueError(f"{len(ends)} different scales go by that id here; one was expected")
    known = {name for (name,) in distinct(table_of(tables, "ratings"), "scale")}
    if known and scale not in known:
        raise ValueError(
            f"that scale was not asked; one of {', '.join(sorted(known))} was expected"
        )
    if not ends:
        why = "No one gave a number of their own on a scale that is known."
        return nothing(f"{scale}: each time it was asked", why, backend)
    [(low, high, higher)] = ends.values()
    several = {place: numbers for place, numbers in sittings.items() if len(numbers) > 1}
    asked = titles_of(tables, "ratings", ("scale", "scale_title", "scale")).get("scale", {})
    question = f"“{asked[scale]}”" if scale in asked else scale.replace("_", " ")
    if not several:
        why = f"Each of the {len(sittings)} times it was asked, one person gave a number."
        return nothing(question, why, backend)
    widest = sorted(several, key=lambda place: (-_span(several[place]), panels[place[0]].place))[
        :limit
    ]
    shown = sorted(
        widest, key=lambda place: (panels[place[0]].held_on or date.min, panels[place[0]].place)
    )
    labels = [f"{panels[record].held_on or 'no day'} {record}" for record, _ in shown]
    worried = low if higher == "better" else high
    spans = [_span(several[place]) for place in shown]
    some = (
        f"the {len(shown)} widest of {len(several)} times" if len(several) > limit else "each time"
    )
    title = f"{question} Up to {max(spans):g} points apart: {some} it was asked"
    alt = (
        f"Own numbers on the scale {scale}, {low:g} to {high:g}, at {len(shown)} of the {len(several)} times it was asked. "
        f"The widest are {max(spans, default=0):g} points apart, the closest shown {min(spans, default=0):g}. "
        f"{len(sittings) - len(several)} times with one number are left out."
    )
    if backend == "altair":
        chart = altair()
        values = [
            {"sitting": label, "number": value, "side": SIDES[side], "count": count}
            for label, place in zip(labels, shown, strict=True)
            for (value, side), count in sorted(Counter(several[place]).items())
        ]
        sides = {side for place in shown for _, side in several[place]}
        counts = sorted({count for place in shown for count in Counter(several[place]).values()})
        base = chart.Chart(chart.Data(values=values)).encode(
            y=chart.Y("sitting:N", title=None, sort=labels)
        )
        x = chart.X(
            "number:Q",
            title=f"number (worried end {worried:g})",
            scale=chart.Scale(domain=[low, high]),
        )
        bars = base.mark_rule(color="#888", strokeWidth=2).encode(
            x=chart.X("min(number):Q"), x2="max(number):Q"
        )
        points = base.mark_point(filled=False, strokeWidth=2).encode(
            x=x,
            color=side_colour(chart, sides),
            shape=side_shape(chart, sides),
            size=chart.Size(
                "count:Q",
                title="how many",
                scale=chart.Scale(domain=[1, max(counts, default=1)], range=[40, 220]),
                legend=chart.Legend(values=counts),
            ),
        )
        return (bars + points).properties(width=480, title=title, description=alt)
    figure, axes = canvas(7.6, 1.6 + 0.3 * len(shown))
    for y, place in enumerate(shown):
        given = [value for value, _ in several[place]]
        axes.plot([min(given), max(given)], [y, y], color="#777777", linewidth=2, zorder=1)
        for (value, side), count in sorted(Counter(several[place]).items()):
            aside = {"family": -0.2, "professional": 0.12, "other": 0.28}[side]
            axes.plot(
                value,
                y + aside,
                marker=MARKERS[side],
                color=SIDE_INKS[side],
                markersize=5 + 1.6 * min(count - 1, 5),
                linestyle="",
                markeredgecolor="black",
                markeredgewidth=0.5,
                label=SIDES[side],
            )
    axes.set_yticks(range(len(shown)), labels, fontsize=8)
    axes.set_ylim(len(shown) - 0.4, -0.6)
    room = (high - low) * 0.04
    axes.set_xlim(low - room, high + room)
    axes.set_xlabel(f"number (worried end {worried:g}); larger marks: several people")
    legend(figure, axes)
    return finished(figure, axes, title, alt)


def _span(numbers: Sequence[tuple[float, str]]) -> float:
    values = [value for value, _ in numbers]
    return max(values) - min(values)


_AGES = ("not yet due", "1 to 14 days", "15 to 30 days", "31 to 90 days", "over 90 days")


def action_ageing(tables: Any, *, backend: Backend = "matplotlib") -> Any:
    """How long live actions are past the day they were due, by side of their owner.

    Needs tables that were read with `as_of`. An action that a later panel carried on is counted there alone. Those whose lateness is
    not known are counted in the caption.
    """
    panels_of(tables)
    found: dict[tuple[str, str], tuple[str, int | None, bool]] = {}
    carried_on = set()
    names = (
        "record_id",
        "action_id",
        "owner_side",
        "days_late",
        "live",
        "carried_from_record",
        "carried_from_action",
    )
    for record, action, side, late, live, old_record, old_action in rows(
        table_of(tables, "actions"), *names
    ):
        found[record, action] = (side or "no owner", late, live)
        carried_on.add((old_record, old_action))
    live = [
        (side, late)
        for place, (side, late, is_live) in found.items()
        if is_live and place not in carried_on
    ]
    counts = Counter((side, _age(late)) for side, late in live if late is not None)
    unknown = sum(late is None for _, late in live)
    # Every side in its own ink, as in the other pictures, whether or not it owns anything.
    sides = [*SIDES, *(["no owner"] if any(counts["no owner", age] for age in _AGES) else [])]
    words = "; ".join(
        f"{age}: " + ", ".join(f"{SIDES.get(s, s)} {counts[s, age]}" for s in sides)
        for age in _AGES
    )
    known = len(live) - unknown
    if not known:
        why = (
            f"Of {len(live)} live actions it is not known how late they are: read the records with as_of, the day of judging."
            if live
            else "No action is live."
        )
        return nothing("Live actions by how late they are", why, backend)
    late = sum(counts[side, age] for side in sides for age in _AGES[1:])
    title = f"{late} of {known} live actions are late" + (
        f" (of {unknown} more it is not known)" if unknown else ""
    )
    alt = f"{title}. {words}."
    parts = {SIDES.get(side, side): [counts[side, age] for age in _AGES] for side in sides}
    return stacked(list(_AGES), parts, title, alt, "actions", backend)


def _age(late: int) -> str:
    return _AGES[sum(late > edge for edge in (0, 14, 30, 90))]


_PRESENCE = {
    "attended": "attended",
    "apologies": "apologies",
    "absent": "absent",
    "missing": "not recorded",
    "not_invited": "not invited",
}


def attendance(tables: Any, *, backend: Backend = "matplotlib") -> Any:
    """Which core seats were at the table, and what became of the others (see `analysis.attendance`)."""
    names = ("seat", "seat_title", "n", *_PRESENCE)
    found = [
        dict(zip(names, row, strict=True))
        for row in rows(analysis.attendance(tables, threshold=0), *names)
    ]
    parts = {
        said: [row[name] for row in found]
        for name, said in _PRESENCE.items()
        if any(row[name] for row in found)
    }
    if not found:
        why = "No panel has begun at which anyone holds a core seat of the council's profile."
        return nothing("Core seats at the table", why, backend)
    labels = [row["seat_title"] or row["seat"].replace("_", " ") for row in found]
    panels = max(row["n"] for row in found)
    words = "; ".join(
        f"{label}: "
        + ", ".join(f"{said} {counts[place]}" for said, counts in parts.items() if counts[place])
        for place, label in enumerate(labels)
    )
    fewest, label = min(
        (row["attended"] / row["n"], label) for row, label in zip(found, labels, strict=True)
    )
    title = f"{label} was at the fewest panels: {fewest:.0%} of {panels}"
    return stacked(labels, parts, title, f"{title}. {words}.", "panels", backend)


def agenda(tables: Any, *, backend: Backend = "matplotlib") -> Any:
    """Minutes that stages took, the middle and the middle half of sittings, beside what the profile plans."""
    names = ("stage", "stage_title", "n", "planned", "q1", "median", "q3")
    held = [
        dict(zip(names, row, strict=True))
        for row in rows(analysis.overruns(tables, threshold=0), *names)
    ]
    stages = [row for row in _taken_anyhow(tables, held) if row["median"] is not None]
    if not stages:
        why = "No stage has both a start and an end."
        return nothing("Minutes taken by each stage, beside the plan", why, backend)
    called = [row["stage_title"] or row["stage"].replace("_", " ") for row in stages]
    labels = [f"{name} (n = {row['n']})" for name, row in zip(called, stages, strict=True)]
    words = "; ".join(
        f"{name}: middle {row['median']:.1f}, middle half {row['q1']:.1f} to {row['q3']:.1f}, "
        + ("no time planned" if row["planned"] is None else f"planned {row['planned']:g}")
        for name, row in zip(called, stages, strict=True)
    )
    title = _longest(called, stages)
    alt = f"{title}. {words}."
    if backend == "altair":
        chart = altair()
        values = [{**row, "label": label} for row, label in zip(stages, labels, strict=True)]
        base = chart.Chart(chart.Data(values=values)).encode(
            y=chart.Y("label:N", title=None, sort=labels)
        )
        bars = base.mark_bar(height=10, color=INKS[5]).encode(
            x=chart.X("q1:Q", title="minutes"), x2="q3:Q"
        )
        middle = base.mark_point(shape="circle", filled=True, color="black", size=60).encode(
            x="median:Q"
        )
        plan = (
            base.transform_filter("datum.planned != null")
            .mark_tick(thickness=3, color=INKS[1], height=22)
            .encode(x="planned:Q")
        )
        return (bars + middle + plan).properties(
            width=480,
            title=chart.TitleParams(title, subtitle="bar: middle half; dot: middle; tick: planned"),
            description=alt,
        )
    figure, axes = canvas(7.6, 1.4 + 0.45 * len(stages))
    for y, row in enumerate(stages):
        axes.barh(
            y,
            row["q3"] - row["q1"],
            left=row["q1"],
            height=0.4,
            color=INKS[5],
            edgecolor="black",
            label="middle half",
        )
        axes.plot(row["median"], y, marker="o", color="black", linestyle="", label="middle")
        if row["planned"] is not None:
            axes.plot(
                row["planned"],
                y,
                marker="|",
                markersize=20,
                markeredgewidth=3,
                color=INKS[1],
                linestyle="",
                label="planned",
            )
    axes.set_yticks(range(len(stages)), labels)
    axes.invert_yaxis()
    axes.set_xlim(left=0)
    axes.set_xlabel("minutes")
    legend(figure, axes)
    return finished(figure, axes, title, alt)


def _longest(called: Sequence[str], stages: Sequence[Mapping[str, Any]]) -> str:
    """Which stage went furthest beyond its plan."""
    over = [
        (row["median"] - row["planned"], name, row)
        for name, row in zip(called, stages, strict=True)
        if row["planned"] is not None
    ]
    if not over:
        return "Minutes taken by each stage: the profile plans none"
    beyond, name, row = max(over, key=lambda one: one[0])
    if beyond <= 0:
        return "Every stage with a plan kept to it, in the middle"
    return f"{name} took {row['median']:.0f} minutes in the middle, {row['planned']:g} were planned"


def _taken_anyhow(tables: Any, planned: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The stages as `overruns` has them; of those without a plan, how long they took all the same."""
    minutes: dict[str, list[float]] = defaultdict(list)
    for stage, actual in rows(table_of(tables, "stages"), "stage", "actual"):
        if actual is not None:
            minutes[stage].append(actual.total_seconds() / 60)
    return [
        row
        if row["median"] is not None
        else {**row, "n": len(minutes[row["stage"]]), **quartiles(minutes[row["stage"]])}
        for row in planned
    ]
