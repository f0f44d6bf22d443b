"""Models of the whole record for pydantic: dicts whose members are checked.

Pydantic makes such dicts faster than objects of its own, and the rules take them as they are.
"""

from __future__ import annotations

from typing import Any, Literal, Required

from typing_extensions import TypedDict

Words = list[str]
Status = Literal["agreed", "declined", "withdrawn", "not_sought"]
Visible = Literal["everyone", "professionals"]


class ProfileName(TypedDict):
    id: str
    version: str


class Birth(TypedDict, total=False):
    year: int
    month: int
    estimated: bool


class Person(TypedDict, total=False):
    id: Required[str]
    kind: Required[Literal["child", "parent", "carer", "sibling", "relative", "other"]]
    name: str
    date_of_birth: str
    birth: Birth
    expected_on: str
    nhs_number: str
    views: Literal["attended", "advocate", "written", "gathered_before", "observed", "not_sought"]
    views_on: str
    views_note: str


class Identifier(TypedDict):
    system: str
    value: str


class Case(TypedDict, total=False):
    reference: Required[str]
    status: str
    people: list[Person]
    identifiers: list[Identifier]


class Anchors(TypedDict, total=False):
    min: str
    max: str


class Scale(TypedDict, total=False):
    id: Required[str]
    prompt: str
    min: Required[int | float]
    max: Required[int | float]
    step: Required[int | float]
    higher_is: Required[Literal["better", "worse"]]
    anchors: Anchors


class Referral(TypedDict, total=False):
    received_on: str
    referrer: str
    reason: str
    best_hopes: str
    background: str
    mapping_received_on: str
    scale: Scale


class Earlier(TypedDict, total=False):
    status: Status
    on: str


class Service(TypedDict, total=False):
    status: Status
    given_by: Words
    on: str
    reason: str
    history: list[Earlier]


class Sharing(TypedDict, total=False):
    lawful_basis: str
    special_category_condition: str
    family_told: bool
    note: str


class Agreement(TypedDict, total=False):
    service: Service
    sharing: Sharing


class Meeting(TypedDict, total=False):
    status: Literal["planned", "in_progress", "concluded", "adjourned"]
    kind: Literal["initial", "review"]
    held_on: str
    opened_on: str
    chair: str
    note_taker: str
    previous: str
    inquorate_reason: str
    adjourned_reason: str
    reconvene_on: str
    clock_set_back: int


class Participant(TypedDict, total=False):
    id: Required[str]
    kind: Required[
        Literal["professional", "family", "child", "network", "advocate", "business_support"]
    ]
    name: str
    agency: str
    seat: str
    person: str
    attendance: Literal["invited", "present", "remote", "apologies", "absent"]
    deputy_for: str
    written_update: bool
    arrived_at: str
    left_at: str


class Stage(TypedDict, total=False):
    stage: Required[str]
    led_by: str
    started_at: str
    ended_at: str
    paused_seconds: int
    skipped_reason: str
    note: str


class Statement(TypedDict, total=False):
    worried: Words
    about: str
    impact: str


class Settled(TypedDict, total=False):
    on: str
    how: str


class Withdrawn(TypedDict, total=False):
    at: str
    by: str
    why: str


class EntryChange(TypedDict, total=False):
    at: Required[str]
    by: Required[str]
    category: str
    text: str
    why: str


class Entry(TypedDict, total=False):
    id: Required[str]
    category: Required[
        Literal[
            "past_harm",
            "future_danger",
            "complicating_factor",
            "existing_strength",
            "existing_safety",
            "goal",
            "next_step",
            "grey_area",
        ]
    ]
    text: str
    about: Words
    raised_by: Words
    origin: Literal["referral", "panel", "family"]
    answers: Words
    evidence: str
    statement: Statement
    settled: Settled
    visible_to: Visible
    amended: list[EntryChange]
    withdrawn: Withdrawn


class Behalf(TypedDict, total=False):
    person: str
    participant: str
    other: str


class RatingChange(TypedDict, total=False):
    at: str
    value: int | float
    why: str


class Rating(TypedDict, total=False):
    by: Required[str]
    on_behalf_of: Behalf
    value: Required[int | float]
    reason: str
    one_point_higher: str
    at: str
    amended: list[RatingChange]


class Abstention(TypedDict, total=False):
    by: Required[str]
    reason: str


class Sitting(TypedDict, total=False):
    scale: Required[str]
    round: str
    about: str
    revealed_at: str
    ratings: list[Rating]
    abstentions: list[Abstention]


class CarriedFrom(TypedDict):
    record: str
    action: str


class Due(TypedDict, total=False):
    on: str
    within: dict[Literal["working_days", "days", "weeks", "months"], int]
    by_review: bool


class Action(TypedDict, total=False):
    id: Required[str]
    text: str
    serves: Words
    owner: str
    supporting: Words
    acceptance: Literal["proposed", "accepted", "declined"]
    accepted_by: str
    accepted_on: str
    chaser: str
    agreed_on: str
    due: Due
    status: Literal["open", "in_progress", "done", "cancelled"]
    done_on: str
    outcome: str
    cancelled_reason: str
    carried_from: CarriedFrom
    visible_to: Visible


class ChildDecision(TypedDict, total=False):
    child: Required[str]
    decision: Required[str]
    reason: str


class Dissent(TypedDict, total=False):
    by: Required[str]
    view: str


class Feedback(TypedDict, total=False):
    owner: str
    due_on: str
    given_on: str
    how: str


class Outcome(TypedDict, total=False):
    decision: str
    reason: str
    children: list[ChildDecision]
    decided_by: str
    dissent: list[Dissent]
    lead_practitioner: str
    review_on: str
    contingency: str
    feedback: Feedback


class Recording(TypedDict, total=False):
    system: str
    reference: str
    recorded_on: str
    recorded_by: str
    minutes_circulated_on: str
    circulated_to: Words


class Record(TypedDict, total=False):
    format: Required[Literal["support-panel/1"]]
    id: Required[str]
    profile: Required[ProfileName]
    case: Required[Case]
    referral: Referral
    agreement: Agreement
    meeting: Meeting
    participants: list[Participant]
    agenda: list[Stage]
    mapping: list[Entry]
    scaling: list[Sitting]
    actions: list[Action]
    outcome: Outcome
    recording: Recording
    extensions: dict[str, Any]
