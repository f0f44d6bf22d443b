//! The map: what came with the referral, what the panel added, what was settled.

use super::attendance::{came, first_who_came};
use super::builders::{entry, id};
use super::days::Clock;
use super::family::{Family, Thread};
use super::phrases::{FACTORS, FIRST_WORDS, SEATS, STRENGTHS, WHY};
use super::templates::capital;
use super::themes::THEMES;
use support_panel::record::{
    Category, Entry, EntryAmendment, MeetingKind, Origin, Person, PersonKind, Settled, Statement,
    Visibility, Withdrawal,
};
use support_panel::{Id, Record, Text};

/// Where a map is full enough.
const FULL: usize = 20;
/// Where it is so thin that a chair asks again.
const THIN: usize = 8;

impl Family {
    /// What the mapping template says before the panel has met.
    pub(super) fn with_mapping_template(&mut self, mut record: Record) -> Record {
        let mut threads = std::mem::take(&mut self.threads);
        // The last of several themes comes up at the panel itself.
        let known = if threads.len() > 1 { threads.len() - 1 } else { 1 };
        for thread in threads.iter_mut().take(known) {
            self.raise_worries(&mut record, thread, Origin::Referral);
        }
        self.threads = threads;
        record
    }

    /// The map as this sitting leaves it.
    pub(super) fn map(&mut self, record: &mut Record, clock: Clock) {
        let is_review = record.meeting.kind == Some(MeetingKind::Review);
        let mut threads = std::mem::take(&mut self.threads);
        if is_review
            && threads.len() < 3
            && record.mapping.len() + 8 < FULL
            && self.decision == "continue"
            && self.rng.chance(18)
        {
            let fresh: Vec<_> = THEMES
                .iter()
                .filter(|theme| !threads.iter().any(|thread| thread.theme.knows == theme.knows))
                .collect();
            threads.extend(self.rng.maybe(&fresh).map(|theme| Thread::new(theme)));
        }
        for thread in &mut threads {
            if thread.danger.is_none() {
                self.raise_worries(record, thread, Origin::Panel);
            }
            if thread.goal.is_none() {
                self.answer_worries(record, thread);
            } else if thread.is_open()
                && (self.decision == "close" || (self.level > 62 && self.rng.chance(40)))
            {
                self.settle(record, thread);
            } else if thread.is_open() && self.rng.chance(22) {
                self.add_safety(record, thread);
            }
        }
        self.threads = threads;
        let general = [
            (Category::ExistingStrength, STRENGTHS, 60),
            (Category::ComplicatingFactor, FACTORS, 30),
        ];
        for (category, bank, percent) in general {
            if self.rng.chance(if is_review { percent / 4 } else { percent }) {
                self.add_general(record, category, bank);
            }
        }
        for (category, bank, _) in general.iter().cycle().take(8) {
            if record.mapping.len() < THIN {
                self.add_general(record, *category, bank);
            }
        }
        self.amend(record, clock);
    }

    fn raise_worries(&mut self, record: &mut Record, thread: &mut Thread, origin: Origin) {
        let theme = thread.theme;
        let knows = match origin {
            Origin::Panel => first_who_came(record, &[theme.knows]),
            _ => id("p-worker"),
        };
        if self.rng.chance(82) {
            let text = self.cast.one(&mut self.rng, theme.harms);
            thread.harm = self
                .add(record, Category::PastHarm, text, knows.clone(), origin)
                .map(|entry| entry.id.clone());
        }
        let &(about, impact) = self.rng.pick(theme.dangers);
        let about = self.cast.say(&mut self.rng, about);
        let impact = self.cast.say(&mut self.rng, impact);
        let spoken = SEATS
            .iter()
            .find(|seat| knows == seat.participant)
            .map_or("The worker", |seat| seat.spoken);
        let text = format!("{spoken} is worried that {about}, and that {impact}");
        if let Some(danger) =
            self.add(record, Category::FutureDanger, text.into(), knows.clone(), origin)
        {
            thread.danger = Some(danger.id.clone());
            danger.statement = Statement {
                worried: vec![knows],
                about: Some(capital(&about).into()),
                impact: Some(capital(&impact).into()),
            };
        }
        if self.rng.chance(42) {
            let text = self.cast.one(&mut self.rng, theme.factors);
            let is_private = self.rng.chance(8);
            if let (true, Some(factor)) = (
                is_private,
                self.add(record, Category::ComplicatingFactor, text, id("p-worker"), origin),
            ) {
                factor.visible_to = Some(Visibility::Professionals);
            }
        }
        let text = self.cast.one(&mut self.rng, theme.strengths);
        self.add(record, Category::ExistingStrength, text, id("p-worker"), origin);
    }

    fn answer_worries(&mut self, record: &mut Record, thread: &mut Thread) {
        let theme = thread.theme;
        if self.rng.chance(65) {
            self.add_safety(record, thread);
        }
        let text = self.cast.one(&mut self.rng, theme.goals);
        let raised = first_who_came(record, &["p-chair"]);
        if let Some(goal) = self.add(record, Category::Goal, text, raised, Origin::Panel) {
            thread.goal = Some(goal.id.clone());
            goal.answers.extend(thread.harm.clone());
            goal.answers.extend(thread.danger.clone());
        }
        if self.rng.chance(55) {
            let text = self.cast.one(&mut self.rng, theme.steps);
            let family = came(record, "p-parent");
            let origin = if family.is_some() { Origin::Family } else { Origin::Panel };
            let raised = first_who_came(record, &["p-parent", "p-school"]);
            if let Some(step) = self.add(record, Category::NextStep, text, raised, origin) {
                thread.step = Some(step.id.clone());
                step.answers.extend(thread.goal.clone());
            }
        }
    }

    fn add_general(&mut self, record: &mut Record, category: Category, bank: &[&str]) {
        let raised = first_who_came(record, &["p-school", "p-parent"]);
        let text = self.cast.one(&mut self.rng, bank);
        self.add(record, category, text, raised, Origin::Panel);
    }

    /// What somebody did against the danger, with the evidence for it.
    fn add_safety(&mut self, record: &mut Record, thread: &Thread) {
        let &(text, evidence) = self.rng.pick(thread.theme.safety);
        let text = self.cast.say(&mut self.rng, text).into();
        let family = came(record, "p-kin").or_else(|| came(record, "p-parent"));
        let origin = if family.is_some() { Origin::Family } else { Origin::Panel };
        let raised = family.unwrap_or_else(|| id("p-worker"));
        let evidence = self.cast.say(&mut self.rng, evidence);
        if let Some(safety) = self.add(record, Category::ExistingSafety, text, raised, origin) {
            safety.answers.extend(thread.danger.clone());
            safety.evidence = Some(evidence.into());
        }
    }

    fn settle(&mut self, record: &mut Record, thread: &mut Thread) {
        let how = self.cast.one(&mut self.rng, thread.theme.met);
        let held_on = record.meeting.held_on;
        for entry in &mut record.mapping {
            if [&thread.danger, &thread.goal].contains(&&Some(entry.id.clone())) {
                entry.settled =
                    Settled { on: held_on, how: Some(how.clone()), ..Settled::default() };
            }
        }
        thread.settled = true;
    }

    /// Puts an entry on the map, unless it is there already or, for all but dangers and goals, the map is full.
    fn add<'a>(
        &mut self,
        record: &'a mut Record,
        category: Category,
        text: Text,
        raised_by: Id,
        origin: Origin,
    ) -> Option<&'a mut Entry> {
        let is_there = record
            .mapping
            .iter()
            .any(|entry| entry.category == category && entry.text.as_ref() == Some(&text));
        let is_needed = matches!(category, Category::FutureDanger | Category::Goal);
        if is_there || (record.mapping.len() >= FULL && !is_needed) {
            return None;
        }
        let about = match category {
            Category::ComplicatingFactor => vec![id("adult-1")],
            Category::PastHarm | Category::ExistingStrength => vec![id("child-1")],
            _ => record
                .case
                .people
                .iter()
                .filter(|person| person.kind == PersonKind::Child)
                .map(|person: &Person| person.id.clone())
                .collect(),
        };
        let mut raised_by = vec![raised_by];
        if category == Category::PastHarm && origin == Origin::Panel {
            raised_by.extend(came(record, "p-school").filter(|school| !raised_by.contains(school)));
        }
        let new = Entry {
            text: Some(text),
            about,
            raised_by,
            origin: Some(origin),
            extensions: self.local(1),
            ..entry(self.next_entry(), category)
        };
        record.mapping.push(new);
        record.mapping.last_mut()
    }

    /// Second thoughts: an entry said otherwise, a complication taken off the map.
    fn amend(&mut self, record: &mut Record, mut clock: Clock) {
        clock.pass(420);
        for entry in &mut record.mapping {
            if self.rng.chance(3)
                && entry.amended.is_empty()
                && entry.category != Category::FutureDanger
            {
                let was = Some(self.cast.one(&mut self.rng, FIRST_WORDS));
                let why = self.cast.one(&mut self.rng, WHY);
                entry.amended.push(EntryAmendment {
                    at: clock.reads(),
                    by: id("p-chair"),
                    category: None,
                    text: was,
                    why: Some(why),
                });
            } else if self.rng.chance(4) && entry.category == Category::ComplicatingFactor {
                let why = self.cast.one(&mut self.rng, WHY);
                entry.withdrawn =
                    Withdrawal { at: Some(clock.reads()), by: Some(id("p-chair")), why: Some(why) };
            }
        }
    }
}
