//! Who came, for which agency, and whether that is enough to decide.

use crate::fold::fold;
use crate::lookup::{Ids, Key, repeats};
use crate::profile::{self, Profile};
use crate::record::{Participant, Record};
use crate::view::View;
use crate::{Id, Text};
use serde::Serialize;

/// How a meeting stands to its council's quorum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct QuorumCount {
    /// Distinct agencies of the professionals who attended, the chair's included.
    pub agencies: usize,
    /// How many the council asks for.
    pub needed: Option<u32>,
    /// Seats that must be held by someone who attended, and are not.
    pub missing: Vec<Id>,
    /// Whether there are enough agencies, and each of those seats.
    pub is_met: bool,
    /// Where it is not met: whether the panel may go on if it records why.
    pub may_proceed_with_reason: bool,
}

/// Counts the quorum of a meeting; nothing where the council asks for none.
///
/// An agency is that of the seat someone holds, or else the one written beside them, case, spacing and punctuation
/// aside. A deputy without a seat of their own holds that of whom they stand in for.
///
/// ```
/// use support_panel::{Profile, Record, people};
///
/// # fn example(record: &Record) -> Result<(), support_panel::Error> {
/// let profile = Profile::built_in("signs-of-safety-conference")?;
/// if let Some(count) = people::quorum(record, &profile) {
///     println!("{} agencies of {:?}", count.agencies, count.needed);
/// }
/// # Ok(())
/// # }
/// ```
pub fn quorum(record: &Record, profile: &Profile) -> Option<QuorumCount> {
    quorum_of(&View::new(record, profile, None, None))
}

/// As [`quorum`], of a record that is seen with its profile already.
pub fn quorum_of(view: &View<'_>) -> Option<QuorumCount> {
    let quorum = &view.profile.quorum;
    if *quorum == profile::Quorum::default() {
        return None;
    }
    let agencies = agencies(view);
    let fewer_than = |least: Option<u32>| least.is_some_and(|least| agencies < least as usize);
    let held: Ids<'_> = view.attended().flat_map(|p| view.seats_held(p)).map(Key::new).collect();
    let missing: Vec<Id> =
        quorum.must_include.iter().filter(|seat| !held.has(seat)).cloned().collect();
    let below_floor = fewer_than(quorum.floor);
    Some(QuorumCount {
        agencies,
        needed: quorum.min_agencies,
        is_met: !below_floor && !fewer_than(quorum.min_agencies) && missing.is_empty(),
        may_proceed_with_reason: !below_floor && quorum.may_proceed_with_reason != Some(false),
        missing,
    })
}

/// How many distinct agencies the professionals who attended come from, the chair's included.
fn agencies(view: &View<'_>) -> usize {
    let chair = view.record.meeting.chair.as_ref();
    let counted = view.attended().filter(|p| p.is_professional() || Some(&p.id) == chair);
    let agencies: Vec<_> =
        counted.filter_map(|participant| agency(view, participant)).map(fold).collect();
    // Punctuation alone is like no other agency.
    let named = agencies.iter().flatten().enumerate();
    agencies.len() - repeats(named).len()
}

/// The agency someone comes for, in the words of the profile and no others: that of a seat they hold, or else the one of the
/// profile's agencies that is written beside them, case, spacing and punctuation aside.
///
/// ```
/// use support_panel::{CheckOptions, Error, Profile, Record, View, people};
///
/// let record = Record::from_json(concat!(
///     r#"{"format":"support-panel/1","id":"panel-1","profile":{"id":"leicester-masp","version":"2017.1"},"case":{"reference":"EHA-1"},"#,
///     r#""participants":[{"id":"p-1","kind":"professional","agency":"CAMHS"},{"id":"p-2","kind":"network","agency":"A. Name"}]}"#,
/// ))?;
/// let profile = Profile::built_in("leicester-masp")?;
/// let view = View::of(&record, &profile, &CheckOptions::default())?;
/// let agency = |one| people::council_agency(&view, one);
/// let agencies: Vec<_> = record.participants.iter().map(agency).collect();
/// assert_eq!(agencies, [Some("CAMHS"), None]);
/// # Ok::<(), Error>(())
/// ```
pub fn council_agency<'a>(view: &View<'a>, participant: &'a Participant) -> Option<&'a str> {
    let said = |text: &'a Option<Text>| text.as_ref().filter(|text| !text.is_blank());
    let of_seat = |seat: &'a str| view.profile.seat(seat).and_then(|seat| said(&seat.agency));
    let held = participant.seat.as_deref().and_then(of_seat);
    let held = held.or_else(|| view.seat_held(participant).and_then(of_seat));
    let agency = held.or_else(|| {
        let written = fold(said(&participant.agency)?.as_str())?;
        let mut known = view.profile.seats.iter().filter_map(|seat| said(&seat.agency));
        known.find(|agency| fold(agency.as_str()).as_ref() == Some(&written))
    });
    agency.map(Text::as_str)
}

/// The agency someone comes for: their own where they hold a seat, else that of whom they stand in for.
fn agency<'a>(view: &View<'a>, participant: &'a Participant) -> Option<&'a str> {
    let said =
        |text: &'a Option<Text>| text.as_ref().filter(|text| !text.is_blank()).map(Text::as_str);
    let written = || said(&participant.agency);
    let of_seat = |seat: &'a str| view.profile.seat(seat).and_then(|seat| said(&seat.agency));
    let own = participant.seat.as_deref().and_then(|seat| of_seat(seat).or_else(written));
    own.or_else(|| view.seat_held(participant).and_then(of_seat)).or_else(written)
}
