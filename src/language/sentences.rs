use super::tokens::abbreviations::{self, Abbreviation};
use super::{Sentence, Token, TokenKind, verbs};
use crate::text::Span;

/// Where the sentences of a block lie: every token is in one.
pub(super) fn read(prose: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for next in 1..=tokens.len() {
        if next == tokens.len() || ends_before(prose, tokens, start, next) {
            sentences.push(Sentence {
                span: Span::new(tokens[start].span.start, tokens[next - 1].span.end),
                tokens: start..next,
            });
            start = next;
        }
    }
    sentences
}

/// Whether the sentence that began at the token `start` ends before the token `next`.
fn ends_before(prose: &str, tokens: &[Token], start: usize, next: usize) -> bool {
    let after = &tokens[next];
    if after.spaced {
        let gap = &prose[tokens[next - 1].span.end..after.span.start];
        if gap.contains(['\n', '\r']) && ends_at_line(prose, tokens, start, next) {
            return true;
        }
    } else if closes(after) || after.kind == TokenKind::Mark && !opens(after) {
        return false;
    }
    // Quotation marks, brackets and emoji after the stop still belong to the sentence.
    // Nobody nests deeper than a few, and a page of brackets must not cost its square.
    let mut last = next - 1;
    while last > start && next - last <= 4 && closes(&tokens[last]) {
        last -= 1;
    }
    let closed = last + 1 < next;
    if after.kind == TokenKind::Symbol && is_picture(after) {
        return false;
    }
    if is_picture(&tokens[last]) {
        return after.spaced && (is_capital(prose, after) || stops_before(tokens, start, last));
    }
    let stop = &tokens[last];
    match stop.norm.as_str() {
        "." => {
            let listed = last == start + 1 && tokens[start].kind == TokenKind::Number;
            let named = last > start && tokens[last - 1].kind == TokenKind::Opaque;
            let goes_on = (closed || named) && is_lower(prose, after);
            !listed && !goes_on && (after.spaced || !is_lower(prose, after))
        }
        // "I" has its capital anywhere.
        "..." => after.spaced && is_capital(prose, after) && !after.is("i"),
        norm if norm.starts_with(['!', '?', '。', '！', '？']) => {
            let bracketed = closed && is_lower(prose, after);
            !bracketed && (after.spaced || !is_lower(prose, after))
        }
        norm => match abbreviations::of_norm(norm) {
            Some(_) if after.spaced && is_month(stop) && follows_day(tokens, start, last) => {
                is_capital(prose, after)
            }
            Some(kind) if stop.kind == TokenKind::Word && after.spaced => {
                ends_with_abbreviation(kind, prose, after)
            }
            _ => false,
        },
    }
}

fn is_month(token: &Token) -> bool {
    token.is_any(&[
        "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.",
        "dec.",
    ])
}

/// Whether the token stands behind the number of a day: behind a whole date, "20 Nov.", a capital begins a sentence.
fn follows_day(tokens: &[Token], start: usize, at: usize) -> bool {
    at > start && tokens[at - 1].kind == TokenKind::Number
}

/// Whether a sentence ends with this abbreviation before `after`.
fn ends_with_abbreviation(kind: Abbreviation, prose: &str, after: &Token) -> bool {
    match kind {
        Abbreviation::Leading => false,
        Abbreviation::Initial | Abbreviation::Closing => {
            is_capital(prose, after) && opens_sentence(&after.norm)
        }
    }
}

/// Whether a line end in `gap` ends the sentence: a blank line, a list item, a greeting or a sign-off on its own line.
fn ends_at_line(prose: &str, tokens: &[Token], start: usize, next: usize) -> bool {
    let gap = &prose[tokens[next - 1].span.end..tokens[next].span.start];
    let lines = gap.bytes().filter(|&byte| byte == b'\n').count();
    if lines > 1 {
        return true;
    }
    let mark = tokens
        .get(next..next + 2)
        .is_some_and(|pair| pair[0].is_any(&["-", "*", "•", "·", "+"]) && pair[1].spaced);
    let numbered = tokens.get(next..next + 3).is_some_and(|three| {
        three[0].kind == TokenKind::Number
            && three[0].norm.len() <= 2
            && three[1].is_any(&[".", ")"])
            && !three[1].spaced
            && three[2].spaced
    });
    let line = &tokens[start..next];
    let letter = line.len() <= 6
        && line
            .last()
            .is_some_and(|last| last.is_any(&[",", ":", "!"]))
        // "Thanks for the notes," may go on below.
        && (line.len() <= SHORT_GREETING || !is_lower(prose, &tokens[next]))
        && (line[0].is_any(GREETINGS) || line[0].is_any(CLOSINGS));
    mark || numbered || letter
}

/// "Hi Sam," and "Many thanks," are no part of what a small letter begins below them.
const SHORT_GREETING: usize = 3;

const GREETINGS: &[&str] = &[
    "hi",
    "hello",
    "hey",
    "dear",
    "hiya",
    "team",
    "all",
    "folks",
    "everyone",
    "morning",
    "good",
    "greetings",
];

const CLOSINGS: &[&str] = &[
    "best",
    "regards",
    "kind",
    "warm",
    "warmly",
    "cheers",
    "thanks",
    "thank",
    "sincerely",
    "yours",
    "many",
    "respectfully",
    "cordially",
    "love",
];

/// Whether the stop, mark or picture run that ends at `last` began with a stop: "Nice! 🎉".
fn stops_before(tokens: &[Token], start: usize, last: usize) -> bool {
    let before = tokens[start..=last]
        .iter()
        .rev()
        .take(8)
        .find(|token| !is_picture(token));
    before.is_some_and(|token| {
        token.kind == TokenKind::Mark && token.norm.starts_with(['.', '!', '?'])
    })
}

/// Whether the token closes what an earlier one opened; straight quotes tell by where they stand.
fn closes(token: &Token) -> bool {
    !token.spaced && token.is_any(&["\"", "'", ")", "]", "}"])
}

fn opens(token: &Token) -> bool {
    token.is_any(&["(", "[", "{"])
}

/// Emoji and faces.
fn is_picture(token: &Token) -> bool {
    token.kind == TokenKind::Symbol
        && (!token.norm.is_ascii()
            || token.norm.len() > 1 && token.norm.contains([')', '(', 'D', 'P']))
}

fn is_capital(prose: &str, token: &Token) -> bool {
    let text = token.span.of(prose);
    text.chars()
        .find(|c| !matches!(c, '"' | '“' | '(' | '\''))
        .is_none_or(|c| c.is_uppercase() || is_caseless(c))
}

/// Letters of scripts without capitals may open a sentence.
fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

fn is_lower(prose: &str, token: &Token) -> bool {
    token.span.of(prose).starts_with(char::is_lowercase)
}

/// Whether a capital on this word after an abbreviation says that a sentence begins, for the word is no name.
fn opens_sentence(norm: &str) -> bool {
    const NAMES: &[&str] = &[
        "bill", "chase", "drew", "frank", "grant", "hunt", "jack", "mark", "march", "may", "page",
        "pat", "rob", "will", "wade", "rich", "guy", "price", "park", "cook", "field", "bank",
        "drive", "place", "court", "board", "press", "post", "house", "home", "view", "point",
        "ship", "trade", "state", "service", "research", "design", "finance", "market", "support",
    ];
    OPENERS.binary_search(&norm).is_ok() || (verbs::is_base(norm) && !NAMES.contains(&norm))
}

/// Words that are hardly ever part of a name; sorted.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "a", "after", "all", "also", "although", "an", "and", "another", "any", "anyone", "are", "as",
    "at", "because", "before", "both", "but", "by", "can", "could", "did", "do", "does", "during",
    "each", "either", "everyone", "first", "for", "from", "had", "has", "have", "he", "hello",
    "here", "hi", "his", "how", "however", "i", "if", "in", "instead", "is", "it", "its", "just",
    "last", "later", "let", "like", "maybe", "meanwhile", "more", "most", "my", "never", "next", "no",
    "nobody", "none", "not", "nothing", "now", "of", "on", "once", "one", "only", "or", "our",
    "perhaps", "please", "right", "she", "should", "since", "so", "some", "someone", "sorry",
    "still", "such", "thank", "thanks", "that", "the", "their", "then", "there", "these", "they",
    "this", "those", "though", "to", "today", "tomorrow", "unless", "until", "was", "we", "were", "what", "when",
    "where", "whether", "which", "while", "who", "whose", "why", "with", "would", "yes",
    "yesterday", "you", "your",
];

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::*;

    /// Checks that the sentences are those between the `‖` marks.
    #[track_caller]
    fn parts(marked: &str) {
        let expected: Vec<&str> = marked.split('‖').map(str::trim).collect();
        let prose: String = marked.chars().filter(|&c| c != '‖').collect();
        let found = read(&prose, &tokens::read(&prose));
        let found: Vec<&str> = found.iter().map(|one| one.span.of(&prose)).collect();
        assert_eq!(found, expected, "{marked:?}");
    }

    #[test]
    fn a_stop_after_an_abbreviation_may_end_nothing() {
        parts("Please ask Mr. Okafor to sign it.‖ He is in today.");
        parts("Dr. Lee and Mrs. Chan approved.‖ We ship Monday.");
        parts("Send the files, e.g. the invoice, to Ana.‖ Thanks.");
        parts("Use one vendor, i.e. Acme, for all orders.‖ No exceptions.");
        parts("Let's meet at 9 a.m. on Monday.‖ Bring the slides.");
        parts("Let's meet at 9 a.m.‖ Bring the slides.");
        parts("The meeting ends at 5 p.m. Friday.");
        parts("The U.S. team will join.‖ The U.K. team won't.");
        parts("We moved to the U.S.‖ The team is happy.");
        parts("Acme Inc. signed.‖ Acme Corp. did not.");
        parts("Please pay invoice No. 4521 by Friday.‖ It is late.");
        parts("It is done (see p. 4).‖ Next steps below.");
        parts("Can you review it by Fri. 27 Nov. and reply?‖ Thanks.");
        parts("The call is on Jan. 5.‖ Please confirm.");
        parts("please review vs. the old one etc. and reply.‖ Then merge.");
        parts("Please add J. R. Smith to the thread.‖ He asked.");
        parts("It is due by Fri 20 Nov.‖ Hopefully it is not late.");
        parts("It is due by Fri 20 Nov. at the latest.");
        parts("We chose plan B.‖ Then we stopped.");
        parts("Bring pens, paper, etc.‖ We start at ten.");
    }

    #[test]
    fn numbers_sites_and_files_hold_stops_that_end_nothing() {
        parts("Costs rose 3.5% in Q1.‖ Please review.");
        parts("See https://example.com/a.b?c=d. for details.");
        parts("Docs are at www.example.com.‖ Could you check them?");
        parts("Please open report.final.v2.docx and comment.‖ Then reply.");
        parts("Rename config.yaml to settings.toml.‖ Push it.");
        parts("Update: we shipped v2.1.0 today.‖ All good.");
        parts("Run \u{1a}\u{1a}\u{1a}\u{1a}.‖ Then read \u{1a}\u{1a}.");
    }

    #[test]
    fn other_marks_end_sentences_too() {
        parts("Thanks!‖ Could you send the deck?");
        parts("Great news!!!‖ We won.");
        parts("Really?!‖ I doubt it.");
        parts("I was thinking... maybe we could wait.");
        parts("I was thinking…‖ Could you review it?");
        parts("Well… not sure yet.‖ Let me check.");
        parts("Nice work 🎉‖ Could you share it?");
        parts("Nice work! 🎉 ‖Could you share it?");
        parts("Nice work! 👏👏 ‖could you share it?");
        parts("See you there :)‖ Bring cake.");
        parts("Any news?‖ we wait for it");
    }

    #[test]
    fn quotation_marks_and_brackets_stay_with_their_sentence() {
        parts("\"Can we ship?\" she asked.‖ I said yes.");
        parts("She said \"No.\"‖ Then she left.");
        parts("She said “No.”‖ Then she left.");
        parts("(See the attached file.)‖ Let me know.");
        parts("We (really?) and they (yes!) agree.");
        parts("Is it done? (I doubt it.)".replace("? (", "?‖ (").as_str());
    }

    #[test]
    fn sentences_begin_without_a_capital_or_a_space() {
        parts("ok sounds good. ‖can you send it tomorrow?");
        parts("Approved by me.‖Please proceed.");
        parts("no stop at all");
        parts("This sentence is hard\nwrapped at a column. ‖It goes on\nto the next line.");
        parts("soft wrapped \r\nlines too");
    }

    #[test]
    fn lines_that_stand_alone_are_sentences() {
        parts("Hi Sam,\n‖Could you send the report?");
        parts("Hi Sam,\n\n‖Hope you're well.‖ Could you review the doc?");
        parts("Hi Sam, could you send the report?");
        parts("- review the doc\n‖- send the invoice\n‖- book the room");
        parts("1. Review the doc.\n‖2. Send the invoice.\n‖3. Book the room.");
        parts("Agenda:\n‖* budget\n‖* hiring");
        parts("Best regards,\n‖Ana");
    }

    #[test]
    fn stops_in_everyday_mail() {
        parts("I'll be in at 8 a.m.‖ We can talk then.");
        parts("The flight lands at 6 p.m. Tuesday.");
        parts("It costs $4.50.‖ That is fine.");
        parts("It costs approx. $40 excl. tax.‖ That is fine.");
        parts("Ask Prof. Lind or Sgt. Vance.‖ Either will do.");
        parts("We met St. John's staff.");
        parts("Turn onto Park Ave. and stop.");
        parts("Turn onto Park Ave.‖ Then stop.");
        parts("The vendor is Acme Ltd.‖ They sell glass.");
        parts("Okafor Jr. will sign.");
        parts("Bring it Mon.‖ I need it.");
        parts("We open Sat. and Sun. only.");
        parts("We looked at the sun.‖ The moon was up.");
        parts("See fig. 3 and sec. 4.‖ They agree.");
        parts("Is it no. 4 or no. 5?‖ I forget.");
        parts("I said no.‖ He left.");
        parts("No.‖ Not yet.");
        parts("No. 4 is late.");
        parts("Call ext. 42.‖ Ask for Ana.");
        parts("The report of Lind et al. is late.");
        parts("Allow min. 3 and max. 5 days.‖ No more.");
        parts("It is on p.\n4 of the report.");
        parts("She is the V.P. of sales.");
        parts("He moved to D.C.‖ We miss him.");
        parts("Two Ph.D. students and one M.Sc. student may join.");
        parts("She holds a Ph.D.‖ He does not.");
        parts("We open Mon.-Fri. until five.");
        parts("It is a.k.a. the long list.");
        parts("U.K.-based staff agree.‖ The U.S.A. team does not.");
        parts("The note is from D. Lind.‖ Thanks.");
        parts("There are plans A, B and C.‖ Pick one.");
        parts("Re. your note: yes.");
        parts("FYI.‖ No need to reply.");
    }

    #[test]
    fn figures_sites_and_versions_in_everyday_mail() {
        parts("Version 2.0.1 is out.‖ Version 2.1 is not.");
        parts("It is 3.‖ Not 4.");
        parts("We meet at 10.30.‖ Bring tea.");
        parts("The host is 10.0.0.1.‖ Thanks.");
        parts("Write to ana@example.org.‖ She knows.");
        parts("Read http://example.org/a?b=c!‖ Then decide.");
        parts("Open notes.txt.‖ Read it.");
        parts("1. Sign it.‖ Send it.");
    }

    #[test]
    fn other_marks_in_everyday_mail() {
        parts("So... I think we wait.");
        parts("Hm… I’m not sure.");
        parts("Wait...‖ What do you mean?");
        parts("Wait ... what do you mean?");
        parts("Thanks!! :)");
        parts("Thanks! :)‖ See you.");
        parts("Really?I doubt it.".replace("?I", "?‖I").as_str());
        parts("What?!‖ No.");
        parts("He asked why??‖ nobody knew");
        parts("Can you (or Sam) sign?‖ I can't.");
        parts("He said \"Go.\"‖ We went.");
        parts("She asked \"When?\" and left.");
        parts("(Call me.)‖ (Or write.)");
        parts("[Draft.]‖ Do not send.");
        parts("I like it 👍‖ Let's go");
        parts("I like it 👍 and so does Ana");
        parts("Sam - can you sign?‖ Thanks.");
        parts("soft\u{a0}spaces.‖\u{a0}Next one.");
    }

    #[test]
    fn lines_in_everyday_mail() {
        parts("We need:\n‖1) a room\n‖2) a date");
        parts("- Sign it.‖ Send it.\n‖- Call Ana.");
        parts("Agenda\n\n‖1. Cost\n‖2. Time");
        parts("Dear Ms. Lind,\n‖Please sign.");
        parts("Good morning,\n‖Please sign.");
        parts("Team leads,\n‖please sign by noon.");
        parts("Thanks,\n‖sam");
        parts("All the best,\n‖Ana");
        parts("Thanks for the notes,\nthe plan and the list.");
        parts("All three offices,\nthe board and the bank agree.");
        parts("We shipped it on Friday.\n‖Now we wait.");
        parts("Send it, e.g.\nby train.");
        parts("Thank you.‖\nBest,\n‖Ana");
    }

    #[test]
    fn every_token_is_in_one_sentence() {
        for prose in [
            "",
            " ",
            "...",
            ". . .",
            "a. b. c",
            "?",
            "🎉",
            "1.",
            "\n\n.\n\n",
        ] {
            let tokens = tokens::read(prose);
            let sentences = read(prose, &tokens);
            let mut at = 0;
            for sentence in &sentences {
                assert_eq!(sentence.tokens.start, at, "{prose:?}");
                assert!(!sentence.tokens.is_empty(), "{prose:?}");
                at = sentence.tokens.end;
            }
            assert_eq!(at, tokens.len(), "{prose:?}");
        }
    }

    #[test]
    fn odd_texts_cost_no_more_than_their_length() {
        // A square would take half a minute each here.
        for odd in [
            "(", ")", "'", "a.", "a.B.", "a-", "1-", "1.", "a@", "a'", "\u{1a}", ".", "n't", "🎉",
            "\n- ",
        ] {
            let prose = odd.repeat(20_000);
            let tokens = tokens::read(&prose);
            read(&prose, &tokens);
        }
    }

    #[test]
    fn openers_are_sorted() {
        assert!(OPENERS.is_sorted());
    }
}
