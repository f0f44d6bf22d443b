//! The standings of a sitting, and the state table: which commands are admitted in each, and which move it.

use super::command::CommandType;
use crate::error::Code;
use crate::wire::string_enum;
use Cell::{Moves, Refused, Stays};
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

/// One cell of the state table: the effect of a command in one standing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    /// Admitted; the standing does not change.
    Stays,
    /// Admitted; the sitting moves to this standing.
    Moves(Standing),
    Refused(Code),
}

/// One row of the state table: a cell for each standing, in the order of [`Standing`].
#[derive(PartialEq, Eq)]
pub(super) struct Scope(Cell, Cell, Cell, Cell, Cell, Cell);

const NOT_IN: Cell = Refused(Code::NotInSession);
const OPEN: Cell = Refused(Code::AlreadyOpen);
const NONE_RUNS: Cell = Refused(Code::NoStage);
const RUNS: Cell = Refused(Code::StageRunning);
const OVER: Cell = Refused(Code::MeetingOver);
const NOT_OVER: Cell = Refused(Code::NotOver);
const BETWEEN: Cell = Moves(S::Between);

/// The state table. Its columns are before, between, running, paused, adjourned, concluded.
#[rustfmt::skip]
mod scopes {
    use super::*;
    pub(in crate::session) const UNTIL_CONCLUDED: Scope =
        Scope(Stays, Stays, Stays, Stays, Stays, OVER);
    pub(in crate::session) const IN_SESSION: Scope =
        Scope(NOT_IN, Stays, Stays, Stays, NOT_IN, OVER);
    pub(in crate::session) const OPENS: Scope =
        Scope(BETWEEN, OPEN, OPEN, OPEN, BETWEEN, OVER);
    pub(in crate::session) const STARTS_STAGE: Scope =
        Scope(NOT_IN, Moves(S::Running), RUNS, RUNS, NOT_IN, OVER);
    pub(in crate::session) const PAUSES: Scope =
        Scope(NOT_IN, NONE_RUNS, Moves(S::Paused), Refused(Code::Paused), NOT_IN, OVER);
    pub(in crate::session) const RESUMES: Scope =
        Scope(NOT_IN, NONE_RUNS, Refused(Code::NotPaused), Moves(S::Running), NOT_IN, OVER);
    pub(in crate::session) const ENDS_STAGE: Scope =
        Scope(NOT_IN, NONE_RUNS, BETWEEN, BETWEEN, NOT_IN, OVER);
    pub(in crate::session) const ADJOURNS: Scope =
        Scope(NOT_IN, Moves(S::Adjourned), RUNS, RUNS, NOT_IN, OVER);
    pub(in crate::session) const CONCLUDES: Scope =
        Scope(NOT_IN, Moves(S::Concluded), RUNS, RUNS, NOT_IN, OVER);
    pub(in crate::session) const AMENDS: Scope =
        Scope(NOT_OVER, NOT_OVER, NOT_OVER, NOT_OVER, NOT_OVER, Moves(S::Concluded));
}
pub(super) use scopes::*;

impl Scope {
    const fn at(&self, standing: Standing) -> Cell {
        match standing {
            S::Before => self.0,
            S::Between => self.1,
            S::Running => self.2,
            S::Paused => self.3,
            S::Adjourned => self.4,
            S::Concluded => self.5,
        }
    }
}

/// Every transition: from which standing, by which command, to which.
fn moves() -> impl Iterator<Item = (Standing, CommandType, Standing)> {
    Standing::ALL.iter().flat_map(|from| {
        CommandType::ALL.iter().filter_map(|kind| match kind.spec().scope.at(*from) {
            Moves(to) => Some((*from, *kind, to)),
            Stays | Refused(_) => None,
        })
    })
}

impl Standing {
    /// Whether a command is admitted in this standing, and else why not.
    pub(super) const fn admits(self, kind: CommandType) -> Result<(), Code> {
        match kind.spec().scope.at(self) {
            Stays | Moves(_) => Ok(()),
            Refused(code) => Err(code),
        }
    }

    /// The state diagram, in Mermaid.
    pub fn diagram() -> String {
        let mut lines = vec!["stateDiagram-v2".to_owned(), format!("    [*] --> {}", S::Before)];
        lines.extend(moves().map(|(from, kind, to)| format!("    {from} --> {to}: {kind}")));
        lines.push(format!("    {} --> [*]", S::Concluded));
        for standing in Self::ALL {
            lines.push(format!("    note left of {standing}: {}", standing.note()));
        }
        lines.join("\n")
    }

    fn note(self) -> String {
        let stay_in = |scope: &Scope| {
            let of_scope = |kind: &&CommandType| *kind.spec().scope == *scope;
            match scope.at(self) {
                Stays => CommandType::ALL.iter().filter(of_scope).count(),
                Moves(_) | Refused(_) => 0,
            }
        };
        match (stay_in(&UNTIL_CONCLUDED), stay_in(&IN_SESSION)) {
            (0, _) => "every other change is inside an amend".into(),
            (before, 0) => format!("{before} commands that prepare"),
            (before, within) => {
                format!("{before} commands that prepare, {within} of the panel's work")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standing_is_reached_and_left_but_the_last() {
        for standing in Standing::ALL {
            let reached = *standing == S::Before
                || moves().any(|(from, _, to)| to == *standing && from != *standing);
            let left = *standing == S::Concluded
                || moves().any(|(from, _, to)| from == *standing && to != *standing);
            assert!(reached && left, "{standing}");
        }
    }

    #[test]
    fn diagram_of_the_page_is_current() {
        let path = format!("{}/../../docs/session.md", env!("CARGO_MANIFEST_DIR"));
        let page = std::fs::read_to_string(&path).unwrap();
        let (before, rest) = page.split_once("<!-- diagram -->\n").unwrap();
        let (_, after) = rest.split_once("<!-- /diagram -->").unwrap();
        let made = format!(
            "{before}<!-- diagram -->\n```mermaid\n{}\n```\n<!-- /diagram -->{after}",
            Standing::diagram()
        );
        crate::golden::golden("docs/session.md", &made);
    }
}
