//! Reads where the bytes of a WebAssembly file are: its sections, and its functions with their names.
//!
//! Only as much of the format is understood as that takes: <https://webassembly.github.io/spec/core/binary/modules.html>.

use std::collections::HashMap;

/// A function and the bytes of its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// The name that the name section gives, or its number.
    pub name: String,
    /// The length of the body.
    pub bytes: usize,
}

/// What a file consists of.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Module {
    /// Names and lengths of the sections, in their order.
    pub sections: Vec<(String, usize)>,
    /// The functions that have a body.
    pub functions: Vec<Function>,
}

impl Module {
    /// Takes a file apart. `None` if it is not a WebAssembly file, or a damaged one.
    pub fn read(file: &[u8]) -> Option<Self> {
        let mut rest = Reader(file.strip_prefix(b"\0asm\x01\0\0\0")?);
        let (mut module, mut imported, mut bodies, mut names) =
            (Self::default(), 0, Vec::new(), HashMap::new());
        while !rest.0.is_empty() {
            let kind = rest.byte()?;
            let length = rest.number()?;
            let mut inside = Reader(rest.take(length)?);
            let title = match kind {
                0 => inside.text()?,
                _ => TITLES.get(usize::from(kind))?,
            };
            module.sections.push((title.to_owned(), length));
            match (kind, title) {
                (2, _) => imported = inside.imported_functions()?,
                (10, _) => bodies = inside.bodies()?,
                (0, "name") => names = inside.function_names()?,
                _ => {}
            }
        }
        let name = |number| {
            names
                .remove(&number)
                .map_or_else(|| format!("function {number}"), str::to_owned)
        };
        let mut name = name;
        module.functions = bodies
            .into_iter()
            .zip(imported..)
            .map(|(bytes, number)| Function {
                name: name(number),
                bytes,
            })
            .collect();
        Some(module)
    }
}

/// The sections by their numbers.
const TITLES: &[&str] = &[
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
    "tag",
];

/// The bytes that are still to be read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// A number in seven bits a byte, the lowest first.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return usize::try_from(number).ok();
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        str::from_utf8(self.take(length)?).ok()
    }

    /// The lower, and perhaps the upper limit of a table or memory.
    fn limits(&mut self) -> Option<()> {
        let has_upper = self.byte()? & 1 == 1;
        self.number()?;
        if has_upper {
            self.number()?;
        }
        Some(())
    }

    /// How many of the imports are functions: they come first in the numbering.
    fn imported_functions(&mut self) -> Option<usize> {
        let mut functions = 0;
        for _ in 0..self.number()? {
            self.text()?;
            self.text()?;
            match self.byte()? {
                0 => {
                    functions += 1;
                    self.number()?;
                }
                1 => {
                    self.byte()?;
                    self.limits()?;
                }
                2 => self.limits()?,
                3 => {
                    self.take(2)?;
                }
                4 => {
                    self.byte()?;
                    self.number()?;
                }
                _ => return None,
            }
        }
        Some(functions)
    }

    /// The lengths of the functions' bodies.
    fn bodies(&mut self) -> Option<Vec<usize>> {
        let count = self.number()?;
        (0..count)
            .map(|_| {
                let length = self.number()?;
                self.take(length).map(<[u8]>::len)
            })
            .collect()
    }

    /// The functions' names by their numbers, out of the name section.
    fn function_names(&mut self) -> Option<HashMap<usize, &'a str>> {
        while !self.0.is_empty() {
            let kind = self.byte()?;
            let length = self.number()?;
            let mut inside = Reader(self.take(length)?);
            if kind == 1 {
                let count = inside.number()?;
                return (0..count)
                    .map(|_| Some((inside.number()?, inside.text()?)))
                    .collect();
            }
        }
        Some(HashMap::new())
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
        let module = Module::read(SMALL).unwrap();
        assert_eq!(
            module.functions,
            [Function {
                name: "me".into(),
                bytes: 2
            }]
        );
        let titles: Vec<_> = module
            .sections
            .iter()
            .map(|(title, bytes)| (title.as_str(), *bytes))
            .collect();
        assert_eq!(
            titles,
            [
                ("type", 4),
                ("import", 7),
                ("function", 2),
                ("code", 4),
                ("name", 16)
            ]
        );
    }

    #[test]
    fn a_damaged_file_is_no_module() {
        for length in 0..SMALL.len() {
            let whole_sections = [8, 14, 23, 27, 33].contains(&length);
            assert_eq!(
                Module::read(SMALL.get(..length).unwrap()).is_some(),
                whole_sections,
                "{length}"
            );
        }
        assert_eq!(Module::read(b"\x7fELF"), None);
    }
}
