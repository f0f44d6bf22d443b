// What a command costs the chair's page on a full map: milliseconds of script on a processor four times slower, beside the page of an
// earlier build, in turn: `node bench/redraw.js FOLDER`, where FOLDER is the `target/panel-page` of that build.

import { fileURLToPath } from 'node:url';
import { launch, serve } from '../../../tests/javascript/browser.js';
import { Session } from '../dist/node.js';
import { crowdedJournal } from '../examples/panel/tests/crowd.js';
import { apart } from './race.js';

const [ROUNDS, COMMANDS, SLOWER] = [7, 8, 4];
const NOW = fileURLToPath(new URL('../../../target/panel-page', import.meta.url));
const folders = { now: NOW, before: process.argv[2] ?? NOW };

// A record, as an earlier build need not know today's journals.
const record = Session.replay(crowdedJournal({ rated: false }))
  .session.record()
  .toJson();
const servers = {};
for (const [name, folder] of Object.entries(folders)) servers[name] = await serve({ '': folder });
const browser = await launch();

/** Says something on the map, and waits until it is drawn. */
function add(text) {
  const field = document.getElementById('add-text');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.form.requestSubmit();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

async function perCommand(name) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const engine = await context.newCDPSession(page);
  const scripts = async () => {
    const { metrics } = await engine.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === 'ScriptDuration').value * 1000;
  };
  await page.goto(servers[name].origin);
  await page.locator('#file').setInputFiles({
    name: 'panel.json',
    mimeType: 'application/json',
    buffer: Buffer.from(record),
  });
  await page.locator('#go-map').click();
  await page.locator('#add-text').waitFor();
  await engine.send('Performance.enable');
  await engine.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.evaluate(add, 'Said first');
  const before = await scripts();
  for (let one = 1; one <= COMMANDS; one += 1) await page.evaluate(add, `Said as number ${one}`);
  const taken = (await scripts()) - before;
  const last = page.getByText(`Said as number ${COMMANDS}`, { exact: true });
  if ((await last.count()) === 0) throw new Error(`${name}: the last entry is not on the map`);
  await context.close();
  return taken / COMMANDS;
}

try {
  const taken = await apart(Object.keys(folders), ROUNDS, perCommand);
  for (const [name, milliseconds] of Object.entries(taken))
    console.log(
      `${name.padEnd(8)}${milliseconds.toFixed(1).padStart(8)} ms  ${(milliseconds / taken.before).toFixed(2)} of before`,
    );
} finally {
  await browser.close();
  Object.values(servers).forEach((server) => server.close());
}
