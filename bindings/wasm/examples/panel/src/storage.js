// What stays in this browser, on this computer, until it is forgotten: journals, what is half typed, what is shown, a council's
// own profiles. One window writes it; all others read.

const PREFIX = 'support-panel.';

/** What could not be kept: a browser may be told to keep nothing, or its storage be full. */
const unkept = new Set();

/** Whether this window may write; where no lock holds the others off, under which name. */
let writes = false;
let writesAs = '';

/** Lets this window write, and finds out whether the browser keeps anything at all. */
export function allowWriting(name = '') {
  writes = true;
  writesAs = name;
  write('probe', 'kept');
  write('probe', '');
}

/** A window that writes under a name may do so only until another has put its own there. */
export const mayWrite = () => writes && (!writesAs || [writesAs, ''].includes(writerName()));

/** The name of the window that writes, where there is no lock. */
export const writerName = () => read('writer');

/** Puts a window's name where every other window reads it, or takes it away. */
export function keepWriterName(name) {
  try {
    if (name) localStorage.setItem(`${PREFIX}writer`, name);
    else localStorage.removeItem(`${PREFIX}writer`);
  } catch {
    // A browser that keeps nothing keeps no two windows' words apart either, as none of them is kept.
  }
}

/** Whether everything that was to be kept is kept. */
export const isKept = () => unkept.size === 0;

function read(key) {
  try {
    return localStorage.getItem(PREFIX + key) ?? '';
  } catch {
    return '';
  }
}

/** Whether it could be kept. A window that only reads keeps nothing. */
function write(key, text) {
  if (!mayWrite()) return false;
  try {
    if (text) localStorage.setItem(PREFIX + key, text);
    else localStorage.removeItem(PREFIX + key);
    unkept.delete(key);
    return true;
  } catch {
    unkept.add(key);
    return false;
  }
}

const isJson = (text) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

function parsed(key, otherwise) {
  const text = read(key);
  return text && isJson(text) ? (JSON.parse(text) ?? otherwise) : otherwise;
}

const list = (key) => [parsed(key, [])].flat().filter((item) => typeof item === 'string');
const keepList = (key, items) => write(key, items.length ? JSON.stringify(items) : '');

/** The sitting at hand. */
export const savedJournal = () => read('journal');
export const keepJournal = (text) => write('journal', text);

/** What the journal of a second device came to, until it is decided. */
export const savedJoined = () => parsed('joined', null);
export const keepJoined = (joined) => write('joined', joined ? JSON.stringify(joined) : '');

/** Sittings put aside: the panels before this one. */
export const savedShelf = () => list('shelf');
export const keepShelf = (journals) => keepList('shelf', journals);

/** A council's own profiles, as canonical JSON. */
export const savedProfiles = () => list('profiles');
export const keepProfiles = (profiles) => keepList('profiles', profiles);

export const savedDrafts = () => parsed('drafts', {});
export const keepDrafts = (drafts) =>
  write('drafts', Object.keys(drafts).length ? JSON.stringify(drafts) : '');

/** When the window that writes was last awake, in milliseconds since 1970. */
export const savedAwake = () => Number(read('awake'));
export const keepAwake = (at) => write('awake', `${at}`);

export const savedView = () => parsed('view', {});
export const keepView = (view) => write('view', JSON.stringify(view));

/** Lists that are kept and cannot be read, by their name: whoever writes one anew would lose what is in it. */
export const unreadable = () =>
  ['joined', 'shelf', 'profiles', 'drafts'].flatMap((key) => {
    const text = read(key);
    return text && !isJson(text) ? [{ key, text }] : [];
  });

/** Forgets one thing that is kept. */
export const forgetKept = (key) => write(key, '');

/** Everything about families; a council's profile says nothing of anyone, and stays. */
export function forgetSittings() {
  for (const key of ['journal', 'joined', 'shelf', 'drafts', 'view', 'awake']) write(key, '');
}

/** Calls back whenever another window has written, with the name of what it wrote; with none where it forgot everything. */
export function onWritten(heard) {
  addEventListener('storage', ({ key, storageArea }) => {
    if (storageArea === localStorage && (key === null || key.startsWith(PREFIX)))
      heard(key?.slice(PREFIX.length));
  });
}
