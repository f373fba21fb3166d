//! Documents that are refused, and documents made to do harm.

use proptest::prelude::*;

use super::*;

fn base() -> Value {
    json!({
        "method": "quality_only",
        "criteria": [{"id": "q", "weight": 100, "scale": {"min": 0, "max": 10}}],
        "bids": [{"id": "A", "grades": {"q": 8}}]
    })
}

/// The faults of the base document with one text in it replaced.
fn refused(from: &str, to: &str) -> Vec<String> {
    let text = base().to_string();
    assert!(text.contains(from), "{from} is not in {text}");
    let problems = rank(text.replacen(from, to, 1).as_bytes(), ONE).expect_err(to);
    faults(&json!(problems))
}

#[test]
fn numbers_that_are_none_or_too_large() {
    let too_long = "the number is too long";
    let expected = "expected a number such as 4, 0.25 or \"2/3\"";
    let not_a_number = "write a number as 4, 0.25 or 2/3";
    let nines = "9".repeat(10_000);
    let quoted = format!("\"{nines}\"");
    let cases = [
        ("1e999", too_long),
        ("\"1e999\"", too_long),
        (&nines, too_long),
        (&quoted, too_long),
        ("\"NaN\"", not_a_number),
        ("\"Infinity\"", not_a_number),
        ("\"0x10\"", not_a_number),
        ("\"1/0\"", "a fraction cannot have 0 below the line"),
        ("\"\"", not_a_number),
        ("true", expected),
        ("{}", expected),
        ("11", "11 is not on the scale of q"),
        ("-1e-30", "-1/1000000000000000000000000000000 is not on the scale of q"),
    ];
    for (number, message) in cases {
        assert_eq!(
            refused("\"q\":8", &format!("\"q\":{number}")),
            [format!("/bids/0/grades/q: {message}")]
        );
    }
    for text in ["NaN", "Infinity", "+1", "01", ".5", "1.", "--1"] {
        let found = refused("\"q\":8", &format!("\"q\":{text}"));
        assert!(found.len() == 1 && found[0].starts_with(": not JSON: "), "{found:?}");
    }
    let zero = rank(base().to_string().replace("\"q\":8", "\"q\":-0").as_bytes(), ONE).unwrap();
    assert!(zero.contains(r#""total":"0.00","total_exact":"0""#), "{zero}");
}

#[test]
fn numbers_are_read_as_written() {
    let text = base().to_string().replace("\"q\":8", "\"q\":0.10000000000000000000000000001");
    let answer = rank(text.as_bytes(), ONE).unwrap();
    let exact = "10000000000000000000000000001/10000000000000000000000000000";
    assert!(answer.contains(&format!("\"total_exact\":\"{exact}\"")), "{answer}");
}

#[test]
fn what_stands_twice_is_refused_with_its_place() {
    assert_eq!(
        refused("\"method\":", "\"method\":\"admission\",\"method\":"),
        ["/method: this key stands here twice"]
    );
    assert_eq!(
        refused("\"q\":8", "\"q\":8,\"q\":9"),
        ["/bids/0/grades/q: this key stands here twice"]
    );
    assert_eq!(
        refused("{\"grades\"", "{\"id\":\"A\"},{\"grades\""),
        ["/bids/1/id: an earlier bid has the same id"]
    );
    assert_eq!(
        refused(
            "{\"id\":\"q\",",
            "{\"id\":\"q\",\"weight\":1,\"scale\":{\"min\":0,\"max\":1}},{\"id\":\"q\","
        ),
        ["/criteria/1/id: two criteria have the code q"]
    );
}

#[test]
fn what_is_missing_unknown_or_of_another_kind_is_named() {
    assert_eq!(
        refused("\"method\":\"quality_only\"", "\"title\":null"),
        ["/method: this key is missing"]
    );
    assert_eq!(
        refused("\"weight\":100", "\"wieght\":100"),
        [
            "/criteria/0/wieght: there is no such key here, only id, weight, scale, threshold, criteria",
            "/criteria/0/weight: this key is missing",
        ]
    );
    assert_eq!(
        refused("\"q\":8", "\"a/b~c\":8"),
        ["/bids/0/grades/a~1b~0c: there is no such criterion, or it has parts that get the grades"]
    );
    assert_eq!(refused("[{\"grades\":{\"q\":8},\"id\":\"A\"}]", "{}"), ["/bids: expected a list"]);
    assert_eq!(
        refused("\"id\":\"A\"", "\"id\":\"\""),
        ["/bids/0/id: expected a name of 1 to 100 bytes on one line"]
    );
    assert_eq!(refused("\"id\":\"A\"", "\"id\":7"), ["/bids/0/id: expected a text in quotes"]);
    assert_eq!(
        refused("\"id\":\"A\"", r#""id":"\ud800""#),
        ["/bids/0/id: expected a text in quotes"]
    );
    assert_eq!(
        refused("[{\"id\":\"q\",\"scale\":{\"max\":10,\"min\":0},\"weight\":100}]", "[]"),
        [
            "/criteria: there are no criteria",
            "/bids/0/grades/q: there is no such criterion, or it has parts that get the grades",
        ]
    );
    assert_eq!(
        refused("\"max\":10", "\"max\":0"),
        ["/criteria/0/scale: the scale of q has no range"]
    );
    assert_eq!(refused("quality_only", "weighted_absolute"), ["/price: this key is missing"]);
    assert_eq!(
        refused("quality_only", "utility_index")[0],
        "/when_a_bid_falls_away: this key is missing"
    );
}

#[test]
fn what_is_no_document_is_refused() {
    let text = |document: &[u8]| faults(&json!(rank(document, ONE).unwrap_err()));
    assert_eq!(text(b""), [": not JSON: EOF while parsing a value at line 1 column 0"]);
    assert_eq!(text(b"[]"), [": expected an object with keys and values"]);
    assert_eq!(text(b"{} {}"), [": not JSON: trailing characters at line 1 column 4"]);
    assert_eq!(text(b"\xff"), [": the input is not UTF-8"]);
    let deep = "[".repeat(1_000_000);
    assert_eq!(
        text(deep.as_bytes())[0].split(" at line").next(),
        Some(": not JSON: EOF while parsing a list")
    );
    let closed = format!("{{\"bids\":{}{}}}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    assert_eq!(text(closed.as_bytes()), ["/method: this key is missing"]);
    let deep_grade =
        refused("\"q\":8", &format!("\"q\":{}{}", "[".repeat(500_000), "]".repeat(500_000)));
    assert_eq!(deep_grade, ["/bids/0/grades/q/0: expected a number such as 4, 0.25 or \"2/3\""]);
}

#[test]
fn more_than_the_limits_is_refused() {
    let many =
        |count: usize, one: &dyn Fn(usize) -> Value| -> Value { (0..count).map(one).collect() };
    let mut document = base();
    document["bids"] = many(1_001, &|at| json!({"id": at.to_string(), "grades": {"q": 8}}));
    assert_eq!(faults(&ranked(&document)), ["/bids: at most 1000 are allowed here"]);
    document["bids"] = many(1_000, &|at| json!({"id": at.to_string(), "grades": {"q": 8}}));
    assert_eq!(lines(&ranked(&document)).len(), 1_000);

    let scale = json!({"min": 0, "max": 10});
    let mut document = base();
    document["bids"] = json!([]);
    document["criteria"] =
        many(101, &|at| json!({"id": at.to_string(), "weight": 1, "scale": scale}));
    assert_eq!(faults(&ranked(&document)), ["/criteria: at most 100 are allowed here"]);
    let inside = many(60, &|at| json!({"id": format!("a{at}"), "weight": 1, "scale": scale}));
    let other = many(60, &|at| json!({"id": format!("b{at}"), "weight": 1, "scale": scale}));
    document["criteria"] = json!([{"id": "a", "weight": 1, "criteria": inside}, {"id": "b", "weight": 1, "criteria": other}]);
    assert_eq!(faults(&ranked(&document)), ["/criteria: at most 100 are allowed, parts included"]);

    let mut document = base();
    document["bids"][0]["grades"]["q"] = many(51, &|_| json!(8));
    assert_eq!(faults(&ranked(&document)), ["/bids/0/grades/q: at most 50 are allowed here"]);
    document["bids"][0]["grades"]["q"] = many(250_000, &|_| json!(8));
    assert_eq!(faults(&ranked(&document)), ["/bids/0/grades/q: at most 50 are allowed here"]);
    let mut document = base();
    document["analyses"] = json!({"smaa": {"samples": 1_000_001}});
    document["seed"] = 7.into();
    assert_eq!(
        faults(&ranked(&document)),
        ["/analyses/smaa/samples: expected a whole number from 0 to 1000000"]
    );
    document["analyses"] = json!({"smaa": {"samples": 0}});
    assert_eq!(faults(&ranked(&document)), ["/analyses/smaa/samples: at least one draw is needed"]);
    document["analyses"] = json!({"smaa": {}});
    document["seed"] = Value::Null;
    assert_eq!(
        faults(&ranked(&document)),
        ["/seed: this key is missing: the draws of smaa start from a seed"]
    );
}

#[test]
fn faults_are_counted_out() {
    let mut document = base();
    document["bids"] = (0..500).map(|_| json!({"id": 1, "prijs": 2})).collect();
    assert_eq!(faults(&ranked(&document)).len(), 100);
}

/// Any JSON at all, with the words of the contract among it.
pub fn any_json() -> impl Strategy<Value = Value> {
    let words = prop::sample::select(vec![
        "method",
        "criteria",
        "bids",
        "grades",
        "weight",
        "scale",
        "min",
        "max",
        "id",
        "q",
        "A",
        "quality_only",
        "award_on_value",
        "log_price",
        "price",
        "floor",
        "-0",
        "1e30",
        "2/3",
        "0",
        "weighted_absolute",
        "clamp",
        "seed",
        "analyses",
        "smaa",
        "agreement",
        "icc",
        "median",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-10_i64..20).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        words.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((words.clone(), inner), 0..6).prop_map(|members| members
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect()),
        ]
    })
}

/// A good document with some pieces replaced by anything.
fn mangled() -> impl Strategy<Value = Value> {
    let places = prop::sample::select(vec![
        "/method",
        "/criteria",
        "/criteria/0",
        "/criteria/0/weight",
        "/criteria/0/scale",
        "/bids",
        "/criteria/0/scale/min",
        "/bids/0",
        "/bids/0/grades",
        "/bids/0/grades/q",
        "/bids/0/price",
        "/price",
        "/price/weight",
        "/price/floor",
        "/price/multiple",
        "/rounding",
        "/ties",
        "/analyses",
        "/analyses/smaa",
        "/when_a_bid_falls_away",
        "/seed",
        "/aggregate",
    ]);
    let methods = prop::sample::select(method::NAMES.map(|(name, _)| name).to_vec());
    (methods, prop::collection::vec((places, any_json()), 0..4)).prop_map(|(method, changes)| {
        let mut document = json!({
            "method": method,
            "criteria": [{"id": "q", "weight": 60, "scale": {"min": 0, "max": 10}}],
            "price": {"weight": 40, "floor": 5, "ceiling": 90},
            "bids": [{"id": "A", "price": 7, "grades": {"q": 8}}, {"id": "B", "price": 8, "grades": {"q": [3, 3]}}],
            "rounding": {"digits": 2}, "ties": ["q"], "seed": 3, "aggregate": "mean",
            "when_a_bid_falls_away": "recompute",
            "analyses": {"smaa": {"samples": 10}, "weight_stability": true, "agreement": ["icc"]}
        });
        if method == "log_price" || method == "low_bid_linear" {
            document["price"]["multiple"] = 2.into();
        }
        for (place, value) in changes {
            if let Some(found) = document.pointer_mut(place) {
                *found = value;
            }
        }
        document
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Whatever comes in, an answer or a list of faults comes out, and both fit the schema.
    #[test]
    fn any_json_gets_an_answer(document in prop_oneof![any_json(), mangled()]) {
        ranked(&document);
    }

    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = rank(&bytes, ONE);
    }
}
