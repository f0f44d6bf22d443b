// SP201 to SP215: who came, and what the family had to do with it.

import { addDays } from './calendar.js';
import { attended, isFamily, isLive } from './panel.js';
import { isBlank, likeness } from './texts.js';

const GATHERED = new Set(['advocate', 'written', 'gathered_before', 'observed']);

export function askPeople(panel, add) {
  if (panel.isPlanned) beforehand(panel, add);
  if (panel.isRunning) officers(panel, add);
  if (!panel.isConcluded) return;
  coreSeats(panel, add);
  agreement(panel, add);
  views(panel, add);
}

function beforehand(panel, add) {
  const { profile, meeting, referral, participants, mapping } = panel;
  if (!participants.some(isFamily)) add('SP212', '/participants');
  const { inputs } = profile;
  if (inputs?.reports) reports(panel, add);
  if (!inputs || meeting.kind !== 'initial') return;
  if (inputs.agreement) agreedBeforehand(panel, add);
  const late = (day, { days_before = 0 }) =>
    meeting.held_on && day > addDays(meeting.held_on, -days_before);
  const need = (wanted, day, path) => wanted && (!day || late(day, wanted)) && add('SP210', path);
  need(inputs.referral, referral.received_on, '/referral/received_on');
  need(inputs.mapping, referral.mapping_received_on, '/referral/mapping_received_on');
  if (inputs.referrer_scale && !referral.scale) add('SP210', '/referral/scale');
  if (inputs.mapping && !mapping.some((entry) => entry.origin === 'referral' && !entry.withdrawn))
    add('SP213', '/mapping');
}

function reports({ profile, council, meeting, participants, asOf, isRunning, holds }, add) {
  const { asked_of = [], days_before = 0 } = profile.inputs.reports;
  const isLate = asOf && meeting.held_on && asOf > addDays(meeting.held_on, -days_before);
  if (!isRunning && !isLate) return;
  const isOf = (one, whom) =>
    whom === 'everyone'
      ? one.kind !== 'business_support' && one.kind !== 'advocate'
      : whom === 'professionals'
        ? one.kind === 'professional'
        : whom === 'core'
          ? council.coreSeats.some(({ id }) => holds(one, id))
          : holds(one, whom);
  participants.forEach((one, i) => {
    if (!isFamily(one) && !one.written_update && asked_of.some((whom) => isOf(one, whom)))
      add('SP214', `/participants/${i}/written_update`, one.id);
  });
}

function agreedBeforehand({ profile, record, meeting, isConcluded }, add) {
  const { status, on } = record.agreement?.service ?? {};
  if (status !== 'agreed') {
    if (!isConcluded) add('SP215', '/agreement/service/status');
    return;
  }
  const { days_before = 0 } = profile.inputs.agreement;
  if (!on || (meeting.held_on && on > addDays(meeting.held_on, -days_before)))
    add('SP215', '/agreement/service/on');
}

function officers({ profile, meeting, participants, participantOf, holds, ...panel }, add) {
  const chair = participantOf.get(meeting.chair);
  if (profile.chair && (!meeting.chair || chair)) {
    const mayChair =
      chair &&
      attended(chair) &&
      (!profile.chair.seats?.length || profile.chair.seats.some((seat) => holds(chair, seat)));
    if (!mayChair) add('SP201', '/meeting/chair');
  }
  const noteTaker = participantOf.get(meeting.note_taker);
  if (profile.note_taker && (!meeting.note_taker || noteTaker)) {
    const mayTake =
      noteTaker &&
      attended(noteTaker) &&
      (profile.note_taker.may_be_chair !== false || meeting.note_taker !== meeting.chair);
    if (!mayTake) add('SP202', '/meeting/note_taker');
  }
  if (profile.quorum) {
    const {
      min_agencies = 0,
      must_include = [],
      may_proceed_with_reason = true,
      floor = 0,
    } = profile.quorum;
    const agencies = agenciesOf(participants, meeting, panel);
    const isMet =
      agencies >= Math.max(min_agencies, floor) &&
      must_include.every((seat) => participants.some((one) => attended(one) && holds(one, seat)));
    const isExcused =
      may_proceed_with_reason && !isBlank(meeting.inquorate_reason) && agencies >= floor;
    if (!isMet && !isExcused) add('SP203', '/meeting/inquorate_reason');
  }
}

/** Distinct agencies of the professionals who attended, the chair's included; one written as punctuation alone is like no other. */
function agenciesOf(participants, { chair }, { council, deputised }) {
  const agencies = new Set();
  for (const one of participants) {
    if (!attended(one) || (one.kind !== 'professional' && one.id !== chair)) continue;
    const agencyOf = (seat) =>
      [council.seats?.get(seat)?.agency, one.agency].find((agency) => !isBlank(agency));
    const given = (one.seat && agencyOf(one.seat)) ?? agencyOf(deputised(one));
    if (!isBlank(given)) agencies.add(likeness(given) || one);
  }
  return agencies.size;
}

function coreSeats({ council, participants, holds }, add) {
  for (const { id: seat } of council.coreSeats) {
    if (participants.some((one) => attended(one) && holds(one, seat))) continue;
    const first = participants.findIndex((one) => one.seat === seat);
    const say = (code) =>
      first < 0
        ? add(code, '/participants', seat)
        : add(code, `/participants/${first}`, participants[first].id);
    const holders = participants.filter((one) => one.seat === seat);
    if (!holders.some((one) => one.attendance === 'apologies')) say('SP204');
    else if (!holders.some((one) => one.written_update)) say('SP205');
  }
}

function agreement({ record, meeting, actions, participantOf }, add) {
  const { service = {}, sharing = {} } = record.agreement ?? {};
  if (!service.status) add('SP206', '/agreement/service/status');
  else if (service.status !== 'agreed' && isBlank(service.reason))
    add('SP206', '/agreement/service/reason');
  if (isBlank(sharing.lawful_basis)) add('SP207', '/agreement/sharing/lawful_basis');
  if (!sharing.family_told && isBlank(sharing.note)) add('SP207', '/agreement/sharing/family_told');
  if (service.status !== 'withdrawn' || !service.on) return;
  actions.forEach((action, i) => {
    const owner = participantOf.get(action.owner);
    if (
      isLive(action) &&
      owner &&
      isFamily(owner) &&
      (action.agreed_on ?? meeting.held_on) > service.on
    )
      add('SP211', `/actions/${i}/owner`, action.id);
  });
}

function views({ people, participants, previous }, add) {
  if (
    !participants.some((one) => isFamily(one) && attended(one)) &&
    !people.some((one) => GATHERED.has(one.views))
  )
    add('SP208', '/participants');
  const last = previous?.meeting?.held_on;
  people.forEach(({ id, kind, views, views_on, views_note }, i) => {
    if (kind !== 'child') return;
    if (!views) add('SP209', `/case/people/${i}/views`, id);
    else if (views === 'not_sought')
      isBlank(views_note) && add('SP209', `/case/people/${i}/views_note`, id);
    else if (views !== 'attended' && last && !(views_on > last))
      add('SP209', `/case/people/${i}/views_on`, id);
  });
}
