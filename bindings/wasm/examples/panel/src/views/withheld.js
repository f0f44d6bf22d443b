// A line that says which numbers papers and files leave out.

import { h } from '../dom.js';

/** What papers and files leave out, where there is anything. */
export function withheld({ now: { hidden } }) {
  const numbers = [...hidden.values()].some(({ given }) => given.length > 0);
  return (
    numbers &&
    h(
      'p',
      { class: 'govuk-inset-text', id: 'withheld' },
      'Numbers that have not been shown are left out of the papers and of the record. The journal keeps them.',
    )
  );
}
