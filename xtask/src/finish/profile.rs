//! `cargo xtask profile`: which functions run until a page is shown. The list is kept in the repository, so that a build
//! needs no browser; a list that is out of date makes a start slower, and nothing wrong.

use super::{once, read, text, write};
use crate::{
    chromium,
    command::{self, Done, Failure, ask},
    dist, node,
    program::{self, Program},
    tools,
};
use std::{
    collections::{BTreeSet, HashSet},
    convert::Infallible,
};
use wasm_encoder::{
    CodeSection, ConstExpr, ExportKind, ExportSection, GlobalSection, GlobalType, Instruction,
    Module, ValType,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{ExportSectionReader, FunctionBody, GlobalSectionReader, Parser};

/// The file that lists the functions by their names.
const LIST: &str = "xtask/first-functions.txt";

/// What the file begins with.
const TITLE: &str = "\
# The functions that run until a page is shown, by their names. They make up the first part of the program.
# `cargo xtask profile` makes this list anew.
";

/// The functions that run until a page is shown, as the list has them.
pub struct First {
    names: HashSet<String>,
    /// Whether the hashes behind the names tell something: another compiler makes others.
    is_exact: bool,
}

impl First {
    /// Reads the list that is kept, for a program with these functions.
    pub fn read<'a>(functions: impl Iterator<Item = &'a str>) -> Done<Self> {
        let list = text(LIST.as_ref())?;
        Ok(Self::new(&list, functions))
    }

    fn new<'a>(list: &str, functions: impl Iterator<Item = &'a str>) -> Self {
        let names = list.lines().filter(|line| !line.starts_with('#'));
        let names: HashSet<String> = names.map(str::to_owned).collect();
        let known = functions.filter(|name| names.contains(*name)).count();
        if known * 10 >= names.len() * 9 {
            return Self {
                names,
                is_exact: true,
            };
        }
        println!(
            "{known} of the {} functions in {LIST} are in the program by their full names: `cargo xtask profile` makes \
             the list anew.",
            names.len()
        );
        Self {
            names: names.iter().map(|name| plain(name).to_owned()).collect(),
            is_exact: false,
        }
    }

    /// Whether a function is one of them.
    pub fn has(&self, name: &str) -> bool {
        self.names
            .contains(if self.is_exact { name } else { plain(name) })
    }
}

/// A name without the hash behind it.
fn plain(name: &str) -> &str {
    name.rsplit_once("::h").map_or(name, |(name, _)| name)
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
    let names: BTreeSet<&str> = said
        .split_whitespace()
        .filter_map(|number| {
            let number: u32 = number.parse().ok()?;
            program.names.get(&(number + program.imported())).copied()
        })
        .collect();
    println!("{} of {} functions run.", names.len(), program.defined());
    let lines: Vec<&str> = names.into_iter().collect();
    write(
        LIST.as_ref(),
        [TITLE, &lines.join("\n"), "\n"].concat().as_bytes(),
    )
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
        let mark = GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        };
        for _ in 0..self.functions {
            globals.global(mark, &ConstExpr::i32_const(0));
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

    const LIST: &str = "# A list.\na::b::h0123456789abcdef\na::c::h0123456789abcdef\n";

    #[test]
    fn a_function_of_the_list_is_known_by_its_full_name() {
        let names = [
            "a::b::h0123456789abcdef",
            "a::c::h0123456789abcdef",
            "a::c::hfedcba9876543210",
        ];
        let first = First::new(LIST, names.into_iter());
        assert_eq!(names.map(|name| first.has(name)), [true, true, false]);
    }

    #[test]
    fn another_compilers_hashes_are_not_asked() {
        let names = [
            "a::b::hfedcba9876543210",
            "a::c::hfedcba9876543210",
            "a::d::h0123456789abcdef",
        ];
        let first = First::new(LIST, names.into_iter());
        assert_eq!(names.map(|name| first.has(name)), [true, true, false]);
    }
}
