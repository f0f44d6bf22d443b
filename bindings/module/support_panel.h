/*
 * support-panel as a WebAssembly module: `support_panel.wasm`, interface 1.
 *
 * A core module with no import at all: no WASI, no JavaScript, no component model. Any host that runs WebAssembly 2.0 can load it:
 * wasmtime (.NET, Java, Go, Python, C), chicory, wazero, wasmi. It reads no clock, draws no random number, and reaches no
 * file and no network: the same arguments give the same bytes, and they are the bytes of the Rust crate, the Python wheel
 * and the npm package.
 *
 * This page declares the module's exports as C would. A C program sees them so after wasm2c; every other host finds them by
 * their names. All numbers are unsigned and of 32 bits.
 *
 * BLOCKS
 *   Text goes in and comes out in blocks of the module's exported `memory`. A block is named by its address.
 *   - `alloc(n)` returns a block of n zero bytes, or 0 where there is no memory for it. Write the argument there: UTF-8, without a
 *     byte order mark, without a NUL at its end. Its length is n, so ask for exactly as many bytes as the text has.
 *   - An operation reads the blocks that it is given and changes none. The same block may be given again and again.
 *   - An operation always returns a new block, its ANSWER:
 *
 *         bytes 0 to 3   status: 0 for a result, 1 for an error           little-endian
 *         bytes 4 to 7   n, the length of the text in bytes               little-endian
 *         then           n bytes of UTF-8: the result, or the error as JSON
 *
 *   - `free(block)` takes a block back, an argument's or an answer's. Whoever has called `alloc` or an operation calls `free` once.
 *   - The address 0 stands for an argument that is left out. An address that is none, or no longer one, is an error with the code
 *     `disposed`: no number that a host gives makes the module read anything but a block.
 *   - `memory` may grow in any call, and most hosts then give it a new address of their own: ask for it anew after each call. It
 *     never shrinks. To give memory back, drop the instance.
 *
 * ERRORS
 *   {"code": "...", "path": "...", "message": "...", "line": n, "column": n, "offset": n}
 *   `code` is stable and documented in docs/codes.md; `path` is a JSON Pointer into what was read; the last three are null where
 *   there was no text. No error holds free text or a name out of a record. `missing_key` without a path is an argument that was
 *   left out though it is needed.
 *
 *   A trap is a fault of ours. The instance cannot be used any more: drop it, and make another.
 *
 * THREADS
 *   One instance serves one call at a time. Instances share nothing: make one for each thread.
 *
 * VERSIONS
 *   `interface_version()` is the number of this page. Under the same number exports are added, and none goes, changes its
 *   arguments, or comes to mean something else. Keys of results and codes are added as docs/versions.md says. `versions()` tells the
 *   version of the library, of the record's format, and of the rules. The JSON Schemas of everything that goes in or comes out are the files
 *   of crates/support-panel/schema.
 *
 * WHO MAY SEE WHAT
 *   A record, a journal and whatever is made of them are personal data about children. `paper` is made for a named reader;
 *   every other result is for those who hold the panel.
 */
#ifndef SUPPORT_PANEL_H
#define SUPPORT_PANEL_H

#include <stdint.h>

#define SUPPORT_PANEL_INTERFACE 1

uint32_t interface_version(void);
uint32_t alloc(uint32_t length);
/* 1, or 0 where no block has that address. */
uint32_t free(uint32_t block);

/*
 * Below, each argument is a block, 0 where it may be left out [so], and each function returns an answer.
 *
 *   record, previous   a record in JSON                    record.json
 *   profile            a profile in JSON; left out, the built-in one that the record names    profile.json
 *   lines              records in JSON, one a line
 *   as_of, held_on     a day, 2026-03-12; without `as_of`, rules about today are silent
 *   at                 an instant, 2026-03-12T09:30:00+00:00
 *   any other          a word or an id
 */

/* {"interface": 1, "version": "...", "format": "...", "rules_edition": "..."} */
uint32_t versions(void);

/* The canonical text of a record, or why it cannot be read. */
uint32_t read(uint32_t record);
/* The canonical text of a profile: from JSON, from TOML, or a built-in one by its id. */
uint32_t read_profile(uint32_t profile);
uint32_t read_profile_toml(uint32_t toml);
uint32_t built_in_profile(uint32_t id);

/* What is wrong with a profile in TOML or JSON, all at once (profile_check.json). What another profile changes. A profile as a page: markdown, html or text. */
uint32_t profile_check(uint32_t text);
uint32_t profile_diff(uint32_t old_profile, uint32_t new_profile);
uint32_t profile_page(uint32_t profile, uint32_t format);

/*
 * A list of findings (finding.json). `edition` of the rules is a name such as 2026.1, `when_held`, or `latest`, which it is where it is left
 * out. [profile, as_of, previous, edition]
 */
uint32_t check(uint32_t record, uint32_t profile, uint32_t as_of, uint32_t previous, uint32_t edition);
/* Counts by rule, and the first 1,000 findings and lines that cannot be read (batch.json). [profile, as_of] */
uint32_t check_ndjson(uint32_t lines, uint32_t profile, uint32_t as_of);
/* A list with each time a scale was asked (summary.json). [profile, previous] */
uint32_t summaries(uint32_t record, uint32_t profile, uint32_t previous);
/* One case from panel to panel (trajectory.json). [profile] */
uint32_t trajectory(uint32_t lines, uint32_t profile);

/*
 * A paper as text. `name` and `format` are words and `reader` is professionals, family, or an id: see docs/papers.md. `confirmed` holds what was
 * read once more, as a refusal lists it, one a line. `handed_over_by` is who gives a child the paper with the child's own words. `given` holds
 * what another professional, an advocate or one of the network has beyond the decision and what they do, by id or pointer, one a line.
 * [profile, previous, confirmed, handed_over_by, given]
 */
uint32_t paper(uint32_t record, uint32_t profile, uint32_t name, uint32_t reader, uint32_t format, uint32_t previous, uint32_t confirmed, uint32_t handed_over_by, uint32_t given);
/* A FHIR R4 Bundle for a reader: see docs/fhir.md. [profile, confirmed, handed_over_by, given] */
uint32_t fhir(uint32_t record, uint32_t profile, uint32_t reader, uint32_t confirmed, uint32_t handed_over_by, uint32_t given);
/*
 * A list of what a paper shows a reader and withholds, or without a name what the reader's copy does: for the chair alone.
 * [profile, name, previous, handed_over_by, given]
 */
uint32_t disclosures(uint32_t record, uint32_t profile, uint32_t name, uint32_t reader, uint32_t previous, uint32_t handed_over_by, uint32_t given);

/* Whether someone may have an action, with reasons (allocation.json). [profile] */
uint32_t allocation(uint32_t record, uint32_t profile, uint32_t action, uint32_t owner);
/* The day by which an action is due: a JSON text, or null. [profile] */
uint32_t due_on(uint32_t record, uint32_t profile, uint32_t action);
/* The record of the next panel, canonical. */
uint32_t follow_on(uint32_t record, uint32_t id, uint32_t held_on);

/*
 * {"record": the canonical text, as a JSON text, "report": what was taken out and what is left that may tell of them (redaction.json)} of a record without a
 * person or participant. Read what is left before the record goes to anyone.
 */
uint32_t redact(uint32_t record, uint32_t person);

/* Every rule, every other code, and all there is to say of one of either (explanation.json). */
uint32_t rules(void);
uint32_t codes(void);
uint32_t explain(uint32_t code, uint32_t profile);
/* The rules that came, went and changed (rule_difference.json); each side is a profile, or else an edition. [old_edition, old_profile, new_edition, new_profile] */
uint32_t rules_diff(uint32_t old_edition, uint32_t old_profile, uint32_t new_edition, uint32_t new_profile);

/*
 * A live meeting stays in the instance, under a number, until it is closed. `key` is what seals numbers that are not yet to be read, of any
 * bytes; without it they are sealed all the same, and open without one. docs/session.md explains commands, stamps and the journal.
 */

/* {"session": n, "lost": null or what was cut off the journal's end (lost.json)}. [profile, key] */
uint32_t session_open(uint32_t record, uint32_t profile, uint32_t key);
uint32_t session_replay(uint32_t journal, uint32_t key);
/* {"session": n, "conflicts": [...]} of what two hands noted of one meeting (conflict.json). Both stay open as they are. */
uint32_t session_merge(uint32_t session, uint32_t other);
/* 1, or 0 where no open meeting has that number. No answer, and nothing to free. */
uint32_t session_close(uint32_t session);

/* The event; or why it was refused, and then nothing has changed. `command` and `stamp` are JSON (command.json). */
uint32_t session_apply(uint32_t session, uint32_t command, uint32_t stamp);
uint32_t session_undo(uint32_t session, uint32_t stamp);
uint32_t session_redo(uint32_t session, uint32_t stamp);

/* The record and the journal as they stand. */
uint32_t session_record(uint32_t session);
uint32_t session_journal(uint32_t session);

/* standing.json, allowed.json, outstanding.json, unrevealed.json, questions of the profile, and timer.json or null. */
uint32_t session_standing(uint32_t session);
uint32_t session_allowed(uint32_t session);
uint32_t session_outstanding(uint32_t session);
uint32_t session_sealed(uint32_t session);
uint32_t session_questions(uint32_t session, uint32_t column);
uint32_t session_timer(uint32_t session, uint32_t at);

#endif
