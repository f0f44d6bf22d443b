// SP701 to SP710: what was decided, and what follows.

import { isLive } from './panel.js';
import { isBlank } from './texts.js';

export function askOutcome(panel, add) {
  if (panel.isPlanned) contact(panel, add);
  if (!panel.isConcluded) return;
  const { council, profile, outcome, children, decided } = panel;
  const isDecided = outcome.decision || children.length > 0;
  const toDecideFor = profile.deciding?.each_child
    ? panel.people.filter(({ kind }) => kind === 'child')
    : [];
  if (council.decisions && !isDecided && toDecideFor.length === 0)
    add('SP701', '/outcome/decision');
  for (const { path, reason, child, decision } of decided)
    if (decision.needs_reason && isBlank(reason)) add('SP702', `${path}/reason`, child);
  const goingOn = decided.filter(({ decision: { direction } }) => GOES_ON.has(direction));
  if (goingOn.length > 0) {
    if (profile.lead_practitioner?.required && !outcome.lead_practitioner)
      add('SP703', '/outcome/lead_practitioner');
    if (goingOn.some(({ decision }) => isOutOfTime(panel, decision)))
      add('SP704', '/outcome/review_on');
  }
  eachChild(council, children, toDecideFor, add);
  if (profile.feedback?.required) feedback(panel, add);
  if (profile.after) lateness(panel, add);
  const isAsked = profile.recording?.required && !profile.after?.recorded_within;
  if (isAsked && !panel.record.recording?.recorded_on) add('SP708', '/recording/recorded_on');
  if (decided.length > 0 && decided.every(({ decision }) => decision.direction === 'close')) {
    const isTaken = ({ owner, acceptance }) =>
      acceptance === 'accepted' &&
      owner &&
      (panel.participantOf.get(owner)?.kind ?? 'professional') === 'professional';
    if (panel.actions.some((action) => isLive(action) && !isTaken(action)))
      add('SP707', `${decided[0].path}/decision`);
  }
}

const GOES_ON = new Set(['stay', 'defer']);

function eachChild(council, children, toDecideFor, add) {
  const seen = new Set();
  children.forEach(({ child }, i) => {
    if (seen.has(child)) add('SP710', `/outcome/children/${i}`, child);
    seen.add(child);
  });
  if (!council.decisions) return;
  for (const { id } of toDecideFor) if (!seen.has(id)) add('SP710', '/outcome/children', id);
}

function isOutOfTime({ council, profile, record, meeting, outcome }, decision) {
  const status = council.statuses?.get(record.case.status);
  const interval = decision.review ?? status?.review ?? profile.review;
  if (!interval) return false;
  const { held_on } = meeting;
  const { review_on } = outcome;
  const isOutside = (day) =>
    held_on &&
    day >= held_on &&
    ((interval.min && day < council.calendar(held_on, interval.min)) ||
      (interval.max && day > council.calendar(held_on, interval.max)));
  return !review_on || isOutside(review_on);
}

function feedback({ council, profile, asOf, meeting, outcome }, add) {
  const { owner, due_on, given_on } = outcome.feedback ?? {};
  if (given_on) return;
  if (!owner) add('SP705', '/outcome/feedback/owner');
  const within = profile.after?.feedback_within;
  const last = within && meeting.held_on && council.calendar(meeting.held_on, within);
  if (!due_on || (asOf && (asOf > due_on || asOf > last))) add('SP705', '/outcome/feedback/due_on');
}

function lateness({ council, profile, asOf, record, meeting }, add) {
  const { held_on } = meeting;
  const { recorded_on, minutes_circulated_on } = record.recording ?? {};
  const look = (within, day, path) =>
    within && held_on && (day ?? asOf) > council.calendar(held_on, within) && add('SP706', path);
  look(profile.after.recorded_within, recorded_on, '/recording/recorded_on');
  look(profile.after.minutes_within, minutes_circulated_on, '/recording/minutes_circulated_on');
}

function contact({ profile }, add) {
  for (const key of profile.papers ? ['contact', 'if_you_disagree'] : [])
    if (isBlank(profile.papers[key])) add('SP709', '/profile');
}
