use crate::language::Token;

/// A verb phrase without a result, and the verb that says what the reader is to do: "take a quick look at" is "review".
///
/// Gives how many of `tokens` the phrase takes, and the verb.
pub fn outcome(tokens: &[Token]) -> Option<(usize, &'static str)> {
    let mut at = 0;
    let takes = |at: &mut usize, words: &[&str]| {
        let found = tokens.get(*at).is_some_and(|token| token.is_any(words));
        *at += usize::from(found);
        found
    };
    if takes(&mut at, &["take", "have", "taking", "having"]) {
        takes(&mut at, &["a"]);
        while takes(
            &mut at,
            &[
                "quick", "brief", "short", "little", "good", "proper", "closer", "close", "first",
                "second", "final",
            ],
        ) {}
        if !takes(&mut at, &["look", "glance", "peek", "read"]) {
            return None;
        }
        takes(&mut at, &["over", "through"]);
        takes(&mut at, &["at"]);
        return Some((at, "review"));
    }
    if takes(
        &mut at,
        &["look", "looking", "looked", "glance", "glancing"],
    ) {
        return takes(&mut at, &["at", "over", "through"]).then_some((at, "review"));
    }
    if takes(&mut at, &["go", "going", "gone"]) {
        return takes(&mut at, &["over", "through"]).then_some((at, "review"));
    }
    None
}
