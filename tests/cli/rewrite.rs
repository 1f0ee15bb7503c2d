use crate::desk::{CLEAR, Desk, with_today};

#[test]
fn a_draft_that_cannot_be_rearranged_is_said_more_clearly_where_it_stands() {
    let desk = Desk::new("rewrite");
    let text = "Hi all,\n\nThe wiki is old. Somebody ought to do something about it. I'll read the lease when I can.\n\nKim\n";
    desk.file("a.txt", text).file("b.txt", CLEAR);
    let said = desk.run(&with_today(&["rewrite", "a.txt"]));
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(
        said.out,
        text.replace("the lease when I can", "the lease by Fri 20 Nov"),
        "who does the other thing is not for a tool to choose"
    );
    assert!(
        said.err.contains("in 1 place, each where it was"),
        "{said:?}"
    );
    assert_eq!(desk.read("a.txt"), text, "it prints, and writes nothing");
    let clear = desk.run(&with_today(&["rewrite", "b.txt"]));
    assert_eq!(clear.out, CLEAR);
    assert!(
        clear.err.contains("nothing in it could be clearer"),
        "{clear:?}"
    );
}
