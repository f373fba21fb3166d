//! What the board does with a vote that there is.

use actix_web::web::{Data, Path};

use super::form::secret_for;
use super::view;
use super::{SECTION, Shown, TEMPLATE};
use crate::actions::{self, Failure, Secret};
use crate::domain::bids::mandate::{Mandate, VoteRefusal};
use crate::domain::ids::{BidId, VoteId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::rendering::layout::FieldError;
use crate::store;
use crate::web::bids::desk::reader;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{App, pages, urls};

/// The vote that the form is about, which the action checks to be one of this bid.
fn chosen(typed: &Typed) -> Result<VoteId, Error> {
    typed.text("vote").parse().map_err(|_| Error::Missing)
}

fn back(bid: BidId) -> Answer {
    Ok(pages::see_other(format!("{}/vote", urls::bid(bid))))
}

/// The page with what was typed and why it was not done, or back to it.
fn after(
    (app, me): (&App, &SignedIn),
    (shown, typed): (&Shown, &Typed),
    field: &str,
    done: Result<(), Failure<VoteRefusal>>,
) -> Answer {
    match done {
        Ok(()) => back(shown.desk.bid.id),
        Err(Failure::Refused(why @ (VoteRefusal::Reason | VoteRefusal::TooLong))) => {
            unsaid((app, me), (shown, typed), (field, why.key()))
        }
        Err(other) => Err(other.into()),
    }
}

fn unsaid(
    (app, me): (&App, &SignedIn),
    (shown, typed): (&Shown, &Typed),
    (field, key): (&str, &str),
) -> Answer {
    let text = app.renderer.translate(me.lang, key, &[]);
    let errors = vec![FieldError { field: field.to_owned(), text }];
    pages::faulty(app, me, TEMPLATE, &view::page(app, me, shown, (typed, errors)))
}

/// `POST /bids/{bid}/vote/closure`
pub async fn close(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (bid, typed) = (bid.into_inner(), form.typed);
    let shown = Shown::load(&app, &me, bid, Act::WriteBid).await?;
    let runs = shown.votes.first().is_some_and(|one| one.vote.must_be_over(me.now).is_err());
    if runs && typed.text("sure") != "yes" {
        return unsaid((&app, &me), (&shown, &typed), ("sure", "vote-close-sure-open"));
    }
    let (place, by, now) = ((bid, chosen(&typed)?), (me.id, me.name().to_owned()), form.at);
    let done = app.write(move |tx| actions::close_vote(tx, place, by, now)).await;
    after((&app, &me), (&shown, &typed), "sure", done)
}

/// `POST /bids/{bid}/vote/stop`
pub async fn stop(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (bid, typed) = (bid.into_inner(), form.typed);
    let shown = Shown::load(&app, &me, bid, Act::WriteBid).await?;
    let (place, by, now) = ((bid, chosen(&typed)?), (me.id, me.name().to_owned()), form.at);
    let reason = typed.text("reason").to_owned();
    let done = app.write(move |tx| actions::stop_vote(tx, place, &reason, by, now)).await;
    after((&app, &me), (&shown, &typed), "reason", done)
}

/// `POST /bids/{bid}/vote/reminder`
pub async fn remind(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (bid, typed) = (bid.into_inner(), form.typed);
    Shown::load(&app, &me, bid, Act::WriteBid).await?;
    let vote = chosen(&typed)?;
    let silent = app.read::<_, Error, _>(move |conn| Ok(store::votes::silent(conn, vote)?)).await?;
    let members: Vec<Secret> = silent.into_iter().map(secret_for).collect();
    let (place, by, now) = ((bid, vote), (me.id, me.name().to_owned()), form.at);
    let done = app.write(move |tx| actions::remind_voters(tx, place, members, by, now)).await;
    done.map_err(Error::from)?;
    back(bid)
}

/// `POST /bids/{bid}/vote/minutes`
pub async fn record(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (bid, typed) = (bid.into_inner(), form.typed);
    let shown = Shown::load(&app, &me, bid, Act::WriteBid).await?;
    let (place, by, now) = ((bid, chosen(&typed)?), (me.id, me.name().to_owned()), form.at);
    let (minutes, statement) =
        (typed.text("minutes").to_owned(), typed.text("statement").to_owned());
    let act =
        move |tx: &mut store::Tx| actions::record_vote(tx, place, (&minutes, &statement), by, now);
    let done = app.write(act).await;
    after((&app, &me), (&shown, &typed), "minutes", done)
}

/// `POST /bids/{bid}/vote/adoption`: the outcome becomes the answers of the section.
pub async fn adopt(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let bid = bid.into_inner();
    let shown = Shown::load(&app, &me, bid, Act::WriteBid).await?;
    let vote = chosen(&form.typed)?;
    let found = shown.votes.iter().find(|one| one.vote.id == vote).ok_or(Error::Missing)?;
    let outcome = found
        .count
        .and_then(|count| Mandate::of(&found.vote, found.turnout.invited, count, me.now));
    let outcome = outcome.ok_or(Error::Refused(VoteRefusal::NotClosed.key()))?;
    let answers = view::answers(reader(&app, &me), &shown.desk.form(), &outcome);
    let (by, now) = ((me.id, me.name().to_owned()), form.at);
    let act = move |tx: &mut store::Tx| {
        actions::adopt_answers(tx, (bid, by), answers, "adopted_vote", now)
    };
    app.write(act).await.map_err(Error::from)?;
    Ok(pages::see_other(urls::bid_section(bid, SECTION)))
}
