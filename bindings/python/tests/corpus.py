"""The conformance corpus: reads the files of `tests/cases` and says what each case starts from.

What every member means is written in `tests/cases/README.md`.
"""

from __future__ import annotations

import copy
import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import support_panel
from support_panel import PanelError, Profile, Record, Session

FOLDER = Path(os.environ.get("SUPPORT_PANEL_REPOSITORY", Path(__file__).parents[3])) / "tests"

MEMBERS = {
    "name", "operation", "expect", "record", "set", "remove", "text", "hex", "parts", "format", "profile", "profile_set",
    "profile_remove", "as_of", "previous", "previous_set", "previous_remove", "records", "action", "owner", "id", "held_on", "code", "steps", "old", "new",
    "reader", "confirmed", "given", "handed_over_by", "paper", "person", "shared", "ours", "theirs", "other", "cut", "replace",
}  # fmt: skip

PAPERS = (
    "invitation", "agenda", "mapping-template", "referral-form", "question-card", "scoring-slips", "minutes", "map", "plan", "letter",
    "child", "review", "case-system", "before-you-send",
)  # fmt: skip
TEXT = ("markdown", "html", "text")
FILES = ("word", "pdf", "excel")
NOT_IN_THE_MODULE = {"files"}
"""Operations that the module without imports has not: it writes text alone."""

Case = dict[str, Any]


def files() -> list[Path]:
    """Every file of cases; last what `tests/json-suite` has fetched and `tests/synthetic` has written."""
    others = [FOLDER.parent / "target" / f"{name}.json" for name in ("json-suite", "synthetic")]
    return [*sorted((FOLDER / "cases").glob("*.json")), *filter(Path.is_file, others)]


def cases(file: Path) -> list[Case]:
    listed: list[Case] = json.loads(file.read_text(encoding="utf-8"))["cases"]
    return listed


def run(case: Case) -> Any:
    """All that the library gives for a case: an answer, or the error that it is refused with."""
    unknown = set(case) - MEMBERS
    assert not unknown, f"this runner does not know the members {unknown}"
    operation = OPERATIONS.get(case["operation"])
    assert operation, f"this runner does not know the operation {case['operation']}"
    try:
        return operation(case)
    except PanelError as error:
        return refusal(error)


def refusal(error: PanelError) -> dict[str, Any]:
    """A refusal, its message as it is shown: with where it is and its code, as in the other languages."""
    members = {key: getattr(error, key) for key in ("code", "path", "line", "column")}
    return {"error": {**members, "message": str(error)}}


def comparable(case: Case, answer: Any) -> Any:
    """What of an answer is compared with `expect`: findings without messages, and of a document its values."""
    if isinstance(answer, dict) and "error" in answer:
        return answer
    match case["operation"]:
        case "check":
            keys = ("code", "severity", "path", "subject")
            return [[finding[key] for key in keys] for finding in answer["findings"]]
        case "allocation":
            reasons = [
                {key: value for key, value in reason.items() if key != "message"}
                for reason in answer["reasons"]
            ]
            assert all(reason["message"] for reason in answer["reasons"]), "a reason says nothing"
            return {**answer, "reasons": reasons}
        case "follow_on":
            return json.loads(answer["text"])
        case "papers" | "files":
            return {paper: made(formats) for paper, formats in answer.items()}
        case "disclosures":
            return [[one["path"], one["because"]] for one in answer if not one["shown"]]
        case "redact":
            return answer["report"]
        case "everything":
            return {"ok": True}
        case "merge":
            told = [
                [one["theirs"]["event"]["type"], one.get("refusal")] for one in answer["conflicts"]
            ]
            events = map(json.loads, answer["journal"].splitlines()[1:])
            return {"conflicts": told, "steps": [event["event"]["type"] for event in events]}
        case "replay":
            return {"lost": answer["lost"], "standing": answer["standing"]}
        case "session":
            if "standing" in case["expect"]:
                return {"standing": answer["standing"]}
            # A record of the corpus is named, and must be the same to the last byte.
            named = case["expect"].get("record")
            if isinstance(named, str):
                of_the_corpus = Record.from_json(stored("records", named, "json")).to_json()
                if of_the_corpus == answer["text"]:
                    return {"record": named}
            return {"record": json.loads(answer["text"])}
        case _:
            return answer


def made(formats: dict[str, Any]) -> Any:
    """Whether a paper was made, or why not: one word where that is so in each format."""
    words = {
        format: told["error"]["code"] if isinstance(told, dict) else "made"
        for format, told in formats.items()
    }
    return words if len(set(words.values())) > 1 else next(iter(words.values()))


def log_line(file: Path, case: Case, answer: Any) -> str:
    """A line of the log that `tests/compare-logs` holds against those of the other languages."""
    operation = case["operation"]
    return sorted_text(
        {"answer": answer, "case": case["name"], "file": file.name, "operation": operation}
    )


def sorted_text(value: Any) -> str:
    separators = (",", ":")
    return json.dumps(canonical(value), ensure_ascii=False, sort_keys=True, separators=separators)


def digest(value: Any) -> str:
    """The digest of a value as the log would have it: for what is too long to be kept whole."""
    return hashlib.sha256(sorted_text(value).encode()).hexdigest()


def canonical(value: Any) -> Any:
    """A whole number as one: the form that each language can give."""
    if isinstance(value, dict):
        return {key: canonical(member) for key, member in value.items()}
    if isinstance(value, list):
        return [canonical(item) for item in value]
    if isinstance(value, float):
        assert "e" not in repr(value), "a number that the languages write in their own ways"
        return int(value) if value.is_integer() else value
    return value


def holds(expected: Any, found: Any) -> bool:
    """Values are the same whole; of an error, each member that the case gives."""
    wanted = expected.get("error") if isinstance(expected, dict) else None
    if wanted is None or not isinstance(found, dict) or "error" not in found:
        return same(expected, found)
    return "code" in wanted and all(
        found["error"].get(key) == value for key, value in wanted.items()
    )


def same(a: Any, b: Any) -> bool:
    """Whether two JSON values are the same: objects in any order, numbers by value, and true is no number."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    return bool(a == b)


def stored(folder: str, name: str, ending: str) -> bytes:
    return (FOLDER / folder / f"{name}.{ending}").read_bytes()


def edited(document: Any, remove: list[str] | None, values: dict[str, Any] | None) -> Any:
    """Removes, one after another, then sets, in the order given."""
    for pointer in remove or []:
        *above, last = steps(pointer)
        holder = document
        for step in above:
            holder = holder[int(step)] if isinstance(holder, list) else holder[step]
        del holder[int(last) if isinstance(holder, list) else last]
    for pointer, value in (values or {}).items():
        put(document, steps(pointer), copy.deepcopy(value))
    return document


def steps(pointer: str) -> list[str]:
    assert pointer.startswith("/"), f"{pointer} is no pointer to a member"
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer[1:].split("/")]


def put(at: Any, path: list[str], value: Any) -> None:
    for step, following in zip(path, [*path[1:], None], strict=True):
        # A list that an item is appended to is made as well.
        fresh: Any = value if following is None else [] if following == "-" else {}
        if isinstance(at, list):
            place = len(at) if step == "-" else int(step)
            if place == len(at):
                at.append(fresh)
            elif following is None:
                at[place] = fresh
            at = at[place]
        else:
            if following is None or at.get(step) is None:
                at[step] = fresh
            at = at[step]


def written(document: Any) -> str:
    """Without white space, as the other runners write: an error's column is then the same."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def stored_record(case: Case, name: str, prefix: str = "") -> bytes | str:
    """A record of `tests/records`, with its edits; without any it is handed over as it stands in the file."""
    text = stored("records", name, "json")
    remove, values = case.get(f"{prefix}remove"), case.get(f"{prefix}set")
    if remove is None and values is None:
        return text
    return written(edited(json.loads(text), remove, values))


def given(case: Case) -> bytes | str:
    ways = [key for key in ("record", "text", "hex", "parts") if key in case]
    assert len(ways) == 1, "it gives none, or more than one, of record, text, hex and parts"
    match ways[0]:
        case "record":
            return stored_record(case, case["record"])
        case "text":
            return str(case["text"])
        case "hex":
            return bytes.fromhex(case["hex"])
        case _:
            return "".join(text * times for text, times in case["parts"])


def record(case: Case) -> Record:
    return Record.from_json(given(case))


def stored_profile(name: str) -> Profile:
    try:
        return Profile.from_toml(stored("profiles", name, "toml"))
    except FileNotFoundError:
        return Profile.built_in(name)


def profile(case: Case) -> Profile | None:
    """The profile of a case; none where it is the built-in one that the record names, as it stands."""
    if "profile" in case:
        return changed(case, stored_profile(case["profile"]))
    if "profile_remove" in case or "profile_set" in case:
        return changed(case, Profile.built_in(record(case).to_dict()["profile"]["id"]))
    return None


def changed(case: Case, of: Profile) -> Profile:
    remove, values = case.get("profile_remove"), case.get("profile_set")
    if remove is None and values is None:
        return of
    return Profile.from_json(written(edited(of.to_dict(), remove, values)))


def previous(case: Case) -> Record | None:
    return (
        Record.from_json(stored_record(case, case["previous"], "previous_"))
        if "previous" in case
        else None
    )


def check(case: Case) -> Any:
    asked, under = record(case), profile(case)
    before = previous(case)
    findings = asked.check(profile=under, as_of=case.get("as_of"), previous=before)
    # What else the library says of such a record is no matter of `expect`, and stands in the log.
    return {
        "findings": [finding.to_dict() for finding in findings],
        "minutes": or_refusal(lambda: asked.minutes("professionals", profile=under)),
        "summaries": or_refusal(lambda: asked.summaries(profile=under, previous=before)),
    }


def or_refusal(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except PanelError as error:
        return refusal(error)


def write(case: Case) -> Any:
    text = record(case).to_json()
    assert Record.from_json(text).to_json() == text, "written again it is another text"
    return {"text": text}


def read(case: Case) -> Any:
    record(case)
    return {"ok": True}


def read_profile(case: Case) -> Any:
    assert ("text" in case) != ("profile" in case), "it gives neither or both of text and profile"
    if "profile" in case:
        changed(case, stored_profile(case["profile"]))
    elif case.get("format") == "toml":
        Profile.from_toml(case["text"])
    else:
        Profile.from_json(case["text"])
    return {"ok": True}


def profile_check(case: Case) -> Any:
    checked = Profile.check(case["text"])

    def of(rows: Any, *keys: str) -> Any:
        return [[row.get(key) for key in keys] for row in rows]

    return {
        "faults": of(checked["faults"], "code", "path", "line", "column", "word", "nearest"),
        "warnings": of(checked["warnings"], "doubt", "path", "line"),
        "counts": of(checked["counts"], "n", "of"),
    }


def profile_diff(case: Case) -> Any:
    old, new = Profile.from_toml(case["old"]), Profile.from_toml(case["new"])
    return [[change["path"], change.get("consequence")] for change in old.diff(new)]


def due_on(case: Case) -> Any:
    due = record(case).due_on(case["action"], profile=profile(case))
    return {"due": due and due.isoformat()}


def allocation(case: Case) -> Any:
    return record(case).allocation(case["action"], case["owner"], profile=profile(case))


def follow_on(case: Case) -> Any:
    return {"text": record(case).follow_on(case["id"], case["held_on"]).to_json()}


def summaries(case: Case) -> Any:
    return record(case).summaries(profile=profile(case), previous=previous(case))


def trajectory(case: Case) -> Any:
    """The edits are those of the list of records as a whole: `/1/id` is the id of the second."""
    listed = [json.loads(stored("records", name, "json")) for name in case["records"]]
    listed = edited(listed, case.get("remove"), case.get("set"))
    profile = changed(case, stored_profile(case["profile"])) if "profile" in case else None
    return support_panel.trajectory([Record.from_dict(one) for one in listed], profile=profile)


def explain(case: Case) -> Any:
    return support_panel.explain(case["code"])


def opened(case: Case) -> Session:
    opening = record(case)
    if "id" in case:
        opening = opening.follow_on(case["id"], case["held_on"])
    return Session.open(opening, profile(case))


def take(sitting: Session, steps: list[Any]) -> list[Any]:
    """Each step that gives `expect` is refused with that code, and every other is taken; what each was refused with."""
    taken = []
    for index, step in enumerate(steps):
        try:
            sitting.apply(step["command"], step["stamp"])
            refused = None
        except PanelError as error:
            refused = refusal(error)
        found = refused and refused["error"]["code"]
        expected = step.get("expect")
        assert found == expected, f"step {index}: expected {expected}, found {found}"
        taken.append(refused)
    return taken


def session(case: Case) -> Any:
    sitting = opened(case)
    taken = take(sitting, case["steps"])
    replayed = Session.replay(sitting.journal()).record()
    assert replayed == sitting.record(), "its journal brings another record back"
    return {
        "journal": sitting.journal(),
        "standing": sitting.standing,
        "steps": taken,
        "text": sitting.record().to_json(),
    }


def merge(case: Case) -> Any:
    """Two hands, after the steps that both have; the second of another record where `other` names one."""
    ours = opened(case)
    take(ours, case.get("shared", []))
    if "other" in case:
        theirs = Session.open(Record.from_json(stored("records", case["other"], "json")))
    else:
        theirs = opened(case)
        take(theirs, case.get("shared", []))
    take(ours, case.get("ours", []))
    take(theirs, case.get("theirs", []))
    merged, conflicts = ours.merge(theirs)
    text = merged.record().to_json()
    return {"conflicts": conflicts, "journal": merged.journal(), "text": text}


def replay(case: Case) -> Any:
    """The journal of these steps, or else a text, without its last bytes or with one text in place of another."""
    if "steps" in case:
        sitting = opened(case)
        take(sitting, case["steps"])
        journal = sitting.journal()
    else:
        journal = case["text"]
    journal = journal[: len(journal) - case.get("cut", 0)]
    if "replace" in case:
        old, new = case["replace"]
        assert old in journal, "the journal has not the text to be replaced"
        journal = journal.replace(old, new, 1)
    back = Session.replay(journal)
    return {"lost": back.lost, "standing": back.standing, "text": back.record().to_json()}


def told(case: Case) -> dict[str, Any]:
    """What papers are told, beside their reader."""
    return {
        "profile": profile(case),
        "previous": previous(case),
        "given": case.get("given", []),
        "handed_over_by": case.get("handed_over_by"),
    }


def papers(case: Case) -> Any:
    """Every paper in each format of text."""
    asked, options = record(case), {**told(case), "confirmed": case.get("confirmed", [])}

    def paper(name: Any, format: Any) -> Any:
        return or_refusal(lambda: digest(asked.paper(name, case["reader"], format, **options)))

    return {name: {format: paper(name, format) for format in TEXT} for name in PAPERS}


def files_of(case: Case) -> Any:
    """Every paper as a file of other people's programs, and the calendar."""
    asked, options = record(case), {**told(case), "confirmed": case.get("confirmed", [])}

    def file(name: Any, format: Any) -> Any:
        def made() -> str:
            content: Any = asked.paper(name, case["reader"], format, **options)
            content = content.encode() if isinstance(content, str) else content
            return hashlib.sha256(content).hexdigest()

        return or_refusal(made)

    every = {name: {format: file(name, format) for format in FILES} for name in PAPERS}
    return {**every, "calendar": {"calendar": file("calendar", "calendar")}}


def disclosures(case: Case) -> Any:
    return record(case).disclosures(case["reader"], case.get("paper"), **told(case))


def redact(case: Case) -> Any:
    without, report = record(case).redact(case["person"])
    return {"report": report, "text": without.to_json()}


def everything(case: Case) -> Any:
    """Whatever there is to ask of one record, each answer as a digest: `tests/synthetic` has it asked of many."""
    asked, under = record(case), profile(case)
    findings = asked.check(profile=under, as_of="2026-12-01")
    people: Any = asked.to_dict()["case"].get("people", [])
    someone = people[0]["id"] if people else "nobody"

    def of(reader: str) -> Any:
        def paper(name: Any, format: Any) -> Any:
            return or_refusal(lambda: digest(asked.paper(name, reader, format, profile=under)))

        return {
            "copy": or_refusal(lambda: digest(asked.disclosures(reader, profile=under))),
            "papers": [paper(name, "markdown") for name in PAPERS],
            "minutes": [paper("minutes", format) for format in TEXT[1:]],
        }

    return {
        "findings": digest([finding.to_dict() for finding in findings]),
        "follow_on": or_refusal(lambda: digest(asked.follow_on("next", "2031-01-01").to_json())),
        "readers": [of(reader) for reader in ("professionals", "family", someone)],
        "redacted": or_refusal(lambda: digest(asked.redact(someone)[0].to_json())),
        "summaries": or_refusal(lambda: digest(asked.summaries(profile=under))),
    }


OPERATIONS = {
    "session": session,
    "merge": merge,
    "replay": replay,
    "papers": papers,
    "files": files_of,
    "disclosures": disclosures,
    "redact": redact,
    "everything": everything,
    "check": check,
    "read": read,
    "write": write,
    "read_profile": read_profile,
    "profile_check": profile_check,
    "profile_diff": profile_diff,
    "due_on": due_on,
    "allocation": allocation,
    "follow_on": follow_on,
    "summaries": summaries,
    "trajectory": trajectory,
    "explain": explain,
}
