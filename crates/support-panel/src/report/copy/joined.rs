//! Two records that one paper is made of: what either withholds is withheld of the same id in both.

use crate::Id;
use crate::error::Error;
use crate::profile::Profile;
use crate::record::{Record, Visibility};
use serde_json::{Value as Json, json};

/// No one is called so: an id that resolves to no one withholds from all of the family side.
const NO_ONE: &str = "support-panel:no-one";

/// The record with what another withholds of the same ids.
pub(in crate::report) fn withholding_with(record: &Record, other: &Record) -> Record {
    let mut joined = record.clone();
    macro_rules! join {
        ($ours:expr, $theirs:expr) => {
            for ours in &mut $ours {
                if let Some(theirs) = $theirs.iter().find(|theirs| theirs.id == ours.id) {
                    join_marks(&mut ours.visible_to, theirs.visible_to);
                    ours.withheld_from.extend(theirs.withheld_from.iter().cloned());
                }
            }
        };
    }
    join!(joined.case.people, other.case.people);
    join!(joined.participants, other.participants);
    join!(joined.mapping, other.mapping);
    join!(joined.actions, other.actions);
    for entry in &mut joined.mapping {
        if let Some(theirs) = other.mapping.iter().find(|theirs| theirs.id == entry.id) {
            join_marks(&mut entry.settled.visible_to, theirs.settled.visible_to);
            entry.settled.withheld_from.extend(theirs.settled.withheld_from.iter().cloned());
        }
    }
    for person in &mut joined.case.people {
        if let Some(theirs) = other.case.people.iter().find(|theirs| theirs.id == person.id) {
            person.unlisted_for.extend(theirs.unlisted_for.iter().cloned());
            let is_untold = theirs.is_unborn() && theirs.visible_to != Some(Visibility::Everyone);
            person.unlisted_for.extend(is_untold.then(|| NO_ONE.parse::<Id>().ok()).flatten());
        }
    }
    joined
}

/// What one of them withholds where nothing is marked, no mark of the other gives.
fn join_marks(ours: &mut Option<Visibility>, theirs: Option<Visibility>) {
    *ours = match (*ours, theirs) {
        (Some(Visibility::Professionals), _) | (_, Some(Visibility::Professionals)) => {
            Some(Visibility::Professionals)
        }
        (Some(Visibility::Everyone), Some(Visibility::Everyone)) => Some(Visibility::Everyone),
        _ => None,
    };
}

/// The profile, withholding what another does as well.
///
/// # Errors
/// None that a profile that was read could have.
pub(in crate::report) fn profile_with(
    profile: &Profile,
    other: &Profile,
) -> Result<Profile, Error> {
    let mut words = profile.papers.withhold.clone();
    words.extend(
        other.papers.withhold.iter().filter(|word| !profile.papers.withhold.contains(word)),
    );
    if words == profile.papers.withhold {
        return Ok(profile.clone());
    }
    let mut json: Json = serde_json::from_str(&profile.to_json()).unwrap_or_default();
    let words: Vec<_> = words.iter().map(|word| word.as_str()).collect();
    if let Some(document) = json.as_object_mut() {
        let papers = document.entry("papers").or_insert_with(|| json!({}));
        papers.as_object_mut().map(|papers| papers.insert("withhold".to_owned(), json!(words)));
    }
    Profile::from_json(json.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Withheld;

    #[test]
    fn a_profile_withholds_what_either_does() {
        let of = |words: &str| {
            let toml = format!(
                "extends = \"leicester-masp\"\nid = \"a\"\nversion = \"1\"\n[papers]\nwithhold = [{words}]\n"
            );
            Profile::from_toml(toml).unwrap()
        };
        let joined = profile_with(&of("\"numbers\""), &of("\"outcomes\"")).unwrap();
        assert_eq!(joined.papers.withhold, [Withheld::Numbers, Withheld::Outcomes]);
    }
}
