//! The members who may vote, pasted as e-mail addresses.

use std::collections::BTreeSet;

use super::VoteRefusal;
use crate::domain::accounts::credentials::Email;

/// So many members one vote can have.
pub const MOST_MEMBERS: usize = 5_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberList {
    /// Each once, in the order of the alphabet: the order in which they were pasted says something.
    pub emails: Vec<Email>,
    /// Addresses that came more than once.
    pub doubles: Vec<String>,
}

/// Reads a list: one address per line; `Jan <jan@…>` and lists with commas are read too. When a
/// line is no address, it comes back with its number.
pub fn members(text: &str) -> Result<MemberList, (VoteRefusal, Vec<(usize, String)>)> {
    let mut wrong = vec![];
    let (mut seen, mut doubles) = (BTreeSet::new(), BTreeSet::new());
    for (number, line) in (1..).zip(text.lines()) {
        for part in line.split([',', ';']).map(bare).filter(|part| !part.is_empty()) {
            match Email::parse(part) {
                Err(_) => wrong.push((number, part.to_owned())),
                Ok(email) if !seen.insert(String::from(email.clone())) => {
                    doubles.insert(String::from(email));
                }
                Ok(_) => {}
            }
        }
    }
    if !wrong.is_empty() {
        return Err((VoteRefusal::Address, wrong));
    }
    match seen.len() {
        0 | 1 => Err((VoteRefusal::FewMembers, wrong)),
        n if n > MOST_MEMBERS => Err((VoteRefusal::ManyMembers, wrong)),
        _ => Ok(MemberList {
            emails: seen.iter().filter_map(|email| Email::parse(email).ok()).collect(),
            doubles: doubles.into_iter().collect(),
        }),
    }
}

/// `jan@voorbeeld.example` out of `Jan <jan@voorbeeld.example>`.
fn bare(part: &str) -> &str {
    let inner = part.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inner.map_or(part, |(email, _)| email).trim()
}
