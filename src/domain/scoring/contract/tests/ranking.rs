//! Documents that are accepted.

use super::*;

/// The example of the contract.
fn example() -> Value {
    json!({
        "method": "weighted_absolute",
        "criteria": [
            {"id": "q1", "weight": "40", "scale": {"min": "0", "max": "10"}, "threshold": "4"},
            {"id": "q2", "weight": "20", "scale": {"min": "0", "max": "10"}}
        ],
        "price": {"weight": "40", "floor": "80000", "ceiling": "140000", "clamp": true},
        "bids": [
            {"id": "A", "price": "100000", "grades": {"q1": "8", "q2": "6"}},
            {"id": "B", "price": "90000", "grades": {"q1": ["6", "8", "8"], "q2": ["6", "6", "10"]}}
        ],
        "aggregate": "median", "rounding": {"digits": 2, "mode": "half_up"},
        "ties": ["q1", "price"], "seed": 7,
        "analyses": {
            "weight_stability": true,
            "smaa": {"weights": "uniform", "samples": 10000, "scores": "as_given"},
            "agreement": ["alpha_ordinal", "icc", "kendall_w"]
        }
    })
}

#[test]
fn the_example_of_the_contract() {
    let answer = ranked(&example());
    assert_eq!(lines(&answer), ["1 B 77.33 232/3", "2 A 70.67 212/3"]);
    assert_eq!(
        answer["analyses"]["weight_stability"],
        json!([
            {"id": "q1", "low": "0", "high": "1"},
            {"id": "q2", "low": "0", "high": "1"},
            {"id": "price", "low": "0", "high": "1"}
        ])
    );
    let smaa = &answer["analyses"]["smaa"];
    assert_eq!(smaa["bids"], json!(["A", "B"]));
    assert_eq!(smaa["criteria"], json!(["q1", "q2", "price"]));
    assert_eq!(smaa["acceptability"], json!([[0.0, 1.0], [1.0, 0.0]]));
    assert_eq!(answer["seed"], format!("07{}", "00".repeat(31)));
    let price = &answer["trace"]["A"]["parts"][1];
    assert_eq!(price["formula"], "40 × (140000 − 100000) / (140000 − 80000)");
    assert_eq!(price["points"], "80/3");
    // One bid with three grades: a value that says nothing, and no correlation at all.
    let of_q1 = &answer["analyses"]["agreement"]["q1"];
    assert_eq!(of_q1["alpha_ordinal"], json!({"value": 0.0, "bids": 1, "assessors": 3}));
    assert_eq!(
        of_q1["icc_2_1"],
        json!({
            "value": null,
            "reason": "agreement needs at least two bids with all grades",
            "bids": 1,
            "assessors": 3
        })
    );
    assert_eq!(answer["warnings"][0]["kind"], "price_beyond_the_line");
}

fn with(method: &str, price: Value, bids: Value) -> Value {
    json!({
        "method": method,
        "criteria": [{"id": "q", "weight": 60, "scale": {"min": 0, "max": 100}}],
        "price": price,
        "bids": bids,
        "rounding": {"digits": 6}
    })
}

fn three() -> Value {
    json!([
        {"id": "A", "price": 100000, "grades": {"q": 80}},
        {"id": "B", "price": 90000, "grades": {"q": 70}},
        {"id": "C", "price": 120000, "grades": {"q": 90}}
    ])
}

/// Case `three-bids-eight-methods` of the reference cases.
#[test]
fn the_same_three_bids_under_every_method() {
    let ranked_by = |method: &str, price: Value| {
        let mut document = with(method, price, three());
        if method.starts_with("low_bid") || method == "utility_index" {
            document["when_a_bid_falls_away"] = "recompute".into();
        }
        if method == "award_on_value" {
            document["criteria"] =
                json!([{"id": "q", "value": "90000", "scale": {"min": "0", "max": "100"}}]);
        }
        lines(&ranked(&document))
    };
    assert_eq!(
        ranked_by("low_bid_inverse", json!({"weight": 40})),
        ["1 A 84.000000 84", "1 C 84.000000 84", "3 B 82.000000 82",]
    );
    assert_eq!(
        ranked_by("log_price", json!({"weight": 40, "multiple": 2})),
        ["1 B 82.000000 82", "2 A 81.919876 -", "3 C 77.398500 -",]
    );
    assert_eq!(
        ranked_by("award_on_value", Value::Null),
        ["1 B 27000.000000 27000", "2 A 28000.000000 28000", "3 C 39000.000000 39000",]
    );
    assert_eq!(
        ranked_by("value_for_money", json!({"factor": "1e5"})),
        ["1 A 0.800000 4/5", "2 B 0.777778 7/9", "3 C 0.750000 3/4",]
    );
    assert_eq!(
        ranked_by("price_per_point", Value::Null),
        ["1 A 1250.000000 1250", "2 B 1285.714286 9000/7", "3 C 1333.333333 4000/3",]
    );
    assert_eq!(
        ranked_by("utility_index", json!({"weight": 40})),
        ["1 A 0.765000 153/200", "2 C 0.750000 3/4", "3 B 0.700000 7/10",]
    );
    assert_eq!(
        ranked_by("low_bid_linear", json!({"weight": 40, "multiple": 2})),
        ["1 A 83.555556 752/9", "2 B 82.000000 82", "3 C 80.666667 242/3",]
    );
    assert_eq!(
        ranked_by("quality_only", Value::Null),
        ["1 C 54.000000 54", "2 A 48.000000 48", "3 B 42.000000 42",]
    );
    assert_eq!(
        ranked_by("admission", Value::Null),
        ["- A 48.000000 48", "- B 42.000000 42", "- C 54.000000 54",]
    );
}

#[test]
fn without_a_published_rounding_an_outcome_per_euro_keeps_its_digits() {
    let mut document = with("value_for_money", Value::Null, three());
    document.as_object_mut().unwrap().remove("rounding");
    let answer = ranked(&document);
    assert_eq!(lines(&answer)[0], "1 A 0.000008000000 1/125000");
}

#[test]
fn the_fewest_grade_changes_that_change_the_winner() {
    let scale = json!({"min": 0, "max": 10, "step": 2});
    let document = json!({
        "method": "quality_only",
        "criteria": [
            {"id": "q1", "weight": 60, "scale": scale}, {"id": "q2", "weight": 40, "scale": scale}
        ],
        "bids": [
            {"id": "A", "grades": {"q1": 8, "q2": 8}},
            {"id": "B", "grades": {"q1": 6, "q2": 8}},
            {"id": "C", "grades": {"q1": 10, "q2": 4}}
        ],
        "analyses": {"grade_changes": true}
    });
    let answer = ranked(&document);
    let change = |bid: &str, criterion: &str, step: &str| json!({"bid": bid, "criterion": criterion, "step": step});
    assert_eq!(lines(&answer), ["1 A 80.00 80", "2 C 76.00 76", "3 B 68.00 68"]);
    assert_eq!(
        answer["analyses"]["grade_changes"],
        json!([
            {"kind": "overtaken", "by": "C", "changes": [change("A", "q1", "down")]},
            {"kind": "overtaken", "by": "B", "changes": [change("B", "q1", "up"), change("A", "q1", "down")]}
        ])
    );
}

#[test]
fn a_criterion_with_parts_shares_its_weight() {
    let document = json!({
        "method": "quality_only",
        "criteria": [
            {"id": "plan", "weight": 60, "threshold": 25, "criteria": [
                {"id": "people", "weight": 2, "scale": {"grades": [0, 5, 10]}},
                {"id": "time", "weight": 1, "criteria": [
                    {"id": "start", "weight": 50, "scale": {"min": 0, "max": 10, "step": "0.5"}},
                    {"id": "end", "weight": 50, "scale": {"min": 0, "max": 10}}
                ]}
            ]},
            {"id": "reach", "weight": 40, "scale": {"grades": [
                {"value": 0, "label": "none", "knock_out": true}, {"value": 1}, {"value": 2}
            ]}}
        ],
        "bids": [
            {"id": "A", "grades": {"people": 5, "start": "7.5", "end": 3, "reach": 1}},
            {"id": "B", "grades": {"people": 10, "start": 10, "end": 10, "reach": 0}},
            {"id": "C", "grades": {"people": 0, "start": 10, "end": 10, "reach": 2}},
            {"id": "D", "grades": {"people": 10, "start": null, "reach": 2}}
        ],
        "full_marks": 100
    });
    let answer = ranked(&document);
    assert_eq!(lines(&answer), ["1 A 50.50 101/2", "- B 60.00 60", "- C 60.00 60", "- D - -"]);
    assert_eq!(
        answer["ranking"][1]["excluded"],
        json!([
            {"kind": "knock_out_grade", "criterion": "reach", "grade": "0"}
        ])
    );
    assert_eq!(
        answer["ranking"][2]["excluded"],
        json!([
            {"kind": "group_below_threshold", "group": "plan", "points": "20", "threshold": "25"}
        ])
    );
    assert_eq!(
        answer["ranking"][3]["unsettled"],
        json!([
            {"missing": "grade", "criterion": "start", "reason": "no_grade"},
            {"missing": "grade", "criterion": "end", "reason": "no_grade"}
        ])
    );
    let kinds: Vec<&Value> =
        answer["warnings"].as_array().unwrap().iter().map(|warning| &warning["kind"]).collect();
    assert_eq!(kinds, ["unequal_scales", "not_settled"]);
}

#[test]
fn assessors_who_disagree_keep_a_bid_without_result() {
    let document = |aggregate: &str, grades: Value| {
        json!({
            "method": "quality_only",
            "criteria": [{"id": "q", "weight": 100, "scale": {"min": 0, "max": 10}}],
            "bids": [{"id": "A", "grades": {"q": grades}}],
            "aggregate": aggregate
        })
    };
    let reason = |aggregate: &str, grades: Value| {
        ranked(&document(aggregate, grades))["ranking"][0]["unsettled"][0]["reason"].clone()
    };
    assert_eq!(reason("consensus", json!([8, 6])), "no_consensus");
    assert_eq!(reason("mean", json!([8, null, 8])), "grade_missing");
    assert_eq!(reason("median", json!([])), "no_grade");
    assert_eq!(lines(&ranked(&document("mean", json!([8, 7, 7])))), ["1 A 73.33 220/3"]);
    assert_eq!(lines(&ranked(&document("consensus", json!([8, 8])))), ["1 A 80.00 80"]);
    assert_eq!(
        lines(&ranked(&document("trimmed_mean", json!([0, 8, 8, 8, 10])))),
        ["1 A 80.00 80"]
    );
    assert_eq!(
        faults(&ranked(&document("trimmed_mean", json!([0, 8, 8])))),
        ["/bids/0/grades/q: a trimmed mean needs five grades or more"]
    );
}

#[test]
fn ties_are_drawn_with_a_seed_and_shared_without() {
    let mut document = with(
        "quality_only",
        Value::Null,
        json!([
            {"id": "A", "grades": {"q": 50}}, {"id": "B", "grades": {"q": 50}}
        ]),
    );
    let shared = ranked(&document);
    assert_eq!(lines(&shared), ["1 A 30.000000 30", "1 B 30.000000 30"]);
    assert_eq!(shared["ranking"][0]["tie"], json!({"others": 1, "settled": "shared"}));
    document["seed"] = 7.into();
    let drawn = ranked(&document);
    assert_eq!(lines(&drawn), ["1 B 30.000000 30", "2 A 30.000000 30"]);
    document["seed"] = format!("07{}", "00".repeat(31)).into();
    assert_eq!(ranked(&document), drawn);
}

/// The order kept, or made anew (`evaluation.md` 1.4, F1).
#[test]
fn a_bid_that_falls_away() {
    let mut document = with(
        "low_bid_inverse",
        json!({"weight": 40}),
        json!([
            {"id": "A", "price": 120, "grades": {"q": 60}},
            {"id": "B", "price": 80, "grades": {"q": 40}},
            {"id": "C", "price": 60, "grades": {"q": 0}, "fell_away": true}
        ]),
    );
    document["rounding"] = json!({"digits": 2});
    document["when_a_bid_falls_away"] = "keep_order".into();
    assert_eq!(lines(&ranked(&document))[..2], ["1 A 56.00 56", "2 B 54.00 54"]);
    document["when_a_bid_falls_away"] = "recompute".into();
    assert_eq!(lines(&ranked(&document))[..2], ["1 B 64.00 64", "2 A 62.67 188/3"]);
    assert_eq!(ranked(&document)["warnings"][0]["kind"], "order_can_turn");
}

/// `evaluation.md` 4.2: the ranges are known exactly.
#[test]
fn weight_stability_of_the_reference_bids() {
    let scale = json!({"min": 0, "max": 10});
    let document = json!({
        "method": "quality_only",
        "criteria": [
            {"id": "w1", "weight": "0.5", "scale": scale},
            {"id": "w2", "weight": "0.3", "scale": scale},
            {"id": "w3", "weight": "0.2", "scale": scale}
        ],
        "bids": [
            {"id": "1", "grades": {"w1": 8, "w2": 6, "w3": 4}},
            {"id": "2", "grades": {"w1": 6, "w2": 6, "w3": 8}},
            {"id": "3", "grades": {"w1": 4, "w2": 10, "w3": 6}}
        ],
        "analyses": {"weight_stability": true, "grade_steps": ["2"], "grade_changes": true}
    });
    let answer = ranked(&document);
    // On a free scale no grade has a next one.
    assert_eq!(answer["analyses"]["grade_changes"], json!([]));
    assert_eq!(
        answer["analyses"]["weight_stability"],
        json!([
            {"id": "w1", "low": "4/9", "high": "1"},
            {"id": "w2", "low": "0", "high": "4/11"},
            {"id": "w3", "low": "0", "high": "5/21"}
        ])
    );
    assert_eq!(answer["analyses"]["grade_steps"]["2"][0]["criterion"], "w1");
}
