//! What each style's rules want, for a story of today and for the odd ones.

use super::{Source, Style, cite, name::Name};
use crate::date::Moment;
use proptest::prelude::*;

const ADDRESS: &str = "https://civil.example/bridge/";

fn moment(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn source<'a>(headline: &'a str, authors: &[&'a str]) -> Source<'a> {
    Source {
        headline,
        authors: authors.to_vec(),
        site: "CIVIL Today",
        publisher: "CIVIL",
        published: Some(moment("2022-02-10T09:15:00+01:00")),
        updated: None,
        address: ADDRESS,
        lang: "en",
        read: moment("2026-11-24"),
    }
}

/// APA, Chicago and MLA, in this order.
fn prose(source: &Source<'_>) -> [String; 3] {
    [Style::Apa, Style::Chicago, Style::Mla].map(|style| cite(style, source))
}

#[track_caller]
fn expect(source: &Source<'_>, expected: [&str; 3]) {
    assert_eq!(prose(source), expected);
}

#[test]
fn a_story_is_cited_in_every_style() {
    let source = source("The bridge is open", &["Xhabir M. Deralla"]);
    expect(
        &source,
        [
            "Deralla, X. M. (2022, February 10). The bridge is open. CIVIL Today. https://civil.example/bridge/",
            "Deralla, Xhabir M. “The bridge is open.” CIVIL Today, February 10, 2022. https://civil.example/bridge/.",
            "Deralla, Xhabir M. “The bridge is open.” CIVIL Today, 10 Feb. 2022, civil.example/bridge/.",
        ],
    );
    assert_eq!(
        cite(Style::Bibtex, &source),
        "@misc{deralla2022bridge,\n  author = {Deralla, Xhabir M.},\n  title = {{The bridge is open}},\n  \
         howpublished = {CIVIL Today},\n  year = {2022},\n  month = feb,\n  date = {2022-02-10},\n  \
         url = {https://civil.example/bridge/},\n  urldate = {2026-11-24}\n}\n"
    );
    assert_eq!(
        cite(Style::Ris, &source),
        "TY  - NEWS\r\nAU  - Deralla, Xhabir M.\r\nTI  - The bridge is open\r\nT2  - CIVIL Today\r\nPB  - CIVIL\r\n\
         PY  - 2022\r\nDA  - 2022/02/10\r\nLA  - en\r\nUR  - https://civil.example/bridge/\r\nY2  - 2026/11/24\r\n\
         ER  - \r\n"
    );
    assert_eq!(
        cite(Style::Wikipedia, &source),
        "{{cite news |last1=Deralla |first1=Xhabir M. |title=The bridge is open |url=https://civil.example/bridge/ \
         |work=CIVIL Today |date=2022-02-10 |access-date=2026-11-24 |language=en}}"
    );
}

#[test]
fn without_an_author_the_title_comes_first() {
    let source = source("Is the bridge open?", &[" "]);
    expect(
        &source,
        [
            "Is the bridge open? (2022, February 10). CIVIL Today. https://civil.example/bridge/",
            "“Is the bridge open?” CIVIL Today, February 10, 2022. https://civil.example/bridge/.",
            "“Is the bridge open?” CIVIL Today, 10 Feb. 2022, civil.example/bridge/.",
        ],
    );
    assert!(!cite(Style::Bibtex, &source).contains("author"));
    assert!(cite(Style::Bibtex, &source).starts_with("@misc{civiltoday2022bridge,"));
    assert!(!cite(Style::Ris, &source).contains("AU"));
    assert!(
        cite(Style::Wikipedia, &source).starts_with("{{cite news |title=Is the bridge open? |url=")
    );
}

#[test]
fn a_newsroom_is_not_turned_around_and_not_named_twice() {
    let own = source("The bridge", &["Civil today"]);
    expect(
        &own,
        [
            "Civil today. (2022, February 10). The bridge. https://civil.example/bridge/",
            "Civil today. “The bridge.” February 10, 2022. https://civil.example/bridge/.",
            "“The bridge.” CIVIL Today, 10 Feb. 2022, civil.example/bridge/.",
        ],
    );
    assert!(cite(Style::Bibtex, &own).contains("author = {{Civil today}},"));
    assert!(cite(Style::Ris, &own).contains("AU  - Civil today\r\n"));
    assert!(!cite(Style::Wikipedia, &own).contains("author"));
    let publisher = source("The bridge", &["CIVIL"]);
    assert!(cite(Style::Mla, &publisher).starts_with("CIVIL. “The bridge.” CIVIL Today, "));
    assert!(cite(Style::Wikipedia, &publisher).contains(" |author1=CIVIL |title="));
}

#[test]
fn several_authors_follow_the_rules_of_each_style() {
    let two = source("T", &["Ann Lee", "Ben van Dam"]);
    expect(
        &two,
        [
            "Lee, A., & van Dam, B. (2022, February 10). T. CIVIL Today. https://civil.example/bridge/",
            "Lee, Ann, and Ben van Dam. “T.” CIVIL Today, February 10, 2022. https://civil.example/bridge/.",
            "Lee, Ann, and Ben van Dam. “T.” CIVIL Today, 10 Feb. 2022, civil.example/bridge/.",
        ],
    );
    assert!(cite(Style::Bibtex, &two).contains("author = {Lee, Ann and van Dam, Ben},"));
    assert!(cite(Style::Ris, &two).contains("AU  - Lee, Ann\r\nAU  - van Dam, Ben\r\n"));
    assert!(
        cite(Style::Wikipedia, &two)
            .contains("|last1=Lee |first1=Ann |last2=van Dam |first2=Ben |title")
    );
    let three = prose(&source("T", &["Ann Lee", "Ben Dam", "Cy Roe"]));
    assert!(three[0].starts_with("Lee, A., Dam, B., & Roe, C. (2022"));
    assert!(three[1].starts_with("Lee, Ann, Ben Dam, and Cy Roe. “T.”"));
    assert!(three[2].starts_with("Lee, Ann, et al. “T.”"));
    // Without a comma of an inverted name there is none between two.
    let houses = prose(&source("T", &["Reuters", "Ann Lee"]));
    assert!(
        houses[0].starts_with("Reuters & Lee, A. (2022"),
        "{}",
        houses[0]
    );
    assert!(
        houses[1].starts_with("Reuters and Ann Lee. “T.”"),
        "{}",
        houses[1]
    );
}

#[test]
fn too_many_authors_are_cut_as_each_style_says() {
    let names: Vec<String> = (0..21)
        .map(|n| format!("Ann {}", ["Lee", "Roe"][n % 2]))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let apa = |count: usize| cite(Style::Apa, &source("T", &names[..count]));
    assert!(apa(20).contains("Lee, A., & Roe, A. (2022"));
    assert_eq!(apa(20).matches("A.").count(), 20);
    assert!(apa(21).contains("Lee, A., . . . Lee, A. (2022"));
    assert_eq!(apa(21).matches("A.").count(), 20);
    let chicago = |count: usize| cite(Style::Chicago, &source("T", &names[..count]));
    assert!(chicago(6).starts_with("Lee, Ann, Ann Roe, Ann Lee, Ann Roe, Ann Lee, and Ann Roe. “"));
    assert!(chicago(7).starts_with("Lee, Ann, Ann Roe, Ann Lee, et al. “"));
    assert!(cite(Style::Wikipedia, &source("T", &names)).contains("|last21=Lee |first21=Ann"));
}

#[test]
fn a_story_without_a_date_says_so_in_the_way_of_the_style() {
    let mut source = source("T", &["Ann Lee"]);
    source.published = None;
    expect(
        &source,
        [
            "Lee, A. (n.d.). T. CIVIL Today. https://civil.example/bridge/",
            "Lee, Ann. “T.” CIVIL Today. Accessed November 24, 2026. https://civil.example/bridge/.",
            "Lee, Ann. “T.” CIVIL Today, civil.example/bridge/. Accessed 24 Nov. 2026.",
        ],
    );
    assert!(cite(Style::Bibtex, &source).starts_with("@misc{leet,"));
    let bibtex = cite(Style::Bibtex, &source);
    assert!(!bibtex.contains("year") && !bibtex.contains("month") && !bibtex.contains("  date"));
    assert!(!cite(Style::Ris, &source).contains("PY"));
    assert!(cite(Style::Wikipedia, &source).contains(" |date=n.d. |access-date=2026-11-24"));
    source.updated = Some(moment("2022-09-03"));
    expect(
        &source,
        [
            "Lee, A. (2022, September 3). T. CIVIL Today. https://civil.example/bridge/",
            "Lee, Ann. “T.” CIVIL Today. Last modified September 3, 2022. https://civil.example/bridge/.",
            "Lee, Ann. “T.” CIVIL Today, 3 Sept. 2022, civil.example/bridge/.",
        ],
    );
}

#[test]
fn a_changed_story_has_the_date_that_the_style_asks_for() {
    let mut source = source("T", &["Ann Lee"]);
    source.updated = Some(moment("2022-05-12"));
    expect(
        &source,
        [
            "Lee, A. (2022, May 12). T. CIVIL Today. https://civil.example/bridge/",
            "Lee, Ann. “T.” CIVIL Today, February 10, 2022. https://civil.example/bridge/.",
            "Lee, Ann. “T.” CIVIL Today, 12 May 2022, civil.example/bridge/.",
        ],
    );
    assert!(cite(Style::Ris, &source).contains("DA  - 2022/02/10\r\n"));
}

#[test]
fn months_are_spelled_as_the_style_spells_them() {
    let mut months = Vec::new();
    for month in 1..=12 {
        let mut source = source("T", &[]);
        source.published = Some(moment(&format!("2022-{month:02}-01")));
        let mla = cite(Style::Mla, &source);
        months.push(mla.split(' ').nth(4).unwrap().to_owned());
        let bibtex = cite(Style::Bibtex, &source);
        let expected = "jan feb mar apr may jun jul aug sep oct nov dec";
        let expected = expected.split(' ').nth(month - 1).unwrap();
        assert!(bibtex.contains(&format!("month = {expected},")));
    }
    assert_eq!(
        months.join(" "),
        "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec."
    );
}

#[test]
fn the_day_is_the_one_on_the_newsroom_s_calendar() {
    let mut source = source("T", &[]);
    source.published = Some(moment("2022-02-10T23:30:00-05:00"));
    assert!(cite(Style::Apa, &source).contains("(2022, February 10)"));
    assert!(cite(Style::Ris, &source).contains("DA  - 2022/02/10\r\n"));
}

#[test]
fn names_are_parted_by_rule() {
    // Surname, given names, suffix.
    for (name, expected) in [
        ("Ann Lee", "Lee|Ann|"),
        ("  Ann \u{202A}B.\u{202C}  Lee ", "Lee|Ann B.|"),
        ("Ludwig van Beethoven", "van Beethoven|Ludwig|"),
        ("Juan de la Cruz", "de la Cruz|Juan|"),
        ("Robert De Niro", "De Niro|Robert|"),
        ("Van Morrison", "Morrison|Van|"),
        ("Martin Luther King Jr.", "King|Martin Luther|Jr."),
        ("Martin Luther King, Jr.", "King|Martin Luther|Jr."),
        ("John Smith III", "Smith|John|III"),
        ("Prof. Dr. Ana Petrova", "Petrova|Ana|"),
        ("д-р Ана Петрова", "Петрова|Ана|"),
        ("Џабир Дерала", "Дерала|Џабир|"),
        ("Ganimete Çela", "Çela|Ganimete|"),
        ("JD Vance", "Vance|JD|"),
        ("J.R.R. Tolkien", "Tolkien|J.R.R.|"),
        ("Jean DUPONT", "DUPONT|Jean|"),
        ("ANN LEE", "LEE|ANN|"),
        ("bell hooks", "hooks|bell|"),
        ("О’Коннор", "О’Коннор||"),
        ("Plato", "Plato||"),
        ("王小明", "王小明||"),
        ("王 小明", "王 小明||"),
        ("de la Cruz", "de la Cruz||"),
        ("CIVIL Today", "CIVIL Today||"),
        ("civil today", "civil today||"),
        ("CIVIL Newsroom", "CIVIL Newsroom||"),
        ("BBC News", "BBC News||"),
        ("Deutsche Presse Agentur", "Agentur|Deutsche Presse|"),
        ("Staff of the Mirror", "Staff of the Mirror||"),
        ("Tom and Jerry", "Tom and Jerry||"),
        ("Tom And Jerry", "Tom And Jerry||"),
        ("Tom & Jerry", "Tom & Jerry||"),
        ("Lee, Ann", "Lee, Ann||"),
        ("Ann Lee (Skopje)", "Ann Lee (Skopje)||"),
        ("Agent 47", "Agent 47||"),
        ("Редакција Скопје", "Редакција Скопје||"),
        ("Редакція Місто", "Редакція Місто||"),
        ("Редакция Город", "Редакция Город||"),
        ("Ann 🦊", "Ann 🦊||"),
    ] {
        let name = Name::of(name, ["CIVIL Today", "CIVIL"]).unwrap();
        let found = [&*name.family, &name.given, &name.suffix].join("|");
        assert_eq!(found, expected);
    }
    for nothing in ["", " ", "\u{202E}\n"] {
        assert!(Name::of(nothing, ["", ""]).is_none());
    }
    assert_eq!(Name::of("Ann Lee", ["", ""]).unwrap().family, "Lee");
}

#[test]
fn initials_are_made_of_every_given_name() {
    for (name, expected) in [
        ("Jean-Paul K. Sartre", "Sartre, J.-P. K."),
        ("J.R.R. Tolkien", "Tolkien, J. R. R."),
        ("Martin Luther King Jr.", "King, M. L., Jr."),
        ("Џабир Дерала", "Дерала, Џ."),
        ("Çela Ëngjëll Hoxha", "Hoxha, Ç. Ë."),
        ("E\u{301}mile Zola", "Zola, E\u{301}."),
        ("bell hooks", "hooks, b."),
        ("Plato", "Plato"),
    ] {
        assert_eq!(Name::of(name, ["", ""]).unwrap().initialled(), expected);
    }
    let suffixed = source("T", &["Martin Luther King Jr.", "Ann Lee"]);
    assert!(
        cite(Style::Chicago, &suffixed).starts_with("King, Martin Luther, Jr., and Ann Lee. “")
    );
    assert!(
        cite(Style::Bibtex, &suffixed).contains("author = {King, Jr., Martin Luther and Lee, Ann}")
    );
    assert!(cite(Style::Ris, &suffixed).contains("AU  - King, Martin Luther, Jr.\r\n"));
    assert!(
        cite(Style::Wikipedia, &suffixed).contains("|last1=King |first1=Martin Luther Jr. |last2")
    );
    let mononym = prose(&source("T", &["Plato"]));
    assert!(mononym.iter().all(|cited| cited.starts_with("Plato. ")));
}

#[test]
fn quotation_marks_within_a_title_are_single_ones() {
    for (title, expected) in [
        ("A \"war\" of words", "“A ‘war’ of words.”"),
        ("“War” and peace", "“‘War’ and peace.”"),
        ("He said “no”", "“He said ‘no.’”"),
        ("He said \"why?\"", "“He said ‘why?’”"),
        ("Премиерот: „Не“", "“Премиерот: ‘Не.’”"),
        ("Вона: «Ні»!", "“Вона: ‘Ні’!”"),
        ("»Ja« und «non»", "“‘Ja’ und ‘non.’”"),
        ("She: “He said ‘go’ twice”", "“She: ‘He said “go” twice.’”"),
        ("„A «b» c“ d", "“‘A “b” c’ d.”"),
        (
            "‘Go’ says the judge’s wife",
            "“‘Go’ says the judge’s wife.”",
        ),
        ("“It’s ours”, they say", "“‘It’s ours’, they say.”"),
        ("A 5\" disk", "“A 5\" disk.”"),
        ("Of the workers’", "“Of the workers’.”"),
        ("Wait…", "“Wait…”"),
        ("Hi! 🎉", "“Hi! 🎉.”"),
        ("Unclosed “quote", "“Unclosed ‘quote.”"),
    ] {
        assert_eq!(super::quoted(title), expected);
    }
    let apa = cite(Style::Apa, &source("He said \"why?\"", &["Ann Lee"]));
    assert!(apa.contains("). He said \"why?\" CIVIL Today. "));
    let apa = cite(Style::Apa, &source("Why (and how?)", &["Ann Lee"]));
    assert!(apa.contains("). Why (and how?). CIVIL Today. "));
}

#[test]
fn marks_that_turn_a_line_around_are_gone_and_emoji_stay() {
    let source = source(
        " \u{202E}War\u{202C}\n\u{2067}👩\u{200D}🚀\u{2069}\u{200F}  now\u{2028}🇺🇦 ",
        &["Ann Lee"],
    );
    for style in Style::ALL {
        assert!(
            cite(style, &source).contains("War 👩\u{200D}🚀 now 🇺🇦"),
            "{style:?}"
        );
    }
}

#[test]
fn a_site_without_a_name_leaves_no_gap() {
    let mut source = source("T", &["Ann Lee"]);
    (source.site, source.publisher) = ("", "");
    expect(
        &source,
        [
            "Lee, A. (2022, February 10). T. https://civil.example/bridge/",
            "Lee, Ann. “T.” February 10, 2022. https://civil.example/bridge/.",
            "Lee, Ann. “T.” 10 Feb. 2022, civil.example/bridge/.",
        ],
    );
    assert!(!cite(Style::Wikipedia, &source).contains("work"));
    assert!(!cite(Style::Bibtex, &source).contains("howpublished"));
    assert!(!cite(Style::Ris, &source).contains("T2"));
}

#[test]
fn keys_of_bibtex_are_in_latin_letters_whatever_the_title_is_in() {
    for (headline, author, lang, key) in [
        (
            "Боротьба України",
            "Тарас Шевченко",
            "uk",
            "shevchenko2022borotba",
        ),
        (
            "Е: Година на херојството",
            "Џабир Дерала",
            "mk",
            "derala2022godina",
        ),
        (
            "Çështja e Skënderbeut",
            "Ganimete Çela",
            "sq",
            "cela2022ceshtja",
        ),
        ("戦争", "山田", "ja", "x"),
        ("🇺🇦", "🦊", "en", "x"),
        ("100 days", "47", "en", "x472022days"),
        ("2026", "", "", "civiltoday20222026"),
    ] {
        let mut source = source(headline, &[author]);
        source.lang = lang;
        let cited = cite(Style::Bibtex, &source);
        let found = cited
            .strip_prefix("@misc{")
            .unwrap()
            .split(',')
            .next()
            .unwrap();
        if key == "x" {
            assert!(found.len() > 5 && found.starts_with('x'), "{found}");
        } else {
            assert_eq!(found, key);
        }
    }
}

#[test]
fn specials_of_each_format_are_escaped() {
    let mut source = source(
        "50% of $1 & #2_a {b} \\c ~d^e | [f] <g> ''h'' {{i}} R&amp;D",
        &["A|B* & C, D"],
    );
    source.address = "https://civil.example/a[b]'c|d{e} f?ж=1%20#g";
    let bibtex = cite(Style::Bibtex, &source);
    assert!(bibtex.contains(
        "title = {{50\\% of \\$1 \\& \\#2\\_a {\\textbraceleft}b{\\textbraceright} {\\textbackslash}c \
         {\\textasciitilde}d{\\textasciicircum}e {\\textbar} [f] {\\textless}g{\\textgreater} ''h'' \
         {\\textbraceleft}{\\textbraceleft}i{\\textbraceright}{\\textbraceright} R\\&amp;D}},"
    ));
    assert!(bibtex.contains("author = {{A{\\textbar}B* \\& C, D}},"));
    assert!(bibtex.contains("url = {https://civil.example/a[b]'c%7Cd%7Be%7D%20f?%D0%B6=1%20#g},"));
    let wikipedia = cite(Style::Wikipedia, &source);
    assert!(wikipedia.contains(
        "|title=50% of $1 & #2_a &#123;b&#125; \\c ~d^e {{!}} &#91;f&#93; &lt;g&gt; &#39;&#39;h&#39;&#39; \
         &#123;&#123;i&#125;&#125; R&amp;amp;D |url="
    ));
    assert!(wikipedia.contains("|author1=A{{!}}B* & C, D |"));
    assert!(
        wikipedia
            .contains("|url=https://civil.example/a%5Bb%5D%27c%7Cd%7Be%7D%20f?%D0%B6=1%20#g |")
    );
    let ris = cite(Style::Ris, &source);
    assert!(ris.contains("AU  - A|B & C D\r\n"));
    assert!(ris.contains("TI  - 50% of $1 & #2_a {b}"));
}

#[test]
fn every_style_has_a_name_of_its_own() {
    let names: std::collections::BTreeSet<&str> =
        Style::ALL.iter().map(|style| style.name()).collect();
    assert_eq!(names.len(), Style::ALL.len());
}

/// Any text, and more often what looks like the formats' own signs.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[A-Za-zА-Яа-яіїѓќçë .,{}\\[\\]|\\\\\"'“”„«»&%$#_~^<>*:/?!\r\n-]{0,40}",
    ]
}

fn day() -> impl Strategy<Value = Option<Moment>> {
    prop::option::of(
        (-62_135_596_800_i64..253_402_300_799).prop_map(|seconds| Moment::at(seconds, 0).unwrap()),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn whatever_is_cited_keeps_to_the_grammar_of_its_format(
        headline in text(),
        authors in prop::collection::vec(text(), 0..24),
        site in text(),
        publisher in text(),
        published in day(),
        updated in day(),
        address in text(),
        lang in text(),
    ) {
        let source = Source {
            headline: &headline,
            authors: authors.iter().map(String::as_str).collect(),
            site: &site,
            publisher: &publisher,
            published,
            updated,
            address: &address,
            lang: &lang,
            read: moment("2026-11-24"),
        };
        for cited in prose(&source) {
            prop_assert!(!cited.contains(char::is_control));
            prop_assert!(!cited.contains("  ") && cited.trim() == cited, "{:?}", cited);
        }

        let ris = cite(Style::Ris, &source);
        let lines: Vec<&str> = ris.strip_suffix("\r\n").unwrap().split("\r\n").collect();
        for line in &lines {
            let (tag, value) = line.split_once("  - ").unwrap();
            prop_assert!("TY AU TI T2 PB PY DA LA UR Y2 ER".split(' ').any(|known| known == tag), "{}", line);
            let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
            prop_assert!(!value.contains(breaks));
            prop_assert!(!(tag == "AU" || tag == "T2") || !value.contains('*'));
        }
        prop_assert_eq!(lines[0], "TY  - NEWS");
        prop_assert_eq!(*lines.last().unwrap(), "ER  - ");

        let bibtex = cite(Style::Bibtex, &source);
        let mut depth = 0;
        for (at, c) in bibtex.char_indices() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            prop_assert!(depth > 0 || at < 6 || at > bibtex.len() - 4, "{}", bibtex);
        }
        prop_assert_eq!(depth, 0);
        let key = bibtex.strip_prefix("@misc{").unwrap().split(',').next().unwrap();
        prop_assert!(!key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{}", key);
        prop_assert!(key.starts_with(|c: char| c.is_ascii_alphabetic()));
        for line in bibtex.lines().skip(1) {
            prop_assert!(line == "}" || line.starts_with("  "), "{}", bibtex);
        }
        // Outside of addresses, what LaTeX would stumble over has its backslash.
        let title = bibtex.lines().find_map(|line| line.strip_prefix("  title = ")).unwrap();
        let mut before = ' ';
        for c in title.chars() {
            prop_assert!(!"#$%&_".contains(c) || before == '\\', "{}", title);
            prop_assert!(!"~^|<>".contains(c), "{}", title);
            before = c;
        }

        let wikipedia = cite(Style::Wikipedia, &source);
        let inner = wikipedia.strip_prefix("{{cite news").unwrap().strip_suffix("}}").unwrap();
        let plain = inner.replace("{{!}}", "!");
        prop_assert!(!plain.contains(['{', '}', '[', ']', '<', '>', '\n']), "{}", wikipedia);
        for field in plain.split('|').skip(1) {
            let (name, _) = field.split_once('=').unwrap();
            let name = name.trim_end_matches(|c: char| c.is_ascii_digit());
            let known = "last first author title url work date access-date language";
            prop_assert!(known.split(' ').any(|known| known == name), "{}", wikipedia);
        }
        for twice in ["''", "~~", "__", "://"] {
            let text: String = plain.split('|').filter(|field| !field.starts_with("url")).collect();
            prop_assert!(!text.contains(twice), "{}", wikipedia);
        }
    }
}
