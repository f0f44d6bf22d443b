// Numbers that have not been shown. Until the chair shows a round, what the page reads of the record has none of its numbers,
// whether or not its scale is independent: no screen, paper or finding can tell them, and nothing is put in their order.

/** The name of one scaling round. */
export const keyOf = ({ scale, round = '', about = '' }) =>
  [scale, round, about].filter(Boolean).join('-').replaceAll(' ', '_');

/**
 * The rounds of a record whose numbers are hidden, by their name: each with those who have given one. `isShown` says of a
 * round whether it was shown; `sealed` are the numbers that the library keeps to itself.
 */
export function hiddenRounds({ scaling = [] }, isShown, sealed = []) {
  const envelopes = new Map(sealed.map((one) => [keyOf(one), one]));
  const hidden = scaling
    .filter((round) => !isShown(round))
    .map((round) => {
      const { by = [], guessed_by: guessedBy = [] } = envelopes.get(keyOf(round)) ?? {};
      const open = (round.ratings ?? []).map(({ by, on_behalf_of }) => ({ by, on_behalf_of }));
      return [
        keyOf(round),
        { ...round, given: [...open, ...[...by, ...guessedBy].map((by) => ({ by }))] },
      ];
    });
  return new Map(hidden);
}

/** The same record without the numbers of hidden rounds. */
export const withoutNumbers = (record, hidden) => ({
  ...record,
  scaling: record.scaling?.map((round) =>
    hidden.has(keyOf(round)) ? { ...round, ratings: [] } : round,
  ),
});

/** Rules that say who answered a question, and nothing of what the answer was. */
const ABOUT_WHO = new Set(['SP503', 'SP505', 'SP511', 'SP512']);

/** Whether a finding tells nothing of a hidden round but who answered. */
export function tellsNoNumber({ code, path, related = [] }, { scaling = [] }, hidden) {
  if (ABOUT_WHO.has(code)) return true;
  const rounds = [path, ...related].map((pointer) => /^\/scaling\/(\d+)/u.exec(pointer)?.[1]);
  return !rounds.some(
    (index) => index !== undefined && hidden.has(keyOf(scaling[Number(index)] ?? {})),
  );
}
