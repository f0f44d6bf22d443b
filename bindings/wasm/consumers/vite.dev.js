// Vite's development server without any configuration, as the page of somebody else's is first seen: `node vite.dev.js <vite> [<chromium>]`
// prints what it shows.

import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , vite, executablePath] = process.argv;
const { createServer } = await import(pathToFileURL(`${vite}/dist/node/index.js`).href);
const { chromium } = createRequire(import.meta.url)('playwright-core');

rmSync('node_modules/.vite', { recursive: true, force: true });
const server = await createServer({ configFile: false, logLevel: 'warn', server: { port: 0 } });
await server.listen();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(server.resolvedUrls.local[0]);
  await page
    .waitForFunction(() => document.body?.textContent.trim(), undefined, { timeout: 30_000 })
    .catch((error) => faults.push(error.message));
  console.log([(await page.textContent('body')).trim(), ...faults].join('\n'));
} finally {
  await browser.close();
  await server.close();
}
process.exit();
