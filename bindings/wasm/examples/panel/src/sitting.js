// The sitting on the screen: what the library says of it now, and the commands given to it.

import { PanelRecord, Session } from "./library.js";
import { keepJournal, keepView, savedJournal, savedView } from "./storage.js";
import { now, Words } from "./words.js";

export class Sitting {
  #session;
  #looked = null;
  /** Why the record is changed after the panel has concluded. */
  why = "";

  constructor(session) {
    this.#session = session;
    this.rules = session.profile();
    this.profile = this.rules.toObject();
    this.view = savedView();
    this.kept = keepJournal(session.journal());
  }

  /** Opens a sitting on a record, under the profile that it names. */
  static of(record) {
    return new Sitting(Session.open(record));
  }

  /** Opens a file: a journal that was saved, or a record. */
  static fromText(text) {
    return text.startsWith('{"journal":') ? Sitting.replayed(text) : Sitting.of(PanelRecord.fromJson(text));
  }

  /** The sitting that this browser kept, if there is one. */
  static restored() {
    const journal = savedJournal();
    return journal ? Sitting.replayed(journal) : null;
  }

  /** A journal that was cut gives all but its last line, and says so. */
  static replayed(journal) {
    const { session, lost } = Session.replay(journal);
    return Object.assign(new Sitting(session), { lost });
  }

  /** All that the screen shows, asked of the library once after each command. */
  get now() {
    return (this.#looked ??= this.#look());
  }

  #look() {
    const session = this.#session;
    const handle = session.record();
    const record = handle.toObject();
    return {
      handle, record, standing: session.standing(), allowed: session.allowed(), outstanding: session.outstanding(),
      sealed: session.sealed(), summaries: handle.summaries({ profile: this.rules }), events: session.events(), words: new Words(record, this.profile),
    };
  }

  /** Gives a command. A refusal is thrown and leaves everything as it was. */
  tell(command, by = this.keyboard) {
    const given = this.may("amend") ? { type: "amend", why: this.why, change: command } : command;
    this.#session.apply(given, { at: now(), by });
    this.#looked?.handle.dispose();
    this.#looked = null;
    this.kept = keepJournal(this.#session.journal());
  }

  /** Whether a command, about a thing, would be taken now. */
  may(type, target = {}) {
    const about = this.#items(type, target);
    return about.length > 0 && about.some((item) => item.allowed);
  }

  /** Everything a command could be about. */
  targets(type) {
    return this.#items(type, {}).filter((item) => item.target).map((item) => ({ ...item.target, allowed: item.allowed }));
  }

  #items(type, target) {
    const matches = (item) => Object.entries(target).every(([member, id]) => !item.target || item.target[member] === id);
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
    return [this.view.keyboard, meeting.note_taker, meeting.chair, participants[0]?.id].find((id) => id && listed(id)) ?? "nobody";
  }

  /** Remembers something about the screen alone. */
  show(change) {
    Object.assign(this.view, change);
    keepView(this.view);
  }

  /** An id that nothing in the record, or in what was taken back, has had. */
  newId(prefix) {
    const { participants = [], mapping = [], actions = [], case: { people = [] } } = this.now.record;
    const taken = new Set([...people, ...participants, ...mapping, ...actions].map(({ id }) => id));
    let place = 1;
    while (taken.has(`${prefix}${`${place}`.padStart(2, "0")}`)) place += 1;
    return `${prefix}${`${place}`.padStart(2, "0")}`;
  }
}
