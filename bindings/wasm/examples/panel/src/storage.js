// What stays in this browser, on this computer, until it is forgotten: the journal, what is half typed, what is shown.

const PREFIX = "support-panel.";

function read(key) {
  try {
    return localStorage.getItem(PREFIX + key) ?? "";
  } catch {
    return "";
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

function object(key) {
  try {
    return JSON.parse(read(key) || "{}");
  } catch {
    return {};
  }
}

export const savedJournal = () => read("journal");
export const keepJournal = (text) => write("journal", text);

export const savedDrafts = () => object("drafts");
export const keepDrafts = (drafts) => write("drafts", Object.keys(drafts).length ? JSON.stringify(drafts) : "");

export const savedView = () => object("view");
export const keepView = (view) => write("view", JSON.stringify(view));

export function forgetSitting() {
  for (const key of ["journal", "drafts", "view"]) write(key, "");
}
