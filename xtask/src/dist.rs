//! The release build, as it goes to a host: `dist/` for the host's root, a second one for a sub-path.

use crate::command::{self, Done, command, run};
use std::path::PathBuf;

/// The folder of the build for the root of a host.
pub const ROOT: &str = "dist";
/// The sub-path of the second build.
pub const BASE: &str = "/civil/";

/// The folder of the build for the sub-path.
pub fn below() -> PathBuf {
    command::target().join("dist-civil")
}

/// Builds for the root. Cargo compiles only what has changed.
pub fn build() -> Done {
    run(&mut command(&[
        "trunk",
        "build",
        "--release",
        "--public-url",
        "/",
        "--dist",
        ROOT,
    ]))
}

/// Builds for the sub-path, from the program that is there.
pub fn build_below() -> Done {
    run(command(&[
        "trunk",
        "build",
        "--release",
        "--public-url",
        BASE,
        "--dist",
    ])
    .arg(below()))
}
