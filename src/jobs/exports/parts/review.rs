//! What a judge asks beside the bids: questions to one bidder, refusals with their letters, complaints,
//! notes, and who judged. Only what the process lead reads on the pages: no answer before it was sent,
//! no private note of an assessor, and not who complained.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{ErrandError, Maker};
use crate::documents::complete_file::safe_name;
use crate::domain::bids::Bid;
use crate::domain::ids::{BidId, LotId, PersonId};
use crate::domain::review::conflicts::Ruled;
use crate::domain::review::expertise::read_record;
use crate::domain::review::inquiry::{How, Inquiry};
use crate::domain::review::rejection::{Rejection, Signed, Standing};
use crate::store::{self, Conn, StoreError};

/// Names by id, each looked up once.
#[derive(Default)]
struct Names(BTreeMap<PersonId, String>);

impl Names {
    fn of(&mut self, conn: &mut Conn, person: PersonId) -> Result<String, StoreError> {
        if let Some(known) = self.0.get(&person) {
            return Ok(known.clone());
        }
        let name = store::accounts::person_by_id(conn, person)?.name;
        self.0.insert(person, name.clone());
        Ok(name)
    }
}

fn signed(who: &Signed) -> Value {
    json!({ "name": who.name, "at": who.at })
}

impl Maker<'_> {
    fn number(&self, lot: LotId) -> u16 {
        self.scope.lot(lot).map_or(0, |lot| lot.number)
    }

    /// What one bidder was asked about its opened bid, and what it sent.
    pub(super) fn inquiries(&mut self, folder: &str, bid: BidId) -> Result<(), ErrandError> {
        let asked = self.read(|conn| store::inquiries::of_bid(conn, bid))?;
        if asked.is_empty() {
            return Ok(());
        }
        let mut told: Vec<Value> = vec![];
        for (number, one) in (1..).zip(&asked) {
            let sent = one.answered.is_some();
            let mut paths: Vec<String> = vec![];
            for (place, file) in (1..).zip(one.files.iter().filter(|_| sent)) {
                let name = safe_name(&file.file.name);
                let path = format!("{folder}/inquiries/{number:02}-{place:02}-{name}");
                let about = self.say("complete-about-answer-file", &[]);
                self.stored((&path, about), &file.file.hash)?;
                paths.push(path);
            }
            told.push(inquiry(one, &paths));
        }
        self.json(&format!("{folder}/inquiries.json"), "inquiries", &told)
    }

    /// Every proposal to refuse a bid with how it ended; and the letters of those in force.
    pub(super) fn refusals(&mut self, bids: &[Bid]) -> Result<(), ErrandError> {
        let id = self.scope.round.id;
        let rejections = self.read(|conn| store::rejections::of_round(conn, id))?;
        let mut told: Vec<Value> = vec![];
        for one in &rejections {
            let Some(bid) = bids.iter().find(|bid| bid.id == one.bid) else { continue };
            let (lot, code) = (self.number(bid.lot), bid.code.clone().unwrap_or_default());
            if let Standing::Confirmed { by, letter } = &one.standing {
                let at = self.words.renderer.exact_moment(self.words.lang, by.at);
                let text = format!("{at}\n\n{}\n\n{}\n", letter.subject, letter.body);
                let path = format!("letters/{lot}-{code}-refusal.txt");
                let about = self.about("refusal-letter");
                self.file.bytes(&path, about, text.as_bytes())?;
            }
            told.push(rejection(one, (lot, &code)));
        }
        self.json("review/refusals.json", "refusals", &told)
    }

    /// Notes exactly as they were hashed, and the register of complaints.
    pub(super) fn matters(&mut self) -> Result<(), ErrandError> {
        let id = self.scope.round.id;
        for one in self.read(|conn| store::questions::notes_of(conn, id))? {
            let at = self.words.renderer.exact_moment(self.words.lang, one.at);
            let about = self.say("complete-about-note", &[("when", at.into())]);
            let path = format!("round/note-{}.json", one.note.number);
            self.file.bytes(&path, about, one.note.canonical().as_bytes())?;
        }
        let told = self.read(|conn| {
            let mut names = Names::default();
            let mut told: Vec<Value> = vec![];
            for one in store::complaints::of_round(conn, id)? {
                let handler = one.handler.map(|who| names.of(conn, who)).transpose()?;
                let answer = match &one.answer {
                    None => None,
                    Some(answer) => Some(json!({
                        "ruling": answer.ruling.as_str(), "grounds": answer.grounds,
                        "measure": answer.measure.as_str(), "at": answer.at,
                        "by": names.of(conn, answer.by)?,
                    })),
                };
                told.push(json!({
                    "filed_at": one.filed_at, "due_at": one.due_at, "complaint": one.body,
                    "handler": handler, "handler_reason": one.handler_reason, "answer": answer,
                }));
            }
            Ok(told)
        })?;
        self.json("round/complaints.json", "complaints", &told)
    }

    /// Who assessed what and why they could, who stopped, and every declaration with its ruling.
    pub(super) fn people(&mut self) -> Result<(), ErrandError> {
        let assessors = self.read(|conn| self.assessors(conn))?;
        self.json("review/assessors.json", "assessors", &assessors)?;
        let replaced = self.read(|conn| self.replaced(conn))?;
        self.json("review/replaced.json", "replaced", &replaced)?;
        let declared = self.read(|conn| self.declarations(conn))?;
        self.json("review/declarations.json", "declarations", &declared)
    }

    fn assessors(&self, conn: &mut Conn) -> Result<Value, StoreError> {
        let id = self.scope.round.id;
        let wanted = store::expertise::wanted(conn, id)?;
        let wanted: BTreeMap<&String, Vec<&str>> = wanted
            .iter()
            .map(|(code, fields)| (code, fields.iter().map(|field| field.as_str()).collect()))
            .collect();
        let (mut names, mut told) = (Names::default(), vec![]);
        for ((lot, person), record) in store::assignments::records(conn, id)? {
            let known = read_record(&record).into_iter().map(|(field, source, note)| {
                json!({ "field": field.as_str(), "source": source.as_str(), "note": note })
            });
            told.push(json!({
                "lot_number": self.number(lot), "assessor": names.of(conn, person)?,
                "expertise": known.collect::<Vec<_>>(),
            }));
        }
        Ok(json!({ "criteria": wanted, "assessors": told }))
    }

    fn replaced(&self, conn: &mut Conn) -> Result<Vec<Value>, StoreError> {
        let (mut names, mut told) = (Names::default(), vec![]);
        for one in store::assignments::former(conn, self.scope.round.id)? {
            let next = one.ended.to.map(|who| names.of(conn, who)).transpose()?;
            told.push(json!({
                "lot_number": self.number(one.lot), "assessor": one.name, "at": one.ended.at,
                "reason": one.ended.reason, "by": names.of(conn, one.ended.by)?,
                "taken_over_by": next, "marks_kept": one.marks,
            }));
        }
        Ok(told)
    }

    fn declarations(&self, conn: &mut Conn) -> Result<Vec<Value>, StoreError> {
        let (mut names, mut told) = (Names::default(), vec![]);
        for one in store::conflicts::of_round(conn, self.scope.round.id)? {
            let ruled = match &one.said.ruled {
                None => None,
                Some(Ruled { ruling, reason, by, at }) => Some(json!({
                    "ruling": ruling.as_str(), "reason": reason, "at": at,
                    "by": names.of(conn, *by)?,
                })),
            };
            told.push(json!({
                "lot_number": one.lot_number, "assessor": one.assessor,
                "bidder": one.cooperative, "party": one.party_name,
                "interest": one.said.interest.as_str(), "note": one.said.note,
                "at": one.said.at, "ruling": ruled,
            }));
        }
        Ok(told)
    }
}

/// An answer that was not sent is nobody's business.
fn inquiry(one: &Inquiry, files: &[String]) -> Value {
    let answer = one
        .answered
        .as_ref()
        .map(|sent| json!({ "text": one.answer, "by": sent.name, "at": sent.at, "files": files }));
    let extension = one
        .extension
        .as_ref()
        .map(|more| json!({ "before": more.before, "at": more.at, "reason": more.reason }));
    let ending = one.ending.as_ref().map(|ending| {
        let (how, released) = match &ending.how {
            How::Lapsed => ("lapsed", None),
            How::Withheld => ("withheld", None),
            How::Released(text) => ("released", Some(text)),
        };
        json!({
            "how": how, "by": ending.by.name, "at": ending.by.at, "reason": ending.reason,
            "released": released,
        })
    });
    json!({
        "kind": one.kind.as_str(), "about": one.about, "question": one.question,
        "asked": signed(&one.asked), "on_behalf": one.on_behalf, "due_at": one.due_at,
        "extension": extension, "answer": answer, "ending": ending,
    })
}

fn rejection(one: &Rejection, (lot, code): (u16, &str)) -> Value {
    let (standing, by, reason): (&str, Option<&Signed>, Option<&String>) = match &one.standing {
        Standing::Proposed => ("proposed", None, None),
        Standing::Returned { by, reason } => ("returned", Some(by), Some(reason)),
        Standing::Confirmed { by, .. } => ("confirmed", Some(by), None),
    };
    json!({
        "lot_number": lot, "bid_code": code, "ground": one.ground, "reason": one.reason,
        "proposed": signed(&one.proposed), "standing": standing, "ended": by.map(signed),
        "ended_reason": reason,
    })
}
