//! A cooperative begins: whoever founds it here leads it.

use actix_web::web::Data;
use serde::Serialize;

use super::problems::Problems;
use crate::actions;
use crate::domain::accounts::founding::{Founding, Label, LegalForm, RegisterNumber};
use crate::domain::permission::{Act, Place};
use crate::rendering::layout::{FieldError, Page};
use crate::store::StoreError;
use crate::web::errors::Answer;
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;
use crate::web::state::App;

#[derive(Serialize)]
struct FoundingPage {
    page: Page,
    errors: Vec<FieldError>,
    name: String,
    place: String,
    legal_form: String,
    legal_forms: Vec<Choice>,
    number: String,
}

#[derive(Serialize)]
pub struct Choice {
    value: &'static str,
    label: String,
}

/// `GET /cooperatives/new`
pub async fn show(me: SignedIn, app: Data<App>) -> Answer {
    me.may(Act::FoundCooperative, &Place::nowhere())?;
    pages::html(&app, &me, "accounts/cooperative.html", &page(&app, &me, &Typed::default()))
}

/// `POST /cooperatives/new`
pub async fn found(me: SignedIn, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    me.may(Act::FoundCooperative, &Place::nowhere())?;
    let founding = match read(&app, &me, &form.typed) {
        Ok(founding) => founding,
        Err(errors) => {
            let mut page = page(&app, &me, &form.typed);
            (page.page.fault, page.errors) = (true, errors);
            return pages::faulty(&app, &me, "accounts/cooperative.html", &page);
        }
    };
    let (by, now) = ((me.id, me.name().to_owned()), me.now);
    let founded =
        app.write::<_, StoreError, _>(move |tx| actions::found_cooperative(tx, &by, founding, now));
    let id = founded.await?;
    Ok(pages::see_other(format!("/organisations/{id}/members?done=founded")))
}

pub fn read(app: &App, me: &Me, typed: &Typed) -> Result<Founding, Vec<FieldError>> {
    let mut problems = Problems::new(app, me);
    let name = problems.take("name", Label::parse(typed.text("name")));
    let place = problems.take("place", Label::parse(typed.text("place")));
    let legal_form: Option<LegalForm> = typed.text("legal_form").parse().ok();
    if legal_form.is_none() {
        problems.say("legal_form", "founding-choose-form");
    }
    let number = match typed.text("number") {
        "" => Some(None),
        text => problems.take("number", RegisterNumber::parse(text)).map(Some),
    };
    match (name, place, legal_form, number) {
        (Some(name), Some(place), Some(legal_form), Some(number)) => {
            Ok(Founding { name, place, legal_form, number })
        }
        _ => Err(problems.list()),
    }
}

pub fn legal_forms(app: &App, me: &Me) -> Vec<Choice> {
    let form = |form: &LegalForm| Choice {
        value: form.as_str(),
        label: app.renderer.translate(me.lang, &format!("legal-form-{}", form.as_str()), &[]),
    };
    LegalForm::ALL.iter().map(form).collect()
}

fn page(app: &App, me: &Me, typed: &Typed) -> FoundingPage {
    FoundingPage {
        page: pages::frame(app, me, "founding-title"),
        errors: vec![],
        name: typed.text("name").to_owned(),
        place: typed.text("place").to_owned(),
        legal_form: typed.text("legal_form").to_owned(),
        legal_forms: legal_forms(app, me),
        number: typed.text("number").to_owned(),
    }
}
