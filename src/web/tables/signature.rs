//! Signing for all grades and reasons.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::acts::act;
use super::sight::{Sight, Words, see};
use crate::actions::tables as acts;
use crate::domain::ids::TableId;
use crate::domain::permission::Act;
use crate::domain::tables::{Item, Phase, Seat};
use crate::rendering::layout::{FieldError, Page};
use crate::web::App;
use crate::web::errors::Answer;
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct SignaturePage {
    page: Page,
    action: String,
    back: String,
    minutes: Option<String>,
    /// Signing has not begun, or is over.
    note: Option<String>,
    may_sign: bool,
    signed_at: Option<Timestamp>,
    summary: String,
    people: Vec<Signer>,
    grades: Vec<GradeLine>,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct Signer {
    name: String,
    role: String,
    signed_at: Option<Timestamp>,
}

#[derive(Serialize)]
struct GradeLine {
    title: String,
    grade: String,
    reason: String,
    href: String,
}

pub async fn page(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let sight = see(&app, &me, *table, Act::ViewTable).await?;
    let page = SignaturePage::new(&app, &me, (&sight, vec![]));
    pages::html(&app, &me, "tables/signature.html", &page)
}

/// Signs, after a second confirmation on the form.
pub async fn sign(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    form: Posted<AnyFields>,
) -> Answer {
    let id = *table;
    let sight = see(&app, &me, id, Act::SignTable).await?;
    // Who cannot sign now hears that from the rule.
    if form.typed.text("read").is_empty() && may_sign(&sight) {
        let text = Words::of(&app, &me).say("sign-confirm-missing", &[]);
        let errors = vec![FieldError { field: "read".into(), text }];
        let mut page = SignaturePage::new(&app, &me, (&sight, errors));
        page.page.fault = true;
        return pages::faulty(&app, &me, "tables/signature.html", &page);
    }
    act(&app, &me, (id, Act::SignTable), move |tx, by, now| acts::sign_table(tx, id, by, now))
        .await?;
    Ok(pages::see_other(urls::table_part(id, "signature")))
}

impl SignaturePage {
    fn new(app: &App, me: &SignedIn, (sight, errors): (&Sight, Vec<FieldError>)) -> Self {
        let words = Words::of(app, me);
        let must: Vec<&Seat> = sight.table.seats.iter().filter(|s| s.must_sign()).collect();
        let signed = must.iter().filter(|s| s.signed_at.is_some()).count();
        let mine = sight.seat();
        SignaturePage {
            page: sight.frame_below(app, me, "sign-title"),
            action: urls::table_part(sight.table.id, "signature"),
            back: urls::table(sight.table.id),
            minutes: (!sight.place.barred).then(|| urls::table_part(sight.table.id, "minutes")),
            note: note(sight).map(|key| words.say(key, &[])),
            may_sign: may_sign(sight),
            signed_at: mine.and_then(|s| s.signed_at),
            summary: words
                .say("sign-summary", &[("signed", signed.into()), ("total", must.len().into())]),
            people: signers(sight, words, must),
            grades: grades(sight, words),
            errors,
        }
    }
}

fn may_sign(sight: &Sight) -> bool {
    let signing = matches!(sight.table.phase, Phase::QualityFixed { .. });
    signing && sight.seat().is_some_and(|s| s.must_sign() && s.signed_at.is_none())
}

fn note(sight: &Sight) -> Option<&'static str> {
    match sight.table.phase {
        Phase::Discussing { .. } => Some("sign-not-yet"),
        Phase::QualityFixed { .. } => None,
        Phase::Signed(_) | Phase::Ranked { .. } | Phase::Closed { .. } => Some("sign-done"),
    }
}

fn signers(sight: &Sight, words: Words<'_>, mut seats: Vec<&Seat>) -> Vec<Signer> {
    seats.sort_by_key(|seat| (seat.role, sight.name(seat.person)));
    let signer = |seat: &Seat| Signer {
        name: sight.name(seat.person).to_owned(),
        role: words.say(&format!("role-{}", seat.role.as_str()), &[]),
        signed_at: seat.signed_at,
    };
    seats.into_iter().map(signer).collect()
}

/// What one signs for: every grade with its reason, per question across all bids.
fn grades(sight: &Sight, words: Words<'_>) -> Vec<GradeLine> {
    let heard = |item: &&Item| !sight.barred.contains(&item.key.bid);
    let mut items: Vec<&Item> = sight.table.items.iter().filter(heard).collect();
    items.sort_by_key(|item| (item.key.criterion.clone(), sight.code(item.key.bid).to_owned()));
    let line = |item: &Item| {
        let consensus = item.consensus()?;
        Some(GradeLine {
            title: words.say(
                "item-title",
                &[
                    ("bid", sight.code(item.key.bid).into()),
                    ("criterion", sight.criterion_name(&item.key.criterion).into()),
                ],
            ),
            grade: words.number(&consensus.grade),
            reason: consensus.reason.clone(),
            href: urls::table_item(sight.table.id, &sight.name_of(&item.key)),
        })
    };
    items.into_iter().filter_map(line).collect()
}
