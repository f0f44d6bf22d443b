//! A profile for the board that decides on it: everything that it says, in words, and what it leaves open.

use super::document::{Block, Document, Table, Words};
use super::head::of_profile;
use super::map::plain_name;
use super::scales::{empty_line, meanings_in_words};
use crate::profile::{self, AfterWithin, Direction, Input, Interval, Profile, RuleSetting, Stage};
use crate::record::{Polarity, Scale, Subject, Within};
use crate::{Id, Text};

/// Everything that a profile says, on one page to be read and printed.
///
/// ```
/// use support_panel::report::{self, Format};
/// use support_panel::Profile;
///
/// let page = report::profile_page(&Profile::built_in("leicester-masp")?);
/// let text = page.render(Format::Text);
/// assert!(text.contains("Early Help Service Manager"));
/// assert!(text.contains("SP203"), "a quorum is not stated, so its rule is silent");
/// # Ok::<(), support_panel::Error>(())
/// ```
pub fn profile_page(profile: &Profile) -> Document {
    let mut blocks = vec![identity(profile)];
    let parts: [(&str, Vec<Block>); 11] = [
        ("Who may come", who_may_come(profile)),
        ("What must come beforehand", beforehand(profile)),
        ("Who sits", who_sits(profile)),
        ("The agenda", agenda(profile)),
        ("The map", map(profile)),
        ("Scaling questions", scales(profile)),
        ("What may be decided", decisions(profile)),
        ("Actions, review and what follows", after(profile)),
        ("Papers and the case system", papers(profile)),
        ("Plain words", plain_words(profile)),
        ("Rules", rules(profile)),
    ];
    for (title, part) in parts {
        if !part.is_empty() {
            blocks.push(Block::Heading(2, Words::own(title)));
            blocks.extend(part);
        }
    }
    of_profile(profile, "Profile", blocks)
}

fn fact(name: &'static str, value: Words) -> (Words, Words) {
    (Words::own(name), value)
}

fn yes(value: Option<bool>, yes: &'static str) -> Words {
    if value == Some(true) { Words::own(yes) } else { Words::default() }
}

/// What the council calls something, else its id.
fn called(name: Option<&Text>, id: &str) -> Words {
    match name {
        Some(name) => Words::council(Some(name)),
        None => Words::code(id),
    }
}

fn facts(facts: Vec<Option<(Words, Words)>>) -> Vec<Block> {
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    if facts.is_empty() { Vec::new() } else { vec![Block::Facts(facts)] }
}

fn identity(profile: &Profile) -> Block {
    let day = |day: Option<crate::Date>| day.map(super::clock::day);
    let mut facts = vec![
        fact("Council", Words::council(profile.authority.as_ref())),
        fact(
            "Profile",
            Words::code(&profile.id).and(", version ").then(Words::code(&profile.version)),
        ),
    ];
    facts.extend(day(profile.valid_from).map(|day| fact("In force from", Words::own(day))));
    facts.extend(day(profile.valid_to).map(|day| fact("In force until", Words::own(day))));
    facts.extend(
        profile.purpose.as_ref().map(|text| fact("What it is for", Words::council(Some(text)))),
    );
    Block::Facts(facts)
}

fn who_may_come(profile: &Profile) -> Vec<Block> {
    let row = |status: &profile::Status| {
        let may = match status.eligible {
            Some(true) => "may come",
            Some(false) => "belongs at a different meeting",
            None => "not said",
        };
        let review = interval(&status.review).map_or_else(Words::default, Words::own);
        vec![called(status.label.as_ref(), &status.id), Words::own(may), review]
    };
    table(
        "Case statuses",
        vec!["Case status", "Here", "Review"],
        profile.statuses.iter().map(row).collect(),
    )
}

fn table(caption: &'static str, head: Vec<&'static str>, rows: Vec<Vec<Words>>) -> Vec<Block> {
    if rows.is_empty() { Vec::new() } else { vec![Block::Table(Table::new(caption, head, rows))] }
}

fn beforehand(profile: &Profile) -> Vec<Block> {
    let inputs = &profile.inputs;
    let by = |input: &Input| match input.days_before {
        Some(days) => Words::own(format!("{days} days before the panel; that day is in time")),
        None => Words::own("by the day of the panel"),
    };
    facts(vec![
        inputs.referral.as_ref().map(|given| fact("Referral form", by(&given.0))),
        inputs.mapping.as_ref().map(|given| fact("Mapping template", by(&given.0))),
        inputs.agreement.as_ref().map(|given| fact("The family's agreement", by(&given.0))),
        (!inputs.reports.asked_of.is_empty()).then(|| {
            let days = inputs.reports.days_before;
            let by = by(&Input { days_before: days });
            let whom = roles(profile, &inputs.reports.asked_of);
            fact("Reports in writing", Words::own("of ").then(whom).and(", ").then(by))
        }),
        (inputs.referrer_scale == Some(true))
            .then(|| fact("Referrer's own scale", Words::own("the referrer brings one"))),
    ])
}

/// The role of an id, or the reserved word in words.
fn role(profile: &Profile, id: &Id) -> Words {
    match (profile.seat(id), id.as_str()) {
        (Some(seat), _) => called(seat.title.as_ref(), &seat.id),
        (None, "note_taker") => Words::own("the note-taker"),
        (None, "core") => Words::own("everyone in a core role"),
        (None, "everyone") => Words::own("everyone but business support and advocates"),
        (None, "professionals") => Words::own("professionals"),
        (None, "family") => Words::own("the family"),
        (None, "children") => Words::own("children"),
        (None, "parents") => Words::own("parents"),
        (None, word) => Words::own(format!("the {word}")),
    }
}

fn roles(profile: &Profile, ids: &[Id]) -> Words {
    Words::listed(ids.iter().map(|id| role(profile, id)).collect())
}

fn who_sits(profile: &Profile) -> Vec<Block> {
    let row = |seat: &profile::Seat| {
        vec![
            called(seat.title.as_ref(), &seat.id),
            seat.agency.as_ref().map_or_else(Words::default, |agency| Words::council(Some(agency))),
            yes(seat.core, "every panel"),
            yes(seat.may_commit, "yes"),
        ]
    };
    let mut blocks = table(
        "Roles",
        vec!["Role", "Agency", "Expected at", "May commit the agency"],
        profile.seats.iter().map(row).collect(),
    );
    let (chair, notes, quorum) = (&profile.chair, &profile.note_taker, &profile.quorum);
    let agencies =
        |n: u32| Words::own(if n == 1 { "1 agency".into() } else { format!("{n} agencies") });
    blocks.extend(facts(vec![
        (!chair.seats.is_empty()).then(|| fact("Chairs", roles(profile, &chair.seats))),
        (!notes.seats.is_empty()).then(|| fact("Takes notes", roles(profile, &notes.seats))),
        notes.may_be_chair.map(|may| {
            fact("The chair may take the notes", Words::own(if may { "yes" } else { "no" }))
        }),
        quorum.min_agencies.map(|n| fact("Quorum", agencies(n))),
        (!quorum.must_include.is_empty())
            .then(|| fact("No quorum without", roles(profile, &quorum.must_include))),
        quorum.may_proceed_with_reason.map(|may| {
            let words = if may { "yes, if the reason is recorded" } else { "no" };
            fact("May go ahead without a quorum", Words::own(words))
        }),
        quorum.floor.map(|n| fact("Never with fewer than", agencies(n))),
    ]));
    blocks
}

fn agenda(profile: &Profile) -> Vec<Block> {
    let row = |stage: &Stage| {
        let produces: Vec<_> =
            stage.produces.iter().map(|it| it.as_str().replace('_', " ")).collect();
        vec![
            called(stage.title.as_ref(), &stage.id),
            stage.lead.as_ref().map_or_else(Words::default, |lead| role(profile, lead)),
            stage
                .minutes
                .map_or_else(Words::default, |minutes| Words::own(format!("{minutes} min"))),
            yes(stage.required, "held or skipped with a reason"),
            if produces.is_empty() { Words::default() } else { Words::own(produces.join(", ")) },
        ]
    };
    table(
        "Stages",
        vec!["Stage", "Led by", "Time", "Required", "Produces"],
        profile.agenda.iter().map(row).collect(),
    )
}

fn map(profile: &Profile) -> Vec<Block> {
    let mut blocks = Vec::new();
    for column in &profile.columns {
        blocks.push(Block::Heading(3, called(column.heading.as_ref(), &column.id)));
        if let Some(prompt) = &column.prompt {
            blocks.push(Block::Paragraph(Words::council(Some(prompt))));
        }
        let label = |category: &profile::ColumnCategory| match &category.label {
            Some(label) => Words::council(Some(label)),
            None => Words::own(plain_name(category.id)),
        };
        let mut items: Vec<_> = column.categories.iter().map(label).collect();
        if column.may_be_empty == Some(true) {
            items.push(Words::own("This column may stay empty."));
        }
        blocks.push(Block::List(items));
        let questions = profile.questions.iter().filter(|question| question.column == column.id);
        let questions: Vec<_> =
            questions.map(|question| Words::council(Some(&question.text))).collect();
        if !questions.is_empty() {
            blocks.push(Block::Paragraph(Words::own("Questions to draw on:")));
            blocks.push(Block::List(questions));
        }
    }
    let limits = &profile.limits;
    blocks.extend(facts(vec![
        limits.goals.map(|n| fact("Goals, at most", Words::own(n.to_string()))),
        limits.future_dangers.map(|n| fact("Dangers, at most", Words::own(n.to_string()))),
        limits
            .goals_per_danger
            .map(|n| fact("Goals for one danger, at most", Words::own(n.to_string()))),
        limits
            .dangers_per_goal
            .map(|n| fact("Dangers for one goal, at most", Words::own(n.to_string()))),
    ]));
    blocks
}

fn scales(profile: &Profile) -> Vec<Block> {
    profile.scales.iter().flat_map(|scale| one_scale(profile, scale)).collect()
}

fn one_scale(profile: &Profile, scale: &Scale) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(3, called(scale.prompt.as_ref(), &scale.id))];
    match empty_line(scale) {
        Some(line) if scale.points.is_empty() => blocks.push(Block::Line(line)),
        _ => blocks.push(Block::Facts(meanings_in_words(scale))),
    }
    let better = match scale.higher_is {
        Polarity::Better => "better",
        Polarity::Worse => "worse",
    };
    let rounds: Vec<_> = scale.rounds.iter().map(|round| Words::council_str(round)).collect();
    blocks.extend(facts(vec![
        Some(fact("A higher number is", Words::own(better))),
        (scale.step != 1.into()).then(|| fact("In steps of", Words::own(scale.step.to_string()))),
        match scale.subject {
            Subject::Overall => None,
            Subject::Entry => Some(fact("About", Words::own("each danger on the map"))),
            Subject::Child => Some(fact("About", Words::own("each child in turn"))),
        },
        (!scale.asked_of.is_empty()).then(|| fact("Asked of", roles(profile, &scale.asked_of))),
        (!scale.together.is_empty())
            .then(|| fact("Give one number together", roles(profile, &scale.together))),
        (!rounds.is_empty()).then(|| fact("When", Words::listed(rounds))),
        (scale.independent == Some(true))
            .then(|| fact("How", Words::own("each number is sealed until all are shown"))),
        scale.wide_range.map(|range| {
            fact("A wide range", Words::own(format!("numbers {range} or more apart")))
        }),
        scale.near_worried_end.map(|near| {
            let words = format!("a number within {near} of it needs a decision with a reason");
            fact("The worried end", Words::own(words))
        }),
    ]));
    let asked: Vec<_> =
        scale.follow_ups.iter().map(|asked| Words::council(Some(&asked.text))).collect();
    if !asked.is_empty() {
        blocks.push(Block::Paragraph(Words::own("Then the chair asks:")));
        blocks.push(Block::List(asked));
    }
    blocks
}

fn decisions(profile: &Profile) -> Vec<Block> {
    let row = |decision: &profile::Decision| {
        let direction = match decision.direction {
            Direction::Close => "the support ends",
            Direction::StepDown => "less is needed",
            Direction::Stay => "it goes on as it is",
            Direction::StepUp => "more is needed",
            Direction::Defer => "decided later",
        };
        vec![
            called(decision.label.as_ref(), &decision.id),
            Words::own(direction),
            yes(decision.needs_reason, "yes"),
            interval(&decision.review).map_or_else(Words::default, Words::own),
        ]
    };
    let mut blocks = table(
        "Decisions",
        vec!["Decision", "What it means", "Needs a reason", "Review"],
        profile.decisions.iter().map(row).collect(),
    );
    if profile.deciding.each_child == Some(true) {
        blocks.push(Block::Paragraph(Words::own("There is one for each child.")));
    }
    blocks
}

fn units(n: u32, unit: &str) -> String {
    if n == 1 { format!("1 {unit}") } else { format!("{n} {unit}s") }
}

fn within(within: &Within) -> String {
    match within {
        Within::Days(n) => units(n.get(), "day"),
        Within::Weeks(n) => units(n.get(), "week"),
        Within::Months(n) => units(n.get(), "month"),
        Within::WorkingDays(n) => units(n.get(), "working day"),
    }
}

fn interval(interval: &Interval) -> Option<String> {
    match (&interval.min, &interval.max) {
        (Some(min), Some(max)) => {
            Some(format!("between {} and {} after the panel", within(min), within(max)))
        }
        (Some(min), None) => Some(format!("not before {} after the panel", within(min))),
        (None, Some(max)) => Some(format!("within {} of the panel", within(max))),
        (None, None) => None,
    }
}

fn after(profile: &Profile) -> Vec<Block> {
    let (actions, after) = (&profile.actions, &profile.after);
    let soon = |name: &'static str, by: &Option<AfterWithin>| {
        let by = by.as_ref()?;
        let words = match by {
            AfterWithin::WorkingDays(n) => units(n.get(), "working day"),
            AfterWithin::Hours(n) => units(n.get(), "hour"),
        };
        Some(fact(name, Words::own(format!("within {words} of the panel"))))
    };
    let needed = |name: &'static str, needed: Option<bool>| {
        (needed == Some(true)).then(|| fact(name, Words::own("required")))
    };
    facts(vec![
        actions
            .max_per_panel
            .map(|n| fact("Actions of a panel, at most", Words::own(n.to_string()))),
        actions
            .max_per_owner
            .map(|n| fact("Actions of one person, at most", Words::own(n.to_string()))),
        (actions.due_by_review == Some(true))
            .then(|| fact("Actions are due", Words::own("by the review"))),
        actions.default_within.as_ref().map(|by| {
            fact(
                "Filled in where no day is said",
                Words::own(format!("{} after the panel", within(by))),
            )
        }),
        interval(&profile.review).map(|words| fact("Review", Words::own(words))),
        needed("Lead practitioner", profile.lead_practitioner.required),
        needed("Feedback to the family", profile.feedback.required),
        soon("Actions begun", &after.actions_within),
        soon("Minutes out", &after.minutes_within),
        soon("The family told", &after.feedback_within),
        soon("Entered in the case system", &after.recorded_within),
    ])
}

fn papers(profile: &Profile) -> Vec<Block> {
    let (papers, system) = (&profile.papers, &profile.recording);
    let withheld: Vec<_> = papers.withhold.iter().map(|it| it.as_str().replace('_', " ")).collect();
    let boxes: Vec<_> = system
        .sections
        .iter()
        .map(|section| called(section.heading.as_ref(), &section.id))
        .collect();
    let mut blocks = facts(vec![
        papers.contact.as_ref().map(|text| fact("Whom to ring", Words::council(Some(text)))),
        papers
            .if_you_disagree
            .as_ref()
            .map(|text| fact("If you disagree", Words::council(Some(text)))),
        (!withheld.is_empty()).then(|| {
            fact("Withheld from the family beside what always is", Words::own(withheld.join(", ")))
        }),
        system.system.as_ref().map(|text| fact("Case system", Words::council(Some(text)))),
        (!boxes.is_empty()).then(|| fact("Boxes of its form", Words::listed(boxes))),
    ]);
    let read: Vec<_> = profile
        .resources
        .iter()
        .map(|resource| {
            let title = called(resource.title.as_ref(), "");
            match &resource.url {
                Some(url) => title.and(": ").then(Words::code(url)),
                None => title,
            }
        })
        .collect();
    if !read.is_empty() {
        blocks.extend([Block::Paragraph(Words::own("To read:")), Block::List(read)]);
    }
    blocks
}

fn plain_words(profile: &Profile) -> Vec<Block> {
    let row = |term: &profile::Term| {
        vec![Words::council(Some(&term.term)), Words::council(term.say.as_ref())]
    };
    table("Plain words", vec!["Term", "Say"], profile.plain_language.iter().map(row).collect())
}

fn rules(profile: &Profile) -> Vec<Block> {
    let set: Vec<_> = crate::rules::rules()
        .filter_map(|rule| match profile.rules.get(rule.code)? {
            RuleSetting::Off => None,
            RuleSetting::Set { severity, parameters } => {
                let severity = severity.map(|severity| severity.as_str().to_owned());
                let numbers = parameters
                    .iter()
                    .map(|(name, value)| format!("{} {value}", name.replace('_', " ")));
                let words: Vec<_> = severity.into_iter().chain(numbers).collect();
                let row =
                    [Words::code(rule.code), Words::own(rule.title), Words::own(words.join(", "))];
                Some(row.into())
            }
        })
        .collect();
    let mut blocks = table("Rules set otherwise", vec!["Rule", "About", "Here"], set);
    let own = profile.local_rules.iter().map(|rule| {
        vec![
            Words::code(rule.code()),
            Words::council(Some(&rule.title)),
            Words::own(rule.severity.as_str()),
            Words::council(Some(&rule.message)),
        ]
    });
    let heads = vec!["Rule", "About", "How much it matters", "What it says"];
    blocks.extend(table("Rules of the council's own", heads, own.collect()));
    let silent: Vec<_> = profile::silent(profile)
        .iter()
        .map(|silent| {
            vec![Words::code(silent.rule), Words::own(silent.title), Words::own(silent.why())]
        })
        .collect();
    if !silent.is_empty() {
        blocks.push(Block::Paragraph(Words::own(
            "These rules never speak under this profile. That is right where the council has decided nothing of the kind.",
        )));
    }
    blocks.extend(table("Silent rules", vec!["Rule", "About", "Why it is silent"], silent));
    blocks
}
