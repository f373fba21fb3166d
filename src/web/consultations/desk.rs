//! What every page of a table rests on, and how a form comes back.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use serde::Serialize;

use crate::actions::Failure;
use crate::domain::accounts::Organisation;
use crate::domain::consultations::{Consultation, ConsultationRefusal, Item, Seat, seat_of};
use crate::domain::ids::ConsultationId;
use crate::domain::journal::By;
use crate::domain::permission::{Act, Place};
use crate::domain::refusal::Refusal;
use crate::rendering::Arg;
use crate::rendering::layout::{FieldError, Notice, NoticeKind, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::Typed;
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

/// A table before the eyes of somebody.
#[derive(Clone)]
pub struct Desk {
    pub table: Consultation,
    pub owner: Organisation,
    pub seats: Vec<Item<Seat>>,
    /// The seat from which the reader speaks.
    pub own: Option<Item<Seat>>,
    place: Place,
}

impl Desk {
    pub async fn open(app: &App, me: &Me, id: ConsultationId, act: Act) -> Result<Desk, Error> {
        let asker = me.clone();
        app.read(move |conn| Desk::load(conn, &asker, id, act)).await
    }

    pub fn load(conn: &mut Conn, me: &Me, id: ConsultationId, act: Act) -> Result<Desk, Error> {
        let place = store::consultations::place(conn, id, me.actor.person, me.now)?;
        me.may(act, &place)?;
        let table = store::consultations::find(conn, id)?;
        let seats: Vec<Item<Seat>> = store::consultations::items(conn, id)?;
        let person = me.actor.person;
        Ok(Desk {
            owner: store::accounts::organisation(conn, table.municipality)?,
            own: person.and_then(|person| seat_of(&seats, person, me.now)).cloned(),
            table,
            seats,
            place,
        })
    }

    pub fn may(&self, me: &Me, act: Act) -> bool {
        me.can(act, &self.place)
    }

    pub fn runs(&self, me: &Me) -> bool {
        self.may(me, Act::RunConsultation)
    }

    pub fn href(&self, part: &str) -> String {
        href(self.table.id, part)
    }

    /// The frame of a page below the table.
    pub fn page(&self, app: &App, me: &Me, title: &str) -> Page {
        let mut page = pages::frame_of(app, me, title, &self.owner);
        let list = app.renderer.translate(me.lang, "consultations-title", &[]);
        page.crumbs = vec![
            pages::crumb("/consultations", list),
            pages::crumb(self.href(""), self.table.details.title.clone()),
            pages::here(page.title.clone()),
        ];
        page
    }
}

/// An address of a table or below it.
pub fn href(id: ConsultationId, part: &str) -> String {
    match part {
        "" => format!("/consultations/{id}"),
        part => format!("/consultations/{id}/{part}"),
    }
}

/// A form as it came, and why it was not taken.
pub struct Said<'a> {
    pub typed: &'a Typed,
    no: Option<No>,
}

/// The field, and what is wrong there.
pub type No = (String, ConsultationRefusal);

impl<'a> Said<'a> {
    pub fn nothing(typed: &'a Typed) -> Said<'a> {
        Said { typed, no: None }
    }

    pub fn no(typed: &'a Typed, no: No) -> Said<'a> {
        Said { typed, no: Some(no) }
    }

    /// What was typed in these fields, each of them there.
    pub fn fields(&self, names: &[&'static str]) -> BTreeMap<&'static str, String> {
        names.iter().map(|name| (*name, self.typed.text(name).to_owned())).collect()
    }
}

/// Names the field that a rule is about.
pub fn at<T>(field: &str, found: Result<T, ConsultationRefusal>) -> Result<T, No> {
    found.map_err(|why| (field.to_owned(), why))
}

/// What the rules said; anything broken is an error of its own.
pub fn settle<T>(
    done: Result<T, Failure<ConsultationRefusal>>,
) -> Result<Result<T, ConsultationRefusal>, Error> {
    match done {
        Ok(value) => Ok(Ok(value)),
        Err(Failure::Refused(why)) => Ok(Err(why)),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

#[derive(Serialize)]
struct Shown<T: Serialize> {
    page: Page,
    errors: Vec<FieldError>,
    #[serde(flatten)]
    body: T,
}

/// The page; with the sentence at its field (422) or above everything (409) when a form came back.
pub fn show<T: Serialize>(
    (app, me): (&App, &Me),
    template: &str,
    (mut page, body): (Page, T),
    said: &Said<'_>,
) -> Answer {
    let mut errors = vec![];
    let mut status = StatusCode::OK;
    if let Some((field, why)) = &said.no {
        let text = app.renderer.translate(me.lang, why.key(), &[]);
        page.fault = true;
        if why.is_about_a_field() {
            status = StatusCode::UNPROCESSABLE_ENTITY;
            errors.push(FieldError { field: field.clone(), text });
        } else {
            status = StatusCode::CONFLICT;
            page.notice = Some(Notice { kind: NoticeKind::Error, text });
        }
    }
    pages::with_status(app, me, status, (template, &Shown { page, errors, body }))
}

/// Who acts, as the journal names them.
pub fn by(me: &SignedIn) -> By {
    (me.id, me.name().to_owned())
}

pub fn say(app: &App, me: &Me, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    app.renderer.translate(me.lang, key, args)
}

/// Something to choose.
#[derive(Clone, Debug, Serialize)]
pub struct Opt {
    pub value: String,
    pub label: String,
}

/// Words of an enum as choices; `key` goes before the word.
pub fn words(app: &App, me: &Me, key: &str, all: &[&'static str]) -> Vec<Opt> {
    let opt = |word: &&'static str| Opt {
        value: (*word).to_owned(),
        label: say(app, me, &format!("{key}-{}", word.replace('_', "-")), &[]),
    };
    all.iter().map(opt).collect()
}
