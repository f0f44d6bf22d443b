//! The profiles that come with the library.

use super::Profile;
use std::sync::LazyLock;

/// Each is written in TOML, and kept beside it as the JSON that it comes to, so that no parser of TOML is needed here.
macro_rules! texts {
    ($($name:literal)*) => {
        /// Those that extend another stand after it.
        const TEXTS: &[&str] = &[$(include_str!(concat!("../../profiles/", $name, ".json")),)*];
        #[cfg(test)]
        const NAMES: &[&str] = &[$($name,)*];
    };
}

texts! {
    "leicester-masp"
    "early-help-panel"
    "team-around-the-family"
    "signs-of-safety-conference"
}

/// Read once, when the first is wanted.
static PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| {
    let mut read: Vec<Profile> = Vec::new();
    for text in TEXTS {
        let profile = Profile::from_json_with(text, &read);
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
    use crate::golden::golden;
    use crate::profile::toml_text;

    #[test]
    fn every_shipped_profile_reads() {
        assert_eq!(super::profiles().len(), super::TEXTS.len());
    }

    #[test]
    fn profiles_as_json_are_current() {
        for name in super::NAMES {
            let toml = format!("{}/profiles/{name}.toml", env!("CARGO_MANIFEST_DIR"));
            let json = toml_text::tree(&std::fs::read_to_string(toml).unwrap()).unwrap().to_json();
            golden(&format!("crates/support-panel/profiles/{name}.json"), &(json + "\n"));
        }
    }
}
