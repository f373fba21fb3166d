use super::*;

#[test]
fn firmness_is_shown_only_where_it_cannot_steer_the_award() {
    use Analysis::{OtherGrades, OtherWeights};
    use Reader::{AnybodyElse, ProcessLead};
    let all = [OtherWeights, OtherGrades].map(|analysis| {
        [Moment::Design, Moment::Undecided, Moment::Decided].map(|moment| {
            [ProcessLead, AnybodyElse].map(|reader| may_show(analysis, moment, reader))
        })
    });
    let (open, weights) = ([Ok(()), Ok(())], Err(Hidden::WeightsAreBinding));
    assert_eq!(all[0], [open, [weights, weights], open]);
    assert_eq!(all[1], [open, [Ok(()), Err(Hidden::GradesAreBeingGiven)], open]);
}
