// What a copy tells its reader and what it leaves out, line by line, put together by what it is about: an entry, an action, a number.
// Pure: a record and the library's lines in, lists of words out.

import { capital, quoted, shortDay, spaced, timeOfDay } from './words.js';

/** What a line stands in, by the beginning of its pointer; the first that matches. */
const THINGS = [
  ['The family', /^\/case\/people\/(\d+)/u, ({ record }, i) => record.case.people[i]?.id],
  ['The case', /^\/case/u],
  ['The referral', /^\/referral\/scale/u, () => 'The referrer’s own question'],
  ['The referral', /^\/referral/u],
  ['Agreement', /^\/agreement\/(\w+)/u],
  ['The meeting', /^\/meeting/u],
  ['Who takes part', /^\/participants\/(\d+)/u, ({ record }, i) => record.participants[i]?.id],
  ['The agenda', /^\/agenda\/(\d+)/u, ({ record }, i) => record.agenda[i]?.stage],
  ['The map', /^\/mapping\/(\d+)/u],
  ['Numbers', /^\/scaling\/\d+\/ratings\/(\d+)/u],
  ['Numbers', /^\/scaling\/(\d+)/u],
  ['Actions', /^\/actions\/(\d+)/u],
  [
    'The outcome',
    /^\/outcome\/children\/(\d+)/u,
    ({ record }, i) => record.outcome.children[i]?.child,
  ],
  ['The outcome', /^\/outcome\/dissent\/(\d+)/u],
  ['The outcome', /^\/outcome\/feedback/u],
  ['The outcome', /^\/outcome/u],
  ['Recording', /^\/recording/u],
];

/** What the members are called that the profile and the record give other names. */
const LABELS = {
  text: 'what was said',
  evidence: 'how we know',
  raised_by: 'who raised it',
  by: 'whose it is',
  child: 'the child it is for',
  value: 'the number',
  reason: 'the reason',
  on_behalf_of: 'for whom it was guessed',
  one_point_higher: 'what one point more would take',
  at: 'when',
  views: 'how their view was gathered',
  views_on: 'when their view was gathered',
  views_note: 'their view',
  nhs_number: 'NHS number',
  seat: 'role',
  led_by: 'who led it',
  started_at: 'when it began',
  ended_at: 'when it ended',
  serves: 'what it is for',
  origin: 'where it comes from',
  about: 'whom it is about',
  answers: 'what it answers',
  best_hopes: 'best hopes',
  person: 'who that is',
  'statement/about': 'worried about what',
  'statement/impact': 'what it could do',
  round: 'asked',
};

/** Words of the format that say what kind of thing something is: no one is told anything by them alone. */
const KINDS = new Set([
  ...['kind', 'status', 'category', 'origin', 'acceptance', 'attendance'],
  ...['higher_is', 'step', 'subject', 'independent'],
]);

const at = (record, path) =>
  path
    .split('/')
    .slice(1)
    .reduce((value, key) => value?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], record);

/** The member that a leaf is the value of: an item of a list is its list's. */
const memberOf = (path) =>
  path
    .split('/')
    .filter((part) => !/^\d+$/u.test(part))
    .at(-1);

/** What a leaf is called: by its member and the one around it, where that says more. */
function labelOf(path) {
  const member = memberOf(path);
  const around = path
    .split('/')
    .filter((part) => !/^\d+$/u.test(part))
    .slice(-2)
    .join('/');
  return LABELS[around] ?? LABELS[member] ?? spaced(member);
}

function valueOf({ words }, member, value) {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return `${value}`;
  const called = words.called(value, '');
  if (called) return called;
  if (member === 'round') return words.round(value);
  if (member === 'seat') return words.seats.get(value)?.title ?? value;
  if (member === 'stage') return words.stage(value);
  if (member === 'decision') return words.decisions.get(value)?.label ?? value;
  if (member === 'scale') return quoted(words.question(value));
  if (member === 'category') return words.category(value);
  if (/^\d{4}-\d\d-\d\d$/u.test(value)) return shortDay(value);
  if (/^\d{4}-\d\d-\d\dT/u.test(value)) return timeOfDay(value);
  return /^[a-z]+(?:_[a-z]+)*$/u.test(value) ? spaced(value) : value;
}

/** The thing that a pointer is in: under which heading, and its own pointer. */
function thingOf(path) {
  const [heading, pattern] = THINGS.find(([, known]) => known.test(path)) ?? [
    'The record',
    /^\/[^/]*/u,
  ];
  return { heading, root: pattern.exec(path)[0] };
}

/** Why something is given or left out; nothing where it is only that nothing marks it. */
const BECAUSE = {
  own_words: 'their own words',
  asked_for: 'asked for by name',
  not_in_this_paper: 'not in this paper',
  withheld_from: 'marked as not for them',
};
const because = ({ shown, because: why }) =>
  why === 'marked'
    ? shown
      ? 'marked for everyone'
      : 'marked for professionals only'
    : (BECAUSE[why] ?? '');

/**
 * Two lists of headings with what stands under each: what is given, and what is left out. Of what is given the words stand there; of
 * what is left out as well, as whoever makes the copy must be able to tell what it was.
 */
export function gathered(now, lines) {
  const things = new Map();
  for (const line of lines) {
    const { heading, root } = thingOf(line.path);
    const member = memberOf(line.path);
    if (!things.has(root)) things.set(root, { heading, root, given: [], kept: [] });
    const value = valueOf(now, member, at(now.record, line.path));
    const said = { member, label: labelOf(line.path), value, because: because(line) };
    things.get(root)[line.shown ? 'given' : 'kept'].push(said);
  }
  const told = (list) => list.filter(({ member }) => !KINDS.has(member));
  return {
    given: headed([...things.values()].map((thing) => ({ ...thing, said: told(thing.given) }))),
    kept: headed(
      [...things.values()].map((thing) => ({
        ...thing,
        said: told(thing.kept),
        // Of what is given in part, which thing it is a part of.
        of: told(thing.given)[0]?.value,
      })),
    ),
  };
}

/** One leaf in words: what it is of, what it is, and what it says. */
export function placed(now, path) {
  const { heading } = thingOf(path);
  const member = memberOf(path);
  const value = valueOf(now, member, at(now.record, path) ?? '');
  return `${heading}, ${labelOf(path)}: ${quoted(value)}`;
}

/** By heading, each thing once, where anything is said of it. */
function headed(things) {
  const said = things.filter((thing) => thing.said.length > 0);
  return [...Map.groupBy(said, ({ heading }) => heading)].map(([heading, items]) => ({
    heading,
    items,
  }));
}

/** Values of one member stand together, in the order in which they come. */
export function spelled(said) {
  return [...Map.groupBy(said, ({ label }) => label)].map(([label, all]) => ({
    label: capital(label),
    value: all.map(({ value }) => value).join(', '),
  }));
}

/** Whether a mark is what decides about something. */
export const isMarked = ({ said }) => said.some(({ because: why }) => why.startsWith('marked'));

/** Why the parts of one thing are what they are, each reason once. */
export const reasons = (said) => [...new Set(said.map(({ because: why }) => why))].filter(Boolean);
