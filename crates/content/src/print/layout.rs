//! What was decided about a sheet, and how it is written into an address.

use super::Key;
use crate::url::percent_decode;

/// Something that can be chosen for a sheet as a whole. Its values are fixed words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// How large the text is, in points.
    Size,
    /// With serifs or without.
    Face,
    /// The height of the lines.
    Spacing,
    /// How many columns of text stand beside each other.
    Columns,
    /// The paper.
    Paper,
    /// How large pictures are, unless something else was chosen for one of them.
    Pictures,
    /// Whether the addresses of links are written out, as numbered notes.
    Links,
    /// Whether a QR code of the story's address is shown.
    Code,
    /// Whether to save ink: no pictures, grey rules.
    Ink,
}

impl Choice {
    /// Every choice, in the order in which a reader is asked.
    pub const ALL: [Self; 9] = [
        Self::Size,
        Self::Face,
        Self::Spacing,
        Self::Columns,
        Self::Paper,
        Self::Pictures,
        Self::Links,
        Self::Code,
        Self::Ink,
    ];

    /// Its name in addresses, what can be chosen, and which of that is the default.
    fn entry(self) -> (&'static str, &'static [&'static str], u8) {
        match self {
            Self::Size => (
                "size",
                &["9", "10", "11", "12", "13", "14", "15", "16", "17", "18"],
                2,
            ),
            Self::Face => ("face", &["serif", "sans"], 0),
            Self::Spacing => ("spacing", &["tight", "normal", "wide"], 1),
            Self::Columns => ("columns", &["1", "2"], 0),
            Self::Paper => ("paper", &["a4", "letter"], 0),
            Self::Pictures => ("pictures", &["none", "small", "all", "full"], 2),
            Self::Links => ("links", &["plain", "notes"], 0),
            Self::Code => ("code", &["no", "yes"], 0),
            Self::Ink => ("ink", &["full", "saved"], 0),
        }
    }

    /// Its name in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().0
    }

    /// What can be chosen.
    #[must_use]
    pub fn values(self) -> &'static [&'static str] {
        self.entry().1
    }
}

/// What was chosen: for each [`Choice`] the place of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices([u8; Choice::ALL.len()]);

impl Default for Choices {
    fn default() -> Self {
        Self(Choice::ALL.map(|choice| choice.entry().2))
    }
}

impl Choices {
    /// The value of a choice.
    #[must_use]
    pub fn get(&self, choice: Choice) -> &'static str {
        let place = self.0.get(choice as usize).copied().unwrap_or_default();
        choice
            .values()
            .get(usize::from(place))
            .copied()
            .unwrap_or_default()
    }

    /// Chooses a value; one that there is not changes nothing. Tells whether there is such a value.
    pub fn set(&mut self, choice: Choice, value: &str) -> bool {
        let place = choice.values().iter().position(|known| *known == value);
        match (place, self.0.get_mut(choice as usize)) {
            (Some(place), Some(chosen)) => {
                *chosen = place as u8;
                true
            }
            _ => false,
        }
    }

    /// Writes what differs from the default, as `size=12&face=sans`.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::new();
        for choice in Choice::ALL {
            let value = self.get(choice);
            if value != Self::default().get(choice) {
                field(&mut out, choice.name());
                out.push_str(value);
            }
        }
        out
    }

    /// Reads what [`Choices::write`] wrote. What is unknown is passed over.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Layout::read(text).unwrap_or_default().choices
    }
}

/// What was decided about a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// What was chosen for the sheet as a whole.
    pub choices: Choices,
    /// The pieces that were taken off, in the order of their keys: the same sheet has the same address.
    removed: Vec<Key>,
    /// Pictures that have a size of their own, a value of [`Choice::Pictures`], in the order of their keys.
    sized: Vec<(Key, &'static str)>,
}

/// The field of an address that names what was taken off.
const WITHOUT: &str = "without";
/// More than any sheet has pieces. What an address names beyond that is passed over.
const MOST: usize = 2000;

impl Layout {
    /// A layout with nothing taken off.
    #[must_use]
    pub fn of(choices: Choices) -> Self {
        Self {
            choices,
            ..Self::default()
        }
    }

    /// Whether a piece was taken off.
    #[must_use]
    pub fn is_removed(&self, key: Key) -> bool {
        self.removed.contains(&key)
    }

    /// Whether anything was taken off or has a size of its own.
    #[must_use]
    pub fn is_edited(&self) -> bool {
        !self.removed.is_empty() || !self.sized.is_empty()
    }

    /// Takes a piece off.
    pub fn remove(&mut self, key: Key) {
        if !self.is_removed(key) && self.removed.len() < MOST {
            let place = self.removed.partition_point(|other| *other < key);
            self.removed.insert(place, key);
        }
    }

    /// Puts everything back, pictures in their usual size.
    pub fn restore(&mut self) {
        self.removed.clear();
        self.sized.clear();
    }

    /// The size of a picture: a value of [`Choice::Pictures`].
    #[must_use]
    pub fn picture_size(&self, key: Key) -> &'static str {
        if self.choices.get(Choice::Ink) == "saved" {
            return "none";
        }
        self.sized
            .iter()
            .find(|(sized, _)| *sized == key)
            .map_or_else(|| self.choices.get(Choice::Pictures), |(_, size)| size)
    }

    /// Gives a picture a size of its own; a size that there is not changes nothing.
    pub fn resize(&mut self, key: Key, size: &str) {
        if let Some(size) = Choice::Pictures
            .values()
            .iter()
            .find(|known| **known == size)
        {
            self.sized.retain(|(sized, _)| *sized != key);
            if self.sized.len() < MOST {
                let place = self.sized.partition_point(|(other, _)| *other < key);
                self.sized.insert(place, (key, size));
            }
        }
    }

    /// Writes it as the fragment of an address, without its `#`: `size=12&without=EcnFx.b3_-a&full=Zk1fa`. Empty for a
    /// layout in which nothing was decided.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = self.choices.write();
        keys(&mut out, WITHOUT, &mut self.removed.iter());
        for size in Choice::Pictures.values() {
            let sized = self.sized.iter().filter(|(_, own)| own == size);
            keys(&mut out, size, &mut sized.map(|(key, _)| key));
        }
        out
    }

    /// Reads a fragment. What is unknown or broken is passed over; a fragment in which nothing is known is none at all.
    #[must_use]
    pub fn read(fragment: &str) -> Option<Self> {
        let mut layout = Self::default();
        let mut is_known = false;
        // Some programs encode what need not be encoded when they pass an address on.
        for part in percent_decode(fragment).split('&') {
            let Some((name, value)) = part.split_once('=') else {
                continue;
            };
            if let Some(choice) = Choice::ALL.into_iter().find(|choice| choice.name() == name) {
                is_known |= layout.choices.set(choice, value);
                continue;
            }
            for key in value.split('.').take(MOST).filter_map(Key::parse) {
                if name == WITHOUT {
                    layout.remove(key);
                } else if Choice::Pictures.values().contains(&name) {
                    layout.resize(key, name);
                } else {
                    break;
                }
                is_known = true;
            }
        }
        is_known.then_some(layout)
    }
}

fn field(out: &mut String, name: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    out.push_str(name);
    out.push('=');
}

fn keys(out: &mut String, name: &str, keys: &mut dyn Iterator<Item = &Key>) {
    for (place, key) in keys.enumerate() {
        if place == 0 {
            field(out, name);
        } else {
            out.push('.');
        }
        key.write(out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn layout() -> impl Strategy<Value = Layout> {
        let choices = prop::collection::vec(0usize..10, Choice::ALL.len());
        let keys = || prop::collection::btree_set("[a-z]{1,6}", 0..30);
        (choices, keys(), keys()).prop_map(|(places, removed, sized)| {
            let mut layout = Layout::default();
            for (choice, place) in Choice::ALL.into_iter().zip(places) {
                if let Some(value) = choice.values().get(place) {
                    layout.choices.set(choice, value);
                }
            }
            removed.iter().for_each(|text| layout.remove(Key::of(text)));
            sized.iter().for_each(|text| {
                layout.resize(Key::of(text), Choice::Pictures.values()[text.len() % 4]);
            });
            layout
        })
    }

    proptest! {
        #[test]
        fn a_layout_is_read_as_it_was_written(layout in layout()) {
            let fragment = layout.write();
            prop_assert_eq!(Layout::read(&fragment).unwrap_or_default(), layout.clone());
            prop_assert!(fragment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"&=.-_".contains(&byte)));
            let encoded: String = fragment.chars().map(|c| match c {
                '&' => "%26".to_owned(),
                '=' => "%3D".to_owned(),
                c => c.to_string(),
            }).collect();
            prop_assert_eq!(Layout::read(&encoded).unwrap_or_default(), layout);
        }

        #[test]
        fn any_fragment_is_a_layout_or_none(fragment in "[a-z=&.%#A-Z0-9]{0,80}|\\PC{0,60}") {
            if let Some(layout) = Layout::read(&fragment) {
                prop_assert_eq!(Layout::read(&layout.write()).unwrap_or_default(), layout);
            }
        }
    }

    #[test]
    fn what_is_broken_in_a_fragment_costs_only_itself() {
        for nothing in [
            "",
            "#",
            "part-two",
            "size=99",
            "without=",
            "without=abc",
            "face",
            "%%%",
            "<script>",
        ] {
            assert_eq!(Layout::read(nothing), None, "{nothing}");
        }
        let layout = Layout::read("size=99&face=sans&without=EcnFx.!!.abcde&x=y&pictures").unwrap();
        assert_eq!(layout.write(), "face=sans&without=EcnFx.abcde");
    }

    #[test]
    fn a_hostile_fragment_is_cut() {
        let keys: Vec<String> = (0..100_000)
            .map(|number| {
                let mut key = String::new();
                Key::of(&number.to_string()).write(&mut key);
                key
            })
            .collect();
        let layout = Layout::read(&("without=".to_owned() + &keys.join("."))).unwrap();
        assert!(layout.removed.len() <= MOST);
    }

    #[test]
    fn twenty_removed_pieces_and_every_choice_fit_an_address_with_room_to_spare() {
        let mut layout = Layout::default();
        for choice in Choice::ALL {
            layout.choices.set(choice, choice.values().last().unwrap());
        }
        (0..20).for_each(|number| layout.remove(Key::of(&number.to_string())));
        (20..40).for_each(|number| layout.resize(Key::of(&number.to_string()), "small"));
        assert!(layout.write().len() < 400, "{}", layout.write());
    }

    #[test]
    fn the_default_is_written_as_nothing() {
        assert_eq!(Layout::default().write(), "");
        assert_eq!(
            Choices::read(&Choices::default().write()),
            Choices::default()
        );
    }

    #[test]
    fn saving_ink_leaves_out_pictures_and_a_picture_can_have_its_own_size() {
        let mut layout = Layout::default();
        let key = Key::of("a");
        assert_eq!(layout.picture_size(key), "all");
        layout.choices.set(Choice::Pictures, "small");
        assert_eq!(layout.picture_size(key), "small");
        layout.resize(key, "full");
        assert_eq!(layout.picture_size(key), "full");
        layout.choices.set(Choice::Ink, "saved");
        assert_eq!(layout.picture_size(key), "none");
        layout.restore();
        assert!(!layout.is_edited());
    }
}
