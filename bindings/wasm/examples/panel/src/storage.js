// What stays in this browser, on this computer, until it is forgotten: journals, what is half typed, what is shown, a council's own profiles.

const PREFIX = 'support-panel.';

function read(key) {
  try {
    return localStorage.getItem(PREFIX + key) ?? '';
  } catch {
    return '';
  }
}

/** Whether it could be kept: a browser may be told to keep nothing, or be full. */
function write(key, text) {
  try {
    if (text) localStorage.setItem(PREFIX + key, text);
    else localStorage.removeItem(PREFIX + key);
    return true;
  } catch {
    return false;
  }
}

function parsed(key, otherwise) {
  try {
    return JSON.parse(read(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

const list = (key) => [parsed(key, [])].flat().filter((item) => typeof item === 'string');
const keepList = (key, items) => write(key, items.length ? JSON.stringify(items) : '');

/** The sitting at hand. */
export const savedJournal = () => read('journal');
export const keepJournal = (text) => write('journal', text);

/** Sittings put aside: the panels before this one. */
export const savedShelf = () => list('shelf');
export const keepShelf = (journals) => keepList('shelf', journals);

/** A council's own profiles, as canonical JSON. */
export const savedProfiles = () => list('profiles');
export const keepProfiles = (profiles) => keepList('profiles', profiles);

export const savedDrafts = () => parsed('drafts', {});
export const keepDrafts = (drafts) =>
  write('drafts', Object.keys(drafts).length ? JSON.stringify(drafts) : '');

export const savedView = () => parsed('view', {});
export const keepView = (view) => write('view', JSON.stringify(view));

/** Everything about families; a council's profile says nothing of anybody, and stays. */
export function forgetSittings() {
  for (const key of ['journal', 'shelf', 'drafts', 'view']) write(key, '');
}
