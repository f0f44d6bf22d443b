// SP101 to SP112: the record by itself.

import { earliestBirth } from './births.js';
import { addDays } from './calendar.js';
import { attended } from './panel.js';
import { isBlank } from './texts.js';

/** What an entry may answer, by its category. */
const ANSWERABLE = {
  existing_safety: new Set(['past_harm', 'future_danger']),
  goal: new Set(['past_harm', 'future_danger', 'complicating_factor', 'grey_area']),
  next_step: new Set(['goal']),
};

export function askRecord(panel, add) {
  uniqueIds(panel, add);
  references(panel, add);
  listed(panel, add);
  order(panel, add);
  texts(panel, add);
  if (panel.asOf) future(panel, add);
  people(panel, add);
  clocks(panel, add);
  births(panel, add);
}

function uniqueIds({ people, participants, mapping, actions }, add) {
  const seen = new Set();
  const look = (list, name) =>
    list.forEach(({ id }, i) =>
      seen.has(id) ? add('SP101', `${name}/${i}/id`, id) : seen.add(id),
    );
  look(people, '/case/people');
  look(participants, '/participants');
  look(mapping, '/mapping');
  look(actions, '/actions');
}

function references(panel, add) {
  const { record, meeting, referral, outcome, given, previous, personOf, participantOf, entryOf } =
    panel;
  const one = (known, id, path, subject) => id && !known.has(id) && add('SP102', path, subject);
  const some = (known, ids, path, subject) =>
    ids?.forEach((id, i) => known.has(id) || add('SP102', `${path}/${i}`, subject));
  const people = { has: (id) => personOf.has(id) || participantOf.has(id) };

  one(participantOf, referral.referrer, '/referral/referrer');
  some(people, record.agreement?.service?.given_by, '/agreement/service/given_by');
  one(participantOf, meeting.chair, '/meeting/chair');
  one(participantOf, meeting.note_taker, '/meeting/note_taker');
  if (given && meeting.previous && !previous) add('SP102', '/meeting/previous');
  panel.participants.forEach(({ id, person, deputy_for }, i) => {
    one(personOf, person, `/participants/${i}/person`, id);
    one(participantOf, deputy_for, `/participants/${i}/deputy_for`, id);
  });
  panel.agenda.forEach(({ stage, led_by }, i) =>
    one(participantOf, led_by, `/agenda/${i}/led_by`, stage),
  );
  panel.mapping.forEach((entry, i) => {
    if (entry.withdrawn) return;
    const path = `/mapping/${i}`;
    some(personOf, entry.about, `${path}/about`, entry.id);
    some(participantOf, entry.raised_by, `${path}/raised_by`, entry.id);
    some(
      { has: (id) => ANSWERABLE[entry.category]?.has(entryOf.get(id)?.category) },
      entry.answers,
      `${path}/answers`,
      entry.id,
    );
    some(people, entry.statement?.worried, `${path}/statement/worried`, entry.id);
    entry.amended?.forEach(({ by }, j) =>
      one(participantOf, by, `${path}/amended/${j}/by`, entry.id),
    );
  });
  panel.scaling.forEach(({ scale, about, ratings, abstentions }, i) => {
    const path = `/scaling/${i}`;
    const isOfChild = panel.scaleOf(panel.scaling[i])?.subject === 'each_child';
    one(isOfChild ? personOf : entryOf, about, `${path}/about`, scale);
    ratings?.forEach(({ by, on_behalf_of }, j) => {
      one(participantOf, by, `${path}/ratings/${j}/by`, by);
      one(personOf, on_behalf_of?.person, `${path}/ratings/${j}/on_behalf_of/person`, by);
      one(
        participantOf,
        on_behalf_of?.participant,
        `${path}/ratings/${j}/on_behalf_of/participant`,
        by,
      );
    });
    abstentions?.forEach(({ by }, j) => one(participantOf, by, `${path}/abstentions/${j}/by`, by));
  });
  const before = previous && new Set(previous.actions?.map(({ id }) => id));
  panel.actions.forEach((action, i) => {
    const path = `/actions/${i}`;
    some(entryOf, action.serves, `${path}/serves`, action.id);
    one(participantOf, action.owner, `${path}/owner`, action.id);
    some(participantOf, action.supporting, `${path}/supporting`, action.id);
    one(participantOf, action.accepted_by, `${path}/accepted_by`, action.id);
    one(participantOf, action.chaser, `${path}/chaser`, action.id);
    const { carried_from } = action;
    if (previous && carried_from?.record === previous.id)
      one(before, carried_from.action, `${path}/carried_from/action`, action.id);
  });
  one(participantOf, outcome.decided_by, '/outcome/decided_by');
  const childOf = { has: (id) => personOf.get(id)?.kind === 'child' };
  panel.children.forEach(({ child }, i) =>
    one(childOf, child, `/outcome/children/${i}/child`, child),
  );
  outcome.dissent?.forEach(({ by }, j) => one(participantOf, by, `/outcome/dissent/${j}/by`, by));
  one(participantOf, outcome.lead_practitioner, '/outcome/lead_practitioner');
  one(participantOf, outcome.feedback?.owner, '/outcome/feedback/owner');
  one(participantOf, record.recording?.recorded_by, '/recording/recorded_by');
  some(participantOf, record.recording?.circulated_to, '/recording/circulated_to');
}

function listed(
  { record, council, participants, agenda, mapping, scaling, outcome, children, referral },
  add,
) {
  const { statuses, seats, stages, scales, categories, decisions } = council;
  const { status } = record.case;
  if (status && statuses) {
    if (!statuses.has(status)) add('SP103', '/case/status');
    else if (!statuses.get(status).eligible) add('SP109', '/case/status');
  }
  if (seats)
    participants.forEach(
      ({ id, seat }, i) => seat && !seats.has(seat) && add('SP103', `/participants/${i}/seat`, id),
    );
  if (stages)
    agenda.forEach(
      ({ stage }, i) => stages.has(stage) || add('SP103', `/agenda/${i}/stage`, stage),
    );
  if (categories)
    mapping.forEach(
      ({ id, category, withdrawn }, i) =>
        withdrawn || categories.has(category) || add('SP103', `/mapping/${i}/category`, id),
    );
  scaling.forEach(({ scale }, i) => {
    const isKnown = scale === 'referrer' ? referral.scale : !scales || scales.has(scale);
    if (!isKnown) add('SP103', `/scaling/${i}/scale`, scale);
  });
  if (decisions && outcome.decision && !decisions.has(outcome.decision))
    add('SP103', '/outcome/decision');
  if (decisions)
    children.forEach(
      ({ child, decision }, i) =>
        decisions.has(decision) || add('SP103', `/outcome/children/${i}/decision`, child),
    );
}

function order({ record, profile, meeting, people, actions, outcome, isPlanned }, add) {
  const held = meeting.held_on;
  if (held) {
    const { feedback = {} } = outcome;
    const { recording = {} } = record;
    const before = (day, path) => day && day < held && add('SP104', path);
    people.forEach(
      ({ id, date_of_birth }, i) =>
        date_of_birth > held && add('SP104', `/case/people/${i}/date_of_birth`, id),
    );
    before(meeting.reconvene_on, '/meeting/reconvene_on');
    before(outcome.review_on, '/outcome/review_on');
    before(feedback.due_on, '/outcome/feedback/due_on');
    before(feedback.given_on, '/outcome/feedback/given_on');
    before(recording.recorded_on, '/recording/recorded_on');
    before(recording.minutes_circulated_on, '/recording/minutes_circulated_on');
    if (isPlanned && (held < profile.valid_from || held > profile.valid_to))
      add('SP105', '/profile/version');
  }
  actions.forEach(({ id, agreed_on, done_on, due, carried_from }, i) => {
    if (done_on < agreed_on) add('SP104', `/actions/${i}/done_on`, id);
    if (due?.on < agreed_on && !carried_from) add('SP104', `/actions/${i}/due/on`, id);
  });
}

function texts({ record, mapping, scaling, actions, outcome }, add) {
  const need = (text, path, subject) => isBlank(text) && add('SP106', path, subject);
  const { referral } = record;
  if (referral && Object.keys(referral).length > 0) {
    need(referral.reason, '/referral/reason');
    if (referral.scale) {
      need(referral.scale.prompt, '/referral/scale/prompt');
      need(referral.scale.anchors?.min, '/referral/scale/anchors/min');
      need(referral.scale.anchors?.max, '/referral/scale/anchors/max');
    }
  }
  mapping.forEach((entry, i) => {
    if (entry.withdrawn) return;
    need(entry.text, `/mapping/${i}/text`, entry.id);
    entry.amended?.forEach(({ category, text, why }, j) => {
      if (!category || text) need(text, `/mapping/${i}/amended/${j}/text`, entry.id);
      need(why, `/mapping/${i}/amended/${j}/why`, entry.id);
    });
  });
  scaling.forEach(({ ratings, abstentions }, i) => {
    ratings?.forEach(({ by, amended }, j) =>
      amended?.forEach(({ why }, k) =>
        need(why, `/scaling/${i}/ratings/${j}/amended/${k}/why`, by),
      ),
    );
    abstentions?.forEach(({ by, reason }, j) =>
      need(reason, `/scaling/${i}/abstentions/${j}/reason`, by),
    );
  });
  actions.forEach(({ id, text }, i) => need(text, `/actions/${i}/text`, id));
  outcome.dissent?.forEach(({ by, view }, j) => need(view, `/outcome/dissent/${j}/view`, by));
}

function future(
  {
    record,
    asOf,
    meeting,
    referral,
    people,
    participants,
    agenda,
    mapping,
    scaling,
    actions,
    outcome,
  },
  add,
) {
  // An instant counts by the day that is written in it.
  const past = (when, path, subject) =>
    when && when.slice(0, 10) > asOf && add('SP107', path, subject);
  people.forEach(({ id, date_of_birth, views_on }, i) => {
    past(date_of_birth, `/case/people/${i}/date_of_birth`, id);
    past(views_on, `/case/people/${i}/views_on`, id);
  });
  past(referral.received_on, '/referral/received_on');
  past(referral.mapping_received_on, '/referral/mapping_received_on');
  const service = record.agreement?.service;
  past(service?.on, '/agreement/service/on');
  service?.history?.forEach(({ on }, i) => past(on, `/agreement/service/history/${i}/on`));
  if (meeting.status && meeting.status !== 'planned') past(meeting.held_on, '/meeting/held_on');
  past(meeting.opened_on, '/meeting/opened_on');
  participants.forEach(({ id, arrived_at, left_at }, i) => {
    past(arrived_at, `/participants/${i}/arrived_at`, id);
    past(left_at, `/participants/${i}/left_at`, id);
  });
  agenda.forEach(({ stage, started_at, ended_at }, i) => {
    past(started_at, `/agenda/${i}/started_at`, stage);
    past(ended_at, `/agenda/${i}/ended_at`, stage);
  });
  mapping.forEach(({ id, settled, amended, withdrawn }, i) => {
    if (withdrawn) return;
    past(settled?.on, `/mapping/${i}/settled/on`, id);
    amended?.forEach(({ at }, j) => past(at, `/mapping/${i}/amended/${j}/at`, id));
  });
  scaling.forEach(({ scale, revealed_at, ratings }, i) => {
    past(revealed_at, `/scaling/${i}/revealed_at`, scale);
    ratings?.forEach(({ by, at, amended }, j) => {
      past(at, `/scaling/${i}/ratings/${j}/at`, by);
      amended?.forEach((one, k) => past(one.at, `/scaling/${i}/ratings/${j}/amended/${k}/at`, by));
    });
  });
  actions.forEach(({ id, accepted_on, agreed_on, done_on }, i) => {
    past(accepted_on, `/actions/${i}/accepted_on`, id);
    past(agreed_on, `/actions/${i}/agreed_on`, id);
    past(done_on, `/actions/${i}/done_on`, id);
  });
  past(outcome.feedback?.given_on, '/outcome/feedback/given_on');
  past(record.recording?.recorded_on, '/recording/recorded_on');
  past(record.recording?.minutes_circulated_on, '/recording/minutes_circulated_on');
}

/** The last digit is eleven less the weighted sum of the others. */
function isNhsNumber(text) {
  if (!/^[0-9]{10}$/.test(text) || /^(.)\1*$/.test(text)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += (10 - i) * Number(text[i]);
  return (11 - (sum % 11)) % 11 === Number(text[9]);
}

function people({ people, participants, isRunning }, add) {
  people.forEach(({ id, nhs_number, views }, i) => {
    if (nhs_number && !isNhsNumber(nhs_number)) add('SP108', `/case/people/${i}/nhs_number`, id);
    if (
      isRunning &&
      views === 'attended' &&
      !participants.some((one) => one.person === id && attended(one))
    )
      add('SP110', `/case/people/${i}/views`, id);
  });
}

function clocks({ meeting, isRunning }, add) {
  if (!isRunning) return;
  const { held_on, opened_on, clock_set_back } = meeting;
  if (held_on && opened_on && held_on !== opened_on) add('SP111', '/meeting/held_on');
  if (clock_set_back !== undefined) add('SP111', '/meeting/clock_set_back');
}

function births({ people, meeting: { held_on }, asOf }, add) {
  const judgedOn = [held_on, asOf].filter(Boolean).sort().at(-1);
  people.forEach((person, i) => {
    const { id, date_of_birth: born, expected_on: expected, views_on, birth = {} } = person;
    const at = `/case/people/${i}`;
    const earliest = earliestBirth(person);
    if (earliest && expected) add('SP112', `${at}/expected_on`, id);
    else if (expected && judgedOn && judgedOn > addDays(expected, 42))
      add('SP112', `${at}/date_of_birth`, id);
    if (earliest && views_on && views_on < earliest) add('SP112', `${at}/views_on`, id);
    const { year, month } = birth;
    if (year !== undefined || month !== undefined) {
      const fits = born
        ? (year ?? Number(born.slice(0, 4))) === Number(born.slice(0, 4)) &&
          (month ?? Number(born.slice(5, 7))) === Number(born.slice(5, 7))
        : earliest !== undefined;
      if (!fits) add('SP112', `${at}/birth`, id);
    }
    if (!born && earliest && held_on && earliest > held_on) add('SP112', `${at}/birth`, id);
  });
}
