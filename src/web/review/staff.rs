//! Who can assess what in a round, and what the division still lacks.

use std::collections::{BTreeMap, BTreeSet};

use super::{Facts, count, facts, say};
use crate::domain::ids::{LotId, PersonId, RoundId};
use crate::domain::permission::Act;
use crate::domain::review::assignment::Assignment;
use crate::domain::review::conflicts::Clearance;
use crate::domain::review::expertise::{Expertise, Field};
use crate::domain::review::proposal::{Asked, Candidate, Part, Proposal, Short, Way, Wish};
use crate::domain::review::proposal::{lacks, propose};
use crate::domain::rounds::Lot;
use crate::store::expertise::Wanted;
use crate::store::reviews::Reserves;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::Error;
use crate::web::me::Me;

/// Everything that choosing assessors needs, in a fixed number of statements.
pub struct Staff {
    pub facts: Facts,
    pub people: Vec<(PersonId, String)>,
    pub assignments: Vec<Assignment>,
    pub at_work: BTreeSet<(LotId, PersonId)>,
    pub minimum: usize,
    pub wanted: Wanted,
    pub known: BTreeMap<PersonId, Vec<Expertise>>,
    /// Lots on which somebody has a conflict with a bidder, as far as it is known.
    pub near: BTreeMap<PersonId, BTreeSet<LotId>>,
    pub elsewhere: BTreeMap<PersonId, usize>,
    pub reserves: Reserves,
    /// Why people can judge their lots, as it was written down.
    pub records: BTreeMap<(LotId, PersonId), String>,
    bids: BTreeMap<LotId, usize>,
}

/// Who judges which criterion of which lot.
pub type Division = BTreeSet<(LotId, PersonId, String)>;

impl Staff {
    pub fn load(conn: &mut Conn, me: &Me, id: RoundId) -> Result<Staff, Error> {
        let facts = facts(conn, me, id, Act::AssignAssessors)?;
        let owner = facts.round.municipality;
        let people = store::assignments::assessors(conn, owner)?;
        let ids: Vec<PersonId> = people.iter().map(|(id, _)| *id).collect();
        let mut bids: BTreeMap<LotId, usize> = BTreeMap::new();
        for bid in store::bids::opened_of_round(conn, id)? {
            *bids.entry(bid.lot).or_default() += 1;
        }
        Ok(Staff {
            assignments: store::assignments::of_round(conn, id)?,
            at_work: store::assignments::at_work(conn, id)?,
            minimum: store::reviews::minimum(conn, id)?,
            wanted: store::expertise::wanted(conn, id)?,
            known: store::expertise::of_people(conn, &ids)?,
            near: near(conn, id)?,
            elsewhere: store::assignments::elsewhere(conn, owner, id)?,
            reserves: store::reviews::reserves(conn, id)?,
            records: store::assignments::records(conn, id)?,
            bids,
            people,
            facts,
        })
    }

    /// What stands now.
    pub fn division(&self) -> Division {
        let criteria = &self.facts.round.definition.criteria;
        let of = |a: &Assignment| -> Vec<(LotId, PersonId, String)> {
            let asked = criteria.iter().filter(|c| a.scope.asks(&c.code));
            asked.map(|c| (a.lot, a.person, c.code.clone())).collect()
        };
        self.assignments.iter().flat_map(of).collect()
    }

    pub fn is_near(&self, person: PersonId, lot: LotId) -> bool {
        self.near.get(&person).is_some_and(|lots| lots.contains(&lot))
    }

    /// Whether somebody knows about what a criterion asks; nothing asked: no.
    pub fn is_expert(&self, person: PersonId, code: &str) -> bool {
        let Some(wanted) = self.wanted.get(code) else { return false };
        let known = self.known.get(&person).into_iter().flatten();
        known.into_iter().any(|one| wanted.contains(&one.field))
    }

    /// A division that the lead can start from. None when it cannot be worked out.
    pub fn proposal(&self, way: Way) -> Option<Proposal> {
        let (lots, criteria, candidates) = self.parts();
        propose(&Wish {
            way,
            minimum: self.minimum,
            lots: &lots,
            criteria: &criteria,
            candidates: &candidates,
            given: &self.division(),
        })
    }

    /// What the division that stands lacks.
    pub fn lacks(&self) -> (Vec<Short>, Vec<(LotId, String)>) {
        let (lots, criteria, candidates) = self.parts();
        let given = self.division();
        let wish = Wish {
            way: Way::Both,
            minimum: self.minimum,
            lots: &lots,
            criteria: &criteria,
            candidates: &candidates,
            given: &given,
        };
        lacks(&wish, &given)
    }

    fn parts(&self) -> (Vec<Part>, Vec<Asked>, Vec<Candidate>) {
        // Before the opening nobody knows; after it a lot without bids needs nobody.
        let part = |lot: &Lot| {
            let bids = match self.facts.round.is_under_review() {
                true => self.bids.get(&lot.id).copied()?,
                false => 1,
            };
            Some(Part { lot: lot.id, bids })
        };
        let criteria = self.facts.round.definition.criteria.iter();
        let fields = |code: &str| self.wanted.get(code).cloned().unwrap_or_default();
        let candidate = |(person, _): &(PersonId, String)| Candidate {
            person: *person,
            fields: self.fields(*person),
            conflicts: self.near.get(person).cloned().unwrap_or_default(),
            elsewhere: self.elsewhere.get(person).copied().unwrap_or(0),
        };
        (
            self.facts.lots.iter().filter_map(part).collect(),
            criteria.map(|c| Asked { code: c.code.clone(), fields: fields(&c.code) }).collect(),
            self.people.iter().map(candidate).collect(),
        )
    }

    pub fn fields(&self, person: PersonId) -> BTreeSet<Field> {
        self.known.get(&person).into_iter().flatten().map(|one| one.field).collect()
    }

    pub fn name(&self, person: PersonId) -> &str {
        let found = self.people.iter().find(|(id, _)| *id == person);
        found.map(|(_, name)| name.as_str()).unwrap_or_default()
    }

    fn criterion(&self, code: &str) -> &str {
        let found = self.facts.round.definition.criteria.iter().find(|c| c.code == code);
        found.map(|c| c.name.as_str()).unwrap_or_default()
    }

    /// Sentences about what is short, one per lot where all of it is short alike.
    pub fn sentences(
        &self,
        (app, me): (&App, &Me),
        (short, lay): (&[Short], &[(LotId, String)]),
    ) -> Vec<String> {
        let criteria = self.facts.round.definition.criteria.len();
        let mut said = vec![];
        let mut rest = short;
        while let Some(first) = rest.first() {
            let alike =
                |s: &&Short| (s.item.0, s.has, s.free) == (first.item.0, first.has, first.free);
            let same = rest.iter().take_while(alike).count();
            let whole = same == criteria;
            let taken = if whole { same } else { 1 };
            said.push(self.short_sentence((app, me), first, (!whole).then_some(&first.item.1)));
            rest = &rest[taken..];
        }
        for (lot, code) in lay {
            let args = [
                ("lot", self.facts.lot_label(*lot).into()),
                ("item", self.criterion(code).to_owned().into()),
            ];
            said.push(say(app, me, "staff-lay", &args));
        }
        said
    }

    fn short_sentence(
        &self,
        (app, me): (&App, &Me),
        short: &Short,
        item: Option<&String>,
    ) -> String {
        let args = [
            ("lot", self.facts.lot_label(short.item.0).into()),
            ("item", item.map(|code| self.criterion(code)).unwrap_or_default().to_owned().into()),
            ("has", count(short.has)),
            ("minimum", count(self.minimum)),
            ("free", count(short.free)),
        ];
        let key = match (item.is_some(), short.free < self.minimum) {
            (false, false) => "staff-short-lot",
            (false, true) => "staff-short-lot-free",
            (true, false) => "staff-short-item",
            (true, true) => "staff-short-item-free",
        };
        say(app, me, key, &args)
    }
}

/// Who is near a bidder of which lot: said so, ruled so, or a member of it.
fn near(conn: &mut Conn, id: RoundId) -> Result<BTreeMap<PersonId, BTreeSet<LotId>>, Error> {
    let mut near: BTreeMap<PersonId, BTreeSet<LotId>> = BTreeMap::new();
    for line in store::conflicts::of_round(conn, id)? {
        if line.said.clearance() != Clearance::Cleared {
            near.entry(line.person).or_default().insert(line.lot);
        }
    }
    for (person, lot) in store::conflicts::members_of_bidders(conn, id)? {
        near.entry(person).or_default().insert(lot);
    }
    Ok(near)
}
