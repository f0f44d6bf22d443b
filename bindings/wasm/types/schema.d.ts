// Made from the JSON Schemas by scripts/types.js; do not edit.

/** What JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Somebody who gave no number. */
export type Abstention = {
  /** The participant. */
  readonly by: Id;
  /** Why. */
  readonly reason?: FreeText;
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
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** How far an action has come. */
export type ActionStatus = "open" | "in_progress" | "done" | "cancelled";

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
};

/** What the family agreed to, and on what basis information is shared. */
export type Agreement = {
  /** Agreement to the service. */
  readonly service?: Service;
  /** The basis for sharing information. */
  readonly sharing?: Sharing;
};

/** What the two ends of a scale mean. */
export type Anchors = {
  /** What the lowest number means. */
  readonly min?: FreeText;
  /** What the highest number means. */
  readonly max?: FreeText;
};

/** Whether somebody came. */
export type Attendance = "invited" | "present" | "remote" | "apologies" | "absent";

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
};

/** Where on the map an entry stands; the profile says in which column, and under which heading. */
export type Category = "past_harm" | "future_danger" | "complicating_factor" | "existing_strength" | "existing_safety" | "goal" | "next_step" | "grey_area";

/** A civil date, years 0001 to 9999. */
export type CivilDate = string;

/** A decimal of at most six places, compared exactly. */
export type Decimal = number;

/** Somebody who saw it otherwise. */
export type Dissent = {
  /** The participant. */
  readonly by: Id;
  /** Their view, in their words. */
  readonly view?: FreeText;
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

/** A council's own data, kept byte for byte. */
export type Extensions = { [key: string]: Json };

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
};

/** Which part of a rating an answer fills. */
export type Fills = "reason" | "one_point_higher" | "on_behalf_of";

/** A question that follows a number. */
export type FollowUp = {
  /** The question. */
  readonly text: FreeText;
  /** Which part of a rating the answer fills. */
  readonly fills?: Fills;
};

/** An id without white space or control characters, never a name. */
export type Id = string;

/** RFC 3339 with offset, up to nine fractional digits, no leap second. */
export type Instant = string;

/** When the panel sits, and who holds it. */
export type Meeting = {
  /** How far it has come; planned where nothing is said. */
  readonly status?: MeetingStatus;
  /** A first panel or a review. */
  readonly kind?: MeetingKind;
  /** The day it is held. */
  readonly held_on?: CivilDate;
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
};

/** A first panel or a review. */
export type MeetingKind = "initial" | "review";

/** How far a meeting has come. */
export type MeetingStatus = "planned" | "in_progress" | "concluded" | "adjourned";

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
  /** Somebody else, in words. */
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
};

/** Somebody invited to the sitting. */
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
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** In what part somebody comes to the panel. */
export type ParticipantKind = "professional" | "family" | "child" | "network" | "advocate" | "business_support";

/** Somebody the panel speaks about. */
export type Person = {
  /** The person, within this record. */
  readonly id: Id;
  /** How the person stands to the case. */
  readonly kind: PersonKind;
  /** What the person is called. */
  readonly name?: FreeText;
  /** Day of birth. */
  readonly date_of_birth?: CivilDate;
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
  /** A council's own data. */
  readonly extensions?: Extensions;
};

/** How a person stands to the case. */
export type PersonKind = "child" | "parent" | "carer" | "sibling" | "relative" | "other";

/** Whether a higher number is better or worse. */
export type Polarity = "better" | "worse";

/** The profile a panel ran under. */
export type ProfileName = {
  /** The profile's id. */
  readonly id: Id;
  /** Its version. */
  readonly version: FreeText;
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
  /** Whether it is asked once, or for each danger. */
  readonly subject?: ScaleSubject;
  /** Who is asked: everyone, professionals, family, core, referrer, chair, or seats. */
  readonly asked_of?: ReadonlyArray<Id>;
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

/** One sitting of one scale. */
export type ScalingRound = {
  /** A scale of the profile, or `referrer`. */
  readonly scale: Id;
  /** Opening, closing, or a round of the council's own. */
  readonly round?: FreeText;
  /** The danger it was asked about, where the scale belongs to one. */
  readonly about?: Id;
  /** When the numbers were shown. */
  readonly revealed_at?: Instant;
  /** The numbers given. */
  readonly ratings?: ReadonlyArray<Rating>;
  /** Who gave none. */
  readonly abstentions?: ReadonlyArray<Abstention>;
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

/** A goal met, or a danger past. */
export type Settled = {
  /** From which day. */
  readonly on?: CivilDate;
  /** How it is known. */
  readonly how?: FreeText;
};

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
};

/** A danger in full. */
export type Statement = {
  /** The people or participants who are worried. */
  readonly worried?: ReadonlyArray<Id>;
  /** What they are worried about. */
  readonly about?: FreeText;
  /** What could come of it for the child. */
  readonly impact?: FreeText;
};

/** What a scale is asked about. */
export type ScaleSubject = "overall" | "entry";

export type FreeText = string;

/** How a person's view was gathered. */
export type Views = "attended" | "advocate" | "written" | "gathered_before" | "observed" | "not_sought";

/** Who may see an entry or an action. */
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

/** How many actions, and by when. */
export type ActionLimits = {
  /** The most actions of one panel. */
  readonly max_per_panel?: number;
  /** The most actions of one owner. */
  readonly max_per_owner?: number;
  /** Whether every action is due by the review. */
  readonly due_by_review?: boolean;
  /** What a sitting fills in where nothing is said. */
  readonly default_within?: Within;
};

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

/** Whose bank holidays count. */
export type BankHolidays = "england_and_wales" | "scotland" | "northern_ireland" | "none";

/** Who may chair. */
export type Chair = {
  /** Seats that may chair. */
  readonly seats?: ReadonlyArray<Id>;
};

/** Which days are not working days, beside Saturdays and Sundays. */
export type Closures = {
  /** Whose bank holidays. */
  readonly bank_holidays?: BankHolidays;
  /** The council's own closed days. */
  readonly extra_closures?: ReadonlyArray<CivilDate>;
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
  /** What the forum is for. */
  readonly purpose?: FreeText;
  /** The case statuses there are, and which of them may come to this forum. */
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
  /** The stages of the sitting, in order. */
  readonly agenda?: ReadonlyArray<Stage>;
  /** What a panel may decide. */
  readonly decisions?: ReadonlyArray<Decision>;
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
  /** Rules turned off, or set otherwise than by default. */
  readonly rules?: RuleSettings;
  /** Which days are not working days. */
  readonly calendar?: Closures;
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
};

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

/** What a stage is there to produce. */
export type Product = "attendance" | "best_hopes" | "background" | "entries" | "ratings" | "actions";

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
  /** Seats that must be held by somebody who attended. */
  readonly must_include?: ReadonlyArray<Id>;
  /** Whether the panel may go on without a quorum if it records why. */
  readonly may_proceed_with_reason?: boolean;
  /** Fewer agencies than this, and no reason is accepted. */
  readonly floor?: number;
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
  /** A text says nothing */
  readonly SP106?: "off" | {
    readonly severity?: Severity;
  };
  /** It cannot have happened yet */
  readonly SP107?: "off" | {
    readonly severity?: Severity;
  };
  /** Not an NHS number */
  readonly SP108?: "off" | {
    readonly severity?: Severity;
  };
  /** Another forum's case */
  readonly SP109?: "off" | {
    readonly severity?: Severity;
  };
  /** Said to have attended, but not among those who came */
  readonly SP110?: "off" | {
    readonly severity?: Severity;
  };
  /** No chair who may hold this panel */
  readonly SP201?: "off" | {
    readonly severity?: Severity;
  };
  /** Nobody to take notes */
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
  /** Led by somebody else */
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
  /** Nobody is recorded as raising an entry */
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
  /** A number is not on its scale */
  readonly SP501?: "off" | {
    readonly severity?: Severity;
  };
  /** A scaling question was not asked */
  readonly SP502?: "off" | {
    readonly severity?: Severity;
  };
  /** Somebody was asked and gave no number */
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
  /** A number at the worried end has no answer */
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
  /** A number from somebody who did not attend */
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
  /** An action for the family without their own acceptance */
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

/** How much a finding matters. */
export type Severity = "error" | "warning" | "advice";

/** A stage of the sitting. */
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

/** A case status. */
export type Status = {
  /** The status. */
  readonly id: Id;
  /** How people say it. */
  readonly label?: FreeText;
  /** Whether cases of this status may come to this forum. */
  readonly eligible?: boolean;
};

/** A word to expand for the family. */
export type Term = {
  /** The acronym or jargon. */
  readonly term: FreeText;
  /** What to say for it. */
  readonly say?: FreeText;
};

/** What may be taken away from an action. */
export type ClearAction = "serves" | "supporting";

/** What may be taken away from an entry. */
export type ClearEntry = "about" | "raised_by" | "answers" | "evidence" | "statement";

/** One step of a sitting, told apart by `type`. */
export type Command = {
  /** The participant in the chair. */
  readonly chair: Id;
  /** The participant who takes notes. */
  readonly note_taker?: Id;
  /** The day, where it is not the one on record; the day of the stamp where there is none. */
  readonly held_on?: CivilDate;
  readonly type: "open_meeting";
} | {
  /** The participant in the chair. */
  readonly chair?: Id;
  /** The participant who takes notes. */
  readonly note_taker?: Id;
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
  readonly type: "arrive";
} | {
  /** Who. */
  readonly participant: Id;
  /** Whether they sent an update in writing. */
  readonly written_update?: boolean;
  readonly type: "apologise";
} | {
  /** Who. */
  readonly participant: Id;
  readonly type: "mark_absent";
} | {
  /** Who. */
  readonly participant: Id;
  readonly type: "leave";
} | {
  /** Why. */
  readonly reason: FreeText;
  readonly type: "proceed_inquorate";
} | {
  /** Why. */
  readonly reason: FreeText;
  /** The day it meets again. */
  readonly reconvene_on?: CivilDate;
  readonly type: "adjourn";
} | {
  readonly type: "conclude";
} | {
  /** The goal. */
  readonly text: FreeText;
  readonly type: "record_best_hopes";
} | {
  /** The summary. */
  readonly text: FreeText;
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
  readonly type: "set_sharing";
} | {
  /** The profile's stage. */
  readonly stage: Id;
  /** The participant who leads it; whom the profile names where nothing is said. */
  readonly led_by?: Id;
  readonly type: "start_stage";
} | {
  readonly type: "pause";
} | {
  readonly type: "resume";
} | {
  /** Anything worth keeping about it. */
  readonly note?: FreeText;
  readonly type: "end_stage";
} | {
  /** The profile's stage. */
  readonly stage: Id;
  /** Why. */
  readonly reason: FreeText;
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
  readonly type: "amend_entry";
} | {
  /** The entry. */
  readonly entry: Id;
  /** Where to. */
  readonly category: Category;
  /** Why. */
  readonly why?: FreeText;
  readonly type: "move_entry";
} | {
  /** The entry. */
  readonly entry: Id;
  /** Why. */
  readonly why?: FreeText;
  readonly type: "withdraw_entry";
} | {
  /** The goal or the danger. */
  readonly entry: Id;
  /** From which day; the day of the stamp where nothing is said. */
  readonly on?: CivilDate;
  /** How it is known. */
  readonly how: FreeText;
  readonly type: "settle_entry";
} | {
  /** A scale of the profile, or `referrer`. */
  readonly scale: Id;
  /** Opening, closing, or a round of the council's own. */
  readonly round?: FreeText;
  /** The danger it is asked about, where the scale belongs to one. */
  readonly about?: Id;
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
  readonly type: "abstain";
} | {
  /** The scale. */
  readonly scale: Id;
  /** The round. */
  readonly round?: FreeText;
  /** The danger. */
  readonly about?: Id;
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
  readonly type: "amend_action";
} | {
  /** The action. */
  readonly action: Id;
  /** The participant who is asked to do it. */
  readonly owner: Id;
  /** The participant who follows it up with an owner who is not there. */
  readonly chaser?: Id;
  readonly type: "allocate";
} | {
  /** The action. */
  readonly action: Id;
  /** The participant who says so; the owner where nothing is said. */
  readonly by?: Id;
  /** The day they said so; that of the stamp where nothing is said. Before the meeting for an answer given between panels. */
  readonly on?: CivilDate;
  readonly type: "accept";
} | {
  /** The action. */
  readonly action: Id;
  /** The participant who says so; the owner where nothing is said. */
  readonly by?: Id;
  /** Why; kept in the journal. */
  readonly reason?: FreeText;
  readonly type: "decline";
} | {
  /** The action. */
  readonly action: Id;
  /** By when. */
  readonly due: Due;
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
  readonly type: "update_action";
} | {
  /** A decision of the profile. */
  readonly decision: Id;
  /** Why. */
  readonly reason?: FreeText;
  /** The participant who decides; the chair where nothing is said. */
  readonly decided_by?: Id;
  /** What happens if the plan does not hold. */
  readonly contingency?: FreeText;
  readonly type: "decide";
} | {
  /** The participant; whoever gives the command where nothing is said. */
  readonly by?: Id;
  /** Their view, in their words. */
  readonly view: FreeText;
  readonly type: "dissent";
} | {
  /** Who. */
  readonly participant: Id;
  readonly type: "name_lead";
} | {
  /** The day. */
  readonly on: CivilDate;
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
  readonly type: "file_record";
} | {
  /** The day; that of the stamp where nothing is said. */
  readonly on?: CivilDate;
  /** The participants they went to. */
  readonly to: ReadonlyArray<Id>;
  readonly type: "circulate_minutes";
} | {
  /** Why. */
  readonly why: FreeText;
  /** The change: any command but those that run the meeting itself. */
  readonly change: Command;
  readonly type: "amend";
} | {
  readonly type: "undo";
} | {
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
  readonly type: "sealed";
};

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

/** How somebody takes part. */
export type Presence = "present" | "remote";

/** When a command was given, and by whom. */
export type Stamp = {
  /** The moment; never before that of the event before. */
  readonly at: Instant;
  /** The participant who gave it. */
  readonly by: Id;
};

/** One thing that a person should look at: it points and never quotes. */
export type Finding = {
  /** The rule. */
  readonly code: "SP101" | "SP102" | "SP103" | "SP104" | "SP105" | "SP106" | "SP107" | "SP108" | "SP109" | "SP110" | "SP201" | "SP202" | "SP203" | "SP204" | "SP205" | "SP206" | "SP207" | "SP208" | "SP209" | "SP210" | "SP211" | "SP212" | "SP213" | "SP301" | "SP302" | "SP303" | "SP304" | "SP305" | "SP306" | "SP401" | "SP402" | "SP403" | "SP404" | "SP405" | "SP406" | "SP407" | "SP408" | "SP409" | "SP501" | "SP502" | "SP503" | "SP504" | "SP505" | "SP507" | "SP508" | "SP509" | "SP510" | "SP511" | "SP512" | "SP601" | "SP602" | "SP603" | "SP604" | "SP605" | "SP606" | "SP607" | "SP608" | "SP609" | "SP610" | "SP611" | "SP612" | "SP701" | "SP702" | "SP703" | "SP704" | "SP705" | "SP706" | "SP707";
  /** How much it matters under the profile. */
  readonly severity: "error" | "warning" | "advice";
  /** JSON Pointer to the member that would have to be added or changed, there or not. */
  readonly path: string;
  /** The id of the thing in a list that the path stands in. */
  readonly subject: string | null;
  /** One plain sentence: ids, numbers and dates, never names or free text. */
  readonly message: string;
  /** Pointers to what else it has to do with. */
  readonly related: ReadonlyArray<string>;
};
