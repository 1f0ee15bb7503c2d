use super::spelling::Doubling;
use super::{lists, spelling};

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerbForm {
    /// `review`
    Base,
    /// `reviews`
    ThirdPerson,
    /// `reviewed`, `sent`, `wrote`
    Past,
    /// `reviewed`, `sent`, `written`
    PastParticiple,
    /// `reviewing`
    Gerund,
}

impl VerbForm {
    /// All forms but the base.
    const INFLECTED: [Self; 4] = [
        Self::Past,
        Self::PastParticiple,
        Self::Gerund,
        Self::ThirdPerson,
    ];
}

/// The lemma of a verb form in any case: `reviewing` gives `review`, `sent` gives `send`; `None` if it is no form of a
/// verb we know.
///
/// A form of two verbs is taken for the one that work mail means: `found` is of `find`, `left` of `leave`.
pub fn lemma(form: &str) -> Option<String> {
    let form = form.to_lowercase().replace('’', "'");
    match form.split_once(' ') {
        Some((verb, rest)) => Some(format!("{} {rest}", lemma_of_word(verb)?)),
        None => lemma_of_word(&form),
    }
}

/// The form of a lemma, in lower case; where British and American spelling differ in doubling an `l`, the British
/// (`cancelled`, `travelling`).
pub fn inflect(lemma: &str, form: VerbForm) -> String {
    let lemma = lemma.to_lowercase();
    match lemma.split_once(' ') {
        Some((verb, rest)) => format!(
            "{} {rest}",
            spelling::inflect(verb, form, Doubling::British)
        ),
        None => spelling::inflect(&lemma, form, Doubling::British),
    }
}

/// Whether the word, in lower case, is the base form of a verb we know.
pub fn is_base(word: &str) -> bool {
    lists::is_listed(word) || without_prefix(word).is_some_and(|(_, verb)| lists::is_listed(verb))
}

/// Whether the word is a form of this verb.
fn is_form(word: &str, lemma: &str, form: VerbForm) -> bool {
    spelling::inflect(lemma, form, Doubling::British) == word
        || spelling::inflect(lemma, form, Doubling::American) == word
}

fn lemma_of_word(word: &str) -> Option<String> {
    if let Some(base) = lists::base_of_irregular(word) {
        return Some(base.to_owned());
    }
    if lists::is_listed(word) {
        return Some(word.to_owned());
    }
    let of_verb = |base: &String| {
        VerbForm::INFLECTED
            .iter()
            .any(|&form| is_form(word, base, form))
    };
    let listed = |base: &String| lists::is_listed(base) && of_verb(base);
    if let Some(base) = spelling::bases(word).into_iter().find(listed) {
        return Some(base);
    }
    let (prefix, verb) = without_prefix(word)?;
    Some(format!("{prefix}{}", lemma_of_word(verb)?))
}

/// A verb made from another: `re-check`, `recheck`, `overpack`; the prefix with its hyphen, and the other verb.
fn without_prefix(word: &str) -> Option<(&str, &str)> {
    // Letter by letter is soonest in what is as short as a word.
    if let Some(at) = word.bytes().rposition(|byte| byte == b'-') {
        const PREFIXES: &[&str] = &[
            "co", "cross", "de", "double", "fact", "fast", "fine", "green", "mis", "over", "pre",
            "re", "spot", "test", "un",
        ];
        let (prefix, verb) = word.split_at(at + 1);
        return PREFIXES.contains(&&word[..at]).then_some((prefix, verb));
    }
    // "re" needs a verb of some length behind it, or "reed" would be "re-ed".
    (word.len() >= 6 && word.starts_with("re") && !word.starts_with("resource"))
        .then(|| word.split_at(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rustfmt::skip]
    const FORMS: &[(&str, &str, &str, &str, &str)] = &[
        // lemma, third person, past, participle, gerund
        ("review", "reviews", "reviewed", "reviewed", "reviewing"),
        ("send", "sends", "sent", "sent", "sending"),
        ("write", "writes", "wrote", "written", "writing"),
        ("be", "is", "was", "been", "being"),
        ("have", "has", "had", "had", "having"),
        ("do", "does", "did", "done", "doing"),
        ("go", "goes", "went", "gone", "going"),
        ("set", "sets", "set", "set", "setting"),
        ("leave", "leaves", "left", "left", "leaving"),
        ("lead", "leads", "led", "led", "leading"),
        ("break", "breaks", "broke", "broken", "breaking"),
        ("fly", "flies", "flew", "flown", "flying"),
        ("run", "runs", "ran", "run", "running"),
        ("put", "puts", "put", "put", "putting"),
        ("read", "reads", "read", "read", "reading"),
        ("sink", "sinks", "sank", "sunk", "sinking"),
        ("retake", "retakes", "retook", "retaken", "retaking"),
        ("forecast", "forecasts", "forecast", "forecast", "forecasting"),
        ("reply", "replies", "replied", "replied", "replying"),
        ("pay", "pays", "paid", "paid", "paying"),
        ("play", "plays", "played", "played", "playing"),
        ("fix", "fixes", "fixed", "fixed", "fixing"),
        ("push", "pushes", "pushed", "pushed", "pushing"),
        ("pass", "passes", "passed", "passed", "passing"),
        ("focus", "focuses", "focused", "focused", "focusing"),
        ("approve", "approves", "approved", "approved", "approving"),
        ("agree", "agrees", "agreed", "agreed", "agreeing"),
        ("see", "sees", "saw", "seen", "seeing"),
        ("tie", "ties", "tied", "tied", "tying"),
        ("lie", "lies", "lay", "lain", "lying"),
        ("argue", "argues", "argued", "argued", "arguing"),
        ("ship", "ships", "shipped", "shipped", "shipping"),
        ("plan", "plans", "planned", "planned", "planning"),
        ("stop", "stops", "stopped", "stopped", "stopping"),
        ("book", "books", "booked", "booked", "booking"),
        ("submit", "submits", "submitted", "submitted", "submitting"),
        ("refer", "refers", "referred", "referred", "referring"),
        ("offer", "offers", "offered", "offered", "offering"),
        ("visit", "visits", "visited", "visited", "visiting"),
        ("edit", "edits", "edited", "edited", "editing"),
        ("benefit", "benefits", "benefited", "benefited", "benefiting"),
        ("transfer", "transfers", "transferred", "transferred", "transferring"),
        ("format", "formats", "formatted", "formatted", "formatting"),
        ("debug", "debugs", "debugged", "debugged", "debugging"),
        ("quit", "quits", "quit", "quit", "quitting"),
        ("quiz", "quizzes", "quizzed", "quizzed", "quizzing"),
        ("panic", "panics", "panicked", "panicked", "panicking"),
        ("sync", "syncs", "synced", "synced", "syncing"),
        ("travel", "travels", "travelled", "travelled", "travelling"),
        ("cancel", "cancels", "cancelled", "cancelled", "cancelling"),
        ("label", "labels", "labelled", "labelled", "labelling"),
        ("reveal", "reveals", "revealed", "revealed", "revealing"),
        ("control", "controls", "controlled", "controlled", "controlling"),
        ("organise", "organises", "organised", "organised", "organising"),
        ("organize", "organizes", "organized", "organized", "organizing"),
        ("email", "emails", "emailed", "emailed", "emailing"),
        ("tell", "tells", "told", "told", "telling"),
        ("open", "opens", "opened", "opened", "opening"),
        ("happen", "happens", "happened", "happened", "happening"),
        ("begin", "begins", "began", "begun", "beginning"),
        ("forget", "forgets", "forgot", "forgotten", "forgetting"),
        ("model", "models", "modelled", "modelled", "modelling"),
        ("show", "shows", "showed", "shown", "showing"),
        ("tax", "taxes", "taxed", "taxed", "taxing"),
        ("draw", "draws", "drew", "drawn", "drawing"),
        ("sign", "signs", "signed", "signed", "signing"),
        ("singe", "singes", "singed", "singed", "singeing"),
        ("hoe", "hoes", "hoed", "hoed", "hoeing"),
        ("look into", "looks into", "looked into", "looked into", "looking into"),
        ("sort out", "sorts out", "sorted out", "sorted out", "sorting out"),
        ("get back to", "gets back to", "got back to", "got back to", "getting back to"),
        ("proofread", "proofreads", "proofread", "proofread", "proofreading"),
        ("double-check", "double-checks", "double-checked", "double-checked", "double-checking"),
        ("equip", "equips", "equipped", "equipped", "equipping"),
        ("commit", "commits", "committed", "committed", "committing"),
        ("develop", "develops", "developed", "developed", "developing"),
        ("log", "logs", "logged", "logged", "logging"),
        ("zip", "zips", "zipped", "zipped", "zipping"),
        ("unzip", "unzips", "unzipped", "unzipped", "unzipping"),
        ("queue", "queues", "queued", "queued", "queuing"),
        ("echo", "echoes", "echoed", "echoed", "echoing"),
        ("veto", "vetoes", "vetoed", "vetoed", "vetoing"),
    ];

    #[test]
    fn each_verb_has_its_forms_and_each_form_its_verb() {
        for &(verb, third, past, participle, gerund) in FORMS {
            let forms = [
                (VerbForm::ThirdPerson, third),
                (VerbForm::Past, past),
                (VerbForm::PastParticiple, participle),
                (VerbForm::Gerund, gerund),
            ];
            assert_eq!(inflect(verb, VerbForm::Base), verb);
            for (form, expected) in forms {
                assert_eq!(inflect(verb, form), expected, "{verb} {form:?}");
                let own = ["hoe", "lie"].contains(&verb); // "lay" and "hoe" are said elsewhere
                assert!(
                    own || lemma(expected).as_deref() == Some(verb),
                    "{expected}: {:?}",
                    lemma(expected)
                );
            }
        }
    }

    #[test]
    fn american_spellings_find_their_verbs() {
        for (form, verb) in [
            ("traveled", "travel"),
            ("canceling", "cancel"),
            ("labeled", "label"),
            ("organizing", "organize"),
            ("favored", "favor"),
            ("Reviewed", "review"),
            ("FIXING", "fix"),
            ("burned", "burn"),
            ("learnt", "learn"),
            ("proven", "prove"),
            ("gotten", "get"),
            ("emailed", "email"),
            ("focussed", "focus"),
            ("re-sent", "re-send"),
            ("rechecked", "recheck"),
            ("rewrote", "rewrite"),
            ("are", "be"),
            ("'s", "be"),
            ("am", "be"),
            ("were", "be"),
            ("found", "find"),
            ("left", "leave"),
            ("lay", "lay"),
            ("felt", "feel"),
            ("lit", "light"),
            ("using", "use"),
            ("used", "use"),
            ("hoping", "hope"),
            ("hopping", "hop"),
            ("staring", "stare"),
            ("rating", "rate"),
            ("filled", "fill"),
            ("filed", "file"),
            ("paste", "paste"),
            ("dies", "die"),
            ("does", "do"),
        ] {
            assert_eq!(lemma(form).as_deref(), Some(verb), "{form}");
        }
    }

    #[test]
    fn words_that_are_no_verbs_have_no_lemma() {
        for word in [
            "invoice-number",
            "bring-up",
            "the",
            "friday",
            "evening",
            "building-site",
            "thing",
            "red",
            "",
            "ing",
            "ed",
            "s",
            "🎉",
            "ß",
        ] {
            assert_eq!(lemma(word), None, "{word}");
        }
    }

    #[test]
    fn work_verbs_are_known() {
        for verb in [
            "review",
            "book",
            "escalate",
            "onboard",
            "triage",
            "reschedule",
            "cc",
            "invoice",
            "sign",
            "resend",
            "recheck",
            "love",
            "believe",
            "carry",
            "add",
            "touch",
            "circle",
        ] {
            assert!(is_base(verb), "{verb}");
        }
        for word in ["reviewed", "friday", "quickly", "the", "sam"] {
            assert!(!is_base(word), "{word}");
        }
    }

    #[test]
    fn every_form_of_every_listed_verb_leads_back() {
        let mut lost = Vec::new();
        for verb in lists::regular() {
            for form in VerbForm::INFLECTED {
                let inflected = inflect(verb, form);
                let back = lemma(&inflected);
                if back.as_deref() != Some(verb) && !lists::is_listed(&inflected) {
                    lost.push((verb, inflected, back));
                }
            }
        }
        let share = lost.len() as f64 / lists::regular().count() as f64;
        assert!(share < 0.005, "{lost:?}"); // a few forms are truly of two verbs
    }
}
