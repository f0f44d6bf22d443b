// Sittings put aside in this browser: the panels before the one at hand.

import { councilOf } from './councils.js';
import { PanelRecord, Session } from './library.js';
import { keepShelf, savedShelf } from './storage.js';

const JOURNAL = '{"journal":';

/** What each journal came to, read once. */
const read = new Map();

function opened(journal) {
  if (!read.has(journal)) {
    try {
      const { session } = Session.replay(journal);
      const record = session.record();
      read.set(journal, {
        journal,
        record,
        document: record.toObject(),
        standing: session.standing(),
      });
      session.dispose();
    } catch {
      read.set(journal, null);
    }
  }
  return read.get(journal);
}

/** Every sitting that was put aside and can be read. */
export const shelf = () => savedShelf().map(opened).filter(Boolean);

const others = (id) => savedShelf().filter((journal) => opened(journal)?.document.id !== id);

/** Puts a sitting aside, in place of an earlier state of the same; refuses where the browser would not keep it. */
export function putAside(journal) {
  const { session } = Session.replay(journal);
  if (keepShelf([...others(session.record().toObject().id), journal])) return;
  throw Object.assign(
    new Error(
      'This browser would not keep that panel beside this one. Save its journal as a file first, and forget what is no longer needed.',
    ),
    { code: 'not_kept' },
  );
}

/** Takes a sitting from the shelf; gives its journal. */
export function takeDown(id) {
  const found = shelf().find(({ document }) => document.id === id);
  keepShelf(others(id));
  return found?.journal;
}

/** A file as a journal: one that was saved, or a record as a sitting that has only been opened. */
export function journalOf(text) {
  if (text.startsWith(JOURNAL)) return text;
  const record = PanelRecord.fromJson(text);
  return Session.open(record, councilOf(record)).journal();
}

/** The panels before one, the last of them first, as far as they are here: each names the one before it. */
export function before({ meeting: { previous } = {} }) {
  const found = [];
  const all = shelf();
  for (let id = previous; id && !found.some(({ document }) => document.id === id);) {
    const panel = all.find(({ document }) => document.id === id);
    if (!panel) break;
    found.push(panel);
    id = panel.document.meeting?.previous;
  }
  return found;
}
