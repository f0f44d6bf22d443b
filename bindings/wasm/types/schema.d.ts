// Made from the JSON Schemas by scripts/types.js; do not edit.

/** What JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What `schema` knows. */
export type SchemaName = "allocation" | "allowed" | "batch" | "command" | "conflict" | "disclosure" | "explanation" | "finding" | "finding_explained" | "lost" | "outstanding" | "profile" | "profile_check" | "profile_difference" | "record" | "redaction" | "rule_difference" | "standing" | "summary" | "timer" | "trajectory" | "unrevealed";

/** Someone who gave no number. */
export type Abstained = {
  /** The participant. */
  readonly by: Id;
  /** The JSON Pointer of their reason; `null` where none is recorded. */
  readonly reason: string | null;
};

/** Someone who gave no number. */
export type Abstention = {
  /** The participant. */
  readonly by: Id;
  /** Why. */
  readonly reason?: FreeText;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
};

/** Whether an owner has taken an action on. */
export type Acceptance = "proposed" | "accepted" | "declined";

/** Who does what by when. */
export type Action = {
  /** The action, within this record. */
  readonly id: Id;
  /** What is to be done. */
  readonly text?: FreeText;
  /** The entries of the map that it serves. */
  readonly serves?: ReadonlyArray<Id>;
  /** The participant who will do it. */
  readonly owner?: Id;
  /** The participants who help. */
  readonly supporting?: ReadonlyArray<Id>;
  /** Whether the owner has taken it on. */
  readonly acceptance?: Acceptance;
  /** The participant who said so. */
  readonly accepted_by?: Id;
  /** The day they said so. */
  readonly accepted_on?: CivilDate;
  /** The participant who follows up a proposal. */
  readonly chaser?: Id;
  /** The day it was agreed. */
  readonly agreed_on?: CivilDate;
  /** By when. */
  readonly due?: Due;
  /** How far it has come. */
  readonly status?: ActionStatus;
  /** The day it was done. */
  readonly done_on?: CivilDate;
  /** What came of it. */
  readonly outcome?: FreeText;
  /** Why it was dropped. */
  readonly cancelled_reason?: FreeText;
  /** The action of an earlier panel that this one goes on from. */
  readonly carried_from?: CarriedFrom;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** How many actions, and by when. */
export type ActionLimits = {
  /** The most actions of one panel. */
  readonly max_per_panel?: number;
  /** The most actions of one owner. */
  readonly max_per_owner?: number;
  /** Whether every action is due by the review. */
  readonly due_by_review?: boolean;
  /** What a live meeting fills in where nothing is said. */
  readonly default_within?: Within;
};

/** How far an action has come. */
export type ActionStatus = "open" | "in_progress" | "done" | "cancelled";

/** What must follow the meeting, and within what time of it. */
export type After = {
  /** Actions begun. */
  readonly actions_within?: AfterWithin;
  /** Minutes circulated. */
  readonly minutes_within?: AfterWithin;
  /** The family told. */
  readonly feedback_within?: AfterWithin;
  /** Entered in the case system. */
  readonly recorded_within?: AfterWithin;
};

/** A time after the meeting. */
export type AfterWithin = {
  /** Working days, counted from the next day. */
  readonly working_days: number;
  readonly hours?: undefined;
} | {
  readonly working_days?: undefined;
  /** Hours, rounded up to whole days. */
  readonly hours: number;
};

/** One stage of the sitting. */
export type AgendaItem = {
  /** The profile's stage. */
  readonly stage: Id;
  /** The participant who led it. */
  readonly led_by?: Id;
  /** When it began. */
  readonly started_at?: Instant;
  /** When it ended. */
  readonly ended_at?: Instant;
  /** How long it was paused, in seconds. */
  readonly paused_seconds?: number;
  /** Why it was left out. */
  readonly skipped_reason?: FreeText;
  /** Anything else. */
  readonly note?: FreeText;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** What the family agreed to, and on what basis information is shared. */
export type Agreement = {
  /** Agreement to the service. */
  readonly service?: Service;
  /** The basis for sharing information. */
  readonly sharing?: Sharing;
};

/** What would become of an action if someone were to own it. */
export type Allocation = {
  /** Whether they may accept at once, be asked, or not own it. */
  readonly verdict: Verdict;
  /** Why, and what else to know before deciding. Never empty. */
  readonly reasons: ReadonlyArray<Reason>;
  /** Whether someone has yet to be named to follow up the proposal. */
  readonly needs_chaser: boolean;
  /** The day by which it is due, where that can be told. */
  readonly due: CivilDate | null;
};

/** A command, one of its possible targets, and whether it would be accepted now. */
export type Allowed = {
  /** The command. */
  readonly type: CommandType;
  /** The target, as the members of the payload that name it. `None` for a command without one. */
  readonly target?: Target;
  /** Whether the command would be accepted, its other members being in order. */
  readonly allowed: boolean;
  /** Why not, where it would be refused. */
  readonly why?: Refused;
};

/** What the two ends of a scale mean. */
export type Anchors = {
  /** What the lowest number means. */
  readonly min?: FreeText;
  /** What the highest number means. */
  readonly max?: FreeText;
};

/** The code of a rule, or of one of a council's own. */
export type AnyRuleCode = RuleCode | string;

/** Where a code is used. */
export type Area = "reading" | "profile" | "asking" | "agreement" | "allocation" | "sitting" | "library";

/** Whether someone came. */
export type Attendance = "invited" | "present" | "remote" | "apologies" | "absent";

/** Whose bank holidays count. */
export type BankHolidays = "england_and_wales" | "scotland" | "northern_ireland" | "none";

/** A finding, and in which record. */
export type BatchFinding = {
  /** The line, from 1. */
  readonly line: number;
  /** The record's id. */
  readonly record: string;
  /** The rule. */
  readonly code: AnyRuleCode;
  /** How much it matters under the profile. */
  readonly severity: Severity;
  /** JSON Pointer to the member that would have to be added or changed, there or not. */
  readonly path: string;
  /** The id of the thing in a list that the path stands in. */
  readonly subject: string | null;
  /** One plain sentence. */
  readonly message: string;
  /** Pointers to what else it has to do with. */
  readonly related: ReadonlyArray<string>;
};

/** What a batch of records came to. */
export type BatchResult = {
  /** Lines, blank ones too. */
  readonly lines: number;
  /** Records that were checked. */
  readonly records: number;
  /** Of those, the ones in which nothing was found. */
  readonly clean: number;
  /** Lines that could not be read or judged. */
  readonly unread: number;
  /** How often each rule found something, by code. */
  readonly rules: { readonly [key in AnyRuleCode]?: number };
  /** The findings, up to the bound, in the order of the lines. */
  readonly findings: ReadonlyArray<BatchFinding>;
  /** The lines that could not be read or judged, up to the same bound. */
  readonly errors: ReadonlyArray<Unread>;
  /** Whether the bound left anything out; the counts are whole in any case. */
  readonly truncated: boolean;
};

/** Why something is shown, or withheld. */
export type Because = "own_words" | "withheld_from" | "marked" | "by_default" | "asked_for" | "not_in_this_paper";

/** What is known of a birth. */
export type Birth = {
  /** The year. */
  readonly year?: number;
  /** The month of that year, from 1. */
  readonly month?: number;
  /** Whether the day, or the year and month, are someone's estimate. */
  readonly estimated?: boolean;
};

/** An action of an earlier panel. */
export type CarriedFrom = {
  /** The record of that panel. */
  readonly record: Id;
  /** The action's id there. */
  readonly action: Id;
};

/** The case and its people. */
export type Case = {
  /** The case's reference in the council's system; not personal. */
  readonly reference: FreeText;
  /** A status that the profile defines. */
  readonly status?: Id;
  /** The children this panel is about, and their people. */
  readonly people?: ReadonlyArray<Person>;
  /** People whose copies differ: then there is no one copy for the family. */
  readonly separate_copies?: ReadonlyArray<Id>;
  /** What other systems call the case. */
  readonly identifiers?: ReadonlyArray<Identifier>;
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** How a panel is entered in the council's case system. */
export type CaseSystem = {
  /** Whether it must be. */
  readonly required?: boolean;
  /** What the system is called. */
  readonly system?: FreeText;
  /** The boxes of its form, in their order. */
  readonly sections?: ReadonlyArray<Section>;
};

/** Where on the map an entry stands; the profile says in which column, and under which heading. */
export type Category = "past_harm" | "future_danger" | "complicating_factor" | "existing_strength" | "existing_safety" | "goal" | "next_step" | "grey_area";

/** Who may chair. */
export type Chair = {
  /** Seats that may chair. */
  readonly seats?: ReadonlyArray<Id>;
};

/** The change of own numbers since an earlier panel: of those who gave one both times, each compared with themself by participant id. Guesses are not compared. */
export type Change = {
  /** The record of the earlier panel. */
  readonly since: Id;
  /** How many gave a number both times. */
  readonly n: number;
  /** Those of the family side. */
  readonly own_family: Movement | null;
  /** Professionals. */
  readonly own_professional: Movement | null;
  /** Others. */
  readonly own_other: Movement | null;
  /** Each of them, in the order of this panel's numbers. */
  readonly raters: ReadonlyArray<RaterChange>;
};

/** What was decided for one child. */
export type ChildDecision = {
  /** The child, of the people of the case. */
  readonly child: Id;
  /** A decision of the profile. */
  readonly decision: Id;
  /** Why. */
  readonly reason?: FreeText;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
};

/** A civil date, years 0001 to 9999, as in 2026-03-12. */
export type CivilDate = string;

/** What may be taken away from an action. */
export type ClearAction = "serves" | "supporting";

/** What may be taken away from an entry. */
export type ClearEntry = "about" | "raised_by" | "answers" | "evidence" | "statement";

/** What may be taken away from the marks of something. */
export type ClearMark = "visible_to" | "withheld_from";

/** Which days are not working days, beside Saturdays and Sundays. */
export type Closures = {
  /** Whose bank holidays. */
  readonly bank_holidays?: BankHolidays;
  /** The council's own closed days. */
  readonly extra_closures?: ReadonlyArray<CivilDate>;
  /** Days on which the council works all the same: a bank holiday that it does not keep, a Saturday. */
  readonly extra_openings?: ReadonlyArray<CivilDate>;
};

/** The code of an error, a refusal or a reason. */
export type Code = "too_large" | "invalid_utf8" | "byte_order_mark" | "truncated" | "bad_syntax" | "trailing_text" | "lone_surrogate" | "too_deep" | "too_many_items" | "too_long" | "duplicate_key" | "unknown_key" | "missing_key" | "wrong_type" | "wrong_format" | "unknown_word" | "bad_id" | "bad_date" | "bad_instant" | "bad_number" | "empty_item" | "not_exactly_one" | "bad_reference" | "reserved_word" | "repeated_id" | "repeated_category" | "bad_scale" | "bad_range" | "unknown_rule" | "unknown_parameter" | "unknown_base" | "extends_itself" | "bad_rule_code" | "bad_logic" | "unknown_path" | "nothing_to_remove" | "unknown_profile" | "profile_mismatch" | "rules_not_loaded" | "unknown_action" | "unknown_participant" | "unknown_code" | "unknown_edition" | "unknown_schema" | "different_cases" | "not_dated" | "repeated_record" | "unknown_reader" | "wrong_reader" | "empty_paper" | "needs_previous" | "needs_record" | "wrong_paper_format" | "missing_characters" | "bad_font" | "day_before_1900" | "too_large_for_excel" | "separate_copies" | "unconfirmed" | "not_to_be_given" | "too_early" | "too_few_values" | "no_variation" | "ragged_rows" | "not_finite" | "negative_ratio" | "unknown_name" | "may_accept" | "own_acceptance" | "did_not_attend" | "seat_may_not_commit" | "child_too_young" | "child_of_unknown_age" | "service_withdrawn" | "action_over" | "panel_limit" | "owner_limit" | "due_after_review" | "not_in_session" | "already_open" | "meeting_over" | "not_over" | "not_amendable" | "stage_running" | "no_stage" | "paused" | "not_paused" | "stage_held" | "not_theirs" | "unknown_person" | "unknown_entry" | "unknown_seat" | "unknown_stage" | "unknown_scale" | "unknown_category" | "unknown_decision" | "not_there" | "id_in_use" | "list_full" | "blank" | "needs_reason" | "nothing_to_change" | "withdrawn" | "cannot_answer" | "still_answered" | "cannot_settle" | "round_open" | "no_round" | "off_scale" | "already_rated" | "already_abstained" | "no_rating" | "not_independent" | "already_revealed" | "still_sealed" | "wrong_seal" | "owner_refused" | "needs_chaser" | "no_owner" | "not_the_owner" | "already_accepted" | "already_declined" | "action_closed" | "before_meeting" | "before_agreed" | "nothing_to_undo" | "nothing_to_redo" | "cannot_undo" | "no_opening" | "bad_journal" | "different_openings" | "unreadable" | "damaged" | "internal" | "not_ready" | "disposed";

/** One code: what it means and what to do. */
export type CodeDefinition = {
  /** The code. */
  readonly code: Code;
  /** Where it is used. */
  readonly area: Area;
  /** What it means. */
  readonly meaning: string;
  /** What to do about it. */
  readonly remedy: string;
};

/** A column of the map. */
export type Column = {
  /** The column. */
  readonly id: Id;
  /** What stands above it. */
  readonly heading?: FreeText;
  /** What is asked to fill it. */
  readonly prompt?: FreeText;
  /** Whether it may stay empty. */
  readonly may_be_empty?: boolean;
  /** The categories that stand in it. */
  readonly categories?: ReadonlyArray<ColumnCategory>;
};

/** A category as this council calls it. */
export type ColumnCategory = {
  /** One of the canonical categories. */
  readonly id: Category;
  /** How people say it. */
  readonly label?: FreeText;
};

/** One step of a sitting, told apart by `type`. */
export type Command = {
  /** The participant in the chair. */
  readonly chair: Id;
  /** The participant who takes notes. */
  readonly note_taker?: Id;
  /** The day, where it is not the one on record; the day of the stamp where there is none. */
  readonly held_on?: CivilDate;
  /** Opens the meeting, or takes it up again after it was adjourned. */
  readonly type: "open_meeting";
} | {
  /** The participant in the chair. */
  readonly chair?: Id;
  /** The participant who takes notes. */
  readonly note_taker?: Id;
  /** Changes who chairs or who takes notes. */
  readonly type: "appoint";
} | {
  /** The new participant's id. */
  readonly id: Id;
  /** In what part they come. */
  readonly kind: ParticipantKind;
  /** What they are called. */
  readonly name?: FreeText;
  /** The agency they come from. */
  readonly agency?: FreeText;
  /** The seat of the profile that they hold. */
  readonly seat?: Id;
  /** Who they are among the case's people. */
  readonly person?: Id;
  /** The participant whom they stand in for. */
  readonly deputy_for?: Id;
  /** Adds someone to those invited. */
  readonly type: "invite";
} | {
  /** Who. */
  readonly participant: Id;
  /** In the room, where nothing is said. */
  readonly how?: Presence;
  /** The participant whom they stand in for. */
  readonly deputy_for?: Id;
  /** What they are called, where only their seat was known. */
  readonly name?: FreeText;
  /** Someone is there. */
  readonly type: "arrive";
} | {
  /** Who. */
  readonly participant: Id;
  /** Whether they sent an update in writing. */
  readonly written_update?: boolean;
  /** Someone sends apologies. */
  readonly type: "apologise";
} | {
  /** Who. */
  readonly participant: Id;
  /** Someone did not come and did not say. */
  readonly type: "mark_absent";
} | {
  /** Who. */
  readonly participant: Id;
  /** Someone who was there goes. */
  readonly type: "leave";
} | {
  /** Why. */
  readonly reason: FreeText;
  /** Says why the panel goes on without a quorum. */
  readonly type: "proceed_inquorate";
} | {
  /** Why. */
  readonly reason: FreeText;
  /** The day it meets again. */
  readonly reconvene_on?: CivilDate;
  /** Breaks the meeting off, to be taken up again. */
  readonly type: "adjourn";
} | {
  /** Ends the meeting. */
  readonly type: "conclude";
} | {
  /** The goal. */
  readonly text: FreeText;
  /** Writes down the worker's goal for the panel. */
  readonly type: "record_best_hopes";
} | {
  /** The summary. */
  readonly text: FreeText;
  /** Writes down the worker's short summary. */
  readonly type: "record_background";
} | {
  /** The person, of the case's people. */
  readonly person: Id;
  /** How. */
  readonly views: Views;
  /** On which day. */
  readonly on?: CivilDate;
  /** More about how, or why it was not sought. */
  readonly note?: FreeText;
  /** Says how a person's view was gathered. */
  readonly type: "record_views";
} | {
  /** How it stands. */
  readonly status: ServiceStatus;
  /** The people or participants who gave it. */
  readonly given_by?: ReadonlyArray<Id>;
  /** From which day; the day of the stamp where nothing is said. */
  readonly on?: CivilDate;
  /** Why, where it was not given. */
  readonly reason?: FreeText;
  /** Says how agreement to the service stands. */
  readonly type: "set_agreement";
} | {
  /** UK GDPR Article 6. */
  readonly lawful_basis?: FreeText;
  /** Data Protection Act 2018 Schedule 1. */
  readonly special_category_condition?: FreeText;
  /** Whether the family was told what is shared. */
  readonly family_told?: boolean;
  /** More, for example why the family was not told. */
  readonly note?: FreeText;
  /** Says on what basis information is shared. */
  readonly type: "set_sharing";
} | {
  /** The profile's stage. */
  readonly stage: Id;
  /** The participant who leads it; whom the profile names where nothing is said. */
  readonly led_by?: Id;
  /** Begins a stage, or goes back to one. */
  readonly type: "start_stage";
} | {
  /** Stops the clock of the stage. */
  readonly type: "pause";
} | {
  /** Lets the clock of the stage run again. */
  readonly type: "resume";
} | {
  /** Anything worth keeping about it. */
  readonly note?: FreeText;
  /** Ends the stage. */
  readonly type: "end_stage";
} | {
  /** The profile's stage. */
  readonly stage: Id;
  /** Why. */
  readonly reason: FreeText;
  /** Leaves a stage out. */
  readonly type: "skip_stage";
} | {
  /** The new entry's id. */
  readonly id: Id;
  /** Where on the map. */
  readonly category: Category;
  /** What was said. */
  readonly text: FreeText;
  /** The people it is about. */
  readonly about?: ReadonlyArray<Id>;
  /** The participants who raised it. */
  readonly raised_by?: ReadonlyArray<Id>;
  /** Where it comes from: the panel where nothing is said, the referral before the meeting. */
  readonly origin?: Origin;
  /** The entries that it answers. */
  readonly answers?: ReadonlyArray<Id>;
  /** Of existing safety: who did what, when, over how long. */
  readonly evidence?: FreeText;
  /** Of a danger: who is worried, about what, and what could come of it. */
  readonly statement?: Statement;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** Puts something on the map. */
  readonly type: "add_entry";
} | {
  /** The entry. */
  readonly entry: Id;
  /** What it says. */
  readonly text?: FreeText;
  /** The people it is about. */
  readonly about?: ReadonlyArray<Id>;
  /** The participants who raised it. */
  readonly raised_by?: ReadonlyArray<Id>;
  /** The entries that it answers. */
  readonly answers?: ReadonlyArray<Id>;
  /** Who did what, when, over how long. */
  readonly evidence?: FreeText;
  /** A danger in full. */
  readonly statement?: Statement;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** What is taken away altogether. */
  readonly clear?: ReadonlyArray<ClearEntry>;
  /** Why it is changed. */
  readonly why?: FreeText;
  /** Changes what an entry says, or what it has to do with. */
  readonly type: "amend_entry";
} | {
  /** The entry. */
  readonly entry: Id;
  /** Where to. */
  readonly category: Category;
  /** Why. */
  readonly why?: FreeText;
  /** Moves an entry to another category. */
  readonly type: "move_entry";
} | {
  /** The entry. */
  readonly entry: Id;
  /** Why. */
  readonly why?: FreeText;
  /** Takes an entry off the map; it stays on record. */
  readonly type: "withdraw_entry";
} | {
  /** The goal or the danger. */
  readonly entry: Id;
  /** From which day; the day of the stamp where nothing is said. */
  readonly on?: CivilDate;
  /** How it is known. */
  readonly how: FreeText;
  /** Says that a goal is met or a danger past. */
  readonly type: "settle_entry";
} | {
  /** The entry, the action, the participant or the person; of a part, the stage, the goal or danger, or the participant, the person or the child whose part it is. */
  readonly target?: Id;
  /** The part that is marked, where it has no id. */
  readonly part?: MarkedPart;
  /** Of a number or an abstention, the scale. */
  readonly scale?: Id;
  /** The round. */
  readonly round?: FreeText;
  /** The danger. */
  readonly about?: Id;
  /** Of a number, whose place was guessed; the giver's own where nothing is said. */
  readonly on_behalf_of?: OnBehalfOf;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** The people or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
  /** What is taken away altogether. */
  readonly clear?: ReadonlyArray<ClearMark>;
  /** Why; kept in the journal, and of an entry in `amended`. No mark that keeps something from anyone goes without one. */
  readonly why?: FreeText;
  /** Says who may see something, and who may not. */
  readonly type: "mark";
} | {
  /** A scale of the profile, or `referrer`. */
  readonly scale: Id;
  /** Opening, closing, or a round of the council's own. */
  readonly round?: FreeText;
  /** The danger it is asked about, where the scale belongs to one. */
  readonly about?: Id;
  /** Asks a scaling question. */
  readonly type: "open_round";
} | {
  /** The scale. */
  readonly scale: Id;
  /** The round. */
  readonly round?: FreeText;
  /** The danger. */
  readonly about?: Id;
  /** The participant who gives it; whoever gives the command where nothing is said. */
  readonly by?: Id;
  /** Whose place is guessed, where it is not the rater's own. */
  readonly on_behalf_of?: OnBehalfOf;
  /** The number. */
  readonly value: Decimal;
  /** What makes it that high. */
  readonly reason?: FreeText;
  /** What would have to be seen to be one point higher. */
  readonly one_point_higher?: FreeText;
  /** Gives a number. */
  readonly type: "rate";
} | {
  /** The scale. */
  readonly scale: Id;
  /** The round. */
  readonly round?: FreeText;
  /** The danger. */
  readonly about?: Id;
  /** The participant who gave it; whoever gives the command where nothing is said. */
  readonly by?: Id;
  /** Whose place was guessed; the rater's own where nothing is said. */
  readonly on_behalf_of?: OnBehalfOf;
  /** The number. */
  readonly value?: Decimal;
  /** What makes it that high. */
  readonly reason?: FreeText;
  /** What would have to be seen to be one point higher. */
  readonly one_point_higher?: FreeText;
  /** Why it is changed. */
  readonly why?: FreeText;
  /** Changes a number that was given. */
  readonly type: "amend_rating";
} | {
  /** The scale. */
  readonly scale: Id;
  /** The round. */
  readonly round?: FreeText;
  /** The danger. */
  readonly about?: Id;
  /** The participant; whoever gives the command where nothing is said. */
  readonly by?: Id;
  /** Why. */
  readonly reason: FreeText;
  /** Gives no number, and says why. */
  readonly type: "abstain";
} | {
  /** The scale. */
  readonly scale: Id;
  /** The round. */
  readonly round?: FreeText;
  /** The danger. */
  readonly about?: Id;
  /** Shows the numbers of an independent scale. */
  readonly type: "reveal";
} | {
  /** The new action's id. */
  readonly id: Id;
  /** What is to be done. */
  readonly text: FreeText;
  /** The entries of the map that it serves. */
  readonly serves?: ReadonlyArray<Id>;
  /** The participant who is asked to do it; as `allocate` does. */
  readonly owner?: Id;
  /** The participants who help. */
  readonly supporting?: ReadonlyArray<Id>;
  /** The participant who follows it up with an owner who is not there. */
  readonly chaser?: Id;
  /** By when; the profile's usual timescale where nothing is said. */
  readonly due?: Due;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** Agrees an action. */
  readonly type: "agree_action";
} | {
  /** The action. */
  readonly action: Id;
  /** What is to be done. */
  readonly text?: FreeText;
  /** The entries of the map that it serves. */
  readonly serves?: ReadonlyArray<Id>;
  /** The participants who help. */
  readonly supporting?: ReadonlyArray<Id>;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** What is taken away altogether. */
  readonly clear?: ReadonlyArray<ClearAction>;
  /** Why; kept in the journal. What was for professionals is not shown to everyone without one. */
  readonly why?: FreeText;
  /** Changes what an action says. */
  readonly type: "amend_action";
} | {
  /** The action. */
  readonly action: Id;
  /** The participant who is asked to do it. */
  readonly owner: Id;
  /** The participant who follows it up with an owner who is not there. */
  readonly chaser?: Id;
  /** Puts an action to an owner. */
  readonly type: "allocate";
} | {
  /** The action. */
  readonly action: Id;
  /** The participant who says so; the owner where nothing is said. */
  readonly by?: Id;
  /** The day they said so; that of the stamp where nothing is said. Before the meeting for an answer given between panels. */
  readonly on?: CivilDate;
  /** An owner takes an action on. */
  readonly type: "accept";
} | {
  /** The action. */
  readonly action: Id;
  /** The participant who says so; the owner where nothing is said. */
  readonly by?: Id;
  /** Why; kept in the journal. */
  readonly reason?: FreeText;
  /** An owner turns an action down. */
  readonly type: "decline";
} | {
  /** The action. */
  readonly action: Id;
  /** By when. */
  readonly due: Due;
  /** Says by when an action is to be done. */
  readonly type: "set_due";
} | {
  /** The action. */
  readonly action: Id;
  /** How far. */
  readonly status: ActionStatus;
  /** Of an action done: the day; that of the stamp where nothing is said. */
  readonly done_on?: CivilDate;
  /** What came of it. */
  readonly outcome?: FreeText;
  /** Of an action dropped: why. */
  readonly reason?: FreeText;
  /** Says how far an action has come. */
  readonly type: "update_action";
} | {
  /** A decision of the profile. */
  readonly decision: Id;
  /** The child for whom it is taken; the family as a whole where nothing is said. */
  readonly child?: Id;
  /** Why. */
  readonly reason?: FreeText;
  /** The participant who decides; the chair where nothing is said. */
  readonly decided_by?: Id;
  /** What happens if the plan does not hold. */
  readonly contingency?: FreeText;
  /** Takes the decision. */
  readonly type: "decide";
} | {
  /** The participant; whoever gives the command where nothing is said. */
  readonly by?: Id;
  /** Their view, in their words. */
  readonly view: FreeText;
  /** Someone sees it otherwise. */
  readonly type: "dissent";
} | {
  /** Who. */
  readonly participant: Id;
  /** Names who leads the work with the family. */
  readonly type: "name_lead";
} | {
  /** The day. */
  readonly on: CivilDate;
  /** Sets the day of the review. */
  readonly type: "set_review";
} | {
  /** The participant who tells them. */
  readonly owner?: Id;
  /** By which day. */
  readonly due_on?: CivilDate;
  /** The day they were told. */
  readonly given_on?: CivilDate;
  /** In what way. */
  readonly how?: FreeText;
  /** Arranges how the family hears of it, or says that they have. */
  readonly type: "give_feedback";
} | {
  /** The case-management system. */
  readonly system?: FreeText;
  /** The reference in it. */
  readonly reference?: FreeText;
  /** The day it was entered; that of the stamp where nothing is said. */
  readonly on?: CivilDate;
  /** The participant who entered it; whoever gives the command where nothing is said. */
  readonly by?: Id;
  /** Says what went into the case system. */
  readonly type: "file_record";
} | {
  /** The day; that of the stamp where nothing is said. */
  readonly on?: CivilDate;
  /** The participants they went to. */
  readonly to: ReadonlyArray<Id>;
  /** Says to whom the minutes went. */
  readonly type: "circulate_minutes";
} | {
  /** Why. */
  readonly why: FreeText;
  /** The change: any command but those that run the meeting itself. */
  readonly change: Command;
  /** After the meeting: one change, with the reason for it. */
  readonly type: "amend";
} | {
  /** Why; needed where it takes off a mark that keeps something from someone. */
  readonly why?: FreeText;
  /** Takes the last step back. */
  readonly type: "undo";
} | {
  /** Takes the last step that was taken back again. */
  readonly type: "redo";
} | {
  /** The scale. */
  readonly scale: Id;
  /** The round. */
  readonly round?: FreeText;
  /** The danger. */
  readonly about?: Id;
  /** The participant who gave it. */
  readonly by: Id;
  /** The whole command, closed, in hexadecimal. */
  readonly envelope: FreeText;
  /** A number in a sealed envelope, as the journal keeps it until it is shown. */
  readonly type: "sealed";
};

/** The types of command. */
export type CommandType = "open_meeting" | "appoint" | "invite" | "arrive" | "apologise" | "mark_absent" | "leave" | "proceed_inquorate" | "adjourn" | "conclude" | "record_best_hopes" | "record_background" | "record_views" | "set_agreement" | "set_sharing" | "start_stage" | "pause" | "resume" | "end_stage" | "skip_stage" | "add_entry" | "amend_entry" | "move_entry" | "withdraw_entry" | "settle_entry" | "mark" | "open_round" | "rate" | "amend_rating" | "abstain" | "reveal" | "agree_action" | "amend_action" | "allocate" | "accept" | "decline" | "set_due" | "update_action" | "decide" | "dissent" | "name_lead" | "set_review" | "give_feedback" | "file_record" | "circulate_minutes" | "amend" | "undo" | "redo" | "sealed";

/** An event of the second session that was not merged. */
export type Conflict = {
  /** The event as the second session has it. */
  readonly theirs: SessionEvent;
  /** The events of the first that touch the same item, of one item the last hundred; none where it would be refused for another reason. */
  readonly ours: ReadonlyArray<SessionEvent>;
  /** The code of that refusal. */
  readonly refusal?: Code;
};

/** Whom the panel decides for. */
export type Deciding = {
  /** Whether each child of the case is to have a decision of their own. */
  readonly each_child?: boolean;
};

/** A decimal of at most six places, compared exactly. */
export type Decimal = number;

/** What a panel may decide. */
export type Decision = {
  /** The decision. */
  readonly id: Id;
  /** How people say it. */
  readonly label?: FreeText;
  /** Which way the family's support goes. */
  readonly direction: Direction;
  /** Whether it needs a reason. */
  readonly needs_reason?: boolean;
  /** When the review is held after this decision. */
  readonly review?: Interval;
};

/** Which way the family's support goes. */
export type Direction = "close" | "step_down" | "stay" | "step_up" | "defer";

/** What becomes of one leaf of a record in a reader's copy: a text, number, date, name or closed word. */
export type Disclosure = {
  /** JSON Pointer to the leaf. */
  readonly path: string;
  /** Whether the reader is shown it. */
  readonly shown: boolean;
  /** Why they are, or are not: the first reason that holds. */
  readonly because: Because;
};

/** Someone who saw it otherwise. */
export type Dissent = {
  /** The participant. */
  readonly by: Id;
  /** Their view, in their words. */
  readonly view?: FreeText;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
};

/** By when an action is to be done. */
export type Due = {
  /** By this day. */
  readonly on: CivilDate;
  readonly within?: undefined;
  readonly by_review?: undefined;
} | {
  readonly on?: undefined;
  /** Within this time of the day it was agreed. */
  readonly within: Within;
  readonly by_review?: undefined;
} | {
  readonly on?: undefined;
  readonly within?: undefined;
  /** By the review. */
  readonly by_review: true;
};

/** An edition of the rules. A new one appears whenever a rule comes, ends, or judges by another severity or default. A fault that is fixed is fixed in every edition. */
export type Edition = "2026.1" | "2026.2";

/** One thing said and put on the map. */
export type Entry = {
  /** The entry, within this record. */
  readonly id: Id;
  /** Where on the map it stands. */
  readonly category: Category;
  /** What was said. */
  readonly text?: FreeText;
  /** The people it is about. */
  readonly about?: ReadonlyArray<Id>;
  /** The participants who raised it. */
  readonly raised_by?: ReadonlyArray<Id>;
  /** Where it comes from. */
  readonly origin?: Origin;
  /** The entries that it answers. */
  readonly answers?: ReadonlyArray<Id>;
  /** Of existing safety: who did what, when, over how long. */
  readonly evidence?: FreeText;
  /** Of a danger: who is worried, about what, and what could come of it. */
  readonly statement?: Statement;
  /** A goal met, or a danger past. */
  readonly settled?: Settled;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
  /** What it was before. */
  readonly amended?: ReadonlyArray<EntryAmendment>;
  /** Taken off the map, still on record. */
  readonly withdrawn?: Withdrawal;
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** What an entry was before it was changed. */
export type EntryAmendment = {
  /** When it was changed. */
  readonly at: Instant;
  /** The participant who changed it. */
  readonly by: Id;
  /** The category it stood in, where that was changed. */
  readonly category?: Category;
  /** The words it had, where they were changed. */
  readonly text?: FreeText;
  /** Why it was changed. */
  readonly why?: FreeText;
};

/** What a code means: a rule's definition, or that of an error, a refusal or a reason. */
export type Explanation = RuleDefinition | LocalDefinition | CodeDefinition;

/** A council's own data, kept as it was written but for white space. */
export type Extensions = { readonly [key: string]: Json };

/** Something a rule read. There is no variant for free text, so a message cannot carry any. */
export type Fact = Id | string | FreeText | Decimal | CivilDate | Instant;

/** How the family hears of the outcome. */
export type Feedback = {
  /** The participant who tells them. */
  readonly owner?: Id;
  /** By which day. */
  readonly due_on?: CivilDate;
  /** The day they were told. */
  readonly given_on?: CivilDate;
  /** In what way. */
  readonly how?: FreeText;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
};

/** Which part of a rating an answer fills. */
export type Fills = "reason" | "one_point_higher" | "on_behalf_of";

/** One thing that a person should look at. It points and never quotes: ids, codes, numbers and dates only. */
export type Finding = {
  /** The rule. */
  readonly code: AnyRuleCode;
  /** How much it matters under the profile. */
  readonly severity: Severity;
  /** JSON Pointer to the member that would have to be added or changed, there or not. */
  readonly path: string;
  /** The id of the thing in a list that the path stands in. */
  readonly subject: string | null;
  /** One plain sentence. */
  readonly message: string;
  /** Pointers to what else it has to do with. */
  readonly related: ReadonlyArray<string>;
};

/** A finding beside the definition of its rule, with the ids, codes, numbers and dates that the rule read. */
export type FindingExplained = {
  /** The stable code. */
  readonly code: RuleCode;
  /** What is wrong where it fires, in a few words. */
  readonly title: string;
  /** Its severity, unless a profile sets another. */
  readonly severity: Severity;
  /** From when in a panel's life it is asked. */
  readonly phase: Phase;
  /** Why a panel should care. */
  readonly why: string;
  /** What to do where it fires. */
  readonly remedy: string;
  /** What a profile may set beside the severity. */
  readonly parameters: ReadonlyArray<Parameter>;
  /** What it needs to be asked at all: items of the profile, `as_of`, `previous`. */
  readonly needs: ReadonlyArray<string>;
  /** The edition that brought it. */
  readonly since: Edition;
  /** The edition that ended it, if any. */
  readonly until?: Edition;
  /** The finding. */
  readonly finding: Finding;
  /** What the rule read, by name. */
  readonly read: { readonly [key: string]: Fact };
};

/** A question that follows a number. */
export type FollowUp = {
  /** The question. */
  readonly text: FreeText;
  /** Which part of a rating the answer fills. */
  readonly fills?: Fills;
};

/** A text, as someone wrote or said it. */
export type FreeText = string;

/** One group's numbers. Every figure is exact. */
export type Group = {
  /** How many numbers there are. */
  readonly n: number;
  /** The number nearest the worried end; `null` only where the record's profile does not know the scale. */
  readonly lowest: Lowest | null;
  /** The least number. */
  readonly min: Decimal;
  /** The greatest number. */
  readonly max: Decimal;
  /** How far apart these two are. */
  readonly range: Decimal;
  /** The middle number; of an even number of them, halfway between the two in the middle. */
  readonly median: Decimal;
  /** The first quartile, by linear interpolation (type 7 of Hyndman and Fan 1996). */
  readonly q1: Decimal;
  /** The third quartile, likewise. */
  readonly q3: Decimal;
};

/** The numbers of one round, apart by whether they are own or guessed and by the side of the one they are about. A group without a number is `null`. */
export type Groups = {
  /** What the family side said for themselves. */
  readonly own_family: Group | null;
  /** What professionals said for themselves. */
  readonly own_professional: Group | null;
  /** What others said for themselves. */
  readonly own_other: Group | null;
  /** Where someone else thought that one of the family side would be. */
  readonly guessed_family: Group | null;
  /** Where someone else thought that a professional would be. */
  readonly guessed_professional: Group | null;
  /** Where someone else thought that anyone else would be. */
  readonly guessed_other: Group | null;
};

/** A guess at someone's number. */
export type Guess = {
  /** Who guessed. */
  readonly by: Id;
  /** The number. */
  readonly value: Decimal;
  /** The guess less the person's own number: above nought, they thought it would be higher. */
  readonly difference: Decimal;
};

/** An id without white space or control characters, never a name. */
export type Id = string;

/** What another system calls the case. */
export type Identifier = {
  /** The system, by its name or address. */
  readonly system: FreeText;
  /** The case's number or name there. */
  readonly value: FreeText;
};

/** By when something must be there. */
export type Input = {
  /** Days before the meeting; that day is still in time. */
  readonly days_before?: number;
};

/** What must be there beforehand. */
export type Inputs = {
  /** The referral form. */
  readonly referral?: Input;
  /** The mapping template. */
  readonly mapping?: Input;
  /** Whether the referrer brings a scaling question of their own. */
  readonly referrer_scale?: boolean;
  /** The family's agreement to the service. */
  readonly agreement?: Input;
  /** Reports in writing. */
  readonly reports?: Reports;
};

/** RFC 3339 with offset, up to nine fractional digits, no leap second. */
export type Instant = string;

/** The earliest and the latest day, both inclusive, from the day of the meeting. */
export type Interval = {
  /** Not before this time. */
  readonly min?: Within;
  /** Not after this time. */
  readonly max?: Within;
};

/** How many entries of a kind. */
export type Limits = {
  /** The most goals. */
  readonly goals?: number;
  /** The most future dangers. */
  readonly future_dangers?: number;
  /** The most goals that answer one danger. */
  readonly goals_per_danger?: number;
  /** The most dangers that one goal answers. */
  readonly dangers_per_goal?: number;
};

/** One scale in one round, about one danger or overall, as long as it stayed comparable. A scale whose ends, steps or anchors changed goes on in another line. */
export type Line = {
  /** The scale. */
  readonly scale: Id;
  /** The round. */
  readonly round: FreeText | null;
  /** The danger. */
  readonly about: Id | null;
  /** The scale's lowest number. */
  readonly min: Decimal;
  /** The scale's highest number. */
  readonly max: Decimal;
  /** The distance between two neighbouring numbers. */
  readonly step: Decimal;
  /** Whether a higher number is better or worse. */
  readonly higher_is: Polarity;
  /** Each panel at which it was recorded. */
  readonly points: ReadonlyArray<Point>;
  /** Each person's own numbers, in the order in which people first gave one. */
  readonly raters: ReadonlyArray<Rater>;
};

/** A rule of a council's own in words. */
export type LocalDefinition = {
  /** Its code. */
  readonly code: string;
  /** What is wrong where it fires, in a few words. */
  readonly title: string;
  /** How much it matters. */
  readonly severity: Severity;
  /** From when in a panel's life it is asked. */
  readonly phase: Phase;
  /** Why a panel should care, where the council says so. */
  readonly why: string | null;
  /** What to do where it fires, where the council says so. */
  readonly remedy: string | null;
  /** The list whose items it is asked of, one by one. */
  readonly for_each: string | null;
  /** What it is about: a JSON Pointer into the item, else into the record. */
  readonly path: string | null;
  /** When it fires, in JSON Logic. */
  readonly when: Json;
  /** What it says where it fires. */
  readonly message: string;
};

/** A rule of the council's own. */
export type LocalRule = {
  /** Its code: two to six capital letters of the council's own, not SP, and three digits. */
  readonly code: Id;
  /** What is wrong where it fires, in a few words. */
  readonly title: FreeText;
  /** How much it matters. */
  readonly severity: Severity;
  /** From when in a panel's life it is asked; always, where that is not said. */
  readonly phase?: Phase;
  /** The list whose items it is asked of, one by one: a JSON Pointer into the record, with * for every item. */
  readonly for_each?: FreeText;
  /** What it is about: a JSON Pointer into the item, else into the record. */
  readonly path?: FreeText;
  /** When it fires, in JSON Logic. */
  readonly when: Json;
  /** What it says where it fires: one plain sentence. */
  readonly message: FreeText;
  /** Why a panel should care. */
  readonly why?: FreeText;
  /** What to do where it fires. */
  readonly remedy?: FreeText;
};

/** What is missing from the end of a journal. */
export type Lost = {
  /** The line that is not whole, from 1. */
  readonly line: number;
  /** How many bytes of it there are. */
  readonly bytes: number;
};

/** The number nearest the worried end, and who gave it. */
export type Lowest = {
  /** The number. */
  readonly value: Decimal;
  /** Who gave it: more than one where they are tied, in the order of the record. */
  readonly by: ReadonlyArray<Id>;
  /** For each of them the JSON Pointer of their reason, or `null` where none is recorded. The reason is free text, and stays in the record. */
  readonly reasons: ReadonlyArray<string | null>;
};

/** The lowest number of a group, before and now. */
export type LowestChange = {
  /** At the earlier panel. */
  readonly before: Decimal;
  /** At this panel. */
  readonly now: Decimal;
  /** The second less the first: above nought is a higher number, whichever end is the worried one. */
  readonly change: Decimal;
};

/** What may be marked, and has no id. */
export type MarkedPart = "referral" | "service" | "sharing" | "place" | "inquorate_reason" | "adjourned_reason" | "stage" | "settled" | "decision_reason" | "child_decision" | "contingency" | "feedback" | "dissenting_view" | "rating" | "abstention" | "listing" | "family_copy";

/** Who may see something. Where nothing is said, it depends on what it is. */
export type Marks = {
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
};

/** When the panel sits, and who holds it. */
export type Meeting = {
  /** How far it has come; planned where nothing is said. */
  readonly status?: MeetingStatus;
  /** A first panel or a review. */
  readonly kind?: MeetingKind;
  /** The day it is held. */
  readonly held_on?: CivilDate;
  /** The day it was opened on, where that was another. */
  readonly opened_on?: CivilDate;
  /** When it is to begin. */
  readonly starts_at?: Instant;
  /** Where it is held. */
  readonly place?: FreeText;
  /** The participant in the chair. */
  readonly chair?: Id;
  /** The participant who takes notes. */
  readonly note_taker?: Id;
  /** The record of the panel before. */
  readonly previous?: Id;
  /** Why it went on without a quorum. */
  readonly inquorate_reason?: FreeText;
  /** Why it was adjourned. */
  readonly adjourned_reason?: FreeText;
  /** The day it meets again. */
  readonly reconvene_on?: CivilDate;
  /** By how many seconds at most a clock ran behind an earlier one while the panel sat, where that was over five minutes. */
  readonly clock_set_back?: number;
  /** Who may see its texts. */
  readonly marks?: MeetingMarks;
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** A first panel or a review. */
export type MeetingKind = "initial" | "review";

/** Who may see the texts of the sitting. */
export type MeetingMarks = {
  /** Who may see where it is held. */
  readonly place?: Marks;
  /** Who may see why it went on without a quorum. */
  readonly inquorate_reason?: Marks;
  /** Who may see why it was adjourned. */
  readonly adjourned_reason?: Marks;
};

/** How far a meeting has come. */
export type MeetingStatus = "planned" | "in_progress" | "concluded" | "adjourned";

/** How a group moved: those of it who gave a number both times. */
export type Movement = {
  /** How many they are. */
  readonly n: number;
  /** The number nearest the worried end among them, both times; it need not be the same person's. */
  readonly lowest: LowestChange;
  /** How many moved away from the worried end. */
  readonly better: number;
  /** How many stayed. */
  readonly same: number;
  /** How many moved towards the worried end. */
  readonly worse: number;
};

/** Whether something is needed. */
export type Needed = {
  /** Whether it is. */
  readonly required?: boolean;
};

/** Who may take notes. */
export type NoteTaker = {
  /** Seats that take notes. */
  readonly seats?: ReadonlyArray<Id>;
  /** Whether the chair may take them. */
  readonly may_be_chair?: boolean;
};

/** An own number at one panel. */
export type NumberAt = {
  /** The record. */
  readonly record: Id;
  /** The number. */
  readonly value: Decimal;
};

/** Whose place on the scale was guessed. */
export type OnBehalfOf = {
  /** One of the case's people. */
  readonly person: Id;
  readonly participant?: undefined;
  readonly other?: undefined;
} | {
  readonly person?: undefined;
  /** Another participant. */
  readonly participant: Id;
  readonly other?: undefined;
} | {
  readonly person?: undefined;
  readonly participant?: undefined;
  /** Someone else, in words. */
  readonly other: FreeText;
};

/** Where an entry comes from. */
export type Origin = "referral" | "panel" | "family";

/** The decision and what follows from it. */
export type Outcome = {
  /** A decision of the profile. */
  readonly decision?: Id;
  /** Why. */
  readonly reason?: FreeText;
  /** What was decided for each child, where the panel decides child by child. */
  readonly children?: ReadonlyArray<ChildDecision>;
  /** The participant who decided, after hearing the panel. */
  readonly decided_by?: Id;
  /** Who saw it otherwise, in their words. */
  readonly dissent?: ReadonlyArray<Dissent>;
  /** The participant who leads the work with the family. */
  readonly lead_practitioner?: Id;
  /** The day of the review. */
  readonly review_on?: CivilDate;
  /** What happens if the plan does not hold. */
  readonly contingency?: FreeText;
  /** How the family hears of it. */
  readonly feedback?: Feedback;
  /** Who may see its texts. */
  readonly marks?: OutcomeMarks;
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** Who may see the texts of the outcome. */
export type OutcomeMarks = {
  /** Who may see why. */
  readonly reason?: Marks;
  /** Who may see what happens if the plan does not hold. */
  readonly contingency?: Marks;
};

/** What is still needed. */
export type Outstanding = {
  /** What the running stage needs. */
  readonly stage: StageNeeds | null;
  /** Of the panel as a whole, that of the stage included: what the rules would find if it closed now, advice aside. */
  readonly panel: ReadonlyArray<Finding>;
  /** Rounds of a scale with numbers that are still sealed. */
  readonly to_reveal: ReadonlyArray<Unrevealed>;
};

/** One person's own number beside what others thought it would be. */
export type Pair = {
  /** The participant. */
  readonly participant: Id;
  /** Their own number. */
  readonly own: Decimal;
  /** What others thought, in the order of the record. */
  readonly guessed: ReadonlyArray<Guess>;
};

/** One panel about one family: what came in, who sat, what was said, how it was scaled, what was agreed. */
export type PanelDocument = {
  /** The format of this document. */
  readonly format: "support-panel/1";
  /** The record. */
  readonly id: Id;
  /** The council's rules that this panel ran under. */
  readonly profile: ProfileName;
  /** The case and its people. */
  readonly case: Case;
  /** What the worker brings. */
  readonly referral?: Referral;
  /** What the family agreed to, and the basis for sharing. */
  readonly agreement?: Agreement;
  /** The sitting. */
  readonly meeting?: Meeting;
  /** Everyone invited. */
  readonly participants?: ReadonlyArray<Participant>;
  /** What happened at each stage. */
  readonly agenda?: ReadonlyArray<AgendaItem>;
  /** The entries of the map, in the order they were raised. */
  readonly mapping?: ReadonlyArray<Entry>;
  /** Each scale, each time it was asked. */
  readonly scaling?: ReadonlyArray<ScalingRound>;
  /** Agreed actions. */
  readonly actions?: ReadonlyArray<Action>;
  /** Decision, review, feedback, dissent. */
  readonly outcome?: Outcome;
  /** What went into the case-management system. */
  readonly recording?: Recording;
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** One panel. */
export type PanelHeld = {
  /** Its record. */
  readonly record: Id;
  /** The day it was held. */
  readonly held_on: CivilDate;
};

/** What goes on every paper, and what goes on none for the family side. */
export type Papers = {
  /** Whom to ring, and when: it stands at the end of what the family is given. */
  readonly contact?: FreeText;
  /** What someone can do who disagrees. */
  readonly if_you_disagree?: FreeText;
  /** What is withheld from the family side beside what always is. */
  readonly withhold?: ReadonlyArray<Withheld>;
};

/** Something that a profile may set of a rule. */
export type Parameter = {
  /** Its name in the profile's `rules`. */
  readonly name: string;
  /** Its value where the profile sets none. */
  readonly default: Decimal;
  /** What it does. */
  readonly about: string;
};

/** What can go into a section of the case system. */
export type Part = "attendance" | "referral" | "background" | "views" | "agreement" | "worries" | "working_well" | "needs_to_happen" | "grey_areas" | "scaling" | "actions" | "decision" | "next";

/** Someone invited to the sitting. */
export type Participant = {
  /** The participant, within this record. */
  readonly id: Id;
  /** In what part they come. */
  readonly kind: ParticipantKind;
  /** What they are called. */
  readonly name?: FreeText;
  /** The agency they come from. */
  readonly agency?: FreeText;
  /** The seat of the profile that they hold. */
  readonly seat?: Id;
  /** Who they are among the case's people, for family, child and network. */
  readonly person?: Id;
  /** Whether they came. */
  readonly attendance?: Attendance;
  /** The participant whom they stand in for, and whose seat they hold. */
  readonly deputy_for?: Id;
  /** Whether they sent an update in writing. */
  readonly written_update?: boolean;
  /** When they came. */
  readonly arrived_at?: Instant;
  /** When they left. */
  readonly left_at?: Instant;
  /** Who may see their name, seat and agency. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** In what part someone comes to the panel. */
export type ParticipantKind = "professional" | "family" | "child" | "network" | "advocate" | "business_support";

/** Someone the panel speaks about. */
export type Person = {
  /** The person, within this record. */
  readonly id: Id;
  /** How the person stands to the case. */
  readonly kind: PersonKind;
  /** What the person is called. */
  readonly name?: FreeText;
  /** Day of birth. */
  readonly date_of_birth?: CivilDate;
  /** What is known of the birth where the day is not, or how far the day is. */
  readonly birth?: Birth;
  /** The day an unborn child is expected. */
  readonly expected_on?: CivilDate;
  /** Ten digits, the last of them a check digit. */
  readonly nhs_number?: FreeText;
  /** How this person's view was gathered. */
  readonly views?: Views;
  /** The day the view was gathered. */
  readonly views_on?: CivilDate;
  /** More about how, or why it was not sought. */
  readonly views_note?: FreeText;
  /** Who may see their views. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
  /** People or participants who may not learn that this person is in the record at all. */
  readonly unlisted_for?: ReadonlyArray<Id>;
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** How a person stands to the case. */
export type PersonKind = "child" | "parent" | "carer" | "sibling" | "relative" | "other";

/** From when in a panel's life a rule is asked. */
export type Phase = "record" | "planned" | "meeting" | "concluded";

/** A line at one panel. */
export type Point = {
  /** The record. */
  readonly record: Id;
  /** The day the panel was held. */
  readonly held_on: CivilDate;
  /** The numbers in figures, as in a summary. */
  readonly groups: Groups;
  /** How own numbers changed since the point before. */
  readonly change: Change | null;
};

/** Whether a higher number is better or worse. */
export type Polarity = "better" | "worse";

/** How someone takes part. */
export type Presence = "present" | "remote";

/** What a stage is there to produce. */
export type Product = "attendance" | "best_hopes" | "background" | "entries" | "ratings" | "actions" | "decision" | "feedback";

/** What is wrong with a profile, or what it leaves open. */
export type ProfileCheck = {
  /** What must be put right before a panel can be held under it, in the order of the text. */
  readonly faults: ReadonlyArray<ProfileFault>;
  /** What reads and is still worth a look; only of a profile without faults. */
  readonly warnings: ReadonlyArray<ProfileWarning>;
  /** The rules that never speak under it, and why; only of a profile without faults. */
  readonly silent: ReadonlyArray<SilentRule>;
  /** How many there are of what: "12 roles, 6 stages"; only of a profile without faults. */
  readonly counts: ReadonlyArray<ProfileCount>;
};

/** How many there are of something. */
export type ProfileCount = {
  /** Of what: `roles`, `stages`. */
  readonly of: string;
  /** How many. */
  readonly n: number;
};

/** Something that is not the same in two profiles. */
export type ProfileDifference = {
  /** What it is about: keys, and ids for the items of lists. */
  readonly path: string;
  /** What changed, in words. */
  readonly message: string;
  /** What follows from it. */
  readonly consequence?: string | null;
};

/** What a council configures: who sits, what is asked, in what order, and by which limits. */
export type ProfileDocument = {
  /** The profile. */
  readonly id: Id;
  /** Its version. */
  readonly version: FreeText;
  /** What it is called. */
  readonly title?: FreeText;
  /** Whose it is. */
  readonly authority?: FreeText;
  /** The language of its texts, for example en-GB. */
  readonly language?: FreeText;
  /** The first day it is in force. */
  readonly valid_from?: CivilDate;
  /** The last day it is in force. */
  readonly valid_to?: CivilDate;
  /** The profile it changes; what it does not mention stays as there. */
  readonly extends?: Id;
  /** What the meeting is for. */
  readonly purpose?: FreeText;
  /** The case statuses there are, and which of them may come to this meeting. */
  readonly statuses?: ReadonlyArray<Status>;
  /** Roles in agencies; several people may hold one. */
  readonly seats?: ReadonlyArray<Seat>;
  /** Who may chair. */
  readonly chair?: Chair;
  /** Who may take notes. */
  readonly note_taker?: NoteTaker;
  /** Who must be there for the panel to decide. */
  readonly quorum?: Quorum;
  /** What must be there beforehand. */
  readonly inputs?: Inputs;
  /** The columns of the map. */
  readonly columns?: ReadonlyArray<Column>;
  /** The question bank. */
  readonly questions?: ReadonlyArray<Question>;
  /** The scaling questions. */
  readonly scales?: ReadonlyArray<Scale>;
  /** The stages of the meeting, in order. */
  readonly agenda?: ReadonlyArray<Stage>;
  /** What a panel may decide. */
  readonly decisions?: ReadonlyArray<Decision>;
  /** Whom the panel decides for. */
  readonly deciding?: Deciding;
  /** How many actions, and by when. */
  readonly actions?: ActionLimits;
  /** How many entries of a kind. */
  readonly limits?: Limits;
  /** When the review is held, from the day of the meeting. */
  readonly review?: Interval;
  /** Whether a lead practitioner must be named. */
  readonly lead_practitioner?: Needed;
  /** Whether feedback to the family must be arranged. */
  readonly feedback?: Needed;
  /** What must follow the meeting, and within what time. */
  readonly after?: After;
  /** What members, agencies and families can read. */
  readonly resources?: ReadonlyArray<Resource>;
  /** Acronyms and jargon to expand for the family. */
  readonly plain_language?: ReadonlyArray<Term>;
  /** What goes on every paper, and what goes on none for the family side. */
  readonly papers?: Papers;
  /** How a panel is entered in the council's case system. */
  readonly recording?: CaseSystem;
  /** The council's own wording of phrases, by key. */
  readonly words?: Wording;
  /** Rules turned off, or set otherwise than by default. */
  readonly rules?: RuleSettings;
  /** Rules of the council's own. */
  readonly local_rules?: ReadonlyArray<LocalRule>;
  /** Which days are not working days. */
  readonly calendar?: Closures;
};

/** A fault of a profile. A profile holds nothing about people, so that it quotes what it found. */
export type ProfileFault = {
  /** What kind of fault it is. */
  readonly code: Code;
  /** JSON Pointer to the member at fault, in the profile with what it extends merged in. */
  readonly path: string;
  /** The line, from 1; none where no line of this text says it. */
  readonly line?: number | null;
  /** The column in that line, in characters from 1. */
  readonly column?: number | null;
  /** The word, number or key that stands there. */
  readonly word?: string | null;
  /** The known one nearest to it. */
  readonly nearest?: string | null;
  /** What was found and what was expected. */
  readonly message: string;
  /** What to write instead. */
  readonly remedy: string;
};

/** The profile a panel ran under. */
export type ProfileName = {
  /** The profile's id. */
  readonly id: Id;
  /** Its version. */
  readonly version: FreeText;
};

/** Something worth a look. */
export type ProfileWarning = {
  /** What kind it is. */
  readonly doubt: string;
  /** JSON Pointer to the member that would have to be changed or added, there or not. */
  readonly path: string;
  /** The line, from 1; none where no line of this text says it. */
  readonly line?: number | null;
  /** The column in that line, in characters from 1. */
  readonly column?: number | null;
  /** What is worth a look, and why. */
  readonly message: string;
};

/** A question of the bank. */
export type Question = {
  /** The question. */
  readonly id: Id;
  /** The column it helps to fill. */
  readonly column: Id;
  /** The category, where it is about one. */
  readonly category?: Category;
  /** As it is asked. */
  readonly text: FreeText;
};

/** Who must be there for the panel to decide. */
export type Quorum = {
  /** Distinct agencies of professionals who attended, the chair's included. */
  readonly min_agencies?: number;
  /** Seats that must be held by someone who attended. */
  readonly must_include?: ReadonlyArray<Id>;
  /** Whether the panel may go on without a quorum if it records why. */
  readonly may_proceed_with_reason?: boolean;
  /** Fewer agencies than this, and no reason is accepted. */
  readonly floor?: number;
};

/** One person's own numbers along a line. Someone who came for another side at another panel has a list for each. */
export type Rater = {
  /** The participant, by the id that all records share. */
  readonly by: Id;
  /** Where they stand. */
  readonly side: Side;
  /** How many numbers they gave. */
  readonly n: number;
  /** Their last number less their first; `null` for a single one. */
  readonly change: Decimal | null;
  /** Their numbers. */
  readonly numbers: ReadonlyArray<NumberAt>;
};

/** How one person's own number changed. */
export type RaterChange = {
  /** The participant. */
  readonly by: Id;
  /** Where they stand at this panel. */
  readonly side: Side;
  /** Their number at the earlier panel. */
  readonly before: Decimal;
  /** Their number at this panel. */
  readonly now: Decimal;
  /** The second less the first: above nought is a higher number, whichever end is the worried one. */
  readonly change: Decimal;
};

/** One number, and why. */
export type Rating = {
  /** The participant who gave the number. */
  readonly by: Id;
  /** Whose place was guessed, where it is not the rater's own. */
  readonly on_behalf_of?: OnBehalfOf;
  /** The number. */
  readonly value: Decimal;
  /** What makes it that high. */
  readonly reason?: FreeText;
  /** What would have to be seen to be one point higher. */
  readonly one_point_higher?: FreeText;
  /** When it was given. */
  readonly at?: Instant;
  /** What it was before. */
  readonly amended?: ReadonlyArray<RatingAmendment>;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** What a rating was before it was changed. */
export type RatingAmendment = {
  /** When it was changed. */
  readonly at: Instant;
  /** The number it had. */
  readonly value?: Decimal;
  /** Why it was changed. */
  readonly why?: FreeText;
};

/** One reason of an allocation. */
export type Reason = {
  /** The stable code, listed by `codes`. */
  readonly code: Code;
  /** The rule that would say so afterwards. */
  readonly rule: RuleCode | null;
  /** One plain sentence. */
  readonly message: string;
};

/** The trace that the panel left in the council's systems. */
export type Recording = {
  /** The case-management system. */
  readonly system?: FreeText;
  /** The reference in it. */
  readonly reference?: FreeText;
  /** The day it was entered. */
  readonly recorded_on?: CivilDate;
  /** The participant who entered it. */
  readonly recorded_by?: Id;
  /** The day the minutes went out. */
  readonly minutes_circulated_on?: CivilDate;
  /** The participants they went to. */
  readonly circulated_to?: ReadonlyArray<Id>;
};

/** What was taken out of a record, and what has to be read before it is given to anyone. */
export type RedactionReport = {
  /** What was taken out whole, by JSON Pointer into the record as it was, in canonical order. */
  readonly removed: ReadonlyArray<string>;
  /** What is left that may tell of them, by JSON Pointer into the record as it is now, in canonical order. */
  readonly remains: ReadonlyArray<Remaining>;
};

/** What the worker brings to the panel. */
export type Referral = {
  /** The day the referral form came in. */
  readonly received_on?: CivilDate;
  /** The participant who refers. */
  readonly referrer?: Id;
  /** Why the panel is asked. */
  readonly reason?: FreeText;
  /** The worker's goal for the panel. */
  readonly best_hopes?: FreeText;
  /** The short summary that the worker gives. */
  readonly background?: FreeText;
  /** The day the mapping template came in. */
  readonly mapping_received_on?: CivilDate;
  /** The referrer's own scaling question. */
  readonly scale?: Scale;
  /** Who may see it, its scale and the numbers given on that. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** Why a command would be refused. */
export type Refused = {
  /** The code of the refusal. */
  readonly code: Code;
  /** What was found and what was expected, in ids, codes and numbers only. */
  readonly message: string;
};

/** Something that is left. */
export type Remaining = {
  /** Where it stands. */
  readonly path: string;
  /** Why it is left. */
  readonly because: Remains;
};

/** Why something that may tell of someone is left. */
export type Remains = "shared" | "covered" | "namesake" | "unread" | "case";

/** Reports in writing, from whom and by when. */
export type Reports = {
  /** Whoever of these is invited: everyone, professionals, core, or seats. */
  readonly asked_of?: ReadonlyArray<Id>;
  /** Days before the meeting; that day is still in time. */
  readonly days_before?: number;
};

/** Something to read. */
export type Resource = {
  /** What it is called. */
  readonly title?: FreeText;
  /** Where it is. */
  readonly url?: FreeText;
  /** For whom. */
  readonly for?: FreeText;
};

/** What became of a rule. */
export type RuleChange = "came" | "went" | "severity" | "parameter" | "meaning";

/** The code of a rule. */
export type RuleCode = "SP101" | "SP102" | "SP103" | "SP104" | "SP105" | "SP106" | "SP107" | "SP108" | "SP109" | "SP110" | "SP111" | "SP112" | "SP201" | "SP202" | "SP203" | "SP204" | "SP205" | "SP206" | "SP207" | "SP208" | "SP209" | "SP210" | "SP211" | "SP212" | "SP213" | "SP214" | "SP215" | "SP301" | "SP302" | "SP303" | "SP304" | "SP305" | "SP306" | "SP401" | "SP402" | "SP403" | "SP404" | "SP405" | "SP406" | "SP407" | "SP408" | "SP409" | "SP410" | "SP501" | "SP502" | "SP503" | "SP504" | "SP505" | "SP507" | "SP508" | "SP509" | "SP510" | "SP511" | "SP512" | "SP601" | "SP602" | "SP603" | "SP604" | "SP605" | "SP606" | "SP607" | "SP608" | "SP609" | "SP610" | "SP611" | "SP612" | "SP613" | "SP701" | "SP702" | "SP703" | "SP704" | "SP705" | "SP706" | "SP707" | "SP708" | "SP709" | "SP710" | "SP801" | "SP802" | "SP803" | "SP804";

/** A rule in words: what it asks, why, and what to do about it. */
export type RuleDefinition = {
  /** The stable code. */
  readonly code: RuleCode;
  /** What is wrong where it fires, in a few words. */
  readonly title: string;
  /** Its severity, unless a profile sets another. */
  readonly severity: Severity;
  /** From when in a panel's life it is asked. */
  readonly phase: Phase;
  /** Why a panel should care. */
  readonly why: string;
  /** What to do where it fires. */
  readonly remedy: string;
  /** What a profile may set beside the severity. */
  readonly parameters: ReadonlyArray<Parameter>;
  /** What it needs to be asked at all: items of the profile, `as_of`, `previous`. */
  readonly needs: ReadonlyArray<string>;
  /** The edition that brought it. */
  readonly since: Edition;
  /** The edition that ended it, if any. */
  readonly until?: Edition;
};

/** A rule that is not as it was. */
export type RuleDifference = {
  /** The rule. */
  readonly code: AnyRuleCode;
  /** What is wrong where it fires, in a few words. */
  readonly title: string;
  /** What became of it. */
  readonly change: RuleChange;
  /** Which number of it is another. */
  readonly parameter?: string | null;
  /** What was there before. */
  readonly before?: string | null;
  /** What is there now. */
  readonly after?: string | null;
  /** The same in words. */
  readonly message: string;
};

/** Rules turned off, or set otherwise. */
export type RuleSettings = {
  /** An id is used twice */
  readonly SP101?: "off" | {
    readonly severity?: Severity;
  };
  /** A reference leads nowhere */
  readonly SP102?: "off" | {
    readonly severity?: Severity;
  };
  /** Not in the council's profile */
  readonly SP103?: "off" | {
    readonly severity?: Severity;
  };
  /** Dates that cannot be in that order */
  readonly SP104?: "off" | {
    readonly severity?: Severity;
  };
  /** The profile was not in force */
  readonly SP105?: "off" | {
    readonly severity?: Severity;
  };
  /** Some text is blank */
  readonly SP106?: "off" | {
    readonly severity?: Severity;
  };
  /** This date is in the future */
  readonly SP107?: "off" | {
    readonly severity?: Severity;
  };
  /** Not an NHS number */
  readonly SP108?: "off" | {
    readonly severity?: Severity;
  };
  /** This case belongs at a different meeting */
  readonly SP109?: "off" | {
    readonly severity?: Severity;
  };
  /** Said to have attended, but not among those who came */
  readonly SP110?: "off" | {
    readonly severity?: Severity;
  };
  /** A clock or a day that was wrong */
  readonly SP111?: "off" | {
    readonly severity?: Severity;
  };
  /** A birth that cannot be as it is written */
  readonly SP112?: "off" | {
    readonly severity?: Severity;
  };
  /** No chair who may hold this panel */
  readonly SP201?: "off" | {
    readonly severity?: Severity;
  };
  /** No note-taker recorded */
  readonly SP202?: "off" | {
    readonly severity?: Severity;
  };
  /** Not enough agencies to decide */
  readonly SP203?: "off" | {
    readonly severity?: Severity;
  };
  /** A core seat was empty */
  readonly SP204?: "off" | {
    readonly severity?: Severity;
  };
  /** Apologies and nothing else */
  readonly SP205?: "off" | {
    readonly severity?: Severity;
  };
  /** Agreement to the service is not recorded */
  readonly SP206?: "off" | {
    readonly severity?: Severity;
  };
  /** The basis for sharing is not recorded */
  readonly SP207?: "off" | {
    readonly severity?: Severity;
  };
  /** The family was not heard */
  readonly SP208?: "off" | {
    readonly severity?: Severity;
  };
  /** A child's views are missing */
  readonly SP209?: "off" | {
    readonly severity?: Severity;
  };
  /** Something is missing beforehand */
  readonly SP210?: "off" | {
    readonly severity?: Severity;
  };
  /** An action for a family that has withdrawn */
  readonly SP211?: "off" | {
    readonly severity?: Severity;
  };
  /** The family is not invited */
  readonly SP212?: "off" | {
    readonly severity?: Severity;
  };
  /** The map starts empty */
  readonly SP213?: "off" | {
    readonly severity?: Severity;
  };
  /** A report is missing */
  readonly SP214?: "off" | {
    readonly severity?: Severity;
  };
  /** The family had not agreed beforehand */
  readonly SP215?: "off" | {
    readonly severity?: Severity;
  };
  /** Two stages at once */
  readonly SP301?: "off" | {
    readonly severity?: Severity;
  };
  /** A stage was left out */
  readonly SP302?: "off" | {
    readonly severity?: Severity;
  };
  /** A stage ran over its time */
  readonly SP303?: "off" | {
    readonly severity?: Severity;
    /** The share of its minutes by which a stage may run over: 0.25 is a quarter. */
    readonly over?: Decimal;
  };
  /** Led by someone else */
  readonly SP304?: "off" | {
    readonly severity?: Severity;
  };
  /** Stages out of order */
  readonly SP305?: "off" | {
    readonly severity?: Severity;
  };
  /** A stage without its result */
  readonly SP306?: "off" | {
    readonly severity?: Severity;
  };
  /** A column of the map is empty */
  readonly SP401?: "off" | {
    readonly severity?: Severity;
  };
  /** A future danger has no goal */
  readonly SP402?: "off" | {
    readonly severity?: Severity;
  };
  /** Existing safety reads as a strength */
  readonly SP403?: "off" | {
    readonly severity?: Severity;
  };
  /** A future danger is not said in full */
  readonly SP404?: "off" | {
    readonly severity?: Severity;
  };
  /** More dangers or goals than the limit */
  readonly SP405?: "off" | {
    readonly severity?: Severity;
  };
  /** A word that the family may not know */
  readonly SP406?: "off" | {
    readonly severity?: Severity;
  };
  /** It is not recorded who raised an entry */
  readonly SP407?: "off" | {
    readonly severity?: Severity;
  };
  /** The same thing stands on the map twice */
  readonly SP408?: "off" | {
    readonly severity?: Severity;
  };
  /** A goal answers nothing */
  readonly SP409?: "off" | {
    readonly severity?: Severity;
  };
  /** A danger and its goal are not a set */
  readonly SP410?: "off" | {
    readonly severity?: Severity;
  };
  /** A number is not on its scale */
  readonly SP501?: "off" | {
    readonly severity?: Severity;
  };
  /** A scaling question was not asked */
  readonly SP502?: "off" | {
    readonly severity?: Severity;
  };
  /** Someone was asked and gave no number */
  readonly SP503?: "off" | {
    readonly severity?: Severity;
  };
  /** The lowest number has no reason */
  readonly SP504?: "off" | {
    readonly severity?: Severity;
  };
  /** One person gave two numbers */
  readonly SP505?: "off" | {
    readonly severity?: Severity;
  };
  /** A number was given or changed after the reveal */
  readonly SP507?: "off" | {
    readonly severity?: Severity;
  };
  /** People see it very differently */
  readonly SP508?: "off" | {
    readonly severity?: Severity;
  };
  /** Someone is very worried and no response is recorded */
  readonly SP509?: "off" | {
    readonly severity?: Severity;
  };
  /** The referrer's scaling question was not asked */
  readonly SP510?: "off" | {
    readonly severity?: Severity;
  };
  /** The same question was recorded twice */
  readonly SP511?: "off" | {
    readonly severity?: Severity;
  };
  /** A number from someone who did not attend */
  readonly SP512?: "off" | {
    readonly severity?: Severity;
  };
  /** An action has no owner */
  readonly SP601?: "off" | {
    readonly severity?: Severity;
  };
  /** An action has no due date */
  readonly SP602?: "off" | {
    readonly severity?: Severity;
  };
  /** An action is due after the review */
  readonly SP603?: "off" | {
    readonly severity?: Severity;
  };
  /** An owner has not accepted an action */
  readonly SP604?: "off" | {
    readonly severity?: Severity;
  };
  /** A family member has not agreed to their own action */
  readonly SP605?: "off" | {
    readonly severity?: Severity;
  };
  /** An action serves nothing on the map */
  readonly SP606?: "off" | {
    readonly severity?: Severity;
  };
  /** More actions than the limit */
  readonly SP607?: "off" | {
    readonly severity?: Severity;
  };
  /** A goal that no action serves */
  readonly SP608?: "off" | {
    readonly severity?: Severity;
  };
  /** An action is overdue */
  readonly SP609?: "off" | {
    readonly severity?: Severity;
  };
  /** An open action of the last panel is lost */
  readonly SP610?: "off" | {
    readonly severity?: Severity;
  };
  /** A child owns an action */
  readonly SP611?: "off" | {
    readonly severity?: Severity;
    /** The age in years from which a child may own an action. */
    readonly until_age?: Decimal;
  };
  /** An action's status does not fit */
  readonly SP612?: "off" | {
    readonly severity?: Severity;
  };
  /** An action has not been begun in time */
  readonly SP613?: "off" | {
    readonly severity?: Severity;
  };
  /** No decision is recorded */
  readonly SP701?: "off" | {
    readonly severity?: Severity;
  };
  /** A decision without its reason */
  readonly SP702?: "off" | {
    readonly severity?: Severity;
  };
  /** No lead practitioner is named */
  readonly SP703?: "off" | {
    readonly severity?: Severity;
  };
  /** No review is set in time */
  readonly SP704?: "off" | {
    readonly severity?: Severity;
  };
  /** Feedback to the family is not arranged, or is late */
  readonly SP705?: "off" | {
    readonly severity?: Severity;
  };
  /** Minutes or record are late */
  readonly SP706?: "off" | {
    readonly severity?: Severity;
  };
  /** Closing with actions still open */
  readonly SP707?: "off" | {
    readonly severity?: Severity;
  };
  /** The panel is not in the case system */
  readonly SP708?: "off" | {
    readonly severity?: Severity;
  };
  /** The family is told no one to ring, or not what to do if they disagree */
  readonly SP709?: "off" | {
    readonly severity?: Severity;
  };
  /** A child without a decision of their own, or with two */
  readonly SP710?: "off" | {
    readonly severity?: Severity;
  };
  /** A mark names no one of the family */
  readonly SP801?: "off" | {
    readonly severity?: Severity;
  };
  /** Someone the family deals with is concealed */
  readonly SP802?: "off" | {
    readonly severity?: Severity;
  };
  /** It points to something withheld */
  readonly SP803?: "off" | {
    readonly severity?: Severity;
  };
  /** A text names someone who is concealed */
  readonly SP804?: "off" | {
    readonly severity?: Severity;
  };
};

/** A scaling question with its two ends in words. */
export type Scale = {
  /** The scale. */
  readonly id: Id;
  /** The question as it is asked. */
  readonly prompt?: FreeText;
  /** The lowest number. */
  readonly min: Decimal;
  /** The highest number. */
  readonly max: Decimal;
  /** The distance between two neighbouring numbers. */
  readonly step: Decimal;
  /** Whether a higher number is better or worse. */
  readonly higher_is: Polarity;
  /** What the two ends mean. */
  readonly anchors?: Anchors;
  /** What other numbers mean, beside the two ends. */
  readonly points?: ReadonlyArray<ScalePoint>;
  /** Whether it is asked once, for each danger, or for each child. */
  readonly subject?: ScaleSubject;
  /** Who is asked: everyone, professionals, family, parents, children, core, referrer, chair, or seats. */
  readonly asked_of?: ReadonlyArray<Id>;
  /** Of those, who give one number together, such as family or parents. */
  readonly together?: ReadonlyArray<Id>;
  /** When in the sitting it is asked: opening, closing, or a round of the council's own. */
  readonly rounds?: ReadonlyArray<FreeText>;
  /** Whether each number stays sealed until all are revealed. */
  readonly independent?: boolean;
  /** What is asked after a number is given. */
  readonly follow_ups?: ReadonlyArray<FollowUp>;
  /** A range of own ratings that counts as wide. */
  readonly wide_range?: Decimal;
  /** How near to the worried end a rating must be to need an answer. */
  readonly near_worried_end?: Decimal;
};

/** What a number between the two ends means. */
export type ScalePoint = {
  /** The number. */
  readonly value: Decimal;
  /** What it means. */
  readonly means: FreeText;
};

/** What a scale is asked about. */
export type ScaleSubject = "overall" | "entry" | "each_child";

/** One sitting of one scale. */
export type ScalingRound = {
  /** A scale of the profile, or `referrer`. */
  readonly scale: Id;
  /** Opening, closing, or a round of the council's own. */
  readonly round?: FreeText;
  /** The danger or the child it was asked about, where the scale belongs to one. */
  readonly about?: Id;
  /** When the numbers were shown. */
  readonly revealed_at?: Instant;
  /** The numbers given. */
  readonly ratings?: ReadonlyArray<Rating>;
  /** Who gave none. */
  readonly abstentions?: ReadonlyArray<Abstention>;
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** A role in an agency. */
export type Seat = {
  /** The seat. */
  readonly id: Id;
  /** How people say it. */
  readonly title?: FreeText;
  /** The agency. */
  readonly agency?: FreeText;
  /** Whether the panel is not complete without it. */
  readonly core?: boolean;
  /** Whether its holder may commit the agency to an action. */
  readonly may_commit?: boolean;
};

/** A box of the case system's form. */
export type Section = {
  /** The section. */
  readonly id: Id;
  /** What the system calls it. */
  readonly heading?: FreeText;
  /** What goes into it, in this order. */
  readonly holds?: ReadonlyArray<Part>;
  /** The most characters that the system takes. */
  readonly max_characters?: number;
};

/** Agreement to the service. */
export type Service = {
  /** How it stands. */
  readonly status?: ServiceStatus;
  /** The people or participants who gave it. */
  readonly given_by?: ReadonlyArray<Id>;
  /** The day from which it stands so. */
  readonly on?: CivilDate;
  /** Why, where it was not given. */
  readonly reason?: FreeText;
  /** How it stood before. */
  readonly history?: ReadonlyArray<ServiceHistory>;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
};

/** An earlier state of the agreement. */
export type ServiceHistory = {
  /** How it stood. */
  readonly status?: ServiceStatus;
  /** From which day. */
  readonly on?: CivilDate;
};

/** How agreement to the service stands. */
export type ServiceStatus = "agreed" | "declined" | "withdrawn" | "not_sought";

/** An accepted command with its stamp: one line of the journal. */
export type SessionEvent = {
  /** Its number in the journal, from 1. */
  readonly seq: number;
  /** The moment. */
  readonly at: Instant;
  /** The participant who gave the command. */
  readonly by: Id;
  /** The command; a number of an independent scale is in a sealed envelope for good. */
  readonly event: Command;
  /** SHA-256 of the line before, in hexadecimal. */
  readonly chain: FreeText;
  /** SHA-256 of this line up to here, in hexadecimal. */
  readonly digest: FreeText;
};

/** A goal met, or a danger past. */
export type Settled = {
  /** From which day. */
  readonly on?: CivilDate;
  /** How it is known. */
  readonly how?: FreeText;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
};

/** How much a finding matters. */
export type Severity = "error" | "warning" | "advice";

/** The basis for sharing information. */
export type Sharing = {
  /** UK GDPR Article 6, for example public_task, legal_obligation, consent. */
  readonly lawful_basis?: FreeText;
  /** Data Protection Act 2018 Schedule 1, for example substantial_public_interest or safeguarding. */
  readonly special_category_condition?: FreeText;
  /** Whether the family was told what is shared. */
  readonly family_told?: boolean;
  /** More, for example why the family was not told. */
  readonly note?: FreeText;
  /** Who may see it. */
  readonly visible_to?: Visibility;
  /** People or participants who may not. */
  readonly withheld_from?: ReadonlyArray<Id>;
};

/** On which side of the table someone sits. Numbers of different sides are never pooled unasked. */
export type Side = "family" | "professional" | "other";

/** A rule that never speaks under a profile. */
export type SilentRule = {
  /** The rule. */
  readonly rule: RuleCode;
  /** What it is about. */
  readonly title: string;
  /** Whether the profile turns it off. */
  readonly is_off: boolean;
  /** What it would need the profile to say: any one of these. */
  readonly needs: ReadonlyArray<string>;
};

/** A stage of the meeting. */
export type Stage = {
  /** The stage. */
  readonly id: Id;
  /** How people say it. */
  readonly title?: FreeText;
  /** Who leads: chair, referrer, note_taker, or a seat. */
  readonly lead?: Id;
  /** Who records: chair, referrer, note_taker, or a seat. */
  readonly recorder?: Id;
  /** How long it may take. */
  readonly minutes?: number;
  /** Whether it must be held, or skipped with a reason. */
  readonly required?: boolean;
  /** What the lead may say or ask. */
  readonly prompts?: ReadonlyArray<FreeText>;
  /** What the stage is there to produce. */
  readonly produces?: ReadonlyArray<Product>;
};

/** What a stage still needs. */
export type StageNeeds = {
  /** The stage. */
  readonly id: Id;
  /** What the rules find in what the stage is there to produce, or in the stage itself. */
  readonly findings: ReadonlyArray<Finding>;
};

/** When a command was given, and by whom. */
export type Stamp = {
  /** The moment; never before that of the event before. */
  readonly at: Instant;
  /** The participant who gave it. */
  readonly by: Id;
};

/** How far a sitting has come. */
export type Standing = "before" | "between" | "running" | "paused" | "adjourned" | "concluded";

/** A danger in full. */
export type Statement = {
  /** The people or participants who are worried. */
  readonly worried?: ReadonlyArray<Id>;
  /** What they are worried about. */
  readonly about?: FreeText;
  /** What could come of it for the child. */
  readonly impact?: FreeText;
};

/** A case status. */
export type Status = {
  /** The status. */
  readonly id: Id;
  /** How people say it. */
  readonly label?: FreeText;
  /** Whether cases of this status may come to this meeting. */
  readonly eligible?: boolean;
  /** When the review of such a case is held. */
  readonly review?: Interval;
};

/** One scaling round: what was said, by whom, and how it changed. It points at reasons and never quotes them. */
export type Summary = {
  /** The scale. */
  readonly scale: Id;
  /** The round. */
  readonly round: FreeText | null;
  /** The danger it was asked about. */
  readonly about: Id | null;
  /** The numbers, apart by own and guessed, family side, professional and other. */
  readonly groups: Groups;
  /** Where someone gave a number and others guessed it: the two side by side. */
  readonly pairs: ReadonlyArray<Pair>;
  /** Who gave no number. */
  readonly abstentions: ReadonlyArray<Abstained>;
  /** How own numbers changed since the panel before; `null` where none was given or its scale is not comparable. */
  readonly change: Change | null;
};

/** The target of a command: the members of its payload that name it. */
export type Target = {
  /** A participant. */
  readonly participant?: Id;
  /** One of the case's people. */
  readonly person?: Id;
  /** A stage of the profile. */
  readonly stage?: Id;
  /** An entry of the map. */
  readonly entry?: Id;
  /** An action. */
  readonly action?: Id;
  /** A decision of the profile. */
  readonly decision?: Id;
  /** A scale; with `round` and `about` one round of it. */
  readonly scale?: Id;
  /** The round. */
  readonly round?: FreeText;
  /** The danger. */
  readonly about?: Id;
};

/** A word to expand for the family. */
export type Term = {
  /** The acronym or jargon. */
  readonly term: FreeText;
  /** What to say for it. */
  readonly say?: FreeText;
};

/** The clock of the running stage at a moment, in whole seconds. */
export type Timer = {
  /** The stage. */
  readonly stage: Id;
  /** How long the profile gives it. `None` where the profile gives none. */
  readonly planned_seconds: number | null;
  /** How long it has run, without pauses. */
  readonly elapsed_seconds: number;
  /** Whether it is paused. */
  readonly paused: boolean;
  /** How long it was paused in all. */
  readonly paused_seconds: number;
  /** Whether the last quarter of the planned time has begun. */
  readonly warning: boolean;
  /** By how much it has run over. */
  readonly overrun_seconds: number;
};

/** How the numbers of one case went from panel to panel. */
export type Trajectory = {
  /** The case's reference; `null` where no record was given. */
  readonly case: FreeText | null;
  /** The panels, the earliest first; of two on one day, in the order of their ids. */
  readonly panels: ReadonlyArray<PanelHeld>;
  /** One line for each scale, round and danger that can be compared, in the order in which they first came up. */
  readonly lines: ReadonlyArray<Line>;
};

/** A line that could not be read or judged. */
export type Unread = {
  /** The line, from 1. */
  readonly line: number;
  /** The code of the error. */
  readonly code: Code;
  /** JSON Pointer to the member at fault. */
  readonly path: string;
  /** The column, in characters from 1. */
  readonly column: number | null;
  /** What was found and what was expected. */
  readonly message: string;
};

/** A round of a scale whose numbers are sealed. */
export type Unrevealed = {
  /** The scale. */
  readonly scale: Id;
  /** The round. */
  readonly round?: FreeText;
  /** The danger. */
  readonly about?: Id;
  /** Who has given their own number. */
  readonly by: ReadonlyArray<Id>;
  /** Who has guessed someone else's, once for each guess. */
  readonly guessed_by: ReadonlyArray<Id>;
};

/** What may become of an action that is given to someone. */
export type Verdict = "accepted" | "proposed" | "refused";

/** How a person's view was gathered. */
export type Views = "attended" | "advocate" | "written" | "gathered_before" | "observed" | "not_sought";

/** Who may see something that is marked. */
export type Visibility = "everyone" | "professionals";

/** Taken off the map. */
export type Withdrawal = {
  /** When. */
  readonly at?: Instant;
  /** The participant who took it off. */
  readonly by?: Id;
  /** Why. */
  readonly why?: FreeText;
};

/** What a council withholds from the family side in every paper. */
export type Withheld = "entries" | "decision_reason" | "contingency" | "who_came" | "numbers" | "dissent" | "referral" | "outcomes";

/** A timescale. */
export type Within = {
  /** Days that are neither weekends nor holidays, counted from the next day. */
  readonly working_days: number;
  readonly days?: undefined;
  readonly weeks?: undefined;
  readonly months?: undefined;
} | {
  readonly working_days?: undefined;
  /** Days. */
  readonly days: number;
  readonly weeks?: undefined;
  readonly months?: undefined;
} | {
  readonly working_days?: undefined;
  readonly days?: undefined;
  /** Weeks. */
  readonly weeks: number;
  readonly months?: undefined;
} | {
  readonly working_days?: undefined;
  readonly days?: undefined;
  readonly weeks?: undefined;
  /** Months; 31 January and one month is the last of February. */
  readonly months: number;
};

/** The council's own wording of phrases, by the keys of docs/words.md. */
export type Wording = { readonly [key: string]: FreeText };
