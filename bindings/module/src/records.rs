//! Whatever is asked of records, profiles and rules. Nothing is kept but the profile that was read last.

use crate::blocks::{Blocks, answer};
use crate::exports;
use std::cell::RefCell;
use support_panel::interface::{self, Batch, PaperRequest, RulesIn};
use support_panel::ndjson::Lines;
use support_panel::{Error, Profile, Record};

/// As many findings of a batch as the other languages list.
const LISTED: usize = 1000;

thread_local! {
    /// A host gives the same profile call after call, and it takes longer to read than a record.
    static LAST: RefCell<Option<(Vec<u8>, Profile)>> = const { RefCell::new(None) };
}

/// The profile given; none where the record's own is meant.
pub(crate) fn profile(blocks: &Blocks, address: u32) -> Result<Option<Profile>, Error> {
    let Some(text) = blocks.given(address)? else { return Ok(None) };
    LAST.with_borrow_mut(|last| match last {
        Some((known, profile)) if known == text => Ok(Some(profile.clone())),
        _ => {
            let profile = Profile::from_json(text)?;
            *last = Some((text.to_vec(), profile.clone()));
            Ok(Some(profile))
        }
    })
}

pub(crate) fn record(blocks: &Blocks, address: u32) -> Result<Record, Error> {
    Record::from_json(blocks.needed(address)?)
}

fn previous(blocks: &Blocks, address: u32) -> Result<Option<Record>, Error> {
    blocks.given(address)?.map(Record::from_json).transpose()
}

/// Ids, one a line.
fn ids(blocks: &Blocks, address: u32) -> Result<Vec<&str>, Error> {
    Ok(blocks.word(address)?.into_iter().flat_map(str::lines).collect())
}

/// Records, one a line.
fn records(text: &[u8]) -> Result<Vec<Record>, Error> {
    let (mut lines, mut rest, mut found) = (Lines::default(), text, Vec::new());
    while !rest.is_empty() {
        let (length, _) = lines.scan(rest);
        let (line, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        if let Some(line) = lines.end(line) {
            found.push(Record::from_json(line.text?)?);
        }
        rest = after;
    }
    Ok(found)
}

exports! {
    /// What this module is, as JSON.
    fn versions() = answer(|_| {
        let (version, format, edition) =
            (support_panel::VERSION, support_panel::FORMAT, support_panel::RULES_EDITION);
        Ok(format!(
            r#"{{"interface":{},"version":"{version}","format":"{format}","rules_edition":"{edition}"}}"#,
            crate::interface_version(),
        ))
    });

    /// A record as canonical JSON.
    fn read(record_text) = answer(|blocks| Ok(record(blocks, record_text)?.to_json()));

    /// A profile in JSON as canonical JSON.
    fn read_profile(json) = answer(|blocks| {
        Profile::from_json(blocks.needed(json)?).map(|profile| profile.to_json())
    });

    /// A profile in TOML as canonical JSON.
    fn read_profile_toml(toml) = answer(|blocks| {
        Profile::from_toml(blocks.needed(toml)?).map(|profile| profile.to_json())
    });

    /// A built-in profile by its id, as canonical JSON.
    fn built_in_profile(id) = answer(|blocks| {
        Profile::built_in(blocks.needed_word(id)?).map(|profile| profile.to_json())
    });

    /// What is wrong with a profile in TOML or JSON, and what may be meant otherwise.
    fn profile_check(text) = answer(|blocks| {
        Ok(interface::check_profile(blocks.needed(text)?, &[]))
    });

    /// What another profile changes, in words.
    fn profile_diff(old, new) = answer(|blocks| {
        let [old, new] = [Profile::from_json(blocks.needed(old)?)?, Profile::from_json(blocks.needed(new)?)?];
        Ok(interface::profile_diff(&old, &new))
    });

    /// A profile as a page to be read.
    fn profile_page(json, format) = answer(|blocks| {
        let profile = Profile::from_json(blocks.needed(json)?)?;
        interface::profile_page(&profile, blocks.needed_word(format)?)
    });

    /// Findings.
    fn check(record_text, profile_text, as_of, earlier, edition) = answer(|blocks| {
        Ok(interface::json(&interface::check_by(
            &record(blocks, record_text)?,
            profile(blocks, profile_text)?.as_ref(),
            blocks.word(as_of)?,
            previous(blocks, earlier)?.as_ref(),
            blocks.word(edition)?,
        )?))
    });

    /// Many records, one a line: counts and findings.
    fn check_ndjson(lines, profile_text, as_of) = answer(|blocks| {
        let as_of = interface::date("as_of", blocks.word(as_of)?)?;
        let mut batch = Batch::new(profile(blocks, profile_text)?, as_of, LISTED);
        batch.push(blocks.needed(lines)?);
        Ok(interface::json(&batch.finish()))
    });

    /// Each time a scale was asked, in figures.
    fn summaries(record_text, profile_text, earlier) = answer(|blocks| {
        interface::summaries(
            &record(blocks, record_text)?,
            profile(blocks, profile_text)?.as_ref(),
            previous(blocks, earlier)?.as_ref(),
        )
    });

    /// One case from panel to panel: its records, one a line.
    fn trajectory(lines, profile_text) = answer(|blocks| {
        let records = records(blocks.needed(lines)?)?;
        interface::trajectory(&records, profile(blocks, profile_text)?.as_ref())
    });

    /// A paper for a reader, as text.
    fn paper(
        record_text, profile_text, name, reader, format, earlier, confirmed, handed_over_by, given,
    ) = answer(|blocks| {
        let record = record(blocks, record_text)?;
        let profile = profile(blocks, profile_text)?;
        let previous = previous(blocks, earlier)?;
        let (confirmed, given) = (ids(blocks, confirmed)?, ids(blocks, given)?);
        let request = PaperRequest::of(blocks.needed_word(reader)?)
            .previous(previous.as_ref())
            .confirmed(&confirmed)
            .given(&given)
            .handed_over_by(blocks.word(handed_over_by)?);
        let (name, format) = (blocks.needed_word(name)?, blocks.needed_word(format)?);
        interface::paper(&record, profile.as_ref(), name, format, &request)
    });

    /// A FHIR R4 Bundle for a reader.
    fn fhir(record_text, profile_text, reader, confirmed, handed_over_by, given) = answer(|blocks| {
        let (confirmed, given) = (ids(blocks, confirmed)?, ids(blocks, given)?);
        let request = PaperRequest::of(blocks.needed_word(reader)?)
            .confirmed(&confirmed)
            .given(&given)
            .handed_over_by(blocks.word(handed_over_by)?);
        let profile = profile(blocks, profile_text)?;
        let (copy, profile) =
            interface::copy(&record(blocks, record_text)?, profile.as_ref(), &request)?;
        support_panel_fhir::bundle(&copy, &profile)
    });

    /// What a paper shows a reader and withholds, or without a paper what the reader's copy does.
    fn disclosures(record_text, profile_text, name, reader, earlier, handed_over_by, given) = answer(|blocks| {
        let record = record(blocks, record_text)?;
        let profile = profile(blocks, profile_text)?;
        let previous = previous(blocks, earlier)?;
        let given = ids(blocks, given)?;
        let request = PaperRequest::of(blocks.needed_word(reader)?)
            .previous(previous.as_ref())
            .given(&given)
            .handed_over_by(blocks.word(handed_over_by)?);
        interface::disclosures(&record, profile.as_ref(), blocks.word(name)?, &request)
    });

    /// Whether someone may have an action.
    fn allocation(record_text, profile_text, action, owner) = answer(|blocks| {
        interface::allocation(
            &record(blocks, record_text)?,
            profile(blocks, profile_text)?.as_ref(),
            blocks.needed_word(action)?,
            blocks.needed_word(owner)?,
        )
    });

    /// The day by which an action is due, as JSON: a text or null.
    fn due_on(record_text, profile_text, action) = answer(|blocks| {
        let due = interface::due_on(
            &record(blocks, record_text)?,
            profile(blocks, profile_text)?.as_ref(),
            blocks.needed_word(action)?,
        )?;
        Ok(interface::json(&due))
    });

    /// The record of the next panel.
    fn follow_on(record_text, id, held_on) = answer(|blocks| {
        let (id, held_on) = (blocks.needed_word(id)?, blocks.needed_word(held_on)?);
        interface::follow_on(&record(blocks, record_text)?, id, held_on).map(|next| next.to_json())
    });

    /// A record without the person or participant of an id, what was taken out and what is left.
    fn redact(record_text, person) = answer(|blocks| {
        let record = record(blocks, record_text)?;
        let (record, report) = interface::redact(&record, blocks.needed_word(person)?)?;
        Ok(format!(r#"{{"record":{},"report":{report}}}"#, interface::json(&record.to_json())))
    });

    /// Every rule's definition.
    fn rules() = answer(|_| Ok(interface::json(&support_panel::rules().collect::<Vec<_>>())));

    /// Every other code.
    fn codes() = answer(|_| Ok(interface::json(&support_panel::codes())));

    /// All there is to say of a code, also of a rule that the profile has of its own.
    fn explain(code, profile_text) = answer(|blocks| {
        let profile = profile(blocks, profile_text)?;
        interface::explain_under(blocks.needed_word(code)?, profile.as_ref())
    });

    /// Which rules came, went and changed from one side to the other, each a profile or else an edition.
    fn rules_diff(old_edition, old_profile, new_edition, new_profile) = answer(|blocks| {
        let (old, new) = (profile(blocks, old_profile)?, profile(blocks, new_profile)?);
        let side = |edition, profile| match profile {
            Some(profile) => Ok(RulesIn::Profile(profile)),
            None => blocks.needed_word(edition).map(RulesIn::Edition),
        };
        interface::rules_diff(side(old_edition, old.as_ref())?, side(new_edition, new.as_ref())?)
    });
}
