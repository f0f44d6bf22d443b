// The types of the entry of papers, as a strict project uses them.
import { PanelRecord } from 'support-panel';
import {
  calendar,
  form,
  initPapers,
  paper,
  papers,
  tracker,
  type PaperFile,
} from 'support-panel/papers';

export async function handOver(record: PanelRecord): Promise<PaperFile[]> {
  await initPapers();
  const letter = paper(record, 'letter', 'family', { format: 'word' });
  const blob: Blob = new Blob([letter.bytes], { type: letter.type });
  // @ts-expect-error a paper without a reader is refused
  paper(record, 'letter');
  // @ts-expect-error no such format
  paper(record, 'letter', 'family', { format: 'odt' });
  // @ts-expect-error made of a record
  form('letter');
  return [
    letter,
    ...papers(record, 'p-parent', { papers: ['plan'], format: 'pdf' }),
    form('scoring-slips'),
    calendar(record, 'family', { sequence: blob.size }),
    tracker([record], { names: true, asOf: '2026-04-01' }),
  ];
}
