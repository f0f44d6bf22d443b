//! The subcommands: each its arguments and what it does, in a file of its own.

mod check;
mod copy;
mod disclosures;
mod explain;
mod fhir;
mod follow_on;
mod papers;
mod profile;
mod profiles;
mod redact;
mod referral;
mod report;
mod returns;
mod rules;
mod schema;
mod session;
mod summary;
mod synth;
mod table;
mod tracker;

use crate::console::{Console, Status};
use clap::ColorChoice;
use std::io::{self, Read};

/// Check, summarise and carry on the records of multi-agency support panels
///
/// A record is one panel about one family, as JSON. This command says what is missing or inconsistent in it, shows how
/// its members rated, writes its minutes, and prepares the next panel's record. It never rates risk and never recommends a
/// decision: that is the panel's.
#[derive(Debug, clap::Parser)]
#[command(name = "support-panel", version, arg_required_else_help = true, term_width = 90, after_help = AFTER)]
pub(crate) struct Cli {
    /// When to use colour; auto is on a terminal, unless `NO_COLOR` is set
    #[arg(long, global = true, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN")]
    pub(crate) color: ColorChoice,

    #[command(subcommand)]
    pub(crate) command: Command,
}

const AFTER: &str = "\
Exit status:
  0  nothing was found at or above --fail-on
  1  something was
  2  an argument or some input could not be used; all other input was still looked at

Start here:
  support-panel check panel.json           what is missing or inconsistent in a record
  support-panel explain SP204              why that matters, and what to do
  support-panel help check                 more about one subcommand";

macro_rules! commands {
    ($($name:ident($args:path),)*) => {
        #[derive(Debug, clap::Subcommand)]
        pub(crate) enum Command {
            $($name($args),)*
        }

        impl Command {
            pub(crate) fn run(&self, stdin: &mut (dyn Read + Send), console: &mut Console<'_>) -> io::Result<Status> {
                match self {
                    $(Self::$name(args) => args.run(stdin, console),)*
                }
            }
        }
    };
}

commands! {
    Check(check::Args),
    Summary(summary::Args),
    Papers(papers::Args),
    Tracker(tracker::Args),
    Minutes(report::Minutes),
    Map(report::Map),
    ActionPlan(report::ActionPlan),
    Copy(copy::Args),
    Disclosures(disclosures::Args),
    Fhir(fhir::Args),
    FollowOn(follow_on::Args),
    Redact(redact::Args),
    Referral(referral::Args),
    Returns(returns::Args),
    Session(session::Args),
    Table(table::Args),
    Rules(rules::Args),
    Explain(explain::Args),
    Schema(schema::Args),
    Profiles(profiles::Args),
    Profile(profile::Args),
    Synth(synth::Args),
}

/// What most subcommands can write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// One JSON array
    Json,
    /// One JSON object a line
    Ndjson,
    /// For a spreadsheet: quoted, and guarded against formulas
    Csv,
}
