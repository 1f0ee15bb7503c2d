use super::treebank::{Tree, words};
use crate::language::tagger::model::Model;
use crate::language::{Tag, Upos, Words, tagger};

/// How well tags agree with a treebank.
#[derive(Clone, Copy, Debug, Default)]
pub struct Agreement {
    /// Words counted.
    pub words: usize,
    /// Words whose universal tag is right.
    pub upos: usize,
    /// Words whose Penn tag is right.
    pub penn: usize,
    /// Sentences with an imperative: in the treebank, as tagged, in both.
    pub imperatives: [usize; 3],
    /// Passive participles: in the treebank, as tagged, in both.
    pub passives: [usize; 3],
    /// Verbs without auxiliaries: the same.
    pub verbs: [usize; 3],
}

/// Tags the sentences with these weights and the rules, and counts; imperatives of a lesser margin do not count as found.
/// `look` sees each sentence and how it was tagged.
pub fn measure(
    weights: &[u8],
    trees: &[&Tree],
    least: u8,
    look: &mut dyn FnMut(&Tree, &Words),
) -> Agreement {
    let mut sum = Agreement::default();
    let Some(model) = Model::new(weights) else {
        return sum;
    };
    for tree in trees {
        let (prose, mut words) = words(tree);
        tagger::tag_with(&model, &prose, &mut words, None);
        let pairs = || words.tokens.iter().zip(&tree.tags);
        let agree = |same: fn(Tag, Tag) -> bool| {
            pairs()
                .filter(|(token, tag)| same(token.tag, **tag))
                .count()
        };
        sum.words += tree.tags.len();
        sum.upos += agree(|one, other| one.upos == other.upos);
        sum.penn += agree(|one, other| one.penn == other.penn);
        let told = tree.tags.iter().any(|tag| tag.imperative);
        let found = words
            .tokens
            .iter()
            .any(|token| token.tag.imperative && token.margin >= least);
        count(&mut sum.imperatives, told, found);
        for (token, tag) in pairs() {
            count(&mut sum.passives, tag.passive, token.tag.passive);
            count(
                &mut sum.verbs,
                tag.upos == Upos::Verb,
                token.tag.upos == Upos::Verb,
            );
        }
        look(tree, &words);
    }
    sum
}

/// Adds to what the treebank has, what was found, and what both say.
fn count(counts: &mut [usize; 3], told: bool, found: bool) {
    counts[0] += usize::from(told);
    counts[1] += usize::from(found);
    counts[2] += usize::from(told && found);
}
