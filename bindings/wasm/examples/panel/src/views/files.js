// The record and the journal as files, and the journal of a second device.

import { h } from '../dom.js';
import { button } from '../fields.js';
import { withheld } from './withheld.js';
import { secondDevice } from './second-device.js';

export function files(app) {
  const { sitting } = app;
  const { record, handle } = sitting.now;
  return [
    h(
      'section',
      { class: 'panel-card', 'aria-labelledby': 'record-heading' },
      h('h2', { class: 'govuk-heading-m', id: 'record-heading' }, 'This panel'),
      h(
        'p',
        { class: 'govuk-body' },
        'The record is for the case system. The journal holds every step: open it here, or on another device, to go on.',
      ),
      h(
        'p',
        { class: 'govuk-body', id: 'whose-files' },
        'Both are for those who hold the panel: nothing that is marked is left out of them. A copy for anyone else is made under Papers.',
      ),
      h(
        'div',
        { class: 'panel-steps' },
        button('Save the record (JSON)', {
          kind: 'secondary',
          id: 'save-record',
          'data-reads': true,
          on: {
            click: () => save(`${fileName(record.id)}.json`, 'application/json', handle.toJson()),
          },
        }),
        button('Save the journal (NDJSON)', {
          kind: 'secondary',
          id: 'save-journal',
          'data-reads': true,
          on: { click: () => saveJournal(record.id, sitting.journal()) },
        }),
      ),
    ),
    withheld(sitting),
    secondDevice(app),
  ];
}

export const fileName = (id) => id.replace(/[^\p{L}\p{N}._-]/gu, '_');

export const saveJournal = (id, journal) =>
  save(`${fileName(id)}.ndjson`, 'application/x-ndjson', journal);

export function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
