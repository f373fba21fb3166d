//! The frame of pages: who is signed in, the menu, the municipality's look.

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web::Data};
use serde::Serialize;

use super::errors::{AWAY, Answer, Error, Fault};
use super::me::{self, Me};
use super::state::App;
use crate::domain::accounts::{Membership, Organisation, OrganisationKind, Role};
use crate::rendering::layout::{self, Crumb, MenuItem, Page};

/// A page with its status; `page` holds the field `page` and those of its template.
pub fn html(app: &App, me: &Me, template: &str, page: &impl Serialize) -> Answer {
    with_status(app, me, StatusCode::OK, (template, page))
}

/// A form that came back: 422, the typed values, a sentence per field.
pub fn faulty(app: &App, me: &Me, template: &str, page: &impl Serialize) -> Answer {
    with_status(app, me, StatusCode::UNPROCESSABLE_ENTITY, (template, page))
}

pub fn with_status(
    app: &App,
    me: &Me,
    status: StatusCode,
    (template, page): (&str, &impl Serialize),
) -> Answer {
    let body = lead_somewhere(app.renderer.html(me.lang, template, page)?);
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(body))
}

/// A form may be posted by who does not see it, or no longer: what is wrong then leads to the page
/// itself, because the field is not there.
fn lead_somewhere(body: String) -> String {
    const LINK: &str = "<a href=\"#";
    let Some((before, rest)) = body.split_once("class=\"app-error-summary\"") else { return body };
    let Some((summary, after)) = rest.split_once("</section>") else { return body };
    let mut led = String::with_capacity(body.len());
    led.push_str(before);
    led.push_str("class=\"app-error-summary\"");
    for (place, part) in summary.split(LINK).enumerate() {
        let field = part.split('"').next().unwrap_or_default();
        if place > 0 {
            led.push_str(LINK);
        }
        match place > 0 && !body.contains(&format!(" id=\"{field}\"")) {
            true => led.push_str(&part.replacen(field, "content", 1)),
            false => led.push_str(part),
        }
    }
    led.push_str("</section>");
    led.push_str(after);
    led
}

pub fn see_other(place: impl AsRef<str>) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, place.as_ref())).finish()
}

/// The frame for this person. `title` is a key of `locales/`; a title made of data is set after.
pub fn frame(app: &App, me: &Me, title: &str) -> Page {
    let member = main_membership(me);
    Page {
        lang: me.lang,
        title: app.renderer.translate(me.lang, title, &[]),
        municipality: member.and_then(municipality_of),
        me: me.person.as_ref().map(|person| layout::Me {
            name: person.name.clone(),
            role_line: role_line(app, me, member),
        }),
        csrf: me.csrf.clone(),
        menu: menu(app, me),
        path: me.path.clone(),
        demo: app.demo,
        ..Page::default()
    }
}

/// The same in the house style of one municipality.
pub fn frame_of(app: &App, me: &Me, title: &str, municipality: &Organisation) -> Page {
    Page {
        municipality: Some(layout::Municipality {
            name: municipality.name.clone(),
            theme: municipality.theme.clone().unwrap_or_else(|| "buurtbod".into()),
            slug: municipality.slug.clone(),
        }),
        ..frame(app, me, title)
    }
}

/// A step of the way to a page; the label is text, not a key.
pub fn crumb(href: impl Into<String>, label: impl Into<String>) -> Crumb {
    Crumb { href: Some(href.into()), label: label.into() }
}

/// The last step: the page itself.
pub fn here(label: impl Into<String>) -> Crumb {
    Crumb { href: None, label: label.into() }
}

/// A message above the page that something went well.
pub fn success(text: String) -> layout::Notice {
    layout::Notice { kind: layout::NoticeKind::Success, text }
}

/// A message above the page about something that is not as usual.
pub fn warning(text: String) -> layout::Notice {
    layout::Notice { kind: layout::NoticeKind::Warning, text }
}

fn main_membership(me: &Me) -> Option<&Membership> {
    me.actor.memberships.first()
}

fn municipality_of(member: &Membership) -> Option<layout::Municipality> {
    (member.kind == OrganisationKind::Municipality).then(|| layout::Municipality {
        name: member.organisation_name.clone(),
        theme: member.theme.clone().unwrap_or_else(|| "buurtbod".into()),
        slug: member.slug.clone(),
    })
}

fn role_line(app: &App, me: &Me, member: Option<&Membership>) -> String {
    match member {
        Some(m) if m.kind == OrganisationKind::Cooperative => m.organisation_name.clone(),
        Some(m) => app.renderer.translate(me.lang, &format!("role-{}", m.role.as_str()), &[]),
        None => String::new(),
    }
}

/// What one sees in the menu follows from one's roles; what one may do is asked elsewhere.
fn menu(app: &App, me: &Me) -> Vec<MenuItem> {
    let role = |wanted: &[Role]| me.actor.memberships.iter().any(|m| wanted.contains(&m.role));
    let items = [
        ("/", "menu-rounds", true),
        ("/bids", "menu-bids", role(&[Role::Lead, Role::Writer, Role::Signatory, Role::Member])),
        (
            "/manage",
            "menu-manage",
            role(&[Role::ProcessLead, Role::Administrator, Role::KeyHolder, Role::DecisionMaker]),
        ),
        ("/review", "menu-review", role(&[Role::Assessor])),
        (
            "/tables",
            "menu-tables",
            role(&[
                Role::Chair,
                Role::Secretary,
                Role::Assessor,
                Role::Adviser,
                Role::Observer,
                Role::ProcessLead,
                Role::KeyHolder,
            ]),
        ),
        ("/consultations", "menu-consultations", true),
        ("/guide", "menu-guide", true),
    ];
    items
        .into_iter()
        .filter(|(href, _, shown)| *shown && super::routes::is_there(href))
        .map(|(href, key, _)| MenuItem {
            href: href.into(),
            label: app.renderer.translate(me.lang, key, &[]),
            current: if href == "/" { me.path == "/" } else { me.path.starts_with(href) },
            count: None,
        })
        .collect()
}

#[derive(Serialize)]
struct FaultPage {
    page: Page,
    /// What a rule said, if a rule said no.
    sentence: Option<String>,
    /// What one can do.
    text: String,
    /// What to look at before sending the same form again.
    look_first: Option<String>,
    /// To quote when asking for help; only when something is broken or away.
    reference: Option<String>,
}

/// The page of an error. Something broken, and a database that is away, is logged once, under the
/// number that the page shows.
pub async fn fault(req: &HttpRequest, app: &Data<App>, fault: &Fault) -> Result<String, Error> {
    let me = match fault.words {
        // Who asks cannot be looked up.
        AWAY => me::unknown(req, app),
        _ => Me::from_request(req, &mut actix_web::dev::Payload::None).await?,
    };
    let reference = fault.detail.as_ref().map(|detail| {
        let number = format!("{:06x}", rand::random::<u32>() & 0x00ff_ffff);
        tracing::error!(reference = number, path = req.path(), detail, "a request failed");
        number
    });
    let words = fault.words;
    let figures = [
        ("max", app.limits.largest_file_mb.into()),
        ("minutes", fault.minutes.unwrap_or_default().into()),
    ];
    // Nobody knows what became of a form when the line broke during the commit.
    let unsure = words == AWAY && !req.method().is_safe();
    let page = FaultPage {
        page: frame(app, &me, &format!("error-{words}-title")),
        sentence: fault.key.map(|key| app.renderer.translate(me.lang, key, &[])),
        text: app.renderer.translate(me.lang, &format!("error-{words}-text"), &figures),
        look_first: unsure.then(|| app.renderer.translate(me.lang, "error-away-sent", &[])),
        reference,
    };
    Ok(app.renderer.html(me.lang, "errors/fault.html", &page)?)
}
