//! The wordings of a promise that does not bind, and where they stand in their sentence.

use std::ops::Range;

use super::fault::{PROMISE, Place};
use crate::language::pattern::Patterns;
use crate::language::{Penn, Token, TokenKind, among, verbs};
use crate::rules::listed;

/// Whether the words say themselves how far the effort goes, or tell of a habit: "we'll try to have as many there as possible",
/// "most Fridays I'll try to".
pub(super) fn is_bounded(tokens: &[Token], words: &Range<usize>) -> bool {
    static AS_POSSIBLE: Patterns = Patterns::new(&[
        "as many|much|few|little|often|close",
        "earliest|best|lowest|latest * *? *? *? *? possible",
    ]);
    let before = &tokens[..words.start];
    let habit = (0..before.len()).any(|at| {
        // "Every effort is made" is none.
        let effort = before.get(at + 1).is_some_and(|next| next.is("effort"));
        before[at].is_any(&["most", "every", "each", "usually", "normally"]) && !effort
    });
    // "I'll try to keep this short" speaks of the message.
    let after = &tokens[words.end..];
    let short = after
        .first()
        .is_some_and(|verb| verb.is_any(&["make", "keep", "be"]))
        && after
            .iter()
            .take(4)
            .any(|token| token.is_any(&["short", "brief", "quick"]));
    // "If Bo agrees, I'll try to" waits for Bo; "if I have time" does not wait for anyone.
    let waits = tokens[..words.start].windows(2).any(|pair| {
        pair[0].is("if")
            && !pair[1].is_any(&["i", "we", "time", "possible", "at", "all", "nothing"])
    });
    habit || short || waits || AS_POSSIBLE.find(after).is_some()
}

/// A promise to make an effort.
pub(super) fn effort(tokens: &[Token]) -> Option<Place> {
    static BEFORE_VERB: Patterns = Patterns::new(&[
        "i|we 'll|will|shall all|also|certainly|definitely|still|then|really? try|attempt|endeavor|endeavour|strive to|and",
        "i|we 'm|am|'re|are going to try|attempt to|and",
        "i|we 'm|am|'re|are gon na try to|and",
        "i|we 'll|will do my|our level|very|utmost? best to",
        "i|we 'll|will do my|our very? utmost to",
        "i|we 'll|will try my|our|the very? best|hardest|utmost to",
        "i|we 'll|will do what|whatever i|we can to",
        "i can try to|and",
        "i|we 'll|will make an|every effort to",
    ]);
    // Without a subject it is the writer's only at the head of a sentence: "He will look and will try to".
    static AT_HEAD: Patterns = Patterns::new(&[
        "will try|attempt to|and",
        "gon na try|attempt to|and",
        "will do my|our level|very|utmost? best|utmost to",
    ]);
    // "I'll have a go at drafting it."
    static BEFORE_GERUND: Patterns = Patterns::new(&[
        "i|we 'll|will|can|could have|take a go|stab|crack|shot at ING",
        "let me|us have|take a go|stab|crack|shot at ING",
    ]);
    static WHOLE_AT_HEAD: Patterns = Patterns::new(&[
        "will see what|if|whether i|we can|could do?",
        "will give it|this|that a|my|our good|best? shot|go|try|whirl",
        "will do my|our very? best",
        "will do what|whatever i|we can",
        "will try today|tonight|tomorrow|tmrw|later|soon|asap|!|.",
    ]);
    static WHOLE: Patterns = Patterns::new(&[
        "i|we 'll|will see what i|we can|could do|manage?",
        "i|we 'll|will see if|whether i|we can|could",
        "i|we 'll|will see where|how far? i|we get|can|'ve to|got|get?",
        "let me|us see where|how far? i|we get|can|'ve to|got|get?",
        "i|we 'll|will try today|tonight|tomorrow|tmrw|later|soon|asap",
        "i|we 'll|will try this|next week|weekend|month|morning|afternoon|evening",
        "let me|us see if|whether|what i|we can|could",
        "i|we 'll|will give it|this|that a|my|our good|best? shot|go|try|whirl|best",
        "i|we 'll|will|can|could have|take a go|stab|crack|shot at",
    ]);
    static AT_END: Patterns = Patterns::new(&[
        "i|we 'll|will|can try my|our? very? best|hardest?",
        "i|we 'll|will do my|our level|very? best",
        "i|we 'll|will do what|whatever i|we can",
    ]);
    if let Some((words, _)) = BEFORE_VERB.find(tokens) {
        let lead = Some(words.clone());
        return Some(Place { words, lead });
    }
    if let Some((words, _)) = BEFORE_GERUND.find(tokens) {
        let words = words.start..words.end - 1;
        let lead = Some(words.clone());
        return Some(Place { words, lead });
    }
    let head = listed::lead_in(tokens);
    if let Some((end, _)) = AT_HEAD.at(tokens, head) {
        return Some(Place {
            words: head..end,
            lead: Some(head..end),
        });
    }
    if let Some((end, _)) = WHOLE_AT_HEAD.at(tokens, head).filter(|_| head < 3) {
        return Some(Place::whole(head..end));
    }
    if let Some((words, _)) = WHOLE.find(tokens) {
        // "I'll give it a shot and tell you how it went" says what will come of it.
        return (!tells(&tokens[words.end..])).then(|| Place::whole(words));
    }
    let (words, _) = AT_END.find(tokens)?;
    // "I'll do what I can about the noise", "Will do my best mate".
    let about = tokens
        .get(words.end)
        .is_some_and(|next| next.is_any(&["about", "here", "for", "mate", "though"]));
    (about || ends(tokens, words.end))
        .then(|| Place::whole(words))
        .filter(|place| !tells(&tokens[place.words.end..]))
}

/// A promise told as a hope.
pub(super) fn hope(tokens: &[Token]) -> Option<Place> {
    static ADVERBS: Patterns = Patterns::new(&[
        "hopefully ,?",
        "with any|a luck ,?",
        "with a bit|little of? luck ,?",
        "fingers crossed ,? that?",
    ]);
    static MIGHT: Patterns = Patterns::new(&["i may|might be able to BASE"]);
    static HOPEFULLY: Patterns = Patterns::new(&[
        "i|we 'll|will|should|can|could hopefully be able to",
        "i|we 'll|will|should|can|could hopefully",
    ]);
    static HOPEFULLY_AT_HEAD: Patterns = Patterns::new(&[
        "will|'ll|should hopefully be able to",
        "will|'ll|should hopefully",
    ]);
    // "I'll probably buy the red one" is news; a promise has the reader in it, or what they wait for.
    static PROBABLY: Patterns = Patterns::new(&[
        "i|we 'll|will|can probably|possibly|maybe|perhaps|likely BASE you",
        "i|we 'll|will|can probably|possibly|maybe|perhaps|likely BASE it|this|that|them|the|a back|over|out|ready|done|finished|off? to? you|by|for|today|tomorrow",
        "i 'll|will|can probably|possibly|maybe|perhaps|likely BASE it|this|that|them in? on|before|this|next|tonight",
        "i|we 'll|will|can probably|possibly|maybe|perhaps|likely finish|deliver|send|review|fix|submit",
    ]);
    static WILL: Patterns =
        Patterns::new(&["i|we 'll|will|can|could|should|'m|am|'re|are? be? able|going? to?"]);
    static FRAMES: Patterns = Patterns::new(&[
        "i|we should be able to",
        "i|we 'm|am|'re|are still? hoping|aiming to",
        "i|we would|'d? hope|aim to find|get the|some? time|chance to",
        "i|we would|'d? hope|aim to",
        "i|we 'll|will aim to",
        "i guess|suppose|reckon ,? that? i can|could|'ll|will",
        "i|we should get|have|find a|the|some? chance|time|moment|minute|opportunity to",
        "i|we should manage to",
        "i|we 'm|am|'re|are pretty|fairly|quite|reasonably|almost|nearly sure|confident|certain ,? that? i|we can|could|'ll|will",
    ]);
    // Without a subject it is the writer's only at the head of a sentence.
    static AT_HEAD: Patterns =
        Patterns::new(&["still? hoping|aiming to", "should|might|may be able to"]);
    // "Yes, I should be able to" says no more.
    static ABLE: Patterns = Patterns::new(&["i|we? should be able to"]);
    static HAVE: Patterns = Patterns::new(&[
        "have *? *? *? *? for you",
        "have it|this|that|them ready|done|by|back",
    ]);
    static HAVE_DONE: Patterns = Patterns::new(&[
        "i should have it|this|that|them|these|those|everything|something ready|done|finished|complete|sorted|fixed|by|for|to|back|over",
        "i should have the|that|this|those|my|our *? * ready|done|finished|complete|sorted|fixed|by|to|back|over",
    ]);
    let head = listed::lead_in(tokens);
    let hopefully = || {
        let (end, _) = HOPEFULLY_AT_HEAD.at(tokens, head)?;
        Some((head..end, usize::MAX))
    };
    if let Some((lead, _)) = HOPEFULLY.find(tokens).or_else(hopefully) {
        let verb = tokens.get(lead.end)?;
        let adverb = lead.clone().find(|&at| tokens[at].is("hopefully"))?;
        return (verbs::is_base(&verb.norm) && !is_idle(verb) && !is_ease(tokens, lead.end)).then(
            || Place {
                words: adverb..adverb + 1,
                lead: Some(lead),
            },
        );
    }
    if let Some((words, _)) = PROBABLY.find(tokens) {
        let adverb = words.start + 2;
        return Some(Place {
            words: adverb..adverb + 1,
            lead: Some(words.start..adverb + 1),
        });
    }
    if let Some((frame, _)) = MIGHT.find(tokens)
        && !is_idle(&tokens[frame.end - 1])
    {
        let lead = frame.start..frame.end - 1;
        return Some(Place {
            words: lead.clone(),
            lead: Some(lead),
        });
    }
    if let Some((adverb, _)) = ADVERBS.find(tokens)
        && let Some((lead, _)) = WILL.at(tokens, adverb.end)
    {
        let verb = tokens.get(lead)?;
        let has = !verb.is("have") || HAVE.at(tokens, lead).is_some();
        // "He'll sign it today, so hopefully we'll have it by noon" is his to do.
        let theirs = verb.is("have")
            && tokens[..adverb.start]
                .iter()
                .any(|token| token.is_any(&["he", "she", "they", "him", "her", "them"]));
        let works = verbs::is_base(&verb.norm) && !is_idle(verb) && has && !theirs;
        let comma = tokens[adverb.end - 1].is(",");
        return works.then(|| Place {
            words: adverb.start..adverb.end - usize::from(comma),
            lead: Some(adverb.start..lead),
        });
    }
    if let Some((words, _)) = HAVE_DONE.find(tokens)
        && !tokens[words.end..].iter().any(|token| token.is("now"))
    {
        let lead = words.start..words.start + 2;
        return Some(Place {
            words: lead.clone(),
            lead: Some(lead),
        });
    }
    if let Some((words, _)) = ABLE.find(tokens)
        && (words.start == head || tokens[words.start].is_any(&["i", "we"]))
        && ends(tokens, words.end)
    {
        return Some(Place::whole(words));
    }
    let at_head = || Some((head..AT_HEAD.at(tokens, head)?.0, usize::MAX));
    let (words, which) = FRAMES.find(tokens).or_else(at_head)?;
    let verb = tokens.get(words.end)?;
    // "We hope to have you back" is a wish, "I hope to have a draft on Monday" a promise.
    let whom = tokens.get(words.end + 1);
    let wish = which == 3
        && verb.is("have")
        && whom.is_some_and(|whom| {
            whom.is_any(&[
                "you", "him", "her", "them", "everyone", "all", "many", "more",
            ])
        });
    // "We should be able to live with this" agrees.
    let agrees = verb.is_any(&["work", "live"])
        && tokens
            .get(words.end + 1)
            .is_some_and(|next| next.is("with"));
    // "The belief that we aim to please" tells of an aim.
    let told = which == 3 && words.start > 0 && tokens[words.start - 1].is("that");
    // "We hope to get a key this season" waits for whoever gives it, "to get a draft to you" does not.
    let given = verb.is("get")
        && whom.is_some_and(|whom| whom.is_any(&["a", "an", "some", "more"]))
        && !tokens[words.end..].iter().any(|token| {
            token.is_any(&[
                "to", "out", "over", "up", "done", "ready", "finished", "written",
            ])
        });
    let wish = wish || agrees || told || given;
    // "I'm pretty sure we'll need a permit" and "we can use the old one" promise nothing.
    const FORESEEN: &str = "need|want|lose|fail|miss|run|end|regret|spend|have|owe|fall|break|use|afford|tell|remember|recall|prove|name|guess|\
        see|think|recognise|recognize|agree";
    let sure = tokens[words.clone()]
        .iter()
        .any(|token| token.is_any(&["sure", "confident", "certain"]));
    if sure && among(&verb.norm, FORESEEN) {
        return None;
    }
    // "Go through the slides" is work.
    let through = tokens
        .get(words.end + 1)
        .is_some_and(|next| next.is_any(&["through", "over"]));
    ((through || !is_idle(verb)) && !wish && verbs::is_base(&verb.norm)).then(|| Place {
        lead: Some(words.clone()),
        words,
    })
}

/// Whether it is ease that is hoped for, and nothing for the reader: "I should hopefully have more time".
fn is_ease(tokens: &[Token], verb: usize) -> bool {
    static EASE: Patterns = Patterns::new(&[
        "have *? *? time|chance|energy|luck|capacity|bandwidth|days|fun",
        "have *? good|great|nice|lovely",
    ]);
    EASE.at(tokens, verb).is_some()
}

/// Verbs of what merely happens to the writer, which is no promise, and of meeting, which is a courtesy.
const IDLE: &str = "be|hear|see|meet|know|understand|learn|feel|like|enjoy|welcome|win|receive|not|never|continue|find|catch|say|live|wait|stay|\
    go|come|visit|travel|attend|join|uncover|discover|gain|reach|draw|attract|grow|expand|raise|return";

fn is_idle(verb: &Token) -> bool {
    among(&verb.norm, IDLE)
}

/// A way out built into a promise.
pub(super) fn escape(tokens: &[Token]) -> Option<Place> {
    static CLAUSES: Patterns = Patterns::new(&[
        "if i|we can|do|'ll|will? have|get|find|make|'ve the|any|some|enough|a|an|got? spare|free? time|chance|moment|minute|bandwidth|capacity|energy|opening|opportunity|gap|slot|hour|headspace",
        "if i|we remember|manage",
        "when|whenever|once i|we can? get|have|find a|any|some|the? spare|free? chance|minute|moment|second|sec|time|cycle|cycles|hour|breather|gap",
        "when|whenever|once i|we can? get to it|that|this|them",
        "when|whenever|once i|we can? get round|around to it|that|this|them",
        "as soon as i|we can? get|have|find a|any|some|the? spare|free? chance|minute|moment|second|sec|time|cycle|cycles|hour|breather|gap",
        "when|once|after|as soon? as? things|work|it|life|everything settle|settles|calm|calms|slow|slows|quiet|quiets|quieten|quietens|die|dies down",
        "as quickly|quick|fast|early|promptly as i|we possibly? can|could possibly?",
        "if time allows|permits",
        "as time allows|permits",
        "if nothing else|new|urgent? lands|comes|happens|pops|crops|gets|goes",
        "if all|everything goes well|right|fine|to",
        "unless something|anything else|urgent? comes|happens|pops|crops|goes|gets",
    ]);
    static PHRASES: Patterns = Patterns::new(&[
        "time|schedule|workload|work|diary|family|circumstances permitting",
        "but? no promises|guarantees",
        "while|though|although i|we ca|can n't|not promise|guarantee anything|it|that? ,?",
        "while|though|although i|we ca|can n't|not make|give any promises|guarantees ,?",
        "i|we ca|can n't|not promise|guarantee anything|it|that? ,? but",
        "i|we ca|can n't|not make|give any promises|guarantees ,? but",
        "all being well",
        "fingers crossed",
        "but|so|just? do n't hold me|us to it|that|this",
    ]);
    static AT_END: Patterns = Patterns::new(&[
        "but|so i|we? ca|can n't|not promise|guarantee anything|it|that?",
        "if i|we can|could",
        "when|whenever|as soon? as? i|we possibly? can|could possibly?",
    ]);
    if let Some((range, _)) = CLAUSES.find(tokens) {
        let next = |at: &usize| {
            let token = &tokens[*at];
            token.kind == TokenKind::Mark && !token.is("-")
                || PROMISE.at(tokens, *at).is_some()
                || goes_on(tokens, *at)
        };
        let end = (range.end..tokens.len()).find(next).unwrap_or(tokens.len());
        return Some(Place::whole(range.start..end));
    }
    if let Some((words, _)) = PHRASES.find(tokens) {
        return Some(Place::whole(words));
    }
    let (words, _) = AT_END.find(tokens)?;
    // "We'll take it as far as we can" tells how far.
    let far = words.start.checked_sub(1).is_some_and(|at| {
        tokens[at].is_any(&[
            "far", "much", "long", "many", "well", "best", "hard", "little", "often",
        ])
    });
    if far {
        return None;
    }
    // "I'll tell you when I can" tells the time itself.
    let told = tokens[..words.start]
        .iter()
        .any(|token| token.is_any(&["tell", "know", "say", "see", "ask"]));
    (!told && ends(tokens, words.end)).then(|| Place::whole(words))
}

/// Whether the promise goes on with a verb of its own here: "when I get a minute and let you know".
fn goes_on(tokens: &[Token], at: usize) -> bool {
    const OF_THE_CLAUSE: &str = "remember|can|get|have|find|feel|manage|need|want";
    /// How many words after its "and" a clause has its verb at the latest.
    const NEAR: usize = 5;
    // "When we have time, and two days are not much": another clause.
    let mut near = tokens[at + 1..].iter().take(NEAR);
    if tokens[at].is_any(&["and", "but"])
        && near.any(|token| token.is_any(&["is", "are", "was", "were", "isn't", "aren't"]))
    {
        return true;
    }
    tokens[at].is_any(&["and", "then"])
        && tokens.get(at + 1).is_some_and(|verb| {
            verb.tag.penn == Penn::Vb
                && verbs::is_base(&verb.norm)
                && !among(&verb.norm, OF_THE_CLAUSE)
        })
}

/// Whether the words go on to say what the reader will be told.
pub(super) fn tells(after: &[Token]) -> bool {
    const TELLING: &[&str] = &[
        "send", "tell", "let", "report", "get", "email", "mail", "give", "write", "confirm",
        "update", "reply", "answer", "call", "share", "post", "fix", "propose",
    ];
    after
        .windows(2)
        .any(|pair| pair[0].is_any(&["and", "then", ","]) && pair[1].is_any(TELLING))
}

/// Whether nothing but a mark or a new clause follows.
fn ends(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(|token| {
        token.kind == TokenKind::Mark
            || token.kind == TokenKind::Symbol
            || token.is_any(&["and", "but"])
    })
}
