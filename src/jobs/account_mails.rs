//! Mails about getting in. The links begin with the public address of the service.

use super::Worker;
use super::errands::{ErrandError, post};
use crate::domain::errand::Errand;
use crate::domain::ids::OrganisationId;
use crate::mail::accounts::{
    AccountMail, AlreadyRegistered, Facts, Invitation, PartyInvitation, PasswordChanged,
    ResetPassword, VerifyEmail,
};
use crate::rendering::Lang;
use crate::store::outbox::Claimed;
use crate::store::{self, StoreError};

/// Does errands of this room; those of others are not its business.
pub fn run(worker: &Worker, claimed: &Claimed) -> Result<(), ErrandError> {
    let link = |path: &str| format!("{}{path}", worker.public_url);
    let desk = Desk { worker, claimed };
    match &claimed.errand {
        Errand::VerifyEmail { email, name, lang, secret } => {
            let href = link(&format!("/verification/{secret}"));
            desk.send((email, name, lang), VerifyEmail { href })
        }
        Errand::AlreadyRegistered { email, name, lang } => {
            let (sign_in, reset) = (link("/sign-in"), link("/password-reset"));
            desk.send((email, name, lang), AlreadyRegistered { sign_in, reset })
        }
        Errand::ResetPassword { email, name, lang, secret } => {
            let href = link(&format!("/password-reset/{secret}"));
            desk.send((email, name, lang), ResetPassword { href })
        }
        Errand::PasswordChanged { email, name, lang } => {
            desk.send((email, name, lang), PasswordChanged { reset: link("/password-reset") })
        }
        Errand::Invitation { email, organisation, role, secret, by } => {
            let href = link(&format!("/invitations/{secret}"));
            desk.invite((email, *organisation, role), (by, href))
        }
        Errand::PartyInvitation { email, organisation, secret, by } => {
            let href = link(&format!("/party-invitations/{secret}"));
            desk.invite_party((email, *organisation), (by, href))
        }
        _ => Ok(()),
    }
}

struct Desk<'w> {
    worker: &'w Worker,
    claimed: &'w Claimed,
}

impl Desk<'_> {
    fn send<F: Facts>(
        &self,
        (to, name, lang): (&str, &str, &str),
        facts: F,
    ) -> Result<(), ErrandError> {
        let lang = lang.parse().unwrap_or_default();
        let sender = self.worker.renderer.translate(lang, "product", &[]);
        let (to, name) = (to.to_owned(), name.to_owned());
        post(self.worker, self.claimed, &AccountMail { to, name, lang, sender, facts })
    }

    /// Somebody with an account reads it in the language they chose, others in Dutch.
    fn invite(
        &self,
        (email, organisation, role): (&str, OrganisationId, &str),
        (by, href): (&str, String),
    ) -> Result<(), ErrandError> {
        let (organisation, known) = self.worker.db.read_now::<_, StoreError>(|conn| {
            let organisation = store::accounts::organisation(conn, organisation)?;
            Ok((organisation, store::accounts::person_by_email(conn, email)?))
        })?;
        let lang: Lang = known.and_then(|p| p.lang.parse().ok()).unwrap_or_default();
        let role = self.worker.renderer.translate(lang, &format!("role-{role}"), &[]);
        let (by, organisation) = (by.to_owned(), organisation.name);
        self.send((email, "", lang.as_str()), Invitation { by, organisation, role, href })
    }

    fn invite_party(
        &self,
        (email, organisation): (&str, OrganisationId),
        (by, href): (&str, String),
    ) -> Result<(), ErrandError> {
        let (organisation, known) = self.worker.db.read_now::<_, StoreError>(|conn| {
            let organisation = store::accounts::organisation(conn, organisation)?;
            Ok((organisation, store::accounts::person_by_email(conn, email)?))
        })?;
        let lang: Lang = known.and_then(|p| p.lang.parse().ok()).unwrap_or_default();
        let (by, organisation) = (by.to_owned(), organisation.name);
        self.send((email, "", lang.as_str()), PartyInvitation { by, organisation, href })
    }
}
