// A live sitting as an application would keep one by itself: the record as a plain object, and a new one after each command.

/** What each command does; the benchmark takes one that rewords an entry. */
const STEPS = {
  amend_entry(record, { entry, text, why }, { at, by }) {
    const before = record.mapping?.find(({ id }) => id === entry);
    if (!before || before.withdrawn || before.text === text)
      throw new Error('there is nothing to reword');
    const amended = [...(before.amended ?? []), { at, by, text: before.text, why }];
    return {
      ...record,
      mapping: record.mapping.map((one) => (one === before ? { ...one, text, amended } : one)),
    };
  },
};

/** Takes commands of the right shape; what is outstanding is what the rules will say at the end, advice aside. */
export function sitting(record, validate, ask) {
  let current = record;
  return {
    get record() {
      return current;
    },
    apply(command, stamp) {
      const { type, ...said } = validate(command);
      current = STEPS[type](current, said, stamp);
    },
    outstanding: () => ask(current, { phase: 3 }).filter(({ severity }) => severity !== 'advice'),
  };
}
