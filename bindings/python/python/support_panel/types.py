"""The shapes of records, profiles, commands, events and findings as dicts, for type checkers.

Generated from the JSON Schemas by generate_types.py: change the types of the core, not this file. What `to_dict` gives
has these shapes; what is read may also have `None`, `""`, `[]` and `{}` for what is absent.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict



class AbstentionDict(TypedDict):
    """Somebody who gave no number."""

    by: str
    """The participant."""
    reason: NotRequired[str]
    """Why."""


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
    acceptance: NotRequired[Literal["proposed", "accepted", "declined"]]
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
    status: NotRequired[Literal["open", "in_progress", "done", "cancelled"]]
    """How far it has come."""
    done_on: NotRequired[str]
    """The day it was done."""
    outcome: NotRequired[str]
    """What came of it."""
    cancelled_reason: NotRequired[str]
    """Why it was dropped."""
    carried_from: NotRequired[CarriedFromDict]
    """The action of an earlier panel that this one goes on from."""
    visible_to: NotRequired[Literal["everyone", "professionals"]]
    """Who may see it."""
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


class DissentDict(TypedDict):
    """Somebody who saw it otherwise."""

    by: str
    """The participant."""
    view: NotRequired[str]
    """Their view, in their words."""


class EntryDict(TypedDict):
    """One thing said and put on the map."""

    id: str
    """The entry, within this record."""
    category: Literal["past_harm", "future_danger", "complicating_factor", "existing_strength", "existing_safety", "goal", "next_step", "grey_area"]
    """Where on the map it stands."""
    text: NotRequired[str]
    """What was said."""
    about: NotRequired[list[str]]
    """The people it is about."""
    raised_by: NotRequired[list[str]]
    """The participants who raised it."""
    origin: NotRequired[Literal["referral", "panel", "family"]]
    """Where it comes from."""
    answers: NotRequired[list[str]]
    """The entries that it answers."""
    evidence: NotRequired[str]
    """Of existing safety: who did what, when, over how long."""
    statement: NotRequired[StatementDict]
    """Of a danger: who is worried, about what, and what could come of it."""
    settled: NotRequired[SettledDict]
    """A goal met, or a danger past."""
    visible_to: NotRequired[Literal["everyone", "professionals"]]
    """Who may see it."""
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
    category: NotRequired[Literal["past_harm", "future_danger", "complicating_factor", "existing_strength", "existing_safety", "goal", "next_step", "grey_area"]]
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


class FollowUpDict(TypedDict):
    """A question that follows a number."""

    text: str
    """The question."""
    fills: NotRequired[Literal["reason", "one_point_higher", "on_behalf_of"]]
    """Which part of a rating the answer fills."""


class MeetingDict(TypedDict):
    """When the panel sits, and who holds it."""

    status: NotRequired[Literal["planned", "in_progress", "concluded", "adjourned"]]
    """How far it has come; planned where nothing is said."""
    kind: NotRequired[Literal["initial", "review"]]
    """A first panel or a review."""
    held_on: NotRequired[str]
    """The day it is held."""
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


class OutcomeDict(TypedDict):
    """The decision and what follows from it."""

    decision: NotRequired[str]
    """A decision of the profile."""
    reason: NotRequired[str]
    """Why."""
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


class ParticipantDict(TypedDict):
    """Somebody invited to the sitting."""

    id: str
    """The participant, within this record."""
    kind: Literal["professional", "family", "child", "network", "advocate", "business_support"]
    """In what part they come."""
    name: NotRequired[str]
    """What they are called."""
    agency: NotRequired[str]
    """The agency they come from."""
    seat: NotRequired[str]
    """The seat of the profile that they hold."""
    person: NotRequired[str]
    """Who they are among the case's people, for family, child and network."""
    attendance: NotRequired[Literal["invited", "present", "remote", "apologies", "absent"]]
    """Whether they came."""
    deputy_for: NotRequired[str]
    """The participant whom they stand in for, and whose seat they hold."""
    written_update: NotRequired[bool]
    """Whether they sent an update in writing."""
    arrived_at: NotRequired[str]
    """When they came."""
    left_at: NotRequired[str]
    """When they left."""
    extensions: NotRequired[dict[str, Any]]
    """A council's own data."""


class PersonDict(TypedDict):
    """Somebody the panel speaks about."""

    id: str
    """The person, within this record."""
    kind: Literal["child", "parent", "carer", "sibling", "relative", "other"]
    """How the person stands to the case."""
    name: NotRequired[str]
    """What the person is called."""
    date_of_birth: NotRequired[str]
    """Day of birth."""
    expected_on: NotRequired[str]
    """The day an unborn child is expected."""
    nhs_number: NotRequired[str]
    """Ten digits, the last of them a check digit."""
    views: NotRequired[Literal["attended", "advocate", "written", "gathered_before", "observed", "not_sought"]]
    """How this person's view was gathered."""
    views_on: NotRequired[str]
    """The day the view was gathered."""
    views_note: NotRequired[str]
    """More about how, or why it was not sought."""
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
    """Somebody else, in words."""


class RatingDict(TypedDict):
    """One number, and why."""

    by: str
    """The participant who gave the number."""
    on_behalf_of: NotRequired[OnBehalfOfPersonDict | OnBehalfOfParticipantDict | OnBehalfOfOtherDict]
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
    higher_is: Literal["better", "worse"]
    """Whether a higher number is better or worse."""
    anchors: NotRequired[AnchorsDict]
    """What the two ends mean."""
    subject: NotRequired[Literal["overall", "entry"]]
    """Whether it is asked once, or for each danger."""
    asked_of: NotRequired[list[str]]
    """Who is asked: everyone, professionals, family, core, referrer, chair, or seats."""
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


class ScalingRoundDict(TypedDict):
    """One sitting of one scale."""

    scale: str
    """A scale of the profile, or `referrer`."""
    round: NotRequired[str]
    """Opening, closing, or a round of the council's own."""
    about: NotRequired[str]
    """The danger it was asked about, where the scale belongs to one."""
    revealed_at: NotRequired[str]
    """When the numbers were shown."""
    ratings: NotRequired[list[RatingDict]]
    """The numbers given."""
    abstentions: NotRequired[list[AbstentionDict]]
    """Who gave none."""


class ServiceDict(TypedDict):
    """Agreement to the service."""

    status: NotRequired[Literal["agreed", "declined", "withdrawn", "not_sought"]]
    """How it stands."""
    given_by: NotRequired[list[str]]
    """The people or participants who gave it."""
    on: NotRequired[str]
    """The day from which it stands so."""
    reason: NotRequired[str]
    """Why, where it was not given."""
    history: NotRequired[list[ServiceHistoryDict]]
    """How it stood before."""


class ServiceHistoryDict(TypedDict):
    """An earlier state of the agreement."""

    status: NotRequired[Literal["agreed", "declined", "withdrawn", "not_sought"]]
    """How it stood."""
    on: NotRequired[str]
    """From which day."""


class SettledDict(TypedDict):
    """A goal met, or a danger past."""

    on: NotRequired[str]
    """From which day."""
    how: NotRequired[str]
    """How it is known."""


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
    default_within: NotRequired[WithinWorkingDaysDict | WithinDaysDict | WithinWeeksDict | WithinMonthsDict]
    """What a sitting fills in where nothing is said."""


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


class ChairDict(TypedDict):
    """Who may chair."""

    seats: NotRequired[list[str]]
    """Seats that may chair."""


class ClosuresDict(TypedDict):
    """Which days are not working days, beside Saturdays and Sundays."""

    bank_holidays: NotRequired[Literal["england_and_wales", "scotland", "northern_ireland", "none"]]
    """Whose bank holidays."""
    extra_closures: NotRequired[list[str]]
    """The council's own closed days."""


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

    id: Literal["past_harm", "future_danger", "complicating_factor", "existing_strength", "existing_safety", "goal", "next_step", "grey_area"]
    """One of the canonical categories."""
    label: NotRequired[str]
    """How people say it."""


class DecisionDict(TypedDict):
    """What a panel may decide."""

    id: str
    """The decision."""
    label: NotRequired[str]
    """How people say it."""
    direction: Literal["close", "step_down", "stay", "step_up", "defer"]
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
    """What the forum is for."""
    statuses: NotRequired[list[StatusDict]]
    """The case statuses there are, and which of them may come to this forum."""
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
    """The stages of the sitting, in order."""
    decisions: NotRequired[list[DecisionDict]]
    """What a panel may decide."""
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
    rules: NotRequired[RuleSettingsDict]
    """Rules turned off, or set otherwise than by default."""
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


class QuestionDict(TypedDict):
    """A question of the bank."""

    id: str
    """The question."""
    column: str
    """The column it helps to fill."""
    category: NotRequired[Literal["past_harm", "future_danger", "complicating_factor", "existing_strength", "existing_safety", "goal", "next_step", "grey_area"]]
    """The category, where it is about one."""
    text: str
    """As it is asked."""


class QuorumDict(TypedDict):
    """Who must be there for the panel to decide."""

    min_agencies: NotRequired[int]
    """Distinct agencies of professionals who attended, the chair's included."""
    must_include: NotRequired[list[str]]
    """Seats that must be held by somebody who attended."""
    may_proceed_with_reason: NotRequired[bool]
    """Whether the panel may go on without a quorum if it records why."""
    floor: NotRequired[int]
    """Fewer agencies than this, and no reason is accepted."""


class SeverityDict(TypedDict):
    severity: NotRequired[Literal["error", "warning", "advice"]]


class RuleSettingsSp303Dict(TypedDict):
    severity: NotRequired[Literal["error", "warning", "advice"]]
    over: NotRequired[float]
    """The share of its minutes by which a stage may run over: 0.25 is a quarter."""


class RuleSettingsSp611Dict(TypedDict):
    severity: NotRequired[Literal["error", "warning", "advice"]]
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
    """A text says nothing"""
    SP107: NotRequired[Literal["off"] | SeverityDict]
    """It cannot have happened yet"""
    SP108: NotRequired[Literal["off"] | SeverityDict]
    """Not an NHS number"""
    SP109: NotRequired[Literal["off"] | SeverityDict]
    """Another forum's case"""
    SP110: NotRequired[Literal["off"] | SeverityDict]
    """Said to have attended, but not among those who came"""
    SP201: NotRequired[Literal["off"] | SeverityDict]
    """No chair who may hold this panel"""
    SP202: NotRequired[Literal["off"] | SeverityDict]
    """Nobody to take notes"""
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
    SP301: NotRequired[Literal["off"] | SeverityDict]
    """Two stages at once"""
    SP302: NotRequired[Literal["off"] | SeverityDict]
    """A stage was left out"""
    SP303: NotRequired[Literal["off"] | RuleSettingsSp303Dict]
    """A stage ran over its time"""
    SP304: NotRequired[Literal["off"] | SeverityDict]
    """Led by somebody else"""
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
    """Nobody is recorded as raising an entry"""
    SP408: NotRequired[Literal["off"] | SeverityDict]
    """The same thing stands on the map twice"""
    SP409: NotRequired[Literal["off"] | SeverityDict]
    """A goal answers nothing"""
    SP501: NotRequired[Literal["off"] | SeverityDict]
    """A number is not on its scale"""
    SP502: NotRequired[Literal["off"] | SeverityDict]
    """A scaling question was not asked"""
    SP503: NotRequired[Literal["off"] | SeverityDict]
    """Somebody was asked and gave no number"""
    SP504: NotRequired[Literal["off"] | SeverityDict]
    """The lowest number has no reason"""
    SP505: NotRequired[Literal["off"] | SeverityDict]
    """One person gave two numbers"""
    SP507: NotRequired[Literal["off"] | SeverityDict]
    """A number was given or changed after the reveal"""
    SP508: NotRequired[Literal["off"] | SeverityDict]
    """People see it very differently"""
    SP509: NotRequired[Literal["off"] | SeverityDict]
    """A number at the worried end has no answer"""
    SP510: NotRequired[Literal["off"] | SeverityDict]
    """The referrer's scaling question was not asked"""
    SP511: NotRequired[Literal["off"] | SeverityDict]
    """The same question was recorded twice"""
    SP512: NotRequired[Literal["off"] | SeverityDict]
    """A number from somebody who did not attend"""
    SP601: NotRequired[Literal["off"] | SeverityDict]
    """An action has no owner"""
    SP602: NotRequired[Literal["off"] | SeverityDict]
    """An action has no due date"""
    SP603: NotRequired[Literal["off"] | SeverityDict]
    """An action is due after the review"""
    SP604: NotRequired[Literal["off"] | SeverityDict]
    """An owner has not accepted an action"""
    SP605: NotRequired[Literal["off"] | SeverityDict]
    """An action for the family without their own acceptance"""
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


class StageDict(TypedDict):
    """A stage of the sitting."""

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
    produces: NotRequired[list[Literal["attendance", "best_hopes", "background", "entries", "ratings", "actions"]]]
    """What the stage is there to produce."""


class StatusDict(TypedDict):
    """A case status."""

    id: str
    """The status."""
    label: NotRequired[str]
    """How people say it."""
    eligible: NotRequired[bool]
    """Whether cases of this status may come to this forum."""


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
    """Adds somebody to those invited."""

    id: str
    """The new participant's id."""
    kind: Literal["professional", "family", "child", "network", "advocate", "business_support"]
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
    """Somebody is there."""

    participant: str
    """Who."""
    how: NotRequired[Literal["present", "remote"]]
    """In the room, where nothing is said."""
    deputy_for: NotRequired[str]
    """The participant whom they stand in for."""
    name: NotRequired[str]
    """What they are called, where only their seat was known."""
    type: Literal["arrive"]


class ApologiseCommandDict(TypedDict):
    """Somebody sends apologies."""

    participant: str
    """Who."""
    written_update: NotRequired[bool]
    """Whether they sent an update in writing."""
    type: Literal["apologise"]


class MarkAbsentCommandDict(TypedDict):
    """Somebody did not come and did not say."""

    participant: str
    """Who."""
    type: Literal["mark_absent"]


class LeaveCommandDict(TypedDict):
    """Somebody who was there goes."""

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
    views: Literal["attended", "advocate", "written", "gathered_before", "observed", "not_sought"]
    """How."""
    on: NotRequired[str]
    """On which day."""
    note: NotRequired[str]
    """More about how, or why it was not sought."""
    type: Literal["record_views"]


class SetAgreementCommandDict(TypedDict):
    """Says how agreement to the service stands."""

    status: Literal["agreed", "declined", "withdrawn", "not_sought"]
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
    category: Literal["past_harm", "future_danger", "complicating_factor", "existing_strength", "existing_safety", "goal", "next_step", "grey_area"]
    """Where on the map."""
    text: str
    """What was said."""
    about: NotRequired[list[str]]
    """The people it is about."""
    raised_by: NotRequired[list[str]]
    """The participants who raised it."""
    origin: NotRequired[Literal["referral", "panel", "family"]]
    """Where it comes from: the panel where nothing is said, the referral before the meeting."""
    answers: NotRequired[list[str]]
    """The entries that it answers."""
    evidence: NotRequired[str]
    """Of existing safety: who did what, when, over how long."""
    statement: NotRequired[StatementDict]
    """Of a danger: who is worried, about what, and what could come of it."""
    visible_to: NotRequired[Literal["everyone", "professionals"]]
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
    visible_to: NotRequired[Literal["everyone", "professionals"]]
    """Who may see it."""
    clear: NotRequired[list[Literal["about", "raised_by", "answers", "evidence", "statement"]]]
    """What is taken away altogether."""
    why: NotRequired[str]
    """Why it is changed."""
    type: Literal["amend_entry"]


class MoveEntryCommandDict(TypedDict):
    """Moves an entry to another category."""

    entry: str
    """The entry."""
    category: Literal["past_harm", "future_danger", "complicating_factor", "existing_strength", "existing_safety", "goal", "next_step", "grey_area"]
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
    on_behalf_of: NotRequired[OnBehalfOfPersonDict | OnBehalfOfParticipantDict | OnBehalfOfOtherDict]
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
    on_behalf_of: NotRequired[OnBehalfOfPersonDict | OnBehalfOfParticipantDict | OnBehalfOfOtherDict]
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
    visible_to: NotRequired[Literal["everyone", "professionals"]]
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
    visible_to: NotRequired[Literal["everyone", "professionals"]]
    """Who may see it."""
    clear: NotRequired[list[Literal["serves", "supporting"]]]
    """What is taken away altogether."""
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
    status: Literal["open", "in_progress", "done", "cancelled"]
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
    reason: NotRequired[str]
    """Why."""
    decided_by: NotRequired[str]
    """The participant who decides; the chair where nothing is said."""
    contingency: NotRequired[str]
    """What happens if the plan does not hold."""
    type: Literal["decide"]


class DissentCommandDict(TypedDict):
    """Somebody sees it otherwise."""

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


class FindingDict(TypedDict):
    """One thing that a person should look at: it points and never quotes."""

    code: str
    """The rule."""
    severity: Literal["error", "warning", "advice"]
    """How much it matters under the profile."""
    path: str
    """JSON Pointer to the member that would have to be added or changed, there or not."""
    subject: str | None
    """The id of the thing in a list that the path stands in."""
    message: str
    """One plain sentence: ids, numbers and dates, never names or free text."""
    related: list[str]
    """Pointers to what else it has to do with."""


ResourceDict = TypedDict("ResourceDict", {
    "title": NotRequired[str],
    "url": NotRequired[str],
    "for": NotRequired[str],
})
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
