//! `rank` and `allocate` as another program meets them: text in, exit code and JSON out. What they
//! answer is tested beside the contract; this is about the door.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const RANK: &str = include_str!("../../fuzz/seeds/rank/example.json");
const ALLOCATE: &str = include_str!("../../fuzz/seeds/allocate/example.json");

fn run(words: &[&str], input: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_buurtbod"))
        .args(words)
        // Settings that cannot be read are no concern of these commands.
        .env("BUURTBOD__SERVER__PORT", "not a port")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = program.stdin.take().expect("there is an input");
    // A program that reads a file may be gone before it is written to.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    program.wait_with_output().expect("the program ends")
}

/// The exit code and the JSON; nothing may stand beside it.
pub fn answer(words: &[&str], input: &str) -> (Option<i32>, Value) {
    let output = run(words, input);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let json = serde_json::from_slice(&output.stdout).expect("JSON and nothing else");
    (output.status.code(), json)
}

#[test]
fn a_good_document_is_ranked_from_standard_input_and_from_a_file() {
    let (code, from_input) = answer(&["rank"], RANK);
    assert_eq!(code, Some(0));
    assert_eq!(from_input["ranking"][0]["id"], "B");
    assert_eq!(from_input["ranking"][0]["total_exact"], "232/3");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("bids.json");
    std::fs::write(&file, RANK).expect("the folder can be written");
    let file = file.to_str().expect("a plain path");
    assert_eq!(answer(&["rank", file], ""), (Some(0), from_input.clone()));
    assert_eq!(answer(&["rank", "-"], RANK), (Some(0), from_input));
    let (code, lots) = answer(&["allocate", "-"], ALLOCATE);
    assert_eq!((code, &lots["awards"]["L1"][0]), (Some(0), &Value::from("B")));
}

#[test]
fn faults_end_with_two_and_a_list() {
    let (code, faults) = answer(&["rank"], &RANK.replace("\"q1\":\"8\"", "\"q1\":\"11\""));
    assert_eq!(code, Some(2));
    assert_eq!(
        faults,
        serde_json::json!({
            "errors": [{"path": "/bids/0/grades/q1", "message": "11 is not on the scale of q1"}]
        })
    );
    let (code, faults) = answer(&["allocate", "no such file"], "");
    assert_eq!(code, Some(2));
    assert_eq!(faults["errors"][0]["path"], "");
    let (code, faults) = answer(&["rank"], "");
    assert_eq!((code, faults["errors"].as_array().map(Vec::len)), (Some(2), Some(1)));
}

#[test]
fn the_schemas_are_printed() {
    for command in ["rank", "allocate"] {
        let (code, schema) = answer(&[command, "--schema"], "");
        assert_eq!(code, Some(0));
        for part in ["input", "output"] {
            let dialect = "https://json-schema.org/draft/2020-12/schema";
            assert_eq!(schema[part]["$schema"], dialect, "{command} {part}");
        }
    }
}
