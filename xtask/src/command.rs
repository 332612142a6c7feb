//! Runs other programs: says which, how long it took, and what failed.

use std::{
    env,
    ffi::OsString,
    fmt,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

/// Why a chore stopped, in words for the one who called it.
#[derive(Debug)]
pub struct Failure(String);

/// What a chore comes to.
pub type Done<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure with its reason.
    pub fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The project's folder.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// The folder cargo builds into.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The folder cargo installs programs into.
pub fn installed() -> PathBuf {
    env::var_os("CARGO_INSTALL_ROOT")
        .map_or_else(cargo_home, PathBuf::from)
        .join("bin")
}

/// Cargo's own folder.
pub fn cargo_home() -> PathBuf {
    let usual = || env::home_dir().unwrap_or_default().join(".cargo");
    env::var_os("CARGO_HOME").map_or_else(usual, PathBuf::from)
}

/// A command that also finds what cargo has installed, though its folder may not be on the shell's path.
pub fn command(words: &[&str]) -> Command {
    let (program, rest) = words
        .split_first()
        .map_or(("true", words), |(program, rest)| (*program, rest));
    let mut command = Command::new(program);
    command.args(rest).env("PATH", search_path());
    command
}

/// Where programs are looked for.
pub fn search_path() -> OsString {
    let usual = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(installed()).chain(env::split_paths(&usual));
    env::join_paths(folders).unwrap_or(usual)
}

/// The file of a program, if it is on the search path.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&search_path())
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// Runs a command to its end; what it prints is seen.
pub fn run(command: &mut Command) -> Done {
    let line = line(command);
    println!("$ {line}");
    let status = command
        .status()
        .map_err(|error| Failure::new(format!("`{line}` could not start: {error}")))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("`{line}` failed ({status})")))
    }
}

/// What a command makes of some bytes that it is given.
pub fn through(command: &mut Command, bytes: &[u8]) -> Done<Vec<u8>> {
    let line = line(command);
    let failed = |error| Failure::new(format!("`{line}` could not run: {error}"));
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    // It is closed at the end of this statement, which tells the command that there is no more.
    child
        .stdin
        .take()
        .map_or(Ok(()), |mut input| input.write_all(bytes))
        .map_err(failed)?;
    let output = child.wait_with_output().map_err(failed)?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(Failure::new(format!("`{line}` failed ({})", output.status)))
    }
}

/// What a command prints; nothing if it is not there or fails.
pub fn ask(words: &[&str]) -> Option<String> {
    let output = command(words)
        .stderr(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Does one thing with a sentence before and the time it took after.
pub fn step<T>(sentence: &str, work: impl FnOnce() -> Done<T>) -> Done<T> {
    println!("\n{sentence}");
    let start = Instant::now();
    let done = work()?;
    println!("Done in {:.1} s.", start.elapsed().as_secs_f64());
    Ok(done)
}

/// A command as one would type it.
fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
