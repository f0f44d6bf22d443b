/** What the library refuses, by a stable code that `codes()` explains; never a word of what a record says. */
export class PanelError extends Error {
  name = 'PanelError';

  constructor({ code, message, path = '', line = null, column = null }, options) {
    super(message, options);
    Object.assign(this, { code, path, line, column });
  }
}
