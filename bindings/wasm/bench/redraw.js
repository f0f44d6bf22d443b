// What a command costs the chair's page on a full map, on a processor four times slower, beside the page of an earlier build, in turn:
// `node bench/redraw.js FOLDER`, where FOLDER is the `target/panel-page` of that build. Two figures: milliseconds until the page's script
// is through, with the layout that it asks for on the way; and of these, what the browser counts as script alone.

import { fileURLToPath } from 'node:url';
import { launch, serve } from '../../../tests/javascript/browser.js';
import { Session } from '../dist/node.js';
import { crowdedJournal } from '../examples/panel/tests/crowd.js';

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

/** Says something on the map, waits until it is drawn, and gives how long the script took. */
async function add(text) {
  const field = document.getElementById('add-text');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const before = performance.now();
  field.form.requestSubmit();
  const taken = performance.now() - before;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return taken;
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
  let through = 0;
  for (let one = 1; one <= COMMANDS; one += 1)
    through += await page.evaluate(add, `Said as number ${one}`);
  const alone = (await scripts()) - before;
  const last = page.getByText(`Said as number ${COMMANDS}`, { exact: true });
  if ((await last.count()) === 0) throw new Error(`${name}: the last entry is not on the map`);
  await context.close();
  return { through: through / COMMANDS, alone: alone / COMMANDS };
}

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
try {
  const found = { now: [], before: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of Object.keys(found)) found[name].push(await perCommand(name));
  for (const figure of ['through', 'alone']) {
    const of = (name) => median(found[name].map((one) => one[figure]));
    const [now, before] = [of('now'), of('before')];
    console.log(
      `${figure.padEnd(8)} now ${now.toFixed(1)} ms, before ${before.toFixed(1)} ms: ${(now / before).toFixed(2)} of before`,
    );
  }
} finally {
  await browser.close();
  Object.values(servers).forEach((server) => server.close());
}
