//! Texts that name someone who is not to be named.

use super::{covers, withholds};
use crate::Text;
use crate::record::{Marked, Marks, OnBehalfOf, Record, Visibility};
use crate::rules::{Findings, Path, View, pointer, rule};
use std::collections::{BTreeMap, BTreeSet};

rule! {
    SP804 => named_anyway,
    title: "A text names someone who is concealed",
    severity: Warning,
    phase: Record,
    why: "A mark takes out the name where the record keeps it, and nothing from what people said: the text still tells who it was, or where they work.",
    remedy: "Mark the text as well, or read it once more and confirm it when the copy is made.",
    since: crate::Edition::V2026_2,
}

/// The most words of a name that are looked for.
const WORDS: usize = 12;

/// The shortest word of a name that is looked for by itself.
const LETTERS: usize = 2;

/// A word of a name that is no longer than this is found where a capital begins it: in small letters it is another word.
const SHORT: usize = 2;

/// Words before a name that are no one's name.
const TITLES: [&str; 13] =
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "rev", "sgt", "pc", "dc"];

/// The most of those who share a name that are looked at.
const NAMESAKES: usize = 8;

/// Names to look for in texts, as words in small letters, each with whose it is.
#[derive(Default)]
pub(crate) struct Names {
    names: BTreeMap<Vec<String>, Vec<usize>>,
    /// What the names begin with, and how many words they have: nearly every word of a text is told apart by these.
    initials: BTreeSet<char>,
    lengths: BTreeSet<usize>,
    /// Words of the names of others, which tell nothing by themselves.
    passed_over: BTreeSet<String>,
}

impl Names {
    /// A name, whole, and each of its words that a capital begins; of a name without capitals, each.
    pub(crate) fn add_name(&mut self, name: Option<&Text>, whose: usize) {
        self.add(name, whose);
        let name = name.map(Text::as_str).unwrap_or_default();
        let is_small = !name.contains(char::is_uppercase);
        for word in name.split(is_between) {
            let is_name = is_small || word.starts_with(char::is_uppercase);
            let small = word.to_lowercase();
            let is_title = TITLES.contains(&small.as_str());
            if is_name && !is_title && word.chars().count() >= LETTERS {
                self.insert(vec![small], whose);
            }
        }
    }

    /// The name of someone who may be named: whoever shares a word of it is not found by that word alone.
    pub(crate) fn pass_over(&mut self, name: Option<&Text>) {
        self.passed_over.extend(words(name.map(Text::as_str).unwrap_or_default()));
    }

    /// A name as a whole.
    pub(crate) fn add(&mut self, name: Option<&Text>, whose: usize) {
        let words = words(name.map(Text::as_str).unwrap_or_default());
        let words: Vec<_> = words.into_iter().take(WORDS).collect();
        if !words.is_empty() {
            self.insert(words, whose);
        }
    }

    fn insert(&mut self, words: Vec<String>, whose: usize) {
        self.initials.extend(words.first().and_then(|word| word.chars().next()));
        self.lengths.insert(words.len());
        let known = self.names.entry(words).or_default();
        if known.len() < NAMESAKES {
            known.push(whose);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Those whose names a text holds as whole words.
    pub(crate) fn in_text(&self, text: &Text) -> Vec<usize> {
        let words: Vec<&str> =
            text.as_str().split(is_between).filter(|word| !word.is_empty()).collect();
        let mut found = Vec::new();
        for (start, word) in words.iter().enumerate() {
            let initial = word.chars().next().and_then(|c| c.to_lowercase().next());
            if !initial.is_some_and(|initial| self.initials.contains(&initial)) {
                continue;
            }
            let is_short = word.chars().count() <= SHORT;
            for length in &self.lengths {
                let Some(run) = words.get(start..start + length) else { break };
                let run: Vec<String> = run.iter().map(|word| word.to_lowercase()).collect();
                let is_another_word =
                    is_short && length == &1 && word.starts_with(char::is_lowercase);
                let tells_nothing = is_another_word
                    || matches!(run.as_slice(), [word] if self.passed_over.contains(word));
                if !tells_nothing {
                    found.extend(self.names.get(&run).into_iter().flatten());
                }
            }
        }
        found
    }
}

fn is_between(c: char) -> bool {
    !c.is_alphanumeric()
}

fn words(text: &str) -> Vec<String> {
    text.split(is_between).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn named_anyway(view: &View<'_>, findings: &mut Findings) {
    let record = view.record;
    let mut concealed: Vec<Marks> = Vec::new();
    let (mut names, mut named) = (Names::default(), Vec::new());
    for person in &record.case.people {
        let unlisted = Marks {
            visible_to: (person.is_unborn() && person.visible_to != Some(Visibility::Everyone))
                .then_some(Visibility::Professionals),
            withheld_from: person.unlisted_for.clone(),
        };
        if withholds(&unlisted) {
            names.add_name(person.name.as_ref(), concealed.len());
            concealed.push(unlisted);
        } else {
            named.push(person.name.as_ref());
        }
    }
    for participant in &record.participants {
        let person = participant.person.as_deref().and_then(|id| view.person(id));
        if !withholds(participant) {
            named.push(participant.name.as_ref());
        } else {
            names.add_name(participant.name.as_ref(), concealed.len());
            names.add_name(person.and_then(|person| person.name.as_ref()), concealed.len());
            names.add(participant.agency.as_ref(), concealed.len());
            let (visible_to, withheld_from) =
                (participant.visible_to, participant.withheld_from.clone());
            concealed.push(Marks { visible_to, withheld_from });
        }
    }
    if names.is_empty() {
        return;
    }
    named.into_iter().for_each(|name| names.pass_over(name));
    each_text(record, &mut |text, marked, path, subject| {
        let mut whose = names.in_text(text).into_iter().filter_map(|whose| concealed.get(whose));
        if whose.any(|marks| !covers(view, marked, marks)) {
            let template = "This text names someone who is concealed from someone who may read it.";
            findings.add(path(), subject, template, &[]);
        }
    });
}

/// Is handed a text, what says who may see it, its place, and the subject that it stands in.
type Visit<'v> = dyn FnMut(&Text, &dyn Marked, &dyn Fn() -> Path, Option<&str>) + 'v;

/// Hands over every text that someone on the family side may be shown, in the order of the record.
pub(crate) fn each_text(record: &Record, visit: &mut Visit<'_>) {
    let mut each = |texts: &[(&Option<Text>, &'static [&'static str])],
                    marked: &dyn Marked,
                    at: &dyn Fn() -> Path,
                    subject: Option<&str>| {
        for (text, keys) in texts {
            let path = || {
                let mut path = at();
                path.0.extend(keys.iter().copied().map(crate::rules::Step::Key));
                path
            };
            text.as_ref().into_iter().for_each(|text| visit(text, marked, &path, subject));
        }
    };
    let lifts = |marked: &dyn Marked| marked.visible_to() == Some(Visibility::Everyone);
    for (i, person) in record.case.people.iter().enumerate().filter(|(_, person)| lifts(*person)) {
        let at = || pointer!("case", "people", i);
        each(&[(&person.views_note, &["views_note"])], person, &at, Some(&person.id));
    }
    let referral = &record.referral;
    let texts: [(_, &'static [&'static str]); 3] = [
        (&referral.reason, &["reason"]),
        (&referral.best_hopes, &["best_hopes"]),
        (&referral.background, &["background"]),
    ];
    let shown = if lifts(referral) { texts.as_slice() } else { texts.split_at(2).0 };
    each(shown, referral, &|| pointer!("referral"), None);
    if let Some(scale) = referral.scale.as_ref().filter(|_| lifts(referral)) {
        let texts: [(_, &'static [&'static str]); 3] = [
            (&scale.prompt, &["prompt"]),
            (&scale.anchors.min, &["anchors", "min"]),
            (&scale.anchors.max, &["anchors", "max"]),
        ];
        each(&texts, referral, &|| pointer!("referral", "scale"), None);
        for (i, point) in scale.points.iter().enumerate() {
            let at = || pointer!("referral", "scale", "points", i);
            each(&[(&Some(point.means.clone()), &["means"])], referral, &at, None);
        }
        for (i, question) in scale.follow_ups.iter().enumerate() {
            let at = || pointer!("referral", "scale", "follow_ups", i);
            each(&[(&Some(question.text.clone()), &["text"])], referral, &at, None);
        }
    }
    let (service, sharing) = (&record.agreement.service, &record.agreement.sharing);
    if lifts(service) {
        let at = || pointer!("agreement", "service");
        each(&[(&service.reason, &["reason"])], service, &at, None);
    }
    if lifts(sharing) {
        let at = || pointer!("agreement", "sharing");
        each(&[(&sharing.note, &["note"])], sharing, &at, None);
    }
    let (meeting, at) = (&record.meeting, || pointer!("meeting"));
    each(&[(&meeting.place, &["place"])], &meeting.marks.place, &at, None);
    let adjourned: [(_, &'static [&'static str]); 1] =
        [(&meeting.adjourned_reason, &["adjourned_reason"])];
    each(&adjourned, &meeting.marks.adjourned_reason, &at, None);
    for (i, item) in record.agenda.iter().enumerate().filter(|(_, item)| lifts(*item)) {
        each(&[(&item.note, &["note"])], item, &|| pointer!("agenda", i), Some(&item.stage));
    }
    for (i, entry) in record.mapping.iter().enumerate().filter(|(_, entry)| entry.is_on_map()) {
        let at = || pointer!("mapping", i);
        let said = &entry.statement;
        let texts: [(_, &'static [&'static str]); 4] = [
            (&entry.text, &["text"]),
            (&entry.evidence, &["evidence"]),
            (&said.about, &["statement", "about"]),
            (&said.impact, &["statement", "impact"]),
        ];
        each(&texts, entry, &at, Some(&entry.id));
        let marked: &dyn Marked = if withholds(&entry.settled) { &entry.settled } else { entry };
        each(&[(&entry.settled.how, &["settled", "how"])], marked, &at, Some(&entry.id));
    }
    for (i, round) in record.scaling.iter().enumerate() {
        for (j, rating) in round.ratings.iter().enumerate() {
            let whose = match &rating.on_behalf_of {
                Some(OnBehalfOf::Other(words)) => Some(words.clone()),
                _ => None,
            };
            let texts: [(_, &'static [&'static str]); 3] = [
                (&whose, &["on_behalf_of", "other"]),
                (&rating.reason, &["reason"]),
                (&rating.one_point_higher, &["one_point_higher"]),
            ];
            each(&texts, rating, &|| pointer!("scaling", i, "ratings", j), Some(&rating.by));
        }
        for (j, abstention) in round.abstentions.iter().enumerate() {
            let at = || pointer!("scaling", i, "abstentions", j);
            each(&[(&abstention.reason, &["reason"])], abstention, &at, Some(&abstention.by));
        }
    }
    for (i, action) in record.actions.iter().enumerate() {
        let texts: [(_, &'static [&'static str]); 3] = [
            (&action.text, &["text"]),
            (&action.outcome, &["outcome"]),
            (&action.cancelled_reason, &["cancelled_reason"]),
        ];
        let shown = if lifts(action) { texts.as_slice() } else { texts.split_at(2).0 };
        each(shown, action, &|| pointer!("actions", i), Some(&action.id));
    }
    let (outcome, at) = (&record.outcome, || pointer!("outcome"));
    each(&[(&outcome.reason, &["reason"])], &outcome.marks.reason, &at, None);
    for (i, it) in outcome.children.iter().enumerate() {
        let at = || pointer!("outcome", "children", i);
        each(&[(&it.reason, &["reason"])], it, &at, Some(&it.child));
    }
    for (i, dissent) in outcome.dissent.iter().enumerate() {
        let at = || pointer!("outcome", "dissent", i);
        each(&[(&dissent.view, &["view"])], dissent, &at, Some(&dissent.by));
    }
    let contingency: [(_, &'static [&'static str]); 1] = [(&outcome.contingency, &["contingency"])];
    each(&contingency, &outcome.marks.contingency, &at, None);
    let feedback = &outcome.feedback;
    if lifts(feedback) {
        each(&[(&feedback.how, &["feedback", "how"])], feedback, &at, None);
    }
}
