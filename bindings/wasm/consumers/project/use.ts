// What people write, in strict TypeScript, and what must not compile.

import {
  createStore,
  explain,
  init,
  initLocalRules,
  PanelError,
  PanelRecord,
  Profile,
  rulesDiff,
  Session,
  trajectory,
} from 'support-panel';
import type {
  CodeDefinition,
  Command,
  Finding,
  PanelDocument,
  RecordInput,
  RuleDefinition,
  RuleDifference,
  Stamp,
  Summary,
} from 'support-panel';
import { useSession, useTimer } from 'support-panel/react';
import { checkNdjsonInWorker } from 'support-panel/worker';

const stamp: Stamp = { at: '2026-03-12T09:30:00Z', by: 'p-chair' };
const document: PanelDocument = {
  format: 'support-panel/1',
  id: 'panel-1',
  profile: { id: 'leicester-masp', version: '2017.1' },
  case: { reference: 'EHA-1' },
  actions: [{ id: 'a1', due: { within: { weeks: 2 } } }],
};

export function findings(): Finding[] {
  const record = PanelRecord.fromJson(document);
  const summaries: Summary[] = record.summaries({ profile: Profile.builtIn() });
  const spread: number | undefined = summaries[0]?.groups.own_family?.range;
  return spread === undefined ? record.check({ asOf: '2026-03-12' }) : [];
}

export function sit(): string {
  const store = createStore(Session.open(document));
  const command: Command = {
    type: 'rate',
    scale: 'panel',
    value: 4,
    on_behalf_of: { person: 'child-1' },
  };
  try {
    return store.dispatch(command, stamp).digest;
  } catch (error) {
    if (error instanceof PanelError) return error.code;
    throw error;
  }
}

export function Screen({ store }: { store: ReturnType<typeof createStore> }): string {
  const standing = useSession(store, (snapshot) => snapshot.standing);
  const timer = useTimer(store, () => new Date());
  return `${standing} ${timer?.elapsed_seconds ?? 0}`;
}

export function changes(profile: Profile): RuleDifference[] {
  const edition = 'when_held';
  PanelRecord.fromJson(document).check({ profile, edition });
  explain('LM001', { profile });
  return rulesDiff('2026.1', profile);
}

export const later = [
  init(),
  initLocalRules(),
  checkNdjsonInWorker('', { onProgress: ({ lines }) => void lines }),
  trajectory([document]),
];

export const rule: RuleDefinition = explain('SP204');
export const refusal: CodeDefinition = explain('not_ready');
export function advice(code: string): string {
  const found = explain(code);
  return 'title' in found ? found.title : found.meaning;
}
// @ts-expect-error only a refusal has a meaning
explain('SP204').meaning;
// @ts-expect-error which of both it is has to be asked
explain(String(rule.code)).title;

export const inputs: RecordInput[] = [document, '{}', new Uint8Array(), JSON.parse('{}')];

// @ts-expect-error bytes are given as a Uint8Array
PanelRecord.fromJson(new ArrayBuffer(0));
// @ts-expect-error a promise of a record is none yet
PanelRecord.fromJson(Promise.resolve('{}'));
// @ts-expect-error a map is no document
PanelRecord.fromJson(new Map());
// @ts-expect-error an option that there is not
PanelRecord.fromJson(document).check({ asof: '2026-03-12' });
// @ts-expect-error a type of command that there is not
export const unknown: Command = { type: 'vote' };
// @ts-expect-error a command without what it needs
export const missing: Command = { type: 'rate', scale: 'panel' };
// @ts-expect-error a member that the command does not have
export const extra: Command = { type: 'pause', stage: 'overview' };
const both = { on: '2026-03-12', by_review: true } as const;
// @ts-expect-error a due date that is two things
export const twice: PanelDocument = { ...document, actions: [{ id: 'a1', due: both }] };
// @ts-expect-error a word outside a closed list
PanelRecord.fromJson(document).minutes('family', { format: 'pdf' });
// @ts-expect-error a paper without a reader
PanelRecord.fromJson(document).minutes();
