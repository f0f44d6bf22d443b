// What a copy tells its reader, and what it leaves out: for the chair alone, before the copy is made.

import { h } from '../dom.js';
import { folded } from '../fields.js';
import { gathered, isMarked, reasons, spelled } from '../disclosures.js';
import { disclosures, spokenOf } from '../paper.js';
import { capital, quoted } from '../words.js';

export function disclosed(app, { paper, reader }) {
  const { sitting } = app;
  const { given, kept } = gathered(sitting.now, disclosures(sitting, paper, reader));
  return [
    h(
      'p',
      { class: 'govuk-inset-text' },
      'For the chair alone: not on a screen that the room can see.',
    ),
    h('h3', { class: 'govuk-heading-s' }, `These words will be given to ${spokenOf(reader)}`),
    given.length === 0
      ? h('p', { class: 'govuk-body' }, 'None.')
      : given.map((group) => section('given', group)),
    h('h3', { class: 'govuk-heading-s' }, 'These are left out'),
    kept.length > 0 &&
      h(
        'p',
        { class: 'govuk-body panel-quiet' },
        'Where no reason stands, it is left out because nothing marks it for everyone.',
      ),
    kept.length === 0
      ? h('p', { class: 'govuk-body' }, 'Nothing.')
      : kept.map((group) => section('kept', group)),
  ];
}

const section = (which, { heading, items }) =>
  folded(`${which}-${heading.toLowerCase().replaceAll(' ', '-')}`, counted(heading, items), () =>
    h('ul', { class: 'govuk-list panel-disclosed' }, items.map(thing)),
  );

/** How many things there are, and of how many a mark decides. */
function counted(heading, items) {
  const marked = items.filter(isMarked).length;
  return `${heading} (${items.length}${marked ? `, ${marked} marked` : ''})`;
}

function thing({ said, of }) {
  const why = reasons(said);
  return h(
    'li',
    {},
    of && h('p', { class: 'panel-quiet', dir: 'auto' }, 'Of ', quoted(of)),
    h(
      'dl',
      {},
      spelled(said).map(({ label, value }) =>
        h('div', {}, h('dt', {}, label), h('dd', { dir: 'auto' }, value)),
      ),
    ),
    why.length > 0 && h('p', { class: 'panel-quiet' }, capital(why.join('; '))),
  );
}
