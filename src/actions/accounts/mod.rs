//! Verbs of people: coming in, passwords, cooperatives, roles.

mod accept_invitation;
mod add_user;
mod ask_reset;
mod change_password;
mod change_profile;
mod end_session;
mod found_cooperative;
mod invite;
mod pass_gate;
mod register;
mod reset_password;
mod secret;
mod verify_email;
mod withdraw_invitation;
mod withdraw_role;

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::domain::accounts::Organisation;
use crate::domain::ids::PersonId;
use crate::domain::journal::Entry;
use crate::domain::refusal::Refusal;

pub use accept_invitation::{Newcomer, accept_invitation, add_newcomer, join_by_invitation};
pub use add_user::{AddUser, add_user};
pub use ask_reset::ask_reset;
pub use change_password::change_password;
pub use change_profile::{
    add_profile_file, change_profile, remove_profile_file, restore_profile_file,
};
pub use end_session::end_session;
pub use found_cooperative::found_cooperative;
pub use invite::{GOOD_FOR as INVITATION_GOOD_FOR, Invite, invite};
pub use pass_gate::{Passage, Visit, pass_gate};
pub use register::{Registration, register};
pub use reset_password::reset_password;
pub use secret::new_secret;
pub use verify_email::verify_email;
pub use withdraw_invitation::withdraw_invitation;
pub use withdraw_role::withdraw_role;

/// Id and name of who acts.
pub type By = (PersonId, String);

/// The secret of a link is unknown, too old or used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the link no longer works")]
pub struct DeadLink;

impl Refusal for DeadLink {
    fn key(&self) -> &'static str {
        "error-410-text"
    }
}

/// An act of somebody on their own account.
fn own_entry(by: &By, verb: &str, now: Timestamp) -> Entry {
    Entry {
        at: now,
        actor: Some(by.0),
        actor_name: by.1.clone(),
        verb: verb.into(),
        object: by.1.clone(),
        round: None,
        organisation: None,
        sealed: false,
        particulars: BTreeMap::new(),
    }
}

/// An act within an organisation.
fn entry_in(organisation: &Organisation, by: &By, verb: &str, now: Timestamp) -> Entry {
    Entry {
        object: organisation.name.clone(),
        organisation: Some(organisation.id),
        ..own_entry(by, verb, now)
    }
}
