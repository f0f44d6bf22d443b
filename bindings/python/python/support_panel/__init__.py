"""Multi-agency support panels: the map, the agenda, the scaling questions, and who does what by when.

>>> from support_panel import Record
>>> record = Record.from_json('''{
...     "format": "support-panel/1", "id": "panel-1",
...     "profile": {"id": "leicester-masp", "version": "2017.1"},
...     "case": {"reference": "EHA-1"}
... }''')
>>> record.check()
[]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast, overload

from . import agreement
from ._errors import MissingFileError, PanelError
from ._native import (
    FORMAT,
    RULES_EDITION,
    VERSION,
    Profile,
    Record,
    Session,
    Table,
    Tables,
    codes,
    iter_records,
    profiles,
    read_ndjson,
    rules,
    rules_diff,
    schema,
    stream_ndjson,
    tracker,
    trajectory,
)
from ._native import explain as _explain

if TYPE_CHECKING:
    from ._findings import Finding
    from ._progress import Progress
    from ._writing import write_ndjson
    from .privacy import degrade, pseudonymise
    from .types import ExplanationDict, FindingExplainedDict

__all__ = [
    "FORMAT",
    "RULES_EDITION",
    "VERSION",
    "Finding",
    "MissingFileError",
    "PanelError",
    "Profile",
    "Progress",
    "Record",
    "Session",
    "Table",
    "Tables",
    "agreement",
    "codes",
    "degrade",
    "explain",
    "iter_records",
    "profiles",
    "pseudonymise",
    "read_ndjson",
    "rules",
    "rules_diff",
    "schema",
    "stream_ndjson",
    "tracker",
    "trajectory",
    "write_ndjson",
]

__version__ = VERSION


@overload
def explain(what: str, profile: Profile | None = None) -> ExplanationDict: ...
@overload
def explain(what: Finding, profile: Profile | None = None) -> FindingExplainedDict: ...
def explain(
    what: str | Finding, profile: Profile | None = None
) -> ExplanationDict | FindingExplainedDict:
    """What a rule or another code means; of a finding, also what its rule read.

    The rules that a profile has of its own are explained where that profile is given.
    """
    if isinstance(what, str):
        return _explain(what, profile)
    explained = {**_explain(what.code, profile), "finding": what.to_dict(), "read": dict(what.read)}
    return cast("FindingExplainedDict", explained)


def __getattr__(name: str) -> Any:
    # Imported when first wanted: most of what importing this package would cost.
    if name == "Finding":
        from ._findings import Finding

        return Finding
    if name in ("analysis", "plot", "privacy"):
        return import_module(f".{name}", __name__)
    if name in ("degrade", "pseudonymise"):
        return getattr(import_module(".privacy", __name__), name)
    if name == "write_ndjson":
        from ._writing import write_ndjson

        return write_ndjson
    if name == "Progress":
        from ._progress import Progress

        return Progress
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
