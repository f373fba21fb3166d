//! The form of a profile: what is kept or what was typed, as its fields show it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::accounts::Organisation;
use crate::domain::accounts::founding::LegalForm;
use crate::domain::accounts::profile::{
    BOARD, CooperativeKind, Profile, Skill, Typing, WORKS, YEARS,
};
use crate::web::forms::Typed;
use crate::web::public::views::Reader;

impl Typing for Typed {
    fn text(&self, field: &str) -> &str {
        self.text(field)
    }

    fn all(&self, field: &str) -> &[String] {
        self.all(field)
    }
}

/// What is kept, by field.
#[derive(Default)]
pub struct Kept(BTreeMap<String, Vec<String>>);

impl Typing for Kept {
    fn text(&self, field: &str) -> &str {
        self.all(field).first().map(String::as_str).unwrap_or_default()
    }

    fn all(&self, field: &str) -> &[String] {
        self.0.get(field).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Kept {
    pub fn new(organisation: &Organisation, profile: &Profile) -> Kept {
        let mut kept = Kept::default();
        kept.put("legal_form", organisation.legal_form.as_deref().unwrap_or_default());
        kept.put("number", organisation.registration.as_deref().unwrap_or_default());
        kept.put("kind", profile.kind.map(CooperativeKind::as_str).unwrap_or_default());
        kept.put("introduction", &profile.introduction);
        for (n, member) in (1..).zip(&profile.board) {
            kept.put(&format!("board.{n}.name"), &member.name);
            kept.put(&format!("board.{n}.role"), &member.role);
            kept.put(&format!("board.{n}.own"), &member.own);
            let skills = member.skills.iter().map(|skill| skill.as_str().to_owned()).collect();
            kept.0.insert(format!("board.{n}.skills"), skills);
        }
        for (n, year) in (1..).zip(&profile.years) {
            kept.put(&format!("years.{n}.year"), &year.year.to_string());
            kept.put(&format!("years.{n}.members"), &year.members.to_string());
            let turnout = year.turnout.map(|came| came.to_string()).unwrap_or_default();
            kept.put(&format!("years.{n}.turnout"), &turnout);
        }
        for (n, work) in (1..).zip(&profile.track) {
            kept.put(&format!("track.{n}.what"), &work.what);
            kept.put(&format!("track.{n}.for_whom"), &work.for_whom);
            kept.put(&format!("track.{n}.since"), &work.since.to_string());
            kept.put(&format!("track.{n}.reference"), &work.reference);
        }
        kept
    }

    fn put(&mut self, field: &str, text: &str) {
        self.0.insert(field.to_owned(), vec![text.to_owned()]);
    }
}

#[derive(Serialize)]
pub struct ProfileForm {
    number: String,
    legal_form: String,
    legal_forms: Vec<Choice>,
    kind: String,
    kinds: Vec<Choice>,
    introduction: String,
    board: Vec<Row>,
    skills: Vec<Choice>,
    years: Vec<Row>,
    track: Vec<Row>,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: String,
}

/// One person, year or work.
#[derive(Serialize)]
struct Row {
    title: String,
    /// Its texts are long: they stand below each other.
    stacked: bool,
    fields: Vec<Line>,
    /// Of a person: name of the boxes, and which are ticked.
    boxes: Option<String>,
    ticked: Vec<String>,
}

#[derive(Serialize)]
struct Line {
    id: String,
    label: String,
    value: String,
    number: bool,
    required: bool,
}

pub fn form(values: &impl Typing, r: Reader<'_>) -> ProfileForm {
    let choice = |about: &str, word: &'static str| Choice {
        value: word,
        label: r.say(&format!("{about}-{word}")),
    };
    let text = |field: &str| values.text(field).to_owned();
    ProfileForm {
        number: text("number"),
        legal_form: text("legal_form"),
        legal_forms: LegalForm::ALL.iter().map(|f| choice("legal-form", f.as_str())).collect(),
        kind: text("kind"),
        kinds: CooperativeKind::ALL.iter().map(|k| choice("profile-kind", k.as_str())).collect(),
        introduction: text("introduction"),
        board: List { name: "board", parts: &["name", "role", "own"], most: BOARD }.rows(values, r),
        skills: Skill::ALL.iter().map(|s| choice("profile-skill", s.as_str())).collect(),
        years: List { name: "years", parts: &["year", "members", "turnout"], most: YEARS }
            .rows(values, r),
        track: List {
            name: "track",
            parts: &["what", "for_whom", "since", "reference"],
            most: WORKS,
        }
        .rows(values, r),
    }
}

struct List {
    name: &'static str,
    parts: &'static [&'static str],
    most: usize,
}

impl List {
    /// What is filled in and one empty row more, as long as there is room.
    fn rows(&self, values: &impl Typing, r: Reader<'_>) -> Vec<Row> {
        let field = |n: usize, part: &str| format!("{}.{n}.{part}", self.name);
        let begun = |n: &usize| {
            self.parts.iter().any(|part| !values.text(&field(*n, part)).is_empty())
                || !values.all(&field(*n, "skills")).is_empty()
        };
        let last = (1..=self.most).rev().find(begun).unwrap_or(0);
        (1..=self.most.min(last + 1)).map(|n| self.row(n, values, r)).collect()
    }

    fn row(&self, n: usize, values: &impl Typing, r: Reader<'_>) -> Row {
        let field = |part: &str| format!("{}.{n}.{part}", self.name);
        let line = |part: &&str| Line {
            id: field(part),
            label: r.say(&format!("profile-{}-{part}", self.name)),
            value: values.text(&field(part)).to_owned(),
            number: matches!(*part, "year" | "members" | "turnout" | "since"),
            required: matches!(*part, "name" | "year" | "members" | "what" | "since"),
        };
        let number = [("number", n.to_string().into())];
        Row {
            title: r.renderer.translate(r.lang, &format!("profile-{}-row", self.name), &number),
            stacked: self.name == "track",
            fields: self.parts.iter().map(line).collect(),
            boxes: (self.name == "board").then(|| field("skills")),
            ticked: values.all(&field("skills")).to_vec(),
        }
    }
}

/// Who on the board can what, with the skills that nobody has.
#[derive(Serialize)]
pub struct Matrix {
    names: Vec<String>,
    rows: Vec<SkillRow>,
    holes: Option<String>,
}

#[derive(Serialize)]
struct SkillRow {
    skill: String,
    /// Of each person in turn.
    has: Vec<bool>,
    missing: bool,
}

pub fn matrix(profile: &Profile, r: Reader<'_>) -> Option<Matrix> {
    let named = |skill: &Skill| r.say(&format!("profile-skill-{}", skill.as_str()));
    let holes = profile.holes();
    let row = |skill: &Skill| SkillRow {
        skill: named(skill),
        has: profile.board.iter().map(|member| member.skills.contains(skill)).collect(),
        missing: holes.contains(skill),
    };
    let list = holes.iter().map(named).collect::<Vec<_>>().join(", ");
    let args = [("skills", list.into())];
    (!profile.board.is_empty()).then(|| Matrix {
        names: profile.board.iter().map(|member| member.name.clone()).collect(),
        rows: Skill::ALL.iter().map(row).collect(),
        holes: (!holes.is_empty()).then(|| r.renderer.translate(r.lang, "profile-holes", &args)),
    })
}
