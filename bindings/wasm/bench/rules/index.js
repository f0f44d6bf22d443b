// The rules of docs/rules.md written by hand, as an application without this package would have them: plain JavaScript over the parsed
// record, whose shape zod, valibot or ajv has made sure of. Written from the specification, so that it is a second opinion as well.

import { askActions } from './actions.js';
import { askAgenda } from './agenda.js';
import { prepared } from './council.js';
import { askMapping } from './mapping.js';
import { askMarks } from './marks.js';
import { askOutcome } from './outcome.js';
import { askPeople } from './people.js';
import { askRecord } from './record.js';
import { askScaling } from './scaling.js';
import { panelOf } from './panel.js';

const AREAS = [
  askRecord,
  askPeople,
  askAgenda,
  askMapping,
  askScaling,
  askActions,
  askOutcome,
  askMarks,
];

/** The rules under a council's profile: `ask(record, {asOf, previous, phase})` gives the findings, in no particular order. */
export function rulebook(profile) {
  const council = prepared(profile);
  return function ask(record, options) {
    const panel = panelOf(record, council, options);
    const findings = [];
    const add = (code, path, subject = null, own = undefined) => {
      const severity = council.severities[code];
      if (severity !== 'off') findings.push({ code, severity: own ?? severity, path, subject });
    };
    for (const area of AREAS) area(panel, add);
    return findings;
  };
}
