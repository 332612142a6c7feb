//! The web manifest: name and icons for a phone's home screen.

use crate::{app_files::AppFiles, feed_file::json};
use content::site::Site;
use serde_json::json as value;

/// Its file.
pub const FILE: &str = "manifest.webmanifest";

/// The manifest as text. It has nothing that depends on the present story, and so seldom changes.
#[must_use]
pub fn web_manifest(site: &Site, app: &AppFiles, base: &str, direction: &str) -> String {
    let icon = |(path, size, purpose): &(String, &str, &str)| value!({ "src": base.to_owned() + path, "sizes": size, "type": "image/png", "purpose": purpose });
    let icons: Vec<_> = app.sizes.iter().map(icon).collect();
    json(&value!({
        "name": site.name,
        "short_name": site.name,
        "description": site.tagline,
        "lang": site.lang.as_str(),
        "dir": direction,
        "start_url": base,
        "scope": base,
        "display": "minimal-ui",
        "icons": icons,
    }))
}
