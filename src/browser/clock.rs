//! The device's clock.

/// Seconds since 1970 began, in UTC, and the minutes that local time is ahead of it.
#[must_use]
pub fn now() -> (i64, i16) {
    let date = js_sys::Date::new_0();
    (
        (date.get_time() / 1000.0) as i64,
        -(date.get_timezone_offset() as i16),
    )
}

/// A number below a limit, another one on each device.
#[must_use]
pub fn random(limit: u32) -> u32 {
    (js_sys::Math::random() * f64::from(limit)) as u32
}
