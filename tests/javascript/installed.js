// The package that is installed in the working folder, and no other.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const found = createRequire(join(process.cwd(), 'here.cjs'));
const manifest = found.resolve('support-panel/package.json');

/** A file of the package, by its path in it. */
export const file = (path) => join(dirname(manifest), path);
export const load = (path) => import(pathToFileURL(file(path)).href);
export const library = await load(found(manifest).exports['.'].node.import.default);
