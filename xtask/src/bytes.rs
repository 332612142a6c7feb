//! Counts bytes: as they travel, compressed, and as they are read, in groups of three digits.

use crate::command::{Done, Failure};
use brotli::enc::BrotliEncoderParams;

/// The size of some bytes after `brotli -q 11`.
pub fn compressed(bytes: &[u8]) -> Done<usize> {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut std::io::sink(), &params)
        .map_err(|error| Failure::new(format!("the bytes could not be compressed: {error}")))
}

/// A number with its digits in groups of three.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_groups_of_three() {
        assert_eq!(
            [0, 999, 1_000, 130_000, 1_234_567].map(grouped),
            ["0", "999", "1,000", "130,000", "1,234,567"]
        );
    }

    #[test]
    fn what_repeats_is_compressed() {
        assert!(compressed(&[b'a'; 10_000]).unwrap() < 50);
    }
}
