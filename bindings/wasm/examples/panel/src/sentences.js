// What was said in a sitting, as one tells it afterwards.

import { ATTENDANCE, day, quoted, spaced } from './words.js';

const SAID = {
  open_meeting: 'The panel was opened',
  appoint: 'Chair or note-taker changed',
  adjourn: 'The panel was adjourned',
  conclude: 'The panel concluded',
  invite: 'Someone was added',
  arrive: 'Someone arrived',
  apologise: 'Apologies were noted',
  mark_absent: 'An absence was noted',
  leave: 'Someone left',
  proceed_inquorate: 'The panel went on without its quorum',
  record_best_hopes: 'Best hopes were noted',
  record_background: 'The background was noted',
  record_views: 'How a view was gathered was noted',
  set_agreement: 'Agreement to the service was noted',
  set_sharing: 'The basis for sharing was noted',
  start_stage: 'A stage began',
  end_stage: 'A stage ended',
  skip_stage: 'A stage was not held',
  pause: 'The clock was stopped',
  resume: 'The clock ran again',
  add_entry: 'Something was put on the map',
  amend_entry: 'An entry was changed',
  move_entry: 'An entry was moved',
  withdraw_entry: 'An entry was taken off the map',
  settle_entry: 'An entry was settled',
  mark: 'Who may see something was changed',
  open_round: 'A scaling question was asked',
  rate: 'A number was given',
  sealed: 'A number was given in private',
  abstain: 'Someone gave no number',
  reveal: 'The numbers were shown',
  amend_rating: 'A reason or a number was added to',
  agree_action: 'An action was agreed',
  amend_action: 'An action was changed',
  allocate: 'Someone was asked to take an action',
  accept: 'An action was accepted',
  decline: 'An action was declined',
  set_due: 'A date was set for an action',
  update_action: 'An action was followed up',
  decide: 'The panel decided',
  dissent: 'A different view was recorded',
  name_lead: 'The lead practitioner was named',
  set_review: 'The review was set',
  give_feedback: 'Feedback to the family was arranged',
  file_record: 'The record was entered',
  circulate_minutes: 'The minutes went out',
  undo: 'The last step was taken back',
  redo: 'A step was put back',
  amend: 'The record was amended',
};

/** What happened, without saying to whom. */
export const said = ({ type }) => SAID[type] ?? spaced(type);

/** Members of a command that say what it is about, and how to call that. A number is never told here: it may not have been shown. */
const ABOUT = {
  participant: (words, id) => words.who(id),
  person: (words, id) => words.who(id),
  child: (words, id) => words.who(id),
  entry: (words, id) => words.entry(id),
  action: (words, id) => words.action(id),
  stage: (words, id) => words.stage(id),
  scale: (words, id) => quoted(words.question(id)),
  about: (words, id) => (Array.isArray(id) ? words.names(id) : words.entry(id)),
  by: (words, id) => words.who(id),
  owner: (words, id) => words.who(id),
  chair: (words, id) => words.who(id),
  note_taker: (words, id) => words.who(id),
  category: (words, id) => words.category(id),
  decision: (words, id) => words.decisions.get(id)?.label ?? id,
  how: (words, how) => ATTENDANCE[how] ?? quoted(how),
  name: (_, name) => name,
  part: (_, part) => PARTS[part] ?? spaced(part),
  on: (_, on) => day(on),
  due: (_, { on }) => on && day(on),
  text: (_, text) => quoted(text, 200),
  view: (_, text) => quoted(text, 200),
  reason: (_, text) => quoted(text, 200),
  note: (_, text) => quoted(text, 200),
  evidence: (_, text) => quoted(text, 200),
  outcome: (_, text) => quoted(text, 200),
  one_point_higher: (_, text) => quoted(text, 200),
};

/** What is marked, and has no id. */
export const PARTS = {
  referral: 'what the worker brings',
  service: 'the agreement to the service',
  sharing: 'the basis for sharing information',
  place: 'where the panel meets',
  inquorate_reason: 'why the panel went on without its quorum',
  adjourned_reason: 'why the panel was adjourned',
  stage: 'what is noted of a stage',
  settled: 'how an entry was settled',
  decision_reason: 'why the panel decided so',
  child_decision: 'what was decided for a child, and why',
  contingency: 'what happens if the plan is not working',
  feedback: 'feedback to the family',
  dissenting_view: 'a different view',
  rating: 'a number',
  abstention: 'that no number was given',
  listing: 'that someone is in the record',
  family_copy: 'the one copy for all of the family',
};

/** Commands of which only who gave what is told: their words may tell a number that has not been shown. */
const PRIVATE = {
  rate: ['by', 'scale', 'about'],
  amend_rating: ['by', 'scale', 'about'],
  sealed: ['by', 'scale', 'about'],
};

/** What happened, to whom and in which words. */
export function told(event, words) {
  const { type, ...all } = event.change ?? event;
  const told = PRIVATE[type] ?? Object.keys(all);
  const members = Object.fromEntries(Object.entries(all).filter(([name]) => told.includes(name)));
  const parts = Object.entries(members)
    .map(([name, value]) => ABOUT[name]?.(words, value))
    .filter(Boolean);
  return [said({ type }), parts.join(' · ')].filter(Boolean).join(': ');
}

/**
 * Of the steps that stand: the one that undo would take back, the one that redo would put back, the last opening with its stamp,
 * and the latest stamp.
 */
export function steps(events) {
  const [done, undone] = [[], []];
  for (const step of events)
    if (step.event.type === 'undo') undone.push(done.pop());
    else if (step.event.type === 'redo') done.push(undone.pop());
    else {
      done.push(step);
      undone.length = 0;
    }
  return {
    undo: done.at(-1)?.event,
    redo: undone.at(-1)?.event,
    opening: done.findLast(({ event }) => event.type === 'open_meeting'),
    latest: done.length ? Math.max(...done.map(({ at }) => Date.parse(at))) : undefined,
  };
}
