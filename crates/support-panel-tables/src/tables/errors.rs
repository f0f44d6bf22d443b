use super::table;
use crate::Error;
use crate::column::{Long, Maybe, Plain, Recurring, Utf8};

table! {
    /// One row for each line that could not be read, and for each file that broke off.
    errors<'a> {
        /// The file.
        file: Maybe<Recurring>,
        /// The line in it, from 1.
        line: Maybe<Plain<Long>>,
        /// Bytes from the start of the file, decompressed, to the fault; to the start of the line where the fault is the line as a whole.
        byte_offset: Maybe<Plain<Long>>,
        /// JSON Pointer to the member at fault; empty text for the whole line.
        path: Utf8,
        /// The stable code.
        code: Recurring,
        /// What was found and what was expected.
        message: Utf8,
        /// The column in the line, in characters from 1.
        column: Maybe<Plain<Long>>,
    }
}

pub(super) fn add(errors: &mut Columns, error: &Error) {
    errors.push(Row {
        file: error.file(),
        line: error.line(),
        byte_offset: error.byte_offset(),
        path: error.path(),
        code: error.code().as_str(),
        message: error.message(),
        column: error.column().map(u64::from),
    });
}
