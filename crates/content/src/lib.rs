//! What a news site contains and where each thing lives.
//!
//! Everything here is pure: bytes and strings in, values out. No browser, no file system, no clock and no
//! framework, so that the app in the browser and the native tools share one understanding of a feed, a story
//! and an address.
//!
//! ```text
//! bytes -> json -> site, feed -> edition -> page, frame -> (the app shows them)
//! ```

pub mod body;
pub mod category;
pub mod cite;
pub mod date;
pub mod edition;
pub mod feed;
pub mod find;
pub mod fold;
pub mod frame;
mod json;
pub mod lang;
mod lenient;
mod lower;
mod names;
mod order;
pub mod page;
pub mod picture;
pub mod print;
pub mod problem;
pub mod route;
pub mod search;
pub mod share;
pub mod sheet;
pub mod site;
pub mod slug;
pub mod story;
pub mod url;
