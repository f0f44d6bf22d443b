"""Rules about the numbers that people gave (SP501 to SP512)."""

from __future__ import annotations

from collections.abc import Sequence

from .agenda import moment
from .engine import Found, rule
from .view import FAMILY, Json, View, blank, exact, from_worried_end


@rule("SP501", "error", "M")
def not_on_its_scale(v: View) -> Found:
    for i, sitting in enumerate(v.scaling):
        scale = v.scale_of(sitting)
        if scale is None:
            continue
        low, high, step = exact(scale["min"]), exact(scale["max"]), exact(scale["step"])
        for j, rating in enumerate(sitting.get("ratings") or ()):
            value = exact(rating["value"])
            if not low <= value <= high or (value - low) % step:
                yield (
                    f"/scaling/{i}/ratings/{j}/value",
                    rating["by"],
                    f"{value} is not on the scale {low} to {high}, step {step}.",
                )


def _asked(sitting: Json) -> bool:
    return bool(sitting.get("ratings") or sitting.get("abstentions"))


def _rounds_not_asked(v: View, scale: Json, rounds: Sequence[str | None]) -> Found:
    """Each of these rounds in which a scale was not asked; of one about dangers or children, each of them in it. None is any."""
    is_any = None in rounds
    asked = {
        (None if is_any else s.get("round") or None, s.get("about") or None)
        for s in v.scaling
        if s["scale"] == scale["id"] and _asked(s)
    }
    subjects = {
        "entry": [entry["id"] for _, entry in v.on_map if entry["category"] == "future_danger"],
        "each_child": [person["id"] for person in v.people if person["kind"] == "child"],
    }
    for name in rounds:
        if scale.get("subject") in subjects:
            for about in subjects[scale["subject"]]:
                if (name, about) not in asked:
                    yield "/scaling", scale["id"], f"{scale['id']} was not asked about {about}."
        elif not any(name == turn for turn, _ in asked):
            yield "/scaling", scale["id"], f"{scale['id']} was not asked in round {name}."


@rule("SP502", "warning", "C")
def scale_not_asked(v: View) -> Found:
    for scale in v.council.scales.values():
        if scale.get("asked_of") != ["referrer"] and not _is_for_others(v, scale):
            yield from _rounds_not_asked(v, scale, scale.get("rounds") or [None])


def _is_for_others(v: View, scale: Json) -> bool:
    """Whether a scale is for parents or children alone, and none of them came."""
    groups = scale.get("asked_of") or ()
    return (
        bool(groups)
        and all(
            group in ("parents", "children") and group not in v.council.seats for group in groups
        )
        and not any(_is_asked(v, participant, groups) for participant in v.attending)
    )


def _is_asked(v: View, participant: Json, groups: Sequence[str]) -> bool:
    kind = participant["kind"]
    for group in groups:
        match group:
            # A seat that is called so was there before these words.
            case "parents" if group not in v.council.seats:
                person = v.person.get(participant.get("person")) or {}
                asked = kind in FAMILY and person.get("kind") in ("parent", "carer")
            case "children" if group not in v.council.seats:
                asked = v.is_child(participant)
            case "everyone":
                asked = kind not in ("business_support", "advocate")
            case "professionals":
                asked = kind == "professional"
            case "family":
                asked = kind in FAMILY
            case "core":
                asked = any(seat in v.council.core for seat in v.seats_of(participant))
            case "referrer":
                asked = participant["id"] == v.referral.get("referrer")
            case "chair":
                asked = participant["id"] == v.meeting.get("chair")
            case _:
                asked = group in v.seats_of(participant)
        if asked:
            return True
    return False


@rule("SP503", "warning", "C")
def no_number(v: View) -> Found:
    for i, sitting in enumerate(v.scaling):
        groups = (v.scale_of(sitting) or {}).get("asked_of")
        if not groups or not _asked(sitting):
            continue
        answered = {rating["by"] for _, rating in v.own(sitting)}
        answered.update(abstention["by"] for abstention in sitting.get("abstentions") or ())
        for group in (v.scale_of(sitting) or {}).get("together") or ():
            members = [one for one in v.attending if _is_asked(v, one, [group])]
            # One answer is that of all; without any, the first grown-up is told of.
            if all(one["id"] not in answered for one in members):
                grown = [one for one in members if not v.is_child(one)]
                members = [one for one in members if one not in grown[:1]]
            answered.update(one["id"] for one in members)
        for participant in v.attending:
            if (
                participant["id"] not in answered
                and not v.is_child(participant)
                and _is_asked(v, participant, groups)
            ):
                yield (
                    f"/scaling/{i}",
                    participant["id"],
                    f"{participant['id']} was asked and gave no number.",
                )


def _lowest(scale: Json, own: list[tuple[int, Json]]) -> list[tuple[int, Json]]:
    """The own numbers nearest the worried end."""
    if not own:
        return []
    ends = [from_worried_end(scale, rating["value"]) for _, rating in own]
    least = min(ends)
    return [each for each, end in zip(own, ends, strict=False) if end == least]


@rule("SP504", "warning", "C")
def lowest_without_reason(v: View) -> Found:
    for i, sitting in enumerate(v.scaling):
        scale = v.scale_of(sitting)
        if scale is not None:
            for j, rating in _lowest(scale, v.own(sitting)):
                if blank(rating.get("reason")):
                    yield (
                        f"/scaling/{i}/ratings/{j}/reason",
                        rating["by"],
                        f"{rating['by']} gave the lowest number without a reason.",
                    )


@rule("SP505", "error", "M")
def two_numbers(v: View) -> Found:
    for i, sitting in enumerate(v.scaling):
        seen = set()
        for j, rating in v.own(sitting):
            if rating["by"] in seen:
                yield (
                    f"/scaling/{i}/ratings/{j}",
                    rating["by"],
                    f"{rating['by']} gave a number before.",
                )
            seen.add(rating["by"])


@rule("SP507", "error", "M")
def after_the_reveal(v: View) -> Found:
    for i, sitting in enumerate(v.scaling):
        revealed = moment(sitting.get("revealed_at"))
        if revealed is None or not (v.scale_of(sitting) or {}).get("independent"):
            continue
        for j, rating in v.own(sitting):
            times = [
                rating.get("at"),
                *(change.get("at") for change in rating.get("amended") or ()),
            ]
            if any(at and moment(at) > revealed for at in times):
                yield (
                    f"/scaling/{i}/ratings/{j}/at",
                    rating["by"],
                    f"{rating['by']} gave or changed it after the reveal.",
                )


@rule("SP508", "warning", "C")
def far_apart(v: View) -> Found:
    if v.outcome.get("dissent"):
        return
    explained = v.is_reasoned
    for i, sitting in enumerate(v.scaling):
        scale = v.scale_of(sitting)
        wide = scale and scale.get("wide_range")
        own = v.own(sitting)
        if wide is None or len(own) < 2:
            continue
        ends = sorted(from_worried_end(scale, rating["value"]) for _, rating in own)
        gap = ends[1] - ends[0]
        is_wide = ends[-1] - ends[0] >= exact(wide)
        is_alone = len(ends) > 2 and gap and 2 * gap >= exact(wide)
        if (is_wide or is_alone) and (
            not explained or any(blank(rating.get("reason")) for _, rating in _lowest(scale, own))
        ):
            yield f"/scaling/{i}", sitting["scale"], f"Own numbers lie {ends[-1] - ends[0]} apart."


@rule("SP509", "warning", "C")
def near_the_worried_end(v: View) -> Found:
    if v.is_reasoned:
        return
    for i, sitting in enumerate(v.scaling):
        scale = v.scale_of(sitting)
        near = scale and scale.get("near_worried_end")
        if near is None:
            continue
        for j, rating in v.own(sitting):
            if abs(from_worried_end(scale, rating["value"])) <= exact(near):
                yield (
                    f"/scaling/{i}/ratings/{j}/value",
                    rating["by"],
                    f"{rating['value']} is near the worried end.",
                )


@rule("SP510", "warning", "C")
def referrer_not_asked(v: View) -> Found:
    if v.referral.get("scale") and not any(
        s["scale"] == "referrer" and _asked(s) for s in v.scaling
    ):
        yield "/scaling", "referrer", "The referrer's own scale was not asked."
    for scale in v.council.scales.values():
        if scale.get("asked_of") == ["referrer"]:
            yield from _rounds_not_asked(v, scale, scale.get("rounds") or ())


@rule("SP511", "error", "M")
def recorded_twice(v: View) -> Found:
    seen = set()
    for i, sitting in enumerate(v.scaling):
        key = (sitting["scale"], sitting.get("round") or None, sitting.get("about") or None)
        if key in seen:
            yield (
                f"/scaling/{i}",
                sitting["scale"],
                f"{sitting['scale']} was asked before in this round.",
            )
        seen.add(key)


@rule("SP512", "warning", "M")
def number_from_elsewhere(v: View) -> Found:
    there = v.attending_ids
    for i, sitting in enumerate(v.scaling):
        for name in ("ratings", "abstentions"):
            for j, item in enumerate(sitting.get(name) or ()):
                if item["by"] not in there and item["by"] in v.participant:
                    yield f"/scaling/{i}/{name}/{j}/by", item["by"], f"{item['by']} did not attend."
