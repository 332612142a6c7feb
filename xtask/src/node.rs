//! Node.js and the packages that are used with it.

use crate::command::{Done, Failure, ask, command, run, step};
use std::{fs, path::Path, time::SystemTime};

/// The lowest major version of Node.js whose test runner does what the journeys ask.
const NODE: u32 = 20;

/// Makes sure of Node.js and of the packages of the journeys.
pub fn ensure() -> Done {
    ensure_node()?;
    install(Path::new("e2e"), "the packages of the end-to-end tests")
}

/// Makes sure of Node.js and of the packages that finish a build.
pub fn ensure_for_builds() -> Done {
    ensure_node()?;
    install(Path::new("xtask"), "what shortens scripts and style sheets")
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

/// Installs the packages that a folder's lock file names, if it is newer than they are. None of them may run a script
/// of its own for that: none needs it, and the Observatory's would fetch lists that the tests do without.
pub fn install(folder: &Path, what: &str) -> Done {
    let lock = changed(folder.join("package-lock.json"));
    let installed = changed(folder.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= lock {
        return Ok(());
    }
    step(&format!("Installing {what}."), || {
        run(command(&[
            "npm",
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ])
        .current_dir(folder))
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
