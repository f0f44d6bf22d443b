// Reads the calendars with ical.js and a Word file with the npm mammoth.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import mammoth from 'mammoth';

const folder = process.argv[2];
const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
const uids = new Set();
let calendars = 0;
for (const name of readdirSync(folder).filter((name) => name.endsWith('.ics'))) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, name), 'utf8')));
  const [panel, review] = calendar.getAllSubcomponents('vevent');
  const [todo] = calendar.getAllSubcomponents('vtodo');
  const starts = panel.getFirstPropertyValue('dtstart').toJSDate();
  assert.equal(london.format(starts), `${name.slice(0, 10)} 10:00`, name);
  assert.equal(review.getFirstPropertyValue('dtstart').toString(), '2026-05-14');
  assert.equal(todo.getFirstPropertyValue('due').toString(), '2026-04-09');
  const sequence = Number(name.at(-5));
  for (const item of [panel, review, todo]) assert.equal(item.getFirstPropertyValue('sequence'), sequence);
  uids.add([panel, review, todo].map((item) => item.getFirstPropertyValue('uid')).join(' '));
  calendars += 1;
}
assert.equal(calendars, 8);
assert.equal(uids.size, 1);

const documents = JSON.parse(readFileSync(join(folder, 'documents.json'), 'utf8'));
for (const [index, expected] of documents.entries()) {
  const html = await mammoth.convertToHtml({ path: join(folder, `${index}.docx`) });
  assert.deepEqual(html.messages.filter((message) => message.type === 'error'), []);
  assert.equal(html.value.match(/<h1>/g)?.length ?? 0, expected.title.trim() ? 1 : 0, `${index}.docx`);
}
console.log(`${calendars} calendars by ical.js and ${documents.length} Word files by mammoth`);
