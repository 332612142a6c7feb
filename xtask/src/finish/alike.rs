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
