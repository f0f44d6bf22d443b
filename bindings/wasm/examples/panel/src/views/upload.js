// A file to choose: what is wrong with it is said beside the field, with where and what to do.

import { h, say } from '../dom.js';
import { explain } from '../library.js';

const troubles = new Map();

/** Forgets what was wrong with files. */
export const forgetTroubles = () => troubles.clear();

/**
 * @param {object} field
 * @param {(text: string, name: string) => string | Promise<string>} field.take  takes the file; gives what to say; throws what the library
 *   throws, with all its `faults` where they are known
 */
export function upload({ id, label, hint, accept, take }, app) {
  const trouble = troubles.get(id);
  const chosen = async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    let said;
    troubles.delete(id);
    try {
      said = await take(await file.text(), file.name);
    } catch (error) {
      if (error.code === undefined) throw error;
      troubles.set(id, {
        name: file.name,
        message: app.plain(error),
        remedy: remedy(error),
        faults: error.faults ?? [],
      });
    }
    app.redraw();
    document.getElementById(id)?.focus();
    say(said ?? `${file.name}: ${troubles.get(id)?.message ?? 'read'}`);
  };
  return h(
    'div',
    { class: `govuk-form-group${trouble ? ' govuk-form-group--error' : ''}` },
    h('label', { class: 'govuk-label govuk-label--s', for: id }, label),
    hint && h('div', { class: 'govuk-hint', id: `${id}-hint` }, hint),
    trouble &&
      h(
        'div',
        { class: 'govuk-error-message', id: `${id}-error` },
        h(
          'p',
          {},
          h('span', { class: 'govuk-visually-hidden' }, 'Error: '),
          h('b', {}, trouble.name),
          `, ${trouble.message}`,
        ),
        trouble.remedy && h('p', { class: 'panel-quiet' }, trouble.remedy),
        trouble.faults.length > 0 && faultList(trouble.faults),
      ),
    h('input', {
      class: `govuk-file-upload${trouble ? ' govuk-file-upload--error' : ''}`,
      type: 'file',
      id,
      accept,
      'aria-invalid': trouble ? 'true' : undefined,
      'aria-describedby':
        [hint && `${id}-hint`, trouble && `${id}-error`].filter(Boolean).join(' ') || undefined,
      on: { change: chosen },
    }),
  );
}

/** Where something stands in a file; nothing where no line of it says so. */
export const place = ({ line, column }) =>
  line === undefined
    ? null
    : [`Line ${line}`, column !== undefined && `column ${column}`].filter(Boolean).join(', ');

/** Every fault of a file: where, what is wrong, and what to write instead. */
const faultList = (faults) =>
  h(
    'ol',
    { class: 'panel-faults' },
    faults.map((fault) =>
      h(
        'li',
        { dir: 'auto' },
        h('b', {}, place(fault) ?? fault.path),
        `: ${fault.message}. `,
        h('span', { class: 'panel-quiet' }, fault.remedy),
      ),
    ),
  );

/** What the library says to do about it, where it knows. */
function remedy({ code }) {
  try {
    return explain(code).remedy;
  } catch {
    return undefined;
  }
}
