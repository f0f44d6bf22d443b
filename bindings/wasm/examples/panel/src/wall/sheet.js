// What the room's screen shows of a panel. A sheet is made of what may be read by everyone in the room, and of nothing else: what
// is marked is not on it, nor what is withheld by default from anyone who sits there, nor a number that has not been shown.

import { keyOf } from '../hidden.js';
import { initials, onMap, shortDay, Words } from '../words.js';

/** What each screen of the chair's puts on the wall; on any other screen the wall stays as it is. */
const KINDS = { map, scaling: scale, actions: plan, outcome: decision };

export const isOnWall = (screen) => Object.hasOwn(KINDS, screen);

/** The panel sits: what the room sees is what is said in it. */
const SITTING = new Set(['between', 'running', 'paused']);

/**
 * The sheet for a screen of the chair's.
 * @param {object} panel
 * @param {object} panel.record    without numbers that are hidden
 * @param {object} panel.profile
 * @param {Map}    panel.hidden    the rounds whose numbers are hidden, by their name
 * @param {string} panel.standing
 * @param {(action: string) => string | null} panel.dueOn
 */
export function sheetOf({ record, profile, hidden, standing, dueOn }, screen) {
  const title = profile.title ?? '';
  if (!SITTING.has(standing)) return { kind: 'title', title, standing };
  const room = {
    record,
    profile,
    hidden,
    dueOn,
    words: new Words(record, profile),
    people: peopleIn(record),
    withheld: new Set(profile.papers?.withhold),
  };
  return { title, ...KINDS[isOnWall(screen) ? screen : 'map'](room) };
}

const isMarked = ({ visible_to: to, withheld_from: from = [] }) =>
  to === 'professionals' || from.length > 0;

/** A mark outranks what holds where nothing is marked. */
const mayShow = (thing, byDefault) =>
  !isMarked(thing) && (thing.visible_to === 'everyone' || byDefault);

/** The kinds of a person whose words may be a child's: a sibling may be one. */
const YOUNG = new Set(['child', 'sibling']);

const OF_AGE = 18;

/**
 * Whether someone may be under age on the day of the panel: born as late as what is known of it allows, an estimate a year later.
 * Days are compared as they are written.
 */
function isUnderAge({ date_of_birth: day, birth: { year, month = 12, estimated } = {} }, heldOn) {
  if ((!day && !year) || !heldOn) return false;
  const born = day ?? `${`${year}`.padStart(4, '0')}-${`${month}`.padStart(2, '0')}-31`;
  const grown = Number(born.slice(0, 4)) + OF_AGE + (estimated ? 1 : 0);
  return `${`${grown}`.padStart(4, '0')}${born.slice(4)}` > heldOn;
}

/** Who is who, by the id of a participant or a person. */
function peopleIn({ case: { people = [] } = {}, participants = [], meeting = {} }) {
  const persons = new Map(people.map((person) => [person.id, person]));
  const seated = new Map(participants.map((participant) => [participant.id, participant]));
  const personOf = (id) => persons.get(seated.get(id)?.person ?? id);
  const isChild = (person) => YOUNG.has(person?.kind) || isUnderAge(person ?? {}, meeting.held_on);
  const isListed = (id) => !personOf(id)?.unlisted_for?.length;
  return {
    kind: (id) => (isChild(personOf(id)) ? 'child' : seated.get(id)?.kind),
    attended: (id) => ['present', 'remote'].includes(seated.get(id)?.attendance),
    /** Whether it may be said that someone spoke or acts. */
    isOpen: (id) =>
      (seated.has(id) || persons.has(id)) && !isMarked(seated.get(id) ?? {}) && isListed(id),
  };
}

/** What only children or advocates raised stays theirs; so does what cannot be told to be anyone else's. */
function entriesOf({ record, people, withheld }) {
  if (withheld.has('entries')) return [];
  const isPrivate = (id) =>
    !people.isOpen(id) || ['child', 'advocate', undefined].includes(people.kind(id));
  const isTold = ({ raised_by: raised = [] }) => raised.length === 0 || !raised.every(isPrivate);
  return onMap(record).filter((entry) => mayShow(entry, isTold(entry)));
}

function map(room) {
  const entries = entriesOf(room);
  return {
    kind: 'map',
    columns: (room.profile.columns ?? []).map(({ heading, categories }) => ({
      heading,
      categories: categories
        .map(({ id, label }) => ({
          label,
          entries: entries
            .filter(({ category }) => category === id)
            .map(({ id, text }) => ({ id, text })),
        }))
        .filter(({ entries }) => entries.length > 0),
    })),
  };
}

/** Own numbers of adults: those of professionals, and of whoever of the family and their network was there. */
const SHOWN = {
  professional: () => true,
  business_support: () => true,
  family: (people, by) => people.attended(by),
  network: (people, by) => people.attended(by),
};

const isNumberOpen = (people) => (rating) =>
  !rating.on_behalf_of &&
  people.isOpen(rating.by) &&
  mayShow(rating, true) &&
  SHOWN[people.kind(rating.by)]?.(people, rating.by) === true;

/** The question at hand: its anchors, and once it is shown the drawing with the reason at the worried end. */
function scale(room) {
  const { record, words, people, hidden, withheld } = room;
  const entries = new Set(entriesOf(room).map(({ id }) => id));
  const own = record.referral?.scale?.id;
  const isOpen = ({ scale: id, about }) =>
    words.scales.has(id) &&
    (id !== own || !isMarked(record.referral)) &&
    (about === undefined || entries.has(about));
  const round = (record.scaling ?? []).at(-1);
  if (!round || !isOpen(round)) return map(room);
  const { prompt, min, max, step, anchors, higher_is: higher } = words.scales.get(round.scale);
  const question = {
    kind: 'scale',
    prompt,
    round: words.round(round.round),
    about: round.about && words.entries.get(round.about).text,
    min,
    max,
    step,
    anchors,
  };
  if (hidden.has(keyOf(round)) || withheld.has('numbers')) return question;
  const ratings = (round.ratings ?? []).filter(isNumberOpen(people));
  if (ratings.length === 0) return question;
  const worried = higher === 'worse' ? -1 : 1;
  const end = Math.min(...ratings.map(({ value }) => worried * value)) * worried;
  const lowest = ratings.find(({ value, reason }) => value === end && reason);
  return {
    ...question,
    numbers: ratings.map(({ by, value }) => ({
      who: letters(words.who(by)),
      isFamily: ['family', 'network'].includes(people.kind(by)),
      value,
    })),
    lowest: lowest && {
      label: higher === 'worse' ? 'Most worried' : 'Lowest',
      value: end,
      who: letters(words.who(lowest.by)),
      reason: lowest.reason,
    },
  };
}

/** A name by its initials. */
const letters = (name) => [...initials(name)].map((letter) => `${letter}.`).join('');

const TO_DO = new Set(['open', 'in_progress']);

/** The newest action first. */
function plan(room) {
  const { record, words, people, dueOn } = room;
  const goals = new Map(entriesOf(room).map(({ id, text }) => [id, text]));
  const isOpen = (action) => mayShow(action, !action.owner || people.isOpen(action.owner));
  return {
    kind: 'plan',
    actions: (record.actions ?? [])
      .filter((action) => TO_DO.has(action.status ?? 'open') && isOpen(action))
      .reverse()
      .map(({ id, text, owner, acceptance, due, serves = [] }) => ({
        id,
        text,
        who:
          acceptance !== 'declined' && owner
            ? people.isOpen(owner)
              ? words.who(owner)
              : 'The panel'
            : undefined,
        isAccepted: acceptance === 'accepted',
        when: shortDay(dueOn(id)) || (due?.by_review ? 'by the review' : ''),
        goals: serves.flatMap((goal) => goals.get(goal) ?? []),
      })),
  };
}

/** Until something is decided the plan stays: a room is not told in large letters that it has come to nothing. */
function decision(room) {
  const { record, words, people } = room;
  const { decision: decided, review_on: review, lead_practitioner: lead } = record.outcome ?? {};
  if (!decided) return plan(room);
  return {
    kind: 'decision',
    decision: words.decisions.get(decided)?.label ?? '',
    review: shortDay(review),
    lead: lead && people.isOpen(lead) ? words.who(lead) : undefined,
  };
}
