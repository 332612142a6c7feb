//! Sorting by a number.

use std::{cmp::Reverse, collections::BinaryHeap};

/// The items with the greatest key first; those with equal keys keep their order.
///
/// Only keys and places are sorted, so that one routine serves every kind of item. A heap does it, because the
/// sorting routine of the standard library would cost a reader two kilobytes.
pub(crate) fn greatest_first<T>(items: Vec<T>, key: impl Fn(&T) -> i64) -> Vec<T> {
    let places = places(items.iter().map(key).collect());
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places
        .into_iter()
        .filter_map(|place| items.get_mut(place)?.take())
        .collect()
}

fn places(keys: Vec<i64>) -> Vec<usize> {
    let mut places = Vec::with_capacity(keys.len());
    let mut heap = BinaryHeap::with_capacity(keys.len());
    for (place, key) in keys.into_iter().enumerate() {
        heap.push((key, Reverse(place)));
    }
    while let Some((_, Reverse(place))) = heap.pop() {
        places.push(place);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::greatest_first;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_stable_sort_of_the_standard_library(items in prop::collection::vec((any::<i8>(), any::<u8>()), 0..60)) {
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
            prop_assert_eq!(greatest_first(items, |(key, _)| i64::from(*key)), expected);
        }
    }
}
