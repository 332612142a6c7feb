//! Takes out what is said of a panic before the program stops.
//!
//! A finished program has no one to say it to: what the standard library writes then goes nowhere in a browser. So what
//! remains of a panic is that the program stops (`unreachable`), as it does behind its last words anyway.

use super::alike;
use crate::{
    command::Done,
    program::{self, Program},
};
use std::{
    collections::{BTreeSet, HashSet},
    ops::Range,
};
use wasm_encoder::{CodeSection, Function, Instruction, Module, RawSection};
use wasmparser::{FunctionBody, Operator, Parser, Payload};

/// The crates whose functions that never come back are panics.
const STANDARD: [&str; 3] = ["core", "alloc", "std"];

/// The functions of a program that only stop it, by their numbers.
pub struct Quiet(BTreeSet<u32>);

/// What is left of a function.
pub struct Kept<'a> {
    /// Its operators.
    pub operators: Vec<Operator<'a>>,
    /// The stretches of the file where the others stood.
    pub left_out: Vec<Range<u64>>,
}

impl Quiet {
    /// The panics of the standard library, and what does nothing but call one.
    pub fn of(program: &Program<'_>) -> Done<Self> {
        let mut quiet = Self(BTreeSet::new());
        let mut others = Vec::new();
        for (number, body) in (program.imported()..).zip(&program.bodies) {
            let name = program.names.get(&number).copied().unwrap_or_default();
            if is_standard(&rustc_demangle::demangle(name).to_string()) && never_returns(body)? {
                quiet.0.insert(number);
            } else {
                others.push((number, body));
            }
        }
        loop {
            let known = quiet.0.len();
            for (number, body) in &others {
                let kept = quiet.kept(*number, body)?.operators;
                if matches!(kept.as_slice(), [Operator::Unreachable, Operator::End]) {
                    quiet.0.insert(*number);
                }
            }
            if quiet.0.len() == known {
                return Ok(quiet);
            }
        }
    }

    /// What is left of a function with its body.
    pub fn kept<'a>(&self, number: u32, body: &FunctionBody<'a>) -> Done<Kept<'a>> {
        let mut kept = Kept {
            operators: Vec::new(),
            left_out: Vec::new(),
        };
        if self.0.contains(&number) {
            kept.operators = vec![Operator::Unreachable, Operator::End];
            kept.left_out.push(body.range());
            return Ok(kept);
        }
        // Where each operator that is kept begins.
        let mut places = Vec::new();
        let mut operators = body
            .get_operators_reader()?
            .into_iter_with_offsets()
            .peekable();
        while let Some(read) = operators.next() {
            let (operator, place) = read?;
            match operator {
                Operator::Call { function_index } if self.0.contains(&function_index) => {
                    // What comes straight before a panic is there for it.
                    let straight = kept
                        .operators
                        .iter()
                        .rev()
                        .take_while(|&other| is_straight(other));
                    let stays = kept.operators.len() - straight.count();
                    let from = places.get(stays).copied().unwrap_or(place);
                    let to = match operators.peek() {
                        Some(Ok((_, next))) => *next,
                        _ => body.range().end,
                    };
                    kept.left_out.push(from..to);
                    kept.operators.truncate(stays);
                    places.truncate(stays);
                    kept.operators.push(Operator::Unreachable);
                }
                Operator::Unreachable
                    if matches!(kept.operators.last(), Some(Operator::Unreachable)) =>
                {
                    continue;
                }
                _ => kept.operators.push(operator),
            }
            places.push(place);
        }
        Ok(kept)
    }
}

/// Whether the code goes on behind an operator in any case, and nothing else is run for it.
fn is_straight(operator: &Operator<'_>) -> bool {
    use Operator::*;
    !matches!(
        operator,
        Block { .. }
            | Loop { .. }
            | If { .. }
            | Else
            | End
            | Br { .. }
            | BrIf { .. }
            | BrTable { .. }
            | Return
            | Unreachable
            | Call { .. }
            | CallIndirect { .. }
            | MemoryGrow { .. }
            | TableGrow { .. }
            | TableSet { .. }
    )
}

/// Whether a function is one of the standard library, by its name.
fn is_standard(name: &str) -> bool {
    let name = name.trim_start_matches('<');
    STANDARD.iter().any(|own| {
        name.strip_prefix(own)
            .is_some_and(|rest| rest.starts_with([':', '[']))
    })
}

/// Whether a function stops the program wherever it ends.
fn never_returns(body: &FunctionBody<'_>) -> Done<bool> {
    let mut depth = 0_u32;
    let mut last_two = [Operator::Nop, Operator::Nop];
    for operator in body.get_operators_reader()? {
        let operator = operator?;
        match &operator {
            Operator::Return => return Ok(false),
            Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } => depth += 1,
            Operator::End => depth = depth.saturating_sub(1),
            Operator::Br { relative_depth } | Operator::BrIf { relative_depth }
                if *relative_depth >= depth =>
            {
                return Ok(false);
            }
            Operator::BrTable { targets } => {
                for target in targets.targets().chain([Ok(targets.default())]) {
                    if target? >= depth {
                        return Ok(false);
                    }
                }
            }
            _ => {}
        }
        let [_, last] = last_two;
        last_two = [last, operator];
    }
    Ok(matches!(last_two, [Operator::Unreachable, Operator::End]))
}

/// The program without what it says of panics. Functions with a name in `dead` are called by nobody; like those that only
/// stop the program they keep their numbers, and nothing else.
pub fn quieted(bytes: &[u8], dead: &HashSet<String>) -> Done<Vec<u8>> {
    let program = Program::read(bytes)?;
    let quiet = Quiet::of(&program)?;
    let mut code = CodeSection::new();
    for (number, body) in (program.imported()..).zip(&program.bodies) {
        let is_dead = program
            .names
            .get(&number)
            .is_some_and(|name| dead.contains(*name));
        if is_dead {
            let mut nothing = Function::new([]);
            nothing.instruction(&Instruction::Unreachable);
            nothing.instruction(&Instruction::End);
            code.function(&nothing);
            continue;
        }
        let operators = quiet.kept(number, body)?.operators;
        let parameters = u32::try_from(program.parameters(number)).unwrap_or(u32::MAX);
        code.function(&alike::function(parameters, body, operators)?);
    }
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload?;
        if matches!(payload, Payload::CodeSectionStart { .. }) {
            module.section(&code);
        } else if !matches!(payload, Payload::CodeSectionEntry(_))
            && let Some((id, range)) = payload.as_section()
        {
            let data = bytes
                .get(place(range.start)..place(range.end))
                .unwrap_or_default();
            module.section(&RawSection { id, data });
        }
    }
    program::checked(module.finish())
}

fn place(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::split;
    use wasm_encoder::{
        BlockType, ConstExpr, ExportKind, ExportSection, FunctionSection, GlobalSection, NameMap,
        NameSection, TypeSection, ValType,
    };

    /// A program of functions that take a number, by their names.
    fn program(functions: &[(&str, &[Instruction<'_>])]) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], []);
        module.section(&types);
        let (mut section, mut code, mut names) =
            (FunctionSection::new(), CodeSection::new(), NameMap::new());
        for (number, (name, body)) in (0..).zip(functions) {
            section.function(0);
            let mut function = Function::new([(1, ValType::I32)]);
            for instruction in *body {
                function.instruction(instruction);
            }
            function.instruction(&Instruction::End);
            code.function(&function);
            names.append(number, name);
        }
        module.section(&section);
        let mut globals = GlobalSection::new();
        globals.global(split::flag(), &ConstExpr::i32_const(0));
        module.section(&globals);
        let mut exports = ExportSection::new();
        exports.export("last", ExportKind::Func, section.len() - 1);
        module.section(&exports);
        module.section(&code);
        let mut named = NameSection::new();
        named.functions(&names);
        module.section(&named);
        module.finish()
    }

    /// The operators of each function, in short: `LocalGet`, `Call(2)`.
    fn operators(bytes: &[u8]) -> Vec<String> {
        let program = Program::read(bytes).unwrap();
        let short = |operator: Operator<'_>| match operator {
            Operator::Call { function_index } => format!("Call({function_index})"),
            other => {
                let name = format!("{other:?}");
                name.split(' ').next().unwrap_or_default().to_owned()
            }
        };
        let bodies = program.bodies.iter();
        bodies
            .map(|body| {
                let operators = body.get_operators_reader().unwrap().into_iter();
                let names: Vec<_> = operators.map(|operator| short(operator.unwrap())).collect();
                names.join(" ")
            })
            .collect()
    }

    const SAID: Instruction<'_> = Instruction::GlobalSet(0);
    /// Something is written down, then function 0 is called.
    const PANIC: [Instruction<'_>; 5] = [
        Instruction::I32Const(8),
        SAID,
        Instruction::I32Const(16),
        Instruction::Call(0),
        Instruction::Unreachable,
    ];
    const TRAP: &str = "Unreachable End";

    #[test]
    fn only_the_stop_remains_of_a_panic_and_of_what_leads_to_nothing_else() {
        let if_not_zero = [
            vec![
                Instruction::LocalGet(0),
                SAID,
                Instruction::Block(BlockType::Empty),
                Instruction::LocalGet(0),
                Instruction::BrIf(0),
            ],
            PANIC.to_vec(),
            vec![Instruction::End],
        ]
        .concat();
        let bytes = program(&[
            ("core::panicking::panic_fmt::h0123", &PANIC),
            ("ours::unwrap_failed", &PANIC),
            ("ours::checked", &if_not_zero),
            (
                "ours::last",
                &[Instruction::LocalGet(0), Instruction::Call(1)],
            ),
        ]);
        let quiet = quieted(&bytes, &HashSet::new()).unwrap();
        assert_eq!(
            operators(&quiet),
            [
                TRAP,
                TRAP,
                // What was done before the question stays done.
                "LocalGet GlobalSet Block LocalGet BrIf Unreachable End End",
                TRAP
            ]
        );
        assert!(quiet.len() < bytes.len());
        let names = Program::read(&quiet).unwrap().names.len();
        assert_eq!(names, 4, "the other sections are as they were");
    }

    #[test]
    fn what_is_called_before_a_panic_is_still_called() {
        let calls = [
            &[Instruction::LocalGet(0), Instruction::Call(1)][..],
            &PANIC,
        ]
        .concat();
        let bytes = program(&[
            ("alloc[3ca501edff3f0c7c]::alloc::handle_alloc_error", &PANIC),
            ("ours::log", &[Instruction::Nop]),
            ("ours::last", &calls),
        ]);
        let quiet = quieted(&bytes, &HashSet::new()).unwrap();
        assert_eq!(
            operators(&quiet),
            [TRAP, "Nop End", "LocalGet Call(1) Unreachable End"]
        );
    }

    #[test]
    fn what_can_come_back_is_no_panic_and_neither_is_what_is_ours() {
        let sometimes = [
            &[Instruction::LocalGet(0), Instruction::BrIf(0)][..],
            &PANIC,
        ]
        .concat();
        let says = [
            Instruction::I32Const(0),
            Instruction::Call(1),
            Instruction::Unreachable,
        ];
        let bytes = program(&[
            ("core::option::maybe", &sometimes),
            ("ours::throw", &says),
            ("corelib::stop", &says),
            (
                "std::process::returns",
                &[Instruction::Return, Instruction::Unreachable],
            ),
        ]);
        assert_eq!(
            operators(&quieted(&bytes, &HashSet::new()).unwrap()),
            operators(&bytes)
        );
    }

    #[test]
    fn what_nobody_calls_keeps_its_number_alone() {
        let bytes = program(&[
            ("ours::never", &[Instruction::Nop]),
            ("ours::last", &[Instruction::Nop]),
        ]);
        let dead = HashSet::from(["ours::never".to_owned()]);
        assert_eq!(
            operators(&quieted(&bytes, &dead).unwrap()),
            [TRAP, "Nop End"]
        );
    }
}
