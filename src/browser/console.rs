//! The console, where a newsroom's developer looks.

/// Says that something in the input was mended or left out.
pub fn warn(message: &str) {
    web_sys::console::warn_1(&message.into());
}
