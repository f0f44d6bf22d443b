// How many findings the examples show.

import { PanelRecord } from 'support-panel';
import record from './record.json' with { type: 'json' };

console.log(PanelRecord.fromJson(record).check().length);
