//! The way through the pages of a list.

use crate::{
    setting::use_setting,
    words::fill,
};
use content::route::{List, Route};
use leptos::prelude::*;

/// Newer, the numbers, older; only where there is more than one page. The links say `rel=prev` and `rel=next`.
#[component]
pub fn Pager(
    /// The list.
    list: List,
    /// The page shown, from 1.
    page: u32,
    /// How many pages there are.
    pages: u32,
) -> impl IntoView {
    if pages < 2 {
        return ().into_any();
    }
    let setting = use_setting();
    let words = setting.words;
    let href = move |page| setting.href(&Route::of_list(list.clone(), page));
    let newer = (page > 1).then(|| view! { <a class="pager__turn" rel="prev" href=href(page - 1)>{words.newer}</a> });
    let older =
        (page < pages).then(|| view! { <a class="pager__turn" rel="next" href=href(page + 1)>{words.older}</a> });
    let numbers = numbers(page, pages)
        .into_iter()
        .map(|number| {
            let entry = match number {
                None => view! { <span class="pager__gap">"…"</span> }.into_any(),
                Some(number) => {
                    let label = fill(words.page_of, &[&number.to_string(), &pages.to_string()]);
                    let current = (number == page).then_some("page");
                    view! {
                        <a class="pager__number" href=href(number) aria-label=label aria-current=current>{number}</a>
                    }
                    .into_any()
                }
            };
            view! { <li>{entry}</li> }
        })
        .collect_view();
    view! {
        <nav class="pager" aria-label=words.paging>
            {newer}
            <ol class="pager__numbers">{numbers}</ol>
            {older}
        </nav>
    }
    .into_any()
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
            let names = numbers(page, pages).into_iter().map(|n| n.map_or("…".to_owned(), |n| n.to_string()));
            names.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown(1, 2), "1 2");
        assert_eq!(shown(1, 9), "1 2 … 9");
        assert_eq!(shown(5, 9), "1 … 4 5 6 … 9");
        assert_eq!(shown(4, 9), "1 2 3 4 5 … 9");
        assert_eq!(shown(9, 9), "1 … 8 9");
    }
}
