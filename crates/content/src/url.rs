//! Addresses as a feed writes them, resolved and sorted into those within the site and those outside.
//!
//! References are resolved as RFC 3986 section 5 says, read as leniently as the WHATWG URL standard reads them:
//! what a browser would make of a reference is what counts, because a browser follows the link.

use crate::find;
use std::borrow::Cow;

/// Where something is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Address {
    /// Within the site: a path from the site's root, without a leading slash; query and fragment may follow.
    Site(String),
    /// Anywhere else: a complete `http` or `https` address.
    Web(String),
}

/// What the references in a story are relative to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// The site's own home address, absolute, for instance `https://civil.example/` or
    /// `https://x.github.io/civil/`.
    pub site: Option<String>,
    /// The story's absolute address, for relative links.
    pub page: Option<String>,
    /// Where the feed was read from, for relative pictures.
    pub feed: Address,
}

impl Base {
    /// Where a link leads (RFC 3986 section 5), or `None` for anything but `http` and `https`.
    ///
    /// A place below the site's home address is [`Address::Site`], whichever way the link is written. Where
    /// neither the site's nor the story's address is known, a relative reference counts as within the site.
    #[must_use]
    pub fn link(&self, reference: &str) -> Option<Address> {
        let site = self.site.as_deref().and_then(absolute);
        // A complete link, as most are, does not depend on where it stands.
        let complete = reference.starts_with("https://") || reference.starts_with("http://");
        let page = self
            .page
            .as_deref()
            .filter(|_| !complete)
            .and_then(absolute);
        let root = Parts::root();
        let parts = resolve(page.as_ref().or(site.as_ref()).unwrap_or(&root), reference)?;
        if let Some(site) = site
            && parts.authority == site.authority
            && let Some(rest) = below(&parts.path, &site.path)
        {
            return Some(site_address(rest, &parts));
        }
        Some(parts.address())
    }

    /// Where a picture or another file is (RFC 3986 section 5), or `None` for anything but `http` and `https`
    /// and for a reference without a path.
    ///
    /// Relative references count from the feed; complete ones stay [`Address::Web`] even on the site's own host.
    #[must_use]
    pub fn asset(&self, reference: &str) -> Option<Address> {
        let base = match &self.feed {
            Address::Site(path) => {
                resolve(&Parts::root(), path).filter(|parts| parts.scheme.is_empty())?
            }
            Address::Web(address) => absolute(address)?,
        };
        if reference.trim_start().starts_with(['?', '#']) || reference.trim().is_empty() {
            return None;
        }
        Some(resolve(&base, reference)?.address())
    }
}

/// The parts of a resolved reference, in the form in which they are put together again.
struct Parts {
    /// `http`, `https`, or nothing for a place within a site whose address is not known.
    scheme: &'static str,
    /// Host and port.
    authority: String,
    /// Begins with a slash.
    path: String,
    /// With its question mark, or empty.
    query: String,
    /// With its hash, or empty.
    fragment: String,
}

impl Parts {
    /// The root of a site whose address is not known.
    fn root() -> Self {
        Self {
            scheme: "",
            authority: String::new(),
            path: "/".to_owned(),
            query: String::new(),
            fragment: String::new(),
        }
    }

    fn address(&self) -> Address {
        if self.scheme.is_empty() {
            return site_address(&self.path, self);
        }
        let pieces = [
            self.scheme,
            "://",
            &self.authority,
            &self.path,
            &self.query,
            &self.fragment,
        ];
        Address::Web(pieces.concat())
    }
}

/// The address of `path` within the site.
///
/// It is put behind a base that may be empty, so that its beginning must not read as a host or a scheme: leading
/// slashes go, a colon in the first segment is encoded (RFC 3986 section 4.2).
fn site_address(path: &str, parts: &Parts) -> Address {
    let path = path.trim_start_matches('/');
    let (first, rest) = path
        .split_at_checked(path.find('/').unwrap_or(path.len()))
        .unwrap_or((path, ""));
    Address::Site(
        [
            &first.replace(':', "%3A"),
            rest,
            &parts.query,
            &parts.fragment,
        ]
        .concat(),
    )
}

/// What follows the site's home path, if `path` lies below it.
fn below<'a>(path: &'a str, home: &str) -> Option<&'a str> {
    // A home address without a slash at its end is a folder, unless it names a file.
    let (folder, file) = home.rsplit_once('/')?;
    let home = if find::has(file, '.') {
        folder
    } else {
        home.trim_end_matches('/')
    };
    path.strip_prefix(home)
        .filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A complete address, or `None` if it is not one.
fn absolute(address: &str) -> Option<Parts> {
    let parts = resolve(&Parts::root(), address)?;
    (!parts.scheme.is_empty()).then_some(parts)
}

/// Reference resolution: RFC 3986 section 5.2, with the WHATWG standard's leniency.
fn resolve(base: &Parts, reference: &str) -> Option<Parts> {
    let reference: String = reference
        .trim_matches(|c: char| c <= ' ' || c.is_whitespace())
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let (rest, fragment) = cut(&reference, '#');
    let (rest, query) = cut(rest, '?');
    let rest = rest.replace('\\', "/");
    let (mut scheme, rest, named) = match rest.split_once(':') {
        Some((name, after)) if is_scheme(name) => {
            let scheme = ["http", "https"]
                .into_iter()
                .find(|known| name.eq_ignore_ascii_case(known))?;
            (scheme, after, true)
        }
        _ => (base.scheme, &*rest, false),
    };

    let bare = rest.trim_start_matches('/');
    let slashes = rest.len() - bare.len();
    let mut parts = Parts::root();
    // Browsers read `https:/host`, `https:host` and `///host` as a host, so this must too.
    if slashes >= 2 || (named && scheme != base.scheme) {
        if scheme.is_empty() {
            scheme = "https";
        }
        let (host, path) = bare.split_at_checked(bare.find('/').unwrap_or(bare.len()))?;
        parts.authority = authority(host, scheme)?;
        parts.path = without_dots(path);
    } else {
        parts.authority.clone_from(&base.authority);
        if rest.is_empty() {
            parts.path.clone_from(&base.path);
            if query.is_empty() {
                parts.query.clone_from(&base.query);
            }
        } else if slashes == 1 {
            parts.path = without_dots(rest);
        } else {
            let folder = base.path.rsplit_once('/').map_or("", |(folder, _)| folder);
            parts.path = without_dots(&[folder, "/", rest].concat());
        }
    }
    parts.scheme = scheme;
    encode(&mut parts.query, query, "\"<>'");
    encode(&mut parts.fragment, fragment, "\"<>`");
    Some(parts)
}

/// What stands before `mark`, and what stands from it on.
pub(crate) fn cut(text: &str, mark: char) -> (&str, &str) {
    text.split_at_checked(text.find(mark).unwrap_or(text.len()))
        .unwrap_or((text, ""))
}

/// RFC 3986 section 3.1.
fn is_scheme(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// Host and port in their shortest form, or `None` if no browser would go there.
///
/// A user name and password are dropped: they serve to make one host look like another.
fn authority(text: &str, scheme: &str) -> Option<String> {
    let text = text.rsplit_once('@').map_or(text, |(_, host)| host);
    let (host, port) = match text.rsplit_once(':') {
        // The colons of an IPv6 address stand within brackets.
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (text, ""),
    };
    let mut host = percent_decode(host).to_ascii_lowercase();
    let plain = match host.strip_prefix('[') {
        Some(inner) => inner
            .strip_suffix(']')?
            .bytes()
            .all(|b| b.is_ascii_hexdigit() || b":.".contains(&b)),
        None => !host.contains(|c: char| {
            c.is_control() || c.is_whitespace() || find::has("\"#%/:<>?@[\\]^`{|}", c)
        }),
    };
    if !plain || !host.contains(char::is_alphanumeric) {
        return None;
    }
    if !port.is_empty() {
        if !port.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let port: u16 = port.parse().ok()?;
        let default = if scheme == "http" { 80 } else { 443 };
        if port != default {
            host.push(':');
            host.push_str(&port.to_string());
        }
    }
    Some(host)
}

/// The path without its `.` and `..` segments (RFC 3986 section 5.2.4), percent-encoded, with a leading slash.
fn without_dots(path: &str) -> String {
    const ONE: &[&str] = &[".", "%2e"];
    const TWO: &[&str] = &["..", ".%2e", "%2e.", "%2e%2e"];
    let is =
        |segment: &str, forms: &[&str]| forms.iter().any(|form| segment.eq_ignore_ascii_case(form));
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = segments.next() {
        let up = is(segment, TWO);
        if up {
            kept.pop();
        }
        if !up && !is(segment, ONE) {
            kept.push(segment);
        } else if segments.peek().is_none() {
            kept.push("");
        }
    }
    let mut out = String::with_capacity(path.len() + 1);
    for segment in kept {
        out.push('/');
        encode(&mut out, segment, PATH);
    }
    if out.is_empty() {
        out.push('/');
    }
    out
}

/// What a browser encodes in a path, besides controls, spaces and everything that is not ASCII.
const PATH: &str = "\"#<>?^`{}";

/// Appends `text`, percent-encoded: controls, spaces, everything outside ASCII and the characters in `also`.
/// With a percent sign in `also`, one that begins no valid sequence is encoded too.
pub(crate) fn encode(out: &mut String, text: &str, also: &str) {
    for (index, c) in text.char_indices() {
        let mut plain = c > ' ' && c < '\x7f' && !find::has(also, c);
        if c == '%' && !plain {
            plain = text.as_bytes().get(index..).and_then(sequence).is_some();
        }
        if plain {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                push_byte(out, byte);
            }
        }
    }
}

/// Appends `%XX`.
fn push_byte(out: &mut String, byte: u8) {
    out.push('%');
    for half in [byte >> 4, byte & 15] {
        out.push(
            char::from_digit(u32::from(half), 16)
                .unwrap_or('0')
                .to_ascii_uppercase(),
        );
    }
}

/// The byte that `%XX` at the beginning of `bytes` stands for.
fn sequence(bytes: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = bytes else {
        return None;
    };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
}

/// The host of a complete `http` or `https` address, without port and user name, as it is shown beside a link.
#[must_use]
pub fn host(address: &str) -> Option<&str> {
    let (scheme, rest) = find::split(address, "://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let rest = rest.split(['/', '?', '#', '\\']).next()?;
    let rest = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    let host = match rest.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => host,
        _ => rest,
    };
    (!host.is_empty()).then_some(host)
}

/// `text` with its `%XX` sequences (RFC 3986 section 2.1) read as UTF-8. Those that are not UTF-8 stay as they are.
#[must_use]
pub fn percent_decode(text: &str) -> Cow<'_, str> {
    if !find::has(text, '%') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('%') {
        let (plain, coded) = rest.split_at_checked(start).unwrap_or((rest, ""));
        out.push_str(plain);
        // Letters outside ASCII take several sequences in a row: they are read together.
        let mut bytes = Vec::new();
        while let Some(byte) = coded.as_bytes().get(bytes.len() * 3..).and_then(sequence) {
            bytes.push(byte);
        }
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            out.push_str(chunk.valid());
            let from = at + chunk.valid().len();
            at = from + chunk.invalid().len();
            out.push_str(coded.get(from * 3..at * 3).unwrap_or_default());
        }
        // A percent sign on its own is one byte of text.
        if bytes.is_empty() {
            out.push('%');
        }
        rest = coded.get((bytes.len() * 3).max(1)..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// `text` as a part of an address: only the unreserved characters of RFC 3986 section 2.3 stay as they are.
#[must_use]
pub fn percent_encode_component(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            push_byte(&mut out, byte);
        }
    }
    out
}

/// A path as browsers write it (RFC 3986 section 3.3, WHATWG path percent-encode set): slashes and valid `%XX`
/// sequences stay; spaces, quotation marks, `<>?#` and everything outside ASCII are encoded.
#[must_use]
pub fn percent_encode_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    encode(&mut out, path, "\"#%<>?^`{}");
    out
}

#[cfg(test)]
mod tests {
    use super::{
        Address, Base, host, percent_decode, percent_encode_component, percent_encode_path,
    };
    use proptest::prelude::*;

    fn base(site: &str, page: &str) -> Base {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Base {
            site: some(site),
            page: some(page),
            feed: Address::Site("feed.json".to_owned()),
        }
    }

    fn web(address: &str) -> Option<Address> {
        Some(Address::Web(address.to_owned()))
    }

    fn site(path: &str) -> Option<Address> {
        Some(Address::Site(path.to_owned()))
    }

    #[test]
    fn the_examples_of_rfc_3986_are_resolved() {
        let base = base("", "http://a/b/c/d;p?q");
        for (reference, expected) in [
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g/"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g#s", "http://a/b/c/g#s"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"),
            ("g;x", "http://a/b/c/g;x"),
            ("g;x?y#s", "http://a/b/c/g;x?y#s"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("../../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            (".g", "http://a/b/c/.g"),
            ("g..", "http://a/b/c/g.."),
            ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
            ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/./x", "http://a/b/c/g?y/./x"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("g#s/./x", "http://a/b/c/g#s/./x"),
            ("g#s/../x", "http://a/b/c/g#s/../x"),
            // As browsers and older parsers read it.
            ("http:g", "http://a/b/c/g"),
        ] {
            assert_eq!(base.link(reference), web(expected), "{reference}");
        }
        assert_eq!(base.link("g:h"), None);
    }

    #[test]
    fn references_are_read_as_browsers_read_them() {
        let base = base("", "https://a.example/b/c");
        for (reference, expected) in [
            (" \u{a0}g\n", "https://a.example/b/g"),
            ("ht\ntps://B.Example:443/x", "https://b.example/x"),
            ("HTTP://b.example:80", "http://b.example/"),
            ("http://b.example:8080/", "http://b.example:8080/"),
            ("https:\\\\b.example\\x?a\\b", "https://b.example/x?a\\b"),
            ("\\\\b.example", "https://b.example/"),
            ("///b.example/x", "https://b.example/x"),
            ("http:b.example", "http://b.example/"),
            ("https:/b", "https://a.example/b"),
            ("https://user:secret@b.example/", "https://b.example/"),
            ("https://a.example@b.example/", "https://b.example/"),
            (
                "https://a.example:b@c.example@d.example/",
                "https://d.example/",
            ),
            ("https://[::1]:8080/", "https://[::1]:8080/"),
            ("https://b%2eexample/", "https://b.example/"),
            (
                "https://пример.example/ж?ж#ж",
                "https://пример.example/%D0%B6?%D0%B6#%D0%B6",
            ),
            ("/a b\"<>\u{1}c", "https://a.example/a%20b%22%3C%3E%01c"),
            ("/a%2fb%zz%20", "https://a.example/a%2fb%zz%20"),
            ("/%2e%2E/x/%2e", "https://a.example/x/"),
            ("?q='<\"", "https://a.example/b/c?q=%27%3C%22"),
        ] {
            assert_eq!(base.link(reference), web(expected), "{reference:?}");
        }
    }

    #[test]
    fn nothing_but_http_and_https_is_an_address() {
        let base = base("https://a.example/", "");
        for reference in [
            "javascript:alert(1)",
            "\u{1}javascript:alert(1)",
            "java\nscript:alert(1)",
            "JAVASCRIPT:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://a.example/x",
            "view-source:https://a.example",
            "mailto:a@b.example",
            "https://",
            "https:///",
            "https://-.-/",
            "https://a b/",
            "https://a<b/",
            "https://a%00b/",
            "https://a%2fb/",
            "https://a:x/",
            "https://a:99999/",
            "https://javascript:alert(1)/",
            "https://[javascript]/",
            "https://user@/",
        ] {
            assert_eq!(base.link(reference), None, "{reference:?}");
            assert_eq!(base.asset(reference), None, "{reference:?}");
        }
    }

    #[test]
    fn links_to_the_site_are_told_from_links_to_the_web() {
        let base = base(
            "https://x.github.io/civil/",
            "https://x.github.io/civil/news/story",
        );
        for (reference, expected) in [
            ("https://x.github.io/civil/a?b#c", site("a?b#c")),
            ("http://X.github.io:80/civil", site("")),
            ("https://x.github.io/civil/?q", site("?q")),
            ("//x.github.io/civil/a", site("a")),
            ("/civil/a", site("a")),
            ("a", site("news/a")),
            ("../../civil/b", site("b")),
            ("#c", site("news/story#c")),
            (
                "https://x.github.io/civilian/a",
                web("https://x.github.io/civilian/a"),
            ),
            ("/other/a", web("https://x.github.io/other/a")),
            (
                "https://x.github.io.evil.example/civil/",
                web("https://x.github.io.evil.example/civil/"),
            ),
            (
                "https://x.github.io@evil.example/civil/",
                web("https://evil.example/civil/"),
            ),
            (
                "https://x.github.io:8080/civil/",
                web("https://x.github.io:8080/civil/"),
            ),
            (
                "https://x.github.io/civil//evil.example/a",
                site("evil.example/a"),
            ),
            (
                "/civil/javascript:alert(1)/b:c",
                site("javascript%3Aalert(1)/b:c"),
            ),
        ] {
            assert_eq!(base.link(reference), expected, "{reference}");
        }
    }

    #[test]
    fn the_home_address_may_be_written_in_several_ways() {
        for home in [
            "https://civil.example",
            "https://civil.example/",
            "https://civil.example/index.html",
            "HTTPS://Civil.Example:443//",
        ] {
            assert_eq!(
                base(home, "").link("https://civil.example/a"),
                site("a"),
                "{home}"
            );
            assert_eq!(base(home, "").link("/a"), site("a"), "{home}");
        }
        assert_eq!(
            base("https://x.example/civil", "").link("https://x.example/civil/a"),
            site("a")
        );
    }

    #[test]
    fn without_any_known_address_a_relative_link_stays_within_the_site() {
        let base = base("", "");
        for (reference, expected) in [
            ("/a", site("a")),
            ("a/../../b", site("b")),
            ("", site("")),
            ("//b.example/a", web("https://b.example/a")),
            ("x y:z", site("x%20y%3Az")),
        ] {
            assert_eq!(base.link(reference), expected, "{reference}");
        }
        assert_eq!(
            super::tests::base("not an address", "").link("/a"),
            site("a")
        );
    }

    #[test]
    fn assets_are_relative_to_the_feed() {
        let mut base = base("https://civil.example/", "https://civil.example/news/story");
        for (reference, expected) in [
            ("pictures/x.jpg", site("pictures/x.jpg")),
            ("/pictures/x.jpg", site("pictures/x.jpg")),
            ("../../x.jpg", site("x.jpg")),
            (
                "https://civil.example/x.jpg",
                web("https://civil.example/x.jpg"),
            ),
            ("//cdn.example/x.jpg", web("https://cdn.example/x.jpg")),
            ("", None),
            (" #x", None),
        ] {
            assert_eq!(base.asset(reference), expected, "{reference}");
        }
        base.feed = Address::Site("mk/feed.json?page=1".to_owned());
        assert_eq!(base.asset("x.jpg"), site("mk/x.jpg"));
        base.feed = Address::Web("https://feeds.example/civil/feed.json?a/b".to_owned());
        assert_eq!(
            base.asset("x.jpg"),
            web("https://feeds.example/civil/x.jpg")
        );
        assert_eq!(base.asset("/x.jpg"), web("https://feeds.example/x.jpg"));
    }

    #[test]
    fn the_host_is_what_a_browser_would_go_to() {
        for (address, expected) in [
            ("https://example.org/a", Some("example.org")),
            ("HTTP://example.org:8080?a", Some("example.org")),
            ("https://civil.example@evil.example/", Some("evil.example")),
            ("https://[::1]:80/", Some("[::1]")),
            ("https:///a", None),
            ("ftp://example.org/", None),
            ("a", None),
        ] {
            assert_eq!(host(address), expected, "{address}");
        }
    }

    #[test]
    fn percent_decoding_leaves_alone_what_is_not_utf_8() {
        for (text, expected) in [
            ("a%20b%D1%82%d1%82", "a bтт"),
            ("100%", "100%"),
            ("%zz%4", "%zz%4"),
            ("%ff%20%D1", "%ff %D1"),
            ("%D1%D1%82ж%e2%82%acx", "%D1тж€x"),
            ("%2525", "%25"),
            ("%%41", "%A"),
        ] {
            assert_eq!(percent_decode(text), expected, "{text}");
        }
    }

    #[test]
    fn percent_encoding_keeps_what_its_place_allows() {
        assert_eq!(
            percent_encode_component("a-B_1.~ /?&=%ж"),
            "a-B_1.~%20%2F%3F%26%3D%25%D0%B6"
        );
        assert_eq!(
            percent_encode_path("/a b/ж/'\"<>?#%20%zz%"),
            "/a%20b/%D0%B6/'%22%3C%3E%3F%23%20%25zz%25"
        );
    }

    proptest! {
        #[test]
        fn any_reference_is_safe(reference in any::<String>(), page in any::<String>()) {
            safe(&reference, &page)?;
        }

        #[test]
        fn any_near_address_is_safe(
            reference in "(https?|HTTP|javascript|data|)[:]?[/\\\\.@%:?#a-c0-9\t\\[\\] éж-]{0,20}",
            page in "(https://a.example/)?[/.a-c?#:%é]{0,9}",
        ) {
            safe(&reference, &page)?;
        }

        #[test]
        fn decoding_undoes_encoding(text in any::<String>()) {
            let component = percent_encode_component(&text);
            prop_assert_eq!(percent_decode(&component), &*text);
            let once = percent_encode_path(&text);
            if !text.contains('%') {
                prop_assert_eq!(percent_decode(&once), &*text);
            }
            prop_assert_eq!(percent_encode_path(&once), &*once);
        }

        #[test]
        fn decoding_never_fails(text in "[%0-9a-fD\\x00é]{0,30}") {
            let _ = percent_decode(&text);
        }
    }

    fn safe(reference: &str, page: &str) -> Result<(), TestCaseError> {
        let base = Base {
            site: Some("https://a.example/".to_owned()),
            page: Some(page.to_owned()),
            feed: Address::Web(page.to_owned()),
        };
        let bare = Base {
            site: None,
            page: None,
            feed: Address::Site(page.to_owned()),
        };
        for address in [
            base.link(reference),
            base.asset(reference),
            bare.link(reference),
            bare.asset(reference),
        ]
        .into_iter()
        .flatten()
        {
            let (Address::Site(text) | Address::Web(text)) = &address;
            prop_assert!(
                text.bytes().all(|byte| byte > b' ' && byte != 0x7f),
                "{:?}",
                address
            );
            match &address {
                Address::Web(text) => {
                    prop_assert!(
                        text.starts_with("https://") || text.starts_with("http://"),
                        "{}",
                        text
                    );
                    prop_assert!(
                        host(text).is_some_and(|host| host.contains(char::is_alphanumeric)),
                        "{}",
                        text
                    );
                    prop_assert_eq!(
                        bare.link(text),
                        Some(address.clone()),
                        "resolving is idempotent"
                    );
                }
                Address::Site(path) => {
                    prop_assert!(!path.starts_with(['/', '\\']), "{}", path);
                    let first = path.split(['/', '?', '#']).next().unwrap_or_default();
                    prop_assert!(!first.contains(':'), "{}", path);
                }
            }
        }
        Ok(())
    }
}
