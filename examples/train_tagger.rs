//! Trains the tagger on a treebank and measures it: `cargo run --release --example train_tagger -- TRAIN DEV [MODEL]`.
//!
//! TRAIN and DEV are CoNLL-U files of the Universal Dependencies English Web Treebank. With MODEL the weights are written there,
//! else only measured.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a tool for whoever makes the weights, at a terminal"
)]

use forthright::language::tagger::training::{self, Agreement, Tree};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(train), Some(dev)) = (arguments.next(), arguments.next()) else {
        println!("usage: train_tagger TRAIN DEV [MODEL]");
        return;
    };
    let read = |path: &str| training::read_conllu(&std::fs::read_to_string(path).unwrap());
    let (train, dev) = (read(&train), read(&dev));
    let model = training::train(&train);
    println!("model: {} KB", model.len() / 1000);
    let mail: Vec<&Tree> = dev
        .iter()
        .filter(|tree| tree.id.starts_with("email"))
        .collect();
    let all: Vec<&Tree> = dev.iter().collect();
    for rules in [false, true] {
        for (name, trees) in [("email", mail.clone()), ("all", all.clone())] {
            for least in [0, 5, 10, 15, 20, 30, 40] {
                let sum = training::measure(&model, &trees, rules, least, &mut |_, _| {});
                if least == 0 {
                    print_sum(name, &sum);
                }
                println!("   margin {least}: imperative {}", pr(sum.imperatives));
            }
        }
    }
    if let Some(path) = arguments.next() {
        std::fs::write(path, model).unwrap();
    }
}

fn pr([told, found, both]: [usize; 3]) -> String {
    format!(
        "P {:.3} R {:.3} ({told})",
        both as f64 / found as f64,
        both as f64 / told as f64
    )
}

fn print_sum(name: &str, sum: &Agreement) {
    println!(
        "{name}: UPOS {:.4} Penn {:.4} passive {}",
        sum.upos as f64 / sum.words as f64,
        sum.penn as f64 / sum.words as f64,
        pr(sum.passives)
    );
}
