// A council's own profile: everything that is wrong with a file, with line and column; and of one that is kept, the page for the board
// that decides on it, what is worth a look, which rules stay silent, and what changed from another.

import { addCouncil, councils } from '../councils.js';
import { h } from '../dom.js';
import { button, folded, select } from '../fields.js';
import { Profile } from '../library.js';
import { fileName, save } from './files.js';
import { frame } from './frame.js';
import { place, upload } from './upload.js';

/** What was found in each file that was read here, by the key of its profile: its lines are those of the file. */
const checks = new Map();
/** With which other each is compared, by the keys of both. */
const compared = new Map();

/** Where a council brings its own way of holding panels. */
export function council(app, chosen = () => {}) {
  const own = councils().filter((one) => one.own);
  return [
    upload(
      {
        id: 'council',
        label: 'Profile',
        hint: 'TOML or JSON: choose it, or drop it on the button. It is used for new referrals, and for records that name it.',
        accept: '.toml,.json',
        take: async (text, name) => {
          const found = Profile.check(text);
          if (found.faults.length > 0) throw new Faulty(found.faults);
          const key = await addCouncil(text, name);
          checks.set(key, found);
          chosen(key);
          const one = councils().find((council) => council.key === key);
          return `${titled(one)}: read, and kept here. ${counted(found)}`;
        },
      },
      app,
    ),
    own.length > 0 &&
      h(
        'div',
        { id: 'councils' },
        h('p', { class: 'govuk-body' }, 'Kept here:'),
        own.map((one) => folded(idOf(one, 'profile'), titled(one), () => looked(app, one))),
      ),
  ];
}

export const titled = ({ title, id, authority, version, own }) =>
  [title ?? id, authority, own && `version ${version}`].filter(Boolean).join(', ');

/** A profile with faults: each is said beside the field. */
class Faulty extends Error {
  constructor(faults) {
    super(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}, and it is not kept`);
    this.code = 'faulty_profile';
    this.faults = faults;
  }
}

const idOf = ({ key }, what) => `${what}-${encodeURIComponent(key)}`;

const one = (of) => of.replace(/uses$/u, 'us').replace(/s$/u, '');
const counted = ({ counts }) =>
  `${counts.map(({ of, n }) => `${n} ${n === 1 ? one(of) : of}`).join(', ')}.`;

/** What a board is shown of a profile. */
function looked(app, one) {
  const found = checks.get(one.key) ?? Profile.check(one.profile.toJson());
  const id = idOf(one, 'page');
  const html = one.profile.show('html');
  const name = fileName(`profile-${one.id}-${one.version}`);
  return [
    h('p', { class: 'govuk-body' }, counted(found)),
    listed(
      'Worth a look',
      found.warnings.map(({ line, column, message }) => [
        checks.has(one.key) && place({ line, column }),
        message,
      ]),
    ),
    folded(idOf(one, 'silent'), `Rules that stay silent: ${found.silent.length}`, () =>
      listed(
        null,
        found.silent.map(({ rule, title, is_off: isOff, needs }) => [
          `${rule}, ${title}`,
          isOff ? 'turned off' : `nothing is said of ${needs.join(', ')}`,
        ]),
      ),
    ),
    changes(app, one),
    h(
      'div',
      { class: 'panel-steps' },
      button('Print the page for the board', {
        id: idOf(one, 'print'),
        'data-reads': true,
        on: { click: () => document.getElementById(id).contentWindow.print() },
      }),
      button('Save it as a web page', {
        kind: 'secondary',
        id: idOf(one, 'save'),
        'data-reads': true,
        on: { click: () => save(`${name}.html`, 'text/html', html) },
      }),
    ),
    frame({ id, title: `Profile: ${titled(one)}`, html }),
  ];
}

/** What changed to this profile from another, and what follows for records and numbers. */
function changes(app, one) {
  const others = councils().filter(({ key }) => key !== one.key);
  const other = others.find(({ key }) => key === compared.get(one.key));
  return [
    select({
      id: idOf(one, 'from'),
      label: 'What changed from',
      none: 'Choose another profile',
      'data-reads': true,
      value: other?.key,
      options: others.map((council) => [council.key, titled(council)]),
      on: {
        change: ({ target }) => {
          compared.set(one.key, target.value);
          app.redraw();
        },
      },
    }),
    other && differences(other.profile.diff(one.profile)),
  ];
}

const differences = (found) =>
  found.length === 0
    ? h('p', { class: 'govuk-body' }, 'They say the same.')
    : listed(
        null,
        found.map(({ message, consequence }) => [null, message, consequence]),
      );

/** Lines of a list: what each is about, what is said, and what follows. */
function listed(title, lines) {
  if (lines.length === 0) return null;
  return [
    title && h('p', { class: 'govuk-body' }, h('b', {}, title)),
    h(
      'ul',
      { class: 'govuk-list govuk-list--bullet' },
      lines.map(([about, words, then]) =>
        h(
          'li',
          { dir: 'auto' },
          about && [h('b', {}, about), ': '],
          words,
          then && h('span', { class: 'panel-quiet' }, ` ${then}`),
        ),
      ),
    ),
  ];
}
