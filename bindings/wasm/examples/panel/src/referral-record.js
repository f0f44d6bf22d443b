// A record from what stood in the referral form. It only puts things in their place: what is missing or wrong the library says.

import { recordId } from './sitting.js';

/** The rows of a list of the form in which anything is given: the number of each, and a function that gives its members. */
const rows = (given, list) => {
  const numbers = Object.keys(given).map((name) => name.match(`^${list}_(\\d+)_`)?.[1]);
  return [...new Set(numbers.filter(Boolean))]
    .sort((a, b) => a - b)
    .map((row) => ({ row, of: (member) => given[`${list}_${row}_${member}`] }))
    .filter(({ of }) => ['name', 'agency', 'born', 'comes'].some((member) => of(member)));
};

/** Refuses a person of the family without a name: left out in silence, no one would miss them. */
function refuseNameless(given) {
  const nameless = rows(given, 'people').find(({ of }) => !of('name'));
  if (!nameless) return;
  const message = 'give a name, or empty what else is said of this person';
  const path = `/people_${nameless.row}_name`;
  throw Object.assign(new Error(message), { code: 'nameless', path });
}

/** Members of the record that have another name in the form. */
const FIELDS = {
  date_of_birth: 'born',
  '/agreement/service/on': '/agreed_on',
  '/agreement/service/reason': '/agreement_reason',
  '/agreement/service/status': '/agreement',
};

/** Where in the form a member of the record stands. */
export function fieldPath(given, path = '') {
  const [, index, member] = path.match(/^\/case\/people\/(\d+)\/(\w+)/u) ?? [];
  if (member === undefined) return FIELDS[path] ?? path;
  return `/people_${rows(given, 'people')[index]?.row}_${FIELDS[member] ?? member}`;
}

const two = (place) => `${place}`.padStart(2, '0');

/** In what part one of the family comes: a child as a child, whoever else by whether the child lives with them. */
const COMES_AS = {
  child: 'child',
  sibling: 'child',
  parent: 'family',
  carer: 'family',
  relative: 'network',
  other: 'network',
};

/** The seats that are asked to every panel: the core ones, and those that may take its notes. */
export function invitedSeats({ seats = [], note_taker: noteTaker }) {
  return {
    core: seats.filter(({ core }) => core),
    others: seats.filter(({ core, id }) => !core && noteTaker?.seats?.includes(id)),
  };
}

export function referralRecord(given, profile, today) {
  refuseNameless(given);
  const people = rows(given, 'people').map(({ of }, place) => ({
    id: `person-${two(place + 1)}`,
    kind: of('kind'),
    name: of('name'),
    ...(of('born') && { date_of_birth: of('born') }),
    comes: of('comes'),
  }));
  const { core, others } = invitedSeats(profile);
  const seats = [...core, ...others].map(({ id, agency }, place) => ({
    id: `p-seat-${two(place + 1)}`,
    kind: others.some((seat) => seat.id === id) ? 'business_support' : 'professional',
    name: given[`seat_${id}`],
    agency,
    seat: id,
  }));
  const professionals = rows(given, 'professionals').map(({ of }, place) => ({
    id: `p-agency-${two(place + 1)}`,
    kind: 'professional',
    name: of('name'),
    agency: of('agency'),
  }));
  const family = people
    .filter(({ comes }) => comes)
    .map(({ id, kind, name }, place) => ({
      id: `p-family-${two(place + 1)}`,
      kind: COMES_AS[kind],
      name,
      person: id,
    }));
  const points = (profile.columns ?? [])
    .flatMap((column) => column.categories)
    .flatMap(({ id }) =>
      (given[`map_${id}`] ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .map((text) => ({ category: id, text })),
    );
  const asked = given.prompt ?? given.worst ?? given.best;
  return {
    format: 'support-panel/1',
    id: recordId(given.reference, given.held_on ?? today),
    profile: { id: profile.id, version: profile.version },
    case: {
      reference: given.reference,
      status: given.status,
      people: people.map(({ comes, ...person }) => person),
    },
    referral: {
      received_on: today,
      referrer: 'p-referrer',
      reason: given.reason,
      best_hopes: given.best_hopes,
      background: given.background,
      ...(points.length && { mapping_received_on: today }),
      ...(asked && {
        scale: {
          id: 'referrer',
          prompt: given.prompt,
          min: 0,
          max: 10,
          step: 1,
          higher_is: 'better',
          anchors: { min: given.worst, max: given.best },
        },
      }),
    },
    agreement: {
      ...(given.agreement && {
        service: { status: given.agreement, on: given.agreed_on, reason: given.agreement_reason },
      }),
      ...(given.family_told && { sharing: { family_told: true } }),
    },
    meeting: { kind: 'initial', held_on: given.held_on },
    participants: [
      ...seats,
      {
        id: 'p-referrer',
        kind: 'professional',
        name: given.referrer_name,
        agency: given.referrer_agency,
      },
      ...professionals,
      ...family,
    ].map((participant) => ({ ...participant, attendance: 'invited' })),
    mapping: points.map((point, place) => ({
      id: `m${two(place + 1)}`,
      ...point,
      raised_by: ['p-referrer'],
      origin: 'referral',
    })),
  };
}
