//! The command `press`.

use clap::{Args, Parser, Subcommand, ValueEnum};
use content::date::Moment;
use indicatif::{ProgressBar, ProgressStyle};
use press::{
    build::{self, Failure, Progress, Summary, Wish},
    check,
    finding::Finding,
    input::Sources,
};
use std::{
    io::{IsTerminal, stderr},
    path::PathBuf,
    process::ExitCode,
    sync::Mutex,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

/// Nothing could be made; the last edition is as it was.
const UNUSABLE: u8 = 1;
/// There is something to be mended, and `--strict` was given, or `check` was asked.
const TO_MEND: u8 = 3;

/// Turns a site's three files into a complete static edition.
///
/// It ends with 0 when all went well, with 1 when nothing could be made, with 2 when it was called wrongly, and with 3
/// when there is something to be mended and that was asked for (`check`, `build --strict`). An edition that was there
/// before stays whenever it does not end with 0.
#[derive(Debug, Parser)]
#[command(version)]
struct Command {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Debug, Subcommand)]
enum Chore {
    /// Makes the edition.
    Build(Build),
    /// Tells what an editor should mend, by file, item and field.
    Check(Check),
}

#[derive(Debug, Args)]
struct Input {
    /// The site file.
    #[arg(long, value_name = "FILE")]
    site: Option<PathBuf>,
    /// A feed of stories; its `next_url` is followed. May be given several times.
    #[arg(long = "feed", value_name = "FILE", required = true)]
    feeds: Vec<PathBuf>,
    /// The feed of the standing pages.
    #[arg(long, value_name = "FILE")]
    pages: Option<PathBuf>,
    /// The site's public address, in place of the site file's `origin`.
    #[arg(long, value_name = "ADDRESS")]
    origin: Option<String>,
    /// The present time, as in 2026-11-24T12:00:00Z. Without it a build takes the newest story's, so that it is the
    /// same on every day, and a check the clock's.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    now: Option<Moment>,
}

#[derive(Debug, Args)]
struct Build {
    #[command(flatten)]
    input: Input,
    /// The app, as `trunk build --release` wrote it.
    #[arg(long, value_name = "FOLDER", default_value = "dist")]
    app: PathBuf,
    /// The folder that is made. What the press keeps for itself lies beside it, in FOLDER.press.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// The path below which the site lies, as in /civil/. Without it, that of the site's address.
    #[arg(long, value_name = "PATH")]
    base: Option<String>,
    /// Makes pages of the newest NUMBER stories only, for hosts that limit files. The app shows the others.
    #[arg(long, value_name = "NUMBER")]
    window: Option<usize>,
    /// Stops when there is anything to be mended.
    #[arg(long)]
    strict: bool,
    /// Makes no compressed copies, for hosts that compress by themselves.
    #[arg(long)]
    plain: bool,
    /// Makes everything anew.
    #[arg(long)]
    fresh: bool,
    /// Prints nothing but failures.
    #[arg(long)]
    quiet: bool,
}

#[derive(Debug, Args)]
struct Check {
    #[command(flatten)]
    input: Input,
    /// How to tell it.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One line for each.
    Text,
    /// A list of objects with `file`, `item`, `field` and `message`.
    Json,
}

fn moment(text: &str) -> Result<Moment, String> {
    Moment::parse(text).ok_or_else(|| "is no time such as 2026-11-24T12:00:00Z".to_owned())
}

fn main() -> ExitCode {
    match Command::parse().chore {
        Chore::Build(build) => make(build),
        Chore::Check(check) => tell(&check),
    }
}

impl Input {
    fn sources(self) -> Sources {
        Sources {
            site: self.site,
            feeds: self.feeds,
            pages: self.pages,
            origin: self.origin,
        }
    }
}

fn make(asked: Build) -> ExitCode {
    let began = Instant::now();
    let is_quiet = asked.quiet;
    let wish = Wish {
        now: asked.input.now,
        sources: asked.input.sources(),
        app: asked.app,
        out: asked.out,
        base: asked.base,
        window: asked.window,
        is_strict: asked.strict,
        is_plain: asked.plain,
        is_fresh: asked.fresh,
    };
    let bar = Bar::new(!is_quiet && stderr().is_terminal());
    let made = build::build(&wish, &bar);
    bar.end();
    match made {
        Ok(summary) => {
            if !is_quiet {
                warn(&summary.findings);
                print(&summary, &wish, began);
            }
            ExitCode::SUCCESS
        }
        Err(Failure::Strict(findings)) => {
            warn(&findings);
            eprintln!("press: {}; nothing was made", counted(findings.len()));
            ExitCode::from(TO_MEND)
        }
        Err(failure) => {
            eprintln!("press: {failure}");
            ExitCode::from(UNUSABLE)
        }
    }
}

fn warn(findings: &[Finding]) {
    for finding in findings {
        eprintln!("{finding}");
    }
}

fn counted(findings: usize) -> String {
    match findings {
        1 => "1 thing is to be mended".to_owned(),
        count => format!("{count} things are to be mended"),
    }
}

fn print(summary: &Summary, wish: &Wish, began: Instant) {
    let changes = &summary.changes;
    println!(
        "{}: {} pages; {} files written, {} unchanged, {} removed; {:.1} MB in {:.1} s; {}",
        wish.out.display(),
        summary.pages,
        changes.written,
        changes.unchanged,
        changes.removed,
        changes.bytes as f64 / 1e6,
        began.elapsed().as_secs_f64(),
        counted(summary.findings.len())
    );
}

fn tell(asked: &Check) -> ExitCode {
    let sources = Sources {
        site: asked.input.site.clone(),
        feeds: asked.input.feeds.clone(),
        pages: asked.input.pages.clone(),
        origin: asked.input.origin.clone(),
    };
    let input = sources.read();
    let findings =
        match input.and_then(|input| check::check(&input, asked.input.now.or_else(clock))) {
            Ok(findings) => findings,
            Err(why) => {
                eprintln!("press: {why}");
                return ExitCode::from(UNUSABLE);
            }
        };
    match asked.format {
        Format::Text => {
            findings.iter().for_each(|finding| println!("{finding}"));
            println!("{}", counted(findings.len()));
        }
        Format::Json => println!(
            "{}",
            serde_json::to_string_pretty(&findings).unwrap_or_default()
        ),
    }
    if findings.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(TO_MEND)
    }
}

fn clock() -> Option<Moment> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Moment::at(i64::try_from(since.as_secs()).ok()?, 0)
}

/// A bar on the terminal for each part of the work.
struct Bar {
    shown: Option<Mutex<ProgressBar>>,
}

impl Bar {
    fn new(is_shown: bool) -> Self {
        Self {
            shown: is_shown.then(|| Mutex::new(ProgressBar::hidden())),
        }
    }

    fn with(&self, act: impl FnOnce(&mut ProgressBar)) {
        if let Some(mut bar) = self.shown.as_ref().and_then(|bar| bar.lock().ok()) {
            act(&mut bar);
        }
    }

    fn end(&self) {
        self.with(|bar| bar.finish_and_clear());
    }
}

impl Progress for Bar {
    fn begin(&self, what: &str, steps: usize) {
        self.with(|bar| {
            bar.finish_and_clear();
            *bar = ProgressBar::new(steps as u64).with_message(what.to_owned());
            if let Ok(style) = ProgressStyle::with_template("{msg:26} {wide_bar} {pos}/{len}") {
                bar.set_style(style);
            }
        });
    }

    fn step(&self) {
        self.with(|bar| bar.inc(1));
    }
}
