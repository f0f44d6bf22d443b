from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from os import PathLike
from typing import Any, Final, Literal, Protocol, TypeAlias, final

# Whichever of them is there.
import pandas  # type: ignore[import-not-found,import-untyped,unused-ignore]
import polars  # type: ignore[import-not-found,unused-ignore]
import pyarrow  # type: ignore[import-not-found,import-untyped,unused-ignore]

from ._errors import PanelError
from ._findings import Finding
from ._progress import Progress
from .papers import PaperName
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
    RuleDefinitionDict,
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
    "Profile",
    "Record",
    "RecordStream",
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
    "schema",
    "stream_ndjson",
    "trajectory",
    "within_group_uncut",
]

VERSION: Final[str]
FORMAT: Final[str]
RULES_EDITION: Final[str]

_Format = Literal["markdown", "html", "text"]
_Reader: TypeAlias = Literal["professionals", "family"] | str
"""Those who hold the panel, all of the family side, or somebody by the id of a person or participant."""

@final
class Record:
    @classmethod
    def from_json(cls, json: str | bytes | bytearray, /) -> Record: ...
    @classmethod
    def from_dict(cls, record: RecordDict | Mapping[str, Any], /) -> Record: ...
    @property
    def id(self) -> str: ...
    def to_json(self) -> str: ...
    def to_dict(self) -> RecordDict: ...
    def at(self, pointer: str, /) -> Any: ...
    def check(
        self,
        profile: Profile | None = None,
        as_of: date | str | None = None,
        previous: Record | None = None,
    ) -> list[Finding]: ...
    def summaries(
        self, profile: Profile | None = None, previous: Record | None = None
    ) -> list[SummaryDict]: ...
    def allocation(
        self, action: str, owner: str, profile: Profile | None = None
    ) -> AllocationDict: ...
    def due_on(self, action: str, profile: Profile | None = None) -> date | None: ...
    def follow_on(self, id: str, held_on: date | str) -> Record: ...
    def minutes(
        self,
        reader: _Reader,
        format: _Format = "markdown",
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
    ) -> str: ...
    def map(
        self,
        reader: _Reader,
        format: _Format = "markdown",
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
    ) -> str: ...
    def action_plan(
        self,
        reader: _Reader,
        format: _Format = "markdown",
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
    ) -> str: ...
    def paper(
        self,
        paper: PaperName,
        reader: _Reader,
        format: _Format = "markdown",
        previous: Record | None = None,
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
        handed_over_by: str | None = None,
    ) -> str: ...
    def disclosures(
        self,
        reader: _Reader,
        paper: PaperName | None = None,
        profile: Profile | None = None,
        *,
        previous: Record | None = None,
        handed_over_by: str | None = None,
    ) -> list[DisclosureDict]: ...
    def fhir(
        self,
        reader: _Reader,
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
        handed_over_by: str | None = None,
    ) -> str: ...
    def html(
        self,
        reader: _Reader,
        names: bool = False,
        profile: Profile | None = None,
        *,
        confirmed: Sequence[str] = ...,
    ) -> str: ...
    def _repr_html_(self) -> str | None: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Profile:
    @classmethod
    def built_in(cls, id: str = "leicester-masp") -> Profile: ...
    @classmethod
    def from_toml(
        cls, toml: str | bytes | bytearray, /, *, bases: Sequence[Profile] = ...
    ) -> Profile: ...
    @classmethod
    def from_json(
        cls, json: str | bytes | bytearray, /, *, bases: Sequence[Profile] = ...
    ) -> Profile: ...
    @property
    def id(self) -> str: ...
    @property
    def version(self) -> str: ...
    def to_json(self) -> str: ...
    def to_dict(self) -> ProfileDict: ...
    @staticmethod
    def check(
        profile: str | bytes | bytearray, /, *, bases: Sequence[Profile] = ...
    ) -> ProfileCheckDict: ...
    def show(self, format: _Format = "markdown") -> str: ...
    def diff(self, new: Profile, /) -> list[ProfileDifferenceDict]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

_Command: TypeAlias = CommandDict | Mapping[str, Any] | str | bytes
_Stamp: TypeAlias = StampDict | Mapping[str, Any] | str | bytes

@final
class Session:
    @classmethod
    def open(
        cls, record: Record, profile: Profile | None = None, *, key: bytes | None = None
    ) -> Session: ...
    @classmethod
    def replay(
        cls, journal: str | bytes | bytearray, /, *, key: bytes | None = None
    ) -> Session: ...
    @property
    def standing(self) -> Standing: ...
    @property
    def lost(self) -> LostDict | None: ...
    def apply(self, command: _Command, stamp: _Stamp) -> EventDict: ...
    def undo(self, stamp: _Stamp) -> EventDict: ...
    def redo(self, stamp: _Stamp) -> EventDict: ...
    def allowed(self) -> list[AllowedDict]: ...
    def outstanding(self) -> OutstandingDict: ...
    def sealed(self) -> list[UnrevealedDict]: ...
    def events(self) -> list[EventDict]: ...
    def timer(self, at: datetime | str) -> TimerDict | None: ...
    def questions(self, column: str) -> list[QuestionDict]: ...
    def record(self) -> Record: ...
    def profile(self) -> Profile: ...
    def at(self, seq: int) -> Record | None: ...
    def journal(self) -> str: ...
    def merge(self, other: Session) -> tuple[Session, list[ConflictDict]]: ...

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
    def name(self) -> str: ...
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
    def panels(self) -> Table: ...
    @property
    def participants(self) -> Table: ...
    @property
    def entries(self) -> Table: ...
    @property
    def ratings(self) -> Table: ...
    @property
    def actions(self) -> Table: ...
    @property
    def stages(self) -> Table: ...
    @property
    def findings(self) -> Table: ...
    @property
    def errors(self) -> Table: ...

@final
class TablesStream:
    def __iter__(self) -> TablesStream: ...
    def __next__(self) -> Tables: ...

@final
class RecordStream:
    @property
    def errors(self) -> list[PanelError]: ...
    def __iter__(self) -> RecordStream: ...
    def __next__(self) -> Record: ...

def iter_records(
    source: _Source | Iterable[_Source], on_error: _OnError = "raise"
) -> RecordStream:
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

def profiles() -> list[Profile]:
    """The profiles that come with the library; the default first."""

def trajectory(
    records: Iterable[Record], profile: Profile | Iterable[Profile] | None = None
) -> TrajectoryDict:
    """The panels of one case in time, and how the numbers went. `profile` is one or several, as in `read_ndjson`."""

def rules() -> list[RuleDefinitionDict]:
    """Every rule: its code, title, severity, phase, why, remedy, parameters and needs."""

def codes() -> list[CodeDefinitionDict]:
    """Every code of an error, a refusal and an allocation reason: what it means, and what to do."""

def explain(code: str, /) -> ExplanationDict:
    """What a rule or another code means."""

def schema(name: SchemaName, /) -> dict[str, Any]:
    """The JSON Schema of this name."""

def alpha(
    matrix: Sequence[Sequence[float | None]],
    level: Literal["nominal", "ordinal", "interval", "ratio"] = "ordinal",
) -> float: ...
def average_deviation(
    values: Sequence[float], about: Literal["mean", "median"] = "mean"
) -> float: ...
def within_group_uncut(
    values: Sequence[float], min: float = 0.0, max: float = 10.0, step: float = 1.0
) -> float: ...
def command(arguments: Sequence[str], /) -> int: ...
def _quotable_path(path: str, /) -> str: ...
def _fail() -> None: ...
