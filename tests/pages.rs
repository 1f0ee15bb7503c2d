//! Published pages equal the code. `UPDATE=1 cargo test` writes them.
#![expect(
    clippy::disallowed_methods,
    reason = "a test reads the files it is about"
)]

use std::path::{Path, PathBuf};

use forthright::{publish, settings};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Holds a page against its file, or writes the file.
fn holds(path: &str, page: &str) {
    let path = root(path);
    let file = std::fs::read_to_string(&path).unwrap_or_default();
    if file.replace("\r\n", "\n") == page {
        return;
    }
    assert!(
        std::env::var_os("UPDATE").is_some(),
        "{} is not what the code says: run `UPDATE=1 cargo test --test pages`",
        path.display()
    );
    std::fs::write(path, page).expect("the checkout can be written to");
}

#[test]
fn the_rules_page() {
    holds("docs/rules.md", &publish::rules());
}

#[test]
fn the_settings_page() {
    holds("docs/settings.md", &publish::settings());
}

#[test]
fn the_settings_schema() {
    holds("docs/forthright.schema.json", &publish::schema());
}

#[test]
fn the_settings_of_the_vscode_extension() {
    let path = "editors/vscode/package.json";
    let package = std::fs::read_to_string(root(path)).unwrap();
    let page = publish::with_settings(&package).expect("the place of the settings is marked");
    holds(path, &page);
}

#[test]
fn the_extensions_own_settings_are_known_as_such() {
    let package = std::fs::read_to_string(root("editors/vscode/package.json")).unwrap();
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    let own = package["contributes"]["configuration"][0]["properties"].as_object();
    for name in own.unwrap().keys() {
        let first = name.split('.').nth(1).unwrap();
        assert!(
            settings::EDITORS_OWN.contains(&first),
            "{name} is the extension's own: list {first} in settings::EDITORS_OWN"
        );
    }
}
