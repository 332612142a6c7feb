//! Where a story can be shared, and the one place in which share addresses are made.

use std::borrow::Cow;

use crate::{find, url::percent_encode_component};

/// A service to which a reader can pass a story on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Service {
    /// Facebook takes the address only.
    Facebook,
    /// X, once Twitter.
    X,
    /// WhatsApp.
    WhatsApp,
    /// Telegram.
    Telegram,
    /// LinkedIn takes the address only.
    LinkedIn,
    /// Bluesky.
    Bluesky,
    /// Mastodon, through its own page that asks for the reader's server.
    Mastodon,
    /// Reddit.
    Reddit,
    /// Viber: opens the program and does nothing where it is not installed.
    Viber,
    /// The reader's mail program.
    Email,
    /// Threads.
    Threads,
}

/// All there is to know about a service.
struct Entry {
    name: &'static str,
    label: &'static str,
    /// `{t}` stands for the title, `{u}` for the story's address.
    form: &'static str,
    /// How many characters a post may have, and how many of them the address takes (0: as many as it has).
    /// `None` where a longer post is not refused, or there is room for any headline.
    room: Option<(usize, usize)>,
}

impl Service {
    /// All services.
    pub const ALL: [Self; 11] = [
        Self::Facebook,
        Self::X,
        Self::WhatsApp,
        Self::Telegram,
        Self::LinkedIn,
        Self::Bluesky,
        Self::Mastodon,
        Self::Reddit,
        Self::Viber,
        Self::Email,
        Self::Threads,
    ];

    /// The service of that [`name`](Self::name), in letters of either case. `twitter` is X.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim();
        if name.eq_ignore_ascii_case("twitter") {
            return Some(Self::X);
        }
        Self::ALL
            .into_iter()
            .find(|service| name.eq_ignore_ascii_case(service.entry().name))
    }

    /// Its name in `site.json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// Its name as it writes it itself, the same in every language (but for `Email`, which is an English word).
    #[must_use]
    pub fn label(self) -> &'static str {
        self.entry().label
    }

    fn entry(self) -> Entry {
        let (name, label, form, room) = match self {
            Self::Facebook => (
                "facebook",
                "Facebook",
                "https://www.facebook.com/sharer/sharer.php?u={u}",
                None,
            ),
            Self::X => (
                "x",
                "X",
                "https://x.com/intent/tweet?text={t}&url={u}",
                Some((280, 23)),
            ),
            Self::WhatsApp => (
                "whatsapp",
                "WhatsApp",
                "https://wa.me/?text={t}%20{u}",
                None,
            ),
            Self::Telegram => (
                "telegram",
                "Telegram",
                "https://t.me/share/url?url={u}&text={t}",
                None,
            ),
            Self::LinkedIn => (
                "linkedin",
                "LinkedIn",
                "https://www.linkedin.com/sharing/share-offsite/?url={u}",
                None,
            ),
            Self::Bluesky => (
                "bluesky",
                "Bluesky",
                "https://bsky.app/intent/compose?text={t}%20{u}",
                Some((300, 0)),
            ),
            Self::Mastodon => (
                "mastodon",
                "Mastodon",
                "https://share.joinmastodon.org/#text={t}%20{u}",
                None,
            ),
            Self::Reddit => (
                "reddit",
                "Reddit",
                "https://www.reddit.com/submit?url={u}&title={t}",
                None,
            ),
            Self::Viber => ("viber", "Viber", "viber://forward?text={t}%20{u}", None),
            Self::Email => (
                "email",
                "Email",
                "mailto:?subject={t}&body={t}%0D%0A%0D%0A{u}",
                None,
            ),
            Self::Threads => (
                "threads",
                "Threads",
                "https://www.threads.com/intent/post?text={t}&url={u}",
                None,
            ),
        };
        Entry {
            name,
            label,
            form,
            room,
        }
    }
}

/// The address that opens a service with a story ready to be sent.
///
/// Title and address are encoded as components, a space as `%20`: mail programs show a `+` as it is. The title is
/// passed on as it stands, cut at a word where the service would refuse a longer one; the address is never cut.
///
/// Documented by the services themselves are X, Threads, Telegram, Bluesky, WhatsApp, and mail (RFC 6068, which
/// wants `%0D%0A` for a line break). Mastodon is what the sources of its share page give to copy (mastodon/share,
/// 2026): after `#`, so that its server does not learn what is read. Facebook, LinkedIn and Reddit have stood for
/// years without a promise; Viber's is hearsay.
#[must_use]
pub fn address(service: Service, title: &str, url: &str) -> String {
    let Entry { form, room, .. } = service.entry();
    let title = match room {
        Some((room, 0)) => cut(title, room.saturating_sub(url.chars().count() + 1)),
        Some((room, counted)) => cut(title, room - counted - 1),
        None => title.into(),
    };
    let titled = find::replaced(form, "{t}", &percent_encode_component(&title));
    find::replaced(&titled, "{u}", &percent_encode_component(url))
}

/// The address that opens a mail program with a letter that passes a story on: headline, standfirst, address (RFC 6068).
#[must_use]
pub fn mail(headline: &str, standfirst: &str, url: &str) -> String {
    let mut letter = vec![headline, standfirst, url];
    letter.retain(|part| !part.is_empty());
    [
        "mailto:?subject=",
        &percent_encode_component(headline),
        "&body=",
        &percent_encode_component(&letter.join("\r\n\r\n")),
    ]
    .concat()
}

/// The text in at most so many characters: cut at a word if one ends in the second half, with an ellipsis.
fn cut(text: &str, most: usize) -> Cow<'_, str> {
    if text.chars().count() <= most {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(shortened(text, most))
    }
}

#[inline(never)] // Seldom run: decision 17.
fn shortened(text: &str, most: usize) -> String {
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    let kept = match kept.rsplit_once(char::is_whitespace) {
        Some((words, _)) if words.len() >= kept.len() / 2 => words,
        // An emoji or letter made of several characters would otherwise end in a joiner that joins nothing.
        _ => kept.trim_end_matches('\u{200D}'),
    };
    if most == 0 {
        String::new()
    } else {
        kept.trim_end().to_owned() + "…"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url::percent_decode;

    const URL: &str = "https://civil.example/боротьба-україни/?a=1&b=2#note";

    #[test]
    fn a_letter_has_headline_standfirst_and_address() {
        assert_eq!(
            mail("A & B", "Што?", URL),
            "mailto:?subject=A%20%26%20B&body=A%20%26%20B%0D%0A%0D%0A%D0%A8%D1%82%D0%BE%3F%0D%0A%0D%0A".to_owned()
                + &percent_encode_component(URL)
        );
        for title in NASTY {
            let body = &values(&mail(title, title, URL))[1].1;
            assert!(body.ends_with(URL) && body.starts_with(title), "{title}");
        }
        assert_eq!(values(&mail("a", "", "b"))[1].1, "a\r\n\r\nb");
    }

    const NASTY: [&str; 20] = [
        "A&B #1 \"q\" 100% + Ж’ 🇺🇦 <b>",
        "",
        " ",
        "a+b=c",
        "100%25 %20 %",
        "&amp; &quot;",
        "#hash #tag",
        "<script>alert(1)</script>",
        "javascript:alert('1')",
        "“Curly” ‘quotes’ „ниско“",
        "👩🏽‍🚀 and 👨‍👩‍👧‍👦",
        "\u{202E}txt.exe\u{202C} العربية \u{2067}עברית\u{2069}",
        "БОРОТЬБА УКРАЇНИ: п’ять років",
        "А YEAR OF HEROISM",
        "Line one\nline two\r\nline three\ttabbed",
        "{t}{u} {title} {url} $1 \\1",
        "?text=x&url=https://evil.example/#",
        "q\u{0301}\u{0323} n\u{0303} zero\u{200B}width\u{FEFF}",
        "日本語の見出し。",
        "\u{0}\u{7F}\u{FFFD}\u{10FFFF}",
    ];

    /// The values of an address, decoded: by name, where `text` of `mailto:` are `subject` and `body`.
    fn values(address: &str) -> Vec<(String, String)> {
        let (_, query) = address.split_once(['?', '#']).unwrap();
        query
            .split('&')
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap();
                (name.to_owned(), percent_decode(value).into_owned())
            })
            .collect()
    }

    #[test]
    fn every_title_comes_out_as_it_went_in() {
        for service in Service::ALL {
            for title in NASTY {
                let address = address(service, title, URL);
                let joined = format!("{title} {URL}");
                let mail = format!("{title}\r\n\r\n{URL}");
                let expected: &[(&str, &str)] = match service {
                    Service::Facebook => &[("u", URL)],
                    Service::LinkedIn => &[("url", URL)],
                    Service::X | Service::Threads => &[("text", title), ("url", URL)],
                    Service::Telegram => &[("url", URL), ("text", title)],
                    Service::Reddit => &[("url", URL), ("title", title)],
                    Service::Email => &[("subject", title), ("body", &mail)],
                    Service::WhatsApp | Service::Bluesky | Service::Mastodon | Service::Viber => {
                        &[("text", &joined)]
                    }
                };
                let found = values(&address);
                let found: Vec<_> = found
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str()))
                    .collect();
                assert_eq!(found, expected, "{service:?} {title:?}");
            }
        }
    }

    #[test]
    fn an_address_has_only_characters_that_need_no_care() {
        for service in Service::ALL {
            for title in NASTY {
                let address = address(service, title, URL);
                assert!(
                    address.bytes().all(|byte| byte.is_ascii_graphic()),
                    "{address}"
                );
                assert!(
                    !address.contains(['+', '"', '\'', '<', '>', '{', '}', '\\', '`']),
                    "{address}"
                );
            }
        }
    }

    #[test]
    fn long_titles_are_cut_where_they_would_be_refused_and_addresses_never() {
        let title = "Слово за слово ".repeat(60);
        let of = |service, url| values(&address(service, &title, url));
        let x = of(Service::X, URL);
        assert!(
            x[0].1.ends_with("Слово…") || x[0].1.ends_with("слово…") || x[0].1.ends_with("за…"),
            "{}",
            x[0].1
        );
        assert!((200..=256).contains(&x[0].1.chars().count()));
        assert_eq!(x[1].1, URL);
        let bluesky = of(Service::Bluesky, URL);
        assert!(bluesky[0].1.chars().count() <= 300);
        assert!(bluesky[0].1.ends_with(&format!("… {URL}")));
        let long = format!("https://civil.example/{}/", "a".repeat(400));
        assert_eq!(of(Service::Bluesky, &long)[0].1, format!(" {long}"));
        assert_eq!(of(Service::Telegram, URL)[1].1, title);
    }

    #[test]
    fn a_title_without_spaces_is_cut_between_characters() {
        assert_eq!(
            cut(&"字".repeat(300), 256),
            format!("{}…", "字".repeat(255))
        );
        assert_eq!(cut("ab👩\u{200D}🚀", 5), "ab👩\u{200D}🚀");
        assert_eq!(cut("ab👩\u{200D}🚀!", 5), "ab👩…");
        assert_eq!(cut("abc", 0), "");
        assert_eq!(cut("abc", 1), "…");
    }

    #[test]
    fn names_are_read_back_and_are_all_different() {
        for service in Service::ALL {
            assert_eq!(Service::parse(service.name()), Some(service));
            assert_eq!(
                Service::parse(&format!(" {} ", service.label())),
                Some(service)
            );
            assert_eq!(service.name(), service.label().to_lowercase());
        }
        assert_eq!(Service::parse("Twitter"), Some(Service::X));
        assert_eq!(Service::parse("myspace"), None);
        assert_eq!(Service::parse(""), None);
    }
}
