use std::io::Cursor;
use std::sync::LazyLock;

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;

use super::*;
use crate::domain::exports::Kind;
use crate::domain::money::Cents;

static RENDERER: LazyLock<Renderer> = LazyLock::new(|| Renderer::load().unwrap());

const AT: &str = "2027-03-01T09:30:00Z";

fn made(list: List, format: Format, rows: &[Vec<Cell>]) -> (Vec<u8>, usize) {
    let words =
        Words { renderer: &RENDERER, lang: Lang::Nl, round: "Ronde", at: AT.parse().unwrap() };
    let mut out = Out::new(words, list, format).unwrap();
    rows.iter().for_each(|row| out.row(row));
    out.finish().unwrap()
}

fn verdict(reason: &str) -> Vec<Cell> {
    vec![
        Cell::Whole(1),
        Cell::text("A"),
        Cell::text("Zorg, \"samen\""),
        Cell::text("Q06"),
        Cell::text("Klachten"),
        Cell::word("journal-word-", "refused"),
        Cell::text(reason),
        Cell::text("Ingrid"),
        Cell::At(AT.parse().unwrap()),
        Cell::Empty,
        Cell::Empty,
    ]
}

#[test]
fn a_csv_is_for_programs() {
    let (bytes, rows) = made(List::Requirements, Format::Csv, &[verdict("Twee\nregels")]);
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(
        text,
        "lot_number,bid_code,cooperative,requirement_code,requirement,verdict,reason,by,at,condition_by,ground\r\n\
         1,A,\"Zorg, \"\"samen\"\"\",Q06,Klachten,refused,\"Twee\nregels\",Ingrid,2027-03-01T09:30:00Z,,\r\n"
    );
    assert_eq!(rows, 1);
}

#[test]
fn money_and_numbers_have_a_point() {
    let cells = vec![
        Cell::Euro(Cents(-5)),
        Cell::Euro(Cents(123_456)),
        Cell::Number("7.5".parse().unwrap()),
        Cell::Number("2/3".parse().unwrap()),
    ];
    let (bytes, _) = made(List::Bids, Format::Csv, &[cells]);
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.ends_with("-0.05,1234.56,7.5,0.666667\r\n"), "{text}");
}

#[test]
fn a_workbook_is_for_people() {
    let (bytes, _) = made(List::Requirements, Format::Xlsx, &[verdict("Kort")]);
    let again = made(List::Requirements, Format::Xlsx, &[verdict("Kort")]).0;
    assert_eq!(bytes, again, "the same rows are the same file");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    assert_eq!(range.get((0, 0)), Some(&Data::String("Nummer van het perceel".into())));
    assert_eq!(range.get((1, 0)), Some(&Data::Float(1.0)));
    assert_eq!(range.get((1, 5)), Some(&Data::String("niet akkoord".into())));
    let moment = range.get((1, 8)).unwrap();
    assert!(matches!(moment, Data::DateTime(_)), "{moment:?}");
}

/// Every text of the sheet, as it stands in the parts of the workbook.
fn has_formula(bytes: &[u8]) -> bool {
    use crate::documents::containers;
    let mut file = Cursor::new(bytes);
    let parts = containers::parts(&mut file).unwrap();
    let sheet = parts.iter().find(|part| part.name.starts_with("xl/worksheets/sheet")).unwrap();
    let xml = String::from_utf8(containers::read(&mut file, sheet).unwrap()).unwrap();
    assert!(xml.contains("state=\"frozen\"") && xml.contains("<autoFilter"), "{xml}");
    xml.contains("<f>") || xml.contains("<f ")
}

const RISKY: [&str; 8] =
    ["=1+1", "+31", "-5 graden", "@SUM(A1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "\n=1"];

#[test]
fn what_looks_like_a_formula_stays_text() {
    for text in RISKY {
        let (bytes, _) = made(List::Requirements, Format::Xlsx, &[verdict(text)]);
        assert!(!has_formula(&bytes), "{text:?}");
        let (bytes, _) = made(List::Requirements, Format::Csv, &[verdict(text)]);
        let csv = String::from_utf8(bytes).unwrap();
        assert!(csv.contains(&format!("'{text}")), "{csv:?}");
    }
}

#[test]
fn the_description_names_every_column_and_its_kind() {
    for list in List::ALL {
        let words =
            Words { renderer: &RENDERER, lang: Lang::Nl, round: "Ronde", at: AT.parse().unwrap() };
        let told = description(words, *list);
        assert_eq!(told["@context"][0], "http://www.w3.org/ns/csvw");
        assert_eq!(told["url"], format!("{}.csv", list.as_str()));
        let columns = told["tableSchema"]["columns"].as_array().unwrap();
        assert_eq!(columns.len(), list.columns().len());
        for (said, column) in columns.iter().zip(list.columns()) {
            assert_eq!(said["name"], column.name);
            for lang in [Lang::Nl, Lang::En] {
                let key = format!("export-column-{}", column.name);
                let known = RENDERER.known(lang, &key, &[]);
                assert_eq!(said["titles"][lang.as_str()].as_str(), known.as_deref(), "{key}");
            }
            let expected = match column.kind {
                Kind::Text | Kind::Prose => "string",
                Kind::Whole => "integer",
                Kind::Number | Kind::Euro => "decimal",
                Kind::Moment => "dateTimeStamp",
            };
            assert_eq!(said["datatype"], expected);
        }
    }
}

/// Reads CSV back by the rules of RFC 4180.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut inside) = (vec![], vec![], String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, inside) {
            ('"', true) if signs.peek() == Some(&'"') => {
                cell.push('"');
                signs.next();
            }
            ('"', _) => inside = !inside,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {}
            ('\n', false) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (other, _) => cell.push(other),
        }
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_text_comes_back(text in "(=|'|-|[a-z]|\\s|[\",;\r\n])*") {
        prop_assume!(!text.is_empty());
        let (bytes, _) = made(List::Requirements, Format::Csv, &[verdict(&text)]);
        let rows = read(&String::from_utf8(bytes).unwrap());
        prop_assert_eq!(rows.len(), 2);
        let told = rows[1][6].strip_prefix('\'').unwrap_or(&rows[1][6]);
        prop_assert_eq!(told, text.as_str());
        prop_assert!(!rows[1][6].starts_with(['=', '-', '+', '@']));
    }
}
