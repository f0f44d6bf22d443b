// The same page for every bundler.
import { init, PanelRecord } from 'support-panel';
import record from 'support-panel/schema/record.json';

init().then(() => console.log(PanelRecord.fromJson('{}'), record.title));
