// A sitting as a store: for React's useSyncExternalStore, for Svelte, and for plain DOM.

import { Session, textAt } from './session.js';

export function createStore(session) {
  const listeners = new Set();
  const known = {};
  let current = session;
  let snapshot;

  /** A part whose text has not changed stays the same object, so that what shows it need not be drawn again. */
  function part(session, seq, name) {
    const text = textAt(session, seq, name);
    if (known[name]?.text !== text) known[name] = { text, value: freeze(JSON.parse(text)) };
    return known[name].value;
  }

  /** How the sitting stands now. A part is asked for when it is first read, and is then what it was at this moment. */
  function look() {
    const [session, seq, read] = [current, current.seq, {}];
    const ask = (name) =>
      Object.hasOwn(read, name) ? read[name] : (read[name] = part(session, seq, name));
    return Object.freeze({
      seq,
      get record() {
        return ask('record_json');
      },
      get standing() {
        return ask('standing');
      },
      get outstanding() {
        return ask('outstanding');
      },
      get allowed() {
        return ask('allowed');
      },
      get sealed() {
        return ask('sealed');
      },
    });
  }

  function changed(event) {
    snapshot = look();
    for (const listener of [...listeners]) {
      try {
        listener();
      } catch (error) {
        // The step was taken, and the others are to hear of it: what a listener throws is no one's refusal.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
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
