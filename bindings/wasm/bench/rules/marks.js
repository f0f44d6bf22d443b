// SP801 to SP804: whom the marks name, and what they leave in sight; and the ids in them, which SP102 asks of every list.
// The page says of SP803 and SP804 less than a program must know: which texts are read, and what of a name is looked for, is taken
// from the library.

import { firstById, isFamily } from './panel.js';

/** Of those who share a name so many are looked at; of a long name so many words; a shorter word tells nothing by itself. */
const NAMESAKES = 8;
const WORDS = 12;
const LETTERS = 3;

export function askMarks(panel, add) {
  lists(panel, add);
  concealed(panel, add);
  pointers(panel, add);
  named(panel, add);
}

const isLifted = (marked) => marked.visible_to === 'everyone';
const isForProfessionals = (marked) => marked.visible_to === 'professionals';
const withholds = (marked) => isForProfessionals(marked) || marked.withheld_from?.length > 0;

function lists(panel, add) {
  const { record, people, personOf, participantOf } = panel;
  const isAnybody = (id) => personOf.has(id) || participantOf.has(id);
  /** An id of no one keeps it from all of them, and is a wrong reference alone. */
  const isOfFamily = (id) => !participantOf.has(id) || isFamily(participantOf.get(id));

  function look(ids, path, subject, isWithdrawn) {
    if (!ids?.length) return;
    if (!ids.some(isOfFamily)) add('SP801', path, subject);
    if (isWithdrawn) return;
    ids.forEach((id, i) => isAnybody(id) || add('SP102', `${path}/${i}`, subject));
  }

  look(record.case.separate_copies, '/case/separate_copies');
  people.forEach(({ id, unlisted_for }, i) =>
    look(unlisted_for, `/case/people/${i}/unlisted_for`, id),
  );
  eachMarked(panel, (marked, path, subject, isWithdrawn) =>
    look(marked?.withheld_from, `${path}/withheld_from`, subject, isWithdrawn),
  );
}

/** Everything that may be marked; the marks of a plain text stand beside it. */
function eachMarked(panel, visit) {
  const { record, meeting, referral, outcome } = panel;
  const { service, sharing } = record.agreement ?? {};
  panel.people.forEach((person, i) => visit(person, `/case/people/${i}`, person.id));
  visit(referral, '/referral');
  visit(service, '/agreement/service');
  visit(sharing, '/agreement/sharing');
  for (const text of ['place', 'inquorate_reason', 'adjourned_reason'])
    visit(meeting.marks?.[text], `/meeting/marks/${text}`);
  panel.participants.forEach((one, i) => visit(one, `/participants/${i}`, one.id));
  panel.agenda.forEach((item, i) => visit(item, `/agenda/${i}`, item.stage));
  panel.mapping.forEach((entry, i) => {
    const isWithdrawn = Boolean(entry.withdrawn);
    visit(entry, `/mapping/${i}`, entry.id, isWithdrawn);
    visit(entry.settled, `/mapping/${i}/settled`, entry.id, isWithdrawn);
  });
  panel.scaling.forEach(({ ratings, abstentions }, i) => {
    ratings?.forEach((one, j) => visit(one, `/scaling/${i}/ratings/${j}`, one.by));
    abstentions?.forEach((one, j) => visit(one, `/scaling/${i}/abstentions/${j}`, one.by));
  });
  panel.actions.forEach((action, i) => visit(action, `/actions/${i}`, action.id));
  panel.children.forEach((one, i) => visit(one, `/outcome/children/${i}`, one.child));
  outcome.dissent?.forEach((one, i) => visit(one, `/outcome/dissent/${i}`, one.by));
  visit(outcome.feedback, '/outcome/feedback');
  for (const text of ['reason', 'contingency'])
    visit(outcome.marks?.[text], `/outcome/marks/${text}`);
}

function concealed({ meeting, outcome, personOf, participantOf }, add) {
  function look(id, path) {
    const participant = participantOf.get(id);
    if (!participant) return;
    const isUnlisted = personOf.get(participant.person)?.unlisted_for?.length > 0;
    if (isUnlisted || withholds(participant)) add('SP802', path);
  }

  look(meeting.chair, '/meeting/chair');
  look(outcome.lead_practitioner, '/outcome/lead_practitioner');
  look(outcome.feedback?.owner, '/outcome/feedback/owner');
}

/** From whom a mark keeps something, each under one id; null is all of the family. */
function keptFrom({ personOf, participantOf }, marked) {
  if (isForProfessionals(marked)) return null;
  const kept = new Set();
  for (const id of marked.withheld_from ?? []) {
    if (!personOf.has(id) && !participantOf.has(id)) return null;
    const person = participantOf.get(id)?.person;
    kept.add(personOf.has(person) ? person : id);
  }
  return kept;
}

/** Whether no one from whom the inner mark keeps something is shown what the outer one marks. */
function covers(panel, outer, inner) {
  const kept = keptFrom(panel, outer);
  if (!kept) return true;
  const toKeep = keptFrom(panel, inner);
  return toKeep !== null && [...toKeep].every((id) => kept.has(id));
}

function pointers(panel, add) {
  const { mapping, actions, previous, entryOf } = panel;
  const isInSight = (from, to) => to && withholds(to) && !covers(panel, from, to);
  const look = (from, ids, path) =>
    ids?.forEach(
      (id, n) => isInSight(from, entryOf.get(id)) && add('SP803', `${path}/${n}`, from.id),
    );

  mapping.forEach(
    (entry, i) => entry.withdrawn || look(entry, entry.answers, `/mapping/${i}/answers`),
  );
  actions.forEach((action, i) => look(action, action.serves, `/actions/${i}/serves`));
  if (!previous) return;
  const before = firstById(previous.actions ?? []);
  actions.forEach((action, i) => {
    const { record, action: id } = action.carried_from ?? {};
    if (record === previous.id && isInSight(action, before.get(id)))
      add('SP803', `/actions/${i}/carried_from/action`, action.id);
  });
}

const split = (text) => text?.match(/[\p{Alphabetic}\p{N}]+/gu) ?? [];
const wordsOf = (text) => split(text).map((word) => word.toLowerCase());
const isName = (word) => /^\p{Uppercase}/u.test(word) && [...word].length >= LETTERS;

function named(panel, add) {
  const names = namesOf(panel);
  if (names.size === 0) return;
  const lengths = new Set([...names.values()].map(({ length }) => length));
  const tells = (words, marked) => {
    for (const length of lengths) {
      for (let at = 0; at + length <= words.length; at++) {
        const name = names.get(words.slice(at, at + length).join(' '));
        if (name?.whose.some((marks) => !covers(panel, marked, marks))) return true;
      }
    }
    return false;
  };
  eachText(
    panel,
    (text, marked, path, subject) =>
      text && tells(wordsOf(text), marked ?? {}) && add('SP804', path, subject),
  );
}

/** The names of whoever is concealed, whole and in parts, each with its length in words and the marks of those who have it. */
function namesOf({ people, participants, personOf }) {
  const names = new Map();
  const ofOthers = new Set();
  const pass = (name) => wordsOf(name).forEach((word) => ofOthers.add(word));

  function keep(words, marks) {
    if (words.length === 0) return;
    const name = words.join(' ');
    if (!names.has(name)) names.set(name, { length: words.length, whose: [] });
    const { whose } = names.get(name);
    if (whose.length < NAMESAKES) whose.push(marks);
  }
  const keepWhole = (name, marks) => keep(wordsOf(name).slice(0, WORDS), marks);
  function keepName(name, marks) {
    keepWhole(name, marks);
    for (const word of split(name)) if (isName(word)) keep([word.toLowerCase()], marks);
  }

  for (const person of people) {
    const isUnborn = person.expected_on && !person.date_of_birth;
    const marks = {
      visible_to: isUnborn && !isLifted(person) ? 'professionals' : undefined,
      withheld_from: person.unlisted_for,
    };
    if (withholds(marks)) keepName(person.name, marks);
    else pass(person.name);
  }
  for (const participant of participants) {
    if (withholds(participant)) {
      keepName(participant.name, participant);
      keepName(personOf.get(participant.person)?.name, participant);
      keepWhole(participant.agency, participant);
    } else pass(participant.name);
  }
  for (const word of ofOthers) names.delete(word);
  return names;
}

/** Every text that a copy for the family may show, and the marks that it is under. */
function eachText(panel, visit) {
  const { record, meeting, referral, outcome } = panel;
  const { service = {}, sharing = {} } = record.agreement ?? {};
  const { feedback = {} } = outcome;
  panel.people.forEach(
    (person, i) =>
      isLifted(person) &&
      visit(person.views_note, person, `/case/people/${i}/views_note`, person.id),
  );
  visit(referral.reason, referral, '/referral/reason');
  visit(referral.best_hopes, referral, '/referral/best_hopes');
  if (isLifted(referral)) visit(referral.background, referral, '/referral/background');
  if (isLifted(service)) visit(service.reason, service, '/agreement/service/reason');
  if (isLifted(sharing)) visit(sharing.note, sharing, '/agreement/sharing/note');
  for (const text of ['place', 'adjourned_reason'])
    visit(meeting[text], meeting.marks?.[text], `/meeting/${text}`);
  panel.agenda.forEach(
    (item, i) => isLifted(item) && visit(item.note, item, `/agenda/${i}/note`, item.stage),
  );
  panel.mapping.forEach((entry, i) => {
    if (entry.withdrawn) return;
    const { id, text, evidence, statement, settled = {} } = entry;
    const path = `/mapping/${i}`;
    visit(text, entry, `${path}/text`, id);
    visit(evidence, entry, `${path}/evidence`, id);
    visit(statement?.about, entry, `${path}/statement/about`, id);
    visit(statement?.impact, entry, `${path}/statement/impact`, id);
    visit(settled.how, withholds(settled) ? settled : entry, `${path}/settled/how`, id);
  });
  panel.scaling.forEach(({ ratings, abstentions }, i) => {
    ratings?.forEach((rating, j) => {
      const path = `/scaling/${i}/ratings/${j}`;
      visit(rating.reason, rating, `${path}/reason`, rating.by);
      visit(rating.one_point_higher, rating, `${path}/one_point_higher`, rating.by);
    });
    abstentions?.forEach((one, j) =>
      visit(one.reason, one, `/scaling/${i}/abstentions/${j}/reason`, one.by),
    );
  });
  panel.actions.forEach((action, i) => {
    const path = `/actions/${i}`;
    visit(action.text, action, `${path}/text`, action.id);
    visit(action.outcome, action, `${path}/outcome`, action.id);
    if (isLifted(action))
      visit(action.cancelled_reason, action, `${path}/cancelled_reason`, action.id);
  });
  for (const text of ['reason', 'contingency'])
    visit(outcome[text], outcome.marks?.[text], `/outcome/${text}`);
  panel.children.forEach((one, i) =>
    visit(one.reason, one, `/outcome/children/${i}/reason`, one.child),
  );
  outcome.dissent?.forEach((one, i) => visit(one.view, one, `/outcome/dissent/${i}/view`, one.by));
  if (isLifted(feedback)) visit(feedback.how, feedback, '/outcome/feedback/how');
}
