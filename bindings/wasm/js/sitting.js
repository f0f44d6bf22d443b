// The part for live sittings, but for those under rules of a council's own. It is loaded on demand, and has its own memory: records and profiles come and go as canonical JSON.

import { part } from './part.js';

export const sitting = part('initSession()');
