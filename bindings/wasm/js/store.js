// A sitting as a store: for React's useSyncExternalStore, for Svelte, and for plain DOM.

import { Session, told } from './session.js';

/** What a snapshot holds, and what the module calls it. */
const PARTS = { record: 'record_json', standing: 'standing', outstanding: 'outstanding', allowed: 'allowed', sealed: 'sealed' };

export function createStore(session) {
  const listeners = new Set();
  const texts = {};
  let current = session;
  let snapshot;

  /** A part whose text has not changed stays the same object, so that what shows it need not be drawn again. */
  function look() {
    const next = { seq: current.seq };
    for (const [part, name] of Object.entries(PARTS)) {
      const text = told(current, name);
      next[part] = snapshot && texts[part] === text ? snapshot[part] : freeze(JSON.parse(text));
      texts[part] = text;
    }
    return Object.freeze(next);
  }

  function changed(event) {
    snapshot = look();
    for (const listener of [...listeners]) listener();
    return event;
  }

  snapshot = look();
  return Object.freeze({
    get session() {
      return current;
    },
    subscribe(listener) {
      // Each subscription is its own, even of one function twice.
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    getSnapshot: () => snapshot,
    dispatch: (command, stamp) => changed(current.apply(command, stamp)),
    undo: (stamp) => changed(current.undo(stamp)),
    redo: (stamp) => changed(current.redo(stamp)),
    allowed: () => snapshot.allowed,
    outstanding: () => snapshot.outstanding,
    timer: (now) => current.timer(now),
    journal: () => current.journal(),
    /** Goes on with another sitting: one brought back, or merged. */
    replace(next) {
      if (!(next instanceof Session)) throw new TypeError('replace takes a Session');
      current = next;
      changed();
    },
  });
}

function freeze(value) {
  if (value !== null && typeof value === 'object') {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}
