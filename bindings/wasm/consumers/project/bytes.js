// A bundle without the module's file: it starts with the bytes that it is given.

import { readFileSync } from 'node:fs';
import { init, PanelRecord } from 'support-panel';

const refusal = (ask) => {
  try {
    ask();
  } catch (error) {
    return error.code;
  }
};
const ask = () => PanelRecord.fromJson('{}');
const before = refusal(ask);
init(readFileSync(process.argv[2])).then(() => console.log(before, refusal(ask)));
