//! How far a sitting has come, and which commands move it on: the state diagram as data.

use super::command::CommandType;
use crate::error::Code;
use crate::wire::string_enum;
use CommandType as T;
use Standing as S;

string_enum! {
    /// How far a sitting has come.
    pub enum Standing {
        /// The meeting is planned.
        Before = "before",
        /// In session, and no stage runs.
        Between = "between",
        /// A stage runs.
        Running = "running",
        /// A stage is paused.
        Paused = "paused",
        /// The meeting was broken off, to be taken up again.
        Adjourned = "adjourned",
        /// The meeting is over.
        Concluded = "concluded",
    }
}

/// Every command that moves a sitting on, from where and to where.
const MOVES: &[(Standing, CommandType, Standing)] = &[
    (S::Before, T::OpenMeeting, S::Between),
    (S::Between, T::StartStage, S::Running),
    (S::Running, T::Pause, S::Paused),
    (S::Paused, T::Resume, S::Running),
    (S::Running, T::EndStage, S::Between),
    (S::Paused, T::EndStage, S::Between),
    (S::Between, T::Adjourn, S::Adjourned),
    (S::Adjourned, T::OpenMeeting, S::Between),
    (S::Between, T::Conclude, S::Concluded),
    (S::Concluded, T::Amend, S::Concluded),
];

impl Standing {
    pub(super) const fn in_session(self) -> bool {
        matches!(self, S::Between | S::Running | S::Paused)
    }

    /// Whether a command may be given at all now, and else why not.
    pub(super) fn admits(self, kind: CommandType) -> Result<(), Code> {
        let moves = || MOVES.iter().filter(|(_, command, _)| *command == kind);
        let admitted = match scope(kind) {
            Scope::Move => moves().any(|(from, _, _)| *from == self),
            Scope::UntilConcluded => self != S::Concluded,
            Scope::InSession => self.in_session(),
        };
        if admitted {
            return Ok(());
        }
        Err(match (self, kind) {
            (_, T::Amend) => Code::NotOver,
            (S::Concluded, _) => Code::MeetingOver,
            (_, T::OpenMeeting) => Code::AlreadyOpen,
            (S::Before | S::Adjourned, _) => Code::NotInSession,
            (S::Between, _) => Code::NoStage,
            (S::Running, T::Resume) => Code::NotPaused,
            (S::Paused, T::Pause) => Code::Paused,
            _ => Code::StageRunning,
        })
    }

    /// The state diagram, in Mermaid.
    pub fn diagram() -> String {
        let mut lines = vec!["stateDiagram-v2".to_owned(), format!("    [*] --> {}", S::Before)];
        lines.extend(
            MOVES.iter().map(|(from, command, to)| format!("    {from} --> {to}: {command}")),
        );
        lines.push(format!("    {} --> [*]", S::Concluded));
        for standing in Self::ALL {
            lines.push(format!("    note left of {standing}: {}", standing.note()));
        }
        lines.join("\n")
    }

    fn note(self) -> String {
        let of = |scope_wanted| {
            CommandType::ALL
                .iter()
                .filter(|kind| scope(**kind) == scope_wanted && self.admits(**kind).is_ok())
                .count()
        };
        match (of(Scope::UntilConcluded), of(Scope::InSession)) {
            (0, _) => "every other change is inside an amend".into(),
            (before, 0) => format!("{before} commands that prepare"),
            (before, within) => {
                format!("{before} commands that prepare, {within} of the panel's work")
            }
        }
    }
}

/// When a command may be given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Where [`MOVES`] has it.
    Move,
    /// Before the meeting and in it.
    UntilConcluded,
    /// While the meeting is in session.
    InSession,
}

const fn scope(kind: CommandType) -> Scope {
    match kind {
        T::OpenMeeting
        | T::Adjourn
        | T::Conclude
        | T::StartStage
        | T::Pause
        | T::Resume
        | T::EndStage
        | T::Amend => Scope::Move,
        T::Appoint
        | T::Invite
        | T::Arrive
        | T::Apologise
        | T::MarkAbsent
        | T::ProceedInquorate
        | T::RecordBestHopes
        | T::RecordBackground
        | T::RecordViews
        | T::SetAgreement
        | T::SetSharing
        | T::AddEntry
        | T::AmendEntry
        | T::MoveEntry
        | T::WithdrawEntry
        | T::SettleEntry
        | T::Undo
        | T::Redo => Scope::UntilConcluded,
        _ => Scope::InSession,
    }
}

/// Whether a command changes what is on record and may so be an amendment.
pub(super) const fn is_amendable(kind: CommandType) -> bool {
    let runs =
        matches!(kind, T::SkipStage | T::OpenRound | T::Reveal | T::Undo | T::Redo | T::Sealed);
    !runs && !matches!(scope(kind), Scope::Move)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standing_is_reached_and_left_but_the_last() {
        for standing in Standing::ALL {
            let reached = *standing == S::Before
                || MOVES.iter().any(|(from, _, to)| to == standing && from != standing);
            let left = *standing == S::Concluded
                || MOVES.iter().any(|(from, _, to)| from == standing && to != standing);
            assert!(reached && left, "{standing}");
        }
    }

    /// With `BLESS=1` in the environment the page is written anew instead of compared.
    #[test]
    fn the_page_shows_the_diagram_of_the_code() {
        let path = format!("{}/../../docs/session.md", env!("CARGO_MANIFEST_DIR"));
        let page = std::fs::read_to_string(&path).unwrap();
        let (before, rest) = page.split_once("<!-- diagram -->\n").unwrap();
        let (_, after) = rest.split_once("<!-- /diagram -->").unwrap();
        let made = format!(
            "{before}<!-- diagram -->\n```mermaid\n{}\n```\n<!-- /diagram -->{after}",
            Standing::diagram()
        );
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path, made).unwrap();
        } else {
            assert!(
                page == made,
                "docs/session.md has another diagram: run the tests once with BLESS=1 and read the change"
            );
        }
    }
}
