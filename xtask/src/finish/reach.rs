//! What only the rest of a program can reach: pieces of its memory, and functions in its table.
//!
//! The linker notes each place in code and data that holds an address, and of what (`--emit-relocs`):
//! <https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>. What nothing in the first part names, directly
//! or by way of its data, cannot be read or called before the rest is there.

use super::quiet::Quiet;
use crate::{
    command::{Done, Failure},
    program::{Program, Segment, called},
};
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    ops::Range,
};
use wasmparser::{
    ExternalKind, KnownCustom, Linking, Parser, Payload, RelocationType as Kind, SymbolInfo,
};

/// A shorter piece of data stays in the first part: to say where it belongs costs more.
const SHORTEST: u32 = 24;

/// What only the rest of a program can reach.
#[derive(Debug, Default)]
pub struct Apart {
    /// The pieces of memory that hold its data.
    pub data: Vec<Range<u32>>,
    /// The pieces that nobody reads. The places of panics are among them: a finished program has nobody to tell them to.
    pub unread: Vec<Range<u32>>,
    /// The names of functions that are called by nobody else, in whatever place of the table they stand.
    pub functions: HashSet<String>,
    /// The names of functions that nobody calls at all, once nothing is said of panics.
    pub dead: HashSet<String>,
}

impl Apart {
    /// Looks at a program as the linker wrote it, with names and notes. `is_late` tells by a function's name whether it
    /// is one of the rest.
    pub fn of(linked: &[u8], is_late: impl Fn(&str) -> bool) -> Done<Self> {
        let program = Program::read(linked)?;
        let segments = program.segments()?;
        let notes = Notes::read(linked, &segments)?;
        let name = |function: u32| {
            let name = program.names.get(&function).copied().unwrap_or_default();
            rustc_demangle::demangle(name).to_string()
        };
        let Held {
            symbols: held,
            places,
        } = notes.held(&segments);
        let functions = program.imported()..program.imported() + program.defined();
        let is_late: Vec<bool> = functions
            .clone()
            .map(|function| is_late(&name(function)))
            .collect();
        let bodies = notes.bodies(&program)?;
        let alive = notes.alive(&program, &bodies, &held);
        let (mut first, mut any) = (BTreeSet::new(), BTreeSet::new());
        for ((function, body), is_late) in functions.clone().zip(&bodies).zip(is_late) {
            if alive.contains(&function) {
                any.extend(&body.symbols);
                if !is_late {
                    first.extend(&body.symbols);
                }
            }
        }
        let (first, any) = (follow(first, &held), follow(any, &held));
        let mut dead: HashSet<String> = functions.clone().map(name).collect();
        for function in alive {
            dead.remove(&name(function));
        }

        let used = notes.data(|number| first.contains(number));
        let mut read = notes.data(|number| any.contains(number));
        read.retain(|range| !places.contains(range));
        let called: HashSet<String> = (0..)
            .zip(&notes.symbols)
            .filter(|(number, _)| first.contains(number))
            .filter_map(|(_, symbol)| match symbol {
                Symbol::Function(function) => Some(name(*function)),
                _ => None,
            })
            .collect();
        let stretches = || segments.iter().map(Segment::place);
        Ok(Self {
            data: stretches()
                .flat_map(|stretch| gaps(stretch, &used))
                .filter(|gap| gap.end - gap.start >= SHORTEST)
                .collect(),
            unread: stretches()
                .flat_map(|stretch| gaps(stretch, &read))
                .collect(),
            functions: functions
                .map(name)
                .filter(|name| !called.contains(name))
                .collect(),
            dead,
        })
    }
}

/// What a function leads to, without what it would say of a panic.
struct Body {
    calls: Vec<u32>,
    symbols: Vec<u32>,
}

/// Symbols with all that the data among them leads to.
fn follow(mut reached: BTreeSet<u32>, held: &BTreeMap<Option<u32>, Vec<u32>>) -> BTreeSet<u32> {
    reached.extend(held.get(&None).into_iter().flatten());
    let mut to_do: Vec<u32> = reached.iter().copied().collect();
    while let Some(symbol) = to_do.pop() {
        let held = held.get(&Some(symbol)).into_iter().flatten();
        to_do.extend(held.filter(|other| reached.insert(**other)));
    }
    reached
}

/// What of a stretch no piece covers. The pieces are sorted by where they start.
fn gaps(stretch: Range<u32>, pieces: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut gaps = Vec::new();
    let mut from = stretch.start;
    for piece in pieces.iter().chain([&(stretch.end..stretch.end)]) {
        let to = piece.start.min(stretch.end);
        if to > from {
            gaps.push(from..to);
        }
        from = from.max(piece.end);
    }
    gaps
}

/// What can have an address.
enum Symbol {
    /// Data, by its place in memory.
    Data(Range<u32>),
    /// A function, by its number.
    Function(u32),
    /// What is not parted.
    Other,
}

/// That a place in the file holds the address of a symbol.
struct Note {
    place: u64,
    symbol: u32,
}

/// The linker's notes.
#[derive(Default)]
struct Notes {
    symbols: Vec<Symbol>,
    code: Vec<Note>,
    data: Vec<Note>,
}

impl Notes {
    fn read(linked: &[u8], segments: &[Segment<'_>]) -> Done<Self> {
        let mut notes = Self::default();
        // The notes about a section count from where it begins, and name it by its number.
        let (mut sections, mut code, mut data) = (0, None, None);
        for payload in Parser::new(0).parse_all(linked) {
            let payload = payload?;
            match &payload {
                Payload::CodeSectionStart {
                    unchecked_range, ..
                } => code = Some((sections, unchecked_range.start)),
                Payload::DataSection(section) => data = Some((sections, section.range().start)),
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(section) => {
                        for part in section.subsections() {
                            if let Linking::SymbolTable(symbols) = part? {
                                for symbol in symbols {
                                    notes.symbols.push(Symbol::of(&symbol?, segments));
                                }
                            }
                        }
                    }
                    KnownCustom::Reloc(section) => {
                        for (part, of) in [(&mut notes.code, code), (&mut notes.data, data)] {
                            if let Some((number, start)) = of
                                && number == section.section_index()
                            {
                                for entry in section.entries() {
                                    let entry = entry?;
                                    if is_address(entry.ty)? {
                                        let place = start + u64::from(entry.offset);
                                        let symbol = entry.index;
                                        part.push(Note { place, symbol });
                                    }
                                }
                            }
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
            if payload.as_section().is_some() && !matches!(payload, Payload::CodeSectionEntry(_)) {
                sections += 1;
            }
        }
        if notes.code.is_empty() || notes.symbols.is_empty() {
            return Err(Failure::new(
                "the program was linked without `--emit-relocs`, and its data cannot be parted",
            ));
        }
        Ok(notes)
    }

    /// What each function leads to.
    fn bodies(&self, program: &Program<'_>) -> Done<Vec<Body>> {
        let quiet = Quiet::of(program)?;
        let mut bodies = Vec::new();
        for (number, body) in (program.imported()..).zip(&program.bodies) {
            let kept = quiet.kept(number, body)?;
            let range = body.range();
            let from = self.code.partition_point(|note| note.place < range.start);
            let notes = self.code.iter().skip(from);
            let notes = notes.take_while(|note| note.place < range.end);
            let is_kept =
                |note: &&Note| !kept.left_out.iter().any(|left| left.contains(&note.place));
            bodies.push(Body {
                calls: kept.operators.iter().filter_map(called).collect(),
                symbols: notes.filter(is_kept).map(|note| note.symbol).collect(),
            });
        }
        Ok(bodies)
    }

    /// The functions that somebody can call: those that are given to the outside, and all that they lead to.
    fn alive(
        &self,
        program: &Program<'_>,
        bodies: &[Body],
        held: &BTreeMap<Option<u32>, Vec<u32>>,
    ) -> BTreeSet<u32> {
        let exported = program.exports.iter();
        let exported = exported.filter(|export| export.kind == ExternalKind::Func);
        let mut to_do: Vec<u32> = exported
            .map(|export| export.index)
            .chain(program.start)
            .collect();
        let mut symbols = follow(BTreeSet::new(), held);
        let function = |symbol: &u32| {
            let symbol = usize::try_from(*symbol).ok();
            match self.symbols.get(symbol?)? {
                Symbol::Function(function) => Some(*function),
                _ => None,
            }
        };
        to_do.extend(symbols.iter().filter_map(function));
        let mut alive = BTreeSet::new();
        while let Some(next) = to_do.pop() {
            let place = next
                .checked_sub(program.imported())
                .and_then(|place| usize::try_from(place).ok());
            let Some(body) = place
                .and_then(|place| bodies.get(place))
                .filter(|_| alive.insert(next))
            else {
                continue;
            };
            to_do.extend(&body.calls);
            let reached = follow(body.symbols.iter().copied().collect(), held);
            let new = reached.into_iter().filter(|symbol| symbols.insert(*symbol));
            to_do.extend(new.collect::<Vec<_>>().iter().filter_map(function));
        }
        alive
    }

    fn held(&self, segments: &[Segment<'_>]) -> Held {
        let mut held = Held::default();
        for note in &self.data {
            let address = segments
                .iter()
                .find_map(|segment| segment.address(note.place));
            let holders = (0..).zip(&self.symbols).filter_map(|(number, symbol)| {
                let range = symbol.range()?;
                range.contains(&address?).then_some((number, range))
            });
            let mut is_held = false;
            for (number, range) in holders {
                is_held = true;
                if self.is_place(range, note.symbol, segments) {
                    held.places.insert(range.clone());
                } else {
                    held.add(Some(number), note.symbol);
                }
            }
            if !is_held {
                held.add(None, note.symbol);
            }
        }
        held
    }

    /// Whether a piece of data is the place of a panic, a [`core::panic::Location`]: the name of a source file, which
    /// ends in a zero, its length, line and column.
    fn is_place(&self, range: &Range<u32>, name: u32, segments: &[Segment<'_>]) -> bool {
        let name = usize::try_from(name).ok();
        let name = name.and_then(|name| self.symbols.get(name)?.range());
        let name = name.and_then(|name| segments.iter().find_map(|segment| segment.piece(name)));
        range.len() == 16 && name.is_some_and(|name| name.ends_with(b".rs\0"))
    }

    /// Where the data of some symbols lies, by where it starts.
    fn data(&self, is_meant: impl Fn(&u32) -> bool) -> Vec<Range<u32>> {
        let symbols = (0..).zip(&self.symbols);
        let meant = symbols.filter(|(number, _)| is_meant(number));
        let mut ranges: Vec<_> = meant
            .filter_map(|(_, symbol)| symbol.range().cloned())
            .collect();
        ranges.sort_by_key(|range| range.start);
        ranges
    }
}

/// What data holds the addresses of.
#[derive(Default)]
struct Held {
    /// By the number of a symbol; under `None` what lies in no data that is a symbol.
    symbols: BTreeMap<Option<u32>, Vec<u32>>,
    /// The places of panics. What they name is not followed.
    places: HashSet<Range<u32>>,
}

impl Held {
    fn add(&mut self, holder: Option<u32>, symbol: u32) {
        self.symbols.entry(holder).or_default().push(symbol);
    }
}

impl Symbol {
    /// Where data lies.
    fn range(&self) -> Option<&Range<u32>> {
        match self {
            Self::Data(range) => Some(range),
            _ => None,
        }
    }

    fn of(symbol: &SymbolInfo<'_>, segments: &[Segment<'_>]) -> Self {
        match symbol {
            SymbolInfo::Func { index, .. } => Self::Function(*index),
            SymbolInfo::Data {
                symbol: Some(data), ..
            } => {
                let segment = usize::try_from(data.index).unwrap_or(usize::MAX);
                segments.get(segment).map_or(Self::Other, |segment| {
                    let start = segment.place().start.saturating_add(data.offset);
                    Self::Data(start..start.saturating_add(data.size))
                })
            }
            _ => Self::Other,
        }
    }
}

/// Whether a note is about an address. Calls are no addresses: they name their functions.
fn is_address(kind: Kind) -> Done<bool> {
    match kind {
        Kind::MemoryAddrLeb
        | Kind::MemoryAddrSleb
        | Kind::MemoryAddrI32
        | Kind::TableIndexSleb
        | Kind::TableIndexI32 => Ok(true),
        Kind::FunctionIndexLeb
        | Kind::GlobalIndexLeb
        | Kind::TypeIndexLeb
        | Kind::TableNumberLeb => Ok(false),
        other => Err(Failure::new(format!(
            "the linker has a note of a kind that is not known here: {other:?}"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::samples;
    use wasm_encoder::{
        CodeSection, ConstExpr, CustomSection, DataSection, DataSymbolDefinition, Encode,
        ExportKind, ExportSection, Function, FunctionSection, Instruction, LinkingSection, Module,
        NameMap, NameSection, Section, SymbolTable, TypeSection,
    };

    /// Where the data begins. Each of its pieces has 32 bytes and is a symbol of its own; the functions are two more.
    const DATA: u32 = 1024;
    const PIECES: [&[u8; 32]; 6] = [
        b"early---------------------------",
        b"both----------------------------",
        b"late, and the address of `held`-",
        b"held----------------------------",
        b"unread--------------------------",
        b"unread too----------------------",
    ];
    const HELD: u32 = 3;
    const PANIC: &str = "core::panicking::panic";
    const EARLY: u32 = 6;
    const LATE: u32 = 7;

    /// A program as the linker writes it, with names for its two functions. The first takes the addresses of the first
    /// two pieces and of the second function; that takes those of the second piece and the third, and its own. One of
    /// them is given to the outside.
    fn linked(first: &str, second: &str, exported: u32) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        module.section(&functions);
        module.section(&samples::memory());
        let mut exports = ExportSection::new();
        exports.export("begin", ExportKind::Func, exported);
        module.section(&exports);
        let mut code = CodeSection::new();
        for name in [first, second] {
            let mut body = Function::new([]);
            body.instruction(match name {
                PANIC => &Instruction::Unreachable,
                _ => &Instruction::Nop,
            });
            body.instruction(&Instruction::End);
            code.function(&body);
        }
        module.section(&code);
        let mut data = DataSection::new();
        let start = ConstExpr::i32_const(DATA.cast_signed());
        data.active(0, &start, PIECES.map(|piece| &piece[..]).concat());
        module.section(&data);
        let mut names = NameMap::new();
        names.append(0, first);
        names.append(1, second);
        let mut named = NameSection::new();
        named.functions(&names);
        module.section(&named);
        let mut bytes = module.finish();

        let program = Program::read(&bytes).unwrap();
        let (mut code, mut data) = (0, 0);
        for payload in Parser::new(0).parse_all(&bytes) {
            match payload.unwrap() {
                Payload::CodeSectionStart {
                    unchecked_range, ..
                } => code = unchecked_range.start,
                Payload::DataSection(section) => data = section.range().start,
                _ => {}
            }
        }
        let within = |function| program.body(function).unwrap().range().start + 1 - code;
        let (early, late) = (within(0), within(1));
        let in_code = [
            (Kind::MemoryAddrSleb, early, 0),
            (Kind::MemoryAddrLeb, early, 1),
            (Kind::TableIndexSleb, early, LATE),
            (Kind::FunctionIndexLeb, early, EARLY),
            (Kind::MemoryAddrSleb, late, 1),
            (Kind::MemoryAddrSleb, late, 2),
            (Kind::TableIndexSleb, late, LATE),
        ];
        let segments = program.segments().unwrap();
        let of_third = segments.first().unwrap().file.start - data + 2 * 32;
        let in_data = [(Kind::MemoryAddrI32, of_third + 8, HELD)];

        let mut symbols = SymbolTable::new();
        for (number, piece) in (0..).zip(PIECES) {
            let definition = DataSymbolDefinition {
                index: 0,
                offset: 32 * number,
                size: 32,
            };
            symbols.data(0, &String::from_utf8_lossy(piece), Some(definition));
        }
        symbols.function(0, 0, Some(first));
        symbols.function(0, 1, Some(second));
        let mut linking = LinkingSection::new();
        linking.symbol_table(&symbols);
        linking.append_to(&mut bytes);
        for (name, section, notes) in [
            ("reloc.CODE", 4_u32, &in_code[..]),
            ("reloc.DATA", 5, &in_data),
        ] {
            let mut entries = Vec::new();
            section.encode(&mut entries);
            notes.len().encode(&mut entries);
            for (kind, place, symbol) in notes {
                entries.push(*kind as u8);
                u32::try_from(*place).unwrap().encode(&mut entries);
                symbol.encode(&mut entries);
                if !matches!(kind, Kind::TableIndexSleb | Kind::FunctionIndexLeb) {
                    0_i32.encode(&mut entries);
                }
            }
            let section = CustomSection {
                name: name.into(),
                data: entries.into(),
            };
            section.append_to(&mut bytes);
        }
        bytes
    }

    /// The stretch of memory from one piece to another.
    fn pieces(from: u32, to: u32) -> Range<u32> {
        DATA + 32 * from..DATA + 32 * to
    }

    #[test]
    fn what_the_first_part_does_not_name_is_reached_by_the_rest_alone() {
        let apart = Apart::of(&linked("early", "late", 0), |name| name == "late").unwrap();
        assert_eq!(apart.data, vec![pieces(2, 6)]);
        assert_eq!(apart.unread, vec![pieces(4, 6)]);
        assert_eq!(
            apart.functions,
            HashSet::from(["early".to_owned()]),
            "the first part takes the address of `late`"
        );
    }

    #[test]
    fn what_nobody_can_call_is_dead_and_what_only_that_reads_is_unread() {
        // `early` takes the address of `late`, but not the reverse.
        let apart = Apart::of(&linked("early", "late", 0), |_| false).unwrap();
        assert_eq!((apart.dead.len(), apart.unread), (0, vec![pieces(4, 6)]));
        let apart = Apart::of(&linked("early", "late", 1), |_| false).unwrap();
        assert_eq!(apart.dead, HashSet::from(["early".to_owned()]));
        assert_eq!(apart.unread, [pieces(0, 1), pieces(4, 6)]);
    }

    #[test]
    fn what_only_a_panic_would_read_is_unread() {
        let apart = Apart::of(&linked("ours", PANIC, 0), |_| false).unwrap();
        assert_eq!(apart.unread, vec![pieces(2, 6)]);
    }

    #[test]
    fn what_data_holds_the_address_of_belongs_to_who_reaches_the_data() {
        let apart = Apart::of(&linked("early", "late", 0), |name| name == "early").unwrap();
        assert_eq!(apart.data, [pieces(0, 1), pieces(4, 6)]);
    }

    #[test]
    fn functions_are_known_by_the_names_that_wasm_bindgen_gives_them() {
        let second = linked("early", "_ZN7content4body5parse17h0123456789abcdefE", 0);
        let is_late = |name: &str| name == "content::body::parse::h0123456789abcdef";
        assert_eq!(
            Apart::of(&second, is_late).unwrap().data,
            vec![pieces(2, 6)]
        );
    }

    #[test]
    fn the_place_of_a_panic_is_read_by_nobody() {
        let segment = Segment {
            start: DATA,
            data: b"src/app.rs\0----...............................................",
            file: 0..64,
        };
        let mut notes = Notes::default();
        let name = DATA..DATA + 11;
        notes.symbols = vec![Symbol::Data(name)];
        let is_place =
            |range: Range<u32>| notes.is_place(&range, 0, std::slice::from_ref(&segment));
        assert!(is_place(DATA + 16..DATA + 32));
        assert!(!is_place(DATA + 16..DATA + 48), "a place has 16 bytes");
    }

    #[test]
    fn what_is_between_the_pieces_is_free() {
        let pieces = [110..120, 115..118, 130..200, 230..240];
        assert_eq!(
            gaps(100..250, &pieces),
            [100..110, 120..130, 200..230, 240..250]
        );
        assert_eq!(gaps(112..117, &pieces), []);
        assert_eq!(gaps(400..440, &pieces), vec![400..440]);
    }

    #[test]
    fn a_program_without_the_linkers_notes_is_refused() {
        let said = Apart::of(&samples::program(), |_| true);
        assert!(said.unwrap_err().to_string().contains("--emit-relocs"));
    }
}
