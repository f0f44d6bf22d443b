// How things are called on the screen: names for ids, the profile's labels, times of day.

const KINDS = {
  professional: 'professional',
  family: 'family',
  child: 'child or young person',
  network: "family's network",
  advocate: 'advocate',
  business_support: 'business support',
};

export const ATTENDANCE = {
  invited: 'Expected',
  present: 'Here',
  remote: 'By phone or video',
  apologies: 'Apologies',
  absent: 'Did not attend',
};

export const PERSON_KINDS = [
  ['child', 'Child this panel is about'],
  ['parent', 'Parent'],
  ['carer', 'Carer'],
  ['sibling', 'Sibling'],
  ['relative', 'Relative'],
  ['other', 'Someone else'],
];

export const PARTICIPANT_KINDS = Object.entries(KINDS).map(([id, words]) => [id, capital(words)]);

export const VIEWS = [
  ['attended', 'At the meeting'],
  ['advocate', 'Through an advocate'],
  ['written', 'In writing'],
  ['gathered_before', 'Gathered before the panel'],
  ['observed', 'Observed'],
  ['not_sought', 'Not sought'],
];

export const AGREEMENT = [
  ['agreed', 'Agreed'],
  ['declined', 'Declined'],
  ['withdrawn', 'Withdrawn'],
  ['not_sought', 'Not sought'],
];

export const STATUS = [
  ['open', 'Not started'],
  ['in_progress', 'In progress'],
  ['done', 'Done'],
  ['cancelled', 'Cancelled'],
];

export const ACCEPTANCE = {
  proposed: 'Put to them, not yet answered',
  accepted: 'Accepted',
  declined: 'Declined',
};

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first letters of a name, as its mark on a drawing. */
export const initials = (name) =>
  name
    .split(/[\s.]+/u)
    .filter(Boolean)
    .map((part) => [...part][0])
    .join('')
    .slice(0, 2)
    .toUpperCase() || '?';

/** Words of someone's, short enough to stand inside a sentence. */
export function quoted(text = '', most = 64) {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= most) return `“${line}”`;
  return `“${line.slice(0, most).replace(/\P{L}*\p{L}*$/u, '') || line.slice(0, most)}…”`;
}

/** What stands before an id that may be a plain word itself: "stage overview" names a stage, an overview alone does not. */
const NOUNS = {
  seats: /\bseat $/iu,
  stages: /\bstages?(?: \S+ came after stage)? $/iu,
  decisions: /\bdecision (?:is )?$/iu,
  scales: /\bscale $/iu,
  categories: /\bcategory $|\bholds $|\bwhich $|\bis $/iu,
  columns: /\bcolumn $/iu,
  records: /\brecord $/iu,
  statuses: /\bstatus is $/iu,
  terms: /\bplain_language $/iu,
};

/** Names and labels of one record under one profile; what it does not know, the panels before it may. */
export class Words {
  constructor(record, profile, earlier = []) {
    this.past = earlier.map((document) => new Words(document, profile));
    this.records = new Map(
      earlier.map(({ id, meeting }) => [
        id,
        { title: `of ${shortDay(meeting?.held_on) || 'no day'}` },
      ]),
    );
    const listed = (list = []) => new Map(list.map((item) => [item.id, item]));
    const columns = profile.columns ?? [];
    this.participants = listed(record.participants);
    this.people = listed(record.case?.people);
    this.entries = listed(record.mapping);
    this.actions = listed(record.actions);
    this.seats = listed(profile.seats);
    this.stages = listed(profile.agenda);
    this.decisions = listed(profile.decisions);
    this.statuses = listed(profile.statuses);
    this.columns = listed(columns);
    this.scales = listed([
      ...(profile.scales ?? []),
      ...(record.referral?.scale ? [record.referral.scale] : []),
    ]);
    this.categories = listed(columns.flatMap((column) => column.categories));
    this.terms = new Map((profile.plain_language ?? []).map((term, place) => [`${place}`, term]));
  }

  /** What someone is called, where that is known: who comes, or a person of the case. */
  nameOf({ name, person, id }) {
    return name ?? this.people.get(person ?? id)?.name;
  }

  /** Who someone is: their name, else their seat, else their id. */
  who(id) {
    const participant = this.participants.get(id);
    return (
      this.nameOf(participant ?? { id }) ??
      this.seats.get(participant?.seat)?.title ??
      participant?.agency ??
      this.past.map((words) => words.who(id)).find((name) => name !== id) ??
      id
    );
  }

  names(ids = []) {
    return ids.map((id) => this.who(id)).join(', ');
  }

  /** In what part someone comes. */
  part({ seat, agency, kind }) {
    return this.seats.get(seat)?.title ?? agency ?? capital(KINDS[kind] ?? kind);
  }

  /** Everyone at the table, to choose from: by name alone, or with the part in which they come. */
  byName() {
    return [...this.participants.keys()].map((id) => [id, this.who(id)]);
  }

  everyone() {
    return [...this.participants.values()].map((participant) => [
      participant.id,
      [...new Set([this.who(participant.id), this.part(participant)])].join(', '),
    ]);
  }

  /** The people of the case, to choose from. */
  family() {
    return [...this.people.keys()].map((id) => [id, this.who(id)]);
  }

  category(id) {
    return this.categories.get(id)?.label ?? spaced(id);
  }

  stage(id) {
    return this.stages.get(id)?.title ?? id;
  }

  /** The question of a scale. */
  question(id) {
    return this.scales.get(id)?.prompt ?? id;
  }

  /** An entry by its own words. */
  entry(id, most = 90) {
    return this.entries.has(id) ? quoted(this.entries.get(id).text, most) : id;
  }

  action(id, most = 90) {
    return this.actions.has(id) ? quoted(this.actions.get(id).text, most) : id;
  }

  /** A round in words. */
  round(name) {
    return { opening: 'at the start', closing: 'at the end' }[name] ?? name ?? '';
  }

  /** What is called so: someone, something on the map, an action; or, after its noun, something of the profile. */
  called(id, before) {
    // "The chair" is no one's id, even where someone is called so.
    if (/^[a-z]+$/u.test(id) && /\b(?:the|an?) $/iu.test(before)) return undefined;
    if (this.participants.has(id) || this.people.has(id)) return this.who(id);
    if (this.entries.has(id)) return this.entry(id, 64);
    if (this.actions.has(id)) return this.action(id, 64);
    const kind = Object.keys(NOUNS).find(
      (name) => this[name].has(id) && (NOUNS[name].test(before) || id.includes('_')),
    );
    const { title, label, heading, prompt, term, say } = this[kind]?.get(id) ?? {};
    if (term) return `${quoted(term)}: ${quoted(say)}`;
    return (
      (prompt && kind === 'scales' ? quoted(prompt) : (title ?? heading ?? label)) ??
      this.past.map((words) => words.called(id, before)).find(Boolean)
    );
  }

  /** A sentence of the library with names and labels in place of ids. */
  plain(message) {
    return message.replace(
      /[\p{L}\p{N}_.-]*[\p{L}\p{N}_]/gu,
      (word, at) => this.called(word, message.slice(0, at)) ?? readable(word),
    );
  }
}

/** A day or a word of the library's as one says it. */
const readable = (word) =>
  /^\d{4}-\d\d-\d\d$/u.test(word)
    ? shortDay(word)
    : /^[a-z]+(?:_[a-z]+)+$/u.test(word)
      ? spaced(word)
      : word;

export const spaced = (word) => word.replaceAll('_', ' ');

/** The entries that stand on the map. */
export const onMap = ({ mapping = [] }) => mapping.filter(({ withdrawn }) => !withdrawn);

const two = (number) => `${number}`.padStart(2, '0');

/** Minutes and seconds, as a clock shows them. */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;

/** Minutes and seconds, as one says them. */
export function spoken(seconds) {
  const part = (count, word) => (count ? `${count} ${word}${count === 1 ? '' : 's'}` : '');
  return (
    [part(Math.floor(seconds / 60), 'minute'), part(seconds % 60, 'second')]
      .filter(Boolean)
      .join(' ') || '0 seconds'
  );
}

/** A number of minutes as one says it in passing. */
export function roughly(minutes) {
  const [size, word] = [
    [24 * 60, 'day'],
    [60, 'hour'],
    [1, 'minute'],
  ].find(([size]) => minutes >= 1.5 * size) ?? [1, 'minute'];
  const count = Math.round(minutes / size);
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** This moment, in local time with its offset. */
export function now(date = new Date()) {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}

export const today = () => now().slice(0, 10);

/** The time of day of an instant, as written. */
export const timeOfDay = (instant) => instant?.slice(11, 16) ?? '';

const LONG = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const SHORT = { day: 'numeric', month: 'long', year: 'numeric' };
/** Made once: that takes longer than all that it then writes. */
const writer = (parts) => new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' });
const [LONG_DAY, SHORT_DAY] = [LONG, SHORT].map(writer);

/** A day in words. */
export const day = (date) => inWords(date, LONG_DAY);
export const shortDay = (date) => inWords(date, SHORT_DAY);

function inWords(date, writer) {
  if (!date) return '';
  const [year, month, number] = date.split('-').map(Number);
  // Some versions of a browser put a comma after the weekday, others none.
  return writer.format(new Date(Date.UTC(year, month - 1, number))).replace(',', '');
}
