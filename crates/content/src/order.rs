//! Sorting by a number.

/// The items with the greatest key first; those with equal keys keep their order.
///
/// Only keys and places are sorted, so that one sorting routine serves every kind of item: each further one would
/// cost a reader two kilobytes.
pub(crate) fn greatest_first<T>(items: Vec<T>, key: impl Fn(&T) -> i64) -> Vec<T> {
    let places = places(items.iter().map(key).collect());
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places
        .into_iter()
        .filter_map(|place| items.get_mut(place)?.take())
        .collect()
}

fn places(keys: Vec<i64>) -> Vec<usize> {
    let mut places: Vec<(i64, usize)> = keys
        .into_iter()
        .enumerate()
        .map(|(place, key)| (key.saturating_neg(), place))
        .collect();
    places.sort_unstable();
    places.into_iter().map(|(_, place)| place).collect()
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
