use std::cmp::Ordering;

/// Sorts by a key; items of one key stay in the order they have.
///
/// What it gives is what `slice::sort_by_key` gives. That one is compiled anew for every kind of item, seven kilobytes a time, and most
/// of what we sort comes sorted.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    if items.is_sorted_by_key(&key) {
        return;
    }
    let mut order: Vec<usize> = (0..items.len()).collect();
    sort(&mut order, &|a, b| key(&items[a]).cmp(&key(&items[b])));
    // Round after round of items that change places, each put where it belongs at once.
    for first in 0..order.len() {
        let mut to = first;
        while order[to] != first {
            let from = order[to];
            items.swap(to, from);
            order[to] = to;
            to = from;
        }
        order[to] = to;
    }
}

/// The one instance for all kinds.
fn sort(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    order.sort_by(|&a, &b| compare(a, b));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_gives_what_the_standard_library_gives(mut items: Vec<(u8, u16)>) {
            let mut plain = items.clone();
            plain.sort_by_key(|item| item.0 % 8);
            sort_by_key(&mut items, |item| item.0 % 8);
            prop_assert_eq!(items, plain);
        }
    }
}
