//! Files for the process lead: what can be had now, what later and when, and the files themselves.
//! Each one that leaves the house is written down in the journal.

mod files;
mod page;

pub use files::{complete, list};
pub use page::{ask, page};

use crate::domain::ids::RoundId;
use crate::domain::permission::Act;
use crate::store::exports::Scope;
use crate::store::{self, Conn};
use crate::web::errors::Error;
use crate::web::me::SignedIn;

/// The round with what of it is open, for somebody who may do this there.
fn scope(conn: &mut Conn, me: &SignedIn, id: RoundId, act: Act) -> Result<Scope, Error> {
    me.may(act, &store::places::files(conn, id, Some(me.id), me.now)?)?;
    Ok(Scope::read(conn, id, me.now)?)
}
