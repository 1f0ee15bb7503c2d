//! How the released program is linked, where it is small by more than its code.

#[expect(
    clippy::disallowed_methods,
    reason = "cargo tells a build script its target by the environment"
)]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    let gnu_linux = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    if gnu_linux && is("PROFILE", "release") {
        // At a fixed address nothing has to be moved when the program starts: a table of eight thousand places less to carry along
        // and to go through. That addresses cannot be guessed protects programs that write where they should not; this one holds
        // no unsafe code.
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
