//! How the seats of the profile were held.

use super::View;
use crate::record::Attendance;

/// How a seat was held.
#[derive(Default, Clone, Copy)]
pub(crate) struct Holding {
    /// Where the first participant stands whose own seat it is.
    pub(crate) first: Option<usize>,
    pub(crate) attended: bool,
    pub(crate) apologies: bool,
    pub(crate) written_update: bool,
}

impl Holding {
    /// Of each seat, in the order of the profile.
    pub(crate) fn of_each(view: &View<'_>) -> Vec<Self> {
        let mut holdings = vec![Self::default(); view.profile.seats.len()];
        for (i, participant) in view.record.participants.iter().enumerate() {
            let own = participant.seat.as_deref().and_then(|seat| view.profile.seat_index(seat));
            if let Some(holding) = own.and_then(|at| holdings.get_mut(at)) {
                holding.first = holding.first.or(Some(i));
                holding.attended |= participant.attended();
                holding.apologies |= participant.attendance == Some(Attendance::Apologies);
                holding.written_update |= participant.written_update == Some(true);
            }
            // Whoever stands in for someone holds that seat as well as their own.
            let other = participant
                .deputy_for
                .as_ref()
                .filter(|_| participant.attended())
                .and_then(|_| view.seat_held(participant));
            if let Some(holding) = other
                .and_then(|seat| view.profile.seat_index(seat))
                .and_then(|at| holdings.get_mut(at))
            {
                holding.attended = true;
            }
        }
        holdings
    }
}
