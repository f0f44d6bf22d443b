// Sends the worker a record, and says how many findings come back.

import record from 'record.json';

export default {
  async test(_controller, { panel }) {
    const body = JSON.stringify(record);
    const answer = await panel.fetch('http://panel/', { method: 'POST', body });
    console.log(`${(await answer.json()).length} findings`);
  },
};
