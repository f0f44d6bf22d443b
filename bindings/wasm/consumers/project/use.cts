import support = require('support-panel');

const record: support.PanelRecord = support.PanelRecord.fromJson({});
export const findings: support.Finding[] = record.check();
