//! `allocate` on small documents.

use proptest::prelude::*;

use super::*;

fn example(rule: &str) -> Value {
    json!({
        "rule": rule,
        "lots": [{"id": "L1", "providers": 1, "size": "2"}, {"id": "L2", "size": "1.5"}],
        "bidders": [
            {"id": "A", "max_lots": 1, "capacity": "4", "preference": ["L2", "L1"]},
            {"id": "B", "preference": ["L1"]},
            {"id": "C"}
        ],
        "values": {"L1": {"A": "90", "B": "85"}, "L2": {"A": "232/3", "B": 70, "C": "60.5"}}
    })
}

#[test]
fn each_rule_answers() {
    let answer = |rule: &str| {
        let answer = allocated(&example(rule));
        (answer["awards"].clone(), answer["total"].clone())
    };
    let both = json!({"L1": ["B"], "L2": ["A"]});
    assert_eq!(answer("bidder_preference"), (both.clone(), json!("487/3")));
    assert_eq!(answer("fixed_lot_order"), (json!({"L1": ["A"], "L2": ["B"]}), json!("160")));
    assert_eq!(answer("largest_lead_first"), (both.clone(), json!("487/3")));
    assert_eq!(answer("max_total"), (both, json!("487/3")));
    assert_eq!(answer("best_per_lot"), (json!({"L1": ["A"], "L2": ["A"]}), json!("502/3")));
}

#[test]
fn reasons_and_reserve_are_told_per_lot() {
    let answer = allocated(&example("bidder_preference"));
    assert_eq!(
        answer["why_not"],
        json!({
            "L1": [{"bidder": "A", "place": 1, "reason": {"prefers_other": {"lots": ["L2"]}}}],
            "L2": []
        })
    );
    assert_eq!(
        answer["reserve"],
        json!({
            "L1": [{"bidder": "A", "place": 1}],
            "L2": [{"bidder": "B", "place": 2}, {"bidder": "C", "place": 3}]
        })
    );
}

#[test]
fn budget_and_packages() {
    let mut document = example("max_total");
    document["prices"] = json!({"L1": {"A": 50, "B": 40}, "L2": {"A": 50, "B": 40, "C": 40}});
    document["budget"] = "80".into();
    document["packages"] =
        json!([{"bidder": "B", "lots": ["L1", "L2"], "value": 200, "price": 81}]);
    let answer = allocated(&document);
    assert_eq!(answer["awards"], json!({"L1": ["B"], "L2": ["B"]}));
    assert_eq!((&answer["total"], &answer["packages"]), (&json!("155"), &json!([])));
    document["budget"] = 81.into();
    let answer = allocated(&document);
    assert_eq!((&answer["total"], &answer["packages"]), (&json!("200"), &json!([0])));
    document["reserved_share"] = "0.5".into();
    let answer = allocated(&document);
    assert_eq!(answer["awards"], json!({"L1": ["B"], "L2": []}));
    document["bidders"][0]["residents_initiative"] = true.into();
    document["bidders"][0]["max_lots"] = Value::Null;
    document["prices"]["L2"]["A"] = 41.into();
    let answer = allocated(&document);
    assert_eq!(answer["awards"], json!({"L1": ["B"], "L2": ["A"]}));
}

#[test]
fn equal_values_that_decide_need_a_seed() {
    let mut document = example("fixed_lot_order");
    document["values"]["L1"]["B"] = 90.into();
    assert_eq!(
        faults(&allocated(&document)),
        ["/values/L1: these have the same value, which decides: A, B; give a seed to draw"]
    );
    document["seed"] = 1.into();
    let winners: Vec<Value> = (0..20)
        .map(|seed| {
            document["seed"] = seed.into();
            allocated(&document)["awards"]["L1"][0].clone()
        })
        .collect();
    assert!(winners.contains(&json!("A")) && winners.contains(&json!("B")), "{winners:?}");
    let mut document = example("max_total");
    document["values"] = json!({"L2": {"A": 1, "C": 1}});
    assert_eq!(allocated(&document)["warnings"][0]["kind"], "others_are_equal");
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let refused = |place: &str, value: Value| {
        let mut document = example("max_total");
        *document.pointer_mut(place).unwrap() = value;
        faults(&allocated(&document))
    };
    assert_eq!(refused("/lots/1/id", "L1".into())[0], "/lots/1/id: an earlier lot has the same id");
    assert_eq!(
        refused("/bidders/1/id", "A".into())[0],
        "/bidders/1/id: an earlier bidder has the same id"
    );
    assert_eq!(
        refused("/lots/0/size", "-1".into()),
        ["/lots/0/size: this number cannot be below zero"]
    );
    assert_eq!(
        refused("/bidders/0/preference/0", "L9".into()),
        ["/bidders/0/preference: there is no lot L9, or it is named twice"]
    );
    assert_eq!(refused("/values/L1/A", "1e999".into()), ["/values/L1/A: the number is too long"]);
    assert_eq!(
        refused("/values", json!({"L1": {"Z": 1}, "L9": {}})),
        ["/values/L1/Z: there is no such bidder", "/values/L9: there is no such lot",]
    );
    assert_eq!(
        refused("/rule", "best".into()),
        [
            "/rule: expected one of bidder_preference, fixed_lot_order, best_per_lot, largest_lead_first, max_total"
        ]
    );
    assert_eq!(
        refused("/values/L1/A", "1.00000000001".into()),
        ["/rule: the numbers have too many digits for an integer programme; round them"]
    );
    let many: Value = (0..201).map(|at| json!({"id": at.to_string()})).collect();
    assert_eq!(refused("/lots", many), ["/lots: at most 200 are allowed here"]);
    let mut document = example("max_total");
    document["reserved_share"] = "0.5".into();
    assert_eq!(
        faults(&allocated(&document)),
        ["/budget: this key is missing: the share is kept of the budget"]
    );
    document["budget"] = 7.into();
    assert_eq!(faults(&allocated(&document)).len(), 5);
    document["packages"] = json!([{"bidder": "Z", "lots": ["L1"], "value": 1}]);
    assert_eq!(
        faults(&allocated(&document))[5],
        "/packages/0: a package names a bidder, two or more different lots and, with a budget, a price"
    );
}

proptest! {
    /// Whatever stands in a good document in place of something else, an answer or a list of
    /// faults comes out, and both fit the schema.
    #[test]
    fn a_mangled_document_gets_an_answer(
        rule in prop::sample::select(vec!["bidder_preference", "fixed_lot_order", "largest_lead_first", "max_total"]),
        place in prop::sample::select(vec![
            "/rule", "/lots", "/lots/0", "/lots/0/size", "/lots/0/providers", "/bidders", "/bidders/0",
            "/bidders/0/capacity", "/bidders/0/max_lots", "/bidders/0/preference", "/values",
            "/values/L1", "/values/L1/A",
        ]),
        value in super::hostile::any_json(),
    ) {
        let mut document = example(rule);
        *document.pointer_mut(place).unwrap() = value;
        allocated(&document);
    }
}
