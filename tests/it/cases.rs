//! The reference cases as files, through `buurtbod rank`. The files do not come with the source:
//! where they are absent the tests say so and stop. A case that is not known here is a failure.
//!
//! `consensus_triggers.json` and `standstill_dates.json` have no command of their own: their
//! numbers stand in the tests of `domain/scoring/spread.rs` and `domain/terms.rs`.

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::contract::answer;

fn cases(name: &str) -> Option<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases");
    let Ok(text) = std::fs::read_to_string(folder.join(name)) else {
        eprintln!("skipped: ../shared/cases/{name} is not there");
        return None;
    };
    Some(serde_json::from_str(&text).expect("a reference case is JSON"))
}

fn ranked(document: &Value) -> Value {
    let (code, found) = answer(&["rank"], &document.to_string());
    assert_eq!(code, Some(0), "{document} gave {found}");
    found
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn entries(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("an object")
}

fn number(value: &Value) -> f64 {
    let read = value.as_str().map_or_else(|| value.as_f64(), |text| text.parse().ok());
    read.unwrap_or_else(|| panic!("{value} is no number"))
}

/// A fraction as text, as a binary number.
fn fraction(text: &str) -> f64 {
    let parts: Vec<f64> = text.split('/').map(|part| part.parse().expect("a number")).collect();
    parts[0] / parts.get(1).copied().unwrap_or(1.0)
}

fn line<'a>(found: &'a Value, id: &str) -> &'a Value {
    let line = list(&found["ranking"]).iter().find(|line| line["id"] == id);
    line.unwrap_or_else(|| panic!("{id} is not in the ranking"))
}

/// Each total against the expected one.
fn totals_are(found: &Value, expected: &Map<String, Value>, within: f64) {
    for (id, expected) in expected {
        let total = number(&line(found, id)["total"]);
        assert!((total - number(expected)).abs() <= within, "{id}: {total} is not {expected}");
    }
}

fn first(found: &Value) -> Vec<&Value> {
    let lines = list(&found["ranking"]).iter();
    lines.filter(|line| line["rank"] == 1).map(|line| &line["id"]).collect()
}

/// Bids with one grade on the only criterion, and a price.
fn bids(grade: impl Fn(&str) -> Value, prices: &Value) -> Vec<Value> {
    let bid = |(id, price): (&String, &Value)| json!({"id": id, "price": price, "grades": {"q": grade(id)}});
    entries(prices).iter().map(bid).collect()
}

fn document(method: &str, weight: &Value, price: Value, bids: Vec<Value>) -> Value {
    let weighed = if method == "award_on_value" { "value" } else { "weight" };
    let mut document = json!({
        "method": method,
        "criteria": [{"id": "q", weighed: weight, "scale": {"min": 0, "max": 100}}],
        "bids": bids,
        "rounding": {"digits": 6, "mode": "half_up"}
    });
    if method.starts_with("low_bid") || method == "utility_index" {
        document["when_a_bid_falls_away"] = "recompute".into();
    }
    if !price.is_null() {
        document["price"] = price;
    }
    document
}

#[test]
fn the_price_formulas() {
    let Some(file) = cases("price_formulas.json") else { return };
    for case in list(&file["cases"]) {
        let prices = &case["prices"];
        let points = |method: &str, price: Value| {
            ranked(&document(method, &json!(0), price, bids(|_| json!(0), prices)))
        };
        let weight = &case["W"];
        let found = match case["formula"].as_str() {
            Some("price_inverse_lowest") => points("low_bid_inverse", json!({"weight": weight})),
            Some("price_log") => {
                points("log_price", json!({"weight": weight, "multiple": case["A"]}))
            }
            Some("price_linear_multiple_of_lowest") => {
                points("low_bid_linear", json!({"weight": weight, "multiple": case["k"]}))
            }
            Some("price_linear_absolute") => {
                let line = |clamp: bool| json!({"weight": weight, "floor": case["Psetmin"], "ceiling": case["Psetmax"], "clamp": clamp});
                let open = points("weighted_absolute", line(false));
                totals_are(&open, entries(&case["expected_unclamped"]), 5e-7);
                let clamped = points("weighted_absolute", line(true));
                totals_are(&clamped, entries(&case["expected_clamped"]), 5e-7);
                continue;
            }
            // Not offered; `domain/scoring/tests/reversals.rs` says why.
            Some("price_high_low") => continue,
            None if case["id"] == "three-bids-eight-methods" => {
                eight_methods(case);
                continue;
            }
            other => panic!("the formula {other:?} is not known"),
        };
        let full = if case["expected_full"].is_null() { "expected" } else { "expected_full" };
        totals_are(&found, entries(&case[full]), 5e-7);
    }
}

fn eight_methods(case: &Value) {
    let (quality, of_price) = (&case["WQ"], &case["WP"]);
    let bids = || bids(|id| case["Q"][id].clone(), &case["P"]);
    let line = json!({"weight": of_price, "floor": 80_000, "ceiling": 140_000, "clamp": false});
    let methods = [
        (
            "price_inverse_lowest_total",
            "low_bid_inverse",
            quality.clone(),
            json!({"weight": of_price}),
        ),
        (
            "price_log_A2_total",
            "log_price",
            quality.clone(),
            json!({"weight": of_price, "multiple": 2}),
        ),
        ("price_linear_absolute_80k_140k_total", "weighted_absolute", quality.clone(), line),
        ("award_on_value_V90000_evaluation_price", "award_on_value", json!(90_000), Value::Null),
        (
            "value_for_money_Q_over_P_x100000",
            "value_for_money",
            json!(100),
            json!({"factor": 100_000}),
        ),
        ("price_per_quality_point", "price_per_point", json!(100), Value::Null),
        ("utility_index", "utility_index", quality.clone(), json!({"weight": of_price})),
        ("quality_only_fixed_price", "quality_only", json!(100), Value::Null),
    ];
    let expected = entries(&case["expected"]);
    assert_eq!(expected.len(), methods.len());
    for (name, method, weight, price) in methods {
        let found = ranked(&document(method, &weight, price, bids()));
        let mut totals = entries(&expected[name]).clone();
        let winners = totals.remove("winner").expect("a winner");
        totals_are(&found, &totals, 5e-7);
        assert_eq!(first(&found), list(&winners).iter().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn award_on_value() {
    let Some(file) = cases("award_on_value.json") else { return };
    let mut scale = Value::Null;
    for case in list(&file["cases"]) {
        match case["id"].as_str().expect("an id") {
            "negometrix-example" => {
                let one = &case["criteria"][0];
                let bids = bids(|_| one["score_pct"].clone(), &json!({"A": case["price"]}));
                let found =
                    ranked(&document("award_on_value", &one["max_value"], Value::Null, bids));
                let expected = number(&case["expected_evaluation_price"]);
                assert_eq!(fraction(line(&found, "A")["total_exact"].as_str().unwrap()), expected);
            }
            "rws-2023-scale" => scale = case["scale_pct_of_max"].clone(),
            "rws-scale-worked" => on_the_scale_of_rijkswaterstaat(case, &scale),
            "equivalence-with-absolute-linear" => equivalence(case),
            other => panic!("the case {other} is not known"),
        }
    }
}

fn on_the_scale_of_rijkswaterstaat(case: &Value, scale: &Value) {
    let grades: Vec<&Value> = entries(scale).values().collect();
    let criterion = |(id, value): (&String, &Value)| json!({"id": id, "value": value, "scale": {"min": 0, "max": 100, "grades": grades}});
    let bid = |(id, bid): (&String, &Value)| {
        let grades = entries(&bid["grades"]).iter();
        let grades: Map<String, Value> = grades
            .map(|(code, grade)| (code.clone(), scale[grade.as_str().expect("a word")].clone()))
            .collect();
        json!({"id": id, "price": bid["price"], "grades": grades})
    };
    let found = ranked(&json!({
        "method": "award_on_value",
        "criteria": entries(&case["max_value"]).iter().map(criterion).collect::<Vec<_>>(),
        "bids": entries(&case["bids"]).iter().map(bid).collect::<Vec<_>>()
    }));
    for (id, expected) in entries(&case["expected"]) {
        let total = &line(&found, id)["total_exact"];
        assert_eq!(total, &json!(expected["evaluation_price"].to_string()), "{id}");
        let value = &found["trace"][id]["parts"][1]["points"];
        assert_eq!(value, &json!(format!("-{}", expected["quality_value"])), "{id}");
    }
    let order: Vec<&Value> = list(&found["ranking"]).iter().map(|line| &line["id"]).collect();
    assert_eq!(order, list(&case["expected_ranking"]).iter().collect::<Vec<_>>());
}

/// The bids of the case with eight methods, under both.
fn equivalence(case: &Value) {
    let quality = json!({"A": 80, "B": 70, "C": 90, "D": 20});
    let prices = json!({"A": 100_000, "B": 90_000, "C": 120_000, "D": 150_000});
    let bids = || bids(|id| quality[id].clone(), &prices);
    let (floor, ceiling) = (&case["Psetmin"], &case["Psetmax"]);
    let line = json!({"weight": case["W_P"], "floor": floor, "ceiling": ceiling, "clamp": false});
    let points = ranked(&document("weighted_absolute", &case["W_Q"], line, bids()));
    let value = (number(ceiling) - number(floor)) * number(&case["W_Q"]) / number(&case["W_P"]);
    assert_eq!(value, number(&case["expected_V"]));
    let money = ranked(&document("award_on_value", &case["expected_V"], Value::Null, bids()));
    let order = |found: &Value| -> Vec<Value> {
        list(&found["ranking"]).iter().map(|line| line["id"].clone()).collect()
    };
    assert_eq!(order(&points), order(&money));
}

#[test]
fn weighted_sums() {
    let Some(file) = cases("weighted_sum.json") else { return };
    for case in list(&file["cases"]) {
        let matrix: Vec<Vec<f64>> = list(&case["matrix"])
            .iter()
            .map(|row| list(row).iter().map(number).collect())
            .collect();
        let (values, within) = match case["id"].as_str().expect("an id") {
            "triantaphyllou-wikipedia" => (matrix, 0.0),
            // A product of powers is no method of this engine.
            "wpm-same-data" => continue,
            "kracka2010" => (as_shares(&turned(&matrix, &case["objectives"])), 5e-9),
            "chakraborty2015-waspas-lambda1" => {
                (beside_the_best(&matrix, &case["objectives"]), 1e-4)
            }
            other => panic!("the case {other} is not known"),
        };
        let weights: Vec<f64> = list(&case["weights"]).iter().map(number).collect();
        let sum = if case["id"] == "kracka2010" { weights.iter().sum() } else { 1.0 };
        let found = weighted(&values, &weights, sum);
        for (bid, expected) in list(&case["expected"]).iter().enumerate() {
            let line = line(&found, &format!("A{bid}"));
            let exact = fraction(line["total_exact"].as_str().expect("a fraction")) / sum;
            assert!((exact - number(expected)).abs() <= within, "{}: A{bid} {exact}", case["id"]);
            if let Some(rank) = case["expected_ranks"].get(bid) {
                assert_eq!(&line["rank"], rank, "{}: A{bid}", case["id"]);
            }
        }
        if within == 0.0 {
            assert_eq!(first(&found), ["A1", "A2"], "an exact tie");
        }
    }
}

/// Values as grades on a scale from 0 to 1,000, and the weights times 1,000 to match.
fn weighted(values: &[Vec<f64>], weights: &[f64], sum: f64) -> Value {
    let criterion = |(at, weight): (usize, &f64)| {
        let weight = format!("{weight}e3");
        json!({"id": format!("q{at}"), "weight": weight, "scale": {"min": 0, "max": 1_000}})
    };
    let bid = |(at, row): (usize, &Vec<f64>)| {
        let grades = row.iter().enumerate();
        let grades: Map<String, Value> =
            grades.map(|(at, value)| (format!("q{at}"), json!(format!("{value}")))).collect();
        json!({"id": format!("A{at}"), "grades": grades})
    };
    let criteria: Vec<Value> = weights.iter().enumerate().map(criterion).collect();
    assert!(sum > 0.0);
    let bids: Vec<Value> = values.iter().enumerate().map(bid).collect();
    let rounding = json!({"digits": 12, "mode": "half_up"});
    ranked(
        &json!({"method": "quality_only", "criteria": criteria, "bids": bids, "rounding": rounding}),
    )
}

fn column(matrix: &[Vec<f64>], at: usize) -> impl Iterator<Item = f64> {
    matrix.iter().map(move |row| row[at])
}

/// Each value by its column's rule.
fn mapped(matrix: &[Vec<f64>], rule: impl Fn(usize, f64) -> f64) -> Vec<Vec<f64>> {
    let row = |row: &Vec<f64>| row.iter().enumerate().map(|(at, value)| rule(at, *value)).collect();
    matrix.iter().map(row).collect()
}

/// 1/x where less is better.
fn turned(matrix: &[Vec<f64>], objectives: &Value) -> Vec<Vec<f64>> {
    mapped(matrix, |at, value| if objectives[at] == "min" { 1.0 / value } else { value })
}

/// Every column divided by its sum.
fn as_shares(matrix: &[Vec<f64>]) -> Vec<Vec<f64>> {
    mapped(matrix, |at, value| value / column(matrix, at).sum::<f64>())
}

/// min/x where less is better, x/max where more is.
fn beside_the_best(matrix: &[Vec<f64>], objectives: &Value) -> Vec<Vec<f64>> {
    mapped(matrix, |at, value| match objectives[at] == "min" {
        true => column(matrix, at).fold(f64::INFINITY, f64::min) / value,
        false => value / column(matrix, at).fold(0.0, f64::max),
    })
}

#[test]
fn krippendorffs_alpha() {
    let Some(file) = cases("krippendorff.json") else { return };
    for case in list(&file["cases"]) {
        let found = alphas(list(&case["data"]));
        let expected = &case["expected"];
        if expected.is_string() {
            for level in ["nominal", "ordinal", "interval", "ratio"] {
                let alpha = &found[&format!("alpha_{level}")];
                assert_eq!(alpha["value"], Value::Null, "{}: {level}", case["id"]);
                assert!(alpha["reason"].is_string(), "{}: {level}", case["id"]);
            }
            continue;
        }
        for (level, expected) in entries(expected) {
            let (expected, within) = match case["exact"][level].as_str() {
                Some(exact) => (fraction(exact), 1e-12),
                None => (number(expected), 5e-7),
            };
            let alpha = number(&found[&format!("alpha_{level}")]["value"]);
            assert!((alpha - expected).abs() <= within, "{}: {level} {alpha}", case["id"]);
        }
    }
}

/// The four alphas of a table with a row per assessor; words become numbers.
fn alphas(rows: &[Value]) -> Value {
    let grade = |value: &Value| match value.as_str() {
        Some("neg") => json!(1),
        Some("neu") => json!(2),
        Some("pos") => json!(3),
        Some(other) => panic!("the label {other} is not known"),
        None => value.clone(),
    };
    let bid = |at: usize| {
        let grades: Vec<Value> = rows.iter().map(|row| grade(&row[at])).collect();
        json!({"id": format!("unit {at}"), "grades": {"q": grades}})
    };
    let bids: Vec<Value> = (0..list(&rows[0]).len()).map(bid).collect();
    let asked = ["alpha_nominal", "alpha_ordinal", "alpha_interval", "alpha_ratio"];
    let found = ranked(&json!({
        "method": "quality_only",
        "criteria": [{"id": "q", "weight": 100, "scale": {"min": 0, "max": 10}}],
        "bids": bids,
        "analyses": {"agreement": asked}
    }));
    found["analyses"]["agreement"]["q"].clone()
}
