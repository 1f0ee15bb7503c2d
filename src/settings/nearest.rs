/// The name that was probably meant: at most a third of its letters away, the nearest first, `None` if nothing is near.
pub fn nearest<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let near = names
        .into_iter()
        .map(|other| (distance(name, other), other));
    let near = near.filter(|&(far, other)| far <= 1 + other.chars().count() / 3);
    near.min_by_key(|&(far, _)| far).map(|(_, other)| other)
}

/// How many letters must be put in, taken out, changed or swapped with the next to get from one name to the other.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().take(80).collect();
    let b: Vec<char> = b.chars().take(80).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let change = above[j] + usize::from(x != y);
            let mut least = change.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_near_and_another_word_is_not() {
        let names = ["hedged-ask", "missing-deadline", "weak-commitment"];
        assert_eq!(nearest("hegded-ask", names), Some("hedged-ask"));
        assert_eq!(nearest("hedge-ask", names), Some("hedged-ask"));
        assert_eq!(
            nearest("missing-deadlines", names),
            Some("missing-deadline")
        );
        assert_eq!(nearest("colour", names), None);
    }

    #[test]
    fn distances() {
        let cases = [
            ("", "", 0),
            ("ab", "ba", 1),
            ("kitten", "sitting", 3),
            ("a", "", 1),
        ];
        for (a, b, far) in cases {
            assert_eq!(distance(a, b), far, "{a} to {b}");
        }
    }
}
