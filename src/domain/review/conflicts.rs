//! What an assessor says about knowing a bidder, and what the process lead makes of it. Without a
//! clear declaration a bid does not exist for an assessor.

use jiff::Timestamp;

use crate::domain::accounts::words;
use crate::domain::ids::{BidId, OrganisationId, PersonId};
use crate::domain::refusal::Refusal;

words! {
    /// Is there an interest, of oneself or of somebody near?
    Interest {
        None = "none",
        Possible = "possible",
        Yes = "yes",
    }
}

words! {
    Ruling {
        /// The assessor may read and score.
        Harmless = "harmless",
        /// The assessor has no access to this bid, not at the table either.
        Recused = "recused",
    }
}

/// Somebody behind a bid about whom one declares: its bidder, a partner or a subcontractor. No code
/// letter here, so that a name and a letter never meet on one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub bid: BidId,
    pub bidder: OrganisationId,
    /// Empty for the bidder itself.
    pub party: String,
    pub name: String,
    /// Where it is, or what it does in the bid of the bidder before it.
    pub about: About,
    /// Who works there is near it by that alone.
    pub organisation: Option<OrganisationId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    Bidder { place: String },
    Partner { of: String },
    Subcontractor { of: String },
}

/// How a subject is called in forms: the bidder and the party, never the bid.
pub type SubjectKey = (OrganisationId, String);

impl Subject {
    pub fn key(&self) -> SubjectKey {
        (self.bidder, self.party.clone())
    }

    /// The end of the names of its fields.
    pub fn tail(&self) -> String {
        match self.party.is_empty() {
            true => self.bidder.to_string(),
            false => format!("{}-{}", self.bidder, self.party),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    pub interest: Interest,
    /// What it is; empty when there is none.
    pub note: String,
    pub at: Timestamp,
    pub ruled: Option<Ruled>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    pub ruling: Ruling,
    pub reason: String,
    pub by: PersonId,
    pub at: Timestamp,
}

/// What follows for the access to the bid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clearance {
    Cleared,
    /// The process lead has to rule first.
    Waiting,
    Recused,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConflictRefusal {
    #[error("say what the interest is")]
    NoNote,
    #[error("an interest that was declared cannot be taken back")]
    TakenBack,
    #[error("every bidder of the lot needs an answer")]
    Unanswered,
    #[error("no reason given")]
    NoReason,
    #[error("the bids are not open, or the decision is taken")]
    NotNow,
    #[error("somebody who belongs to a party has an interest")]
    OwnParty,
    #[error("nobody rules about oneself")]
    Own,
}

impl Refusal for ConflictRefusal {
    fn key(&self) -> &'static str {
        match self {
            ConflictRefusal::NoNote => "refusal-conflict-no-note",
            ConflictRefusal::TakenBack => "refusal-conflict-taken-back",
            ConflictRefusal::Unanswered => "refusal-conflict-unanswered",
            ConflictRefusal::NoReason => "refusal-no-reason",
            ConflictRefusal::NotNow => "refusal-review-not-now",
            ConflictRefusal::OwnParty => "refusal-conflict-own-party",
            ConflictRefusal::Own => "refusal-conflict-own",
        }
    }
}

impl Declaration {
    pub fn new(
        interest: Interest,
        note: &str,
        at: Timestamp,
    ) -> Result<Declaration, ConflictRefusal> {
        let note = match interest {
            Interest::None => "",
            Interest::Possible | Interest::Yes if note.trim().is_empty() => {
                return Err(ConflictRefusal::NoNote);
            }
            Interest::Possible | Interest::Yes => note.trim(),
        };
        Ok(Declaration { interest, note: note.to_owned(), at, ruled: None })
    }

    /// What somebody declares later in place of this. A new interest waits for a new ruling; the
    /// same words again change nothing; an interest goes away by a ruling only.
    pub fn revised(self, new: Declaration) -> Result<Declaration, ConflictRefusal> {
        if (new.interest, &new.note) == (self.interest, &self.note) {
            return Ok(self);
        }
        match new.interest {
            Interest::None => Err(ConflictRefusal::TakenBack),
            Interest::Possible | Interest::Yes => Ok(new),
        }
    }

    /// The process lead rules; a later ruling replaces an earlier one.
    pub fn ruled(self, ruled: Ruled) -> Result<Declaration, ConflictRefusal> {
        if ruled.reason.trim().is_empty() {
            return Err(ConflictRefusal::NoReason);
        }
        Ok(Declaration { ruled: Some(ruled), ..self })
    }

    pub fn clearance(&self) -> Clearance {
        match (&self.ruled, self.interest) {
            (Some(Ruled { ruling: Ruling::Harmless, .. }), _) => Clearance::Cleared,
            (Some(Ruled { ruling: Ruling::Recused, .. }), _) => Clearance::Recused,
            (None, Interest::None) => Clearance::Cleared,
            (None, Interest::Possible | Interest::Yes) => Clearance::Waiting,
        }
    }
}

/// What follows for the whole bid: the heaviest of what was said about its parties, each with the
/// name of the party where there are more. One recusal is enough, and one that waits too.
pub fn overall(said: &[(String, Declaration)]) -> Option<Declaration> {
    let at = said.iter().map(|(_, one)| one.at).max()?;
    let with = |wanted: Clearance| said.iter().filter(move |(_, d)| d.clearance() == wanted);
    let worst = |all: Vec<&(String, Declaration)>| {
        all.iter().map(|(_, one)| one.interest).max().unwrap_or(Interest::None)
    };
    let note = |all: &[(String, Declaration)]| {
        let notes = all.iter().filter(|(_, one)| !one.note.is_empty());
        let line = |(name, one): &(String, Declaration)| match said.len() {
            1 => one.note.clone(),
            _ => format!("{name}: {}", one.note),
        };
        notes.map(line).collect::<Vec<_>>().join("\n")
    };
    let recused = with(Clearance::Recused).find_map(|(_, one)| one.ruled.clone());
    let (interest, ruled) = match recused {
        Some(ruled) => (worst(said.iter().collect()), Some(ruled)),
        None if with(Clearance::Waiting).next().is_some() => {
            (worst(with(Clearance::Waiting).collect()), None)
        }
        None => (worst(said.iter().collect()), said.iter().find_map(|(_, one)| one.ruled.clone())),
    };
    Some(Declaration { interest, note: note(said), at, ruled })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn said(interest: Interest, note: &str) -> Declaration {
        Declaration::new(interest, note, NOW).unwrap()
    }

    fn ruling(ruling: Ruling) -> Ruled {
        Ruled { ruling, reason: "Gewoon contact.".into(), by: PersonId::named("ingrid"), at: NOW }
    }

    #[test]
    fn an_interest_needs_words_and_none_has_none() {
        assert_eq!(Declaration::new(Interest::Yes, " ", NOW), Err(ConflictRefusal::NoNote));
        assert_eq!(said(Interest::None, "iets").note, "");
    }

    #[test]
    fn an_interest_goes_away_by_a_ruling_only() {
        let possible = said(Interest::Possible, "Mijn buurman.");
        assert_eq!(possible.clearance(), Clearance::Waiting);
        let taken_back = possible.clone().revised(said(Interest::None, ""));
        assert_eq!(taken_back, Err(ConflictRefusal::TakenBack));
        let silent = Ruled { reason: String::new(), ..ruling(Ruling::Harmless) };
        assert_eq!(possible.clone().ruled(silent), Err(ConflictRefusal::NoReason));
        let ruled = possible.ruled(ruling(Ruling::Harmless)).unwrap();
        assert_eq!(ruled.clearance(), Clearance::Cleared);
        // The same again keeps the ruling, something new does not.
        let same = ruled.clone().revised(said(Interest::Possible, "Mijn buurman.")).unwrap();
        assert_eq!(same, ruled);
        let more = ruled.revised(said(Interest::Yes, "Hij is mijn zwager.")).unwrap();
        assert_eq!(more.clearance(), Clearance::Waiting);
    }

    #[test]
    fn somebody_who_saw_no_conflict_can_be_recused() {
        let ruled = said(Interest::None, "").ruled(ruling(Ruling::Recused)).unwrap();
        assert_eq!(ruled.clearance(), Clearance::Recused);
    }

    #[test]
    fn one_party_is_enough_for_the_whole_bid() {
        let named = |name: &str, one: &Declaration| (name.to_owned(), one.clone());
        let (none, near) = (said(Interest::None, ""), said(Interest::Yes, "Mijn werk."));
        let free = near.clone().ruled(ruling(Ruling::Harmless)).unwrap();
        let out = none.clone().ruled(ruling(Ruling::Recused)).unwrap();
        let of = |all: &[(String, Declaration)]| overall(all).map(|d| d.clearance());
        assert_eq!(overall(&[]), None);
        assert_eq!(overall(&[named("A", &near)]), Some(near.clone()));
        let both = overall(&[named("A", &none), named("B", &near)]).unwrap();
        assert_eq!((both.clearance(), both.note.as_str()), (Clearance::Waiting, "B: Mijn werk."));
        assert_eq!(of(&[named("A", &none), named("B", &free)]), Some(Clearance::Cleared));
        assert_eq!(of(&[named("A", &out), named("B", &free)]), Some(Clearance::Recused));
        assert_eq!(of(&[named("A", &near), named("B", &free)]), Some(Clearance::Waiting));
    }

    proptest! {
        /// Who is not cleared for one party is not cleared for the bid, and the other way round.
        #[test]
        fn a_bid_is_as_near_as_its_nearest_party(
            parties in proptest::collection::vec((0..3usize, 0..3usize), 1..5),
        ) {
            let one = |(interest, ruled): (usize, usize)| {
                let said = said(Interest::ALL[interest], "iets");
                match ruled {
                    0 => said,
                    1 => said.ruled(ruling(Ruling::Harmless)).unwrap(),
                    _ => said.ruled(ruling(Ruling::Recused)).unwrap(),
                }
            };
            let all: Vec<(String, Declaration)> =
                parties.into_iter().map(|p| ("x".to_owned(), one(p))).collect();
            let cleared = |d: &Declaration| d.clearance() == Clearance::Cleared;
            let whole = overall(&all).unwrap();
            prop_assert_eq!(cleared(&whole), all.iter().all(|(_, d)| cleared(d)));
        }

        /// Whatever is declared and ruled, in whatever order: cleared means that the last word was
        /// "none" without a ruling, or "harmless".
        #[test]
        fn the_last_word_counts(acts in proptest::collection::vec((0..5usize, "[a-c]{1,2}"), 0..12)) {
            let mut now = said(Interest::None, "");
            for (act, note) in acts {
                let next = match act {
                    0..3 => now.clone().revised(said(Interest::ALL[act], &note)),
                    3 => now.clone().ruled(ruling(Ruling::Harmless)),
                    _ => now.clone().ruled(ruling(Ruling::Recused)),
                };
                let before = now.clearance();
                now = next.unwrap_or(now);
                match act {
                    0 => prop_assert_eq!(now.clearance(), before),
                    3 => prop_assert_eq!(now.clearance(), Clearance::Cleared),
                    4 => prop_assert_eq!(now.clearance(), Clearance::Recused),
                    _ => prop_assert!(now.ruled.is_some() || now.clearance() == Clearance::Waiting),
                }
            }
        }
    }
}
