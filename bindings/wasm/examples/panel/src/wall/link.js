// The way from the chair's page to the wall. Where there is an origin, every wall of this browser listens on one channel. A page
// from disk has none: there a wall hands its opener a port, so that what is told goes to that very window and no further.

import { isFree } from '../writer.js';

const NAME = 'support-panel.wall';
const HELLO = 'support-panel.wall.hello';
const PAUSE = 1000;

export const isWall = () => location.hash === '#wall';

const channel = () =>
  location.protocol === 'file:' || !globalThis.BroadcastChannel ? null : new BroadcastChannel(NAME);

/** Opens a wall window, or brings the one that is open to the front. */
export function openWall() {
  const address = `${location.href.split('#')[0]}#wall`;
  if (window.open(address, NAME, 'popup,width=1280,height=720')) return;
  throw Object.assign(
    new Error('The browser did not open a window: allow this page to open one, and press again'),
    { code: 'not_opened' },
  );
}

/** The page's side: `current` gives all that a wall which has just opened is told. `isHeard` says whether any wall has asked. */
export function feedWalls(current) {
  const shared = channel();
  const walls = new Set();
  const greet = (wall) => {
    walls.add(wall);
    wall.postMessage(current());
  };
  if (shared) shared.onmessage = ({ data }) => data === HELLO && greet(shared);
  else
    addEventListener('message', ({ data, source, ports: [port] }) => {
      if (data === HELLO && port && source?.opener === window) greet(port);
    });
  const tell = (message) => walls.forEach((wall) => wall.postMessage(message));
  addEventListener('pagehide', () => tell({ gone: true }));
  return { tell, isHeard: () => walls.size > 0 };
}

/** The wall's side: `heard` is called with each message. A wall whose page is gone asks until another answers. */
export function followPage(heard) {
  let answered = false;
  const taken = ({ data }) => {
    if (data === HELLO) return;
    answered = !data.gone;
    heard(data);
  };
  const shared = channel();
  if (shared) shared.onmessage = taken;
  const ask = () => {
    if (answered) return;
    if (shared) return shared.postMessage(HELLO);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = taken;
    window.opener?.postMessage(HELLO, '*', [port2]);
  };
  // A page that crashes, or that the browser puts away at once, says nothing more: its lock does.
  const look = async () => {
    if (!answered) return ask();
    if (shared && (await isFree().catch(() => false))) taken({ data: { gone: true } });
  };
  ask();
  setInterval(look, PAUSE);
}
