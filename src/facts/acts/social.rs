//! Thanks, greetings and goodbyes.

use super::found::Manner;
use super::pattern::patterns;
use super::scene::Scene;
use crate::document::BlockKind;

/// Reads thanks, a greeting or a goodbye at the head of a sentence.
pub(super) fn read(
    scene: &Scene<'_>,
    head: usize,
    block: BlockKind,
) -> Option<(Manner, &'static str)> {
    let thanks = patterns![
        "thank|thanks|thx|thnx|tks|ty|tia|cheers|thanx",
        "many|big|huge|special|kind thanks",
        "i|we ~ 'd|would|want|wanted|also? like? to? ~ thank|appreciate",
        "i|we ~ am|'m ~ grateful|thankful for",
        "much|greatly appreciated|obliged",
        "i|we ~ appreciate",
        "appreciate",
    ];
    if scene.any(head, thanks).is_some() {
        return Some((Manner::Thanks, "thanks the reader"));
    }
    let short = scene.len() <= head + 8;
    let hellos = patterns![
        "hi|hello|hey|dear|greetings|howdy|welcome",
        "good morning|afternoon|evening|day",
    ];
    let wishes = patterns![
        "hope|trust you|this|all|everyone|everything|your",
        "i|we ~ hope|trust you|this|all|everyone|everything|your|that ~ are|is|had|have|finds|find|email|message|note|weekend|well",
    ];
    if block == BlockKind::Greeting || short && scene.any(head, hellos).is_some() {
        return Some((Manner::Greeting, "greets the reader"));
    }
    if scene.any(head, wishes).is_some() {
        return Some((Manner::Greeting, "wishes the reader well"));
    }
    let closings = patterns![
        "best|kind|warm|warmest|kindest ~ regards|wishes",
        "regards|sincerely|yours|best|cheers|love|cordially|respectfully",
        "see you|ya",
        "talk|speak to? you? soon|later",
        "take care",
        "have a ~ great|good|nice|wonderful|safe|lovely|fun",
        "i|we? ~ am|'m|are|'re? ~ look|looking forward",
        "happy",
        "enjoy",
    ];
    if block == BlockKind::Closing
        || scene.any(head, closings).is_some() && scene.len() <= head + 16
    {
        return Some((Manner::Closing, "takes leave of the reader"));
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::facts::acts::testing::check;

    #[test]
    fn set_phrases_between_people_are_told_apart() {
        check(&[
            ("Thanks for the list.", "thanks"),
            ("Thank you so much!", "thanks"),
            ("I appreciate your patience.", "thanks"),
            ("Hi Ana,", "greeting"),
            ("Good morning!", "greeting"),
            ("I hope this finds you well.", "greeting"),
            ("Best regards,", "closing"),
            ("See you on Monday.", "closing"),
            ("Have a great weekend!", "closing"),
            ("Looking forward to hearing from you.", "closing"),
        ]);
    }

    #[test]
    fn thanks_and_an_ask_are_two_acts() {
        check(&[
            ("Thanks, and please sign the form.", "imperative you sign"),
            (
                "Thanks for the list; could you also send the totals?",
                "thanks; modal you send",
            ),
        ]);
    }
}
