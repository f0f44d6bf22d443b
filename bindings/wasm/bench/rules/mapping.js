// SP401 to SP410: the map.

import { isBlank, likeness } from './texts.js';

export function askMapping(panel, add) {
  if (panel.isRunning) entries(panel, add);
  if (panel.isRunning) plainWords(panel, add);
  if (panel.isConcluded) whole(panel, add);
}

/** A reference to what is not there is a finding of its own and counts as given; one to a withdrawn entry alone does not. */
const refers = (ids, entryOf) => ids?.some((id) => !entryOf.get(id)?.withdrawn) ?? false;

function entries({ mapping, entryOf }, add) {
  const texts = new Set();
  mapping.forEach((entry, i) => {
    if (entry.withdrawn) return;
    const { id, category, text } = entry;
    if (category === 'existing_safety') {
      if (!refers(entry.answers, entryOf)) add('SP403', `/mapping/${i}/answers`, id);
      if (isBlank(entry.evidence)) add('SP403', `/mapping/${i}/evidence`, id);
    }
    if (category === 'future_danger') {
      const { worried, about, impact } = entry.statement ?? {};
      if (!worried?.length || isBlank(about) || isBlank(impact))
        add('SP404', `/mapping/${i}/statement`, id);
    }
    if (!entry.raised_by?.length) add('SP407', `/mapping/${i}/raised_by`, id);
    const like = text && likeness(text);
    if (like) {
      const key = `${category} ${like}`;
      if (texts.has(key)) add('SP408', `/mapping/${i}/text`, id);
      texts.add(key);
    }
  });
}

function plainWords({ council, mapping, actions, outcome }, add) {
  const look = (text, path, subject) => council.unplain(text) && add('SP406', path, subject);
  mapping.forEach(({ id, text, evidence, statement, visible_to, withdrawn }, i) => {
    if (withdrawn || visible_to === 'professionals') return;
    look(text, `/mapping/${i}/text`, id);
    look(evidence, `/mapping/${i}/evidence`, id);
    look(statement?.about, `/mapping/${i}/statement/about`, id);
    look(statement?.impact, `/mapping/${i}/statement/impact`, id);
  });
  actions.forEach(({ id, text, status, visible_to, ...action }, i) => {
    if (status === 'cancelled' || visible_to === 'professionals') return;
    look(text, `/actions/${i}/text`, id);
    look(action.outcome, `/actions/${i}/outcome`, id);
  });
  look(outcome.feedback?.how, '/outcome/feedback/how');
}

function whole({ profile, mapping, actions, entryOf }, add) {
  const onMap = mapping.filter((entry) => !entry.withdrawn);
  const categories = new Set(onMap.map(({ category }) => category));
  for (const { id, may_be_empty, categories: its = [] } of profile.columns ?? []) {
    if (!may_be_empty && !its.some((category) => categories.has(category.id)))
      add('SP401', '/mapping', id);
  }
  const answered = new Set(
    onMap.flatMap(({ category, answers }) => (category === 'goal' && answers) || []),
  );
  const served = new Set(
    actions.flatMap(({ status, serves }) => (status !== 'cancelled' && serves) || []),
  );
  const counts = { future_danger: 0, goal: 0 };
  mapping.forEach(({ id, category, answers, settled, withdrawn }, i) => {
    if (withdrawn || settled) return;
    if (category === 'future_danger') {
      counts.future_danger += 1;
      if (!answered.has(id)) add('SP402', `/mapping/${i}`, id);
    }
    if (category === 'goal') {
      counts.goal += 1;
      if (!refers(answers, entryOf)) add('SP409', `/mapping/${i}/answers`, id);
      if (!served.has(id)) add('SP608', `/mapping/${i}`, id);
    }
  });
  const { goals = Infinity, future_dangers = Infinity } = profile.limits ?? {};
  if (counts.future_danger > future_dangers) add('SP405', '/mapping', 'future_danger');
  if (counts.goal > goals) add('SP405', '/mapping', 'goal');
  sets(profile.limits ?? {}, mapping, add);
}

function sets({ goals_per_danger, dangers_per_goal }, mapping, add) {
  if (goals_per_danger === undefined && dangers_per_goal === undefined) return;
  const isOpen = ({ settled, withdrawn }) => !settled && !withdrawn;
  const dangers = mapping.filter((entry) => entry.category === 'future_danger' && isOpen(entry));
  const goals = new Map(dangers.map(({ id }) => [id, 0]));
  mapping.forEach((entry, i) => {
    if (entry.category !== 'goal' || !isOpen(entry)) return;
    const answered = new Set(entry.answers?.filter((id) => goals.has(id)));
    for (const id of answered) goals.set(id, goals.get(id) + 1);
    if (answered.size > dangers_per_goal) add('SP410', `/mapping/${i}/answers`, entry.id);
  });
  mapping.forEach(({ id }, i) => {
    if (goals.get(id) > goals_per_danger) add('SP410', `/mapping/${i}`, id);
  });
}
