"""Records for secondary use: identifiers under a key, and detail that is not needed left out.

Neither function makes records anonymous. What remains (who met when, in which order, how a family is made up) may be enough for
somebody who knows the family to know them again; the report of `degrade` says what to look at. Whether the result may be shared is
for the people who answer for it.

Both read the record's schema to know what an id, a date and a free text is, so that a member which is added to the format is
treated like its kind.
"""

from __future__ import annotations

import datetime
import hashlib
import hmac
import secrets
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, cast

from ._hiding import WITHHELD, hider, roster, without_numbers
from ._members import DROP, Change, Path, changed
from ._native import Record

__all__ = ["DegradeReport", "Degraded", "degrade", "pseudonymise"]

Purpose = Literal["research", "regional", "training"]
_Source = Record | Mapping[str, Any] | str | bytes
_Family = list[dict[str, Any]]

_KEY_BYTES = 32

# Ids that are the profile's words, and texts that are no person's.
_OF_THE_PROFILE: frozenset[Path] = frozenset(
    {
        ("profile", "id"),
        ("case", "status"),
        ("referral", "scale", "id"),
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
_NEEDED: frozenset[Path] = frozenset({("scaling", "ratings", "on_behalf_of", "other")})


class _Key:
    """A key that no traceback, log or `repr` shows."""

    __slots__ = ("__secret",)

    def __init__(self, key: bytes) -> None:
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(
                f"key is {type(key).__name__}; bytes were expected, for example secrets.token_bytes(32)"
            )
        if len(key) < _KEY_BYTES:
            raise ValueError(f"key has {len(key)} bytes; {_KEY_BYTES} or more were expected")
        self.__secret = bytes(key)

    def __repr__(self) -> str:
        return "<key>"

    def __reduce__(self) -> str | tuple[Any, ...]:
        raise TypeError("a key is not pickled")

    def digest(self, *parts: str) -> bytes:
        """Of the parts, each with its length before it, so that nothing runs into its neighbour."""
        message = hmac.new(self.__secret, digestmod=hashlib.sha256)
        for part in parts:
            # Text is not always valid UTF-8 once somebody has cut it: every string has a digest.
            encoded = part.encode("utf-8", "surrogatepass")
            message.update(len(encoded).to_bytes(8, "big") + encoded)
        return message.digest()


def pseudonymise(
    records: _Source | Iterable[_Source], *, key: bytes, purpose: str = "analysis"
) -> list[Record]:
    """The same records with every identifier under a key.

    Ids of records, case references and references of other systems become keyed digests (HMAC-SHA-256), as do the ids of people,
    participants, entries and actions, which stay the same through the records of one family and differ between families. Names, NHS
    numbers and `extensions` are left out, and in free text the names that any of the family's records knows give way to the new
    ids. **All other free text, every date and the agencies stay**: see `degrade`.

    The same key and `purpose` give the same ids, so that later records join earlier ones; another purpose, or another field, gives
    others that nobody without the key can put beside them. Whoever holds the key can find the people again: keep it apart.

    `key` has 32 bytes or more (`ValueError`); it is never printed. A record that cannot be read raises `PanelError`.

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
    secret = _Key(key)
    del key
    given, families = _by_family(records)
    changes = {
        family: _pseudonymiser(family, theirs, secret, purpose)
        for family, theirs in families.items()
    }
    return [Record.from_dict(changed(record, changes[_family(record)])) for record in given]


def _pseudonymiser(family: str, records: _Family, key: _Key, purpose: str) -> Change:
    def token(field: str, scope: str, value: str) -> str:
        return f"{field[0]}-{key.digest('pseudonym', purpose, field, scope, value).hex()[:32]}"

    hidden = hider({person: token("id", family, person) for person in roster(records)}, records)

    def change(kind: str, path: Path, value: Any) -> Any:
        if kind == "extensions" or path in _NAMES or path in _NUMBERS:
            return DROP
        if path in _OF_A_RECORD:
            return token("record", "", value)
        if path == _REFERENCE:
            return token("case", "", value)
        if path in _OWN_REFERENCES:
            return token("reference", ".".join(path), value)
        if kind == "id" and path not in _OF_THE_PROFILE:
            return token("id", family, value)
        if kind == "text" and path not in _NOT_PERSONAL:
            return hidden(value)
        return value

    return change


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
    unlike_any_other: int
    """Families whose number of panels, births, and kinds of people and participants no other family here shares."""
    may_remain: tuple[str, ...]
    """What a reader who knows the family could still know them by."""


class Degraded(NamedTuple):
    """The records, and what may remain in them."""

    records: list[Record]
    report: DegradeReport


def degrade(
    records: _Source | Iterable[_Source], profile: Purpose = "research", *, key: bytes | None = None
) -> Degraded:
    """The same records with less in them, and a report of what may remain.

    - Names, NHS numbers, agencies, references of other systems and `extensions` are left out. (Seats stay: they are the profile's.)
    - Dates and times are shifted by whole weeks, up to half a year either way and never by none, the same for all records of a
      family: intervals, weekdays and ages stay. Days of birth then become the first of their month (`regional`: of their year).
    - Free text is left out (`research`, `regional`). The wording of a referrer's own scale becomes a token, so that numbers of
      differently worded scales are still not put together.
    - For `training` free text stays, and the names that any of the family's records knows become *Child 1* or *Professional 3*;
      e-mail addresses, postcodes and long numbers give way to words. Names that none of them knows stay: somebody has to read it.

    Ids and case references stay: `pseudonymise` as well, after this, so that names are still known here. Without a `key` (32 bytes or more) each call shifts differently and cannot
    be repeated; with one, records that come later are shifted like the earlier ones of their family. A degraded record is not one to
    `check`: what was left out would be missed. A record that cannot be read raises `PanelError`.
    """
    if profile not in _DEGREES:
        raise ValueError(f"profile: found another word, expected one of {', '.join(_DEGREES)}")
    secret = _Key(secrets.token_bytes(_KEY_BYTES) if key is None else key)
    del key
    degree = _DEGREES[profile]
    counted: Counter[str] = Counter()
    given, families = _by_family(records)
    changes = {
        family: _degrader(family, theirs, degree, secret, counted)
        for family, theirs in families.items()
    }
    panels: dict[str, list[Any]] = defaultdict(list)
    result = []
    for record in given:
        new = changed(record, changes[_family(record)])
        panels[_family(record)].append(_makeup(new))
        result.append(Record.from_dict(new))
    makeups = Counter((len(theirs), max(theirs)) for theirs in panels.values())
    report = DegradeReport(
        profile=profile,
        records=len(result),
        families=len(families),
        changed=dict(sorted(counted.items())),
        unlike_any_other=sum(count == 1 for count in makeups.values()),
        may_remain=_REMAINS + (_REMAINS_IN_TEXT if degree.keeps_text else ()),
    )
    return Degraded(result, report)


_REMAINS = (
    "ids and case references, unless they are pseudonymised as well",
    "the order and intervals of everything that happened, down to the minute of a sitting",
    "how the family is made up: kinds of people, month or year of birth, how many panels",
    "seats, numbers given, decisions, and rare combinations of them",
)
_REMAINS_IN_TEXT = (
    "nicknames, misspelt names, and names of anybody whom none of the family's records lists",
    "schools, streets, employers, and what happened, as people told it",
    "dates and ages that stand in a text",
)


def _degrader(
    family: str, records: _Family, degree: _Degree, key: _Key, counted: Counter[str]
) -> Change:
    weeks = int.from_bytes(key.digest("shift", family)[:8], "big") % 52 - 26
    shift = datetime.timedelta(weeks=weeks + (weeks >= 0))
    hidden = hider(_labels(roster(records)), records)

    def done(what: str, path: Path, value: Any) -> Any:
        counted[f"{what} {'.'.join(path)}"] += 1
        return value

    def text(path: Path, value: str) -> Any:
        if path in _SCALE_WORDS and not degree.keeps_text:
            return done("token", path, f"({key.digest('scale', *path, value).hex()[:16]})")
        if path in _NEEDED and not degree.keeps_text:
            return done("withheld", path, WITHHELD)
        if not degree.keeps_text:
            return done("left out", path, DROP)
        new = without_numbers(hidden(value))
        return new if new == value else done("replaced", path, new)

    def change(kind: str, path: Path, value: Any) -> Any:
        if kind == "extensions" or path in _NUMBERS or path in _OWN_REFERENCES or path in _AGENCIES:
            return done("left out", path, DROP)
        if kind == "date":
            day = datetime.date.fromisoformat(value) + shift
            if path in _BIRTHS:
                day = day.replace(day=1) if degree.birth == "month" else day.replace(month=1, day=1)
                return done(f"{degree.birth} of", path, day.isoformat())
            return done("shifted", path, day.isoformat())
        if kind == "instant":
            return done("shifted", path, _shifted_instant(value, shift))
        if kind == "text" and path != _REFERENCE and path not in _NOT_PERSONAL:
            return text(path, value)
        return value

    return change


def _labels(kinds: Mapping[str, str]) -> dict[str, str]:
    """Child 1, Professional 3: by what somebody is, in the order in which the records list them."""
    labels: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for person, kind in kinds.items():
        seen[kind] += 1
        labels[person] = f"{kind.replace('_', ' ').capitalize()} {seen[kind]}"
    return labels


def _shifted_instant(value: str, shift: datetime.timedelta) -> str:
    return (datetime.date.fromisoformat(value[:10]) + shift).isoformat() + value[10:]


def _makeup(record: dict[str, Any]) -> tuple[Any, ...]:
    case = record["case"].get("people", [])
    return (
        tuple(
            sorted((p["kind"], p.get("date_of_birth", ""), p.get("expected_on", "")) for p in case)
        ),
        tuple(sorted(p["kind"] for p in record.get("participants", []))),
    )


def _family(record: Mapping[str, Any]) -> str:
    return cast("str", record["case"]["reference"])


def _by_family(
    sources: _Source | Iterable[_Source],
) -> tuple[list[dict[str, Any]], dict[str, _Family]]:
    """The records as they were given, and those of each family: a name that one of them knows is hidden in all."""
    given = [_as_dict(source) for source in _each(sources)]
    families: dict[str, _Family] = defaultdict(list)
    for record in given:
        families[_family(record)].append(record)
    return given, families


def _each(sources: _Source | Iterable[_Source]) -> Iterable[_Source]:
    """Several sources as they are, one as a list of it."""
    if isinstance(sources, Record | Mapping | str | bytes):
        return [cast("_Source", sources)]
    return sources


def _as_dict(source: _Source) -> dict[str, Any]:
    if isinstance(source, Mapping):
        source = Record.from_dict(source)
    elif not isinstance(source, Record):
        source = Record.from_json(source)
    return cast("dict[str, Any]", source.to_dict())
