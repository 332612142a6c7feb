//! `cargo xtask bench press`: how long editions of many stories take, beside Hugo on the same stories where it is installed.

use crate::{
    bytes::grouped,
    command::{self, Done, Failure, command, find_program, run},
    dist,
};
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How many stories are tried when nobody says.
const USUAL: [usize; 2] = [1_000, 10_000];
/// Up to how many stories Hugo is asked: it takes a gigabyte for 10,000.
const HUGO: usize = 20_000;
/// How many stories a part of the generated feed holds.
const PART: usize = 1_000;
/// How many paragraphs a text has, and how many words a paragraph: 4 KB in all.
const PARAGRAPHS: usize = 6;
const WORDS: usize = 100;
/// How many words the language has; some are used much more than others.
const LANGUAGE: usize = 100_000;

/// Measures the press with these numbers of stories.
pub fn press(words: &[String]) -> Done {
    let counts: Vec<usize> = words
        .iter()
        .map(|word| {
            let number = word.replace('_', "").parse();
            number.map_err(|_| Failure::new(format!("{word} is no number of stories")))
        })
        .collect::<Done<_>>()?;
    let counts = if counts.is_empty() {
        USUAL.to_vec()
    } else {
        counts
    };
    if !Path::new(dist::ROOT).join("index.html").is_file() {
        return Err(Failure::new(
            "there is no build yet: `cargo xtask dist` makes one",
        ));
    }
    let build = [
        "cargo",
        "build",
        "--quiet",
        "--profile",
        "native",
        "--package",
        "press",
    ];
    run(&mut command(&build))?;
    let mut table = String::from(
        "\n  stories  what                     seconds  pages/s    files        MB   peak MB\n",
    );
    for count in counts {
        measure(count, &mut table)?;
    }
    println!("{table}");
    Ok(())
}

fn measure(count: usize, table: &mut String) -> Done {
    let room = command::target().join("bench");
    let _ = fs::remove_dir_all(&room);
    let input = room.join("input");
    println!("\nWriting {} stories.", grouped(count));
    write_feeds(&input, count)?;
    let press = command::target().join("native/press");
    let out = room.join("edition");
    let mut ask = Command::new(&press);
    ask.args(["build", "--quiet", "--plain", "--app", dist::ROOT, "--site"])
        .arg(input.join("site.json"))
        .arg("--feed")
        .arg(input.join("feed.json"))
        .arg("--out")
        .arg(&out);
    let mut row = |what: &str, folder: &Path, run: (Duration, Option<usize>)| {
        let (files, pages, bytes) = weigh(folder);
        let seconds = run.0.as_secs_f64();
        let peak = run
            .1
            .map_or_else(|| "?".to_owned(), |peak| (peak / 1024).to_string());
        let _ = writeln!(
            table,
            "{:>9}  {what:22} {seconds:>9.1} {:>8.0} {:>8} {:>9} {peak:>9}",
            grouped(count),
            pages as f64 / seconds,
            grouped(files),
            grouped(bytes / 1_000_000),
        );
    };
    row("press, from nothing", &out, timed(&mut ask)?);
    row("press, nothing changed", &out, timed(&mut ask)?);
    edit(&input)?;
    row("press, one story edited", &out, timed(&mut ask)?);
    if count > HUGO {
        println!("Hugo is not asked for more than {} stories.", grouped(HUGO));
    } else if find_program("hugo").is_some() {
        let site = room.join("hugo");
        write_hugo(&site, count)?;
        let mut ask = command(&["hugo", "--quiet", "--source"]);
        ask.arg(&site);
        row("hugo, from nothing", &site.join("public"), timed(&mut ask)?);
    } else {
        println!("Hugo is not installed: nothing to compare with.");
    }
    fs::remove_dir_all(&room).map_err(|error| at(&room, &error))
}

fn at(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}", path.display()))
}

/// How long a command takes, and the most memory it has, in KB, where the system tells.
fn timed(command: &mut Command) -> Done<(Duration, Option<usize>)> {
    let start = Instant::now();
    let failed = |error| Failure::new(format!("the command could not run: {error}"));
    let mut child = command.stdin(Stdio::null()).spawn().map_err(failed)?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    loop {
        if let Some(ended) = child.try_wait().map_err(failed)? {
            let time = start.elapsed();
            return if ended.success() {
                Ok((time, peak))
            } else {
                Err(Failure::new(format!("the command failed ({ended})")))
            };
        }
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        peak = peak.max(now);
        thread::sleep(Duration::from_millis(20));
    }
}

/// Files, pages and bytes below a folder.
fn weigh(folder: &Path) -> (usize, usize, usize) {
    let mut sum = (0, 0, 0);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            let (files, pages, bytes) = weigh(&path);
            sum = (sum.0 + files, sum.1 + pages, sum.2 + bytes);
        } else {
            sum.0 += 1;
            sum.1 += usize::from(path.ends_with("index.html"));
            let bytes = entry.metadata().map_or(0, |about| about.len());
            sum.2 += usize::try_from(bytes).unwrap_or(0);
        }
    }
    sum
}

/// Chance that is the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }

    fn words(&mut self, count: usize) -> String {
        let mut word = || {
            let place = self.below(LANGUAGE) * self.below(LANGUAGE) / LANGUAGE;
            Self(place as u64 + 1).word()
        };
        (0..count).map(|_| word()).collect::<Vec<_>>().join(" ")
    }

    fn word(&mut self) -> String {
        let letters = 2 + self.below(9);
        let letter = |_| char::from(b'a' + u8::try_from(self.below(26)).unwrap_or(0));
        (0..letters).map(letter).collect()
    }
}

const CATEGORIES: [&str; 5] = ["Newsroom", "Politics", "Society", "World", "Economy"];

/// A story made by chance.
struct Story {
    title: String,
    summary: String,
    paragraphs: Vec<String>,
    tags: [String; 3],
    author: String,
    date: String,
}

/// The story of a number: the same for both programs.
fn story(number: usize, count: usize) -> Story {
    let mut chance = Chance(number as u64 + 1);
    let tag = |chance: &mut Chance| format!("tag {}", chance.below((count / 50).max(20)));
    Story {
        title: chance.words(8),
        summary: chance.words(20),
        paragraphs: (0..PARAGRAPHS).map(|_| chance.words(WORDS)).collect(),
        tags: [
            CATEGORIES
                .get(number % CATEGORIES.len())
                .copied()
                .unwrap_or_default()
                .to_owned(),
            tag(&mut chance),
            tag(&mut chance),
        ],
        author: format!("Author {}", chance.below(40)),
        date: format!(
            "20{:02}-{:02}-{:02}T{:02}:{:02}:00Z",
            10 + number % 16,
            1 + number % 12,
            1 + number % 28,
            number % 24,
            number % 60
        ),
    }
}

fn item(number: usize, story: &Story) -> String {
    let tags: Vec<String> = story.tags.iter().map(|tag| format!("\"{tag}\"")).collect();
    format!(
        "{{\"id\":\"{number}\",\"url\":\"https://bench.example/story-{number}/\",\"title\":\"{}\",\"summary\":\"{}\",\
         \"content_html\":\"<p>{}</p>\",\"tags\":[{}],\"authors\":[{{\"name\":\"{}\"}}],\"date_published\":\"{}\"}}",
        story.title,
        story.summary,
        story.paragraphs.join("</p><p>"),
        tags.join(","),
        story.author,
        story.date
    )
}

fn part(number: usize) -> String {
    match number {
        0 => "feed.json".to_owned(),
        number => format!("feed-{number}.json"),
    }
}

fn write(file: PathBuf, text: &str) -> Done {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
    }
    fs::write(&file, text).map_err(|error| at(&file, &error))
}

fn write_feeds(folder: &Path, count: usize) -> Done {
    let names: Vec<String> = CATEGORIES
        .iter()
        .map(|name| format!("\"{name}\""))
        .collect();
    let site = format!(
        "{{\"name\":\"Bench\",\"origin\":\"https://bench.example\",\"language\":\"en\",\"categories\":[{}]}}",
        names.join(",")
    );
    write(folder.join("site.json"), &site)?;
    let parts = count.div_ceil(PART);
    for place in 0..parts {
        let numbers = place * PART..((place + 1) * PART).min(count);
        let items: Vec<String> = numbers
            .map(|number| item(number, &story(number, count)))
            .collect();
        let next = match place + 1 {
            next if next < parts => format!("\"next_url\":\"{}\",", part(next)),
            _ => String::new(),
        };
        let feed = format!(
            "{{\"title\":\"Bench\",{next}\"items\":[{}]}}",
            items.join(",")
        );
        write(folder.join(part(place)), &feed)?;
    }
    Ok(())
}

/// Changes a word in the text of one story.
fn edit(folder: &Path) -> Done {
    let file = folder.join(part(0));
    let text = fs::read_to_string(&file).map_err(|error| at(&file, &error))?;
    write(file, &text.replacen("<p>", "<p>Edited ", 1))
}

/// The same stories as a site for Hugo, with a template of the same pages: lists of twenty, of everything, of each
/// category, tag and author; stories with neighbours, related and recent ones; RSS.
fn write_hugo(folder: &Path, count: usize) -> Done {
    write(
        folder.join("config.toml"),
        "baseURL = \"https://bench.example/\"\ntitle = \"Bench\"\npaginate = 20\ndisableKinds = [\"section\"]\n\
         [taxonomies]\ncategory = \"categories\"\ntag = \"tags\"\nauthor = \"authors\"\n\
         [related]\nthreshold = 0\n[[related.indices]]\nname = \"tags\"\nweight = 3\n\
         [[related.indices]]\nname = \"categories\"\nweight = 1\n",
    )?;
    let layouts = folder.join("layouts");
    let nav: String = CATEGORIES
        .iter()
        .map(|name| {
            format!(
                "<li><a href=\"/categories/{}/\">{name}</a></li>",
                name.to_lowercase()
            )
        })
        .collect();
    write(
        layouts.join("_default/baseof.html"),
        &format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{{{{ .Title }}}}</title>\
             <meta name=\"description\" content=\"{{{{ .Summary }}}}\"><link rel=\"canonical\" href=\"{{{{ .Permalink }}}}\">\
             </head><body><header><a href=\"/\">Bench</a><ul>{nav}</ul></header><main>{{{{ block \"main\" . }}}}{{{{ end }}}}\
             </main><footer><ul>{nav}</ul></footer></body></html>"
        ),
    )?;
    let list = "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}{{ .Render \"card\" }}{{ end }}\
                {{ template \"_internal/pagination.html\" . }}{{ end }}";
    write(layouts.join("_default/list.html"), list)?;
    write(
        layouts.join("index.html"),
        "{{ define \"main\" }}<h1>Bench</h1>{{ $all := .Paginate .Site.RegularPages }}\
         {{ range $all.Pages }}{{ .Render \"card\" }}{{ end }}{{ template \"_internal/pagination.html\" . }}{{ end }}",
    )?;
    write(
        layouts.join("_default/card.html"),
        "<article><h2><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></h2><p>{{ .Params.summary }}</p>\
         <time>{{ .Date.Format \"2 January 2006\" }}</time></article>",
    )?;
    write(
        layouts.join("_default/single.html"),
        "{{ define \"main\" }}<article><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>\
         <time>{{ .Date.Format \"2 January 2006\" }}</time>\
         {{ range .GetTerms \"authors\" }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}{{ .Content }}\
         {{ range .GetTerms \"tags\" }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}</article>\
         {{ with .NextInSection }}{{ .Render \"card\" }}{{ end }}{{ with .PrevInSection }}{{ .Render \"card\" }}{{ end }}\
         {{ range first 4 (.Site.RegularPages.Related .) }}{{ .Render \"card\" }}{{ end }}\
         {{ range first 5 .Site.RegularPages }}{{ .Render \"card\" }}{{ end }}{{ end }}",
    )?;
    for number in 0..count {
        let Story {
            title,
            summary,
            paragraphs,
            tags: [category, one, other],
            author,
            date,
        } = story(number, count);
        let text = format!(
            "---\ntitle: \"{title}\"\nsummary: \"{summary}\"\nurl: /story-{number}/\ndate: {date}\ncategories: [\"{category}\"]\n\
             tags: [\"{one}\", \"{other}\"]\nauthors: [\"{author}\"]\n---\n{}\n",
            paragraphs.join("\n\n")
        );
        write(folder.join(format!("content/posts/{number}.md")), &text)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stories_are_the_same_each_time_and_of_the_size_that_is_meant() {
        let one = item(7, &story(7, 1000));
        assert_eq!(one, item(7, &story(7, 1000)));
        assert_ne!(one, item(8, &story(8, 1000)));
        assert!((3_500..5_500).contains(&one.len()), "{}", one.len());
    }
}
