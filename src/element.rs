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

/// An element that is being put together.
#[must_use]
pub struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Begins an element. Tags are fixed words: none ever comes from a feed.
pub fn el(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

impl Element {
    /// Sets its class.
    pub fn class(self, names: &'static str) -> Self {
        self.attr("class", names)
    }

    /// Sets an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value: String = value.into();
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// Sets an attribute where there is a value for it.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets an attribute whose presence says yes, such as `selected`.
    pub fn flag(self, name: &'static str, is_set: bool) -> Self {
        self.maybe(name, is_set.then_some(""))
    }

    /// Sets an attribute that follows the signals its value is made of; `None` takes it away.
    pub fn live(mut self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        let value: SharedReactiveFunction<Option<String>> = Arc::new(Mutex::new(value));
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// Calls back at an event.
    pub fn on(mut self, name: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        let handler: Box<dyn FnMut(Event)> = Box::new(handler);
        self.attributes.push(event::on(Custom::<Event>::new(name), handler).into_any_attr());
        self
    }

    /// Puts something into it, behind what is there.
    pub fn child(mut self, child: impl Child) -> Self {
        child.add_to(&mut self.children);
        self
    }

    /// Puts something into it that follows the signals it is made of.
    pub fn changing<C: Child>(mut self, child: impl Fn() -> C + Send + 'static) -> Self {
        let child: SharedReactiveFunction<AnyView> = Arc::new(Mutex::new(move || several(child())));
        self.children.push(child.into_any());
        self
    }

    /// The finished element.
    #[must_use]
    pub fn view(self) -> AnyView {
        let Self { tag, attributes, children } = self;
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
        custom(tag).child(children).add_any_attr(attributes).into_any()
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
        children.push(self.into_any());
    }
}

impl Child for &str {
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.to_owned().add_to(children);
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

/// Several things beside each other, without an element around them.
#[must_use]
pub fn several(child: impl Child) -> AnyView {
    let mut children = Vec::new();
    child.add_to(&mut children);
    children.into_any()
}
