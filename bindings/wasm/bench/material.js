// What everyone is given: a full panel as canonical text, its profile, and the schemas.

import { readFileSync } from 'node:fs';

const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

export const material = {
  // Compact, as it is sent and kept; the keys of the example are in canonical order.
  text: JSON.stringify(json('../../../tests/records/leicester-initial.json')),
  profile: json('../../../crates/support-panel/profiles/leicester-masp.json'),
  schemas: {
    record: json('../dist/schema/record.json'),
    command: json('../dist/schema/command.json'),
  },
};
