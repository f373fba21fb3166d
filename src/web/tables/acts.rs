//! What people do at the table: each act is one post, and the screens of all seats follow.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use jiff::Timestamp;

use super::item_view::TypedDecision;
use super::session::{back, came_back};
use super::sight::{Words, key_of, see};
use crate::actions::Failure;
use crate::actions::tables::{self as acts, By, Done};
use crate::domain::ids::{PersonId, TableId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::scoring::Exact;
use crate::domain::tables::{Decision, ItemKey, TableRefusal};
use crate::rendering::layout::FieldError;
use crate::store::{self, Conn, StoreError, Tx};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::pages;
use crate::web::urls;

/// Why an act did not happen: a rule that a form may answer for, or anything else.
pub enum No {
    Refused(TableRefusal),
    Other(Error),
}

impl From<StoreError> for No {
    fn from(error: StoreError) -> No {
        No::Other(error.into())
    }
}

impl From<Error> for No {
    fn from(error: Error) -> No {
        No::Other(error)
    }
}

impl From<Failure<TableRefusal>> for No {
    fn from(failure: Failure<TableRefusal>) -> No {
        match failure {
            Failure::Refused(why) => No::Refused(why),
            Failure::Store(error) => No::Other(error.into()),
        }
    }
}

impl From<No> for Error {
    fn from(no: No) -> Error {
        match no {
            No::Refused(why) => Error::Refused(why.key()),
            No::Other(error) => error,
        }
    }
}

/// Asks for permission, acts, and tells the screens; all in one transaction but the telling.
pub async fn act<F>(app: &App, me: &SignedIn, (table, what): (TableId, Act), f: F) -> Result<(), No>
where
    F: FnOnce(&mut Tx, &By, Timestamp) -> Done + Send + 'static,
{
    let (asker, by, now) = (me.me.clone(), (me.id, me.name().to_owned()), me.now);
    app.write(move |tx| {
        let place = store::places::table(tx, table, Some(by.0), now)?;
        asker.may(what, &place)?;
        Ok::<_, No>(f(tx, &by, now)?)
    })
    .await?;
    app.live.nudge();
    Ok(())
}

/// The item that an address calls `B.q2`; it is not there for who may not hear of that bid.
pub fn item(
    conn: &mut Conn,
    (table, by): (TableId, &By),
    name: &str,
) -> Result<ItemKey, StoreError> {
    let key = key_of(&store::tables::codes(conn, table)?, name).ok_or(StoreError::Missing)?;
    let lot = store::tables::find(conn, table)?.lot;
    match store::seats::barred(conn, lot, by.0)?.contains(&key.bid) {
        true => Err(StoreError::Missing),
        false => Ok(key),
    }
}

/// Oneself, or somebody else by the chair.
pub async fn leave(
    me: SignedIn,
    app: Data<App>,
    path: Path<(TableId, PersonId)>,
    _form: Posted<AnyFields>,
) -> Answer {
    let (id, who) = *path;
    let what = if who == me.id { Act::TakeSeat } else { Act::RunTable };
    act(&app, &me, (id, what), move |tx, by, now| acts::leave_seat(tx, id, who, by, now)).await?;
    Ok(back(id))
}

pub type ItemPath = Path<(TableId, String)>;

/// What one button of the chair does to one item.
pub type Press = fn(&mut Tx, TableId, &ItemKey, &By, Timestamp) -> Done;

/// A button of the chair beside an item, without anything to fill in.
pub async fn press(app: &App, me: &SignedIn, path: ItemPath, what: Press) -> Answer {
    let (id, name) = path.into_inner();
    act(app, me, (id, Act::RunTable), move |tx, by, now| {
        let key = item(tx, (id, by), &name)?;
        what(tx, id, &key, by, now)
    })
    .await?;
    Ok(back(id))
}

pub async fn reveal(
    me: SignedIn,
    app: Data<App>,
    path: ItemPath,
    _form: Posted<AnyFields>,
) -> Answer {
    press(&app, &me, path, acts::reveal_item).await
}

pub async fn postpone(
    me: SignedIn,
    app: Data<App>,
    path: ItemPath,
    _form: Posted<AnyFields>,
) -> Answer {
    press(&app, &me, path, acts::postpone_item).await
}

/// Writes down the grade of the table; the form comes back when the rules miss something.
pub async fn fix(me: SignedIn, app: Data<App>, path: ItemPath, form: Posted<AnyFields>) -> Answer {
    let (id, name) = path.into_inner();
    let typed = typed_decision(&form.typed);
    let done = match decision(&typed.grade, &form.typed, "") {
        Some(decision) => {
            let name = name.clone();
            act(&app, &me, (id, Act::RunTable), move |tx, by, now| {
                let key = item(tx, (id, by), &name)?;
                acts::fix_item(tx, id, (&key, decision), by, now)
            })
            .await
        }
        None => Err(No::Refused(TableRefusal::NotOnScale)),
    };
    came_back_with(&app, &me, (id, &name, Act::RunTable), (done, typed, field_of)).await
}

/// What a form answers for: its field for a refusal.
type FieldOf = fn(TableRefusal) -> Option<&'static str>;

/// Back to the table, or the form with what was typed and what is wrong with it.
pub async fn came_back_with(
    app: &App,
    me: &SignedIn,
    at: (TableId, &str, Act),
    (done, typed, field): (Result<(), No>, TypedDecision, FieldOf),
) -> Answer {
    match done {
        Ok(()) => Ok(back(at.0)),
        Err(No::Refused(why)) => match field(why) {
            Some(field) => refused(app, me, at, (why, field, typed)).await,
            None => Err(No::Refused(why).into()),
        },
        Err(No::Other(error)) => Err(error),
    }
}

pub fn typed_decision(typed: &Typed) -> TypedDecision {
    TypedDecision {
        grade: typed.text("grade").to_owned(),
        reason: typed.text("reason").to_owned(),
        outside: typed.text("outside").to_owned(),
        minority: typed.text("minority").to_owned(),
        vote: typed.text("vote").to_owned(),
        vote_reason: typed.text("vote_reason").to_owned(),
        why_not: typed.text("why_not").to_owned(),
        ..TypedDecision::default()
    }
}

/// What a form says about one item; its fields end in `tail`. None when no grade was chosen.
pub fn decision(grade: &str, typed: &Typed, tail: &str) -> Option<Decision> {
    let text = |field: &str| typed.text(&format!("{field}{tail}")).to_owned();
    Some(Decision {
        grade: grade.parse::<Exact>().ok()?,
        reason: text("reason"),
        outside: text("outside"),
        minority: text("minority"),
        seen: text("version").parse().unwrap_or_default(),
    })
}

/// The field that a refusal is about; the others are about the table, not about the form.
pub fn field_of(why: TableRefusal) -> Option<&'static str> {
    match why {
        TableRefusal::NotOnScale => Some("grade"),
        TableRefusal::NoReason => Some("reason"),
        TableRefusal::OutsideRange => Some("outside"),
        TableRefusal::NoMinority => Some("minority"),
        TableRefusal::Changed | TableRefusal::NoQuorum => Some("reason"),
        _ => None,
    }
}

/// The page comes back with what was typed: a lost sentence costs a table its patience.
async fn refused(
    app: &App,
    me: &SignedIn,
    (id, name, what): (TableId, &str, Act),
    (why, field, mut typed): (TableRefusal, &str, TypedDecision),
) -> Answer {
    let sight = see(app, me, id, what).await?;
    let text = Words::of(app, me).say(why.key(), &[]);
    typed.errors.push(FieldError { field: field.to_owned(), text });
    let status = match why {
        TableRefusal::Changed | TableRefusal::NoQuorum => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    came_back(app, me, (&sight, name), (status, typed))
}

/// Takes a grade back, with a reason.
pub async fn reopen(
    me: SignedIn,
    app: Data<App>,
    path: ItemPath,
    form: Posted<AnyFields>,
) -> Answer {
    let (id, name) = path.into_inner();
    let reason = form.typed.text("reopening").to_owned();
    let typed = TypedDecision { reopening: reason.clone(), ..TypedDecision::default() };
    let of = name.clone();
    let done = act(&app, &me, (id, Act::RunTable), move |tx, by, now| {
        let key = item(tx, (id, by), &of)?;
        acts::reopen_item(tx, id, (&key, &reason), by, now)
    })
    .await;
    match done {
        Err(No::Refused(TableRefusal::NoReason)) => {
            unexplained(&app, &me, (id, &name), typed).await
        }
        done => done.map(|()| back(id)).map_err(Error::from),
    }
}

/// The form for taking a grade back comes back: it asks for a reason.
async fn unexplained(
    app: &App,
    me: &SignedIn,
    (id, name): (TableId, &str),
    typed: TypedDecision,
) -> Answer {
    let sight = see(app, me, id, Act::RunTable).await?;
    let text = Words::of(app, me).say("refusal-table-no-reopening", &[]);
    let errors = vec![FieldError { field: "reopening".into(), text }];
    let typed = TypedDecision { errors, ..typed };
    came_back(app, me, (&sight, name), (StatusCode::UNPROCESSABLE_ENTITY, typed))
}

/// All grades are settled; people may sign.
pub async fn fix_quality(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    _form: Posted<AnyFields>,
) -> Answer {
    let id = *table;
    act(&app, &me, (id, Act::RunTable), move |tx, by, now| acts::fix_quality(tx, id, by, now))
        .await?;
    Ok(pages::see_other(urls::table_part(id, "signature")))
}

pub async fn close(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    _form: Posted<AnyFields>,
) -> Answer {
    let id = *table;
    act(&app, &me, (id, Act::RunTable), move |tx, by, now| acts::close_table(tx, id, by, now))
        .await?;
    Ok(pages::see_other(urls::table_part(id, "ranking")))
}
