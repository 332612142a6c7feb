//! `cargo xtask screenshots`: the pictures of the site that README.md shows, made anew.

use crate::{
    chromium,
    command::{Done, command, run, step},
    dist, node, tools,
};
use std::path::Path;

/// Builds the site, opens it in Chromium, and writes `docs/pictures/`.
pub fn screenshots() -> Done {
    tools::ensure()?;
    node::ensure()?;
    let chromium = chromium::ensure()?;
    dist::build()?;
    step("Taking the pictures.", || {
        run(command(&["node", "screenshots.mjs"])
            .current_dir("e2e")
            .env("DIST", Path::new("..").join(dist::ROOT))
            .env("CHROMIUM", &chromium.browser))
    })
}
