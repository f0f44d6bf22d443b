"""The module in the wheel's place: what the corpus' runner for Python asks of `support_panel`, answered by wasmtime.

The runner is that of the wheel to the last line, so that a difference between the two logs is one of the module.
"""

from __future__ import annotations

import datetime
import json
from typing import Any

from module import Module
from module import ModuleError as PanelError

__all__ = ["PanelError", "Profile", "Record", "Session", "explain", "trajectory"]

PANEL = Module()


def written(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def text_of(document: Profile | Record | None) -> str | None:
    return document and document.text


def lines_of(words: list[str] | None) -> str | None:
    return "\n".join(words) if words else None


class Profile:
    def __init__(self, text: str) -> None:
        self.text = text

    @classmethod
    def from_toml(cls, text: str | bytes) -> Profile:
        return cls(PANEL.text("read_profile_toml", text))

    @classmethod
    def from_json(cls, text: str | bytes) -> Profile:
        return cls(PANEL.text("read_profile", text))

    @classmethod
    def built_in(cls, id: str) -> Profile:
        return cls(PANEL.text("built_in_profile", id))

    @staticmethod
    def check(text: str) -> Any:
        return PANEL.json("profile_check", text)

    def diff(self, new: Profile) -> Any:
        return PANEL.json("profile_diff", self.text, new.text)

    def to_dict(self) -> Any:
        return json.loads(self.text)


class Finding:
    def __init__(self, members: dict[str, Any]) -> None:
        self.members = members

    def to_dict(self) -> dict[str, Any]:
        return self.members


class Record:
    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and self.text == other.text

    __hash__ = None  # type: ignore[assignment]

    @classmethod
    def from_json(cls, text: str | bytes) -> Record:
        return cls(PANEL.text("read", text))

    @classmethod
    def from_dict(cls, document: Any) -> Record:
        return cls.from_json(written(document))

    def to_json(self) -> str:
        return self.text

    def to_dict(self) -> Any:
        return json.loads(self.text)

    def check(
        self,
        profile: Profile | None = None,
        as_of: str | None = None,
        previous: Record | None = None,
    ) -> list[Finding]:
        found = PANEL.json("check", self.text, text_of(profile), as_of, text_of(previous), None)
        return [Finding(members) for members in found]

    def minutes(self, audience: str, profile: Profile | None = None) -> str:
        kind = ("minutes", audience, "markdown")
        return PANEL.text("paper", self.text, text_of(profile), *kind, None, None, None, None)

    def paper(
        self,
        name: str,
        reader: str,
        format: str,
        previous: Record | None = None,
        profile: Profile | None = None,
        confirmed: list[str] | None = None,
        given: list[str] | None = None,
        handed_over_by: str | None = None,
    ) -> str:
        kind = (name, reader, format, text_of(previous))
        copied = (lines_of(confirmed), handed_over_by, lines_of(given))
        return PANEL.text("paper", self.text, text_of(profile), *kind, *copied)

    def disclosures(
        self,
        reader: str,
        paper: str | None = None,
        profile: Profile | None = None,
        previous: Record | None = None,
        given: list[str] | None = None,
        handed_over_by: str | None = None,
    ) -> Any:
        about = (paper, reader, text_of(previous), handed_over_by, lines_of(given))
        return PANEL.json("disclosures", self.text, text_of(profile), *about)

    def redact(self, person: str) -> tuple[Record, Any]:
        redacted = PANEL.json("redact", self.text, person)
        return Record(redacted["record"]), redacted["report"]

    def summaries(self, profile: Profile | None = None, previous: Record | None = None) -> Any:
        return PANEL.json("summaries", self.text, text_of(profile), text_of(previous))

    def due_on(self, action: str, profile: Profile | None = None) -> datetime.date | None:
        due = PANEL.json("due_on", self.text, text_of(profile), action)
        return due and datetime.date.fromisoformat(due)

    def allocation(self, action: str, owner: str, profile: Profile | None = None) -> Any:
        return PANEL.json("allocation", self.text, text_of(profile), action, owner)

    def follow_on(self, id: str, held_on: str) -> Record:
        return Record(PANEL.text("follow_on", self.text, id, held_on))


class Session:
    def __init__(self, opened: dict[str, Any]) -> None:
        self.number: int = opened["session"]
        self.lost: Any = opened.get("lost")

    def __del__(self) -> None:
        PANEL.number("session_close", self.number)

    @classmethod
    def open(cls, record: Record, profile: Profile | None = None) -> Session:
        return cls(PANEL.json("session_open", record.text, text_of(profile), None))

    @classmethod
    def replay(cls, journal: str) -> Session:
        return cls(PANEL.json("session_replay", journal, None))

    def apply(self, command: Any, stamp: Any) -> Any:
        return PANEL.json("session_apply", self.number, written(command), written(stamp))

    def merge(self, other: Session) -> tuple[Session, Any]:
        merged = PANEL.json("session_merge", self.number, other.number)
        return Session(merged), merged["conflicts"]

    def record(self) -> Record:
        return Record(PANEL.text("session_record", self.number))

    def journal(self) -> str:
        return PANEL.text("session_journal", self.number)

    @property
    def standing(self) -> Any:
        return PANEL.json("session_standing", self.number)


def trajectory(records: list[Record], profile: Profile | None = None) -> Any:
    return PANEL.json("trajectory", "\n".join(record.text for record in records), text_of(profile))


def explain(code: str) -> Any:
    return PANEL.json("explain", code, None)
