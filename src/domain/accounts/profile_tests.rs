use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

#[derive(Default)]
struct Form(BTreeMap<String, Vec<String>>);

impl Typing for Form {
    fn text(&self, field: &str) -> &str {
        self.all(field).first().map(|text| text.trim()).unwrap_or_default()
    }

    fn all(&self, field: &str) -> &[String] {
        self.0.get(field).map(Vec::as_slice).unwrap_or_default()
    }
}

fn form(fields: &[(&str, &str)]) -> Form {
    let mut form = Form::default();
    for (field, text) in fields {
        form.0.entry((*field).to_owned()).or_default().push((*text).to_owned());
    }
    form
}

fn told(fields: &[(&str, &str)]) -> Result<Told, Vec<(String, ProfileProblem)>> {
    read(&form(fields), 2026)
}

fn wrong(fields: &[(&str, &str)]) -> Vec<String> {
    let wrong = told(fields).err().unwrap_or_default();
    wrong.into_iter().map(|(field, why)| format!("{field} {why:?}")).collect()
}

#[test]
fn a_whole_profile_is_read() {
    let read = told(&[
        ("legal_form", "cooperative"),
        ("number", "9900 10.12"),
        ("kind", "citizen"),
        ("introduction", "Wij begonnen in 2019."),
        ("board.1.name", "Jan de Wit"),
        ("board.1.role", "voorzitter"),
        ("board.1.skills", "money"),
        ("board.1.skills", "care"),
        ("board.3.name", "Truus"),
        ("board.3.own", "tuinieren"),
        ("years.1.year", "2024"),
        ("years.1.members", "1.380"),
        ("years.2.year", "2025"),
        ("years.2.members", "1.418"),
        ("years.2.turnout", "68"),
        ("track.1.what", "Eettafel"),
        ("track.1.since", "2019"),
    ])
    .unwrap();
    assert_eq!(read.legal_form, Some(LegalForm::Cooperative));
    assert_eq!(read.number.map(String::from).as_deref(), Some("99001012"));
    let profile = read.profile;
    assert_eq!(profile.kind, Some(CooperativeKind::Citizen));
    assert_eq!(profile.board[0].skills, [Skill::Care, Skill::Money]);
    assert_eq!((profile.board.len(), profile.board[1].name.as_str()), (2, "Truus"));
    assert_eq!(profile.years[0], Year { year: 2025, members: 1_418, turnout: Some(68) });
    assert_eq!(profile.members(), Some(1_418));
    assert_eq!(profile.track[0].since, 2019);
    assert_eq!(profile.holes().len(), Skill::ALL.len() - 2);
    assert_eq!(Profile::default().holes(), []);
    let about = (Some("cooperative"), None);
    let answers = Counterpart::ALL.iter().map(|c| answer_to(c.as_str(), about, &profile));
    let answers: Vec<_> = answers.collect();
    let expected = [Some("cooperative"), None, Some("1418"), Some("Wij begonnen in 2019.")];
    assert_eq!(answers, expected.map(|text| text.map(str::to_owned)));
    assert_eq!(answer_to("price.costs.rate", about, &profile), None);
}

#[test]
fn everything_that_is_wrong_is_named() {
    assert_eq!(told(&[]).unwrap().profile, Profile::default());
    for number in ["1234567", "123456789", "1234567a", "٩٩٠٠١٠١٢", "１２３４５６７８"]
    {
        assert_eq!(wrong(&[("number", number)]), ["number Number"], "{number}");
    }
    assert_eq!(
        wrong(&[("kind", "king"), ("legal_form", "x")]),
        ["legal_form Choice", "kind Choice"]
    );
    assert_eq!(wrong(&[("board.2.role", "voorzitter")]), ["board.2.name Empty"]);
    assert_eq!(wrong(&[("board.1.name", &"a".repeat(121))]), ["board.1.name TooLong"]);
    let year = [("years.1.year", "2027"), ("years.1.members", "veel")];
    assert_eq!(wrong(&year), ["years.1.year Year", "years.1.members People"]);
    let full = [("years.1.year", "2025"), ("years.1.members", "5"), ("years.1.turnout", "6")];
    assert_eq!(wrong(&full), ["years.1.turnout Turnout"]);
    let twice = [full[0], full[1], ("years.2.year", "2025"), ("years.2.members", "6")];
    assert_eq!(wrong(&twice), ["years.2.year Twice"]);
    let work = [("track.1.for_whom", "Het dorp"), ("track.1.since", "ooit")];
    assert_eq!(wrong(&work), ["track.1.what Empty", "track.1.since Year"]);
}

#[test]
fn names_lose_what_hides_or_turns_them() {
    let turned = [
        ("board.1.name", "Jan\u{202E}tiW\u{200B} de\u{0}\r\nBoer"),
        ("board.1.role", "x\u{2066}y"),
    ];
    let read = told(&turned).unwrap().profile.board.remove(0);
    assert_eq!((read.name.as_str(), read.role.as_str()), ("JantiW deBoer", "xy"));
}

proptest! {
    /// Whatever is typed: nothing hides in what is kept, and no list is longer than it may be.
    #[test]
    fn what_is_kept_is_clean(texts in proptest::collection::vec(".{0,40}", 9)) {
        let mut fields: Vec<(String, String)> = vec![];
        for (n, text) in (1..).zip(&texts) {
            fields.push((format!("board.{n}.name"), text.clone()));
            fields.push((format!("track.{n}.what"), text.clone()));
            fields.push((format!("track.{n}.since"), "2020".into()));
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(f, t)| (f.as_str(), t.as_str())).collect();
        if let Ok(read) = told(&fields) {
            prop_assert!(read.profile.board.len() <= BOARD && read.profile.track.len() <= WORKS);
            for member in read.profile.board {
                prop_assert!(!member.name.chars().any(|c| hides(c) || c == '\n'));
                prop_assert!(!member.name.is_empty());
            }
        }
    }
}
