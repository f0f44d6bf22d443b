"""What a reader may have of a record, worked out from the page docs/papers.md alone, over the JSON.

It shares nothing with the library's own `copy_of`: tests/papers/compare holds the two against each other, on invented
records with random marks. Each rule of the page is a name in RULES that can be switched off; a comparison that does not
notice is a fault of the comparison.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

Json = dict[str, Any]

PANEL = "support-panel:the-panel"

# The rules of the page, each of which can be switched off to see that the comparison bites.
RULES = {
    "attendance",  # entries, reasons, contingency, shared actions: only where every reader attended
    "children_apart",  # what only children or advocates raised, and a child's numbers
    "own_numbers",  # a reader's own numbers
    "adults_aloud",  # numbers of adults of the family side who attended, once revealed
    "guesses",  # a guess is its giver's
    "span",  # professionals' numbers as a span, of three at least
    "views",  # views, gathered apart
    "births_and_numbers",  # dates of birth and what else is known of a birth, NHS numbers, the day of an expected birth
    "identifiers",  # what other systems call the case
    "background",
    "agreement",
    "earlier_wordings",
    "withdrawn",
    "recording",
    "extensions",
    "raised_by",
    "unborn",  # an unborn child
    "childs_decision",  # what was decided for a child, to that child
    "dissent",
    "abstentions",
    "feedback_how",
    "referrers_scale",
    "until_it_begins",  # where and when the panel is held
    # marks
    "withheld_from",
    "professionals_only",
    "everyone",
    "nobodys",  # an id that is no one's withholds from everyone
    "unlisted_for",
    "concealed_speakers",  # what someone concealed rated or said goes with them
    "concealed_in_span",  # professionals' numbers that the copy may not show are not part of the span
    "concealed_owners",  # the action of a concealed owner
    "owned_by_the_panel",
    "within",  # how an entry is settled, by the entry's mark; the referrer's numbers, by the referral's
    "revealed",  # no mark shows a number before it is revealed
    "no_ones",  # a copy for all of the family in which none of them stands
    "childs_copy",  # a child's copy is what every copy in the family would show
    "named_by_a_mark",  # whom a mark names does not read the working record
    "limited",  # what someone else reads
    "limited_marks",
    "given_marks",  # what a mark keeps from a reader is not given to them
    "given_apart",  # nor what only children or advocates raised
    "given_withheld",  # nor what the council withholds
    "given_there",  # nor what was withdrawn
    "given_about",  # whom an entry is about
    # what a council withholds besides: `papers.withhold` of its profile
    "withhold_entries",
    "withhold_decision_reason",
    "withhold_contingency",
    "withhold_who_came",
    "withhold_numbers",
    "withhold_dissent",
    "withhold_referral",
    "withhold_outcomes",
}

Rules = frozenset[str]


def years(born: str, on: str) -> int:
    """Whole years from a birth to a day; a 29 February birthday falls on 1 March."""
    birth, day = date.fromisoformat(born), date.fromisoformat(on)
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def by_id(things: list[Json]) -> dict[str, Json]:
    """Each thing by its id; of two with one id, the first."""
    found: dict[str, Json] = {}
    for thing in things:
        found.setdefault(thing["id"], thing)
    return found


class Reader:
    """Somebody, under each id the record knows them by."""

    def __init__(self, record: Json, one: str) -> None:
        people = by_id(record["case"].get("people", []))
        participants = by_id(record.get("participants", []))
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
        for_an_agency = person is not None and kinds & {"professional", "business_support"}
        self.is_family = not self.parts or bool(kinds & {"family", "child"} or for_an_agency)
        young = person is not None and people[person]["kind"] in ("child", "sibling")
        self.is_child = young or any(not is_adult(record, p) for p in self.parts)


def attended(participant: Json) -> bool:
    return participant.get("attendance") in ("present", "remote")


def family_side(participant: Json) -> bool:
    return participant["kind"] in ("family", "child", "network")


def is_adult(record: Json, participant: Json) -> bool:
    person = by_id(record["case"].get("people", [])).get(participant.get("person", ""))
    age = None
    held = record.get("meeting", {}).get("held_on")
    born = latest_birth(person) if person else None
    if born and held and born <= held:
        age = years(born, held)
    if person and person["kind"] in ("child", "sibling"):
        return False
    return participant["kind"] != "child" and (age is None or age >= 18)


def latest_birth(person: Json) -> str | None:
    """The last day on which they may be born; an estimate may be a year out."""
    day, birth = person.get("date_of_birth"), person.get("birth", {})
    if day is None and "year" in birth:
        year, month = birth["year"], birth.get("month", 12)
        day = f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"
    if day is not None and birth.get("estimated"):
        day = (date.fromisoformat(day) + timedelta(days=366)).isoformat()
    return day


def family(record: Json) -> list[Reader]:
    people = {p["id"] for p in record["case"].get("people", [])}
    ids = [*people]
    ids += [p["id"] for p in record.get("participants", []) if p.get("person") not in people]
    readers = [Reader(record, one) for one in ids]
    return [reader for reader in readers if reader.is_family]


def holds_the_panel(record: Json, profile: Json, reader: Reader) -> bool:
    """Chair, note-taker, referrer, business support, a core seat or a deputy of one: unless a mark names them."""
    core = {seat["id"] for seat in profile.get("seats", []) if seat.get("core")}
    participants = by_id(record.get("participants", []))
    meeting, referral = record.get("meeting", {}), record.get("referral", {})
    roles = {meeting.get("chair"), meeting.get("note_taker"), referral.get("referrer")}

    def holds(part: Json) -> bool:
        if part["kind"] == "business_support":
            return True
        deputised = participants.get(part.get("deputy_for", ""), {})
        seats = {part.get("seat"), deputised.get("seat")}
        return part["kind"] == "professional" and (part["id"] in roles or bool(seats & core))

    return not reader.is_family and any(holds(part) for part in reader.parts)


def ids_in_marks(value: Any) -> set[str]:
    """Every id in a list that withholds, anywhere."""
    if isinstance(value, list):
        return set().union(*map(ids_in_marks, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    found: set[str] = set()
    for key, member in value.items():
        if key in ("withheld_from", "unlisted_for"):
            found |= set(member)
        elif key != "extensions":
            found |= ids_in_marks(member)
    return found


class Removal:
    def __init__(
        self,
        record: Json,
        profile: Json,
        readers: list[Reader],
        rules: Rules,
        reader: Reader | None = None,
        given: frozenset[str] = frozenset(),
    ) -> None:
        self.reader, self.given = reader, given
        self.record, self.profile, self.readers, self.rules = record, profile, readers, rules
        self.people = by_id(record["case"].get("people", []))
        self.participants = by_id(record.get("participants", []))
        withheld = profile.get("papers", {}).get("withhold", [])
        self.withheld = {what for what in withheld if f"withhold_{what}" in rules}
        self.referral = {} if "referral" in self.withheld else record.get("referral", {})
        concealed = {
            p["person"] for p in self.participants.values() if "person" in p and self.conceals(p)
        }
        self.listed = {i for i, p in self.people.items() if i not in concealed and self.lists(p)}
        everyone = record.get("participants", [])
        self.named = self.listed | {p["id"] for p in everyone}
        self.named -= {p["id"] for p in everyone if not self.names(p)}
        entries = record.get("mapping", [])
        hidden = {e["id"] for e in entries if not self.shows_entry(e)}
        self.entries = {e["id"] for e in entries} - hidden

    # Marks

    def is_listed_in(self, ids: list[str], reader: Reader) -> bool:
        nobodys = any(i not in self.people and i not in self.participants for i in ids)
        return any(i in reader.ids for i in ids) or (nobodys and "nobodys" in self.rules)

    def says(self, marked: Json, reader: Reader) -> bool | None:
        """What marks say to a reader; nothing where they say nothing."""
        withheld = self.is_listed_in(marked.get("withheld_from", []), reader)
        if withheld and "withheld_from" in self.rules:
            return False
        if marked.get("visible_to") == "professionals" and "professionals_only" in self.rules:
            return False
        if marked.get("visible_to") == "everyone" and "everyone" in self.rules:
            return True
        return None

    def shows(self, marked: Json, unmarked: Any, whole: Json | None = None) -> bool:
        def to(reader: Reader) -> bool:
            said = self.says(marked, reader)
            if said is None and whole is not None and "within" in self.rules:
                said = self.says(whole, reader)
            return unmarked(reader) if said is None else said

        return bool(self.readers) and all(map(to, self.readers))

    def lifts(self, marked: Json) -> bool:
        return self.shows(marked, lambda _: False)

    def conceals(self, marked: Json) -> bool:
        return not self.shows(marked, lambda _: True)

    def came(self, reader: Reader) -> bool:
        return reader.attended or "attendance" not in self.rules

    def lists(self, person: Json) -> bool:
        unborn = "expected_on" in person and "date_of_birth" not in person
        hidden = unborn and "unborn" in self.rules

        def to(reader: Reader) -> bool:
            listed = self.is_listed_in(person.get("unlisted_for", []), reader)
            if listed and "unlisted_for" in self.rules:
                return False
            return not hidden or person["id"] in reader.ids or self.says(person, reader) is True

        return bool(self.readers) and all(map(to, self.readers))

    def names(self, participant: Json) -> bool:
        person = self.people.get(participant.get("person", ""))
        if person is not None:
            return person["id"] in self.listed
        return not self.conceals(participant)

    def tells_of_a_reader(self) -> bool:
        """Whether the copy tells of anyone whom it is for; whoever is no person of the case is told of where they came."""
        return any(
            bool(reader.ids & self.listed) or not reader.ids & set(self.people)
            for reader in self.readers
        )

    # Parts

    def own(self, i: str) -> bool:
        return bool(self.readers) and all(i in reader.ids for reader in self.readers)

    def shows_entry(self, entry: Json) -> bool:
        if "entries" in self.withheld:
            return False
        if (
            any(entry.get("withdrawn", {}).get(k) for k in ("at", "by", "why"))
            and "withdrawn" in self.rules
        ):
            return False
        if self.apart(entry) and "children_apart" in self.rules:
            return self.shows(entry, lambda r: any(i in r.ids for i in entry["raised_by"]))
        return self.shows(entry, self.came)

    def apart(self, entry: Json) -> bool:
        """Whether only children or advocates raised an entry. An id that is no one's may be a child's."""
        raisers = [self.participants.get(i) for i in entry.get("raised_by", [])]
        return bool(raisers) and all(
            p is None
            or p["kind"] == "advocate"
            or (family_side(p) and not is_adult(self.record, p))
            for p in raisers
        )

    def copy(self) -> Json:
        """The copy: what stays of each part, by the names of the format."""
        record, out = self.record, {}
        mine = self.reader.ids if self.reader else set()
        people = [p for p in self.people.values() if p["id"] in {*self.named, *mine}]
        kept = [key for key in ("identifiers", "extensions") if key not in self.rules]
        out["case"] = {"people": [self.person(p) for p in people], **pick(record["case"], kept)}
        out["referral"] = self.referral_of(self.referral)
        out["agreement"] = self.agreement(record.get("agreement", {}))
        out["meeting"] = self.meeting(record.get("meeting", {}))
        out["mapping"] = [
            self.entry(e) for e in record.get("mapping", []) if e["id"] in self.entries
        ]
        rounds = [self.round(r) for r in record.get("scaling", [])]
        out["scaling"] = [r for r in rounds if r]
        actions = [self.action(a) for a in record.get("actions", [])]
        out["actions"] = [a for a in actions if a]
        out["outcome"] = self.outcome(record.get("outcome", {}))
        out["agenda"] = self.agenda(record.get("agenda", []))
        out["participants"] = self.marked_participants()
        for key in ("recording", "extensions"):
            if key not in self.rules:
                out[key] = record.get(key, {})
        return out

    def person(self, person: Json) -> Json:
        if person["id"] not in self.named:
            return pick(person, ["id", "kind"])
        keys = ["id", "kind", "name"]
        if "births_and_numbers" not in self.rules:
            keys += ["date_of_birth", "birth", "nhs_number", "expected_on"]
        if "views" not in self.rules or self.lifts(person):
            keys += ["views", "views_on", "views_note"]
        return pick(person, keys)

    def marked_participants(self) -> list[Json]:
        """Those whom a mark shows, with what it shows of them."""
        parts = self.participants.values()
        hidden = "who_came" in self.withheld
        shown = [p for p in parts if p["id"] in self.named and self.lifts(p) and not hidden]
        return [pick(p, ["id", "name", "agency"]) for p in shown]

    def referral_of(self, referral: Json) -> Json:
        keys = ["reason", "best_hopes"] if self.shows(referral, self.came) else []
        if "background" not in self.rules or self.lifts(referral):
            keys += ["background"]
        if self.lifts(referral):
            keys += ["received_on", "mapping_received_on", "scale"]
        return pick(referral, keys)

    def agreement(self, agreement: Json) -> Json:
        service, sharing = agreement.get("service", {}), agreement.get("sharing", {})
        hides = "agreement" in self.rules
        out = {}
        if self.lifts(service) or not hides:
            out["service"] = without_marks(service)
            given = service.get("given_by", [])
            out["service"]["given_by"] = [i for i in given if i in self.named]
        if self.lifts(sharing) or not hides:
            out["sharing"] = without_marks(sharing)
        return out

    def meeting(self, meeting: Json) -> Json:
        marks = meeting.get("marks", {})
        out = pick(meeting, ["status", "kind", "held_on", "reconvene_on"])
        if out.get("status") == "planned":
            del out["status"]
        out |= self.to_come(meeting)
        if self.shows(marks.get("adjourned_reason", {}), self.came):
            out |= pick(meeting, ["adjourned_reason"])
        if meeting.get("chair") in self.named and "who_came" not in self.withheld:
            out["chair"] = meeting["chair"]
        return out

    def to_come(self, meeting: Json) -> Json:
        """When and where, which an invitation says."""
        begun = meeting.get("status", "planned") != "planned" and "until_it_begins" in self.rules
        place = meeting.get("marks", {}).get("place", {})
        keys = [] if begun else ["starts_at"]
        if self.shows(place, lambda _: not begun):
            keys += ["place"]
        return pick(meeting, keys)

    def agenda(self, items: list[Json]) -> list[Json]:
        out = []
        for stage in self.profile.get("agenda", []):
            if stage.get("required"):
                of_it = [item for item in items if item["stage"] == stage["id"]][:1]
                notes = [pick(item, ["note"]) for item in of_it if self.lifts(item)]
                out.append({"stage": stage["id"], **(notes[0] if notes else {})})
        return out

    def entry(self, entry: Json) -> Json:
        out = pick(entry, ["id", "category", "text", "evidence"])
        out["about"] = [i for i in entry.get("about", []) if i in self.named]
        out["answers"] = [i for i in entry.get("answers", []) if i in self.entries]
        raised = entry.get("raised_by", [])
        out["raised_by"] = [
            i for i in raised if (self.own(i) and i in self.named) or "raised_by" not in self.rules
        ]
        statement = entry.get("statement", {})
        out["statement"] = pick(statement, ["about", "impact"])
        settled = entry.get("settled", {})
        if "outcomes" not in self.withheld and self.shows(settled, self.came, entry):
            out["settled"] = pick(settled, ["on", "how"])
        if "earlier_wordings" not in self.rules:
            out["amended"] = entry.get("amended", [])
        return out

    def scale(self, i: str) -> Json | None:
        if i == "referrer":
            return self.referral.get("scale")
        return next((s for s in self.profile.get("scales", []) if s["id"] == i), None)

    def round(self, asked: Json) -> Json | None:
        if "numbers" in self.withheld:
            return None
        if "about" in asked and asked["about"] not in self.entries:
            return None
        referrers = asked["scale"] == "referrer"
        if referrers and "referrers_scale" in self.rules and not self.lifts(self.referral):
            return None
        scale = self.scale(asked["scale"])
        in_progress = self.record.get("meeting", {}).get("status") == "in_progress"
        revealed = "revealed_at" in asked or (
            scale is not None and not scale.get("independent") and not in_progress
        )
        whole = self.referral if referrers else None
        ratings = asked.get("ratings", [])
        keys = ["by", "on_behalf_of", "value", "reason", "one_point_higher"]
        shown = [
            pick(rating, keys) for rating in ratings if self.shows_rating(rating, revealed, whole)
        ]
        unnamed = [
            r
            for r in ratings
            if "on_behalf_of" not in r
            and self.is_professional(r["by"])
            and (
                "concealed_in_span" not in self.rules
                or (r["by"] in self.named and not self.conceals(r))
            )
        ]
        raters = {r["by"] for r in unnamed}
        if revealed and scale and len(raters) >= 3 and "span" in self.rules:
            worse = scale["higher_is"] == "worse"
            order = sorted(unnamed, key=lambda r: -r["value"] if worse else r["value"])
            shown.append({"by": PANEL, **pick(order[0], ["value", "reason"])})
            if order[0]["value"] != order[-1]["value"]:
                shown.append({"by": PANEL, "value": order[-1]["value"]})
        gave_none = [
            pick(abstention, ["by", "reason"])
            for abstention in asked.get("abstentions", [])
            if self.speaks(abstention)
            and self.shows(
                abstention,
                lambda r, by=abstention["by"]: by in r.ids or "abstentions" not in self.rules,
                whole,
            )
        ]
        if not shown and not gave_none:
            return None
        return {
            **pick(asked, ["scale", "round", "about"]),
            "ratings": shown,
            "abstentions": gave_none,
        }

    def speaks(self, said: Json) -> bool:
        return said["by"] in self.named or "concealed_speakers" not in self.rules

    def shows_rating(self, rating: Json, revealed: bool, whole: Json | None) -> bool:
        who, guess = self.participants.get(rating["by"]), rating.get("on_behalf_of")
        about = (guess or {}).get("person") or (guess or {}).get("participant")
        if not self.speaks(rating) or (about is not None and about not in self.named):
            return False
        aloud = (
            (guess is None or "guesses" not in self.rules)
            and who is not None
            and family_side(who)
            and attended(who)
            and (is_adult(self.record, who) or "children_apart" not in self.rules)
            and revealed
            and "adults_aloud" in self.rules
        )
        mine = "own_numbers" in self.rules

        def own(reader: Reader) -> bool:
            return mine and rating["by"] in reader.ids

        if not revealed and "revealed" in self.rules:
            # Whatever it is marked, it is its giver's until then; and theirs only where no mark keeps it from them.
            return bool(self.readers) and all(
                rating["by"] in r.ids
                and (self.shows_to(rating, r, whole) is True or own(r))
                and self.shows_to(rating, r, whole) is not False
                for r in self.readers
            )
        return self.shows(rating, lambda r: own(r) or aloud, whole)

    def shows_to(self, marked: Json, reader: Reader, whole: Json | None) -> bool | None:
        said = self.says(marked, reader)
        if said is None and whole is not None and "within" in self.rules:
            return self.says(whole, reader)
        return said

    def is_professional(self, i: str) -> bool:
        return self.participants.get(i, {}).get("kind") == "professional"

    def what_came(self) -> list[str]:
        return [] if "outcomes" in self.withheld else ["done_on", "outcome"]

    def action(self, action: Json) -> Json | None:
        owner = action.get("owner")
        concealed = owner is not None and owner not in self.named
        if concealed and "concealed_owners" in self.rules:
            if not self.lifts(action):
                return None
        elif not self.shows(action, lambda r: owner in r.ids or self.came(r)):
            return None
        keys = ["id", "text", "agreed_on", "due", "status", *self.what_came()]
        if not concealed:
            keys += ["acceptance", "accepted_on"]
        if self.lifts(action) and "outcomes" not in self.withheld:
            keys += ["cancelled_reason"]
        out = pick(action, keys)
        if out.get("status") == "open":
            del out["status"]  # what a record is taken to say where it says nothing
        out["serves"] = [i for i in action.get("serves", []) if i in self.entries]
        out["supporting"] = [i for i in action.get("supporting", []) if i in self.named]
        if owner is not None:
            panel = concealed and "owned_by_the_panel" in self.rules
            out["owner"] = PANEL if panel else owner
        return out

    def outcome(self, outcome: Json) -> Json:
        out = pick(outcome, ["decision", "review_on"])
        marks = outcome.get("marks", {})
        for key, what in (("reason", "decision_reason"), ("contingency", "contingency")):
            if what not in self.withheld and self.shows(marks.get(key, {}), self.came):
                out |= pick(outcome, [key])
        out["children"] = [
            pick(it, ["child", "decision", *self.why(it)])
            for it in outcome.get("children", [])
            if it["child"] in self.named
            and self.shows(
                it,
                lambda r, child=it["child"]: (
                    (child in r.ids and "childs_decision" in self.rules) or self.came(r)
                ),
            )
        ]
        out["dissent"] = [
            pick(said, ["by", "view"])
            for said in outcome.get("dissent", [])
            if "dissent" not in self.withheld
            and self.speaks(said)
            and self.shows(
                said, lambda r, by=said["by"]: by in r.ids or "dissent" not in self.rules
            )
        ]
        if outcome.get("lead_practitioner") in self.named:
            out["lead_practitioner"] = outcome["lead_practitioner"]
        feedback = outcome.get("feedback", {})
        if self.conceals(feedback):
            return out
        lifted = self.lifts(feedback)
        how = ["how"] if lifted or "feedback_how" not in self.rules else []
        told = pick(feedback, ["due_on", *how, *(["given_on"] if lifted else [])])
        if feedback.get("owner") in self.named:
            told["owner"] = feedback["owner"]
        out["feedback"] = told
        return out

    def why(self, it: Json) -> list[str]:
        """Why it was decided so for a child."""
        says = "decision_reason" not in self.withheld and self.shows(it, self.came)
        return ["reason"] if says else []

    def limited(self) -> Json:
        """What anyone else reads: when and where, the decision, the review, and what they do themselves."""
        record = self.record
        meeting = record.get("meeting", {})
        out: Json = {"meeting": pick(meeting, ["status", "held_on"]) | self.to_come(meeting)}
        if out["meeting"].get("status") == "planned":
            del out["meeting"]["status"]
        texts = [text for text in ("reason", "contingency") if f"/outcome/{text}" in self.given]
        out["outcome"] = pick(record.get("outcome", {}), ["decision", "review_on", *texts])
        self.entries = {e["id"] for e in record.get("mapping", []) if e["id"] in self.given}
        entries = [e for e in record.get("mapping", []) if e["id"] in self.entries]
        out["mapping"] = [self.given_entry(e) for e in entries]
        actions = [self.limited_action(a) for a in record.get("actions", [])]
        out["actions"] = [a for a in actions if a]
        people = [p for p in self.people.values() if self.own(p["id"])]
        out["case"] = {"people": [self.person(p) for p in people]}
        return out

    def given_entry(self, entry: Json) -> Json:
        """An entry by name. Of the people whom it is about the copy names its reader alone."""
        out = self.entry(entry)
        about = "given_about" not in self.rules
        out["about"] = [i for i in out["about"] if about or self.own(i)]
        return out

    def givable(self) -> set[str]:
        """What this reader may be given by name: nothing past a mark, no child's confidence, nothing that the council withholds."""
        record, rules = self.record, self.rules
        withheld = self.withheld if "given_withheld" in rules else set()
        # Of two things with one id, what one is kept from is kept from both.
        told: list[tuple[str, bool]] = []
        for entry in record.get("mapping", []):
            gone = any(entry.get("withdrawn", {}).get(k) for k in ("at", "by", "why"))
            apart = self.apart(entry) and "given_apart" in rules
            raised = entry.get("raised_by", [])
            shown = self.shows(
                entry,
                lambda r, apart=apart, raised=raised: not apart or any(i in r.ids for i in raised),
            )
            there = not (gone and "given_there" in rules)
            may = "entries" not in withheld and (shown or "given_marks" not in rules) and there
            told.append((entry["id"], may))
        for action in record.get("actions", []):
            owner = action.get("owner")
            named = owner is None or owner in self.named or action.get("visible_to") == "everyone"
            marked = self.conceals(action) and "given_marks" in rules
            told.append((action["id"], named and not marked))
        outcome = record.get("outcome", {})
        for text, council in (("reason", "decision_reason"), ("contingency", "contingency")):
            marked = (
                self.conceals(outcome.get("marks", {}).get(text, {})) and "given_marks" in rules
            )
            may = bool(outcome.get(text)) and council not in withheld and not marked
            told.append((f"/outcome/{text}", may))
        return {name for name, may in told if may} - {name for name, may in told if not may}

    def limited_action(self, action: Json) -> Json | None:
        owner = action.get("owner")
        doers = [owner, *action.get("supporting", []), action.get("chaser")]
        theirs = any(i in self.named and self.own(i) for i in doers if i is not None)
        if not theirs and action["id"] not in self.given:
            return None
        if self.conceals(action) and "limited_marks" in self.rules:
            return None
        concealed = owner is not None and owner not in self.named
        if concealed and action.get("visible_to") != "everyone":
            return None
        keys = ["id", "text", "agreed_on", "due", "status", *self.what_came()]
        out = pick(action, keys + ([] if concealed else ["acceptance", "accepted_on"]))
        if out.get("status") == "open":
            del out["status"]
        out["supporting"] = [i for i in action.get("supporting", []) if i in self.named]
        out["serves"] = [i for i in action.get("serves", []) if i in self.entries]
        if owner is not None:
            out["owner"] = PANEL if concealed else owner
        if action.get("chaser") in self.named:
            out["chaser"] = action["chaser"]
        return out


def pick(thing: Json, keys: list[str]) -> Json:
    return {key: thing[key] for key in keys if key in thing}


def without_marks(thing: Json) -> Json:
    return {k: v for k, v in thing.items() if k not in ("visible_to", "withheld_from")}


def strip(value: Any) -> Any:
    """Without what is empty: what a comparison looks at."""
    if isinstance(value, dict):
        kept = {k: strip(v) for k, v in value.items() if k not in ("visible_to", "marks")}
        return {k: v for k, v in kept.items() if v not in ({}, [], None)}
    if isinstance(value, list):
        return [strip(item) for item in value]
    return value


def limited(
    record: Json, profile: Json, reader: str, rules: Rules = frozenset(RULES)
) -> Removal | None:
    """The removal for someone who reads little, where this is such a reader."""
    if reader == "family":
        return None
    one = Reader(record, reader)
    named = bool(one.ids & ids_in_marks(record))
    if one.is_family or (holds_the_panel(record, profile, one) and not named):
        return None
    return Removal(record, profile, [one], rules, one)


def expected(record: Json, profile: Json, reader: str, rules: Rules = frozenset(RULES)) -> Json:
    """What stays of a record for `family` or for someone by id."""
    if reader == "family":
        removal = Removal(record, profile, family(record), rules)
        no_ones = "no_ones" in rules and not removal.tells_of_a_reader()
        return strip((Removal(record, profile, [], rules) if no_ones else removal).copy())
    one = Reader(record, reader)
    if not one.is_family:
        named = bool(one.ids & ids_in_marks(record)) and "named_by_a_mark" in rules
        if holds_the_panel(record, profile, one) and not named:
            return {"whole": True}
        removal = Removal(record, profile, [one], rules, one)
        return strip(removal.limited() if "limited" in rules else removal.copy())
    readers = family(record) if one.is_child and "childs_copy" in rules else [one]
    return strip(Removal(record, profile, readers, rules, one).copy())
