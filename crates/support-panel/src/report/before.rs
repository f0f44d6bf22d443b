//! What goes out before a panel: the invitation and the agenda.

use super::clock::uk_after;
use super::decision::contact;
use super::document::{Block, Document, Table, Words};
use super::head::{LARGE, document, line, when};
use super::letter::{children, greeting, sentence};
use super::scales::meanings_in_words;
use super::source::Source;
use crate::Text;
use crate::profile::{Profile, Stage};
use crate::record::{ParticipantKind, Scale};
use crate::scaling::is_of;

/// For the family, or for one person: a relative, an advocate, an agency.
pub(super) fn invitation(source: &Source<'_>) -> Document {
    let profile = source.profile;
    let is_agency = source.reader_kind() == Some(ParticipantKind::Professional);
    let council = match &profile.authority {
        Some(authority) => Words::council(Some(authority)),
        None => Words::own("The council"),
    };
    let meeting = match &profile.title {
        Some(title) => Words::council(Some(title)),
        None => Words::own("a panel"),
    };
    let about = match is_agency {
        // Who it is about is told by whoever asks, and not on paper.
        true => Words::own(". We are asking you because your agency can help."),
        false => Words::own(", to talk about ")
            .then(children(source))
            .and(" and to agree who can help with what."),
    };
    let mut blocks = vec![
        line(source),
        greeting(source),
        Block::Paragraph(council.and(" invites you to its ").then(meeting).then(about)),
        Block::Heading(2, Words::own("Why we are meeting")),
        Block::Paragraph(match &source.record.referral.reason {
            Some(reason) => sentence(Some(reason)),
            None => Words::council(profile.purpose.as_ref()),
        }),
        Block::Heading(2, Words::own("When and where")),
        Block::Facts(vec![
            (Words::own("When"), when(source).unwrap_or_else(Words::absent)),
            (Words::own("Where"), place(source)),
        ]),
    ];
    blocks.extend(asked(source, is_agency));
    if is_agency {
        blocks.extend(report(source));
    }
    blocks.extend(cannot_come(source, is_agency));
    blocks.extend(contact(source));
    blocks.extend(to_read(profile, if is_agency { "agenc" } else { "famil" }));
    let mut invitation = document(source, "Invitation", blocks);
    if !is_agency {
        invitation.layout = LARGE;
    }
    invitation
}

fn place(source: &Source<'_>) -> Words {
    Words::said(source.record.meeting.place.as_ref())
}

/// What will be asked of someone in the room.
fn asked(source: &Source<'_>, is_agency: bool) -> Vec<Block> {
    let columns = source.profile.columns.iter().filter_map(|column| column.heading.as_ref());
    let questions: Vec<_> = columns.map(|heading| Words::council(Some(heading))).collect();
    let mut blocks = vec![Block::Heading(2, Words::own("What we will ask you"))];
    if !questions.is_empty() {
        blocks.push(Block::Paragraph(Words::own(
            "We make one map together. We ask everyone the same questions:",
        )));
        blocks.push(Block::List(questions));
    }
    let reader = source.reader_kind();
    if let Some(scale) =
        source.profile.scales.iter().find(|scale| is_asked(scale, is_agency, reader))
    {
        blocks.push(Block::Paragraph(
            Words::own("We also ask where you would put yourself on a line. ")
                .then(Words::council(scale.prompt.as_ref())),
        ));
        blocks.push(Block::Facts(meanings_in_words(scale)));
        blocks.push(Block::Paragraph(Words::own(match is_agency {
            true => "There is no right number. Say what makes it that number.",
            false => "There is no right number, and you do not have to give one.",
        })));
    }
    blocks
}

fn is_asked(scale: &Scale, is_agency: bool, reader: Option<ParticipantKind>) -> bool {
    let words: &[&str] = match reader {
        _ if is_agency => &["everyone", "professionals"],
        Some(ParticipantKind::Child) => &["everyone", "family", "children"],
        _ => &["everyone", "family", "parents"],
    };
    scale.asked_of.iter().any(|who| words.contains(&who.as_str()))
}

/// The report that an agency is asked for, whether or not someone comes.
fn report(source: &Source<'_>) -> Vec<Block> {
    let reports = &source.profile.inputs.reports;
    let is_professional = |whom: &crate::Id| matches!(whom.as_str(), "everyone" | "professionals");
    let is_asked = reports.asked_of.iter().any(|whom| {
        is_professional(whom)
            || source.reader_participant().is_some_and(|it| is_of(&source.view, it, whom))
    });
    if !is_asked {
        return Vec::new();
    }
    let by = match reports.days_before {
        Some(days) => format!(" at least {days} days before the meeting"),
        None => " before the meeting".into(),
    };
    vec![
        Block::Heading(2, Words::own("Your report")),
        Block::Paragraph(Words::own(format!(
            "Send us a report{by}, whether or not you can come: what you are worried about, what is working well, and what \
             your agency can do.",
        ))),
    ]
}

fn cannot_come(source: &Source<'_>, is_agency: bool) -> Vec<Block> {
    let heading = Block::Heading(2, Words::own("If you cannot come"));
    if !is_agency {
        return vec![
            heading,
            Block::Paragraph(Words::own(
                "Tell us before the meeting what you want us to know. You can write it, draw it, or ask someone you trust to say \
             it for you. You can also bring someone with you.",
            )),
        ];
    }
    let mapping = source.profile.inputs.mapping.as_ref().and_then(|given| given.0.days_before);
    let by = mapping.map(|days| format!(" at least {days} days before")).unwrap_or_default();
    vec![
        heading,
        Block::Paragraph(Words::own(format!(
            "Send a deputy who can agree actions for your agency. If no one can come, send a written update{by}: what you are \
         worried about, what is working well, and what your agency can do.",
        ))),
    ]
}

/// What the council has for someone to read.
fn to_read(profile: &Profile, audience: &str) -> Vec<Block> {
    let resources = profile.resources.iter().filter(|resource| {
        let whom = resource.audience.as_ref().map(Text::as_str).unwrap_or_default();
        whom.to_lowercase().contains(audience)
    });
    let items = resources.map(|resource| {
        let title = resource.title.as_ref().map(|title| Words::council(Some(title)));
        let url = resource.url.as_ref().map(|url| Words::code(url));
        Words::all(title.into_iter().chain(url).collect(), ": ")
    });
    let items: Vec<_> = items.collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(2, Words::own("To read")), Block::List(items)]
}

/// The stages, who leads each and how long it takes. A family's copy has the stages alone.
pub(super) fn agenda(source: &Source<'_>) -> Document {
    let profile = source.profile;
    let title = |stage: &Stage| match &stage.title {
        Some(title) => Words::council(Some(title)),
        None => Words::code(stage.id.as_str()),
    };
    let mut blocks = vec![Block::Facts(vec![
        (Words::own("When"), when(source).unwrap_or_else(Words::absent)),
        (Words::own("Where"), place(source)),
    ])];
    if source.is_for_family() {
        let stages = profile.agenda.iter().filter(|stage| stage.required == Some(true));
        blocks.push(Block::Heading(2, Words::own("What we will do")));
        blocks.push(Block::List(stages.map(title).collect()));
        blocks.extend(contact(source));
    } else {
        let clock = clock(source);
        let rows = profile.agenda.iter().zip(clock).map(|(stage, at)| {
            let minutes = stage.minutes.map(|minutes| format!("{minutes} min"));
            let minutes = [at, minutes].into_iter().flatten().map(Words::own).collect();
            let prompts = stage.prompts.iter().map(|prompt| Words::council(Some(prompt)));
            vec![
                title(stage),
                stage.lead.as_ref().map(|lead| led_by(source, lead)).unwrap_or_default(),
                Words::all(minutes, ", "),
                Words::lines(prompts),
            ]
        });
        let head = vec!["Stage", "Who leads", "Time", "What is asked"];
        blocks.push(Block::Heading(2, Words::own("Stages")));
        blocks.push(Block::Table(Table::new("Stages", head, rows.collect())));
    }
    document(source, source.for_family_or("What will happen", "Agenda"), blocks)
}

/// When each stage begins, as far as the minutes of those before it tell.
fn clock(source: &Source<'_>) -> Vec<Option<String>> {
    let mut at = source.record.meeting.starts_at.map(|starts| (starts, 0));
    let stages = source.profile.agenda.iter().map(|stage| {
        let begins = at.and_then(|(starts, minutes)| uk_after(starts, minutes));
        at = at.zip(stage.minutes).map(|((starts, minutes), more)| (starts, minutes + more));
        begins
    });
    stages.collect()
}

/// Whoever leads: by name where the record has them, else by their role.
fn led_by(source: &Source<'_>, lead: &crate::Id) -> Words {
    let role = match lead.as_str() {
        "chair" => "the chair",
        "note_taker" => "the note-taker",
        "referrer" => "the referrer",
        seat => {
            let title = source.profile.seat(seat).and_then(|seat| seat.title.as_ref());
            return title.map_or_else(|| Words::code(seat), |title| Words::council(Some(title)));
        }
    };
    let held = source.view.role(lead).flatten().and_then(|id| source.view.participant(id));
    match held {
        Some(held) => {
            source.name(&held.id).and(format!(" ({role})")).but(source.concealed(&held.id))
        }
        None => Words::own(role),
    }
}
