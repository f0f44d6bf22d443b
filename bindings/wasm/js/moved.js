// Where the package's own files are, where its code is served from another folder.

/** Before version 8, Vite's development server serves a dependency's code from a folder of its own, and none of its other files. */
const COPIES = '/node_modules/.vite/deps/';

/** The address of one of the package's files, where `here` is such a copy; nothing elsewhere. */
export const moved = (here, name) =>
  here.includes(COPIES) ? new URL(`../../support-panel/dist/${name}`, here) : undefined;
