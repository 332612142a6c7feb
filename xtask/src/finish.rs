//! Finishes a build for its readers: the program in two parts with short names, glue, scripts and style sheets as
//! short as they can be. `docs/decisions/0017` has the reasons and the figures.

mod alike;
pub mod names;
pub mod profile;
pub mod quiet;
pub mod reach;
pub mod split;

use self::reach::Apart;
use crate::{
    command::{self, Done, Failure, command},
    dist,
    program::Program,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::{
    collections::HashSet,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

/// What loads the rest of the program; it becomes a part of the glue.
const LOADER: &str = include_str!("finish/rest.mjs");

/// Finishes the build in a folder that Trunk wrote with the profile `named`. Every file gets a name made of its final
/// bytes, so that a host may keep it for good.
pub fn finish(folder: &Path) -> Done {
    let build = Build::find(folder)?;
    let (bytes, glue) = names::shorten(&read(&build.wasm)?, &text(&build.glue)?)?;
    let program = Program::read(&bytes)?;
    let late = split::late(&program, &profile::first(&program)?)?;
    // One name may stand for several functions: it is late if all of them are.
    let is_late = |function: &u32| late.contains(function);
    let names = |is_meant: bool| {
        let functions = program.names.iter();
        functions
            .filter(move |(function, _)| is_late(function) == is_meant)
            .map(|(_, name)| *name)
    };
    let mut named_late: HashSet<&str> = names(true).collect();
    for name in names(false) {
        named_late.remove(name);
    }
    let apart = Apart::of(&read(&dist::linked())?, |name| named_late.contains(name))?;
    let quieted = quiet::quieted(&bytes, &apart.dead)?;
    let parts = split::split(&Program::read(&quieted)?, &late, apart)?;

    let mut page = build.page;
    let first = replaced(&mut page, &build.wasm, "app.wasm", &parts.first)?;
    let rest = named("rest.wasm", &parts.rest);
    write(&folder.join(&rest), &parts.rest)?;
    let known = value(&page, "data-wasm").unwrap_or_default().to_owned();
    let integrity = STANDARD.encode(Sha256::digest(&parts.rest));
    page = once(
        &page,
        &format!("data-wasm=\"{known}\""),
        &format!(
            "data-wasm=\"{known}\" data-rest=\"{}\" data-rest-integrity=\"sha256-{integrity}\"",
            known.replace(&first, &rest)
        ),
    )?;
    let glue = shortened(with_loader(&glue)?.as_bytes(), "js")?;
    replaced(&mut page, &build.glue, "app.js", &glue)?;
    let boot = folder.join("boot.js");
    replaced(
        &mut page,
        &boot,
        "boot.js",
        &shortened(&read(&boot)?, "js")?,
    )?;
    let page = with_few_sheets(folder, &page)?;
    write(&folder.join("index.html"), page.as_bytes())
}

/// A build as Trunk wrote it.
struct Build {
    page: String,
    glue: PathBuf,
    wasm: PathBuf,
}

impl Build {
    fn find(folder: &Path) -> Done<Self> {
        let page = text(&folder.join("index.html"))?;
        let file = |attribute: &str| {
            let address = value(&page, attribute)?;
            Some(folder.join(address.rsplit('/').next()?))
        };
        match (file("data-glue"), file("data-wasm")) {
            (Some(glue), Some(wasm)) => Ok(Self { glue, wasm, page }),
            _ => Err(Failure::new(format!(
                "{} has no page that names a program",
                folder.display()
            ))),
        }
    }
}

/// The value of an attribute that stands in the page once.
fn value<'a>(page: &'a str, attribute: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!("{attribute}=\""))?;
    Some(rest.split_once('"')?.0)
}

/// Writes a file in the place of another, in the folder and in the page. Returns its name.
fn replaced(page: &mut String, old: &Path, name: &str, bytes: &[u8]) -> Done<String> {
    let known = old.file_name().and_then(OsStr::to_str).unwrap_or_default();
    let new = named(name, bytes);
    fs::remove_file(old).map_err(|error| at(old, &error))?;
    write(&old.with_file_name(&new), bytes)?;
    // The address of another file may end in the same letters.
    *page = page.replace(&format!("/{known}\""), &format!("/{new}\""));
    Ok(new)
}

/// The page with one style sheet in the place of all that it waits for, and one in the place of those for paper.
fn with_few_sheets(folder: &Path, page: &str) -> Done<String> {
    const OPENING: &str = "<link rel=\"stylesheet\" ";
    const PAPER: &str = " media=\"print\"";
    let (mut style, mut paper, mut without, mut rest) =
        (Vec::new(), Vec::new(), String::new(), page);
    let mut place = None;
    while let Some((before, after)) = rest.split_once(OPENING) {
        let (tag, after) = after.split_once('>').unwrap_or_default();
        let address = value(tag, "href").unwrap_or_default();
        let (folders, name) = address.rsplit_once('/').unwrap_or_default();
        let file = folder.join(name);
        let sheet = if tag.contains(PAPER) {
            &mut paper
        } else {
            &mut style
        };
        sheet.extend(read(&file)?);
        sheet.push(b'\n');
        fs::remove_file(&file).map_err(|error| at(&file, &error))?;
        without.push_str(before);
        place.get_or_insert((without.len(), folders));
        rest = after.trim_start();
    }
    without.push_str(rest);
    let (place, folders) =
        place.ok_or_else(|| Failure::new("the page of the build has no style sheet"))?;
    let mut links = String::new();
    for (name, sheet, media) in [("style.css", style, ""), ("paper.css", paper, PAPER)] {
        let sheet = shortened(&sheet, "css")?;
        let name = named(name, &sheet);
        write(&folder.join(&name), &sheet)?;
        links += &format!("{OPENING}href=\"{folders}/{name}\"{media}>\n    ");
    }
    without.insert_str(place, &links);
    Ok(without)
}

/// The glue with what loads the rest, which the program calls by an import of its own.
fn with_loader(glue: &str) -> Done<String> {
    let (module, name) = split::NOW;
    let imports = "\"$\": import0,";
    let glue = once(glue, imports, &format!("{imports} {module}: {{ {name} }},"))?;
    // What wasm-bindgen starts a program with takes all that could be given to it. Ours gets one thing.
    let glue = once(&glue, "export { initSync, __wbg_init as default };", "")?;
    Ok([&glue, "\n", LOADER].concat())
}

/// A text with something in the place of something else that stands in it once.
fn once(text: &str, old: &str, new: &str) -> Done<String> {
    if text.matches(old).count() == 1 {
        Ok(text.replace(old, new))
    } else {
        Err(Failure::new(format!(
            "`{old}` does not stand in the build once: has wasm-bindgen changed?"
        )))
    }
}

/// A script or a style sheet, as short as it can be.
fn shortened(bytes: &[u8], kind: &str) -> Done<Vec<u8>> {
    let mut esbuild = command(&["xtask/node_modules/.bin/esbuild", "--minify"]);
    esbuild.arg(format!("--loader={kind}")).args([
        "--tree-shaking=true",
        "--format=esm",
        "--target=es2022",
        "--legal-comments=none",
        "--log-level=warning",
    ]);
    command::through(&mut esbuild, bytes)
}

/// A file's name with the beginning of its hash: `boot.js` becomes `boot-0123456789abcdef.js`.
fn named(name: &str, bytes: &[u8]) -> String {
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    let hash = Sha256::digest(bytes);
    let hash: String = hash
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{stem}-{hash}.{ending}")
}

/// A short name, made of a beginning and a number.
fn short(beginning: &str, mut number: usize) -> String {
    let mut name = beginning.to_owned();
    loop {
        name.extend(
            (number % 36)
                .try_into()
                .ok()
                .and_then(|digit| char::from_digit(digit, 36)),
        );
        number /= 36;
        if number == 0 {
            break name;
        }
    }
}

fn at(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}", path.display()))
}

fn read(file: &Path) -> Done<Vec<u8>> {
    fs::read(file).map_err(|error| at(file, &error))
}

fn text(file: &Path) -> Done<String> {
    fs::read_to_string(file).map_err(|error| at(file, &error))
}

fn write(file: &Path, bytes: &[u8]) -> Done {
    fs::write(file, bytes).map_err(|error| at(file, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_stand_there_once_is_not_replaced() {
        assert_eq!(once("a b", "b", "c").unwrap(), "a c");
        assert!(once("b b", "b", "c").is_err());
        assert!(once("a", "b", "c").is_err());
    }

    #[test]
    fn other_bytes_have_another_name() {
        assert_eq!(named("boot.js", b""), "boot-e3b0c44298fc1c14.js");
        assert_ne!(named("boot.js", b"a"), named("boot.js", b""));
    }

    #[test]
    fn the_attribute_of_a_page_is_read() {
        let page = "<script src=\"/boot.js\" data-glue=\"/civil/app.js\"></script>";
        assert_eq!(value(page, "data-glue"), Some("/civil/app.js"));
        assert_eq!(value(page, "data-wasm"), None);
    }
}
