//! What a host is told: headers, redirections, and whole configurations for nginx and Caddy.

use crate::app_files::AppFiles;
use content::{
    body::Provider,
    category,
    route::{List, Route},
    site::Site,
};
use std::fmt::Write;

/// What a host needs to know of an edition.
#[derive(Clone, Copy, Debug)]
pub struct Host<'a> {
    /// The site.
    pub site: &'a Site,
    /// The app's files.
    pub app: &'a AppFiles,
    /// The path below which the site lies; it begins and ends with a slash.
    pub base: &'a str,
}

/// Kept for good: the name is made of what is in the file.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// Kept, and asked for again each time.
const ASK: &str = "public, max-age=0, must-revalidate";
/// Kept for a week: a newsroom does not often give another picture an old name.
const WEEK: &str = "public, max-age=604800";
/// A feed is shown for a minute without asking, and for ten while it is asked for.
const MINUTE: &str = "public, max-age=60, stale-while-revalidate=600";

/// Folders whose files are kept for a week.
const SELDOM: [&str; 3] = ["fonts", "icons", "pictures"];

/// Types that Caddy knows only where the system has a list of types.
const CADDY_TYPES: [(&str, &str); 4] = [
    ("webmanifest", "application/manifest+json"),
    ("woff2", "font/woff2"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
];

impl Host<'_> {
    /// The content security policy.
    #[must_use]
    pub fn policy(&self) -> String {
        let frames: Vec<&str> = self
            .site
            .embeds
            .iter()
            .map(|provider| match provider {
                Provider::YouTube => "https://www.youtube-nocookie.com",
                Provider::Vimeo => "https://player.vimeo.com",
            })
            .collect();
        let frames = match frames.join(" ").as_str() {
            "" => "frame-src 'none'".to_owned(),
            frames => format!("frame-src {frames}"),
        };
        [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "img-src 'self' https: data:",
            "connect-src 'self'",
            "font-src 'self'",
            "media-src 'self' https:",
            &frames,
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "upgrade-insecure-requests",
            "require-trusted-types-for 'script'",
            "trusted-types default",
        ]
        .join("; ")
    }

    /// The headers of every answer.
    #[must_use]
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let fixed = [
            ("Strict-Transport-Security", "max-age=63072000"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            (
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
            ),
        ];
        let mut headers = vec![("Content-Security-Policy", self.policy())];
        headers.extend(fixed.map(|(name, value)| (name, value.to_owned())));
        headers
    }

    fn hashed(&self) -> impl Iterator<Item = &str> {
        self.app.linked().map(|file| file.path.as_str())
    }

    /// `_headers` for Netlify and Cloudflare Pages.
    #[must_use]
    pub fn headers_file(&self) -> String {
        let base = self.base;
        let mut out = format!("{base}*\n");
        for (name, value) in self.headers() {
            let _ = writeln!(out, "  {name}: {value}");
        }
        let mut rule = |path: &str, value: &str| {
            let _ = write!(out, "\n{base}{path}\n  Cache-Control: {value}\n");
        };
        for path in self.hashed() {
            rule(path, FOREVER);
        }
        rule("cards/*", FOREVER);
        for folder in SELDOM {
            rule(&format!("{folder}/*"), WEEK);
        }
        for feed in ["feed.json", "rss.xml"] {
            rule(feed, &format!("{MINUTE}\n  Access-Control-Allow-Origin: *"));
        }
        out
    }

    /// Old addresses with the ones that took their place, both percent-encoded and ending in a slash. WordPress also
    /// answers to the slug of a category below another alone.
    #[must_use]
    pub fn moved(&self) -> Vec<(String, String)> {
        let tree = &self.site.categories;
        let mut moved: Vec<(String, String)> = Vec::new();
        for found in category::walk(tree) {
            let short = Route::of_list(List::Category(found.slug().to_owned()), 1).href(self.base);
            let own = Route::of_list(List::Category(found.path.clone()), 1).href(self.base);
            let is_taken = tree.iter().any(|top| top.path == found.slug());
            let is_known = moved.iter().any(|(known, _)| *known == short);
            if found.path.contains('/') && !is_taken && !is_known {
                moved.push((short, own));
            }
        }
        moved
    }

    /// `_redirects` for Netlify and Cloudflare Pages.
    #[must_use]
    pub fn redirects_file(&self) -> String {
        let mut out = String::new();
        for (from, to) in self.moved() {
            let _ = writeln!(out, "{from}* {to}:splat 301");
        }
        out
    }

    /// A server for nginx, to be included where its `http` section is. `root` is the folder of the edition on the
    /// server.
    #[must_use]
    pub fn nginx(&self, root: &str) -> String {
        let base = self.base;
        let mut out = format!(
            "# For the `http` section of nginx. Change `server_name` and `root`, and add your certificate: with it\n\
             # this server listens on 443, and another on 80 leads to it, with `return 301 https://$host$request_uri;`.\n\
             # `brotli_static` needs a module (on Debian libnginx-mod-http-brotli-static); without it, delete the line.\n\n\
             map $uri $edition_cache {{\n    default \"{ASK}\";\n"
        );
        for path in self.hashed() {
            let _ = writeln!(out, "    {base}{path} \"{FOREVER}\";");
        }
        let _ = writeln!(out, "    ~^{base}cards/ \"{FOREVER}\";");
        let _ = writeln!(out, "    ~^{base}({})/ \"{WEEK}\";", SELDOM.join("|"));
        let _ = writeln!(out, "    ~/?(feed\\.json|rss\\.xml)$ \"{MINUTE}\";\n}}\n");
        let _ = writeln!(
            out,
            "server {{\n    listen 80;\n    listen [::]:80;\n    server_name _;\n    root {root};\n    index index.html;\n    \
             charset utf-8;\n    charset_types text/plain text/css text/xml text/javascript application/json \
             application/xml application/manifest+json;\n    absolute_redirect off;\n    \
             gzip_static on;\n    brotli_static on;\n    gzip_vary on;\n    error_page 404 {base}404.html;\n"
        );
        out.push_str(
            "    types {\n        text/html html;\n        text/css css;\n        text/javascript js;\n        \
             application/wasm wasm;\n        application/json json;\n        application/manifest+json webmanifest;\n        \
             application/xml xml;\n        text/plain txt;\n        image/avif avif;\n        image/webp webp;\n        \
             image/jpeg jpg jpeg;\n        image/png png;\n        image/gif gif;\n        image/svg+xml svg;\n        \
             font/woff2 woff2;\n        application/pdf pdf;\n        audio/mpeg mp3;\n        video/mp4 mp4;\n    }\n    \
             default_type application/octet-stream;\n\n",
        );
        for (name, value) in self.headers() {
            let _ = writeln!(out, "    add_header {name} \"{value}\" always;");
        }
        let _ = writeln!(out, "    add_header Cache-Control $edition_cache;\n");
        for (from, to) in self.moved() {
            let (from, to) = (decoded(&from), to);
            let _ = writeln!(
                out,
                "    rewrite \"^{}(.*)$\" \"{to}$1\" permanent;",
                regex(&from)
            );
        }
        let _ = writeln!(
            out,
            "    location {base} {{\n        try_files $uri $uri/ =404;\n    }}\n}}"
        );
        out
    }

    /// A Caddyfile. `root` is the folder of the edition on the server. It keeps to what Caddy 2.6 knows, which Debian 12
    /// has.
    #[must_use]
    pub fn caddy(&self, root: &str) -> String {
        let base = self.base;
        // An error's answer has none of the headers that the address would have had: it takes them from here as well.
        let mut out = String::from("(edition) {\n\theader {\n");
        for (name, value) in self.headers() {
            let _ = writeln!(out, "\t\t{name} \"{value}\"");
        }
        let _ = writeln!(
            out,
            "\t\t-Server\n\t}}\n\tfile_server {{\n\t\tprecompressed br gzip\n\t}}\n}}\n\n\
             # Change the address and `root`. Caddy fetches the certificate by itself.\n\
             example.org {{\n\troot * {root}\n\timport edition\n\n\tmap {{path}} {{edition_cache}} {{"
        );
        for path in self.hashed() {
            let _ = writeln!(out, "\t\t{base}{path} \"{FOREVER}\"");
        }
        let _ = writeln!(
            out,
            "\t\t~^{base}cards/ \"{FOREVER}\"\n\t\t~^{base}({})/ \"{WEEK}\"\n\
             \t\t~/(feed\\.json|rss\\.xml)$ \"{MINUTE}\"\n\t\tdefault \"{ASK}\"\n\t}}\n\
             \theader Cache-Control {{edition_cache}}\n",
            SELDOM.join("|")
        );
        for (ending, kind) in CADDY_TYPES {
            let _ = writeln!(
                out,
                "\t@{ending} path *.{ending}\n\theader @{ending} Content-Type {kind}"
            );
        }
        let moved = self.moved();
        if !moved.is_empty() {
            out.push_str(
                "\n\tmap {query} {edition_query} {\n\t\t~(.+) \"?${1}\"\n\t\tdefault \"\"\n\t}\n",
            );
        }
        for (place, (from, to)) in moved.into_iter().enumerate() {
            let _ = writeln!(
                out,
                "\t@moved{place} path_regexp moved{place} \"^{}(.*)$\"\n\tredir @moved{place} \
                 {to}{{re.moved{place}.1}}{{edition_query}} permanent",
                regex(&decoded(&from))
            );
        }
        let _ = writeln!(
            out,
            "\n\thandle_errors {{\n\t\timport edition\n\t\theader Cache-Control \"{ASK}\"\n\
             \t\t@missing expression {{http.error.status_code}} == 404\n\
             \t\trewrite @missing {base}404.html\n\t}}\n}}"
        );
        out
    }
}

fn decoded(address: &str) -> String {
    content::url::percent_decode(address).into_owned()
}

/// A text as a regular expression that finds nothing but this text.
fn regex(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if "\\^$.|?*+()[]{}\"".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
