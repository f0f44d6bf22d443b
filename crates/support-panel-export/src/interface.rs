//! The operations for bindings: words in, files out.

use crate::{File, Format, Output, OutputOptions};
use support_panel::interface::{PaperRequest, at_reader};
use support_panel::report::{self, Papers};
use support_panel::{Code, Error, Profile, Record};

/// [`Output::file`], asked by words: an output, a format and a reader. What the options say of papers gives way to the request.
///
/// ```
/// use support_panel::Record;
/// use support_panel::interface::PaperRequest;
/// use support_panel_export::{OutputOptions, interface};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "outcome": {"decision": "continue"}
/// }"#)?;
/// let (family, options) = (PaperRequest::of("family"), OutputOptions::default());
/// let plan = interface::file(&record, None, "plan", "pdf", &family, &options)?;
/// assert!(plan.bytes.starts_with(b"%PDF"));
/// let error = interface::file(&record, None, "plan", "odt", &family, &options).unwrap_err();
/// assert_eq!((error.code().as_str(), error.path()), ("unknown_word", "/format"));
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// `unknown_word` at `/paper` or `/format`; `unknown_reader` at `/reader`; as [`PaperRequest::options`], [`Output::file`] and
/// [`Profile::for_record`].
pub fn file(
    record: &Record,
    profile: Option<&Profile>,
    output: &str,
    format: &str,
    request: &PaperRequest<'_>,
    options: &OutputOptions<'_>,
) -> Result<File, Error> {
    let (output, format) = (read::<Output>(output, "/paper")?, read::<Format>(format, "/format")?);
    let profile = Profile::for_record(record, profile)?;
    let (reader, options) = (request.reader()?, told(request, options)?);
    output.file(record, &profile, &reader, format, &options).map_err(at_reader)
}

/// The options with what a request says of papers.
fn told<'a>(
    request: &PaperRequest<'a>,
    options: &OutputOptions<'a>,
) -> Result<OutputOptions<'a>, Error> {
    Ok(options.clone().paper(request.options()?))
}

/// Several files for one reader. Where none is named, every one that is made for such a reader, is written in this format
/// and has something in it, without the blank forms.
///
/// # Errors
/// As [`file()`]: of those that are named, whatever any of them is refused for.
pub fn files<'a>(
    record: &Record,
    profile: Option<&Profile>,
    outputs: Option<impl IntoIterator<Item = &'a str>>,
    format: &str,
    request: &PaperRequest<'_>,
    options: &OutputOptions<'_>,
) -> Result<Vec<File>, Error> {
    let format = read::<Format>(format, "/format")?;
    let profile = Profile::for_record(record, profile)?;
    let outputs: Option<Vec<Output>> = outputs
        .map(|names| names.into_iter().map(|name| read(name, "/papers")).collect::<Result<_, _>>())
        .transpose()?;
    let (reader, options) = (request.reader()?, told(request, options)?);
    let papers = Papers::new(record, &profile, &reader, &options.paper);
    let file = |output: Output| output.file_of(&papers, format, &options);
    let files: Result<_, _> = match outputs {
        Some(outputs) => outputs.into_iter().map(file).collect(),
        None => Output::all()
            .filter(|output| !is_form(*output, &profile))
            .map(file)
            .filter(|file| !matches!(file, Err(error) if is_none(error.code())))
            .collect(),
    };
    files.map_err(at_reader)
}

/// Whether an output is made of a profile alone.
fn is_form(output: Output, profile: &Profile) -> bool {
    matches!(output, Output::Paper(paper) if report::blank(profile, paper).is_ok())
}

/// Whether a refusal says that there is no such file, and nothing that anyone should look at.
fn is_none(code: Code) -> bool {
    matches!(
        code,
        Code::WrongReader | Code::EmptyPaper | Code::NeedsPrevious | Code::WrongPaperFormat
    )
}

/// [`Output::blank`], asked by words.
///
/// # Errors
/// `unknown_word` at `/paper` or `/format`; as [`Output::blank`].
pub fn blank(
    profile: &Profile,
    output: &str,
    format: &str,
    options: &OutputOptions<'_>,
) -> Result<File, Error> {
    let (output, format) = (read::<Output>(output, "/paper")?, read(format, "/format")?);
    output.blank(profile, format, options)
}

fn read<T: std::str::FromStr<Err = Error>>(word: &str, place: &str) -> Result<T, Error> {
    word.parse().map_err(|error: Error| error.under(place))
}
