// A Firefox for the tests, told what to do over Marionette, the protocol that it brings itself.

import { spawn } from 'node:child_process';
import { accessSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Firefox is, if it is anywhere. */
export const firefox = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => {
    try {
      accessSync(path);
      return true;
    } catch {
      return false;
    }
  },
);

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function connected(port) {
  for (let tries = 0; tries < 200; tries += 1) {
    const socket = await new Promise((resolve) => {
      const attempt = createConnection(port, '127.0.0.1', () => resolve(attempt));
      attempt.on('error', () => resolve(null));
    });
    if (socket) return socket;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Firefox does not answer');
}

/** Calls of Marionette over a socket: a message is its length, a colon, and JSON. */
function client(socket) {
  let held = Buffer.alloc(0);
  let id = 0;
  const waiting = new Map();
  socket.on('data', (data) => {
    held = Buffer.concat([held, data]);
    for (;;) {
      const colon = held.indexOf(':');
      const length = Number(held.subarray(0, colon));
      if (colon < 0 || held.length < colon + 1 + length) return;
      const message = JSON.parse(held.subarray(colon + 1, colon + 1 + length));
      held = held.subarray(colon + 1 + length);
      if (!Array.isArray(message)) continue;
      const [, of, error, result] = message;
      const { resolve, reject } = waiting.get(of);
      waiting.delete(of);
      if (error) reject(new Error(`${error.error}: ${error.message}`));
      else resolve(result);
    }
  });
  return (command, parameters = {}) =>
    new Promise((resolve, reject) => {
      id += 1;
      waiting.set(id, { resolve, reject });
      const text = JSON.stringify([0, id, `WebDriver:${command}`, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}

/** Starts Firefox; gives how to call it, and how to end it. */
export async function launchFirefox() {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const port = await freePort();
  writeFileSync(join(profile, 'user.js'), `user_pref("marionette.port", ${port});\n`);
  const process = spawn(
    firefox,
    ['--headless', '--marionette', '--no-remote', '--profile', profile, 'about:blank'],
    { stdio: 'ignore' },
  );
  const socket = await connected(port);
  const call = client(socket);
  await call('NewSession', {
    capabilities: { alwaysMatch: { unhandledPromptBehavior: 'accept' } },
  });
  return {
    call,
    /** Evaluates a function in the window at hand; it may be asynchronous. */
    async evaluate(use, ...args) {
      const script = `const [done] = [...arguments].slice(-1); (async () => (${use})(...arguments))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value } = await call('ExecuteAsyncScript', { script, args });
      if (value.error) throw new Error(value.error);
      return value.value;
    },
    async close() {
      socket.destroy();
      const ended = new Promise((resolve) => process.once('exit', resolve));
      process.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
