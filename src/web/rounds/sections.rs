//! What bidders will be asked, to read through before publishing.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::draft;
use super::form::{Link, Words};
use crate::domain::bids::answers::CommitmentPart;
use crate::domain::ids::RoundId;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::sections::{Group, Kind, Question, Section};
use crate::rendering::layout::Page;
use crate::web::App;
use crate::web::bids::condition_told;
use crate::web::errors::Answer;
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct SectionsPage {
    page: Page,
    above: String,
    back: Link,
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
pub struct GroupView {
    title: String,
    sealed: bool,
    sections: Vec<SectionView>,
}

#[derive(Serialize)]
struct SectionView {
    title: String,
    purpose: String,
    questions: Vec<QuestionView>,
}

#[derive(Serialize)]
struct QuestionView {
    label: String,
    hint: Option<String>,
    kind: String,
    required: bool,
    /// After which answer it is asked only.
    when: Option<String>,
    example: Option<String>,
    /// What one chooses from, the columns of a table, or the parts of a commitment.
    parts: Vec<String>,
}

/// `GET /manage/rounds/{round}/sections`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let draft = draft::draft(&app, &me, id.into_inner()).await?;
    let words = Words::of(&app, &me);
    let page = SectionsPage {
        page: draft::frame(&app, &me, (&draft, &words.say("part-sections"))),
        above: draft::name(&app, &me, &draft.round),
        back: Link {
            href: format!("{}/parts/sections", urls::manage_round(draft.round.id)),
            text: words.say("setup-back-sections"),
        },
        groups: groups(&draft.round.definition, words),
    };
    pages::html(&app, &me, "rounds/sections.html", &page)
}

/// Every section by its group, with its questions.
pub fn groups(definition: &Definition, words: Words<'_>) -> Vec<GroupView> {
    let sections = &definition.sections;
    let group = |group: &Group| GroupView {
        title: words.say(&format!("ask-group-{}", group.as_str())),
        sealed: !group.is_assessed(),
        sections: sections.iter().filter(|s| s.group == *group).map(|s| view(s, words)).collect(),
    };
    Group::ALL.iter().map(group).collect()
}

fn view(section: &Section, words: Words<'_>) -> SectionView {
    let question = |q: &Question| QuestionView {
        when: q.when.as_ref().map(|when| {
            let (label, answers) = condition_told(section, when, &words.say("bid-or"));
            let args = [("question", label.into()), ("answers", answers.into())];
            words.with("bid-only-when", &args)
        }),
        example: q.example.clone(),
        parts: parts(&q.kind, words),
        label: q.label.clone(),
        hint: q.hint.clone(),
        kind: kind(&q.kind, words),
        required: q.required,
    };
    SectionView {
        title: section.title.clone(),
        purpose: section.purpose.clone(),
        questions: section.questions.iter().map(question).collect(),
    }
}

/// What a bidder sees inside the answer: choices, columns, or the fields of a commitment.
fn parts(kind: &Kind, words: Words<'_>) -> Vec<String> {
    match kind {
        Kind::Choice { options: all } | Kind::Table { columns: all, .. } => {
            all.iter().map(|one| one.label.clone()).collect()
        }
        Kind::Commitments { also, .. } => {
            let part =
                |one: &CommitmentPart| words.say(&format!("bid-commitment-{}", one.as_str()));
            CommitmentPart::asked(also).iter().map(part).collect()
        }
        Kind::Text { .. }
        | Kind::Line { .. }
        | Kind::Number { .. }
        | Kind::Decimal { .. }
        | Kind::Date
        | Kind::Money
        | Kind::Costs
        | Kind::Requirements
        | Kind::Files { .. }
        | Kind::Area => vec![],
    }
}

/// How a question is answered, in words.
pub fn kind(kind: &Kind, words: Words<'_>) -> String {
    let count = |key: &str, n: i64| words.with(key, &[("count", n.into())]);
    match kind {
        Kind::Text { max_words } => count("ask-kind-text", i64::from(*max_words)),
        Kind::Line { max_chars } => count("ask-kind-line", i64::from(*max_chars)),
        Kind::Number { unit, .. } => {
            words.with("ask-kind-number", &[("unit", unit.as_str().into())])
        }
        Kind::Decimal { unit, .. } => {
            words.with("ask-kind-decimal", &[("unit", unit.as_str().into())])
        }
        Kind::Area => words.say("ask-kind-area"),
        Kind::Choice { options } => {
            count("ask-kind-choice", i64::try_from(options.len()).unwrap_or_default())
        }
        Kind::Date => words.say("ask-kind-date"),
        Kind::Money => words.say("ask-kind-money"),
        Kind::Costs => words.say("ask-kind-costs"),
        Kind::Requirements => words.say("ask-kind-requirements"),
        Kind::Commitments { min, max, .. } => words.with(
            "ask-kind-commitments",
            &[("min", i64::from(*min).into()), ("max", i64::from(*max).into())],
        ),
        Kind::Table { min, max, .. } => words.with(
            "ask-kind-table",
            &[("min", i64::from(*min).into()), ("max", i64::from(*max).into())],
        ),
        Kind::Files { max } => count("ask-kind-files", i64::from(*max)),
    }
}
