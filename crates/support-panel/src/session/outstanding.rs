//! What a stage, and the panel, still needs before it can close: the rules, asked early.

use super::Session;
use crate::profile::{Product, Stage};
use crate::record::{Abstention, Record};
use crate::rules::{self, Finding, Phase, Severity};
use crate::view::View;
use crate::wire::Value;
use crate::{Id, Label};
use serde::Serialize;

/// What is still needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Outstanding {
    /// What the running stage needs.
    pub stage: Option<StageNeeds>,
    /// Of the panel as a whole, that of the stage included: what the rules would find if it closed now, advice aside.
    pub panel: Vec<Finding>,
    /// Rounds of a scale with numbers that are still sealed.
    pub to_reveal: Vec<Unrevealed>,
}

/// What a stage still needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct StageNeeds {
    /// The stage.
    pub id: Id,
    /// What the rules find in what the stage is there to produce, or in the stage itself.
    pub findings: Vec<Finding>,
}

/// A round of a scale whose numbers are sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Unrevealed {
    /// The scale.
    pub scale: Id,
    /// The round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round: Option<Label>,
    /// The danger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Id>,
    /// Who has given their own number.
    pub by: Vec<Id>,
    /// Who has guessed someone else's, once for each guess.
    pub guessed_by: Vec<Id>,
}

impl Session {
    /// What is still needed before the running stage, and the panel, can close. The rules say so, as `check` would once the
    /// meeting has concluded; a sealed number counts as given, and nothing is told of what it is.
    pub fn outstanding(&self) -> Outstanding {
        let judged = self.with_sealed_as_given();
        let view = View::new(
            judged.as_ref().unwrap_or(&self.state.record),
            &self.state.profile,
            None,
            None,
        );
        let panel = rules::ask(&view, Phase::Concluded, Severity::Warning);
        let stage = self.state.running().map(|item| {
            let index = self.state.record.agenda.iter().position(|other| other == item);
            let here = index.map(|index| format!("/agenda/{index}"));
            let stage = self.state.profile.stage(&item.stage);
            let last = self.state.profile.agenda.last().is_some_and(|last| last.id == item.stage);
            let of_stage = |finding: &&Finding| {
                let itself = here.as_deref().is_some_and(|here| is_under(&finding.path, here));
                itself
                    || stage.is_some_and(|stage| touches(stage, &finding.path))
                    || (last && is_under(&finding.path, "/outcome"))
            };
            StageNeeds {
                id: item.stage.clone(),
                findings: panel.iter().filter(of_stage).cloned().collect(),
            }
        });
        Outstanding { stage, to_reveal: self.sealed(), panel }
    }

    /// The rounds with sealed ratings, and who gave them.
    pub fn sealed(&self) -> Vec<Unrevealed> {
        let rounds = self.state.record.scaling.iter().enumerate();
        let unrevealed = rounds.map(|(index, scaling_round)| {
            let by = |own: bool| {
                self.state
                    .sealed_in(index)
                    .filter(|r| r.is_own() == own)
                    .map(|r| r.by.clone())
                    .collect()
            };
            Unrevealed {
                scale: scaling_round.scale.clone(),
                round: scaling_round.round.clone(),
                about: scaling_round.about.clone(),
                by: by(true),
                guessed_by: by(false),
            }
        });
        unrevealed
            .filter(|scaling_round| {
                !scaling_round.by.is_empty() || !scaling_round.guessed_by.is_empty()
            })
            .collect()
    }

    /// The record with an abstention for each sealed rating: answered, and with nothing to read.
    fn with_sealed_as_given(&self) -> Option<Record> {
        if self.state.sealed.is_empty() {
            return None;
        }
        let mut record = self.state.record.clone();
        for sealed in &self.state.sealed {
            let by = sealed.rating.by.clone();
            let answered =
                Abstention { by, reason: Some("sealed rating".into()), ..Abstention::empty() };
            record.scaling.get_mut(sealed.round)?.abstentions.push(answered);
        }
        Some(record)
    }
}

fn is_under(path: &str, parent: &str) -> bool {
    path.strip_prefix(parent).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a path lies in what a stage produces.
fn touches(stage: &Stage, path: &str) -> bool {
    stage.produces.iter().any(|product| {
        let index = match product {
            Product::Attendance => "/participants",
            Product::BestHopes => "/referral/best_hopes",
            Product::Background => "/referral/background",
            Product::Entries => "/mapping",
            Product::Ratings => "/scaling",
            Product::Actions => "/actions",
            Product::Decision => "/outcome",
            Product::Feedback => "/outcome/feedback",
        };
        is_under(path, index)
    })
}
