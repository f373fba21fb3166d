//! Giving and taking roles within an organisation.

use thiserror::Error;

use super::{OrganisationKind, Role};
use crate::domain::refusal::Refusal;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RoleRefusal {
    #[error("this role does not exist in this kind of organisation")]
    NotHere,
    #[error("this person has this role already")]
    HasItAlready,
    #[error("an organisation needs somebody in charge")]
    LastInCharge,
}

impl Refusal for RoleRefusal {
    fn key(&self) -> &'static str {
        match self {
            RoleRefusal::NotHere => "refusal-role-not-here",
            RoleRefusal::HasItAlready => "refusal-role-has-already",
            RoleRefusal::LastInCharge => "refusal-role-last",
        }
    }
}

impl OrganisationKind {
    /// Who invites people and gives roles.
    pub fn in_charge(self) -> Role {
        match self {
            OrganisationKind::Cooperative => Role::Lead,
            OrganisationKind::Municipality => Role::Administrator,
        }
    }

    /// The roles that exist in this kind of organisation.
    pub fn roles(self) -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(move |role| role.belongs_to() == self)
    }
}

/// May this role be given here?
pub fn may_give(role: Role, kind: OrganisationKind) -> Result<(), RoleRefusal> {
    if role.belongs_to() == kind { Ok(()) } else { Err(RoleRefusal::NotHere) }
}

/// May this role be taken from somebody, when so many people have it?
pub fn may_take(role: Role, kind: OrganisationKind, holders: usize) -> Result<(), RoleRefusal> {
    if role == kind.in_charge() && holders <= 1 {
        return Err(RoleRefusal::LastInCharge);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_given_where_it_exists() {
        use OrganisationKind::{Cooperative, Municipality};
        assert_eq!(may_give(Role::Writer, Cooperative), Ok(()));
        assert_eq!(may_give(Role::Writer, Municipality), Err(RoleRefusal::NotHere));
        assert_eq!(may_give(Role::KeyHolder, Cooperative), Err(RoleRefusal::NotHere));
        assert_eq!(Cooperative.roles().count() + Municipality.roles().count(), Role::ALL.len());
    }

    #[test]
    fn somebody_stays_in_charge() {
        use OrganisationKind::{Cooperative, Municipality};
        assert_eq!(may_take(Role::Lead, Cooperative, 1), Err(RoleRefusal::LastInCharge));
        assert_eq!(may_take(Role::Lead, Cooperative, 2), Ok(()));
        assert_eq!(may_take(Role::Administrator, Municipality, 1), Err(RoleRefusal::LastInCharge));
        assert_eq!(may_take(Role::Signatory, Cooperative, 1), Ok(()));
    }
}
