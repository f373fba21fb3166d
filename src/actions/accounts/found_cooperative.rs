use jiff::Timestamp;

use super::{By, entry_in};
use crate::domain::accounts::founding::Founding;
use crate::domain::accounts::{Organisation, OrganisationKind, Role};
use crate::domain::ids::OrganisationId;
use crate::store::{self, StoreError, Tx, new_id};

/// A cooperative begins. Who founds it leads it and may hand in bids for it.
pub fn found_cooperative(
    tx: &mut Tx,
    by: &By,
    founding: Founding,
    now: Timestamp,
) -> Result<OrganisationId, StoreError> {
    let id = OrganisationId::new(new_id());
    let organisation = Organisation {
        id,
        kind: OrganisationKind::Cooperative,
        slug: free_slug(tx, founding.slug(), id)?,
        name: founding.name.into(),
        theme: None,
        place: founding.place.into(),
        registration: founding.number.map(String::from),
        legal_form: Some(founding.legal_form.as_str().to_owned()),
    };
    store::accounts::add_organisation(tx, &organisation, now)?;
    for role in [Role::Lead, Role::Signatory] {
        store::accounts::add_membership(tx, by.0, id, role, now)?;
    }
    store::journal::add(tx, &entry_in(&organisation, by, "founded_cooperative", now))?;
    Ok(id)
}

/// Names may be the same; addresses may not.
fn free_slug(tx: &mut Tx, slug: String, id: OrganisationId) -> Result<String, StoreError> {
    Ok(match store::accounts::organisation_by_slug(tx, &slug)? {
        None => slug,
        Some(_) => format!("{slug}-{}", &id.as_str()[..8]),
    })
}
