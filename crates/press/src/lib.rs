//! The press: out of a site's three files it makes a complete static edition for a CDN.
//!
//! ```text
//! input -> Edition -> places -> (leaf, document) -> tree -> the folder that is uploaded
//! ```
//!
//! Every page is rendered by the app's own components and lies in a folder with its data, a JSON Feed that the app
//! reads in place of the whole archive. The same input gives the same bytes on every run.

pub mod app_files;
pub mod archive;
pub mod build;
pub mod card;
pub mod check;
pub mod compress;
pub mod copies;
pub mod document;
pub mod feed_file;
pub mod finding;
pub mod hash;
pub mod head;
pub mod hosts;
pub mod input;
pub mod item;
pub mod leaf;
pub mod linked_data;
pub mod maps;
pub mod mixed;
pub mod place;
mod places;
pub mod render;
pub mod rss;
pub mod search_index;
pub mod site_file;
pub mod texts;
pub mod tree;
pub mod web_manifest;
mod work;
