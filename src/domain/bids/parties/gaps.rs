//! What a joint bid misses. A bid that nobody else takes part in misses nothing here.

use super::super::answers::Answers;
use super::joint::Joint;
use super::statement::Statement;
use super::work::{Cell, Grid};
use super::{Party, PartyStanding};
use crate::domain::ids::PartyId;
use crate::domain::rounds::lots::LotDetails;

/// Says nothing about what stands in a part: the lead reads it, and the part may be private.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartyGap {
    /// Invited, and nobody joined yet.
    NotJoined {
        party: PartyId,
        name: String,
    },
    /// Not how far it is: that is the party's own business.
    Unfinished {
        party: PartyId,
        name: String,
    },
    NotSigned {
        party: PartyId,
        name: String,
    },
    /// It does nothing anywhere.
    Idle {
        party: PartyId,
        name: String,
    },
    /// It left, but still stands in the matrix.
    LeftWork {
        party: PartyId,
        name: String,
    },
    /// Nobody does this here.
    EmptyCell(Cell),
}

impl Joint {
    pub fn gaps(&self, answers: &Answers, lot: &LotDetails) -> Vec<PartyGap> {
        let mut gaps: Vec<PartyGap> =
            self.parties.iter().flat_map(|party| self.of_party(party, (answers, lot))).collect();
        if self.is_joint() {
            let works = |cell: &Cell| self.board.work.in_cell(cell).any(|hand| self.has(hand));
            let grid = Grid::of(lot);
            gaps.extend(grid.cells().filter(|cell| !works(cell)).map(PartyGap::EmptyCell));
        }
        gaps
    }

    fn of_party(&self, party: &Party, (answers, lot): (&Answers, &LotDetails)) -> Vec<PartyGap> {
        let (id, name) = (party.id, party.name.clone());
        // What the lot no longer asks is no work.
        let grid = Grid::of(lot);
        let idle = !self.board.work.of(id).iter().any(|cell| grid.has(cell));
        let mut gaps = vec![];
        match &party.standing {
            PartyStanding::Left { .. } if idle => return gaps,
            PartyStanding::Left { .. } => return vec![PartyGap::LeftWork { party: id, name }],
            PartyStanding::Invited { .. } => {
                gaps.push(PartyGap::NotJoined { party: id, name: name.clone() });
            }
            PartyStanding::Joined { .. } => {
                let finished = Statement::of(answers, id).missing().is_empty();
                let name = name.clone();
                gaps.push(match finished {
                    true => PartyGap::NotSigned { party: id, name },
                    false => PartyGap::Unfinished { party: id, name },
                });
            }
            PartyStanding::Signed(signature) if signature.hash != self.covered(party, answers) => {
                gaps.push(PartyGap::NotSigned { party: id, name: name.clone() });
            }
            PartyStanding::Signed(_) => {}
        }
        if idle {
            gaps.push(PartyGap::Idle { party: id, name });
        }
        gaps
    }
}
