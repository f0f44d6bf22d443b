//! Records for secondary use: identifiers under a key, and detail that is not needed left out.
//!
//! [`Pseudonymiser`] puts every identifier under a key; [`Degrader`] takes out what a purpose does not need. Both go through the records
//! twice: [`learn`](Pseudonymiser::learn) gathers what each knows, so that [`rewrite`](Pseudonymiser::rewrite) hides in all of a family's
//! records a name that one of them lists.
//!
//! [`NameHider`] does the same with what a page says of one record.
//!
//! None of them makes records anonymous. What remains (who met when, in which order, how a family is made up, what a text tells) may be enough
//! for someone who knows the family to know them again; [`Report`] says what to look at.

mod degrading;
mod families;
mod folding;
mod hiding;
mod key;
mod known;
mod lexicon;
mod names;
mod places;
mod pseudonyms;
mod remaining;
mod shapes;
mod shifting;

pub use degrading::{Degrader, Purpose, Report};
pub use key::{Key, TooShort};
pub use names::NameHider;
pub use pseudonyms::Pseudonymiser;

#[cfg(test)]
mod tests {
    use super::places;
    use std::collections::HashSet;
    use support_panel::Record;
    use support_panel::record::{Edit, Fate, Leaf, Place, PlaceId};

    /// Every place of a record, with its kind and its path.
    #[derive(Default)]
    struct Seen {
        places: HashSet<PlaceId>,
        paths: HashSet<(String, String)>,
    }

    impl Edit for Seen {
        fn edit(&mut self, place: &Place<'_>, leaf: Leaf<'_>) -> Fate {
            self.places.insert(place.id());
            assert_eq!(place.id(), PlaceId::of(&place.to_string()));
            self.paths.insert((place.to_string(), format!("{leaf:?}")));
            Fate::Stays
        }
    }

    #[test]
    fn every_place_that_is_named_is_one_of_the_record() {
        let mut record = Record::from_json(include_str!("../../../tests/records/everything.json"))
            .unwrap_or_else(|error| panic!("{error}"));
        let before = record.clone();
        let mut seen = Seen::default();
        record.edit(&mut seen);
        assert_eq!(record, before);
        assert!(places::all().iter().all(|place| seen.places.contains(place)));
        // No two places have one number.
        assert_eq!(seen.places.len(), seen.paths.len());
        assert!(seen.paths.len() > 100);
    }
}
