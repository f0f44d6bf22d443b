// The part for profiles with rules of a council's own: whatever asks rules, with the evaluator of their conditions. It is loaded on
// demand, and has its own memory: records and profiles come and go as canonical JSON.

import { part } from './part.js';

export const localRules = part('initLocalRules()');

/** Asks a part; where that refuses for want of the evaluator, asks this one instead, once it is there. */
export function orLocalRules(ask, askHere) {
  try {
    return ask();
  } catch (error) {
    if (error.code !== 'rules_not_loaded' || !localRules.isHere) throw error;
    return askHere();
  }
}
