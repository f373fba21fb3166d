use super::*;
use proptest::prelude::*;

fn criterion(code: &str) -> Criterion {
    serde_json::from_value(serde_json::json!({
        "code": code, "name": code, "question": "?", "kind": "quality", "weight": 50, "sections": [],
    }))
    .unwrap()
}

fn scale() -> Vec<Grade> {
    let grade = |value: &str| Grade {
        value: value.parse().unwrap(),
        label: value.into(),
        text: String::new(),
    };
    ["0", "5", "7.5", "10"].map(grade).into()
}

fn mark(grade: &str, reason: &str) -> Mark {
    Mark {
        grade: grade.parse().ok(),
        grade_version: 1,
        reason: reason.into(),
        reason_version: 2,
        ..Mark::default()
    }
}

fn sheet(mark: Mark) -> Sheet {
    let bid = BidId::named("A");
    let marks = [(bid, [("q1".to_owned(), mark)].into())].into();
    Sheet { bids: vec![(bid, "A".into())], marks, ..Sheet::default() }
}

fn row(grade: &str, reason: &str, before: &Mark) -> Filled {
    Filled {
        key: key(BidId::named("A"), "q1"),
        grade: grade.into(),
        reason: reason.into(),
        base: base(before),
    }
}

fn verdicts(sheet: &Sheet, row: Filled) -> Vec<(Half, String, Verdict)> {
    let found = compare(sheet, &[criterion("q1")], &scale(), &[row]);
    assert_eq!(found.strange, 0);
    found.changes.into_iter().map(|c| (c.half, c.file, c.verdict)).collect()
}

#[test]
fn what_the_file_alone_changed_is_taken_over() {
    let empty = Mark::default();
    let found = verdicts(&sheet(empty.clone()), row("7,5", "Goed uitgewerkt.", &empty));
    let grade = (Half::Grade, "7.5".to_owned(), Verdict::Takes);
    let reason = (Half::Reason, "Goed uitgewerkt.".to_owned(), Verdict::Takes);
    assert_eq!(found, [grade, reason]);
}

#[test]
fn what_changed_on_both_sides_has_to_be_chosen() {
    let (before, now) = (mark("5", "Eerst."), mark("10", "Toch anders."));
    let found = verdicts(&sheet(now), row("7.5", "Uit de trein.", &before));
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|(_, _, verdict)| *verdict == Verdict::Clashes), "{found:?}");
}

#[test]
fn what_nobody_touched_in_the_file_stays_as_it_is_now() {
    let (before, now) = (mark("5", "Eerst.\nEn dit."), mark("10", "Toch anders."));
    assert_eq!(verdicts(&sheet(now), row("5", "Eerst. En dit. ", &before)), []);
}

#[test]
fn an_empty_cell_takes_nothing_away() {
    let before = mark("5", "Eerst.");
    assert_eq!(verdicts(&sheet(before.clone()), row("", " ", &before)), []);
}

#[test]
fn what_is_not_on_the_scale_or_too_long_is_refused_alone() {
    let empty = Mark::default();
    for odd in ["6", "goed", "=1+1", "44927", "1e99", "-5", "8-6"] {
        let found = verdicts(&sheet(empty.clone()), row(odd, "Kort.", &empty));
        assert_eq!(found[0].2, Verdict::Refused(Fault::OffScale), "{odd}");
        assert_eq!(found[1].2, Verdict::Takes);
    }
    let long = "woord ".repeat(151);
    let found = verdicts(&sheet(empty.clone()), row("5", &long, &empty));
    assert_eq!(found[1].2, Verdict::Refused(Fault::TooLong));
}

#[test]
fn a_base_that_somebody_broke_makes_everything_a_choice() {
    let broken = Filled { base: "x".into(), ..row("5", "Nieuw.", &Mark::default()) };
    let found = verdicts(&sheet(mark("10", "Oud.")), broken);
    assert!(found.iter().all(|(_, _, verdict)| *verdict == Verdict::Clashes), "{found:?}");
}

#[test]
fn rows_of_other_bids_are_counted_and_change_nothing() {
    let other =
        Filled { key: key(BidId::named("B"), "q1"), ..row("5", "Nieuw.", &Mark::default()) };
    let found = compare(&sheet(Mark::default()), &[criterion("q1")], &scale(), &[other]);
    assert_eq!(found, Comparison { changes: vec![], strange: 1 });
}

proptest! {
    /// A form that comes back as it went out changes nothing, whatever was on the sheet then or now.
    #[test]
    fn an_untouched_form_changes_nothing(
        before in 0usize..4,
        now in 0usize..4,
        old in "[ a-z\n]{0,30}",
        new in "[ a-z\n]{0,30}",
    ) {
        let scale = scale();
        let before = mark(&scale[before].value.plain(), &old);
        let now = sheet(mark(&scale[now].value.plain(), &new));
        let back = row(&before.grade.as_ref().unwrap().plain(), &before.reason, &before);
        prop_assert_eq!(verdicts(&now, back), []);
    }

    /// Nothing that changed on the sheet since is taken over without asking.
    #[test]
    fn what_changed_meanwhile_is_never_overwritten_unasked(
        before in 0usize..4,
        now in 0usize..4,
        file in 0usize..4,
    ) {
        let scale = scale();
        let value = |at: usize| scale[at].value.plain();
        let found = verdicts(
            &sheet(mark(&value(now), "")),
            row(&value(file), "", &mark(&value(before), "")),
        );
        let takes = found.iter().any(|(_, _, verdict)| *verdict == Verdict::Takes);
        prop_assert_eq!(takes, before == now && file != now);
    }
}
