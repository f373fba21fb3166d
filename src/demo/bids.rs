//! Bids of the example: begun, written, handed in and taken back by the same actions as in real
//! life, at moments that fit their round. What they say stands in `config/demo`.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::world::{World, organisation};
use super::{DemoError, joint, mandate, own_area, pdf, together};
use crate::actions::{self, AddAttachment, Arrival, SaveAnswer, StartBid, SubmitBid};
use crate::documents::file_kinds::kind_of;
use crate::documents::files::Files as Place;
use crate::domain::bids::Attachment;
use crate::domain::bids::attachments::Check;
use crate::domain::bids::uploads::Quota;
use crate::domain::ids::{AttachmentId, BidId, LotId, PersonId, RoundId, SubmissionId};
use crate::domain::journal::sha256_hex;
use crate::domain::moments::amsterdam;
use crate::domain::rounds::Round;
use crate::store::answers::At;
use crate::store::{self, Database, StoreError, Tx};

const BIDS: &str = include_str!("../../config/demo/bids.toml");
/// On the round that asks everything.
const FULL: &str = include_str!("../../config/demo/bids-full.toml");
const FILES: &str = include_str!("../../config/demo/attachments.toml");

#[derive(Deserialize)]
pub(super) struct Bids {
    pub(super) bids: Vec<Example>,
}

/// The example is small.
const QUOTA: Quota = Quota { file: 1 << 20, bid: 1 << 24, cooperative: 1 << 24 };

#[derive(Deserialize)]
struct Files {
    files: Vec<File>,
}

#[derive(Clone, Deserialize)]
struct File {
    bid: String,
    section: String,
    name: String,
    text: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Example {
    round: String,
    lot: u16,
    cooperative: String,
    state: State,
    preference: u16,
    writers: Vec<String>,
    submitted_by: Option<String>,
    withdrawn_by: Option<String>,
    withdrawn_reason: Option<String>,
    /// Earlier texts, the oldest of a field first.
    #[serde(default)]
    drafts: Vec<Draft>,
    answers: BTreeMap<String, String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Draft {
    field: String,
    by: String,
    text: String,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum State {
    Draft,
    Submitted,
    Withdrawn,
}

impl Example {
    fn key(&self) -> String {
        format!("{}-{}-{}", self.round, self.lot, self.cooperative)
    }

    fn id(&self) -> BidId {
        BidId::named(&self.key())
    }

    /// Who saves in this section: the writers take turns.
    fn writer(&self, turn: usize) -> &str {
        self.writers.get(turn % self.writers.len().max(1)).map_or("", String::as_str)
    }
}

/// Files go to `place`.
pub fn load(db: &Database, place: &Place, world: &World) -> Result<(), DemoError> {
    let Bids { mut bids } = toml::from_str(BIDS).map_err(DemoError::content)?;
    let Files { files } = toml::from_str(FILES).map_err(DemoError::content)?;
    // A new bid gets the next place in the order of wishes.
    bids.sort_by_key(|bid| bid.preference);
    let Bids { bids: full } = toml::from_str(FULL).map_err(DemoError::content)?;
    bids.extend(full);
    for (turn, bid) in (0..).zip(bids) {
        let round = RoundId::named(&bid.round);
        let round = db.read_now::<_, StoreError>(|conn| store::rounds::find(conn, round))?;
        let own = files.iter().filter(|file| file.bid == bid.key());
        let kept = own.map(|file| keep(place, file)).collect::<Result<Vec<_>, _>>()?;
        let world = world.clone();
        db.write_now(move |tx| live(tx, &world, (&bid, kept), Calendar::new(&round, turn)?))?;
    }
    Ok(())
}

/// Answers of a bid by field.
pub(super) type Texts = BTreeMap<String, String>;

/// What the bids on this lot of the round at the table say.
pub(super) fn texts_of_lot(lot: u16) -> Result<Vec<Texts>, DemoError> {
    let Bids { bids } = toml::from_str(BIDS).map_err(DemoError::content)?;
    let of_lot = bids.into_iter().filter(|bid| bid.round == "table" && bid.lot == lot);
    let texts = of_lot.map(|bid| {
        bid.answers.into_iter().map(|(field, text)| (field, text.trim().to_owned())).collect()
    });
    Ok(texts.collect())
}

/// When the parts of a bid happen: writing takes about half of the time that the round is open.
pub(super) struct Calendar {
    starts: Timestamp,
    /// Between two sections.
    pause: SignedDuration,
    submits: Timestamp,
    withdraws: Timestamp,
}

impl Calendar {
    pub(super) fn new(round: &Round, turn: i64) -> Result<Calendar, DemoError> {
        let published =
            round.publication().ok_or_else(|| DemoError::content("a bid before publication"))?.at;
        let open = round.definition.dates.closes_at.duration_since(published);
        let after = |part: i32, minutes: i64| {
            let since = open * part / 100 + SignedDuration::from_mins(minutes);
            published.checked_add(since).map_err(DemoError::content)
        };
        Ok(Calendar {
            starts: after(12, 40 * turn)?,
            pause: open / 60,
            submits: by_day(after(36, 97 * turn)?, turn)?,
            withdraws: by_day(after(40, 97 * turn)?, turn)?,
        })
    }
}

/// On the same day, between ten and five: people sign at their desk.
fn by_day(at: Timestamp, turn: i64) -> Result<Timestamp, DemoError> {
    let ten = at.to_zoned(amsterdam()).date().at(10, 0, 0, 0);
    let ten = ten.to_zoned(amsterdam()).map_err(DemoError::content)?.timestamp();
    let seconds = (turn * 4_337).rem_euclid(7 * 3_600);
    ten.checked_add(SignedDuration::from_secs(seconds)).map_err(DemoError::content)
}

pub(super) fn live(
    tx: &mut Tx,
    world: &World,
    (bid, files): (&Example, Vec<Attachment>),
    calendar: Calendar,
) -> Result<(), DemoError> {
    let by = |key: &str| (PersonId::named(key), world.name_of(key));
    let start = StartBid {
        id: bid.id(),
        lot: LotId::named(&format!("{}-{}", bid.round, bid.lot)),
        cooperative: organisation(&bid.cooperative),
        by: by(bid.writer(0)),
        copy_from: None,
    };
    actions::start_bid(tx, start, calendar.starts)?;
    let last = write(tx, bid, &calendar)?;
    for file in files {
        let file = Attachment { added_at: last, ..file };
        let (check, by) = (Check::Unchecked, by(bid.writer(1)));
        actions::add_attachment(tx, AddAttachment { file, check, quota: QUOTA, by })?;
    }
    own_area::load(tx, (bid.id(), &bid.key()), by(bid.writer(0)), last)?;
    together::load(tx, world, (&bid.key(), &bid.writers), last)?;
    joint::load(tx, world, &bid.key(), last)?;
    mandate::load(tx, world, &bid.key(), last)?;
    if bid.state == State::Draft {
        return Ok(());
    }
    let form = SubmitBid {
        bid: bid.id(),
        id: SubmissionId::named(&bid.key()),
        by: by(bid.submitted_by.as_deref().unwrap_or_default()),
        preference: bid.preference,
        chance: chance(&bid.key()),
    };
    if actions::submit_bid(tx, form, calendar.submits)? == Arrival::Late {
        return Err(DemoError::content("a bid of the example came late"));
    }
    if bid.state == State::Withdrawn {
        let by = by(bid.withdrawn_by.as_deref().unwrap_or_default());
        let reason = bid.withdrawn_reason.as_deref().unwrap_or_default();
        actions::withdraw_bid(tx, bid.id(), by, reason, calendar.withdraws)?;
    }
    Ok(())
}

/// Section by section, a minute per answer and half an hour after an earlier text; answers when the
/// last was saved.
fn write(tx: &mut Tx, bid: &Example, calendar: &Calendar) -> Result<Timestamp, DemoError> {
    let (mut section, mut turn, mut now) = ("", 0, calendar.starts);
    let after = |now: Timestamp, pause| now.checked_add(pause).map_err(DemoError::content);
    for (field, value) in &bid.answers {
        let of = field.split('.').next().unwrap_or_default();
        if of != section {
            (section, turn) = (of, turn + 1);
            now = after(now, calendar.pause)?;
        }
        let drafts = bid.drafts.iter().filter(|draft| draft.field == *field);
        let drafts: Vec<_> = drafts.map(|draft| (draft.by.as_str(), &draft.text)).collect();
        for (seen, (by, text)) in (0..).zip(drafts.into_iter().chain([(bid.writer(turn), value)])) {
            let pause = if seen == 0 { 1 } else { 30 };
            now = after(now, SignedDuration::from_mins(pause))?;
            let typed = SaveAnswer {
                place: At { bid: bid.id(), field: field.clone() },
                value: text.trim().to_owned(),
                seen,
                by: PersonId::named(by),
            };
            actions::save_answer(tx, typed, now)?;
        }
    }
    Ok(now)
}

/// Makes the PDF and brings it to its place, before any row names it.
fn keep(place: &Place, file: &File) -> Result<Attachment, DemoError> {
    let key = format!("{}-{}", file.bid, file.name);
    let mut incoming = place.incoming(&sha256_hex(key.as_bytes()))?;
    incoming.write(&pdf::page(&file.text))?;
    let kind = kind_of(incoming.open()?)?.map_err(DemoError::content)?;
    let kept = incoming.keep()?;
    Ok(Attachment {
        id: AttachmentId::named(&key),
        bid: BidId::named(&file.bid),
        section: file.section.clone(),
        name: file.name.clone(),
        kind,
        size: i64::try_from(kept.size).unwrap_or(i64::MAX),
        hash: kept.hash,
        added_at: Timestamp::UNIX_EPOCH,
        removed_at: None,
    })
}

/// Always the same for the same bid, so that a repeated example has the same receipts.
pub(super) fn chance(key: &str) -> u64 {
    sha256_hex(key.as_bytes()).bytes().fold(0, |sum, b| sum * 31 % (1 << 48) + u64::from(b))
}
