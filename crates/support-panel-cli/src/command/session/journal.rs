//! The file of a journal: begun whole or not at all, and on the disk before anyone is told.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use support_panel::{Code, Session};

/// Appends to the journal and waits until the disk has it.
pub(super) fn append(file: &mut File, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.sync_data()
}

/// Keeps every other writer out while the file is open.
pub(super) fn lock(file: &File) -> io::Result<()> {
    file.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => {
            io::Error::other("another sitting is writing this journal: end that one first")
        }
        TryLockError::Error(error) => error,
    })
}

/// Reads at most so many bytes, and refuses more.
pub(super) fn read_bounded(from: impl Read, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(most as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > most {
        return Err(io::Error::other(format!("it is larger than {most} bytes, which is the most")));
    }
    Ok(bytes)
}

/// Creates a journal with its first line. The line is written beside it and moved into place once the disk has it, so
/// that a start which fails leaves nothing that is in the way of the next.
pub(super) fn begin(journal: &Path, opening: &str) -> io::Result<File> {
    if !may_begin(journal)? {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let beside = beside(journal);
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        // A journal is about a family: no one else on the machine has a part in it.
        options.mode(0o600);
    }
    let mut file = options.open(&beside)?;
    lock(&file)?;
    file.set_len(0)?;
    append(&mut file, opening)?;
    // A journal that was begun meanwhile is never replaced; what was never begun is.
    match fs::hard_link(&beside, journal) {
        Ok(()) => fs::remove_file(&beside)?,
        Err(_) if may_begin(journal)? => fs::rename(&beside, journal)?,
        Err(error) => {
            fs::remove_file(&beside)?;
            return Err(error);
        }
    }
    sync_folder(journal)?;
    Ok(file)
}

fn beside(journal: &Path) -> PathBuf {
    let mut name = journal.as_os_str().to_owned();
    name.push(".begun");
    name.into()
}

/// Whether there is no journal, or one whose first line was cut: then no command was ever taken.
fn may_begin(journal: &Path) -> io::Result<bool> {
    let file = match File::open(journal) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error),
    };
    let is_regular = file.metadata()?.is_file();
    if !is_regular {
        return Ok(false);
    }
    lock(&file)?;
    let Ok(bytes) = read_bounded(file, super::JOURNAL_BYTES) else { return Ok(false) };
    let is_cut = Session::replay(&bytes).is_err_and(|error| error.code() == Code::NoOpening);
    Ok(bytes.is_empty() || is_cut && bytes.starts_with(b"{\"journal\":\"support-panel-journal/"))
}

/// Waits until the disk has the name of a file.
fn sync_folder(file: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}
