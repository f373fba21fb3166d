//! What a municipality writes around its mails to bidders and assessors: one form per kind and language, with the
//! mail as it would be.

use actix_web::web::{Data, Path, Query};
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use super::Done;
use super::members::frame;
use super::outbox::owner;
use crate::actions::{self, Failure};
use crate::domain::accounts::Organisation;
use crate::domain::errand::Notice;
use crate::domain::ids::OrganisationId;
use crate::domain::mail_texts::{
    MOST_CLOSING, MOST_INTRO, MOST_SUBJECT, MailKind, MailText, Slot, TextRefusal, fill,
};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::rendering::Lang;
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn, StoreError};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;
use crate::web::state::App;

const TEMPLATE: &str = "accounts/mail_text.html";
/// Folder of the mail that tells what happens to a bid that is judged.
const NOTICES: &str = "bid_notice";
const SAMPLE_DAY: Date = date(2027, 3, 1);

#[derive(Serialize)]
struct ListPage {
    page: Page,
    above: String,
    outbox: String,
    kinds: Vec<KindView>,
}

#[derive(Serialize)]
struct KindView {
    name: String,
    texts: Vec<TextLink>,
}

#[derive(Serialize)]
struct TextLink {
    href: String,
    language: String,
    lang: &'static str,
    own: bool,
}

#[derive(Serialize)]
struct TextPage {
    page: Page,
    errors: Vec<FieldError>,
    above: String,
    name: String,
    list: String,
    action: String,
    /// Of the text, not of the page.
    text_lang: &'static str,
    language: String,
    /// What can be filled in, as it is written.
    places: Vec<String>,
    subject: String,
    intro: String,
    closing: String,
    /// There is a text to go back from.
    own: bool,
    preview: Preview,
}

#[derive(Serialize)]
struct Preview {
    subject: String,
    body: String,
}

#[derive(Deserialize, Default)]
pub struct Chosen {
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    done: String,
}

impl Chosen {
    fn lang(&self) -> Result<Lang, Error> {
        match self.lang.as_deref() {
            None => Ok(Lang::default()),
            Some(word) => word.parse().map_err(|_| Error::Missing),
        }
    }
}

pub fn address(id: OrganisationId) -> String {
    format!("/organisations/{id}/mail-texts")
}

/// `GET /organisations/{organisation}/mail-texts`
pub async fn list(me: SignedIn, id: Path<OrganisationId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let read = move |conn: &mut Conn| {
        let owner = owner(conn, &asker, (id, Act::WriteMailTexts))?;
        Ok::<_, Error>((owner, store::mail_texts::own(conn, id)?))
    };
    let (owner, own) = app.read(read).await?;
    let link = |kind: MailKind, lang: Lang| TextLink {
        href: format!("{}/{}?lang={lang}", address(id), kind.as_str()),
        language: say(&app, &me, &format!("mail-text-{lang}")),
        lang: lang.as_str(),
        own: own.iter().any(|(k, l)| k == kind.as_str() && l == lang.as_str()),
    };
    let view = |kind: &MailKind| KindView {
        name: name(&app, &me, *kind),
        texts: Lang::ALL.map(|lang| link(*kind, lang)).into(),
    };
    let page = super::outbox::titled(&app, &me, (&owner, "mail-texts-title"));
    let kinds = MailKind::ALL.iter().map(view).collect();
    let outbox = super::outbox::address(id);
    let page = ListPage { page, above: owner.name, outbox, kinds };
    pages::html(&app, &me, "accounts/mail_texts.html", &page)
}

fn say(app: &App, me: &Me, key: &str) -> String {
    app.renderer.translate(me.lang, key, &[])
}

fn name(app: &App, me: &Me, kind: MailKind) -> String {
    say(app, me, &format!("outbox-kind-{}", kind.as_str()))
}

type Of = (OrganisationId, String);

/// Which text it is, and what is kept of it.
struct Found {
    owner: Organisation,
    kind: MailKind,
    lang: Lang,
    kept: Option<MailText>,
}

async fn find(app: &App, me: &SignedIn, (id, kind): Of, lang: Lang) -> Result<Found, Error> {
    let asker = me.me.clone();
    app.read(move |conn: &mut Conn| {
        let owner = owner(conn, &asker, (id, Act::WriteMailTexts))?;
        let kind: MailKind = kind.parse().map_err(|_| Error::Missing)?;
        let kept = store::mail_texts::find(conn, id, kind.as_str(), lang.as_str())?;
        Ok(Found { owner, kind, lang, kept })
    })
    .await
}

/// `GET /organisations/{organisation}/mail-texts/{kind}`
pub async fn show(me: SignedIn, of: Path<Of>, chosen: Query<Chosen>, app: Data<App>) -> Answer {
    let found = find(&app, &me, of.into_inner(), chosen.lang()?).await?;
    let text = found.kept.clone().unwrap_or_default();
    let mut page = view(&app, &me, &found, text)?;
    Done { done: chosen.into_inner().done }.tell(&app, &mut page.page);
    pages::html(&app, &me, TEMPLATE, &page)
}

/// `POST /organisations/{organisation}/mail-texts/{kind}`: looks at it, or keeps it.
pub async fn save(me: SignedIn, of: Path<Of>, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let lang = form.typed.text("lang").parse().map_err(|_| Error::Missing)?;
    let found = find(&app, &me, of.into_inner(), lang).await?;
    let text = read(&form.typed);
    let wrong = text.check(found.kind);
    if !wrong.is_empty() {
        return again(&app, &me, (&found, text), wrong);
    }
    if form.typed.text("step") != "save" {
        return pages::html(&app, &me, TEMPLATE, &view(&app, &me, &found, text)?);
    }
    let (at, by) = ((found.owner.id, found.kind), (me.id, me.name().to_owned()));
    let now = me.now;
    let done = app.write(move |tx| {
        actions::write_mail_text(tx, (at.0, at.1, lang.as_str()), &text, &by, now)
    });
    match done.await {
        Ok(()) | Err(Failure::Refused(_)) => Ok(pages::see_other(back(&found, "mail-text"))),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

fn read(typed: &Typed) -> MailText {
    MailText {
        subject: typed.text("subject").to_owned(),
        intro: typed.text("intro").to_owned(),
        closing: typed.text("closing").to_owned(),
    }
}

fn back(found: &Found, done: &str) -> String {
    let (list, kind) = (address(found.owner.id), found.kind.as_str());
    format!("{list}/{kind}?lang={}&done={done}", found.lang)
}

/// `POST /organisations/{organisation}/mail-texts/{kind}/removal`: the standard text again.
pub async fn remove(me: SignedIn, of: Path<Of>, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let lang: Lang = form.typed.text("lang").parse().map_err(|_| Error::Missing)?;
    let found = find(&app, &me, of.into_inner(), lang).await?;
    let (at, by) = ((found.owner.id, found.kind), (me.id, me.name().to_owned()));
    let now = me.now;
    app.write::<_, StoreError, _>(move |tx| {
        actions::restore_mail_text(tx, (at.0, at.1, lang.as_str()), &by, now)
    })
    .await?;
    Ok(pages::see_other(back(&found, "mail-standard")))
}

fn again(
    app: &App,
    me: &SignedIn,
    (found, text): (&Found, MailText),
    wrong: Vec<(&'static str, TextRefusal)>,
) -> Answer {
    // The mail with a faulty text would be no mail: the standard one is shown meanwhile.
    let mut page = view(app, me, found, MailText::default())?;
    (page.subject, page.intro, page.closing) = (text.subject, text.intro, text.closing);
    let most = |field: &str| match field {
        "subject" => MOST_SUBJECT,
        "intro" => MOST_INTRO,
        _ => MOST_CLOSING,
    };
    let places = page.places.join(", ");
    let error = |(field, why): (&str, TextRefusal)| {
        let max = i64::try_from(most(field)).unwrap_or_default();
        let args = [("max", max.into()), ("places", places.as_str().into())];
        let text = app.renderer.translate(me.lang, why.key(), &args);
        FieldError { field: field.to_owned(), text }
    };
    page.errors = wrong.into_iter().map(error).collect();
    page.page.fault = true;
    pages::faulty(app, me, TEMPLATE, &page)
}

fn view(app: &App, me: &Me, found: &Found, text: MailText) -> Result<TextPage, Error> {
    let mut page = frame(app, me, &found.owner);
    let list = address(found.owner.id);
    let name = name(app, me, found.kind);
    page.title.clone_from(&name);
    page.crumbs.pop();
    page.crumbs.push(pages::crumb(&list, say(app, me, "mail-texts-title")));
    page.crumbs.push(pages::here(&name));
    let word = |slot: &Slot| format!("{{{}}}", slot.written()[usize::from(found.lang == Lang::En)]);
    Ok(TextPage {
        page,
        errors: vec![],
        above: found.owner.name.clone(),
        action: format!("{list}/{}", found.kind.as_str()),
        list,
        name,
        text_lang: found.lang.as_str(),
        language: say(app, me, &format!("mail-text-{}", found.lang)),
        places: found.kind.slots().iter().map(word).collect(),
        preview: preview(app, found, &text)?,
        subject: text.subject,
        intro: text.intro,
        closing: text.closing,
        own: found.kept.is_some(),
    })
}

/// The mail with invented facts.
fn preview(app: &App, found: &Found, text: &MailText) -> Result<Preview, Error> {
    let say = |key: &str| app.renderer.translate(found.lang, key, &[]);
    let (name, round) = (say("mail-sample-name"), say("mail-sample-round"));
    let sender = app.renderer.translate(
        found.lang,
        "municipality-of",
        &[("name", found.owner.name.as_str().into())],
    );
    let filled = |text: &str| {
        let value = |slot: Slot| match slot {
            Slot::Name => name.clone(),
            Slot::Round => round.clone(),
            Slot::Municipality => found.owner.name.clone(),
        };
        Some(fill(text, found.kind, value)).filter(|text| !text.is_empty())
    };
    let (moment, link) = (say("mail-sample-moment"), app.limits.public_url.clone());
    let notice = found.kind.notice();
    let due = match notice {
        Some(_) => moment.clone(),
        None => SAMPLE_DAY.to_string(),
    };
    let folder = notice.map_or(found.kind.as_str(), |_| NOTICES);
    let facts = serde_json::json!({
        "kind": notice.map(Notice::as_str), "due": due, "subject": "mail-reminder-subject",
        "name": name, "round": round, "sender": sender, "number": 2, "reason": say("mail-sample-reason"),
        "closes_at": moment, "before": moment, "after": moment, "at": moment,
        "left": say("ahead-2_days"), "open": 2, "total": 19, "lot": say("mail-sample-lot"),
        "cooperative": say("mail-sample-cooperative"), "by": name, "hash": "0".repeat(64),
        "href": link, "mute": link, "verification": link,
        "intro": filled(&text.intro), "closing": filled(&text.closing),
    });
    let part = |part: &str| {
        let template = format!("mail/{folder}/{part}.txt");
        app.renderer.text(found.lang, &template, &facts)
    };
    let subject = match filled(&text.subject) {
        Some(subject) => subject,
        None => part("subject")?,
    };
    Ok(Preview { subject: subject.trim().to_owned(), body: part("body")?.trim().to_owned() })
}
