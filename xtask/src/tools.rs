//! The Rust tools of the build: the wasm32 target, trunk, and wasm-bindgen in the locked version.

use crate::command::{self, Done, Failure, ask, command, run, step};
use std::{fs, path::Path};

/// The target the app is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";
/// The version of trunk; `Trunk.toml` asks for the same.
const TRUNK: &str = "0.21.14";

/// Installs what is missing. When nothing is, this takes a tenth of a second.
pub fn ensure() -> Done {
    ensure_target()?;
    let bindgen = locked_version("wasm-bindgen")?;
    if !is_installed("trunk", TRUNK) {
        // Without its look for a newer version, which would take longer to compile.
        let features = ["--no-default-features", "--features", "rustls"];
        step(
            &format!("Installing trunk {TRUNK}, which builds and serves the app."),
            || install("trunk", TRUNK, &features),
        )?;
    }
    if !(is_installed("wasm-bindgen", &bindgen)
        && is_installed("wasm-bindgen-test-runner", &bindgen))
    {
        step(
            &format!("Installing wasm-bindgen {bindgen}, the version in Cargo.lock."),
            // Encryption would serve to reach a browser on another machine.
            || install("wasm-bindgen-cli", &bindgen, &["--no-default-features"]),
        )?;
    }
    forget_leftovers()
}

/// Adds the wasm32 target to the toolchain.
fn ensure_target() -> Done {
    let folder = ask(&["rustc", "--print", "target-libdir", "--target", WASM]);
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    step(&format!("Adding Rust's target {WASM}."), || {
        run(&mut command(&["rustup", "target", "add", WASM]))
    })
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Done<String> {
    let lock = fs::read_to_string("Cargo.lock")
        .map_err(|error| Failure::new(format!("Cargo.lock cannot be read: {error}")))?;
    version_in(&lock, package)
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("Cargo.lock names no {package}")))
}

/// The version that the text of a lock file gives for a package.
fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

/// Whether a tool says that it is of this version.
fn is_installed(tool: &str, version: &str) -> bool {
    ask(&[tool, "--version"])
        .is_some_and(|said| said.split_whitespace().any(|word| word == version))
}

/// Compiles and installs a tool, made to be ready soon rather than to run fast.
fn install(package: &str, version: &str, features: &[&str]) -> Done {
    let wanted = format!("{package}@{version}");
    let words = [&["cargo", "install", "--force", &wanted][..], features].concat();
    let locked = [&words[..], &["--locked"]].concat();
    // A registry that is behind may lack a version that the package's own lock file names.
    run(quick(&mut command(&locked))).or_else(|failure| {
        println!("{failure}. Trying with the newest versions of what it needs.");
        run(quick(&mut command(&words)))
    })
}

/// Asks cargo for a quick build, with one folder for all tools: what they share is compiled once.
fn quick(command: &mut std::process::Command) -> &mut std::process::Command {
    command
        .env("CARGO_TARGET_DIR", folder())
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env("CARGO_PROFILE_RELEASE_STRIP", "true")
}

/// Where the tools are compiled.
fn folder() -> std::path::PathBuf {
    command::target().join("tools")
}

/// Frees the half gigabyte that compiling the tools took.
fn forget_leftovers() -> Done {
    if !folder().exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder())
        .map_err(|error| Failure::new(format!("{}: {error}", folder().display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_package_and_not_of_one_with_a_longer_name() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\n";
        assert_eq!(version_in(lock, "a"), Some("2.0.0"));
        assert_eq!(version_in(lock, "c"), None);
    }
}
