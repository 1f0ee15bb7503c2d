use std::fs;

use crate::desk::{CLEAR, Desk, VAGUE, with_today};

/// A stacked mark, which is taken out as it is.
const STACKED: &str = "To be honest, we need two more days.";

#[test]
fn fix_keeps_line_ends_permissions_and_everything_else() {
    let desk = Desk::new("fix");
    let text = format!("\u{feff}Hello,\r\n\r\n{STACKED}\r\n\r\nBye\r\n");
    desk.file("a.txt", &text).file("b.txt", CLEAR);
    let path = desk.0.join("a.txt");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    }
    let before = fs::metadata(desk.0.join("b.txt"))
        .unwrap()
        .modified()
        .unwrap();
    let said = desk.run(&with_today(&["fix", "a.txt", "b.txt"]));
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(desk.read("a.txt"), text.replace("To be honest, we", "We"));
    let after = fs::metadata(desk.0.join("b.txt"))
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(before, after, "what has nothing to fix is not touched");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }
    assert_eq!(
        fs::read_dir(&desk.0).unwrap().count(),
        2,
        "nothing is left behind"
    );
    let again = desk.run(&with_today(&["fix", "a.txt"]));
    assert!(again.err.starts_with("Nothing to change."), "{again:?}");
}

#[cfg(unix)]
#[test]
fn fix_writes_what_a_link_points_to() {
    let desk = Desk::new("link");
    desk.file("real.txt", STACKED);
    std::os::unix::fs::symlink("real.txt", desk.0.join("link.txt")).unwrap();
    desk.run(&with_today(&["fix", "link.txt"]));
    assert_eq!(desk.read("real.txt"), "We need two more days.");
    assert!(
        fs::symlink_metadata(desk.0.join("link.txt"))
            .unwrap()
            .is_symlink()
    );
}

#[test]
fn two_fixes_at_one_place_do_not_both_add_the_day() {
    let desk = Desk::new("once");
    desk.file(
        "a.txt",
        "I was just wondering if you could send the figures?\n",
    );
    let said = desk.run(&with_today(&["fix", "--all", "a.txt"]));
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(
        desk.read("a.txt"),
        "Could you send the figures by Fri 20 Nov?\n"
    );
}

#[test]
fn a_diff_shows_and_does_nothing() {
    let desk = Desk::new("diff");
    let text = format!("Hello,\n\n{STACKED}\n");
    desk.file("a.txt", &text);
    let said = desk.run(&with_today(&["fix", "--diff", "a.txt"]));
    assert_eq!(said.code, Some(1), "{said:?}");
    assert_eq!(
        said.out,
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n Hello,\n \n-To be honest, we need two more days.\n+We need two more days.\n"
    );
    assert_eq!(desk.read("a.txt"), text);
}

#[test]
fn standard_input_is_printed_fixed() {
    let desk = Desk::new("fix-stdin");
    let said = desk.pipe(&with_today(&["fix", "-"]), STACKED.as_bytes());
    assert_eq!(said.out, "We need two more days.");
    let said = desk.pipe(&with_today(&["fix", "--all", "-"]), VAGUE.as_bytes());
    assert_eq!(said.out, "Please review the audit report by Fri 20 Nov.\n");
    let said = desk.pipe(&with_today(&["fix", "-"]), VAGUE.as_bytes());
    assert_eq!(said.out, VAGUE);
}
