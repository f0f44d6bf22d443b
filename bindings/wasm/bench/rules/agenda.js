// SP301 to SP306: the stages of the panel.

import { isHeld } from './panel.js';
import { isBlank } from './texts.js';

const instant = (text) => (text ? Date.parse(text.toUpperCase()) : undefined);

export function askAgenda(panel, add) {
  if (!panel.isRunning) return;
  const spans = panel.agenda.map(({ started_at, ended_at }) => ({
    start: instant(started_at),
    end: instant(ended_at),
  }));
  times(panel, spans, add);
  leaders(panel, add);
  if (!panel.isConcluded) return;
  leftOut(panel, add);
  order(panel, spans, add);
  results(panel, add);
}

function times({ council, meeting, agenda }, spans, add) {
  const running = meeting.status === 'in_progress' ? Infinity : undefined;
  agenda.forEach(({ stage, paused_seconds = 0 }, i) => {
    const { start, end } = spans[i];
    if (start === undefined) return;
    if (end < start) add('SP301', `/agenda/${i}/ended_at`, stage);
    const overlaps = spans.some(
      (other, j) =>
        j !== i &&
        start < (other.end ?? running) &&
        (other.start < start || (other.start === start && j < i)),
    );
    if (overlaps && !(end < start)) add('SP301', `/agenda/${i}/started_at`, stage);
    const { minutes } = council.stages?.get(stage) ?? {};
    if (
      minutes !== undefined &&
      (end - start) / 1000 - paused_seconds > minutes * 60 * (1 + council.over)
    )
      add('SP303', `/agenda/${i}`, stage);
  });
}

function leaders({ council, meeting, referral, agenda, participantOf, holds }, add) {
  if (!council.stages) return;
  const named = {
    chair: meeting.chair,
    referrer: referral.referrer,
    note_taker: meeting.note_taker,
  };
  agenda.forEach(({ stage, led_by }, i) => {
    const lead = council.stages.get(stage)?.lead;
    const leader = participantOf.get(led_by);
    if (!lead || !leader) return;
    const isLead =
      lead in named
        ? !participantOf.has(named[lead]) || [leader.id, leader.deputy_for].includes(named[lead])
        : holds(leader, lead);
    if (!isLead) add('SP304', `/agenda/${i}/led_by`, stage);
  });
}

function leftOut({ profile, agenda }, add) {
  for (const { id, required } of profile.agenda ?? []) {
    if (
      !required ||
      agenda.some((one) => one.stage === id && (isHeld(one) || !isBlank(one.skipped_reason)))
    )
      continue;
    const at = agenda.findIndex(({ stage }) => stage === id);
    add('SP302', at < 0 ? '/agenda' : `/agenda/${at}`, id);
  }
}

function order({ council, agenda }, spans, add) {
  if (!council.stages) return;
  const held = [];
  agenda.forEach((one, i) => {
    const place = council.stages.get(one.stage)?.place;
    if (isHeld(one)) held.push({ i, place, stage: one.stage, start: spans[i].start });
  });
  const byClock = held.every(({ start }) => start !== undefined);
  for (const one of held) {
    if (
      held.some(
        (other) => other.place > one.place && (byClock ? other.start < one.start : other.i < one.i),
      )
    )
      add('SP305', `/agenda/${one.i}`, one.stage);
  }
}

function results(panel, add) {
  const { council, profile, participants, referral, mapping, scaling, actions, agenda } = panel;
  const { decision, children, feedback } = panel.outcome;
  const isThere = {
    attendance: () => !participants.some(({ attendance }) => attendance === 'invited'),
    best_hopes: () => !isBlank(referral.best_hopes),
    background: () => !isBlank(referral.background),
    entries: () => mapping.some((entry) => !entry.withdrawn),
    ratings: () => scaling.some(({ ratings }) => ratings?.length),
    actions: () => actions.some(({ status }) => status !== 'cancelled'),
    // Where a rule of its own asks for it, this one is silent.
    decision: () => council.decisions || decision || children,
    feedback: () => profile.feedback?.required || feedback?.owner || feedback?.given_on,
  };
  const seen = new Set();
  agenda.forEach((one, i) => {
    if (!isHeld(one) || seen.has(one.stage)) return;
    seen.add(one.stage);
    const { produces } = council.stages?.get(one.stage) ?? {};
    if (produces?.some((product) => !isThere[product]())) add('SP306', `/agenda/${i}`, one.stage);
  });
}
