//! The part of the npm package for an entry of its own: papers as files of other people's programs, a panel's calendar, and
//! the tracker of many panels. Text in, files out, so that it shares nothing with the other parts but the core.

use support_panel::interface::PaperRequest;
use support_panel::{Code, Error, Profile, Record, interface};
use support_panel_export::{
    CalendarOptions, Fonts, Format, OutputOptions, Sheet, Tracker, TrackerOptions,
    interface as files_of,
};
use wasm_bindgen::prelude::*;

fn to_js<T>(result: Result<T, Error>) -> Result<T, JsValue> {
    result.map_err(|error| JsValue::from_str(&interface::error(&error)))
}

fn read(profile: Option<String>) -> Result<Option<Profile>, Error> {
    profile.map(Profile::from_json).transpose()
}

/// A file: its name, its media type, and what is in it.
#[wasm_bindgen]
pub struct File {
    name: String,
    media_type: &'static str,
    bytes: Vec<u8>,
}

#[wasm_bindgen]
impl File {
    /// What it is called.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.name.clone()
    }

    /// What kind of file it is, for whoever opens it.
    #[wasm_bindgen(getter)]
    pub fn media_type(&self) -> String {
        self.media_type.to_owned()
    }

    /// What is in it; the file is gone after that.
    pub fn bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl From<support_panel_export::File> for File {
    fn from(file: support_panel_export::File) -> Self {
        Self { name: file.name, media_type: file.format.media_type(), bytes: file.bytes }
    }
}

/// What papers are told, gathered one after another.
#[wasm_bindgen]
#[derive(Default)]
pub struct Options {
    profile: Option<Profile>,
    previous: Option<Record>,
    confirmed: Vec<String>,
    given: Vec<String>,
    handed_over_by: Option<String>,
    blanks: bool,
    as_of: Option<String>,
    output: OutputOptions<'static>,
}

#[wasm_bindgen]
impl Options {
    /// The profile and the record of the panel before, as canonical JSON; what was read once more, what is given by name, and
    /// who hands over; whether blanks are printed; and a day.
    #[wasm_bindgen(constructor)]
    pub fn new(
        profile: Option<String>,
        previous: Option<String>,
        confirmed: Vec<String>,
        given: Vec<String>,
        handed_over_by: Option<String>,
        blanks: bool,
        as_of: Option<String>,
    ) -> Result<Self, JsValue> {
        let previous = to_js(previous.map(Record::from_json).transpose())?;
        let profile = to_js(read(profile))?;
        let output = OutputOptions::default();
        Ok(Self { profile, previous, confirmed, given, handed_over_by, blanks, as_of, output })
    }

    /// A font for a PDF, before the one that is shipped.
    pub fn fonts(&mut self, regular: Vec<u8>, bold: Vec<u8>) -> Result<(), JsValue> {
        let fonts = Fonts::new(regular, bold).map_err(|error| Error::from(error).under("/fonts"));
        self.output = std::mem::take(&mut self.output).fonts(to_js(fonts)?);
        Ok(())
    }

    /// How often a calendar was sent before, and when it is made.
    pub fn calendar(&mut self, sequence: u32, stamp: Option<String>) -> Result<(), JsValue> {
        let stamp = stamp.map(|text| interface::instant("stamp", &text)).transpose();
        let calendar = CalendarOptions::default().sequence(sequence).stamp(to_js(stamp)?);
        self.output = std::mem::take(&mut self.output).calendar(calendar);
        Ok(())
    }
}

impl Options {
    fn with<T>(&self, reader: &str, make: impl FnOnce(&PaperRequest<'_>) -> T) -> T {
        let request = PaperRequest::of(reader)
            .previous(self.previous.as_ref())
            .handed_over_by(self.handed_over_by.as_deref())
            .blanks(self.blanks)
            .as_of(self.as_of.as_deref());
        make(&request.confirmed(&words(&self.confirmed)).given(&words(&self.given)))
    }
}

/// Words that are borrowed.
fn words(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// A paper of a record, or its calendar.
#[wasm_bindgen]
pub fn file(
    record: &str,
    paper: &str,
    reader: &str,
    format: &str,
    options: &Options,
) -> Result<File, JsValue> {
    let profile = options.profile.as_ref();
    let file = Record::from_json(record).and_then(|record| {
        options.with(reader, |request| {
            files_of::file(&record, profile, paper, format, request, &options.output)
        })
    });
    to_js(file).map(File::from)
}

/// The papers of these names, or every one that there is for the reader.
#[wasm_bindgen]
pub fn files(
    record: &str,
    papers: Option<Vec<String>>,
    reader: &str,
    format: &str,
    options: &Options,
) -> Result<Vec<File>, JsValue> {
    let profile = options.profile.as_ref();
    let files = Record::from_json(record).and_then(|record| {
        let papers = papers.as_ref().map(|names| names.iter().map(String::as_str));
        options.with(reader, |request| {
            files_of::files(&record, profile, papers, format, request, &options.output)
        })
    });
    to_js(files).map(|files| files.into_iter().map(File::from).collect())
}

/// A paper of a profile alone.
#[wasm_bindgen]
pub fn blank(
    profile: String,
    paper: &str,
    format: &str,
    options: &Options,
) -> Result<File, JsValue> {
    let file = Profile::from_json(profile)
        .and_then(|profile| files_of::blank(&profile, paper, format, &options.output));
    to_js(file).map(File::from)
}

/// The actions of many panels, as a workbook or as CSV by owner or by case.
#[wasm_bindgen]
pub fn tracker(
    records: Vec<String>,
    profile: Option<String>,
    format: &str,
    by: &str,
    names: bool,
    as_of: Option<String>,
) -> Result<File, JsValue> {
    to_js(tracked(records, profile, format, by, names, as_of))
}

fn tracked(
    records: Vec<String>,
    profile: Option<String>,
    format: &str,
    by: &str,
    names: bool,
    as_of: Option<String>,
) -> Result<File, Error> {
    let as_of = interface::date("as_of", as_of.as_deref())?;
    let profile = read(profile)?;
    let mut tracker = Tracker::new(TrackerOptions::default().as_of(as_of).names(names));
    for record in records {
        let record = Record::from_json(record)?;
        tracker.add(&record, &Profile::for_record(&record, profile.as_ref())?);
    }
    let [by_owner, by_case] = tracker.sheets();
    let csv = |sheet: Sheet| File {
        name: "tracker.csv".to_owned(),
        media_type: "text/csv;charset=utf-8",
        bytes: sheet.to_csv().into_bytes(),
    };
    match (format, by) {
        ("csv", "owner") => Ok(csv(by_owner)),
        ("csv", "case") => Ok(csv(by_case)),
        ("excel", "owner" | "case") => Ok(File {
            name: "tracker.xlsx".to_owned(),
            media_type: Format::Excel.media_type(),
            bytes: tracker.workbook()?,
        }),
        ("csv" | "excel", _) => Err(unknown("/by", "owner case")),
        _ => Err(unknown("/format", "csv excel")),
    }
}

fn unknown(place: &str, words: &str) -> Error {
    let message = format!("found another word, expected one of {words}");
    Error::outside(Code::UnknownWord, message).under(place)
}
