//! `cargo xtask size`: what a reader has to load, against the budget, and where the bytes are.

use crate::{
    bytes::{compressed, grouped},
    command::{self, Done, Failure, command, run},
    dist,
    program::{Program, length},
};
use std::{collections::BTreeMap, ffi::OsStr, fs, path::Path};

/// The file that holds the budget.
const BUDGET: &str = "size-budget.toml";
/// How many crates, and how many functions, are listed.
const LISTED: usize = 25;

/// Builds, weighs, and lists where the bytes are. Fails above the budget.
pub fn size() -> Done {
    dist::build()?;
    let within = weigh();
    list_functions()?;
    within
}

/// A file of the build that a reader loads.
struct Part {
    /// Its name, without the hash it has in `dist`.
    name: String,
    /// Its length.
    raw: usize,
    /// Its length as it travels.
    brotli: usize,
    /// When it is loaded.
    kind: Kind,
}

/// When a file is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Before the app can show a page.
    First,
    /// Behind that.
    Rest,
    /// Not counted.
    Beside,
}

/// Prints what the build weighs. Fails above the budget.
pub fn weigh() -> Done {
    let text =
        fs::read_to_string(BUDGET).map_err(|error| Failure::new(format!("{BUDGET}: {error}")))?;
    let allowed = |name| {
        budget(&text, name)
            .ok_or_else(|| Failure::new(format!("{BUDGET} has no line `{name} = NUMBER`")))
    };
    let parts = parts(Path::new(dist::ROOT))?;
    println!(
        "\nWhat a reader loads, in bytes:\n\n{:30} {:>10} {:>10}",
        "", "raw", "brotli -q 11"
    );
    for Part {
        name,
        raw,
        brotli,
        kind,
    } in &parts
    {
        let mark = match kind {
            Kind::First => "",
            Kind::Rest => "  (comes when the page is shown)",
            Kind::Beside => "  (beside the budget)",
        };
        println!(
            "{name:30} {:>10} {:>12}{mark}",
            grouped(*raw),
            grouped(*brotli)
        );
    }
    let sum = |kinds: &[Kind]| -> usize {
        let counted = parts.iter().filter(|part| kinds.contains(&part.kind));
        counted.map(|part| part.brotli).sum()
    };
    let mut over = None;
    for (title, name, weight) in [
        ("until a page is shown", "first", sum(&[Kind::First])),
        ("wasm + js + css", "total", sum(&[Kind::First, Kind::Rest])),
    ] {
        let allowed = allowed(name)?;
        println!(
            "{title:30} {:>23}  of {} allowed",
            grouped(weight),
            grouped(allowed)
        );
        if weight > allowed {
            over = over.or(Some(Failure::new(format!(
                "the build is {} bytes over the budget `{name}` of {} in {BUDGET}",
                grouped(weight - allowed),
                grouped(allowed)
            ))));
        }
    }
    over.map_or(Ok(()), Err)
}

/// The number of bytes that the budget's text allows by a name.
fn budget(text: &str, name: &str) -> Option<usize> {
    let own = |line: &&str| line.split_once(" =").is_some_and(|(own, _)| own == name);
    let line = text.lines().find(own)?.split_once('=')?.1;
    line.split('#').next()?.trim().replace('_', "").parse().ok()
}

/// The files of a build that a reader loads, those that count first.
fn parts(folder: &Path) -> Done<Vec<Part>> {
    let unreadable = |error| Failure::new(format!("{}: {error}", folder.display()));
    let mut parts = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        let name = unhashed(name);
        let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
        let kind = match name.as_str() {
            "index.html" | "boot.js" => Kind::Beside,
            "rest.wasm" | "paper.css" => Kind::Rest,
            _ if ["wasm", "js", "css"].contains(&ending) => Kind::First,
            _ => continue,
        };
        let bytes = fs::read(&path).map_err(unreadable)?;
        let brotli = compressed(&bytes)?;
        parts.push(Part {
            name,
            raw: bytes.len(),
            brotli,
            kind,
        });
    }
    parts.sort_by_key(|part| (part.kind, std::cmp::Reverse(part.brotli)));
    Ok(parts)
}

/// A file's name without the hash: `base-0123456789abcdef.css` is `base.css`. A hash has no zeros before it.
fn unhashed(name: &str) -> String {
    let Some((stem, rest)) = name.rsplit_once('-') else {
        return name.to_owned();
    };
    let end = rest.trim_start_matches(|c: char| c.is_ascii_hexdigit());
    match rest.len() - end.len() {
        12..=16 => format!("{stem}{end}"),
        _ => name.to_owned(),
    }
}

/// Lists the crates and the functions with the most bytes, from the program before it is finished.
fn list_functions() -> Done {
    let out = command::target().join("named");
    let bindgen = [
        "wasm-bindgen",
        "--target=web",
        "--no-typescript",
        "--out-name=named",
        "--out-dir",
    ];
    run(command(&bindgen).arg(&out).arg(dist::linked()))?;
    let file = out.join("named_bg.wasm");
    let bytes =
        fs::read(&file).map_err(|error| Failure::new(format!("{}: {error}", file.display())))?;
    let program = Program::read(&bytes)?;

    let sections = program.sections.iter();
    print_table(
        "The program's sections, in bytes before compression, names among them:",
        sections.map(|(name, bytes)| ((*name).to_owned(), *bytes)),
    );
    let functions: Vec<(&str, usize)> = (program.imported()..)
        .zip(&program.bodies)
        .map(|(number, body)| {
            let name = program.names.get(&number).copied();
            (name.unwrap_or("(without a name)"), length(body.range()))
        })
        .collect();
    let mut crates = BTreeMap::new();
    for (name, bytes) in &functions {
        *crates.entry(crate_of(name).to_owned()).or_insert(0) += bytes;
    }
    print_table(
        "The crates with the most code (generic code counts for the crate it was written in):",
        sorted(crates),
    );
    let functions = functions
        .iter()
        .map(|(name, bytes)| (without_hash(name).to_owned(), *bytes));
    print_table("The largest functions:", sorted(functions));
    Ok(())
}

/// The largest first, as many as are listed.
fn sorted(
    rows: impl IntoIterator<Item = (String, usize)>,
) -> impl Iterator<Item = (String, usize)> {
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    rows.into_iter().take(LISTED)
}

/// Prints names with their bytes.
fn print_table(title: &str, rows: impl Iterator<Item = (String, usize)>) {
    println!("\n{title}\n");
    for (name, bytes) in rows {
        println!("{:>10}  {name}", grouped(bytes));
    }
}

/// A function's name without the hash the compiler puts behind it.
fn without_hash(name: &str) -> &str {
    match name.rsplit_once("::h") {
        Some((path, hash))
            if hash
                .get(..16)
                .is_some_and(|hash| hash.bytes().all(|byte| byte.is_ascii_hexdigit())) =>
        {
            path
        }
        _ => name,
    }
}

/// The crate a function was written in: of `<A as B>::c` that of `A`, or of `B` where `A` stands for many; of a
/// destructor that of what it destroys.
fn crate_of(name: &str) -> &str {
    let path = without_hash(name);
    let path = path
        .strip_prefix("core::ptr::drop_in_place<")
        .unwrap_or(path);
    let of_trait = || path.split_once(" as ").and_then(|(_, path)| first_of(path));
    first_of(path)
        .or_else(of_trait)
        .unwrap_or("(without a crate)")
}

/// The crate that a path begins with, behind the marks of references, pointers and tuples.
fn first_of(path: &str) -> Option<&str> {
    let path = path.trim_start_matches(['<', '&', '*', '(', '[']);
    let path = ["mut ", "const ", "dyn "]
        .iter()
        .fold(path, |path, word| path.strip_prefix(word).unwrap_or(path));
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let (word, rest) = path.split_at_checked(path.find(|c| !is_of_word(c))?)?;
    // The standard library's crates carry a number: `core[0123456789abcdef]::fmt`.
    let rest = match rest.strip_prefix('[') {
        Some(numbered) => numbered.split_once(']')?.1,
        None => rest,
    };
    (rest.starts_with("::") && !word.is_empty()).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_is_read_with_its_comment() {
        assert_eq!(
            budget(
                "# Bytes.\nfirst = 1\ntotal = 130_000 # after brotli\n",
                "total"
            ),
            Some(130_000)
        );
        assert_eq!(budget("total = much", "total"), None);
    }

    #[test]
    fn a_hash_goes_from_a_files_name_and_a_word_stays() {
        assert_eq!(unhashed("app-d980b2931679376a.wasm"), "app.wasm");
        assert_eq!(unhashed("base-4d704de0e4185e56.css"), "base.css");
        assert_eq!(unhashed("base-641fabc22f5981c.css"), "base.css");
        assert_eq!(unhashed("boot-failed.js"), "boot-failed.js");
    }

    #[test]
    fn a_function_belongs_to_the_crate_it_was_written_in() {
        for (name, of) in [
            ("civil_today::app::start::h0123456789abcdef", "civil_today"),
            (
                "<alloc::string::String as core::fmt::Write>::write_str::h0123456789abcdef",
                "alloc",
            ),
            ("<&mut leptos::Thing as core::fmt::Debug>::fmt", "leptos"),
            (
                "core::ptr::drop_in_place<content::site::Site>::h0123456789abcdef",
                "content",
            ),
            ("<F as tachys::view::Render>::build", "tachys"),
            ("<(A,B) as tachys::view::Render>::build", "tachys"),
            (
                "<dlmalloc[e24a27700634d609]::dlmalloc::Dlmalloc<_>>::malloc",
                "dlmalloc",
            ),
            ("memcpy", "(without a crate)"),
        ] {
            assert_eq!(crate_of(name), of, "{name}");
        }
    }
}
