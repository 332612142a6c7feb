//! Node.js, with the packages that finish a build and those of the end-to-end tests.

use crate::command::{Done, Failure, ask, command, run, step};
use std::{fs, path::Path, time::SystemTime};

/// The lowest major version of Node.js whose test runner does what the journeys ask.
const NODE: u32 = 20;

/// Makes sure of Node.js and of the packages of the journeys.
pub fn ensure() -> Done {
    ensure_node()?;
    ensure_packages("e2e", "Installing the packages of the end-to-end tests.")
}

/// Makes sure of Node.js and of the packages that finish a build.
pub fn ensure_for_builds() -> Done {
    ensure_node()?;
    ensure_packages(
        "xtask",
        "Installing what shortens scripts and style sheets.",
    )
}

fn ensure_node() -> Done {
    let version = ask(&["node", "--version"]);
    if version
        .as_deref()
        .and_then(major)
        .is_none_or(|major| major < NODE)
    {
        return Err(Failure::new(format!(
            "Node.js {NODE} or later is needed with npm, and {} was found. Install it from your system's packages or \
             from https://nodejs.org",
            version.as_deref().unwrap_or("none")
        )));
    }
    Ok(())
}

/// Installs the packages of a folder if its lock file is newer than they are. None of them has to run a script for that.
fn ensure_packages(folder: &str, sentence: &str) -> Done {
    let lock = changed(format!("{folder}/package-lock.json"));
    let installed = changed(format!("{folder}/node_modules/.package-lock.json"));
    if installed.is_some() && installed >= lock {
        return Ok(());
    }
    step(sentence, || {
        let words = [
            "npm",
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ];
        run(command(&words).current_dir(folder))
    })
}

/// The major version in what Node.js says of itself, as in `v20.1.2`.
fn major(said: &str) -> Option<u32> {
    said.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// When a file was written last.
fn changed(path: impl AsRef<Path>) -> Option<SystemTime> {
    fs::metadata(path).and_then(|about| about.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20"), None);
    }
}
