"""Records for secondary use: identifiers under a key, and detail that is not needed left out.

Neither function makes records anonymous. What remains (who met when, in which order, how a family is made up) may be enough for
somebody who knows the family to know them again; the report of `degrade` says what to look at. Whether the result may be shared is
for the people who answer for it.

Both read the record's schema to know what an id, a date and a free text is, so that a member which is added to the format is
treated like its kind.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from support_panel import Record

from .hiding import NUMBER, WITHHELD, Hider, Known
from .keys import Key
from .members import DROP, Action, Member, Path, rewriter
from .rewriting import OnError, Records, Rewriting, Source, family_of
from .shapes import remaining
from .shifting import shifted_day, shifted_instant

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

# Ids that are the profile's words, and texts that are no person's.
_OF_THE_PROFILE: frozenset[Path] = frozenset(
    {
        ("profile", "id"),
        ("case", "status"),
        ("referral", "scale", "id"),
        ("referral", "scale", "asked_of"),
        ("participants", "seat"),
        ("agenda", "stage"),
        ("scaling", "scale"),
        ("outcome", "decision"),
    }
)
_NOT_PERSONAL: frozenset[Path] = frozenset(
    {
        ("profile", "version"),
        ("scaling", "round"),
        ("referral", "scale", "rounds"),
        ("agreement", "sharing", "lawful_basis"),
        ("agreement", "sharing", "special_category_condition"),
    }
)
_OF_A_RECORD: frozenset[Path] = frozenset(
    {("id",), ("meeting", "previous"), ("actions", "carried_from", "record")}
)
_REFERENCE: Path = ("case", "reference")
_OWN_REFERENCES: frozenset[Path] = frozenset({("recording", "reference")})
_NAMES: frozenset[Path] = frozenset({("case", "people", "name"), ("participants", "name")})
_AGENCIES: frozenset[Path] = frozenset({("participants", "agency")})
_NUMBERS: frozenset[Path] = frozenset({("case", "people", "nhs_number")})
# Where a panel is held may be somebody's home.
_PLACES: frozenset[Path] = frozenset({("meeting", "place")})
_BIRTHS: frozenset[Path] = frozenset(
    {("case", "people", "date_of_birth"), ("case", "people", "expected_on")}
)
# What makes scales comparable, or has to be there: kept apart by a token rather than left out.
_SCALE_WORDS: frozenset[Path] = frozenset(
    {
        ("referral", "scale", "prompt"),
        ("referral", "scale", "anchors", "min"),
        ("referral", "scale", "anchors", "max"),
    }
)


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
    marks are the same too, so that what was withheld from somebody still is. Names, NHS numbers, the places where panels are held and
    `extensions` are left out. In free text the names that any of the family's records knows, in any usual spelling, and
    that record's own id and reference give way to the new ids; National Insurance, pupil, NHS and telephone numbers, addresses and
    handles give way to words. **All other free text, every date and the agencies stay**: see `degrade`.

    The same key and `purpose` give the same ids, so that later records join earlier ones; another purpose, or another field, gives
    others that nobody without the key can put beside them. Whoever holds the key can find the people again: keep it apart. `token`
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
        return secret.token(purpose, field, family or _SCOPES[field], column)
    values = _values(column)
    scopes = [_SCOPES[field]] * len(values) if family is None else _values(family)
    if isinstance(family, str):
        scopes = [family] * len(values)
    tokens = [
        None if value is None or scope is None else secret.token(purpose, field, scope, str(value))
        for value, scope in zip(values, scopes, strict=True)
    ]
    return _column_like(column, tokens)


_SCOPES = {"record": "", "case": "", "reference": "recording.reference", "id": ""}


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


class _Pseudonyms(NamedTuple):
    """What becomes of the identifiers of one family."""

    token: Any
    known: Hider
    own: dict[str, str]


class PseudonymisedStream(Rewriting[_Pseudonyms]):
    """Records with every identifier under a key, one at a time."""

    def __init__(self, source: Any, key: Key, purpose: str, on_error: OnError) -> None:
        def token(field: str, scope: str, value: str) -> str:
            return key.token(purpose, field, scope, value)

        def of_family(family: str, known: Known) -> _Pseudonyms:
            hider = Hider(dates=False)
            labels = {person: token("id", family, person) for person in known.kinds}
            _teach(hider, known, labels)
            hider.identifier(family, token("case", "", family))
            for record in known.records:
                hider.identifier(record, token("record", "", record))
            for reference in known.references:
                hider.identifier(reference, token("reference", "recording.reference", reference))
            return _Pseudonyms(lambda value: token("id", family, value), hider, {})

        def rule(member: Member) -> Action | None:
            path = member.path
            if member.kind == "extensions" or path in _NAMES | _NUMBERS | _PLACES:
                return _drop
            if path in _OF_A_RECORD:
                return lambda value, _: token("record", "", value)
            if path == _REFERENCE:
                return lambda value, _: token("case", "", value)
            if path in _OWN_REFERENCES:
                return lambda value, _: token("reference", ".".join(path), value)
            if member.kind == "id" and path not in _OF_THE_PROFILE:
                return lambda value, family: family.token(value)
            if member.kind == "text" and path not in _NOT_PERSONAL:
                return lambda value, family: family.known(value)
            return None

        super().__init__(source, on_error, of_family, rewriter(rule))


def _drop(value: Any, family: Any) -> Any:
    return DROP


def _teach(hider: Hider, known: Known, labels: Mapping[str, str]) -> None:
    for person, participant, name in known.names:
        hider.name(name, labels.get(person, labels.get(participant, WITHHELD)))
    for number in known.numbers:
        hider.identifier(number, NUMBER)


class _Degree(NamedTuple):
    """What one purpose keeps."""

    birth: Literal["month", "year"]
    keeps_text: bool


_DEGREES: dict[str, _Degree] = {
    "research": _Degree("month", keeps_text=False),
    "regional": _Degree("year", keeps_text=False),
    "training": _Degree("month", keeps_text=True),
}


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
      numbers that lead to somebody give way to words. Names that none of them knows stay: somebody has to read it.

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


_REMAINS = (
    "ids and case references, unless they are pseudonymised as well",
    "the order and intervals of everything that happened, down to the minute of a sitting",
    "how the family is made up: kinds of people, month or year of birth, how many panels",
    "seats, numbers given, decisions, and rare combinations of them",
)
_REMAINS_IN_TEXT = (
    "nicknames, misspelt names, and names of anybody whom none of the family's records lists",
    "schools, streets, employers, and what happened, as people told it",
    "ages and times that stand in a text",
)


class _Shift(NamedTuple):
    """What becomes of the days and texts of one family."""

    days: int
    known: Hider


class DegradedStream(Rewriting[_Shift]):
    """Records with less in them, one at a time."""

    def __init__(self, source: Any, profile: Purpose, key: Key, on_error: OnError) -> None:
        if profile not in _DEGREES:
            raise ValueError(f"profile: found another word, expected one of {', '.join(_DEGREES)}")
        self._profile = profile
        self._degree = _DEGREES[profile]
        self._given = 0
        self._changes: Counter[str] = Counter()
        self._hidden: Counter[str] = Counter()
        self._remaining: Counter[str] = Counter()
        self._makeups: dict[str, tuple[int, Any]] = {}

        def of_family(family: str, known: Known) -> _Shift:
            weeks = int.from_bytes(key.digest("shift", family)[:8], "big") % 52 - 26
            hider = Hider(found=self._hidden)
            if self._degree.keeps_text:
                _teach(hider, known, _labels(known.kinds))
                for agency in known.agencies:
                    hider.agency(agency)
                for reference in (family, *known.records, *known.references):
                    hider.identifier(reference, "(reference)")
            return _Shift(7 * (weeks + (weeks >= 0)), hider)

        super().__init__(
            source, on_error, of_family, rewriter(lambda member: self._rule(member, key))
        )

    def __next__(self) -> Record:
        record = next(self._records)
        new = self._changed(record)
        family = family_of(record)
        panels, makeup = self._makeups.get(family, (0, ()))
        self._makeups[family] = (panels + 1, max(makeup, _makeup(record, self._degree.birth)))
        self._given += 1
        return new

    @property
    def report(self) -> DegradeReport:
        """What was done so far, and what may remain."""
        makeups = Counter(self._makeups.values())
        found = tuple(f"{count} {said}" for said, count in sorted(self._remaining.items()))
        return DegradeReport(
            profile=self._profile,
            records=self._given,
            families=len(self._makeups),
            changed=dict(sorted((+self._changes).items())),
            hidden=dict(sorted((+self._hidden).items())),
            unlike_any_other=sum(count == 1 for count in makeups.values()),
            may_remain=_REMAINS + ((*_REMAINS_IN_TEXT, *found) if self._degree.keeps_text else ()),
            unreadable=len(self.errors),
        )

    def _rule(self, member: Member, key: Key) -> Action | None:
        kind, path, degree = member.kind, member.path, self._degree
        if kind == "extensions" or path in _NUMBERS | _OWN_REFERENCES | _AGENCIES | _PLACES:
            return self._done("left out", path, _drop)
        if path in _BIRTHS:
            first = {"day": 1} if degree.birth == "month" else {"month": 1, "day": 1}
            return self._done(
                f"{degree.birth} of",
                path,
                lambda value, family: shifted_day(value, family.days).replace(**first).isoformat(),
            )
        if kind == "date":
            return self._done(
                "shifted", path, lambda value, family: shifted_day(value, family.days).isoformat()
            )
        if kind == "instant":
            return self._done(
                "shifted", path, lambda value, family: shifted_instant(value, family.days)
            )
        if kind != "text" or path == _REFERENCE or path in _NOT_PERSONAL:
            return None
        if degree.keeps_text:
            return lambda value, family: self._without_names(path, value, family.known)
        if path in _SCALE_WORDS:
            return self._done(
                "token", path, lambda value, _: f"({key.digest('scale', *path, value).hex()[:16]})"
            )
        if member.is_required:
            return self._done("withheld", path, lambda value, _: WITHHELD)
        return self._done("left out", path, _drop)

    def _done(self, what: str, path: Path, action: Action) -> Action:
        said, changes = f"{what} {'.'.join(path)}", self._changes

        def counted(value: Any, family: Any) -> Any:
            changes[said] += 1
            return action(value, family)

        return counted

    def _without_names(self, path: Path, value: str, known: Hider) -> str:
        new, rest = known.without(value)
        self._remaining.update(remaining(rest))
        if new != value:
            self._changes[f"replaced {'.'.join(path)}"] += 1
        return new


def _labels(kinds: Mapping[str, str]) -> dict[str, str]:
    """Child 1, Professional 3: by what somebody is, in the order in which the records list them."""
    labels: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for person, kind in kinds.items():
        seen[kind] += 1
        labels[person] = f"{kind.replace('_', ' ').capitalize()} {seen[kind]}"
    return labels


def _makeup(record: dict[str, Any], birth: str) -> tuple[Any, ...]:
    kept = 4 if birth == "year" else 7
    case = record["case"].get("people", [])
    return (
        tuple(
            sorted(
                (p["kind"], p.get("date_of_birth", "")[:kept], p.get("expected_on", "")[:kept])
                for p in case
            )
        ),
        tuple(sorted(p["kind"] for p in record.get("participants", []))),
    )
