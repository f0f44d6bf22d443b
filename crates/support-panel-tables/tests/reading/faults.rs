//! A line that cannot be read costs that line, and says where it is.

use crate::made::{all, column, lines, rows};
use std::io::Write;
use support_panel::limits::DOCUMENT_BYTES;
use support_panel_tables::{Options, Source, Table, Tables};

const GOOD: &str = r#"{"format":"support-panel/1","id":"a","profile":{"id":"leicester-masp","version":"2017.1"},"case":{"reference":"E1"}}"#;

fn read(text: impl AsRef<[u8]>) -> Tables {
    all(Source::bytes(text.as_ref()).named("f"), &Options::default())
}

/// File, line, byte offset, pointer, code and column of every error.
fn errors(tables: &Tables) -> Vec<String> {
    let columns = ["file", "line", "byte_offset", "path", "code", "column"]
        .map(|name| column(tables, Table::Errors, name));
    let count = tables.rows(Table::Errors);
    let cell = |row: usize| {
        columns
            .iter()
            .map(move |column| column[row].clone().unwrap_or_else(|| "-".into()))
            .collect::<Vec<_>>()
            .join(" ")
    };
    (0..count).map(cell).collect()
}

fn panel_lines(tables: &Tables) -> Vec<String> {
    column(tables, Table::Panels, "line").into_iter().flatten().collect()
}

#[test]
fn every_fault_is_placed_and_the_rest_goes_on() {
    let text = format!(
        "{GOOD}\n{{\"format\":\"support-panel/1\",\"id\":7}}\n\n  \t\n{GOOD}\n{{\n{GOOD}\n"
    );
    let tables = read(&text);
    assert_eq!(panel_lines(&tables), ["1", "5", "7"]);
    let (second, sixth) = (GOOD.len() + 1, 2 * (GOOD.len() + 1) + 36 + 1 + 4);
    assert_eq!(
        errors(&tables),
        [
            format!("f 2 {} /id wrong_type 34", second + 33),
            format!("f 6 {}  truncated 2", sixth + 1)
        ]
    );
}

#[test]
fn ends_of_lines_may_be_any() {
    for text in [
        format!("{GOOD}\r\n{GOOD}\r\n"),
        format!("{GOOD}\r\n\r\n{GOOD}"),
        format!("\n\n{GOOD}\n{GOOD}"),
        format!("{GOOD}\n{GOOD}\n\n\n"),
    ] {
        let tables = read(&text);
        assert_eq!((tables.rows(Table::Panels), tables.rows(Table::Errors)), (2, 0), "{text:?}");
    }
    for text in ["", "\n", "\r\n", " \n\t\n"] {
        let tables = read(text);
        assert!(Table::ALL.iter().all(|table| tables.rows(*table) == 0), "{text:?}");
    }
}

#[test]
fn bytes_that_are_no_text_are_told_apart() {
    // Windows marks UTF-8 at the start of a file, and nowhere else.
    let marked = read(format!("\u{feff}{GOOD}\n{GOOD}\n"));
    assert_eq!((marked.rows(Table::Panels), marked.rows(Table::Errors)), (2, 0));
    let inside = read(format!("{GOOD}\n\u{feff}{GOOD}\n"));
    assert_eq!(
        errors(&inside)[0].split_once("byte_order_mark").map(|(_, column)| column),
        Some(" 1")
    );
    let mut text = GOOD.as_bytes().to_vec();
    text[30] = 0xff;
    assert_eq!(errors(&read(&text)), ["f 1 30  invalid_utf8 31"]);
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(GOOD.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(errors(&read(&utf16)), ["f 1 0  unreadable -"]);
}

#[test]
fn a_file_that_holds_no_lines_says_what_it_is() {
    let message = |text: &[u8]| {
        let tables = read(text);
        assert_eq!((tables.rows(Table::Panels), tables.rows(Table::Errors)), (0, 1));
        column(&tables, Table::Errors, "message").swap_remove(0).unwrap()
    };
    for (text, found) in [
        (b"PK\x03\x04rest".to_vec(), "found a zip archive, "),
        (b"\xfd7zXZ\0rest".to_vec(), "found data compressed with xz, "),
        (b"BZh91AYrest".to_vec(), "found data compressed with bzip2, "),
        (format!("[{GOOD},\n{GOOD}]").into_bytes(), "found a JSON array, "),
        (format!("[\n{GOOD}\n]").into_bytes(), "found a JSON array, "),
        (
            format!(" {{\n  {}", GOOD.trim_start_matches('{')).into_bytes(),
            "found a record over several lines, ",
        ),
    ] {
        assert!(message(&text).starts_with(found), "{} for {found}", message(&text));
    }
    // A first line that is no record costs that line.
    for first in ["[1, 2]", "{\"broken\":", "[]", "7"] {
        let tables = read(format!("{first}\n{GOOD}\n"));
        assert_eq!((tables.rows(Table::Panels), tables.rows(Table::Errors)), (1, 1), "{first}");
    }
}

#[test]
fn a_profile_that_is_not_known_is_an_error_of_the_line() {
    let text = format!("{}\n{GOOD}\n", GOOD.replace("2017.1", "1999"));
    assert_eq!(errors(&read(&text)), ["f 1 0 /profile unknown_profile -"]);
    let ours = support_panel::Profile::built_in("early-help-panel").unwrap();
    let tables = support_panel_tables::read(
        Source::bytes(GOOD.as_bytes()).named("f"),
        &[ours],
        &Options::default(),
    )
    .unwrap();
    assert_eq!(errors(&tables), ["f 1 0 /profile profile_mismatch -"]);
}

#[test]
fn a_line_may_be_as_long_as_a_document_and_no_longer() {
    let pad = |length: usize| format!("{GOOD}{}", " ".repeat(length - GOOD.len()));
    for end in ["\n", "\r\n", ""] {
        let tables = read(format!("{}{end}", pad(DOCUMENT_BYTES)));
        assert_eq!((tables.rows(Table::Panels), tables.rows(Table::Errors)), (1, 0), "{end:?}");
        let long = pad(DOCUMENT_BYTES + 1);
        assert_eq!(errors(&read(format!("{long}{end}"))), ["f 1 0  too_large -"], "{end:?}");
        if !end.is_empty() {
            let tables =
                read(format!("{long}{end}{GOOD}{end}{}{end}", "x".repeat(3 * DOCUMENT_BYTES)));
            assert_eq!(panel_lines(&tables), ["2"]);
            assert_eq!(
                column(&tables, Table::Errors, "line"),
                [Some("1".into()), Some("3".into())]
            );
        }
    }
}

#[test]
fn compressed_data_that_breaks_off_keeps_what_came_before() {
    // Compressors work in blocks: only whole ones can be read of what breaks off.
    let text = lines(72);
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    let zipped = encoder.finish().unwrap();
    let packed = zstd::encode_all(text.as_bytes(), 1).unwrap();
    for whole in [zipped, packed] {
        let cut = read(&whole[..whole.len() - 6]);
        let code = column(&cut, Table::Errors, "code");
        assert_eq!(code, [Some("damaged".to_owned())]);
        let kept = cut.rows(Table::Panels);
        assert!((20..=72).contains(&kept), "{kept}");
        assert_eq!(column(&cut, Table::Errors, "line"), [Some((kept + 1).to_string())]);
        let sound = read(&whole);
        assert_eq!(rows(&cut, Table::Panels)[..], rows(&sound, Table::Panels)[..kept]);
        // Another file after it is read as ever.
        let both: Source = [Source::bytes(&whole[..whole.len() - 6]), Source::bytes(whole.clone())]
            .into_iter()
            .collect();
        assert_eq!(all(both, &Options::default()).rows(Table::Panels), kept + 72);
    }
}

/// A line and the beginning of another, and then something else.
fn broken(then: fn() -> std::io::Result<usize>) -> Source {
    struct Then(fn() -> std::io::Result<usize>);
    impl std::io::Read for Then {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            (self.0)()
        }
    }
    let begun = std::io::Cursor::new(format!("{GOOD}\n{{\"form"));
    Source::reader(std::io::Read::chain(begun, Then(then))).named("pipe")
}

#[test]
fn a_stream_that_panics_ends_the_work_with_an_error() {
    for threads in [1, 4] {
        let options =
            Options { threads: std::num::NonZeroUsize::new(threads), ..Options::default() };
        let error =
            support_panel_tables::read(broken(|| panic!("as the test means it to")), &[], &options)
                .unwrap_err();
        assert_eq!(error.code(), "internal");
    }
}

#[test]
fn a_stream_that_fails_is_a_row_of_its_own() {
    let tables = all(broken(|| Err(std::io::Error::other("Zebedee Quill"))), &Options::default());
    assert_eq!(panel_lines(&tables), ["1"]);
    assert_eq!(errors(&tables), [format!("pipe 2 {}  unreadable -", GOOD.len() + 1)]);
    assert!(!rows(&tables, Table::Errors).concat().contains("Quill"));
}

#[test]
fn files_are_told_apart() {
    let folder = std::env::temp_dir().join(format!("support-panel-tables-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let paths = ["one.ndjson", "two.ndjson"].map(|name| folder.join(name));
    std::fs::write(&paths[0], format!("{GOOD}\n{{")).unwrap();
    std::fs::write(&paths[1], format!("\n{GOOD}")).unwrap();
    let tables =
        all(paths.iter().map(|path| Source::from(path.as_path())).collect(), &Options::default());
    let directory =
        support_panel_tables::read(folder.as_path(), &[], &Options::default()).unwrap_err();
    std::fs::remove_dir_all(&folder).unwrap();
    let names = paths.map(|path| Some(path.to_string_lossy().into_owned()));
    assert_eq!(column(&tables, Table::Panels, "file"), names);
    assert_eq!(panel_lines(&tables), ["1", "2"]);
    assert_eq!(column(&tables, Table::Errors, "file"), names[..1]);
    assert_eq!(directory.code(), "unreadable");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Whatever the bytes, each line that is not blank is one row, of panels or of errors, and lines keep their numbers.
    #[test]
    fn no_line_is_lost(lines in proptest::collection::vec(proptest::prop_oneof![
        proptest::prelude::Just(GOOD.as_bytes().to_vec()),
        proptest::prelude::Just(b" ".to_vec()),
        proptest::collection::vec(proptest::prelude::any::<u8>(), 0..40),
    ], 0..30)) {
        let text = lines.join(&b'\n');
        let expected = text.split(|byte| *byte == b'\n').enumerate();
        let expected = expected.filter(|(_, line)| !line.iter().all(u8::is_ascii_whitespace)).map(|(index, _)| index + 1);
        let tables = read(&text);
        let mut found: Vec<usize> = [Table::Panels, Table::Errors].iter()
            .flat_map(|table| column(&tables, *table, "line")).map(|line| line.unwrap().parse().unwrap()).collect();
        found.sort_unstable();
        proptest::prop_assert_eq!(found, expected.collect::<Vec<_>>());
    }
}

#[test]
fn a_window_that_would_take_much_memory_is_refused_and_said() {
    let packed = |window| {
        let mut encoder = zstd::Encoder::new(Vec::new(), 1).unwrap();
        encoder.window_log(window).unwrap();
        encoder.write_all(lines(2).as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    assert_eq!(
        all(Source::bytes(packed(23)), &Options::default()).rows(Table::Panels),
        2,
        "8 MiB are enough"
    );
    let tables = all(Source::bytes(packed(24)).named("years"), &Options::default());
    assert_eq!((tables.rows(Table::Panels), tables.rows(Table::Errors)), (0, 1));
    assert_eq!(column(&tables, Table::Errors, "code"), [Some("unreadable".to_owned())]);
    let message = column(&tables, Table::Errors, "message").remove(0).unwrap();
    assert!(message.contains("8 MiB") && message.contains("--long"), "{message}");
}
