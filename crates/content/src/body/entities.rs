//! Character references: `&amp;`, `&#8211;`.

use std::borrow::Cow;

/// `text` with its character references decoded and its NUL characters gone.
///
/// In an attribute, `&copy=` stays as it is when its semicolon is missing: it is a part of an address.
pub(super) fn decode(text: &str, attribute: bool) -> Cow<'_, str> {
    let next = |text: &str| text.bytes().position(|byte| byte == b'&' || byte == 0);
    if next(text).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, tail)) = next(rest).and_then(|at| rest.split_at_checked(at)) {
        out.push_str(plain);
        let (length, decoded) = reference(tail, attribute);
        match decoded {
            Some(c) => out.push(c),
            None if tail.starts_with('&') => out.push('&'),
            None => {}
        }
        rest = tail.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that `tail` begins with a reference to, and how many bytes that reference takes.
fn reference(tail: &str, attribute: bool) -> (usize, Option<char>) {
    let none = (1, None);
    let Some(body) = tail.strip_prefix('&') else {
        return none;
    };
    if let Some(number) = body.strip_prefix('#') {
        let (digits, radix, front) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16, 3),
            None => (number, 10, 2),
        };
        let mut value = 0_u32;
        let mut length = 0;
        for digit in digits.chars().map_while(|c| c.to_digit(radix)) {
            value = value.saturating_mul(radix).saturating_add(digit);
            length += 1;
        }
        if length == 0 {
            return none;
        }
        let semicolon = usize::from(digits.as_bytes().get(length) == Some(&b';'));
        return (front + length + semicolon, Some(numbered(value)));
    }
    // The longest name has 19 letters: a longer run is no name, and need not be looked at.
    let length = body
        .bytes()
        .take(20)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let next = body.as_bytes().get(length);
    let Some(name) = body.get(..length).filter(|name| !name.is_empty()) else {
        return none;
    };
    if next == Some(&b';') {
        let named = named(name).or_else(|| further(name));
        return named.map_or(none, |c| (length + 2, Some(c)));
    }
    let Some(c) = named(name) else {
        return none;
    };
    // The names that HTML 2 and 3.2 had are understood without a semicolon too.
    if c <= '\u{ff}' && c != '\'' && !(attribute && next == Some(&b'=')) {
        (length + 1, Some(c))
    } else {
        none
    }
}

/// The character with this number, in the standard's reading: some numbers meant Windows-1252.
fn numbered(value: u32) -> char {
    const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match value {
        0x80..=0x9f => WINDOWS.chars().nth((value - 0x80) as usize),
        0 => None,
        _ => char::from_u32(value),
    }
    .unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The character with a name that is understood without a semicolon.
fn named(name: &str) -> Option<char> {
    look_up(EVERYDAY, name)
}

/// The character with another name.
#[inline(never)] // Seldom run: decision 17.
fn further(name: &str) -> Option<char> {
    look_up(FURTHER, name)
}

/// The character with this name, among these.
fn look_up(names: &str, name: &str) -> Option<char> {
    let (mut low, mut high) = (0, names.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let before = names
            .as_bytes()
            .get(low..middle)?
            .iter()
            .rposition(|byte| *byte == b' ');
        let start = low + before.map_or(0, |at| at + 1);
        let entry = names.get(start..high)?.split(' ').next()?;
        let (key, value) =
            entry.split_at_checked(entry.find(|c: char| !c.is_ascii_alphanumeric())?)?;
        match name.cmp(key) {
            std::cmp::Ordering::Equal => return value.chars().next(),
            std::cmp::Ordering::Less => high = start,
            std::cmp::Ordering::Greater => low = start + entry.len() + 1,
        }
    }
    None
}

/// The names that are understood without a semicolon too, and those of a newspaper's everyday signs, sorted, each followed
/// by its character. One string takes a third of the space that a table of names and characters would.
const EVERYDAY: &str = "AEligÆ AMP& AacuteÁ AcircÂ AgraveÀ AringÅ AtildeÃ AumlÄ COPY© CacuteĆ CcaronČ CcedilÇ DstrokĐ ETHÐ \
    EacuteÉ EcircÊ EgraveÈ EumlË GT> Hat^ IacuteÍ IcircÎ IgraveÌ IumlÏ LT< NewLine\u{a} \
    NonBreakingSpace\u{a0} NtildeÑ OEligŒ OacuteÓ OcircÔ OgraveÒ OslashØ OtildeÕ OumlÖ QUOT\" REG® ScaronŠ \
    THORNÞ Tab\u{9} UacuteÚ UcircÛ UgraveÙ UumlÜ YacuteÝ YumlŸ ZcaronŽ aacuteá acircâ acute´ aeligæ agraveà \
    amp& apos' aringå ast* atildeã aumlä bdquo„ brvbar¦ bsol\\ bull• cacuteć ccaronč ccedilç cedil¸ cent¢ \
    centerdot· colon: comma, commat@ copy© curren¤ deg° divide÷ dollar$ dstrokđ eacuteé ecircê egraveè \
    emsp\u{2003} ensp\u{2002} equals= ethð eumlë euro€ excl! frac12½ frac14¼ frac34¾ grave` gt> half½ \
    hellip… iacuteí icircî iexcl¡ igraveì iquest¿ iumlï laquo« lbrace{ lbrack[ lcub{ ldquo“ lowbar_ lpar( \
    lrm\u{200e} lsaquo‹ lsqb[ lsquo‘ lt< macr¯ mdash— microµ middot· nbsp\u{a0} ndash– not¬ ntildeñ num# \
    oacuteó ocircô oeligœ ograveò ordfª ordmº oslashø otildeõ oumlö para¶ percnt% period. plus+ plusmn± \
    pound£ quest? quot\" raquo» rbrace} rbrack] rcub} rdquo” reg® rlm\u{200f} rpar) rsaquo› rsqb] rsquo’ \
    sbquo‚ scaronš sect§ semi; shy\u{ad} sol/ sup1¹ sup2² sup3³ szligß thinsp\u{2009} thornþ times× trade™ \
    uacuteú ucircû ugraveù uml¨ uumlü verbar| vert| yacuteý yen¥ yumlÿ zcaronž zwj\u{200d} zwnj\u{200c}";

/// The other names of HTML 4 and the common ones of HTML 5.
const FURTHER: &str = "AbreveĂ AlphaΑ AmacrĀ AogonĄ BetaΒ CdotĊ ChiΧ Dagger‡ DcaronĎ DeltaΔ EcaronĚ EdotĖ EmacrĒ EogonĘ \
    EpsilonΕ EtaΗ GammaΓ GbreveĞ Idotİ ImacrĪ IogonĮ IotaΙ KappaΚ KcedilĶ LacuteĹ LambdaΛ LcaronĽ LcedilĻ \
    LstrokŁ MuΜ NacuteŃ NcaronŇ NcedilŅ NoBreak\u{2060} NuΝ OdblacŐ OmacrŌ OmegaΩ OmicronΟ PhiΦ PiΠ Prime″ \
    PsiΨ RacuteŔ RcaronŘ RhoΡ SacuteŚ ScedilŞ SigmaΣ TRADE™ TauΤ TcaronŤ TcedilŢ ThetaΘ UdblacŰ UmacrŪ \
    UogonŲ UpsilonΥ UringŮ XiΞ ZacuteŹ ZdotŻ ZeroWidthSpace\u{200b} ZetaΖ abreveă alefsymℵ alphaα amacrā \
    and∧ ang∠ aogoną asymp≈ betaβ cap∩ cdotċ check✓ chiχ circˆ clubs♣ cong≅ crarr↵ cross✗ cup∪ dArr⇓ \
    dagger† darr↓ dash‐ dcaronď deltaδ diams♦ ecaroně edotė emacrē empty∅ emsp13\u{2004} emsp14\u{2005} \
    eogonę epsilonε equiv≡ etaη exist∃ female♀ fnofƒ forall∀ frac13⅓ frac15⅕ frac16⅙ frac18⅛ frac23⅔ \
    frac25⅖ frac35⅗ frac38⅜ frac45⅘ frac56⅚ frac58⅝ frac78⅞ frasl⁄ gammaγ gbreveğ ge≥ hArr⇔ hairsp\u{200a} \
    harr↔ hearts♥ horbar― hyphen‐ imacrī imageℑ imathı infin∞ inodotı int∫ iogonį iotaι isin∈ kappaκ \
    kcedilķ lArr⇐ lacuteĺ lambdaλ lang⟨ larr← lcaronľ lcedilļ lceil⌈ ldquor„ le≤ lfloor⌊ lowast∗ loz◊ \
    lsquor‚ lstrokł male♂ minus− mldr… muμ nabla∇ nacuteń ncaronň ncedilņ ne≠ ni∋ nldr‥ notin∉ nsub⊄ nuν \
    numero№ numsp\u{2007} odblacő oline‾ omacrō omegaω omicronο oplus⊕ or∨ otimes⊗ part∂ permil‰ perp⊥ phiφ \
    phone☎ piπ pivϖ prime′ prod∏ prop∝ psiψ puncsp\u{2008} rArr⇒ racuteŕ radic√ rang⟩ rarr→ rcaronř rceil⌉ \
    rdquor” realℜ rfloor⌋ rhoρ rsquor’ sacuteś scedilş sdot⋅ sigmaσ sigmafς sim∼ spades♠ star☆ starf★ sub⊂ \
    sube⊆ sum∑ sup⊃ supe⊇ tauτ tcaronť tcedilţ there4∴ thetaθ thetasymϑ tilde˜ uArr⇑ uarr↑ udblacű umacrū \
    uogonų upsihϒ upsilonυ uringů weierp℘ xiξ zacuteź zdotż zetaζ";

#[cfg(test)]
mod tests {
    use super::{EVERYDAY, FURTHER, decode, further, look_up, named};

    #[test]
    fn every_name_is_found() {
        for names in [EVERYDAY, FURTHER] {
            let mut last = "";
            for entry in names.split(' ') {
                let (name, value) =
                    entry.split_at(entry.find(|c: char| !c.is_ascii_alphanumeric()).unwrap());
                assert!(last < name, "{last} {name}");
                assert_eq!(look_up(names, name), value.chars().next(), "{name}");
                assert_eq!(value.chars().count(), 1, "{name}");
                assert!(name.len() <= 19, "{name}");
                last = name;
            }
        }
        assert_eq!(
            EVERYDAY.split(' ').count() + FURTHER.split(' ').count(),
            410
        );
        for name in ["", "a", "zzz", "AElih", "zwnk", " ", "amp&"] {
            assert_eq!(named(name).or_else(|| further(name)), None, "{name}");
        }
    }

    #[test]
    fn what_is_understood_without_a_semicolon_stands_among_the_everyday_names() {
        let characters = FURTHER.split(' ').filter_map(|entry| entry.chars().last());
        assert!(characters.into_iter().all(|character| character > '\u{ff}'));
    }

    #[test]
    fn references_are_decoded_as_the_standard_says() {
        for (text, expected) in [
            (
                "a &amp; b &lt;p&gt; &nbsp;&hellip;&apos;&zwnj;",
                "a & b <p> \u{a0}…'\u{200c}",
            ),
            ("&#8211;&#x2014;&#X2014;&#65", "–——A"),
            ("&#128;&#x99;&#151;", "€™—"),
            (
                "&#0;&#xD800;&#x110000;&#99999999999999999999;",
                "\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
            ),
            ("&copy 2026 &eacute", "© 2026 é"),
            (
                "&hellip &unknown; && &; &#; &#x; &",
                "&hellip &unknown; && &; &#; &#x; &",
            ),
            ("a\0b", "ab"),
        ] {
            assert_eq!(decode(text, false), expected, "{text}");
        }
        assert_eq!(decode("?a=1&copy=2&amp;b&lt", true), "?a=1&copy=2&b<");
    }
}
