// The sitting on the screen: what the library says of it now, and the commands given to it.

import { councilOf } from './councils.js';
import { hiddenRounds, keyOf, tellsNoNumber, withoutNumbers } from './hidden.js';
import { PanelRecord, Session, trajectory } from './library.js';
import { steps } from './sentences.js';
import { before, journalOf, putAside } from './shelf.js';
import {
  keepJoined,
  keepJournal,
  keepView,
  mayWrite,
  savedJoined,
  savedJournal,
  savedView,
} from './storage.js';
import { now, today, Words } from './words.js';

export class Sitting {
  #session;
  #looked = null;
  #trial = false;
  /** Why the record is changed after the panel has concluded. */
  why = '';
  /** What the journal of a second device came to. */
  joined = null;

  constructor(session, view = {}) {
    this.#session = session;
    this.rules = session.profile();
    this.profile = this.rules.toObject();
    this.view = view;
  }

  /** Keeps the sitting and how it is shown in this browser, in place of another one. */
  keep() {
    this.#keep();
    keepJoined(this.joined);
    keepView(this.view);
    return this;
  }

  #keep() {
    if (!this.#trial) keepJournal(this.#session.journal());
  }

  /** What `act` is refused with, on a copy of the sitting: nothing is changed and nothing is kept. */
  attempt(act) {
    const real = [this.#session, this.#looked, this.view, this.#trial];
    [this.#session, this.#looked] = [Session.replay(this.journal()).session, null];
    [this.view, this.#trial] = [{ ...this.view }, true];
    try {
      act();
      return null;
    } catch (error) {
      if (error.code === undefined) throw error;
      return error;
    } finally {
      this.#forgetLook();
      this.#session.dispose();
      [this.#session, this.#looked, this.view, this.#trial] = real;
    }
  }

  /** Opens a sitting on a record, under the council's profile that it names. */
  static of(record, profile = councilOf(record)) {
    return new Sitting(Session.open(record, profile)).keep();
  }

  /** Opens a file: a journal that was saved, or a record. Another device may go on from the same file, and the two be joined. */
  static fromText(text) {
    return Sitting.replayed(journalOf(text), { device: newDeviceTag() }).keep();
  }

  /** The sitting that this browser keeps, if there is one. Nothing is written over until the next step. */
  static restored(view = savedView()) {
    const journal = savedJournal();
    if (!journal) return null;
    return Object.assign(Sitting.replayed(journal, view), {
      joined: savedJoined(),
      original: journal,
    });
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
    const [standing, allowed] = [session.standing(), session.allowed()];
    const whole = session.record();
    const { hidden, handle, record } = this.#shown(whole, standing, allowed);
    const compared = this.#sinceLastTime(handle, record);
    return {
      handle,
      record,
      hidden,
      standing,
      allowed,
      byType: byType(allowed),
      outstanding: told(session.outstanding(), record, hidden),
      events: session.events(),
      words: new Words(
        record,
        this.profile,
        compared.earlier.map(({ document }) => document),
      ),
      ...compared,
    };
  }

  /** The record as everyone may see it, and the rounds that are still hidden. */
  #shown(whole, standing, allowed) {
    const document = whole.toObject();
    const isShown = (round) =>
      !toReveal(allowed, round) &&
      Boolean(round.revealed_at || this.view.shown?.[keyOf(round)] || standing === 'concluded');
    const hidden = hiddenRounds(document, isShown, this.#session.sealed());
    if (hidden.size === 0) return { hidden, handle: whole, record: document };
    whole.dispose();
    const handle = PanelRecord.fromJson(withoutNumbers(document, hidden));
    return { hidden, handle, record: handle.toObject() };
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
  tell(command, by = this.keyboard, at = new Date()) {
    if (!mayWrite())
      throw Object.assign(new Error('Another window writes.'), { code: 'following' });
    const given = this.may('amend') ? { type: 'amend', why: this.why, change: command } : command;
    this.#session.apply(given, { at: now(at), by });
    this.#forgetLook();
    this.#hideUnasked();
    this.#keep();
  }

  /** Gives several commands as one, each at its moment: all of them, or where one is refused none. */
  tellAll(commands, moments = []) {
    // One alone leaves everything as it was by itself.
    if (commands.length === 1) return this.tell(commands[0], undefined, moments[0]);
    const tell = () =>
      commands.forEach((command, place) => this.tell(command, undefined, moments[place]));
    const refused = this.attempt(tell);
    if (refused) throw refused;
    tell();
  }

  /** A round that is no longer asked, once its asking was undone, is hidden when it is asked again. */
  #hideUnasked() {
    const asked = new Set((this.now.record.scaling ?? []).map(keyOf));
    const shown = Object.entries(this.view.shown ?? {}).filter(([key]) => asked.has(key));
    if (shown.length < Object.keys(this.view.shown ?? {}).length)
      this.show({ shown: Object.fromEntries(shown) });
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
    const taken = session.events().filter((event) => !had.has(sameStep(event)));
    this.keepJoined({ name, lost, taken, conflicts });
  }

  /** Keeps what a second device's journal came to, as what is decided changes. */
  keepJoined(joined) {
    this.joined = joined;
    keepJoined(joined);
  }

  /** Puts this sitting aside and opens the one after it. */
  followOn(heldOn) {
    const { record, handle } = this.now;
    const next = Session.open(handle.followOn(nextId(record, heldOn), heldOn), this.rules);
    putAside(this.journal());
    return new Sitting(next).keep();
  }

  /** Brings the panel before this one from a file, or the one before that. */
  bring(text) {
    const far = this.now.earlier.length;
    putAside(journalOf(text));
    this.#forgetLook();
    return this.now.earlier.length > far;
  }

  /** Whether the numbers of a scaling round are for all to see. */
  shows(round) {
    return !this.now.hidden.has(keyOf(round));
  }

  /** Shows the numbers of a round. On a scale that is not independent that is the page's own doing, and no command. */
  reveal({ scale, round, about }) {
    const target = { scale, round, about };
    if (this.may('reveal', target)) this.tell({ type: 'reveal', ...target });
    this.show({ shown: { ...this.view.shown, [keyOf(target)]: true } });
    this.#forgetLook();
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
    const members = Object.entries(target);
    const matches = (item) =>
      !item.target || members.every(([member, id]) => item.target[member] === id);
    return (this.now.byType.get(type) ?? []).filter(matches);
  }

  /** The clock of the running stage; where the profile gives it no minutes, with those that were set here. */
  timer() {
    const timer = this.#session.timer(now());
    return timer && planned(timer, this.view.minutes?.[timer.stage]);
  }

  /** How long the panel sits, in seconds, since it was opened last; nothing unless it sits. */
  elapsed() {
    const { events, standing } = this.now;
    if (!['between', 'running', 'paused'].includes(standing)) return null;
    const { opening, latest } = steps(events);
    return opening && Math.floor((Math.max(Date.now(), latest) - Date.parse(opening.at)) / 1000);
  }

  /** How far this computer's clock is behind the latest of the steps that stand, in seconds. */
  behind() {
    const { latest = 0 } = steps(this.now.events);
    return Math.max(0, Math.floor((latest - Date.now()) / 1000));
  }

  /** Counts a time that is over, in milliseconds since 1970, as a pause of the stage. */
  pauseBetween(from, until) {
    this.tellAll(
      [{ type: 'pause' }, { type: 'resume' }],
      [from, until].map((at) => new Date(at)),
    );
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

  /** Who is typing: whom the screen was told, else the note-taker, else the chair, else the first who is listed. */
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
    if (!this.#trial) keepView(this.view);
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

/** What could be done, by its type: every control of a screen asks. */
function byType(allowed) {
  const types = new Map();
  for (const item of allowed) {
    if (!types.has(item.type)) types.set(item.type, []);
    types.get(item.type).push(item);
  }
  return types;
}

/** A suffix that keeps the new ids of two devices apart. */
const newDeviceTag = () =>
  [...crypto.getRandomValues(new Uint8Array(3))].map((byte) => (byte % 36).toString(36)).join('');

const sameStep = ({ at, by, event }) => JSON.stringify([at, by, event]);

/** Whether a round waits for the library's own reveal. */
const toReveal = (allowed, { scale, round, about }) =>
  allowed.some(
    ({ type, target, allowed: would }) =>
      type === 'reveal' &&
      would &&
      target?.scale === scale &&
      target.round === round &&
      target.about === about,
  );

/** The clock of a stage with minutes that its profile does not give; the last quarter of them is warned of, as the library does. */
function planned(timer, minutes) {
  if (!minutes || timer.planned_seconds) return timer;
  const planned_seconds = minutes * 60;
  return {
    ...timer,
    planned_seconds,
    warning: timer.elapsed_seconds * 4 >= planned_seconds * 3,
    overrun_seconds: Math.max(0, timer.elapsed_seconds - planned_seconds),
  };
}

/** What is outstanding, less what tells a hidden number. */
function told({ stage, panel, ...rest }, record, hidden) {
  const open = (finding) => tellsNoNumber(finding, record, hidden);
  return {
    ...rest,
    stage: stage && { ...stage, findings: stage.findings.filter(open) },
    panel: panel.filter(open),
  };
}

/** An id for the next record that this one does not have. */
function nextId({ id, case: { reference } }, heldOn) {
  const name = recordId(reference, heldOn);
  return name === id ? `${name}-2` : name;
}

/** A record's id from the case's reference and a day. */
export const recordId = (reference, day) =>
  ['panel', reference?.replace(/\s+/gu, '-'), day].filter(Boolean).join('-');
