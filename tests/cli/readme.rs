use std::fs;
use std::path::Path;
use std::process::Command;

const START: &str = "writes them. -->\n```text\n";
const END: &str = "```\n<!-- End of the program's own lines. -->";

#[test]
fn the_readme_shows_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let draft = "examples/request-vague.eml";
    let output = Command::new(env!("CARGO_BIN_EXE_forthright"))
        .args([
            "check",
            "--today",
            "2026-11-18",
            "--config",
            "tests/cli/none.toml",
            draft,
        ])
        .current_dir(root)
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let readme = readme.replace("\r\n", "\n");
    let start = readme.find(START).unwrap() + START.len();
    let end = start + readme[start..].find(END).unwrap();
    if readme[start..end] == printed {
        return;
    }
    assert!(
        std::env::var_os("UPDATE").is_some(),
        "the README shows something else: run `UPDATE=1 cargo test --test cli`\n{printed}"
    );
    let readme = format!("{}{printed}{}", &readme[..start], &readme[end..]);
    fs::write(root.join("README.md"), readme).unwrap();
}
