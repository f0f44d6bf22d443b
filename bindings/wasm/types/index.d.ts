import type {
  Allocation,
  Allowed,
  BatchResult,
  CivilDate,
  Code,
  CodeDefinition,
  Command,
  Conflict,
  Disclosure,
  Explanation,
  Finding,
  Id,
  Instant,
  Json,
  Lost,
  Outstanding,
  PanelDocument,
  ProfileCheck,
  ProfileDifference,
  ProfileDocument,
  Question,
  RedactionReport,
  RuleCode,
  RuleDefinition,
  RuleDifference,
  SchemaName,
  SessionEvent,
  Stamp,
  Standing,
  Summary,
  Timer,
  Trajectory,
  Unrevealed,
} from './schema.js';

export type * from './schema.js';

/** The version of this package. */
export declare const VERSION: string;
/** The name of the record's format. */
export declare const FORMAT: 'support-panel/1';
/** The edition of the rules. */
export declare const RULES_EDITION: string;

/** What a record or a profile is read from: JSON text, its bytes, or a plain object of what JSON can hold. */
export type RecordInput = string | Uint8Array | PanelDocument | { readonly [key: string]: Json };
/** The same for a profile. */
export type ProfileInput = string | Uint8Array | ProfileDocument | { readonly [key: string]: Json };

/** Where a part of the package can be started from. */
export type ModuleSource =
  string | URL | Request | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module;

/**
 * Starts the first part: records, profiles and rules; in Node it starts by itself. After a trap, starts it anew. Rejects with a `PanelError` of code `not_ready`
 * where the module cannot be fetched or is something else; its `cause` says why.
 */
export declare function init(source?: ModuleSource): Promise<void>;
/** Starts the part for live sittings, `Session`. In Node it starts when it is first wanted. Rejects as `init` does; after a trap, starts it anew. */
export declare function initSession(source?: ModuleSource): Promise<void>;
/** Starts the extras: minutes, map, plan, the next panel, profiles in TOML, and what a code means. In Node it starts when it is first wanted. */
export declare function initExtras(source?: ModuleSource): Promise<void>;
/**
 * Starts what asks the rules that a profile has of its own, beside the parts that ask the others. Until it is there, whatever asks
 * rules under such a profile is refused with `rules_not_loaded`: a check, a sitting, the paper `before-you-send`. In Node it starts
 * when it is first wanted. Rejects as `init` does; after a trap, starts it anew.
 */
export declare function initLocalRules(source?: ModuleSource): Promise<void>;

/** What the library refuses. `explain(error.code)` says what to do. */
export declare class PanelError extends Error {
  /** What tells it from other errors where `instanceof` cannot, as from another realm. */
  readonly name: 'PanelError';
  /** The stable code; `codes()` lists them all. */
  readonly code: Code;
  /** JSON Pointer to the member at fault; empty for the whole document. */
  readonly path: string;
  /** The line in the text that was read, from 1. */
  readonly line: number | null;
  /** The column in that line, in characters from 1. */
  readonly column: number | null;
  /** One of your own, with a code of the library. */
  constructor(
    error: {
      code: Code;
      message: string;
      path?: string;
      line?: number | null;
      column?: number | null;
    },
    options?: ErrorOptions,
  );
}

/** An object that lives in a module of the package. */
interface Resource {
  /** Frees it; after that every call refuses with `disposed`. */
  dispose(): void;
  [Symbol.dispose](): void;
}

/** Under which profile something is asked. */
export interface ProfileOptions {
  /** The profile; where none is given, the built-in one that the record names. */
  readonly profile?: Profile | ProfileInput | undefined;
}

/** How a record is checked. */
export interface CheckOptions extends ProfileOptions {
  /** The day on which the record is judged; without it, rules about today are silent. */
  readonly asOf?: CivilDate | undefined;
  /** The record of the panel before; without it, rules about it are silent. */
  readonly previous?: PanelRecord | RecordInput | undefined;
  /**
   * The edition of the rules that judges it: `latest`, which is meant where none is named, `when_held` for the one in force on the
   * day of the meeting, or one by its name.
   */
  readonly edition?: 'latest' | 'when_held' | (string & {}) | undefined;
}

/** What a paper is written in. */
export type Format = 'markdown' | 'html' | 'text';
/** A paper that goes out before a panel, or leaves it. */
export type PaperName =
  | 'invitation'
  | 'agenda'
  | 'mapping-template'
  | 'referral-form'
  | 'question-card'
  | 'scoring-slips'
  | 'minutes'
  | 'map'
  | 'plan'
  | 'letter'
  | 'child'
  | 'review'
  | 'case-system'
  | 'before-you-send';
/**
 * Whom a paper is for: those who hold the panel, all of the family side, or someone by the id of a person or participant. There is
 * no paper without a reader.
 */
export type PaperReader = 'professionals' | 'family' | (Id & {});

/** What may be said of a copy for a reader. */
export interface CopyOptions extends ProfileOptions {
  /** The record of the panel before; the review needs it. */
  readonly previous?: PanelRecord | RecordInput | undefined;
  /**
   * What another professional, an advocate or one of the network is given beyond the decision, the review and what they do: an
   * entry or an action by its id or by a JSON Pointer, `/outcome/reason`, `/outcome/contingency`.
   */
  readonly given?: Iterable<string> | undefined;
  /** The participant who gives a child the paper with the child's own words. */
  readonly handedOverBy?: Id | undefined;
}

/** How a paper is written. */
export interface PaperOptions extends CopyOptions {
  /** Markdown unless it is said. */
  readonly format?: Format | undefined;
  /** What was read once more and may be shown, as an `unconfirmed` refusal lists it. */
  readonly confirmed?: Iterable<string> | undefined;
}

/** What is told of a copy before it is made. */
export interface DisclosureOptions extends CopyOptions {
  /** Of this paper; without one, of the reader's copy, whatever is made of it. */
  readonly paper?: PaperName | undefined;
}

/** A council's rules for its panels; immutable. */
export declare class Profile implements Resource {
  private constructor();
  /** One that comes with the library; `leicester-masp` where none is named. */
  static builtIn(id?: string): Profile;
  /** Reads a profile in TOML; needs `initExtras`. */
  static fromToml(text: string): Profile;
  /** Reads a profile. What is at fault is refused with its place. */
  static fromJson(input: ProfileInput): Profile;
  /** Everything that is wrong with a profile in TOML or JSON, and what one without faults leaves open; needs `initExtras`. */
  static check(input: ProfileInput): ProfileCheck;
  /** The profile as a page for people, in Markdown unless it is said; needs `initExtras`. */
  show(format?: Format): string;
  /** What changed from this profile to a new one, in words, and what follows for records; needs `initExtras`. */
  diff(profile: Profile | ProfileInput): ProfileDifference[];
  /** Canonical JSON, with what it extends merged in. */
  toJson(): string;
  /** The profile as a plain object, made anew at each call. */
  toObject(): ProfileDocument;
  /** The same, for `JSON.stringify`. */
  toJSON(): ProfileDocument;
  /** Frees it; after that every call refuses with `disposed`. */
  dispose(): void;
  [Symbol.dispose](): void;
}

/** The profiles that come with the library, `leicester-masp`, the default, first. */
export declare function profiles(): Profile[];

/** The record of one panel; immutable. */
export declare class PanelRecord implements Resource {
  private constructor();
  /**
   * Reads a record. What is at fault is refused with its place; anything but text, bytes or a plain object with `wrong_type`.
   * Records are held in the module until the collector comes, which it does not in the midst of a loop: in a loop that waits for
   * nothing, say `using record = …` or `record.dispose()`.
   */
  static fromJson(input: RecordInput): PanelRecord;
  /** Canonical JSON: equal records give equal text. */
  toJson(): string;
  /** The record as a plain object, made anew at each call. */
  toObject(): PanelDocument;
  /** The same, for `JSON.stringify`. */
  toJSON(): PanelDocument;
  /** All that the rules find, in the order of the record. */
  check(options?: CheckOptions): Finding[];
  /** The figures of each round: the spread and the lowest number with its reason before any other. */
  summaries(options?: ProfileOptions & Pick<CheckOptions, 'previous'>): Summary[];
  /** Whether someone may have an action, and on what terms; nothing is allocated by asking. */
  allocation(action: Id, owner: Id, options?: ProfileOptions): Allocation;
  /** The day by which an action is due, or null where that cannot be told. */
  dueOn(action: Id, options?: ProfileOptions): CivilDate | null;
  /** The record of the next panel, held on a day: the same family and map, and each action that is still open. */
  followOn(id: Id, heldOn: CivilDate): PanelRecord;
  /** The record without a person or participant, what was taken out, and what is left that may tell of them; needs `initExtras`. */
  redact(person: Id): { record: PanelRecord } & RedactionReport;
  /** A paper by its name, for a reader; needs `initExtras`. */
  paper(name: PaperName, reader: PaperReader, options?: PaperOptions): string;
  /** The minutes of the panel for a reader; needs `initExtras`. */
  minutes(reader: PaperReader, options?: PaperOptions): string;
  /** The map on one page for a reader; needs `initExtras`. */
  map(reader: PaperReader, options?: PaperOptions): string;
  /** Who does what by when, for a reader; needs `initExtras`. */
  actionPlan(reader: PaperReader, options?: PaperOptions): string;
  /**
   * What a reader is shown of the whole record and what is withheld from them, a line for each text, number, date, name or closed
   * word: for whoever makes copies alone, never on a screen that the room can see. Needs `initExtras`.
   */
  disclosures(reader: PaperReader, options?: DisclosureOptions): Disclosure[];
  /** Frees it; after that every call refuses with `disposed`. */
  dispose(): void;
  [Symbol.dispose](): void;
}

/** How numbers are sealed. */
export interface KeyOptions {
  /** The key that closes the envelopes of sealed numbers. */
  readonly key?: string | Uint8Array | undefined;
}

/** A live sitting; needs `initSession`. A step that is refused changes nothing. */
export declare class Session implements Resource {
  private constructor();
  /** Opens a sitting on a record, under a profile or the one that the record names. */
  static open(
    record: PanelRecord | RecordInput,
    profile?: ProfileOptions['profile'],
    options?: KeyOptions,
  ): Session;
  /** Brings a sitting back from its journal; `lost` says what of the last line could not be read. */
  static replay(
    journal: string | Uint8Array,
    options?: KeyOptions,
  ): { session: Session; lost: Lost | null };
  /** Takes a step at a moment, by someone; a refusal is thrown and changes nothing. */
  apply(command: Command | string, stamp: Stamp | string): SessionEvent;
  /** Takes the last step back. */
  undo(stamp: Stamp | string): SessionEvent;
  /** Puts the step back that was taken back last. */
  redo(stamp: Stamp | string): SessionEvent;
  /** Every command with everything it could be about, and whether it would be taken now. */
  allowed(): Allowed[];
  /** What is still needed, of the running stage and of the panel. */
  outstanding(): Outstanding;
  /** Who has given numbers that no one may read yet. */
  sealed(): Unrevealed[];
  /** Where the sitting stands: before, between stages, running, paused, adjourned or concluded. */
  standing(): Standing;
  /** All steps, the first one first. */
  events(): SessionEvent[];
  /** How many events there are. */
  readonly seq: number;
  /** The record as it stands now; sealed numbers are not in it. */
  record(): PanelRecord;
  /** The profile under which the panel sits. */
  profile(): Profile;
  /** The record as it stood after an event; 0 is the opening. */
  at(seq: number): PanelRecord | undefined;
  /** The questions of the profile that fit a column of the map as it stands. */
  questions(column: Id): Question[];
  /** What the clock of the running stage shows; null where none runs. */
  timer(at: Instant | Date): Timer | null;
  /** The sitting as NDJSON: its opening and a line for each step. */
  journal(): string;
  /** The same, for `JSON.stringify`; `replay` takes it. */
  toJSON(): string;
  /** Joins what another device noted of the same sitting; what cannot be joined is left to decide. */
  merge(other: Session): { session: Session; conflicts: Conflict[] };
  /**
   * The journal of a sitting without a person or participant: one line, with the record that it had come to; what was taken out of
   * that record and what is left; and how many steps are left out. Needs `initExtras`.
   */
  static redactJournal(
    journal: string | Uint8Array,
    person: Id,
    options?: KeyOptions,
  ): { journal: string; eventsLeftOut: number } & RedactionReport;
  /** Frees it; after that every call refuses with `disposed`. */
  dispose(): void;
  [Symbol.dispose](): void;
}

/** How a sitting stands at a moment; a part is worked out when it is first read, and is then frozen. */
export interface Snapshot {
  /** How many steps there were. */
  readonly seq: number;
  /** Where the sitting stood. */
  readonly standing: Standing;
  /** The record as it stood. */
  readonly record: PanelDocument;
  /** What was still needed. */
  readonly outstanding: Outstanding;
  /** What could be done. */
  readonly allowed: readonly Allowed[];
  /** Who had given numbers that no one might read yet. */
  readonly sealed: readonly Unrevealed[];
}

/** A sitting as a store: its snapshot is the same object until something changes. */
export interface Store {
  /** The sitting at hand. */
  readonly session: Session;
  /**
   * Calls back after each step; gives what ends that. What a listener throws is thrown on its own, after the step: it is no
   * refusal, and the other listeners are called.
   */
  subscribe(listener: () => void): () => void;
  /** How the sitting stands: the same object until the next step. */
  getSnapshot(): Snapshot;
  /** Takes a step; a refusal is thrown, changes nothing and calls no one. */
  dispatch(command: Command | string, stamp: Stamp | string): SessionEvent;
  /** Takes the last step back. */
  undo(stamp: Stamp | string): SessionEvent;
  /** Puts the step back that was taken back last. */
  redo(stamp: Stamp | string): SessionEvent;
  /** What can be done now. */
  allowed(): readonly Allowed[];
  /** What is still needed. */
  outstanding(): Outstanding;
  /** What the clock of the running stage shows; null where none runs. */
  timer(now: Instant | Date): Timer | null;
  /** The sitting as NDJSON. */
  journal(): string;
  /** Goes on with another sitting: one brought back, or merged. */
  replace(session: Session): void;
}

/** A sitting as a store, for `useSyncExternalStore`, for Svelte and Vue, and for plain DOM. */
export declare function createStore(session: Session): Store;

/** One case from panel to panel. */
export declare function trajectory(
  records: Iterable<PanelRecord | RecordInput>,
  options?: ProfileOptions,
): Trajectory;

/** How many records are checked. */
export interface BatchOptions extends ProfileOptions, Pick<CheckOptions, 'asOf'> {
  /** How many findings, and how many lines that cannot be read, are listed: 10,000 unless it is said. */
  readonly limit?: number | undefined;
}

/** Checks NDJSON: one record a line. */
export declare function checkNdjson(
  source: string | Uint8Array,
  options?: BatchOptions,
): BatchResult;

/** Every rule in words; in the extras, as are `codes` and `explain`. */
export declare function rules(): RuleDefinition[];
/** Every code of an error in words. */
export declare function codes(): CodeDefinition[];
/** What a rule finds, and what to do about it. */
export declare function explain(code: RuleCode): RuleDefinition;
/** What a refusal means, and what to do about it. */
export declare function explain(code: Code): CodeDefinition;
/** Either of them, or a rule that the profile has of its own; a rule has a `title`, a refusal a `meaning`. */
export declare function explain(code: string, options?: ProfileOptions): Explanation;
/** Which rules came, went and changed, from one edition, by its name, or profile to another; in the extras. */
export declare function rulesDiff(
  before: string | Profile,
  after: string | Profile,
): RuleDifference[];
/** A JSON Schema, fetched when it is asked for. */
export declare function schema(name: SchemaName): Promise<object>;
