//! A large round of the same kind as the one at the table, for measuring: many bids on lots of 50,
//! opened, admitted, and being scored. Texts are those of the example; what many bids share is
//! written in batches, everything that has a rule goes through its action.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::rounds::{self, Calendar};
use super::world::organisation;
use super::{DemoError, bids, meeting};
use crate::actions::{self, CreateRound, Other, Said, SaveScore, StartBid, SubmitBid};
use crate::domain::accounts::{Organisation, OrganisationKind, Role};
use crate::domain::bids::answers::Saved;
use crate::domain::ids::{BidId, LotId, OrganisationId, PersonId, RoundId, SubmissionId};
use crate::domain::journal::By;
use crate::domain::review::admissibility::{Admission, AdmissionVerdict, Check, CheckVerdict};
use crate::domain::review::conflicts::{Interest, Subject};
use crate::domain::rounds::definition::Dates;
use crate::domain::rounds::{Lot, Round};
use crate::domain::scoring::{Exact, Seed};
use crate::store::accounts::Person;
use crate::store::{self, Database, StoreError, Tx};

const KEY: &str = "large";
const BIDS_PER_LOT: u32 = 50;
/// Assessors of one lot, where there are enough.
const PANEL: usize = 4;
const LEAD: (&str, &str) = ("ingrid", "Ingrid Smeets");
const KINDS: [&str; 5] =
    ["Zorgcoöperatie", "Dorpscoöperatie", "Coöperatie", "Buurtcoöperatie", "Samenkracht"];
const PLACES: [&str; 10] = [
    "Aldermeer",
    "Bovenwold",
    "Cranevoort",
    "Dalerhoek",
    "Eikenzijl",
    "Fladderveen",
    "Grietmade",
    "Hoogkolk",
    "Imsterdal",
    "Jurrenoord",
];
const REASONS: [&str; 4] = [
    "Het plan noemt eigen cijfers en zegt wat er verandert.",
    "Duidelijk en haalbaar. Een paar punten zijn nog vaag.",
    "Een belangrijk punt ontbreekt: wie vervangt er in de zomer?",
    "Past goed bij het dorp. Het bewijs zit erbij.",
];

/// Where to look in the large round, for scripts.
#[derive(Clone, Debug, Serialize)]
pub struct Large {
    process_lead: String,
    /// Every bid with how far its scores are.
    bid_list: String,
    assessor: String,
    /// One bid on one question, as this assessor reads and scores it.
    score_page: String,
    /// Somebody whose first bid is still being written.
    writer: String,
}

/// Where to look, if the large round is there.
pub fn find(db: &Database) -> Result<Option<Large>, StoreError> {
    db.read_now(|conn| {
        let (round, lot) = (RoundId::named(KEY), lot_id(1));
        let first = PersonId::named(&assessor_key(0));
        let Some(sheet) = store::assignments::on_lot(conn, lot, first)? else { return Ok(None) };
        let bid = store::bids::opened_of_lot(conn, lot)?.into_iter().next();
        let bid = bid.ok_or(StoreError::Missing)?.id;
        Ok(Some(Large {
            process_lead: "ingrid@waldervoort.example".to_owned(),
            bid_list: format!("/manage/rounds/{round}/bids"),
            assessor: assessor_email(0),
            score_page: format!("/review/assignments/{}/bids/{bid}/q1", sheet.id),
            writer: "yvonne@dijkgenoten.example".to_owned(),
        }))
    })
}

pub fn load(db: &Database, now: Timestamp, (bids, assessors): (u32, u32)) -> Result<(), DemoError> {
    if find(db)?.is_some() {
        return Ok(());
    }
    let lots = bids.div_ceil(BIDS_PER_LOT).clamp(1, rounds::DISTRICTS.len() as u32);
    let calendar = calendar(now)?;
    let closed = calendar.dates.closes_at;
    db.write_now(move |tx| publish(tx, lots, &calendar))?;
    let texts = bids::texts_of_lot(1)?;
    for number in 0..bids.div_ceil(lots) {
        let texts = texts.clone();
        let own = lots.min(bids - number * lots);
        db.write_now(move |tx| {
            let bidder = Bidder::settle(tx, number, closed - SignedDuration::from_hours(240))?;
            bidder.hand_in(tx, own, &texts[number as usize % texts.len()])
        })?;
    }
    let review = Review { assessors: assessors.max(1) as usize, opened: closed + HOUR };
    db.write_now(move |tx| review.open(tx))?;
    db.write_now(move |tx| review.admit(tx))?;
    for assessor in 0..review.assessors {
        db.write_now(move |tx| review.score(tx, assessor))?;
    }
    Ok(())
}

const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// Closed 5 days ago; assessors have 2 weeks left.
fn calendar(now: Timestamp) -> Result<Calendar, DemoError> {
    let today = rounds::today(now);
    let day = |days: i64| rounds::shifted(&today, days);
    Ok(Calendar {
        published_at: rounds::moment(day(-60)?, 9)?,
        dates: Dates {
            questions_until: rounds::moment(day(-20)?, 12)?,
            closes_at: rounds::moment(day(-5)?, 12)?,
            scores_due: day(14)?,
            table_on: day(20)?,
            decision_on: day(35)?,
            starts_on: day(200)?,
        },
    })
}

fn lot_id(number: u32) -> LotId {
    LotId::named(&format!("{KEY}-{number}"))
}

fn lead() -> By {
    (PersonId::named(LEAD.0), LEAD.1.to_owned())
}

fn publish(tx: &mut Tx, lots: u32, calendar: &Calendar) -> Result<(), DemoError> {
    let example = rounds::many_lots(KEY, lots as usize)?;
    let new = CreateRound {
        origin: actions::Origin::Library,
        id: RoundId::named(KEY),
        municipality: organisation("waldervoort"),
        by: lead(),
        lots: rounds::lots(tx, &example)?,
        definition: rounds::definition(&example, calendar.dates.clone()),
    };
    actions::create_round(tx, new, calendar.published_at - HOUR)?;
    actions::publish_round(tx, RoundId::named(KEY), lead(), 1, calendar.published_at)?;
    Ok(())
}

/// Somebody new who signs in like everybody in the example.
fn add_person(
    tx: &mut Tx,
    (key, name, email): (&str, &str, String),
    member: (OrganisationId, &[Role]),
    now: Timestamp,
) -> Result<By, StoreError> {
    let known = store::accounts::person_by_id(tx, PersonId::named(LEAD.0))?;
    let id = PersonId::named(key);
    let person = Person { id, email, name: name.to_owned(), verified_at: Some(now), ..known };
    store::accounts::add_person(tx, &person, now)?;
    for role in member.1 {
        store::accounts::add_membership(tx, id, member.0, *role, now)?;
    }
    Ok((id, name.to_owned()))
}

struct Bidder {
    number: u32,
    id: OrganisationId,
    signs: By,
    begins: Timestamp,
}

impl Bidder {
    fn settle(tx: &mut Tx, number: u32, begins: Timestamp) -> Result<Bidder, StoreError> {
        let at = number as usize;
        let (kind, place) = (KINDS[at % 5], PLACES[at / 5 % 10]);
        let more = match number / 50 {
            0 => String::new(),
            more => format!(" {}", more + 1),
        };
        let key = format!("large-{number}");
        let organisation = Organisation {
            id: OrganisationId::named(&key),
            kind: OrganisationKind::Cooperative,
            name: format!("{kind} {place}{more}"),
            slug: key.clone(),
            theme: None,
            place: place.to_owned(),
            registration: Some(format!("{}", 99_100_000 + number)),
            legal_form: Some("cooperative".to_owned()),
        };
        store::accounts::add_organisation(tx, &organisation, begins)?;
        let email = format!("bestuur@{key}.example");
        let member = (organisation.id, [Role::Lead, Role::Signatory].as_slice());
        let signs = add_person(tx, (&key, &format!("Voorzitter {place}"), email), member, begins)?;
        Ok(Bidder { number, id: organisation.id, signs, begins })
    }

    /// One bid on each of the first lots, with the same texts.
    fn hand_in(&self, tx: &mut Tx, lots: u32, texts: &bids::Texts) -> Result<(), DemoError> {
        let texts: Vec<(&str, &str)> =
            texts.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
        for lot in 1..=lots {
            let key = format!("{KEY}-{}-{lot}", self.number);
            let (id, by) = (BidId::named(&key), self.signs.clone());
            let start = StartBid {
                id,
                lot: lot_id(lot),
                cooperative: self.id,
                by: by.clone(),
                copy_from: None,
            };
            actions::start_bid(tx, start, self.begins)?;
            let saved = Saved { by: by.0, at: self.begins };
            store::answers::add_all(tx, id, &texts, saved)?;
            let form = SubmitBid {
                bid: id,
                id: SubmissionId::named(&key),
                by,
                preference: u16::try_from(lot).unwrap_or(1),
                chance: bids::chance(&key),
            };
            actions::submit_bid(tx, form, self.begins + HOUR)?;
        }
        Ok(())
    }
}

fn assessor_key(number: usize) -> String {
    format!("large-assessor-{}", number + 1)
}

fn assessor_email(number: usize) -> String {
    format!("beoordelaar{}@waldervoort.example", number + 1)
}

/// What the municipality does after the closing time.
#[derive(Clone, Copy)]
struct Review {
    assessors: usize,
    opened: Timestamp,
}

impl Review {
    /// Panels take turns over the lots.
    fn assesses(&self, assessor: usize, lot: &Lot) -> bool {
        let panels = (self.assessors / PANEL).max(1);
        usize::from(lot.number - 1) % panels == assessor % panels
    }

    fn by(number: usize) -> By {
        (PersonId::named(&assessor_key(number)), format!("Beoordelaar {}", number + 1))
    }

    fn open(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let owner = organisation("waldervoort");
        let before = self.opened - HOUR * 2;
        for number in 0..self.assessors {
            let (key, name) = (assessor_key(number), Review::by(number).1);
            let member = (owner, [Role::Assessor].as_slice());
            add_person(tx, (&key, &name, assessor_email(number)), member, before)?;
            for lot in store::rounds::lots_of(tx, RoundId::named(KEY))? {
                if self.assesses(number, &lot) {
                    actions::assign_assessor(tx, lot.id, Review::by(number).0, &lead(), before)?;
                }
            }
        }
        for key in meeting::WALDERVOORT.key_holders {
            let id = PersonId::named(key);
            let by = (id, store::accounts::person_by_id(tx, id)?.name);
            let seed = Seed::from_number(2027);
            actions::turn_key(tx, RoundId::named(KEY), &by, &seed, self.opened)?;
        }
        Ok(())
    }

    fn admit(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let round = store::rounds::find(tx, RoundId::named(KEY))?;
        for bid in store::bids::opened_of_round(tx, round.id)? {
            for requirement in &round.definition.requirements {
                let check = Check {
                    requirement: requirement.code.clone(),
                    verdict: CheckVerdict::Accepted,
                    reason: "Het bewijs is bekeken en klopt.".to_owned(),
                    due: None,
                    ground: None,
                };
                actions::check_requirement(tx, bid.id, check, &lead(), self.opened)?;
            }
            let admission = Admission {
                verdict: AdmissionVerdict::Admitted,
                reason: "De inschrijving is compleet en alle eisen zijn akkoord.".to_owned(),
                ground: None,
            };
            actions::decide_admission(tx, bid.id, admission, &lead(), self.opened)?;
        }
        Ok(())
    }

    /// Everything one assessor does; the sheet stays open.
    fn score(&self, tx: &mut Tx, assessor: usize) -> Result<(), DemoError> {
        let (by, at) = (Review::by(assessor), self.opened + HOUR);
        let round = store::rounds::find(tx, RoundId::named(KEY))?;
        for lot in store::rounds::lots_of(tx, round.id)? {
            if !self.assesses(assessor, &lot) {
                continue;
            }
            let subjects = store::conflicts::subjects(tx, lot.id)?;
            let none = |subject: &Subject| (subject.key(), (Interest::None, String::new()));
            let said: Said = subjects.iter().map(none).collect();
            actions::declare_conflict(tx, lot.id, &by, said, at)?;
            self.fill(tx, (&round, &lot), assessor, at + HOUR)?;
        }
        Ok(())
    }

    fn fill(
        &self,
        tx: &mut Tx,
        (round, lot): (&Round, &Lot),
        assessor: usize,
        at: Timestamp,
    ) -> Result<(), DemoError> {
        let by = Review::by(assessor).0;
        let sheet = store::assignments::on_lot(tx, lot.id, by)?.ok_or(StoreError::Missing)?.id;
        for (b, bid) in store::bids::opened_of_lot(tx, lot.id)?.into_iter().enumerate() {
            for (c, criterion) in round.definition.criteria.iter().enumerate() {
                let turn = 7 * b + 3 * assessor + 5 * c;
                let grade = Exact::from(4 + 2 * i64::try_from(turn % 4).unwrap_or(0));
                let change = SaveScore {
                    sheet,
                    by,
                    bid: bid.id,
                    criterion: criterion.code.clone(),
                    grade: Some((Some(grade), 0)),
                    reason: Some((REASONS[turn % 4].to_owned(), 0)),
                    other: Other::Keep,
                };
                actions::save_score(tx, change, at)?;
            }
        }
        Ok(())
    }
}
