//! A draft in which three municipalities buy together: one gave its mandate, one was asked for it.

use jiff::{Timestamp, ToSpan};

use super::DemoError;
use super::rounds::{self, definition, joint};
use super::world::{World, organisation};
use crate::actions::{self, CreateRound, GiveMandate};
use crate::domain::ids::{PersonId, RoundId};
use crate::domain::moments::day_of;
use crate::domain::rounds::joined::{ForWhom, Participant, Weights};
use crate::domain::rounds::publication_hash;
use crate::store::Database;

/// What each question is worth in Duinrade, in the order of the library.
const DUINRADE: [(&str, i64); 5] = [("q1", 35), ("q2", 20), ("q3", 20), ("q4", 15), ("q5", 10)];

pub fn load(db: &Database, world: &World, now: Timestamp) -> Result<(), DemoError> {
    let (example, calendar) = joint(now)?;
    let by = |key: &str| (PersonId::named(key), world.name_of(key));
    let (rob, carla) = (by("rob"), by("carla"));
    let mut terms = definition(&example, calendar.dates);
    terms.participants = vec![takes_part("waldervoort", None), takes_part("duinrade", Some(own()))];
    let ago = |days: i64| now.checked_sub((24 * days).hours()).map_err(DemoError::content);
    let (begun, asked, given) = (ago(6)?, ago(3)?, ago(1)?);
    db.write_now::<_, DemoError, _>(move |tx| {
        let id = RoundId::named(&example.key);
        let mut lots = rounds::lots(tx, &example)?;
        let whose = [ForWhom::Together, one("waldervoort"), one("duinrade")];
        for (lot, whose) in lots.iter_mut().zip(whose) {
            lot.details.for_whom = whose;
        }
        let terms_hash = publication_hash(&terms, &lots);
        let new = CreateRound {
            id,
            municipality: organisation(&example.municipality),
            by: rob.clone(),
            definition: terms,
            origin: actions::Origin::Library,
            lots,
        };
        actions::create_round(tx, new, begun)?;
        actions::ask_mandates(tx, id, rob, asked)?;
        let give = GiveMandate {
            round: id,
            municipality: organisation("waldervoort"),
            by: carla,
            reference: "B&W 2026-311".into(),
            decided_on: day_of(given),
            terms: terms_hash,
        };
        actions::give_mandate(tx, give, given)?;
        Ok(())
    })
}

fn one(key: &str) -> ForWhom {
    ForWhom::Participant(organisation(key))
}

fn takes_part(key: &str, weights: Option<Weights>) -> Participant {
    let name = match key {
        "waldervoort" => "Waldervoort",
        _ => "Duinrade",
    };
    Participant { municipality: organisation(key), name: name.into(), weights }
}

fn own() -> Weights {
    let criteria = DUINRADE.map(|(code, weight)| (code.to_owned(), weight.into()));
    Weights { criteria: criteria.into(), price: None }
}
