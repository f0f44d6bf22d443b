from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from os import PathLike
from typing import Any, Final, Literal, Protocol, TypeAlias, final, overload

# Whichever of them is there.
import pandas  # type: ignore[import-not-found,import-untyped,unused-ignore]
import polars  # type: ignore[import-not-found,unused-ignore]
import pyarrow  # type: ignore[import-not-found,import-untyped,unused-ignore]

from ._errors import PanelError
from ._findings import Finding
from ._progress import Progress
from .papers import FormName, PaperName
from .types import (
    AllocationDict,
    AllowedDict,
    CodeDefinitionDict,
    CommandDict,
    ConflictDict,
    DisclosureDict,
    EventDict,
    ExplanationDict,
    LostDict,
    OutstandingDict,
    ProfileCheckDict,
    ProfileDict,
    ProfileDifferenceDict,
    QuestionDict,
    RecordDict,
    RedactionReportDict,
    RuleDefinitionDict,
    RuleDifferenceDict,
    SchemaName,
    StampDict,
    Standing,
    SummaryDict,
    TimerDict,
    TrajectoryDict,
    UnrevealedDict,
)

__all__ = [
    "FORMAT",
    "RULES_EDITION",
    "VERSION",
    "Fold",
    "Key",
    "Profile",
    "Record",
    "RecordStream",
    "Rewriter",
    "Session",
    "Table",
    "Tables",
    "TablesStream",
    "_fail",
    "_quotable_path",
    "alpha",
    "average_deviation",
    "codes",
    "command",
    "explain",
    "iter_records",
    "profiles",
    "read_ndjson",
    "rules",
    "rules_diff",
    "schema",
    "stream_ndjson",
    "tracker",
    "trajectory",
    "within_group_uncut",
]

VERSION: Final[str]
FORMAT: Final[str]
RULES_EDITION: Final[str]

_Format = Literal["markdown", "html", "text"]
_FileFormat = Literal["word", "pdf", "excel"]
_Fonts: TypeAlias = tuple[bytes, bytes]
"""A regular and a bold font, as the bytes of their files."""
_Reader: TypeAlias = Literal["professionals", "family"] | str
"""Those who hold the panel, all of the family side, or someone by the id of a person or participant."""

@final
class Record:
    """One panel about one family. It cannot be changed, and any number of threads may share
    it."""

    @classmethod
    def from_json(cls, json: str | bytes | bytearray, /) -> Record:
        """Read a record from JSON, as text or as UTF-8 bytes."""

    @classmethod
    def from_dict(cls, record: RecordDict | Mapping[str, Any], /) -> Record:
        """Read a record from a dict such as `to_dict` gives."""

    @property
    def id(self) -> str:
        """The record's own id."""

    def to_json(self) -> str:
        """The record as canonical JSON: equal records give equal text."""

    def to_dict(self) -> RecordDict:
        """The record as a dict, with only what is known in it."""

    def at(self, pointer: str, /) -> Any:
        """What stands where a JSON Pointer leads, such as a finding's `path`: a dict, a list or
        a plain value, or None where nothing stands there."""

    def check(
        self,
        profile: Profile | None = None,
        as_of: date | str | None = None,
        previous: Record | None = None,
        edition: str | None = None,
    ) -> list[Finding]:
        """Check the record under its profile; what is found is listed, never raised.

        `edition` is the edition of the rules that judges it: "latest" (as without it), "when_held"
        for the one in force on the day of the meeting, or one by its name."""

    def summaries(
        self, profile: Profile | None = None, previous: Record | None = None
    ) -> list[SummaryDict]:
        """Each sitting of a scale in figures: the spread and the lowest with its reason first,
        and never pooled."""

    def allocation(self, action: str, owner: str, profile: Profile | None = None) -> AllocationDict:
        """What would become of an action if someone were to own it; nothing is allocated by
        asking."""

    def due_on(self, action: str, profile: Profile | None = None) -> date | None:
        """The day by which an action is due, or None where that cannot be told."""

    def follow_on(self, id: str, held_on: date | str) -> Record:
        """The record of the next panel about this family."""

    def redact(self, person: str) -> tuple[Record, RedactionReportDict]:
        """The record without the person or participant of this id, with what was taken out and
        what is left that may tell of them."""

    def minutes(
        self,
        reader: _Reader,
        format: _Format = "markdown",
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
    ) -> str:
        """The minutes for a reader, as "markdown", "html" or "text": "professionals", "family",
        or the id of a person or participant."""

    def map(
        self,
        reader: _Reader,
        format: _Format = "markdown",
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
    ) -> str:
        """The map alone, in the columns and words of the profile, for a reader."""

    def action_plan(
        self,
        reader: _Reader,
        format: _Format = "markdown",
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
    ) -> str:
        """Who does what by when, and what is decided, for a reader."""

    @overload
    def paper(
        self,
        paper: PaperName,
        reader: _Reader,
        format: _Format = "markdown",
        previous: Record | None = None,
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
        given: Sequence[str] = ...,
        handed_over_by: str | None = None,
        blanks: bool = False,
        as_of: date | str | None = None,
        fonts: _Fonts | None = None,
    ) -> str:
        """A paper by its name, for a reader: "letter", "agenda", "review" and more. A review is
        made of the panel before as well."""

    @overload
    def paper(
        self,
        paper: PaperName,
        reader: _Reader,
        format: _FileFormat,
        previous: Record | None = None,
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
        given: Sequence[str] = ...,
        handed_over_by: str | None = None,
        blanks: bool = False,
        as_of: date | str | None = None,
        fonts: _Fonts | None = None,
    ) -> bytes: ...
    def papers(
        self,
        reader: _Reader,
        format: _Format | _FileFormat = "markdown",
        papers: Sequence[PaperName | Literal["calendar"]] | None = None,
        previous: Record | None = None,
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
        given: Sequence[str] = ...,
        handed_over_by: str | None = None,
        blanks: bool = False,
        as_of: date | str | None = None,
        fonts: _Fonts | None = None,
    ) -> dict[str, str | bytes]:
        """Papers for a reader by the names of their files: those named, or every one that is made
        for such a reader and has something in it."""

    def calendar(
        self,
        reader: _Reader,
        sequence: int = 0,
        stamp: datetime | str | None = None,
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
    ) -> str:
        """The panel, its review and the reader's own actions as iCalendar."""

    def disclosures(
        self,
        reader: _Reader,
        paper: PaperName | None = None,
        profile: Profile | None = None,
        *,
        previous: Record | None = None,
        given: Sequence[str] = ...,
        handed_over_by: str | None = None,
    ) -> list[DisclosureDict]:
        """What a reader's copy shows and withholds of the whole record, and why: for whoever
        makes copies alone."""

    def fhir(
        self,
        reader: _Reader,
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
        given: Sequence[str] = ...,
        handed_over_by: str | None = None,
    ) -> str:
        """A FHIR R4 Bundle as JSON, for a reader: the map, each number, goals, actions and the team, as the
        reader's copy has them."""

    def html(
        self,
        reader: _Reader,
        names: bool = False,
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
    ) -> str:
        """The map with its scales drawn, as one page of HTML. Without `names`, people are
        called by their ids, and every name that the record knows is taken out of what was said;
        a text may still tell who it is about."""

    def _repr_html_(self) -> str | None: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Profile:
    """A council's rules for its panels. It cannot be changed, and any number of threads may
    share it."""

    @classmethod
    def built_in(cls, id: str = "leicester-masp") -> Profile:
        """A profile that comes with the library, in its latest version."""

    @classmethod
    def from_toml(
        cls, toml: str | bytes | bytearray, /, *, bases: Sequence[Profile] = ...
    ) -> Profile:
        """Read a profile from TOML, as text or as UTF-8 bytes; it may extend one that is built
        in, or one of `bases`."""

    @classmethod
    def from_json(
        cls, json: str | bytes | bytearray, /, *, bases: Sequence[Profile] = ...
    ) -> Profile:
        """Read a profile from JSON, as text or as UTF-8 bytes; it may extend one that is built
        in, or one of `bases`."""

    @property
    def id(self) -> str:
        """The profile's id."""

    @property
    def version(self) -> str:
        """The profile's version."""

    @overload
    def paper(
        self, paper: FormName, format: _Format = "markdown", *, fonts: _Fonts | None = None
    ) -> str:
        """A paper that is made of the profile alone: "mapping-template", "referral-form",
        "question-card" or "scoring-slips"."""

    @overload
    def paper(
        self, paper: FormName, format: _FileFormat, *, fonts: _Fonts | None = None
    ) -> bytes: ...
    def to_json(self) -> str:
        """The whole profile as canonical JSON, with what it extends merged in."""

    def to_dict(self) -> ProfileDict:
        """The whole profile as a dict."""

    @staticmethod
    def check(
        profile: str | bytes | bytearray, /, *, bases: Sequence[Profile] = ...
    ) -> ProfileCheckDict:
        """Everything that is wrong with a profile in TOML or JSON, each with its line, the word
        and what to write instead; of one without faults, what is worth a look and which rules
        never speak."""

    def show(self, format: _Format = "markdown") -> str:
        """The profile as a page for people: "markdown", "html" or "text"."""

    def diff(self, new: Profile, /) -> list[ProfileDifferenceDict]:
        """What changed from this profile to a new one, in words, and what follows for records
        made under them."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

_Command: TypeAlias = CommandDict | Mapping[str, Any] | str | bytes
_Stamp: TypeAlias = StampDict | Mapping[str, Any] | str | bytes

@final
class Session:
    """A sitting: a record, its profile, and what has been said since. It has no clock: each
    command brings its stamp."""

    @classmethod
    def open(
        cls, record: Record, profile: Profile | None = None, *, key: bytes | None = None
    ) -> Session:
        """Open a sitting on a record, however far its meeting has come. `key` closes the
        envelopes of sealed numbers in the journal: keep it apart from the journal."""

    @classmethod
    def replay(cls, journal: str | bytes | bytearray, /, *, key: bytes | None = None) -> Session:
        """Bring a sitting back from its journal. One that was cut gives everything before the
        line that is not whole; `lost` then says which line, and how many bytes of it there
        were."""

    @staticmethod
    def redact_journal(
        journal: bytes | str, person: str, *, key: bytes | None = None
    ) -> tuple[str, RedactionReportDict, int]:
        """The journal without the person or participant of this id, which opens with the record as
        the sitting left it; what was taken out of that record and what is left; and how many steps
        are left out."""

    @property
    def standing(self) -> Standing:
        """How far it has come: "before", "between", "running", "paused", "adjourned" or
        "concluded"."""

    @property
    def lost(self) -> LostDict | None:
        """What was lost from the end of the journal that it was brought back from: the line,
        and its bytes; None if nothing."""

    def apply(self, command: _Command, stamp: _Stamp) -> EventDict:
        """Take a command, or refuse it with a PanelError and leave everything as it was. Gives
        the event."""

    def undo(self, stamp: _Stamp) -> EventDict:
        """Take back the last command in force."""

    def redo(self, stamp: _Stamp) -> EventDict:
        """Put back the last command that was taken back."""

    def allowed(self) -> list[AllowedDict]:
        """Every command with everything it could be about, whether it would be taken now, and
        if not, why."""

    def outstanding(self) -> OutstandingDict:
        """What is still needed before the running stage, and the panel, can close."""

    def sealed(self) -> list[UnrevealedDict]:
        """Who has given numbers that no one may read yet."""

    def events(self) -> list[EventDict]:
        """What has been said, one event a command."""

    def timer(self, at: datetime | str) -> TimerDict | None:
        """What the clock of the running stage shows at a moment; None where no stage runs."""

    def questions(self, column: str) -> list[QuestionDict]:
        """The question bank for a column of the map."""

    def record(self) -> Record:
        """The record as it stands, without any number that is still sealed."""

    def profile(self) -> Profile:
        """The profile it runs under."""

    def at(self, seq: int) -> Record | None:
        """The record as it stood after an event; 0 is the opening. None where there is no such
        event."""

    def journal(self) -> str:
        """The journal as NDJSON: the opening, then one event a line."""

    def merge(self, other: Session) -> tuple[Session, list[ConflictDict]]:
        """Join what another hand noted of the same sitting: all of this one, all of the other
        that does not contradict it, and the rest as conflicts, for a person to decide."""

class _Readable(Protocol):
    def read(self, size: int, /) -> str | bytes: ...

_Source: TypeAlias = (
    str | PathLike[str] | bytes | bytearray | _Readable | Record | RecordDict | dict[str, Any]
)
_OnError = Literal["collect", "raise"]
_TableName = Literal[
    "panels", "participants", "entries", "ratings", "actions", "stages", "findings", "errors"
]

_Keep = Literal["all", "last"]

@final
class Table:
    """One table. Whatever takes Arrow's stream reads it as it is: polars, pyarrow, DuckDB, pandas from version 3 on."""

    @property
    def name(self) -> str:
        """The table's name."""

    @property
    def columns(self) -> dict[str, str]:
        """Each column, and what it means."""

    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __arrow_c_schema__(self) -> object: ...
    def to_pandas(self, *, plain: bool = False) -> pandas.DataFrame:
        """A frame with days and moments as `datetime64` and words as categories.

        `plain=True` gives text and numbers alone: words as text, lengths of time as whole seconds, lists as JSON, moments in UTC
        without a zone. Excel, SQL, Stata and others take no more.
        """

    def to_polars(self, *, plain: bool = False) -> polars.DataFrame:
        """A frame of polars; `plain` as in `to_pandas`."""

    def to_pyarrow(self, *, plain: bool = False) -> pyarrow.Table:
        """A table of pyarrow; `plain` as in `to_pandas`."""

    def to_csv(self, path: str | PathLike[str], *, excel: bool = False) -> None:
        """Write the rows as CSV; `excel=True` adds the mark by which Excel knows letters such as é."""

    def to_ndjson(self, path: str | PathLike[str]) -> None:
        """Write the rows as JSON, one object a line, with every column in each."""

    def _repr_html_(self) -> str: ...
    def _columns(self, rows: int | None) -> list[tuple[str, str, Any, bytes | None]]: ...
    def _ipc(self) -> bytes: ...
    def _write_rows(self, format: str, write: Callable[[bytes], object]) -> None: ...

@final
class Tables:
    """The tables of many records. They can be gone through, pickled, kept in a folder, and added to another month's."""

    def __iter__(self) -> Iterator[Table]: ...
    def __getitem__(self, name: _TableName, /) -> Table: ...
    @property
    def text(self) -> bool:
        """Whether the columns of free text are there."""

    def append(self, other: Tables, keep: _Keep = "all") -> Tables:
        """These records and others. `keep="last"`: of several with one id the last alone."""

    def save(self, folder: str | PathLike[str], *, name: str | None = None) -> str:
        """Write every table as Parquet into a folder, behind what is there; gives the name of the files."""

    @staticmethod
    def load(folder: str | PathLike[str], keep: _Keep = "all") -> Tables:
        """Read what `save` wrote, of all months."""

    @staticmethod
    def _from_ipc(
        streams: Sequence[tuple[str, Sequence[bytes]]], text: bool, keep: str
    ) -> Tables: ...
    def _repr_html_(self) -> str: ...
    @property
    def panels(self) -> Table:
        """One row for each panel."""

    @property
    def participants(self) -> Table:
        """One row for each participant of a panel."""

    @property
    def entries(self) -> Table:
        """One row for each entry of the map."""

    @property
    def ratings(self) -> Table:
        """One row for each number given."""

    @property
    def actions(self) -> Table:
        """One row for each action."""

    @property
    def stages(self) -> Table:
        """One row for each stage of a sitting."""

    @property
    def findings(self) -> Table:
        """One row for each thing that a rule found."""

    @property
    def errors(self) -> Table:
        """One row for each line that could not be read."""

@final
class TablesStream:
    """Tables of bounded size, one after another, in the order of the lines."""

    def __iter__(self) -> TablesStream: ...
    def __next__(self) -> Tables: ...

@final
class Fold:
    """Some questions, and what is known of their answers."""

    def __new__(
        cls, questions: Sequence[tuple[str, dict[str, Any]]], by: str | None = None
    ) -> Fold: ...
    def needs(self) -> dict[str, tuple[list[str], list[str]]]:
        """By table, the columns that must be there, and those that are looked at where they are."""

    def update(self, tables: Tables) -> None:
        """Counts what tables of one reading say: of all of it, on all cores."""

    def update_from(self, given: Sequence[tuple[str, Any]]) -> None:
        """Counts what tables from anywhere say, in which every record is whole: each a table of
        ours, Arrow's stream in bytes, or the names and values of its columns."""

    def finish(
        self,
    ) -> tuple[list[tuple[list[str], list[list[Any]]]], dict[str, dict[str, str]]]:
        """The rows of each answer, and by key what profiles call its ids."""

@final
class RecordStream:
    """Records in the order of their lines. A line that is no record is kept in `errors`, or
    ends the work."""

    @property
    def errors(self) -> list[PanelError]:
        """A `PanelError` for each line so far that is no record, with its file and line."""

    def __iter__(self) -> RecordStream: ...
    def __next__(self) -> Record: ...

@final
class Key:
    """A key that no traceback, log or `repr` shows."""

    def __new__(cls, key: bytes | bytearray, /) -> Key: ...
    def token(self, purpose: str, field: str, scope: bytes, value: bytes) -> str:
        """What stands for a value under a purpose; `scope` is what the value is an id within."""

@final
class Rewriter:
    """Changes records one by one, once it has learnt from all of them."""

    @staticmethod
    def pseudonyms(key: Key, purpose: str) -> Rewriter:
        """Puts every identifier under a key."""

    @staticmethod
    def less(key: Key, purpose: str) -> Rewriter:
        """Takes out what a purpose does not need."""

    def learn(self, record: Record, /) -> None:
        """Gathers what a record knows."""

    def learn_all(self, stream: RecordStream, /) -> None:
        """Gathers what each record of a stream knows."""

    def rewrite(self, record: Record, /) -> Record:
        """The record, changed."""

    def next_of(self, stream: RecordStream, /) -> Record | None:
        """The next record of a stream, changed; None at its end."""

    def families(self) -> int:
        """How many families there are."""

    def report(self) -> dict[str, Any] | None:
        """What was done so far, and what may remain; nothing of pseudonyms."""

def iter_records(source: _Source | Iterable[_Source], on_error: _OnError = "raise") -> RecordStream:
    """Read records one by one, in bounded memory, from any source that `read_ndjson` takes."""

def read_ndjson(
    source: _Source | Iterable[_Source],
    profile: Profile | Iterable[Profile] | None = None,
    as_of: date | str | None = None,
    on_error: _OnError = "collect",
    threads: int | None = None,
    text: bool = False,
    progress: Callable[[Progress], object] | Any | None = None,
    tables: Sequence[_TableName] | None = None,
    keep: _Keep = "all",
) -> Tables:
    """Read records, one a line, on all cores.

    A source is a path, a folder, a pattern, bytes, an open file, a `Record`, a dict, or a list of those; plain, gzip, Zstandard, xz,
    bzip2 or zip. `profile` is one or several: each record is judged under the one that it names. `as_of` is the day on which they are
    judged. A line that cannot be read is a row of `errors`, or with `on_error="raise"` the end. `text` adds the columns of free text.
    `tables` names those that are wanted. With `keep="last"`, of several lines with one record id the last alone is kept.
    """

def stream_ndjson(
    source: _Source | Iterable[_Source],
    profile: Profile | Iterable[Profile] | None = None,
    as_of: date | str | None = None,
    on_error: _OnError = "collect",
    threads: int | None = None,
    text: bool = False,
    progress: Callable[[Progress], object] | Any | None = None,
    tables: Sequence[_TableName] | None = None,
) -> TablesStream:
    """As `read_ndjson`, in bounded memory: gives tables of at most 1,000 records at a time."""

@overload
def tracker(
    source: _Source | Iterable[_Source],
    format: Literal["csv"] = "csv",
    *,
    names: bool = False,
    as_of: date | str | None = None,
    by: Literal["owner", "case"] = "owner",
    profile: Profile | Iterable[Profile] | None = None,
) -> str:
    """The actions of many panels, one row each: CSV as text, or the bytes of a workbook; by ids unless `names` is true."""

@overload
def tracker(
    source: _Source | Iterable[_Source],
    format: Literal["excel"],
    *,
    names: bool = False,
    as_of: date | str | None = None,
    by: Literal["owner", "case"] = "owner",
    profile: Profile | Iterable[Profile] | None = None,
) -> bytes: ...
def profiles() -> list[Profile]:
    """The profiles that come with the library; the default first."""

def trajectory(
    records: Iterable[Record], profile: Profile | Iterable[Profile] | None = None
) -> TrajectoryDict:
    """The panels of one case in time, and how the numbers went. `profile` is one or several, as in `read_ndjson`."""

def rules() -> list[RuleDefinitionDict]:
    """Every rule: its code, title, severity, phase, why, remedy, parameters and needs."""

def rules_diff(old: str | Profile, new: str | Profile, /) -> list[RuleDifferenceDict]:
    """Which rules came, went and changed, from one edition (by its name) or profile to another."""

def codes() -> list[CodeDefinitionDict]:
    """Every code of an error, a refusal and an allocation reason: what it means, and what to do."""

def explain(code: str, /, profile: Profile | None = None) -> ExplanationDict:
    """What a rule or another code means; with a profile, also one of its own rules."""

def schema(name: SchemaName, /) -> dict[str, Any]:
    """The JSON Schema of this name."""

def alpha(
    matrix: Sequence[Sequence[float | None]],
    level: Literal["nominal", "ordinal", "interval", "ratio"] = "ordinal",
) -> float:
    """Krippendorff's alpha of a matrix; rows are raters, columns units, None a rating that was
    not given."""

def average_deviation(values: Sequence[float], about: Literal["mean", "median"] = "mean") -> float:
    """The mean distance of the values from their "mean" or "median", in points of the scale."""

def within_group_uncut(
    values: Sequence[float], min: float = 0.0, max: float = 10.0, step: float = 1.0
) -> float:
    """How much narrower a group is than one that answers at random on the scale from `min` to
    `max`; below 0 where it is wider."""

def command(arguments: Sequence[str], /) -> int:
    """Run the command on the arguments that follow its name; gives its exit status."""

def _quotable_path(path: str, /) -> str: ...
def _fail() -> None: ...
