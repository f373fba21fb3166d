//! How often somebody may try. Counts slow an attacker down per account and per address, and
//! lapse by themselves: nobody is ever locked out for good.

use jiff::{SignedDuration, Timestamp};

use crate::domain::accounts::words;

words! {
    /// What is tried.
    Gate {
        SignIn = "sign_in",
        Register = "register",
        Reset = "reset",
        Invite = "invite",
        /// A cooperative lets its members vote: every vote is many mails.
        Vote = "vote",
        /// A resident supports a bid; a whole village hall can be behind one address.
        Support = "support",
        /// A question to the trade register, which may cost money.
        LookUp = "look_up",
        /// A receipt number, by anybody.
        Receipt = "receipt",
        /// A question about a round, or a complaint: somebody has to answer each.
        Ask = "ask",
        /// A page of a file as a picture, which takes work to draw.
        Preview = "preview",
    }
}

/// At most so many attempts within a window that begins with the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub most: u32,
    pub within: SignedDuration,
}

impl Limit {
    const fn new(most: u32, minutes: i64) -> Limit {
        Limit { most, within: SignedDuration::from_mins(minutes) }
    }
}

impl Gate {
    /// For one account: the address typed, or the person who invites.
    pub fn per_account(self) -> Limit {
        match self {
            Gate::SignIn => Limit::new(10, 15),
            Gate::Register | Gate::Reset => Limit::new(5, 60),
            Gate::Invite => Limit::new(40, 60),
            Gate::Vote => Limit::new(3, 60),
            Gate::Support => Limit::new(100, 60),
            Gate::LookUp => Limit::new(10, 60),
            Gate::Ask => Limit::new(20, 60),
            Gate::Preview => Limit::new(200, 15),
            // Nobody says who they are: both count the network address.
            Gate::Receipt => Limit::new(300, 15),
        }
    }

    /// For one network address; a whole town hall can be behind one.
    pub fn per_address(self) -> Limit {
        match self {
            Gate::SignIn => Limit::new(50, 15),
            Gate::Register | Gate::Reset => Limit::new(30, 60),
            Gate::Invite => Limit::new(200, 60),
            Gate::Vote => Limit::new(20, 60),
            Gate::Support => Limit::new(200, 60),
            Gate::LookUp => Limit::new(100, 60),
            Gate::Ask => Limit::new(100, 60),
            Gate::Preview => Limit::new(2000, 15),
            Gate::Receipt => Limit::new(301, 15),
        }
    }
}

/// Attempts in the current window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub attempts: u32,
    pub since: Timestamp,
}

impl Count {
    /// Whole minutes to wait, rounded up, when this many attempts are too many.
    pub fn wait(self, limit: Limit, now: Timestamp) -> Option<i64> {
        if self.attempts <= limit.most {
            return None;
        }
        let left = limit.within - now.duration_since(self.since);
        let minutes = (left.as_secs() + 59) / 60;
        (minutes > 0).then_some(minutes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minute)
    }

    #[test]
    fn the_limit_itself_still_passes_and_the_next_waits_for_the_window() {
        let limit = Limit::new(10, 15);
        let count = |attempts| Count { attempts, since: at(0) };
        assert_eq!(count(10).wait(limit, at(1)), None);
        assert_eq!(count(11).wait(limit, at(1)), Some(14));
        assert_eq!(count(11).wait(limit, at(1) - SignedDuration::from_secs(1)), Some(15));
        assert_eq!(count(11).wait(limit, at(15)), None);
        assert_eq!(count(900).wait(limit, at(16)), None);
    }

    #[test]
    fn an_account_waits_before_its_whole_network_does() {
        for gate in Gate::ALL {
            assert!(gate.per_account().most < gate.per_address().most, "{gate:?}");
        }
    }
}
