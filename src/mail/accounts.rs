//! Mails about getting in: the same letter around different facts.

use serde::Serialize;

use super::Mail;
use crate::rendering::Lang;

#[derive(Serialize)]
pub struct AccountMail<F> {
    pub to: String,
    pub name: String,
    pub lang: Lang,
    /// Name of the service.
    pub sender: String,
    #[serde(flatten)]
    pub facts: F,
}

/// What one of these mails is about.
pub trait Facts: Serialize {
    const NAME: &'static str;
}

impl<F: Facts> Mail for AccountMail<F> {
    const NAME: &'static str = F::NAME;

    fn to(&self) -> &str {
        &self.to
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}

/// Somebody who registered confirms the address by this link.
#[derive(Serialize)]
pub struct VerifyEmail {
    pub href: String,
}

impl Facts for VerifyEmail {
    const NAME: &'static str = "verify_email";
}

/// Somebody registered with an address that has an account: no second one, but two ways in.
#[derive(Serialize)]
pub struct AlreadyRegistered {
    pub sign_in: String,
    pub reset: String,
}

impl Facts for AlreadyRegistered {
    const NAME: &'static str = "already_registered";
}

#[derive(Serialize)]
pub struct ResetPassword {
    pub href: String,
}

impl Facts for ResetPassword {
    const NAME: &'static str = "reset_password";
}

/// After the change, to the one who would want to know if it was somebody else.
#[derive(Serialize)]
pub struct PasswordChanged {
    pub reset: String,
}

impl Facts for PasswordChanged {
    const NAME: &'static str = "password_changed";
}

#[derive(Serialize)]
pub struct Invitation {
    /// Who invites.
    pub by: String,
    pub organisation: String,
    /// The role in words.
    pub role: String,
    pub href: String,
}

impl Facts for Invitation {
    const NAME: &'static str = "invitation";
}

/// Take a place in the bid of somebody else.
#[derive(Serialize)]
pub struct PartyInvitation {
    /// Who invites, and for which cooperative.
    pub by: String,
    pub organisation: String,
    pub href: String,
}

impl Facts for PartyInvitation {
    const NAME: &'static str = "party_invitation";
}
