//! A page as a file: the app's page of the build, with the content in the app's place and the data beside it.

use crate::{
    app_files::{AppFiles, Linked},
    card::Card,
    head::{self, Shown},
    render::render,
};
use civil_today::{head::Head, setting::Setting};
use content::{edition::Edition, frame::Frame, page::Page, route::Route, url::Address};
use std::{fmt::Write, sync::Arc};

/// What all pages of an edition have in common.
pub struct Press<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// Header and footer.
    pub frame: Frame,
    /// Language, base path, day.
    pub setting: Setting,
    /// The app's files.
    pub app: &'a AppFiles,
    /// The site file, as it stands in each page.
    pub site_file: String,
}

impl Press<'_> {
    /// The complete address of a file of the edition, where the site has an address.
    #[must_use]
    pub fn complete(&self, path: &str) -> Option<String> {
        let origin = self.edition.site.origin.as_ref()?;
        Some([origin, "/", path].concat())
    }

    /// The site's icon.
    #[must_use]
    pub fn logo(&self) -> Option<String> {
        let (path, ..) = self.app.sizes.get(1).or_else(|| self.app.sizes.first())?;
        self.complete(path)
    }

    /// The picture of a page's card: its own, else the lead picture where that lies on another host.
    #[must_use]
    pub fn picture(&self, page: &Page, card: Option<&Card>, head: &Head) -> Option<Shown> {
        let lead = match page {
            Page::Article(article) => article.story.preview.lead.as_ref(),
            Page::Standing(story) => story.preview.lead.as_ref(),
            _ => None,
        };
        let alt = |fallback: &str| match lead {
            Some(lead) if !lead.alt.is_empty() => lead.alt.clone(),
            _ => fallback.to_owned(),
        };
        if let Some(lead) = lead
            && let Address::Web(address) = &lead.address
            && card.is_none_or(|card| card.is_plain)
        {
            return Some(Shown {
                address: address.clone(),
                size: lead.size,
                alt: alt(&head.headline),
            });
        }
        let card = card?;
        Some(Shown {
            address: self.complete(&card.path)?,
            size: Some(crate::card::SIZE),
            alt: if card.is_plain {
                self.edition.site.name.clone()
            } else {
                alt(&head.headline)
            },
        })
    }

    /// The whole page. `leaf` is its data.
    #[must_use]
    pub fn document(
        &self,
        route: &Route,
        page: &Arc<Page>,
        leaf: Option<&str>,
        card: Option<&Card>,
    ) -> String {
        let (head, tags) = head::head(self, route, page, card);
        let words = self.setting.words.lang;
        let base = escaped(&self.setting.base);
        let mut out = String::with_capacity(64 * 1024);
        out.push_str("<!doctype html>\n");
        let opening = format!(
            "<html lang=\"{}\" dir=\"{}\" data-base=\"{base}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
            escaped(&head.lang),
            head::direction(words),
        );
        out.push_str(&opening);
        out.push_str(&tags);
        self.push_files(&mut out);
        out.push_str("</head>\n<body>\n");
        // Writing into a string cannot fail.
        let _ = writeln!(
            out,
            "<div id=\"app\" class=\"finished\" lang=\"{words}\">{}</div>",
            render(&self.frame, &self.setting, route, page)
        );
        let _ = writeln!(
            out,
            "<script type=\"application/json\" id=\"site-data\">{}</script>",
            self.site_file
        );
        if let Some(leaf) = leaf {
            let _ = writeln!(
                out,
                "<script type=\"application/json\" id=\"page-data\">{leaf}</script>"
            );
        }
        out.push_str("</body>\n</html>\n");
        out
    }

    /// The files that every page loads.
    fn push_files(&self, out: &mut String) {
        let app = self.app;
        let at = |path: &str| escaped(&(self.setting.base.to_string() + path));
        for (name, content) in &app.metas {
            let _ = writeln!(
                out,
                "<meta name=\"{}\" content=\"{}\">",
                escaped(name),
                escaped(content)
            );
        }
        for (sheet, media) in [
            (Some(&app.style), ""),
            (app.paper.as_ref(), " media=\"print\""),
        ] {
            if let Some(Linked { path, integrity }) = sheet {
                let _ = writeln!(
                    out,
                    "<link rel=\"stylesheet\" href=\"{}\" integrity=\"{integrity}\"{media}>",
                    at(path)
                );
            }
        }
        for font in &app.fonts {
            let _ = writeln!(
                out,
                "<link rel=\"preload\" href=\"{}\" as=\"font\" type=\"font/woff2\" crossorigin>",
                at(font)
            );
        }
        let rest = app.rest.as_ref().map_or_else(String::new, |rest| {
            format!(
                " data-rest=\"{}\" data-rest-integrity=\"{}\"",
                at(&rest.path),
                escaped(&rest.integrity)
            )
        });
        let _ = writeln!(
            out,
            "<script type=\"module\" src=\"{}\" integrity=\"{}\" data-glue=\"{}\" data-wasm=\"{}\" \
             data-wasm-integrity=\"{}\"{rest}></script>",
            at(&app.boot.path),
            app.boot.integrity,
            at(&app.glue.path),
            at(&app.wasm.path),
            app.wasm.integrity
        );
        let _ = writeln!(
            out,
            "<link rel=\"modulepreload\" href=\"{}\" integrity=\"{}\" crossorigin>",
            at(&app.glue.path),
            app.glue.integrity
        );
        for (rel, path, kind) in &app.icons {
            let kind = if kind.is_empty() {
                String::new()
            } else {
                format!(" type=\"{}\"", escaped(kind))
            };
            let _ = writeln!(
                out,
                "<link rel=\"{}\" href=\"{}\"{kind}>",
                escaped(rel),
                at(path)
            );
        }
        let _ = writeln!(
            out,
            "<link rel=\"manifest\" href=\"{}\">",
            at(crate::web_manifest::FILE)
        );
    }
}

/// A text within HTML: as an element's words or as a value in quotation marks.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(letter),
        }
    }
    out
}
