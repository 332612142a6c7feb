//! Names made of bytes: the same bytes have the same name, and others another.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

/// The hash of some bytes, 32 hexadecimal digits.
#[must_use]
pub fn of(bytes: &[u8]) -> String {
    short(&blake3::hash(bytes))
}

/// The hash of several pieces. Where one ends and the next begins makes a difference.
#[must_use]
pub fn of_all<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = blake3::Hasher::new();
    for piece in pieces {
        hasher.update(&piece.len().to_le_bytes());
        hasher.update(piece);
    }
    short(&hasher.finalize())
}

fn short(hash: &blake3::Hash) -> String {
    hash.to_hex().chars().take(32).collect()
}

/// What a browser checks a file against before it uses it (Subresource Integrity).
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// A file's name with the beginning of its hash: `boot.js` becomes `boot-0123456789abcdef.js`.
#[must_use]
pub fn named(name: &str, bytes: &[u8]) -> String {
    let hash: String = of(bytes).chars().take(16).collect();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{hash}.{ending}"),
        None => format!("{name}-{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_its_bytes_and_keeps_its_ending() {
        assert_eq!(named("a.css", b"x"), named("a.css", b"x"));
        assert_ne!(named("a.css", b"x"), named("a.css", b"y"));
        assert!(named("a.css", b"x").ends_with(".css"));
    }

    #[test]
    fn where_a_piece_ends_makes_a_difference() {
        assert_ne!(
            of_all([b"ab".as_slice(), b"c"]),
            of_all([b"a".as_slice(), b"bc"])
        );
    }

    #[test]
    fn integrity_is_as_browsers_want_it() {
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
