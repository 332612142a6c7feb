//! `cargo xtask profile`: which functions run until a page is shown. The list is kept in the repository, so that a build
//! needs no browser; a list that is out of date makes a start slower, and nothing wrong.

use super::{once, read, split, text, write};
use crate::{
    chromium,
    command::{self, Done, Failure, ask},
    dist, node,
    program::{self, Program, length},
    tools,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    convert::Infallible,
};
use wasm_encoder::{
    CodeSection, ConstExpr, ExportKind, ExportSection, GlobalSection, Instruction, Module,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{ExportSectionReader, FunctionBody, GlobalSectionReader, Parser};

/// The file that lists the functions by their names.
const LIST: &str = "xtask/first-functions.txt";

/// What the file begins with.
const TITLE: &str = "\
# The functions that run until a page is shown, with the lengths of their bodies. They make up the first part of the program.
# `cargo xtask profile` makes this list anew.
";

/// The numbers of the functions that run until a page is shown, as the list that is kept has them.
pub fn first(program: &Program<'_>) -> Done<BTreeSet<u32>> {
    Ok(List::read(&text(LIST.as_ref())?).of(&named(program)))
}

/// Functions by name, with the lengths of their bodies.
#[derive(Default)]
struct List<'a>(BTreeMap<&'a str, Vec<usize>>);

impl<'a> List<'a> {
    fn read(text: &'a str) -> Self {
        let mut list = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((length, name)) = line.split_once(' ') {
                list.0
                    .entry(name)
                    .or_default()
                    .extend(length.parse::<usize>());
            }
        }
        list
    }

    /// The functions of a program that are on the list. Where several have one name, as what is made of something
    /// generic does, those are meant whose lengths are about the same: a change elsewhere may cost a byte or two.
    fn of(&self, functions: &[(u32, &str, usize)]) -> BTreeSet<u32> {
        let mut of_name: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, name, _) in functions {
            *of_name.entry(name).or_default() += 1;
        }
        let is_on = |(_, name, length): &&(u32, &str, usize)| {
            let Some(lengths) = self.0.get(name) else {
                return false;
            };
            let is_only = lengths.len() == 1 && of_name.get(name) == Some(&1);
            is_only
                || lengths
                    .iter()
                    .any(|known| known.abs_diff(*length) <= known / 64)
        };
        functions
            .iter()
            .filter(is_on)
            .map(|(number, ..)| *number)
            .collect()
    }
}

/// The functions of a program that have a name, by number, with their names and lengths. A name is told without the
/// hash behind it, which is another with each compiler and each change of a dependency.
fn named<'a>(program: &Program<'a>) -> Vec<(u32, &'a str, usize)> {
    (program.imported()..)
        .zip(&program.bodies)
        .filter_map(|(number, body)| {
            let name = *program.names.get(&number)?;
            let plain = name.rsplit_once("::h").map_or(name, |(plain, _)| plain);
            Some((number, plain, length(body.range())))
        })
        .collect()
}

/// Runs pages of all kinds in Chromium, with a program that keeps a record, and writes the list anew.
pub fn profile() -> Done {
    tools::ensure()?;
    node::ensure()?;
    let chromium = chromium::ensure()?;
    let live = command::target().join("profile/live");
    let edition = command::target().join("profile/edition");
    dist::trunk("/", &live)?;
    let build = super::Build::find(&live)?;
    let bytes = read(&build.wasm)?;
    write(&build.wasm, &recording(&bytes)?)?;
    let glue = once(
        &text(&build.glue)?,
        "wasm = instance.exports;",
        "wasm = instance.exports; globalThis.program = wasm;",
    )?;
    write(&build.glue, glue.as_bytes())?;
    dist::press_into(&live, &edition)?;

    println!("Opening pages of all kinds in Chromium.");
    let browser = ["CHROMIUM=", &chromium.browser.to_string_lossy()].concat();
    let words = [
        "env",
        &browser,
        "node",
        "e2e/profile.mjs",
        &live.to_string_lossy(),
        &edition.to_string_lossy(),
    ];
    let said = ask(&words).ok_or_else(|| Failure::new("the pages could not be opened"))?;
    let program = Program::read(&bytes)?;
    let ran: BTreeSet<u32> = said
        .split_whitespace()
        .filter_map(|number| Some(number.parse::<u32>().ok()? + program.imported()))
        .collect();
    println!("{} of {} functions run.", ran.len(), program.defined());
    let functions = named(&program).into_iter();
    let lines: BTreeSet<(&str, usize)> = functions
        .filter(|(number, ..)| ran.contains(number))
        .map(|(_, name, length)| (name, length))
        .collect();
    let lines = lines
        .into_iter()
        .map(|(name, length)| format!("{length} {name}\n"));
    let list: String = std::iter::once(TITLE.to_owned()).chain(lines).collect();
    write(LIST.as_ref(), list.as_bytes())
}

/// A program of which each function leaves a mark when it runs: a global of the name `ran` and its number.
fn recording(bytes: &[u8]) -> Done<Vec<u8>> {
    let program = Program::read(bytes)?;
    let mut recorder = Recorder {
        functions: program.defined(),
        globals: program.globals,
        next: program.globals,
    };
    let mut module = Module::new();
    recorder.parse_core_module(&mut module, Parser::new(0), bytes)?;
    program::checked(module.finish())
}

struct Recorder {
    functions: u32,
    globals: u32,
    next: u32,
}

impl Reencode for Recorder {
    type Error = Infallible;

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_global_section(self, globals, section)?;
        for _ in 0..self.functions {
            globals.global(split::flag(), &ConstExpr::i32_const(0));
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_export_section(self, exports, section)?;
        for number in 0..self.functions {
            exports.export(
                &format!("ran{number}"),
                ExportKind::Global,
                self.globals + number,
            );
        }
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        function.instruction(&Instruction::I32Const(1));
        function.instruction(&Instruction::GlobalSet(self.next));
        self.next += 1;
        for operator in body.get_operators_reader()? {
            function.instruction(&self.instruction(operator?)?);
        }
        code.function(&function);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "# A list.\n100 a::b\n40 a::c\n90 a::c\n";

    #[test]
    fn of_several_functions_of_one_name_those_of_the_listed_lengths_are_meant() {
        let functions = [
            (1, "a::b", 100),
            (2, "a::c", 91),
            (3, "a::c", 60),
            (4, "a::d", 40),
        ];
        assert_eq!(List::read(LIST).of(&functions), BTreeSet::from([1, 2]));
    }

    #[test]
    fn a_function_that_has_its_name_alone_is_known_however_it_was_changed() {
        let functions = [(1, "a::b", 300), (2, "a::c", 90)];
        assert_eq!(List::read(LIST).of(&functions), BTreeSet::from([1, 2]));
    }
}
