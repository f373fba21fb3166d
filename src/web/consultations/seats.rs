//! Who sits at the table: inviting, answering who asks, leaving.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::desk::{Desk, No, Opt, Said, at, by, href, say, settle, show, words};
use super::table::seat_kind;
use crate::actions::consultations::{self as acts, InviteToSeat, OfferedSeat};
use crate::actions::new_secret;
use crate::domain::accounts::credentials::Email;
use crate::domain::accounts::throttle::Gate;
use crate::domain::consultations::{
    ConsultationRefusal, Item, Seat, SeatKind, SeatState, line, note,
};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::moments::day_of;
use crate::domain::permission::Act;
use crate::store;
use crate::web::App;
use crate::web::accounts::pass_gate;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

#[derive(Serialize)]
struct Seats {
    title: String,
    seats: Vec<Line>,
    next_entry: String,
    invite: Option<Invite>,
}

#[derive(Serialize)]
struct Line {
    id: String,
    holder: String,
    kind: String,
    people: String,
    status: &'static str,
    status_text: String,
    note: Option<String>,
    answer: Option<String>,
    departure: Option<String>,
}

#[derive(Serialize)]
struct Invite {
    action: String,
    form: std::collections::BTreeMap<&'static str, String>,
    kinds: Vec<Opt>,
    /// Seats that can get one more person.
    seats: Vec<Opt>,
    /// New seats are for who runs the table.
    fresh: bool,
}

/// `GET /consultations/{consultation}/seats`
pub async fn page(me: SignedIn, id: Path<ConsultationId>, app: Data<App>) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::ViewConsultation).await?;
    view(&app, &me, &desk, Said::nothing(&Typed::default()))
}

fn view(app: &App, me: &Me, desk: &Desk, said: Said<'_>) -> Answer {
    let runs = desk.runs(me);
    let seen = desk.seats.iter().filter(|seat| runs || !is_for_the_chair(&seat.body));
    let lines = seen.map(|seat| seat_line(app, me, desk, seat)).collect();
    let next = desk.table.details.entry.next(day_of(me.now));
    let body = Seats {
        title: desk.table.details.title.clone(),
        seats: lines,
        next_entry: app.renderer.day(me.lang, next),
        invite: invite_form(app, me, desk, &said),
    };
    let page = desk.page(app, me, "consultation-seats");
    show((app, me), "consultations/seats.html", (page, body), &said)
}

/// Who asked and was not let in is between them and who runs the table.
fn is_for_the_chair(seat: &Seat) -> bool {
    match seat.state {
        SeatState::Asked { .. } | SeatState::Declined { .. } => true,
        SeatState::Invited | SeatState::Seated { .. } | SeatState::Left { .. } => false,
    }
}

fn seat_line(app: &App, me: &Me, desk: &Desk, seat: &Item<Seat>) -> Line {
    let (status, key, note) = match &seat.body.state {
        SeatState::Asked { why } => ("action", "asked-for", Some(why.clone())),
        SeatState::Invited => ("todo", "invited", None),
        SeatState::Seated { from } if *from > day_of(me.now) => {
            ("todo", "seated-later", Some(app.renderer.day(me.lang, *from)))
        }
        SeatState::Seated { .. } => ("done", "seated", None),
        SeatState::Declined { reason, .. } => ("closed", "refused", Some(reason.clone())),
        SeatState::Left { reason, .. } => ("closed", "left", Some(reason.clone())),
    };
    let runs = desk.runs(me);
    let own = desk.own.as_ref().is_some_and(|own| own.id == seat.id);
    let names: Vec<&str> = seat.body.people.iter().map(|one| one.name.as_str()).collect();
    let below = |part: &str| desk.href(&format!("seats/{}/{part}", seat.id));
    let asked = matches!(seat.body.state, SeatState::Asked { .. });
    Line {
        id: seat.id.to_string(),
        holder: seat.body.holder.clone(),
        kind: say(app, me, &seat_kind(seat.body.kind), &[]),
        people: names.join(", "),
        status,
        status_text: say(app, me, &format!("consultation-seat-is-{key}"), &[]),
        note,
        answer: (asked && runs).then(|| below("answer")),
        departure: (!asked && seat.body.is_alive() && (runs || own)).then(|| below("departure")),
    }
}

fn invite_form(app: &App, me: &Me, desk: &Desk, said: &Said<'_>) -> Option<Invite> {
    let runs = desk.runs(me);
    let own = desk.own.as_ref().map(|seat| seat.id);
    let open = |seat: &&Item<Seat>| {
        let may = matches!(seat.body.state, SeatState::Invited | SeatState::Seated { .. });
        may && (runs || own == Some(seat.id))
    };
    let opt =
        |seat: &Item<Seat>| Opt { value: seat.id.to_string(), label: seat.body.holder.clone() };
    let seats: Vec<Opt> = desk.seats.iter().filter(open).map(opt).collect();
    let kinds: Vec<&'static str> = SeatKind::ALL.iter().map(|kind| kind.as_str()).collect();
    (runs || !seats.is_empty()).then(|| Invite {
        action: desk.href("invitations"),
        form: said.fields(&["seat", "kind", "holder", "email"]),
        kinds: words(app, me, "consultation-seat", &kinds),
        seats,
        fresh: runs,
    })
}

/// `POST /consultations/{consultation}/invitations`
pub async fn invite(
    me: SignedIn,
    id: Path<ConsultationId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::ViewConsultation).await?;
    let invite = match read(&me, &desk, &form.typed)? {
        Ok(invite) => invite,
        Err(no) => return view(&app, &me, &desk, Said::no(&form.typed, no)),
    };
    pass_gate(&app, &me, Gate::Invite, me.id.as_str()).await?;
    let (of, by, now) = (*id, by(&me), me.now);
    let done = app.write(move |tx| acts::invite_to_seat(tx, of, invite, by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(href(of, "seats"))),
        Err(why) => view(&app, &me, &desk, Said::no(&form.typed, ("email".into(), why))),
    }
}

/// Who runs the table invites to any seat, others only to their own.
fn read(me: &Me, desk: &Desk, typed: &Typed) -> Result<Result<InviteToSeat, No>, Error> {
    let chosen: Option<ItemId> = typed.text("seat").parse().ok();
    let own = desk.own.as_ref().map(|seat| seat.id);
    if !desk.runs(me) && (chosen.is_none() || chosen != own) {
        return Err(Error::Forbidden);
    }
    Ok(read_fields(chosen, typed))
}

fn read_fields(chosen: Option<ItemId>, typed: &Typed) -> Result<InviteToSeat, No> {
    let email = Email::parse(typed.text("email")).map_err(|_| ConsultationRefusal::Address);
    let seat = match chosen {
        Some(id) => OfferedSeat::Known(id),
        None => {
            let kind = typed.text("kind").parse().map_err(|_| ConsultationRefusal::Choice);
            OfferedSeat::New {
                id: ItemId::new(store::new_id()),
                kind: at("kind", kind)?,
                holder: at("holder", line(typed.text("holder")))?,
            }
        }
    };
    Ok(InviteToSeat { seat, email: at("email", email)?, secret: new_secret() })
}

fn seat(desk: &Desk, id: ItemId) -> Result<&Seat, Error> {
    let found = desk.seats.iter().find(|seat| seat.id == id);
    found.map(|seat| &seat.body).ok_or(Error::Missing)
}

/// `POST /consultations/{consultation}/seats/{seat}/answer`
pub async fn answer(
    me: SignedIn,
    ids: Path<(ConsultationId, ItemId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, ids.0, Act::RunConsultation).await?;
    let field = format!("reason-{}", ids.1);
    let waits = at("", seat(&desk, ids.1)?.waits());
    let refused = match form.typed.text("answer") {
        "yes" => waits.map(|()| None),
        "no" => waits.and_then(|()| at(&field, note(form.typed.text("reason")))).map(Some),
        _ => return Err(Error::Refused("error-choose")),
    };
    let refused = match refused {
        Ok(refused) => refused,
        Err(no) => return view(&app, &me, &desk, Said::no(&form.typed, no)),
    };
    let (ids, by, now) = (*ids, by(&me), me.now);
    let done = app.write(move |tx| acts::answer_seat(tx, ids, refused, by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(href(ids.0, "seats"))),
        Err(why) => view(&app, &me, &desk, Said::no(&form.typed, (field, why))),
    }
}

/// `POST /consultations/{consultation}/seats/{seat}/departure`
pub async fn leave(
    me: SignedIn,
    ids: Path<(ConsultationId, ItemId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, ids.0, Act::ViewConsultation).await?;
    let own = desk.own.as_ref().is_some_and(|seat| seat.id == ids.1);
    if !own && !desk.runs(&me) {
        return Err(Error::Forbidden);
    }
    let field = format!("reason-{}", ids.1);
    let alive = at("", seat(&desk, ids.1)?.must_be_alive());
    let reason = match alive.and_then(|()| at(&field, note(form.typed.text("reason")))) {
        Ok(reason) => reason,
        Err(no) => return view(&app, &me, &desk, Said::no(&form.typed, no)),
    };
    let (ids, by, now): (_, _, Timestamp) = (*ids, by(&me), me.now);
    let done = app.write(move |tx| acts::leave_seat(tx, ids, reason, by, now)).await;
    match settle(done)? {
        Ok(()) if own => Ok(pages::see_other(href(ids.0, ""))),
        Ok(()) => Ok(pages::see_other(href(ids.0, "seats"))),
        Err(why) => view(&app, &me, &desk, Said::no(&form.typed, (field, why))),
    }
}
