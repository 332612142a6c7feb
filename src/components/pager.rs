//! The way through the pages of a list.

use crate::{
    element::{Element, el},
    setting::use_setting,
    words::fill,
};
use content::route::Route;

/// The numbers, and in a list of stories newer and older; nothing where there is only one page. `here` is any page of
/// the list. The links say `rel=prev` and `rel=next`.
pub fn pager(here: &Route, page: u32, pages: u32) -> Option<Element> {
    let setting = use_setting();
    let words = setting.words;
    let link = |class: &'static str, page| {
        el("a")
            .class(class)
            .attr("href", setting.href(&here.turned(page)))
    };
    let number = |number: Option<u32>| {
        el("li").child(match number {
            None => el("span").class("pager__gap").child("…"),
            Some(number) => link("pager__number", number)
                .attr(
                    "aria-label",
                    fill(words.page_of, &[&number.to_string(), &pages.to_string()]),
                )
                .maybe("aria-current", (number == page).then_some("page"))
                .child(number.to_string()),
        })
    };
    let numbers = numbers(page, pages).into_iter().map(number);
    // What was found stands in another order.
    let is_by_date = matches!(here, Route::List(..));
    let newer = (is_by_date && page > 1).then(|| {
        link("pager__turn", page - 1)
            .attr("rel", "prev")
            .child(words.newer)
    });
    let older = (is_by_date && page < pages).then(|| {
        link("pager__turn", page + 1)
            .attr("rel", "next")
            .child(words.older)
    });
    (pages > 1).then(|| {
        el("nav")
            .class("pager")
            .attr("aria-label", words.paging)
            .child(newer)
            .child(el("ol").class("pager__numbers").each(numbers))
            .child(older)
    })
}

/// The first, the last and those around the page shown; `None` where some are left out.
fn numbers(page: u32, pages: u32) -> Vec<Option<u32>> {
    let mut numbers = Vec::new();
    let mut last = 0;
    for number in 1..=pages {
        if number != 1 && number != pages && number.abs_diff(page) > 1 {
            continue;
        }
        if number > last + 1 {
            // A gap of one number is that number.
            numbers.push((number == last + 2).then_some(number - 1));
        }
        numbers.push(Some(number));
        last = number;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn the_first_the_last_and_the_neighbours_are_offered() {
        let shown = |page, pages| -> String {
            let names = numbers(page, pages)
                .into_iter()
                .map(|n| n.map_or("…".to_owned(), |n| n.to_string()));
            names.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown(1, 2), "1 2");
        assert_eq!(shown(1, 9), "1 2 … 9");
        assert_eq!(shown(5, 9), "1 … 4 5 6 … 9");
        assert_eq!(shown(4, 9), "1 2 3 4 5 … 9");
        assert_eq!(shown(9, 9), "1 … 8 9");
    }
}
