// What a program for Node does, bundled: it checks one record, which the first part does, asks what a code means, and writes a paper.

import { explain, PanelRecord } from 'support-panel';
import { form } from 'support-panel/papers';
import record from './record.json' with { type: 'json' };

const findings = PanelRecord.fromJson(record).check({ asOf: '2026-04-01' });
console.log(`${findings.length} findings, ${explain('SP204').code}, ${form('scoring-slips').name}`);
