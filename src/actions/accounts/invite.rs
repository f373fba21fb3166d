use jiff::{SignedDuration, Timestamp};

use super::{By, entry_in};
use crate::actions::Failure;
use crate::domain::accounts::Role;
use crate::domain::accounts::credentials::Email;
use crate::domain::accounts::roles::{RoleRefusal, may_give};
use crate::domain::errand::Errand;
use crate::domain::ids::OrganisationId;
use crate::domain::journal::sha256_hex;
use crate::store::tokens::{Purpose, Token};
use crate::store::{self, Tx};

pub struct Invite {
    pub organisation: OrganisationId,
    pub email: Email,
    pub role: Role,
    /// Goes into the mail; only its hash is kept.
    pub secret: String,
}

/// So long an invitation works.
pub const GOOD_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Invites somebody by mail to take a role. A second invitation for the same replaces the first.
pub fn invite(
    tx: &mut Tx,
    by: &By,
    invite: &Invite,
    now: Timestamp,
) -> Result<(), Failure<RoleRefusal>> {
    let organisation = store::accounts::organisation(tx, invite.organisation)?;
    may_give(invite.role, organisation.kind)?;
    let email = invite.email.as_str();
    let members = store::members::of(tx, organisation.id)?;
    let known = members.iter().find(|m| m.email == email);
    if known.is_some_and(|m| m.roles.iter().any(|(role, _)| *role == invite.role)) {
        return Err(RoleRefusal::HasItAlready.into());
    }
    for (hash, open) in store::tokens::invitations(tx, organisation.id, now)? {
        if open.email == email && open.role == Some(invite.role) {
            store::tokens::use_up(tx, &hash, now)?;
        }
    }
    let expires_at = now.saturating_add(GOOD_FOR).unwrap_or(now);
    let token = Token {
        organisation: Some(organisation.id),
        role: Some(invite.role),
        ..Token::new(Purpose::Invite, email.to_owned(), expires_at)
    };
    store::tokens::add(tx, &token, &sha256_hex(invite.secret.as_bytes()), now)?;
    let mut entry = entry_in(&organisation, by, "invited_person", now);
    entry.particulars.insert("role".into(), invite.role.as_str().into());
    entry.particulars.insert("person".into(), email.to_owned());
    store::journal::add(tx, &entry)?;
    let errand = Errand::Invitation {
        email: email.to_owned(),
        organisation: organisation.id,
        role: invite.role.as_str().to_owned(),
        secret: invite.secret.clone(),
        by: by.1.clone(),
    };
    Ok(store::outbox::add(tx, &errand, now)?)
}
