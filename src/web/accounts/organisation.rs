//! What a cooperative tells about itself: read by its members, changed by its writers.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::gate;
use super::organisation_form::{Kept, Matrix, ProfileForm, form, matrix};
use super::profile_files::{FileLine, lines};
use crate::actions::{self, Failure};
use crate::domain::accounts::documents::{MOST_FILES, ProfileFile};
use crate::domain::accounts::profile::{Profile, ProfileProblem, Registered, Told, Typing, read};
use crate::domain::accounts::throttle::Gate;
use crate::domain::accounts::{Organisation, OrganisationKind};
use crate::domain::bids::FileKind;
use crate::domain::ids::OrganisationId;
use crate::domain::moments::day_of;
use crate::domain::permission::{Act, Place};
use crate::domain::refusal::Refusal;
use crate::rendering::layout::{FieldError, Notice, NoticeKind, Page};
use crate::store::{self, Conn};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::pages;
use crate::web::public::views::Reader;
use crate::web::register::RegisterError;
use crate::web::state::App;

pub const TEMPLATE: &str = "accounts/organisation.html";

/// Everything of one cooperative.
pub struct Dossier {
    pub organisation: Organisation,
    pub profile: Profile,
    pub version: i32,
    pub files: Vec<ProfileFile>,
}

impl Dossier {
    pub fn read(conn: &mut Conn, id: OrganisationId) -> Result<Dossier, Error> {
        let organisation = store::accounts::organisation(conn, id)?;
        if organisation.kind != OrganisationKind::Cooperative {
            return Err(Error::Missing);
        }
        let (profile, version) = store::profiles::find(conn, id)?;
        Ok(Dossier { organisation, profile, version, files: store::profiles::files(conn, id)? })
    }

    pub async fn open(
        app: &App,
        me: &SignedIn,
        id: OrganisationId,
        act: Act,
    ) -> Result<Dossier, Error> {
        me.may(act, &Place::organisation(id))?;
        app.read(move |conn| Dossier::read(conn, id)).await
    }
}

pub fn address(id: OrganisationId) -> String {
    format!("/organisations/{id}/profile")
}

#[derive(Serialize)]
pub struct OrganisationPage {
    pub page: Page,
    pub errors: Vec<FieldError>,
    name: String,
    action: String,
    members: String,
    version: i32,
    /// None for who only reads along.
    form: Option<ProfileForm>,
    facts: Vec<Fact>,
    matrix: Option<Matrix>,
    registered: Option<String>,
    files: Vec<FileLine>,
    removed: Vec<FileLine>,
    can_write: bool,
    accept: String,
    largest_mb: u32,
    most: usize,
    pub valid_until: String,
}

#[derive(Serialize)]
struct Fact {
    term: String,
    text: String,
}

/// `GET /organisations/{organisation}/profile`
pub async fn show(me: SignedIn, id: Path<OrganisationId>, app: Data<App>) -> Answer {
    let dossier = Dossier::open(&app, &me, *id, Act::ViewProfile).await?;
    let kept = Kept::new(&dossier.organisation, &dossier.profile);
    let mut page = page(&app, &me, &dossier, &kept);
    page.page.notice = notice(&app, &me);
    pages::html(&app, &me, TEMPLATE, &page)
}

/// What was just done, from the address.
fn notice(app: &App, me: &SignedIn) -> Option<Notice> {
    let done = me.path.split_once("?done=")?.1;
    let (kind, key) = match done {
        "saved" => (NoticeKind::Success, "profile-saved"),
        "known" => (NoticeKind::Success, "profile-saved-known"),
        "unknown" => (NoticeKind::Warning, "profile-saved-unknown"),
        "down" => (NoticeKind::Warning, "profile-saved-down"),
        "file" => (NoticeKind::Success, "profile-file-added"),
        _ => return None,
    };
    Some(Notice { kind, text: app.renderer.translate(me.lang, key, &[]) })
}

/// `POST /organisations/{organisation}/profile`
pub async fn save(
    me: SignedIn,
    id: Path<OrganisationId>,
    posted: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let dossier = Dossier::open(&app, &me, *id, Act::EditProfile).await?;
    let mut told = match read(&posted.typed, day_of(me.now).year()) {
        Ok(told) => told,
        Err(wrong) => return come_back(&app, &me, (&dossier, &posted.typed), wrong),
    };
    let done = look_up(&app, &me, &dossier, &mut told).await;
    let seen = posted.typed.number("version");
    let (id, by, now) = (*id, (me.id, me.name().to_owned()), me.now);
    match app.write(move |tx| actions::change_profile(tx, id, (told, seen), &by, now)).await {
        Ok(()) => Ok(pages::see_other(format!("{}?done={done}", address(id)))),
        Err(Failure::Refused(why)) => clash(&app, &me, (id, &posted.typed), why).await,
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

/// Asks the register about a number that it did not answer about yet. Whatever it says, and whether
/// it answers at all, the profile is saved.
async fn look_up(
    app: &Data<App>,
    me: &SignedIn,
    dossier: &Dossier,
    told: &mut Told,
) -> &'static str {
    let number = told.number.clone().map(String::from);
    let known = dossier.profile.registered.as_ref().map(|known| &known.number);
    let Some((register, number)) = app.register.as_ref().zip(number) else { return "saved" };
    if known == Some(&number) {
        return "saved";
    }
    // Too many questions are no reason to lose what was typed.
    if gate::pass(app, me, Gate::LookUp, dossier.organisation.id.as_str()).await.is_err() {
        return "down";
    }
    match register.look_up(&number).await {
        Ok(Some(found)) => {
            let (name, place) = (found.name, found.place);
            told.profile.registered = Some(Registered { number, name, place, at: me.now });
            "known"
        }
        Ok(None) => "unknown",
        Err(RegisterError::Silent | RegisterError::Unreadable) => "down",
    }
}

type Wrong = Vec<(String, ProfileProblem)>;

fn come_back(
    app: &App,
    me: &SignedIn,
    (dossier, typed): (&Dossier, &crate::web::forms::Typed),
    wrong: Wrong,
) -> Answer {
    let mut page = page(app, me, dossier, typed);
    page.page.fault = true;
    page.version = typed.number("version");
    let error = |(field, why): (String, ProfileProblem)| FieldError {
        field,
        text: app.renderer.translate(me.lang, why.key(), &[]),
    };
    page.errors = wrong.into_iter().map(error).collect();
    pages::faulty(app, me, TEMPLATE, &page)
}

/// Somebody else saved first: what was typed stays in its fields, on the version of now, so that
/// saving again is a choice.
async fn clash(
    app: &App,
    me: &SignedIn,
    (id, typed): (OrganisationId, &crate::web::forms::Typed),
    why: ProfileProblem,
) -> Answer {
    let dossier = Dossier::open(app, me, id, Act::EditProfile).await?;
    let mut page = page(app, me, &dossier, typed);
    page.page.fault = true;
    let text = app.renderer.translate(me.lang, why.key(), &[]);
    page.page.notice = Some(Notice { kind: NoticeKind::Warning, text });
    pages::with_status(app, me, StatusCode::CONFLICT, (TEMPLATE, &page))
}

pub fn page(app: &App, me: &SignedIn, dossier: &Dossier, values: &impl Typing) -> OrganisationPage {
    let Dossier { organisation, profile, files, .. } = dossier;
    let r = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let can_write = me.can(Act::EditProfile, &Place::organisation(organisation.id));
    let mut page = pages::frame(app, me, "profile-title");
    page.crumbs = vec![pages::crumb("/bids", r.say("menu-bids")), pages::here(page.title.clone())];
    let (there, removed): (Vec<_>, Vec<_>) = files.iter().partition(|f| f.removed_at.is_none());
    OrganisationPage {
        page,
        errors: vec![],
        name: organisation.name.clone(),
        action: address(organisation.id),
        members: format!("/organisations/{}/members", organisation.id),
        version: dossier.version,
        form: can_write.then(|| form(values, r)),
        facts: if can_write { vec![] } else { facts(dossier, r) },
        matrix: matrix(profile, r),
        registered: profile.registered.as_ref().map(|known| registered(r, known)),
        files: lines(app, me, &there),
        removed: lines(app, me, &removed),
        can_write,
        accept: FileKind::accepted(),
        largest_mb: app.limits.largest_file_mb,
        most: MOST_FILES,
        valid_until: String::new(),
    }
}

fn registered(r: Reader<'_>, known: &Registered) -> String {
    let args = [
        ("number", known.number.as_str().into()),
        ("name", known.name.as_str().into()),
        ("place", known.place.as_deref().unwrap_or("–").into()),
        ("day", r.renderer.date(r.lang, known.at).into()),
    ];
    r.renderer.translate(r.lang, "profile-registered", &args)
}

/// What is filled in, to read.
fn facts(dossier: &Dossier, r: Reader<'_>) -> Vec<Fact> {
    let Dossier { organisation, profile, .. } = dossier;
    let form = organisation.legal_form.as_deref().map(|f| r.say(&format!("legal-form-{f}")));
    let kind = profile.kind.map(|k| r.say(&format!("profile-kind-{}", k.as_str())));
    let person = |p: &crate::domain::accounts::profile::BoardMember| {
        [p.name.as_str(), p.role.as_str(), p.own.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let year = |y: &crate::domain::accounts::profile::Year| {
        let args = [
            ("year", y.year.to_string().into()),
            ("members", y.members.into()),
            ("turnout", y.turnout.map_or_else(|| "–".to_owned(), |t| t.to_string()).into()),
        ];
        r.renderer.translate(r.lang, "profile-year-said", &args)
    };
    let work = |w: &crate::domain::accounts::profile::Work| {
        format!("{}, {}, {}, {}", w.what, w.for_whom, w.since, w.reference)
    };
    let all = [
        ("profile-number", organisation.registration.clone()),
        ("profile-legal-form", form),
        ("profile-kind", kind),
        ("profile-introduction", Some(profile.introduction.clone())),
        ("profile-board", Some(profile.board.iter().map(person).collect::<Vec<_>>().join("\n"))),
        ("profile-years", Some(profile.years.iter().map(year).collect::<Vec<_>>().join("\n"))),
        ("profile-track", Some(profile.track.iter().map(work).collect::<Vec<_>>().join("\n"))),
    ];
    let said = all.into_iter().filter_map(|(key, text)| Some((key, text?)));
    said.filter(|(_, text)| !text.is_empty())
        .map(|(key, text)| Fact { term: r.say(key), text })
        .collect()
}
