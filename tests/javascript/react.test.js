// The hooks in a real React, in a window without a screen.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { stored } from './corpus.js';
import { library, load } from './installed.js';

const here = createRequire(join(process.cwd(), 'here.cjs'));
const { Window } = await import(here.resolve('happy-dom'));
const window = new Window();
for (const name of ['document', 'navigator', 'HTMLElement', 'HTMLIFrameElement', 'Node']) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
}
globalThis.window = window;
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
const { act, createElement: h, Fragment, StrictMode } = here('react');
const { createRoot, hydrateRoot } = here('react-dom/client');
const { renderToString } = here('react-dom/server');

const { PanelRecord, Session, createStore } = library;
const referral = stored('records', 'leicester-referral', 'json');
const at = (minute) => ({
  at: `2026-03-12T09:${String(minute).padStart(2, '0')}:00Z`,
  by: 'p-chair',
});
const open = { type: 'open_meeting', chair: 'p-chair', note_taker: 'p-bso' };
const introductions = { type: 'start_stage', stage: 'introductions', led_by: 'p-chair' };
const reword = (text) => ({ type: 'amend_entry', entry: 'm01', text, why: 'Said more clearly' });

/** A store that knows how many listen to it. */
function counted(store = createStore(Session.open(PanelRecord.fromJson(referral)))) {
  let listening = 0;
  const subscribe = (listener) => {
    listening += 1;
    const leave = store.subscribe(listener);
    return () => {
      listening -= 1;
      leave();
    };
  };
  return {
    ...store,
    subscribe,
    get listening() {
      return listening;
    },
  };
}

let root;
let box;
let complaints;
const empty = () => document.body.appendChild(document.createElement('div'));
const draw = (element) => act(() => root.render(element));
const text = () => box.textContent;

beforeEach(() => {
  box = empty();
  root = createRoot(box);
  complaints = [];
  mock.method(console, 'error', (...said) => complaints.push(said.join(' ')));
});

// React complains by console.error: of snapshots that are not stable, of loops, of a server that drew something else.
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  mock.restoreAll();
  assert.deepEqual(complaints, []);
});

for (const flavour of ['dist/react.js', 'dist/react.cjs']) {
  const { useSession, useTimer } = flavour.endsWith('.cjs')
    ? here('support-panel/react')
    : await load(flavour);

  describe(`useSession of ${flavour}`, () => {
    /** Shows what it selects, and counts how often it is drawn. */
    function shower(select) {
      const Shown = ({ store }) => {
        Shown.drawn += 1;
        return String(useSession(store, select));
      };
      Shown.drawn = 0;
      return Shown;
    }

    test('shows the snapshot, and the next one', () => {
      const store = counted();
      const Seq = ({ store }) => useSession(store).seq;
      draw(h(Seq, { store }));
      assert.equal(text(), '0');
      act(() => store.dispatch(open, at(1)));
      assert.equal(text(), '1');
      act(() => store.undo(at(2)));
      assert.equal(text(), '2');
    });

    test('draws again only what has changed', () => {
      const store = counted();
      const Standing = shower(({ standing }) => standing);
      const Wording = shower(({ record }) => record.mapping[0].text);
      draw(h(Fragment, null, h(Standing, { store }), ' ', h(Wording, { store })));
      assert.deepEqual([Standing.drawn, Wording.drawn], [1, 1]);
      act(() => store.dispatch(open, at(1)));
      assert.deepEqual([Standing.drawn, Wording.drawn], [2, 1]);
      act(() => store.dispatch(reword('In other words'), at(2)));
      assert.deepEqual([Standing.drawn, Wording.drawn], [2, 2]);
      assert.equal(text(), 'between In other words');
      assert.throws(() => act(() => store.dispatch(open, at(3))), library.PanelError);
      assert.deepEqual(
        [Standing.drawn, Wording.drawn],
        [2, 2],
        'a step that is refused draws nothing',
      );
    });

    test('gives the same value until another is selected', () => {
      const store = counted();
      const seen = [];
      const Whole = ({ store, turn }) => {
        seen.push(useSession(store));
        return turn;
      };
      draw(h(Whole, { store, turn: 1 }));
      draw(h(Whole, { store, turn: 2 }));
      act(() => store.dispatch(open, at(1)));
      assert.equal(seen.length, 3);
      assert.equal(seen[0], seen[1]);
      assert.equal(seen[2], store.getSnapshot());
      assert.equal(seen[2].sealed, seen[0].sealed);
    });

    test('bears a selection that is made anew each time', () => {
      const store = counted();
      let drawn = 0;
      const Made = ({ store }) => {
        drawn += 1;
        const { seq, people } = useSession(store, ({ seq, record }) => ({
          seq,
          people: record.participants.map(({ id }) => id),
        }));
        return `${seq} ${people.length}`;
      };
      draw(h(Made, { store }));
      act(() => store.dispatch(open, at(1)));
      assert.equal(text(), `1 ${JSON.parse(referral).participants.length}`);
      assert.ok(drawn <= 4, `drawn ${drawn} times`);
    });

    test('follows what a selection depends on', () => {
      const store = counted();
      const Entry = ({ store, id }) =>
        useSession(store, ({ record }) => record.mapping.find((entry) => entry.id === id).category);
      draw(h(Entry, { store, id: 'm01' }));
      assert.equal(text(), 'past_harm');
      draw(h(Entry, { store, id: 'm02' }));
      assert.equal(text(), 'future_danger');
    });

    test('listens once while it is there, and not when it is gone', () => {
      const store = counted();
      const Standing = shower(({ standing }) => standing);
      draw(h(Standing, { store }));
      act(() => store.dispatch(open, at(1)));
      assert.equal(store.listening, 1);
      draw(null);
      assert.equal(store.listening, 0);
      const { drawn } = Standing;
      act(() => store.undo(at(2)));
      assert.equal(Standing.drawn, drawn);
    });

    test('moves to another store, and to another sitting', () => {
      const [first, second] = [counted(), counted()];
      second.dispatch(open, at(1));
      const Standing = shower(({ standing }) => standing);
      draw(h(Standing, { store: first }));
      assert.equal(text(), 'before');
      draw(h(Standing, { store: second }));
      assert.deepEqual([text(), first.listening, second.listening], ['between', 0, 1]);
      act(() => second.replace(Session.open(PanelRecord.fromJson(referral))));
      assert.equal(text(), 'before');
    });

    test('is drawn by a server, and taken over in the page', () => {
      const store = counted();
      const element = h(
        'p',
        null,
        h(({ store }) => useSession(store, ({ standing }) => standing), { store }),
      );
      const drawn = renderToString(element);
      assert.deepEqual([drawn, store.listening], ['<p>before</p>', 0]);
      box = empty();
      box.innerHTML = drawn;
      const before = box.firstChild;
      act(() => (root = hydrateRoot(box, element)));
      act(() => store.dispatch(open, at(1)));
      assert.deepEqual([text(), box.firstChild === before, store.listening], ['between', true, 1]);
    });

    test('is right in StrictMode, where all is done twice', () => {
      const store = counted();
      const Standing = shower(({ standing }) => standing);
      const Made = ({ store }) => useSession(store, ({ seq }) => ({ seq })).seq;
      draw(h(StrictMode, null, h(Standing, { store }), ' ', h(Made, { store })));
      assert.deepEqual([text(), Standing.drawn, store.listening], ['before 0', 2, 2]);
      act(() => store.dispatch(open, at(1)));
      assert.deepEqual([text(), store.listening], ['between 1', 2]);
      draw(null);
      assert.equal(store.listening, 0);
    });
  });

  describe(`useTimer of ${flavour}`, () => {
    // A time of our own: it passes when it is told to, and knows what is still ticking.
    const { setInterval, clearInterval } = globalThis;
    const ticking = new Map();
    let now;
    const clock = () => new Date(now);
    const Timer = ({ store, every, shift = 0 }) => {
      const timer = useTimer(store, () => new Date(Number(clock()) + shift), every);
      Timer.drawn += 1;
      return timer ? String(timer.elapsed_seconds) : 'none';
    };
    const pass = (milliseconds) => {
      const until = now + milliseconds;
      for (
        let next;
        (next = [...ticking.values()].sort((a, b) => a.at - b.at)[0]) && next.at <= until;
      ) {
        now = next.at;
        next.at += next.every;
        act(next.ring);
      }
      now = until;
    };

    beforeEach(() => {
      now = Date.parse('2026-03-12T09:02:00Z');
      Timer.drawn = 0;
      globalThis.setInterval = (ring, every) => {
        const id = Symbol('interval');
        ticking.set(id, { ring, every, at: now + every });
        return id;
      };
      globalThis.clearInterval = (id) => ticking.delete(id);
    });
    afterEach(() => {
      ticking.clear();
      Object.assign(globalThis, { setInterval, clearInterval });
    });

    test('shows nothing between stages, and a stage from its first moment', () => {
      const store = counted();
      draw(h(Timer, { store }));
      assert.equal(text(), 'none');
      act(() => store.dispatch(open, at(1)));
      assert.equal(text(), 'none');
      act(() => store.dispatch(introductions, at(2)));
      assert.equal(text(), '0');
    });

    test('goes on by itself', () => {
      const store = counted();
      store.dispatch(open, at(1));
      store.dispatch(introductions, at(2));
      draw(h(Timer, { store }));
      pass(999);
      assert.equal(text(), '0');
      pass(1);
      assert.equal(text(), '1');
      pass(4000);
      assert.equal(text(), '5');
    });

    test('as often as it is told', () => {
      const store = counted();
      store.dispatch(open, at(1));
      store.dispatch(introductions, at(2));
      draw(h(Timer, { store, every: 10_000 }));
      pass(9999);
      assert.equal(text(), '0');
      pass(1);
      assert.equal(text(), '10');
      draw(h(Timer, { store, every: 500 }));
      assert.equal(ticking.size, 1);
      pass(500);
      pass(500);
      assert.equal(text(), '11');
    });

    test('asks the moment that was given last', () => {
      const store = counted();
      store.dispatch(open, at(1));
      store.dispatch(introductions, at(2));
      draw(h(Timer, { store }));
      draw(h(Timer, { store, shift: 60_000 }));
      pass(1000);
      assert.equal(text(), '61');
    });

    test('stops when it is gone, and in StrictMode ticks once', () => {
      const store = counted();
      store.dispatch(open, at(1));
      store.dispatch(introductions, at(2));
      draw(h(StrictMode, null, h(Timer, { store })));
      const { drawn } = Timer;
      pass(1000);
      assert.deepEqual(
        [text(), Timer.drawn - drawn, store.listening, ticking.size],
        ['1', 2, 1, 1],
      );
      draw(null);
      const last = Timer.drawn;
      pass(5000);
      assert.deepEqual([Timer.drawn, store.listening, ticking.size], [last, 0, 0]);
    });

    test('is drawn by a server', () => {
      const store = counted();
      store.dispatch(open, at(1));
      store.dispatch(introductions, at(2));
      now += 7000;
      assert.equal(renderToString(h(Timer, { store })), '7');
    });
  });
}
