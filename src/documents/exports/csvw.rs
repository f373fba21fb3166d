//! What the columns of a CSV are, as CSV on the Web has it: programs then need no explanation, and
//! people read the titles in both languages.
//!
//! Source: W3C, Metadata Vocabulary for Tabular Data (2015).

use serde_json::{Value, json};

use super::Words;
use crate::domain::exports::{Column, Format, Kind, List};
use crate::rendering::Lang;

/// The description of the CSV beside it.
pub fn description(words: Words<'_>, list: List) -> Value {
    let columns: Vec<Value> = list.columns().iter().map(|one| column(words, one)).collect();
    json!({
        "@context": ["http://www.w3.org/ns/csvw", {"@language": words.lang.as_str()}],
        "url": list.file(Format::Csv),
        "dc:title": titles(words, &format!("export-{}", list.as_str())),
        "dc:description": titles(words, &format!("export-{}-about", list.as_str())),
        "dc:source": words.round,
        "dc:date": words.at.to_string(),
        "rdfs:comment": titles(words, "export-csv-guard"),
        "dialect": {
            "encoding": "utf-8",
            "delimiter": ",",
            "doubleQuote": true,
            "header": true,
            "lineTerminators": ["\r\n"],
        },
        "tableSchema": {
            "columns": columns,
            "primaryKey": list.key(),
        },
    })
}

fn titles(words: Words<'_>, key: &str) -> Value {
    json!({
        "nl": words.renderer.translate(Lang::Nl, key, &[]),
        "en": words.renderer.translate(Lang::En, key, &[]),
    })
}

/// The head of the CSV has the name, which is a title in no language.
fn column(words: Words<'_>, column: &Column) -> Value {
    let key = format!("export-column-{}", column.name);
    let mut told = titles(words, &key);
    told["und"] = json!(column.name);
    let datatype = match column.kind {
        Kind::Text | Kind::Prose => json!("string"),
        Kind::Whole => json!("integer"),
        Kind::Number | Kind::Euro => json!("decimal"),
        Kind::Moment => json!("dateTimeStamp"),
    };
    let mut one = json!({ "name": column.name, "titles": told, "datatype": datatype });
    if column.kind == Kind::Prose {
        one["lang"] = json!("nl");
    }
    one
}
