"""A record as the rules look at it: its lists, and who or what an id stands for; and a council's profile, read once."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

Json = dict[str, Any]

ATTENDED = frozenset({"present", "remote"})
FAMILY = frozenset({"family", "child", "network"})
# What Unicode calls White_Space.
WHITE = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)


def blank(text: str | None) -> bool:
    return not text or not text.strip(WHITE)


_DROPPED = dict.fromkeys(
    [
        *map(ord, WHITE),
        *(c for c in range(sys.maxunicode) if unicodedata.category(chr(c)).startswith("P")),
    ]
)


def bare(text: str) -> str:
    """A text without case, white space and punctuation."""
    return text.lower().translate(_DROPPED)


def exact(number: float) -> int | Decimal:
    """A number as it is written: 0.1 is a tenth."""
    return number if isinstance(number, int) else Decimal(repr(number))


def scale_key(scale: Json, prompt: str | None = None) -> str:
    """Equal where numbers may be compared: id, ends, step, polarity, anchors and points, and for a referrer's own scale its prompt."""
    ends = [float(scale[name]) for name in ("min", "max", "step")]
    points = sorted((float(point["value"]), point["means"]) for point in scale.get("points") or ())
    anchors = scale.get("anchors") or {}
    return json.dumps(
        [scale["id"], ends, scale["higher_is"], anchors, points, prompt], sort_keys=True
    )


class Council:
    """A profile, with what the rules look up in it."""

    def __init__(self, profile: Json) -> None:
        self.profile = profile
        by_id = {
            name: {item["id"]: item for item in profile.get(name) or ()}
            for name in ("statuses", "seats", "scales", "decisions")
        }
        self.statuses, self.seats, self.scales, self.decisions = by_id.values()
        self.agenda: list[Json] = profile.get("agenda") or []
        self.stages = {stage["id"]: stage for stage in self.agenda}
        self.stage_places = {stage["id"]: place for place, stage in enumerate(self.agenda)}
        self.columns: list[Json] = profile.get("columns") or []
        self.column_of = {
            category["id"]: column["id"]
            for column in self.columns
            for category in column.get("categories") or ()
        }
        self.core = [seat["id"] for seat in self.seats.values() if seat.get("core")]
        self.rules: Json = profile.get("rules") or {}
        kept = profile.get("calendar") or {}
        nation = kept.get("bank_holidays") or "england_and_wales"
        if nation not in ("england_and_wales", "none"):
            raise NotImplementedError(f"the bank holidays of {nation}")
        self.bank_holidays = nation != "none"
        self.closures = frozenset(kept.get("extra_closures") or ())
        self.openings = frozenset(kept.get("extra_openings") or ())
        self.scale_keys = {scale["id"]: scale_key(scale) for scale in self.scales.values()}

    def get(self, name: str) -> Any:
        return self.profile.get(name)

    def parameter(self, code: str, name: str, default: Any) -> Any:
        setting = self.rules.get(code)
        return setting.get(name, default) if isinstance(setting, dict) else default


class View:
    """One record under one profile."""

    def __init__(
        self, record: Json, council: Council, as_of: str | None = None, previous: Json | None = None
    ) -> None:
        self.record, self.council, self.as_of = record, council, as_of
        self.case: Json = record["case"]
        self.meeting: Json = record.get("meeting") or {}
        self.referral: Json = record.get("referral") or {}
        self.outcome: Json = record.get("outcome") or {}
        self.recording: Json = record.get("recording") or {}
        agreement = record.get("agreement") or {}
        self.service: Json = agreement.get("service") or {}
        self.sharing: Json = agreement.get("sharing") or {}
        self.feedback: Json = self.outcome.get("feedback") or {}
        self.people: list[Json] = self.case.get("people") or []
        self.participants: list[Json] = record.get("participants") or []
        self.agenda: list[Json] = record.get("agenda") or []
        self.mapping: list[Json] = record.get("mapping") or []
        self.scaling: list[Json] = record.get("scaling") or []
        self.actions: list[Json] = record.get("actions") or []

        # Of two things with one id the first has it.
        self.person = {item["id"]: item for item in reversed(self.people)}
        self.participant = {item["id"]: item for item in reversed(self.participants)}
        self.entry = {item["id"]: item for item in reversed(self.mapping)}

        self.held_on: str | None = self.meeting.get("held_on")
        self.review_on: str | None = self.outcome.get("review_on")
        self.status: str | None = (
            (self.meeting.get("status") or "planned") if any(self.meeting.values()) else None
        )
        self.attending = [item for item in self.participants if item.get("attendance") in ATTENDED]
        self.attending_ids = {item["id"] for item in self.attending}
        self.on_map = [
            (place, item) for place, item in enumerate(self.mapping) if not item.get("withdrawn")
        ]
        self.withdrawn = {item["id"] for item in self.mapping if item.get("withdrawn")}
        live = (None, "", "open", "in_progress")
        self.live = [
            (place, item) for place, item in enumerate(self.actions) if item.get("status") in live
        ]
        self.decision: Json | None = self.council.decisions.get(self.outcome.get("decision"))
        self.direction: str | None = self.decision and self.decision["direction"]
        self.children: list[Json] = self.outcome.get("children") or []
        # What was decided and the council has: of the panel, then of each child.
        told = [("/outcome", None, self.outcome)]
        told += [
            (f"/outcome/children/{place}", item["child"], item)
            for place, item in enumerate(self.children)
        ]
        self.decided = [
            (path, child, item, decision)
            for path, child, item in told
            if (decision := self.council.decisions.get(item.get("decision"))) is not None
        ]
        self.is_reasoned: bool = bool(
            self.outcome.get("decision") and not blank(self.outcome.get("reason"))
        ) or any(not blank(item.get("reason")) for item in self.children)

        named = self.meeting.get("previous")
        self.wrong_previous = previous is not None and bool(named) and previous["id"] != named
        self.previous = (
            previous if previous is not None and named and not self.wrong_previous else None
        )

    def attends(self, participant: Json) -> bool:
        return participant.get("attendance") in ATTENDED

    def seat_held(self, participant: Json) -> str | None:
        """One who attends as a deputy holds the seat of whom they stand in for."""
        instead = self.participant.get(participant.get("deputy_for"))
        if instead is not None and participant.get("attendance") in ATTENDED:
            return instead.get("seat") or None
        return participant.get("seat") or None

    def seats_of(self, participant: Json) -> tuple[str | None, str | None]:
        """Whoever stands in for somebody does not lose their own seat."""
        return participant.get("seat"), self.seat_held(participant)

    def is_child(self, participant: Json) -> bool:
        person = self.person.get(participant.get("person"))
        return participant["kind"] == "child" or (person is not None and person["kind"] == "child")

    def scale_of(self, sitting: Json) -> Json | None:
        """The scale of a sitting; `referrer` is the one that came with the referral."""
        if sitting["scale"] == "referrer":
            return self.referral.get("scale") or None
        return self.council.scales.get(sitting["scale"])

    def given(self, references: Iterable[str] | None) -> bool:
        """Whether any reference counts: those to withdrawn entries alone do not, a dangling one does."""
        return any(reference not in self.withdrawn for reference in references or ())

    def own(self, sitting: Json) -> list[tuple[int, Json]]:
        """The numbers that people gave for themselves."""
        return [
            (place, rating)
            for place, rating in enumerate(sitting.get("ratings") or ())
            if not rating.get("on_behalf_of")
        ]


def from_worried_end(scale: Json, value: float) -> int | Decimal:
    """How far a number is from the end of its scale at which people worry; below nought where it lies beyond that end."""
    if scale["higher_is"] == "better":
        return exact(value) - exact(scale["min"])
    return exact(scale["max"]) - exact(value)
