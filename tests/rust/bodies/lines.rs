//! Records by the line: as each line reads alone, on one thread or two, plain or compressed.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::num::NonZeroUsize;
use support_panel::{Profile, Record};
use support_panel_tables::{Options, Source, Table, Tables};

fn tables(bytes: &[u8], threads: usize) -> Tables {
    let options = Options { threads: NonZeroUsize::new(threads), ..Options::default() };
    support_panel_tables::read(Source::bytes(bytes), &[], &options).unwrap()
}

fn same(one: &Tables, other: &Tables) {
    for table in Table::ALL {
        assert_eq!(one.batches(table), other.batches(table), "{table:?}");
    }
}

/// The first bytes of what is not read as plain text.
fn is_compressed(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1f, 0x8b]) || bytes.starts_with(&[0x28, 0xb5, 0x2f, 0xfd])
}

/// Each line that is not blank is a panel or an error, as it reads alone; threads change nothing.
pub(crate) fn ndjson(bytes: &[u8]) {
    let alone = tables(bytes, 1);
    same(&alone, &tables(bytes, 2));
    if is_compressed(bytes) {
        return;
    }
    let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let (mut panels, mut faults) = (0, 0);
    for line in lines {
        let reads = Record::from_json(line).is_ok_and(|record| Profile::of(&record).is_ok());
        *if reads { &mut panels } else { &mut faults } += 1;
    }
    assert_eq!(alone.rows(Table::Panels), panels, "panels are the lines that read alone");
    assert_eq!(alone.rows(Table::Errors), faults, "errors are the others");
}

/// The first byte says how the rest is compressed and the second where that is cut: whole, it reads as the text does; cut, as its
/// beginning does, with one error more. The rest is also tried as it is behind each beginning of a compressed file.
pub(crate) fn compressed(bytes: &[u8]) {
    let [how, cut, text @ ..] = bytes else { return };
    if is_compressed(text) {
        // In a compressed file that is no second beginning but text.
        return;
    }
    let gzip = |text: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    };
    let (head, tail) = text.split_at(text.len() / 2);
    let packed = match how % 3 {
        0 => gzip(text),
        1 => [gzip(head), gzip(tail)].concat(),
        _ => zstd::encode_all(text, 1).unwrap(),
    };
    let plain = tables(text, 1);
    same(&plain, &tables(&packed, 2));

    let short = &packed[..packed.len() * usize::from(*cut) / 256];
    let read = tables(short, 1);
    assert!(read.rows(Table::Panels) <= plain.rows(Table::Panels), "more than there was");
    same(&read, &tables(short, 2));

    for magic in [&[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3][..], &[0x28, 0xb5, 0x2f, 0xfd]] {
        let broken = [magic, text].concat();
        same(&tables(&broken, 1), &tables(&broken, 2));
    }
}
