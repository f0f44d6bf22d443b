"""Records for secondary use: identifiers under a key, and detail that is not needed left out.

Neither function makes records anonymous. What remains (who met when, in which order, how a family is made up) may be enough for
someone who knows the family to know them again; the report of `degrade` says what to look at. Whether the result may be shared is
for the people who answer for it.

Both know from the format's own definition what an id, a date and a free text is, so that a member which is added to it is treated
like its kind.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from ._native import Key, Rewriter
from ._rewriting import OnError, Records, Rewriting, Source

__all__ = [
    "DegradeReport",
    "Degraded",
    "DegradedStream",
    "PseudonymisedStream",
    "Records",
    "degrade",
    "pseudonymise",
    "stream_degrade",
    "stream_pseudonymise",
    "token",
]

Purpose = Literal["research", "regional", "training"]
Field = Literal["record", "case", "reference", "id"]


def pseudonymise(
    source: Source | Iterable[Source],
    *,
    key: bytes,
    purpose: str = "analysis",
    on_error: OnError = "collect",
) -> Records:
    """The same records with every identifier under a key.

    Ids of records, case references and references of other systems become keyed digests (HMAC-SHA-256), as do the ids of people,
    participants, entries and actions, which stay the same through the records of one family and differ between families; those in
    marks are the same too, so that what was withheld from someone still is. Names, NHS numbers, the places where panels are held and
    `extensions` are left out. In free text the names that any of the family's records knows, in any usual spelling, and
    that record's own id and reference give way to the new ids; National Insurance, pupil, NHS and telephone numbers, addresses and
    handles give way to words. **All other free text, every date and the agencies stay**: see `degrade`.

    The same key and `purpose` give the same ids, so that later records join earlier ones; another purpose, or another field, gives
    others that no one without the key can put beside them. Whoever holds the key can find the people again: keep it apart. `token`
    gives the same ids for a column of another table.

    A source is a path, bytes, a `Record`, a dict, the JSON text of a record, or several of those. A record that cannot be read is
    left out, kept in `errors` of the list, and warned of (or raised, with `on_error="raise"`). `key` has 32 bytes or more
    (`ValueError`); it is never printed.

        >>> import secrets
        >>> from support_panel import Record
        >>> from support_panel.privacy import pseudonymise
        >>> record = Record.from_json('''{
        ...     "format": "support-panel/1", "id": "panel-1",
        ...     "profile": {"id": "leicester-masp", "version": "2017.1"},
        ...     "case": {"reference": "EHA-1"}
        ... }''')
        >>> [other] = pseudonymise([record], key=secrets.token_bytes(32))
        >>> other.to_dict()["case"]["reference"] == "EHA-1"
        False
    """
    secret = Key(key)
    del key
    stream = PseudonymisedStream(source, secret, purpose, on_error)
    return Records(stream, stream.errors)


def stream_pseudonymise(
    source: Source | Iterable[Source],
    *,
    key: bytes,
    purpose: str = "analysis",
    on_error: OnError = "collect",
) -> PseudonymisedStream:
    """As `pseudonymise`, one record at a time: of files only the names that each family's records know stay in memory."""
    secret = Key(key)
    del key
    return PseudonymisedStream(source, secret, purpose, on_error)


def token(
    column: Any, key: bytes, field: Field, *, purpose: str = "analysis", family: Any = None
) -> Any:
    """The ids that `pseudonymise` gives for the values of a column, so that another table can be joined to its records.

    `field` says what the column holds: ids of records (`"record"`), case references (`"case"`), references of another system
    (`"reference"`), or ids of people, participants, entries and actions (`"id"`), which need `family`: the case reference, as it
    was, of each row. A column of pandas, polars or pyarrow gives one of the same kind, another iterable a list, and one value a
    value; what is missing stays missing.

        >>> from support_panel.privacy import token
        >>> token(["EHA-1", None], bytes(32), "case")
        ['c-e8f22ec668321f5ae10325e47ca03621', None]
    """
    secret = Key(key)
    del key
    if field not in _SCOPES:
        raise ValueError(f"field: found another word, expected one of {', '.join(_SCOPES)}")
    if (family is None) == (field == "id"):
        raise ValueError("family is needed for ids within a record, and for nothing else")
    if isinstance(column, str):
        return _token(secret, purpose, field, family or _SCOPES[field], column)
    values = _values(column)
    scopes = [_SCOPES[field]] * len(values) if family is None else _values(family)
    if isinstance(family, str):
        scopes = [family] * len(values)
    tokens = [
        None
        if value is None or scope is None
        else _token(secret, purpose, field, scope, str(value))
        for value, scope in zip(values, scopes, strict=True)
    ]
    return _column_like(column, tokens)


_SCOPES = {"record": "", "case": "", "reference": "recording.reference", "id": ""}


def _token(key: Key, purpose: str, field: Field, scope: str, value: str) -> str:
    # Text is not always valid UTF-8 once someone has cut it: every string has a token.
    scope_bytes, value_bytes = (part.encode("utf-8", "surrogatepass") for part in (scope, value))
    return key.token(purpose, field, scope_bytes, value_bytes)


def _values(column: Any) -> list[Any]:
    listed = column.to_pylist() if hasattr(column, "to_pylist") else list(column)
    # Nothing that pandas has for what is missing equals itself, and None stays None.
    return [None if value is None or _is_missing(value) else value for value in listed]


def _is_missing(value: Any) -> bool:
    try:
        return bool(value != value)
    except TypeError:
        # Of `pandas.NA` not even that can be said.
        return True


def _column_like(column: Any, values: list[str | None]) -> Any:
    library = type(column).__module__.partition(".")[0]
    if library == "pandas":
        return type(column)(values, index=column.index, name=column.name, dtype="object")
    if library == "polars":
        return type(column)(column.name, values)
    if library == "pyarrow":
        from importlib import import_module

        return import_module("pyarrow").array(values, "string")
    return values


class PseudonymisedStream(Rewriting):
    """Records with every identifier under a key, one at a time."""

    def __init__(self, source: Any, key: Key, purpose: str, on_error: OnError) -> None:
        super().__init__(source, on_error, Rewriter.pseudonyms(key, purpose))


@dataclass(frozen=True)
class DegradeReport:
    """What was done, and what may remain."""

    profile: str
    records: int
    families: int
    changed: dict[str, int]
    """How many members were changed or left out, by what was done and the member's place."""
    hidden: dict[str, int]
    """How often something in a text gave way, by the word that stands there now; `(name)` counts names that a record knows."""
    unlike_any_other: int
    """Families whose number of panels, births, and kinds of people and participants no other family here shares."""
    may_remain: tuple[str, ...]
    """What a reader who knows the family could still know them by; in texts that were kept, with how often it was found by its shape."""
    unreadable: int = 0
    """Records that could not be read and are left out."""


class Degraded(NamedTuple):
    """The records, and what may remain in them."""

    records: Records
    report: DegradeReport


def degrade(
    source: Source | Iterable[Source],
    profile: Purpose = "research",
    *,
    key: bytes | None = None,
    on_error: OnError = "collect",
) -> Degraded:
    """The same records with less in them, and a report of what may remain.

    - Names, NHS numbers, agencies, places where panels are held, references of other systems and `extensions` are left out. (Seats
      stay: they are the profile's.)
    - Dates and times are shifted by whole weeks, up to half a year either way and never by none, the same for all records of a
      family: intervals, weekdays and ages stay. Times are the clock's on an English wall, all in one offset, since summer time
      would tell the shift. At the ends of the calendar a day stops. Days of birth then become the first of their month
      (`regional`: of their year).
    - Free text is left out (`research`, `regional`). The wording of a referrer's own scale becomes a token, so that numbers of
      differently worded scales are still not put together.
    - For `training` free text stays. Names that any of the family's records knows, in any usual spelling, become *Child 1* or
      *Professional 3*; the agencies, references and numbers that they know, e-mail and web addresses, handles, postcodes, days and
      numbers that lead to someone give way to words. Names that none of them knows stay: someone has to read it.

    Ids and case references stay: `pseudonymise` as well, after this, so that names are still known here. Without a `key` (32 bytes
    or more) each call shifts differently and cannot be repeated; with one, records that come later are shifted like the earlier
    ones of their family. A degraded record is not one to `check`: what was left out would be missed.

    A source is a path, bytes, a `Record`, a dict, the JSON text of a record, or several of those. A record that cannot be read is
    left out, kept in `records.errors`, and warned of (or raised, with `on_error="raise"`).
    """
    secret = Key(secrets.token_bytes(32) if key is None else key)
    del key
    stream = DegradedStream(source, profile, secret, on_error)
    records = Records(stream, stream.errors)
    return Degraded(records, stream.report)


def stream_degrade(
    source: Source | Iterable[Source],
    profile: Purpose = "research",
    *,
    key: bytes | None = None,
    on_error: OnError = "collect",
) -> DegradedStream:
    """As `degrade`, one record at a time: of files only what each family's records know stays in memory. `report` tells of the
    records that were given so far."""
    secret = Key(secrets.token_bytes(32) if key is None else key)
    del key
    return DegradedStream(source, profile, secret, on_error)


class DegradedStream(Rewriting):
    """Records with less in them, one at a time."""

    def __init__(self, source: Any, profile: Purpose, key: Key, on_error: OnError) -> None:
        super().__init__(source, on_error, Rewriter.less(key, profile))

    @property
    def report(self) -> DegradeReport:
        """What was done so far, and what may remain."""
        members = self._rewriter.report() or {}
        may_remain = tuple(members.pop("may_remain"))
        return DegradeReport(**members, may_remain=may_remain, unreadable=len(self.errors))
