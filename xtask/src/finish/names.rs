//! Short names for what program and glue have of each other. The ones that wasm-bindgen makes are long, and end in 16
//! digits of chance, which do not compress.

use crate::{
    command::{Done, Failure},
    program::{self, Program},
};
use std::{collections::HashMap, convert::Infallible};
use wasm_encoder::{
    ExportSection, ImportSection, Module,
    reencode::{Error, Reencode, RoundtripReencoder},
};
use wasmparser::{ExportSectionReader, ImportSectionReader};

/// Gives program and glue short names for each other. The two must come from one run of wasm-bindgen.
pub fn shorten(program: &[u8], glue: &str) -> Done<(Vec<u8>, String)> {
    let mut names = Names::default();
    let read = Program::read(program)?;
    for import in read
        .imports
        .clone()
        .into_iter()
        .flat_map(|section| section.into_imports())
    {
        let import = import?;
        names.add(import.name);
        names.modules.insert(import.module.to_owned());
    }
    for export in read
        .exports
        .iter()
        .filter(|export| export.name.contains("__"))
    {
        names.add(export.name);
    }
    let mut module = Module::new();
    names.parse_core_module(&mut module, wasmparser::Parser::new(0), program)?;
    Ok((program::checked(module.finish())?, names.in_text(glue)?))
}

/// The module of all imports.
const GLUE: &str = "$";

/// The new names by the old ones.
#[derive(Default)]
struct Names {
    new: HashMap<String, String>,
    modules: std::collections::BTreeSet<String>,
}

impl Names {
    fn add(&mut self, old: &str) {
        let next = self.new.len();
        self.new
            .entry(old.to_owned())
            .or_insert_with(|| super::short("$", next));
    }

    fn of<'a>(&'a self, old: &'a str) -> &'a str {
        self.new.get(old).map_or(old, String::as_str)
    }

    /// The glue with the new names. It holds no words that begin with the same sign.
    fn in_text(&self, glue: &str) -> Done<String> {
        let is_of_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let mut text = String::with_capacity(glue.len());
        let mut rest = glue;
        while !rest.is_empty() {
            let end = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            if word.len() > 1 && word.starts_with('$') {
                return Err(Failure::new(format!("the glue already has a {word}")));
            }
            text.push_str(self.of(word));
            let end = after.find(is_of_word).unwrap_or(after.len());
            let (between, after) = after.split_at(end);
            text.push_str(between);
            rest = after;
        }
        for module in &self.modules {
            text = text.replace(&format!("\"{module}\""), &format!("\"{GLUE}\""));
        }
        Ok(text)
    }
}

impl Reencode for Names {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            imports.import(
                GLUE,
                self.of(import.name),
                RoundtripReencoder.entity_type(import.ty)?,
            );
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error> {
        for export in section {
            let export = export?;
            exports.export(
                self.of(export.name),
                RoundtripReencoder.export_kind(export.kind)?,
                export.index,
            );
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::samples;

    const GLUE: &str = "const import0 = { __wbg_outside_0123456789abcdef(a) { return wasm.memory; } };\n\
        imports = { \"./glue.js\": import0, };\nwasm.__wbindgen_shown(1);";

    #[test]
    fn program_and_glue_have_the_same_short_names() {
        let (program, glue) = shorten(&samples::program(), GLUE).unwrap();
        assert_eq!(
            glue,
            "const import0 = { $0(a) { return wasm.memory; } };\nimports = { \"$\": import0, };\nwasm.$1(1);"
        );
        let program = Program::read(&program).unwrap();
        let exports: Vec<&str> = program.exports.iter().map(|export| export.name).collect();
        assert_eq!(exports, ["memory", "$1"]);
        assert_eq!(
            program.names.get(&1),
            Some(&"shown"),
            "the names of functions stay"
        );
    }

    #[test]
    fn a_glue_with_names_of_the_same_form_is_refused() {
        let said = shorten(&samples::program(), "let $0 = 1;")
            .unwrap_err()
            .to_string();
        assert_eq!(said, "the glue already has a $0");
    }
}
