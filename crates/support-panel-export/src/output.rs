//! What is handed over, by name: a paper in one of its formats, or a calendar, made of a reader's copy.

#[cfg(feature = "calendar")]
use crate::CalendarOptions;
#[cfg(feature = "pdf")]
use crate::Fonts;
use crate::{Format, Metadata};
use std::fmt;
use std::str::FromStr;
use support_panel::report::{self, Paper, PaperOptions, Papers, Reader};
use support_panel::{Code, Error, Profile, Record};

/// What can be asked for: a paper, or the calendar, which is a paper that only programs read.
///
/// ```
/// use support_panel::report::Paper;
/// use support_panel_export::Output;
///
/// assert_eq!("letter".parse(), Ok(Output::Paper(Paper::Letter)));
/// assert_eq!(Output::all().count(), Paper::ALL.len() + 1);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Output {
    /// A paper, in any format but iCalendar.
    Paper(Paper),
    /// The panel, its review and the reader's own actions, as iCalendar.
    #[cfg(feature = "calendar")]
    Calendar,
}

/// What an output is told beside the record, its profile and its reader.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct OutputOptions<'a> {
    /// What a paper is told.
    pub paper: PaperOptions<'a>,
    /// What a calendar is told; how its copy is asked for stands with the paper.
    #[cfg(feature = "calendar")]
    pub calendar: CalendarOptions,
    /// The fonts of a PDF, before those that are shipped.
    #[cfg(feature = "pdf")]
    pub fonts: Option<Fonts>,
}

impl<'a> OutputOptions<'a> {
    /// With these for papers.
    #[must_use]
    pub fn paper(self, paper: PaperOptions<'a>) -> Self {
        Self { paper, ..self }
    }

    /// With these for a calendar.
    #[cfg(feature = "calendar")]
    #[must_use]
    pub fn calendar(self, calendar: CalendarOptions) -> Self {
        Self { calendar, ..self }
    }

    /// With these fonts before those that are shipped.
    #[cfg(feature = "pdf")]
    #[must_use]
    pub fn fonts(self, fonts: impl Into<Option<Fonts>>) -> Self {
        Self { fonts: fonts.into(), ..self }
    }
}

/// A file to hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// Paper, date and reader: `letter-2026-03-12-family.docx`. No character of it leads anywhere else.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What it is written as.
    pub format: Format,
}

impl Output {
    /// Every one, papers first.
    pub fn all() -> impl Iterator<Item = Self> {
        let papers = Paper::ALL.iter().map(|paper| Self::Paper(*paper));
        #[cfg(feature = "calendar")]
        let papers = papers.chain([Self::Calendar]);
        papers
    }

    /// The format that it is written in, asked for this one: a calendar has only its own.
    pub fn format(self, asked: Format) -> Format {
        match self {
            Self::Paper(_) => asked,
            #[cfg(feature = "calendar")]
            Self::Calendar => Format::Calendar,
        }
    }

    /// The file for one reader, made of their copy of the record.
    ///
    /// ```
    /// use support_panel::report::{Paper, Reader};
    /// use support_panel::{Profile, Record};
    /// use support_panel_export::{Format, Output, OutputOptions};
    ///
    /// let record = Record::from_json(r#"{
    ///     "format": "support-panel/1", "id": "panel-1",
    ///     "profile": {"id": "leicester-masp", "version": "2017.1"},
    ///     "case": {"reference": "EHA-1"},
    ///     "meeting": {"held_on": "2026-03-12"},
    ///     "outcome": {"decision": "continue"}
    /// }"#)?;
    /// let profile = Profile::of(&record)?;
    /// let (plan, family) = (Output::Paper(Paper::Plan), Reader::Family);
    /// let file = plan.file(&record, &profile, &family, Format::Word, &OutputOptions::default())?;
    /// assert_eq!(file.name, "plan-2026-03-12-family.docx");
    /// # Ok::<(), support_panel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`report::paper`] or [`calendar`](fn@crate::calendar); `wrong_paper_format` where the paper is not written in this
    /// format; `missing_characters` where a PDF has no font for a character; `day_before_1900` for a workbook.
    pub fn file(
        self,
        record: &Record,
        profile: &Profile,
        reader: &Reader,
        format: Format,
        options: &OutputOptions<'_>,
    ) -> Result<File, Error> {
        self.file_of(&Papers::new(record, profile, reader, &options.paper), format, options)
    }

    /// As [`Output::file`], of a reader for whom several are made; what the options say of papers stands with the reader.
    ///
    /// # Errors
    /// As [`Output::file`].
    pub fn file_of(
        self,
        papers: &Papers<'_>,
        format: Format,
        options: &OutputOptions<'_>,
    ) -> Result<File, Error> {
        let (record, profile, reader) = (papers.record(), papers.profile(), papers.reader());
        let format = self.format(format);
        let bytes = match self {
            Self::Paper(paper) => {
                options.write(&papers.paper(paper)?, &Metadata::of(record, profile), format)?
            }
            #[cfg(feature = "calendar")]
            Self::Calendar => {
                let options = options.calendar.clone().copy(options.paper.copy.clone());
                crate::calendar(record, profile, reader, &options)?.into_bytes()
            }
        };
        let on = record.meeting.held_on.map(|on| on.to_string());
        let parts = [Some(self.to_string()), on, Some(reader.to_string())];
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join("-");
        Ok(File { name: file_name(&name, format), bytes, format })
    }

    /// The file of a paper that is made of a profile alone, such as the scoring slips.
    ///
    /// # Errors
    /// `needs_record` for what is made of a record; else as [`Output::file`].
    pub fn blank(
        self,
        profile: &Profile,
        format: Format,
        options: &OutputOptions<'_>,
    ) -> Result<File, Error> {
        let document = match self {
            Self::Paper(paper) => report::blank(profile, paper)?,
            #[cfg(feature = "calendar")]
            Self::Calendar => {
                let message = "found a profile alone, expected a record as well";
                return Err(Error::outside(Code::NeedsRecord, message));
            }
        };
        let bytes = options.write(&document, &Metadata::of_profile(profile), format)?;
        let name = file_name(&format!("{self}-{}", profile.id), format);
        Ok(File { name, bytes, format })
    }
}

impl OutputOptions<'_> {
    fn write(
        &self,
        document: &crate::Document,
        metadata: &Metadata,
        format: Format,
    ) -> Result<Vec<u8>, Error> {
        #[cfg(feature = "pdf")]
        if let (Format::Pdf, Some(fonts)) = (format, &self.fonts) {
            return Ok(crate::pdf(document, metadata, &fonts.clone().or(Fonts::shipped()))?);
        }
        Ok(format.write(document, metadata)?)
    }
}

/// An id may have any character: a file's name has only those that name nothing else.
fn file_name(name: &str, format: Format) -> String {
    let shown = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '_' };
    let name: String = name.chars().map(shown).collect();
    format!("{name}.{}", format.ending())
}

impl fmt::Display for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Paper(paper) => paper.fmt(f),
            #[cfg(feature = "calendar")]
            Self::Calendar => f.pad("calendar"),
        }
    }
}

impl FromStr for Output {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::all().find(|output| output.to_string() == text).ok_or_else(|| {
            let words: Vec<_> = Self::all().map(|output| output.to_string()).collect();
            let message = format!("found another word, expected one of {}", words.join(" "));
            Error::outside(Code::UnknownWord, message)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_else() {
        assert_eq!(
            file_name("letter-2026-03-12-../p:1", Format::Markdown),
            "letter-2026-03-12-.._p_1.md"
        );
    }

    #[test]
    fn each_is_read_by_the_word_that_it_is_written_as() {
        for output in Output::all() {
            assert_eq!(output.to_string().parse(), Ok(output));
        }
        for format in Format::all() {
            assert_eq!(format.to_string().parse(), Ok(format));
            assert!(!format.ending().is_empty() && format.media_type().contains('/'));
        }
        assert_eq!("poster".parse::<Output>().unwrap_err().code(), Code::UnknownWord);
        assert_eq!("odt".parse::<Format>().unwrap_err().code(), Code::UnknownWord);
    }
}
