//! What is exact: stability ranges and grade changes.

use super::*;

fn ranges(problem: &Problem, winner: usize) -> Vec<String> {
    let ranges = weight_stability(problem, winner).unwrap();
    ranges.iter().map(|range| format!("{} {}", range.low, range.high)).collect()
}

/// `evaluation.md` 4.2.
#[test]
fn how_far_each_weight_can_move() {
    assert_eq!(ranges(&three_bids(), 0), ["4/9 1", "0 4/11", "0 5/21"]);
    let scaled = problem(&["50", "30", "20"], &[&["0.8", "0.6", "0.4"], &["0.6", "0.6", "0.8"]]);
    assert_eq!(ranges(&scaled, 0)[0], "4/9 1");
    assert_eq!(weight_stability(&three_bids(), 1), Err(NoStability::NotFirst));
    assert_eq!(weight_stability(&three_bids(), 3), Err(NoStability::NoSuchBid));
}

#[test]
fn weights_at_the_edge() {
    let bids: [&[&str]; 2] = [&["0.8", "0.2"], &["0.4", "0.8"]];
    assert_eq!(ranges(&problem(&["1"], &[&["0.8"], &["0.4"]]), 0), ["1 1"]);
    assert_eq!(ranges(&problem(&["1", "0"], &bids), 0), ["1 1", "0 2/5"]);
    assert_eq!(ranges(&problem(&["3", "2"], &bids), 0), ["3/5 1", "0 2/5"], "an exact tie");
    assert_eq!(ranges(&problem(&["3", "2"], &bids), 1), ["0 3/5", "2/5 1"]);
    assert_eq!(ranges(&problem(&["3", "2"], &bids[..1]), 0), ["0 1", "0 1"], "one bid");
    assert_eq!(ranges(&problem(&["1", "1"], &[&["1", "1"], &["1", "1"]]), 1), ["0 1", "0 1"]);
}

#[test]
fn a_problem_must_fit_together() {
    let one = || vec![BidValues::settled(vec![x("1")])];
    let new = |weights: &[&str], bids| {
        let weights: Vec<Exact> = weights.iter().map(|weight| x(weight)).collect();
        Problem::new(&weights, bids).map(|problem| problem.weights().to_vec())
    };
    assert_eq!(new(&["4"], one()), Ok(vec![x("1")]));
    assert_eq!(new(&[], one()), Err(ProblemError::NoCriteria));
    assert_eq!(new(&["1"], vec![]), Err(ProblemError::NoBids));
    assert_eq!(new(&["0"], one()), Err(ProblemError::NoWeight));
    assert_eq!(new(&["-1"], one()), Err(ProblemError::NegativeWeight(0)));
    assert_eq!(new(&["1", "1"], one()), Err(ProblemError::Uneven(0)));
    assert_eq!(new(&["1"; 101], one()), Err(ProblemError::TooManyCriteria));
    assert_eq!(new(&["1"], vec![one().remove(0); 1_001]), Err(ProblemError::TooManyBids));
    let crowd = BidValues { values: vec![x("1")], given: vec![vec![x("1"); 51]] };
    assert_eq!(new(&["1"], vec![crowd]), Err(ProblemError::TooManyAssessors(0)));
}

/// Steps of 1/5 on a scale from 0 to 1.
fn steps(problem: &Problem) -> Vec<Vec<Steps>> {
    let step = |value: &Exact, by: &str| {
        let to = value + &x(by);
        (!to.is_negative() && to <= x("1")).then_some(Landing::On(to))
    };
    let steps = |value: &Exact| Steps { down: step(value, "-0.2"), up: step(value, "0.2") };
    let of_bid = |bid: &BidValues| bid.values.iter().map(steps).collect();
    problem.bids().iter().map(of_bid).collect()
}

fn shown(upsets: &[Upset]) -> Vec<String> {
    let change = |change: &GradeChange| {
        let sign = if change.step == Step::Up { '+' } else { '-' };
        format!(" {}{}{sign}", change.bid, change.criterion)
    };
    let line = |upset: &Upset| {
        let changes: String = upset.changes.iter().map(change).collect();
        match upset.kind {
            UpsetKind::FallsOut => format!("out:{changes}"),
            UpsetKind::Overtaken { by } => format!("{by}:{changes}"),
        }
    };
    upsets.iter().map(line).collect()
}

/// Totals 33/50, 16/25 and 31/50: one step on the first criterion is worth 1/10.
#[test]
fn one_grade_can_change_the_winner() {
    let problem = three_bids();
    assert_eq!(shown(&upsets(&problem, 0, &steps(&problem))), ["1: 10+", "2: 20+"]);
    assert_eq!(shown(&upsets(&problem, 0, &vec![vec![]; 3])), Vec::<String>::new());
    assert_eq!(shown(&upsets(&problem, 9, &steps(&problem))), Vec::<String>::new());
}

#[test]
fn a_level_rival_is_not_enough_and_a_knock_out_is() {
    let problem = problem(&["1", "1"], &[&["0.8", "0.8"], &["0.6", "0.8"], &["0.2", "0"]]);
    let mut steps = steps(&problem);
    assert_eq!(shown(&upsets(&problem, 0, &steps)), ["1: 10+ 11+"]);
    steps[0][1].down = Some(Landing::Out);
    assert_eq!(shown(&upsets(&problem, 0, &steps)), ["out: 01-", "1: 10+ 11+"]);
}
