//! The release build, as it goes to a host: `dist/` for the host's root, a second one for a sub-path, and editions, which
//! the press makes of it.

use crate::{
    command::{self, Done, Failure, ask, command, run},
    finish, node, tools,
};
use std::{
    fmt::Write,
    path::{Path, PathBuf},
};

/// The folder of the build for the root of a host.
pub const ROOT: &str = "dist";
/// The sub-path of the second build.
pub const BASE: &str = "/civil/";

/// The folder of the build for the sub-path.
pub fn below() -> PathBuf {
    command::target().join("dist-civil")
}

/// Builds for the root, and finishes the build. Cargo compiles only what has changed.
pub fn build() -> Done {
    node::ensure_for_builds()?;
    trunk("/", Path::new(ROOT))?;
    finish::finish(Path::new(ROOT))
}

/// The same for the sub-path, from the program that is there.
pub fn build_below() -> Done {
    trunk(BASE, &below())?;
    finish::finish(&below())
}

/// Lets Trunk build into a folder, with a program that still has the names of its functions.
pub fn trunk(base: &str, folder: &Path) -> Done {
    let words = [
        "trunk",
        "build",
        "--cargo-profile",
        "named",
        "--public-url",
        base,
        "--dist",
    ];
    run(command(&words).arg(folder).env("RUSTFLAGS", rust_flags()))
}

/// The program as the linker wrote it, with the names of its functions and notes on what they reach.
pub fn linked() -> PathBuf {
    command::target()
        .join(tools::WASM)
        .join("named/civil-today.wasm")
}

/// What `.cargo/config.toml` says, that the linker keeps its notes, and that no path of this machine comes into the program.
fn rust_flags() -> String {
    let sysroot = ask(&["rustc", "--print", "sysroot"]).unwrap_or_default();
    let hidden = [
        command::cargo_home().join("registry/src"),
        Path::new(&sysroot).join("lib/rustlib/src/rust"),
        command::root().to_owned(),
    ];
    let mut flags =
        String::from("-Clink-arg=--keep-section=target_features -Clink-arg=--emit-relocs");
    for folder in hidden {
        let _ = write!(flags, " --remap-path-prefix={}=", folder.display());
    }
    flags
}

/// The folder of the edition that `cargo xtask dist` makes.
pub const EDITION: &str = "edition";

/// What one may say about an edition. All words that are not known go to the press.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The folder with `site.json`, `feed.json` and `pages.json`.
    folder: Option<String>,
    /// Words for the press.
    words: Vec<String>,
}

impl Wish {
    /// Reads the words after `dist`.
    pub fn parse(words: &[String]) -> Done<Self> {
        let mut wish = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if word == "--from" {
                let folder = words.next();
                wish.folder = Some(
                    folder
                        .ok_or_else(|| Failure::new("--from needs a folder"))?
                        .clone(),
                );
            } else {
                wish.words.push(word.clone());
            }
        }
        Ok(wish)
    }
}

/// Builds the app and makes an edition of the sample, or of another folder.
pub fn dist(wish: &Wish) -> Done {
    tools::ensure()?;
    build()?;
    let folder = wish.folder.as_deref().unwrap_or("public");
    let mut press = press(&["--profile", "native"], Path::new(ROOT), Path::new(folder));
    run(press.args(["--out", EDITION]).args(&wish.words))
}

/// The folder of the sample's edition that the tests look at.
pub fn sample() -> PathBuf {
    command::target().join("edition")
}

/// The folder of the sample's edition for the sub-path.
pub fn sample_below() -> PathBuf {
    command::target().join("edition-civil")
}

/// Makes both editions of the sample with the press that the tests have compiled.
pub fn build_sample() -> Done {
    let (app, public) = (Path::new(ROOT), Path::new("public"));
    run(press(&[], app, public).arg("--out").arg(sample()))?;
    let mut below = press(&[], app, public);
    run(below
        .args(["--plain", "--base", BASE, "--out"])
        .arg(sample_below()))
}

/// Makes a plain edition of the sample with the app in a folder.
pub fn press_into(app: &Path, out: &Path) -> Done {
    let mut press = press(&[], app, Path::new("public"));
    run(press.args(["--plain", "--quiet", "--out"]).arg(out))
}

/// The press, asked for an edition of a folder with the app in another.
fn press(cargo: &[&str], app: &Path, folder: &Path) -> std::process::Command {
    let mut press = command(&["cargo", "run", "--quiet", "--package", "press"]);
    press.args(cargo).args(["--", "build", "--app"]).arg(app);
    for (option, name) in [
        ("--site", "site.json"),
        ("--feed", "feed.json"),
        ("--pages", "pages.json"),
    ] {
        let file = folder.join(name);
        if name == "feed.json" || file.is_file() {
            press.arg(option).arg(file);
        }
    }
    press
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_goes_to_the_press() {
        let words = ["--strict", "--from", "news", "--window", "9"].map(str::to_owned);
        let wish = Wish::parse(&words).unwrap();
        assert_eq!(wish.folder.as_deref(), Some("news"));
        assert_eq!(wish.words, ["--strict", "--window", "9"]);
        assert!(Wish::parse(&["--from".to_owned()]).is_err());
    }
}
