// Papers as files of other people's programs, the same wherever the package runs.

import { PanelError, PanelRecord, Profile } from './entry.js';
import { known } from './options.js';
import { part } from './part.js';
import * as glue from './papers_glue.js';

export { PanelError };
export const main = part('initPapers()', glue);
const { call } = main;

const isNothing = (given) => given === undefined || given === null;
const optionalText = (given) => (isNothing(given) ? undefined : String(given));
const textOf = (given, Type) => (given instanceof Type ? given : Type.fromJson(given)).toJson();
const optional = (given, Type) => (isNothing(given) ? undefined : textOf(given, Type));

/** A file of the module's as a plain object. */
const plain = (file) => ({ name: file.name, type: file.media_type, bytes: file.bytes() });

const ABOUT_PAPERS = [
  'profile',
  'format',
  'previous',
  'confirmed',
  'given',
  'handedOverBy',
  'blanks',
  'asOf',
  'fonts',
];

/** Calls the module with what papers are told. */
function withOptions(asked, use) {
  const {
    profile,
    previous,
    confirmed,
    given,
    handedOverBy,
    blanks,
    asOf,
    fonts,
    sequence,
    stamp,
  } = asked;
  const told = [
    optional(profile, Profile),
    optional(previous, PanelRecord),
    Array.from(confirmed ?? [], String),
    Array.from(given ?? [], String),
    optionalText(handedOverBy),
  ];
  return call((glue) => {
    const options = new glue.Options(...told, Boolean(blanks), optionalText(asOf));
    try {
      if (!isNothing(fonts)) options.fonts(fonts.regular, fonts.bold);
      options.calendar(sequence ?? 0, optionalText(stamp));
      return use(glue, options);
    } finally {
      options.free();
    }
  });
}

export function paper(record, name, reader, options) {
  const asked = known(options, ...ABOUT_PAPERS);
  const words = [textOf(record, PanelRecord), String(name), String(reader)];
  return withOptions(asked, (glue, told) =>
    plain(glue.file(...words, String(asked.format ?? 'pdf'), told)),
  );
}

export function papers(record, reader, options) {
  const asked = known(options, ...ABOUT_PAPERS, 'papers');
  const text = textOf(record, PanelRecord);
  const names = isNothing(asked.papers) ? undefined : Array.from(asked.papers, String);
  return withOptions(asked, (glue, told) =>
    glue.files(text, names, String(reader), String(asked.format ?? 'pdf'), told).map(plain),
  );
}

export function form(name, options) {
  const asked = known(options, 'profile', 'format', 'fonts');
  const profile = isNothing(asked.profile)
    ? Profile.builtIn().toJson()
    : textOf(asked.profile, Profile);
  return withOptions({ fonts: asked.fonts }, (glue, told) =>
    plain(glue.blank(profile, String(name), String(asked.format ?? 'pdf'), told)),
  );
}

export function calendar(record, reader, options) {
  const asked = known(options, 'profile', 'confirmed', 'sequence', 'stamp');
  const text = textOf(record, PanelRecord);
  return withOptions(asked, (glue, told) =>
    plain(glue.file(text, 'calendar', String(reader), 'calendar', told)),
  );
}

export function tracker(records, options) {
  const { profile, format, by, names, asOf } = known(
    options,
    'profile',
    'format',
    'by',
    'names',
    'asOf',
  );
  const texts = Array.from(records, (record) => textOf(record, PanelRecord));
  const under = optional(profile, Profile);
  const words = [String(format ?? 'excel'), String(by ?? 'owner')];
  return call((glue) =>
    plain(glue.tracker(texts, under, ...words, Boolean(names), optionalText(asOf))),
  );
}
