// One entry of the map: its words, what it has to do with, and what may become of it.

import { h, isUnfolded } from '../dom.js';
import { details, folded, select, textArea, textField } from '../fields.js';
import { form } from '../form.js';
import { keep } from '../patch.js';
import { day, onMap } from '../words.js';
import { entryFields, entryMembers } from './entry-fields.js';
import { marking, marksOf } from './marks.js';

/** An entry is drawn anew only where something that stands on it has changed, or its forms are open. */
export function entry(app, one) {
  const { sitting } = app;
  const { events, words } = sitting.now;
  const changes = sitting.may('amend_entry', { entry: one.id }) || sitting.may('amend');
  const moves = sitting.may('move_entry', { entry: one.id });
  const isOpen = isUnfolded(`change-${one.id}`);
  const depends = [one, aboutText(words, one), changes, moves, isOpen && events.length];
  return keep(`card-${one.id}`, depends, () => card(app, one, { changes, moves }));
}

function card(app, one, may) {
  const { words } = app.sitting.now;
  return h(
    'li',
    {
      class: 'panel-entry',
      id: `card-${one.id}`,
      tabindex: '-1',
      'data-entry': one.id,
      draggable: may.moves ? 'true' : undefined,
    },
    h('p', { class: 'panel-entry__text', dir: 'auto' }, one.text),
    one.evidence &&
      h(
        'p',
        { class: 'panel-entry__note', dir: 'auto' },
        h('b', {}, 'How we know: '),
        one.evidence,
      ),
    one.settled &&
      h(
        'p',
        { class: 'panel-entry__note' },
        h('b', {}, `Settled ${day(one.settled.on)}: `),
        one.settled.how,
      ),
    h(
      'div',
      { class: 'panel-foot' },
      about(words, one),
      may.changes &&
        folded(
          `change-${one.id}`,
          ['Change', h('span', { class: 'govuk-visually-hidden' }, ` ${words.entry(one.id)}`)],
          () => changes(app, one),
        ),
    ),
  );
}

/** The small print of an entry, the same wherever it is shown. */
export const about = (words, one) => h('p', { class: 'panel-entry__note' }, aboutText(words, one));

function aboutText(words, one) {
  const parts = [
    one.raised_by?.length && words.names(one.raised_by),
    one.about?.length && `about ${words.names(one.about)}`,
    one.answers?.length && `answers ${one.answers.map((id) => words.entry(id, 40)).join(', ')}`,
    marksOf(words, one),
    one.amended?.length && 'changed',
  ];
  return parts.filter(Boolean).join(' · ') || 'No one is recorded as raising it';
}

function changes(app, one) {
  const { sitting } = app;
  const { record, words } = sitting.now;
  const others = onMap(record).filter(({ id }) => id !== one.id);
  const categories = [...words.categories.values()]
    .filter(({ id }) => id !== one.category)
    .map(({ id, label }) => [id, label]);
  const said = (command, members) => (given) =>
    sitting.tell({ ...command, entry: one.id, ...members(given) });
  return [
    form(
      {
        id: `amend-${one.id}`,
        submit: 'Save the change',
        kind: 'secondary',
        said: 'The entry is changed',
        fields: (field) => [
          textArea(
            field({ name: 'text', label: 'What was said', rows: 3, small: true, value: one.text }),
          ),
          details(
            `amend-more-${one.id}`,
            'Say more about it',
            entryFields(field, words, others, one),
          ),
          textField(field({ name: 'why', label: 'Why', small: true })),
        ],
        send: said({ type: 'amend_entry' }, (given) => changed(one, entryMembers(given))),
      },
      app,
    ),
    marking(app, one, 'Who may see it', words.entry(one.id)),
    form(
      {
        id: `move-${one.id}`,
        submit: 'Move it',
        kind: 'secondary',
        said: 'The entry is moved',
        fields: (field) => [
          select(field({ name: 'category', label: 'Move to', small: true, options: categories })),
          textField(field({ name: 'why', label: 'Why it is moved', small: true })),
        ],
        send: said({ type: 'move_entry' }, (given) => given),
      },
      app,
    ),
    sitting.may('settle_entry', { entry: one.id }) &&
      form(
        {
          id: `settle-${one.id}`,
          submit: 'It is settled',
          kind: 'secondary',
          said: 'The entry is settled',
          fields: (field) => [
            textField(
              field({ name: 'how', label: 'How it is known that it is met, or past', small: true }),
            ),
          ],
          send: said({ type: 'settle_entry' }, (given) => given),
        },
        app,
      ),
    form(
      {
        id: `withdraw-${one.id}`,
        submit: 'Take it off the map',
        kind: 'warning',
        said: 'The entry is off the map; it stays on record',
        fields: (field) => [
          textField(field({ name: 'why', label: 'Why it should not stand', small: true })),
        ],
        send: said({ type: 'withdraw_entry' }, (given) => given),
      },
      app,
    ),
  ];
}

const MEMBERS = ['text', 'about', 'answers', 'evidence', 'statement'];
/** Who or what is named first says nothing. */
const plainly = (value) =>
  JSON.stringify(value ?? null, (_, inner) => (Array.isArray(inner) ? [...inner].sort() : inner));
const same = (one, other) => plainly(one) === plainly(other);

/** Only what differs from what stands there, and what was emptied. */
function changed(one, given) {
  const clear = ['about', 'answers', 'evidence', 'statement'].filter(
    (member) => one[member] !== undefined && given[member] === undefined,
  );
  const members = MEMBERS.filter(
    (member) => given[member] !== undefined && !same(given[member], one[member]),
  );
  return {
    ...Object.fromEntries(members.map((member) => [member, given[member]])),
    ...(clear.length && { clear }),
    ...(given.why && { why: given.why }),
  };
}
