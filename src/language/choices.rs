/// Whether `word` is one of the choices of `list`, written `one|or|another`.
///
/// Patterns ask this of many words of a draft, and from many places: it stands in the program once.
#[inline(never)]
pub fn among(word: &str, list: &str) -> bool {
    let mut choices = list.as_bytes().split(|byte| *byte == b'|');
    choices.any(|choice| choice == word.as_bytes())
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
