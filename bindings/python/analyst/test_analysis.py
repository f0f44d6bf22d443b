"""Every answer against plain loops over the records, and what all answers have in common."""

from __future__ import annotations

import copy
import json
import random
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from statistics import fmean, median

import pytest
from synthetic import records_of

pytest.importorskip("pyarrow")

from hypothesis import given, settings
from hypothesis import strategies as st
from support_panel import Profile, Record, analysis, read_ndjson, rules

AS_OF = "2026-06-30"
POOL = records_of(240, seed=11, defects=0.6)
BUILT_IN = Profile.built_in()


def another():
    """A council that asks, plans and decides otherwise, in the same words."""
    other = copy.deepcopy(BUILT_IN.to_dict())
    other.update(id="ours", version="2", quorum={"min_agencies": 8})
    scales = {scale["id"]: scale for scale in other["scales"]}
    scales["panel"]["max"] = 8
    scales["worker_goal"]["higher_is"] = "worse"
    for place, seat in enumerate(other["seats"]):
        seat["core"] = place % 3 != 0
        seat["title"] += ", ours"
    for stage in other["agenda"]:
        stage["minutes"] = stage.get("minutes", 6) + 1
    directions = [decision["direction"] for decision in other["decisions"]]
    for decision, direction in zip(
        other["decisions"], directions[1:] + directions[:1], strict=True
    ):
        decision["direction"] = direction
    return Profile.from_json(json.dumps(other))


PROFILES = {profile.id: profile for profile in (BUILT_IN, another())}
COUNCILS = {name: profile.to_dict() for name, profile in PROFILES.items()}


def council(record):
    return COUNCILS[record["profile"]["id"]]


def profile_of(record):
    return PROFILES[record["profile"]["id"]]


def direction_of(record):
    """Which way the decision of a record goes, under its own profile."""
    decision = record.get("outcome", {}).get("decision")
    directions = {known["id"]: known["direction"] for known in council(record)["decisions"]}
    return directions.get(decision)


QUARTILES = ("q1", "median", "q3")


def tables_of(records):
    lines = "\n".join(map(json.dumps, records)).encode()
    return read_ndjson(lines, PROFILES.values(), as_of=AS_OF, threads=1)


def lines_of(answer):
    """The rows of an answer in no order, without the name of the scale's key, and what is told of all of them."""
    beside = {"scale_key", "missing_records", "seat_title", "scale_title", "stage_title"}
    return Counter(
        tuple((k, _rounded(v)) for k, v in row.items() if k not in beside)
        for row in answer.to_pylist()
    )


def _rounded(value):
    return round(value, 9) if isinstance(value, float) else value


def as_lines(rows):
    return Counter(tuple((k, _rounded(v)) for k, v in row.items()) for row in rows)


def quantile(values, share):
    """Type 7, written out."""
    ordered = sorted(values)
    at = share * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def quartiles(values):
    return {
        name: float(quantile(values, q)) if values else None
        for name, q in zip(QUARTILES, (0.25, 0.5, 0.75), strict=False)
    }


def some_records():
    """Records that a seed decides on."""
    return st.integers(0, 10**9).map(lambda seed: mutated(random.Random(seed)))


def mutated(chance):
    """Whole histories of a few families, with members taken out and numbers changed here and there."""
    families = defaultdict(list)
    for record in POOL:
        families[record["case"]["reference"]].append(record)
    records = [copy.deepcopy(r) for f in chance.sample(sorted(families), 7) for r in families[f]]
    for record in records:
        meeting = record.setdefault("meeting", {})
        if chance.random() < 0.1:
            meeting.pop("held_on", None)
        if chance.random() < 0.2:
            record.get("outcome", {}).pop("decision", None)
        if chance.random() < 0.2:
            record.get("referral", {}).pop("received_on", None)
        if chance.random() < 0.2:
            meeting["status"] = chance.choice(["planned", "in_progress", "adjourned", "concluded"])
        for sitting in record.get("scaling", []):
            for rating in list(sitting.get("ratings", [])):
                if chance.random() < 0.15 and len(sitting["ratings"]) > 1:
                    sitting["ratings"].remove(rating)
                elif chance.random() < 0.2:
                    rating["value"] = chance.choice([0, 1, 2.5, 4, 5, 6.1, 10])
            if chance.random() < 0.1 and sitting.get("ratings"):
                sitting["ratings"].append(copy.deepcopy(chance.choice(sitting["ratings"])))
        if record.get("referral", {}).get("scale") and chance.random() < 0.3:
            record["referral"]["scale"].update(higher_is="worse")
        # Where two actions share an id, which of them a later panel carried on is anyone's guess: SP101 says so.
        if "actions" in record:
            record["actions"] = list(
                {action["id"]: action for action in record["actions"]}.values()
            )
        for action in record.get("actions", []):
            if chance.random() < 0.1:
                action.pop("due", None)
            if chance.random() < 0.1:
                action.pop("owner", None)
            if action.get("status") == "done" and chance.random() < 0.3:
                action.pop("done_on", None)
        for participant in record.get("participants", []):
            if chance.random() < 0.1:
                participant["attendance"] = chance.choice(
                    ["invited", "absent", "apologies", "present"]
                )
        if chance.random() < 0.1:
            record["participants"] = record.get("participants", [])[:3]
    # Families come back: a later panel is a first one again, of a referral of its own.
    for record in records:
        meeting = record["meeting"]
        if meeting.get("kind") == "review" and chance.random() < 0.3:
            meeting["kind"] = "initial"
            if chance.random() < 0.7:
                meeting.pop("previous", None)
            day = date.fromisoformat(meeting.get("held_on", "2026-01-01"))
            received = day - timedelta(days=chance.choice([3, 10, 60, 400]))
            if chance.random() < 0.8:
                record.setdefault("referral", {})["received_on"] = received.isoformat()
        if chance.random() < 0.3:
            record["profile"] = {"id": "ours", "version": "2"}
    chance.shuffle(records)
    return records


checked = settings(max_examples=15, deadline=None)


# --- plain loops, from the record's own members ---


def side_of_kind(kind):
    return {
        "professional": "professional",
        "family": "family",
        "child": "family",
        "network": "family",
    }.get(kind, "other")


def own_numbers(record):
    kinds = {p["id"]: p["kind"] for p in record.get("participants", [])}
    for place, sitting in enumerate(record.get("scaling", [])):
        scale = next((s for s in council(record)["scales"] if s["id"] == sitting["scale"]), None)
        if sitting["scale"] == "referrer":
            scale = record.get("referral", {}).get("scale")
        for rating in sitting.get("ratings", []):
            if rating.get("on_behalf_of"):
                continue
            key = value = None
            if scale:
                prompt = scale["prompt"] if sitting["scale"] == "referrer" else None
                ends = (scale["anchors"].get("min"), scale["anchors"].get("max"))
                key = (
                    scale["id"],
                    scale["min"],
                    scale["max"],
                    scale["step"],
                    scale["higher_is"],
                    ends,
                    prompt,
                )
                better = scale["higher_is"] == "better"
                value = round(
                    rating["value"] - scale["min"] if better else scale["max"] - rating["value"], 6
                )
                if not 0 <= value <= scale["max"] - scale["min"]:
                    value = None
            kind = kinds.get(rating["by"])
            yield (
                place,
                (sitting["scale"], key, sitting.get("round")),
                sitting.get("about"),
                rating["by"],
                kind,
                value,
            )


def by_family(records):
    families = defaultdict(list)
    for record in records:
        families[record["case"]["reference"]].append(record)
    for history in families.values():
        dated = [r for r in history if r.get("meeting", {}).get("held_on")]
        yield history, sorted(dated, key=lambda r: r["meeting"]["held_on"])


def named(group, *names):
    scale, _, turn = group[:3]
    return {"scale": scale, "round": turn, **dict(zip(names, group[3:], strict=False))}


@checked
@given(some_records())
def test_movement(records):
    pairs, missing = defaultdict(list), Counter()
    for history, dated in by_family(records):
        undated = [r for r in history if r not in dated]
        for record in undated:
            for _, scale, _, _, kind, _ in own_numbers(record):
                missing[*scale, side_of_kind(kind)] += 1
        asked, last = set(), {}
        for record in dated:
            seen, here = set(), set()
            for _, scale, about, by, kind, value in own_numbers(record):
                group, line = (*scale, side_of_kind(kind)), (scale, about)
                if value is None:
                    missing[group] += 1
                    continue
                here.add(line)
                if (line, by) in seen:
                    continue
                seen.add((line, by))
                if (line, by) in last:
                    pairs[group].append((last[line, by], value))
                else:
                    missing[group] += line in asked
                last[line, by] = value
            asked |= here
    expected = []
    for group in {*pairs, *missing}:
        moved = [round(b - a, 6) for a, b in pairs.get(group, [])]
        expected.append(
            {
                **named(group, "side"),
                "n": len(moved),
                "missing": missing[group],
                "better": sum(b > a for a, b in pairs.get(group, [])),
                "same": sum(b == a for a, b in pairs.get(group, [])),
                "worse": sum(b < a for a, b in pairs.get(group, [])),
                "mean_change": fmean(moved) if moved else None,
                **quartiles(moved),
            }
        )
    assert lines_of(
        analysis.movement(tables_of(records), threshold=0, library="pyarrow")
    ) == as_lines(expected)


def sittings_of(records):
    for record in records:
        sittings = defaultdict(list)
        for place, scale, about, by, kind, value in own_numbers(record):
            sittings[place].append((scale, about, by, kind, value))
        yield from ((record, numbers) for numbers in sittings.values())


@checked
@given(some_records())
def test_family_and_professionals(records):
    both, one = defaultdict(list), Counter()
    for _, numbers in sittings_of(records):
        sides = defaultdict(list)
        for _, _, _, kind, value in numbers:
            if value is not None:
                sides[side_of_kind(kind)].append(value)
        if sides["family"] and sides["professional"]:
            both[numbers[0][0]].append((sides["family"], sides["professional"]))
        else:
            one[numbers[0][0]] += 1
    expected = []
    for group in {*both, *one}:
        gaps = [round(median(f) - median(p), 7) for f, p in both[group]]
        expected.append(
            {
                **named(group),
                "n": len(gaps),
                "missing": one[group],
                "family_lower": sum(g < 0 for g in gaps),
                "same": sum(g == 0 for g in gaps),
                "family_higher": sum(g > 0 for g in gaps),
                "median_gap": float(median(gaps)) if gaps else None,
                "median_lowest_gap": float(
                    median([round(min(f) - min(p), 6) for f, p in both[group]])
                )
                if gaps
                else None,
            }
        )
    answer = analysis.family_and_professionals(tables_of(records), threshold=0, library="pyarrow")
    assert lines_of(answer) == as_lines(expected)


@checked
@given(some_records())
def test_agreement(records):
    units, fewer = defaultdict(list), Counter()
    for _, numbers in sittings_of(records):
        values = [value for *_, value in numbers if value is not None]
        if len(values) > 1:
            units[numbers[0][0]].append(values)
        else:
            fewer[numbers[0][0]] += 1
    expected = []
    for group in {*units, *fewer}:
        spreads = [fmean(abs(v - median(values)) for v in values) for values in units[group]]
        expected.append(
            {
                **named(group),
                "n": len(spreads),
                "missing": fewer[group],
                "alpha": alpha_by_hand(units[group]),
                **quartiles(spreads),
            }
        )
    answer = analysis.agreement(tables_of(records), threshold=0, library="pyarrow")
    assert lines_of(answer) == as_lines(expected)


def alpha_by_hand(units):
    """Krippendorff's alpha of ordinal numbers, by its coincidences (2011)."""
    pairs = Counter()
    for values in units:
        for one, first in enumerate(values):
            for other, second in enumerate(values):
                if one != other:
                    pairs[first, second] += 1 / (len(values) - 1)
    ranks = sorted({value for pair in pairs for value in pair})
    totals = {v: sum(n for (first, _), n in pairs.items() if first == v) for v in ranks}

    def apart(first, second):
        low, high = sorted((first, second))
        between = sum(totals[v] for v in ranks if low <= v <= high)
        return (between - (totals[low] + totals[high]) / 2) ** 2

    n = sum(totals.values())
    chance = sum(totals[a] * totals[b] * apart(a, b) for a in ranks for b in ranks if a != b)
    if not chance:
        return None
    seen = sum(count * apart(*pair) for pair, count in pairs.items())
    return 1 - (n - 1) * seen / chance


def seat_held(record, by):
    seats = {p["id"]: p for p in record.get("participants", [])}
    who = seats.get(by, {})
    attended = who.get("attendance") in ("present", "remote")
    if attended and who.get("deputy_for"):
        return seats.get(who["deputy_for"], {}).get("seat")
    return who.get("seat")


@checked
@given(some_records())
def test_deviations(records):
    gaps, missing = defaultdict(list), Counter()
    for record, numbers in sittings_of(records):
        for place, (scale, _, by, kind, value) in enumerate(numbers):
            group = (*scale, kind, seat_held(record, by))
            others = [
                number[4]
                for other, number in enumerate(numbers)
                if other != place and number[4] is not None
            ]
            if others and value is not None:
                gaps[group].append(round(value - fmean(others), 9))
            else:
                missing[group] += 1
    expected = [
        {
            **named(group, "kind", "seat"),
            "n": len(gaps[group]),
            "missing": missing[group],
            "lower": sum(g < 0 for g in gaps[group]),
            "same": sum(g == 0 for g in gaps[group]),
            "higher": sum(g > 0 for g in gaps[group]),
            "mean_deviation": fmean(gaps[group]) if gaps[group] else None,
            **quartiles(gaps[group]),
        }
        for group in {*gaps, *missing}
    ]

    def coarse(lines):
        return Counter(
            tuple((k, round(v, 6) if isinstance(v, float) else v) for k, v in line)
            for line in lines.elements()
        )

    answer = analysis.deviations(tables_of(records), threshold=0, library="pyarrow")
    assert coarse(lines_of(answer)) == coarse(as_lines(expected))


@checked
@given(some_records(), st.sampled_from([None, 2, 3.6]))
def test_spread(records, wide):
    found = []
    for record, numbers in sittings_of(records):
        scale, about = numbers[0][:2]
        values = sorted(n[4] for n in numbers if n[4] is not None)
        far = (
            wide
            if wide is not None
            else round((scale[1][2] - scale[1][1]) * 0.4, 6)
            if scale[1]
            else 0
        )
        if len(values) < 2:
            pattern = "too_few"
        else:
            is_wide = round(values[-1] - values[0], 6) >= far
            gap = round(values[1] - values[0], 6)
            is_lone = len(values) >= 3 and gap > 0 and gap >= far / 2
            pattern = "_and_".join(["wide"] * is_wide + ["lone_low"] * is_lone) or "close"
        found.append((record, scale, about, values, pattern))
    tallies, totals = defaultdict(Counter), Counter()
    for record, scale, about, values, pattern in found:
        tally = tallies[*scale, pattern]
        totals[scale] += 1
        tally["n"] += 1
        outcome = record.get("outcome", {})
        tally[direction_of(record) or "missing"] += 1
        tally["dissent"] += bool(outcome.get("dissent"))
        day = record["meeting"].get("held_on")
        if not day or len(values) < 2:
            continue
        place = records.index(record)
        later = [
            (other["meeting"]["held_on"], records.index(other), round(others[-1] - others[0], 6))
            for other, same, thing, others, _ in found
            if other is not record and len(others) > 1 and other["meeting"].get("held_on")
            if other["case"]["reference"] == record["case"]["reference"]
            and (same, thing) == (scale, about)
            if (other["meeting"]["held_on"], records.index(other)) > (day, place)
        ]
        if later:
            then, now = min(later)[2], round(values[-1] - values[0], 6)
            tally["asked_again"] += 1
            tally["narrower" if then < now else "wider" if then > now else "as_before"] += 1
    counts = (
        "n",
        "missing",
        *analysis.DIRECTIONS,
        "dissent",
        "asked_again",
        "narrower",
        "as_before",
        "wider",
    )
    expected = [
        {
            **named(g, "pattern"),
            **{c: tallies[g][c] for c in counts},
            "share": tallies[g]["n"] / totals[g[:3]],
        }
        for g in tallies
    ]
    answer = analysis.spread(tables_of(records), wide=wide, threshold=0, library="pyarrow")
    assert lines_of(answer) == as_lines(expected)


@checked
@given(some_records())
def test_actions(records):
    carried_on = {
        (a["carried_from"]["record"], a["carried_from"]["action"])
        for r in records
        for a in r.get("actions", [])
        if "carried_from" in a
    }
    where = {(r["id"], a["id"]): (r, a) for r in records for a in r.get("actions", [])}
    tallies, lateness = defaultdict(Counter), defaultdict(list)
    for record, action in ((r, a) for r in records for a in r.get("actions", [])):
        if (record["id"], action["id"]) in carried_on:
            continue
        kinds = {p["id"]: p["kind"] for p in record.get("participants", [])}
        group = kinds.get(action.get("owner"))
        tally, status = tallies[group], action.get("status", "open")
        if status == "cancelled":
            tally["cancelled"] += 1
            continue
        tally["n"] += 1
        times, at = 0, action
        while "carried_from" in at:
            times += 1
            at = where.get(
                (at["carried_from"]["record"], at["carried_from"]["action"]), (None, {})
            )[1]
        tally["carried" if times else "carried_never"] += 1
        tally["carried_again"] += times >= 2
        due = Record.from_dict(record).due_on(action["id"], profile_of(record))
        end = action.get("done_on") if status == "done" else AS_OF
        if due is None or end is None:
            tally["missing"] += 1
            continue
        late = (date.fromisoformat(end) - date.fromisoformat(str(due))).days
        if status == "done":
            tally["late" if late > 0 else "on_time"] += 1
            if late > 0:
                lateness[group].append(late)
        else:
            tally["overdue" if late > 0 else "not_yet_due"] += 1
    counts = "n missing on_time late overdue not_yet_due carried_never carried carried_again cancelled".split()
    expected = [
        {
            "owner_kind": group,
            **{c: tally[c] for c in counts},
            "share_on_time": tally["on_time"] / done
            if (done := tally["on_time"] + tally["late"] + tally["overdue"])
            else None,
            "median_days_late": float(median(lateness[group])) if lateness[group] else None,
        }
        for group, tally in tallies.items()
    ]
    assert lines_of(
        analysis.actions(tables_of(records), threshold=0, library="pyarrow")
    ) == as_lines(expected)


@checked
@given(some_records())
def test_timing(records):
    days = {step: [] for step in analysis.STEPS}
    referrals = 0
    for history, dated in by_family(records):
        openings = [
            record
            for place, record in enumerate(dated)
            if place == 0
            or (
                record["meeting"].get("kind") != "review"
                and "previous" not in record["meeting"]
                and record.get("referral", {}).get("received_on", "9999")
                > dated[place - 1]["meeting"]["held_on"]
            )
        ]
        referrals += len(openings) or 1
        done = [a["done_on"] for r in history for a in r.get("actions", []) if a.get("done_on")]
        for opening, later in zip(openings, [*openings, None][1:], strict=True):
            meeting = opening["meeting"]
            if meeting.get("kind") == "review" or "previous" in meeting:
                continue
            until = later["meeting"]["held_on"] if later else "9999"
            held = date.fromisoformat(meeting["held_on"])
            referred = opening.get("referral", {}).get("received_on")
            first = min((d for d in done if meeting["held_on"] <= d < until), default=None)
            if referred:
                days["referral_to_panel"].append((held - date.fromisoformat(referred)).days)
            if first:
                days["panel_to_first_action"].append((date.fromisoformat(first) - held).days)
            if referred and first:
                days["referral_to_first_action"].append(
                    (date.fromisoformat(first) - date.fromisoformat(referred)).days
                )
    expected = [
        {
            "step": step,
            "n": len(taken),
            "missing": referrals - len(taken),
            "before": sum(d < 0 for d in taken),
            **quartiles([d for d in taken if d >= 0]),
        }
        for step, taken in days.items()
    ]
    assert lines_of(
        analysis.timing(tables_of(records), threshold=0, library="pyarrow")
    ) == as_lines(expected)


@checked
@given(some_records())
def test_attendance(records):
    begun = defaultdict(list)
    for record in records:
        if record.get("meeting", {}).get("status", "planned") != "planned":
            begun[record["profile"]["id"]].append(record)
    # A core seat is asked of the panels of a council at which anyone held it.
    asked = defaultdict(list)
    for profile, theirs in begun.items():
        core = {s["id"]: s["agency"] for s in COUNCILS[profile]["seats"] if s.get("core")}
        seen = {seat_held(r, p["id"]) for r in theirs for p in r.get("participants", [])}
        for seat in seen & core.keys():
            asked[core[seat], seat] += theirs
    expected = []
    for (agency, seat), panels in asked.items():
        tally = Counter()
        for record in panels:
            held = [
                p.get("attendance")
                for p in record.get("participants", [])
                if seat_held(record, p["id"]) == seat
            ]
            for words, said in (
                (("present", "remote"), "attended"),
                (("apologies",), "apologies"),
                (("absent",), "absent"),
                (("invited", None), "missing"),
            ):
                if any(word in words for word in held):
                    tally[said] += 1
                    break
            else:
                tally["not_invited"] += 1
        expected.append(
            {
                "agency": agency,
                "seat": seat,
                "n": len(panels),
                **{
                    c: tally[c]
                    for c in ("missing", "attended", "apologies", "absent", "not_invited")
                },
                "share_attended": tally["attended"] / len(panels),
            }
        )
    assert lines_of(
        analysis.attendance(tables_of(records), threshold=0, library="pyarrow")
    ) == as_lines(expected)


@checked
@given(some_records())
def test_completeness(records):
    phases = {"planned": 1, "adjourned": 1, "in_progress": 2, "concluded": 3}
    reached = [phases[r.get("meeting", {}).get("status", "planned")] for r in records]
    carried_on = {
        (a["carried_from"]["record"], a["carried_from"]["action"])
        for r in records
        for a in r.get("actions", [])
        if "carried_from" in a
    }
    # SP609 and SP613 are about an action as it stands today: the last record that has it says so.
    checks = [
        [
            f
            for f in Record.from_dict(record).check(profile_of(record), as_of=AS_OF)
            if f.code not in ("SP609", "SP613") or (record["id"], f.subject) not in carried_on
        ]
        for record in records
    ]
    live = [
        a
        for r in records
        for a in r.get("actions", [])
        if a.get("status", "open") in ("open", "in_progress")
    ]
    due = [
        a
        for r in records
        for a in r.get("actions", [])
        if a in live and Record.from_dict(r).due_on(a["id"], profile_of(r))
    ]
    expected = []
    for rule in rules():
        asked = sum(
            r >= ("record", "planned", "meeting", "concluded").index(rule["phase"]) for r in reached
        )
        if "previous" in rule["needs"] or ("as_of" in rule["needs"] and not due):
            asked = 0
        speaking = sum(any(f.code == rule["code"] for f in found) for found in checks)
        expected.append(
            {
                "code": rule["code"],
                "title": rule["title"],
                "n": asked,
                "missing": len(records) - asked,
                "with_findings": speaking,
                "clear": max(asked - speaking, 0),
                "findings": sum(f.code == rule["code"] for found in checks for f in found),
                "share_clear": (asked - speaking) / asked if asked else None,
            }
        )
    assert lines_of(
        analysis.completeness(tables_of(records), threshold=0, library="pyarrow")
    ) == as_lines(expected)


@checked
@given(some_records())
def test_overruns(records):
    taken, missing, stages = defaultdict(list), Counter(), set()
    for record in records:
        for item in record.get("agenda", []):
            if not any(item.get(member) for member in ("started_at", "ended_at", "led_by")):
                continue
            stages.add(item["stage"])
            plans = {stage["id"]: stage.get("minutes") for stage in council(record)["agenda"]}
            plan = plans.get(item["stage"])
            if plan is None or not (item.get("started_at") and item.get("ended_at")):
                missing[item["stage"]] += 1
                continue
            start, end = (datetime.fromisoformat(item[at]) for at in ("started_at", "ended_at"))
            seconds = (end - start).total_seconds() - item.get("paused_seconds", 0)
            if seconds < 0:
                missing[item["stage"]] += 1
            else:
                taken[item["stage"]].append((plan, seconds / 60))
    expected = []
    for stage in stages:
        over = sum(actual > plan * 1.25 for plan, actual in taken[stage])
        n = len(taken[stage])
        expected.append(
            {
                "stage": stage,
                "n": n,
                "missing": missing[stage],
                "over": over,
                "within": n - over,
                "share_over": over / n if n else None,
                "planned": float(median([p for p, _ in taken[stage]])) if n else None,
                **quartiles([actual for _, actual in taken[stage]]),
            }
        )
    assert lines_of(
        analysis.overruns(tables_of(records), threshold=0, library="pyarrow")
    ) == as_lines(expected)


@checked
@given(some_records())
def test_voice_of_the_child(records):
    tallies = defaultdict(Counter)
    for record in records:
        meeting = record.get("meeting", {})
        if meeting.get("status", "planned") == "planned":
            continue
        tally = tallies[meeting.get("kind")]
        sitting = [p for p in record.get("participants", []) if p["kind"] == "child"]
        came = [p for p in sitting if p.get("attendance") in ("present", "remote")]
        children = [p for p in record["case"].get("people", []) if p["kind"] == "child"]
        ids = {p["id"] for p in sitting}
        if not children:
            tally["missing"] += 1
            continue
        heard = sum(
            child.get("views") in ("attended", "advocate", "written", "gathered_before", "observed")
            or any(
                p.get("person") == child["id"] for p in record.get("participants", []) if p in came
            )
            for child in children
        )
        tally["n"] += 1
        tally["children"] += len(children)
        tally["children_heard"] += heard
        tally[
            "all_heard" if heard == len(children) else "some_heard" if heard else "none_heard"
        ] += 1
        tally["child_attended"] += bool(came)
        tally["child_rated"] += any(kind == "child" for *_, kind, _ in own_numbers(record))
        tally["child_raised"] += any(
            ids.intersection(e.get("raised_by", []))
            for e in record.get("mapping", [])
            if "withdrawn" not in e
        )
    counts = "n missing all_heard some_heard none_heard child_attended child_rated child_raised children children_heard".split()
    expected = [
        {
            "kind": kind,
            **{c: tally[c] for c in counts},
            "share_all_heard": tally["all_heard"] / tally["n"] if tally["n"] else None,
            "share_children_heard": tally["children_heard"] / tally["children"]
            if tally["children"]
            else None,
        }
        for kind, tally in tallies.items()
    ]
    answer = analysis.voice_of_the_child(tables_of(records), threshold=0, library="pyarrow")
    assert lines_of(answer) == as_lines(expected)


# --- what all answers have in common ---

QUESTIONS = (
    analysis.actions,
    analysis.agreement,
    analysis.attendance,
    analysis.completeness,
    analysis.decisions,
    analysis.deviations,
    analysis.family_and_professionals,
    analysis.movement,
    analysis.overruns,
    analysis.quorum,
    analysis.spread,
    analysis.timing,
    analysis.voice_of_the_child,
    analysis.volumes,
)
NAMES = ("panels", "participants", "entries", "ratings", "actions", "stages", "findings", "errors")


def plain(answer):
    """Rows of any library's frame, with None for what is missing."""
    if hasattr(answer, "to_pylist"):
        return answer.to_pylist()
    if hasattr(answer, "to_dicts"):
        return answer.to_dicts()
    return answer.astype(object).where(answer.notna(), None).to_dict("records")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.__name__)
@pytest.mark.parametrize("threshold", [0, 5])
def test_every_library_gives_the_same_and_takes_its_own_frames(question, threshold):
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    tables = tables_of(POOL)
    expected = plain(question(tables, threshold=threshold, library="pyarrow"))
    assert expected
    for library in ("pandas", "polars", "pyarrow"):
        frames = {name: getattr(getattr(tables, name), f"to_{library}")() for name in NAMES}
        answer = question(frames, threshold=threshold)
        assert type(answer).__module__.partition(".")[0] == library
        assert plain(answer) == expected


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.__name__)
def test_nothing_in_gives_the_same_columns_and_types_as_much(question):
    some, none = (question(tables_of(r), threshold=0, library="pyarrow") for r in (POOL, []))
    assert none.schema == some.schema
    assert all(
        value in (0, None)
        for row in none.to_pylist()
        for name, value in row.items()
        if name in ("n", "missing")
    )


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.__name__)
def test_small_counts_are_not_shown_nor_what_rests_on_them(question):
    tables = tables_of(POOL)
    whole = question(tables, threshold=0, library="pyarrow")
    shown = question(tables, threshold=7, library="pyarrow")
    import pyarrow as pa

    assert shown.schema.names == [*whole.schema.names, "suppressed"]
    counts = [f.name for f in whole.schema if f.type == pa.int64()]
    figures = [f.name for f in whole.schema if f.type == pa.float64()]
    assert {"n", "missing"} <= {*counts}
    for row, clear in zip(shown.to_pylist(), whole.to_pylist(), strict=True):
        hidden = (row["suppressed"] or "").split()
        assert {*hidden} <= {*counts, *figures}
        for name in (*counts, *figures):
            # What is missing and not named does not apply.
            assert row[name] == (None if name in hidden else clear[name])
            assert name in counts or name not in hidden or clear[name] is not None
        assert {name for name in counts if 0 < clear[name] < 7} <= {*hidden}
        # The shares of `decisions` rest on those that could be followed.
        if "n" in hidden and question is not analysis.decisions:
            assert all(row[name] is None for name in figures if "children" not in name)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.__name__)
def test_counts_are_rounded_where_a_base_is_asked_for(question):
    tables = tables_of(POOL)
    whole = question(tables, threshold=0, library="pyarrow")
    shown = question(tables, base=5, library="pyarrow")
    import pyarrow as pa

    counts = [f.name for f in whole.schema if f.type == pa.int64()]
    sums = {"n", "asked_again"}
    for row, clear in zip(shown.to_pylist(), whole.to_pylist(), strict=True):
        for name in counts:
            assert row[name] % 5 == 0
            assert name in sums or abs(row[name] - clear[name]) <= 2
        if row.get("share_attended") is not None:
            assert row["share_attended"] == row["attended"] / row["n"]
        if 0 < clear["n"] < 5 and "median" in row:
            assert row["median"] is None


NOT_ASKED = {
    (analysis.spread, "decision"),
    (analysis.decisions, "decision"),
    (analysis.deviations, "kind"),
    (analysis.voice_of_the_child, "kind"),
}
BY = ("year", "quarter", "kind", "decision", "lawful_basis", "children")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.__name__)
@pytest.mark.parametrize("by", BY)
def test_groups_make_up_the_whole(question, by):
    tables = tables_of(POOL)
    import pyarrow as pa

    if (question, by) in NOT_ASKED:
        with pytest.raises(ValueError, match=f"{by} is (what this answer counts|a column of this)"):
            question(tables, by=by)
        return
    whole = question(tables, threshold=0, library="pyarrow")
    parts = question(tables, by=by, threshold=0, library="pyarrow")
    counts = [f.name for f in whole.schema if f.type == pa.int64()]
    keys = [f.name for f in parts.schema if f.type == pa.string() and f.name != "owner_kind"][1:]
    if question is analysis.actions:
        keys = []
    added, expected = (defaultdict(Counter) for _ in range(2))
    for frame, sums in ((parts, added), (whole, expected)):
        for row in frame.to_pylist():
            for name in counts:
                sums[tuple(row[key] for key in keys)][name] += row[name]
    assert added == expected
    # A family's first panel is of one kind.
    assert len({row[by] for row in parts.to_pylist()}) > (
        (question, by) != (analysis.timing, "kind")
    )


def test_a_group_is_a_part_of_time_or_a_column():
    tables = tables_of(POOL[:30])
    held = {r["id"]: r.get("meeting", {}).get("held_on") for r in POOL[:30]}
    quarters = {day and f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}" for day in held.values()}
    answer = analysis.voice_of_the_child(tables, by="quarter", threshold=0, library="pyarrow")
    assert {row["quarter"] for row in answer.to_pylist()} <= quarters
    with pytest.raises(
        ValueError, match="by: found another word, expected year, quarter, agency or"
    ):
        analysis.voice_of_the_child(tables, by="Zebedee")


def test_what_cannot_be_answered_is_refused():
    tables = tables_of(POOL[:3])
    with pytest.raises(ValueError, match="'ratings' is needed"):
        analysis.movement({"panels": tables.panels})
    with pytest.raises(ValueError, match="library: found another word"):
        analysis.movement(tables, library="excel")
    with pytest.raises(ValueError, match="threshold is -1"):
        analysis.movement(tables, threshold=-1)
    with pytest.raises(ValueError, match="1 lines carry a record id"):
        analysis.movement(tables_of([POOL[0], POOL[0]]))
