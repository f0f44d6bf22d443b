// Takes the pictures of docs/: `node bindings/wasm/examples/panel/tests/pictures.js`, once the page is built.

import { fileURLToPath } from 'node:url';
import { launch, open } from './browser.js';
import { Mouse } from './hands.js';
import * as leicester from './leicester.js';
import { serve } from './serve.js';
import { openWall, press } from './setup.js';

const docs = fileURLToPath(new URL('../../../../../docs/', import.meta.url));
const server = await serve();
const browser = await launch();

// A page in which the first Leicester panel has come as far as its scaling. */
const { page, context } = await open(browser, server.origin, {
  viewport: { width: 1280, height: 900 },
});
const hand = new Mouse(page);
await leicester.open(hand);
await leicester.people(hand);
await leicester.map(hand);
await page.clock.fastForward('19:20');
await leicester.scaling(hand);
await page.evaluate(() => scrollTo(0, 0));
await page.screenshot({ path: `${docs}chair.png` });
await press(page, 'go-map');
const wall = await openWall({ page, context });
await wall.setViewportSize({ width: 1920, height: 1080 });
await wall.screenshot({ path: `${docs}map.png` });

await browser.close();
server.close();
