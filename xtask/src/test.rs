//! `cargo xtask test`: every check there is, in order, each also by its name.

use crate::{
    chromium::{self, Chromium},
    command::{Done, Failure, command, run, step},
    dist, node, size,
    tools::{self, WASM},
};
use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

/// One of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// The layout of the code.
    Fmt,
    /// Clippy, natively and for the browser.
    Clippy,
    /// What can be tested without a browser.
    Unit,
    /// The documentation of the code.
    Doc,
    /// What of the code only a browser can do.
    Wasm,
    /// The builds that go to a host.
    Build,
    /// The weight of the build.
    Size,
    /// Readers' journeys through the built site.
    E2e,
}

/// The checks in their order, with their names.
const STEPS: [(&str, Step); 8] = [
    ("fmt", Step::Fmt),
    ("clippy", Step::Clippy),
    ("unit", Step::Unit),
    ("doc", Step::Doc),
    ("wasm", Step::Wasm),
    ("build", Step::Build),
    ("size", Step::Size),
    ("e2e", Step::E2e),
];

/// Runs the checks that are named, or all of them, up to the first that fails.
pub fn test(words: &[String]) -> Done {
    let steps = chosen(words)?;
    let start = Instant::now();
    let has = |wanted: &[Step]| steps.iter().any(|(_, step)| wanted.contains(step));
    if has(&[Step::Clippy, Step::Wasm, Step::Build]) {
        tools::ensure()?;
    }
    if has(&[Step::E2e]) {
        node::ensure()?;
    }
    let chromium = if has(&[Step::Wasm, Step::E2e]) {
        Some(chromium::ensure()?)
    } else {
        None
    };
    println!(
        "Everything that is needed is there ({:.1} s).",
        start.elapsed().as_secs_f64()
    );

    let mut times = Vec::new();
    let mut failed = None;
    for (name, step) in &steps {
        let start = Instant::now();
        let done = check(*step, chromium.as_ref());
        times.push(format!("{name} {:.0} s", start.elapsed().as_secs_f64()));
        if let Err(failure) = done {
            failed = Some(Failure::new(format!(
                "in the step {name}, {failure}. To run it again: cargo xtask test {name}"
            )));
            break;
        }
    }
    let passed = times.len() - usize::from(failed.is_some());
    let skipped = match steps.len() - times.len() {
        0 => String::new(),
        left => format!(", {left} skipped"),
    };
    println!(
        "\nTimes: {}; together {:.0} s.",
        times.join(", "),
        start.elapsed().as_secs_f64()
    );
    println!(
        "{passed} passed, {} failed{skipped}",
        usize::from(failed.is_some())
    );
    failed.map_or(Ok(()), Err)
}

/// The steps that are named, in their usual order, with the build where one of them looks at it. All without a name.
fn chosen(words: &[String]) -> Done<Vec<(&'static str, Step)>> {
    if let Some(unknown) = words
        .iter()
        .find(|word| !STEPS.iter().any(|(name, _)| name == word))
    {
        let names: Vec<_> = STEPS.iter().map(|(name, _)| *name).collect();
        return Err(Failure::new(format!(
            "there is no step {unknown}, but {}",
            names.join(", ")
        )));
    }
    let is_named = |name: &str| words.iter().any(|word| word == name);
    let is_wanted = |name: &str| {
        let needs_build = is_named("size") || is_named("e2e");
        words.is_empty() || is_named(name) || (name == "build" && needs_build)
    };
    Ok(STEPS
        .into_iter()
        .filter(|(name, _)| is_wanted(name))
        .collect())
}

/// Runs one check.
fn check(which: Step, chromium: Option<&Chromium>) -> Done {
    match which {
        Step::Fmt => step("fmt: is the code laid out as rustfmt does it?", || {
            run(&mut command(&["cargo", "fmt", "--all", "--check"]))
        }),
        Step::Clippy => step(
            "clippy: do the lints hold, natively and for the browser?",
            clippy,
        ),
        Step::Unit => step(
            "unit: tests that need no browser, of all crates, and examples in the documentation.",
            || {
                run(&mut command(&[
                    "cargo",
                    "test",
                    "--workspace",
                    "--features",
                    "civil-today/ssr",
                ]))
            },
        ),
        Step::Doc => step("doc: is the documentation of the code whole?", || {
            let words = [
                "cargo",
                "doc",
                "--no-deps",
                "--workspace",
                "--document-private-items",
            ];
            run(command(&words)
                .args(["--features", "civil-today/ssr"])
                .env("RUSTDOCFLAGS", "-D warnings"))
        }),
        Step::Wasm => step("wasm: tests that need a browser, in Chromium.", || {
            wasm(chromium)
        }),
        Step::Build => step(
            "build: the site as it goes to a host, for the root and for a sub-path, and as an edition.",
            || {
                dist::build()?;
                dist::build_below()?;
                dist::build_sample()
            },
        ),
        Step::Size => step("size: is the build within its budget?", size::weigh),
        Step::E2e => step(
            "e2e: readers' journeys through the built site, in Chromium.",
            || e2e(chromium),
        ),
    }
}

/// Lints what runs natively, and what runs in the browser.
fn clippy() -> Done {
    let deny = ["--", "-Dwarnings"];
    let native = [
        "cargo",
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        "civil-today/ssr",
    ];
    run(command(&native).args(deny))?;
    let browser = [
        "cargo",
        "clippy",
        "-p",
        "civil-today",
        "--all-targets",
        "--features",
        "csr",
        "--target",
        WASM,
    ];
    run(command(&browser).args(deny))
}

/// Runs `tests/browser_*.rs`, which are made for the browser, and only those.
fn wasm(chromium: Option<&Chromium>) -> Done {
    let tests = files("tests", "browser_", ".rs")?;
    if tests.is_empty() {
        println!("There are no files tests/browser_*.rs.");
        return Ok(());
    }
    let words = [
        "cargo",
        "test",
        "-p",
        "civil-today",
        "--features",
        "csr",
        "--target",
        WASM,
    ];
    let mut command = command(&words);
    for test in &tests {
        command
            .arg("--test")
            .arg(test.file_stem().unwrap_or_default());
    }
    if let Some(chromium) = chromium {
        command.env("CHROMEDRIVER", &chromium.driver);
    }
    run(command.env("WASM_BINDGEN_TEST_TIMEOUT", "120"))
}

/// Runs the journeys with Node's test runner.
fn e2e(chromium: Option<&Chromium>) -> Done {
    let mut command = command(&["node", "--test", "--test-reporter=spec"]);
    command
        .current_dir("e2e")
        .env("DIST", Path::new("..").join(dist::ROOT))
        .env("DIST_CIVIL", dist::below())
        .env("EDITION", dist::sample())
        .env("EDITION_CIVIL", dist::sample_below());
    for test in files("e2e/journeys", "", ".test.mjs")? {
        command.arg(Path::new("journeys").join(test.file_name().unwrap_or_default()));
    }
    if let Some(chromium) = chromium {
        command.env("CHROMIUM", &chromium.browser);
    }
    run(&mut command)
}

/// The files of a folder whose names begin and end so, by name. None if there is no such folder.
fn files(folder: &str, start: &str, end: &str) -> Done<Vec<PathBuf>> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| Failure::new(format!("{folder}: {error}")))?;
        let name = entry.file_name();
        if name
            .to_str()
            .is_some_and(|name| name.starts_with(start) && name.ends_with(end))
        {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &[&str]) -> Done<Vec<&'static str>> {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        Ok(chosen(&words)?.into_iter().map(|(name, _)| name).collect())
    }

    #[test]
    fn all_steps_run_when_none_is_named() {
        assert_eq!(
            names(&[]).unwrap(),
            [
                "fmt", "clippy", "unit", "doc", "wasm", "build", "size", "e2e"
            ]
        );
    }

    #[test]
    fn what_looks_at_the_build_comes_after_it() {
        assert_eq!(names(&["e2e", "fmt"]).unwrap(), ["fmt", "build", "e2e"]);
        assert_eq!(names(&["unit"]).unwrap(), ["unit"]);
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_names_there_are() {
        let said = names(&["lint"]).unwrap_err().to_string();
        assert!(said.contains("lint") && said.contains("clippy"), "{said}");
    }
}
