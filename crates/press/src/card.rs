//! The pictures for social networks: 1200 by 630 pixels, small enough for every one of them.

use crate::hash;
use image::{
    DynamicImage, Rgb, RgbImage, codecs::jpeg::JpegEncoder, imageops::FilterType,
    metadata::Orientation,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Width and height of a card.
pub const SIZE: (u32, u32) = (1200, 630);

/// The most bytes a card may have: some networks show no picture above it.
pub const MOST: usize = 300_000;

/// The largest picture that is read, in pixels on a side.
const LARGEST: u32 = 12_000;

/// Changes when cards are made in another way, so that none is taken from the cache.
const RECIPE: &str = "1";

/// A card as a file of the edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its path in the edition.
    pub path: String,
    /// Whether it is the site's own, for stories without a picture.
    pub is_plain: bool,
}

/// Makes cards, and keeps them so that no card is made twice.
#[derive(Clone, Debug)]
pub struct Cards {
    folder: PathBuf,
}

impl Cards {
    /// Cards that are kept in a folder.
    #[must_use]
    pub fn kept_in(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The card of a picture, as JPEG: its middle, cut to the form of a card.
    ///
    /// # Errors
    /// What is wrong with the picture, in words.
    pub fn of_picture(&self, picture: &[u8]) -> Result<Vec<u8>, String> {
        self.kept(&hash::of_all([RECIPE.as_bytes(), picture]), || {
            let picture = decoded(picture)?;
            Ok(picture
                .resize_to_fill(SIZE.0, SIZE.1, FilterType::CatmullRom)
                .to_rgb8())
        })
    }

    /// The card of stories without a picture: the site's icon on a plain ground. Words would need a font for every
    /// script, and the headline stands below the card anyway.
    ///
    /// # Errors
    /// What is wrong with the icon, in words.
    pub fn plain(&self, icon: Option<&[u8]>) -> Result<Vec<u8>, String> {
        let icon = icon.unwrap_or_default();
        self.kept(&hash::of_all([RECIPE.as_bytes(), b"plain", icon]), || {
            let mut card = RgbImage::from_pixel(SIZE.0, SIZE.1, Rgb([244, 242, 238]));
            if icon.is_empty() {
                return Ok(card);
            }
            let side = SIZE.1 / 2;
            let icon = decoded(icon)?
                .resize(side, side, FilterType::CatmullRom)
                .to_rgba8();
            let (left, top) = ((SIZE.0 - icon.width()) / 2, (SIZE.1 - icon.height()) / 2);
            for (x, y, pixel) in icon.enumerate_pixels() {
                let [red, green, blue, alpha] = pixel.0;
                let ground = card.get_pixel_mut(left + x, top + y);
                let mix = |under: u8, over: u8| {
                    let alpha = u32::from(alpha);
                    let mixed = (u32::from(under) * (255 - alpha) + u32::from(over) * alpha) / 255;
                    u8::try_from(mixed).unwrap_or(u8::MAX)
                };
                let [r, g, b] = ground.0;
                ground.0 = [mix(r, red), mix(g, green), mix(b, blue)];
            }
            Ok(card)
        })
    }

    fn kept(
        &self,
        name: &str,
        make: impl FnOnce() -> Result<RgbImage, String>,
    ) -> Result<Vec<u8>, String> {
        let file = self.folder.join(name.to_owned() + ".jpg");
        if let Ok(card) = fs::read(&file)
            && !card.is_empty()
        {
            return Ok(card);
        }
        let card = encoded(&make()?)?;
        keep(&file, &card);
        Ok(card)
    }
}

/// Keeps a card for the next time. Where that fails nothing is lost but time. A card is there as a whole or not at all.
fn keep(file: &Path, card: &[u8]) {
    let half = file.with_extension(format!("{}.part", std::process::id()));
    let is_kept = file
        .parent()
        .is_some_and(|folder| fs::create_dir_all(folder).is_ok())
        && fs::write(&half, card).is_ok()
        && fs::rename(&half, file).is_ok();
    if !is_kept {
        let _ = fs::remove_file(half);
    }
}

fn decoded(bytes: &[u8]) -> Result<DynamicImage, String> {
    let mut reader = image::ImageReader::new(std::io::Cursor::new(bytes));
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(LARGEST);
    limits.max_image_height = Some(LARGEST);
    reader.limits(limits);
    let reader = reader
        .with_guessed_format()
        .map_err(|error| error.to_string())?;
    let mut decoder = reader.into_decoder().map_err(|error| error.to_string())?;
    let orientation =
        image::ImageDecoder::orientation(&mut decoder).unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| error.to_string())?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// As JPEG, at the best quality that is small enough.
fn encoded(card: &RgbImage) -> Result<Vec<u8>, String> {
    let mut last = Vec::new();
    for quality in [82, 70, 55, 40, 25, 10] {
        last.clear();
        JpegEncoder::new_with_quality(&mut last, quality)
            .encode_image(card)
            .map_err(|error| error.to_string())?;
        if last.len() < MOST {
            break;
        }
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        // Noise, which compresses worst.
        let mut seed = 7_u32;
        let picture = RgbImage::from_fn(width, height, |_, _| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [a, b, c, _] = seed.to_be_bytes();
            Rgb([a, b, c])
        });
        let mut bytes = std::io::Cursor::new(Vec::new());
        picture
            .write_to(&mut bytes, image::ImageFormat::Png)
            .unwrap();
        bytes.into_inner()
    }

    #[test]
    fn every_card_has_its_size_and_is_small_enough() {
        let folder = tempfile::tempdir().unwrap();
        let cards = Cards::kept_in(folder.path().join("cards"));
        for (width, height) in [(1300, 700), (20, 400), (64, 64)] {
            let card = cards.of_picture(&png(width, height)).unwrap();
            let read = image::load_from_memory(&card).unwrap();
            assert_eq!((read.width(), read.height()), SIZE);
            assert!(card.len() < MOST);
        }
        let plain = cards.plain(Some(&png(64, 64))).unwrap();
        assert_eq!(image::load_from_memory(&plain).unwrap().width(), SIZE.0);
    }

    #[test]
    fn a_card_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let cards = Cards::kept_in(folder.path().to_owned());
        let picture = png(64, 64);
        let first = cards.of_picture(&picture).unwrap();
        let kept = fs::read_dir(folder.path())
            .unwrap()
            .next()
            .unwrap()
            .unwrap()
            .path();
        fs::write(&kept, b"from the cache").unwrap();
        assert_eq!(cards.of_picture(&picture).unwrap(), b"from the cache");
        assert_ne!(first, b"from the cache");
    }

    #[test]
    fn what_is_no_picture_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let cards = Cards::kept_in(folder.path().to_owned());
        assert!(cards.of_picture(b"<svg/>").is_err());
    }
}
