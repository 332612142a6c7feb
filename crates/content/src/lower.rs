//! Letters in lower case.
//!
//! The standard library has a row for each of its 1,400 capital letters: 11 KB before compression. Capitals mostly
//! stand in runs, though, and two hundred of those say the same.

/// The letter in lower case. (`İ`, the only letter that would become two, is an `i`.)
pub(crate) fn lower(letter: char) -> char {
    match letter {
        'а'..='я' => return letter,
        _ if letter.is_ascii() => return letter.to_ascii_lowercase(),
        'İ' => return 'i',
        _ => {}
    }
    match letter {
        ..'\u{590}' | '\u{1C90}'..'\u{1F00}' => in_runs(EVERYDAY, letter),
        '\u{10A0}'..'\u{10D0}'
        | '\u{13A0}'..'\u{1400}'
        | '\u{1C89}'
        | '\u{1F00}'..'\u{2000}'
        | '\u{2126}'..'\u{2184}'
        | '\u{24B6}'..'\u{24D0}'
        | '\u{2C00}'..'\u{2D00}'
        | '\u{A640}'..'\u{A800}'
        | '\u{FF21}'..'\u{FF3B}'
        | '\u{10400}'..'\u{17000}'
        | '\u{1E900}'..'\u{1E930}' => further(letter),
        // Nowhere else are there capitals.
        _ => letter,
    }
}

#[inline(never)] // Seldom run: decision 17.
fn further(letter: char) -> char {
    in_runs(FURTHER, letter)
}

fn in_runs(runs: &[(char, char, char)], letter: char) -> char {
    let place = runs.partition_point(|(first, ..)| *first <= letter);
    let run = place.checked_sub(1).and_then(|place| runs.get(place));
    let Some((first, _, small)) = run.filter(|(_, last, _)| letter <= *last) else {
        return letter;
    };
    let (code, from, to) = (u32::from(letter), u32::from(*first), u32::from(*small));
    // Where small letters stand beside their capitals, every other letter is one.
    if to == from + 1 && (code - from) % 2 == 1 {
        return letter;
    }
    char::from_u32(code - from + to).unwrap_or(letter)
}

/// Runs of capitals: the first, the last, and the small letter of the first.
#[rustfmt::skip]
const EVERYDAY: &[(char, char, char)] = &[
    ('À', 'Ö', 'à'), ('Ø', 'Þ', 'ø'), ('Ā', 'Į', 'ā'), ('Ĳ', 'Ķ', 'ĳ'), ('Ĺ', 'Ň', 'ĺ'), ('Ŋ', 'Ŷ', 'ŋ'),
    ('Ÿ', 'Ÿ', 'ÿ'), ('Ź', 'Ž', 'ź'), ('Ɓ', 'Ɓ', 'ɓ'), ('Ƃ', 'Ƅ', 'ƃ'), ('Ɔ', 'Ɔ', 'ɔ'), ('Ƈ', 'Ƈ', 'ƈ'),
    ('Ɖ', 'Ɗ', 'ɖ'), ('Ƌ', 'Ƌ', 'ƌ'), ('Ǝ', 'Ǝ', 'ǝ'), ('Ə', 'Ə', 'ə'), ('Ɛ', 'Ɛ', 'ɛ'), ('Ƒ', 'Ƒ', 'ƒ'),
    ('Ɠ', 'Ɠ', 'ɠ'), ('Ɣ', 'Ɣ', 'ɣ'), ('Ɩ', 'Ɩ', 'ɩ'), ('Ɨ', 'Ɨ', 'ɨ'), ('Ƙ', 'Ƙ', 'ƙ'), ('Ɯ', 'Ɯ', 'ɯ'),
    ('Ɲ', 'Ɲ', 'ɲ'), ('Ɵ', 'Ɵ', 'ɵ'), ('Ơ', 'Ƥ', 'ơ'), ('Ʀ', 'Ʀ', 'ʀ'), ('Ƨ', 'Ƨ', 'ƨ'), ('Ʃ', 'Ʃ', 'ʃ'),
    ('Ƭ', 'Ƭ', 'ƭ'), ('Ʈ', 'Ʈ', 'ʈ'), ('Ư', 'Ư', 'ư'), ('Ʊ', 'Ʋ', 'ʊ'), ('Ƴ', 'Ƶ', 'ƴ'), ('Ʒ', 'Ʒ', 'ʒ'),
    ('Ƹ', 'Ƹ', 'ƹ'), ('Ƽ', 'Ƽ', 'ƽ'), ('Ǆ', 'Ǆ', 'ǆ'), ('ǅ', 'ǅ', 'ǆ'), ('Ǉ', 'Ǉ', 'ǉ'), ('ǈ', 'ǈ', 'ǉ'),
    ('Ǌ', 'Ǌ', 'ǌ'), ('ǋ', 'Ǜ', 'ǌ'), ('Ǟ', 'Ǯ', 'ǟ'), ('Ǳ', 'Ǳ', 'ǳ'), ('ǲ', 'Ǵ', 'ǳ'), ('Ƕ', 'Ƕ', 'ƕ'),
    ('Ƿ', 'Ƿ', 'ƿ'), ('Ǹ', 'Ȟ', 'ǹ'), ('Ƞ', 'Ƞ', 'ƞ'), ('Ȣ', 'Ȳ', 'ȣ'), ('Ⱥ', 'Ⱥ', '\u{2C65}'), ('Ȼ', 'Ȼ', 'ȼ'),
    ('Ƚ', 'Ƚ', 'ƚ'), ('Ⱦ', 'Ⱦ', '\u{2C66}'), ('Ɂ', 'Ɂ', 'ɂ'), ('Ƀ', 'Ƀ', 'ƀ'), ('Ʉ', 'Ʉ', 'ʉ'), ('Ʌ', 'Ʌ', 'ʌ'),
    ('Ɇ', 'Ɏ', 'ɇ'), ('Ͱ', 'Ͳ', 'ͱ'), ('Ͷ', 'Ͷ', 'ͷ'), ('Ϳ', 'Ϳ', 'ϳ'), ('Ά', 'Ά', 'ά'), ('Έ', 'Ί', 'έ'),
    ('Ό', 'Ό', 'ό'), ('Ύ', 'Ώ', 'ύ'), ('Α', 'Ρ', 'α'), ('Σ', 'Ϋ', 'σ'), ('Ϗ', 'Ϗ', 'ϗ'), ('Ϙ', 'Ϯ', 'ϙ'),
    ('ϴ', 'ϴ', 'θ'), ('Ϸ', 'Ϸ', 'ϸ'), ('Ϲ', 'Ϲ', 'ϲ'), ('Ϻ', 'Ϻ', 'ϻ'), ('Ͻ', 'Ͽ', 'ͻ'), ('Ѐ', 'Џ', 'ѐ'),
    ('А', 'Я', 'а'), ('Ѡ', 'Ҁ', 'ѡ'), ('Ҋ', 'Ҿ', 'ҋ'), ('Ӏ', 'Ӏ', 'ӏ'), ('Ӂ', 'Ӎ', 'ӂ'), ('Ӑ', 'Ԯ', 'ӑ'),
    ('\u{531}', '\u{556}', '\u{561}'), ('\u{1C90}', '\u{1CBA}', '\u{10D0}'), ('\u{1CBD}', '\u{1CBF}', '\u{10FD}'),
    ('\u{1E00}', '\u{1E94}', '\u{1E01}'), ('\u{1E9E}', '\u{1E9E}', 'ß'), ('\u{1EA0}', '\u{1EFE}', '\u{1EA1}'),
];

/// The runs of capitals that newspapers seldom print.
#[rustfmt::skip]
const FURTHER: &[(char, char, char)] = &[
    ('\u{10A0}', '\u{10C5}', '\u{2D00}'), ('\u{10C7}', '\u{10C7}', '\u{2D27}'), ('\u{10CD}', '\u{10CD}', '\u{2D2D}'),
    ('\u{13A0}', '\u{13EF}', '\u{AB70}'), ('\u{13F0}', '\u{13F5}', '\u{13F8}'), ('\u{1C89}', '\u{1C89}', '\u{1C8A}'),
    ('\u{1F08}', '\u{1F0F}', '\u{1F00}'), ('\u{1F18}', '\u{1F1D}', '\u{1F10}'), ('\u{1F28}', '\u{1F2F}', '\u{1F20}'),
    ('\u{1F38}', '\u{1F3F}', '\u{1F30}'), ('\u{1F48}', '\u{1F4D}', '\u{1F40}'), ('\u{1F59}', '\u{1F59}', '\u{1F51}'),
    ('\u{1F5B}', '\u{1F5B}', '\u{1F53}'), ('\u{1F5D}', '\u{1F5D}', '\u{1F55}'), ('\u{1F5F}', '\u{1F5F}', '\u{1F57}'),
    ('\u{1F68}', '\u{1F6F}', '\u{1F60}'), ('\u{1F88}', '\u{1F8F}', '\u{1F80}'), ('\u{1F98}', '\u{1F9F}', '\u{1F90}'),
    ('\u{1FA8}', '\u{1FAF}', '\u{1FA0}'), ('\u{1FB8}', '\u{1FB9}', '\u{1FB0}'), ('\u{1FBA}', '\u{1FBB}', '\u{1F70}'),
    ('\u{1FBC}', '\u{1FBC}', '\u{1FB3}'), ('\u{1FC8}', '\u{1FCB}', '\u{1F72}'), ('\u{1FCC}', '\u{1FCC}', '\u{1FC3}'),
    ('\u{1FD8}', '\u{1FD9}', '\u{1FD0}'), ('\u{1FDA}', '\u{1FDB}', '\u{1F76}'), ('\u{1FE8}', '\u{1FE9}', '\u{1FE0}'),
    ('\u{1FEA}', '\u{1FEB}', '\u{1F7A}'), ('\u{1FEC}', '\u{1FEC}', '\u{1FE5}'), ('\u{1FF8}', '\u{1FF9}', '\u{1F78}'),
    ('\u{1FFA}', '\u{1FFB}', '\u{1F7C}'), ('\u{1FFC}', '\u{1FFC}', '\u{1FF3}'), ('\u{2126}', '\u{2126}', 'ω'),
    ('\u{212A}', '\u{212A}', 'k'), ('\u{212B}', '\u{212B}', 'å'), ('\u{2132}', '\u{2132}', '\u{214E}'),
    ('\u{2160}', '\u{216F}', '\u{2170}'), ('\u{2183}', '\u{2183}', '\u{2184}'), ('\u{24B6}', '\u{24CF}', '\u{24D0}'),
    ('\u{2C00}', '\u{2C2F}', '\u{2C30}'), ('\u{2C60}', '\u{2C60}', '\u{2C61}'), ('\u{2C62}', '\u{2C62}', 'ɫ'),
    ('\u{2C63}', '\u{2C63}', '\u{1D7D}'), ('\u{2C64}', '\u{2C64}', 'ɽ'), ('\u{2C67}', '\u{2C6B}', '\u{2C68}'),
    ('\u{2C6D}', '\u{2C6D}', 'ɑ'), ('\u{2C6E}', '\u{2C6E}', 'ɱ'), ('\u{2C6F}', '\u{2C6F}', 'ɐ'),
    ('\u{2C70}', '\u{2C70}', 'ɒ'), ('\u{2C72}', '\u{2C72}', '\u{2C73}'), ('\u{2C75}', '\u{2C75}', '\u{2C76}'),
    ('\u{2C7E}', '\u{2C7F}', 'ȿ'), ('\u{2C80}', '\u{2CE2}', '\u{2C81}'), ('\u{2CEB}', '\u{2CED}', '\u{2CEC}'),
    ('\u{2CF2}', '\u{2CF2}', '\u{2CF3}'), ('\u{A640}', '\u{A66C}', '\u{A641}'), ('\u{A680}', '\u{A69A}', '\u{A681}'),
    ('\u{A722}', '\u{A72E}', '\u{A723}'), ('\u{A732}', '\u{A76E}', '\u{A733}'), ('\u{A779}', '\u{A77B}', '\u{A77A}'),
    ('\u{A77D}', '\u{A77D}', '\u{1D79}'), ('\u{A77E}', '\u{A786}', '\u{A77F}'), ('\u{A78B}', '\u{A78B}', '\u{A78C}'),
    ('\u{A78D}', '\u{A78D}', 'ɥ'), ('\u{A790}', '\u{A792}', '\u{A791}'), ('\u{A796}', '\u{A7A8}', '\u{A797}'),
    ('\u{A7AA}', '\u{A7AA}', 'ɦ'), ('\u{A7AB}', '\u{A7AB}', 'ɜ'), ('\u{A7AC}', '\u{A7AC}', 'ɡ'),
    ('\u{A7AD}', '\u{A7AD}', 'ɬ'), ('\u{A7AE}', '\u{A7AE}', 'ɪ'), ('\u{A7B0}', '\u{A7B0}', 'ʞ'),
    ('\u{A7B1}', '\u{A7B1}', 'ʇ'), ('\u{A7B2}', '\u{A7B2}', 'ʝ'), ('\u{A7B3}', '\u{A7B3}', '\u{AB53}'),
    ('\u{A7B4}', '\u{A7C2}', '\u{A7B5}'), ('\u{A7C4}', '\u{A7C4}', '\u{A794}'), ('\u{A7C5}', '\u{A7C5}', 'ʂ'),
    ('\u{A7C6}', '\u{A7C6}', '\u{1D8E}'), ('\u{A7C7}', '\u{A7C9}', '\u{A7C8}'), ('\u{A7CB}', '\u{A7CB}', 'ɤ'),
    ('\u{A7CC}', '\u{A7DA}', '\u{A7CD}'), ('\u{A7DC}', '\u{A7DC}', 'ƛ'), ('\u{A7F5}', '\u{A7F5}', '\u{A7F6}'),
    ('\u{FF21}', '\u{FF3A}', '\u{FF41}'), ('\u{10400}', '\u{10427}', '\u{10428}'),
    ('\u{104B0}', '\u{104D3}', '\u{104D8}'), ('\u{10570}', '\u{1057A}', '\u{10597}'),
    ('\u{1057C}', '\u{1058A}', '\u{105A3}'), ('\u{1058C}', '\u{10592}', '\u{105B3}'),
    ('\u{10594}', '\u{10595}', '\u{105BB}'), ('\u{10C80}', '\u{10CB2}', '\u{10CC0}'),
    ('\u{10D50}', '\u{10D65}', '\u{10D70}'), ('\u{118A0}', '\u{118BF}', '\u{118C0}'),
    ('\u{16E40}', '\u{16E5F}', '\u{16E60}'), ('\u{16EA0}', '\u{16EB8}', '\u{16EBB}'),
    ('\u{1E900}', '\u{1E921}', '\u{1E922}'),
];

#[cfg(test)]
mod tests {
    use super::lower;

    /// When a new version of Unicode brings letters, this names them.
    #[test]
    fn every_letter_is_lowered_as_the_standard_library_does_it() {
        for letter in ('\0'..=char::MAX).filter(|letter| *letter != 'İ') {
            assert_eq!(
                letter.to_lowercase().to_string(),
                lower(letter).to_string(),
                "U+{:X}",
                u32::from(letter)
            );
        }
        assert_eq!(lower('İ'), 'i');
    }
}
