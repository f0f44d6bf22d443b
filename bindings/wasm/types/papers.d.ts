import type {
  CivilDate,
  CopyOptions,
  Format,
  Instant,
  ModuleSource,
  PanelRecord,
  PaperName,
  PaperReader,
  Profile,
  ProfileInput,
  ProfileOptions,
  RecordInput,
} from './index.js';

export { PanelError } from './index.js';

/**
 * Fetches what writes Word, PDF, Excel and calendars; records and profiles are read by the package itself, which `init` starts. In Node
 * both start by themselves. Rejects with a `PanelError` of code `not_ready` where the module cannot be fetched or is something else.
 */
export declare function initPapers(source?: ModuleSource): Promise<void>;

/** What is made of a profile alone. */
export type FormName = 'mapping-template' | 'referral-form' | 'question-card' | 'scoring-slips';
/** What a paper is written as: text, a Word file, a tagged PDF (PDF/UA-1), or the tables of the paper as a workbook. */
export type FileFormat = Format | 'word' | 'pdf' | 'excel';

/** A file to hand over: `new Blob([file.bytes], { type: file.type })`. */
export interface PaperFile {
  /** Paper, date and reader: `letter-2026-03-12-family.pdf`. */
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  /** What is in it; text is UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A font for a PDF, as the bytes of two OpenType files, for letters that the one that is shipped lacks. */
export interface PaperFonts {
  /** Of the text. */
  readonly regular: Uint8Array;
  /** Of headings and what stands out. */
  readonly bold: Uint8Array;
}

/** How a paper is written. */
export interface FileOptions extends CopyOptions {
  /** PDF unless it is said; a calendar is always iCalendar. */
  readonly format?: FileFormat | undefined;
  /** What was read once more and may be shown, as an `unconfirmed` refusal lists it. */
  readonly confirmed?: Iterable<string> | undefined;
  /** Whether the professionals' minutes say what is not recorded. */
  readonly blanks?: boolean | undefined;
  /** The day on which before-you-send judges the record. */
  readonly asOf?: CivilDate | undefined;
  /** In place of the one that comes with the package. */
  readonly fonts?: PaperFonts | undefined;
}

/** A paper for one reader, made of their copy of the record. */
export declare function paper(
  record: PanelRecord | RecordInput,
  name: PaperName | 'calendar',
  reader: PaperReader,
  options?: FileOptions,
): PaperFile;

/** The papers named, or every one that is made for such a reader and has something in it. */
export declare function papers(
  record: PanelRecord | RecordInput,
  reader: PaperReader,
  options?: FileOptions & { readonly papers?: Iterable<PaperName | 'calendar'> | undefined },
): PaperFile[];

/** A paper of a profile alone, the default one where none is given. */
export declare function form(
  name: FormName,
  options?: {
    readonly profile?: Profile | ProfileInput | undefined;
    readonly format?: FileFormat | undefined;
    readonly fonts?: PaperFonts | undefined;
  },
): PaperFile;

/** The panel, its review and the reader's own actions as iCalendar. An item keeps its UID. */
export declare function calendar(
  record: PanelRecord | RecordInput,
  reader: PaperReader,
  options?: ProfileOptions & {
    /** What was read once more and may be shown, as an `unconfirmed` refusal lists it. */
    readonly confirmed?: Iterable<string> | undefined;
    /** How often the calendar was sent before: a calendar program takes over what has a higher number. */
    readonly sequence?: number | undefined;
    /** When it is made; without it, when the meeting is. */
    readonly stamp?: Instant | undefined;
  },
): PaperFile;

/** The actions of many panels, one row each. One that a later panel carried on stands once, where both records are given. */
export declare function tracker(
  records: Iterable<PanelRecord | RecordInput>,
  options?: ProfileOptions & {
    /** A workbook with a sheet by owner and one by case, unless CSV is asked for. */
    readonly format?: 'excel' | 'csv' | undefined;
    /** The order of CSV: by owner unless it is said. */
    readonly by?: 'owner' | 'case' | undefined;
    /** Whether owners are named and actions are told; without it both are given by their ids. */
    readonly names?: boolean | undefined;
    /** The day to which days late are counted. */
    readonly asOf?: CivilDate | undefined;
  },
): PaperFile;
