import type {
  Allocation,
  Allowed,
  BatchResult,
  CivilDate,
  Code,
  CodeDefinition,
  Command,
  Conflict,
  Explanation,
  Finding,
  Id,
  Instant,
  Lost,
  Outstanding,
  PanelDocument,
  ProfileDocument,
  Question,
  RuleCode,
  RuleDefinition,
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

/** Where a part of the package can be started from. */
export type ModuleSource =
  string | URL | Request | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module;

/** Starts the package; in Node it starts by itself. After a trap, starts it anew. */
export declare function init(source?: ModuleSource): Promise<void>;
/** Starts the second part: minutes, map, plan, the next panel, profiles in TOML, and what a code means. In Node it starts when it is first wanted. */
export declare function initExtras(source?: ModuleSource): Promise<void>;

/** What the library refuses. `explain(error.code)` says what to do. */
export declare class PanelError extends Error {
  readonly name: 'PanelError';
  /** The stable code; `codes()` lists them all. */
  readonly code: Code;
  /** JSON Pointer to the member at fault; empty for the whole document. */
  readonly path: string;
  /** The line in the text that was read, from 1. */
  readonly line: number | null;
  /** The column in that line, in characters from 1. */
  readonly column: number | null;
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

/** An object that lives in the module. */
interface Resource {
  /** Frees it; after that every call refuses with `disposed`. */
  dispose(): void;
  [Symbol.dispose](): void;
}

export interface ProfileOptions {
  /** The profile; where none is given, the built-in one that the record names. */
  readonly profile?: Profile | ProfileDocument | string | undefined;
}

export interface CheckOptions extends ProfileOptions {
  /** The day on which the record is judged; without it, rules about today are silent. */
  readonly asOf?: CivilDate | undefined;
  /** The record of the panel before; without it, rules about it are silent. */
  readonly previous?: PanelRecord | PanelDocument | string | undefined;
}

export type Format = 'markdown' | 'html' | 'text';
export type Audience = 'professionals' | 'family';

export interface ReportOptions extends ProfileOptions {
  readonly format?: Format | undefined;
  readonly audience?: Audience | undefined;
}

/** A council's rules for its panels; immutable. */
export declare class Profile implements Resource {
  private constructor();
  static builtIn(id?: string): Profile;
  static fromToml(text: string): Profile;
  static fromJson(textOrObject: string | Uint8Array | object): Profile;
  /** Canonical JSON, with what it extends merged in. */
  toJson(): string;
  toObject(): ProfileDocument;
  dispose(): void;
  [Symbol.dispose](): void;
}

/** The profiles that come with the library, `leicester-masp`, the default, first. */
export declare function profiles(): Profile[];

/** The record of one panel; immutable. */
export declare class PanelRecord implements Resource {
  private constructor();
  static fromJson(textOrObject: string | Uint8Array | PanelDocument | object): PanelRecord;
  /** Canonical JSON: equal records give equal text. */
  toJson(): string;
  toObject(): PanelDocument;
  check(options?: CheckOptions): Finding[];
  summaries(options?: ProfileOptions & Pick<CheckOptions, 'previous'>): Summary[];
  /** Whether somebody may have an action, and on what terms; nothing is allocated by asking. */
  allocation(action: Id, owner: Id, options?: ProfileOptions): Allocation;
  /** The day by which an action is due, or null where that cannot be told. */
  dueOn(action: Id, options?: ProfileOptions): CivilDate | null;
  followOn(id: Id, heldOn: CivilDate): PanelRecord;
  minutes(options?: ReportOptions): string;
  map(options?: ReportOptions): string;
  actionPlan(options?: ReportOptions): string;
  dispose(): void;
  [Symbol.dispose](): void;
}

export interface KeyOptions {
  /** The key that closes the envelopes of sealed numbers. */
  readonly key?: string | Uint8Array | undefined;
}

/** A live sitting. A step that is refused changes nothing. */
export declare class Session implements Resource {
  private constructor();
  static open(
    record: PanelRecord | PanelDocument | string,
    profile?: ProfileOptions['profile'],
    options?: KeyOptions,
  ): Session;
  static replay(
    journal: string | Uint8Array,
    options?: KeyOptions,
  ): { session: Session; lost: Lost | null };
  apply(command: Command | string, stamp: Stamp | string): SessionEvent;
  undo(stamp: Stamp | string): SessionEvent;
  redo(stamp: Stamp | string): SessionEvent;
  /** Every command with everything it could be about, and whether it would be taken now. */
  allowed(): Allowed[];
  outstanding(): Outstanding;
  /** Who has given numbers that nobody may read yet. */
  sealed(): Unrevealed[];
  standing(): Standing;
  events(): SessionEvent[];
  /** How many events there are. */
  readonly seq: number;
  record(): PanelRecord;
  profile(): Profile;
  /** The record as it stood after an event; 0 is the opening. */
  at(seq: number): PanelRecord | undefined;
  questions(column: Id): Question[];
  /** What the clock of the running stage shows; null where none runs. */
  timer(at: Instant | Date): Timer | null;
  journal(): string;
  merge(other: Session): { session: Session; conflicts: Conflict[] };
  dispose(): void;
  [Symbol.dispose](): void;
}

export interface Snapshot {
  readonly seq: number;
  readonly standing: Standing;
  readonly record: PanelDocument;
  readonly outstanding: Outstanding;
  readonly allowed: readonly Allowed[];
  readonly sealed: readonly Unrevealed[];
}

/** A sitting as a store: its snapshot is the same object until something changes. */
export interface Store {
  readonly session: Session;
  subscribe(listener: () => void): () => void;
  getSnapshot(): Snapshot;
  dispatch(command: Command | string, stamp: Stamp | string): SessionEvent;
  undo(stamp: Stamp | string): SessionEvent;
  redo(stamp: Stamp | string): SessionEvent;
  allowed(): readonly Allowed[];
  outstanding(): Outstanding;
  timer(now: Instant | Date): Timer | null;
  journal(): string;
  /** Goes on with another sitting: one brought back, or merged. */
  replace(session: Session): void;
}

export declare function createStore(session: Session): Store;

/** One case from panel to panel. */
export declare function trajectory(
  records: Iterable<PanelRecord | PanelDocument | string>,
  options?: ProfileOptions,
): Trajectory;

export interface BatchOptions extends ProfileOptions, Pick<CheckOptions, 'asOf'> {
  /** How many findings, and how many lines that cannot be read, are listed: 10,000 unless it is said. */
  readonly limit?: number | undefined;
}

/** Checks NDJSON: one record a line. */
export declare function checkNdjson(
  source: string | Uint8Array,
  options?: BatchOptions,
): BatchResult;

/** Every rule in words; in the second part, as are `codes` and `explain`. */
export declare function rules(): RuleDefinition[];
export declare function codes(): CodeDefinition[];
export declare function explain(code: RuleCode): RuleDefinition;
export declare function explain(code: Code): CodeDefinition;
export declare function explain(code: string): Explanation;
/** A JSON Schema, fetched when it is asked for. */
export declare function schema(name: SchemaName): Promise<object>;
