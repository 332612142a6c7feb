//! The page's head: found and changed in place, so that nothing stands in it twice.

use crate::head::Head;
use leptos::prelude::document;
use web_sys::Element;

/// Takes out what only the page that the server sent can say of itself.
pub fn forget_first() {
    const FIRST: &str = "meta[name^=\"twitter:\"], meta[property^=\"article:\"], meta[property^=\"og:image:\"], \
        meta[name=author], link[hreflang], script[type=\"application/ld+json\"]";
    while let Some(tag) = find(FIRST) {
        tag.remove();
    }
}

/// Makes the head say what a page says.
pub fn apply(head: &Head) {
    let document = document();
    document.set_title(&head.title);
    // A browser finds the style of the whole page anew when its language is set, even if it stays as it was.
    if let Some(root) = document.document_element()
        && root.get_attribute("lang").as_deref() != Some(&head.lang)
    {
        let _ = root.set_attribute("lang", &head.lang);
    }
    for (tag, value) in head.tags() {
        set(tag.parts(), value.as_deref());
    }
}

/// Makes the head name a language in which the page is told. Those of the page before are gone: see [`forget_first`].
pub fn name_language(lang: &str, address: &str) {
    set(("link", "hreflang", lang, "href"), Some(address));
    set(("link", "hreflang", lang, "rel"), Some("alternate"));
}

/// Changes a tag, adds it, or takes it away where a page does not have it.
fn set((element, key, name, field): (&str, &str, &str, &str), value: Option<&str>) {
    let selector = [element, "[", key, "=\"", name, "\"]"].concat();
    match (find(&selector), value) {
        (Some(found), Some(value)) => {
            let _ = found.set_attribute(field, value);
        }
        (Some(found), None) => found.remove(),
        (None, Some(value)) => {
            if let (Some(head), Ok(new)) = (document().head(), document().create_element(element)) {
                add(&head, &new, [(key, name), (field, value)]);
            }
        }
        (None, None) => {}
    }
}

/// Finds a tag. In the head alone: the page has a thousand elements, and all are gone through for a tag that is not there.
fn find(selector: &str) -> Option<Element> {
    document().head()?.query_selector(selector).ok()?
}

fn add(head: &Element, new: &Element, attributes: [(&str, &str); 2]) {
    for (name, value) in attributes {
        let _ = new.set_attribute(name, value);
    }
    let _ = head.append_child(new);
}
