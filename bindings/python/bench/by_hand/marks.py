"""Rules about marks: whom they name, and what they leave in sight (SP801 to SP804).

The page says of these rules less than a program must know: which texts are read, and what of a name is looked for,
is taken from the library.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from .engine import Found, rule
from .view import FAMILY, Json, View

EVERYONE, PROFESSIONALS = "everyone", "professionals"

# What of the names of those who share one is looked at, and of a long name; how short a word tells nothing by itself.
NAMESAKES, WORDS, LETTERS = 8, 12, 3

Marked = Iterator[tuple[Json, str, str | None]]


def marks_of(holder: Json, text: str) -> Json:
    """The marks of a plain text, which stand beside it."""
    return (holder.get("marks") or {}).get(text) or {}


def each_marked(v: View) -> Marked:
    """Everything that may be marked, with its path and its subject."""
    for i, person in enumerate(v.people):
        yield person, f"/case/people/{i}", person["id"]
    yield v.referral, "/referral", None
    yield v.service, "/agreement/service", None
    yield v.sharing, "/agreement/sharing", None
    for text in ("place", "inquorate_reason", "adjourned_reason"):
        yield marks_of(v.meeting, text), f"/meeting/marks/{text}", None
    for i, participant in enumerate(v.participants):
        yield participant, f"/participants/{i}", participant["id"]
    for i, item in enumerate(v.agenda):
        yield item, f"/agenda/{i}", item["stage"]
    for i, entry in enumerate(v.mapping):
        yield entry.get("settled") or {}, f"/mapping/{i}/settled", entry["id"]
        yield entry, f"/mapping/{i}", entry["id"]
    for i, sitting in enumerate(v.scaling):
        for name in ("ratings", "abstentions"):
            for j, item in enumerate(sitting.get(name) or ()):
                yield item, f"/scaling/{i}/{name}/{j}", item["by"]
    for i, action in enumerate(v.actions):
        yield action, f"/actions/{i}", action["id"]
    for i, item in enumerate(v.children):
        yield item, f"/outcome/children/{i}", item["child"]
    for i, dissent in enumerate(v.outcome.get("dissent") or ()):
        yield dissent, f"/outcome/dissent/{i}", dissent["by"]
    yield v.feedback, "/outcome/feedback", None
    for text in ("reason", "contingency"):
        yield marks_of(v.outcome, text), f"/outcome/marks/{text}", None


def _lists(v: View) -> Iterator[tuple[list[str], str, str | None]]:
    yield v.case.get("separate_copies") or [], "/case/separate_copies", None
    for i, person in enumerate(v.people):
        yield person.get("unlisted_for") or [], f"/case/people/{i}/unlisted_for", person["id"]
    for marked, path, subject in each_marked(v):
        yield marked.get("withheld_from") or [], f"{path}/withheld_from", subject


def lost_in_marks(v: View) -> Iterator[tuple[str, str | None, str]]:
    """Each id in a mark that is nobody's: its path, the subject, and the id."""
    anybody = v.person.keys() | v.participant.keys()
    withdrawn = {place for place, item in enumerate(v.mapping) if item.get("withdrawn")}
    for ids, path, subject in _lists(v):
        steps = path.split("/")
        if steps[1] == "mapping" and int(steps[2]) in withdrawn:
            continue
        for n, one in enumerate(ids):
            if one not in anybody:
                yield f"{path}/{n}", subject, one


@rule("SP801", "warning", "R")
def names_no_one_of_the_family(v: View) -> Found:
    for ids, path, subject in _lists(v):
        # An id of nobody keeps it from all of them, and is a wrong reference alone.
        if ids and not any(
            v.participant.get(one, {"kind": "family"})["kind"] in FAMILY for one in ids
        ):
            yield path, subject, "Nobody listed is of the family."


def withholds(marked: Json) -> bool:
    return marked.get("visible_to") == PROFESSIONALS or bool(marked.get("withheld_from"))


@rule("SP802", "error", "R")
def concealed_from_the_family(v: View) -> Found:
    for path, one in (
        ("/meeting/chair", v.meeting.get("chair")),
        ("/outcome/lead_practitioner", v.outcome.get("lead_practitioner")),
        ("/outcome/feedback/owner", v.feedback.get("owner")),
    ):
        participant = v.participant.get(one)
        if participant is not None:
            person = v.person.get(participant.get("person")) or {}
            if withholds(participant) or person.get("unlisted_for"):
                yield path, None, f"{one} is concealed."


def _from_whom(v: View, marked: Json) -> set[str] | None:
    """From whom a mark keeps something, each under one id; None is all of the family."""
    listed = marked.get("withheld_from") or ()
    if marked.get("visible_to") == PROFESSIONALS:
        return None
    if any(one not in v.person and one not in v.participant for one in listed):
        return None
    known = set()
    for one in listed:
        person = (v.participant.get(one) or {}).get("person")
        known.add(person if person in v.person else one)
    return known


def covers(v: View, outer: Json, inner: Json) -> bool:
    """Whether nobody from whom the inner mark keeps something is shown what the outer one marks."""
    kept, to_keep = _from_whom(v, outer), _from_whom(v, inner)
    return kept is None or (to_keep is not None and to_keep <= kept)


@rule("SP803", "warning", "R")
def points_to_something_withheld(v: View) -> Found:
    said = "It points to something withheld from whoever may see it."
    pointing = [(f"/mapping/{i}/answers", item, item.get("answers")) for i, item in v.on_map]
    pointing += [(f"/actions/{i}/serves", a, a.get("serves")) for i, a in enumerate(v.actions)]
    for path, item, references in pointing:
        for n, one in enumerate(references or ()):
            entry = v.entry.get(one)
            if entry is not None and withholds(entry) and not covers(v, item, entry):
                yield f"{path}/{n}", item["id"], said
    if v.previous is None:
        return
    before = {action["id"]: action for action in reversed(v.previous.get("actions") or [])}
    for i, action in enumerate(v.actions):
        carried = action.get("carried_from")
        if carried and carried["record"] == v.previous["id"]:
            earlier = before.get(carried["action"])
            if earlier is not None and withholds(earlier) and not covers(v, action, earlier):
                yield f"/actions/{i}/carried_from/action", action["id"], said


def _split(text: str | None) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text or "").split()


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(word.lower() for word in _split(text))


@rule("SP804", "warning", "R")
def text_names_somebody_concealed(v: View) -> Found:
    names: dict[tuple[str, ...], list[Json]] = defaultdict(list)
    of_others: set[tuple[str, ...]] = set()

    def look_for(name: str | None, marks: Json, *, in_parts: bool) -> None:
        parts = [_words(name)[:WORDS]]
        if in_parts:
            parts += [
                _words(word) for word in _split(name) if word[0].isupper() and len(word) >= LETTERS
            ]
        for part in filter(None, parts):
            if len(names[part]) < NAMESAKES:
                names[part].append(marks)

    for person in v.people:
        unborn = person.get("expected_on") and not person.get("date_of_birth")
        marks = {"withheld_from": person.get("unlisted_for")}
        if unborn and person.get("visible_to") != EVERYONE:
            marks["visible_to"] = PROFESSIONALS
        if withholds(marks):
            look_for(person.get("name"), marks, in_parts=True)
        else:
            of_others.update((word,) for word in _words(person.get("name")))
    for participant in v.participants:
        if withholds(participant):
            person = v.person.get(participant.get("person")) or {}
            look_for(participant.get("name"), participant, in_parts=True)
            look_for(person.get("name"), participant, in_parts=True)
            look_for(participant.get("agency"), participant, in_parts=False)
        else:
            of_others.update((word,) for word in _words(participant.get("name")))
    sought = {words: marks for words, marks in names.items() if words not in of_others}
    if not sought:
        return
    lengths = {len(words) for words in sought}
    for text, marked, path, subject in _texts(v):
        words = _words(text)
        spoken = {
            words[at : at + length] for length in lengths for at in range(len(words) - length + 1)
        }
        if any(not covers(v, marked, marks) for part in spoken for marks in sought.get(part, ())):
            yield path, subject, "It names somebody who is concealed."


def _texts(v: View) -> Iterator[tuple[str, Json, str, str | None]]:
    """Every text that a copy for the family may show, and the marks that it is under."""
    for marked, path, subject, names in _holders(v):
        for name in names.split():
            text = marked[0]
            for key in name.split("/"):
                text = (text or {}).get(key)
            if text:
                yield text, marked[1], f"{path}/{name}", subject


def _holders(v: View) -> Iterator[tuple[tuple[Json, Json], str, str | None, str]]:
    """What holds texts with the marks that they are under, its path, its subject, and the names of the texts."""

    def lifted(marked: Json) -> bool:
        return marked.get("visible_to") == EVERYONE

    for i, person in enumerate(v.people):
        if lifted(person):
            yield (person, person), f"/case/people/{i}", person["id"], "views_note"
    names = "reason best_hopes background" if lifted(v.referral) else "reason best_hopes"
    yield (v.referral, v.referral), "/referral", None, names
    scale = v.referral.get("scale") if lifted(v.referral) else None
    if scale:
        path = "/referral/scale"
        yield (scale, v.referral), path, None, "prompt anchors/min anchors/max"
        for i, point in enumerate(scale.get("points") or ()):
            yield (point, v.referral), f"{path}/points/{i}", None, "means"
        for i, question in enumerate(scale.get("follow_ups") or ()):
            yield (question, v.referral), f"{path}/follow_ups/{i}", None, "text"
    for name, holder, text in (("service", v.service, "reason"), ("sharing", v.sharing, "note")):
        if lifted(holder):
            yield (holder, holder), f"/agreement/{name}", None, text
    for text in ("place", "adjourned_reason"):
        yield (v.meeting, marks_of(v.meeting, text)), "/meeting", None, text
    for i, item in enumerate(v.agenda):
        if lifted(item):
            yield (item, item), f"/agenda/{i}", item["stage"], "note"
    for i, entry in v.on_map:
        names = "text evidence statement/about statement/impact"
        yield (entry, entry), f"/mapping/{i}", entry["id"], names
        settled = entry.get("settled") or {}
        marks = settled if withholds(settled) else entry
        yield (settled, marks), f"/mapping/{i}/settled", entry["id"], "how"
    for i, sitting in enumerate(v.scaling):
        for j, rating in enumerate(sitting.get("ratings") or ()):
            path = f"/scaling/{i}/ratings/{j}"
            names = "on_behalf_of/other reason one_point_higher"
            yield (rating, rating), path, rating["by"], names
        for j, abstention in enumerate(sitting.get("abstentions") or ()):
            path = f"/scaling/{i}/abstentions/{j}"
            yield (abstention, abstention), path, abstention["by"], "reason"
    for i, action in enumerate(v.actions):
        names = "text outcome cancelled_reason" if lifted(action) else "text outcome"
        yield (action, action), f"/actions/{i}", action["id"], names
    for text in ("reason", "contingency"):
        yield (v.outcome, marks_of(v.outcome, text)), "/outcome", None, text
    for i, item in enumerate(v.children):
        yield (item, item), f"/outcome/children/{i}", item["child"], "reason"
    for i, dissent in enumerate(v.outcome.get("dissent") or ()):
        yield (dissent, dissent), f"/outcome/dissent/{i}", dissent["by"], "view"
    if lifted(v.feedback):
        yield (v.feedback, v.feedback), "/outcome/feedback", None, "how"
