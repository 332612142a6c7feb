//! The folder that is uploaded: it is made beside the present one and takes its place in one step, and what has not
//! changed is not written again.
//!
//! Beside `edition` lies the folder `edition.press` with what the press keeps for itself: the last edition but one, which
//! becomes the next, what is known of both (their ledgers), and the cards. So only what differs is touched, and a build
//! takes no longer for a large archive than the changes ask.

use crate::hash;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, HashSet},
    ffi::OsString,
    fmt,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

/// The file of an edition that names it.
pub const NAME: &str = "edition.json";

/// What is known of an edition: every file by its hash and size, and what each page was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// Every file by its path.
    pub files: BTreeMap<String, Entry>,
    /// Every page by its folder.
    pub pages: BTreeMap<String, Made>,
}

/// A file of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The hash of its bytes.
    pub hash: String,
    /// How many there are.
    pub bytes: u64,
}

/// A page of an edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// The hash of all it was made of.
    pub of: String,
    /// Its files.
    pub files: Vec<String>,
}

impl Ledger {
    /// The name of an edition: the same files have the same name.
    #[must_use]
    pub fn name(&self) -> String {
        let others = self.files.iter().filter(|(path, _)| *path != NAME);
        let pieces = others.flat_map(|(path, entry)| [path.as_bytes(), entry.hash.as_bytes()]);
        hash::of_all(pieces)
    }
}

/// Why an edition could not be written. The last one stays as it was.
#[derive(Debug)]
pub struct NotWritten(String);

impl NotWritten {
    fn at(path: &Path, error: &io::Error) -> Self {
        let hint = match error.kind() {
            io::ErrorKind::StorageFull => ": the disk is full",
            io::ErrorKind::PermissionDenied => ": it may not be written to",
            io::ErrorKind::ReadOnlyFilesystem => ": the disk is read-only",
            _ => "",
        };
        Self(format!("{}: {error}{hint}", path.display()))
    }

    /// A file that cannot be read or written.
    #[must_use]
    pub fn of_file(path: &Path, error: &io::Error) -> Self {
        Self::at(path, error)
    }

    /// A file of the edition that cannot be made.
    #[must_use]
    pub fn of(path: &str, error: &io::Error) -> Self {
        Self::at(Path::new(path), error)
    }
}

impl fmt::Display for NotWritten {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for NotWritten {}

/// What became of the files of an edition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are new or were written anew.
    pub written: usize,
    /// Files that are as they were.
    pub unchanged: usize,
    /// Files that are gone.
    pub removed: usize,
    /// The size of all files.
    pub bytes: u64,
}

/// An edition that is being made.
#[derive(Debug)]
pub struct Tree {
    out: PathBuf,
    work: PathBuf,
    next: PathBuf,
    /// The edition that is there.
    old: Ledger,
    /// What lies in the folder of the next one from the edition before.
    stock: Ledger,
    folders: Mutex<HashSet<PathBuf>>,
    written: AtomicUsize,
    is_done: bool,
    /// Held as long as this edition is being made.
    _lock: File,
}

impl Tree {
    /// Begins an edition beside the one at `out`. With `is_fresh` everything is made anew.
    ///
    /// # Errors
    /// [`NotWritten`], when the place cannot be written to, holds something else, or another press is at work there.
    pub fn begin(out: &Path, is_fresh: bool) -> Result<Self, NotWritten> {
        let work = beside(out);
        let at = |path: &Path| {
            let path = path.to_owned();
            move |error: io::Error| NotWritten::at(&path, &error)
        };
        refuse_strangers(out)?;
        fs::create_dir_all(&work).map_err(at(&work))?;
        let lock = work.join("lock");
        let lock_file = File::create(&lock).map_err(at(&lock))?;
        if lock_file.try_lock().is_err() {
            return Err(NotWritten(format!(
                "{}: another press is making this edition",
                lock.display()
            )));
        }
        let next = work.join("next");
        let known = |folder: &Path| ledger(folder, &work).filter(|_| !is_fresh);
        let stock = known(&next).unwrap_or_default();
        if stock.files.is_empty() {
            // What an interrupted build left behind.
            remove(&next).map_err(at(&next))?;
        }
        fs::create_dir_all(&next).map_err(at(&next))?;
        // From here on it is no whole edition, and has no name.
        let name = next.join(NAME);
        take_away(&name).map_err(at(&name))?;
        let old = known(out).unwrap_or_default();
        Ok(Self {
            out: out.to_owned(),
            work,
            next,
            old,
            stock,
            folders: Mutex::default(),
            written: AtomicUsize::new(0),
            is_done: false,
            _lock: lock_file,
        })
    }

    /// The folder in which cards are kept from one edition to the next.
    #[must_use]
    pub fn cards(&self) -> PathBuf {
        self.work.join("cards")
    }

    /// Writes a file, or takes it over where the last edition has it with the same bytes.
    ///
    /// # Errors
    /// [`NotWritten`].
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<Entry, NotWritten> {
        let entry = Entry {
            hash: hash::of(bytes),
            bytes: bytes.len() as u64,
        };
        if self.is_there(path, &entry) {
            return Ok(entry);
        }
        if self.old.files.get(path) == Some(&entry) && self.link(path)? {
            return Ok(entry);
        }
        let file = self.place(path)?;
        fs::write(&file, bytes).map_err(|error| NotWritten::at(&file, &error))?;
        self.written.fetch_add(1, Ordering::Relaxed);
        Ok(entry)
    }

    /// Takes over a page that was made of the same: all of its files, or `None` where one is missing.
    ///
    /// # Errors
    /// [`NotWritten`].
    pub fn take_over(
        &self,
        folder: &str,
        of: &str,
    ) -> Result<Option<Vec<(String, Entry)>>, NotWritten> {
        let Some(made) = self.old.pages.get(folder).filter(|made| made.of == of) else {
            return Ok(None);
        };
        let mut files = Vec::with_capacity(made.files.len());
        for path in &made.files {
            let Some(entry) = self.old.files.get(path) else {
                return Ok(None);
            };
            if !self.is_there(path, entry) && !self.link(path)? {
                return Ok(None);
            }
            files.push((path.clone(), entry.clone()));
        }
        Ok(Some(files))
    }

    /// Takes over the compressed copies of a file that is as it was: they were made of the same bytes.
    ///
    /// # Errors
    /// [`NotWritten`].
    pub fn take_over_copies(
        &self,
        file: &[(String, Entry)],
    ) -> Result<Option<Vec<(String, Entry)>>, NotWritten> {
        let mut copies = Vec::new();
        for (path, entry) in file {
            if self.old.files.get(path) != Some(entry) {
                return Ok(None);
            }
            for ending in [".br", ".gz"] {
                let copy = [path, ending].concat();
                let Some(entry) = self.old.files.get(&copy) else {
                    return Ok(None);
                };
                if !self.is_there(&copy, entry) && !self.link(&copy)? {
                    return Ok(None);
                }
                copies.push((copy, entry.clone()));
            }
        }
        Ok(Some(copies))
    }

    /// Puts the edition in the place of the last one, in one step.
    ///
    /// # Errors
    /// [`NotWritten`]; then the last one is still there.
    pub fn publish(mut self, mut ledger: Ledger) -> Result<Changes, NotWritten> {
        let name = ledger.name();
        let text = format!("{{\"edition\":\"{name}\"}}\n");
        let entry = self.write(NAME, text.as_bytes())?;
        ledger.files.insert(NAME.to_owned(), entry);
        let known = ledgers(&self.work);
        let file = known.join(name.clone() + ".json");
        let broken = |error: io::Error| NotWritten::at(&file, &error);
        fs::create_dir_all(&known).map_err(broken)?;
        let text = serde_json::to_vec(&ledger).map_err(|error| broken(error.into()))?;
        fs::write(&file, text).map_err(broken)?;

        self.take_away_what_is_left(&ledger)?;

        exchange(&self.next, &self.out, &self.work)
            .map_err(|error| NotWritten::at(&self.out, &error))?;
        self.is_done = true;
        // From here on the new edition is there; what is left over is only tidied up.
        let last = known.join(self.old.name() + ".json");
        for entry in fs::read_dir(&known).into_iter().flatten().flatten() {
            if entry.path() != file && entry.path() != last {
                let _ = fs::remove_file(entry.path());
            }
        }
        let written = self.written.load(Ordering::Relaxed);
        Ok(Changes {
            written,
            unchanged: ledger.files.len().saturating_sub(written),
            removed: self
                .old
                .files
                .keys()
                .filter(|path| !ledger.files.contains_key(*path))
                .count(),
            bytes: ledger.files.values().map(|entry| entry.bytes).sum(),
        })
    }

    /// Whether the folder of the next edition has a file already.
    fn is_there(&self, path: &str, entry: &Entry) -> bool {
        let is_meant = self.stock.files.get(path) == Some(entry);
        // Somebody may have taken it away.
        let length = || fs::symlink_metadata(self.next.join(path)).map(|about| about.len());
        is_meant && length().is_ok_and(|length| length == entry.bytes)
    }

    /// Takes away what the new edition does not have, and the folders that are empty then.
    fn take_away_what_is_left(&self, ledger: &Ledger) -> Result<(), NotWritten> {
        let is_gone = |path: &&String| !ledger.files.contains_key(*path);
        for path in self.stock.files.keys().filter(is_gone) {
            let file = self.next.join(path);
            // A folder of that name is the new edition's.
            if file.is_dir() {
                continue;
            }
            let is_away = take_away(&file);
            if file.exists() {
                is_away.map_err(|error| NotWritten::at(&file, &error))?;
            }
            let mut folder = file.parent();
            while let Some(empty) = folder.filter(|folder| *folder != self.next) {
                if fs::remove_dir(empty).is_err() {
                    break;
                }
                folder = empty.parent();
            }
        }
        Ok(())
    }

    /// Gives a file of the last edition a second name in the new one. Whether that worked: a file may have been taken
    /// away, and not every disk can do it.
    fn link(&self, path: &str) -> Result<bool, NotWritten> {
        let file = self.place(path)?;
        let old = self.out.join(path);
        Ok(fs::hard_link(&old, &file).is_ok())
    }

    /// Where a file of the new edition goes, in a folder that is there. Nothing lies there any more: what does may be a
    /// file of the present edition by its second name, which must not be written to.
    fn place(&self, path: &str) -> Result<PathBuf, NotWritten> {
        let file = self.next.join(path);
        let folder = file.parent().unwrap_or(&self.next).to_owned();
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if !folders.contains(&folder) {
            let made = fs::create_dir_all(&folder).or_else(|_| {
                // What was a file before the last edition is a folder now.
                let above = folder.ancestors().find(|above| above.is_file());
                above.map_or(Ok(()), take_away)?;
                fs::create_dir_all(&folder)
            });
            made.map_err(|error| NotWritten::at(&folder, &error))?;
            folders.insert(folder);
        }
        drop(folders);
        let cleared = if file.is_dir() {
            remove(&file)
        } else {
            take_away(&file)
        };
        cleared.map_err(|error| NotWritten::at(&file, &error))?;
        Ok(file)
    }
}

impl Drop for Tree {
    /// An edition that was given up leaves nothing behind.
    fn drop(&mut self) {
        if !self.is_done {
            let _ = remove(&self.next);
        }
    }
}

/// The folder of what the press keeps for itself.
#[must_use]
pub fn beside(out: &Path) -> PathBuf {
    let mut name: OsString = out.file_name().unwrap_or_default().to_owned();
    name.push(".press");
    out.with_file_name(name)
}

fn ledgers(work: &Path) -> PathBuf {
    work.join("ledgers")
}

/// What is known of the present edition.
fn ledger(out: &Path, work: &Path) -> Option<Ledger> {
    #[derive(Deserialize)]
    struct Name {
        edition: String,
    }
    let name: Name = serde_json::from_slice(&fs::read(out.join(NAME)).ok()?).ok()?;
    let is_name = name.edition.bytes().all(|byte| byte.is_ascii_hexdigit());
    let file = ledgers(work).join(name.edition.clone() + ".json");
    let ledger: Ledger = serde_json::from_slice(&fs::read(file).ok()?).ok()?;
    is_name.then_some(ledger)
}

/// A folder with other things in it is not replaced.
fn refuse_strangers(out: &Path) -> Result<(), NotWritten> {
    let is_ours = out.join(NAME).is_file();
    let is_empty = match fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) => return Err(NotWritten::at(out, &error)),
    };
    if is_ours || is_empty {
        return Ok(());
    }
    Err(NotWritten(format!(
        "{} holds something that is no edition; take it away or name another folder",
        out.display()
    )))
}

/// Takes a file away, if it is there.
fn take_away(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Puts `next` in the place of `out`; what was there is at `next` then.
fn exchange(next: &Path, out: &Path, work: &Path) -> io::Result<()> {
    if !out.exists() {
        return fs::rename(next, out);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        // Both names change hands at once: at no time is there no edition.
        if renameat_with(CWD, next, CWD, out, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let old = work.join("old");
    remove(&old)?;
    fs::rename(out, &old)?;
    if let Err(error) = fs::rename(next, out) {
        fs::rename(&old, out)?;
        return Err(error);
    }
    remove(&old)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(out: &Path, files: &[(&str, &str)]) -> Changes {
        let tree = Tree::begin(out, false).unwrap();
        let mut ledger = Ledger::default();
        for (path, text) in files {
            let entry = tree.write(path, text.as_bytes()).unwrap();
            ledger.files.insert((*path).to_owned(), entry);
        }
        tree.publish(ledger).unwrap()
    }

    fn read(file: PathBuf) -> String {
        fs::read_to_string(file).unwrap()
    }

    #[test]
    fn only_what_changed_is_written_and_what_is_gone_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("edition");
        build(
            &out,
            &[("a/index.html", "a"), ("b/index.html", "b"), ("c", "c")],
        );
        let changes = build(&out, &[("a/index.html", "a"), ("b/index.html", "B")]);
        assert_eq!((changes.unchanged, changes.removed), (1, 1));
        assert_eq!(changes.written, 2, "the page and the edition's name");
        assert_eq!(read(out.join("a/index.html")), "a");
        assert_eq!(read(out.join("b/index.html")), "B");
        assert!(!out.join("c").exists());
    }

    #[test]
    fn what_is_given_up_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("edition");
        build(&out, &[("a", "a")]);
        let tree = Tree::begin(&out, false).unwrap();
        tree.write("a", b"b").unwrap();
        assert_eq!(read(out.join("a")), "a");
        drop(tree);
        assert_eq!(read(out.join("a")), "a");
        assert!(!beside(&out).join("next").exists());
    }

    #[test]
    fn what_a_killed_press_left_behind_does_not_get_into_an_edition() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("edition");
        build(&out, &[("a", "a")]);
        let next = beside(&out).join("next");
        fs::create_dir_all(&next).unwrap();
        fs::write(next.join("half"), "half").unwrap();
        build(&out, &[("a", "a")]);
        assert!(!out.join("half").exists());
    }

    #[test]
    fn the_last_edition_but_one_becomes_the_next_and_nothing_of_it_shows() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("edition");
        let all: [&[(&str, &str)]; 6] = [
            &[("a", "1"), ("b/c", "1"), ("gone/x", "1")],
            &[("a", "2"), ("b/c", "1")],
            &[("a", "1"), ("b/c", "2"), ("b/d/e", "1")],
            &[("a", "1"), ("b", "now a file")],
            &[("a", "3"), ("b/c", "1")],
            &[("a", "3"), ("b/c", "1")],
        ];
        for files in all {
            let before = fs::read_to_string(out.join("a"));
            build(&out, files);
            for (path, text) in files {
                assert_eq!(read(out.join(path)), *text, "{path}");
            }
            let kept = fs::read_dir(&out).unwrap().count();
            let tops: HashSet<&str> = files
                .iter()
                .filter_map(|(path, _)| path.split('/').next())
                .collect();
            assert_eq!(kept, tops.len() + 1, "{files:?}");
            let last = fs::read_to_string(beside(&out).join("next/a"));
            assert_eq!(last.ok(), before.ok(), "the last edition is as it was");
        }
    }

    #[test]
    fn a_file_that_somebody_took_away_is_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("edition");
        build(&out, &[("a", "a")]);
        for _ in 0..3 {
            fs::remove_file(out.join("a")).unwrap();
            build(&out, &[("a", "a")]);
            assert_eq!(read(out.join("a")), "a");
        }
    }

    #[test]
    fn a_folder_with_other_things_in_it_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("thesis.odt"), "years of work").unwrap();
        let error = Tree::begin(folder.path(), false).unwrap_err().to_string();
        assert!(error.contains("no edition"), "{error}");
    }

    #[test]
    fn two_presses_do_not_make_one_edition() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("edition");
        let first = Tree::begin(&out, false).unwrap();
        assert!(Tree::begin(&out, false).is_err());
        drop(first);
        assert!(Tree::begin(&out, false).is_ok());
    }
}
