// One record with its lookups: whatever several rules ask of it.

import { isBlank } from './texts.js';

const PHASES = { planned: 1, adjourned: 1, in_progress: 2, concluded: 3 };
const NOBODY = Object.freeze([]);

/** The first with an id is the one that is meant; a second is a finding of its own. */
export function firstById(list) {
  const map = new Map();
  for (const item of list) if (!map.has(item.id)) map.set(item.id, item);
  return map;
}

export const attended = (participant) =>
  participant.attendance === 'present' || participant.attendance === 'remote';
export const isFamily = ({ kind }) => kind === 'family' || kind === 'child' || kind === 'network';
export const isLive = ({ status = 'open' }) => status === 'open' || status === 'in_progress';
export const isOwn = (rating) => !rating.on_behalf_of;
export const isHeld = (stage) => Boolean(stage.started_at || stage.ended_at || stage.led_by);

export function panelOf(record, council, { asOf, previous, phase } = {}) {
  const meeting = record.meeting ?? {};
  const planned = Object.keys(meeting).length > 0 ? PHASES[meeting.status ?? 'planned'] : 0;
  const people = record.case.people ?? NOBODY;
  const participants = record.participants ?? NOBODY;
  const mapping = record.mapping ?? NOBODY;
  const participantOf = firstById(participants);
  const outcome = record.outcome ?? {};
  const children = outcome.children ?? NOBODY;
  /** What was decided and the council has: of the panel, then of each child. */
  const decided = [
    { path: '/outcome', id: outcome.decision, reason: outcome.reason },
    ...children.map(({ child, decision, reason }, i) => ({
      path: `/outcome/children/${i}`,
      id: decision,
      reason,
      child,
    })),
  ].flatMap((one) => {
    const decision = council.decisions?.get(one.id);
    return decision ? [{ ...one, decision }] : [];
  });
  const referral = record.referral ?? {};

  /** The seat of whom someone stands in for who attends as a deputy. */
  const deputised = (participant) =>
    participant.deputy_for && attended(participant)
      ? participantOf.get(participant.deputy_for)?.seat
      : undefined;
  /** The seats someone holds: their own, and that. */
  const holds = (participant, seat) => participant.seat === seat || deputised(participant) === seat;

  /** The day by which an action is due, where that can be told. */
  function dueOn({ due, agreed_on }) {
    if (!due) return undefined;
    if (due.by_review) return outcome.review_on;
    if (due.on) return due.on;
    const from = agreed_on ?? meeting.held_on;
    return from && council.calendar(from, due.within);
  }

  return {
    record,
    council,
    profile: council.profile,
    asOf,
    previous: previous && meeting.previous === previous.id ? previous : undefined,
    given: previous,
    isPlanned: (phase ?? planned) >= 1,
    isRunning: (phase ?? planned) >= 2,
    isConcluded: (phase ?? planned) >= 3,
    people,
    participants,
    mapping,
    scaling: record.scaling ?? NOBODY,
    actions: record.actions ?? NOBODY,
    agenda: record.agenda ?? NOBODY,
    meeting,
    referral,
    outcome,
    children,
    decided,
    personOf: firstById(people),
    participantOf,
    entryOf: firstById(mapping),
    deputised,
    holds,
    dueOn,
    scaleOf: ({ scale }) => (scale === 'referrer' ? referral.scale : council.scales?.get(scale)),
    isReasoned:
      (Boolean(outcome.decision) && !isBlank(outcome.reason)) ||
      children.some(({ reason }) => !isBlank(reason)),
  };
}
