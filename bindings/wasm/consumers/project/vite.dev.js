// Vite's development server without any configuration: `node vite.dev.js VITE` says where it serves this folder, until its input ends.

import { pathToFileURL } from 'node:url';

const { createServer } = await import(pathToFileURL(`${process.argv[2]}/dist/node/index.js`).href);
const server = await createServer({ configFile: false, logLevel: 'warn', server: { port: 0 } });
await server.listen();
console.log(server.resolvedUrls.local[0]);
process.stdin.resume().on('end', () => process.exit());
