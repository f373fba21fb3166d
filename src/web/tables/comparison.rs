//! All bids side by side per criterion: the same finding leads to the same grade.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::acts::act;
use super::board::Door;
use super::sight::{Sight, Words, see};
use crate::actions::tables as acts;
use crate::domain::ids::TableId;
use crate::domain::permission::Act;
use crate::domain::tables::Item;
use crate::rendering::layout::Page;
use crate::web::App;
use crate::web::errors::Answer;
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ComparisonPage {
    page: Page,
    criteria: Vec<CriterionView>,
    back: String,
}

#[derive(Serialize)]
struct CriterionView {
    code: String,
    name: String,
    question: String,
    lines: Vec<Line>,
    /// What is still without a grade.
    waits: Option<String>,
    compared: bool,
    confirm: Option<Door>,
}

#[derive(Serialize)]
struct Line {
    bid: String,
    grade: String,
    label: String,
    reason: String,
    href: String,
}

/// `GET /tables/{table}/comparison`
pub async fn page(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let sight = see(&app, &me, *table, Act::ViewMinutes).await?;
    let words = Words::of(&app, &me);
    let criteria = sight.round.definition.criteria.iter();
    let page = ComparisonPage {
        page: sight.frame_below(&app, &me, "comparison-title"),
        criteria: criteria.map(|c| criterion(&sight, words, &c.code)).collect(),
        back: urls::table(sight.table.id),
    };
    pages::html(&app, &me, "tables/comparison.html", &page)
}

fn criterion(sight: &Sight, words: Words<'_>, code: &str) -> CriterionView {
    let mut items: Vec<&Item> =
        sight.table.items.iter().filter(|item| item.key.criterion == code).collect();
    items.sort_by_key(|item| (sight.code(item.key.bid).len(), sight.code(item.key.bid).to_owned()));
    let open = items.iter().filter(|item| !item.is_fixed()).count();
    let compared = sight.table.compared.contains(code);
    let href = urls::table_part(sight.table.id, &format!("comparison/{code}"));
    let may = sight.runs() && sight.is_discussing() && open == 0 && !compared;
    CriterionView {
        code: code.to_owned(),
        name: sight.criterion_name(code).to_owned(),
        question: sight.criterion(code).map(|c| c.question.clone()).unwrap_or_default(),
        lines: items.iter().filter_map(|item| line(sight, words, item)).collect(),
        waits: (open > 0).then(|| words.say("comparison-waits", &[("count", open.into())])),
        compared,
        confirm: may.then(|| {
            let name = [("name", sight.criterion_name(code).into())];
            Door { href, text: words.say("comparison-confirm", &name) }
        }),
    }
}

fn line(sight: &Sight, words: Words<'_>, item: &Item) -> Option<Line> {
    let consensus = item.consensus()?;
    let scale = sight.scheme.criterion(&item.key.criterion).map(|c| &c.scale)?;
    let name = sight.name_of(&item.key);
    Some(Line {
        bid: words.say("comparison-bid", &[("code", sight.code(item.key.bid).into())]),
        grade: words.number(&consensus.grade),
        label: scale.grade(&consensus.grade).map(|g| g.label.clone()).unwrap_or_default(),
        reason: consensus.reason.clone(),
        href: format!("{}?item={name}", urls::table(sight.table.id)),
    })
}

/// `POST /tables/{table}/comparison/{criterion}`
pub async fn confirm(
    me: SignedIn,
    app: Data<App>,
    path: Path<(TableId, String)>,
    _form: Posted<AnyFields>,
) -> Answer {
    let (id, code) = path.into_inner();
    act(&app, &me, (id, Act::RunTable), move |tx, by, now| {
        acts::compare_bids(tx, id, &code, by, now)
    })
    .await?;
    Ok(pages::see_other(urls::table_part(id, "comparison")))
}
