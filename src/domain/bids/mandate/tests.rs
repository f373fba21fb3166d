use super::members::MOST_MEMBERS;
use super::*;
use proptest::prelude::*;

fn at(hours: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
}

/// Open from hour 10 up to and including hour 20.
fn vote() -> Vote {
    Vote {
        id: VoteId::named("x"),
        bid: BidId::named("x"),
        question: "Doen wij mee?".into(),
        about: "Het plan.".into(),
        secrecy: Secrecy::Secret,
        quorum: Quorum::Share(50),
        opens_at: at(10),
        closes_at: at(20),
        ending: Ending::AsAnnounced,
        reminded_at: None,
        minutes: String::new(),
        statement: String::new(),
    }
}

#[test]
fn it_is_open_from_its_first_to_its_last_second() {
    let second = SignedDuration::from_secs(1);
    assert_eq!(vote().stage(at(10) - second), VoteStage::Planned);
    assert_eq!(vote().stage(at(10)), VoteStage::Open);
    assert_eq!(vote().stage(at(20)), VoteStage::Open);
    assert_eq!(vote().stage(at(20) + second), VoteStage::Closed { at: at(20) });
    let early = vote().close(at(12)).unwrap();
    assert_eq!(early.stage(at(12)), VoteStage::Closed { at: at(12) });
    assert_eq!(early.clone().close(at(13)), Err(VoteRefusal::NotOpen));
    assert_eq!(early.must_be_open(at(12)), Err(VoteRefusal::NotOpen));
    assert_eq!(vote().close(at(9)), Err(VoteRefusal::NotOpen));
}

#[test]
fn it_is_stopped_with_a_reason_and_then_has_no_outcome() {
    assert_eq!(vote().stop(" \n", at(12)), Err(VoteRefusal::Reason));
    assert_eq!(vote().stop("te laat", at(21)), Err(VoteRefusal::NotOpen));
    let stopped = vote().stop("Verkeerde\r\nlijst", at(9)).unwrap();
    let reason = "Verkeerde lijst".to_owned();
    assert_eq!(stopped.stage(at(30)), VoteStage::Stopped { at: at(9), reason });
    assert_eq!(Mandate::of(&stopped, 10, Count::default(), at(30)), None);
    assert_eq!(stopped.must_be_over(at(30)), Ok(()));
    assert_eq!(vote().must_be_over(at(9)), Err(VoteRefusal::Running));
}

#[test]
fn members_are_reminded_once_a_day_and_minutes_come_after_the_closing() {
    let reminded = vote().remind(at(11)).unwrap();
    assert_eq!(reminded.clone().remind(at(20)), Err(VoteRefusal::RemindedLately));
    assert_eq!(vote().remind(at(9)), Err(VoteRefusal::NotOpen));
    assert_eq!(
        vote().record(("Wat gezegd is.", "Wij doen mee."), at(12)),
        Err(VoteRefusal::NotClosed)
    );
    let recorded = vote().record(("Wat gezegd is.", "Wij\ndoen mee."), at(21)).unwrap();
    assert_eq!(recorded.statement, "Wij doen mee.");
    let long = "woord ".repeat(MOST_MINUTES_WORDS + 1);
    assert_eq!(vote().record((&long, ""), at(21)), Err(VoteRefusal::TooLong));
}

#[test]
fn the_moments_leave_time_to_vote_and_to_hand_in() {
    assert_eq!(between((at(10), at(11)), at(12), at(10)), Ok(()));
    assert_eq!(between((at(9), at(11)), at(12), at(10)), Err(VoteRefusal::OpensInPast));
    assert_eq!(between((at(10), at(10)), at(12), at(10)), Err(VoteRefusal::TooShort));
    assert_eq!(between((at(10), at(12)), at(12), at(10)), Err(VoteRefusal::AfterRound));
}

#[test]
fn a_list_of_members_has_every_address_once() {
    let list = members(
        "Truus <truus@een.example>\r\n\n JAN@een.example ,piet@een.example;jan@een.example\n",
    );
    let list = list.unwrap();
    let emails: Vec<&str> = list.emails.iter().map(|email| email.as_str()).collect();
    assert_eq!(emails, ["jan@een.example", "piet@een.example", "truus@een.example"]);
    assert_eq!(list.doubles, ["jan@een.example"]);
    let wrong = vec![(2, "geen adres".to_owned()), (3, "a@b\u{202E}.example".to_owned())];
    assert_eq!(
        members("a@b.example\ngeen adres\na@b\u{202E}.example"),
        Err((VoteRefusal::Address, wrong))
    );
    assert_eq!(members("a@b.example\na@b.example"), Err((VoteRefusal::FewMembers, vec![])));
    let many =
        |count: usize| (0..count).map(|n| format!("lid{n}@een.example\n")).collect::<String>();
    assert_eq!(members(&many(6_000)), Err((VoteRefusal::ManyMembers, vec![])));
    assert_eq!(members(&many(MOST_MEMBERS)).map(|list| list.emails.len()), Ok(MOST_MEMBERS));
}

#[test]
fn a_quorum_is_read_as_it_is_typed() {
    assert_eq!(Quorum::read("none", "", 10), Ok(Quorum::None));
    assert_eq!(Quorum::read("share", " 50 %", 10), Ok(Quorum::Share(50)));
    assert_eq!(Quorum::read("number", "10", 10), Ok(Quorum::Number(10)));
    assert_eq!(Quorum::read("number", "11", 10), Err(VoteRefusal::QuorumTooHigh));
    for (kind, typed) in [
        ("share", "0"),
        ("share", "101"),
        ("number", "0"),
        ("number", "-1"),
        ("number", "x"),
        ("", "3"),
    ] {
        assert_eq!(Quorum::read(kind, typed, 10), Err(VoteRefusal::Quorum), "{kind} {typed}");
    }
}

#[test]
fn it_is_adopted_by_more_for_than_against_when_enough_voted() {
    let of = |in_favour, against, blank| {
        Mandate::of(&vote(), 10, Count { in_favour, against, blank }, at(21)).unwrap()
    };
    assert!(of(3, 2, 0).is_adopted());
    assert!(of(1, 0, 4).is_adopted());
    assert!(!of(2, 2, 1).is_adopted());
    assert!(!of(4, 0, 0).is_adopted());
    assert!(!of(4, 0, 0).quorum_reached);
    assert!(of(4, 0, 0).is_weakly_secret() && !of(3, 2, 0).is_weakly_secret());
    assert_eq!(Mandate::of(&vote(), 10, Count::default(), at(20)), None);
}

proptest! {
    /// The number needed is the smallest that is at least the share, and survives as text.
    #[test]
    fn a_share_is_rounded_up_to_whole_members(members in 0u32..=5_000, percent in 1u8..=100) {
        let quorum = Quorum::Share(percent);
        let needed = quorum.needed(members);
        prop_assert!(u64::from(needed) * 100 >= u64::from(members) * u64::from(percent));
        if needed > 0 {
            prop_assert!(u64::from(needed - 1) * 100 < u64::from(members) * u64::from(percent));
        }
        prop_assert!(needed <= members);
        prop_assert_eq!(quorum.to_string().parse(), Ok(quorum));
        prop_assert_eq!(Quorum::Number(needed).to_string().parse(), Ok(Quorum::Number(needed)));
    }
}
