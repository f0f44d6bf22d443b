// A full house: thirty people, long names, sixty entries, a scale that everyone answered; made by the library itself.

import { readFileSync } from 'node:fs';
import { PanelRecord, Session } from '../../../dist/node.js';

const referral = JSON.parse(
  readFileSync(
    new URL('../../../../../tests/records/leicester-referral.json', import.meta.url),
    'utf8',
  ),
);
const told = JSON.parse(
  readFileSync(
    new URL('../../../../../tests/records/leicester-initial.json', import.meta.url),
    'utf8',
  ),
);

const LONG = [
  'Oluwaseun Adebayo-Fitzgerald',
  'Anastasia Papadimitriou-Okonkwo',
  'Dr Siobhan Featherstonehaugh',
  'Wolfeschlegelsteinhausenbergerdorff',
];
const PEOPLE = 30;
const ENTRIES = 60;

/** The journal of a sitting in the middle of mapping and, where it has come so far, scaling. */
export function crowdedJournal({ rated = true, people = PEOPLE, entries = ENTRIES } = {}) {
  const record = structuredClone(referral);
  while (record.participants.length < people)
    record.participants.push({
      id: `p-extra${record.participants.length}`,
      kind: 'professional',
      agency: 'Primary school',
      attendance: 'invited',
    });
  record.participants.forEach((participant, place) => {
    participant.name =
      place % 4 === 1 ? LONG[((place - 1) / 4) % LONG.length] : told.participants[place]?.name;
    if (participant.name === undefined) delete participant.name;
  });
  const session = Session.open(PanelRecord.fromJson(record));
  let minute = 0;
  const tell = (command, by = 'p-chair') => {
    minute += 1;
    session.apply(command, {
      at: `2026-03-12T09:${`${Math.floor(minute / 10)}`.padStart(2, '0')}:${`${(minute % 10) * 6}`.padStart(2, '0')}+00:00`,
      by,
    });
  };
  tell({ type: 'open_meeting', chair: 'p-chair', note_taker: 'p-bso' });
  for (const { id } of record.participants) tell({ type: 'arrive', participant: id });
  tell({ type: 'start_stage', stage: 'introductions' });
  tell({ type: 'end_stage' });
  tell({ type: 'start_stage', stage: 'mapping_and_scaling' });
  const model = told.mapping.filter(({ id }) => id > 'm04');
  const here = record.mapping.length;
  for (let place = here + 1; place <= entries; place += 1) {
    const { amended, settled, withdrawn, ...entry } = model[place % model.length];
    tell(
      {
        type: 'add_entry',
        ...entry,
        answers: entry.answers?.filter((id) => id <= 'm04'),
        id: `m${`${place}`.padStart(2, '0')}`,
      },
      'p-bso',
    );
  }
  if (rated) {
    tell({ type: 'open_round', scale: 'panel', round: 'opening' });
    for (const rating of told.scaling[1].ratings) {
      const { at, amended, ...given } = rating;
      tell({ type: 'rate', scale: 'panel', round: 'opening', ...given });
    }
    for (const { id } of record.participants.filter(({ id: one }) => one.startsWith('p-extra')))
      tell({ type: 'rate', scale: 'panel', round: 'opening', by: id, value: 5 });
  }
  return session.journal();
}
