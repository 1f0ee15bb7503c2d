use crate::language::{Penn, Token, TokenKind, Upos, among};

/// What is read, and reviewed when it is looked at.
const READ: &str = "abstract|account|accounts|ad|agenda|agreement|amendment|analysis|api|appendix|application|applications|article|artwork|\
    attachment|bid|bids|bill|blog|book|branch|brief|budget|business|bylaws|calendar|case|cases|changes|chapter|charter|chart|charts|clause|code|\
    comment|comments|commit|content|contract|contracts|copy|cv|cvs|data|deal|deck|design|designs|diff|doc|docs|document|documents|draft|drafts|\
    email|emails|estimate|estimates|example|examples|excel|feedback|figures|file|files|flyer|form|forms|guide|guidelines|homepage|idea|ideas|\
    invoice|invoices|job|layout|lease|leaflet|letter|letters|list|lists|log|logo|logs|manual|memo|menu|message|minutes|mockup|mockups|model|\
    motion|note|notes|numbers|offer|offers|option|options|outline|page|pages|paper|paragraph|paragraphs|part|parts|patch|pdf|plan|plans|poem|\
    policy|poster|post|pr|prices|pricing|procedure|profile|programme|program|project|projections|proof|proofs|proposal|proposals|prs|\
    pull|question|questions|quote|quotes|readme|receipts|recipe|recommendation|recommendations|report|reports|request|requirements|response|\
    responses|results|resume|review|rota|roster|row|rows|rules|schedule|script|section|sections|shortlist|site|sketch|slide|slides|source|\
    spec|specification|spreadsheet|sheet|spreadsheets|stats|statement|statements|submission|submissions|suggestion|suggestions|summary|survey|\
    syllabus|table|tables|template|templates|terms|text|thread|ticket|tickets|timeline|timetable|totals|transcript|translation|video|\
    version|website|wiki|wording|worksheet|write-up";

/// What goes wrong, and is found out about when it is looked at.
const WRONG: &str = "alarm|alarms|alert|alerts|bug|bugs|complaint|complaints|crash|crashes|damage|delay|delays|discrepancies|discrepancy|\
    error|errors|failure|failures|fault|faults|glitch|incident|issue|issues|leak|leaks|outage|outages|problem|problems|regression|smell";

/// A verb phrase without a result, and the verb that says what the reader is to do: "take a quick look at the plan" is "review".
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
        let says = if takes(&mut at, &["at"]) {
            looked_at(&tokens[at..])
        } else {
            // "Have a read of the draft"
            takes(&mut at, &["of"]);
            "review"
        };
        return Some((at, says));
    }
    if takes(
        &mut at,
        &["look", "looking", "looked", "glance", "glancing"],
    ) {
        if takes(&mut at, &["at"]) {
            return Some((at, looked_at(&tokens[at..])));
        }
        return takes(&mut at, &["over", "through"]).then_some((at, "review"));
    }
    if takes(&mut at, &["go", "going", "gone"]) {
        return takes(&mut at, &["over", "through"]).then_some((at, "review"));
    }
    None
}

/// What is done to a thing that is looked at: a plan is reviewed, an alarm looked into, a boiler checked.
fn looked_at(thing: &[Token]) -> &'static str {
    const LONGEST: usize = 8;
    let asks = |first: &Token| first.is_any(&["why", "how", "whether", "if", "where", "when"]);
    if thing.first().is_some_and(asks) {
        return "find out";
    }
    let within = |(at, token): &(usize, &Token)| {
        token.kind != TokenKind::Mark
            && !matches!(
                token.tag.upos,
                Upos::Adp | Upos::Sconj | Upos::Cconj | Upos::Verb
            )
            && !token.is_any(&["that", "which", "who", "again", "asap", "please"])
            && (*at == 0 || !matches!(token.tag.upos, Upos::Det | Upos::Adv))
    };
    // "That list" opens with what elsewhere opens a clause.
    let opens = usize::from(
        thing
            .first()
            .is_some_and(|first| first.is_any(&["that", "this"])),
    );
    let thing = &thing[opens.min(thing.len())..];
    let words = thing.iter().take(LONGEST).enumerate().take_while(within);
    let noun = words
        .map(|(_, token)| token)
        .filter(|token| token.tag.is_nominal())
        .last();
    match noun {
        Some(noun) if among(&noun.norm, WRONG) => "investigate",
        Some(noun) if matches!(noun.tag.penn, Penn::Nn | Penn::Nns) && !among(&noun.norm, READ) => {
            "check"
        }
        _ => "review",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    #[test]
    fn what_is_looked_at_tells_what_to_do() {
        for (phrase, says) in [
            ("take a quick look at the lease", Some("review")),
            ("have a look at it", Some("review")),
            ("look at section 3", Some("review")),
            ("look at the boiler in the hall", Some("check")),
            ("look at that printer again", Some("check")),
            (
                "look at the alarm that rings all night",
                Some("investigate"),
            ),
            ("have a look at why it rings", Some("find out")),
            ("go over the shelves", Some("review")),
            ("have a read of the draft", Some("review")),
            ("look for Ana", None),
        ] {
            let tokens = language::read(phrase).tokens;
            assert_eq!(outcome(&tokens).map(|(_, says)| says), says, "{phrase}");
        }
    }
}
