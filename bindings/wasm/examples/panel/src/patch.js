// Changes what is drawn into what should be: an element stays where tag and id are the same, and only what differs is touched. What
// others set on an element (whether it is open or disabled, how high it is) is left as it is.

/** What each element was made with: the names of its attributes, and what hears its events. */
const made = new WeakMap();
const heard = new WeakMap();
/** What stands for an element that is drawn already and has not changed. */
const kept = new WeakMap();

const hear = (event) => heard.get(event.currentTarget)?.[event.type]?.(event);

/** Sets what an element is made with. */
export function make(element, attributes) {
  const names = new Set();
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'on') listen(element, value);
    else if (name === 'value') element.value = value;
    else {
      element.setAttribute(name, value === true ? '' : value);
      names.add(name);
    }
  }
  made.set(element, names);
}

function listen(element, handlers) {
  const before = heard.get(element) ?? {};
  for (const event of Object.keys(handlers))
    if (!(event in before)) element.addEventListener(event, hear);
  // A name that was heard once stays known, so that it is not listened to twice.
  const none = Object.fromEntries(Object.keys(before).map((event) => [event, undefined]));
  heard.set(element, { ...none, ...handlers });
}

const drawn = new Map();

/** An element that is made anew only where what it depends on has changed; anything else keeps what is drawn under its name. */
export function keep(name, depends, create) {
  const text = JSON.stringify(depends);
  const before = drawn.get(name);
  if (before?.text === text && before.element.isConnected) {
    const place = document.createComment('');
    kept.set(place, before.element);
    return place;
  }
  const element = create();
  drawn.set(name, { text, element });
  return element;
}

/** Not the property: of a form that is a field of this name, where it has one. */
const idOf = (node) => node.getAttribute?.('id') ?? '';

const isSame = (old, next) =>
  old.nodeType === next.nodeType && old.nodeName === next.nodeName && idOf(old) === idOf(next);

/** Elements that hold what is typed or chosen. */
const FIELDS = new Set(['INPUT', 'TEXTAREA', 'SELECT', 'OPTION']);

function patch(old, next) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== next.data) old.data = next.data;
    return;
  }
  // Read first: the options of a choice are about to leave it.
  const held = FIELDS.has(next.nodeName) ? { value: next.value, checked: next.checked } : {};
  patchAttributes(old, next);
  patchChildren(old, [...next.childNodes]);
  for (const [name, value] of Object.entries(held))
    if (value !== undefined && old[name] !== value) old[name] = value;
}

function patchAttributes(old, next) {
  const names = made.get(next) ?? new Set();
  for (const name of made.get(old) ?? []) if (!names.has(name)) old.removeAttribute(name);
  for (const name of names) {
    const value = next.getAttribute(name);
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  made.set(old, names);
  listen(old, heard.get(next) ?? {});
}

/** Makes the children of an element what they should be. */
export function patchChildren(parent, next) {
  const named = new Map();
  for (const child of parent.children) if (idOf(child)) named.set(idOf(child), child);
  let at = parent.firstChild;
  for (const child of next) {
    const wanted = kept.get(child) ?? child;
    const old = wanted === child ? match(at, child, named) : wanted;
    if (old === at) at = at.nextSibling;
    else parent.insertBefore(old ?? child, at);
    if (old && wanted === child) patch(old, child);
  }
  while (at) {
    const following = at.nextSibling;
    at.remove();
    at = following;
  }
}

/** The child that a new one is made of: by its id, or else the one in its place. */
function match(at, child, named) {
  const byName = idOf(child) && named.get(idOf(child));
  if (byName) return isSame(byName, child) ? byName : undefined;
  return at && isSame(at, child) ? at : undefined;
}
