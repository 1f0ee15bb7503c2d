//! The program as a person or a script meets it.
#![expect(
    clippy::disallowed_methods,
    reason = "a test reads the files it is about"
)]

mod check;
mod desk;
mod fix;
mod output;
mod readme;
mod rewrite;
mod tell;
