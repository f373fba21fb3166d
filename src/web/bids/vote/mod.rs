//! The members' vote on a bid: set it up, follow the turnout, read the outcome and take it over.
//! What members themselves see is in `web::public::ballot`.

mod acts;
mod form;
mod view;

use actix_web::web::{Data, Path};

pub use acts::{adopt, close, record, remind, stop};
pub use form::set_up;
pub use view::{Fact, choice_word, outcome_facts};

use super::desk::Desk;
use crate::domain::bids::mandate::{BallotChoice, Count, Secrecy, Turnout, Vote};
use crate::domain::ids::BidId;
use crate::domain::permission::Act;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::Typed;
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

const TEMPLATE: &str = "bids/vote.html";
/// The section that the vote is about.
pub const SECTION: &str = "members_mandate";

/// What the page rests on.
struct Shown {
    desk: Desk,
    votes: Vec<Followed>,
}

struct Followed {
    vote: Vote,
    turnout: Turnout,
    /// Only once it is closed.
    count: Option<Count>,
    /// Who voted what; only of an open vote that is closed.
    choices: Vec<(String, Option<BallotChoice>)>,
}

impl Shown {
    async fn load(app: &App, me: &Me, bid: BidId, act: Act) -> Result<Shown, Error> {
        let asker = me.clone();
        app.read(move |conn| Shown::read(conn, &asker, bid, act)).await
    }

    fn read(conn: &mut Conn, me: &Me, bid: BidId, act: Act) -> Result<Shown, Error> {
        let desk = Desk::load(conn, me, bid, act)?;
        let mut votes = vec![];
        for vote in store::votes::of_bid(conn, bid)? {
            let closed = vote.closed_at(me.now).is_some();
            let open = closed && vote.secrecy == Secrecy::Open;
            votes.push(Followed {
                turnout: store::votes::turnout(conn, vote.id)?,
                count: if closed { Some(store::votes::count(conn, &vote)?) } else { None },
                choices: if open { store::votes::choices(conn, vote.id)? } else { vec![] },
                vote,
            });
        }
        Ok(Shown { desk, votes })
    }
}

/// `GET /bids/{bid}/vote`
pub async fn show(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let shown = Shown::load(&app, &me, bid.into_inner(), Act::ReadBid).await?;
    let page = view::page(&app, &me, &shown, (&Typed::default(), vec![]));
    pages::html(&app, &me, TEMPLATE, &page)
}
