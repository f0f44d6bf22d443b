// A dozen of the rules as one would write them by hand, for records whose shape is known to be right.

export const RULES = 12;

export function findings(record) {
  const found = [];
  const add = (code, path) => found.push({ code, path });
  const { participants = [], mapping = [], scaling = [], actions = [], outcome = {} } = record;
  const people = record.case.people ?? [];
  const ids = new Set();
  for (const [list, name] of [[people, '/case/people'], [participants, '/participants'], [mapping, '/mapping'], [actions, '/actions']]) {
    list.forEach(({ id }, i) => (ids.has(id) ? add('SP101', `${name}/${i}/id`) : ids.add(id)));
  }
  const came = new Map(participants.map((one) => [one.id, one]));
  const entries = new Map(mapping.map((entry) => [entry.id, entry]));
  const attended = (id) => ['present', 'remote'].includes(came.get(id)?.attendance);
  const blank = (text) => !text?.trim();

  mapping.forEach((entry, i) => {
    entry.raised_by?.forEach((id, j) => came.has(id) || add('SP102', `/mapping/${i}/raised_by/${j}`));
    entry.answers?.forEach((id, j) => entries.has(id) || add('SP102', `/mapping/${i}/answers/${j}`));
    if (entry.withdrawn || entry.settled) return;
    const answered = () => mapping.some((other) => other.category === 'goal' && !other.withdrawn && other.answers?.includes(entry.id));
    if (entry.category === 'future_danger' && !answered()) add('SP402', `/mapping/${i}`);
    if (entry.category === 'goal' && !actions.some((action) => action.status !== 'cancelled' && action.serves?.includes(entry.id))) add('SP608', `/mapping/${i}`);
    if (!entry.raised_by?.length) add('SP407', `/mapping/${i}/raised_by`);
  });
  scaling.forEach((sitting, i) => {
    const own = (sitting.ratings ?? []).filter((rating) => !rating.on_behalf_of);
    const lowest = Math.min(...own.map(({ value }) => value));
    sitting.ratings?.forEach((rating, j) => {
      const path = `/scaling/${i}/ratings/${j}`;
      if (rating.value < 0 || rating.value > 10 || !Number.isInteger(rating.value)) add('SP501', `${path}/value`);
      if (!attended(rating.by)) add('SP512', `${path}/by`);
      if (!rating.on_behalf_of && rating.value === lowest && blank(rating.reason)) add('SP504', `${path}/reason`);
    });
  });
  actions.forEach((action, i) => {
    if (['done', 'cancelled'].includes(action.status)) return;
    if (!action.owner) add('SP601', `/actions/${i}/owner`);
    if (!action.due) add('SP602', `/actions/${i}/due`);
    if (!action.serves?.some((id) => entries.has(id))) add('SP606', `/actions/${i}/serves`);
  });
  if (!outcome.decision) add('SP701', '/outcome/decision');
  return found;
}
