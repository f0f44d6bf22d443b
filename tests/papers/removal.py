"""What a reader may have of a record, worked out from the table in docs/papers.md alone, over the JSON.

It shares nothing with the library's own `copy_of`: tests/papers/compare holds the two against each other, on invented
records with random marks. Each rule of the table is a name in RULES that can be switched off; a comparison that does not
notice is a fault of the comparison.
"""

from __future__ import annotations

from datetime import date
from typing import Any

Json = dict[str, Any]

PANEL = "support-panel:the-panel"

# The rows of the table, each of which can be switched off to see that the comparison bites.
RULES = {
    "attendance",  # entries, reasons, contingency, shared actions: only where every reader attended
    "children_apart",  # what only children or advocates raised, and a child's numbers
    "own_numbers",  # a reader's own numbers
    "adults_aloud",  # numbers of adults of the family side who attended, once revealed
    "guesses",  # a guess is its giver's
    "span",  # professionals' numbers as a span, of three at least
    "views",  # views, gathered apart
    "births_and_numbers",  # dates of birth, NHS numbers
    "background",
    "agreement",
    "earlier_wordings",
    "withdrawn",
    "recording",
    "extensions",
    "raised_by",
    "unlisted",  # an unborn child
    "professionals_only",
    "dissent",
    "abstentions",
    "feedback_how",
    "referrers_scale",
}

Rules = frozenset[str]


def years(born: str, on: str) -> int:
    """Whole years from a birth to a day; a 29 February birthday falls on 1 March."""
    birth, day = date.fromisoformat(born), date.fromisoformat(on)
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


class Reader:
    """Somebody, under each id the record knows them by."""

    def __init__(self, record: Json, one: str) -> None:
        people = {p["id"]: p for p in record["case"].get("people", [])}
        participants = {p["id"]: p for p in record.get("participants", [])}
        person = one if one in people and one not in participants else None
        if one in participants:
            named = participants[one].get("person")
            person = named if named in people else None
        if person is None:
            self.parts = [participants[one]]
            self.ids = {one}
        else:
            self.parts = [p for p in participants.values() if p.get("person") == person]
            self.ids = {person, *(p["id"] for p in self.parts)}
        self.attended = any(attended(p) for p in self.parts)
        kinds = {p["kind"] for p in self.parts}
        self.is_family = not self.parts or bool(kinds & {"family", "child"})


def attended(participant: Json) -> bool:
    return participant.get("attendance") in ("present", "remote")


def family_side(participant: Json) -> bool:
    return participant["kind"] in ("family", "child", "network")


def family(record: Json) -> list[Reader]:
    people = {p["id"] for p in record["case"].get("people", [])}
    ids = [*people]
    ids += [p["id"] for p in record.get("participants", []) if p.get("person") not in people]
    readers = [Reader(record, one) for one in ids]
    return [reader for reader in readers if reader.is_family]


class Removal:
    def __init__(self, record: Json, profile: Json, readers: list[Reader], rules: Rules) -> None:
        self.record, self.profile, self.readers, self.rules = record, profile, readers, rules
        self.people = {p["id"]: p for p in record["case"].get("people", [])}
        self.participants = {p["id"]: p for p in record.get("participants", [])}
        self.listed = {i for i, p in self.people.items() if self.lists(p)}
        self.named = self.listed | {i for i, p in self.participants.items() if self.names(p)}
        self.entries = {e["id"] for e in record.get("mapping", []) if self.shows_entry(e)}

    # Marks

    def shows(self, marked: Json, unmarked: Any) -> bool:
        if marked.get("visible_to") == "professionals" and "professionals_only" in self.rules:
            return False
        return bool(self.readers) and all(unmarked(reader) for reader in self.readers)

    def came(self, reader: Reader) -> bool:
        return reader.attended or "attendance" not in self.rules

    def lists(self, person: Json) -> bool:
        unborn = "expected_on" in person and "date_of_birth" not in person
        hidden = unborn and "unlisted" in self.rules
        return bool(self.readers) and all(not hidden or person["id"] in r.ids for r in self.readers)

    def names(self, participant: Json) -> bool:
        person = self.people.get(participant.get("person", ""))
        return person is None or person["id"] in self.listed

    def is_adult(self, participant: Json) -> bool:
        person = self.people.get(participant.get("person", ""))
        age = None
        held = self.record.get("meeting", {}).get("held_on")
        if person and held and "date_of_birth" in person and person["date_of_birth"] <= held:
            age = years(person["date_of_birth"], held)
        if person and person["kind"] in ("child", "sibling"):
            return False
        return participant["kind"] != "child" and (age is None or age >= 18)

    # Parts

    def own(self, i: str) -> bool:
        return bool(self.readers) and all(i in reader.ids for reader in self.readers)

    def shows_entry(self, entry: Json) -> bool:
        if "withdrawn" in entry and "withdrawn" in self.rules:
            return False
        raisers = [self.participants.get(i) for i in entry.get("raised_by", [])]
        apart = bool(raisers) and all(
            p is not None and (p["kind"] == "advocate" or (family_side(p) and not self.is_adult(p)))
            for p in raisers
        )
        if apart and "children_apart" in self.rules:
            return self.shows(entry, lambda r: any(i in r.ids for i in entry["raised_by"]))
        return self.shows(entry, self.came)

    def copy(self) -> Json:
        """The copy: what stays of each part, by the names of the format."""
        record, out = self.record, {}
        people = [self.person(p) for p in self.people.values() if p["id"] in self.named]
        out["case"] = {"people": people}
        out["referral"] = self.referral(record.get("referral", {}))
        if "agreement" not in self.rules:
            out["agreement"] = record.get("agreement", {})
        out["mapping"] = [
            self.entry(e) for e in record.get("mapping", []) if e["id"] in self.entries
        ]
        rounds = [self.round(r) for r in record.get("scaling", [])]
        out["scaling"] = [r for r in rounds if r]
        actions = [self.action(a) for a in record.get("actions", [])]
        out["actions"] = [a for a in actions if a]
        out["outcome"] = self.outcome(record.get("outcome", {}))
        stages = self.profile.get("agenda", [])
        out["agenda"] = [{"stage": stage["id"]} for stage in stages if stage.get("required")]
        for key in ("recording", "extensions"):
            if key not in self.rules:
                out[key] = record.get(key, {})
        return out

    def person(self, person: Json) -> Json:
        keys = ["id", "kind", "name"]
        if "births_and_numbers" not in self.rules:
            keys += ["date_of_birth", "nhs_number"]
        if "views" not in self.rules:
            keys += ["views", "views_on", "views_note"]
        return pick(person, keys)

    def referral(self, referral: Json) -> Json:
        keys = ["reason", "best_hopes"] if self.shows({}, self.came) else []
        if "background" not in self.rules:
            keys += ["background"]
        return pick(referral, keys)

    def entry(self, entry: Json) -> Json:
        out = pick(entry, ["id", "category", "text", "evidence"])
        out["about"] = [i for i in entry.get("about", []) if i in self.named]
        out["answers"] = [i for i in entry.get("answers", []) if i in self.entries]
        raised = entry.get("raised_by", [])
        out["raised_by"] = [i for i in raised if self.own(i) or "raised_by" not in self.rules]
        statement = entry.get("statement", {})
        out["statement"] = pick(statement, ["about", "impact"])
        out["settled"] = entry.get("settled", {}) if self.shows({}, self.came) else {}
        if "earlier_wordings" not in self.rules:
            out["amended"] = entry.get("amended", [])
        return out

    def scale(self, i: str) -> Json | None:
        if i == "referrer":
            return self.record.get("referral", {}).get("scale")
        return next((s for s in self.profile.get("scales", []) if s["id"] == i), None)

    def round(self, asked: Json) -> Json | None:
        if "about" in asked and asked["about"] not in self.entries:
            return None
        if asked["scale"] == "referrer" and "referrers_scale" in self.rules:
            return None
        scale = self.scale(asked["scale"])
        in_progress = self.record.get("meeting", {}).get("status") == "in_progress"
        revealed = "revealed_at" in asked or (
            scale is not None and not scale.get("independent") and not in_progress
        )
        ratings = asked.get("ratings", [])
        keys = ["by", "on_behalf_of", "value", "reason", "one_point_higher"]
        shown = [pick(rating, keys) for rating in ratings if self.shows_rating(rating, revealed)]
        unnamed = [r for r in ratings if "on_behalf_of" not in r and self.is_professional(r["by"])]
        if revealed and scale and len(unnamed) >= 3 and "span" in self.rules:
            worse = scale["higher_is"] == "worse"
            order = sorted(unnamed, key=lambda r: -r["value"] if worse else r["value"])
            shown.append({"by": PANEL, **pick(order[0], ["value", "reason"])})
            if order[0]["value"] != order[-1]["value"]:
                shown.append({"by": PANEL, "value": order[-1]["value"]})
        gave_none = [
            pick(abstention, ["by", "reason"])
            for abstention in asked.get("abstentions", [])
            if self.own(abstention["by"])
            or ("abstentions" not in self.rules and abstention["by"] in self.named)
        ]
        if not shown and not gave_none:
            return None
        return {
            **pick(asked, ["scale", "round", "about"]),
            "ratings": shown,
            "abstentions": gave_none,
        }

    def shows_rating(self, rating: Json, revealed: bool) -> bool:
        who, guess = self.participants.get(rating["by"]), rating.get("on_behalf_of")
        about = (guess or {}).get("person") or (guess or {}).get("participant")
        if rating["by"] not in self.named or (about is not None and about not in self.named):
            return False
        aloud = (
            (guess is None or "guesses" not in self.rules)
            and who is not None
            and family_side(who)
            and attended(who)
            and (self.is_adult(who) or "children_apart" not in self.rules)
            and revealed
            and "adults_aloud" in self.rules
        )
        mine = "own_numbers" in self.rules
        return self.shows({}, lambda r: (mine and rating["by"] in r.ids) or aloud)

    def is_professional(self, i: str) -> bool:
        return self.participants.get(i, {}).get("kind") == "professional"

    def action(self, action: Json) -> Json | None:
        owner = action.get("owner")
        if not self.shows(action, lambda r: owner in r.ids or self.came(r)):
            return None
        if owner is not None and owner not in self.named:
            return None
        keys = ["id", "text", "acceptance", "accepted_on", "agreed_on", "due", "status", "done_on"]
        out = pick(action, [*keys, "outcome"])
        if out.get("status") == "open":
            del out["status"]  # what a record is taken to say where it says nothing
        out["serves"] = [i for i in action.get("serves", []) if i in self.entries]
        out["supporting"] = [i for i in action.get("supporting", []) if i in self.named]
        if owner is not None:
            out["owner"] = owner
        return out

    def outcome(self, outcome: Json) -> Json:
        out = pick(outcome, ["decision", "review_on"])
        if self.shows({}, self.came):
            out |= pick(outcome, ["reason", "contingency"])
        dissent = outcome.get("dissent", [])
        out["dissent"] = [d for d in dissent if self.own(d["by"]) or "dissent" not in self.rules]
        if outcome.get("lead_practitioner") in self.named:
            out["lead_practitioner"] = outcome["lead_practitioner"]
        feedback = outcome.get("feedback", {})
        told = pick(feedback, ["due_on"] + (["how"] if "feedback_how" not in self.rules else []))
        if feedback.get("owner") in self.named:
            told["owner"] = feedback["owner"]
        out["feedback"] = told
        return out


def pick(thing: Json, keys: list[str]) -> Json:
    return {key: thing[key] for key in keys if key in thing}


def strip(value: Any) -> Any:
    """Without what is empty: what a comparison looks at."""
    if isinstance(value, dict):
        kept = {k: strip(v) for k, v in value.items() if k != "visible_to"}
        return {k: v for k, v in kept.items() if v not in ({}, [], None)}
    if isinstance(value, list):
        return [strip(item) for item in value]
    return value


def expected(record: Json, profile: Json, reader: str, rules: Rules = frozenset(RULES)) -> Json:
    """What stays of a record for `family` or for one of the family side by id."""
    readers = family(record) if reader == "family" else [Reader(record, reader)]
    return strip(Removal(record, profile, readers, rules).copy())
