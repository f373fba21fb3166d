//! The language of the pages: chosen by the person, else by the browser's cookie, else Dutch.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde::Deserialize;

use super::errors::Answer;
use super::forms::Posted;
use super::me::Me;
use super::state::App;
use super::urls;
use crate::rendering::Lang;
use crate::store;

const COOKIE: &str = "lang";

pub fn of_request(req: &HttpRequest) -> Lang {
    req.cookie(COOKIE).and_then(|c| c.value().parse().ok()).unwrap_or_default()
}

#[derive(Deserialize)]
pub struct LanguageForm {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    back: String,
}

/// `POST /language`; a word that is no language changes nothing.
pub async fn choose(me: Me, form: Posted<LanguageForm>, app: Data<App>) -> Answer {
    let lang: Lang = form.fields.lang.parse().unwrap_or(me.lang);
    if let Some(id) = me.actor.person {
        app.write(move |tx| store::accounts::set_lang(tx, id, lang.as_str())).await?;
    }
    let cookie = Cookie::build(COOKIE, lang.as_str())
        .path("/")
        .same_site(SameSite::Lax)
        .secure(app.limits.https)
        .permanent()
        .finish();
    Ok(HttpResponse::SeeOther()
        .cookie(cookie)
        .insert_header(("location", urls::own(&form.fields.back)))
        .finish())
}
