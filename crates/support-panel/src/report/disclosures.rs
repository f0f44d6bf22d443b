//! What a reader's copy discloses, leaf by leaf: for the chair, before a copy is made.

mod printed;
mod walk;

use super::Recipe;
use super::copy::{Asked, Copy, CopyOptions};
use super::paper::{Paper, PaperOptions};
use super::reader::Reader;
use crate::error::Error;
use crate::profile::Profile;
use crate::record::Record;
use crate::view::View;
use crate::wire::string_enum;
use serde::Serialize;
use walk::Leaf;

/// What becomes of one leaf of a record in a reader's copy: a text, number, date, name or closed word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Disclosure {
    /// JSON Pointer to the leaf.
    pub path: String,
    /// Whether the reader is shown it.
    pub shown: bool,
    /// Why they are, or are not: the first reason that holds.
    pub because: Because,
}

string_enum! {
    /// Why something is shown, or withheld.
    pub enum Because #[non_exhaustive] {
        /// They said it themselves.
        OwnWords = "own_words",
        /// A list names them, or no one whom the record knows.
        WithheldFrom = "withheld_from",
        /// It is marked for everyone, or for professionals.
        Marked = "marked",
        /// Nothing is marked.
        ByDefault = "by_default",
        /// Someone asked for a copy that has it: they say who hands it over, or name what is given.
        AskedFor = "asked_for",
        /// The reader may have it, and this paper does not print it.
        NotInThisPaper = "not_in_this_paper",
    }
}

/// What a paper discloses of a record to a reader, or without one what their copy does, whatever is made of it: one line for
/// each leaf that could be printed, in canonical order. It is of the whole record, and for whoever makes copies alone.
///
/// A paper prints a text where the text stands in it, and anything else where it would read otherwise if that were otherwise.
///
/// ```
/// use support_panel::report::{Because, Paper, PaperOptions, Reader, disclosures};
/// use support_panel::{Profile, Record};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1", "people": [
///         {"id": "mum", "kind": "parent", "name": "Maya Das", "views_note": "Wrote a page"}
///     ]},
///     "outcome": {"decision": "continue"}
/// }"#)?;
/// let (profile, options) = (Profile::of(&record)?, PaperOptions::default());
/// let lines = disclosures(&record, &profile, &Reader::Family, Some(Paper::Plan), &options)?;
/// let told = |path: &str| {
///     let line = lines.iter().find(|line| line.path == path)?;
///     Some((line.shown, line.because))
/// };
/// assert_eq!(told("/outcome/decision"), Some((true, Because::ByDefault)));
/// assert_eq!(told("/case/people/0/views_note"), Some((false, Because::ByDefault)));
/// assert_eq!(told("/case/people/0/name"), Some((false, Because::NotInThisPaper)));
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// As [`paper`](super::paper()) and [`copy_of`](super::copy_of), but nothing of this record needs to be confirmed, and nothing needs to be
/// worth printing.
pub fn disclosures(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    paper: Option<Paper>,
    options: &PaperOptions<'_>,
) -> Result<Vec<Disclosure>, Error> {
    profile.must_be_of(record)?;
    let recipe = match paper {
        Some(paper) => Some(Recipe::new(record, profile, reader, paper, options)?),
        None => None,
    };
    let (record, profile) = match &recipe {
        Some(recipe) => (&*recipe.record, &*recipe.profile),
        None => (record, profile),
    };
    let view = View::new(record, profile, None, None);
    let asked = Asked::new(&view, reader, &options.copy)?;
    let copied = asked.copied(&view);
    let mut leaves = walk::leaves(&view, &asked, &copied);
    if options.copy.asks_for_more() {
        let plain = Asked::new(&view, reader, &CopyOptions::default())?;
        asked_for(&mut leaves, &walk::leaves(&view, &plain, &plain.copied(&view)));
    }
    if let Some(recipe) = &recipe {
        let copy = Copy::of(copied, reader, &asked);
        printed::withhold_the_rest(&mut leaves, &copy, |copy| recipe.document(copy).ok());
    }
    Ok(leaves.into_iter().map(|leaf| leaf.line).collect())
}

/// What no one would be shown who asked for a copy and no more. Both lists have the same leaves.
fn asked_for(leaves: &mut [Leaf], plain: &[Leaf]) {
    for (leaf, plain) in leaves.iter_mut().zip(plain) {
        if leaf.line.shown && !plain.line.shown && leaf.line.because != Because::OwnWords {
            leaf.line.because = Because::AskedFor;
        }
    }
}
