//! The profiles that come with the library.

use super::Profile;
use std::sync::LazyLock;

/// Those that extend another stand after it.
const TEXTS: &[&str] = &[
    include_str!("../../profiles/leicester-masp.toml"),
    include_str!("../../profiles/leicester-allocations-hub.toml"),
    include_str!("../../profiles/ealing-strengthening-families.toml"),
    include_str!("../../profiles/essex-team-around-the-family.toml"),
    include_str!("../../profiles/kingston-richmond.toml"),
    include_str!("../../profiles/norfolk-conference.toml"),
    include_str!("../../profiles/north-yorkshire-conference.toml"),
    include_str!("../../profiles/swindon-conference.toml"),
    include_str!("../../profiles/warwickshire-family-support.toml"),
];

/// Read once, when the first is wanted.
static PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| {
    let mut read: Vec<Profile> = Vec::new();
    for text in TEXTS {
        let profile = Profile::from_toml_with(text, &read);
        debug_assert!(profile.is_ok(), "a shipped profile does not read: {profile:?}");
        read.extend(profile);
    }
    read
});

/// The profiles that come with the library; `leicester-masp`, the default, first.
pub fn profiles() -> &'static [Profile] {
    &PROFILES
}

pub(super) fn latest(id: &str) -> Option<&'static Profile> {
    profiles().iter().rev().find(|profile| profile.id == *id)
}

pub(super) fn exact(id: &str, version: &str) -> Option<&'static Profile> {
    profiles().iter().find(|profile| profile.id == *id && &*profile.version == version)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_shipped_profile_reads() {
        assert_eq!(super::profiles().len(), super::TEXTS.len());
    }
}
