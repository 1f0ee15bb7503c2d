//! By when the last request of a draft is to be done, over drafts of many sorts; each line is a draft and the words of its due.

use super::scope::tests::message;
use crate::document::Format;

/// Each draft's last request is due then; nothing behind the bar if nothing says when.
fn holds(drafts: &str) {
    let wrong = drafts.lines().filter_map(|line| {
        let (draft, want) = line.trim().rsplit_once('|')?;
        let draft = draft.trim().replace(" // ", "\n\n");
        let message = message(&draft, Format::Text);
        let ask = message.asks().last();
        let due = ask
            .and_then(|ask| message.due(&ask))
            .map(|due| due.span.of(&draft).to_owned());
        let got = due.unwrap_or_default();
        (got != want.trim()).then(|| format!("{draft}\n    want {}\n     got {got}", want.trim()))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_day_an_hour_or_an_event_bounds_it() {
    holds(
        "\
        Could you send the slides by Friday? | by Friday
        Please pay invoice 1042, which is due on 30 November. | due on 30 November
        Kindly settle the balance within 14 days. | within 14 days
        We need the purchase order by the end of the month. | by the end of the month
        Can you rebase the branch before the demo? | before the demo
        Let's talk on Monday. | on Monday
        Can you hop on a call this afternoon? | this afternoon
        Send me your numbers by noon. | by noon
        Please vote by 5pm ET. | by 5pm ET
        Please submit your expenses no later than 4 December. | no later than 4 December
        Please restart the server first thing tomorrow. | first thing tomorrow
        The audit starts on 7 December. Please have the folders ready by then. | on 7 December
        Can you ask Bob to send it by Tuesday? | by Tuesday
        I need your signature today. | today
        Please get the contract signed by close of business. | by close of business
        Could someone take the on-call shift this week? | this week
        We hope to cut the release on Tuesday, so please land your fixes by Monday. | by Monday
        Please merge it after the freeze. | after the freeze
        Please merge once CI is green. | once CI is green
        pls send the deck by EOD | by EOD
        can u send it eod? | eod
        Can you push the fix tonight? | tonight
        Let's sync in the morning. | in the morning
        Registration ends on 4 December, but please sign up by 1 December. | by 1 December
        Please deliver the chairs on 2 December between 9 and 11. | on 2 December between 9 and 11
        Please lock the door before you leave. | before you leave
        Could you get me the quote before Friday? | before Friday
        Please send me the October report by the 5th. | by the 5th
        Can you close the ticket this month? | this month
        Could we run the pilot in Q1? | in Q1
        Please circulate the paper ahead of the board meeting. | ahead of the board meeting
        The board meets on Thursday. If you haven't yet, please review the paper. | on Thursday
        Could you let me have a draft early next week? | early next week
        I need a budget by mid-January. | by mid-January
        Please return the laptop by Christmas. | by Christmas
        Please return the laptop before Christmas. | before Christmas
        Deploy it as soon as the tests pass. | as soon as the tests pass
        Please respond by 12/4. | by 12/4
        Please respond by 2026-12-01. | by 2026-12-01
        Could you ask them for the forms we need by Monday? | by Monday
        Could you bring the file you mentioned tomorrow? | tomorrow
        I'd like to invite you to dinner on 3 December. | on 3 December
        I'm out from Friday, so please send your comments by Thursday. | by Thursday
        Would it be possible to get the room list by tomorrow? | by tomorrow
        It would be great if you could finish the tests by Friday. | by Friday
        I was wondering if you might be able to sign it by next Tuesday. | by next Tuesday
        The slides need to be updated by the end of the next week. | by the end of the next week
        The report needs to be submitted on Friday. | on Friday
        The deadline is Friday. Please submit your talks. | deadline is Friday
        Talks are due Friday, so please submit. | due Friday
        Friday is the cutoff, so please submit your talks. | Friday
        The survey closes on 4 December. Please fill it in. | 4 December
        The last day to enroll is 4 December. Please complete the form. | 4 December
        Please review the budget. // Thanks, and I need your comments by Friday. | by Friday
        Could you upload the logs? Tonight, ideally. | Tonight
        We fly on 12 December. Please have the visa by then. | on 12 December
        Please send the deck. I need it tomorrow. | tomorrow
        We present on Friday. Please send your slides by noon on Thursday. | by noon on Thursday
        Please vote on this release within 72 hours. | within 72 hours
        Hi all, can everyone fill in the doc by Friday? Cheers | by Friday
        any chance you can look at this this week? | this week
        could you merge #412 today pls | today
        ping me when you're back pls | when you're back
        Please tell me your view once you have read it. | once you have read it
        Could you close the account before the end of the year? | before the end of the year
        Please read it by the time we meet. | by the time we meet
        Could you please schedule an interview next week? | next week
        Please wire the money on the 27th. | on the 27th
        Please migrate by Q2. | by Q2
        Please be at the gate at 10 on Monday. | at 10 on Monday
        Remind me in two weeks. | in two weeks
        Please send the list a week before the event. | a week before the event
        Please answer at the latest by Friday. | at the latest by Friday
        Please answer by Friday at the latest. | by Friday at the latest
        Please pay by 30 November at the very latest. | by 30 November at the very latest
        Please approve it before 15:00 today. | before 15:00 today
        Please finish it in time for the board meeting. | in time for the board meeting
        The deadline for the abstracts is Friday. Could you submit ours? | Friday
        Just a reminder that expenses are due Friday. Please file yours. | due Friday
        We meet on Friday. Could you present that day? | on Friday
        I would suggest that we meet on Tuesday. | on Tuesday
        I propose we meet on Tuesday. | on Tuesday
        I'd be grateful for a reply by Tuesday. | by Tuesday
        A reply by Tuesday would be appreciated. | by Tuesday
        Can I get this by Tuesday? | by Tuesday
        May I have your answer by Tuesday? | by Tuesday
        Would you mind sending it by Tuesday? | by Tuesday
        You need to sign it on Tuesday. | on Tuesday
        Your comments are needed by Tuesday. | by Tuesday
        Comments are welcome by Tuesday. | by Tuesday
        Please aim to finish by Tuesday. | by Tuesday
        Try to finish it by Tuesday, please. | by Tuesday
        ",
    );
}

#[test]
fn a_vague_time_bounds_it() {
    holds(
        "\
        Please review ASAP. | ASAP
        Please advise at your earliest convenience. | at your earliest convenience
        When you get a chance, could you look at the patch? | When you get a chance
        Ping me whenever you can. | whenever you can
        Please keep an eye on the queue over the next few days. | over the next few days
        Could you give me an estimate in the next day or two? | in the next day or two
        Please get back to me soon. | soon
        Please stop the deploy immediately. | immediately
        Please call me right away. | right away
        Please send the originals in due course. | in due course
        Can we meet some time next week? | some time next week
        Please answer as soon as you can. | as soon as you can
        Please confirm by return. | by return
        Could you rename the folder? No rush. | No rush
        The build is broken. Please fix it. ASAP! | ASAP
        Please tell us two days in advance. | two days in advance
        Please read the paper in advance. | in advance
        ",
    );
}

#[test]
fn a_time_that_is_no_bound_is_left_alone() {
    holds(
        "\
        Please add the fee to the January invoice. | 
        Please pay the invoice dated 3 November. | 
        Could you look at the failing test from yesterday? | 
        Please revert the commit I pushed last night. | 
        Do you have the minutes of Tuesday's meeting? | 
        Who took the notes on Monday? | 
        Let the team know that the release moved to Thursday. | 
        Please tell the vendor we cannot ship before January. | 
        Is everyone fine with the 10:30 slot? | 
        Does Thursday at 2 work for you? | 
        Could you confirm that the offsite is on 12 December? | 
        Please fix the typo in the 2025 report. | 
        We should stop doing this every Friday. | 
        Please post the weekly summary every Monday. | 
        From now on, please open a ticket first. | 
        In the future, please copy me. | 
        Going forward, please use the shared drive. | 
        Could you explain why the job ran for three hours? | 
        Please keep the call under 30 minutes. | 
        Please give me a two-day notice. | 
        Can we make the meeting 30 minutes shorter? | 
        If the parcel does not arrive by Friday, please call the carrier. | 
        If you can't join on Friday, let me know. | 
        Please let me know if you will be in the office on Friday. | 
        Can you ask Bob whether he is free on Tuesday? | 
        I'd like to hear how the interview went yesterday. | 
        Could you move the standup to 9:30? | 
        Please move the review from Monday to Wednesday. | 
        Can we push the launch to next month? | 
        Please cancel Thursday's call. | 
        Could you reschedule our Friday call? | 
        The vote stays open for at least 72 hours. Please vote. | 
        I plan to cut a release next week. Any objections? | 
        Can someone review my patch? I have had it open since March. | 
        Please see the thread from 12 October. | 
        Which version did you run last week? | 
        Has anyone seen this since the upgrade on Monday? | 
        Could you add a section about what happens when the disk is full? | 
        what are you doing tonight? | 
        Morning! Can you check the logs? | 
        See you on Monday. Please bring the badge. | 
        Happy Friday! Could you send me the badge list? | 
        Good afternoon, could you send me the badge list? | 
        Please tell me how soon you can start. | 
        Please tell me when you can start. | 
        Please let me know what day works best next week. | 
        Which day next week suits you? | 
        Please change the date on the poster from 2 to 3 December. | 
        Please add 24 December to the list of holidays. | 
        Please send me the report for October. | 
        Could you send the Q3 numbers? | 
        The board meets on Thursday. Please review the paper. | 
        Please order the Christmas cards. | 
        Could you share the New Year schedule? | 
        Send it by mail. | 
        Please reply by email. | 
        Please go through the list one by one. | 
        Could you increase the limit by 10? | 
        May I ask you to sign the form? | 
        Can you march the numbers through the second quarter model? | 
        Please give it a second look. | 
        Give me a sec. | 
        Please fix issue 12/4 in the tracker. | 
        Please do it again, only this time with the flag on. | 
        Most of the time it works. Could you check the log? | 
        Can you spend a day on this? | 
        Could you take Friday off? | 
        Please count Monday as a holiday. | 
        Skip Monday and send me the rest. | 
        Please forward me the mail he sent on Monday. | 
        Could you send me the file you used on Monday? | 
        Please use the room we booked for tomorrow. | 
        I am out until Monday, so please ask Bo. | 
        Does anyone know when the office opens tomorrow? | 
        What time does the train leave on Friday? | 
        When is the deadline? | 
        Is the deadline Friday? | 
        Our shop closes on 4 December. Please return the keys. | 
        Please upload the logs. The last run was on Monday. | 
        Please upload the logs. We had an outage last night. | 
        Please sign the form. I'll be in the office tomorrow. | 
        Could you look at the PR? I'm off from Friday. | 
        Please find a venue. The party is in March. | 
        Please send the deck. I promised it to Ana by Friday. | 
        Please send the deck. I needed it yesterday. | 
        Please vote on the proposal. The previous vote ended on 3 November. | 
        The vote will be open for 72 hours. Please vote. | 
        Please download, test, and vote. | 
        I'll merge it on Friday unless someone objects. Please take a look. | 
        does anyone have 5 minutes? | 
        Let me know once it's done. | 
        Please wire the money for the 27th floor. | 
        Please forward Monday's numbers to Bo. | 
        Please check the 9 am backup. | 
        Please check why the 9 am backup failed on Monday. | 
        Please finish the chapter about time. | 
        Please send me the times for Friday's trains. | 
        Please use last year's template. | 
        Please compare it with last month. | 
        Please show sales since January. | 
        Please show the growth over the last three years. | 
        Please draw up a plan for the next three years. | 
        Please keep Thursday free. | 
        Please avoid Mondays. | 
        Just a reminder that we meet on Friday. Please bring a pen. | 
        What are your plans for the weekend? | 
        Would Tuesday or Wednesday suit you better? | 
        ",
    );
}
