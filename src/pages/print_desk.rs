//! The print desk: a story's sheet as it will come out, and the tools to change it.

mod copy;
mod tools;

use crate::{
    browser::{
        field,
        listener::Listener,
        navigation, page as address, paper,
        pieces::{self, Pressed, Touch},
        preference, print,
    },
    components::sheet::{class, sheet},
    element::{Element, effect, el},
    pages::article::{lead, standfirst},
    setting::{Setting, use_setting},
    words::{DeskWords, fill},
};
use content::{
    body::Body,
    print::{Choice, Choices, History, Key, Layout, Sheet},
    story::Story,
};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// A story with its body, as one thing that is handed on cheaply.
type Source = Arc<(Story, Body)>;

/// What the desk holds while it is open.
#[derive(Clone, Copy)]
struct Desk {
    held: StoredValue<Held>,
    /// Counts the steps that changed what stands on the sheet: it is made anew then.
    content: RwSignal<usize>,
    /// Counts all steps, those too that only changed the look.
    step: RwSignal<usize>,
    /// How many pages the sheet has; 0 as long as that is not known.
    pages: RwSignal<usize>,
    /// What has just happened, for those who do not see it.
    said: RwSignal<String>,
}

struct Held {
    /// What was decided, and what was decided before.
    history: History<Layout>,
    source: Source,
    setting: Setting,
}

/// The tools, and the sheet below or beside them.
#[inline(never)] // Seldom run: decision 17.
pub fn print_desk_page(story: &Story) -> Element {
    let setting = use_setting();
    let words = (setting.words.desk)();
    let preview = story.preview.clone();
    let desk = Desk {
        held: StoredValue::new(Held {
            history: History::default(),
            source: Arc::new((story.clone(), story.body())),
            setting: setting.clone(),
        }),
        content: RwSignal::new(0),
        step: RwSignal::new(0),
        pages: RwSignal::new(0),
        said: RwSignal::new(String::new()),
    };
    desk.open();
    let laid_out = move || {
        desk.content.track();
        desk.held.with_value(|held| {
            let layout = held.history.now();
            let laid_out = lay_out(&held.source, layout, &held.setting);
            sheet(&held.source.0.preview, &laid_out, &layout.choices, true)
        })
    };
    let pages = el("div")
        .class("sheet__pages")
        .changing(laid_out)
        .child(el("span").class("sheet__end").attr("aria-hidden", "true"));
    let look = move || {
        desk.step.track();
        Some(class(&desk.layout().choices))
    };
    let paper = el("div")
        .live("class", look)
        .attr("lang", preview.lang.as_str())
        .attr("dir", preview.lang.direction())
        .child(el("div").class("sheet__ruler").attr("aria-hidden", "true"))
        .child(pages)
        .on("click", move |event| {
            if let Some(touch) = pieces::clicked(&event) {
                desk.touch(touch);
            }
        });
    el("div")
        .class("desk")
        .attr("tabindex", "-1")
        .on("keydown", move |event| {
            if let Some(pressed) = pieces::pressed(&event) {
                desk.hear(pressed);
            }
        })
        .child(tools::tools(desk))
        .child(
            el("section")
                .class("desk__stage")
                .attr("aria-label", words.sheet)
                .child(paper),
        )
}

/// A story's sheet, laid out.
#[must_use]
pub fn lay_out(source: &(Story, Body), layout: &Layout, setting: &Setting) -> Sheet {
    let (story, body) = source;
    let opening = (standfirst(&story.preview, body), lead(&story.preview, body));
    Sheet::of(story, body, opening, layout, &|address| {
        setting.full(address)
    })
}

/// A story's sheet as the reader likes it printed, for printing without the desk.
pub fn plain_sheet(story: &Story, choices: Choices) -> Element {
    let layout = Layout::of(choices);
    let source = (story.clone(), story.body());
    let laid_out = lay_out(&source, &layout, &use_setting());
    el("div")
        .attr("class", class(&choices))
        .attr("lang", story.preview.lang.as_str())
        .attr("dir", story.preview.lang.direction())
        .child(sheet(&story.preview, &laid_out, &choices, false))
}

/// The choices that change only the look: the sheet need not be made anew for them.
const LOOK: [Choice; 5] = [
    Choice::Size,
    Choice::Face,
    Choice::Spacing,
    Choice::Columns,
    Choice::Paper,
];

/// A layout but for its look.
fn content_of(layout: &Layout) -> Layout {
    let mut layout = layout.clone();
    for choice in LOOK {
        layout.choices.set(choice, Choices::default().get(choice));
    }
    layout
}

impl Desk {
    /// The layout as it is now.
    fn layout(self) -> Layout {
        self.held.with_value(|held| held.history.now().clone())
    }

    fn words(self) -> &'static DeskWords {
        self.held.with_value(|held| (held.setting.words.desk)())
    }

    /// Begins with what the address says, or else with what the reader chose before. After mount: natively there is no
    /// address.
    fn open(self) {
        effect(move || {
            paper::dress();
            self.change(|history| *history = History::new(asked_for()));
            let listeners = (
                Listener::new("resize", Box::new(move || self.count())),
                Listener::new(
                    "hashchange",
                    Box::new(move || self.change(|history| history.set(asked_for()))),
                ),
            );
            spawn_local(async move {
                paper::ready().await;
                self.count();
            });
            // They listen as long as the desk is there.
            StoredValue::new_local(listeners);
        });
    }

    fn count(self) {
        if let Some(pages) = paper::measure() {
            self.pages.try_set(pages);
        }
    }

    /// Takes a step.
    fn change(self, step: impl FnOnce(&mut History<Layout>)) {
        let before = self.layout();
        self.held.update_value(|held| step(&mut held.history));
        self.follow(&before);
    }

    /// After a step the sheet, the address and the fields follow.
    #[inline(never)]
    fn follow(self, before: &Layout) {
        let layout = self.layout();
        if content_of(before) != content_of(&layout) {
            self.content.update(|count| *count += 1);
        }
        self.step.update(|count| *count += 1);
        navigation::set_fragment(&layout.write());
        for choice in Choice::ALL {
            let value = layout.choices.get(choice);
            let is_ticked = choice.values().first() != Some(&value);
            field::show(&tools::field_id(choice), value, is_ticked);
        }
        spawn_local(async move {
            leptos::task::tick().await;
            self.count();
        });
    }

    /// Decides something.
    fn decide(self, decide: impl FnOnce(&mut Layout)) {
        self.change(|history| {
            let mut layout = history.now().clone();
            decide(&mut layout);
            history.set(layout);
        });
    }

    /// Says what has happened, and brings the keyboard back to a piece when the sheet has been made anew; where that is
    /// gone, to the desk.
    fn settle(self, said: String, focused: Option<String>) {
        self.said.set(said);
        let Some(focused) = focused else {
            return;
        };
        spawn_local(async move {
            leptos::task::tick().await;
            pieces::focus(&focused);
        });
    }

    /// Chooses something for the sheet as a whole, and remembers it on the device.
    fn choose(self, chosen: &[(Choice, &str)]) {
        self.decide(|layout| {
            for (choice, value) in chosen {
                layout.choices.set(*choice, value);
            }
        });
        self.remember();
    }

    fn remember(self) {
        preference::set_print(&self.layout().choices.write());
    }

    fn undo(self) {
        self.step(History::undo, self.words().undone);
    }

    fn redo(self) {
        self.step(History::redo, self.words().redone);
    }

    fn step(self, step: fn(&mut History<Layout>), said: &str) {
        let focused = pieces::focused();
        self.change(step);
        self.settle(said.to_owned(), focused);
        self.remember();
    }

    /// A click on a piece takes it off; on one of its buttons, it does what that says.
    fn touch(self, touch: Touch) {
        if touch.action == "remove" {
            return self.remove(touch);
        }
        if let Some(key) = Key::parse(&touch.key) {
            self.decide(|layout| layout.resize(key, &touch.action));
            self.settle(String::new(), Some(touch.key));
        }
    }

    fn remove(self, Touch { key, label, .. }: Touch) {
        let next = pieces::neighbour(&key, 1).or_else(|| pieces::neighbour(&key, -1));
        if let Some(key) = Key::parse(&key) {
            self.decide(|layout| layout.remove(key));
        }
        let said = fill(self.words().removed, &[&label]);
        self.settle(said, Some(next.unwrap_or_default()));
    }

    /// Keys: undo and redo anywhere on the desk, arrows and Delete on the sheet.
    fn hear(self, pressed: Pressed) {
        match pressed {
            Pressed::Undo => self.undo(),
            Pressed::Redo => self.redo(),
            Pressed::Remove(touch) => self.remove(touch),
        }
    }

    /// Prints when all pictures are there.
    fn print(self) {
        spawn_local(async {
            paper::ready().await;
            print::open();
        });
    }
}

/// The layout that the address asks for; without one, what the reader chose before.
fn asked_for() -> Layout {
    Layout::read(&address::fragment())
        .unwrap_or_else(|| Layout::of(Choices::read(&preference::print())))
}
