// Serves target/panel-page on this machine alone, with the policy as a header too.

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../../../../../target/panel-page/', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Resolves to `{origin, close}`. */
export function serve(port = 0) {
  const policy = readFileSync(`${page}policy.txt`, 'utf8').trim();
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://here').pathname;
    const name = path === '/' ? 'index.html' : path.slice(1);
    try {
      if (name.includes('..')) throw new Error('outside');
      const body = readFileSync(page + name);
      response.writeHead(200, {
        'Content-Type': TYPES[extname(name)] ?? 'text/plain',
        'Content-Security-Policy': policy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end('not here');
    }
  });
  return new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () =>
      resolve({ origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }),
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log((await serve(Number(process.argv[2] ?? 8080))).origin);
