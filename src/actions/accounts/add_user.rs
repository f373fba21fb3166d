use jiff::Timestamp;

use super::invite::GOOD_FOR;
use crate::domain::accounts::credentials::Email;
use crate::domain::accounts::{Organisation, OrganisationKind, Role};
use crate::domain::ids::OrganisationId;
use crate::domain::journal::sha256_hex;
use crate::store::tokens::{Purpose, Token};
use crate::store::{self, StoreError, Tx, new_id};

/// Somebody who gets in by a link instead of a mail.
pub struct AddUser {
    pub email: Email,
    pub name: String,
    /// Short name of the organisation; made when new.
    pub organisation: String,
    pub role: Role,
    pub secret: String,
}

/// Makes the organisation if it is new, and an invitation that works for seven days.
pub fn add_user(tx: &mut Tx, user: &AddUser, now: Timestamp) -> Result<(), StoreError> {
    let organisation = match store::accounts::organisation_by_slug(tx, &user.organisation)? {
        Some(found) => found.id,
        None => make(tx, user, now)?,
    };
    let expires_at = now.saturating_add(GOOD_FOR).unwrap_or(now);
    let token = Token {
        organisation: Some(organisation),
        role: Some(user.role),
        name: Some(user.name.clone()),
        ..Token::new(Purpose::Invite, user.email.as_str().to_owned(), expires_at)
    };
    store::tokens::add(tx, &token, &sha256_hex(user.secret.as_bytes()), now)
}

fn make(tx: &mut Tx, user: &AddUser, now: Timestamp) -> Result<OrganisationId, StoreError> {
    let kind = user.role.belongs_to();
    let organisation = Organisation {
        id: OrganisationId::new(new_id()),
        kind,
        name: user.organisation.clone(),
        slug: user.organisation.to_lowercase(),
        theme: (kind == OrganisationKind::Municipality).then(|| "buurtbod".to_owned()),
        place: user.organisation.clone(),
        registration: None,
        legal_form: None,
    };
    store::accounts::add_organisation(tx, &organisation, now)?;
    Ok(organisation.id)
}
