//! How often one may try, asked before anything costly or telling happens.

use actix_web::web::Data;

use crate::actions::{self, Passage, Visit};
use crate::domain::accounts::throttle::Gate;
use crate::store::StoreError;
use crate::web::errors::Error;
use crate::web::me::Me;
use crate::web::state::App;

/// Counts an attempt for this account and for the address of the browser.
pub async fn pass(app: &Data<App>, me: &Me, gate: Gate, account: &str) -> Result<Visit, Error> {
    let visit = Visit { gate, account: account.to_owned(), address: me.address.clone() };
    let (counted, now) = (visit.clone(), me.now);
    match app.write(move |tx| actions::pass_gate(tx, &counted, now)).await? {
        Passage::Free => Ok(visit),
        Passage::Wait { minutes } => Err(Error::TooMany { minutes }),
    }
}

pub async fn succeeded(app: &Data<App>, visit: Visit) -> Result<(), Error> {
    app.write::<_, StoreError, _>(move |tx| visit.succeeded(tx)).await?;
    Ok(())
}
