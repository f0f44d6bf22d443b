// SP601 to SP613: who does what, by when.

import { latestBirth } from './births.js';
import { ageOn } from './calendar.js';
import { attended, isFamily, isLive } from './panel.js';
import { isBlank } from './texts.js';

export function askActions(panel, add) {
  if (panel.isRunning) always(panel, add);
  if (!panel.isConcluded) return;
  panel.actions.forEach((action, i) => {
    if (action.status === 'cancelled') return;
    if (!action.owner) add('SP601', `/actions/${i}/owner`, action.id);
    if (!action.serves?.some((id) => !panel.entryOf.get(id)?.withdrawn))
      add('SP606', `/actions/${i}/serves`, action.id);
    if (isLive(action)) open(panel, action, i, add);
  });
  limits(panel, add);
  begun(panel, add);
}

function always({ council, meeting, actions, previous, personOf, participantOf }, add) {
  const isChild = ({ kind, person }) => kind === 'child' || personOf.get(person)?.kind === 'child';
  const isTooYoung = ({ person }) => {
    const birth = latestBirth(personOf.get(person) ?? {});
    return !birth || !meeting.held_on || ageOn(birth, meeting.held_on) < council.untilAge;
  };
  actions.forEach(({ id, status, owner, acceptance, done_on, cancelled_reason }, i) => {
    const its = participantOf.get(owner);
    if (status !== 'cancelled' && its && isChild(its)) {
      if (isTooYoung(its)) add('SP611', `/actions/${i}/owner`, id);
      else if (acceptance === 'accepted') add('SP611', `/actions/${i}/owner`, id, 'advice');
    }
    if ((status === 'done') !== Boolean(done_on)) add('SP612', `/actions/${i}/done_on`, id);
    if (status === 'cancelled' && isBlank(cancelled_reason))
      add('SP612', `/actions/${i}/cancelled_reason`, id);
  });
  if (!previous) return;
  const carried = new Set(
    actions.map(({ carried_from }) => carried_from?.record === previous.id && carried_from.action),
  );
  for (const action of previous.actions ?? [])
    if (isLive(action) && !carried.has(action.id)) add('SP610', '/actions', action.id);
}

function open({ profile, asOf, outcome, participantOf, dueOn }, action, i, add) {
  const { id, acceptance, accepted_by, chaser } = action;
  const path = `/actions/${i}`;
  if (!action.due) add('SP602', `${path}/due`, id);
  const isBeforeReview = profile.actions?.due_by_review;
  if (isBeforeReview || asOf) {
    const due = dueOn(action);
    if (isBeforeReview && due > outcome.review_on) add('SP603', `${path}/due`, id);
    if (asOf && due < asOf) add('SP609', `${path}/due`, id);
  }
  const owner = participantOf.get(action.owner);
  if (!owner) return;
  if (isFamily(owner)) {
    const isTheirOwn = accepted_by === owner.id || (accepted_by && !participantOf.has(accepted_by));
    if (acceptance !== 'accepted' || !isTheirOwn) add('SP605', `${path}/acceptance`, id);
  } else if (acceptance !== 'accepted') {
    if (attended(owner)) add('SP604', `${path}/acceptance`, id);
    else if (!chaser) add('SP604', `${path}/chaser`, id);
  }
}

function limits({ profile, actions, participantOf }, add) {
  const { max_per_panel = Infinity, max_per_owner = Infinity } = profile.actions ?? {};
  const live = actions.filter(isLive);
  if (live.length > max_per_panel) add('SP607', '/actions');
  const counts = new Map();
  for (const { owner } of live)
    if (participantOf.has(owner)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  for (const [owner, count] of counts) if (count > max_per_owner) add('SP607', '/actions', owner);
}

function begun({ council, profile, asOf, meeting, actions }, add) {
  const within = profile.after?.actions_within;
  if (!within || !meeting.held_on || !(asOf > council.calendar(meeting.held_on, within))) return;
  actions.forEach((action, i) => {
    if ((action.status ?? 'open') === 'open') add('SP613', `/actions/${i}/status`, action.id);
  });
}
