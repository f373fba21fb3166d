//! Coming in and belonging: registering, signing in, passwords, one's own account, cooperatives,
//! members and invitations.

mod cooperatives;
mod devices;
pub mod gate;
mod invitations;
mod mail_texts;
mod members;
mod organisation;
mod organisation_form;
mod outbox;
mod party_invitations;
mod passwords;
mod problems;
mod profile;
mod profile_files;
mod registration;
mod reset;
mod roles;
mod sessions;
mod verification;

use actix_web::web::{Data, Query};
use serde::{Deserialize, Serialize};

use super::errors::Answer;
use super::me::Me;
use super::pages;
use super::routes::Table;
use super::state::App;
use crate::rendering::layout::{Notice, NoticeKind, Page};

pub use gate::pass as pass_gate;
pub use invitations::{Way as InvitationWay, facts as invitation_facts};
pub use outbox::address as outbox_address;
pub use party_invitations::{accept as join_bid, show as party_invitation};
pub use profile::confirms;
pub use profile_files::ends as profile_file_ends;

/// What a cooperative tells about itself.
pub fn profile_routes(t: &mut Table) {
    t.get("/organisations/{organisation}/profile", organisation::show);
    t.post("/organisations/{organisation}/profile", organisation::save);
    t.post("/organisations/{organisation}/profile/documents", profile_files::add);
    t.get("/organisations/{organisation}/profile/documents/{document}", profile_files::download);
    t.post(
        "/organisations/{organisation}/profile/documents/{document}/removal",
        profile_files::remove,
    );
    t.post(
        "/organisations/{organisation}/profile/documents/{document}/restoration",
        profile_files::restore,
    );
}

pub fn routes(t: &mut Table) {
    t.get("/sign-in", sessions::sign_in_page);
    t.post("/sign-in", sessions::sign_in);
    t.post("/sign-out", sessions::sign_out);
    t.get("/register", registration::show);
    t.post("/register", registration::register);
    t.get("/mail-sent", mail_sent);
    t.get("/verification/{secret}", verification::show);
    t.post("/verification/{secret}", verification::verify);
    t.get("/password-reset", reset::show);
    t.post("/password-reset", reset::ask);
    t.get("/password-reset/{secret}", reset::choose_page);
    t.post("/password-reset/{secret}", reset::choose);
    t.get("/account", profile::show);
    t.post("/account", profile::save);
    t.post("/account/password", profile::change_password);
    t.post("/account/sessions/closure", profile::end_others);
    t.post("/account/sessions/{session}/closure", profile::end_one);
    t.get("/cooperatives/new", cooperatives::show);
    t.post("/cooperatives/new", cooperatives::found);
    belonging(t);
    mails(t);
}

fn belonging(t: &mut Table) {
    t.get("/organisations/{organisation}/members", members::show);
    t.post("/organisations/{organisation}/members", members::invite);
    t.get("/organisations/{organisation}/members/{person}/roles/{role}/withdrawal", roles::ask);
    t.post("/organisations/{organisation}/members/{person}/roles/{role}/withdrawal", roles::take);
    t.post(
        "/organisations/{organisation}/open-invitations/{invitation}/withdrawal",
        members::withdraw_invitation,
    );
    t.get("/invitations/{secret}", invitations::show);
    t.post("/invitations/{secret}", invitations::accept);
}

/// The mails of a municipality.
fn mails(t: &mut Table) {
    t.get("/organisations/{organisation}/mail", outbox::show);
    t.post("/organisations/{organisation}/mail/{errand}/resending", outbox::again);
    t.get("/organisations/{organisation}/mail-texts", mail_texts::list);
    t.get("/organisations/{organisation}/mail-texts/{kind}", mail_texts::show);
    t.post("/organisations/{organisation}/mail-texts/{kind}", mail_texts::save);
    t.post("/organisations/{organisation}/mail-texts/{kind}/removal", mail_texts::remove);
}

/// What was just done, told on the page one lands on.
#[derive(Deserialize)]
struct Done {
    #[serde(default)]
    done: String,
}

const TOLD: [&str; 12] = [
    "welcome",
    "name",
    "password",
    "session",
    "sessions",
    "founded",
    "invited",
    "withdrawn",
    "joined",
    "resent",
    "mail-text",
    "mail-standard",
];

impl Done {
    fn tell(&self, app: &App, page: &mut Page) {
        let Some(known) = TOLD.iter().find(|word| **word == self.done) else { return };
        let text = app.renderer.translate(page.lang, &format!("done-{known}"), &[]);
        page.notice = Some(Notice { kind: NoticeKind::Success, text });
    }
}

#[derive(Deserialize)]
struct About {
    #[serde(default)]
    about: String,
}

#[derive(Serialize)]
struct MailSentPage {
    page: Page,
    text: String,
    /// Page to try again with another address.
    again: &'static str,
}

/// `GET /mail-sent`: the same for every address, known or not.
async fn mail_sent(me: Me, query: Query<About>, app: Data<App>) -> Answer {
    let (key, again) = match query.about.as_str() {
        "reset" => ("mail-sent-reset", "/password-reset"),
        _ => ("mail-sent-register", "/register"),
    };
    let page = MailSentPage {
        page: pages::frame(&app, &me, "mail-sent-title"),
        text: app.renderer.translate(me.lang, key, &[]),
        again,
    };
    pages::html(&app, &me, "accounts/mail_sent.html", &page)
}
