//! Questions to ask oneself before starting a bid: those of the library that fit what the round asks,
//! and those of the municipality itself. Answers stand in the address and are kept nowhere.

use std::collections::BTreeMap;

use actix_web::web::{Data, Path, Query};
use serde::Serialize;

use super::lots::below_lot;
use crate::documents::library::{SelfCheck, library};
use crate::domain::accounts::Organisation;
use crate::domain::ids::LotId;
use crate::domain::permission::Act;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::{Lot, Round};
use crate::rendering::Lang;
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::Me;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct SelfCheckPage {
    page: Page,
    lot: String,
    /// In words how many questions come.
    intro: String,
    action: String,
    back: String,
    questions: Vec<QuestionView>,
    /// Questions without an answer, once the form was sent.
    open: usize,
    outcome: Option<Outcome>,
    questions_href: String,
}

#[derive(Serialize)]
struct QuestionView {
    code: String,
    text: String,
    why: Option<String>,
    answer: String,
}

/// A question as this round asks it.
struct Asked {
    code: String,
    text: String,
    why: Option<String>,
    advice: String,
}

fn asked(definition: &Definition, lang: Lang) -> Vec<Asked> {
    let fits =
        |one: &&SelfCheck| definition.self_check.asks(&one.code) && one.needs.met_by(definition);
    let usual = library().self_check.iter().filter(fits).map(|one| Asked {
        code: one.code.clone(),
        text: one.text.text(lang).to_owned(),
        why: Some(one.why.text(lang).to_owned()),
        advice: one.advice.text(lang).to_owned(),
    });
    let own = (1..).zip(&definition.self_check.own).map(|(n, own): (usize, _)| Asked {
        code: format!("own_{n}"),
        text: own.text.clone(),
        why: None,
        advice: own.advice.clone(),
    });
    usual.chain(own).collect()
}

/// What to do, when every question has an answer.
#[derive(Serialize)]
struct Outcome {
    /// `success`, `info` or `warning`: fits, fits with something to do first, does not fit yet.
    kind: &'static str,
    text: String,
    advice: Vec<String>,
}

/// From so many answers "no" on, something else may be wiser than this bid now.
const NOT_YET: usize = 3;

/// `GET /lots/{lot}/self-check`
pub async fn page(
    me: Me,
    id: Path<LotId>,
    query: Query<BTreeMap<String, String>>,
    app: Data<App>,
) -> Answer {
    let (id, now, asker) = (id.into_inner(), me.now, me.clone());
    let read = move |conn: &mut Conn| {
        asker.may(Act::ViewPublic, &store::places::lot(conn, id, None, now)?)?;
        let lot = store::rounds::find_lot(conn, id)?;
        let round = store::rounds::find(conn, lot.round)?;
        let owner = store::accounts::organisation(conn, round.municipality)?;
        Ok::<_, Error>((owner, round, lot))
    };
    let found = app.read(read).await?;
    let page = SelfCheckPage::new((&app, &me), &found, &query);
    pages::html(&app, &me, "public/self_check.html", &page)
}

impl SelfCheckPage {
    fn new(
        (app, me): (&App, &Me),
        (owner, round, lot): &(Organisation, Round, Lot),
        query: &BTreeMap<String, String>,
    ) -> SelfCheckPage {
        let questions = asked(&round.definition, me.lang);
        let count = i64::try_from(questions.len()).unwrap_or_default();
        let open = questions.iter().filter(|q| answer(q, query).is_empty()).count();
        let back = urls::lot(lot.id);
        SelfCheckPage {
            page: below_lot(app, me, (owner, round, lot), "self-check-title"),
            lot: lot.label(),
            intro: app.renderer.translate(me.lang, "self-check-intro", &[("count", count.into())]),
            action: format!("{back}/self-check"),
            back,
            questions: questions.iter().map(|question| view(question, query)).collect(),
            outcome: (open == 0).then(|| outcome((app, me), &questions, query)),
            open: if query.is_empty() { 0 } else { open },
            questions_href: format!("{}/questions?lot={}", urls::round(round.id), lot.id),
        }
    }
}

/// `yes`, `no`, or nothing.
fn answer<'q>(question: &Asked, query: &'q BTreeMap<String, String>) -> &'q str {
    let given = query.get(&question.code).map(String::as_str).unwrap_or_default();
    if matches!(given, "yes" | "no") { given } else { "" }
}

fn view(question: &Asked, query: &BTreeMap<String, String>) -> QuestionView {
    QuestionView {
        code: question.code.clone(),
        text: question.text.clone(),
        why: question.why.clone(),
        answer: answer(question, query).to_owned(),
    }
}

fn outcome(
    (app, me): (&App, &Me),
    questions: &[Asked],
    query: &BTreeMap<String, String>,
) -> Outcome {
    let no = questions.iter().filter(|question| answer(question, query) == "no");
    let advice: Vec<String> = no.map(|question| question.advice.clone()).collect();
    let (kind, key) = match advice.len() {
        0 => ("success", "self-check-fits"),
        few if few < NOT_YET => ("info", "self-check-first"),
        _ => ("warning", "self-check-not-yet"),
    };
    Outcome { kind, text: app.renderer.translate(me.lang, key, &[]), advice }
}
