// Who chairs and who takes the notes, as fields of the forms that say so.

import { select } from '../fields.js';

/** Both fields, with those who are named at first. */
export function chairing(field, words, { chair, note_taker: noteTaker }) {
  const one = (name, label, value, none) =>
    select(field({ name, label, small: true, none, options: words.everyone(), value }));
  return [
    one('chair', 'Chair', chair),
    one('note_taker', 'Takes the notes', noteTaker, 'No one yet'),
  ];
}
