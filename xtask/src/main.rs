//! The project's chores: `cargo xtask serve`, `dist`, `test`, `size`, `bench`, `profile` and `screenshots`.

mod bench;
mod bytes;
mod chromium;
mod command;
mod dist;
mod finish;
mod node;
mod program;
mod screenshots;
mod serve;
mod size;
mod test;
mod tools;

use command::{Done, Failure};
use std::{env, process::ExitCode};

/// What is printed when nobody said what to do.
const USAGE: &str = "\
cargo xtask serve [--port N] [--release] [--base /PATH/]
    installs what is missing and serves the site at http://127.0.0.1:8080/, rebuilt when a file changes
cargo xtask serve --edition [--port N]
    serves the edition that `cargo xtask dist` made, as a host would
cargo xtask dist [--from FOLDER] [OPTION…]
    builds the app and makes an edition of public/, or of another folder, in edition/; the press knows the options
cargo xtask test [STEP…]
    installs what is missing and runs every check, or the steps named:
    fmt clippy unit doc wasm build size e2e
cargo xtask size
    weighs the finished build against size-budget.toml and lists where the bytes are
cargo xtask bench load [ROUNDS]
    opens a story of what `cargo xtask dist` made on a slow phone, beside a plain page and a Preact app of the same,
    and prints a table
cargo xtask bench press [NUMBER…]
    makes editions of so many generated stories, beside Hugo where it is installed, and prints a table
cargo xtask profile
    finds out which functions run until a page is shown, which make up the first part of the program
cargo xtask screenshots
    makes the pictures of README.md anew";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let (name, rest) = match words.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("help", &[] as &[String]),
    };
    let done = env::set_current_dir(command::root())
        .map_err(|error| Failure::new(format!("cannot enter the project's folder: {error}")))
        .and_then(|()| chore(name, rest));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask {name} stopped: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Does the chore of this name.
fn chore(name: &str, rest: &[String]) -> Done {
    match name {
        "serve" => serve::serve(&serve::Wish::parse(rest)?),
        "dist" => dist::dist(&dist::Wish::parse(rest)?),
        "test" => test::test(rest),
        "profile" => finish::profile::profile(),
        "bench" => bench::bench(rest),
        "size" => {
            tools::ensure()?;
            size::size()
        }
        "screenshots" => screenshots::screenshots(),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(Failure::new(format!(
            "there is no chore of this name.\n\n{USAGE}"
        ))),
    }
}
