// The same program in CommonJS.

const { explain, PanelRecord } = require('support-panel');
const { form } = require('support-panel/papers');
const record = require('./record.json');

const findings = PanelRecord.fromJson(record).check({ asOf: '2026-04-01' });
console.log(`${findings.length} findings, ${explain('SP204').code}, ${form('scoring-slips').name}`);
