"""The shapes of records, profiles, commands, events and results as dicts, for type checkers.

Generated from the JSON Schemas by generate_types.py: change the types of the core, not this file. What `to_dict` gives
has these shapes; what is read may also have `None`, `""`, `[]` and `{}` for what is absent.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

Acceptance: TypeAlias = Literal["proposed", "accepted", "declined"]
"""Whether an owner has taken an action on."""


ActionStatus: TypeAlias = Literal["open", "in_progress", "done", "cancelled"]
"""How far an action has come."""


Attendance: TypeAlias = Literal["invited", "present", "remote", "apologies", "absent"]
"""Whether someone came."""


Category: TypeAlias = Literal[
    "past_harm",
    "future_danger",
    "complicating_factor",
    "existing_strength",
    "existing_safety",
    "goal",
    "next_step",
    "grey_area",
]
"""Where on the map an entry stands; the profile says in which column, and under which heading."""


Fills: TypeAlias = Literal["reason", "one_point_higher", "on_behalf_of"]
"""Which part of a rating an answer fills."""


MeetingKind: TypeAlias = Literal["initial", "review"]
"""A first panel or a review."""


MeetingStatus: TypeAlias = Literal["planned", "in_progress", "concluded", "adjourned"]
"""How far a meeting has come."""


Origin: TypeAlias = Literal["referral", "panel", "family"]
"""Where an entry comes from."""


ParticipantKind: TypeAlias = Literal[
    "professional", "family", "child", "network", "advocate", "business_support"
]
"""In what part someone comes to the panel."""


PersonKind: TypeAlias = Literal["child", "parent", "carer", "sibling", "relative", "other"]
"""How a person stands to the case."""


Polarity: TypeAlias = Literal["better", "worse"]
"""Whether a higher number is better or worse."""


ServiceStatus: TypeAlias = Literal["agreed", "declined", "withdrawn", "not_sought"]
"""How agreement to the service stands."""


Subject: TypeAlias = Literal["overall", "entry", "each_child"]
"""What a scale is asked about."""


Views: TypeAlias = Literal[
    "attended", "advocate", "written", "gathered_before", "observed", "not_sought"
]
"""How a person's view was gathered."""


Visibility: TypeAlias = Literal["everyone", "professionals"]
"""Who may see something that is marked."""


BankHolidays: TypeAlias = Literal["england_and_wales", "scotland", "northern_ireland", "none"]
"""Whose bank holidays count."""


Direction: TypeAlias = Literal["close", "step_down", "stay", "step_up", "defer"]
"""Which way the family's support goes."""


Part: TypeAlias = Literal[
    "attendance",
    "referral",
    "background",
    "views",
    "agreement",
    "worries",
    "working_well",
    "needs_to_happen",
    "grey_areas",
    "scaling",
    "actions",
    "decision",
    "next",
]
"""What can go into a section of the case system."""


Phase: TypeAlias = Literal["record", "planned", "meeting", "concluded"]
"""From when in a panel's life a rule is asked."""


Product: TypeAlias = Literal[
    "attendance",
    "best_hopes",
    "background",
    "entries",
    "ratings",
    "actions",
    "decision",
    "feedback",
]
"""What a stage is there to produce."""


Severity: TypeAlias = Literal["error", "warning", "advice"]
"""How much a finding matters."""


Withheld: TypeAlias = Literal[
    "entries",
    "decision_reason",
    "contingency",
    "who_came",
    "numbers",
    "dissent",
    "referral",
    "outcomes",
]
"""What a council withholds from the family side in every paper."""


ClearAction: TypeAlias = Literal["serves", "supporting"]
"""What may be taken away from an action."""


ClearEntry: TypeAlias = Literal["about", "raised_by", "answers", "evidence", "statement"]
"""What may be taken away from an entry."""


ClearMark: TypeAlias = Literal["visible_to", "withheld_from"]
"""What may be taken away from the marks of something."""


MarkedPart: TypeAlias = Literal[
    "referral",
    "service",
    "sharing",
    "place",
    "inquorate_reason",
    "adjourned_reason",
    "stage",
    "settled",
    "decision_reason",
    "child_decision",
    "contingency",
    "feedback",
    "dissenting_view",
    "rating",
    "abstention",
    "listing",
    "family_copy",
]
"""What may be marked, and has no id."""


Presence: TypeAlias = Literal["present", "remote"]
"""How someone takes part."""


Code: TypeAlias = Literal[
    "too_large",
    "invalid_utf8",
    "byte_order_mark",
    "truncated",
    "bad_syntax",
    "trailing_text",
    "lone_surrogate",
    "too_deep",
    "too_many_items",
    "too_long",
    "duplicate_key",
    "unknown_key",
    "missing_key",
    "wrong_type",
    "wrong_format",
    "unknown_word",
    "bad_id",
    "bad_date",
    "bad_instant",
    "bad_number",
    "empty_item",
    "not_exactly_one",
    "bad_reference",
    "reserved_word",
    "repeated_id",
    "repeated_category",
    "bad_scale",
    "bad_range",
    "unknown_rule",
    "unknown_parameter",
    "unknown_base",
    "extends_itself",
    "bad_rule_code",
    "bad_logic",
    "unknown_path",
    "nothing_to_remove",
    "unknown_profile",
    "profile_mismatch",
    "rules_not_loaded",
    "unknown_action",
    "unknown_participant",
    "unknown_code",
    "unknown_edition",
    "unknown_schema",
    "different_cases",
    "not_dated",
    "repeated_record",
    "unknown_reader",
    "wrong_reader",
    "empty_paper",
    "needs_previous",
    "needs_record",
    "wrong_paper_format",
    "missing_characters",
    "bad_font",
    "day_before_1900",
    "too_large_for_excel",
    "separate_copies",
    "unconfirmed",
    "not_to_be_given",
    "too_early",
    "too_few_values",
    "no_variation",
    "ragged_rows",
    "not_finite",
    "negative_ratio",
    "unknown_name",
    "may_accept",
    "own_acceptance",
    "did_not_attend",
    "seat_may_not_commit",
    "child_too_young",
    "child_of_unknown_age",
    "service_withdrawn",
    "action_over",
    "panel_limit",
    "owner_limit",
    "due_after_review",
    "not_in_session",
    "already_open",
    "meeting_over",
    "not_over",
    "not_amendable",
    "stage_running",
    "no_stage",
    "paused",
    "not_paused",
    "stage_held",
    "not_theirs",
    "unknown_person",
    "unknown_entry",
    "unknown_seat",
    "unknown_stage",
    "unknown_scale",
    "unknown_category",
    "unknown_decision",
    "not_there",
    "id_in_use",
    "list_full",
    "blank",
    "needs_reason",
    "nothing_to_change",
    "withdrawn",
    "cannot_answer",
    "still_answered",
    "cannot_settle",
    "round_open",
    "no_round",
    "off_scale",
    "already_rated",
    "already_abstained",
    "no_rating",
    "not_independent",
    "already_revealed",
    "still_sealed",
    "wrong_seal",
    "owner_refused",
    "needs_chaser",
    "no_owner",
    "not_the_owner",
    "already_accepted",
    "already_declined",
    "action_closed",
    "before_meeting",
    "before_agreed",
    "nothing_to_undo",
    "nothing_to_redo",
    "cannot_undo",
    "no_opening",
    "bad_journal",
    "different_openings",
    "unreadable",
    "damaged",
    "internal",
    "not_ready",
    "disposed",
]
"""The code of an error, a refusal or a reason."""


RuleCode: TypeAlias = Literal[
    "SP101",
    "SP102",
    "SP103",
    "SP104",
    "SP105",
    "SP106",
    "SP107",
    "SP108",
    "SP109",
    "SP110",
    "SP111",
    "SP112",
    "SP201",
    "SP202",
    "SP203",
    "SP204",
    "SP205",
    "SP206",
    "SP207",
    "SP208",
    "SP209",
    "SP210",
    "SP211",
    "SP212",
    "SP213",
    "SP214",
    "SP215",
    "SP301",
    "SP302",
    "SP303",
    "SP304",
    "SP305",
    "SP306",
    "SP401",
    "SP402",
    "SP403",
    "SP404",
    "SP405",
    "SP406",
    "SP407",
    "SP408",
    "SP409",
    "SP410",
    "SP501",
    "SP502",
    "SP503",
    "SP504",
    "SP505",
    "SP507",
    "SP508",
    "SP509",
    "SP510",
    "SP511",
    "SP512",
    "SP601",
    "SP602",
    "SP603",
    "SP604",
    "SP605",
    "SP606",
    "SP607",
    "SP608",
    "SP609",
    "SP610",
    "SP611",
    "SP612",
    "SP613",
    "SP701",
    "SP702",
    "SP703",
    "SP704",
    "SP705",
    "SP706",
    "SP707",
    "SP708",
    "SP709",
    "SP710",
    "SP801",
    "SP802",
    "SP803",
    "SP804",
]
"""The code of a rule."""


Verdict: TypeAlias = Literal["accepted", "proposed", "refused"]
"""What may become of an action that is given to someone."""


CommandType: TypeAlias = Literal[
    "open_meeting",
    "appoint",
    "invite",
    "arrive",
    "apologise",
    "mark_absent",
    "leave",
    "proceed_inquorate",
    "adjourn",
    "conclude",
    "record_best_hopes",
    "record_background",
    "record_views",
    "set_agreement",
    "set_sharing",
    "start_stage",
    "pause",
    "resume",
    "end_stage",
    "skip_stage",
    "add_entry",
    "amend_entry",
    "move_entry",
    "withdraw_entry",
    "settle_entry",
    "mark",
    "open_round",
    "rate",
    "amend_rating",
    "abstain",
    "reveal",
    "agree_action",
    "amend_action",
    "allocate",
    "accept",
    "decline",
    "set_due",
    "update_action",
    "decide",
    "dissent",
    "name_lead",
    "set_review",
    "give_feedback",
    "file_record",
    "circulate_minutes",
    "amend",
    "undo",
    "redo",
    "sealed",
]
"""The types of command."""


Because: TypeAlias = Literal[
    "own_words", "withheld_from", "marked", "by_default", "asked_for", "not_in_this_paper"
]
"""Why something is shown, or withheld."""


Edition: TypeAlias = Literal["2026.1", "2026.2"]
"""An edition of the rules. A new one appears whenever a rule comes, ends, or judges by another severity or default. A fault that is fixed is fixed in every edition."""


Remains: TypeAlias = Literal["shared", "covered", "namesake", "unread", "case"]
"""Why something that may tell of someone is left."""


RuleChange: TypeAlias = Literal["came", "went", "severity", "parameter", "meaning"]
"""What became of a rule."""


Standing: TypeAlias = Literal["before", "between", "running", "paused", "adjourned", "concluded"]
"""How far a sitting has come."""


Side: TypeAlias = Literal["family", "professional", "other"]
"""On which side of the table someone sits. Numbers of different sides are never pooled unasked."""


SchemaName: TypeAlias = Literal[
    "record",
    "profile",
    "command",
    "allocation",
    "allowed",
    "batch",
    "conflict",
    "disclosure",
    "explanation",
    "finding",
    "finding_explained",
    "lost",
    "outstanding",
    "profile_check",
    "profile_difference",
    "redaction",
    "rule_difference",
    "standing",
    "summary",
    "timer",
    "trajectory",
    "unrevealed",
]
"""What `schema` knows."""


class AbstentionDict(TypedDict):
    """Someone who gave no number."""

    by: str
    """The participant."""
    reason: NotRequired[str]
    """Why."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""


class DueOnDict(TypedDict):
    on: str
    """By this day."""


class WithinWorkingDaysDict(TypedDict):
    working_days: int
    """Days that are neither weekends nor holidays, counted from the next day."""


class WithinDaysDict(TypedDict):
    days: int
    """Days."""


class WithinWeeksDict(TypedDict):
    weeks: int
    """Weeks."""


class WithinMonthsDict(TypedDict):
    months: int
    """Months; 31 January and one month is the last of February."""


class DueWithinDict(TypedDict):
    within: WithinWorkingDaysDict | WithinDaysDict | WithinWeeksDict | WithinMonthsDict
    """Within this time of the day it was agreed."""


class DueByReviewDict(TypedDict):
    by_review: Literal[True]
    """By the review."""


class ActionDict(TypedDict):
    """Who does what by when."""

    id: str
    """The action, within this record."""
    text: NotRequired[str]
    """What is to be done."""
    serves: NotRequired[list[str]]
    """The entries of the map that it serves."""
    owner: NotRequired[str]
    """The participant who will do it."""
    supporting: NotRequired[list[str]]
    """The participants who help."""
    acceptance: NotRequired[Acceptance]
    """Whether the owner has taken it on."""
    accepted_by: NotRequired[str]
    """The participant who said so."""
    accepted_on: NotRequired[str]
    """The day they said so."""
    chaser: NotRequired[str]
    """The participant who follows up a proposal."""
    agreed_on: NotRequired[str]
    """The day it was agreed."""
    due: NotRequired[DueOnDict | DueWithinDict | DueByReviewDict]
    """By when."""
    status: NotRequired[ActionStatus]
    """How far it has come."""
    done_on: NotRequired[str]
    """The day it was done."""
    outcome: NotRequired[str]
    """What came of it."""
    cancelled_reason: NotRequired[str]
    """Why it was dropped."""
    carried_from: NotRequired[CarriedFromDict]
    """The action of an earlier panel that this one goes on from."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""
    extensions: NotRequired[dict[str, Any]]
    """A council's own data."""


class AgendaItemDict(TypedDict):
    """One stage of the sitting."""

    stage: str
    """The profile's stage."""
    led_by: NotRequired[str]
    """The participant who led it."""
    started_at: NotRequired[str]
    """When it began."""
    ended_at: NotRequired[str]
    """When it ended."""
    paused_seconds: NotRequired[int]
    """How long it was paused, in seconds."""
    skipped_reason: NotRequired[str]
    """Why it was left out."""
    note: NotRequired[str]
    """Anything else."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""
    extensions: NotRequired[dict[str, Any]]
    """A council's own data."""


class AgreementDict(TypedDict):
    """What the family agreed to, and on what basis information is shared."""

    service: NotRequired[ServiceDict]
    """Agreement to the service."""
    sharing: NotRequired[SharingDict]
    """The basis for sharing information."""


class AnchorsDict(TypedDict):
    """What the two ends of a scale mean."""

    min: NotRequired[str]
    """What the lowest number means."""
    max: NotRequired[str]
    """What the highest number means."""


class BirthDict(TypedDict):
    """What is known of a birth."""

    year: NotRequired[int]
    """The year."""
    month: NotRequired[int]
    """The month of that year, from 1."""
    estimated: NotRequired[bool]
    """Whether the day, or the year and month, are someone's estimate."""


class CarriedFromDict(TypedDict):
    """An action of an earlier panel."""

    record: str
    """The record of that panel."""
    action: str
    """The action's id there."""


class CaseDict(TypedDict):
    """The case and its people."""

    reference: str
    """The case's reference in the council's system; not personal."""
    status: NotRequired[str]
    """A status that the profile defines."""
    people: NotRequired[list[PersonDict]]
    """The children this panel is about, and their people."""
    separate_copies: NotRequired[list[str]]
    """People whose copies differ: then there is no one copy for the family."""
    identifiers: NotRequired[list[IdentifierDict]]
    """What other systems call the case."""
    extensions: NotRequired[dict[str, Any]]
    """A council's own data."""


class ChildDecisionDict(TypedDict):
    """What was decided for one child."""

    child: str
    """The child, of the people of the case."""
    decision: str
    """A decision of the profile."""
    reason: NotRequired[str]
    """Why."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""


class DissentDict(TypedDict):
    """Someone who saw it otherwise."""

    by: str
    """The participant."""
    view: NotRequired[str]
    """Their view, in their words."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""


class EntryDict(TypedDict):
    """One thing said and put on the map."""

    id: str
    """The entry, within this record."""
    category: Category
    """Where on the map it stands."""
    text: NotRequired[str]
    """What was said."""
    about: NotRequired[list[str]]
    """The people it is about."""
    raised_by: NotRequired[list[str]]
    """The participants who raised it."""
    origin: NotRequired[Origin]
    """Where it comes from."""
    answers: NotRequired[list[str]]
    """The entries that it answers."""
    evidence: NotRequired[str]
    """Of existing safety: who did what, when, over how long."""
    statement: NotRequired[StatementDict]
    """Of a danger: who is worried, about what, and what could come of it."""
    settled: NotRequired[SettledDict]
    """A goal met, or a danger past."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""
    amended: NotRequired[list[EntryAmendmentDict]]
    """What it was before."""
    withdrawn: NotRequired[WithdrawalDict]
    """Taken off the map, still on record."""
    extensions: NotRequired[dict[str, Any]]
    """A council's own data."""


class EntryAmendmentDict(TypedDict):
    """What an entry was before it was changed."""

    at: str
    """When it was changed."""
    by: str
    """The participant who changed it."""
    category: NotRequired[Category]
    """The category it stood in, where that was changed."""
    text: NotRequired[str]
    """The words it had, where they were changed."""
    why: NotRequired[str]
    """Why it was changed."""


class FeedbackDict(TypedDict):
    """How the family hears of the outcome."""

    owner: NotRequired[str]
    """The participant who tells them."""
    due_on: NotRequired[str]
    """By which day."""
    given_on: NotRequired[str]
    """The day they were told."""
    how: NotRequired[str]
    """In what way."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""


class FollowUpDict(TypedDict):
    """A question that follows a number."""

    text: str
    """The question."""
    fills: NotRequired[Fills]
    """Which part of a rating the answer fills."""


class IdentifierDict(TypedDict):
    """What another system calls the case."""

    system: str
    """The system, by its name or address."""
    value: str
    """The case's number or name there."""


class MarksDict(TypedDict):
    """Who may see something. Where nothing is said, it depends on what it is."""

    visible_to: NotRequired[Visibility]
    """Who may see it."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""


class MeetingDict(TypedDict):
    """When the panel sits, and who holds it."""

    status: NotRequired[MeetingStatus]
    """How far it has come; planned where nothing is said."""
    kind: NotRequired[MeetingKind]
    """A first panel or a review."""
    held_on: NotRequired[str]
    """The day it is held."""
    opened_on: NotRequired[str]
    """The day it was opened on, where that was another."""
    starts_at: NotRequired[str]
    """When it is to begin."""
    place: NotRequired[str]
    """Where it is held."""
    chair: NotRequired[str]
    """The participant in the chair."""
    note_taker: NotRequired[str]
    """The participant who takes notes."""
    previous: NotRequired[str]
    """The record of the panel before."""
    inquorate_reason: NotRequired[str]
    """Why it went on without a quorum."""
    adjourned_reason: NotRequired[str]
    """Why it was adjourned."""
    reconvene_on: NotRequired[str]
    """The day it meets again."""
    clock_set_back: NotRequired[int]
    """By how many seconds at most a clock ran behind an earlier one while the panel sat, where that was over five minutes."""
    marks: NotRequired[MeetingMarksDict]
    """Who may see its texts."""
    extensions: NotRequired[dict[str, Any]]
    """A council's own data."""


class MeetingMarksDict(TypedDict):
    """Who may see the texts of the sitting."""

    place: NotRequired[MarksDict]
    """Who may see where it is held."""
    inquorate_reason: NotRequired[MarksDict]
    """Who may see why it went on without a quorum."""
    adjourned_reason: NotRequired[MarksDict]
    """Who may see why it was adjourned."""


class OutcomeDict(TypedDict):
    """The decision and what follows from it."""

    decision: NotRequired[str]
    """A decision of the profile."""
    reason: NotRequired[str]
    """Why."""
    children: NotRequired[list[ChildDecisionDict]]
    """What was decided for each child, where the panel decides child by child."""
    decided_by: NotRequired[str]
    """The participant who decided, after hearing the panel."""
    dissent: NotRequired[list[DissentDict]]
    """Who saw it otherwise, in their words."""
    lead_practitioner: NotRequired[str]
    """The participant who leads the work with the family."""
    review_on: NotRequired[str]
    """The day of the review."""
    contingency: NotRequired[str]
    """What happens if the plan does not hold."""
    feedback: NotRequired[FeedbackDict]
    """How the family hears of it."""
    marks: NotRequired[OutcomeMarksDict]
    """Who may see its texts."""
    extensions: NotRequired[dict[str, Any]]
    """A council's own data."""


class OutcomeMarksDict(TypedDict):
    """Who may see the texts of the outcome."""

    reason: NotRequired[MarksDict]
    """Who may see why."""
    contingency: NotRequired[MarksDict]
    """Who may see what happens if the plan does not hold."""


class ParticipantDict(TypedDict):
    """Someone invited to the sitting."""

    id: str
    """The participant, within this record."""
    kind: ParticipantKind
    """In what part they come."""
    name: NotRequired[str]
    """What they are called."""
    agency: NotRequired[str]
    """The agency they come from."""
    seat: NotRequired[str]
    """The seat of the profile that they hold."""
    person: NotRequired[str]
    """Who they are among the case's people, for family, child and network."""
    attendance: NotRequired[Attendance]
    """Whether they came."""
    deputy_for: NotRequired[str]
    """The participant whom they stand in for, and whose seat they hold."""
    written_update: NotRequired[bool]
    """Whether they sent an update in writing."""
    arrived_at: NotRequired[str]
    """When they came."""
    left_at: NotRequired[str]
    """When they left."""
    visible_to: NotRequired[Visibility]
    """Who may see their name, seat and agency."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""
    extensions: NotRequired[dict[str, Any]]
    """A council's own data."""


class PersonDict(TypedDict):
    """Someone the panel speaks about."""

    id: str
    """The person, within this record."""
    kind: PersonKind
    """How the person stands to the case."""
    name: NotRequired[str]
    """What the person is called."""
    date_of_birth: NotRequired[str]
    """Day of birth."""
    birth: NotRequired[BirthDict]
    """What is known of the birth where the day is not, or how far the day is."""
    expected_on: NotRequired[str]
    """The day an unborn child is expected."""
    nhs_number: NotRequired[str]
    """Ten digits, the last of them a check digit."""
    views: NotRequired[Views]
    """How this person's view was gathered."""
    views_on: NotRequired[str]
    """The day the view was gathered."""
    views_note: NotRequired[str]
    """More about how, or why it was not sought."""
    visible_to: NotRequired[Visibility]
    """Who may see their views."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""
    unlisted_for: NotRequired[list[str]]
    """People or participants who may not learn that this person is in the record at all."""
    extensions: NotRequired[dict[str, Any]]
    """A council's own data."""


class ProfileNameDict(TypedDict):
    """The profile a panel ran under."""

    id: str
    """The profile's id."""
    version: str
    """Its version."""


class OnBehalfOfPersonDict(TypedDict):
    person: str
    """One of the case's people."""


class OnBehalfOfParticipantDict(TypedDict):
    participant: str
    """Another participant."""


class OnBehalfOfOtherDict(TypedDict):
    other: str
    """Someone else, in words."""


class RatingDict(TypedDict):
    """One number, and why."""

    by: str
    """The participant who gave the number."""
    on_behalf_of: NotRequired[
        OnBehalfOfPersonDict | OnBehalfOfParticipantDict | OnBehalfOfOtherDict
    ]
    """Whose place was guessed, where it is not the rater's own."""
    value: float
    """The number."""
    reason: NotRequired[str]
    """What makes it that high."""
    one_point_higher: NotRequired[str]
    """What would have to be seen to be one point higher."""
    at: NotRequired[str]
    """When it was given."""
    amended: NotRequired[list[RatingAmendmentDict]]
    """What it was before."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""
    extensions: NotRequired[dict[str, Any]]
    """A council's own data."""


class RatingAmendmentDict(TypedDict):
    """What a rating was before it was changed."""

    at: str
    """When it was changed."""
    value: NotRequired[float]
    """The number it had."""
    why: NotRequired[str]
    """Why it was changed."""


class RecordDict(TypedDict):
    """One panel about one family: what came in, who sat, what was said, how it was scaled, what was agreed."""

    format: Literal["support-panel/1"]
    """The format of this document."""
    id: str
    """The record."""
    profile: ProfileNameDict
    """The council's rules that this panel ran under."""
    case: CaseDict
    """The case and its people."""
    referral: NotRequired[ReferralDict]
    """What the worker brings."""
    agreement: NotRequired[AgreementDict]
    """What the family agreed to, and the basis for sharing."""
    meeting: NotRequired[MeetingDict]
    """The sitting."""
    participants: NotRequired[list[ParticipantDict]]
    """Everyone invited."""
    agenda: NotRequired[list[AgendaItemDict]]
    """What happened at each stage."""
    mapping: NotRequired[list[EntryDict]]
    """The entries of the map, in the order they were raised."""
    scaling: NotRequired[list[ScalingRoundDict]]
    """Each scale, each time it was asked."""
    actions: NotRequired[list[ActionDict]]
    """Agreed actions."""
    outcome: NotRequired[OutcomeDict]
    """Decision, review, feedback, dissent."""
    recording: NotRequired[RecordingDict]
    """What went into the case-management system."""
    extensions: NotRequired[dict[str, Any]]
    """A council's own data."""


class RecordingDict(TypedDict):
    """The trace that the panel left in the council's systems."""

    system: NotRequired[str]
    """The case-management system."""
    reference: NotRequired[str]
    """The reference in it."""
    recorded_on: NotRequired[str]
    """The day it was entered."""
    recorded_by: NotRequired[str]
    """The participant who entered it."""
    minutes_circulated_on: NotRequired[str]
    """The day the minutes went out."""
    circulated_to: NotRequired[list[str]]
    """The participants they went to."""


class ReferralDict(TypedDict):
    """What the worker brings to the panel."""

    received_on: NotRequired[str]
    """The day the referral form came in."""
    referrer: NotRequired[str]
    """The participant who refers."""
    reason: NotRequired[str]
    """Why the panel is asked."""
    best_hopes: NotRequired[str]
    """The worker's goal for the panel."""
    background: NotRequired[str]
    """The short summary that the worker gives."""
    mapping_received_on: NotRequired[str]
    """The day the mapping template came in."""
    scale: NotRequired[ScaleDict]
    """The referrer's own scaling question."""
    visible_to: NotRequired[Visibility]
    """Who may see it, its scale and the numbers given on that."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""
    extensions: NotRequired[dict[str, Any]]
    """A council's own data."""


class ScaleDict(TypedDict):
    """A scaling question with its two ends in words."""

    id: str
    """The scale."""
    prompt: NotRequired[str]
    """The question as it is asked."""
    min: float
    """The lowest number."""
    max: float
    """The highest number."""
    step: float
    """The distance between two neighbouring numbers."""
    higher_is: Polarity
    """Whether a higher number is better or worse."""
    anchors: NotRequired[AnchorsDict]
    """What the two ends mean."""
    points: NotRequired[list[ScalePointDict]]
    """What other numbers mean, beside the two ends."""
    subject: NotRequired[Subject]
    """Whether it is asked once, for each danger, or for each child."""
    asked_of: NotRequired[list[str]]
    """Who is asked: everyone, professionals, family, parents, children, core, referrer, chair, or seats."""
    together: NotRequired[list[str]]
    """Of those, who give one number together, such as family or parents."""
    rounds: NotRequired[list[str]]
    """When in the sitting it is asked: opening, closing, or a round of the council's own."""
    independent: NotRequired[bool]
    """Whether each number stays sealed until all are revealed."""
    follow_ups: NotRequired[list[FollowUpDict]]
    """What is asked after a number is given."""
    wide_range: NotRequired[float]
    """A range of own ratings that counts as wide."""
    near_worried_end: NotRequired[float]
    """How near to the worried end a rating must be to need an answer."""


class ScalePointDict(TypedDict):
    """What a number between the two ends means."""

    value: float
    """The number."""
    means: str
    """What it means."""


class ScalingRoundDict(TypedDict):
    """One sitting of one scale."""

    scale: str
    """A scale of the profile, or `referrer`."""
    round: NotRequired[str]
    """Opening, closing, or a round of the council's own."""
    about: NotRequired[str]
    """The danger or the child it was asked about, where the scale belongs to one."""
    revealed_at: NotRequired[str]
    """When the numbers were shown."""
    ratings: NotRequired[list[RatingDict]]
    """The numbers given."""
    abstentions: NotRequired[list[AbstentionDict]]
    """Who gave none."""
    extensions: NotRequired[dict[str, Any]]
    """A council's own data."""


class ServiceDict(TypedDict):
    """Agreement to the service."""

    status: NotRequired[ServiceStatus]
    """How it stands."""
    given_by: NotRequired[list[str]]
    """The people or participants who gave it."""
    on: NotRequired[str]
    """The day from which it stands so."""
    reason: NotRequired[str]
    """Why, where it was not given."""
    history: NotRequired[list[ServiceHistoryDict]]
    """How it stood before."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""


class ServiceHistoryDict(TypedDict):
    """An earlier state of the agreement."""

    status: NotRequired[ServiceStatus]
    """How it stood."""
    on: NotRequired[str]
    """From which day."""


class SettledDict(TypedDict):
    """A goal met, or a danger past."""

    on: NotRequired[str]
    """From which day."""
    how: NotRequired[str]
    """How it is known."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""


class SharingDict(TypedDict):
    """The basis for sharing information."""

    lawful_basis: NotRequired[str]
    """UK GDPR Article 6, for example public_task, legal_obligation, consent."""
    special_category_condition: NotRequired[str]
    """Data Protection Act 2018 Schedule 1, for example substantial_public_interest or safeguarding."""
    family_told: NotRequired[bool]
    """Whether the family was told what is shared."""
    note: NotRequired[str]
    """More, for example why the family was not told."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    withheld_from: NotRequired[list[str]]
    """People or participants who may not."""


class StatementDict(TypedDict):
    """A danger in full."""

    worried: NotRequired[list[str]]
    """The people or participants who are worried."""
    about: NotRequired[str]
    """What they are worried about."""
    impact: NotRequired[str]
    """What could come of it for the child."""


class WithdrawalDict(TypedDict):
    """Taken off the map."""

    at: NotRequired[str]
    """When."""
    by: NotRequired[str]
    """The participant who took it off."""
    why: NotRequired[str]
    """Why."""


class ActionLimitsDict(TypedDict):
    """How many actions, and by when."""

    max_per_panel: NotRequired[int]
    """The most actions of one panel."""
    max_per_owner: NotRequired[int]
    """The most actions of one owner."""
    due_by_review: NotRequired[bool]
    """Whether every action is due by the review."""
    default_within: NotRequired[
        WithinWorkingDaysDict | WithinDaysDict | WithinWeeksDict | WithinMonthsDict
    ]
    """What a live meeting fills in where nothing is said."""


class AfterWithinWorkingDaysDict(TypedDict):
    working_days: int
    """Working days, counted from the next day."""


class AfterWithinHoursDict(TypedDict):
    hours: int
    """Hours, rounded up to whole days."""


class AfterDict(TypedDict):
    """What must follow the meeting, and within what time of it."""

    actions_within: NotRequired[AfterWithinWorkingDaysDict | AfterWithinHoursDict]
    """Actions begun."""
    minutes_within: NotRequired[AfterWithinWorkingDaysDict | AfterWithinHoursDict]
    """Minutes circulated."""
    feedback_within: NotRequired[AfterWithinWorkingDaysDict | AfterWithinHoursDict]
    """The family told."""
    recorded_within: NotRequired[AfterWithinWorkingDaysDict | AfterWithinHoursDict]
    """Entered in the case system."""


class CaseSystemDict(TypedDict):
    """How a panel is entered in the council's case system."""

    required: NotRequired[bool]
    """Whether it must be."""
    system: NotRequired[str]
    """What the system is called."""
    sections: NotRequired[list[SectionDict]]
    """The boxes of its form, in their order."""


class ChairDict(TypedDict):
    """Who may chair."""

    seats: NotRequired[list[str]]
    """Seats that may chair."""


class ClosuresDict(TypedDict):
    """Which days are not working days, beside Saturdays and Sundays."""

    bank_holidays: NotRequired[BankHolidays]
    """Whose bank holidays."""
    extra_closures: NotRequired[list[str]]
    """The council's own closed days."""
    extra_openings: NotRequired[list[str]]
    """Days on which the council works all the same: a bank holiday that it does not keep, a Saturday."""


class ColumnDict(TypedDict):
    """A column of the map."""

    id: str
    """The column."""
    heading: NotRequired[str]
    """What stands above it."""
    prompt: NotRequired[str]
    """What is asked to fill it."""
    may_be_empty: NotRequired[bool]
    """Whether it may stay empty."""
    categories: NotRequired[list[ColumnCategoryDict]]
    """The categories that stand in it."""


class ColumnCategoryDict(TypedDict):
    """A category as this council calls it."""

    id: Category
    """One of the canonical categories."""
    label: NotRequired[str]
    """How people say it."""


class DecidingDict(TypedDict):
    """Whom the panel decides for."""

    each_child: NotRequired[bool]
    """Whether each child of the case is to have a decision of their own."""


class DecisionDict(TypedDict):
    """What a panel may decide."""

    id: str
    """The decision."""
    label: NotRequired[str]
    """How people say it."""
    direction: Direction
    """Which way the family's support goes."""
    needs_reason: NotRequired[bool]
    """Whether it needs a reason."""
    review: NotRequired[IntervalDict]
    """When the review is held after this decision."""


class ProfileDict(TypedDict):
    """What a council configures: who sits, what is asked, in what order, and by which limits."""

    id: str
    """The profile."""
    version: str
    """Its version."""
    title: NotRequired[str]
    """What it is called."""
    authority: NotRequired[str]
    """Whose it is."""
    language: NotRequired[str]
    """The language of its texts, for example en-GB."""
    valid_from: NotRequired[str]
    """The first day it is in force."""
    valid_to: NotRequired[str]
    """The last day it is in force."""
    extends: NotRequired[str]
    """The profile it changes; what it does not mention stays as there."""
    purpose: NotRequired[str]
    """What the meeting is for."""
    statuses: NotRequired[list[StatusDict]]
    """The case statuses there are, and which of them may come to this meeting."""
    seats: NotRequired[list[SeatDict]]
    """Roles in agencies; several people may hold one."""
    chair: NotRequired[ChairDict]
    """Who may chair."""
    note_taker: NotRequired[NoteTakerDict]
    """Who may take notes."""
    quorum: NotRequired[QuorumDict]
    """Who must be there for the panel to decide."""
    inputs: NotRequired[InputsDict]
    """What must be there beforehand."""
    columns: NotRequired[list[ColumnDict]]
    """The columns of the map."""
    questions: NotRequired[list[QuestionDict]]
    """The question bank."""
    scales: NotRequired[list[ScaleDict]]
    """The scaling questions."""
    agenda: NotRequired[list[StageDict]]
    """The stages of the meeting, in order."""
    decisions: NotRequired[list[DecisionDict]]
    """What a panel may decide."""
    deciding: NotRequired[DecidingDict]
    """Whom the panel decides for."""
    actions: NotRequired[ActionLimitsDict]
    """How many actions, and by when."""
    limits: NotRequired[LimitsDict]
    """How many entries of a kind."""
    review: NotRequired[IntervalDict]
    """When the review is held, from the day of the meeting."""
    lead_practitioner: NotRequired[NeededDict]
    """Whether a lead practitioner must be named."""
    feedback: NotRequired[NeededDict]
    """Whether feedback to the family must be arranged."""
    after: NotRequired[AfterDict]
    """What must follow the meeting, and within what time."""
    resources: NotRequired[list[ResourceDict]]
    """What members, agencies and families can read."""
    plain_language: NotRequired[list[TermDict]]
    """Acronyms and jargon to expand for the family."""
    papers: NotRequired[PapersDict]
    """What goes on every paper, and what goes on none for the family side."""
    recording: NotRequired[CaseSystemDict]
    """How a panel is entered in the council's case system."""
    words: NotRequired[dict[str, str]]
    """The council's own wording of phrases, by key."""
    rules: NotRequired[RuleSettingsDict]
    """Rules turned off, or set otherwise than by default."""
    local_rules: NotRequired[list[LocalRuleDict]]
    """Rules of the council's own."""
    calendar: NotRequired[ClosuresDict]
    """Which days are not working days."""


class InputDict(TypedDict):
    """By when something must be there."""

    days_before: NotRequired[int]
    """Days before the meeting; that day is still in time."""


class InputsDict(TypedDict):
    """What must be there beforehand."""

    referral: NotRequired[InputDict]
    """The referral form."""
    mapping: NotRequired[InputDict]
    """The mapping template."""
    referrer_scale: NotRequired[bool]
    """Whether the referrer brings a scaling question of their own."""
    agreement: NotRequired[InputDict]
    """The family's agreement to the service."""
    reports: NotRequired[ReportsDict]
    """Reports in writing."""


class IntervalDict(TypedDict):
    """The earliest and the latest day, both inclusive, from the day of the meeting."""

    min: NotRequired[WithinWorkingDaysDict | WithinDaysDict | WithinWeeksDict | WithinMonthsDict]
    """Not before this time."""
    max: NotRequired[WithinWorkingDaysDict | WithinDaysDict | WithinWeeksDict | WithinMonthsDict]
    """Not after this time."""


class LimitsDict(TypedDict):
    """How many entries of a kind."""

    goals: NotRequired[int]
    """The most goals."""
    future_dangers: NotRequired[int]
    """The most future dangers."""
    goals_per_danger: NotRequired[int]
    """The most goals that answer one danger."""
    dangers_per_goal: NotRequired[int]
    """The most dangers that one goal answers."""


class LocalRuleDict(TypedDict):
    """A rule of the council's own."""

    code: str
    """Its code: two to six capital letters of the council's own, not SP, and three digits."""
    title: str
    """What is wrong where it fires, in a few words."""
    severity: Severity
    """How much it matters."""
    phase: NotRequired[Phase]
    """From when in a panel's life it is asked; always, where that is not said."""
    for_each: NotRequired[str]
    """The list whose items it is asked of, one by one: a JSON Pointer into the record, with * for every item."""
    path: NotRequired[str]
    """What it is about: a JSON Pointer into the item, else into the record."""
    when: Any
    """When it fires, in JSON Logic."""
    message: str
    """What it says where it fires: one plain sentence."""
    why: NotRequired[str]
    """Why a panel should care."""
    remedy: NotRequired[str]
    """What to do where it fires."""


class NeededDict(TypedDict):
    """Whether something is needed."""

    required: NotRequired[bool]
    """Whether it is."""


class NoteTakerDict(TypedDict):
    """Who may take notes."""

    seats: NotRequired[list[str]]
    """Seats that take notes."""
    may_be_chair: NotRequired[bool]
    """Whether the chair may take them."""


class PapersDict(TypedDict):
    """What goes on every paper, and what goes on none for the family side."""

    contact: NotRequired[str]
    """Whom to ring, and when: it stands at the end of what the family is given."""
    if_you_disagree: NotRequired[str]
    """What someone can do who disagrees."""
    withhold: NotRequired[list[Withheld]]
    """What is withheld from the family side beside what always is."""


class QuestionDict(TypedDict):
    """A question of the bank."""

    id: str
    """The question."""
    column: str
    """The column it helps to fill."""
    category: NotRequired[Category]
    """The category, where it is about one."""
    text: str
    """As it is asked."""


class QuorumDict(TypedDict):
    """Who must be there for the panel to decide."""

    min_agencies: NotRequired[int]
    """Distinct agencies of professionals who attended, the chair's included."""
    must_include: NotRequired[list[str]]
    """Seats that must be held by someone who attended."""
    may_proceed_with_reason: NotRequired[bool]
    """Whether the panel may go on without a quorum if it records why."""
    floor: NotRequired[int]
    """Fewer agencies than this, and no reason is accepted."""


class ReportsDict(TypedDict):
    """Reports in writing, from whom and by when."""

    asked_of: NotRequired[list[str]]
    """Whoever of these is invited: everyone, professionals, core, or seats."""
    days_before: NotRequired[int]
    """Days before the meeting; that day is still in time."""


class SeverityDict(TypedDict):
    severity: NotRequired[Severity]


class RuleSettingsSp303Dict(TypedDict):
    severity: NotRequired[Severity]
    over: NotRequired[float]
    """The share of its minutes by which a stage may run over: 0.25 is a quarter."""


class RuleSettingsSp611Dict(TypedDict):
    severity: NotRequired[Severity]
    until_age: NotRequired[float]
    """The age in years from which a child may own an action."""


class RuleSettingsDict(TypedDict):
    """Rules turned off, or set otherwise."""

    SP101: NotRequired[Literal["off"] | SeverityDict]
    """An id is used twice"""
    SP102: NotRequired[Literal["off"] | SeverityDict]
    """A reference leads nowhere"""
    SP103: NotRequired[Literal["off"] | SeverityDict]
    """Not in the council's profile"""
    SP104: NotRequired[Literal["off"] | SeverityDict]
    """Dates that cannot be in that order"""
    SP105: NotRequired[Literal["off"] | SeverityDict]
    """The profile was not in force"""
    SP106: NotRequired[Literal["off"] | SeverityDict]
    """Some text is blank"""
    SP107: NotRequired[Literal["off"] | SeverityDict]
    """This date is in the future"""
    SP108: NotRequired[Literal["off"] | SeverityDict]
    """Not an NHS number"""
    SP109: NotRequired[Literal["off"] | SeverityDict]
    """This case belongs at a different meeting"""
    SP110: NotRequired[Literal["off"] | SeverityDict]
    """Said to have attended, but not among those who came"""
    SP111: NotRequired[Literal["off"] | SeverityDict]
    """A clock or a day that was wrong"""
    SP112: NotRequired[Literal["off"] | SeverityDict]
    """A birth that cannot be as it is written"""
    SP201: NotRequired[Literal["off"] | SeverityDict]
    """No chair who may hold this panel"""
    SP202: NotRequired[Literal["off"] | SeverityDict]
    """No note-taker recorded"""
    SP203: NotRequired[Literal["off"] | SeverityDict]
    """Not enough agencies to decide"""
    SP204: NotRequired[Literal["off"] | SeverityDict]
    """A core seat was empty"""
    SP205: NotRequired[Literal["off"] | SeverityDict]
    """Apologies and nothing else"""
    SP206: NotRequired[Literal["off"] | SeverityDict]
    """Agreement to the service is not recorded"""
    SP207: NotRequired[Literal["off"] | SeverityDict]
    """The basis for sharing is not recorded"""
    SP208: NotRequired[Literal["off"] | SeverityDict]
    """The family was not heard"""
    SP209: NotRequired[Literal["off"] | SeverityDict]
    """A child's views are missing"""
    SP210: NotRequired[Literal["off"] | SeverityDict]
    """Something is missing beforehand"""
    SP211: NotRequired[Literal["off"] | SeverityDict]
    """An action for a family that has withdrawn"""
    SP212: NotRequired[Literal["off"] | SeverityDict]
    """The family is not invited"""
    SP213: NotRequired[Literal["off"] | SeverityDict]
    """The map starts empty"""
    SP214: NotRequired[Literal["off"] | SeverityDict]
    """A report is missing"""
    SP215: NotRequired[Literal["off"] | SeverityDict]
    """The family had not agreed beforehand"""
    SP301: NotRequired[Literal["off"] | SeverityDict]
    """Two stages at once"""
    SP302: NotRequired[Literal["off"] | SeverityDict]
    """A stage was left out"""
    SP303: NotRequired[Literal["off"] | RuleSettingsSp303Dict]
    """A stage ran over its time"""
    SP304: NotRequired[Literal["off"] | SeverityDict]
    """Led by someone else"""
    SP305: NotRequired[Literal["off"] | SeverityDict]
    """Stages out of order"""
    SP306: NotRequired[Literal["off"] | SeverityDict]
    """A stage without its result"""
    SP401: NotRequired[Literal["off"] | SeverityDict]
    """A column of the map is empty"""
    SP402: NotRequired[Literal["off"] | SeverityDict]
    """A future danger has no goal"""
    SP403: NotRequired[Literal["off"] | SeverityDict]
    """Existing safety reads as a strength"""
    SP404: NotRequired[Literal["off"] | SeverityDict]
    """A future danger is not said in full"""
    SP405: NotRequired[Literal["off"] | SeverityDict]
    """More dangers or goals than the limit"""
    SP406: NotRequired[Literal["off"] | SeverityDict]
    """A word that the family may not know"""
    SP407: NotRequired[Literal["off"] | SeverityDict]
    """It is not recorded who raised an entry"""
    SP408: NotRequired[Literal["off"] | SeverityDict]
    """The same thing stands on the map twice"""
    SP409: NotRequired[Literal["off"] | SeverityDict]
    """A goal answers nothing"""
    SP410: NotRequired[Literal["off"] | SeverityDict]
    """A danger and its goal are not a set"""
    SP501: NotRequired[Literal["off"] | SeverityDict]
    """A number is not on its scale"""
    SP502: NotRequired[Literal["off"] | SeverityDict]
    """A scaling question was not asked"""
    SP503: NotRequired[Literal["off"] | SeverityDict]
    """Someone was asked and gave no number"""
    SP504: NotRequired[Literal["off"] | SeverityDict]
    """The lowest number has no reason"""
    SP505: NotRequired[Literal["off"] | SeverityDict]
    """One person gave two numbers"""
    SP507: NotRequired[Literal["off"] | SeverityDict]
    """A number was given or changed after the reveal"""
    SP508: NotRequired[Literal["off"] | SeverityDict]
    """People see it very differently"""
    SP509: NotRequired[Literal["off"] | SeverityDict]
    """Someone is very worried and no response is recorded"""
    SP510: NotRequired[Literal["off"] | SeverityDict]
    """The referrer's scaling question was not asked"""
    SP511: NotRequired[Literal["off"] | SeverityDict]
    """The same question was recorded twice"""
    SP512: NotRequired[Literal["off"] | SeverityDict]
    """A number from someone who did not attend"""
    SP601: NotRequired[Literal["off"] | SeverityDict]
    """An action has no owner"""
    SP602: NotRequired[Literal["off"] | SeverityDict]
    """An action has no due date"""
    SP603: NotRequired[Literal["off"] | SeverityDict]
    """An action is due after the review"""
    SP604: NotRequired[Literal["off"] | SeverityDict]
    """An owner has not accepted an action"""
    SP605: NotRequired[Literal["off"] | SeverityDict]
    """A family member has not agreed to their own action"""
    SP606: NotRequired[Literal["off"] | SeverityDict]
    """An action serves nothing on the map"""
    SP607: NotRequired[Literal["off"] | SeverityDict]
    """More actions than the limit"""
    SP608: NotRequired[Literal["off"] | SeverityDict]
    """A goal that no action serves"""
    SP609: NotRequired[Literal["off"] | SeverityDict]
    """An action is overdue"""
    SP610: NotRequired[Literal["off"] | SeverityDict]
    """An open action of the last panel is lost"""
    SP611: NotRequired[Literal["off"] | RuleSettingsSp611Dict]
    """A child owns an action"""
    SP612: NotRequired[Literal["off"] | SeverityDict]
    """An action's status does not fit"""
    SP613: NotRequired[Literal["off"] | SeverityDict]
    """An action has not been begun in time"""
    SP701: NotRequired[Literal["off"] | SeverityDict]
    """No decision is recorded"""
    SP702: NotRequired[Literal["off"] | SeverityDict]
    """A decision without its reason"""
    SP703: NotRequired[Literal["off"] | SeverityDict]
    """No lead practitioner is named"""
    SP704: NotRequired[Literal["off"] | SeverityDict]
    """No review is set in time"""
    SP705: NotRequired[Literal["off"] | SeverityDict]
    """Feedback to the family is not arranged, or is late"""
    SP706: NotRequired[Literal["off"] | SeverityDict]
    """Minutes or record are late"""
    SP707: NotRequired[Literal["off"] | SeverityDict]
    """Closing with actions still open"""
    SP708: NotRequired[Literal["off"] | SeverityDict]
    """The panel is not in the case system"""
    SP709: NotRequired[Literal["off"] | SeverityDict]
    """The family is told no one to ring, or not what to do if they disagree"""
    SP710: NotRequired[Literal["off"] | SeverityDict]
    """A child without a decision of their own, or with two"""
    SP801: NotRequired[Literal["off"] | SeverityDict]
    """A mark names no one of the family"""
    SP802: NotRequired[Literal["off"] | SeverityDict]
    """Someone the family deals with is concealed"""
    SP803: NotRequired[Literal["off"] | SeverityDict]
    """It points to something withheld"""
    SP804: NotRequired[Literal["off"] | SeverityDict]
    """A text names someone who is concealed"""


class SeatDict(TypedDict):
    """A role in an agency."""

    id: str
    """The seat."""
    title: NotRequired[str]
    """How people say it."""
    agency: NotRequired[str]
    """The agency."""
    core: NotRequired[bool]
    """Whether the panel is not complete without it."""
    may_commit: NotRequired[bool]
    """Whether its holder may commit the agency to an action."""


class SectionDict(TypedDict):
    """A box of the case system's form."""

    id: str
    """The section."""
    heading: NotRequired[str]
    """What the system calls it."""
    holds: NotRequired[list[Part]]
    """What goes into it, in this order."""
    max_characters: NotRequired[int]
    """The most characters that the system takes."""


class StageDict(TypedDict):
    """A stage of the meeting."""

    id: str
    """The stage."""
    title: NotRequired[str]
    """How people say it."""
    lead: NotRequired[str]
    """Who leads: chair, referrer, note_taker, or a seat."""
    recorder: NotRequired[str]
    """Who records: chair, referrer, note_taker, or a seat."""
    minutes: NotRequired[int]
    """How long it may take."""
    required: NotRequired[bool]
    """Whether it must be held, or skipped with a reason."""
    prompts: NotRequired[list[str]]
    """What the lead may say or ask."""
    produces: NotRequired[list[Product]]
    """What the stage is there to produce."""


class StatusDict(TypedDict):
    """A case status."""

    id: str
    """The status."""
    label: NotRequired[str]
    """How people say it."""
    eligible: NotRequired[bool]
    """Whether cases of this status may come to this meeting."""
    review: NotRequired[IntervalDict]
    """When the review of such a case is held."""


class TermDict(TypedDict):
    """A word to expand for the family."""

    term: str
    """The acronym or jargon."""
    say: NotRequired[str]
    """What to say for it."""


class OpenMeetingCommandDict(TypedDict):
    """Opens the meeting, or takes it up again after it was adjourned."""

    chair: str
    """The participant in the chair."""
    note_taker: NotRequired[str]
    """The participant who takes notes."""
    held_on: NotRequired[str]
    """The day, where it is not the one on record; the day of the stamp where there is none."""
    type: Literal["open_meeting"]


class AppointCommandDict(TypedDict):
    """Changes who chairs or who takes notes."""

    chair: NotRequired[str]
    """The participant in the chair."""
    note_taker: NotRequired[str]
    """The participant who takes notes."""
    type: Literal["appoint"]


class InviteCommandDict(TypedDict):
    """Adds someone to those invited."""

    id: str
    """The new participant's id."""
    kind: ParticipantKind
    """In what part they come."""
    name: NotRequired[str]
    """What they are called."""
    agency: NotRequired[str]
    """The agency they come from."""
    seat: NotRequired[str]
    """The seat of the profile that they hold."""
    person: NotRequired[str]
    """Who they are among the case's people."""
    deputy_for: NotRequired[str]
    """The participant whom they stand in for."""
    type: Literal["invite"]


class ArriveCommandDict(TypedDict):
    """Someone is there."""

    participant: str
    """Who."""
    how: NotRequired[Presence]
    """In the room, where nothing is said."""
    deputy_for: NotRequired[str]
    """The participant whom they stand in for."""
    name: NotRequired[str]
    """What they are called, where only their seat was known."""
    type: Literal["arrive"]


class ApologiseCommandDict(TypedDict):
    """Someone sends apologies."""

    participant: str
    """Who."""
    written_update: NotRequired[bool]
    """Whether they sent an update in writing."""
    type: Literal["apologise"]


class MarkAbsentCommandDict(TypedDict):
    """Someone did not come and did not say."""

    participant: str
    """Who."""
    type: Literal["mark_absent"]


class LeaveCommandDict(TypedDict):
    """Someone who was there goes."""

    participant: str
    """Who."""
    type: Literal["leave"]


class ProceedInquorateCommandDict(TypedDict):
    """Says why the panel goes on without a quorum."""

    reason: str
    """Why."""
    type: Literal["proceed_inquorate"]


class AdjournCommandDict(TypedDict):
    """Breaks the meeting off, to be taken up again."""

    reason: str
    """Why."""
    reconvene_on: NotRequired[str]
    """The day it meets again."""
    type: Literal["adjourn"]


class ConcludeCommandDict(TypedDict):
    """Ends the meeting."""

    type: Literal["conclude"]


class RecordBestHopesCommandDict(TypedDict):
    """Writes down the worker's goal for the panel."""

    text: str
    """The goal."""
    type: Literal["record_best_hopes"]


class RecordBackgroundCommandDict(TypedDict):
    """Writes down the worker's short summary."""

    text: str
    """The summary."""
    type: Literal["record_background"]


class RecordViewsCommandDict(TypedDict):
    """Says how a person's view was gathered."""

    person: str
    """The person, of the case's people."""
    views: Views
    """How."""
    on: NotRequired[str]
    """On which day."""
    note: NotRequired[str]
    """More about how, or why it was not sought."""
    type: Literal["record_views"]


class SetAgreementCommandDict(TypedDict):
    """Says how agreement to the service stands."""

    status: ServiceStatus
    """How it stands."""
    given_by: NotRequired[list[str]]
    """The people or participants who gave it."""
    on: NotRequired[str]
    """From which day; the day of the stamp where nothing is said."""
    reason: NotRequired[str]
    """Why, where it was not given."""
    type: Literal["set_agreement"]


class SetSharingCommandDict(TypedDict):
    """Says on what basis information is shared."""

    lawful_basis: NotRequired[str]
    """UK GDPR Article 6."""
    special_category_condition: NotRequired[str]
    """Data Protection Act 2018 Schedule 1."""
    family_told: NotRequired[bool]
    """Whether the family was told what is shared."""
    note: NotRequired[str]
    """More, for example why the family was not told."""
    type: Literal["set_sharing"]


class StartStageCommandDict(TypedDict):
    """Begins a stage, or goes back to one."""

    stage: str
    """The profile's stage."""
    led_by: NotRequired[str]
    """The participant who leads it; whom the profile names where nothing is said."""
    type: Literal["start_stage"]


class PauseCommandDict(TypedDict):
    """Stops the clock of the stage."""

    type: Literal["pause"]


class ResumeCommandDict(TypedDict):
    """Lets the clock of the stage run again."""

    type: Literal["resume"]


class EndStageCommandDict(TypedDict):
    """Ends the stage."""

    note: NotRequired[str]
    """Anything worth keeping about it."""
    type: Literal["end_stage"]


class SkipStageCommandDict(TypedDict):
    """Leaves a stage out."""

    stage: str
    """The profile's stage."""
    reason: str
    """Why."""
    type: Literal["skip_stage"]


class AddEntryCommandDict(TypedDict):
    """Puts something on the map."""

    id: str
    """The new entry's id."""
    category: Category
    """Where on the map."""
    text: str
    """What was said."""
    about: NotRequired[list[str]]
    """The people it is about."""
    raised_by: NotRequired[list[str]]
    """The participants who raised it."""
    origin: NotRequired[Origin]
    """Where it comes from: the panel where nothing is said, the referral before the meeting."""
    answers: NotRequired[list[str]]
    """The entries that it answers."""
    evidence: NotRequired[str]
    """Of existing safety: who did what, when, over how long."""
    statement: NotRequired[StatementDict]
    """Of a danger: who is worried, about what, and what could come of it."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    type: Literal["add_entry"]


class AmendEntryCommandDict(TypedDict):
    """Changes what an entry says, or what it has to do with."""

    entry: str
    """The entry."""
    text: NotRequired[str]
    """What it says."""
    about: NotRequired[list[str]]
    """The people it is about."""
    raised_by: NotRequired[list[str]]
    """The participants who raised it."""
    answers: NotRequired[list[str]]
    """The entries that it answers."""
    evidence: NotRequired[str]
    """Who did what, when, over how long."""
    statement: NotRequired[StatementDict]
    """A danger in full."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    clear: NotRequired[list[ClearEntry]]
    """What is taken away altogether."""
    why: NotRequired[str]
    """Why it is changed."""
    type: Literal["amend_entry"]


class MoveEntryCommandDict(TypedDict):
    """Moves an entry to another category."""

    entry: str
    """The entry."""
    category: Category
    """Where to."""
    why: NotRequired[str]
    """Why."""
    type: Literal["move_entry"]


class WithdrawEntryCommandDict(TypedDict):
    """Takes an entry off the map; it stays on record."""

    entry: str
    """The entry."""
    why: NotRequired[str]
    """Why."""
    type: Literal["withdraw_entry"]


class SettleEntryCommandDict(TypedDict):
    """Says that a goal is met or a danger past."""

    entry: str
    """The goal or the danger."""
    on: NotRequired[str]
    """From which day; the day of the stamp where nothing is said."""
    how: str
    """How it is known."""
    type: Literal["settle_entry"]


class MarkCommandDict(TypedDict):
    """Says who may see something, and who may not."""

    target: NotRequired[str]
    """The entry, the action, the participant or the person; of a part, the stage, the goal or danger, or the participant, the person or the child whose part it is."""
    part: NotRequired[MarkedPart]
    """The part that is marked, where it has no id."""
    scale: NotRequired[str]
    """Of a number or an abstention, the scale."""
    round: NotRequired[str]
    """The round."""
    about: NotRequired[str]
    """The danger."""
    on_behalf_of: NotRequired[
        OnBehalfOfPersonDict | OnBehalfOfParticipantDict | OnBehalfOfOtherDict
    ]
    """Of a number, whose place was guessed; the giver's own where nothing is said."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    withheld_from: NotRequired[list[str]]
    """The people or participants who may not."""
    clear: NotRequired[list[ClearMark]]
    """What is taken away altogether."""
    why: NotRequired[str]
    """Why; kept in the journal, and of an entry in `amended`. No mark that keeps something from anyone goes without one."""
    type: Literal["mark"]


class OpenRoundCommandDict(TypedDict):
    """Asks a scaling question."""

    scale: str
    """A scale of the profile, or `referrer`."""
    round: NotRequired[str]
    """Opening, closing, or a round of the council's own."""
    about: NotRequired[str]
    """The danger it is asked about, where the scale belongs to one."""
    type: Literal["open_round"]


class RateCommandDict(TypedDict):
    """Gives a number."""

    scale: str
    """The scale."""
    round: NotRequired[str]
    """The round."""
    about: NotRequired[str]
    """The danger."""
    by: NotRequired[str]
    """The participant who gives it; whoever gives the command where nothing is said."""
    on_behalf_of: NotRequired[
        OnBehalfOfPersonDict | OnBehalfOfParticipantDict | OnBehalfOfOtherDict
    ]
    """Whose place is guessed, where it is not the rater's own."""
    value: float
    """The number."""
    reason: NotRequired[str]
    """What makes it that high."""
    one_point_higher: NotRequired[str]
    """What would have to be seen to be one point higher."""
    type: Literal["rate"]


class AmendRatingCommandDict(TypedDict):
    """Changes a number that was given."""

    scale: str
    """The scale."""
    round: NotRequired[str]
    """The round."""
    about: NotRequired[str]
    """The danger."""
    by: NotRequired[str]
    """The participant who gave it; whoever gives the command where nothing is said."""
    on_behalf_of: NotRequired[
        OnBehalfOfPersonDict | OnBehalfOfParticipantDict | OnBehalfOfOtherDict
    ]
    """Whose place was guessed; the rater's own where nothing is said."""
    value: NotRequired[float]
    """The number."""
    reason: NotRequired[str]
    """What makes it that high."""
    one_point_higher: NotRequired[str]
    """What would have to be seen to be one point higher."""
    why: NotRequired[str]
    """Why it is changed."""
    type: Literal["amend_rating"]


class AbstainCommandDict(TypedDict):
    """Gives no number, and says why."""

    scale: str
    """The scale."""
    round: NotRequired[str]
    """The round."""
    about: NotRequired[str]
    """The danger."""
    by: NotRequired[str]
    """The participant; whoever gives the command where nothing is said."""
    reason: str
    """Why."""
    type: Literal["abstain"]


class RevealCommandDict(TypedDict):
    """Shows the numbers of an independent scale."""

    scale: str
    """The scale."""
    round: NotRequired[str]
    """The round."""
    about: NotRequired[str]
    """The danger."""
    type: Literal["reveal"]


class AgreeActionCommandDict(TypedDict):
    """Agrees an action."""

    id: str
    """The new action's id."""
    text: str
    """What is to be done."""
    serves: NotRequired[list[str]]
    """The entries of the map that it serves."""
    owner: NotRequired[str]
    """The participant who is asked to do it; as `allocate` does."""
    supporting: NotRequired[list[str]]
    """The participants who help."""
    chaser: NotRequired[str]
    """The participant who follows it up with an owner who is not there."""
    due: NotRequired[DueOnDict | DueWithinDict | DueByReviewDict]
    """By when; the profile's usual timescale where nothing is said."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    type: Literal["agree_action"]


class AmendActionCommandDict(TypedDict):
    """Changes what an action says."""

    action: str
    """The action."""
    text: NotRequired[str]
    """What is to be done."""
    serves: NotRequired[list[str]]
    """The entries of the map that it serves."""
    supporting: NotRequired[list[str]]
    """The participants who help."""
    visible_to: NotRequired[Visibility]
    """Who may see it."""
    clear: NotRequired[list[ClearAction]]
    """What is taken away altogether."""
    why: NotRequired[str]
    """Why; kept in the journal. What was for professionals is not shown to everyone without one."""
    type: Literal["amend_action"]


class AllocateCommandDict(TypedDict):
    """Puts an action to an owner."""

    action: str
    """The action."""
    owner: str
    """The participant who is asked to do it."""
    chaser: NotRequired[str]
    """The participant who follows it up with an owner who is not there."""
    type: Literal["allocate"]


class AcceptCommandDict(TypedDict):
    """An owner takes an action on."""

    action: str
    """The action."""
    by: NotRequired[str]
    """The participant who says so; the owner where nothing is said."""
    on: NotRequired[str]
    """The day they said so; that of the stamp where nothing is said. Before the meeting for an answer given between panels."""
    type: Literal["accept"]


class DeclineCommandDict(TypedDict):
    """An owner turns an action down."""

    action: str
    """The action."""
    by: NotRequired[str]
    """The participant who says so; the owner where nothing is said."""
    reason: NotRequired[str]
    """Why; kept in the journal."""
    type: Literal["decline"]


class SetDueCommandDict(TypedDict):
    """Says by when an action is to be done."""

    action: str
    """The action."""
    due: DueOnDict | DueWithinDict | DueByReviewDict
    """By when."""
    type: Literal["set_due"]


class UpdateActionCommandDict(TypedDict):
    """Says how far an action has come."""

    action: str
    """The action."""
    status: ActionStatus
    """How far."""
    done_on: NotRequired[str]
    """Of an action done: the day; that of the stamp where nothing is said."""
    outcome: NotRequired[str]
    """What came of it."""
    reason: NotRequired[str]
    """Of an action dropped: why."""
    type: Literal["update_action"]


class DecideCommandDict(TypedDict):
    """Takes the decision."""

    decision: str
    """A decision of the profile."""
    child: NotRequired[str]
    """The child for whom it is taken; the family as a whole where nothing is said."""
    reason: NotRequired[str]
    """Why."""
    decided_by: NotRequired[str]
    """The participant who decides; the chair where nothing is said."""
    contingency: NotRequired[str]
    """What happens if the plan does not hold."""
    type: Literal["decide"]


class DissentCommandDict(TypedDict):
    """Someone sees it otherwise."""

    by: NotRequired[str]
    """The participant; whoever gives the command where nothing is said."""
    view: str
    """Their view, in their words."""
    type: Literal["dissent"]


class NameLeadCommandDict(TypedDict):
    """Names who leads the work with the family."""

    participant: str
    """Who."""
    type: Literal["name_lead"]


class SetReviewCommandDict(TypedDict):
    """Sets the day of the review."""

    on: str
    """The day."""
    type: Literal["set_review"]


class GiveFeedbackCommandDict(TypedDict):
    """Arranges how the family hears of it, or says that they have."""

    owner: NotRequired[str]
    """The participant who tells them."""
    due_on: NotRequired[str]
    """By which day."""
    given_on: NotRequired[str]
    """The day they were told."""
    how: NotRequired[str]
    """In what way."""
    type: Literal["give_feedback"]


class FileRecordCommandDict(TypedDict):
    """Says what went into the case system."""

    system: NotRequired[str]
    """The case-management system."""
    reference: NotRequired[str]
    """The reference in it."""
    on: NotRequired[str]
    """The day it was entered; that of the stamp where nothing is said."""
    by: NotRequired[str]
    """The participant who entered it; whoever gives the command where nothing is said."""
    type: Literal["file_record"]


class CirculateMinutesCommandDict(TypedDict):
    """Says to whom the minutes went."""

    on: NotRequired[str]
    """The day; that of the stamp where nothing is said."""
    to: list[str]
    """The participants they went to."""
    type: Literal["circulate_minutes"]


class AmendCommandDict(TypedDict):
    """After the meeting: one change, with the reason for it."""

    why: str
    """Why."""
    change: CommandDict
    """The change: any command but those that run the meeting itself."""
    type: Literal["amend"]


class UndoCommandDict(TypedDict):
    """Takes the last step back."""

    why: NotRequired[str]
    """Why; needed where it takes off a mark that keeps something from someone."""
    type: Literal["undo"]


class RedoCommandDict(TypedDict):
    """Takes the last step that was taken back again."""

    type: Literal["redo"]


class SealedCommandDict(TypedDict):
    """A number in a sealed envelope, as the journal keeps it until it is shown."""

    scale: str
    """The scale."""
    round: NotRequired[str]
    """The round."""
    about: NotRequired[str]
    """The danger."""
    by: str
    """The participant who gave it."""
    envelope: str
    """The whole command, closed, in hexadecimal."""
    type: Literal["sealed"]


class EventDict(TypedDict):
    """An accepted command with its stamp: one line of the journal."""

    seq: int
    """Its number in the journal, from 1."""
    at: str
    """The moment."""
    by: str
    """The participant who gave the command."""
    event: CommandDict
    """The command; a number of an independent scale is in a sealed envelope for good."""
    chain: str
    """SHA-256 of the line before, in hexadecimal."""
    digest: str
    """SHA-256 of this line up to here, in hexadecimal."""


class StampDict(TypedDict):
    """When a command was given, and by whom."""

    at: str
    """The moment; never before that of the event before."""
    by: str
    """The participant who gave it."""


class AllocationDict(TypedDict):
    """What would become of an action if someone were to own it."""

    verdict: Verdict
    """Whether they may accept at once, be asked, or not own it."""
    reasons: list[ReasonDict]
    """Why, and what else to know before deciding. Never empty."""
    needs_chaser: bool
    """Whether someone has yet to be named to follow up the proposal."""
    due: str | None
    """The day by which it is due, where that can be told."""


class ReasonDict(TypedDict):
    """One reason of an allocation."""

    code: Code
    """The stable code, listed by `codes`."""
    rule: RuleCode | None
    """The rule that would say so afterwards."""
    message: str
    """One plain sentence."""


class AllowedDict(TypedDict):
    """A command, one of its possible targets, and whether it would be accepted now."""

    type: CommandType
    """The command."""
    target: NotRequired[TargetDict]
    """The target, as the members of the payload that name it. `None` for a command without one."""
    allowed: bool
    """Whether the command would be accepted, its other members being in order."""
    why: NotRequired[RefusedDict]
    """Why not, where it would be refused."""


class RefusedDict(TypedDict):
    """Why a command would be refused."""

    code: Code
    """The code of the refusal."""
    message: str
    """What was found and what was expected, in ids, codes and numbers only."""


class TargetDict(TypedDict):
    """The target of a command: the members of its payload that name it."""

    participant: NotRequired[str]
    """A participant."""
    person: NotRequired[str]
    """One of the case's people."""
    stage: NotRequired[str]
    """A stage of the profile."""
    entry: NotRequired[str]
    """An entry of the map."""
    action: NotRequired[str]
    """An action."""
    decision: NotRequired[str]
    """A decision of the profile."""
    scale: NotRequired[str]
    """A scale; with `round` and `about` one round of it."""
    round: NotRequired[str]
    """The round."""
    about: NotRequired[str]
    """The danger."""


class BatchFindingDict(TypedDict):
    """A finding, and in which record."""

    line: int
    """The line, from 1."""
    record: str
    """The record's id."""
    code: RuleCode | str
    """The rule."""
    severity: Severity
    """How much it matters under the profile."""
    path: str
    """JSON Pointer to the member that would have to be added or changed, there or not."""
    subject: str | None
    """The id of the thing in a list that the path stands in."""
    message: str
    """One plain sentence."""
    related: list[str]
    """Pointers to what else it has to do with."""


class BatchResultDict(TypedDict):
    """What a batch of records came to."""

    lines: int
    """Lines, blank ones too."""
    records: int
    """Records that were checked."""
    clean: int
    """Of those, the ones in which nothing was found."""
    unread: int
    """Lines that could not be read or judged."""
    rules: dict[RuleCode | str, int]
    """How often each rule found something, by code."""
    findings: list[BatchFindingDict]
    """The findings, up to the bound, in the order of the lines."""
    errors: list[UnreadDict]
    """The lines that could not be read or judged, up to the same bound."""
    truncated: bool
    """Whether the bound left anything out; the counts are whole in any case."""


class UnreadDict(TypedDict):
    """A line that could not be read or judged."""

    line: int
    """The line, from 1."""
    code: Code
    """The code of the error."""
    path: str
    """JSON Pointer to the member at fault."""
    column: int | None
    """The column, in characters from 1."""
    message: str
    """What was found and what was expected."""


class ConflictDict(TypedDict):
    """An event of the second session that was not merged."""

    theirs: EventDict
    """The event as the second session has it."""
    ours: list[EventDict]
    """The events of the first that touch the same item, of one item the last hundred; none where it would be refused for another reason."""
    refusal: NotRequired[Code]
    """The code of that refusal."""


class DisclosureDict(TypedDict):
    """What becomes of one leaf of a record in a reader's copy: a text, number, date, name or closed word."""

    path: str
    """JSON Pointer to the leaf."""
    shown: bool
    """Whether the reader is shown it."""
    because: Because
    """Why they are, or are not: the first reason that holds."""


class CodeDefinitionDict(TypedDict):
    """One code: what it means and what to do."""

    code: Code
    """The code."""
    area: Literal["reading", "profile", "asking", "agreement", "allocation", "sitting", "library"]
    """Where it is used."""
    meaning: str
    """What it means."""
    remedy: str
    """What to do about it."""


class LocalDefinitionDict(TypedDict):
    """A rule of a council's own in words."""

    code: str
    """Its code."""
    title: str
    """What is wrong where it fires, in a few words."""
    severity: Severity
    """How much it matters."""
    phase: Phase
    """From when in a panel's life it is asked."""
    why: str | None
    """Why a panel should care, where the council says so."""
    remedy: str | None
    """What to do where it fires, where the council says so."""
    for_each: str | None
    """The list whose items it is asked of, one by one."""
    path: str | None
    """What it is about: a JSON Pointer into the item, else into the record."""
    when: Any
    """When it fires, in JSON Logic."""
    message: str
    """What it says where it fires."""


class ParameterDict(TypedDict):
    """Something that a profile may set of a rule."""

    name: str
    """Its name in the profile's `rules`."""
    default: float
    """Its value where the profile sets none."""
    about: str
    """What it does."""


class RuleDefinitionDict(TypedDict):
    """A rule in words: what it asks, why, and what to do about it."""

    code: RuleCode
    """The stable code."""
    title: str
    """What is wrong where it fires, in a few words."""
    severity: Severity
    """Its severity, unless a profile sets another."""
    phase: Phase
    """From when in a panel's life it is asked."""
    why: str
    """Why a panel should care."""
    remedy: str
    """What to do where it fires."""
    parameters: list[ParameterDict]
    """What a profile may set beside the severity."""
    needs: list[str]
    """What it needs to be asked at all: items of the profile, `as_of`, `previous`."""
    since: Edition
    """The edition that brought it."""
    until: NotRequired[Edition]
    """The edition that ended it, if any."""


class FindingDict(TypedDict):
    """One thing that a person should look at. It points and never quotes: ids, codes, numbers and dates only."""

    code: RuleCode | str
    """The rule."""
    severity: Severity
    """How much it matters under the profile."""
    path: str
    """JSON Pointer to the member that would have to be added or changed, there or not."""
    subject: str | None
    """The id of the thing in a list that the path stands in."""
    message: str
    """One plain sentence."""
    related: list[str]
    """Pointers to what else it has to do with."""


class FindingExplainedDict(TypedDict):
    """A finding beside the definition of its rule, with the ids, codes, numbers and dates that the rule read."""

    code: RuleCode
    """The stable code."""
    title: str
    """What is wrong where it fires, in a few words."""
    severity: Severity
    """Its severity, unless a profile sets another."""
    phase: Phase
    """From when in a panel's life it is asked."""
    why: str
    """Why a panel should care."""
    remedy: str
    """What to do where it fires."""
    parameters: list[ParameterDict]
    """What a profile may set beside the severity."""
    needs: list[str]
    """What it needs to be asked at all: items of the profile, `as_of`, `previous`."""
    since: Edition
    """The edition that brought it."""
    until: NotRequired[Edition]
    """The edition that ended it, if any."""
    finding: FindingDict
    """The finding."""
    read: dict[str, str | float]
    """What the rule read, by name."""


class LostDict(TypedDict):
    """What is missing from the end of a journal."""

    line: int
    """The line that is not whole, from 1."""
    bytes: int
    """How many bytes of it there are."""


class OutstandingDict(TypedDict):
    """What is still needed."""

    stage: StageNeedsDict | None
    """What the running stage needs."""
    panel: list[FindingDict]
    """Of the panel as a whole, that of the stage included: what the rules would find if it closed now, advice aside."""
    to_reveal: list[UnrevealedDict]
    """Rounds of a scale with numbers that are still sealed."""


class StageNeedsDict(TypedDict):
    """What a stage still needs."""

    id: str
    """The stage."""
    findings: list[FindingDict]
    """What the rules find in what the stage is there to produce, or in the stage itself."""


class UnrevealedDict(TypedDict):
    """A round of a scale whose numbers are sealed."""

    scale: str
    """The scale."""
    round: NotRequired[str]
    """The round."""
    about: NotRequired[str]
    """The danger."""
    by: list[str]
    """Who has given their own number."""
    guessed_by: list[str]
    """Who has guessed someone else's, once for each guess."""


class ProfileCheckDict(TypedDict):
    """What is wrong with a profile, or what it leaves open."""

    faults: list[ProfileFaultDict]
    """What must be put right before a panel can be held under it, in the order of the text."""
    warnings: list[ProfileWarningDict]
    """What reads and is still worth a look; only of a profile without faults."""
    silent: list[SilentRuleDict]
    """The rules that never speak under it, and why; only of a profile without faults."""
    counts: list[ProfileCountDict]
    """How many there are of what: "12 roles, 6 stages"; only of a profile without faults."""


class ProfileCountDict(TypedDict):
    """How many there are of something."""

    of: str
    """Of what: `roles`, `stages`."""
    n: int
    """How many."""


class ProfileFaultDict(TypedDict):
    """A fault of a profile. A profile holds nothing about people, so that it quotes what it found."""

    code: Code
    """What kind of fault it is."""
    path: str
    """JSON Pointer to the member at fault, in the profile with what it extends merged in."""
    line: NotRequired[int | None]
    """The line, from 1; none where no line of this text says it."""
    column: NotRequired[int | None]
    """The column in that line, in characters from 1."""
    word: NotRequired[str | None]
    """The word, number or key that stands there."""
    nearest: NotRequired[str | None]
    """The known one nearest to it."""
    message: str
    """What was found and what was expected."""
    remedy: str
    """What to write instead."""


class ProfileWarningDict(TypedDict):
    """Something worth a look."""

    doubt: str
    """What kind it is."""
    path: str
    """JSON Pointer to the member that would have to be changed or added, there or not."""
    line: NotRequired[int | None]
    """The line, from 1; none where no line of this text says it."""
    column: NotRequired[int | None]
    """The column in that line, in characters from 1."""
    message: str
    """What is worth a look, and why."""


class SilentRuleDict(TypedDict):
    """A rule that never speaks under a profile."""

    rule: RuleCode
    """The rule."""
    title: str
    """What it is about."""
    is_off: bool
    """Whether the profile turns it off."""
    needs: list[str]
    """What it would need the profile to say: any one of these."""


class ProfileDifferenceDict(TypedDict):
    """Something that is not the same in two profiles."""

    path: str
    """What it is about: keys, and ids for the items of lists."""
    message: str
    """What changed, in words."""
    consequence: NotRequired[str | None]
    """What follows from it."""


class RedactionReportDict(TypedDict):
    """What was taken out of a record, and what has to be read before it is given to anyone."""

    removed: list[str]
    """What was taken out whole, by JSON Pointer into the record as it was, in canonical order."""
    remains: list[RemainingDict]
    """What is left that may tell of them, by JSON Pointer into the record as it is now, in canonical order."""


class RemainingDict(TypedDict):
    """Something that is left."""

    path: str
    """Where it stands."""
    because: Remains
    """Why it is left."""


class RuleDifferenceDict(TypedDict):
    """A rule that is not as it was."""

    code: RuleCode | str
    """The rule."""
    title: str
    """What is wrong where it fires, in a few words."""
    change: RuleChange
    """What became of it."""
    parameter: NotRequired[str | None]
    """Which number of it is another."""
    before: NotRequired[str | None]
    """What was there before."""
    after: NotRequired[str | None]
    """What is there now."""
    message: str
    """The same in words."""


class AbstainedDict(TypedDict):
    """Someone who gave no number."""

    by: str
    """The participant."""
    reason: str | None
    """The JSON Pointer of their reason; `null` where none is recorded."""


class ChangeDict(TypedDict):
    """The change of own numbers since an earlier panel: of those who gave one both times, each compared with themself by participant id. Guesses are not compared."""

    since: str
    """The record of the earlier panel."""
    n: int
    """How many gave a number both times."""
    own_family: MovementDict | None
    """Those of the family side."""
    own_professional: MovementDict | None
    """Professionals."""
    own_other: MovementDict | None
    """Others."""
    raters: list[RaterChangeDict]
    """Each of them, in the order of this panel's numbers."""


class GroupDict(TypedDict):
    """One group's numbers. Every figure is exact."""

    n: int
    """How many numbers there are."""
    lowest: LowestDict | None
    """The number nearest the worried end; `null` only where the record's profile does not know the scale."""
    min: float
    """The least number."""
    max: float
    """The greatest number."""
    range: float
    """How far apart these two are."""
    median: float
    """The middle number; of an even number of them, halfway between the two in the middle."""
    q1: float
    """The first quartile, by linear interpolation (type 7 of Hyndman and Fan 1996)."""
    q3: float
    """The third quartile, likewise."""


class GroupsDict(TypedDict):
    """The numbers of one round, apart by whether they are own or guessed and by the side of the one they are about. A group without a number is `null`."""

    own_family: GroupDict | None
    """What the family side said for themselves."""
    own_professional: GroupDict | None
    """What professionals said for themselves."""
    own_other: GroupDict | None
    """What others said for themselves."""
    guessed_family: GroupDict | None
    """Where someone else thought that one of the family side would be."""
    guessed_professional: GroupDict | None
    """Where someone else thought that a professional would be."""
    guessed_other: GroupDict | None
    """Where someone else thought that anyone else would be."""


class GuessDict(TypedDict):
    """A guess at someone's number."""

    by: str
    """Who guessed."""
    value: float
    """The number."""
    difference: float
    """The guess less the person's own number: above nought, they thought it would be higher."""


class LowestDict(TypedDict):
    """The number nearest the worried end, and who gave it."""

    value: float
    """The number."""
    by: list[str]
    """Who gave it: more than one where they are tied, in the order of the record."""
    reasons: list[str | None]
    """For each of them the JSON Pointer of their reason, or `null` where none is recorded. The reason is free text, and stays in the record."""


class LowestChangeDict(TypedDict):
    """The lowest number of a group, before and now."""

    before: float
    """At the earlier panel."""
    now: float
    """At this panel."""
    change: float
    """The second less the first: above nought is a higher number, whichever end is the worried one."""


class MovementDict(TypedDict):
    """How a group moved: those of it who gave a number both times."""

    n: int
    """How many they are."""
    lowest: LowestChangeDict
    """The number nearest the worried end among them, both times; it need not be the same person's."""
    better: int
    """How many moved away from the worried end."""
    same: int
    """How many stayed."""
    worse: int
    """How many moved towards the worried end."""


class PairDict(TypedDict):
    """One person's own number beside what others thought it would be."""

    participant: str
    """The participant."""
    own: float
    """Their own number."""
    guessed: list[GuessDict]
    """What others thought, in the order of the record."""


class RaterChangeDict(TypedDict):
    """How one person's own number changed."""

    by: str
    """The participant."""
    side: Side
    """Where they stand at this panel."""
    before: float
    """Their number at the earlier panel."""
    now: float
    """Their number at this panel."""
    change: float
    """The second less the first: above nought is a higher number, whichever end is the worried one."""


class SummaryDict(TypedDict):
    """One scaling round: what was said, by whom, and how it changed. It points at reasons and never quotes them."""

    scale: str
    """The scale."""
    round: str | None
    """The round."""
    about: str | None
    """The danger it was asked about."""
    groups: GroupsDict
    """The numbers, apart by own and guessed, family side, professional and other."""
    pairs: list[PairDict]
    """Where someone gave a number and others guessed it: the two side by side."""
    abstentions: list[AbstainedDict]
    """Who gave no number."""
    change: ChangeDict | None
    """How own numbers changed since the panel before; `null` where none was given or its scale is not comparable."""


class TimerDict(TypedDict):
    """The clock of the running stage at a moment, in whole seconds."""

    stage: str
    """The stage."""
    planned_seconds: int | None
    """How long the profile gives it. `None` where the profile gives none."""
    elapsed_seconds: int
    """How long it has run, without pauses."""
    paused: bool
    """Whether it is paused."""
    paused_seconds: int
    """How long it was paused in all."""
    warning: bool
    """Whether the last quarter of the planned time has begun."""
    overrun_seconds: int
    """By how much it has run over."""


class LineDict(TypedDict):
    """One scale in one round, about one danger or overall, as long as it stayed comparable. A scale whose ends, steps or anchors changed goes on in another line."""

    scale: str
    """The scale."""
    round: str | None
    """The round."""
    about: str | None
    """The danger."""
    min: float
    """The scale's lowest number."""
    max: float
    """The scale's highest number."""
    step: float
    """The distance between two neighbouring numbers."""
    higher_is: Polarity
    """Whether a higher number is better or worse."""
    points: list[PointDict]
    """Each panel at which it was recorded."""
    raters: list[RaterDict]
    """Each person's own numbers, in the order in which people first gave one."""


class NumberAtDict(TypedDict):
    """An own number at one panel."""

    record: str
    """The record."""
    value: float
    """The number."""


class PanelHeldDict(TypedDict):
    """One panel."""

    record: str
    """Its record."""
    held_on: str
    """The day it was held."""


class PointDict(TypedDict):
    """A line at one panel."""

    record: str
    """The record."""
    held_on: str
    """The day the panel was held."""
    groups: GroupsDict
    """The numbers in figures, as in a summary."""
    change: ChangeDict | None
    """How own numbers changed since the point before."""


class RaterDict(TypedDict):
    """One person's own numbers along a line. Someone who came for another side at another panel has a list for each."""

    by: str
    """The participant, by the id that all records share."""
    side: Side
    """Where they stand."""
    n: int
    """How many numbers they gave."""
    change: float | None
    """Their last number less their first; `null` for a single one."""
    numbers: list[NumberAtDict]
    """Their numbers."""


class TrajectoryDict(TypedDict):
    """How the numbers of one case went from panel to panel."""

    case: str | None
    """The case's reference; `null` where no record was given."""
    panels: list[PanelHeldDict]
    """The panels, the earliest first; of two on one day, in the order of their ids."""
    lines: list[LineDict]
    """One line for each scale, round and danger that can be compared, in the order in which they first came up."""


ResourceDict = TypedDict(
    "ResourceDict",
    {
        "title": NotRequired[str],
        "url": NotRequired[str],
        "for": NotRequired[str],
    },
)
"""Something to read."""


CommandDict = (
    OpenMeetingCommandDict
    | AppointCommandDict
    | InviteCommandDict
    | ArriveCommandDict
    | ApologiseCommandDict
    | MarkAbsentCommandDict
    | LeaveCommandDict
    | ProceedInquorateCommandDict
    | AdjournCommandDict
    | ConcludeCommandDict
    | RecordBestHopesCommandDict
    | RecordBackgroundCommandDict
    | RecordViewsCommandDict
    | SetAgreementCommandDict
    | SetSharingCommandDict
    | StartStageCommandDict
    | PauseCommandDict
    | ResumeCommandDict
    | EndStageCommandDict
    | SkipStageCommandDict
    | AddEntryCommandDict
    | AmendEntryCommandDict
    | MoveEntryCommandDict
    | WithdrawEntryCommandDict
    | SettleEntryCommandDict
    | MarkCommandDict
    | OpenRoundCommandDict
    | RateCommandDict
    | AmendRatingCommandDict
    | AbstainCommandDict
    | RevealCommandDict
    | AgreeActionCommandDict
    | AmendActionCommandDict
    | AllocateCommandDict
    | AcceptCommandDict
    | DeclineCommandDict
    | SetDueCommandDict
    | UpdateActionCommandDict
    | DecideCommandDict
    | DissentCommandDict
    | NameLeadCommandDict
    | SetReviewCommandDict
    | GiveFeedbackCommandDict
    | FileRecordCommandDict
    | CirculateMinutesCommandDict
    | AmendCommandDict
    | UndoCommandDict
    | RedoCommandDict
    | SealedCommandDict
)


ExplanationDict: TypeAlias = RuleDefinitionDict | LocalDefinitionDict | CodeDefinitionDict
"""What a code means: a rule's definition, or that of an error, a refusal or a reason."""
