//! What a chair looks at before anything goes out: what is still open, words that the family may not know, who gets which copy,
//! and what each copy discloses.

use super::document::{Block, Document, Table, Words};
use super::given::Given;
use super::head::document;
use super::reader::Standing;
use super::source::Source;
use crate::Id;
use crate::facts::Fact;
use crate::rules::{Finding, Severity};
use crate::view::View;
use std::collections::BTreeSet;

pub(super) fn paper(source: &Source<'_>) -> Document {
    let given = Given::new(source.record, source.profile);
    let mut blocks = findings(source);
    blocks.extend(unexplained(source, &given));
    blocks.extend(copies(source, &given));
    blocks.extend(disclosed(source, &given));
    document(source, "Before you send", blocks)
}

/// What is missing or inconsistent, in people's names.
fn findings(source: &Source<'_>) -> Vec<Block> {
    let view = View::new(source.record, source.profile, source.as_of, None);
    let findings = view.findings();
    let mut blocks = vec![Block::Heading(2, Words::own("Still to do"))];
    if findings.is_empty() {
        blocks.push(Block::Paragraph(Words::own("Nothing was found.")));
        return blocks;
    }
    let rows = findings.iter().map(|finding| {
        let matters = match finding.severity {
            Severity::Error => "must be fixed",
            Severity::Warning => "needs a look",
            Severity::Advice => "a suggestion",
        };
        vec![in_names(source, finding), Words::own(matters), Words::code(&finding.code)]
    });
    let head = vec!["What", "How much it matters", "Code"];
    blocks.push(Block::Table(Table::new("Still to do", head, rows.collect())));
    blocks
}

/// A finding's sentence with a name for each id of someone, and with words for that of a thing.
fn in_names(source: &Source<'_>, finding: &Finding) -> Words {
    let mut parts = vec![Words::own(finding.message.clone())];
    let ids = finding.facts().iter().filter_map(|(_, fact)| match fact {
        Fact::Id(id) => Some(id),
        _ => None,
    });
    for id in ids {
        let Some(called) = called(source, id) else { continue };
        parts = parts.into_iter().flat_map(|words| replaced(words, id, &called)).collect();
    }
    Words(parts.into_iter().flat_map(|words| words.0).collect())
}

fn called(source: &Source<'_>, id: &Id) -> Option<Words> {
    if source.view.participant(id).is_some() || source.view.person(id).is_some() {
        return Some(source.name(id));
    }
    if let Some(entry) = source.view.entry(id) {
        return Some(Words::own(source.number(entry)?.to_owned()));
    }
    if let Some(action) = source.view.action(id) {
        return Some(Words::own("“").then(Words::said(action.text.as_ref())).and("”"));
    }
    let profile = source.profile;
    let seat = profile.seat(id).and_then(|seat| seat.title.as_ref());
    let stage = || profile.stage(id).and_then(|stage| stage.title.as_ref());
    let decision = || profile.decision(id).and_then(|decision| decision.label.as_ref());
    let title = seat.or_else(stage).or_else(decision)?;
    Some(Words::own("“").then(Words::council(Some(title))).and("”"))
}

/// Our own words with one id of them replaced, wherever it stands as a whole word.
fn replaced(words: Words, id: &Id, called: &Words) -> Vec<Words> {
    use super::document::Run;
    let [Run::Own(text)] = words.0.as_slice() else { return vec![words] };
    let is_word =
        |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let (mut parts, mut rest, mut from) = (Vec::new(), &**text, 0);
    while let Some(at) = rest.get(from..).and_then(|later| later.find(id.as_str())) {
        let (start, end) = (from + at, from + at + id.len());
        let (before, after) =
            (rest.get(..start).unwrap_or_default(), rest.get(end..).unwrap_or_default());
        if is_word(before.chars().next_back()) || is_word(after.chars().next()) {
            from = end;
            continue;
        }
        parts.push(Words::own(before.to_owned()));
        parts.push(called.clone());
        (rest, from) = (after, 0);
    }
    parts.push(Words::own(rest.to_owned()));
    parts
}

/// What no one needs to have explained.
const EVERYDAY: [&str; 6] = ["NHS", "GP", "UK", "TV", "ID", "PE"];

/// Words in capitals that the profile does not explain, in what the family is given. Each copy is read, and never the record:
/// a word that stands only in what is withheld is none that the family will read.
fn unexplained(source: &Source<'_>, given: &Given<'_>) -> Vec<Block> {
    let explained: BTreeSet<&str> =
        source.profile.plain_language.iter().map(|term| term.term.as_str()).collect();
    let families = given.copies.iter().filter(|theirs| theirs.standing == Standing::Family);
    let mut found = BTreeSet::new();
    for copy in families.filter_map(|theirs| theirs.copy.as_ref()) {
        let texts = copy.texts.iter().filter_map(|index| given.texts.get(*index));
        let agencies = copy.record.participants.iter().filter_map(|p| p.agency.as_ref());
        for text in texts.map(|labelled| &labelled.text).chain(agencies) {
            let acronyms = text.as_str().split(|c: char| !c.is_alphanumeric()).filter(is_acronym);
            found.extend(
                acronyms.filter(|word| !explained.contains(word) && !EVERYDAY.contains(word)),
            );
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Heading(2, Words::own("Words that the family may not know")),
        Block::List(found.into_iter().map(Words::said_str).collect()),
    ]
}

/// Two letters or numbers at least, capitals throughout, and one of them a letter.
fn is_acronym(word: &&str) -> bool {
    word.chars().all(|c| c.is_uppercase() || c.is_numeric())
        && word.chars().any(char::is_alphabetic)
        && word.chars().nth(1).is_some()
}

/// Who gets which copy, and what must be read once more before it is made.
fn copies(source: &Source<'_>, given: &Given<'_>) -> Vec<Block> {
    let rows = given.copies.iter().map(|theirs| {
        let which = match theirs.standing {
            Standing::Working => "the working record",
            Standing::Family => "their own copy",
            Standing::Limited => "the decision, and what they do",
        };
        let ([entries, actions], first) = match &theirs.copy {
            None => (["all", "all"].map(Words::own), Words::default()),
            Some(copy) if copy.left.is_empty() => {
                let counts = [copy.record.mapping.len(), copy.record.actions.len()];
                (counts.map(|count| Words::own(count.to_string())), Words::default())
            }
            Some(copy) => {
                let first = Words::own("Read once more, and confirm: ");
                ([Words::default(), Words::default()], first.then(unconfirmed(source, &copy.left)))
            }
        };
        vec![source.name_and_agency(theirs.id), Words::own(which), entries, actions, first]
    });
    let head = vec!["Who", "Which copy", "Entries in it", "Actions in it", "Before it is made"];
    vec![
        Block::Heading(2, Words::own("Who gets which copy")),
        Block::Table(Table::new("Who gets which copy", head, rows.collect())),
    ]
}

/// What tells someone of something that is withheld from them, as people know it.
fn unconfirmed(source: &Source<'_>, left: &BTreeSet<String>) -> Words {
    let named = left.iter().map(|place| {
        let id = place.parse::<Id>().ok();
        id.and_then(|id| called(source, &id)).unwrap_or_else(|| Words::code(place))
    });
    Words::listed(named.collect())
}

/// The words that each copy discloses, once for all of those who are given them.
fn disclosed(source: &Source<'_>, given: &Given<'_>) -> Vec<Block> {
    let mut whom: Vec<Vec<&Id>> = vec![Vec::new(); given.texts.len()];
    for theirs in &given.copies {
        for text in theirs.copy.iter().flat_map(|copy| &copy.texts) {
            whom.get_mut(*text).into_iter().for_each(|ids| ids.push(theirs.id));
        }
    }
    let mut groups: Vec<(Vec<&Id>, Vec<Words>)> = Vec::new();
    for (said, whom) in given.texts.iter().zip(whom).filter(|(_, whom)| !whom.is_empty()) {
        let words = Words::label(format!("{}:", said.label)).then(Words::said(Some(&said.text)));
        match groups.iter_mut().find(|(known, _)| *known == whom) {
            Some((_, list)) => list.push(words),
            None => groups.push((whom, vec![words])),
        }
    }
    if groups.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::Heading(2, Words::own("What each copy discloses")),
        Block::Paragraph(Words::own(
            "Names, dates and numbers are in the copies as well; the command disclosures lists each of them.",
        )),
    ];
    for (whom, words) in groups {
        let names = whom.into_iter().map(|id| source.name(id)).collect();
        let heading = Words::own("These words will be given to ").then(Words::listed(names));
        blocks.extend([Block::Heading(3, heading), Block::List(words)]);
    }
    blocks
}
