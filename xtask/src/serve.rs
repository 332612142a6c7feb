//! `cargo xtask serve`: the site on the sample edition, rebuilt when a file changes.

use crate::{
    command::{Done, Failure, command, run},
    dist, tools,
};
use std::{path::Path, slice::Iter};

/// What one may say about serving.
#[derive(Debug, PartialEq, Eq)]
pub struct Wish {
    /// Where the server listens.
    port: u16,
    /// Whether the app is built as readers get it, small and slow to compile.
    is_release: bool,
    /// The path under which the site lies.
    base: String,
    /// Whether the finished edition is served.
    is_edition: bool,
}

impl Wish {
    /// Reads the words after `serve`.
    pub fn parse(words: &[String]) -> Done<Self> {
        let mut wish = Self {
            port: 8080,
            is_release: false,
            base: "/".into(),
            is_edition: false,
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--release" => wish.is_release = true,
                "--edition" => wish.is_edition = true,
                "--port" => wish.port = port(value(&mut words, word)?)?,
                "--base" => wish.base = base(value(&mut words, word)?),
                _ => return Err(Failure::new(format!("`serve` knows no {word}"))),
            }
        }
        Ok(wish)
    }

    /// The command that serves as wished.
    fn words(&self) -> Vec<String> {
        let mut words: Vec<String> = ["trunk", "serve", "--port"].map(str::to_owned).into();
        words.push(self.port.to_string());
        words.extend(["--public-url".into(), self.base.clone()]);
        words.extend(self.is_release.then(|| "--release".into()));
        words
    }
}

/// The word that follows an option.
fn value<'a>(words: &mut Iter<'a, String>, option: &str) -> Done<&'a str> {
    words
        .next()
        .map(String::as_str)
        .ok_or_else(|| Failure::new(format!("{option} needs a value")))
}

/// A port by its number.
fn port(word: &str) -> Done<u16> {
    word.parse()
        .map_err(|_| Failure::new(format!("{word} is no port: a number up to 65535 is")))
}

/// A base path with its slashes, which may be left out.
fn base(word: &str) -> String {
    match word.trim_matches('/') {
        "" => "/".into(),
        inner => format!("/{inner}/"),
    }
}

/// Serves until it is interrupted.
pub fn serve(wish: &Wish) -> Done {
    if wish.is_edition {
        return serve_edition(wish);
    }
    tools::ensure()?;
    println!(
        "Compiling the app, then serving it at http://127.0.0.1:{}{} until you press Ctrl-C.",
        wish.port, wish.base
    );
    let words = wish.words();
    run(&mut command(
        &words.iter().map(String::as_str).collect::<Vec<_>>(),
    ))
}

/// Serves the edition as a host would: compressed, with the headers of the tests, with a real 404.
fn serve_edition(wish: &Wish) -> Done {
    if !Path::new(dist::EDITION).join("edition.json").is_file() {
        return Err(Failure::new(
            "there is no edition yet: `cargo xtask dist` makes one",
        ));
    }
    let port = wish.port.to_string();
    let words = ["node", "e2e/server.mjs", dist::EDITION, "--port", &port];
    run(command(&words).args(["--base", &wish.base]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Done<Wish> {
        Wish::parse(&words.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn a_base_path_gets_its_slashes() {
        for written in ["civil", "/civil", "civil/", "/civil/"] {
            assert_eq!(parse(&["--base", written]).unwrap().base, "/civil/");
        }
        assert_eq!(parse(&["--base", "/"]).unwrap().base, "/");
    }

    #[test]
    fn what_serve_does_not_know_is_refused_by_name() {
        assert_eq!(
            parse(&["--prot", "1"]).unwrap_err().to_string(),
            "`serve` knows no --prot"
        );
        assert_eq!(
            parse(&["--port"]).unwrap_err().to_string(),
            "--port needs a value"
        );
        assert!(parse(&["--port", "99999"]).is_err());
    }
}
