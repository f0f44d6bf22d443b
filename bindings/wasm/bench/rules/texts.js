// What counts as words.

export const isBlank = (text) =>
  text === undefined || text === null || !/\P{White_Space}/u.test(text);

/** The same for texts, and for agencies, that differ in case, spacing and punctuation only. */
export const likeness = (text) => text.replace(/[\p{White_Space}\p{P}]+/gu, '').toLowerCase();

const WORD = '[\\p{Alphabetic}\\p{M}\\p{N}]';
const escaped = (term) =>
  term.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\p{White_Space}+/gu, '\\p{White_Space}+');

/** Whether a text has a term in it that the family may not know, as a whole word. */
export function plainLanguage(terms) {
  const oneOf = (list, flags) =>
    list.length > 0 &&
    new RegExp(`(?<!${WORD})(?:${list.map(escaped).join('|')})(?!${WORD})`, flags);
  const words = terms.map(({ term }) => term);
  const isCapitals = (term) => term === term.toUpperCase();
  const exact = oneOf(words.filter(isCapitals), 'u');
  const anyCase = oneOf(
    words.filter((term) => !isCapitals(term)),
    'iu',
  );
  return (text) =>
    Boolean(text) && ((exact && exact.test(text)) || (anyCase && anyCase.test(text)));
}
