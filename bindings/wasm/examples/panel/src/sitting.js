// The sitting on the screen: what the library says of it now, and the commands given to it.

import { councilOf } from './councils.js';
import { PanelRecord, Session, trajectory } from './library.js';
import { before, journalOf, putAside } from './shelf.js';
import { keepJournal, keepView, savedJournal, savedView } from './storage.js';
import { now, today, Words } from './words.js';

export class Sitting {
  #session;
  #looked = null;
  /** Why the record is changed after the panel has concluded. */
  why = '';

  constructor(session, view = {}) {
    this.#session = session;
    this.rules = session.profile();
    this.profile = this.rules.toObject();
    this.view = view;
    this.#keep();
    keepView(view);
  }

  #keep() {
    this.kept = keepJournal(this.#session.journal());
  }

  /** Opens a sitting on a record, under the council's profile that it names. */
  static of(record, profile = councilOf(record)) {
    return new Sitting(Session.open(record, profile));
  }

  /** Opens a file: a journal that was saved, or a record. Another device may go on from the same file, and the two be joined. */
  static fromText(text) {
    return Sitting.replayed(journalOf(text), { device: newDeviceTag() });
  }

  /** The sitting that this browser kept, if there is one. */
  static restored() {
    const journal = savedJournal();
    return journal ? Sitting.replayed(journal, savedView()) : null;
  }

  /** A journal that was cut gives all but its last line, and says so. */
  static replayed(journal, view) {
    const { session, lost } = Session.replay(journal);
    return Object.assign(new Sitting(session, view), { lost });
  }

  /** All that the screen shows, asked of the library once after each command. */
  get now() {
    return (this.#looked ??= this.#look());
  }

  #look() {
    const session = this.#session;
    const handle = session.record();
    const record = handle.toObject();
    const compared = this.#sinceLastTime(handle, record);
    return {
      handle,
      record,
      standing: session.standing(),
      allowed: session.allowed(),
      outstanding: session.outstanding(),
      sealed: session.sealed(),
      events: session.events(),
      words: new Words(
        record,
        this.profile,
        compared.earlier.map(({ document }) => document),
      ),
      ...compared,
    };
  }

  /** The panels before, and what the library finds and counts with the last of them at hand. */
  #sinceLastTime(handle, record) {
    const earlier = before(record);
    const under = { profile: this.rules };
    const alone = { earlier, since: [], lines: [], summaries: handle.summaries(under) };
    if (earlier.length === 0) return alone;
    const previous = earlier[0].record;
    const asked = { ...under, asOf: today() };
    try {
      const known = new Set(handle.check(asked).map((finding) => JSON.stringify(finding)));
      return {
        earlier,
        since: handle
          .check({ ...asked, previous })
          .filter((finding) => !known.has(JSON.stringify(finding))),
        lines: trajectory([...earlier.map((panel) => panel.record), handle], under).lines,
        summaries: handle.summaries({ ...under, previous }),
      };
    } catch (error) {
      if (error.code === undefined) throw error;
      return { ...alone, notCompared: error };
    }
  }

  /** Gives a command. A refusal is thrown and leaves everything as it was. */
  tell(command, by = this.keyboard) {
    const given = this.may('amend') ? { type: 'amend', why: this.why, change: command } : command;
    this.#session.apply(given, { at: now(), by });
    this.#forgetLook();
    this.#keep();
  }

  #forgetLook() {
    this.#looked?.handle.dispose();
    this.#looked = null;
  }

  /** Joins what another device noted of this sitting: what came of it, and what was not taken and why, stays to be read. */
  join(journal, name) {
    const { session: other, lost } = Session.replay(journal);
    const had = new Set(this.now.events.map(sameStep));
    const { session, conflicts } = this.#session.merge(other);
    this.#session = session;
    this.#forgetLook();
    this.#keep();
    this.show({
      joined: {
        name,
        lost,
        taken: session.events().filter((event) => !had.has(sameStep(event))),
        conflicts,
      },
    });
  }

  /** Puts this sitting aside and opens the one after it. */
  followOn(heldOn) {
    const { record, handle } = this.now;
    const next = Session.open(handle.followOn(nextId(record, heldOn), heldOn), this.rules);
    putAside(this.journal());
    return new Sitting(next);
  }

  /** Brings the panel before this one from a file, or the one before that. */
  bring(text) {
    const far = this.now.earlier.length;
    putAside(journalOf(text));
    this.#forgetLook();
    return this.now.earlier.length > far;
  }

  /** Whether the numbers of a sitting of a scale are for all to see. */
  shows({ scale, round, about, revealed_at: revealed }) {
    if (this.may('reveal', { scale, round, about })) return false;
    return Boolean(
      revealed ||
      this.view.shown?.[keyOf({ scale, round, about })] ||
      this.now.standing === 'concluded',
    );
  }

  /** Whether a command, about a thing, would be taken now. */
  may(type, target = {}) {
    const about = this.#items(type, target);
    return about.length > 0 && about.some((item) => item.allowed);
  }

  /** Everything a command could be about. */
  targets(type) {
    return this.#items(type, {})
      .filter((item) => item.target)
      .map((item) => ({ ...item.target, allowed: item.allowed }));
  }

  #items(type, target) {
    const matches = (item) =>
      Object.entries(target).every(([member, id]) => !item.target || item.target[member] === id);
    return this.now.allowed.filter((item) => item.type === type && matches(item));
  }

  timer() {
    return this.#session.timer(now());
  }

  questions(column) {
    return this.#session.questions(column);
  }

  /** The record as it stood after an event. */
  at(seq) {
    return this.#session.at(seq);
  }

  journal() {
    return this.#session.journal();
  }

  /** Who is at the keyboard: whom the screen was told, else the note-taker, else the chair, else the first who is listed. */
  get keyboard() {
    const { meeting = {}, participants = [] } = this.now.record;
    const listed = (id) => participants.some((participant) => participant.id === id);
    return (
      [this.view.keyboard, meeting.note_taker, meeting.chair, participants[0]?.id].find(
        (id) => id && listed(id),
      ) ?? 'nobody'
    );
  }

  /** Remembers something about the screen alone. */
  show(change) {
    Object.assign(this.view, change);
    keepView(this.view);
  }

  /** An id that nothing in the record, or in what was taken back, has had. */
  newId(prefix) {
    const {
      participants = [],
      mapping = [],
      actions = [],
      case: { people = [] },
    } = this.now.record;
    const taken = new Set([...people, ...participants, ...mapping, ...actions].map(({ id }) => id));
    let place = 1;
    const id = () =>
      `${prefix}${`${place}`.padStart(2, '0')}${this.view.device ? `-${this.view.device}` : ''}`;
    while (taken.has(id())) place += 1;
    return id();
  }
}

/** The name of one sitting of a scale. */
export const keyOf = ({ scale, round = '', about = '' }) =>
  [scale, round, about].filter(Boolean).join('-').replaceAll(' ', '_');

/** A suffix that keeps the new ids of two devices apart. */
const newDeviceTag = () =>
  [...crypto.getRandomValues(new Uint8Array(3))].map((byte) => (byte % 36).toString(36)).join('');

const sameStep = ({ at, by, event }) => JSON.stringify([at, by, event]);

/** An id for the next record that this one does not have. */
function nextId({ id, case: { reference } }, heldOn) {
  const name = recordId(reference, heldOn);
  return name === id ? `${name}-2` : name;
}

/** A record's id from the case's reference and a day. */
export const recordId = (reference, day) =>
  ['panel', reference?.replace(/\s+/gu, '-'), day].filter(Boolean).join('-');
