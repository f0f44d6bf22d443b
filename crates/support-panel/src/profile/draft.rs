//! A first profile from answers to questions: what is answered is written down, and what is not is left as a comment.

use super::document::Direction;
use crate::error::{Code, Error};
use crate::wire::Writer;
use serde::Serialize;

/// A question that a council answers to begin a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DraftQuestion {
    /// What the answer is called.
    pub key: &'static str,
    /// As it is asked.
    pub ask: &'static str,
    /// An answer, to show its form.
    pub example: &'static str,
    /// Whether there may be several answers.
    pub many: bool,
}

const fn one(key: &'static str, ask: &'static str, example: &'static str) -> DraftQuestion {
    DraftQuestion { key, ask, example, many: false }
}

const fn many(key: &'static str, ask: &'static str, example: &'static str) -> DraftQuestion {
    DraftQuestion { key, ask, example, many: true }
}

static QUESTIONS: &[DraftQuestion] = &[
    one("council", "Which council?", "Exampleshire Council"),
    one("meeting", "What is the meeting called?", "Family Support Panel"),
    one("version", "Which version is this?", "2027.1"),
    one("purpose", "What is it for, in one sentence?", "Brings families and agencies together."),
    many("statuses", "Which case statuses may come to it?", "Early help"),
    many(
        "roles",
        "Who is expected at every panel? The role, then its agency.",
        "Team Manager, Social Care",
    ),
    one("chair", "Which of these roles chairs?", "Team Manager"),
    one("note_taker", "Which role takes the notes?", "Business Support Officer"),
    one("quorum", "How many agencies must be there for a decision?", "3"),
    many(
        "stages",
        "What is on the agenda, in order? The title, then its minutes if it is timed.",
        "The worker's summary, 4",
    ),
    one(
        "columns",
        "How many columns has the map: three, or four with what you do not know yet?",
        "3",
    ),
    one("scale", "Which scaling question is asked?", "How safe are the children today?"),
    one(
        "scale_ends",
        "What do the two ends mean? The lowest, then the highest.",
        "So worried that early help is not enough, Early help can end",
    ),
    many(
        "decisions",
        "What may be decided? The words, then close, step_down, stay, step_up or defer.",
        "Continue with early help, stay",
    ),
    one("review_weeks", "When is the review held at the latest, in weeks?", "12"),
    one("minutes_days", "Within how many working days do the minutes go out?", "5"),
    one("contact", "Whom can the family ring?", "The family hub on 0100 000 0000"),
    many(
        "plain_words",
        "Which terms do you spell out for families? The term, then what to say.",
        "EHA, early help assessment",
    ),
];

/// The questions that [`draft`] has the answers to, in the order in which they are asked.
pub fn draft_questions() -> &'static [DraftQuestion] {
    QUESTIONS
}

/// The answers by the keys of [`draft_questions`]; without one the profile does not say it.
pub type Answers = Vec<(String, Vec<String>)>;

/// A profile in TOML, with comments, from answers. It reads; what is not answered stands in it as a comment to fill in.
///
/// ```
/// use support_panel::{Profile, profile};
///
/// let answers = vec![
///     ("meeting".into(), vec!["Family Support Panel".into()]),
///     ("roles".into(), vec!["Team Manager, Social Care".into(), "Head of Year, Schools".into()]),
///     ("chair".into(), vec!["Team Manager".into()]),
/// ];
/// let profile = Profile::from_toml(profile::draft(&answers)?)?;
/// assert_eq!(profile.id.as_str(), "family_support_panel");
/// assert_eq!(profile.chair.seats[0].as_str(), "team_manager");
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// `unknown_key` for an answer to no question; `bad_number`, `unknown_word` or `bad_reference` for one that is none of the
/// kind that was asked for, at the key of the question.
pub fn draft(answers: &Answers) -> Result<String, Error> {
    for (key, _) in answers {
        if !QUESTIONS.iter().any(|question| question.key == key) {
            let known: Vec<_> = QUESTIONS.iter().map(|question| question.key).collect();
            let message =
                format!("found an answer to no question, expected one to {}", known.join(", "));
            return Err(Error::new(Code::UnknownKey, "", message));
        }
    }
    Draft { answers, out: String::new() }.whole()
}

struct Draft<'a> {
    answers: &'a Answers,
    out: String,
}

/// Something with an id made of its words.
struct Named {
    id: String,
    words: String,
    more: Option<String>,
}

impl Draft<'_> {
    fn whole(mut self) -> Result<String, Error> {
        let meeting = self.one("meeting").unwrap_or("Our panel").to_owned();
        self.line("# A profile of our panel. Lines that begin with # are notes. Leave out what is not decided:");
        self.line("# nothing is filled in, and rules that would need it stay silent. See docs/profiles.md.");
        self.line("");
        self.member("id", &id_of(&meeting, "our_panel"));
        let version = self.one("version").unwrap_or("1").to_owned();
        self.member("version", &version);
        self.member("title", &meeting);
        self.optional("authority", "council", "Our Council");
        self.member("language", "en-GB");
        self.line("# valid_from = \"2027-04-01\"");
        self.optional("purpose", "purpose", "What the meeting is for.");
        self.before()?;
        self.roles()?;
        self.map()?;
        self.scale()?;
        self.agenda()?;
        self.after()?;
        Ok(self.out)
    }

    fn before(&mut self) -> Result<(), Error> {
        self.heading("Who may come");
        for status in self.named("statuses", "status") {
            self.table("[[statuses]]");
            self.member("id", &status.id);
            self.member("label", &status.words);
            self.line("eligible = true");
        }
        self.comment("[inputs]\nreferral = { days_before = 5 }");
        Ok(())
    }

    fn roles(&mut self) -> Result<(), Error> {
        self.heading("Who sits, who chairs, who takes notes");
        let roles = self.named("roles", "role");
        for (key, table) in [("chair", "[chair]"), ("note_taker", "[note_taker]")] {
            match self.one(key) {
                Some(role) => {
                    let id = find(&roles, role).ok_or_else(|| {
                        refuse(
                            Code::BadReference,
                            key,
                            "found a role that is not among the roles, expected one of them",
                        )
                    })?;
                    self.table(table);
                    self.line(&format!("seats = [{}]", quoted(&id)));
                }
                None => self.comment(&format!("{table}\nseats = [\"…\"]")),
            }
        }
        for role in &roles {
            self.table("[[seats]]");
            self.member("id", &role.id);
            self.member("title", &role.words);
            match &role.more {
                Some(agency) => self.member("agency", agency),
                None => self.line("# agency = \"…\""),
            }
            self.line("core = true");
        }
        match self.number("quorum", 1)? {
            Some(agencies) => {
                self.table("[quorum]");
                self.line(&format!("min_agencies = {agencies}"));
                self.line("may_proceed_with_reason = true");
            }
            None => self.comment("[quorum]\nmin_agencies = 3\nmay_proceed_with_reason = true"),
        }
        Ok(())
    }

    fn map(&mut self) -> Result<(), Error> {
        self.heading(
            "The map: headings and labels are yours, the categories are the same everywhere",
        );
        let columns = match self.one("columns").map(str::trim) {
            None | Some("3" | "three") => 3,
            Some("4" | "four") => 4,
            Some(_) => {
                return Err(refuse(
                    Code::UnknownWord,
                    "columns",
                    "found another answer, expected 3 or 4",
                ));
            }
        };
        self.line(WORRIES);
        self.line(WORKING_WELL);
        if columns == 4 {
            self.line(UNCLEAR);
        }
        self.line(NEEDS_TO_HAPPEN);
        Ok(())
    }

    fn scale(&mut self) -> Result<(), Error> {
        self.heading("Scaling: change an end only for a good reason, a new one begins a new series of numbers");
        let Some(prompt) = self.one("scale").map(str::to_owned) else {
            self.comment("[[scales]]\nid = \"how_safe\"\nprompt = \"…\"\nmin = 0\nmax = 10\nstep = 1\nhigher_is = \"better\"\nasked_of = [\"everyone\"]\nrounds = [\"opening\"]\nanchors = { min = \"…\", max = \"…\" }");
            return Ok(());
        };
        let ends = self
            .one("scale_ends")
            .and_then(|ends| ends.split_once(','))
            .map(|(a, b)| (a.trim(), b.trim()));
        let (min, max) =
            ends.filter(|(min, max)| !min.is_empty() && !max.is_empty()).ok_or_else(|| {
                refuse(
                    Code::MissingKey,
                    "scale_ends",
                    "found no words for both ends, expected the lowest, a comma and the highest",
                )
            })?;
        let anchors = format!("anchors = {{ min = {}, max = {} }}", quoted(min), quoted(max));
        self.table("[[scales]]");
        self.member("id", "opening_scale");
        self.member("prompt", &prompt);
        self.line("min = 0\nmax = 10\nstep = 1\nhigher_is = \"better\"\nasked_of = [\"everyone\"]\nrounds = [\"opening\"]");
        self.line(&anchors);
        self.line("follow_ups = [\n    { text = \"What makes it that high?\", fills = \"reason\" },\n    { text = \"What would be one point higher?\", fills = \"one_point_higher\" },\n]");
        Ok(())
    }

    fn agenda(&mut self) -> Result<(), Error> {
        self.heading("The agenda, in order; add produces = [\"entries\", \"ratings\", \"actions\"] to the stages that do");
        let stages = self.named("stages", "stage");
        for stage in &stages {
            let minutes = match &stage.more {
                Some(minutes) => Some(count("stages", minutes, 0)?),
                None => None,
            };
            self.table("[[agenda]]");
            self.member("id", &stage.id);
            self.member("title", &stage.words);
            self.line("lead = \"chair\"");
            if let Some(minutes) = minutes {
                self.line(&format!("minutes = {minutes}"));
            }
            self.line("required = true");
        }
        if stages.is_empty() {
            self.comment("[[agenda]]\nid = \"welcome\"\ntitle = \"Welcome\"\nlead = \"chair\"\nrequired = true");
        }
        Ok(())
    }

    fn after(&mut self) -> Result<(), Error> {
        self.heading("What may be decided, and what follows");
        let decisions = self.named("decisions", "decision");
        for decision in &decisions {
            let direction = decision.more.as_deref().unwrap_or("stay");
            let direction = Direction::from_word(direction).ok_or_else(|| {
                refuse(
                    Code::UnknownWord,
                    "decisions",
                    "found another word, expected close, step_down, stay, step_up or defer",
                )
            })?;
            self.table("[[decisions]]");
            self.member("id", &decision.id);
            self.member("label", &decision.words);
            self.member("direction", direction.as_str());
            self.line(&format!("needs_reason = {}", direction != Direction::Stay));
        }
        match self.number("review_weeks", 1)? {
            Some(weeks) => {
                self.table("[review]");
                self.line(&format!("max = {{ weeks = {weeks} }}"));
            }
            None => self.comment("[review]\nmax = { weeks = 12 }"),
        }
        match self.number("minutes_days", 1)? {
            Some(days) => {
                self.table("[after]");
                self.line(&format!("minutes_within = {{ working_days = {days} }}"));
            }
            None => self.comment("[after]\nminutes_within = { working_days = 5 }\nfeedback_within = { working_days = 2 }"),
        }
        self.comment("[lead_practitioner]\nrequired = true\n\n[feedback]\nrequired = true");
        if let Some(contact) = self.one("contact").map(str::to_owned) {
            self.table("[papers]");
            self.member("contact", &contact);
        }
        for term in self.named("plain_words", "term") {
            self.table("[[plain_language]]");
            self.member("term", &term.words);
            if let Some(say) = &term.more {
                self.member("say", say);
            }
        }
        Ok(())
    }

    fn one(&self, key: &str) -> Option<&str> {
        self.all(key).into_iter().next()
    }

    fn all(&self, key: &str) -> Vec<&str> {
        let given = self.answers.iter().filter(|(known, _)| known == key);
        given
            .flat_map(|(_, answers)| answers)
            .map(|answer| answer.trim())
            .filter(|answer| !answer.is_empty())
            .collect()
    }

    fn number(&self, key: &'static str, least: u32) -> Result<Option<u32>, Error> {
        self.one(key).map(|answer| count(key, answer, least)).transpose()
    }

    /// Answers of the form "words, more", each with an id of its own.
    fn named(&self, key: &str, what: &str) -> Vec<Named> {
        let mut all: Vec<Named> = Vec::new();
        for (index, answer) in self.all(key).into_iter().enumerate() {
            // Words may have commas in them: the last one parts what is more.
            let (words, more) = match answer.rsplit_once(',') {
                Some((words, more)) if !words.trim().is_empty() && !more.trim().is_empty() => {
                    (words.trim(), Some(more.trim().to_owned()))
                }
                _ => (answer, None),
            };
            let mut id = id_of(words, &format!("{what}_{}", index + 1));
            if super::verify::RESERVED.contains(&id.as_str())
                || all.iter().any(|known| known.id == id)
            {
                id = format!("{id}_{what}_{}", index + 1);
            }
            all.push(Named { id, words: words.to_owned(), more });
        }
        all
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn heading(&mut self, text: &str) {
        self.line(&format!("\n# {text}"));
    }

    fn table(&mut self, head: &str) {
        self.line(&format!("\n{head}"));
    }

    fn member(&mut self, key: &str, text: &str) {
        self.line(&format!("{key} = {}", quoted(text)));
    }

    fn optional(&mut self, key: &str, answer: &str, example: &str) {
        match self.one(answer).map(str::to_owned) {
            Some(text) => self.member(key, &text),
            None => self.line(&format!("# {key} = {}", quoted(example))),
        }
    }

    fn comment(&mut self, text: &str) {
        let lines: Vec<_> =
            text.lines().map(|line| format!("# {line}").trim_end().to_owned()).collect();
        self.line(&format!("\n{}", lines.join("\n")));
    }
}

fn refuse(code: Code, key: &str, message: &str) -> Error {
    Error::new(code, format!("/{key}"), message)
}

fn count(key: &str, answer: &str, least: u32) -> Result<u32, Error> {
    let number = answer.trim().parse().ok().filter(|number| (least..=1000).contains(number));
    number.ok_or_else(|| {
        refuse(
            Code::BadNumber,
            key,
            &format!("found another answer, expected a whole number from {least} to 1000"),
        )
    })
}

fn find(roles: &[Named], wanted: &str) -> Option<String> {
    let wanted = wanted.trim().to_lowercase();
    roles
        .iter()
        .find(|role| role.words.to_lowercase() == wanted || role.id == wanted)
        .map(|role| role.id.clone())
}

/// Small letters, digits and underscores out of words.
fn id_of(words: &str, otherwise: &str) -> String {
    let letters = words.chars().filter(|c| *c != '\'' && *c != '’').take(60);
    let letters: String = letters
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' })
        .collect();
    let id = letters.split_whitespace().collect::<Vec<_>>().join("_");
    if id.is_empty() { otherwise.to_owned() } else { id }
}

/// In quotes, as TOML wants it: as JSON does, and DEL escaped as well.
fn quoted(text: &str) -> String {
    let mut writer = Writer::compact();
    writer.text(text);
    writer.finish().replace('\u{7f}', "\\u007f")
}

const WORRIES: &str = r#"
[[columns]]
id = "worries"
heading = "What are we worried about?"
categories = [
    { id = "past_harm", label = "Past harm" },
    { id = "future_danger", label = "Danger" },
    { id = "complicating_factor", label = "What makes it harder" },
]"#;

const WORKING_WELL: &str = r#"
[[columns]]
id = "working_well"
heading = "What is working well?"
categories = [
    { id = "existing_strength", label = "Strengths" },
    { id = "existing_safety", label = "Safety" },
]"#;

const UNCLEAR: &str = r#"
[[columns]]
id = "unclear"
heading = "What do we not know yet?"
may_be_empty = true
categories = [{ id = "grey_area", label = "Grey areas" }]"#;

const NEEDS_TO_HAPPEN: &str = r#"
[[columns]]
id = "needs_to_happen"
heading = "What needs to happen?"
categories = [
    { id = "goal", label = "Goals" },
    { id = "next_step", label = "Next steps" },
]"#;
