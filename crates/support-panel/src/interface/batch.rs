//! Many records at once, one a line: how many are clean, what each rule found, and where.

use crate::error::{Code, Error};
use crate::ndjson::{Line, Lines};
use crate::{CheckOptions, Date, Finding, Profile, Record};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A check of NDJSON that is given in pieces, of whatever size: memory holds one line and the findings listed.
///
/// ```
/// use support_panel::Code;
/// use support_panel::interface::Batch;
///
/// let mut batch = Batch::new(None, None, 100);
/// batch.push(b"{\"format\": \"support-panel/1\"}\n");
/// let result = batch.finish();
/// assert_eq!((result.records, result.unread), (0, 1));
/// assert_eq!(result.errors[0].code, Code::MissingKey);
/// ```
#[derive(Debug)]
pub struct Batch {
    profile: Option<Profile>,
    as_of: Option<Date>,
    most: usize,
    lines: Lines,
    /// The text of the line at hand.
    kept: Vec<u8>,
    result: BatchResult,
}

/// What a batch of records came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BatchResult {
    /// Lines, blank ones too.
    pub lines: u32,
    /// Records that were checked.
    pub records: u32,
    /// Of those, the ones in which nothing was found.
    pub clean: u32,
    /// Lines that could not be read or judged.
    pub unread: u32,
    /// How often each rule found something, by code.
    #[cfg_attr(test, schemars(with = "crate::schema::results::RuleCounts"))]
    pub rules: Counts,
    /// The findings, up to the bound, in the order of the lines.
    pub findings: Vec<BatchFinding>,
    /// The lines that could not be read or judged, up to the same bound.
    pub errors: Vec<Unread>,
    /// Whether the bound left anything out; the counts are whole in any case.
    pub truncated: bool,
}

/// How often something was met, by code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts(Vec<(Cow<'static, str>, u32)>);

impl Counts {
    fn index(&self, code: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| (**known).cmp(code))
    }

    fn note(&mut self, finding: &Finding) {
        match self.index(&finding.code) {
            Ok(at) => self.0.iter_mut().skip(at).take(1).for_each(|(_, count)| *count += 1),
            Err(at) => self.0.insert(at, (finding.code.clone(), 1)),
        }
    }

    /// How often this one was.
    pub fn of(&self, code: &str) -> u32 {
        self.index(code).ok().and_then(|at| self.0.get(at)).map_or(0, |(_, count)| *count)
    }

    /// Each that was met, in the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.0.iter().map(|(code, count)| (&**code, *count))
    }
}

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// A finding, and in which record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BatchFinding {
    /// The line, from 1.
    pub line: u32,
    /// The record's id.
    pub record: String,
    /// The finding.
    #[serde(flatten)]
    pub finding: Finding,
}

/// A line that could not be read or judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Unread {
    /// The line, from 1.
    pub line: u32,
    /// The code of the error.
    pub code: Code,
    /// JSON Pointer to the member at fault.
    pub path: String,
    /// The column, in characters from 1.
    pub column: Option<u32>,
    /// What was found and what was expected.
    pub message: String,
}

impl Batch {
    /// A check under the profile given, else each record's own; `most` bounds how many findings, and errors, are listed.
    pub fn new(profile: Option<Profile>, as_of: Option<Date>, most: usize) -> Self {
        Self {
            profile,
            as_of,
            most,
            lines: Lines::default(),
            kept: Vec::new(),
            result: BatchResult::default(),
        }
    }

    /// Processes the next piece of the text; it may end anywhere.
    pub fn push(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let (part, ended) = self.lines.scan(rest);
            let (part, after) = rest.split_at_checked(part).unwrap_or((rest, &[]));
            self.lines.keep(&mut self.kept, part);
            rest = after;
            if ended {
                self.end_line();
            }
        }
    }

    /// How many lines have been processed so far.
    pub fn lines(&self) -> u32 {
        u32::try_from(self.lines.ended()).unwrap_or(u32::MAX)
    }

    /// Processes the last, unterminated line and returns the totals.
    pub fn finish(mut self) -> BatchResult {
        self.end_line();
        self.result.lines = self.lines();
        self.result
    }

    fn end_line(&mut self) {
        let kept = std::mem::take(&mut self.kept);
        if let Some(Line { text, .. }) = self.lines.end(&kept) {
            match text.and_then(|text| self.judge(text)) {
                Ok((record, findings)) => self.note(&record, findings),
                Err(error) => self.refuse(&error),
            }
        }
        self.kept = kept;
        self.kept.clear();
    }

    fn judge(&self, line: &[u8]) -> Result<(Record, Vec<Finding>), Error> {
        let record = Record::from_json(line)?;
        let profile = Profile::for_record(&record, &self.profile)?;
        let findings = crate::check(&record, &profile, &CheckOptions::default().as_of(self.as_of))?;
        Ok((record, findings))
    }

    fn note(&mut self, record: &Record, findings: Vec<Finding>) {
        let line = self.lines();
        let result = &mut self.result;
        result.records += 1;
        result.clean += u32::from(findings.is_empty());
        for finding in findings {
            result.rules.note(&finding);
            if result.findings.len() < self.most {
                result.findings.push(BatchFinding { line, record: record.id.to_string(), finding });
            } else {
                result.truncated = true;
            }
        }
    }

    fn refuse(&mut self, error: &Error) {
        let line = self.lines();
        let result = &mut self.result;
        result.unread += 1;
        if result.errors.len() >= self.most {
            result.truncated = true;
            return;
        }
        result.errors.push(Unread {
            line,
            code: error.code(),
            path: error.path().to_owned(),
            column: error.column(),
            message: error.message().to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLEAN: &str = include_str!("../../../../tests/records/clean.json");

    fn line(text: &str) -> String {
        Record::from_json(text).unwrap().to_json()
    }

    fn whole(text: &[u8], most: usize) -> BatchResult {
        let mut batch = Batch::new(None, None, most);
        batch.push(text);
        batch.finish()
    }

    #[test]
    fn every_line_is_counted_once() {
        let clean = line(CLEAN);
        let bare = clean.replacen("\"decision\":\"continue\",", "", 1);
        let text = format!("{clean}\r\n\n{bare}\n{{}}\n{clean}");
        let result = whole(text.as_bytes(), 100);
        assert_eq!((result.lines, result.records, result.clean, result.unread), (5, 3, 2, 1));
        assert_eq!(result.rules.of("SP701"), 1);
        assert_eq!(
            result
                .findings
                .iter()
                .filter(|f| f.finding.code == "SP701")
                .map(|f| f.line)
                .collect::<Vec<_>>(),
            [3]
        );
        assert_eq!((result.errors[0].line, result.errors[0].code), (4, Code::MissingKey));
        assert!(!result.truncated);
    }

    #[test]
    fn the_pieces_make_no_difference() {
        let text = format!("{}\n{{\"a\": 1}}\n\n{}\n", line(CLEAN), line(CLEAN));
        let expected = whole(text.as_bytes(), 100);
        for size in [1, 7, 4096] {
            let mut batch = Batch::new(None, None, 100);
            text.as_bytes().chunks(size).for_each(|piece| batch.push(piece));
            assert_eq!(batch.finish(), expected, "{size}");
        }
    }

    #[test]
    fn the_bound_leaves_the_counts_whole() {
        let result = whole(b"{}\n{}\n{}\n", 2);
        assert_eq!((result.unread, result.errors.len(), result.truncated), (3, 2, true));
    }

    #[test]
    fn a_line_without_end_is_too_large_and_takes_no_more_room_than_that() {
        let mut batch = Batch::new(None, None, 10);
        let piece = vec![b'x'; 1 << 20];
        for _ in 0..9 {
            batch.push(&piece);
        }
        assert!(batch.kept.len() <= crate::limits::DOCUMENT_BYTES + 2);
        batch.push(b"\n");
        assert_eq!(batch.finish().errors[0].code, Code::TooLarge);
    }
}
