//! Trains the tagger on a treebank and measures it:
//!
//!     cargo run --release --example train_tagger -- TRAIN DEV [WEIGHTS]
//!
//! TRAIN and DEV are CoNLL-U files of the Universal Dependencies English Web Treebank; with WEIGHTS the weights are written there.
//! Where TRAIN is a file of weights (`.bin`) they are measured as they are, and what the mail part of DEV shows as wrong is listed.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a tool for whoever makes the weights, at a terminal"
)]

use std::fs;

use forthright::language::Words;
use forthright::language::tagger::training::{self, Agreement, Tree};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(train), Some(dev)) = (arguments.next(), arguments.next()) else {
        println!("usage: train_tagger TRAIN DEV [WEIGHTS]");
        return;
    };
    let dev = training::read_conllu(&fs::read_to_string(dev).unwrap());
    let made = train.ends_with(".bin");
    let weights = if made {
        fs::read(&train).unwrap()
    } else {
        training::train(&training::read_conllu(&fs::read_to_string(train).unwrap())).unwrap()
    };
    println!("weights: {} KB", weights.len() / 1000);
    let mail: Vec<&Tree> = dev
        .iter()
        .filter(|tree| tree.id.starts_with("email"))
        .collect();
    let all: Vec<&Tree> = dev.iter().collect();
    for (name, trees) in [("mail", &mail), ("all", &all)] {
        for least in [0, 4, 8, 12, 20] {
            print(
                name,
                least,
                &training::measure(&weights, trees, least, &mut |_, _| {}),
            );
        }
    }
    for (from, to) in [(0, 3), (4, 7), (8, 11), (12, 19), (20, 255)] {
        let (mut right, mut words) = (0, 0);
        training::measure(&weights, &mail, 0, &mut |tree, tagged| {
            let sure = (tagged.tokens.iter().zip(&tree.tags))
                .filter(|(token, _)| (from..=to).contains(&token.margin));
            for (token, tag) in sure {
                words += 1;
                right += usize::from(token.tag.upos == tag.upos);
            }
        });
        let share = f64::from(u32::try_from(right).unwrap()) / f64::from(words);
        println!("mail, margin {from} to {to}: UPOS {share:.3} of {words} words");
    }
    if made {
        training::measure(&weights, &all, 0, &mut list);
    }
    if let Some(path) = arguments.next() {
        fs::write(path, weights).unwrap();
    }
}

/// Prints one line of figures.
fn print(name: &str, least: u8, sum: &Agreement) {
    let share = |part: usize| part as f64 / sum.words as f64;
    let found = |[told, found, both]: [usize; 3]| {
        format!(
            "P {:.3} R {:.3} of {told}",
            both as f64 / found as f64,
            both as f64 / told as f64
        )
    };
    println!(
        "{name}, margin {least}: UPOS {:.4}, Penn {:.4}; sentences with an imperative {}; passive participles {}; verbs {}",
        share(sum.upos),
        share(sum.penn),
        found(sum.imperatives),
        found(sum.passives),
        found(sum.verbs),
    );
}

/// Prints a sentence whose imperatives differ from the treebank's.
fn list(tree: &Tree, words: &Words) {
    let told: Vec<&str> = (tree.forms.iter().zip(&tree.tags))
        .filter(|(_, tag)| tag.imperative)
        .map(|(form, _)| form.as_str())
        .collect();
    let found: Vec<String> = (words.tokens.iter())
        .filter(|token| token.tag.imperative)
        .map(|token| format!("{} {}", token.norm, token.margin))
        .collect();
    if told.is_empty() != found.is_empty() {
        println!("{told:?} {found:?}: {}", tree.forms.join(" "));
    }
}
