//! A large round of the same kind as the one at the table, for measuring: many bids on lots of 50,
//! opened, admitted, and being scored. Texts are those of the example; what many bids share is
//! written in batches, everything that has a rule goes through its action.

mod review;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use self::review::{Review, assessor_email, assessor_key};

use super::rounds::{self, Calendar};
use super::world::organisation;
use super::{DemoError, bids};
use crate::actions::{
    self, CreateRound, InviteParty, JoinBid, Joining, SaveAnswer, SignPart, StartBid, SubmitBid,
};
use crate::domain::accounts::credentials::Email;
use crate::domain::accounts::{Organisation, OrganisationKind, Role};
use crate::domain::bids::answers::Saved;
use crate::domain::bids::parties::work::{Cell, Hand};
use crate::domain::bids::parties::{PartyRole, statement};
use crate::domain::ids::{BidId, LotId, OrganisationId, PartyId, PersonId, RoundId, SubmissionId};
use crate::domain::journal::{By, sha256_hex};
use crate::domain::rounds::definition::Dates;
use crate::domain::tables::{Fallback, Meeting, Settling};
use crate::store::accounts::Person;
use crate::store::answers::At;
use crate::store::{self, Database, StoreError, Tx};

const KEY: &str = "large";
const BIDS_PER_LOT: u32 = 50;
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

/// What a party writes in its part.
const PART: [(&str, &str); 8] = [
    ("benefit-volunteers", "gains"),
    ("gives", "Wij nemen een deel van de avonden over. Onze mensen kennen de weg."),
    ("gains", "Wij krijgen vast werk voor onze vrijwilligers."),
    ("care", "Goede zorg is een vast gezicht, ook in de avond."),
    ("mission", "Niemand hoeft te verhuizen omdat de hulp te ver weg is."),
    ("method", "Elke eerste maandag van de maand praten wij met elkaar."),
    ("contacts", "De planners bellen elkaar. De besturen kennen elkaars nummer."),
    ("money", "Wij sturen per uur een rekening, voor hetzelfde tarief."),
];

/// How large it is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub bids: u32,
    pub assessors: u32,
    pub lots: Lots,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lots {
    /// One for every 50 bids, with a panel each, and all scores given.
    AsFewAsDo,
    /// So many, every assessor on each of them, half scored; with a joint bid, a refused bid and a
    /// conflict of interest, as a round has them.
    Given(u32),
}

impl Size {
    fn lots(self) -> u32 {
        match self.lots {
            Lots::AsFewAsDo => {
                self.bids.div_ceil(BIDS_PER_LOT).clamp(1, rounds::DISTRICTS.len() as u32)
            }
            Lots::Given(lots) => lots.clamp(1, self.bids.max(1)),
        }
    }
}

/// Where to look in the large round, for scripts.
#[derive(Clone, Debug, Serialize)]
pub struct Large {
    process_lead: String,
    /// Every bid with how far its scores are.
    bid_list: String,
    /// How far every assessor is.
    board: String,
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
            board: format!("/manage/rounds/{round}/progress"),
            assessor: assessor_email(0),
            score_page: format!("/review/assignments/{}/bids/{bid}/q1", sheet.id),
            writer: "yvonne@dijkgenoten.example".to_owned(),
        }))
    })
}

pub fn load(db: &Database, now: Timestamp, size: Size) -> Result<(), DemoError> {
    if find(db)?.is_some() {
        return Ok(());
    }
    let (bids, lots) = (size.bids, size.lots());
    let calendar = calendar(now)?;
    let closed = calendar.dates.closes_at;
    db.write_now(move |tx| publish(tx, lots, &calendar))?;
    let texts = bids::texts_of_lot(1)?;
    for number in 0..bids.div_ceil(lots) {
        let texts = texts.clone();
        let own = lots.min(bids - number * lots);
        db.write_now(move |tx| {
            let mut bidder = Bidder::settle(tx, number, closed - SignedDuration::from_hours(240))?;
            bidder.with = (size.lots != Lots::AsFewAsDo && number == 1).then_some(0);
            bidder.hand_in(tx, own, &texts[number as usize % texts.len()])
        })?;
    }
    let assessors = size.assessors.max(1) as usize;
    let review = Review { assessors, opened: closed + HOUR, lots: size.lots };
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
    let mut definition = rounds::definition(&example, calendar.dates.clone());
    definition.meeting =
        Meeting { settling: Settling::Votes(Fallback::Median), ..Meeting::usual() };
    let new = CreateRound {
        origin: actions::Origin::Library,
        id: RoundId::named(KEY),
        municipality: organisation("waldervoort"),
        by: lead(),
        lots: rounds::lots(tx, &example)?,
        definition,
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
    /// Number of the bidder that takes part in its bid on the first lot.
    with: Option<u32>,
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
        Ok(Bidder { number, id: organisation.id, signs, begins, with: None })
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
            if let (1, Some(other)) = (lot, self.with) {
                self.takes_along(tx, id, other)?;
            }
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

impl Bidder {
    /// The first kind of help, everywhere: the other does it too.
    fn divides_work(&self, tx: &mut Tx, bid: BidId, party: PartyId) -> Result<(), DemoError> {
        let lot = store::bids::find(tx, bid)?.lot;
        let lot = store::rounds::find_lot(tx, lot)?.details;
        let service = lot.categories.first().cloned().unwrap_or_default();
        let cell = |area: String| Cell { area, service: service.clone() };
        let areas = lot.areas.into_iter().map(|area| area.code);
        let hands = areas.map(|area| (cell(area), Hand::Party(party))).collect();
        let at = self.begins + SignedDuration::from_mins(11);
        Ok(actions::chart_work(tx, bid, (hands, 0), self.signs.clone(), at)?)
    }

    /// Another bidder takes a part of this bid, and signs for it.
    fn takes_along(&self, tx: &mut Tx, bid: BidId, other: u32) -> Result<(), DemoError> {
        let key = format!("{KEY}-{other}");
        let person = store::accounts::person_by_id(tx, PersonId::named(&key))?;
        let (id, own) = (PartyId::named(&format!("{KEY}-party")), OrganisationId::named(&key));
        let secret = sha256_hex(id.as_str().as_bytes());
        let hash = sha256_hex(secret.as_bytes());
        let invite = InviteParty {
            id,
            role: PartyRole::Subcontractor,
            name: store::accounts::organisation(tx, own)?.name,
            email: Email::parse(&person.email).map_err(DemoError::content)?,
            secret,
        };
        let at = self.begins + SignedDuration::from_mins(10);
        actions::invite_party(tx, bid, invite, self.signs.clone(), at)?;
        let by = (person.id, person.name.clone());
        actions::join_bid(tx, JoinBid { person, hash, joining: Joining::Own(own) }, at)?;
        for (tail, text) in PART {
            let place = At { bid, field: statement::named(id, tail) };
            let typed = SaveAnswer { place, value: text.into(), seen: 0, by: by.0 };
            actions::save_answer(tx, typed, at)?;
        }
        self.divides_work(tx, bid, id)?;
        let joint = store::parties::of_bid(tx, bid)?;
        let party = joint.party(id).ok_or_else(|| DemoError::content("no party"))?;
        let answers = store::answers::of_bid(tx, bid)?;
        let shown = joint.covered(party, &answers);
        let sign = SignPart { bid, party: id, name: by.1.clone(), by, shown };
        Ok(actions::sign_part(tx, sign, at)?)
    }
}
