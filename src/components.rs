//! Components show what they are given: they load nothing and remember nothing of the site.

pub mod age_notice;
pub mod body;
pub mod breadcrumb;
pub mod byline;
pub mod embed;
pub mod footer;
pub mod header;
pub mod later;
pub mod menu;
pub mod pager;
pub mod panel;
pub mod picture;
pub mod preferences;
pub mod print_list;
pub mod qr_code;
pub mod search_box;
pub mod share_bar;
pub mod sheet;
pub mod story_card;
pub mod topics;
pub mod translations;
