//! The texts of the stories, put away: those of a hundred thousand stories are more than should be held at once.

use content::{
    body::Body,
    story::{Content, Story},
};
use std::{
    fs::File,
    io::{self, Write},
    mem,
};

/// How many bytes are held before they go into a file. Most sites never come to that.
const HELD: usize = 32 << 20;

/// Texts by their numbers.
#[derive(Debug)]
pub struct Texts {
    places: Vec<Place>,
    /// What is not in the file yet.
    held: Vec<u8>,
    /// The file has no name and goes away with its last user.
    file: Option<File>,
    /// How many bytes are in it.
    written: usize,
    most: usize,
}

/// Where a text lies.
#[derive(Debug)]
struct Place {
    start: usize,
    length: usize,
    is_html: bool,
}

impl Default for Texts {
    fn default() -> Self {
        Self::holding(HELD)
    }
}

impl Texts {
    /// None yet; so many bytes are held at the most.
    fn holding(most: usize) -> Self {
        Self {
            places: Vec::new(),
            held: Vec::new(),
            file: None,
            written: 0,
            most,
        }
    }

    /// Puts a story's text away. Without [`Texts::fill`] it has none from now on.
    ///
    /// # Errors
    /// Where no temporary file can be written.
    pub fn put_away(&mut self, story: &mut Story) -> io::Result<()> {
        let (text, is_html) = match story.replace_content(Content::Away(self.places.len())) {
            Content::Html(html) => (html, true),
            Content::Text(text) => (text, false),
            away @ Content::Away(_) => {
                story.replace_content(away);
                return Ok(());
            }
        };
        self.places.push(Place {
            start: self.written + self.held.len(),
            length: text.len(),
            is_html,
        });
        self.held.extend_from_slice(text.as_bytes());
        if self.held.len() > self.most {
            let file = match &mut self.file {
                Some(file) => file,
                none => none.insert(tempfile::tempfile()?),
            };
            file.write_all(&self.held)?;
            self.written += mem::take(&mut self.held).len();
        }
        Ok(())
    }

    /// Gives a story its text back.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn fill(&self, story: &mut Story) -> io::Result<()> {
        let Content::Away(number) = story.content() else {
            return Ok(());
        };
        let place = self.places.get(*number);
        let place = place.ok_or_else(|| io::Error::other("a text of another edition"))?;
        let bytes = self.bytes(place)?;
        let text = String::from_utf8(bytes).map_err(io::Error::other)?;
        story.replace_content(if place.is_html {
            Content::Html(text)
        } else {
            Content::Text(text)
        });
        Ok(())
    }

    fn bytes(&self, place: &Place) -> io::Result<Vec<u8>> {
        if let Some(from) = place.start.checked_sub(self.written) {
            let held = self.held.get(from..from + place.length);
            return Ok(held.unwrap_or_default().to_vec());
        }
        let mut bytes = vec![0; place.length];
        if let Some(file) = &self.file {
            read_at(file, &mut bytes, place.start as u64)?;
        }
        Ok(bytes)
    }

    /// The body of a story whose text may have been put away.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn body(&self, story: &Story) -> io::Result<Body> {
        let mut story = story.clone();
        self.fill(&mut story)?;
        Ok(story.body())
    }
}

/// Reads a stretch of a file. Many may do so at once.
#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], start: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, start)
}

/// Reads a stretch of a file, one reader at a time: they share its place.
#[cfg(not(unix))]
fn read_at(file: &File, bytes: &mut [u8], start: u64) -> io::Result<()> {
    use std::io::{Read, Seek, SeekFrom};
    static ONE: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _one = ONE.lock();
    let mut file = file;
    file.seek(SeekFrom::Start(start))?;
    file.read_exact(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use content::{feed, site::Site};

    #[test]
    fn texts_come_back_to_the_stories_that_they_were_taken_from() {
        let feed = r#"{ "items": [
            { "id": 1, "content_html": "<p>Ріка & <b>міст</b></p>" },
            { "id": 2, "content_text": "<plain>" },
            { "id": 3, "title": "Nothing more" }
        ] }"#;
        let site = Site::default();
        let stories = feed::read(feed.as_bytes(), &site.stories, &site)
            .unwrap()
            .stories;
        // All in memory; the first in a file; the first two; each.
        for most in [1000, 30, 33, 0] {
            let mut texts = Texts::holding(most);
            let mut away = stories.clone();
            for story in &mut away {
                texts.put_away(story).unwrap();
                texts.put_away(story).unwrap();
                assert!(matches!(story.content(), Content::Away(_)));
            }
            assert_eq!(texts.body(&away[0]).unwrap(), stories[0].body());
            // One is put away after another has been read.
            let mut last = stories[1].clone();
            texts.put_away(&mut last).unwrap();
            away.push(last);
            for (away, whole) in away.iter_mut().zip(stories.iter().chain([&stories[1]])) {
                texts.fill(away).unwrap();
                assert_eq!(away, whole, "{most}");
            }
        }
    }

    #[test]
    fn a_text_that_was_never_put_away_cannot_be_had() {
        let site = Site::default();
        let feed = feed::read(
            br#"{ "items": [{ "id": 1, "content_text": "a" }] }"#,
            &site.stories,
            &site,
        );
        let mut story = feed.unwrap().stories.remove(0);
        Texts::default().put_away(&mut story).unwrap();
        assert!(Texts::default().fill(&mut story).is_err());
    }
}
