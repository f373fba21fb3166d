use super::*;
use crate::documents::containers::samples::container;
use proptest::prelude::*;

const SHEET: &str = "8f14e45f-ceea-467f-a9f0-000000000001";

fn form(marks: Vec<Row>) -> Form {
    let words = |text: &str| text.to_owned();
    Form {
        sheet: words(SHEET),
        title: words("Perceel 1"),
        how: words("Vul in."),
        names: ["Cijfers", "Lezen", "Schaal"].map(words),
        heads: ["Inschrijving", "Vraag", "Cijfer", "Uitleg"].map(words),
        wrong_grade: words("Kies een cijfer."),
        marks,
        reading_heads: ["Inschrijving", "Vraag", "Alinea", "Tekst"].map(words),
        reading: vec![["A", "Werkwijze", "3.2 ¶4", "=1+1\nTweede regel"].map(words)],
        scale_heads: ["Cijfer", "Naam", "Uitleg"].map(words),
        scale: vec![["10", "Goed", "Alles."].map(words), ["7.5", "Ruim", "Veel."].map(words)],
    }
}

fn row(key: &str, grade: &str, reason: &str) -> Row {
    let words = |text: &str| text.to_owned();
    Row {
        key: words(key),
        bid: words("A"),
        question: words("Werkwijze"),
        grade: words(grade),
        reason: words(reason),
        base: words("8/abc"),
    }
}

fn bytes(marks: Vec<Row>) -> Vec<u8> {
    write(&form(marks)).unwrap()
}

fn taken(bytes: &[u8]) -> Result<Vec<Filled>, FormRefusal> {
    read(&mut Cursor::new(bytes), SHEET)
}

fn filled(key: &str, grade: &str, reason: &str) -> Filled {
    let words = |text: &str| text.to_owned();
    Filled { key: words(key), grade: words(grade), reason: words(reason), base: words("8/abc") }
}

/// A page as another program, or a clever person, would make it.
fn made(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write_string(0, 0, format!("{MARK}{SHEET}")).unwrap();
    fill(page);
    book.save_to_buffer().unwrap()
}

#[test]
fn what_was_written_comes_back() {
    let marks = vec![
        row("a/q1", "8", "Regel 1.\nRegel 2 met é."),
        row("a/q2", "7.5", "=cmd|' /C calc'!A0"),
        row("b/q1", "", ""),
    ];
    let expected = vec![
        filled("a/q1", "8", "Regel 1.\nRegel 2 met é."),
        filled("a/q2", "7.5", "=cmd|' /C calc'!A0"),
        filled("b/q1", "", ""),
    ];
    assert_eq!(taken(&bytes(marks)), Ok(expected));
}

#[test]
fn an_empty_form_can_be_written() {
    assert_eq!(taken(&bytes(vec![])), Ok(vec![]));
}

#[test]
fn the_form_of_somebody_else_is_refused() {
    let file = bytes(vec![row("a/q1", "8", "Goed.")]);
    assert_eq!(read(&mut Cursor::new(&file), "another"), Err(FormRefusal::OtherForm));
}

#[test]
fn a_workbook_that_is_no_form_is_refused() {
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 0, "Boodschappen").unwrap();
    assert_eq!(taken(&book.save_to_buffer().unwrap()), Err(FormRefusal::NoForm));
    for odd in [b"".as_slice(), b"PK\x03\x04", b"%PDF-1.7", b"a;b", &[0xff; 300]] {
        assert_eq!(taken(odd), Err(FormRefusal::Unreadable), "{odd:?}");
    }
    let letter = container(&[("word/document.xml", b"<a/>")]);
    assert_eq!(taken(&letter), Err(FormRefusal::Unreadable));
}

#[test]
fn a_formula_is_refused() {
    let file = made(|page| {
        page.write_string(3, KEY, "a/q1").unwrap();
        page.write_formula(3, GRADE, Formula::new("=4+4").set_result("8")).unwrap();
    });
    assert_eq!(taken(&file), Err(FormRefusal::Formula));
}

#[test]
fn the_same_mark_twice_with_different_words_is_refused() {
    let file = bytes(vec![row("a/q1", "8", "Een."), row("a/q1", "8", "Twee.")]);
    assert_eq!(taken(&file), Err(FormRefusal::Twice));
    assert!(taken(&bytes(vec![row("a/q1", "8", "Een."), row("a/q1", "8", "Een.")])).is_ok());
}

#[test]
fn a_far_cell_takes_no_room_and_too_many_are_refused() {
    let far = made(|page| {
        page.write_string(3, KEY, "a/q1").unwrap();
        page.write_number(1_048_575, 16_383, 9).unwrap();
    });
    assert_eq!(taken(&far).unwrap().len(), 1);
    let many = made(|page| {
        for at in 0..70_000u32 {
            page.write_number(3 + at / 10, u16::try_from(at % 10).unwrap(), 1).unwrap();
        }
    });
    assert_eq!(taken(&many), Err(FormRefusal::TooMuch));
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let zeros = vec![0; 49 << 20];
    let bomb = container(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", &zeros)]);
    assert_eq!(taken(&bomb), Err(FormRefusal::Unreadable));
    assert_eq!(taken(&vec![b'x'; 9 << 20]), Err(FormRefusal::TooLarge));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn changed_bytes_never_make_it_panic(
        changes in proptest::collection::vec((0usize..9_000, any::<u8>()), 1..4),
    ) {
        let mut file = bytes(vec![row("a/q1", "8", "Goed.")]);
        for (at, byte) in changes {
            let at = at % file.len();
            file[at] = byte;
        }
        let _ = taken(&file);
    }

    #[test]
    fn any_reason_comes_back(reason in "[ -~éë€\n]{0,60}") {
        let back = taken(&bytes(vec![row("a/q1", "8", &reason)])).unwrap();
        prop_assert_eq!(&back[0].reason, reason.trim());
    }
}
