// What a program for Node does, bundled: it checks one record, which the first part does, and asks what a code means.

import { explain, PanelRecord } from 'support-panel';
import record from './record.json' with { type: 'json' };

const findings = PanelRecord.fromJson(record).check({ asOf: '2026-04-01' });
console.log(`${findings.length} findings, ${explain('SP204').code}`);
