//! Items without a difference worth a talk: proposed together, each with its own reason.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::acts::{No, act, decision};
use super::sight::{Sight, Words, key_of, see};
use crate::actions::tables as acts;
use crate::domain::ids::TableId;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::scoring::Exact;
use crate::domain::tables::{AgendaLine, Decision, Item, ItemKey, TableRefusal, grades_of};
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct AgreedPage {
    page: Page,
    action: String,
    back: String,
    /// Items whose first grades nobody has seen yet: they are shown to all first.
    unseen: Vec<String>,
    items: Vec<Proposal>,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct Proposal {
    name: String,
    title: String,
    grades: String,
    values: Vec<String>,
    grade: Option<String>,
    reason: String,
    version: i32,
    reason_field: String,
    grade_field: String,
    grade_name: String,
    reason_name: String,
    version_name: String,
}

pub async fn page(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let sight = see(&app, &me, *table, Act::RunTable).await?;
    let page = AgreedPage::new(&app, &me, &sight, (&Typed::default(), vec![]));
    pages::html(&app, &me, "tables/agreed.html", &page)
}

/// Shows the first grades to everybody, or fixes those that got a reason; the others stay on the
/// agenda.
pub async fn fix(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    form: Posted<AnyFields>,
) -> Answer {
    let id = *table;
    let sight = see(&app, &me, id, Act::RunTable).await?;
    if !form.typed.text("show").is_empty() {
        return show(&app, &me, &sight).await;
    }
    let filled = filled(&sight, &form.typed);
    if filled.is_empty() {
        return came_back(&app, &me, (&sight, &form.typed), TableRefusal::NoReason);
    }
    match settle(&app, &me, id, filled).await {
        Ok(()) => Ok(pages::see_other(urls::table(id))),
        Err(No::Refused(why)) => came_back(&app, &me, (&sight, &form.typed), why),
        Err(No::Other(error)) => Err(error),
    }
}

async fn settle(
    app: &App,
    me: &SignedIn,
    id: TableId,
    filled: Vec<(String, Decision)>,
) -> Result<(), No> {
    act(app, me, (id, Act::RunTable), move |tx, by, now| {
        let codes = store::tables::codes(tx, id)?;
        let named = |(name, decision): (String, Decision)| Some((key_of(&codes, &name)?, decision));
        let decisions: Vec<(ItemKey, Decision)> = filled.into_iter().filter_map(named).collect();
        acts::fix_agreed(tx, id, decisions, by, now)
    })
    .await
}

async fn show(app: &App, me: &SignedIn, sight: &Sight) -> Answer {
    let id = sight.table.id;
    let keys: Vec<ItemKey> = green(sight, Seen::ByNobody).into_iter().map(|l| l.key).collect();
    act(app, me, (id, Act::RunTable), move |tx, by, now| {
        acts::reveal_agreed(tx, id, &keys, by, now)
    })
    .await?;
    Ok(pages::see_other(urls::table_part(id, "agreed")))
}

/// What was filled in, by name of the item.
fn filled(sight: &Sight, typed: &Typed) -> Vec<(String, Decision)> {
    let lines = green(sight, Seen::ByAll);
    let names = lines.iter().map(|line| sight.name_of(&line.key));
    let read = |name: String| {
        let tail = format!(".{name}");
        let grade = typed.text(&format!("grade{tail}"));
        let decision = decision(grade, typed, &tail)?;
        (!decision.reason.is_empty()).then_some((name, decision))
    };
    names.filter_map(read).collect()
}

fn came_back(
    app: &App,
    me: &SignedIn,
    (sight, typed): (&Sight, &Typed),
    why: TableRefusal,
) -> Answer {
    let Some(first) = green(sight, Seen::ByAll).first().map(|line| sight.name_of(&line.key)) else {
        return Err(Error::Refused(why.key()));
    };
    // The field with the least words is most likely the one that a rule stumbled over.
    let text = Words::of(app, me).say(why.key(), &[]);
    let field = shortest(sight, typed).unwrap_or(first);
    let errors = vec![FieldError { field: format!("reason-{field}"), text }];
    let mut page = AgreedPage::new(app, me, sight, (typed, errors));
    page.page.fault = true;
    pages::faulty(app, me, "tables/agreed.html", &page)
}

fn shortest(sight: &Sight, typed: &Typed) -> Option<String> {
    let filled = filled(sight, typed);
    let least = filled.into_iter().min_by_key(|(_, decision)| decision.reason.len())?;
    Some(least.0)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    ByNobody,
    ByAll,
}

/// Open green items; what was put off is still green. Not even the chair sees their grades before
/// all do.
fn green(sight: &Sight, seen: Seen) -> Vec<AgendaLine> {
    let asked = |item: &Item| match item.revealed_at() {
        None => seen == Seen::ByNobody,
        Some(_) => seen == Seen::ByAll,
    };
    let open = |line: &AgendaLine| {
        let item = sight.table.item(&line.key).filter(|i| !sight.barred.contains(&i.key.bid));
        item.is_some_and(|i| !i.is_fixed() && asked(i))
    };
    sight.agenda().into_iter().filter(|line| line.is_green() && open(line)).collect()
}

impl AgreedPage {
    fn new(
        app: &App,
        me: &SignedIn,
        sight: &Sight,
        (typed, errors): (&Typed, Vec<FieldError>),
    ) -> AgreedPage {
        let words = Words::of(app, me);
        AgreedPage {
            page: sight.frame_below(app, me, "agreed-title"),
            action: urls::table_part(sight.table.id, "agreed"),
            back: urls::table(sight.table.id),
            unseen: green(sight, Seen::ByNobody).iter().map(|l| title(sight, words, l)).collect(),
            items: green(sight, Seen::ByAll)
                .iter()
                .map(|line| proposal(sight, words, (line, typed)))
                .collect(),
            errors,
        }
    }
}

fn title(sight: &Sight, words: Words<'_>, line: &AgendaLine) -> String {
    let criterion = sight.criterion_name(&line.key.criterion);
    words.say("item-title", &[("bid", line.code.as_str().into()), ("criterion", criterion.into())])
}

fn proposal(sight: &Sight, words: Words<'_>, (line, typed): (&AgendaLine, &Typed)) -> Proposal {
    let name = sight.name_of(&line.key);
    let first = grades_of(&sight.first, &line.key);
    let agreed = first.first().filter(|one| first.iter().all(|grade| grade == *one));
    let chosen = typed.text(&format!("grade.{name}"));
    let scale = sight.scheme.grades_of(&line.key.criterion);
    let shown: Vec<String> = first.iter().map(|grade| words.number(grade)).collect();
    Proposal {
        title: title(sight, words, line),
        grades: words.say("item-grades", &[("grades", shown.join(", ").into())]),
        values: scale.iter().rev().map(|grade| grade.value.plain()).collect(),
        grade: match chosen.is_empty() {
            true => agreed.map(Exact::plain),
            false => Some(chosen.to_owned()),
        },
        reason: typed.text(&format!("reason.{name}")).to_owned(),
        version: sight.table.item(&line.key).map_or(0, |item| item.version),
        reason_field: format!("reason-{name}"),
        grade_field: format!("grade-{name}"),
        grade_name: format!("grade.{name}"),
        reason_name: format!("reason.{name}"),
        version_name: format!("version.{name}"),
        name,
    }
}
