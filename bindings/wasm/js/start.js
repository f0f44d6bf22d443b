// A part of the package started from its file, in Node.

/**
 * What is thrown where a bundle has no such file beside it; where, as CommonJS made of a module or a module made of CommonJS, it does not
 * know where it is; where it puts an address of its own in place of the file's, as Turbopack does; and where Deno may not read it.
 */
const ELSEWHERE = new Set([
  'ENOENT',
  'ERR_INVALID_URL',
  'ERR_INVALID_ARG_TYPE',
  'ReferenceError',
  'NotCapable',
]);

/** Whether a part's file cannot be read here. */
const isElsewhere = ({ code, name }) => ELSEWHERE.has(code) || ELSEWHERE.has(name);

/** Starts a part from its file. Where a bundle leaves that out, the part waits to be started with its bytes. */
export function startFromFile(part, read) {
  let bytes;
  try {
    bytes = read();
  } catch (error) {
    if (isElsewhere(error)) return;
    throw error;
  }
  part.startNow(bytes);
}

/** Has a part start from its file when it is first called. */
export const startFromFileOnDemand = (part, read) =>
  part.startOnDemand(() => startFromFile(part, read));
