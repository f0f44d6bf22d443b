// The npm package, in the one place where this page meets it.

export { init, initDocuments, PanelRecord, Profile, Session, profiles } from "./support-panel/index.js";
