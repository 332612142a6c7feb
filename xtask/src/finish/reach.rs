//! What only the rest of a program can reach: pieces of its memory, and functions in its table.
//!
//! The linker notes each place in code and data that holds an address, and of what (`--emit-relocs`):
//! <https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>. What nothing in the first part names, directly
//! or by way of its data, cannot be read or called before the rest is there.

use crate::{
    command::{Done, Failure},
    program::{Program, Segment},
};
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    ops::Range,
};
use wasmparser::{KnownCustom, Linking, Parser, Payload, RelocationType as Kind, SymbolInfo};

/// A shorter piece of data stays in the first part: to say where it belongs costs more.
const SHORTEST: u32 = 24;

/// What only the rest of a program can reach.
#[derive(Debug, Default)]
pub struct Apart {
    /// The pieces of memory that hold its data.
    pub data: Vec<Range<u32>>,
    /// The names of functions that are called by nobody else, in whatever place of the table they stand.
    pub functions: HashSet<String>,
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
        // Addresses in the first part's code, then those in the data that they lead to.
        let mut reached = BTreeSet::new();
        for note in &notes.code {
            let bodies = &program.bodies;
            let body = bodies.partition_point(|body| body.range().end <= note.place);
            let function = program.imported() + u32::try_from(body).unwrap_or(u32::MAX);
            if !is_late(&name(function)) {
                reached.insert(note.symbol);
            }
        }
        let held = notes.held(&segments);
        reached.extend(held.get(&None).into_iter().flatten());
        let mut to_do: Vec<u32> = reached.iter().copied().collect();
        while let Some(symbol) = to_do.pop() {
            let held = held.get(&Some(symbol)).into_iter().flatten();
            to_do.extend(held.filter(|other| reached.insert(**other)));
        }

        let (mut used, mut called) = (Vec::new(), HashSet::new());
        for (number, symbol) in (0..).zip(&notes.symbols) {
            match symbol {
                Symbol::Data(range) if reached.contains(&number) => used.push(range.clone()),
                Symbol::Function(function) if reached.contains(&number) => {
                    called.insert(name(*function));
                }
                _ => {}
            }
        }
        let functions = program.imported()..program.imported() + program.defined();
        used.sort_by_key(|range| range.start);
        Ok(Self {
            data: segments
                .iter()
                .flat_map(|segment| gaps(segment.place(), &used))
                .collect(),
            functions: functions
                .map(name)
                .filter(|name| !called.contains(name))
                .collect(),
        })
    }
}

/// What of a stretch no piece covers, where it is long enough. The pieces are sorted by where they start.
fn gaps(stretch: Range<u32>, pieces: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut gaps = Vec::new();
    let mut from = stretch.start;
    for piece in pieces.iter().chain([&(stretch.end..stretch.end)]) {
        let to = piece.start.min(stretch.end);
        if to >= from.saturating_add(SHORTEST) {
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

    /// Which data holds the addresses of what; under `None` what lies in no data that is a symbol.
    fn held(&self, segments: &[Segment<'_>]) -> BTreeMap<Option<u32>, Vec<u32>> {
        let mut held: BTreeMap<Option<u32>, Vec<u32>> = BTreeMap::new();
        for note in &self.data {
            let address = segments
                .iter()
                .find_map(|segment| segment.address(note.place));
            let holds = |symbol: &Symbol| match (symbol, address) {
                (Symbol::Data(range), Some(address)) => range.contains(&address),
                _ => false,
            };
            let mut holders: Vec<Option<u32>> = (0..)
                .zip(&self.symbols)
                .filter_map(|(number, symbol)| holds(symbol).then_some(Some(number)))
                .collect();
            if holders.is_empty() {
                holders.push(None);
            }
            for holder in holders {
                held.entry(holder).or_default().push(note.symbol);
            }
        }
        held
    }
}

impl Symbol {
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

    #[test]
    fn what_is_between_the_pieces_is_free_where_it_is_long_enough() {
        let pieces = [110..120, 115..118, 130..200, 230..240];
        assert_eq!(gaps(100..300, &pieces), [200..230, 240..300]);
        assert_eq!(gaps(0..24, &[]), [0..24]);
        assert_eq!(gaps(0..23, &[]), []);
        assert_eq!(gaps(400..440, &pieces), [400..440]);
    }

    #[test]
    fn a_program_without_the_linkers_notes_is_refused() {
        let said = Apart::of(&crate::program::samples::program(), |_| true);
        assert!(said.unwrap_err().to_string().contains("--emit-relocs"));
    }
}
