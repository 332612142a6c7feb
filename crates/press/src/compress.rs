//! Compressed copies beside the files, so that a host need not compress at every request.

use flate2::{Compression, write::GzEncoder};
use std::io::{self, Write};

/// How hard to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// For files that are made once and loaded by every reader.
    Most,
    /// For pages, of which there are many.
    Some,
}

/// Below this many bytes a copy saves less than a packet.
const LEAST: usize = 512;

/// Whether a file gets compressed copies: text does, pictures and fonts are compressed already.
#[must_use]
pub fn is_worth_it(path: &str, bytes: &[u8]) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_text = matches!(
        ending,
        "html" | "json" | "xml" | "css" | "js" | "wasm" | "svg" | "txt" | "webmanifest"
    );
    is_text && bytes.len() >= LEAST
}

/// The Brotli and the gzip form, with their endings.
///
/// # Errors
/// As writing into memory has them: none.
pub fn copies(bytes: &[u8], effort: Effort) -> io::Result<[(&'static str, Vec<u8>); 2]> {
    let (quality, level) = match effort {
        Effort::Most => (11, Compression::best()),
        Effort::Some => (5, Compression::new(6)),
    };
    let params = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut brotli, &params)?;
    // The header of gzip has a place for the time; it stays empty, so that the bytes are the same on every run.
    let mut gzip = GzEncoder::new(Vec::new(), level);
    gzip.write_all(bytes)?;
    Ok([(".br", brotli), (".gz", gzip.finish()?)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

    #[test]
    fn both_copies_hold_what_they_were_made_of() {
        let text = "the ferry runs again ".repeat(200);
        for effort in [Effort::Most, Effort::Some] {
            let [(_, brotli), (_, gzip)] = copies(text.as_bytes(), effort).unwrap();
            let mut back = Vec::new();
            brotli::BrotliDecompress(&mut &*brotli, &mut back).unwrap();
            assert_eq!(back, text.as_bytes());
            let mut back = String::new();
            GzDecoder::new(&*gzip).read_to_string(&mut back).unwrap();
            assert_eq!(back, text);
        }
    }

    #[test]
    fn pictures_and_trifles_are_left_as_they_are() {
        assert!(!is_worth_it("a.jpg", &[0; 9000]));
        assert!(!is_worth_it("a.json", &[0; 20]));
        assert!(is_worth_it("a/index.html", &[0; 9000]));
    }
}
