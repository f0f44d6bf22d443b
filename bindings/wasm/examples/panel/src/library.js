// The npm package, in the one place where this page meets it.

export {
  explain,
  init,
  initExtras,
  initLocalRules,
  initSession,
  PanelRecord,
  Profile,
  Session,
  profiles,
  rules,
  trajectory,
} from './support-panel/index.js';
