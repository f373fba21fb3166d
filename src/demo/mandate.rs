//! Votes of members and residents of the example who support a bid.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::DemoError;
use super::world::World;
use crate::actions::{self, Secret};
use crate::domain::bids::Bid;
use crate::domain::bids::mandate::{BallotChoice, Ending, Secrecy, Vote};
use crate::domain::bids::support::{Consent, ELSEWHERE, Statement, SupportPage, areas_of};
use crate::domain::ids::{BidId, PersonId, StatementId, VoteId, VoterId};
use crate::domain::journal::sha256_hex;
use crate::domain::moments::day_of;
use crate::store::votes::Invited;
use crate::store::{self, Tx};

const MANDATE: &str = include_str!("../../config/demo/mandate.toml");

#[derive(Deserialize)]
struct Mandates {
    votes: Vec<Voted>,
    pages: Vec<Opened>,
    statements: Vec<Signed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Voted {
    bid: String,
    by: String,
    question: String,
    about: String,
    secrecy: Secrecy,
    quorum: String,
    opens: i64,
    hours: Option<i64>,
    domain: String,
    members: usize,
    r#for: usize,
    against: usize,
    blank: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Opened {
    bid: String,
    code: String,
    by: String,
    about: String,
    opens: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Signed {
    bid: String,
    name: String,
    /// Place in the list of areas; one that is not there is elsewhere.
    area: usize,
    #[serde(default)]
    sentence: String,
    consent: Consent,
}

/// A vote ends this long before the deadline, unless it says how long it lasts.
const BEFORE_DEADLINE: SignedDuration = SignedDuration::from_hours(3 * 24);

/// Everything of one bid, counted from the moment that its last text was saved.
pub(super) fn load(
    tx: &mut Tx,
    world: &World,
    key: &str,
    last: Timestamp,
) -> Result<(), DemoError> {
    let Mandates { votes, pages, statements } =
        toml::from_str(MANDATE).map_err(DemoError::content)?;
    let bid = store::bids::find(tx, BidId::named(key))?;
    for voted in votes.iter().filter(|voted| voted.bid == key) {
        voted.hold(tx, world, &bid, after(last, SignedDuration::from_mins(voted.opens))?)?;
    }
    for opened in pages.iter().filter(|opened| opened.bid == key) {
        let at = after(last, SignedDuration::from_mins(opened.opens))?;
        let page = SupportPage {
            code: opened.code.clone(),
            bid: bid.id,
            about: opened.about.trim().to_owned(),
            opened_at: at,
            closed_at: None,
        };
        let by = (PersonId::named(&opened.by), world.name_of(&opened.by));
        actions::open_support(tx, &page, by, at)?;
        for signed in statements.iter().filter(|signed| signed.bid == key) {
            signed.sign(tx, &bid, &opened.code, at)?;
        }
    }
    Ok(())
}

fn after(at: Timestamp, span: SignedDuration) -> Result<Timestamp, DemoError> {
    at.checked_add(span).map_err(DemoError::content)
}

impl Voted {
    fn hold(
        &self,
        tx: &mut Tx,
        world: &World,
        bid: &Bid,
        opens_at: Timestamp,
    ) -> Result<(), DemoError> {
        let round = store::rounds::find(tx, bid.round)?;
        let closes_at = match self.hours {
            Some(hours) => after(opens_at, SignedDuration::from_hours(hours))?,
            None => after(round.closes_at(), -BEFORE_DEADLINE)?,
        };
        let vote = Vote {
            id: VoteId::named(&self.bid),
            bid: bid.id,
            question: self.question.clone(),
            about: self.about.trim().to_owned(),
            secrecy: self.secrecy,
            quorum: self.quorum.parse().map_err(DemoError::content)?,
            opens_at,
            closes_at,
            ending: Ending::AsAnnounced,
            reminded_at: None,
            minutes: String::new(),
            statement: String::new(),
        };
        let members: Vec<Secret> = (1..=self.members).map(|n| self.member(n)).collect();
        let by = (PersonId::named(&self.by), world.name_of(&self.by));
        actions::set_up_vote(tx, &vote, &members, by, opens_at)?;
        let choices = [
            (BallotChoice::InFavour, self.r#for),
            (BallotChoice::Against, self.against),
            (BallotChoice::Blank, self.blank),
        ];
        let ballots = choices.into_iter().flat_map(|(choice, n)| std::iter::repeat_n(choice, n));
        for (member, choice) in members.iter().zip(ballots) {
            let hash = sha256_hex(member.secret.as_bytes());
            actions::cast_ballot(tx, &hash, choice, opens_at)?;
        }
        Ok(())
    }

    fn member(&self, n: usize) -> Secret {
        let name = format!("{}-{n}", self.bid);
        Secret {
            member: Invited { id: VoterId::named(&name), email: format!("lid{n}@{}", self.domain) },
            secret: sha256_hex(name.as_bytes()),
        }
    }
}

impl Signed {
    fn sign(&self, tx: &mut Tx, bid: &Bid, code: &str, at: Timestamp) -> Result<(), DemoError> {
        let lot = store::rounds::find_lot(tx, bid.lot)?;
        let area = areas_of(&lot.details).into_iter().nth(self.area);
        let name = format!("{}-{}", self.bid, self.name);
        let statement = Statement {
            id: StatementId::named(&name),
            name: self.name.clone(),
            area: area.map_or_else(|| ELSEWHERE.to_owned(), |(code, _)| code),
            sentence: self.sentence.clone(),
            consent: self.consent,
            signed_on: day_of(at),
            hidden: None,
        };
        Ok(actions::sign_support(tx, (code, &sha256_hex(name.as_bytes())), &statement, at)?)
    }
}
