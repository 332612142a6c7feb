//! The name of a piece of a story, made of what it says.

/// Names a piece by its content, not by its place: what is written above or below it may change, and it is still found.
///
/// It has 30 bits: among the sixty pieces of a long story, two that differ share a name once in 600,000 stories, and
/// then they are told apart by their order. Its text is five letters of the URL-safe Base64 alphabet (RFC 4648,
/// section 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(u32);

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const MASK: u32 = (1 << 30) - 1;

impl Key {
    /// The key of a piece that says this. White space does not count.
    ///
    /// FNV-1a with 32 bits, its two highest folded onto the lowest. It stands in addresses that people keep: it must
    /// never change.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut hash: u32 = 0x811c_9dc5;
        for byte in text.split_whitespace().flat_map(str::bytes) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        Self((hash >> 30) ^ (hash & MASK))
    }

    /// Another key, for the next piece that says the same.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.wrapping_add(1) & MASK)
    }

    /// Reads a key; `None` where it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 5 {
            return None;
        }
        let mut key = 0;
        for byte in text.bytes() {
            let digit = ALPHABET.iter().position(|letter| *letter == byte)?;
            key = (key << 6) | u32::try_from(digit).ok()?;
        }
        Some(Self(key))
    }

    /// Writes it behind a text.
    pub fn write(self, out: &mut String) {
        for shift in [24, 18, 12, 6, 0] {
            let digit = (self.0 >> shift) & 63;
            out.push(char::from(*ALPHABET.get(digit as usize).unwrap_or(&b'A')));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(key: Key) -> String {
        let mut out = String::new();
        key.write(&mut out);
        out
    }

    proptest! {
        #[test]
        fn a_key_is_read_as_it_was_written(text in "\\PC*") {
            let key = Key::of(&text);
            prop_assert_eq!(Key::parse(&written(key)), Some(key));
            prop_assert_ne!(key.next(), key);
            prop_assert_eq!(Key::parse(&written(key.next())), Some(key.next()));
        }

        #[test]
        fn any_text_is_a_key_or_none(text in "\\PC{0,8}") {
            if let Some(key) = Key::parse(&text) {
                prop_assert_eq!(written(key), text);
            }
        }
    }

    #[test]
    fn keys_never_change_since_they_stand_in_addresses_people_keep() {
        assert_eq!(written(Key::of("")), "BHJ3H");
        assert_eq!(written(Key::of("a b")), written(Key::of(" a\n b ")));
        assert_ne!(Key::of("a b"), Key::of("a c"));
        assert_eq!(written(Key::of("Гласот")), "Xdr5v");
    }
}
