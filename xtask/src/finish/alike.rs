//! Writes functions so that those that do alike look alike: what does not matter has one form everywhere, and the program
//! compresses better.
//!
//! - The locals of a function are numbered by how often they are used, those of one type beside each other. So the same
//!   few numbers do most of the work in every function.
//! - How an address is aligned is a hint, which the engines of browsers do not take. It is left out.

use crate::command::Done;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
    convert::Infallible,
};
use wasm_encoder::{
    Function, Instruction, MemArg, ValType,
    reencode::{Error, Reencode, RoundtripReencoder},
};
use wasmparser::{FunctionBody, Operator};

/// A function with so many parameters: the locals of its body, as far as they are used, and these operators.
pub fn function(
    parameters: u32,
    body: &FunctionBody<'_>,
    operators: Vec<Operator<'_>>,
) -> Done<Function> {
    let mut uses: HashMap<u32, usize> = HashMap::new();
    for operator in &operators {
        if let Some(local) = local(operator) {
            *uses.entry(local).or_default() += 1;
        }
    }
    let mut kinds = Vec::new();
    let mut number = parameters;
    for group in body.get_locals_reader()? {
        let (count, kind) = group?;
        let kind = RoundtripReencoder.val_type(kind)?;
        kinds.extend(
            (number..)
                .take(usize::try_from(count).unwrap_or(0))
                .map(|number| (number, kind)),
        );
        number += count;
    }
    kinds.retain(|(number, _)| uses.contains_key(number));
    kinds
        .sort_by_key(|(number, kind)| (rank(*kind), uses.get(number).map(|count| Reverse(*count))));
    let numbers = kinds
        .iter()
        .map(|(number, _)| *number)
        .zip(parameters..)
        .collect();
    let mut written = Function::new_with_locals_types(kinds.into_iter().map(|(_, kind)| kind));
    let mut alike = Alike(numbers);
    for operator in operators {
        let instruction = match alike.instruction(operator)? {
            Instruction::LocalGet(local) => Instruction::LocalGet(alike.of(local)),
            Instruction::LocalSet(local) => Instruction::LocalSet(alike.of(local)),
            Instruction::LocalTee(local) => Instruction::LocalTee(alike.of(local)),
            other => other,
        };
        written.instruction(&instruction);
    }
    Ok(written)
}

/// The local that an operator uses.
fn local(operator: &Operator<'_>) -> Option<u32> {
    match operator {
        Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } => Some(*local_index),
        _ => None,
    }
}

/// In which order types stand.
fn rank(kind: ValType) -> u8 {
    match kind {
        ValType::I32 => 0,
        ValType::I64 => 1,
        ValType::F32 => 2,
        ValType::F64 => 3,
        ValType::V128 => 4,
        ValType::Ref(_) => 5,
    }
}

/// The new numbers of locals; parameters keep theirs.
struct Alike(BTreeMap<u32, u32>);

impl Alike {
    fn of(&self, local: u32) -> u32 {
        self.0.get(&local).copied().unwrap_or(local)
    }
}

impl Reencode for Alike {
    type Error = Infallible;

    fn mem_arg(&mut self, arg: wasmparser::MemArg) -> Result<MemArg, Error> {
        Ok(MemArg {
            align: 0,
            ..RoundtripReencoder.mem_arg(arg)?
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::{Program, samples};
    use wasm_encoder::{CodeSection, FunctionSection, MemArgTarget, Module, TypeSection};

    fn load(align: u32) -> Instruction<'static> {
        Instruction::I32Load(MemArg {
            offset: 4,
            align,
            target: MemArgTarget::Memory(0),
            ordering: None,
        })
    }

    /// Locals, and what is done with them.
    type Sample<'a> = (&'a [(u32, ValType)], &'a [Instruction<'a>]);

    /// The bodies of functions that take a number, written anew.
    fn rewritten(functions: &[Sample<'_>]) -> Vec<Vec<u8>> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], []);
        module.section(&types);
        let (mut section, mut code) = (FunctionSection::new(), CodeSection::new());
        for (locals, body) in functions {
            section.function(0);
            let mut function = Function::new(locals.iter().copied());
            for instruction in *body {
                function.instruction(instruction);
            }
            function.instruction(&Instruction::End);
            code.function(&function);
        }
        module.section(&section);
        module.section(&samples::memory());
        module.section(&code);
        let bytes = module.finish();
        let program = Program::read(&bytes).unwrap();
        let bodies = program.bodies.iter().map(|body| {
            let operators = body.get_operators_reader().unwrap().into_iter();
            let operators = operators.map(Result::unwrap).collect();
            function(1, body, operators).unwrap().into_raw_body()
        });
        bodies.collect()
    }

    #[test]
    fn functions_that_do_the_same_are_the_same() {
        use Instruction::{Drop, LocalGet, LocalSet};
        const I32: ValType = ValType::I32;
        const I64: ValType = ValType::I64;
        // The same work with the locals in another order, one of them for nothing, and another hint.
        let first = [
            LocalGet(0),
            load(2),
            LocalSet(2),
            LocalGet(2),
            Drop,
            LocalGet(1),
            Drop,
            LocalGet(3),
            Drop,
        ];
        let second = [
            LocalGet(0),
            load(0),
            LocalSet(4),
            LocalGet(4),
            Drop,
            LocalGet(1),
            Drop,
            LocalGet(2),
            Drop,
        ];
        let bodies = rewritten(&[
            (&[(1, I64), (2, I32)], &first),
            (&[(1, I64), (3, I32)], &second),
        ]);
        assert_eq!(bodies[0], bodies[1]);
        // Two numbers of 32 bits, then one of 64; the parameter keeps its place, what is used most comes next.
        let mut expected = Function::new([(2, I32), (1, I64)]);
        for instruction in [
            LocalGet(0),
            load(0),
            LocalSet(1),
            LocalGet(1),
            Drop,
            LocalGet(3),
            Drop,
            LocalGet(2),
            Drop,
            Instruction::End,
        ] {
            expected.instruction(&instruction);
        }
        assert_eq!(bodies[0], expected.into_raw_body());
    }
}
