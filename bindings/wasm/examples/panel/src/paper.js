// The papers of a panel: which there are, for whom, and how the library is asked for one.

export const isChild = ({ kind }) => kind === 'child';
const works = ({ id }) => id === 'professionals';
const anyone = () => true;
const others = (reader) => !works(reader);

/** The papers by the names that the library gives them: what each is called here, and who may be its reader. */
const PAPERS = [
  ['minutes', 'Minutes', anyone],
  ['map', 'The map', anyone],
  ['plan', 'The plan', anyone],
  ['letter', 'A letter', others],
  ['child', 'A page for the child', isChild],
  ['review', 'Since the last panel', anyone],
  ['before-you-send', 'Before you send', works],
  ['case-system', 'For the case system', works],
  ['agenda', 'Agenda', anyone],
  ['invitation', 'Invitation', others],
  ['mapping-template', 'Mapping template, blank', works],
  ['scoring-slips', 'Scoring slips, blank', works],
  ['question-card', 'Question card', works],
];

/** The papers for a reader, as `[name, title]`. */
export const papersFor = (reader, { earlier }) =>
  PAPERS.filter(
    ([name, , admits]) => admits(reader) && (name !== 'review' || earlier.length > 0),
  ).map(([name, title]) => [name, title]);

/** Whom a paper may be for: those who hold the panel, the family as one, and each who is in the record, once. */
export function readersOf({ record, words }) {
  const { participants = [], case: { people = [] } = {} } = record;
  const alone = participants.filter(({ person }) => !words.people.has(person));
  return [
    { id: 'professionals', name: 'Those who hold the panel' },
    { id: 'family', name: 'The family, one copy for all of them' },
    ...[...people, ...alone].map(({ id, kind }) => ({ id, kind, name: words.who(id) })),
  ];
}

/** Asks for a paper, as text in a format; `confirmed` was read again and may be shown. */
export const write = ({ now, rules }, paper, reader, format, confirmed) =>
  now.handle.paper(paper, reader.id, { ...under(now, rules, reader), format, confirmed });

/** The last answer, and to what: the library makes a paper many times over to tell what stands in it. */
let told = {};

/** What a paper tells its reader, and what it leaves out, leaf by leaf. */
export function disclosures({ now, rules }, paper, reader) {
  const key = JSON.stringify([paper, reader]);
  if (told.handle !== now.handle || told.key !== key) {
    const lines = now.handle.disclosures(reader.id, { ...under(now, rules, reader), paper });
    told = { handle: now.handle, key, lines };
  }
  return told.lines;
}

const under = ({ earlier }, profile, { handedOverBy }) => ({
  profile,
  previous: earlier[0]?.record,
  handedOverBy,
});

/** What a paper that is refused as unconfirmed wants to be read once more, by id or place. */
export const toConfirm = ({ code, message }) =>
  code === 'unconfirmed'
    ? message
        .replace(` (${code})`, '')
        .slice(message.lastIndexOf(': ') + 2)
        .split(', ')
    : [];

/** The name of a file: the paper, the day, and its reader's id; nothing of the family. */
export const fileNameOf = ({ record }, paper, { id }) =>
  [paper, record.meeting?.held_on, id].filter(Boolean).join('-');

/** How a reader is spoken of in a sentence. */
export const spokenOf = ({ id, name }) =>
  ({ professionals: 'those who hold the panel', family: 'the family' })[id] ?? name;
