"""Records for secondary use: identifiers under a key, and detail that is not needed left out.

Neither function makes records anonymous. What remains (who met when, in which order, how a family is made up) may be enough for
someone who knows the family to know them again; the report of `degrade` says what to look at. Whether the result may be shared is
for the people who answer for it.

Both read the record's schema to know what an id, a date and a free text is, so that a member which is added to the format is
treated like its kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

from support_panel import Record
from support_panel.privacy import DegradeReport

from .hiding import NUMBER, WITHHELD, Hider, Known
from .keys import Key
from .members import DROP, Action, Member, Path, rewriter
from .rewriting import Rewriting, family_of
from .shapes import remaining
from .shifting import shifted_day, shifted_instant

__all__ = ["degrade", "pseudonymise"]

Purpose = Literal["research", "regional", "training"]

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
# Where a panel is held may be someone's home.
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
    records: Iterable[Record], *, key: bytes, purpose: str = "analysis"
) -> list[Record]:
    """The same records with every identifier under a key."""
    return list(_Pseudonymised(records, Key(key), purpose))


class _Pseudonyms(NamedTuple):
    """What becomes of the identifiers of one family."""

    token: Any
    known: Hider
    own: dict[str, str]


class _Pseudonymised(Rewriting[_Pseudonyms]):
    """Records with every identifier under a key, one at a time."""

    def __init__(self, records: Iterable[Record], key: Key, purpose: str) -> None:
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

        super().__init__(records, of_family, rewriter(rule))


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


def degrade(
    records: Iterable[Record], profile: Purpose, *, key: bytes
) -> tuple[list[Record], DegradeReport]:
    """The same records with less in them, and a report of what may remain."""
    stream = _Degraded(records, profile, Key(key))
    return list(stream), stream.report


_REMAINS = (
    "ids and case references, unless they are pseudonymised as well",
    "the order and intervals of everything that happened, down to the minute of a sitting",
    "how the family is made up: kinds of people, month or year of birth, how many panels",
    "seats, numbers given, decisions, and rare combinations of them",
)
_REMAINS_IN_TEXT = (
    "nicknames, misspelt names, and names of anyone whom none of the family's records lists",
    "schools, streets, employers, and what happened, as people told it",
    "ages and times that stand in a text",
)


class _Shift(NamedTuple):
    """What becomes of the days and texts of one family."""

    days: int
    known: Hider


class _Degraded(Rewriting[_Shift]):
    """Records with less in them, one at a time."""

    def __init__(self, records: Iterable[Record], profile: Purpose, key: Key) -> None:
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

        super().__init__(records, of_family, rewriter(lambda member: self._rule(member, key)))

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
    """Child 1, Professional 3: by what someone is, in the order in which the records list them."""
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
