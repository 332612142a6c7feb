//! A picture and the sizes it can be had in.

use crate::url::Address;

/// A picture as it is shown: with words for those who do not see it, its maker's name, and several sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The address of the picture in its fallback form (JPEG or PNG), which every browser shows.
    pub address: Address,
    /// Width and height in pixels, where the feed gives them: they keep the page from jumping.
    pub size: Option<(u32, u32)>,
    /// What the picture shows, for those who do not see it. Empty for a picture that only decorates.
    pub alt: String,
    /// The caption, as plain text.
    pub caption: String,
    /// Who made the picture.
    pub credit: String,
    /// The same picture in other widths and formats.
    pub sources: Vec<Source>,
}

/// One file of a [`Picture`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where the file is.
    pub address: Address,
    /// Its width in pixels.
    pub width: u32,
    /// Its media type, for instance `image/avif`.
    pub media_type: String,
}

impl Picture {
    /// A picture of which only the address is known.
    #[must_use]
    pub fn bare(address: Address) -> Self {
        Self {
            address,
            size: None,
            alt: String::new(),
            caption: String::new(),
            credit: String::new(),
            sources: Vec::new(),
        }
    }
}
