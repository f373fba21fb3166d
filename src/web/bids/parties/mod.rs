//! Joint bids: who takes part, who does what where, the part of each, and what they read of the
//! rest. Joining by the link of a mail is in `accounts`.

mod board;
mod invite;
mod overview;
mod part;
pub mod phrases;
mod present;
mod reading;
mod signing;

pub use board::{save_walls, save_work};
pub use invite::{invite, remove};
pub use overview::{is_mine, show as overview};
pub use part::{save as save_part, show as part};
pub use present::present;
pub use reading::show as reading;
pub use signing::{leave, sign};

use super::desk::{Desk, reader};
use crate::domain::ids::BidId;
use crate::domain::permission::Act;
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

/// A page of a joint bid. Its parties come here from their list of bids, and see no more above it.
fn frame(app: &App, me: &Me, desk: &Desk, title: String) -> Page {
    let mut page = pages::frame_of(app, me, "menu-bids", &desk.municipality);
    page.crumbs.push(pages::crumb("/bids", page.title.clone()));
    let parties = urls::bid_parties(desk.bid.id);
    page.crumbs.push(pages::crumb(parties, desk.lot_name(reader(app, me))));
    page.crumbs.push(pages::here(title.clone()));
    page.title = title;
    page
}

/// The bid itself is its cooperative's; whoever takes part is shown to what they share.
pub async fn instead(app: &App, me: &SignedIn, bid: BidId) -> Answer {
    let asker = me.me.clone();
    let may = move |conn: &mut Conn| {
        let place = store::places::joint(conn, bid, None, asker.now)?;
        asker.may(Act::ReadJointBid, &place)
    };
    app.read(may).await.map_err(|_: Error| Error::Missing)?;
    Ok(pages::see_other(urls::bid_parties(bid)))
}
