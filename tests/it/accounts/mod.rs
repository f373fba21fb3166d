//! People at the door: through it, and kept out of it.

mod cooperatives;
mod invitations;
mod passwords;
mod profile;
mod registration;
mod sessions;
mod texts;
mod throttles;

use buurtbod::testing::SentMail;

use crate::world::{Page, World};

/// A password nobody in the example has.
const NEW: &str = "vier losse woorden hier";

/// The mails to this address so far, oldest first.
fn mails_to(world: &World, email: &str) -> Vec<SentMail> {
    world.mails().into_iter().filter(|mail| mail.to == email).collect()
}

/// The place on this site that a mail points to.
#[track_caller]
fn link_in(mail: &SentMail, path: &str) -> String {
    let start = format!("http://127.0.0.1:0{path}");
    let line = mail.body.lines().find(|line| line.starts_with(&start));
    let line = line.unwrap_or_else(|| panic!("no link to {path} in {}", mail.body));
    line.trim_start_matches("http://127.0.0.1:0").to_owned()
}

/// The sentences above a form that came back.
fn complaints(page: &Page) -> Vec<String> {
    page.texts_of(".app-error-summary a")
}
