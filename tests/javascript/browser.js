// A real Chromium, and a server on this machine alone for it to look at. What a page does that it should not is written down.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Set by the one isolated page that wants a fine clock. */
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const EMPTY = '<!doctype html><title>a page</title><link rel="icon" href="data:,">';

/** The driver that is installed in the working folder. */
export async function launch() {
  const driver = createRequire(join(process.cwd(), 'here.cjs')).resolve('playwright-core');
  const { chromium } = (await import(pathToFileURL(driver).href)).default;
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
  });
}

/**
 * Serves folders by their first step in the address, `''` for all the rest: `{origin, close}`. A page without a file is an empty one. A
 * file is compressed once and then sent from memory, as a server sends what it serves often.
 */
export async function serve(folders, { isolated = false, policy } = {}) {
  const held = new Map();
  const read = (file) => {
    if (!held.has(file)) held.set(file, gzipSync(readFileSync(file), { level: 9 }));
    return held.get(file);
  };
  const server = createServer((request, response) => {
    const path = normalize(
      decodeURIComponent(new URL(request.url, 'http://here').pathname),
    ).replace(/^\/$/, '/index.html');
    const [, first, ...rest] = path.split('/');
    const file =
      first in folders ? join(folders[first], ...rest) : folders[''] && join(folders[''], path);
    const headers = {
      'Content-Type': TYPES[extname(path)] ?? 'text/plain',
      ...(isolated ? ISOLATED : {}),
      ...(policy ? { 'Content-Security-Policy': policy } : {}),
    };
    if (file && existsSync(file) && statSync(file).isFile())
      response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip' }).end(read(file));
    else if (path === '/index.html') response.writeHead(200, headers).end(EMPTY);
    else response.writeHead(404).end('not here');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** A fresh page, and the list of what went wrong on it: errors, and requests that leave its origin, its workers' too. */
export async function open(browser, origin, path = '/') {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const faults = [];
  page.on(
    'console',
    (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`),
  );
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  context.on(
    'request',
    (request) =>
      /^(?:data|blob):/.test(request.url()) ||
      request.url().startsWith(`${origin}/`) ||
      faults.push(`request: ${request.url()}`),
  );
  context.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  await page.goto(origin + path);
  return { page, faults, close: () => context.close() };
}
