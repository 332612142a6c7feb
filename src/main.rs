//! Starts the app in the browser.

fn main() {
    civil_today::app::start();
}
