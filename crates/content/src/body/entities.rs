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
    let Some(c) = body
        .get(..length)
        .filter(|name| !name.is_empty())
        .and_then(named)
    else {
        return none;
    };
    if next == Some(&b';') {
        return (length + 2, Some(c));
    }
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

/// The character with this name.
fn named(name: &str) -> Option<char> {
    let (mut low, mut high) = (0, NAMED.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let before = NAMED
            .as_bytes()
            .get(low..middle)?
            .iter()
            .rposition(|byte| *byte == b' ');
        let start = low + before.map_or(0, |at| at + 1);
        let entry = NAMED.get(start..high)?.split(' ').next()?;
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

/// The names of HTML 4 and the common ones of HTML 5, sorted, each followed by its character. One string takes a
/// third of the space that a table of names and characters would.
const NAMED: &str = "AEligÆ AMP& AacuteÁ AbreveĂ AcircÂ AgraveÀ AlphaΑ AmacrĀ AogonĄ AringÅ AtildeÃ AumlÄ BetaΒ COPY© \
    CacuteĆ CcaronČ CcedilÇ CdotĊ ChiΧ Dagger‡ DcaronĎ DeltaΔ DstrokĐ ETHÐ EacuteÉ EcaronĚ EcircÊ EdotĖ \
    EgraveÈ EmacrĒ EogonĘ EpsilonΕ EtaΗ EumlË GT> GammaΓ GbreveĞ Hat^ IacuteÍ IcircÎ Idotİ IgraveÌ ImacrĪ \
    IogonĮ IotaΙ IumlÏ KappaΚ KcedilĶ LT< LacuteĹ LambdaΛ LcaronĽ LcedilĻ LstrokŁ MuΜ NacuteŃ NcaronŇ \
    NcedilŅ NewLine\u{a} NoBreak\u{2060} NonBreakingSpace\u{a0} NtildeÑ NuΝ OEligŒ OacuteÓ OcircÔ OdblacŐ \
    OgraveÒ OmacrŌ OmegaΩ OmicronΟ OslashØ OtildeÕ OumlÖ PhiΦ PiΠ Prime″ PsiΨ QUOT\" REG® RacuteŔ RcaronŘ \
    RhoΡ SacuteŚ ScaronŠ ScedilŞ SigmaΣ THORNÞ TRADE™ Tab\u{9} TauΤ TcaronŤ TcedilŢ ThetaΘ UacuteÚ UcircÛ \
    UdblacŰ UgraveÙ UmacrŪ UogonŲ UpsilonΥ UringŮ UumlÜ XiΞ YacuteÝ YumlŸ ZacuteŹ ZcaronŽ ZdotŻ \
    ZeroWidthSpace\u{200b} ZetaΖ aacuteá abreveă acircâ acute´ aeligæ agraveà alefsymℵ alphaα amacrā amp& \
    and∧ ang∠ aogoną apos' aringå ast* asymp≈ atildeã aumlä bdquo„ betaβ brvbar¦ bsol\\ bull• cacuteć cap∩ \
    ccaronč ccedilç cdotċ cedil¸ cent¢ centerdot· check✓ chiχ circˆ clubs♣ colon: comma, commat@ cong≅ \
    copy© crarr↵ cross✗ cup∪ curren¤ dArr⇓ dagger† darr↓ dash‐ dcaronď deg° deltaδ diams♦ divide÷ dollar$ \
    dstrokđ eacuteé ecaroně ecircê edotė egraveè emacrē empty∅ emsp\u{2003} emsp13\u{2004} emsp14\u{2005} \
    ensp\u{2002} eogonę epsilonε equals= equiv≡ etaη ethð eumlë euro€ excl! exist∃ female♀ fnofƒ forall∀ \
    frac12½ frac13⅓ frac14¼ frac15⅕ frac16⅙ frac18⅛ frac23⅔ frac25⅖ frac34¾ frac35⅗ frac38⅜ frac45⅘ frac56⅚ \
    frac58⅝ frac78⅞ frasl⁄ gammaγ gbreveğ ge≥ grave` gt> hArr⇔ hairsp\u{200a} half½ harr↔ hearts♥ hellip… \
    horbar― hyphen‐ iacuteí icircî iexcl¡ igraveì imacrī imageℑ imathı infin∞ inodotı int∫ iogonį iotaι \
    iquest¿ isin∈ iumlï kappaκ kcedilķ lArr⇐ lacuteĺ lambdaλ lang⟨ laquo« larr← lbrace{ lbrack[ lcaronľ \
    lcedilļ lceil⌈ lcub{ ldquo“ ldquor„ le≤ lfloor⌊ lowast∗ lowbar_ loz◊ lpar( lrm\u{200e} lsaquo‹ lsqb[ \
    lsquo‘ lsquor‚ lstrokł lt< macr¯ male♂ mdash— microµ middot· minus− mldr… muμ nabla∇ nacuteń nbsp\u{a0} \
    ncaronň ncedilņ ndash– ne≠ ni∋ nldr‥ not¬ notin∉ nsub⊄ ntildeñ nuν num# numero№ numsp\u{2007} oacuteó \
    ocircô odblacő oeligœ ograveò oline‾ omacrō omegaω omicronο oplus⊕ or∨ ordfª ordmº oslashø otildeõ \
    otimes⊗ oumlö para¶ part∂ percnt% period. permil‰ perp⊥ phiφ phone☎ piπ pivϖ plus+ plusmn± pound£ \
    prime′ prod∏ prop∝ psiψ puncsp\u{2008} quest? quot\" rArr⇒ racuteŕ radic√ rang⟩ raquo» rarr→ rbrace} \
    rbrack] rcaronř rceil⌉ rcub} rdquo” rdquor” realℜ reg® rfloor⌋ rhoρ rlm\u{200f} rpar) rsaquo› rsqb] \
    rsquo’ rsquor’ sacuteś sbquo‚ scaronš scedilş sdot⋅ sect§ semi; shy\u{ad} sigmaσ sigmafς sim∼ sol/ \
    spades♠ star☆ starf★ sub⊂ sube⊆ sum∑ sup⊃ sup1¹ sup2² sup3³ supe⊇ szligß tauτ tcaronť tcedilţ there4∴ \
    thetaθ thetasymϑ thinsp\u{2009} thornþ tilde˜ times× trade™ uArr⇑ uacuteú uarr↑ ucircû udblacű ugraveù \
    umacrū uml¨ uogonų upsihϒ upsilonυ uringů uumlü verbar| vert| weierp℘ xiξ yacuteý yen¥ yumlÿ zacuteź \
    zcaronž zdotż zetaζ zwj\u{200d} zwnj\u{200c}";

#[cfg(test)]
mod tests {
    use super::{NAMED, decode, named};

    #[test]
    fn every_name_is_found() {
        let mut last = "";
        for entry in NAMED.split(' ') {
            let (name, value) =
                entry.split_at(entry.find(|c: char| !c.is_ascii_alphanumeric()).unwrap());
            assert!(last < name, "{last} {name}");
            assert_eq!(named(name), value.chars().next(), "{name}");
            assert_eq!(value.chars().count(), 1, "{name}");
            assert!(name.len() <= 19, "{name}");
            last = name;
        }
        assert_eq!(NAMED.split(' ').count(), 410);
        for name in ["", "a", "zzz", "AElih", "zwnk", " ", "amp&"] {
            assert_eq!(named(name), None, "{name}");
        }
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
