// What is still needed: the library's own findings, each with a way to where it is fixed.

import { h } from '../dom.js';
import { button, folded } from '../fields.js';
import { keyOf } from '../hidden.js';
import { rules } from '../library.js';

/** Which screen fixes what, by where the finding points. */
const PLACES = [
  [/^\/participants|^\/meeting/, 'people'],
  [/^\/case|^\/agreement|^\/referral/, 'family'],
  [/^\/mapping/, 'map'],
  [/^\/scaling/, 'scaling'],
  [/^\/actions/, 'actions'],
  [/^\/outcome|^\/recording/, 'outcome'],
];

export const placeOf = (path) => PLACES.find(([pattern]) => pattern.test(path))?.[1];

export function outstanding(app) {
  const {
    outstanding: { stage, panel },
    hidden,
    since,
    words,
    standing,
  } = app.sitting.now;
  const here = new Set((stage?.findings ?? []).map(key));
  const rest = panel.filter((finding) => !here.has(key(finding)));
  const more = since.filter((finding) => !panel.some((other) => key(other) === key(finding)));
  return h(
    'section',
    {
      class: 'panel-outstanding',
      'aria-labelledby': 'outstanding-heading',
      id: 'outstanding',
      tabindex: '-1',
    },
    h('h2', { class: 'govuk-heading-m', id: 'outstanding-heading' }, 'Still outstanding'),
    stage &&
      h('h3', { class: 'govuk-heading-s' }, `Before this stage closes: ${here.size || 'nothing'}`),
    stage && findings(app, stage.findings, 'stage'),
    [...hidden.values()]
      .filter(({ given }) => given.length > 0)
      .map(({ scale }) =>
        h('p', { class: 'govuk-body-s' }, `Numbers not yet shown: ${words.question(scale)}`),
      ),
    panel.length + more.length === 0 &&
      h('p', { class: 'govuk-body' }, 'Nothing. The record is complete.'),
    rest.length > 0 &&
      folded(
        'outstanding-rest',
        `${standing === 'concluded' ? 'After the panel' : 'Before the panel closes'}: ${rest.length}`,
        () => findings(app, rest, 'panel'),
      ),
    more.length > 0 &&
      folded('outstanding-since', `Since the last panel: ${more.length}`, () =>
        findings(app, more, 'last'),
      ),
  );
}

const key = ({ code, path, subject, message }) => [code, path, subject, message].join(' ');

const SEVERITIES = { error: 'Needed', warning: 'To look at', advice: 'Would be better' };

let titles;
/** The title of a rule, which may be the council's own. */
function titleOf(app, code) {
  titles ??= new Map(rules().map((rule) => [rule.code, rule.title]));
  const own = app.sitting.profile.local_rules?.find((rule) => rule.code === code);
  return own?.title ?? titles.get(code);
}

/** What the library found, the most needed first; of one rule that fires often, its title, and what it found folded below. */
export function findings(app, list, name) {
  return Object.entries(SEVERITIES).map(([severity, words]) => {
    const codes = Map.groupBy(
      list.filter((finding) => finding.severity === severity),
      (finding) => finding.code,
    );
    return (
      codes.size > 0 &&
      h(
        'div',
        { class: `panel-finding--${severity}` },
        h('p', { class: 'panel-finding__severity' }, words),
        h(
          'ul',
          { class: 'panel-findings' },
          [...codes].map(([code, found]) => {
            const links = () =>
              found.map((finding, place) => link(app, finding, `finding-${name}-${code}-${place}`));
            return h(
              'li',
              { class: 'panel-finding' },
              found.length === 1
                ? links()
                : folded(
                    `findings-${name}-${code}`,
                    `${titleOf(app, code)} (${found.length})`,
                    () =>
                      h(
                        'ul',
                        { class: 'panel-findings' },
                        links().map((one) => h('li', {}, one)),
                      ),
                  ),
            );
          }),
        ),
      )
    );
  });
}

function link(app, finding, id) {
  const screen = placeOf(finding.path);
  const sentence = app.sitting.now.words.plain(finding.message);
  return screen
    ? button(sentence, {
        class: 'panel-link',
        id,
        on: { click: () => app.reach(screen, target(app, finding)) },
      })
    : sentence;
}

/** The card that a finding is about, where there is one. */
function target(app, { subject, path }) {
  const round = app.sitting.now.record.scaling?.[Number(/^\/scaling\/(\d+)/u.exec(path)?.[1])];
  const scale = round && `scale-${keyOf(round)}`;
  return (
    [subject && `card-${subject}`, scale, `card-${path.slice(1).replaceAll('/', '-')}`].find(
      (id) => id && document.getElementById(id),
    ) ?? `card-${subject ?? path.slice(1).replaceAll('/', '-')}`
  );
}
