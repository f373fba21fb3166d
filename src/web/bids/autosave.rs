//! The smallest request of the house: one text, saved while somebody types.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_TYPE, ETAG, LOCATION};
use actix_web::web::{Data, Path};

use crate::actions::{self, Failure, Outcome, SaveAnswer};
use crate::domain::bids::answers::{Form, WriteRefusal};
use crate::domain::bids::parties::statement;
use crate::domain::ids::BidId;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::store::answers::At;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::{Me, SignedIn};
use crate::web::urls;

/// `POST /bids/{bid}/answers`: 204 with the new version; 412 with the page that shows both texts;
/// 409 when the time is over; 422 for what cannot be kept. A refused text stays on the device.
pub async fn save(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (asker, now) = (me.me.clone(), form.at);
    let place = At { bid: bid.into_inner(), field: form.typed.text("field").to_owned() };
    let (seen, typed) = (form.typed.number("version"), form.typed.text("value").to_owned());
    let asked = place.clone();
    let value = match app.read(move |conn| check(conn, &asker, (&asked, &typed))).await? {
        Ok(value) => value,
        Err(why) => return Ok(refused(&app, &me, why)),
    };
    let save = SaveAnswer { place: place.clone(), value, seen, by: me.id };
    match app.write(move |tx| actions::save_answer(tx, save, now)).await {
        Ok(outcome) => Ok(answer(&place, outcome)),
        Err(Failure::Refused(why)) => Ok(refused(&app, &me, why)),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

/// May this person write here, is it asked, and can the text be kept?
fn check(
    conn: &mut Conn,
    me: &Me,
    (place, typed): (&At, &str),
) -> Result<Result<String, WriteRefusal>, Error> {
    let sheet = store::answers::sheet(conn, place.bid, me.now)?;
    match statement::party_of(&place.field) {
        Some(party) => {
            let part = store::places::joint(conn, place.bid, Some(party), me.now)?;
            me.may(Act::WriteOwnPart, &part)?;
        }
        None => me.may(Act::WriteBid, &sheet.place)?,
    }
    let field = Form::new(&sheet.definition, &sheet.lot).field(&place.field);
    Ok(field.ok_or(WriteRefusal::NotAsked).and_then(|field| field.rule.keep(typed)))
}

fn answer(place: &At, outcome: Outcome) -> HttpResponse {
    match outcome {
        Outcome::Saved { version } => {
            HttpResponse::NoContent().insert_header((ETAG, format!("\"{version}\""))).finish()
        }
        Outcome::Clash => HttpResponse::PreconditionFailed()
            .insert_header((LOCATION, urls::bid_clash(place.bid, &place.field)))
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
