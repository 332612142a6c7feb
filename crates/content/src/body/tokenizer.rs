//! HTML cut into tags and text, in one pass from left to right.
//!
//! It follows the tokenizer of the WHATWG HTML standard where feeds and attackers make use of it, and never fails.
//! Every byte is passed over once: nothing here looks back, and nothing looks ahead further than it then goes.

use super::{entities::decode, tags};
use crate::find;
use std::borrow::Cow;

/// A piece of HTML.
#[derive(Debug)]
pub(super) enum Token<'a> {
    /// Text, decoded.
    Text(Cow<'a, str>),
    /// The beginning of an element.
    Start {
        /// As written.
        name: &'a str,
        /// Those of the attributes that anything is made of, decoded.
        attributes: Attributes<'a>,
    },
    /// The end of an element, by its name as written.
    End(&'a str),
}

/// Names and values. The first of several attributes with one name counts.
pub(super) type Attributes<'a> = Vec<(&'static str, Cow<'a, str>)>;

/// Where the reading stands.
pub(super) struct Tokenizer<'a> {
    html: &'a str,
    at: usize,
    /// Whether a `<![CDATA[` was passed, whose end would otherwise show as text.
    cdata: bool,
    /// Whether it is known that no `</iframe` follows.
    no_frame_end: bool,
}

impl<'a> Tokenizer<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self {
            html,
            at: 0,
            cdata: false,
            no_frame_end: false,
        }
    }

    fn rest(&self) -> &'a str {
        self.html.get(self.at..).unwrap_or_default()
    }

    fn byte(&self) -> Option<u8> {
        self.html.as_bytes().get(self.at).copied()
    }

    /// What stands from here to the next of `stops`, which is where the reading then goes on.
    fn until(&mut self, stops: &[u8]) -> &'a str {
        let rest = self.rest();
        let length = rest
            .bytes()
            .position(|byte| stops.contains(&byte))
            .unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// Goes on behind the next `end`, or at the end of everything.
    fn skip_past(&mut self, end: &str) {
        self.at =
            find::place(self.rest(), end).map_or(self.html.len(), |at| self.at + at + end.len());
    }

    /// A comment ends at `-->` or `--!>`; `<!-->` and `<!--->` are complete.
    #[inline(never)] // Seldom run: decision 17.
    fn skip_comment(&mut self) {
        let rest = self.rest();
        for short in [">", "->"] {
            if rest.starts_with(short) {
                self.at += short.len();
                return;
            }
        }
        while self.at < self.html.len() {
            self.skip_past("--");
            // Of three or more hyphens, the last two count.
            while self.byte() == Some(b'-') {
                self.at += 1;
            }
            for end in [">", "!>"] {
                if self.rest().starts_with(end) {
                    self.at += end.len();
                    return;
                }
            }
        }
    }

    /// Goes on behind the end tag of an element whose content is not HTML.
    #[inline(never)] // Seldom run: decision 17.
    pub(super) fn skip_raw(&mut self, name: &str) {
        self.at = self.raw_end(name).unwrap_or(self.html.len());
        // What is left of the end tag.
        self.skip_past(">");
    }

    /// As [`Self::skip_raw`], but an iframe that is never closed is taken to have no content: some feeds write
    /// `<iframe/>`, and the rest of the story would be lost.
    #[inline(never)] // Seldom run: decision 17.
    pub(super) fn skip_frame(&mut self) {
        if self.no_frame_end {
            return;
        }
        match self.raw_end("iframe") {
            Some(end) => {
                self.at = end;
                self.skip_past(">");
            }
            None => self.no_frame_end = true,
        }
    }

    /// Where the name of the end tag ends.
    fn raw_end(&self, name: &str) -> Option<usize> {
        let mut at = self.at;
        loop {
            at += find::place(self.html.get(at..)?, "</")? + 2;
            let (found, after) = self
                .html
                .as_bytes()
                .get(at..)?
                .split_at_checked(name.len())?;
            let ended = after
                .first()
                .is_none_or(|byte| b" \t\n\r\x0c/>".contains(byte));
            if ended && found.eq_ignore_ascii_case(name.as_bytes()) {
                return Some(at + name.len());
            }
        }
    }

    /// The attributes of a tag, up to and with its `>`. Without one, the tag is no tag and nothing follows.
    fn attributes(&mut self) -> Option<Attributes<'a>> {
        let mut attributes = Attributes::new();
        loop {
            while self
                .byte()
                .is_some_and(|byte| b" \t\n\r\x0c/".contains(&byte))
            {
                self.at += 1;
            }
            match self.byte()? {
                b'>' => {
                    self.at += 1;
                    return Some(attributes);
                }
                // A name may begin with an equals sign, whatever that is good for.
                b'=' => self.at += 1,
                _ => {}
            }
            let name = self.until(b" \t\n\r\x0c/>=");
            while self
                .byte()
                .is_some_and(|byte| b" \t\n\r\x0c".contains(&byte))
            {
                self.at += 1;
            }
            let mut value = "";
            if self.byte() == Some(b'=') {
                self.at += 1;
                while self
                    .byte()
                    .is_some_and(|byte| b" \t\n\r\x0c".contains(&byte))
                {
                    self.at += 1;
                }
                let quote = self.byte()?;
                if matches!(quote, b'"' | b'\'') {
                    self.at += 1;
                    value = self.until(&[quote]);
                    self.byte()?;
                    self.at += 1;
                } else {
                    value = self.until(b" \t\n\r\x0c>");
                }
            }
            if let Some(name) = tags::attribute(name)
                && attributes.iter().all(|(known, _)| *known != name)
            {
                attributes.push((name, decode(value, true)));
            }
        }
    }
}

impl<'a> Iterator for Tokenizer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = self.rest();
            let bytes = rest.as_bytes();
            match bytes {
                [] => return None,
                [b'<', first, ..] if first.is_ascii_alphabetic() => {
                    self.at += 1;
                    let name = self.until(b" \t\n\r\x0c/>");
                    return self
                        .attributes()
                        .map(|attributes| Token::Start { name, attributes });
                }
                [b'<', b'/', first, ..] if first.is_ascii_alphabetic() => {
                    self.at += 2;
                    let name = self.until(b" \t\n\r\x0c/>");
                    return self.attributes().map(|_| Token::End(name));
                }
                [b'<', b'!', ..] if rest.starts_with("<!--") => {
                    self.at += 4;
                    self.skip_comment();
                }
                // Left over from XML, with the story inside.
                [b'<', b'!', ..] if rest.starts_with("<![CDATA[") => {
                    self.at += 9;
                    self.cdata = true;
                }
                [b'<', b'!' | b'?' | b'/', ..] => self.skip_past(">"),
                _ => {
                    // A `<` that begins nothing is text.
                    let front = usize::from(rest.starts_with('<'));
                    let after = rest.get(front..).unwrap_or_default();
                    let length = front + after.find('<').unwrap_or(after.len());
                    self.at += length;
                    let mut text = decode(rest.get(..length).unwrap_or_default(), false);
                    if self.cdata && find::holds(&text, "]]>") {
                        text = Cow::Owned(find::replaced(&text, "]]>", ""));
                    }
                    return Some(Token::Text(text));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, Tokenizer};
    use proptest::prelude::*;

    /// What the tokenizer goes through on the way: where it stands after each token.
    fn stops(html: &str) -> Vec<usize> {
        let mut tokens = Tokenizer::new(html);
        let mut stops = vec![0];
        while tokens.next().is_some() {
            stops.push(tokens.at);
        }
        stops
    }

    #[test]
    fn tags_are_cut_from_text() {
        let tokens: Vec<String> = Tokenizer::new("a&lt;<P CLASS=x title='y' onclick=z>b</p >")
            .map(|token| format!("{token:?}"))
            .collect();
        assert_eq!(
            tokens,
            [
                "Text(\"a<\")",
                "Start { name: \"P\", attributes: [(\"class\", \"x\"), (\"title\", \"y\")] }",
                "Text(\"b\")",
                "End(\"p\")"
            ]
        );
    }

    #[test]
    fn the_reading_moves_on_with_every_token() {
        for html in [
            "<<<<<<",
            "<a <a <a",
            "<!-- <!-- <!--",
            "</</</",
            "<!--".repeat(1000).as_str(),
            "&&&&",
        ] {
            assert!(stops(html).is_sorted_by(|one, other| one < other), "{html}");
        }
    }

    proptest! {
        #[test]
        fn there_are_never_more_tokens_than_bytes(html in "[<>/!\\-a\"'= &;#x\\[\\]?é]{0,200}") {
            let stops = stops(&html);
            prop_assert!(stops.is_sorted_by(|one, other| one < other));
            prop_assert!(stops.len() <= html.len() + 1);
            prop_assert!(stops.last().is_some_and(|last| *last <= html.len()));
        }

        #[test]
        fn text_is_never_empty_unless_it_was_only_nul(html in "[a<>\0]{0,50}") {
            for token in Tokenizer::new(&html) {
                if let Token::Text(text) = token {
                    prop_assert!(!text.is_empty() || html.contains('\0'));
                }
            }
        }
    }
}
