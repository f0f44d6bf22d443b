// How things are called on the screen: names for ids, the profile's labels, times of day.

const KINDS = {
  professional: "professional", family: "family", child: "child or young person", network: "family's network",
  advocate: "advocate", business_support: "business support",
};

export const ATTENDANCE = { invited: "Expected", present: "Here", remote: "By phone or screen", apologies: "Apologies", absent: "Did not come" };

export const PERSON_KINDS = [["child", "Child this panel is about"], ["parent", "Parent"], ["carer", "Carer"], ["sibling", "Sibling"], ["relative", "Relative"], ["other", "Somebody else"]];

export const PARTICIPANT_KINDS = Object.entries(KINDS).map(([id, words]) => [id, capital(words)]);

export const VIEWS = [["attended", "Came to the panel"], ["advocate", "Through an advocate"], ["written", "In writing"],
  ["gathered_before", "Gathered before the panel"], ["observed", "Observed"], ["not_sought", "Not sought"]];

export const AGREEMENT = [["agreed", "Agreed"], ["declined", "Declined"], ["withdrawn", "Withdrawn"], ["not_sought", "Not sought"]];

export const STATUS = [["open", "Open"], ["in_progress", "In progress"], ["done", "Done"], ["cancelled", "Cancelled"]];

export const ACCEPTANCE = { proposed: "Put to them, not yet answered", accepted: "Accepted", declined: "Declined" };

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Names and labels of one record under one profile. */
export class Words {
  constructor(record, profile) {
    const listed = (list = []) => new Map(list.map((item) => [item.id, item]));
    this.participants = listed(record.participants);
    this.people = listed(record.case?.people);
    this.entries = listed(record.mapping);
    this.actions = listed(record.actions);
    this.seats = listed(profile.seats);
    this.stages = listed(profile.agenda);
    this.decisions = listed(profile.decisions);
    this.scales = listed([...(profile.scales ?? []), ...(record.referral?.scale ? [record.referral.scale] : [])]);
    this.categories = listed((profile.columns ?? []).flatMap((column) => column.categories));
  }

  /** Who somebody is: their name, else their seat, else their id. */
  who(id) {
    const participant = this.participants.get(id);
    return participant?.name ?? this.people.get(participant?.person ?? id)?.name ?? this.seats.get(participant?.seat)?.title ?? participant?.agency ?? id;
  }

  /** In what part somebody comes. */
  part({ seat, agency, kind }) {
    return this.seats.get(seat)?.title ?? agency ?? capital(KINDS[kind] ?? kind);
  }

  everyone() {
    return [...this.participants.values()].map((participant) => [participant.id, `${this.who(participant.id)}, ${this.part(participant)}`]);
  }

  category(id) {
    return this.categories.get(id)?.label ?? id.replaceAll("_", " ");
  }

  stage(id) {
    return this.stages.get(id)?.title ?? id;
  }

  entry(id) {
    const text = this.entries.get(id)?.text ?? "";
    return `${id}: ${text.length > 90 ? `${text.slice(0, 88)}…` : text}`;
  }

  /** A round in words. */
  round(name) {
    return { opening: "at the start", closing: "at the end" }[name] ?? name ?? "";
  }

  /** A sentence of the library with names in place of ids. */
  plain(message) {
    return message.replace(/[\p{L}\p{N}_.-]*[\p{L}\p{N}_]/gu, (word) => {
      if (this.participants.has(word) || this.people.has(word)) return this.who(word);
      if (!word.includes("_")) return word;
      const label = this.seats.get(word)?.title ?? this.stages.get(word)?.title ?? this.categories.get(word)?.label ?? this.decisions.get(word)?.label;
      return label ?? word;
    });
  }
}

const two = (number) => `${number}`.padStart(2, "0");

/** Minutes and seconds, as a clock shows them. */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;

/** Minutes and seconds, as one says them. */
export function spoken(seconds) {
  const part = (count, word) => (count ? `${count} ${word}${count === 1 ? "" : "s"}` : "");
  return [part(Math.floor(seconds / 60), "minute"), part(seconds % 60, "second")].filter(Boolean).join(" ") || "0 seconds";
}

/** This moment, in local time with its offset. */
export function now(date = new Date()) {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}

export const today = () => now().slice(0, 10);

/** The time of day of an instant, as written. */
export const timeOfDay = (instant) => instant?.slice(11, 16) ?? "";

const LONG = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
const SHORT = { day: "numeric", month: "long", year: "numeric" };

/** A day in words. */
export const day = (date) => inWords(date, LONG);
export const shortDay = (date) => inWords(date, SHORT);

function inWords(date, parts) {
  if (!date) return "";
  const [year, month, number] = date.split("-").map(Number);
  return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC" }).format(new Date(Date.UTC(year, month - 1, number)));
}
