//! People, organisations and the roles they have there.

pub mod credentials;
pub mod documents;
pub mod founding;
pub mod profile;
pub mod roles;
pub mod throttle;

use serde::{Deserialize, Serialize};

use crate::domain::ids::{OrganisationId, PersonId};

/// Makes an enum that is a word in the database and in JSON, with one list of all of them.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),+ }

        #[allow(dead_code, reason = "every enum of words has the whole set")]
        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::accounts::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok($name::$variant),)+
                    other => Err($crate::domain::accounts::UnknownWord(other.to_owned())),
                }
            }
        }
    };
}
pub(crate) use words;

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0} is not a known word here")]
pub struct UnknownWord(pub String);

words! {
    OrganisationKind {
        Municipality = "municipality",
        Cooperative = "cooperative",
    }
}

words! {
    /// What somebody may do in one organisation; a person can have several.
    Role {
        Lead = "lead",
        Writer = "writer",
        Signatory = "signatory",
        Member = "member",
        Administrator = "administrator",
        ProcessLead = "process_lead",
        Assessor = "assessor",
        KeyHolder = "key_holder",
        Chair = "chair",
        Secretary = "secretary",
        Adviser = "adviser",
        Observer = "observer",
        DecisionMaker = "decision_maker",
    }
}

impl Role {
    /// The kind of organisation in which this role exists.
    pub fn belongs_to(self) -> OrganisationKind {
        match self {
            Role::Lead | Role::Writer | Role::Signatory | Role::Member => {
                OrganisationKind::Cooperative
            }
            Role::Administrator
            | Role::ProcessLead
            | Role::Assessor
            | Role::KeyHolder
            | Role::Chair
            | Role::Secretary
            | Role::Adviser
            | Role::Observer
            | Role::DecisionMaker => OrganisationKind::Municipality,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
    /// Part of addresses: `waldervoort`.
    pub slug: String,
    /// Name of the municipality's theme file; cooperatives have none.
    pub theme: Option<String>,
    pub place: String,
    pub registration: Option<String>,
    pub legal_form: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    pub organisation: OrganisationId,
    pub kind: OrganisationKind,
    pub organisation_name: String,
    pub slug: String,
    pub theme: Option<String>,
    pub role: Role,
}

/// Somebody who acts: signed in with roles, or a visitor without any.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Actor {
    pub person: Option<PersonId>,
    pub memberships: Vec<Membership>,
}

impl Actor {
    pub fn has(&self, role: Role, organisation: OrganisationId) -> bool {
        self.memberships.iter().any(|m| m.role == role && m.organisation == organisation)
    }

    pub fn belongs_to(&self, organisation: OrganisationId) -> bool {
        self.memberships.iter().any(|m| m.organisation == organisation)
    }
}
