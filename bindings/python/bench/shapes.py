"""What a record holds and which tables are made of it, for DuckDB and polars, which must be told.

Of each table they make the columns that stand in the record itself, or are the length of a list in it.
"""

from __future__ import annotations

from typing import Any

# A record without free text: names of members to types, a list in brackets.
SHAPE: dict[str, Any] = {
    "id": "text",
    "profile": {"id": "text", "version": "text"},
    "case": {"reference": "text", "status": "text", "people": [{"id": "text"}]},
    "referral": {"received_on": "text", "referrer": "text", "mapping_received_on": "text"},
    "agreement": {
        "service": {"status": "text", "on": "text"},
        "sharing": {
            "lawful_basis": "text",
            "special_category_condition": "text",
            "family_told": "flag",
        },
    },
    "meeting": dict.fromkeys(
        ("status", "kind", "held_on", "chair", "note_taker", "previous", "reconvene_on"), "text"
    ),
    "participants": [
        dict.fromkeys(
            ("id", "kind", "seat", "person", "attendance", "deputy_for", "arrived_at", "left_at"),
            "text",
        )
        | {"written_update": "flag"}
    ],
    "agenda": [
        dict.fromkeys(("stage", "led_by", "started_at", "ended_at"), "text")
        | {"paused_seconds": "count"}
    ],
    "mapping": [
        dict.fromkeys(("id", "category", "origin", "visible_to"), "text")
        | {name: ["text"] for name in ("about", "raised_by", "answers")}
        | {
            "statement": {"worried": ["text"]},
            "settled": {"on": "text"},
            "withdrawn": {"at": "text", "by": "text"},
        }
        | {"amended": [{"at": "text"}]}
    ],
    "scaling": [
        dict.fromkeys(("scale", "round", "about", "revealed_at"), "text")
        | {"abstentions": [{"by": "text"}]}
        | {
            "ratings": [
                {"by": "text", "value": "number", "at": "text", "amended": [{"at": "text"}]}
                | {"on_behalf_of": {"person": "text", "participant": "text"}}
            ]
        }
    ],
    "actions": [
        dict.fromkeys(
            (
                "id",
                "owner",
                "acceptance",
                "accepted_by",
                "accepted_on",
                "chaser",
                "agreed_on",
                "status",
                "done_on",
            ),
            "text",
        )
        | {"serves": ["text"], "supporting": ["text"], "due": {"on": "text"}, "visible_to": "text"}
        | {"carried_from": {"record": "text", "action": "text"}}
    ],
    "outcome": dict.fromkeys(("decision", "decided_by", "lead_practitioner", "review_on"), "text")
    | {
        "children": [{"child": "text", "decision": "text"}],
        "dissent": [{"by": "text"}],
        "feedback": {"owner": "text", "due_on": "text", "given_on": "text"},
    },
    "recording": dict.fromkeys(("recorded_on", "recorded_by", "minutes_circulated_on"), "text")
    | {"circulated_to": ["text"]},
}

# The lists that each table is made of, and what is taken: a member, or with `#` how many there are. Days and moments are
# made of what is called `…_on` or `on`, and `…_at` or `at`.
TAKEN = {
    "panels": (
        [],
        "id profile.id profile.version case.reference case.status referral.received_on referral.mapping_received_on referral.referrer "
        "agreement.service.status agreement.service.on agreement.sharing.lawful_basis agreement.sharing.special_category_condition "
        "agreement.sharing.family_told meeting.status meeting.kind meeting.held_on meeting.chair meeting.note_taker meeting.previous "
        "meeting.reconvene_on #case.people #participants #mapping #scaling #actions outcome.decision #outcome.children outcome.decided_by #outcome.dissent "
        "outcome.lead_practitioner outcome.review_on outcome.feedback.owner outcome.feedback.due_on outcome.feedback.given_on "
        "recording.recorded_on recording.recorded_by recording.minutes_circulated_on #recording.circulated_to",
    ),
    "participants": (["participants"], "id kind seat person attendance deputy_for written_update arrived_at left_at"),
    "entries": (
        ["mapping"],
        "id category origin about raised_by answers statement.worried settled.on visible_to #amended withdrawn.at withdrawn.by",
    ),
    "ratings": (
        ["scaling", "ratings"],
        "scaling.scale scaling.round scaling.about scaling.revealed_at by value at on_behalf_of.person on_behalf_of.participant #amended "
        "#scaling.abstentions",
    ),
    "actions": (
        ["actions"],
        "id serves owner supporting acceptance accepted_by accepted_on chaser agreed_on due.on status done_on carried_from.record "
        "carried_from.action visible_to",
    ),
    "stages": (["agenda"], "stage led_by started_at ended_at paused_seconds"),
}  # fmt: skip


def is_day(path: str) -> bool:
    return path.rpartition(".")[2] == "on" or path.endswith("_on")


def is_moment(path: str) -> bool:
    return path.rpartition(".")[2] == "at" or path.endswith("_at")
