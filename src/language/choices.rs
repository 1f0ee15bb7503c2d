/// Whether `word` is one of the choices of `list`, written `one|or|another`.
///
/// Patterns ask this of nearly every word of a draft, so it goes from choice to choice and compares only where a choice is as long
/// as the word.
pub fn among(word: &str, list: &str) -> bool {
    let (word, list) = (word.as_bytes(), list.as_bytes());
    let mut at = 0;
    loop {
        let rest = &list[at..];
        let length = rest.iter().position(|byte| *byte == b'|');
        let choice = &rest[..length.unwrap_or(rest.len())];
        if choice == word {
            return true;
        }
        match length {
            Some(length) => at += length + 1,
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_a_whole_word_of_the_list() {
        assert!(among("we", "i|we"));
        assert!(among("i", "i|we"));
        assert!(among("i", "i"));
        assert!(!among("w", "i|we"));
        assert!(!among("i|we", "i|we|i"));
        assert!(!among("", "i|we"));
    }
}
