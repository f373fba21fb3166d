//! Secret votes and the answers to a proposal.

use actix_web::web::Data;

use super::acts::{
    ItemPath, No, act, came_back_with, decision, field_of, item, press, typed_decision,
};
use super::sight::see;
use crate::actions::tables as acts;
use crate::domain::permission::Act;
use crate::domain::scoring::Exact;
use crate::domain::tables::{Says, TableRefusal};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;

/// `POST /tables/{table}/items/{item}/votes`
pub async fn ask(me: SignedIn, app: Data<App>, path: ItemPath, _form: Posted<AnyFields>) -> Answer {
    press(&app, &me, path, acts::ask_vote).await
}

/// `POST /tables/{table}/items/{item}/votes/closing`
pub async fn close(
    me: SignedIn,
    app: Data<App>,
    path: ItemPath,
    _form: Posted<AnyFields>,
) -> Answer {
    press(&app, &me, path, acts::close_vote).await
}

/// `POST /tables/{table}/items/{item}/votes/ballot`: one's own vote; the form comes back when the
/// rules miss something.
pub async fn cast(me: SignedIn, app: Data<App>, path: ItemPath, form: Posted<AnyFields>) -> Answer {
    let (id, name) = path.into_inner();
    let typed = typed_decision(&form.typed);
    let (of, reason) = (name.clone(), typed.vote_reason.clone());
    let done = match typed.vote.parse::<Exact>() {
        Err(_) => Err(No::Refused(TableRefusal::NotOnScale)),
        Ok(grade) => {
            act(&app, &me, (id, Act::Vote), move |tx, by, now| {
                let key = item(tx, (id, by), &of)?;
                acts::cast_vote(tx, id, (&key, grade, reason), by, now)
            })
            .await
        }
    };
    let field = |why| match why {
        TableRefusal::NotOnScale => Some("vote"),
        TableRefusal::NoBallotReason => Some("vote_reason"),
        _ => None,
    };
    came_back_with(&app, &me, (id, &name, Act::Vote), (done, typed, field)).await
}

/// `POST /tables/{table}/items/{item}/proposal`
pub async fn propose(
    me: SignedIn,
    app: Data<App>,
    path: ItemPath,
    form: Posted<AnyFields>,
) -> Answer {
    let (id, name) = path.into_inner();
    let typed = typed_decision(&form.typed);
    let of = name.clone();
    let done = match decision(&typed.grade, &form.typed, "") {
        None => Err(No::Refused(TableRefusal::NotOnScale)),
        Some(decision) => {
            act(&app, &me, (id, Act::RunTable), move |tx, by, now| {
                let key = item(tx, (id, by), &of)?;
                acts::propose_grade(tx, id, (&key, decision), by, now)
            })
            .await
        }
    };
    came_back_with(&app, &me, (id, &name, Act::RunTable), (done, typed, field_of)).await
}

/// `POST /tables/{table}/items/{item}/proposal/answer`
pub async fn answer(
    me: SignedIn,
    app: Data<App>,
    path: ItemPath,
    form: Posted<AnyFields>,
) -> Answer {
    let (id, name) = path.into_inner();
    let typed = typed_decision(&form.typed);
    let says = match form.typed.text("says") {
        "yes" => Some(Says::Yes),
        "no" => Some(Says::No(typed.why_not.clone())),
        _ => None,
    };
    see(&app, &me, id, Act::Vote).await?;
    let says = says.ok_or(Error::Refused("error-choose"))?;
    let of = name.clone();
    let done = act(&app, &me, (id, Act::Vote), move |tx, by, now| {
        let key = item(tx, (id, by), &of)?;
        acts::answer_proposal(tx, id, (&key, says), by, now)
    })
    .await;
    let field = |why| (why == TableRefusal::NoReason).then_some("why_not");
    came_back_with(&app, &me, (id, &name, Act::Vote), (done, typed, field)).await
}

/// `POST /tables/{table}/items/{item}/proposal/withdrawal`
pub async fn take_back(
    me: SignedIn,
    app: Data<App>,
    path: ItemPath,
    _form: Posted<AnyFields>,
) -> Answer {
    press(&app, &me, path, acts::take_back_proposal).await
}
