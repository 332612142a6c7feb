//! Points in time, read from whatever a feed writes and told in words.
//!
//! Calendar arithmetic on whole seconds, without a clock and without a time zone database: a date is shown in the
//! offset in which it was written, which is where the newsroom stands.

use crate::find;
use std::{
    cmp::Ordering,
    hash::{Hash, Hasher},
};

const DAY: i64 = 86_400;

/// The first and the last second of the years 1 to 9999, as a clock on the wall shows them.
const FIRST: i64 = -62_135_596_800;
const LAST: i64 = 253_402_300_799;

/// A point in time, with the offset from UTC in which it was written.
///
/// Two moments are equal, and in order, by the instant alone: 10:00+01:00 is 09:00Z.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// Since 1970, UTC. Together with the offset always within [`FIRST`] to [`LAST`].
    seconds: i64,
    /// Minutes east of UTC, less than a day.
    offset: i16,
}

impl Moment {
    /// The instant that lies so many seconds after the beginning of 1970 (UTC), told in an offset of so many minutes
    /// east of UTC. `None` outside the years 1 to 9999, or for an offset of a day or more.
    #[must_use]
    pub fn at(seconds: i64, offset: i16) -> Option<Self> {
        let local = seconds.checked_add(i64::from(offset) * 60)?;
        ((FIRST..=LAST).contains(&local) && offset.unsigned_abs() < 24 * 60)
            .then_some(Self { seconds, offset })
    }

    /// Reads a date as feeds write them: RFC 3339, also without `T`, seconds, time or offset (then UTC); the dates of
    /// RSS (`Thu, 10 Feb 2022 09:15:00 +0100`); seconds since 1970.
    ///
    /// Fractions of a second are dropped. A number needs nine or ten digits (1973 to 2286) to count as seconds:
    /// `2022` and `20220210` mean something else and are refused rather than taken for a day in 1970.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        internet_date(text).or_else(|| other_date(text))
    }

    /// The moment as RFC 3339 wants it: `2022-02-10T09:15:00+01:00`.
    #[must_use]
    pub fn to_rfc3339(&self) -> String {
        let (year, month, day) = self.date();
        let (hour, minute) = self.time();
        let second = self.local().rem_euclid(60);
        let mut out = String::with_capacity(25);
        push_digits(&mut out, year, 1000);
        for (before, number) in [
            ('-', month),
            ('-', day),
            ('T', hour),
            (':', minute),
            (':', second as u8),
        ] {
            out.push(before);
            push_digits(&mut out, number.into(), 10);
        }
        if self.offset == 0 {
            out.push('Z');
        } else {
            out.push(if self.offset < 0 { '-' } else { '+' });
            let minutes = self.offset.unsigned_abs();
            push_digits(&mut out, minutes / 60, 10);
            out.push(':');
            push_digits(&mut out, minutes % 60, 10);
        }
        out
    }

    /// Seconds since the beginning of 1970, UTC.
    #[must_use]
    pub fn seconds(&self) -> i64 {
        self.seconds
    }

    /// Year, month (from 1) and day of the month, in the offset of the moment.
    #[must_use]
    pub fn date(&self) -> (u16, u8, u8) {
        civil(self.local().div_euclid(DAY))
    }

    /// Hour and minute, in the offset of the moment.
    #[must_use]
    pub fn time(&self) -> (u8, u8) {
        let minutes = self.local().rem_euclid(DAY) / 60;
        ((minutes / 60) as u8, (minutes % 60) as u8)
    }

    /// The time of day for reading, in the offset it was written with: `09:05`.
    #[must_use]
    pub fn clock(&self) -> String {
        let (hour, minute) = self.time();
        let mut clock = String::new();
        push_digits(&mut clock, hour.into(), 10);
        clock.push(':');
        push_digits(&mut clock, minute.into(), 10);
        clock
    }

    /// The same time of day so many days later, or earlier. It stops at the years 1 and 9999.
    #[must_use]
    pub fn plus_days(&self, days: i64) -> Self {
        let local = self
            .local()
            .saturating_add(days.saturating_mul(DAY))
            .clamp(FIRST, LAST);
        Self {
            seconds: local - self.east(),
            offset: self.offset,
        }
    }

    /// How many whole days (of 24 hours) pass until the other moment; negative if it lies earlier.
    #[must_use]
    pub fn days_until(&self, other: Self) -> i64 {
        (other.seconds - self.seconds) / DAY
    }

    /// The date in words, for the places where no browser can be asked: `20 November 2026`, `20 nëntor 2026`.
    ///
    /// Knows the primary languages `en`, `mk`, `sq` and `uk`; in any other it speaks English.
    #[must_use]
    pub fn long_date(&self, lang: &str) -> String {
        let (year, month, day) = self.date();
        let primary = lang.split('-').next().unwrap_or_default();
        let (_, names) = MONTHS
            .iter()
            .find(|(known, _)| *known == primary)
            .unwrap_or(&ENGLISH);
        let name = names
            .split(' ')
            .nth(usize::from(month) - 1)
            .unwrap_or_default();
        [
            &u32::from(day).to_string(),
            " ",
            name,
            " ",
            &u32::from(year).to_string(),
        ]
        .concat()
    }

    /// What a clock on the wall shows, as if it stood in UTC.
    fn local(&self) -> i64 {
        self.seconds + self.east()
    }

    fn east(&self) -> i64 {
        i64::from(self.offset) * 60
    }
}

impl PartialEq for Moment {
    fn eq(&self, other: &Self) -> bool {
        self.seconds == other.seconds
    }
}

impl Eq for Moment {}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> Ordering {
        self.seconds.cmp(&other.seconds)
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Moment {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.seconds.hash(state);
    }
}

const ENGLISH: (&str, &str) = (
    "en",
    "January February March April May June July August September October November December",
);

/// The names of the months as they stand in a date: Ukrainian wants the genitive.
const MONTHS: [(&str, &str); 3] = [
    (
        "mk",
        "јануари февруари март април мај јуни јули август септември октомври ноември декември",
    ),
    (
        "sq",
        "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    ),
    (
        "uk",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    ),
];

/// The zones that RFC 822 names, and those of Europe, in minutes east of UTC.
const ZONES: [(&str, i16); 17] = [
    ("Z", 0),
    ("UT", 0),
    ("UTC", 0),
    ("GMT", 0),
    ("WET", 0),
    ("BST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("PST", -480),
    ("PDT", -420),
];

/// `2022-02-10T09:15:00+01:00` and what resembles it.
fn internet_date(text: &str) -> Option<Moment> {
    let mut scan = Scan(text);
    let year = scan.number(4, 4)?;
    scan.one_of("-")?;
    let month = scan.number(2, 2)?;
    scan.one_of("-")?;
    let day = scan.number(2, 2)?;
    if scan.0.is_empty() {
        return moment((year, month, day), 0, 0);
    }
    scan.one_of("Tt ")?;
    let clock = scan.clock()?;
    moment((year, month, day), clock, zone(scan.0.trim_start())?)
}

/// What no JSON Feed should write.
#[inline(never)] // Seldom run: decision 17.
fn other_date(text: &str) -> Option<Moment> {
    mail_date(text).or_else(|| unix_seconds(text))
}

/// `Thu, 10 Feb 2022 09:15:00 +0100` and what resembles it. A wrong weekday is overlooked.
fn mail_date(text: &str) -> Option<Moment> {
    let text = text.split('(').next()?;
    let mut parts = text
        .split([' ', ',', '\t', '\n', '\r'])
        .filter(|part| !part.is_empty())
        .peekable();
    if parts
        .peek()?
        .starts_with(|first: char| first.is_ascii_alphabetic())
    {
        parts.next();
    }
    let day = whole(parts.next()?, 1, 2)?;
    let name = parts.next()?.get(..3)?.to_ascii_lowercase();
    let place = "jan feb mar apr may jun jul aug sep oct nov dec"
        .split(' ')
        .position(|month| month == name)?;
    let year = parts.next()?;
    // RFC 2822, 4.3: two digits reach from 1950 to 2049, three count from 1900.
    let year = match (whole(year, 2, 4)?, year.len()) {
        (year, 2) if year < 50 => year + 2000,
        (year, 2 | 3) => year + 1900,
        (year, _) => year,
    };
    let clock = match parts.next() {
        None => 0,
        Some(part) => {
            let mut scan = Scan(part);
            let clock = scan.clock()?;
            scan.0.is_empty().then_some(clock)?
        }
    };
    let offset = match parts.next() {
        None => 0,
        // RFC 2822, 4.3: a zone of unknown name counts as UTC. Two letters are more likely `PM`.
        Some(part) => zone(part).or_else(|| {
            ((3..=5).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic()))
                .then_some(0)
        })?,
    };
    if parts.next().is_some() {
        return None;
    }
    moment((year, place as i64 + 1, day), clock, offset)
}

fn unix_seconds(text: &str) -> Option<Moment> {
    let (digits, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let (sign, digits) = digits
        .strip_prefix('-')
        .map_or((1, digits), |digits| (-1, digits));
    whole(fraction, 1, 18)?;
    Moment::at(sign * whole(digits, 9, 10)?, 0)
}

/// The moment at which a calendar and a clock in that offset show this, if there is such a day.
fn moment((year, month, day): (i64, i64, i64), clock: i64, offset: i16) -> Option<Moment> {
    let days = days(year, month, day);
    let there = (1..=9999).contains(&year) && civil(days) == (year as u16, month as u8, day as u8);
    if !there {
        return None;
    }
    Moment::at(days * DAY + clock - i64::from(offset) * 60, offset)
}

/// Minutes east of UTC: `+01:00`, `+0100`, `+01`, `Z`, a name, or nothing for UTC.
fn zone(text: &str) -> Option<i16> {
    if matches!(text, "" | "Z") {
        return Some(0);
    }
    let mut scan = Scan(text);
    let Some(sign) = scan.one_of("+-") else {
        return named_zone(text);
    };
    let sign = if sign == '-' { -1 } else { 1 };
    let hours = scan.number(2, 2)?;
    let minutes = if scan.0.is_empty() {
        0
    } else {
        let _ = scan.one_of(":");
        scan.number(2, 2)?
    };
    (scan.0.is_empty() && hours < 24 && minutes < 60)
        .then_some(sign * (hours * 60 + minutes) as i16)
}

#[inline(never)] // Seldom run: decision 17.
fn named_zone(text: &str) -> Option<i16> {
    let mut zones = ZONES.iter();
    let zone = zones.find(|(name, _)| text.eq_ignore_ascii_case(name));
    zone.map(|(_, minutes)| *minutes)
}

/// A number of so many digits and nothing else.
fn whole(text: &str, least: usize, most: usize) -> Option<i64> {
    let mut scan = Scan(text);
    let number = scan.number(least, most)?;
    scan.0.is_empty().then_some(number)
}

/// What is still to be read.
struct Scan<'a>(&'a str);

impl Scan<'_> {
    fn one_of(&mut self, allowed: &str) -> Option<char> {
        let mut rest = self.0.chars();
        let first = rest.next().filter(|first| find::has(allowed, *first))?;
        self.0 = rest.as_str();
        Some(first)
    }

    /// As many digits as there are up to `most`, at least `least`.
    fn number(&mut self, least: usize, most: usize) -> Option<i64> {
        let digits = self
            .0
            .bytes()
            .take(most)
            .take_while(u8::is_ascii_digit)
            .count();
        let (number, rest) = self.0.split_at_checked(digits)?;
        self.0 = rest;
        if digits < least {
            None
        } else {
            number.parse().ok()
        }
    }

    /// A time of day, in seconds. Second 60 is a leap second and falls on the next minute.
    fn clock(&mut self) -> Option<i64> {
        let hour = self.number(1, 2)?;
        self.one_of(":")?;
        let minute = self.number(2, 2)?;
        let mut second = 0;
        if self.one_of(":").is_some() {
            second = self.number(2, 2)?;
            if self.one_of(".,").is_some() {
                self.number(1, 18)?;
            }
        }
        (hour < 24 && minute < 60 && second <= 60).then_some(hour * 3600 + minute * 60 + second)
    }
}

/// Days since 1970-01-01 in the Gregorian calendar, carried back before its time.
///
/// Years run from March here, so that the day a leap year adds comes last; 400 years have 146,097 days.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month < 3 { year - 1 } else { year };
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    let day = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year * 365 + year / 4 - year / 100 + day - 719_468
}

/// The decimal digits of a number from that of `place` (1000, 10) on.
fn push_digits(out: &mut String, number: u16, mut place: u16) {
    while place > 0 {
        out.push(char::from(b'0' + (number / place % 10) as u8));
        place /= 10;
    }
}

/// The reverse of [`days`].
fn civil(days: i64) -> (u16, u8, u8) {
    let days = days + 719_468;
    let (era, days) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (days - days / 1460 + days / 36_524 - days / 146_096) / 365;
    let days = days - (365 * year + year / 4 - year / 100);
    let month = (5 * days + 2) / 153;
    let day = days - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year + i64::from(month < 3);
    (year as u16, month as u8, day as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str) -> Option<String> {
        Moment::parse(text).map(|moment| moment.to_rfc3339())
    }

    #[test]
    fn rfc_3339_is_read_and_written_back() {
        for text in [
            "2022-02-10T09:15:00+01:00",
            "2022-02-10T09:15:00Z",
            "2022-02-10T09:15:00-03:30",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59+14:00",
            "9999-12-31T23:59:59-14:00",
            "2000-02-29T00:00:00Z",
            "1969-12-31T23:59:59Z",
        ] {
            assert_eq!(told(text).as_deref(), Some(text));
        }
    }

    #[test]
    fn common_slips_are_forgiven() {
        for (text, meant) in [
            ("2022-02-10 09:15:00+01:00", "2022-02-10T09:15:00+01:00"),
            ("2022-02-10 09:15:00 +0100", "2022-02-10T09:15:00+01:00"),
            ("2022-02-10T09:15:00+01", "2022-02-10T09:15:00+01:00"),
            ("2022-02-10t09:15:00z", "2022-02-10T09:15:00Z"),
            ("2022-02-10T09:15+01:00", "2022-02-10T09:15:00+01:00"),
            ("2022-02-10T09:15:00", "2022-02-10T09:15:00Z"),
            ("2022-02-10 09:15", "2022-02-10T09:15:00Z"),
            ("2022-02-10 09:15:00 UTC", "2022-02-10T09:15:00Z"),
            ("2022-02-10", "2022-02-10T00:00:00Z"),
            (" 2022-02-10\n", "2022-02-10T00:00:00Z"),
            (
                "2022-02-10T09:15:00.123456789+01:00",
                "2022-02-10T09:15:00+01:00",
            ),
            ("2022-02-10T09:15:00,5Z", "2022-02-10T09:15:00Z"),
            ("2022-02-10T09:15:00-00:00", "2022-02-10T09:15:00Z"),
            ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
        ] {
            assert_eq!(told(text).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn the_dates_of_rss_are_read() {
        for (text, meant) in [
            (
                "Thu, 10 Feb 2022 09:15:00 +0100",
                "2022-02-10T09:15:00+01:00",
            ),
            ("Thu,10 Feb 2022 09:15:00 GMT", "2022-02-10T09:15:00Z"),
            ("1 September 2022 9:05 CEST", "2022-09-01T09:05:00+02:00"),
            ("Fri, 10 FEB 22 09:15:00 EST", "2022-02-10T09:15:00-05:00"),
            ("10 Feb 99 09:15 UT", "1999-02-10T09:15:00Z"),
            ("10 Feb 2022", "2022-02-10T00:00:00Z"),
            (
                "Thu, 10 Feb 2022 09:15:00 +0100 (CET)",
                "2022-02-10T09:15:00+01:00",
            ),
            ("Thu, 10 Feb 2022 09:15:00 AKST", "2022-02-10T09:15:00Z"),
        ] {
            assert_eq!(told(text).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn seconds_since_1970_are_read() {
        assert_eq!(told("1644480900").as_deref(), Some("2022-02-10T08:15:00Z"));
        assert_eq!(
            told("1644480900.75").as_deref(),
            Some("2022-02-10T08:15:00Z")
        );
        assert_eq!(told("-100000000").as_deref(), Some("1966-10-31T14:13:20Z"));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "yesterday",
            "0",
            "2022",
            "20220210",
            "202202100915",
            "1644480900000",
            "2022-2-10",
            "2022-13-01",
            "2022-00-01",
            "2022-02-00",
            "2022-02-29",
            "2022-04-31",
            "1900-02-29",
            "0000-01-01",
            "10000-01-01",
            "-2022-02-10",
            "9999-12-31T23:59:60Z",
            "2022-02-10T24:00:00Z",
            "2022-02-10T09:60:00Z",
            "2022-02-10T09:15:61Z",
            "2022-02-10T09:15:00+24:00",
            "2022-02-10T09:15:00+01:60",
            "2022-02-10T09:15:00.Z",
            "2022-02-10T09:15:00 PM",
            "2022-02-10T",
            "2022-02-10x",
            "２０２２-02-10",
            "31 Feb 2022 09:15:00 GMT",
            "10 Foo 2022 09:15:00 GMT",
            "10 Feb 2022 09:15 PM",
            "10 Feb 2022 09:15:00 +0100 later",
            "Thu",
            "Thu, 10 Фев 2022",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn moments_compare_by_the_instant() {
        let skopje = Moment::parse("2022-02-10T10:00:00+01:00").unwrap();
        let london = Moment::parse("2022-02-10T09:00:00Z").unwrap();
        assert_eq!(skopje, london);
        assert!(skopje < Moment::parse("2022-02-10T09:00:01Z").unwrap());
    }

    #[test]
    fn date_and_time_are_those_of_the_place() {
        let moment = Moment::parse("2022-12-31T23:30:00-05:00").unwrap();
        assert_eq!(moment.date(), (2022, 12, 31));
        assert_eq!(moment.time(), (23, 30));
        assert_eq!(moment.seconds(), 1_672_547_400);
    }

    #[test]
    fn days_are_counted_over_leap_years_and_stop_at_the_edge() {
        let moment = Moment::parse("2024-02-28T12:00:00+02:00").unwrap();
        assert_eq!(moment.plus_days(1).date(), (2024, 2, 29));
        assert_eq!(moment.plus_days(366).date(), (2025, 2, 28));
        assert_eq!(moment.plus_days(i64::MAX).date(), (9999, 12, 31));
        assert_eq!(moment.plus_days(i64::MIN).date(), (1, 1, 1));
        assert_eq!(moment.days_until(moment.plus_days(-3)), -3);
        assert_eq!(
            moment.days_until(Moment::parse("2024-03-01T11:59:59+02:00").unwrap()),
            1
        );
    }

    #[test]
    fn dates_are_told_in_four_languages() {
        let moment = Moment::parse("2026-11-20T09:15:00+01:00").unwrap();
        for (lang, words) in [
            ("en", "20 November 2026"),
            ("en-GB", "20 November 2026"),
            ("mk", "20 ноември 2026"),
            ("sq", "20 nëntor 2026"),
            ("uk-UA", "20 листопада 2026"),
            ("fr", "20 November 2026"),
            ("", "20 November 2026"),
        ] {
            assert_eq!(moment.long_date(lang), words, "{lang}");
        }
        assert_eq!(
            Moment::parse("2022-01-01").unwrap().long_date("mk"),
            "1 јануари 2022"
        );
        assert_eq!(
            Moment::parse("2022-12-01").unwrap().long_date("sq"),
            "1 dhjetor 2022"
        );
        for (_, names) in MONTHS.iter().chain([&ENGLISH]) {
            assert_eq!(names.split(' ').count(), 12);
        }
    }

    #[test]
    fn every_day_of_the_calendar_follows_the_one_before() {
        let mut last = (0, 12, 31);
        for day in FIRST / DAY..=LAST / DAY {
            let (year, month, of_month) = civil(day);
            let (before_year, before_month, before_day) = last;
            let next = (year, month) == (before_year, before_month) && of_month == before_day + 1;
            let first = of_month == 1
                && (month == before_month + 1 || (month == 1 && year == before_year + 1));
            assert!(next || first, "{last:?} and then {year}-{month}-{of_month}");
            assert_eq!(
                days(i64::from(year), i64::from(month), i64::from(of_month)),
                day
            );
            last = (year, month, of_month);
        }
        assert_eq!(last, (9999, 12, 31));
    }

    proptest! {
        #[test]
        fn a_moment_survives_being_written(seconds in FIRST..=LAST, offset in -1439_i16..=1439) {
            prop_assume!(Moment::at(seconds, offset).is_some());
            let moment = Moment::at(seconds, offset).unwrap();
            let back = Moment::parse(&moment.to_rfc3339()).unwrap();
            prop_assert_eq!((back.seconds, back.offset), (moment.seconds, moment.offset));
        }

        #[test]
        fn the_order_is_that_of_the_instants(a in FIRST / 2..LAST / 2, b in FIRST / 2..LAST / 2, east in -720_i16..=840) {
            let (first, second) = (Moment::at(a, 0).unwrap(), Moment::at(b, east).unwrap());
            prop_assert_eq!(first.cmp(&second), a.cmp(&b));
            prop_assert_eq!(first == second, a == b);
        }

        #[test]
        fn nothing_makes_the_reader_panic(text in "\\PC*") {
            let _ = Moment::parse(&text);
        }

        #[test]
        fn nothing_like_a_date_makes_the_reader_panic(text in "[0-9]{0,5}[-T: ]?[0-9A-Za-zé]{0,4}[-:, ]?[0-9]{0,12}[T ]?[0-9:.]{0,12}[-+Zz(]?[0-9:]{0,6}") {
            if let Some(moment) = Moment::parse(&text) {
                prop_assert!((1..=9999).contains(&moment.date().0));
            }
        }
    }
}
