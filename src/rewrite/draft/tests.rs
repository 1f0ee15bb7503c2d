//! Drafts and what becomes of them.

use jiff::civil::date;

use crate::document::Format;
use crate::rewrite;
use crate::settings::Options;

/// The draft rewritten, on the Sunday before the week of 23 November 2026.
fn rewritten(text: &str) -> Option<String> {
    let format = Format::of(None, None, text);
    let options = Options::default();
    let message = crate::read(text, format, date(2026, 11, 22), &options);
    let edits = rewrite::draft(&message, &options, &|span| span.of(text).into())?;
    Some(edits.applied_to(text))
}

/// The draft becomes this, and is clear then.
fn becomes(text: &str, clear: &str) {
    assert_eq!(rewritten(text).as_deref(), Some(clear), "{text}");
    assert_eq!(rewritten(clear), None, "rewritten again: {clear}");
}

fn stays(text: &str) {
    assert_eq!(rewritten(text), None, "{text}");
}

#[test]
fn a_request_wrapped_in_excuses() {
    becomes(
        "Hi Sam, I was just wondering if you might possibly be able to take a look at the IT security audit report whenever you get a chance? It's really just the key points. No worries if not! Sorry to bother you. Thanks",
        "Hi Sam,\n\nCould you review the IT security audit report by Fri 27 Nov? It's the key points.\n\nThanks",
    );
    becomes(
        "Dear Bo, sorry to bother you but would you mind checking the lease whenever you have a minute? Thank you so much!\n",
        "Dear Bo,\n\nWould you mind checking the lease by Fri 27 Nov?\n\nThank you so much!\n",
    );
    becomes(
        "Could you possibly approve the invoice? If not, no worries.\n",
        "Could you approve the invoice by Fri 27 Nov?\n",
    );
}

#[test]
fn the_reason_comes_first_if_it_stands_by_itself() {
    becomes(
        "Hi Ana,\n\nI was wondering if you could send me the March figures. The board meets on 30 November. No worries if not!\n\nThanks,\nKim\n",
        "Hi Ana,\n\nThe board meets on 30 November.\n\nCould you send me the March figures by Fri 27 Nov?\n\nThanks,\nKim\n",
    );
    becomes(
        "Hey Max,\n\nI hate to ask, but do you think you could cover my shift on Saturday? My sister is getting married 🎉.\n\nSorry to be a pain!\n\nKim\n",
        "Hey Max,\n\nMy sister is getting married 🎉.\n\nCould you cover my shift on Saturday?\n\nKim\n",
    );
}

#[test]
fn the_deadline_stays_behind_what_it_bounds() {
    becomes(
        "Hi Ana,\n\nI was wondering if you could send me the March figures. The deadline is 30 November. No worries if not!\n\nKim\n",
        "Hi Ana,\n\nCould you send me the March figures? The deadline is 30 November.\n\nKim\n",
    );
}

#[test]
fn a_label_that_calls_it_small_is_no_part_of_a_list() {
    becomes(
        "Hi Ana,\n\nquick one: could you maybe send me the March figures? Another small thing: could you perhaps call the bank?\n\nKim\n",
        "Hi Ana,\n\n1. Could you send me the March figures by Fri 27 Nov?\n2. Could you call the bank?\n\nKim\n",
    );
}

#[test]
fn a_reason_that_points_back_stays_behind_what_it_points_to() {
    becomes(
        "Hi Ana,\n\nSorry to bother you. I was wondering if you could send me the March figures? We need them for the board pack.\n\nBest,\nKim\n",
        "Hi Ana,\n\nCould you send me the March figures by Fri 27 Nov? We need them for the board pack.\n\nBest,\nKim\n",
    );
}

#[test]
fn several_asks_are_numbered_each_with_what_belongs_to_it() {
    becomes(
        "Hi Nia,\n\nI was wondering if you could send the contract to Bo. He needs it for the visa. Also, would it be possible for you to book the flights? They are cheaper this week.\n\nBest\nKim\n",
        "Hi Nia,\n\n1. Could you send the contract to Bo by Fri 27 Nov? He needs it for the visa.\n2. Could you book the flights by Fri 27 Nov? They are cheaper this week.\n\nBest\nKim\n",
    );
    becomes(
        "Hi Ana,\n\nPlease send me the draft. I'd appreciate it if you could call the bank, if that's okay with you. And maybe book the room for Tuesday?\n\nThanks!\n",
        "Hi Ana,\n\n1. Please send me the draft by Fri 27 Nov.\n2. Could you call the bank?\n3. Please book the room for Tuesday.\n\nThanks!\n",
    );
}

#[test]
fn what_stands_before_a_further_request_belongs_to_the_one_above() {
    becomes(
        "Hi Lu,\n\nI was wondering if you could water the plants next week. The key is under the mat. Also, could you bring in the post?\n\nKim\n",
        "Hi Lu,\n\n1. Could you water the plants next week? The key is under the mat.\n2. Could you bring in the post?\n\nKim\n",
    );
}

#[test]
fn lines_are_filled_again() {
    becomes(
        "Hi Nora,\n\nThe heating in the east wing has been off since Tuesday night and two of the\nclasses had to move to the hall. I was wondering if you could possibly call\nthe plumber from the village. Forty parents come to the concert next week.\n\nLena\n",
        "Hi Nora,\n\nThe heating in the east wing has been off since Tuesday night and two of the\nclasses had to move to the hall. Forty parents come to the concert next\nweek.\n\nCould you call the plumber from the village?\n\nLena\n",
    );
}

#[test]
fn header_quote_signature_and_line_ends_stay() {
    becomes(
        "To: Sam Poe <sam@example.org>\nSubject: Audit\n\nHi Sam,\n\nHope you're well. I was hoping you might be able to sign the contract. The supplier stops on 4 December.\n\nIf you have any questions, let me know.\n\nBest regards,\nKim Lee\n-- \nKim Lee\nPoe Ltd\n",
        "To: Sam Poe <sam@example.org>\nSubject: Audit\n\nHi Sam,\n\nHope you're well. The supplier stops on 4 December.\n\nCould you sign the contract by Fri 27 Nov?\n\nIf you have any questions, let me know.\n\nBest regards,\nKim Lee\n-- \nKim Lee\nPoe Ltd\n",
    );
    becomes(
        "Hi Jo,\n\nThe server was down last night. Do you think you could mend the backup job? I know you're super busy.\n\nCheers\nKim\n\nOn Thu, 19 Nov 2026 at 10:00, Jo wrote:\n> The server is down.\n> Can you help?\n",
        "Hi Jo,\n\nThe server was down last night.\n\nCould you mend the backup job by Fri 27 Nov?\n\nCheers\nKim\n\nOn Thu, 19 Nov 2026 at 10:00, Jo wrote:\n> The server is down.\n> Can you help?\n",
    );
    becomes(
        "Hi Lee,\r\n\r\nI have the slides. I just wanted to ask if you could maybe review them? No pressure at all.\r\n\r\nThanks\r\nKim\r\n",
        "Hi Lee,\r\n\r\nI have the slides.\r\n\r\nCould you review them by Fri 27 Nov?\r\n\r\nThanks\r\nKim\r\n",
    );
    becomes(
        "Hi Sam, can you run `make test` on the branch? It would be great if you could also update the docs. No rush!\n",
        "Hi Sam,\n\n1. Can you run `make test` on the branch by Fri 27 Nov?\n2. Could you also update the docs by Fri 27 Nov?\n",
    );
}

#[test]
fn other_asks_and_wishes_keep_their_words() {
    becomes(
        "I need the keys for the office. I was wondering if you could leave them at the desk? Sorry for the late notice.\n",
        "I need the keys for the office.\n\nCould you leave them at the desk? Sorry for the late notice.\n",
    );
    becomes(
        "Hi Sam,\n\nI think we should maybe move the launch. What do you think? I was wondering if you could check the calendar.\n\nKim\n",
        "Hi Sam,\n\nI think we should maybe move the launch. What do you think?\n\nCould you check the calendar by Fri 27 Nov?\n\nKim\n",
    );
}

#[test]
fn questions_and_asides_are_no_items_of_a_list() {
    becomes(
        "Hey, did you see my note on the lease? The landlord is asking again. Can you sign it?\n",
        "Hey, did you see my note on the lease? The landlord is asking again.\n\nCan you sign it by Fri 27 Nov?\n",
    );
    becomes(
        "Dear Ms Roe,\n\nBill 14 is unpaid. I would be grateful if you could pay it. If you have paid already, please disregard this.\n\nKim\n",
        "Dear Ms Roe,\n\nBill 14 is unpaid.\n\nCould you pay it by Fri 27 Nov? If you have paid already, please disregard this.\n\nKim\n",
    );
}

#[test]
fn a_clear_draft_is_left_alone() {
    for text in [
        "Hi Sam,\n\nCould you send me the totals by Friday?\n\nThanks,\nKim\n",
        "Hi Sam,\n\nThe board meets on 30 November.\n\n1. Please review the lease by Wednesday.\n2. Please sign it by Thursday.\n\nThanks,\nKim\n",
        "Hi Sam,\n\nThe report is done. I'll send it on Monday.\n\nKim\n",
        "Thanks for the flowers!\n",
        "Hi Sam,\n\nPlease use the new form. Please also add a note for each line. The board meets on 30 November.\n\nKim\n",
        "",
    ] {
        stays(text);
    }
}

#[test]
fn what_is_not_understood_is_left_alone() {
    for text in [
        "To: team@example.org\n\nHi all,\n\nEveryone needs to pack their desk. It would be good if the kitchen could be emptied.\n",
        "Hi all,\n\nSomeone should update the wiki. I was wondering if you could check the links.\n\nKim\n",
        "To: ops@example.org\n\nHi all,\n\nsomebody should check the pump. I was wondering if anyone could mend it.\n",
        "Hi Tom,\n\nI finished the first chapter. It would be great if it could be reviewed by the lawyers.\n\nTom\n",
        "I was wondering if you could do the following:\n\n- call Bo\n- send the list\n",
        "Sam: Sorry to bother you. Could you maybe sign it?\nKim: Done.\n",
        "> Could you maybe sign it? Sorry to bother you.\n\nYes.\n",
    ] {
        stays(text);
    }
}
