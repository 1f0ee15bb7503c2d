//! Picks an edge and nothing else.

fn main() -> std::process::ExitCode {
    forthright::cli::main()
}
