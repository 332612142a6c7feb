//! `cargo xtask bench load`: how a reader's phone loads a story, beside a plain page of it and a Preact app of the same
//! pages.

use crate::{
    chromium,
    command::{self, Done, Failure, command, run, step},
    dist, node,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// How often each site is opened when nobody says.
const ROUNDS: usize = 7;
/// The source of the Preact app.
const PREACT: &str = "e2e/bench/preact";

/// Measures what is built already, in so many rounds, and prints a table.
pub fn load(words: &[String]) -> Done {
    let rounds = rounds(words)?;
    for folder in [dist::ROOT, dist::EDITION] {
        if !Path::new(folder).join("index.html").is_file() {
            return Err(Failure::new(format!(
                "there is no {folder}/ yet: `cargo xtask dist` makes it"
            )));
        }
    }
    node::ensure()?;
    let chromium = chromium::ensure()?;
    let room = command::target().join("bench-load");
    let preact = build_preact(&room)?;
    step("Opening a story on a slow phone.", || {
        run(command(&["node", "e2e/bench/load.mjs"])
            .arg(rounds.to_string())
            .env("CHROMIUM", &chromium.browser)
            .env("DIST", dist::ROOT)
            .env("EDITION", dist::EDITION)
            .env("PREACT", preact)
            .env("ROOM", &room))
    })
}

/// How often each site is to be opened.
fn rounds(words: &[String]) -> Done<usize> {
    match words {
        [] => Ok(ROUNDS),
        [word] => {
            let rounds = word.parse().ok().filter(|rounds| *rounds > 0);
            rounds.ok_or_else(|| Failure::new(format!("{word} is no number of rounds")))
        }
        _ => Err(Failure::new("`bench load` takes one number of rounds")),
    }
}

/// Builds the Preact app away from its source, so that nothing of npm's lies there.
fn build_preact(room: &Path) -> Done<PathBuf> {
    let folder = room.join("preact");
    let failed = |error| Failure::new(format!("{}: {error}", folder.display()));
    let _ = fs::remove_dir_all(folder.join("out"));
    fs::create_dir_all(&folder).map_err(failed)?;
    for entry in fs::read_dir(PREACT).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let source = fs::read(entry.path()).map_err(failed)?;
        let copy = folder.join(entry.file_name());
        // A lock file that is as it was keeps its time: then nothing need be installed.
        if fs::read(&copy).ok().as_ref() != Some(&source) {
            fs::write(copy, source).map_err(failed)?;
        }
    }
    node::install(&folder, "the packages of the Preact app to compare with")?;
    run(command(&["npm", "run", "--silent", "build"]).current_dir(&folder))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_rounds_is_read() {
        let read = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
            rounds(&words).ok()
        };
        assert_eq!(read(&[]), Some(ROUNDS));
        assert_eq!(read(&["3"]), Some(3));
        assert_eq!(read(&["0"]), None);
        assert_eq!(read(&["three"]), None);
        assert_eq!(read(&["3", "4"]), None);
    }
}
