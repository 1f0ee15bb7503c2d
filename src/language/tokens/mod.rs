//! Prose cut into tokens, as the Universal Dependencies English Web Treebank cuts it, in one pass.
//!
//! Where this goes its own way, for whoever reads times and phrases:
//!
//! | text | tokens |
//! | --- | --- |
//! | `3pm`, `10:30am`, `24hrs` | `3` `pm`, `10:30` `am`, `24` `hrs`: the unit is a token of its own, not [`spaced`](super::Token::spaced) |
//! | `27th`, `3.5`, `1,000`, `10:30`, `12/15`, `2026-11-27`, `1990s`, `v2.1.0`, `Q1` | one token each |
//! | `3-5`, `Mon-Wed`, `mid-June`, `follow-up` | three tokens each; `e-mail`, `co-worker`, `re-send` one |
//! | `dont`, `im`, `thats` | `do` `n't`, `i` `'m`, `that` `'s` by their [`norm`](super::Token::norm)s |
//! | `Mr.`, `a.m.`, `Nov.`, `U.S.` | one token each, the stop in its norm |
//! | `report.final.docx`, `www.example.com` | one [`Opaque`](super::TokenKind::Opaque) token each |
//! | `“`, `’`, `–`, `—`, `…` | norms `"`, `'`, `-`, `--`, `...` |

pub(super) mod abbreviations;
mod contractions;
mod marks;
mod norm;
mod number;
mod opaque;
mod read;
mod word;

pub(super) use norm::norm;
pub(super) use read::read;
