//! The profiles that come with the library.

use super::Profile;
use crate::json_document;
use std::sync::LazyLock;

/// A profile under its id, read when it is first wanted: the first findings of a page wait for one, and not for all.
struct Shipped {
    id: &'static str,
    profile: LazyLock<Option<Profile>>,
}

/// Each is written in TOML, and kept beside it as the JSON that it comes to, so that no parser of TOML is needed here.
macro_rules! shipped {
    ($($id:literal)*) => {
        static SHIPPED: [Shipped; [$($id),*].len()] = [$(Shipped {
            id: $id,
            profile: LazyLock::new(|| read(include_str!(concat!("../../profiles/", $id, ".json")))),
        },)*];
    };
}

shipped! {
    "leicester-masp"
    "early-help-panel"
    "team-around-the-family"
    "signs-of-safety-conference"
}

/// Not checked again as a whole, which a test does: the first findings wait for this. None extends another, as a base is looked for
/// among all that are shipped.
fn read(text: &str) -> Option<Profile> {
    json_document::read(text).ok().and_then(|document| Profile::compile(document).ok())
}

static PROFILES: LazyLock<Vec<Profile>> =
    LazyLock::new(|| SHIPPED.iter().filter_map(|shipped| shipped.profile.clone()).collect());

/// The profiles that come with the library; `leicester-masp`, the default, first.
pub fn profiles() -> &'static [Profile] {
    &PROFILES
}

pub(super) fn latest(id: &str) -> Option<&'static Profile> {
    SHIPPED.iter().rev().find(|shipped| shipped.id == id)?.profile.as_ref()
}

pub(super) fn exact(id: &str, version: &str) -> Option<&'static Profile> {
    let called = SHIPPED.iter().filter(|shipped| shipped.id == id);
    called
        .filter_map(|shipped| shipped.profile.as_ref())
        .find(|profile| &*profile.version == version)
}

#[cfg(test)]
mod tests {
    use crate::golden::golden;
    use crate::profile::{Profile, toml_text};

    #[test]
    fn every_shipped_profile_reads_and_has_the_id_of_its_file() {
        let ids: Vec<_> = super::profiles().iter().map(|profile| profile.id.as_str()).collect();
        assert_eq!(ids, super::SHIPPED.iter().map(|shipped| shipped.id).collect::<Vec<_>>());
    }

    #[test]
    fn every_shipped_profile_is_without_a_flaw() {
        for profile in super::profiles() {
            assert_eq!(
                Profile::from_json(profile.to_json()),
                Ok(profile.clone()),
                "{}",
                profile.id
            );
        }
    }

    #[test]
    fn profiles_as_json_are_current() {
        for name in super::SHIPPED.iter().map(|shipped| shipped.id) {
            let toml = format!("{}/profiles/{name}.toml", env!("CARGO_MANIFEST_DIR"));
            let json = toml_text::tree(&std::fs::read_to_string(toml).unwrap()).unwrap().to_json();
            golden(&format!("crates/support-panel/profiles/{name}.json"), &(json + "\n"));
        }
    }
}
