//! Where everybody stands.

use super::builders::{id, rating, sitting};
use super::days::Clock;
use super::family::Family;
use super::phrases::{ABSTAINED, GUESSED, HIGHER, HOPES_MET, RATED, WHY};
use super::templates::capital;
use support_panel::record::{
    Abstention, OnBehalfOf, Participant, ParticipantKind, Rating, RatingAmendment, Scale,
    ScalingRound,
};
use support_panel::{Decimal, Id, Record, Text};

impl Family {
    /// Asks the referrer's question, then the panel's. The clock then stands where mapping and scaling end.
    pub(super) fn scale(&mut self, record: &mut Record, mut clock: Clock) -> Clock {
        let began = clock;
        clock.pass(self.rng.between(840, 1380).unsigned_abs());
        let worker = id("p-worker");
        let mut referrer = sitting(Scale::REFERRER, "opening");
        referrer.ratings.push(self.own(&worker, 100, &mut clock));
        self.give_lowest_a_reason(&mut referrer);
        record.scaling.push(referrer);

        let mut panel = sitting("panel", "opening");
        for participant in &record.participants {
            if self.is_asked(participant) {
                if participant.id != worker && panel.abstentions.is_empty() && self.rng.chance(4) {
                    let reason = Some(self.cast.one(&mut self.rng, ABSTAINED));
                    panel.abstentions.push(Abstention {
                        by: participant.id.clone(),
                        reason,
                        visible_to: None,
                        withheld_from: Vec::new(),
                    });
                } else {
                    panel.ratings.push(self.own(&participant.id, 26, &mut clock));
                }
            }
        }
        self.give_lowest_a_reason(&mut panel);
        self.guess(record, &mut panel, &mut clock);
        record.scaling.push(panel);

        clock.pass(self.rng.between(30, 240).unsigned_abs());
        let seconds = clock.since(&began);
        let mut from = began;
        self.hold(record, "mapping_and_scaling", "p-chair", &mut from, seconds);
        clock
    }

    /// The worker says how far their best hopes were met.
    pub(super) fn revisit_hopes(&mut self, record: &mut Record, clock: &Clock) {
        let mut met = sitting("worker_goal", "closing");
        let value = self.rng.between(5, 10);
        met.ratings.push(Rating {
            reason: Some(self.cast.one(&mut self.rng, HOPES_MET)),
            one_point_higher: if value < 9 {
                Some(self.cast.one(&mut self.rng, HIGHER))
            } else {
                None
            },
            at: Some(clock.reads()),
            ..rating(id("p-worker"), value)
        });
        record.scaling.push(met);
    }

    /// Everyone who came but business support and advocates; of a child, only one who offers a number.
    fn is_asked(&mut self, participant: &Participant) -> bool {
        let asked = match participant.kind {
            ParticipantKind::BusinessSupport | ParticipantKind::Advocate => false,
            ParticipantKind::Child => self.rng.chance(50),
            _ => true,
        };
        asked && participant.attended()
    }

    fn own(&mut self, by: &Id, thorough: u32, clock: &mut Clock) -> Rating {
        let index = self.level + self.leaning(by) + self.rng.between(-8, 8);
        let value = ((index + 5) / 10).clamp(0, 10);
        clock.pass(self.rng.between(20, 50).unsigned_abs());
        let mut own = rating(by.clone(), value);
        own.at = self.rng.chance(72).then(|| clock.reads());
        if self.rng.chance(35 + thorough / 2) {
            own.reason = Some(self.reason(value));
        }
        if self.rng.chance(thorough) {
            own.one_point_higher = Some(self.cast.one(&mut self.rng, HIGHER));
        }
        if self.rng.chance(2) && value > 1 {
            let why = self.cast.one(&mut self.rng, WHY);
            own.amended.push(RatingAmendment {
                at: clock.reads(),
                value: Some(Decimal::from(value - 1)),
                why: Some(why),
            });
        }
        own.extensions = self.local(1);
        own
    }

    /// What makes it that high.
    fn reason(&mut self, value: i32) -> Text {
        let [low, middling, high] = RATED;
        let bank = match value {
            ..=3 => low,
            4..=6 => middling,
            _ => high,
        };
        self.cast.one(&mut self.rng, bank)
    }

    fn give_lowest_a_reason(&mut self, panel: &mut ScalingRound) {
        let lowest = panel.ratings.iter().map(|rating| rating.value).min();
        for rating in &mut panel.ratings {
            if Some(rating.value) == lowest && rating.reason.is_none() {
                let value = rating.value.whole().map_or(0, |whole| whole as i32);
                rating.reason = Some(self.reason(value));
            }
        }
    }

    /// Where would the child, the school, somebody else be?
    fn guess(&mut self, record: &Record, panel: &mut ScalingRound, clock: &mut Clock) {
        let school = OnBehalfOf::Other(capital(&self.cast.school).into());
        let absent = record
            .participants
            .iter()
            .find(|participant| participant.is_professional() && !participant.attended());
        let absent = absent.map(|participant| OnBehalfOf::Participant(participant.id.clone()));
        let child = OnBehalfOf::Person(id("child-1"));
        for (whose, percent) in [(Some(child), 70), (Some(school), 12), (absent, 8)] {
            if self.rng.chance(percent) {
                let value = ((self.level + self.rng.between(-15, 25)) / 10).clamp(0, 10);
                clock.pass(35);
                panel.ratings.push(Rating {
                    on_behalf_of: whose,
                    reason: Some(self.cast.one(&mut self.rng, GUESSED)),
                    at: Some(clock.reads()),
                    ..rating(id("p-worker"), value)
                });
            }
        }
    }
}
