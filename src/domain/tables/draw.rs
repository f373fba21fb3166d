//! The draw that orders bids which nothing else can: due, planned with invitations, held before
//! witnesses. Until it was held the seed stays shut (`seed.rs`).
//!
//! Source: art. 2.63.3 ARW 2016 (tied bidders are invited in time), ECLI:NL:RBDHA:2018:2154 (a draw
//! was done over because one of them had not been), `evaluation.md` chapter 11, rule 13.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::invitations::{Invitation, first_day};
use crate::domain::ids::{BidId, DrawId};
use crate::domain::moments::day_of;
use crate::domain::refusal::Refusal;
use crate::domain::review::keys::is_one_name;

/// Longer is no place.
const MOST_PLACE: usize = 500;
/// Longer is no reason.
const MOST_REASON: usize = 1_000;
const MOST_WITNESSES: usize = 10;
const MOST_NAME: usize = 120;

/// Somebody who watches: who it is, and as what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    pub name: String,
    pub function: String,
}

impl Witness {
    /// One witness per line: a name, a comma, and the function.
    pub fn read(text: &str) -> Result<Vec<Witness>, DrawRefusal> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let found = lines.map(Witness::of).collect::<Result<Vec<_>, _>>()?;
        match found.len() {
            0 => Err(DrawRefusal::NoWitness),
            1..=MOST_WITNESSES => Ok(found),
            _ => Err(DrawRefusal::TooLong),
        }
    }

    fn of(line: &str) -> Result<Witness, DrawRefusal> {
        let (name, function) = line.split_once(',').ok_or(DrawRefusal::NoFunction)?;
        let (name, function) = (name.trim(), function.trim());
        if name.is_empty() || function.is_empty() {
            return Err(DrawRefusal::NoFunction);
        }
        if [name, function].iter().any(|part| part.chars().count() > MOST_NAME) {
            return Err(DrawRefusal::TooLong);
        }
        Ok(Witness { name: name.to_owned(), function: function.to_owned() })
    }

    /// How `read` reads it.
    pub fn line(&self) -> String {
        format!("{}, {}", self.name, self.function)
    }
}

/// Somebody other than those who run the table watches.
fn watched(witnesses: &[Witness], runners: &[String]) -> Result<(), DrawRefusal> {
    let runs = |witness: &Witness| runners.iter().any(|name| is_one_name(name, &witness.name));
    match witnesses.iter().all(runs) {
        true => Err(DrawRefusal::OnlyRunners),
        false => Ok(()),
    }
}

/// When and where a draw will be, before whom, and who was asked to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub id: DrawId,
    pub at: Timestamp,
    /// In words, or where to look on.
    pub place: String,
    pub witnesses: Vec<Witness>,
    /// Name of who planned it.
    pub by: String,
    pub made_at: Timestamp,
    pub fate: Fate,
    /// One per bid that the draw orders.
    pub invitations: Vec<Invitation>,
}

/// What became of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fate {
    Stands,
    /// Another plan took its place.
    Moved {
        at: Timestamp,
    },
    Cancelled {
        at: Timestamp,
        reason: String,
    },
    Held(Held),
}

/// A draw as it was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    pub at: Timestamp,
    /// Name of who drew.
    pub by: String,
    /// Bids of which somebody was there.
    pub bidders: Vec<BidId>,
    /// Those who were there.
    pub witnesses: Vec<Witness>,
    /// How they were asked, as it stood when the draw was held: what a mail server says later about
    /// another mail changes nothing of it.
    pub invitations: Vec<Invitation>,
}

impl Plan {
    pub fn stands(&self) -> bool {
        self.fate == Fate::Stands
    }

    /// How it was held, once it was.
    pub fn held(&self) -> Option<&Held> {
        match &self.fate {
            Fate::Held(held) => Some(held),
            Fate::Stands | Fate::Moved { .. } | Fate::Cancelled { .. } => None,
        }
    }

    pub fn invitation(&self, bid: BidId) -> Option<&Invitation> {
        self.invitations.iter().find(|one| one.bid == bid)
    }

    /// Whether a bidder may say to have read it: as long as it stands.
    pub fn may_confirm(&self) -> Result<(), DrawRefusal> {
        match self.fate {
            Fate::Stands => Ok(()),
            Fate::Moved { .. } | Fate::Cancelled { .. } => Err(DrawRefusal::NotPlanned),
            Fate::Held(_) => Err(DrawRefusal::AlreadyHeld),
        }
    }
}

/// What somebody fills in to plan a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub id: DrawId,
    pub at: Timestamp,
    pub place: String,
    pub witnesses: Vec<Witness>,
    /// The plan that stood when this was filled in.
    pub seen: Option<DrawId>,
}

/// Who was there, as it is filled in when a draw is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    pub bidders: Vec<BidId>,
    pub witnesses: Vec<Witness>,
}

/// The draw of one lot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draw {
    /// The bids that only a draw can order; none where none is needed.
    pub tied: Vec<BidId>,
    /// Every plan there was, oldest first.
    pub plans: Vec<Plan>,
}

/// How far the draw of a lot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawState<'a> {
    NotNeeded,
    Due,
    Planned(&'a Plan),
    Held(&'a Plan, &'a Held),
}

impl Draw {
    pub fn state(&self) -> DrawState<'_> {
        let drawn = self.plans.iter().find_map(|plan| Some((plan, plan.held()?)));
        if let Some((plan, held)) = drawn {
            return DrawState::Held(plan, held);
        }
        match (self.tied.is_empty(), self.plans.iter().rfind(|plan| plan.stands())) {
            (true, _) => DrawState::NotNeeded,
            (false, None) => DrawState::Due,
            (false, Some(plan)) => DrawState::Planned(plan),
        }
    }

    /// A plan in place of one that may stand. `runners` are the names of those who run the table.
    pub fn plan(
        &self,
        wish: Wish,
        by: &str,
        runners: &[String],
        now: Timestamp,
    ) -> Result<Plan, DrawRefusal> {
        match self.state() {
            DrawState::NotNeeded => return Err(DrawRefusal::NotNeeded),
            DrawState::Held(..) => return Err(DrawRefusal::AlreadyHeld),
            DrawState::Due | DrawState::Planned(_) => {}
        }
        self.was_seen(wish.seen)?;
        if day_of(wish.at) < first_day(now) {
            return Err(DrawRefusal::TooSoon);
        }
        match wish.place.chars().count() {
            0 => return Err(DrawRefusal::NoPlace),
            1..=MOST_PLACE => {}
            _ => return Err(DrawRefusal::TooLong),
        }
        watched(&wish.witnesses, runners)?;
        Ok(Plan {
            id: wish.id,
            at: wish.at,
            place: wish.place,
            witnesses: wish.witnesses,
            by: by.to_owned(),
            made_at: now,
            fate: Fate::Stands,
            invitations: self.tied.iter().map(|bid| Invitation::of(*bid)).collect(),
        })
    }

    /// Nobody replaces or calls off a plan that they did not see.
    fn was_seen(&self, seen: Option<DrawId>) -> Result<(), DrawRefusal> {
        match self.standing().ok().map(|plan| plan.id) == seen {
            true => Ok(()),
            false => Err(DrawRefusal::Changed),
        }
    }

    /// The plan that stands, with why it is called off.
    pub fn cancel(
        &self,
        (seen, reason): (Option<DrawId>, &str),
        now: Timestamp,
    ) -> Result<(&Plan, Fate), DrawRefusal> {
        let plan = self.standing()?;
        self.was_seen(seen)?;
        match reason.chars().count() {
            0 => Err(DrawRefusal::NoReason),
            1..=MOST_REASON => Ok((plan, Fate::Cancelled { at: now, reason: reason.to_owned() })),
            _ => Err(DrawRefusal::TooLong),
        }
    }

    /// The plan that stands, carried out: its moment came, and every bidder knows of it.
    pub fn hold(
        &self,
        company: Company,
        by: &str,
        runners: &[String],
        now: Timestamp,
    ) -> Result<(&Plan, Held), DrawRefusal> {
        let plan = self.standing()?;
        self.may_hold(plan, now)?;
        watched(&company.witnesses, runners)?;
        let Company { mut bidders, witnesses } = company;
        bidders.retain(|bid| self.tied.contains(bid));
        let invitations = plan.invitations.clone();
        Ok((plan, Held { at: now, by: by.to_owned(), bidders, witnesses, invitations }))
    }

    /// Whether a plan may be carried out now, whoever is there.
    pub fn may_hold(&self, plan: &Plan, now: Timestamp) -> Result<(), DrawRefusal> {
        if now < plan.at {
            return Err(DrawRefusal::NotYet);
        }
        // Nobody was invited to another day.
        if day_of(now) != day_of(plan.at) {
            return Err(DrawRefusal::Passed);
        }
        let heard =
            |bid: &BidId| plan.invitation(*bid).is_some_and(|one| one.heard(plan.at).is_some());
        match self.tied.iter().all(heard) {
            true => Ok(()),
            false => Err(DrawRefusal::NotInvited),
        }
    }

    /// A table does not end before its draw.
    pub fn may_close(&self) -> Result<(), DrawRefusal> {
        match self.state() {
            DrawState::NotNeeded | DrawState::Held(..) => Ok(()),
            DrawState::Due | DrawState::Planned(_) => Err(DrawRefusal::StillDue),
        }
    }

    /// The plan that stands.
    pub fn standing(&self) -> Result<&Plan, DrawRefusal> {
        match self.state() {
            DrawState::Planned(plan) => Ok(plan),
            DrawState::NotNeeded => Err(DrawRefusal::NotNeeded),
            DrawState::Due => Err(DrawRefusal::NotPlanned),
            DrawState::Held(..) => Err(DrawRefusal::AlreadyHeld),
        }
    }
}

/// Why nothing is drawn, planned or closed now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DrawRefusal {
    #[error("nothing has to be drawn on this lot")]
    NotNeeded,
    #[error("a draw has to order bids first")]
    StillDue,
    #[error("the draw was held")]
    AlreadyHeld,
    #[error("no draw is planned")]
    NotPlanned,
    #[error("this is no moment")]
    NoMoment,
    #[error("the bidders would hear of it too late")]
    TooSoon,
    #[error("it is not said where")]
    NoPlace,
    #[error("nobody watches")]
    NoWitness,
    #[error("a witness has no name or no function")]
    NoFunction,
    #[error("nobody watches but who runs the table")]
    OnlyRunners,
    #[error("it is not said why")]
    NoReason,
    #[error("the text is too long")]
    TooLong,
    #[error("the moment did not come yet")]
    NotYet,
    #[error("the day of the draw went by")]
    Passed,
    #[error("a bidder was not invited in time")]
    NotInvited,
    #[error("another plan stands than the one that was seen")]
    Changed,
}

impl Refusal for DrawRefusal {
    fn key(&self) -> &'static str {
        match self {
            DrawRefusal::NotNeeded => "refusal-draw-not-needed",
            DrawRefusal::StillDue => "refusal-draw-still-due",
            DrawRefusal::AlreadyHeld => "refusal-draw-already-held",
            DrawRefusal::NotPlanned => "refusal-draw-not-planned",
            DrawRefusal::NoMoment => "refusal-draw-no-moment",
            DrawRefusal::TooSoon => "refusal-draw-too-soon",
            DrawRefusal::NoPlace => "refusal-draw-no-place",
            DrawRefusal::NoWitness => "refusal-draw-no-witness",
            DrawRefusal::NoFunction => "refusal-draw-no-function",
            DrawRefusal::OnlyRunners => "refusal-draw-only-runners",
            DrawRefusal::NoReason => "refusal-draw-no-reason",
            DrawRefusal::TooLong => "refusal-draw-too-long",
            DrawRefusal::NotYet => "refusal-draw-not-yet",
            DrawRefusal::Passed => "refusal-draw-passed",
            DrawRefusal::NotInvited => "refusal-draw-not-invited",
            DrawRefusal::Changed => "refusal-draw-changed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use jiff::{SignedDuration, ToSpan};
    use proptest::prelude::*;

    use crate::domain::tables::invitations::{Confirmed, Mailed, NOTICE, Post};
    use crate::domain::terms::is_free;

    const RUNNER: &str = "Marijke Zandstra";

    /// Monday 23 November 2026, so many hours after nine o'clock.
    fn hour(hours: i64) -> Timestamp {
        let monday: Timestamp = "2026-11-23T09:00:00+01:00".parse().unwrap();
        monday + SignedDuration::from_hours(hours)
    }

    fn bid(name: &str) -> BidId {
        BidId::named(name)
    }

    fn due() -> Draw {
        Draw { tied: vec![bid("A"), bid("D")], plans: vec![] }
    }

    fn wish(at: Timestamp) -> Wish {
        Wish {
            id: DrawId::named("one"),
            at,
            place: "Dorpshuis, zaal 2".into(),
            witnesses: vec![notary()],
            seen: None,
        }
    }

    fn notary() -> Witness {
        Witness { name: "Joke Prins".into(), function: "notaris".into() }
    }

    fn runners() -> [String; 1] {
        [RUNNER.to_owned()]
    }

    fn planned(draw: &Draw, wish: Wish, now: Timestamp) -> Result<Plan, DrawRefusal> {
        draw.plan(wish, RUNNER, &runners(), now)
    }

    /// A draw on Wednesday at nine, with a mail to A and D at these moments.
    fn invited(mails: [Option<Timestamp>; 2]) -> Draw {
        let mut plan = planned(&due(), wish(hour(48)), hour(0)).unwrap();
        for (invitation, mail) in plan.invitations.iter_mut().zip(mails) {
            let post = mail.map_or(Post::Waiting, |at| Post::HandedOver { at });
            invitation.mails = vec![Mailed { name: "Jan".into(), post }];
        }
        Draw { plans: vec![plan], ..due() }
    }

    fn hold(draw: &Draw, now: Timestamp) -> Result<Held, DrawRefusal> {
        let company = Company { bidders: vec![bid("D"), bid("X")], witnesses: vec![notary()] };
        draw.hold(company, RUNNER, &runners(), now).map(|(_, held)| held)
    }

    #[test]
    fn two_working_days_lie_before_a_draw() {
        let days = [
            ("2026-11-23T09:00:00+01:00", date(2026, 11, 25)),
            ("2026-11-26T23:59:00+01:00", date(2026, 11, 30)),
            ("2026-11-27T00:00:00+01:00", date(2026, 12, 1)),
            // Two days of Christmas and a weekend.
            ("2026-12-24T12:00:00+01:00", date(2026, 12, 29)),
        ];
        for (heard, day) in days {
            assert_eq!(first_day(heard.parse().unwrap()), day, "{heard}");
        }
    }

    #[test]
    fn a_witness_is_a_name_and_a_function() {
        let read = |text: &str| Witness::read(text).map(|all| all.len());
        assert_eq!(Witness::read(" Joke Prins ,  notaris \n\n"), Ok(vec![notary()]));
        assert_eq!(notary().line(), "Joke Prins, notaris");
        assert_eq!(read("Joke Prins, notaris\nAli Kaya, cliëntenraad, lid"), Ok(2));
        assert_eq!(read(" \n"), Err(DrawRefusal::NoWitness));
        for line in ["Joke Prins", "Joke Prins,", ", notaris", "Joke Prins, notaris\nAli"] {
            assert_eq!(read(line), Err(DrawRefusal::NoFunction), "{line}");
        }
        assert_eq!(read(&"a, b\n".repeat(11)), Err(DrawRefusal::TooLong));
        assert_eq!(read(&format!("a, {}", "b".repeat(121))), Err(DrawRefusal::TooLong));
    }

    #[test]
    fn a_plan_gives_time_and_says_where_and_who_watches() {
        let plan = |change: fn(&mut Wish)| {
            let mut wish = wish(hour(48));
            change(&mut wish);
            planned(&due(), wish, hour(0)).map(|plan| plan.invitations.len())
        };
        assert_eq!(plan(|_| {}), Ok(2));
        assert_eq!(plan(|wish| wish.at = hour(38)), Err(DrawRefusal::TooSoon));
        // From midnight on it is the second working day.
        assert_eq!(plan(|wish| wish.at = hour(39)), Ok(2));
        assert_eq!(plan(|wish| wish.place.clear()), Err(DrawRefusal::NoPlace));
        assert_eq!(plan(|wish| wish.place = "x".repeat(501)), Err(DrawRefusal::TooLong));
        let own = |wish: &mut Wish| wish.witnesses[0].name = "marijke  zandstra".into();
        assert_eq!(plan(own), Err(DrawRefusal::OnlyRunners));
        let nothing = planned(&Draw::default(), wish(hour(48)), hour(0));
        assert_eq!(nothing, Err(DrawRefusal::NotNeeded));
    }

    #[test]
    fn a_draw_waits_for_its_moment_and_for_every_bidder() {
        let draw = invited([Some(hour(0)), Some(hour(1))]);
        assert_eq!(hold(&draw, hour(47)), Err(DrawRefusal::NotYet));
        let held = hold(&draw, hour(48)).unwrap();
        assert_eq!((held.at, held.bidders), (hour(48), vec![bid("D")]));
        assert_eq!(held.invitations, draw.plans[0].invitations);
        // Until midnight.
        assert!(hold(&draw, hour(62)).is_ok());
        assert_eq!(hold(&due(), hour(48)), Err(DrawRefusal::NotPlanned));
        // A mail that waits, or went out a day late, invites nobody.
        for late in [None, Some(hour(24))] {
            let mut draw = invited([Some(hour(0)), late]);
            assert_eq!(hold(&draw, hour(48)), Err(DrawRefusal::NotInvited));
            // Who reads it a day before was not asked in time either.
            let read = |at| Some(Confirmed { by: "Jan".into(), at });
            draw.plans[0].invitations[1].confirmed = read(hour(30));
            assert_eq!(hold(&draw, hour(48)), Err(DrawRefusal::NotInvited));
            draw.plans[0].invitations[1].confirmed = read(hour(14));
            assert!(hold(&draw, hour(48)).is_ok());
        }
        assert_eq!(hold(&draw, hour(63)), Err(DrawRefusal::Passed));
        let alone = Witness { name: RUNNER.into(), function: "voorzitter".into() };
        let company = Company { bidders: vec![], witnesses: vec![alone] };
        let watched = draw.hold(company, RUNNER, &runners(), hour(48));
        assert_eq!(watched.map(|(_, held)| held), Err(DrawRefusal::OnlyRunners));
    }

    #[test]
    fn a_plan_is_called_off_for_a_reason() {
        let draw = invited([None, None]);
        let seen = Some(DrawId::named("one"));
        for other in [None, Some(DrawId::named("another"))] {
            let cancelled = draw.cancel((other, "Ziek."), hour(1)).map(|_| ());
            assert_eq!(cancelled, Err(DrawRefusal::Changed));
            let wish = Wish { seen: other, ..wish(hour(72)) };
            assert_eq!(planned(&draw, wish, hour(1)), Err(DrawRefusal::Changed));
        }
        assert!(planned(&draw, Wish { seen, ..wish(hour(72)) }, hour(1)).is_ok());
        assert_eq!(draw.cancel((seen, ""), hour(1)).map(|_| ()), Err(DrawRefusal::NoReason));
        let long = "x".repeat(1_001);
        assert_eq!(draw.cancel((seen, &long), hour(1)).map(|_| ()), Err(DrawRefusal::TooLong));
        let (plan, fate) = draw.cancel((seen, "De zaal is dicht."), hour(1)).unwrap();
        assert_eq!(plan.id, DrawId::named("one"));
        assert_eq!(fate, Fate::Cancelled { at: hour(1), reason: "De zaal is dicht.".into() });
        let mut draw = draw.clone();
        draw.plans[0].fate = fate;
        assert_eq!(draw.state(), DrawState::Due);
        assert_eq!(draw.plans[0].may_confirm(), Err(DrawRefusal::NotPlanned));
    }

    #[test]
    fn a_mail_whose_turn_came_too_late_was_not_sent() {
        let mut draw = invited([Some(hour(1)), Some(hour(3))]);
        for one in &mut draw.plans[0].invitations {
            one.without_mails_after(hour(2));
        }
        let posts: Vec<Post> =
            draw.plans[0].invitations.iter().map(|one| one.mails[0].post).collect();
        assert_eq!(posts, [Post::HandedOver { at: hour(1) }, Post::Dropped]);
    }

    #[test]
    fn after_a_draw_there_is_no_other() {
        let mut draw = invited([Some(hour(0)); 2]);
        assert_eq!(draw.may_close(), Err(DrawRefusal::StillDue));
        let held = hold(&draw, hour(50)).unwrap();
        draw.plans[0].fate = Fate::Held(held);
        assert!(matches!(draw.state(), DrawState::Held(..)));
        assert_eq!(draw.may_close(), Ok(()));
        assert_eq!(hold(&draw, hour(51)), Err(DrawRefusal::AlreadyHeld));
        assert_eq!(planned(&draw, wish(hour(99)), hour(51)), Err(DrawRefusal::AlreadyHeld));
        assert_eq!(draw.plans[0].may_confirm(), Err(DrawRefusal::AlreadyHeld));
        assert_eq!(Draw::default().may_close(), Ok(()));
        assert_eq!(due().may_close(), Err(DrawRefusal::StillDue));
    }

    #[test]
    fn what_became_of_a_plan_is_read_as_it_was_written() {
        let held = hold(&invited([Some(hour(0)); 2]), hour(50)).unwrap();
        let cancelled = Fate::Cancelled { at: hour(1), reason: "Ziek.".into() };
        for fate in [Fate::Stands, Fate::Moved { at: hour(1) }, cancelled, Fate::Held(held)] {
            let text = serde_json::to_string(&fate).unwrap();
            assert_eq!(serde_json::from_str::<Fate>(&text).unwrap(), fate, "{text}");
        }
    }

    proptest! {
        /// Whatever the moment: the first day is a working day, and one more lies before it.
        #[test]
        fn between_hearing_and_drawing_lies_a_working_day(minutes in 0_i64..10_000_000) {
            let heard = Timestamp::from_second(1_767_225_600 + minutes * 60).unwrap();
            let first = first_day(heard);
            let working = day_of(heard).tomorrow().unwrap().series(1.day());
            let between = working.take_while(|day| *day <= first).filter(|day| !is_free(*day));
            prop_assert_eq!(between.count(), usize::from(NOTICE));
            prop_assert!(!is_free(first));
        }

        /// Nothing is drawn before its moment or on another day, nor without every bidder.
        #[test]
        fn nobody_is_left_out(mails in proptest::array::uniform2(proptest::option::of(0_i64..60)),
            read in proptest::array::uniform2(proptest::option::of(0_i64..60)), at in 0_i64..100)
        {
            let mut draw = invited(mails.map(|mail| mail.map(hour)));
            for (invitation, read) in draw.plans[0].invitations.iter_mut().zip(read) {
                let confirmed = |read| Confirmed { by: "Jan".into(), at: hour(read) };
                invitation.confirmed = read.map(confirmed);
            }
            let in_time = |heard: Option<i64>| heard.is_some_and(|heard| heard < 15);
            let known = (0..2).all(|i| in_time(read[i]) || in_time(mails[i]));
            prop_assert_eq!(hold(&draw, hour(at)).is_ok(), (48..63).contains(&at) && known);
        }
    }
}
