//! One section of a bid: read it, write it, save it as a whole without script.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::clash;
use super::desk::{Desk, Pen, reader};
use super::inputs::{Done, Errors, errors};
use super::own_profile::{take_over, taken};
use super::presence::{self, PresencePart};
use super::requirement_cards::{card_of, start_with};
use super::section_page::{Fate, Shown, page};
use super::words::Words;
use crate::actions::{self, Failure, SaveAnswer};
use crate::domain::bids::answers::{Answer, Answers, Form, WriteRefusal};
use crate::domain::bids::costs::exchange::suggestion;
use crate::domain::ids::{BidId, PersonId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::sections::Section;
use crate::store::answers::At;
use crate::web::App;
use crate::web::errors::Answer as Response;
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{SignedIn, Unattended};
use crate::web::{pages, urls};

const TEMPLATE: &str = "bids/section.html";

/// `GET /bids/{bid}/sections/{section}`
pub async fn show(me: SignedIn, ids: Path<(BidId, String)>, app: Data<App>) -> Response {
    let (bid, code) = ids.into_inner();
    let shown = Shown::load(&app, &me, (bid, &code), Act::ReadBid).await?;
    let section = shown.desk.section(&code)?;
    presence::note(&app, &me, (&shown.desk, &shown.visits), &code).await?;
    let errors = errors_of(&app, &me, &shown.desk, section);
    pages::html(&app, &me, TEMPLATE, &page(&app, &me, (&shown, section), Fate::Fresh(errors)))
}

/// `GET /bids/{bid}/sections/{section}/presence`: who else is here now, for a page that stays open.
pub async fn present(
    Unattended(me): Unattended,
    ids: Path<(BidId, String)>,
    app: Data<App>,
) -> Response {
    let (bid, code) = ids.into_inner();
    let shown = Shown::load(&app, &me, (bid, &code), Act::ReadBid).await?;
    let section = shown.desk.section(&code)?;
    presence::note(&app, &me, (&shown.desk, &shown.visits), &code).await?;
    let presence = shown.presence((reader(&app, &me), me.id), section);
    pages::html(&app, &me, "bids/_presence.html", &PresencePart { presence })
}

/// `POST /bids/{bid}/sections/{section}`
pub async fn save(
    me: SignedIn,
    ids: Path<(BidId, String)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Response {
    let (bid, code) = ids.into_inner();
    let shown = Shown::load(&app, &me, (bid, &code), Act::WriteBid).await?;
    let section = shown.desk.section(&code)?.clone();
    let answers = match collect(&shown.desk, &section, &form.typed, me.id) {
        Ok(answers) => with_help(&app, &me, (&shown, &form.typed), answers),
        Err((field, why)) => return refused(&app, &me, shown, (&section, &form.typed, field, why)),
    };
    let now = form.at;
    match app.write(move |tx| actions::save_section(tx, bid, answers, now)).await {
        Ok(clashes) if clashes.is_empty() => go_on(&app, &me, (bid, &code), &form.typed).await,
        Ok(clashes) => clash::come_back(&app, &me, At { bid, field: clashes[0].clone() }).await,
        Err(Failure::Refused(why)) => {
            let field = format!("{code}.done");
            refused(&app, &me, shown, (&section, &form.typed, field, why))
        }
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

/// The fields of this section that the form carries, ready to be kept.
fn collect(
    desk: &Desk,
    section: &Section,
    typed: &Typed,
    by: PersonId,
) -> Result<Vec<SaveAnswer>, (String, WriteRefusal)> {
    let fields = desk.form().fields(section).into_iter().filter(|field| typed.has(&field.name));
    fields
        .map(|field| {
            let value = field.rule.keep(typed.text(&field.name));
            let seen = seen(typed, &field.name);
            match value {
                Ok(value) => {
                    let value = untouched(desk, &field.name, value);
                    let place = At { bid: desk.bid.id, field: field.name };
                    Ok(SaveAnswer { place, value, seen, by })
                }
                Err(why) => Err((field.name, why)),
            }
        })
        .collect()
}

/// With what a pressed button puts in: an entry of the library, or an answer of the profile.
fn with_help(
    app: &App,
    me: &SignedIn,
    (shown, typed): (&Shown, &Typed),
    answers: Vec<SaveAnswer>,
) -> Vec<SaveAnswer> {
    let words = Words::new(reader(app, me), shown.desk.form());
    take_over(words, shown, typed, start_with(shown, typed, (answers, me.id)))
}

/// A suggestion of the municipality that came back as it stood is no answer of the bidder.
fn untouched(desk: &Desk, field: &str, value: String) -> String {
    match suggestion(&desk.form(), &desk.answers, field) {
        Some(suggested) if suggested == value => String::new(),
        Some(_) | None => value,
    }
}

/// The version on which a text was typed; a form without one saw nothing.
fn seen(typed: &Typed, field: &str) -> i32 {
    typed.number(&format!("version.{field}"))
}

/// Everything is saved. On to the next page, unless something in this section is not right yet.
async fn go_on(app: &App, me: &SignedIn, (bid, code): (BidId, &str), typed: &Typed) -> Response {
    let shown = Shown::load(app, me, (bid, code), Act::WriteBid).await?;
    let section = shown.desk.section(code)?;
    let errors = errors_of(app, me, &shown.desk, section);
    let sections = &shown.desk.round.definition.sections;
    let place = match typed.text("to") {
        "here" => urls::bid_section(bid, code),
        "tasks" => urls::bid(bid),
        _ => match card_of(typed, &shown.accepted).or(taken(typed).map(str::to_owned)) {
            Some(place) => format!("{}#{place}", urls::bid_section(bid, code)),
            None => next_place(bid, sections, code),
        },
    };
    let stays = typed.text("to") == "tasks" && !shown.desk.answers.is_done(code);
    if errors.is_empty() || stays {
        return Ok(pages::see_other(place));
    }
    pages::faulty(app, me, TEMPLATE, &page(app, me, (&shown, section), Fate::Saved(errors)))
}

fn next_place(bid: BidId, sections: &[Section], code: &str) -> String {
    let next = sections.iter().skip_while(|section| section.code != code).nth(1);
    next.map_or_else(|| urls::bid(bid), |section| urls::bid_section(bid, &section.code))
}

/// What shows below the fields of this section.
fn errors_of(app: &App, me: &SignedIn, desk: &Desk, section: &Section) -> Errors {
    if desk.pen != Pen::Ready {
        return Errors::new();
    }
    let done = if desk.answers.is_done(&section.code) { Done::Yes } else { Done::No };
    let meter = desk.meter();
    let own = meter.section(&section.code);
    own.map(|own| errors(Words::new(reader(app, me), desk.form()), own, done)).unwrap_or_default()
}

/// The page with everything as it was typed; nothing of it was saved.
fn refused(
    app: &App,
    me: &SignedIn,
    mut shown: Shown,
    (section, typed, field, why): (&Section, &Typed, String, WriteRefusal),
) -> Response {
    let Desk { facts, answers, .. } = &mut shown.desk;
    overlay(answers, Form::new(&facts.round.definition, &facts.lot.details), section, typed);
    let sentence = app.renderer.translate(me.lang, why.key(), &[]);
    let (status, fate) = match why {
        WriteRefusal::Shut(_) => {
            let stays = app.renderer.translate(me.lang, "bid-text-stays", &[]);
            (StatusCode::CONFLICT, Fate::Shut(format!("{sentence} {stays}")))
        }
        WriteRefusal::NotAsked | WriteRefusal::TooLong | WriteRefusal::NotOffered => {
            let errors = Errors::from([(field, sentence)]);
            (StatusCode::UNPROCESSABLE_ENTITY, Fate::Refused(errors))
        }
    };
    let page = page(app, me, (&shown, section), fate);
    pages::with_status(app, me, status, (TEMPLATE, &page))
}

/// Puts what was typed in the place of what is saved, with the versions that its writer saw.
fn overlay(answers: &mut Answers, form: Form<'_>, section: &Section, typed: &Typed) {
    for field in form.fields(section).into_iter().filter(|field| typed.has(&field.name)) {
        let value = typed.text(&field.name).to_owned();
        let version = seen(typed, &field.name);
        answers.put(field.name, Answer { value, version, saved: None });
    }
}
