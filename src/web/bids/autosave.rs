//! The smallest request of the house: one text, saved while somebody types.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_TYPE, ETAG, LOCATION};
use actix_web::web::{Data, Path};
use serde::Deserialize;

use crate::actions::{self, Failure, Outcome, SaveAnswer};
use crate::domain::bids::answers::{Form, WriteRefusal};
use crate::domain::ids::BidId;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::store::answers::At;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::Posted;
use crate::web::me::SignedIn;
use crate::web::urls;

#[derive(Deserialize)]
pub struct Typed {
    field: String,
    #[serde(default)]
    version: i32,
}

/// `POST /bids/{bid}/answers`: 204 with the new version; 412 with the page that shows both texts;
/// 409 when the time is over; 422 for what cannot be kept. A refused text stays on the device.
pub async fn save(me: SignedIn, bid: Path<BidId>, form: Posted<Typed>, app: Data<App>) -> Answer {
    let (bid, asker, now) = (bid.into_inner(), me.me.clone(), me.now);
    let Typed { field, version: seen } = form.fields;
    let (typed, asked) = (form.typed.text("value").to_owned(), field.clone());
    let check = move |conn: &mut Conn| {
        let sheet = store::answers::sheet(conn, bid, now)?;
        asker.may(Act::WriteBid, &sheet.place)?;
        let field = Form::new(&sheet.definition, &sheet.lot).field(&asked);
        Ok::<_, Error>(field.ok_or(WriteRefusal::NotAsked).and_then(|f| f.rule.keep(&typed)))
    };
    let value = match app.read(check).await? {
        Ok(value) => value,
        Err(why) => return Ok(refused(&app, &me, why)),
    };
    let place = At { bid, field: field.clone() };
    let save = SaveAnswer { place, value, seen, by: me.id };
    match app.write(move |tx| actions::save_answer(tx, save, now)).await {
        Ok(outcome) => Ok(answer(bid, &field, outcome)),
        Err(Failure::Refused(why)) => Ok(refused(&app, &me, why)),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

fn answer(bid: BidId, field: &str, outcome: Outcome) -> HttpResponse {
    match outcome {
        Outcome::Saved { version } => {
            HttpResponse::NoContent().insert_header((ETAG, format!("\"{version}\""))).finish()
        }
        Outcome::Clash => HttpResponse::PreconditionFailed()
            .insert_header((LOCATION, urls::bid_clash(bid, field)))
            .finish(),
    }
}

/// One sentence as plain text: the script shows it below the field.
fn refused(app: &App, me: &SignedIn, why: WriteRefusal) -> HttpResponse {
    let mut answer = match why {
        WriteRefusal::Shut(_) => HttpResponse::Conflict(),
        WriteRefusal::NotAsked | WriteRefusal::TooLong | WriteRefusal::NotOffered => {
            HttpResponse::UnprocessableEntity()
        }
    };
    let sentence = app.renderer.translate(me.lang, why.key(), &[]);
    answer.insert_header((CONTENT_TYPE, "text/plain; charset=utf-8")).body(sentence)
}
