//! RSS 2.0 for the front page and every category: for the readers that know nothing newer.

use crate::{item::Writer, leaf, place};
use content::{
    date::Moment,
    page::{Listing, Page},
    route::{List, Route},
    sheet,
    site::Site,
    story::Preview,
};
use quick_xml::{Writer as Xml, events::BytesText};
use std::{io, sync::Arc};

/// The feeds that a page names: type, path percent-encoded, title.
#[must_use]
pub fn feeds_of(site: &Site, route: &Route, page: &Page) -> Vec<(&'static str, String, String)> {
    let front = (Route::Front, String::new());
    let (route, name) = match (page, route) {
        (Page::List(listing), _) => {
            let route = Route::of_list(listing.list.clone(), 1);
            let name = listing.topic.as_ref().map_or("", |topic| &topic.name);
            (route, name.to_owned())
        }
        _ => front,
    };
    let title = leaf::titled(&site.name, &name);
    let mut feeds = vec![(
        "application/feed+json",
        sheet::address(&route),
        title.clone(),
    )];
    if let Some(address) = address(&route) {
        feeds.push(("application/rss+xml", address, title));
    }
    feeds
}

/// The address of a place's RSS feed, percent-encoded; only the front page and the categories have one.
#[must_use]
pub fn address(route: &Route) -> Option<String> {
    match route {
        Route::Front => Some("rss.xml".to_owned()),
        Route::List(List::Category(_), 1) => Some(route.path() + "rss.xml"),
        _ => None,
    }
}

/// The file of a place's RSS feed, from the edition's root on.
#[must_use]
pub fn file(route: &Route) -> Option<String> {
    address(route)?;
    let folder = place::folder(route).ok()?;
    Some(if folder.is_empty() {
        "rss.xml".to_owned()
    } else {
        folder + "/rss.xml"
    })
}

/// The feed of a category.
#[must_use]
pub fn of_list(site: &Site, listing: &Listing) -> String {
    let route = Route::of_list(listing.list.clone(), 1);
    let name = listing.topic.as_ref().map_or("", |topic| &topic.name);
    let title = leaf::titled(&site.name, name);
    feed(site, &route, &title, &listing.description, &listing.stories)
}

/// The feed of the front page.
#[must_use]
pub fn of_front(site: &Site, newest: &[Arc<Preview>]) -> String {
    feed(site, &Route::Front, &site.name, &site.tagline, newest)
}

fn feed(
    site: &Site,
    route: &Route,
    title: &str,
    description: &str,
    stories: &[Arc<Preview>],
) -> String {
    let written = written(|xml| {
        xml.create_element("rss")
            .with_attributes([
                ("version", "2.0"),
                ("xmlns:atom", "http://www.w3.org/2005/Atom"),
                ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ])
            .write_inner_content(|xml| {
                xml.create_element("channel").write_inner_content(|xml| {
                    channel(xml, site, route, title, description, stories)
                })?;
                Ok(())
            })?;
        Ok(())
    });
    // A string cannot be full.
    written.unwrap_or_default()
}

fn channel(
    xml: &mut Xml<Vec<u8>>,
    site: &Site,
    route: &Route,
    title: &str,
    description: &str,
    stories: &[Arc<Preview>],
) -> io::Result<()> {
    let writer = Writer { site, file: "" };
    element(xml, "title", title)?;
    element(xml, "link", &writer.address(route))?;
    // The format wants one.
    let sentence = if description.is_empty() {
        title
    } else {
        description
    };
    element(xml, "description", sentence)?;
    element(xml, "language", site.lang.as_str())?;
    if let (Some(origin), Some(address)) = (&site.origin, address(route)) {
        xml.create_element("atom:link")
            .with_attributes([
                ("href", [origin, "/", &address].concat().as_str()),
                ("rel", "self"),
                ("type", "application/rss+xml"),
            ])
            .write_empty()?;
    }
    let newest = stories.iter().filter_map(|story| story.published).max();
    if let Some(newest) = newest {
        element(xml, "lastBuildDate", &mail_date(newest))?;
    }
    for story in stories {
        let address = writer.address(&story.route());
        xml.create_element("item").write_inner_content(|xml| {
            element(xml, "title", &story.headline)?;
            element(xml, "link", &address)?;
            xml.create_element("guid")
                .with_attribute(("isPermaLink", "false"))
                .write_text_content(BytesText::new(&valid(&story.id)))?;
            if let Some(date) = story.published {
                element(xml, "pubDate", &mail_date(date))?;
            }
            for author in &story.authors {
                element(xml, "dc:creator", &author.name)?;
            }
            for topic in &story.topics {
                element(xml, "category", &topic.name)?;
            }
            if !story.standfirst.is_empty() {
                element(xml, "description", &story.standfirst)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// A document with its declaration.
pub(crate) fn written(
    write: impl FnOnce(&mut Xml<Vec<u8>>) -> io::Result<()>,
) -> io::Result<String> {
    let mut xml = Xml::new(Vec::new());
    write(&mut xml)?;
    let text = String::from_utf8(xml.into_inner()).unwrap_or_default();
    Ok("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned() + &text + "\n")
}

/// An element with nothing but words in it.
pub(crate) fn element(xml: &mut Xml<Vec<u8>>, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name)
        .write_text_content(BytesText::new(&valid(text)))?;
    Ok(())
}

/// A text without the characters that XML cannot hold in any form.
fn valid(text: &str) -> String {
    let stays =
        |letter: &char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..);
    text.chars().filter(stays).collect()
}

/// A moment as e-mail writes it, which RSS took over: `Fri, 20 Nov 2026 08:15:00 +0000`.
#[must_use]
pub fn mail_date(moment: Moment) -> String {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let seconds = moment.seconds();
    let utc = Moment::at(seconds, 0).unwrap_or(moment);
    let (year, month, day) = utc.date();
    let (hour, minute) = utc.time();
    // The first day of 1970 was a Thursday.
    let of_week = usize::try_from(seconds.div_euclid(86_400).rem_euclid(7)).unwrap_or(0);
    let week_day = DAYS.get(of_week).copied().unwrap_or_default();
    let month = MONTHS
        .get(usize::from(month) - 1)
        .copied()
        .unwrap_or_default();
    let second = seconds.rem_euclid(60);
    format!("{week_day}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} +0000")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_date_is_told_as_in_e_mail() {
        let date = Moment::parse("2026-11-20T09:15:00+01:00").unwrap();
        assert_eq!(mail_date(date), "Fri, 20 Nov 2026 08:15:00 +0000");
    }

    proptest! {
        #[test]
        fn a_date_is_read_back_as_the_same_instant(seconds in -62_135_500_000_i64..253_402_200_000) {
            let date = Moment::at(seconds, 0).unwrap();
            prop_assert_eq!(Moment::parse(&mail_date(date)), Some(date));
        }
    }
}
