use crate::domain::accounts::{Actor, Membership, Role};
use crate::domain::ids::{OrganisationId, PersonId};

/// Somebody with one role in one organisation.
pub fn member(organisation: &str, role: Role) -> Actor {
    let membership = Membership {
        organisation: OrganisationId::named(organisation),
        kind: role.belongs_to(),
        organisation_name: organisation.into(),
        slug: organisation.into(),
        theme: None,
        role,
    };
    Actor { person: Some(PersonId::named("somebody")), memberships: vec![membership] }
}
