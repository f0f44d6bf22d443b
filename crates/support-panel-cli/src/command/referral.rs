//! `referral`: records from a council's forms.

use crate::console::{Console, Status};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use support_panel_returns::{Mapping, Referrals, from_csv, from_json};

/// Read referrals from a table or a web form by a mapping file, one record a line
///
/// The mapping says which cell becomes which member of a record. Every cell that is refused is named on standard error by row and column, and
/// quoted nowhere; its record is written without it, unless a record needs it.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A mapping, in TOML:
  [record]
  \"/profile/id\" = \"leicester-masp\"
  \"/profile/version\" = \"2017.1\"
  \"/case/people/0/id\" = \"child-1\"
  \"/case/people/0/kind\" = \"child\"
  [cells]
  \"/id\" = { from = \"Form\", prefix = \"ref-\" }
  \"/case/reference\" = { from = \"EHA reference\" }
  \"/referral/received_on\" = { from = \"Received\", day = \"dd/mm/yyyy\" }
  \"/agreement/service/status\" = { from = \"Consent\", words = { Yes = \"agreed\", No = \"declined\" } }
  \"/case/people/0/name\" = { from = \"Child\" }

Examples:
  support-panel referral form.toml referrals.csv > referrals.ndjson
      The rows of a table whose first row has the headings.

  support-panel referral web-form.toml answers.json | support-panel check -
      One form of a web page, or a list of them, and what its record still lacks.")]
pub(crate) struct Args {
    /// The mapping file
    mapping: PathBuf,

    /// The table, as CSV, or the form, as JSON: a file that ends in .json
    file: PathBuf,
}

impl Args {
    pub(super) fn run(&self, _: &mut dyn Read, console: &mut Console<'_>) -> io::Result<Status> {
        let Referrals { records, refused, .. } = match self.read() {
            Ok(made) => made,
            Err(error) => return console.complain(&error),
        };
        for cell in &refused {
            console.complain(cell)?;
        }
        for (_, record) in &records {
            console.document(&record.to_json())?;
            writeln!(console.out()?)?;
        }
        Ok(console.status())
    }

    fn read(&self) -> Result<Referrals, String> {
        let text = |file: &Path| {
            let read = std::fs::read_to_string(file);
            read.map_err(|error| format!("{}: {error}", file.display()))
        };
        let told = |file: &Path, error| format!("{}: {error}", file.display());
        let mapping = Mapping::from_toml(&text(&self.mapping)?)
            .map_err(|error| told(&self.mapping, error))?;
        let form = text(&self.file)?;
        let is_json = self.file.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
        let read = if is_json { from_json(&form, &mapping) } else { from_csv(&form, &mapping) };
        read.map_err(|error| told(&self.file, error))
    }
}
