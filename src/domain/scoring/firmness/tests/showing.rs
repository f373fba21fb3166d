use super::*;

#[test]
fn firmness_is_shown_only_where_it_cannot_steer_the_award() {
    use Analysis::{EachAssessor, OtherGrades, OtherWeights, PanelAgreement};
    use Reader::{AnybodyElse, ProcessLead};
    let all = [OtherWeights, OtherGrades, PanelAgreement, EachAssessor].map(|analysis| {
        [Moment::Design, Moment::Undecided, Moment::Decided].map(|moment| {
            [ProcessLead, AnybodyElse].map(|reader| may_show(analysis, moment, reader))
        })
    });
    let (open, weights) = ([Ok(()), Ok(())], Err(Hidden::WeightsAreBinding));
    let grades = [Ok(()), Err(Hidden::GradesAreBeingGiven)];
    assert_eq!(all[0], [open, [weights, weights], open]);
    assert_eq!(all[1], [open, grades, open]);
    assert_eq!(all[2], [open, grades, open]);
    assert_eq!(all[3], [[Ok(()), Err(Hidden::AboutOnePerson)]; 3]);
}
