use crate::language::{Penn, Sentence, Tag, Token, TokenKind, Upos, Words, tokens};
use crate::text::Span;

/// A sentence of a treebank.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// The document it is from.
    pub id: String,
    /// Its words as they are written.
    pub forms: Vec<String>,
    /// Their tags.
    pub tags: Vec<Tag>,
    /// Whether a space follows each.
    pub spaced: Vec<bool>,
}

/// Reads the sentences of a CoNLL-U file (universaldependencies.org/format).
pub fn read_conllu(text: &str) -> Vec<Tree> {
    let mut trees = Vec::new();
    let mut tree = Tree::default();
    let mut joined = 0..0;
    for line in text.lines() {
        if let Some(id) = line.strip_prefix("# sent_id = ") {
            id.clone_into(&mut tree.id);
        }
        if line.is_empty() && !tree.forms.is_empty() {
            trees.push(std::mem::take(&mut tree));
            joined = 0..0;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        let &[id, form, _, upos, penn, feats, _, _, _, misc] = fields.as_slice() else {
            continue;
        };
        if let Some((first, last)) = id.split_once('-') {
            let number = |id: &str| id.parse::<usize>().unwrap_or(0);
            joined = number(first)..number(last);
            continue;
        }
        let Ok(id) = id.parse::<usize>() else {
            continue; // a word that is not in the text
        };
        tree.forms.push(form.to_owned());
        tree.tags.push(Tag {
            upos: upos_of(upos),
            penn: penn_of(penn),
            imperative: feats.contains("Mood=Imp"),
            passive: feats.contains("Voice=Pass"),
        });
        tree.spaced
            .push(!misc.contains("SpaceAfter=No") && !joined.contains(&id));
    }
    if !tree.forms.is_empty() {
        trees.push(tree);
    }
    trees
}

fn upos_of(name: &str) -> Upos {
    let found = Upos::ALL
        .iter()
        .find(|upos| format!("{upos:?}").eq_ignore_ascii_case(name));
    found.copied().unwrap_or_default()
}

fn penn_of(name: &str) -> Penn {
    let plain = name.replace('$', "Dollar");
    let found = Penn::ALL
        .iter()
        .find(|penn| format!("{penn:?}").eq_ignore_ascii_case(&plain));
    found.copied().unwrap_or_default()
}

/// The words of a treebank's sentence as the tagger sees them, cut as the treebank cuts them.
pub fn words(tree: &Tree) -> (String, Words) {
    let mut prose = String::new();
    let mut all = Vec::new();
    for (at, form) in tree.forms.iter().enumerate() {
        let start = prose.len();
        prose.push_str(form);
        let own = tokens::read(form);
        let kind = own.first().map_or(TokenKind::Mark, |token| token.kind);
        let norm = match form.as_str() {
            "nt" | "NT" => "n't".into(),
            _ if own.len() == 1 => own[0].norm.clone(),
            _ => tokens::norm(form),
        };
        all.push(Token {
            spaced: at == 0 || tree.spaced[at - 1],
            ..Token::new(Span::new(start, prose.len()), kind, norm)
        });
        if tree.spaced[at] {
            prose.push(' ');
        }
    }
    let sentences = vec![Sentence {
        span: Span::new(0, prose.trim_end().len()),
        tokens: 0..all.len(),
    }];
    let words = Words {
        tokens: all,
        sentences,
        guesses: Vec::new(),
    };
    (prose, words)
}
