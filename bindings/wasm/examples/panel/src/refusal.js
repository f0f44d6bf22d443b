// What the library refused, in the words of the screen: it stands where it is to be fixed, so path, line and column are left out.

/** The reason that every change after the panel carries, whatever it changes. */
export const REASON = { id: 'amend-why', label: 'Why the record is changed now' };

/** Whether it is that reason which is missing. */
export const wantsReason = (app, { path }) => path === '/why' && app.sitting?.may('amend') === true;

/** What is wrong, without where. */
export function wrong(app, error) {
  if (error.code === 'missing_key') return 'nothing is given';
  if (error.code === 'needs_reason') return 'a reason is needed';
  const message = app.plain(error);
  return error.path && message.startsWith(error.path)
    ? message.slice(message.indexOf(': ', error.path.length) + 2)
    : message;
}
