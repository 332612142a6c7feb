//! Which addresses are pieces of a provider's that can be shown within a story.

use super::{Embed, Provider};
use crate::{
    find,
    url::{cut, host},
};

/// The piece at this address. Host and path must be exactly the provider's, and nothing but the piece's id is kept.
pub(super) fn recognise(address: &str) -> Option<Embed> {
    let lower = host(address)?.to_ascii_lowercase();
    let (_, rest) = find::split(address, "://")?;
    let (rest, _) = cut(rest, '#');
    let (rest, query) = cut(rest, '?');
    let (_, path) = rest.split_once('/')?;
    let path = path.strip_suffix('/').unwrap_or(path);
    let (front, last) = path.rsplit_once('/').unwrap_or(("", path));
    let (provider, id) = match (&*lower, front) {
        (
            "youtube.com"
            | "www.youtube.com"
            | "m.youtube.com"
            | "youtube-nocookie.com"
            | "www.youtube-nocookie.com",
            front,
        ) => {
            let id = match front {
                "embed" | "shorts" | "live" => last,
                "" if last == "watch" => query
                    .get(1..)?
                    .split('&')
                    .find_map(|pair| pair.strip_prefix("v="))?,
                _ => return None,
            };
            (Provider::YouTube, id)
        }
        ("youtu.be", "") => (Provider::YouTube, last),
        ("vimeo.com", "") | ("player.vimeo.com", "video") => (Provider::Vimeo, last),
        _ => return None,
    };
    let valid = match provider {
        // The two words stand where an id does, and are as long as one.
        Provider::YouTube => {
            id.len() == 11
                && id
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
                && !matches!(id, "videoseries" | "live_stream")
        }
        Provider::Vimeo => {
            (1..=15).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_digit())
        }
    };
    valid.then(|| Embed {
        provider,
        id: id.to_owned(),
        title: String::new(),
        caption: Vec::new(),
        still: None,
    })
}

impl Embed {
    /// The address of the page on which the provider shows the piece.
    #[must_use]
    pub fn watch_address(&self) -> String {
        let front = match self.provider {
            Provider::YouTube => "https://www.youtube.com/watch?v=",
            Provider::Vimeo => "https://vimeo.com/",
        };
        [front, &self.id].concat()
    }

    /// The address of the provider's player, which starts at once and follows the reader as little as it can.
    #[must_use]
    pub fn player_address(&self) -> String {
        let (front, back) = match self.provider {
            Provider::YouTube => ("https://www.youtube-nocookie.com/embed/", "?autoplay=1"),
            Provider::Vimeo => ("https://player.vimeo.com/video/", "?dnt=1&autoplay=1"),
        };
        [front, &self.id, back].concat()
    }
}

impl Provider {
    /// Its name, as its viewers know it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::YouTube => "YouTube",
            Self::Vimeo => "Vimeo",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::recognise;
    use crate::body::Provider;

    fn piece(address: &str) -> Option<(Provider, String)> {
        recognise(address).map(|embed| (embed.provider, embed.id))
    }

    #[test]
    fn every_form_of_a_youtube_address_is_known() {
        for address in [
            "https://www.youtube.com/embed/dQw4w9WgXcQ",
            "https://youtube.com/embed/dQw4w9WgXcQ?rel=0",
            "https://m.youtube.com/watch?v=dQw4w9WgXcQ&t=10",
            "http://www.youtube.com/watch?list=a&v=dQw4w9WgXcQ#t",
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ/",
            "https://www.youtube.com/shorts/dQw4w9WgXcQ",
            "https://www.youtube.com/live/dQw4w9WgXcQ?si=x",
            "https://youtu.be/dQw4w9WgXcQ",
            "HTTPS://YOUTU.BE/dQw4w9WgXcQ?t=3",
        ] {
            assert_eq!(
                piece(address),
                Some((Provider::YouTube, "dQw4w9WgXcQ".to_owned())),
                "{address}"
            );
        }
    }

    #[test]
    fn both_forms_of_a_vimeo_address_are_known() {
        for address in [
            "https://player.vimeo.com/video/76979871?h=8272103f6e",
            "https://vimeo.com/76979871",
        ] {
            assert_eq!(
                piece(address),
                Some((Provider::Vimeo, "76979871".to_owned())),
                "{address}"
            );
        }
    }

    #[test]
    fn addresses_that_only_look_like_a_provider_are_not_known() {
        for address in [
            "https://youtube.com.evil.example/embed/dQw4w9WgXcQ",
            "https://evil.example/youtube.com/embed/dQw4w9WgXcQ",
            "https://www.youtube.com@evil.example/embed/dQw4w9WgXcQ",
            "https://notyoutube.com/embed/dQw4w9WgXcQ",
            "https://www.youtube.com/embed/dQw4w9WgXc",
            "https://www.youtube.com/embed/dQw4w9WgXcQQ",
            "https://www.youtube.com/embed/dQw4w9WgX\"Q",
            "https://www.youtube.com/embed/videoseries?list=PL1",
            "https://www.youtube.com/embed/live_stream?channel=x",
            "https://www.youtube.com/embed/a/dQw4w9WgXcQ",
            "https://www.youtube.com/user/dQw4w9WgXcQ",
            "https://www.youtube.com/watch",
            "https://vimeo.com/channels/76979871",
            "https://vimeo.com/76979871/8272103f6e",
            "https://vimeo.com/",
            "https://player.vimeo.com/76979871",
            "ftp://youtu.be/dQw4w9WgXcQ",
        ] {
            assert_eq!(piece(address), None, "{address}");
        }
    }

    #[test]
    fn the_player_is_the_cookie_free_one() {
        let video = recognise("https://youtu.be/dQw4w9WgXcQ").unwrap();
        assert_eq!(
            video.player_address(),
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"
        );
        assert_eq!(
            video.watch_address(),
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
        );
        assert_eq!(video.provider.name(), "YouTube");
        let film = recognise("https://vimeo.com/76979871").unwrap();
        assert_eq!(
            film.player_address(),
            "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1"
        );
        assert_eq!(film.watch_address(), "https://vimeo.com/76979871");
        assert_eq!(film.provider.name(), "Vimeo");
    }
}
