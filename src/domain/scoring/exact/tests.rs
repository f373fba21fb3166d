use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Result<String, NumberError> {
    text.parse::<Exact>().map(|number| number.to_string())
}

#[test]
fn numbers_are_read_exactly_as_written() {
    let cases = [
        ("4", "4"),
        ("-4", "-4"),
        ("0.2", "1/5"),
        ("0.20", "1/5"),
        ("2/3", "2/3"),
        ("-4/6", "-2/3"),
        ("66.665", "13333/200"),
        ("1e3", "1000"),
        ("2.5E-1", "1/4"),
        ("-0", "0"),
        ("007", "7"),
    ];
    for (text, shown) in cases {
        assert_eq!(read(text).as_deref(), Ok(shown), "{text}");
    }
}

#[test]
fn anything_else_is_refused_with_its_reason() {
    for text in ["", " 1", "1,5", ".5", "5.", "NaN", "inf", "1_0", "1/", "1.5/2", "1/-2", "e3"] {
        assert_eq!(read(text), Err(NumberError::NotANumber), "{text}");
    }
    assert_eq!(read("1/0"), Err(NumberError::DividesByZero));
    assert_eq!(read("1e999"), Err(NumberError::TooLong));
    assert_eq!(read("1e99999999999999999999"), Err(NumberError::TooLong));
    assert_eq!(read(&"9".repeat(10_000)), Err(NumberError::TooLong));
}

#[test]
fn formulas_show_decimals_where_they_are_exact() {
    let shown = |text: &str| text.parse::<Exact>().map(|number| number.plain());
    assert_eq!(shown("7.50").as_deref(), Ok("7.5"));
    assert_eq!(shown("-0.05").as_deref(), Ok("-0.05"));
    assert_eq!(shown("80000").as_deref(), Ok("80000"));
    assert_eq!(shown("2/3").as_deref(), Ok("2/3"));
}

#[test]
fn json_keeps_the_number() {
    let list: Vec<Exact> = serde_json::from_str(r#"["2/3","0.2",7,-1]"#).unwrap();
    assert_eq!(serde_json::to_string(&list).unwrap(), r#"["2/3","1/5","7","-1"]"#);
    let refused = serde_json::from_str::<Exact>("0.2").unwrap_err().to_string();
    assert!(refused.contains("a number in quotes"), "{refused}");
}

proptest! {
    #[test]
    fn what_is_written_reads_back(above in any::<i64>(), below in 1_i64..) {
        let number = Exact::from(above).divided_by(&below.into()).unwrap();
        prop_assert_eq!(number.to_string().parse::<Exact>(), Ok(number.clone()));
        prop_assert_eq!(number.plain().parse::<Exact>(), Ok(number));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[-+0-9./eE]{0,120}") {
        let _ = text.parse::<Exact>();
    }
}
