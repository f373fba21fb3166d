//! The ranking as a file with which anybody can do the sums again.

use actix_web::web::{Data, Path};

use super::ranked::ranked;
use super::sight::Words;
use crate::domain::ids::TableId;
use crate::web::App;
use crate::web::downloads;
use crate::web::errors::Answer;
use crate::web::me::SignedIn;

/// `GET /tables/{table}/ranking/calculation`: what `buurtbod rank` reads, and what it answers.
pub async fn file(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let (sight, ranked) = ranked(&app, &me, *table).await?;
    let words = Words::of(&app, &me);
    let number = ("number", i64::from(sight.lot.number).into());
    let about = [number.clone(), ("lot", sight.lot_title().into())];
    let body = ranked.calculation(&sight, &words.say("calculation-about", &about))?;
    let name = words.say("calculation-file", &[number]);
    Ok(downloads::text(&name, "application/json", body))
}
