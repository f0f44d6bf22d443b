// The same in CommonJS.

const { readFileSync } = require('node:fs');
const { init, PanelRecord } = require('support-panel');

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
