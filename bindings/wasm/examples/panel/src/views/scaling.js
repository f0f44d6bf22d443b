// The scaling questions: asked, answered in private, shown together, and talked about from the lowest up.

import { h } from '../dom.js';
import { button, details, textField } from '../fields.js';
import { form, step } from '../form.js';
import { keyOf } from '../hidden.js';
import { lanes } from './last-time.js';
import { hasPad, pad } from './pad.js';
import { giving, reasons, who } from './rating-form.js';
import { printSlips } from './slips.js';
import { movement, spread, whose } from './spread.js';

export function scaling(app) {
  const { sitting } = app;
  const { record, words } = sitting.now;
  const asked = record.scaling ?? [];
  const toAsk = sitting.targets('open_round').filter((target) => target.allowed);
  return h(
    'div',
    { id: 'card-scaling', tabindex: '-1' },
    // The question at hand first.
    asked.map((one, index) => round(app, one, index)).reverse(),
    toAsk.length > 0 &&
      h(
        'section',
        { class: 'panel-card', 'aria-labelledby': 'to-ask' },
        h('h2', { class: 'govuk-heading-m', id: 'to-ask' }, 'Questions to ask'),
        h(
          'ul',
          { class: 'panel-ask' },
          toAsk.map(({ scale, round, about }, place) =>
            h(
              'li',
              { id: `scale-${keyOf({ scale, round, about })}`, tabindex: '-1' },
              h(
                'p',
                { class: 'govuk-body' },
                words.question(scale),
                h('span', { class: 'panel-quiet' }, ` ${words.round(round)}`),
                about && h('span', { class: 'panel-quiet' }, ` ${words.entry(about)}`),
              ),
              step(
                `ask-${place}`,
                'Ask this question',
                { type: 'open_round', scale, round, about },
                app,
                { said: 'The question is asked', hidden: words.question(scale) },
              ),
            ),
          ),
        ),
      ),
    asked.length + toAsk.length === 0 &&
      h('p', { class: 'govuk-body' }, 'The questions can be asked once the panel is open.'),
  );
}

function round(app, one, index) {
  const { sitting } = app;
  const { words, summaries, hidden } = sitting.now;
  const scale = words.scales.get(one.scale);
  const target = { scale: one.scale, round: one.round, about: one.about };
  const key = keyOf(one);
  const shown = sitting.shows(one);
  const waiting = waitingFor(app, one);
  const given = hidden.get(key)?.given ?? [];
  const rates = sitting.may('rate', target);
  const wanted = waiting.length > 0 || (one.ratings ?? []).length + given.length === 0;
  return h(
    'section',
    {
      class: 'panel-card panel-scale',
      id: `scale-${key}`,
      tabindex: '-1',
      'aria-labelledby': `${key}-prompt`,
    },
    h(
      'h2',
      { class: 'govuk-heading-m', id: `${key}-prompt` },
      words.question(one.scale),
      ' ',
      h('span', { class: 'panel-quiet' }, words.round(one.round)),
    ),
    one.about && h('p', { class: 'govuk-body' }, words.entry(one.about)),
    shown && (one.ratings ?? []).length > 0
      ? h(
          'div',
          { class: 'panel-shown' },
          spread(scale, one, words, lastLanes(sitting, one)),
          h(
            'div',
            {},
            groups(summaries[index], sitting.now.record, words),
            summaries[index]?.change && [
              h('h3', { class: 'govuk-heading-s' }, 'Since last time'),
              movement(summaries[index].change),
            ],
          ),
        )
      : h(
          'dl',
          { class: 'panel-anchors' },
          h('div', {}, h('dt', {}, `${scale?.min}`), h('dd', {}, scale?.anchors?.min)),
          h('div', {}, h('dt', {}, `${scale?.max}`), h('dd', {}, scale?.anchors?.max)),
        ),
    // Where numbers are still to come they are given at the top, so that the field stays where it is.
    rates && wanted && pad(app, { scale, one, target, key, given, waiting }),
    rates &&
      wanted &&
      (hasPad(scale)
        ? details(
            `rating-${key}`,
            'Give a number with its reason, or where someone else would be',
            giving(app, scale, target, key, shown),
          )
        : giving(app, scale, target, key, shown)),
    numbers(app, one, scale, key, given),
    waiting.length > 0 &&
      h(
        'p',
        { class: 'govuk-body' },
        `Still to answer: ${waiting.map((id) => words.who(id)).join(', ')}`,
      ),
    h(
      'div',
      { class: 'panel-steps' },
      !shown &&
        button("Show everyone's numbers", {
          id: `show-${key}`,
          kind: wanted ? 'secondary' : undefined,
          on: { click: () => reveal(app, target, key) },
        }),
      !shown &&
        button('Print slips', {
          id: `slips-${key}`,
          kind: 'secondary',
          on: { click: () => printSlips(app, one, scale) },
        }),
    ),
    rates &&
      !wanted &&
      details(`another-${key}`, 'Give another number', giving(app, scale, target, key, shown)),
    sitting.may('abstain', target) &&
      details(
        `abstain-${key}`,
        'Someone gives no number',
        form(
          {
            id: `abstain-form-${key}`,
            submit: 'Note it',
            kind: 'secondary',
            said: 'Noted',
            fields: (field) => [
              who(app, field, 'Who'),
              textField(field({ name: 'reason', label: 'Why', small: true })),
            ],
            send: (values) => sitting.tell({ type: 'abstain', ...target, ...values }),
          },
          app,
        ),
      ),
  );
}

/** Shows the numbers, and goes to the drawing. */
function reveal(app, target, key) {
  app.attempt(() => app.sitting.reveal(target), 'The numbers are shown');
  document
    .getElementById(`scale-${key}`)
    ?.querySelector('.panel-shown')
    ?.scrollIntoView({ block: 'nearest' });
}

/** The lane of the panel before, where the library sets the two on one line. */
function lastLanes(sitting, one) {
  const { lines, record } = sitting.now;
  const line = lines.find(
    (other) =>
      keyOf({ scale: other.scale, round: other.round ?? '', about: other.about ?? '' }) ===
        keyOf(one) && other.points.some((point) => point.record === record.id),
  );
  return line
    ? lanes(sitting, line)
        .filter((lane) => lane.record !== record.id)
        .slice(-1)
    : [];
}

const SIDES = {
  own_family: 'Family and their network',
  own_professional: 'Professionals',
  own_other: 'Others',
  guessed_family: "Answered on the family's behalf",
  guessed_professional: "Answered on professionals' behalf",
  guessed_other: "Answered on others' behalf",
};

/** The library's figures, each side apart: how far apart they are, and the lowest with its reason. */
function groups(summary, record, words) {
  return h(
    'ul',
    { class: 'panel-groups' },
    Object.entries(SIDES)
      .filter(([side]) => summary?.groups?.[side])
      .map(([side, name]) => {
        const { n, lowest, min, max, range } = summary.groups[side];
        return h(
          'li',
          {},
          h('b', {}, name),
          ': ',
          n === 1
            ? 'one number.'
            : range === 0
              ? `everyone said ${min}.`
              : `${n} numbers from ${min} to ${max}, ${range} apart.`,
          lowest?.by.map((id, place) =>
            h(
              'p',
              { class: 'panel-lowest' },
              h('b', {}, range === 0 ? `${lowest.value}` : `Lowest ${lowest.value}`),
              `, ${words.who(id)}`,
              lowest.reasons[place] && `: “${at(record, lowest.reasons[place])}”`,
            ),
          ),
        );
      }),
  );
}

/** What stands at a JSON Pointer. */
const at = (document, pointer) =>
  pointer
    .split('/')
    .slice(1)
    .reduce((inside, name) => inside?.[name], document);

/** Whom the library still misses in a sitting of a scale. */
function waitingFor(app, one) {
  const {
    record,
    outstanding: { panel },
  } = app.sitting.now;
  const path = `/scaling/${record.scaling.indexOf(one)}`;
  return panel
    .filter((finding) => finding.code === 'SP503' && finding.path === path && finding.subject)
    .map(({ subject }) => subject);
}

/** Who has given a number; of a round that is shown, the one nearest the worried end first. */
function numbers(app, one, scale, key, given) {
  const { words } = app.sitting.now;
  const worriedFirst = scale?.higher_is === 'worse' ? -1 : 1;
  const ratings = (one.ratings ?? []).toSorted(
    (a, b) =>
      Boolean(a.on_behalf_of) - Boolean(b.on_behalf_of) || worriedFirst * (a.value - b.value),
  );
  const raters = [
    ...ratings.map((rating, at) =>
      rater(words, rating, `${rating.value}`, amend(app, one, scale, rating, `${key}-${at}`)),
    ),
    ...given.map((rating) => rater(words, rating, 'Given')),
  ];
  return [
    raters.length > 0 &&
      h('ul', { class: `panel-numbers${given.length ? ' panel-numbers--given' : ''}` }, raters),
    (one.abstentions ?? []).map((abstention) =>
      h(
        'p',
        { class: 'govuk-body' },
        h('strong', {}, words.who(abstention.by)),
        ` gives no number: ${abstention.reason}`,
      ),
    ),
  ];
}

/** Someone who gave a number: the number, or that they gave one. */
const rater = (
  words,
  { by, on_behalf_of: guess, reason, one_point_higher: higher },
  number,
  more,
) =>
  h(
    'li',
    { class: 'panel-number' },
    h('span', { class: 'panel-number__value' }, number),
    h(
      'div',
      { class: 'panel-number__words' },
      h('strong', {}, words.who(by)),
      guess && `, where they think ${whose(guess, words)} would be`,
      reason && h('p', { class: 'panel-said', dir: 'auto' }, reason),
      higher && h('p', { class: 'panel-quiet' }, `One point higher: ${higher}`),
    ),
    more,
  );

function amend(app, one, scale, rating, id) {
  const { sitting } = app;
  const target = { scale: one.scale, round: one.round, about: one.about };
  if (!sitting.may('amend_rating', target) && !sitting.may('amend')) return null;
  const name = sitting.now.words.who(rating.by);
  return details(
    `why-${id}`,
    [
      rating.reason ? 'Change' : 'Add the reason',
      h('span', { class: 'govuk-visually-hidden' }, ` of ${name}`),
    ],
    form(
      {
        id: `why-form-${id}`,
        submit: 'Save',
        kind: 'secondary',
        said: `${name}: noted`,
        fields: (field) => [
          ...reasons(field, scale, rating),
          textField(
            field({
              name: 'value',
              label: 'Number, if it has changed',
              number: true,
              inputmode: 'decimal',
              small: true,
              class: 'govuk-input--width-4',
            }),
          ),
          textField(field({ name: 'why', label: 'Why the number has changed', small: true })),
        ],
        send: (values) =>
          sitting.tell({
            type: 'amend_rating',
            ...target,
            by: rating.by,
            on_behalf_of: rating.on_behalf_of,
            ...values,
          }),
      },
      app,
    ),
  );
}
