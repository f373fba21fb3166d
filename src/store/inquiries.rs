//! What a municipality asked single bidders after the opening, and what they answered.

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::Timestamp;

use super::db::Link;
use super::rejections::signed;
use super::schema::{bids, inquiries, inquiry_files};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::bids::ListedAttachment;
use crate::domain::ids::{BidId, InquiryId, RoundId};
use crate::domain::review::inquiry::{Ending, Extension, File, How, Inquiry};
use crate::domain::review::rejection::Signed;

type Who = (Option<String>, Option<String>, Option<i64>);
type Row = (
    (String, String, String, String, String),
    (String, String, i64, Option<String>),
    (i64, i64, Option<i64>, Option<String>),
    (String, Who),
    (Option<String>, Who, Option<String>, Option<String>),
);

type All = (
    (inquiries::id, inquiries::bid_id, inquiries::kind, inquiries::about, inquiries::question),
    (inquiries::asked_by, inquiries::asked_name, inquiries::asked_at, inquiries::on_behalf),
    (
        inquiries::due_at,
        inquiries::first_due_at,
        inquiries::extended_at,
        inquiries::extended_reason,
    ),
    (inquiries::answer, (inquiries::answered_by, inquiries::answered_name, inquiries::answered_at)),
    (
        inquiries::ending,
        (inquiries::ended_by, inquiries::ended_name, inquiries::ended_at),
        inquiries::ended_reason,
        inquiries::released,
    ),
);

const ALL: All = (
    (inquiries::id, inquiries::bid_id, inquiries::kind, inquiries::about, inquiries::question),
    (inquiries::asked_by, inquiries::asked_name, inquiries::asked_at, inquiries::on_behalf),
    (
        inquiries::due_at,
        inquiries::first_due_at,
        inquiries::extended_at,
        inquiries::extended_reason,
    ),
    (inquiries::answer, (inquiries::answered_by, inquiries::answered_name, inquiries::answered_at)),
    (
        inquiries::ending,
        (inquiries::ended_by, inquiries::ended_name, inquiries::ended_at),
        inquiries::ended_reason,
        inquiries::released,
    ),
);

type Files = BTreeMap<InquiryId, Vec<File>>;

fn inquiry(row: Row, files: &mut Files) -> Result<Inquiry, StoreError> {
    let ((id, bid, kind, about, question), asked, term, (answer, answered), ended) = row;
    let id = id.parse().map_err(StoreError::unreadable)?;
    let (by, name, time, on_behalf) = asked;
    let by = by.parse().map_err(StoreError::unreadable)?;
    Ok(Inquiry {
        id,
        bid: bid.parse().map_err(StoreError::unreadable)?,
        kind: kind.parse().map_err(StoreError::unreadable)?,
        about,
        question,
        asked: Signed { by, name, at: at(time) },
        on_behalf,
        due_at: at(term.0),
        extension: term.2.map(|time| Extension {
            before: at(term.1),
            at: at(time),
            reason: term.3.unwrap_or_default(),
        }),
        answer,
        files: files.remove(&id).unwrap_or_default(),
        answered: signed(answered)?,
        ending: ending(ended)?,
    })
}

fn ending(
    (word, who, reason, released): (Option<String>, Who, Option<String>, Option<String>),
) -> Result<Option<Ending>, StoreError> {
    let (Some(word), Some(by)) = (word, signed(who)?) else { return Ok(None) };
    let how = match word.as_str() {
        "lapsed" => How::Lapsed,
        "withheld" => How::Withheld,
        "released" => How::Released(released.unwrap_or_default()),
        other => return Err(StoreError::unreadable(other)),
    };
    Ok(Some(Ending { by, reason: reason.unwrap_or_default(), how }))
}

type FileRow = (String, String, String, String, i64, String, i64, String);

columns!(FILE:
    inquiry_files::id,
    inquiry_files::inquiry_id,
    inquiry_files::name,
    inquiry_files::media_type,
    inquiry_files::size,
    inquiry_files::hash,
    inquiry_files::added_at,
    inquiries::about,
);

fn by_inquiry(rows: Vec<FileRow>) -> Result<Files, StoreError> {
    let mut files = Files::new();
    for (id, of, name, media_type, size, hash, time, section) in rows {
        let file = File {
            id: id.parse().map_err(StoreError::unreadable)?,
            file: ListedAttachment { section, name, media_type, size, hash },
            added_at: at(time),
        };
        let of = of.parse().map_err(StoreError::unreadable)?;
        files.entry(of).or_default().push(file);
    }
    Ok(files)
}

pub fn find(conn: &mut Conn, id: InquiryId) -> Result<Inquiry, StoreError> {
    let row: Row = inquiries::table.find(id.as_str()).select(ALL).first(conn.link())?;
    let mut files = files_of(conn, id)?;
    inquiry(row, &mut files)
}

/// The same, and nobody else changes it until the commit.
pub fn find_to_change(tx: &mut Tx, id: InquiryId) -> Result<Inquiry, StoreError> {
    if let Link::Pg(c) = tx.link() {
        let held = inquiries::table.find(id.as_str()).select(inquiries::id).for_update();
        let _: String = held.first(c)?;
    }
    find(tx, id)
}

fn files_of(conn: &mut Conn, id: InquiryId) -> Result<Files, StoreError> {
    let rows: Vec<FileRow> = inquiry_files::table
        .inner_join(inquiries::table)
        .filter(inquiry_files::inquiry_id.eq(id.as_str()))
        .order((inquiry_files::added_at, inquiry_files::id))
        .select(FILE)
        .load(conn.link())?;
    by_inquiry(rows)
}

/// Everything that was asked about a bid, oldest first.
pub fn of_bid(conn: &mut Conn, bid: BidId) -> Result<Vec<Inquiry>, StoreError> {
    let rows: Vec<Row> = inquiries::table
        .filter(inquiries::bid_id.eq(bid.as_str()))
        .order((inquiries::asked_at, inquiries::id))
        .select(ALL)
        .load(conn.link())?;
    let files: Vec<FileRow> = inquiry_files::table
        .inner_join(inquiries::table)
        .filter(inquiries::bid_id.eq(bid.as_str()))
        .order((inquiry_files::added_at, inquiry_files::id))
        .select(FILE)
        .load(conn.link())?;
    let mut files = by_inquiry(files)?;
    rows.into_iter().map(|row| inquiry(row, &mut files)).collect()
}

/// Everything that was asked in a round, oldest first; without the files.
pub fn of_round(conn: &mut Conn, round: RoundId) -> Result<Vec<Inquiry>, StoreError> {
    let rows: Vec<Row> = inquiries::table
        .inner_join(bids::table)
        .filter(bids::round_id.eq(round.as_str()))
        .order((inquiries::asked_at, inquiries::id))
        .select(ALL)
        .load(conn.link())?;
    let mut none = Files::new();
    rows.into_iter().map(|row| inquiry(row, &mut none)).collect()
}

pub fn add(tx: &mut Tx, new: &Inquiry) -> Result<(), StoreError> {
    diesel::insert_into(inquiries::table)
        .values((
            (
                inquiries::id.eq(new.id.as_str()),
                inquiries::bid_id.eq(new.bid.as_str()),
                inquiries::kind.eq(new.kind.as_str()),
                inquiries::about.eq(&new.about),
                inquiries::question.eq(&new.question),
            ),
            (
                inquiries::asked_by.eq(new.asked.by.as_str()),
                inquiries::asked_name.eq(&new.asked.name),
                inquiries::asked_at.eq(micros(new.asked.at)),
                inquiries::on_behalf.eq(&new.on_behalf),
                inquiries::due_at.eq(micros(new.due_at)),
                inquiries::first_due_at.eq(micros(new.due_at)),
                inquiries::answer.eq(&new.answer),
            ),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Keeps what changed; who it is, what is asked and the files stay.
pub fn save(tx: &mut Tx, changed: &Inquiry) -> Result<(), StoreError> {
    let name = |signed: &Signed| signed.name.clone();
    let id = |signed: &Signed| signed.by.to_string();
    let time = |signed: &Signed| micros(signed.at);
    let (answered, ending) = (changed.answered.as_ref(), changed.ending.as_ref());
    let ended = ending.map(|ending| &ending.by);
    let word = ending.map(|ending| match ending.how {
        How::Lapsed => "lapsed",
        How::Released(_) => "released",
        How::Withheld => "withheld",
    });
    diesel::update(inquiries::table.find(changed.id.as_str()))
        .set((
            (
                inquiries::due_at.eq(micros(changed.due_at)),
                inquiries::extended_at.eq(changed.extension.as_ref().map(|e| micros(e.at))),
                inquiries::extended_reason.eq(changed.extension.as_ref().map(|e| &e.reason)),
                inquiries::answer.eq(&changed.answer),
                inquiries::answered_by.eq(answered.map(id)),
                inquiries::answered_name.eq(answered.map(name)),
                inquiries::answered_at.eq(answered.map(time)),
            ),
            (
                inquiries::ending.eq(word),
                inquiries::ended_by.eq(ended.map(id)),
                inquiries::ended_name.eq(ended.map(name)),
                inquiries::ended_at.eq(ended.map(time)),
                inquiries::ended_reason.eq(ending.map(|ending| &ending.reason)),
                inquiries::released.eq(changed.released()),
            ),
        ))
        .execute(tx.link())?;
    Ok(())
}

pub fn add_file(tx: &mut Tx, of: InquiryId, new: &File) -> Result<(), StoreError> {
    diesel::insert_into(inquiry_files::table)
        .values((
            inquiry_files::id.eq(new.id.as_str()),
            inquiry_files::inquiry_id.eq(of.as_str()),
            inquiry_files::name.eq(&new.file.name),
            inquiry_files::media_type.eq(&new.file.media_type),
            inquiry_files::size.eq(new.file.size),
            inquiry_files::hash.eq(&new.file.hash),
            inquiry_files::added_at.eq(micros(new.added_at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Takes a file out of an answer that was not sent yet.
pub fn remove_file(tx: &mut Tx, of: InquiryId, hash: &str) -> Result<(), StoreError> {
    let file = inquiry_files::table
        .filter(inquiry_files::inquiry_id.eq(of.as_str()))
        .filter(inquiry_files::hash.eq(hash));
    diesel::delete(file).execute(tx.link())?;
    Ok(())
}

/// Texts that the assessors of this question read, oldest first, with the question and its time.
pub fn released(
    conn: &mut Conn,
    bid: BidId,
    criterion: &str,
) -> Result<Vec<(String, String, Timestamp)>, StoreError> {
    let all = of_bid(conn, bid)?;
    let own = all.iter().filter(|one| one.about == criterion);
    let read = |one: &Inquiry| {
        let at = one.ending.as_ref()?.by.at;
        Some((one.question.clone(), one.released()?.to_owned(), at))
    };
    Ok(own.filter_map(read).collect())
}
