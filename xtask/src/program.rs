//! A WebAssembly program, taken apart: <https://webassembly.github.io/spec/core/binary/modules.html>.

use crate::command::{Done, Failure};
use std::{collections::HashMap, ops::Range};
use wasmparser::{
    BinaryReaderError, ConstExpr, DataKind, DataSectionReader, ElementItems, ElementKind,
    ElementSectionReader, Export, FuncType, FunctionBody, GlobalSectionReader, GlobalType,
    ImportSectionReader, KnownCustom, MemoryType, Name, Operator, Parser, Payload, Table, TypeRef,
    TypeSectionReader, Validator,
};

/// The parts of a program that something is done with. Functions are numbered with the imports before those that have
/// a body, as the format does.
#[derive(Default)]
pub struct Program<'a> {
    /// The types of functions.
    pub types: Option<TypeSectionReader<'a>>,
    /// What comes from outside.
    pub imports: Option<ImportSectionReader<'a>>,
    /// Whether more than functions come from outside.
    pub imports_others: bool,
    /// The tables, that of the functions first.
    pub tables: Vec<Table<'a>>,
    /// The memory.
    pub memories: Vec<MemoryType>,
    /// The program's own globals.
    pub global_section: Option<GlobalSectionReader<'a>>,
    /// How many globals there are, with those that come from outside.
    pub globals: u32,
    /// What is given to the outside.
    pub exports: Vec<Export<'a>>,
    /// The function that runs first.
    pub start: Option<u32>,
    /// What stands in the tables.
    pub elements: Option<ElementSectionReader<'a>>,
    /// How many pieces of data there are, if the program says so.
    pub data_count: Option<u32>,
    /// The data.
    pub data: Option<DataSectionReader<'a>>,
    /// The bodies of the functions.
    pub bodies: Vec<FunctionBody<'a>>,
    /// The name and the length of each section.
    pub sections: Vec<(&'static str, usize)>,
    /// The names of the functions.
    pub names: HashMap<u32, &'a str>,
    forms: Vec<Option<FuncType>>,
    type_of: Vec<u32>,
    imported: u32,
}

impl From<BinaryReaderError> for Failure {
    fn from(error: BinaryReaderError) -> Self {
        Self::new(format!("the program is damaged: {error}"))
    }
}

impl From<wasm_encoder::reencode::Error> for Failure {
    fn from(error: wasm_encoder::reencode::Error) -> Self {
        Self::new(format!("the program cannot be rewritten: {error}"))
    }
}

impl<'a> Program<'a> {
    /// Takes a program apart.
    pub fn read(bytes: &'a [u8]) -> Done<Self> {
        let mut program = Self::default();
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            if let Some((kind, range)) = payload.as_section() {
                program.sections.push((title(kind), length(range)));
            }
            program.keep(payload)?;
        }
        Ok(program)
    }

    fn keep(&mut self, payload: Payload<'a>) -> Done {
        match payload {
            Payload::TypeSection(section) => {
                for group in section.clone() {
                    for kind in group?.into_types() {
                        self.forms.push(match kind.composite_type.inner {
                            wasmparser::CompositeInnerType::Func(form) => Some(form),
                            _ => None,
                        });
                    }
                }
                self.types = Some(section);
            }
            Payload::ImportSection(section) => {
                for import in section.clone().into_imports() {
                    if let TypeRef::Func(form) = import?.ty {
                        self.type_of.push(form);
                        self.imported += 1;
                    } else {
                        self.imports_others = true;
                    }
                }
                self.imports = Some(section);
            }
            Payload::FunctionSection(section) => {
                for form in section {
                    self.type_of.push(form?);
                }
            }
            Payload::TableSection(section) => {
                self.tables = section.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::MemorySection(section) => {
                self.memories = section.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::GlobalSection(section) => {
                self.globals = section.count();
                self.global_section = Some(section);
            }
            Payload::ExportSection(section) => {
                self.exports = section.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(section) => self.elements = Some(section),
            Payload::DataCountSection { count, .. } => self.data_count = Some(count),
            Payload::DataSection(section) => self.data = Some(section),
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for part in names {
                        if let Name::Function(functions) = part? {
                            for function in functions {
                                let function = function?;
                                self.names.insert(function.index, function.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// How many functions come from outside.
    pub fn imported(&self) -> u32 {
        self.imported
    }

    /// How many functions have a body.
    pub fn defined(&self) -> u32 {
        u32::try_from(self.bodies.len()).unwrap_or(u32::MAX)
    }

    /// The number of a function's type.
    pub fn type_of(&self, function: u32) -> u32 {
        let place = usize::try_from(function).unwrap_or(usize::MAX);
        self.type_of.get(place).copied().unwrap_or(u32::MAX)
    }

    /// How many values a function takes.
    pub fn parameters(&self, function: u32) -> usize {
        let place = usize::try_from(self.type_of(function)).unwrap_or(usize::MAX);
        let form = self.forms.get(place).and_then(Option::as_ref);
        form.map_or(0, |form| form.params().len())
    }

    /// The body of a function that has one.
    pub fn body(&self, function: u32) -> Done<&FunctionBody<'a>> {
        let place = usize::try_from(function - self.imported).unwrap_or(usize::MAX);
        self.bodies
            .get(place)
            .ok_or_else(|| Failure::new("the program calls a function that it does not have"))
    }

    /// The types of the globals.
    pub fn global_types(&self) -> Done<Vec<GlobalType>> {
        let globals = self.global_section.clone().into_iter().flatten();
        globals.map(|global| Ok(global?.ty)).collect()
    }

    /// The segments of data, which are written into memory at the start.
    pub fn segments(&self) -> Done<Vec<Segment<'a>>> {
        let mut segments = Vec::new();
        for segment in self.data.clone().into_iter().flatten() {
            let segment = segment?;
            let DataKind::Active { offset_expr, .. } = segment.kind else {
                return Err(Failure::new(
                    "the program has data that is not written at the start, and cannot be parted",
                ));
            };
            segments.push(Segment {
                start: fixed(&offset_expr)?,
                data: segment.data,
                file: segment.range.end - segment.data.len() as u64..segment.range.end,
            });
        }
        Ok(segments)
    }

    /// The places of the first table that hold a function.
    pub fn places(&self) -> Done<Vec<(u32, u32)>> {
        let mut places = Vec::new();
        for element in self.elements.clone().into_iter().flatten() {
            let element = element?;
            let ElementKind::Active {
                table_index: None | Some(0),
                offset_expr,
            } = element.kind
            else {
                continue;
            };
            let from = fixed(&offset_expr)?;
            let ElementItems::Functions(functions) = element.items else {
                return Err(Failure::new(
                    "the program fills its table with more than functions",
                ));
            };
            for (place, function) in (from..).zip(functions) {
                places.push((place, function?));
            }
        }
        Ok(places)
    }
}

/// A number that is written into the program.
fn fixed(expression: &ConstExpr<'_>) -> Done<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => Err(Failure::new(
            "the program fills its memory or its table from a place that is not fixed",
        )),
    }
}

/// A segment of data.
pub struct Segment<'a> {
    /// Where in memory it begins.
    pub start: u32,
    /// What it fills the memory with.
    pub data: &'a [u8],
    /// Where its data stands in the file.
    pub file: Range<u64>,
}

impl Segment<'_> {
    /// The stretch of memory that it fills.
    pub fn place(&self) -> Range<u32> {
        let length = u32::try_from(self.data.len()).unwrap_or(u32::MAX);
        self.start..self.start.saturating_add(length)
    }

    /// The address of a byte by its place in the file, if it is one of this segment.
    pub fn address(&self, place: u64) -> Option<u32> {
        let from = place.checked_sub(self.file.start)?;
        let is_within = self.file.contains(&place);
        is_within.then_some(self.start.saturating_add(u32::try_from(from).ok()?))
    }

    /// The data of a stretch of memory, if this segment fills all of it.
    pub fn piece(&self, stretch: &Range<u32>) -> Option<&[u8]> {
        let from = stretch.start.checked_sub(self.start)?;
        let to = stretch.end.checked_sub(self.start)?;
        self.data
            .get(usize::try_from(from).ok()?..usize::try_from(to).ok()?)
    }
}

/// The function that an operator calls.
pub fn called(operator: &Operator<'_>) -> Option<u32> {
    match operator {
        Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
            Some(*function_index)
        }
        _ => None,
    }
}

/// How many bytes lie between two places.
pub fn length(range: Range<u64>) -> usize {
    usize::try_from(range.end - range.start).unwrap_or(usize::MAX)
}

/// The name of a section by its number.
fn title(kind: u8) -> &'static str {
    const TITLES: [&str; 13] = [
        "custom",
        "type",
        "import",
        "function",
        "table",
        "memory",
        "global",
        "export",
        "start",
        "element",
        "code",
        "data",
        "data count",
    ];
    TITLES.get(usize::from(kind)).copied().unwrap_or("other")
}

/// A program that was written, if it is a valid one.
pub fn checked(bytes: Vec<u8>) -> Done<Vec<u8>> {
    Validator::new().validate_all(&bytes)?;
    Ok(bytes)
}

/// Small programs for tests.
#[cfg(test)]
pub mod samples {
    use wasm_encoder::{
        CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind,
        ExportSection, Function, FunctionSection, GlobalSection, GlobalType, ImportSection,
        Instruction, MemorySection, MemoryType, Module, NameMap, NameSection, RefType,
        TableSection, TableType, TypeSection, ValType,
    };

    /// Where in memory the program's data begins.
    pub const DATA: u32 = 1024;

    /// A page of memory.
    pub fn memory() -> MemorySection {
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        memories
    }

    /// A program with sixteen bytes of data, an import and four functions that take a number and give one: `shown` is exported and calls
    /// `clicked`, which calls `shared` and the import; `failed` stands in the table and is called by nobody.
    pub fn program() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], [ValType::I32]);
        module.section(&types);
        let mut imports = ImportSection::new();
        imports.import(
            "./glue.js",
            "__wbg_outside_0123456789abcdef",
            EntityType::Function(0),
        );
        module.section(&imports);
        let mut functions = FunctionSection::new();
        for _ in 0..4 {
            functions.function(0);
        }
        module.section(&functions);
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 2,
            maximum: Some(2),
            shared: false,
        });
        module.section(&tables);
        module.section(&memory());
        let mut globals = GlobalSection::new();
        let stack = GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        };
        globals.global(stack, &ConstExpr::i32_const(1024));
        module.section(&globals);
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        exports.export("__wbindgen_shown", ExportKind::Func, 1);
        module.section(&exports);
        let mut elements = ElementSection::new();
        elements.active(
            None,
            &ConstExpr::i32_const(1),
            Elements::Functions((&[4]).into()),
        );
        module.section(&elements);
        let mut code = CodeSection::new();
        for calls in [&[2][..], &[3, 0], &[], &[]] {
            let mut body = Function::new([]);
            body.instruction(&Instruction::LocalGet(0));
            for function in calls {
                body.instruction(&Instruction::Call(*function));
            }
            body.instruction(&Instruction::End);
            code.function(&body);
        }
        module.section(&code);
        let mut data = DataSection::new();
        data.active(
            0,
            &ConstExpr::i32_const(DATA.cast_signed()),
            *b"soonlateneedmore",
        );
        module.section(&data);
        let mut names = NameMap::new();
        for (number, name) in ["outside", "shown", "clicked", "shared", "failed"]
            .iter()
            .enumerate()
        {
            names.append(number.try_into().unwrap(), name);
        }
        let mut section = NameSection::new();
        section.functions(&names);
        module.section(&section);
        module.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One imported function, one of our own with a body of two bytes, and names for both.
    const SMALL: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x02\x07\x01\x01a\x01b\0\0\
        \x03\x02\x01\0\
        \x0a\x04\x01\x02\0\x0b\
        \0\x10\x04name\x01\x09\x02\0\x02in\x01\x02me";

    #[test]
    fn an_import_counts_in_the_numbering_but_has_no_body() {
        let program = Program::read(SMALL).unwrap();
        assert_eq!((program.imported(), program.defined()), (1, 1));
        assert_eq!(program.names.get(&1), Some(&"me"));
        assert_eq!(
            program.sections,
            [
                ("type", 4),
                ("import", 7),
                ("function", 2),
                ("code", 4),
                ("custom", 16)
            ]
        );
    }

    #[test]
    fn a_damaged_file_is_no_program() {
        for bytes in [&b"\x7fELF"[..], &SMALL[..12], &SMALL[..30]] {
            let said = Program::read(bytes).err().unwrap().to_string();
            assert!(said.starts_with("the program is damaged"), "{said}");
        }
    }
}
