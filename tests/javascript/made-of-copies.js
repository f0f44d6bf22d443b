// Whatever is made of a reader's copy, as cases ask for it: papers in each format, what they disclose, and a record without someone.

import { digest, sha256 } from './corpus.js';

const PAPERS =
  `invitation agenda mapping-template referral-form question-card scoring-slips minutes map plan letter child review
  case-system before-you-send`.split(/\s+/);
const TEXT = ['markdown', 'html', 'text'];
const FILES = ['word', 'pdf', 'excel'];

const by = (names, value) => Object.fromEntries(names.map((name) => [name, value(name)]));

/** Whether a paper was made, or why not: one word where that is so in each format. */
export function made(formats) {
  const words = by(Object.keys(formats), (format) => formats[format].error?.code ?? 'made');
  const [first, ...others] = Object.values(words);
  return others.every((word) => word === first) ? first : words;
}

/** The operations by their names. */
export function madeOfCopies({ asked, files, orRefusal }) {
  const told = ({ profile, previous }, one) => ({
    profile,
    previous,
    given: one.given,
    handedOverBy: one.handed_over_by,
  });

  return {
    papers: asked((record, options, one) => {
      const asking = { ...told(options, one), confirmed: one.confirmed };
      const paper = (name, format) =>
        orRefusal(() => digest(record.paper(name, one.reader, { ...asking, format })));
      return by(PAPERS, (name) => by(TEXT, (format) => paper(name, format)));
    }),

    files: asked((record, options, one) => {
      const asking = { ...told(options, one), confirmed: one.confirmed };
      const file = (name, format) =>
        orRefusal(() => sha256(files.paper(record, name, one.reader, { ...asking, format }).bytes));
      const papers = by(PAPERS, (name) => by(FILES, (format) => file(name, format)));
      return { ...papers, calendar: by(['calendar'], (format) => file('calendar', format)) };
    }),

    disclosures: asked((record, options, one) =>
      record.disclosures(one.reader, { ...told(options, one), paper: one.paper }),
    ),

    redact: asked((record, _, { person }) => {
      const { record: without, ...report } = record.redact(person);
      return { report, text: without.toJson() };
    }),

    // Each answer as a digest: `tests/synthetic` has it asked of many records.
    everything: asked((record, { profile }) => {
      const digested = (ask) => orRefusal(() => digest(ask()));
      const someone = record.toObject().case.people?.[0]?.id ?? 'nobody';
      const of = (reader) => {
        const paper = (name, format) =>
          digested(() => record.paper(name, reader, { profile, format }));
        return {
          copy: digested(() => record.disclosures(reader, { profile })),
          papers: PAPERS.map((name) => paper(name, 'markdown')),
          minutes: ['html', 'text'].map((format) => paper('minutes', format)),
        };
      };
      return {
        findings: digest(record.check({ profile, asOf: '2026-12-01' }).map(toldOf)),
        follow_on: digested(() => record.followOn('next', '2031-01-01').toJson()),
        readers: ['professionals', 'family', someone].map(of),
        redacted: digested(() => record.redact(someone).record.toJson()),
        summaries: digested(() => record.summaries({ profile })),
      };
    }),
  };
}

/** What the log has of a finding. */
export const toldOf = ({ code, severity, path, subject, message, related }) => ({
  code,
  severity,
  path,
  subject,
  message,
  related,
});
