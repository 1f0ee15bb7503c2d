//! Verb forms: from a form to its lemma, and from a lemma to its forms.
//!
//! Two lists of our own, `regular.txt` and `irregular.txt`, and the rules of spelling. Lemmas keep the spelling they
//! are given: `organised` is of `organise`, `organized` of `organize`. Verbs of several words change in their first:
//! `looking into` is of `look into`.

mod forms;
mod lists;
mod spelling;

pub use forms::{VerbForm, inflect, is_base, lemma};
