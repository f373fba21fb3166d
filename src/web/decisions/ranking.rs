//! The ranking of a lot as a table: those with a place, those without, and those not admitted.

use crate::documents::findings::Teller;
use crate::domain::decisions::{Admittance, LotFile};
use crate::web::score_table::{Row, ScoreTable};

/// The table of a lot that is ranked.
pub fn ranking(teller: &Teller<'_>, lot: &LotFile) -> Option<ScoreTable> {
    let ranked = lot.ranked()?;
    let definition = teller.definition().for_lot(&lot.lot.details);
    let scores = teller.scores.with(&definition);
    let scored = ranked.outcome.bids.iter().filter_map(|bid| {
        let entrant = lot.by_code(&bid.id)?;
        let name = (entrant.name.clone(), teller.bid(&entrant.code));
        Some(Row::new(scores, bid, name, |code| teller.bid(code)))
    });
    let refused = lot.entrants.iter().filter_map(|entrant| match &entrant.admittance {
        Admittance::Refused(reasons) => {
            let name = (entrant.name.clone(), teller.bid(&entrant.code));
            Some(Row::not_scored(name, reasons.clone()))
        }
        Admittance::Undecided | Admittance::Joins(_) => None,
    });
    Some(ScoreTable::new(scores, scored.chain(refused).collect()))
}
