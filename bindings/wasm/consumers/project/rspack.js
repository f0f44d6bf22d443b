// Rspack by its interface, as its command asks for a newer Node: `node rspack.js TARGET ENTRY FOLDER NAME`.

import { rspack } from '@rspack/core';

const [, , target, entry, path, filename] = process.argv;
const compiler = rspack({ mode: 'production', target, entry, output: { path, filename } });
compiler.run((failed, stats) => {
  if (failed ?? stats.hasErrors()) throw failed ?? new Error(stats.toString('errors-only'));
  compiler.close(() => {});
});
