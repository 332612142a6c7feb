//! Markup in Leptos' builder syntax, with one type for all elements.
//!
//! `view!` gives each piece of markup a type of its own, and each type brings its own code for building, rebuilding
//! and dropping: for this app that came to 60 KB more for a reader to load (docs/decisions/0011). Here every element
//! is the same `HtmlElement`, its attributes and children erased, so that the code stands in the program once.

use leptos::{
    ev::Custom,
    html::custom,
    prelude::*,
    tachys::{
        html::{
            attribute::{
                any_attribute::{AnyAttribute, IntoAnyAttribute},
                custom::custom_attribute,
            },
            event,
        },
        reactive_graph::SharedReactiveFunction,
    },
};
use std::sync::{Arc, Mutex};
use web_sys::Event;

/// An element that is being put together. It is handed on from call to call, which a pointer makes cheap.
#[must_use]
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Begins an element. Tags are fixed words: none ever comes from a feed.
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

impl Element {
    /// Sets its class.
    pub fn class(self, names: &'static str) -> Self {
        self.set("class", names)
    }

    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.set(name, value.as_ref())
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: &str) -> Self {
        self.0
            .attributes
            .push(custom_attribute(name, value.to_owned()).into_any_attr());
        self
    }

    /// Sets an attribute where there is a value for it.
    pub fn maybe(self, name: &'static str, value: Option<impl AsRef<str>>) -> Self {
        match value {
            Some(value) => self.set(name, value.as_ref()),
            None => self,
        }
    }

    /// Sets an attribute whose presence says yes, such as `selected`.
    pub fn flag(self, name: &'static str, is_set: bool) -> Self {
        self.maybe(name, is_set.then_some(""))
    }

    /// Sets an attribute that follows the signals its value is made of; `None` takes it away.
    pub fn live(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        self.set_live(name, Arc::new(Mutex::new(value)))
    }

    #[inline(never)]
    fn set_live(
        mut self,
        name: &'static str,
        value: SharedReactiveFunction<Option<String>>,
    ) -> Self {
        self.0
            .attributes
            .push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// Calls back at an event.
    pub fn on(self, name: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        self.listen(name, Box::new(handler))
    }

    #[inline(never)]
    fn listen(mut self, name: &'static str, handler: Box<dyn FnMut(Event)>) -> Self {
        self.0
            .attributes
            .push(event::on(Custom::<Event>::new(name), handler).into_any_attr());
        self
    }

    /// Puts something into it, behind what is there.
    pub fn child(mut self, child: impl Child) -> Self {
        child.add_to(&mut self.0.children);
        self
    }

    /// Puts several things into it, one after the other. (Collected into a list first, each would bring code for a list.)
    pub fn each<C: Child>(mut self, children: impl Iterator<Item = C>) -> Self {
        for child in children {
            child.add_to(&mut self.0.children);
        }
        self
    }

    /// Puts something into it that follows the signals it is made of.
    pub fn changing<C: Child>(self, child: impl Fn() -> C + Send + 'static) -> Self {
        self.follow(Arc::new(Mutex::new(move || several(child()))))
    }

    #[inline(never)]
    fn follow(mut self, child: SharedReactiveFunction<AnyView>) -> Self {
        self.0.children.push(child.into_any());
        self
    }

    /// The finished element.
    #[must_use]
    #[inline(never)]
    pub fn view(self) -> AnyView {
        let Parts {
            tag,
            attributes,
            children,
        } = *self.0;
        // Natively an element without an end tag must be known as such; a browser knows by itself.
        #[cfg(feature = "ssr")]
        match tag {
            "img" => return leptos::html::img().add_any_attr(attributes).into_any(),
            "input" => return leptos::html::input().add_any_attr(attributes).into_any(),
            "source" => return leptos::html::source().add_any_attr(attributes).into_any(),
            "br" => return leptos::html::br().into_any(),
            "hr" => return leptos::html::hr().into_any(),
            _ => {}
        }
        custom(tag)
            .child(together(children))
            .add_any_attr(attributes)
            .into_any()
    }
}

/// Children as one view. A lone one stands for itself: a list brings a comment to mark its end, and most elements have one
/// child.
fn together(mut children: Vec<AnyView>) -> AnyView {
    match children.len() {
        1 => children.remove(0),
        _ => children.into_any(),
    }
}

/// What can stand in an element.
pub trait Child {
    /// Puts it behind what is there.
    fn add_to(self, children: &mut Vec<AnyView>);
}

impl Child for Element {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.view());
    }
}

impl Child for AnyView {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Child for String {
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.as_str().add_to(children);
    }
}

impl Child for &str {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.to_owned().into_any());
    }
}

impl<C: Child> Child for Option<C> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        if let Some(child) = self {
            child.add_to(children);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        for child in self {
            child.add_to(children);
        }
    }
}

impl<A: Child, B: Child> Child for (A, B) {
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.0.add_to(children);
        self.1.add_to(children);
    }
}

/// Does something when what is being made is shown, and again when signals that it reads change. (Leptos' `Effect`, with
/// one type for all that is done, like everything here.)
pub fn effect(act: impl Fn() + 'static) {
    follow(Box::new(act));
}

#[inline(never)]
fn follow(act: Box<dyn Fn()>) {
    Effect::new(move |_| act());
}

/// Several things beside each other, without an element around them.
#[must_use]
pub fn several(child: impl Child) -> AnyView {
    let mut children = Vec::new();
    child.add_to(&mut children);
    children.into_any()
}
