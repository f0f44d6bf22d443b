// Elements from plain values, and drawing that keeps focus, half-typed words and open details.

import { make, patchChildren } from './patch.js';
import { keepDrafts, savedDrafts } from './storage.js';

const SVG = 'http://www.w3.org/2000/svg';

/** An element. Whatever people wrote goes in as a text node, never as markup. */
export const h = (tag, attributes = {}, ...children) =>
  fill(document.createElement(tag), attributes, children);

/** The same for drawings. */
export const svg = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS(SVG, tag), attributes, children);

function fill(element, attributes, children) {
  make(element, attributes);
  element.append(
    ...children
      .flat(Infinity)
      .filter((child) => child !== undefined && child !== null && child !== false),
  );
  return element;
}

/** What was typed and not yet said, by the field's id; private fields are kept from the disk. */
const drafts = new Map(Object.entries(savedDrafts()));
const unkept = new Set();
const opened = new Map();

const isTick = (field) => field.type === 'checkbox' || field.type === 'radio';

document.addEventListener('input', ({ target }) => {
  if (!target.id || !target.form || target.type === 'file') return;
  if (target.type === 'radio')
    for (const other of target.form.elements)
      if (other.name === target.name) drafts.delete(other.id);
  drafts.set(target.id, isTick(target) ? target.checked : target.value);
  if (target.dataset.private !== undefined) unkept.add(target.id);
  else save();
});

function save() {
  keepDrafts(Object.fromEntries([...drafts].filter(([id]) => !unkept.has(id))));
}

/** Forgets what was typed into a form, once it has been said. */
export function forget(form) {
  for (const field of form.elements) drafts.delete(field.id);
  save();
}

/** Forgets what was chosen or typed in one field. */
export function forgetDraft(id) {
  drafts.delete(id);
  save();
}

/** Whether anything is typed and not yet said. */
export const isHalfTyped = () =>
  [...drafts.values()].some((value) => (typeof value === 'string' ? value.trim() : value));

/** Whether anything is typed in the fields whose ids begin so. */
export const isTypedUnder = (prefix) => [...drafts.keys()].some((id) => id.startsWith(prefix));

/** Forgets everything typed, when the sitting itself is forgotten. */
export function forgetAll() {
  drafts.clear();
  opened.clear();
  save();
}

/** Puts what was typed back into the fields of a part of the page. */
export function typeAgain(root) {
  for (const [id, value] of drafts) {
    const field = document.getElementById(id);
    if (!field || !root.contains(field)) continue;
    const member = isTick(field) ? 'checked' : 'value';
    if (field[member] !== value) field[member] = value;
    field.dispatchEvent(new Event('typed'));
  }
}

/** Whether a details element stands open, or will once it is drawn. */
export const isUnfolded = (id) => document.getElementById(id)?.open ?? opened.get(id) ?? false;

/** Opens or closes a details element by its id, drawn or still to be drawn. */
export function unfold(id, open = true) {
  opened.set(id, open);
  const details = document.getElementById(id);
  if (details) details.open = open;
}

/** Closes what a form had folded out, and what it was folded into. */
export function foldUp(form) {
  for (const details of form.querySelectorAll('details[id]')) unfold(details.id, false);
  const around = form.closest('details[id]');
  if (around) unfold(around.id, false);
}

/** Makes content what it should be. Focus stays on the same id, or on the nearest thing around it that is left. */
export function draw(root, ...children) {
  const active = root.contains(document.activeElement) ? document.activeElement : null;
  const place =
    active?.selectionStart === undefined ? null : [active.selectionStart, active.selectionEnd];
  const around = [];
  for (let at = active; at && at !== root; at = at.parentElement) if (at.id) around.push(at.id);

  // Read now: the event that tells of it may still be on its way.
  for (const details of root.querySelectorAll('details[id]')) opened.set(details.id, details.open);
  const scrolled = [...root.querySelectorAll('[data-scrolls]')].map(({ id, scrollTop }) => [
    id,
    scrollTop,
  ]);
  patchChildren(
    root,
    children
      .flat(Infinity)
      .filter(Boolean)
      .map((child) => (typeof child === 'string' ? document.createTextNode(child) : child)),
  );
  typeAgain(root);
  for (const [id, open] of opened) {
    const details = document.getElementById(id);
    if (details && root.contains(details)) details.open = open;
  }
  for (const [id, top] of scrolled) document.getElementById(id)?.scrollTo(0, top);
  const next = around.map(focusable).find(Boolean);
  if (!next) return;
  next.focus({ preventScroll: next.id === active.id });
  if (place && next.id === active.id && place[0] !== null) next.setSelectionRange(...place);
}

/** What can take focus for an id: the element, or the summary of details, where it is to be seen. */
function focusable(id) {
  const element = document.getElementById(id);
  const taker = element?.tagName === 'DETAILS' ? element.firstElementChild : element;
  const takes =
    taker &&
    !taker.disabled &&
    taker.checkVisibility() &&
    (taker.tabIndex >= 0 || taker.hasAttribute('tabindex'));
  return takes ? taker : null;
}

/** Says something to those who listen instead of look. */
export function say(text) {
  document.getElementById('said').textContent = text;
}
