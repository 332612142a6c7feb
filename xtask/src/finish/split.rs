//! Parts a program in two: what runs until a page is shown, and the rest, which comes after it.
//!
//! Both work on one memory and one table, so that nothing changes for the code. A function of the rest that the first
//! part calls, or that stands in the table, has a stand-in there: it makes sure of the rest and goes on through the
//! table, where the rest has put its functions as soon as it is there. What only the rest can reach, of data and of the
//! table, comes with the rest.

use super::reach::Apart;
use crate::{
    command::{Done, Failure},
    program::{self, Program},
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    convert::Infallible,
    ops::Range,
};
use wasm_encoder::{
    CodeSection, ConstExpr, DataCountSection, DataSection, ElementSection, Elements, EntityType,
    ExportKind, ExportSection, Function, FunctionSection, GlobalSection, GlobalType, ImportSection,
    Instruction, MemorySection, Module, StartSection, TableSection, TableType, TypeSection,
    ValType,
    reencode::{Reencode, RoundtripReencoder},
};
use wasmparser::{FunctionBody, Operator};

/// The name of the first part's import that comes back when the rest is there, and its module.
pub const NOW: (&str, &str) = ("rest", "now");
/// The module from which the rest takes what the first part has.
pub const FIRST: &str = "first";

/// The two parts of a program.
#[derive(Debug)]
pub struct Parts {
    /// What runs until a page is shown.
    pub first: Vec<u8>,
    /// What comes after it.
    pub rest: Vec<u8>,
}

/// The functions of the rest, if those in `first` belong to the first part.
pub fn late(program: &Program<'_>, first: &BTreeSet<u32>) -> Done<BTreeSet<u32>> {
    if program.imports_others {
        return Err(Failure::new(
            "the program imports more than functions, and cannot be parted",
        ));
    }
    let imported = program.imported();
    let mut late: BTreeSet<u32> = (imported..imported + program.defined())
        // What wasm-bindgen adds has no name, and is needed from the beginning.
        .filter(|function| program.names.contains_key(function) && !first.contains(function))
        .collect();
    for export in &program.exports {
        if export.kind == wasmparser::ExternalKind::Func {
            late.remove(&export.index);
        }
    }
    late.retain(|function| program.start != Some(*function));
    Ok(late)
}

/// Parts a program: the functions in `late` make up the rest, with what is `apart`.
pub fn split(program: &Program<'_>, late: &BTreeSet<u32>, apart: Apart) -> Done<Parts> {
    let plan = Plan::new(program, late, apart)?;
    Ok(Parts {
        first: first(program, &plan)?,
        rest: rest(program, &plan)?,
    })
}

/// Which function goes where. Functions have the numbers that they have in the undivided program. In both parts like
/// stands beside like: compressed, they are 3,500 bytes smaller for it.
struct Plan {
    /// The functions of the first part in their order, stand-ins last.
    first: Vec<u32>,
    /// Those of the rest.
    late: Vec<u32>,
    /// Those of the rest that have a stand-in, with a place in the table.
    stand_ins: BTreeMap<u32, u32>,
    /// What stands in the table for the first part.
    first_places: BTreeMap<u32, u32>,
    /// What the rest puts into it.
    late_places: BTreeMap<u32, u32>,
    /// The pieces of memory that the rest fills.
    late_data: Vec<Range<u32>>,
    /// Those that nobody reads.
    unread: Vec<Range<u32>>,
    /// The functions of the first part, imports before them, that the rest calls. They stand at the end of the table, the
    /// first of them last: to give each a name to be exported by would cost 1,000 bytes.
    shared: Vec<u32>,
    /// How many places the table has.
    places: u64,
}

impl Plan {
    fn new(program: &Program<'_>, late: &BTreeSet<u32>, apart: Apart) -> Done<Self> {
        let imported = program.imported();
        let all = imported..imported + program.defined();
        let mut first = alike(program, all.filter(|function| !late.contains(function)))?;
        let mut called = BTreeSet::new();
        let mut shared = BTreeSet::new();
        for (number, body) in (imported..).zip(&program.bodies) {
            let is_late = late.contains(&number);
            for other in calls(body)? {
                match (is_late, late.contains(&other)) {
                    (false, true) => {
                        called.insert(other);
                    }
                    (true, false) => {
                        shared.insert(other);
                    }
                    _ => {}
                }
            }
        }
        let mut places = program.tables.first().map_or(0, |table| table.ty.initial);
        let (mut first_places, mut late_places) = (BTreeMap::new(), BTreeMap::new());
        let mut stand_ins = BTreeMap::new();
        for (place, function) in program.places()? {
            let name = program.names.get(&function).copied().unwrap_or_default();
            if late.contains(&function) {
                late_places.insert(place, function);
                if apart.functions.contains(name) && !called.contains(&function) {
                    continue;
                }
                stand_ins.entry(function).or_insert(place);
            }
            first_places.insert(place, function);
        }
        for function in called {
            stand_ins.entry(function).or_insert_with(|| {
                let place = u32::try_from(places).unwrap_or(u32::MAX);
                late_places.insert(place, function);
                places += 1;
                place
            });
        }
        let shared: Vec<u32> = (0..imported)
            .chain(first.iter().copied())
            .filter(|function| shared.contains(function))
            .collect();
        for function in shared.iter().rev() {
            first_places.insert(u32::try_from(places).unwrap_or(u32::MAX), *function);
            places += 1;
        }
        let mut by_type: Vec<_> = stand_ins.iter().collect();
        by_type.sort_by_key(|(function, place)| (program.type_of(**function), **place));
        first.extend(by_type.into_iter().map(|(function, _)| function));
        Ok(Self {
            first,
            late: alike(program, late.iter().copied())?,
            stand_ins,
            first_places,
            late_places,
            late_data: apart.data,
            unread: apart.unread,
            shared,
            places,
        })
    }

    /// A table as it has to be: that of the functions, which is the first, with the places that were added.
    fn table(&self, number: u32, mut table: TableType) -> TableType {
        if number == 0 {
            table.minimum = self.places;
            table.maximum = table.maximum.map(|most| most.max(self.places));
        }
        table
    }
}

/// Functions, those of one type together.
fn alike(program: &Program<'_>, functions: impl Iterator<Item = u32>) -> Done<Vec<u32>> {
    let mut sorted = Vec::new();
    for function in functions {
        let body = program.body(function)?.as_bytes();
        sorted.push((program.type_of(function), body, function));
    }
    sorted.sort_unstable();
    let groups = sorted.chunk_by(|(one, ..), (other, ..)| one == other);
    Ok(groups
        .flat_map(|group| chained(group.iter().map(|(_, body, function)| (*body, *function))))
        .collect())
}

/// Functions with their bodies, each behind the one that it has most in common with.
fn chained<'a>(functions: impl Iterator<Item = (&'a [u8], u32)>) -> Vec<u32> {
    let mut waiting: Vec<(Pieces<'_>, u32)> = functions
        .map(|(body, function)| (body.windows(PIECE).collect(), function))
        .collect();
    let mut chain = Vec::new();
    let mut next = (!waiting.is_empty()).then(|| waiting.remove(0));
    while let Some((pieces, function)) = next {
        chain.push(function);
        let best = waiting
            .iter()
            .enumerate()
            .max_by_key(|(place, (other, _))| (likeness(&pieces, other), Reverse(*place)));
        let place = best.map(|(place, _)| place);
        next = place.map(|place| waiting.remove(place));
    }
    chain
}

/// The pieces of a body that are compared, and how many bytes one has. With two or four the parts were larger.
type Pieces<'a> = BTreeSet<&'a [u8]>;
const PIECE: usize = 3;

/// How much of what two bodies have they have in common, in thousandths.
fn likeness(one: &Pieces<'_>, other: &Pieces<'_>) -> usize {
    let common = one.intersection(other).count();
    common * 1000 / (one.len() + other.len() - common).max(1)
}

/// The functions that a body calls.
fn calls(body: &FunctionBody<'_>) -> Done<Vec<u32>> {
    let mut calls = Vec::new();
    for operator in body.get_operators_reader()? {
        let operator = operator?;
        if matches!(operator, Operator::RefFunc { .. }) {
            return Err(Failure::new(
                "the program takes a function by `ref.func`, which cannot be parted",
            ));
        }
        calls.extend(program::called(&operator));
    }
    Ok(calls)
}

/// Gives the functions their new numbers.
struct Renumbered(BTreeMap<u32, u32>);

impl Reencode for Renumbered {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Bad> {
        // Every function that is asked for has been given a number.
        Ok(self.0.get(&function).copied().unwrap_or(u32::MAX))
    }
}

type Bad = wasm_encoder::reencode::Error;

impl Renumbered {
    fn new(functions: impl IntoIterator<Item = u32>, from: u32) -> Self {
        Self(functions.into_iter().zip(from..).collect())
    }

    fn of(&self, function: u32) -> u32 {
        self.0.get(&function).copied().unwrap_or(u32::MAX)
    }
}

/// The name by which the rest knows the memory.
const MEMORY: &str = "+m";

/// A short name for a thing of the first part: its number, with a sign before it for what is no function.
fn short(kind: &str, number: u32) -> String {
    super::short(kind, usize::try_from(number).unwrap_or(usize::MAX))
}

/// The types of the undivided program, and the number of one more, which takes and gives nothing.
fn types(program: &Program<'_>) -> Done<(TypeSection, u32)> {
    let mut types = TypeSection::new();
    if let Some(section) = &program.types {
        RoundtripReencoder.parse_type_section(&mut types, section.clone())?;
    }
    let plain = types.len();
    types.ty().function([], []);
    Ok((types, plain))
}

fn first(program: &Program<'_>, plan: &Plan) -> Done<Vec<u8>> {
    let imported = program.imported();
    let now = imported;
    let mut numbers = Renumbered::new(0..imported, 0);
    numbers.0.extend(plan.first.iter().copied().zip(now + 1..));
    let ensure = now + 1 + u32::try_from(plan.first.len()).unwrap_or(u32::MAX);
    let is_there = program.globals;
    let mut same = RoundtripReencoder;
    let mut module = Module::new();

    let (types, plain) = types(program)?;
    module.section(&types);

    let mut imports = ImportSection::new();
    if let Some(section) = &program.imports {
        same.parse_import_section(&mut imports, section.clone())?;
    }
    imports.import(NOW.0, NOW.1, EntityType::Function(plain));
    module.section(&imports);

    let mut functions = FunctionSection::new();
    for function in &plan.first {
        functions.function(program.type_of(*function));
    }
    functions.function(plain);
    module.section(&functions);

    let mut tables = TableSection::new();
    for (number, table) in (0..).zip(&program.tables) {
        let table = plan.table(number, same.table_type(table.ty)?);
        tables.table(table);
    }
    module.section(&tables);

    let mut memories = MemorySection::new();
    for memory in &program.memories {
        memories.memory(same.memory_type(*memory)?);
    }
    module.section(&memories);

    let mut globals = GlobalSection::new();
    if let Some(section) = &program.global_section {
        same.parse_global_section(&mut globals, section.clone())?;
    }
    globals.global(flag(), &ConstExpr::i32_const(0));
    module.section(&globals);

    let mut exports = ExportSection::new();
    for export in &program.exports {
        let index = match export.kind {
            wasmparser::ExternalKind::Func => numbers.of(export.index),
            _ => export.index,
        };
        exports.export(export.name, same.export_kind(export.kind)?, index);
    }
    for number in 0..=is_there {
        exports.export(&short("+g", number), ExportKind::Global, number);
    }
    for number in (0..).take(program.tables.len()) {
        exports.export(&short("+t", number), ExportKind::Table, number);
    }
    exports.export(MEMORY, ExportKind::Memory, 0);
    module.section(&exports);

    if let Some(function) = program.start {
        module.section(&StartSection {
            function_index: numbers.of(function),
        });
    }

    module.section(&elements(&plan.first_places, &numbers));

    if let Some(count) = program.data_count {
        module.section(&DataCountSection { count });
    }

    let mut code = CodeSection::new();
    for function in &plan.first {
        match plan.stand_ins.get(function) {
            Some(place) => {
                code.function(&stand_in(program, *function, *place, ensure));
            }
            None => {
                numbers.parse_function_body(&mut code, program.body(*function)?.clone())?;
            }
        }
    }
    let mut asks = Function::new([]);
    for instruction in [
        Instruction::GlobalGet(is_there),
        Instruction::I32Eqz,
        Instruction::If(wasm_encoder::BlockType::Empty),
        Instruction::Call(now),
        Instruction::End,
        Instruction::End,
    ] {
        asks.instruction(&instruction);
    }
    code.function(&asks);
    module.section(&code);

    let mut data = DataSection::new();
    for segment in program.segments()? {
        let (start, mut bytes) = (segment.start, segment.data.to_vec());
        blank(start, &mut bytes, &plan.late_data);
        blank(start, &mut bytes, &plan.unread);
        data.active(0, &ConstExpr::i32_const(start.cast_signed()), bytes);
    }
    module.section(&data);
    program::checked(module.finish())
}

/// A function that makes sure of the rest, and calls the function of the rest that has the same form.
fn stand_in(program: &Program<'_>, function: u32, place: u32, ensure: u32) -> Function {
    let mut body = Function::new([]);
    body.instruction(&Instruction::Call(ensure));
    for parameter in (0..).take(program.parameters(function)) {
        body.instruction(&Instruction::LocalGet(parameter));
    }
    body.instruction(&Instruction::I32Const(place.cast_signed()));
    body.instruction(&Instruction::CallIndirect {
        type_index: program.type_of(function),
        table_index: 0,
    });
    body.instruction(&Instruction::End);
    body
}

/// A number that may change: what tells in the first part that the rest is there.
pub fn flag() -> GlobalType {
    GlobalType {
        val_type: ValType::I32,
        mutable: true,
        shared: false,
    }
}

fn rest(program: &Program<'_>, plan: &Plan) -> Done<Vec<u8>> {
    let count = u32::try_from(plan.shared.len()).unwrap_or(u32::MAX);
    let mut numbers = Renumbered::new(plan.shared.iter().copied(), 0);
    numbers.0.extend(plan.late.iter().copied().zip(count..));
    let begin = count + u32::try_from(plan.late.len()).unwrap_or(u32::MAX);
    let mut same = RoundtripReencoder;
    let mut module = Module::new();

    let (types, plain) = types(program)?;
    module.section(&types);

    let mut imports = ImportSection::new();
    for (number, function) in plan.shared.iter().enumerate() {
        imports.import(
            FIRST,
            &number.to_string(),
            EntityType::Function(program.type_of(*function)),
        );
    }
    for (number, table) in (0..).zip(&program.tables) {
        let table = plan.table(number, same.table_type(table.ty)?);
        imports.import(FIRST, &short("+t", number), table);
    }
    for memory in &program.memories {
        imports.import(FIRST, MEMORY, same.memory_type(*memory)?);
    }
    for (number, global) in (0..).zip(program.global_types()?) {
        imports.import(FIRST, &short("+g", number), same.global_type(global)?);
    }
    imports.import(FIRST, &short("+g", program.globals), flag());
    module.section(&imports);

    let mut functions = FunctionSection::new();
    for function in &plan.late {
        functions.function(program.type_of(*function));
    }
    functions.function(plain);
    module.section(&functions);

    module.section(&StartSection {
        function_index: begin,
    });

    module.section(&elements(&plan.late_places, &numbers));

    let mut code = CodeSection::new();
    for function in &plan.late {
        numbers.parse_function_body(&mut code, program.body(*function)?.clone())?;
    }
    let mut says = Function::new([]);
    for instruction in [
        Instruction::I32Const(1),
        Instruction::GlobalSet(program.globals),
        Instruction::End,
    ] {
        says.instruction(&instruction);
    }
    code.function(&says);
    module.section(&code);

    let mut data = DataSection::new();
    let segments = program.segments()?;
    for piece in &plan.late_data {
        let bytes = segments.iter().find_map(|segment| segment.piece(piece));
        let bytes = bytes.ok_or_else(|| Failure::new("the program has lost some of its data"))?;
        let mut bytes = bytes.to_vec();
        blank(piece.start, &mut bytes, &plan.unread);
        let start = ConstExpr::i32_const(piece.start.cast_signed());
        data.active(0, &start, bytes);
    }
    module.section(&data);
    program::checked(module.finish())
}

/// Puts zeros in the place of some pieces of the data that begins at an address. They cost next to nothing, and all else
/// keeps its place.
fn blank(start: u32, bytes: &mut [u8], pieces: &[Range<u32>]) {
    for (address, byte) in (start..).zip(bytes) {
        if pieces.iter().any(|piece| piece.contains(&address)) {
            *byte = 0;
        }
    }
}

/// What fills the table, run by run.
fn elements(places: &BTreeMap<u32, u32>, numbers: &Renumbered) -> ElementSection {
    let mut elements = ElementSection::new();
    let mut run: Vec<u32> = Vec::new();
    let mut from = 0;
    for (place, function) in places {
        if u64::from(*place) != u64::from(from) + run.len() as u64 {
            write_run(&mut elements, from, &run);
            run.clear();
            from = *place;
        }
        run.push(numbers.of(*function));
    }
    write_run(&mut elements, from, &run);
    elements
}

/// Puts functions into the table, from a place on.
fn write_run(elements: &mut ElementSection, from: u32, run: &[u32]) {
    if !run.is_empty() {
        let offset = ConstExpr::i32_const(from.cast_signed());
        elements.active(None, &offset, Elements::Functions(run.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::samples;
    use std::collections::HashSet;

    fn parts(apart: Apart) -> Parts {
        let bytes = samples::program();
        let program = Program::read(&bytes).unwrap();
        let late = late(&program, &BTreeSet::from([1, 3])).unwrap();
        split(&program, &late, apart).unwrap()
    }

    #[test]
    fn the_first_part_keeps_what_runs_first_and_a_stand_in_for_what_is_called_later() {
        let Parts { first, .. } = parts(Apart::default());
        let first = Program::read(&first).unwrap();
        // The import and the one that asks for the rest; `shown`, `shared`, two stand-ins and what they make sure by.
        assert_eq!((first.imported(), first.defined()), (2, 5));
        // `failed` keeps its place in the table, `clicked` gets one; and so does what the rest takes, the first last.
        assert_eq!(first.tables.first().unwrap().ty.initial, 5);
        assert_eq!(first.tables.first().unwrap().ty.maximum, Some(5));
        let places = first.places().unwrap();
        // By their new numbers.
        let (outside, shared, failed) = (0, 2, 4);
        assert_eq!(places, [(1, failed), (3, shared), (4, outside)]);
        let names: Vec<&str> = first.exports.iter().map(|export| export.name).collect();
        assert_eq!(
            names,
            ["memory", "__wbindgen_shown", "+g0", "+g1", "+t0", "+m"]
        );
        let stand_in = first.bodies.get(2).unwrap();
        assert_eq!(
            calls(stand_in).unwrap(),
            [6],
            "it makes sure of the rest first"
        );
    }

    #[test]
    fn the_rest_takes_what_it_calls_and_puts_its_functions_where_the_stand_ins_look() {
        let Parts { rest, .. } = parts(Apart::default());
        let rest = Program::read(&rest).unwrap();
        // `clicked`, `failed`, and what says that the rest is there, which runs by itself.
        assert_eq!(rest.defined(), 3);
        assert_eq!(rest.start, Some(rest.imported() + 2));
        let imports: Vec<&str> = (rest.imports.iter().cloned())
            .flat_map(|section| section.into_imports())
            .map(|import| import.unwrap().name)
            .collect();
        assert_eq!(imports, ["0", "1", "+t0", "+m", "+g0", "+g1"]);
        let places = rest.places().unwrap();
        assert_eq!(places, [(1, 2), (2, 3)], "`failed` and `clicked`");
    }

    #[test]
    fn what_only_the_rest_can_call_has_no_stand_in_and_comes_with_the_rest() {
        let apart = Apart {
            functions: HashSet::from(["failed".to_owned(), "clicked".to_owned()]),
            ..Apart::default()
        };
        let Parts { first, rest } = parts(apart);
        let (first, rest) = (
            Program::read(&first).unwrap(),
            Program::read(&rest).unwrap(),
        );
        // `shown`, `shared`, the stand-in of `clicked`, which `shown` calls all the same, and what that makes sure by.
        assert_eq!(first.defined(), 4);
        let taken: Vec<u32> = first
            .places()
            .unwrap()
            .iter()
            .map(|(place, _)| *place)
            .collect();
        assert_eq!(taken, [3, 4], "what the rest takes");
        assert_eq!(rest.places().unwrap(), [(1, 2), (2, 3)]);
    }

    #[test]
    fn data_of_the_rest_comes_with_it_and_what_nobody_reads_with_neither() {
        let (late, unread) = (
            samples::DATA + 4..samples::DATA + 8,
            samples::DATA + 6..samples::DATA + 12,
        );
        let apart = Apart {
            data: vec![late.clone()],
            unread: vec![unread],
            ..Apart::default()
        };
        let Parts { first, rest } = parts(apart);
        let (first, rest) = (
            Program::read(&first).unwrap(),
            Program::read(&rest).unwrap(),
        );
        let [segment] = &first.segments().unwrap()[..] else {
            panic!("one segment");
        };
        assert_eq!(
            (segment.start, segment.data),
            (samples::DATA, &b"soon\0\0\0\0\0\0\0\0more"[..])
        );
        let [segment] = &rest.segments().unwrap()[..] else {
            panic!("one piece");
        };
        assert_eq!((segment.place(), segment.data), (late, &b"la\0\0"[..]));
    }

    #[test]
    fn a_function_stands_behind_the_one_that_it_has_most_in_common_with() {
        let bodies: [&[u8]; 4] = [b"abcdef", b"uvwxyz", b"abcdxy", b"abcdez"];
        assert_eq!(chained(bodies.into_iter().zip(0..)), [0, 3, 2, 1]);
        assert_eq!(chained([(&b""[..], 7)].into_iter()), [7]);
        assert_eq!(chained(std::iter::empty()), [0; 0]);
    }

    #[test]
    fn what_has_no_name_is_in_the_first_part() {
        let bytes = samples::program();
        let mut program = Program::read(&bytes).unwrap();
        program.names.remove(&4);
        let late = late(&program, &BTreeSet::from([1, 3])).unwrap();
        let parts = split(&program, &late, Apart::default()).unwrap();
        assert_eq!(Program::read(&parts.rest).unwrap().defined(), 2);
    }
}
