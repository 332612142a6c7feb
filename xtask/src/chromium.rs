//! Finds Chromium, its driver and what reads its PDF files, or installs them from the system's packages.

use crate::command::{Done, Failure, ask, command, find_program, run, step};
use std::{
    env,
    path::{Path, PathBuf},
};

/// A browser and the program that drives it for wasm-bindgen's tests.
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// Its WebDriver.
    pub driver: PathBuf,
}

/// Names and places of the browser, most wanted first.
const BROWSERS: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// Names and places of the driver.
const DRIVERS: &[&str] = &[
    "chromedriver",
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
];

/// The browser and its driver, installed if they are missing and it is allowed.
pub fn ensure() -> Done<Chromium> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if !is_debian() {
        return Err(missing(if cfg!(target_os = "macos") {
            "brew install --cask chromium chromedriver && brew install poppler"
        } else {
            "your system's package manager"
        }));
    }
    // Nginx with a certificate of openssl's, and Caddy, for the journeys through an edition on a real host, are taken
    // along where there is nothing to ask for it.
    let wanted = "apt-get install -y --no-install-recommends chromium chromium-driver poppler-utils nginx-light \
                  libnginx-mod-http-brotli-static openssl caddy";
    if ask(&["id", "-u"]).as_deref() != Some("0") {
        return Err(missing(&format!("sudo {wanted}")));
    }
    step(
        "Installing Chromium, its driver, poppler's tools, nginx and Caddy from the system's packages.",
        || {
            run(command(&["apt-get", "update"]).env("DEBIAN_FRONTEND", "noninteractive"))?;
            let words: Vec<&str> = wanted.split(' ').collect();
            run(command(&words).env("DEBIAN_FRONTEND", "noninteractive"))
        },
    )?;
    find().ok_or_else(|| missing(wanted))
}

/// What the variables CHROMIUM and CHROMEDRIVER name, else what is found at the usual places. The tests also read what
/// the browser prints.
fn find() -> Option<Chromium> {
    for program in ["pdftotext", "pdfinfo", "pdfimages", "pdftoppm"] {
        find_program(program)?;
    }
    Some(Chromium {
        browser: first("CHROMIUM", BROWSERS)?,
        driver: first("CHROMEDRIVER", DRIVERS)?,
    })
}

/// The program that the variable names, or the first that is there.
fn first(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let named = env::var_os(variable)
        .map(PathBuf::from)
        .filter(|path| path.is_file());
    named.or_else(|| names.iter().find_map(|name| find_program(name)))
}

/// Whether packages come by apt.
fn is_debian() -> bool {
    Path::new("/etc/debian_version").is_file() && find_program("apt-get").is_some()
}

/// What to do about a browser that is not there.
fn missing(way: &str) -> Failure {
    Failure::new(format!(
        "Chromium, chromedriver and poppler's tools (pdftotext and others) are needed, and not all were found. Install \
         them with `{way}`, or name the first two in the variables CHROMIUM and CHROMEDRIVER"
    ))
}
