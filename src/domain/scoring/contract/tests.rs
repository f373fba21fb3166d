//! The contract as other programs meet it: whole documents in, whole answers out.

mod allocating;
mod hostile;
mod ranking;
mod written;

use serde_json::{Value, json};

use super::*;

const ONE: NonZeroUsize = NonZeroUsize::MIN;

/// The answer of `rank`, or its faults, checked against the published schema. A document that is
/// accepted must fit the schema of the input as well.
fn ranked(document: &Value) -> Value {
    checked(document, &rank_schema().unwrap(), |text| rank(text, ONE))
}

/// The same for `allocate`.
fn allocated(document: &Value) -> Value {
    checked(document, &allocate_schema().unwrap(), allocate)
}

fn checked(
    document: &Value,
    schema: &str,
    work: impl Fn(&[u8]) -> Result<String, Problems>,
) -> Value {
    let schema: Value = serde_json::from_str(schema).unwrap();
    let (answer, accepted) = match work(document.to_string().as_bytes()) {
        Ok(answer) => (serde_json::from_str(&answer).unwrap(), true),
        Err(problems) => (json!(problems), false),
    };
    fits(&schema["output"], &answer);
    if accepted {
        fits(&schema["input"], document);
    }
    answer
}

fn fits(schema: &Value, document: &Value) {
    let validator = jsonschema::validator_for(schema).unwrap();
    let faults: Vec<String> = validator
        .iter_errors(document)
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}\n{document:#}");
}

/// The faults as text: `"/bids/0/id: this key is missing"`.
fn faults(answer: &Value) -> Vec<String> {
    let errors = answer["errors"].as_array().cloned().unwrap_or_default();
    let line = |error: &Value| {
        format!("{}: {}", error["path"].as_str().unwrap(), error["message"].as_str().unwrap())
    };
    errors.iter().map(line).collect()
}

/// The ranking as text: `"1 A 78.67 236/3"`.
fn lines(answer: &Value) -> Vec<String> {
    let ranking = answer["ranking"].as_array().unwrap_or_else(|| panic!("{answer:#}"));
    let text = |value: &Value| match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let line =
        |bid: &Value| ["rank", "id", "total", "total_exact"].map(|key| text(&bid[key])).join(" ");
    ranking.iter().map(line).collect()
}
