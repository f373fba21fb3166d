//! What goes into a complete file, one step at a time: each reads what it needs, writes it, and
//! forgets it.

mod review;

use std::io;

use serde_json::{Value, json};

use super::{ErrandError, broken};
use crate::actions::round_keys;
use crate::documents::bid_json;
use crate::documents::complete_file::{CompleteFile, safe_name};
use crate::documents::draw_record::DrawRecord;
use crate::documents::exports::{Out, Words, description};
use crate::documents::files::Kept;
use crate::documents::minutes_paper::{MinutesFacts, minutes_paper};
use crate::documents::paper::pdf;
use crate::documents::receipt_paper::{ReceiptFacts, receipt_paper};
use crate::domain::bids::attachments::{Check, FileRefusal};
use crate::domain::bids::{Content, Receipt};
use crate::domain::exports::{Format, List, Prices};
use crate::domain::ids::{BidId, LotId, TableId};
use crate::domain::rounds::Lot;
use crate::domain::scoring::{Scheme, contract};
use crate::domain::tables::key_subject;
use crate::jobs::Worker;
use crate::rendering::Arg;
use crate::store::exports::{SLICE, Scope};
use crate::store::journal::Sight;
use crate::store::ranked::Ranked;
use crate::store::{self, Conn, StoreError};

/// Something to put in the file.
pub enum Step {
    Round,
    /// Notes with answers, and complaints about the rules.
    Matters,
    List(List),
    /// A bid on this lot, under this letter.
    Bid(LotId, BidId, String),
    Table(LotId, TableId),
    /// Who judged, why they could, and what they said of themselves.
    People,
    Letters,
    Journal,
}

impl Step {
    /// All of them; what is not opened is not among them.
    pub fn all(conn: &mut Conn, scope: &Scope) -> Result<Vec<Step>, StoreError> {
        let mut steps = vec![Step::Round, Step::Matters];
        steps.extend(List::ALL.iter().map(|list| Step::List(*list)));
        for bid in store::bids::opened_of_round(conn, scope.round.id)? {
            steps.extend(bid.code.map(|code| Step::Bid(bid.lot, bid.id, code)));
        }
        steps.extend(scope.signed.iter().map(|(lot, table)| Step::Table(*lot, *table)));
        steps.extend([Step::People, Step::Letters, Step::Journal]);
        Ok(steps)
    }
}

pub struct Maker<'a> {
    worker: &'a Worker,
    scope: &'a Scope,
    words: Words<'a>,
    municipality: String,
    file: CompleteFile,
}

impl<'a> Maker<'a> {
    pub fn new(
        worker: &'a Worker,
        (scope, words): (&'a Scope, Words<'a>),
        mut file: CompleteFile,
    ) -> Result<Maker<'a>, ErrandError> {
        let owner = scope.round.municipality;
        let owner = worker.db.read_now(|conn| store::accounts::organisation(conn, owner))?;
        let say =
            |key: &str, args: &[(&str, Arg<'_>)]| words.renderer.translate(words.lang, key, args);
        let args = [
            ("round", words.round.into()),
            ("municipality", owner.name.as_str().into()),
            ("when", words.renderer.exact_moment(words.lang, words.at).into()),
        ];
        let readme = say("complete-readme", &args);
        file.bytes("README.txt", say("complete-about-readme", &[]), readme.as_bytes())?;
        Ok(Maker { worker, scope, words, municipality: owner.name, file })
    }

    pub fn take(&mut self, step: Step) -> Result<(), ErrandError> {
        match step {
            Step::Round => self.round(),
            Step::List(list) => self.list(list),
            Step::Bid(lot, bid, code) => self.bid((lot, bid), &code),
            Step::Table(lot, table) => self.table(lot, table),
            Step::Matters => self.matters(),
            Step::People => self.people(),
            Step::Letters => self.letters(),
            Step::Journal => self.journal(),
        }
    }

    pub fn finish(self) -> Result<(Kept, u32), ErrandError> {
        let author = self.say("municipality-of", &[("name", self.municipality.as_str().into())]);
        Ok(self.file.finish(self.words, &author)?)
    }

    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.renderer.translate(self.words.lang, key, args)
    }

    fn about(&self, key: &str) -> String {
        self.say(&format!("complete-about-{key}"), &[])
    }

    fn json(
        &mut self,
        path: &str,
        about: &str,
        value: &impl serde::Serialize,
    ) -> Result<(), ErrandError> {
        let bytes = serde_json::to_vec_pretty(value).map_err(broken)?;
        let about = self.about(about);
        Ok(self.file.bytes(path, about, &bytes)?)
    }

    fn read<T>(
        &self,
        read: impl FnOnce(&mut Conn) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.worker.db.read_now(read)
    }

    /// The terms as they were published each time, the extensions, and the record of the opening.
    fn round(&mut self) -> Result<(), ErrandError> {
        let id = self.scope.round.id;
        let (terms, extensions) = self.read(|conn| {
            Ok((store::terms::of_round(conn, id)?, store::extensions::of_round(conn, id)?))
        })?;
        let (keys, record) = self.read(|conn| {
            let turns = store::keys::turns(conn, &round_keys(id))?;
            Ok((turns, store::opening::record(conn, id)?))
        })?;
        self.json("round/definition.json", "definition", &self.scope.round.definition)?;
        for (number, text) in self.read(|conn| store::terms::texts(conn, id))? {
            let about = self.about("terms");
            self.file.bytes(&format!("round/terms-{number}.json"), about, text.as_bytes())?;
        }
        let amendments: Vec<Value> = terms
            .iter()
            .map(|one| {
                json!({
                    "number": one.number, "sha256": one.hash, "reason": one.reason,
                    "by": one.by_name, "at": one.at,
                })
            })
            .collect();
        let extensions: Vec<Value> = extensions
            .iter()
            .map(|one| {
                json!({
                    "previous": one.previous, "closes_at": one.closes_at,
                    "reason": one.reason, "at": one.at,
                })
            })
            .collect();
        let told = json!({ "terms": amendments, "extensions": extensions });
        self.json("round/amendments.json", "amendments", &told)?;
        let keys: Vec<Value> =
            keys.iter().map(|one| json!({ "name": one.name, "at": one.turn.at })).collect();
        let bids: Vec<Value> = record
            .iter()
            .map(|line| {
                json!({
                    "lot_number": line.lot_number, "cooperative": line.cooperative,
                    "code": line.code, "receipt": line.number, "sha256": line.hash,
                    "received_at": line.received_at, "withdrawn_at": line.withdrawn_at,
                })
            })
            .collect();
        self.json("round/opening.json", "opening", &json!({ "keys": keys, "bids": bids }))
    }

    fn list(&mut self, list: List) -> Result<(), ErrandError> {
        for format in [Format::Xlsx, Format::Csv] {
            let mut out = Out::new(self.words, list, format).map_err(broken)?;
            let mut take = |row: &[_]| out.row(row);
            self.read(|conn| store::exports::rows(conn, list, self.scope, &mut take))?;
            let (bytes, _) = out.finish().map_err(broken)?;
            let about = self.say(&format!("export-{}-about", list.as_str()), &[]);
            self.file.bytes(&format!("lists/{}", list.file(format)), about, &bytes)?;
        }
        let told = description(self.words, list);
        self.json(&format!("lists/{}", list.file(Format::Description)), "description", &told)
    }

    /// What was handed in, as paper, as data and with its files; and the receipt.
    fn bid(&mut self, (lot, bid): (LotId, BidId), code: &str) -> Result<(), ErrandError> {
        let Some(lot) = self.scope.lot(lot) else { return Ok(()) };
        let folder = format!("bids/{}-{code}", lot.number);
        let receipts = self.read(|conn| store::submissions::receipts(conn, &[bid]))?;
        let Some(receipt) = receipts.into_iter().find(|one| one.withdrawn.is_none()) else {
            return Ok(());
        };
        let prices = match self.scope.priced.contains_key(&lot.id) {
            true => Prices::Open,
            false => Prices::Shut,
        };
        let content = self.read(|conn| store::submissions::content(conn, receipt.id))?;
        let content = match prices {
            Prices::Open => content,
            Prices::Shut => content.without_price(),
        };
        self.bid_files(&folder, (&receipt, &content, prices))?;
        let paper = receipt_paper(
            self.words.renderer,
            self.words.lang,
            &ReceiptFacts {
                receipt: &receipt,
                municipality: &self.municipality,
                round: self.words.round,
                lot: &lot.label(),
                cooperative: &content.cooperative_name,
                public_url: &self.worker.public_url,
            },
        );
        let about = self.about("receipt");
        self.file.bytes(&format!("{folder}/receipt.pdf"), about, &pdf(&paper)?)?;
        self.attachments(&folder, &content)?;
        self.inquiries(&folder, bid)
    }

    fn bid_files(
        &mut self,
        folder: &str,
        (receipt, content, prices): (&Receipt, &Content, Prices),
    ) -> Result<(), ErrandError> {
        let proof = bid_json::ReceiptFacts {
            number: receipt.number.clone(),
            submitted_at: receipt.at,
            sha256: receipt.hash.clone(),
        };
        // Without the price its bytes are not those that were handed in.
        let proof = (prices == Prices::Open).then_some(&proof);
        let text = bid_json::write(self.words.round, content, proof).map_err(broken)?;
        let about = self.about("bid-json");
        self.file.bytes(&format!("{folder}/bid.json"), about, text.as_bytes())?;
        let (renderer, lang) = (self.words.renderer, self.words.lang);
        let (paper, url) = (self.worker.bid_paper, self.worker.public_url.as_str());
        let paper =
            self.read(|conn| paper(conn, (renderer, lang, url), (receipt.clone(), prices)))?;
        let about =
            self.say("complete-about-bid", &[("name", content.cooperative_name.as_str().into())]);
        Ok(self.file.bytes(&format!("{folder}/bid.pdf"), about, &pdf(&paper)?)?)
    }

    /// From the store of files straight into this one.
    fn attachments(&mut self, folder: &str, content: &Content) -> Result<(), ErrandError> {
        for (number, file) in (1..).zip(&content.attachments) {
            let path = format!("{folder}/files/{number:02}-{}", safe_name(&file.name));
            let section = [("section", file.section.as_str().into())];
            let about = self.say("complete-about-file", &section);
            self.stored((&path, about), &file.hash)?;
        }
        Ok(())
    }

    /// One file that somebody sent along, but for what the virus scanner holds back.
    fn stored(&mut self, (path, about): (&str, String), hash: &str) -> Result<(), ErrandError> {
        let checks = self.read(|conn| store::file_checks::of(conn, std::iter::once(hash)))?;
        match checks.get(hash).copied().unwrap_or(Check::Unchecked).gives_out() {
            Ok(()) => {}
            Err(FileRefusal::Waiting) => return self.missing(path, "file-waits"),
            Err(_) => return self.missing(path, "file-gone"),
        }
        match self.worker.files.open(hash) {
            Ok(mut content) => Ok(self.file.add(path, about, &mut content)?),
            // The virus scanner threw it away.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.missing(path, "file-gone")
            }
            Err(error) => Err(error.into()),
        }
    }

    fn missing(&mut self, path: &str, why: &str) -> Result<(), ErrandError> {
        let about = self.about(why);
        self.file.missing(path, about);
        Ok(())
    }

    fn table(&mut self, lot: LotId, id: TableId) -> Result<(), ErrandError> {
        let Some(lot) = self.scope.lot(lot) else { return Ok(()) };
        let (table, codes, names) = self.read(|conn| {
            let table = store::tables::find(conn, id)?;
            Ok((table, store::tables::codes(conn, id)?, store::seats::names(conn, id)?))
        })?;
        let (first, turns, remarks) = self.read(|conn| {
            let turns = store::keys::turns(conn, &key_subject(id))?;
            let remarks = store::minute_remarks::of_table(conn, id)?;
            Ok((store::first_grades::of_lot(conn, lot.id)?, turns, remarks))
        })?;
        let scheme = self.scope.round.definition.scheme(&lot.details);
        let ranked = self.read(|conn| store::ranked::of(conn, &table, &scheme))?;
        let Words { renderer, lang, .. } = self.words;
        let draw = ranked.as_ref().map(|Ranked { draw, sealed, .. }| {
            DrawRecord { renderer, lang, draw, sealed, codes: &codes }.told()
        });
        let keys: Vec<_> = turns.into_iter().map(|one| (one.name, one.turn.at)).collect();
        let facts = MinutesFacts {
            municipality: &self.municipality,
            round: &self.scope.round,
            lot,
            table: &table,
            codes: &codes,
            names: &names,
            first: &first,
            keys: if table.open_price().is_some() { &keys } else { &[] },
            remarks: &remarks,
            draw: draw.as_deref().unwrap_or_default(),
        };
        let paper = minutes_paper(self.words, &facts);
        let about = self.about("minutes");
        let path = format!("tables/{}/minutes.pdf", lot.number);
        self.file.bytes(&path, about, &pdf(&paper)?)?;
        ranked.map_or(Ok(()), |ranked| self.calculation(lot, (&scheme, &ranked)))
    }

    /// The ranking with everything it follows from, for who wants to do the sums again.
    fn calculation(
        &mut self,
        lot: &Lot,
        (scheme, ranked): (&Scheme, &Ranked),
    ) -> Result<(), ErrandError> {
        let title = format!("{}: {}", self.words.round, lot.label());
        let seed = ranked.ranking.seed.as_ref();
        let text = contract::calculation(scheme, ranked.priced.bids(), seed, &title)
            .map_err(|faults| ErrandError::Files(io::Error::other(faults.to_json())))?;
        let about = self.about("calculation");
        let path = format!("tables/{}/calculation.json", lot.number);
        Ok(self.file.bytes(&path, about, text.as_bytes())?)
    }

    fn letters(&mut self) -> Result<(), ErrandError> {
        let id = self.scope.round.id;
        let letters = self.read(|conn| store::letters::of_round(conn, id))?;
        let bids = self.read(|conn| store::bids::opened_of_round(conn, id))?;
        for letter in letters {
            let bid = bids.iter().find(|bid| bid.id == letter.bid);
            let code = bid.and_then(|bid| bid.code.clone()).unwrap_or_default();
            let lot = self.scope.lot(letter.lot).map_or(0, |lot| lot.number);
            let at = self.words.renderer.exact_moment(self.words.lang, letter.at);
            let text = format!("{}\n{at}\n\n{}\n\n{}\n", letter.email, letter.subject, letter.body);
            let about = self.about("letter");
            self.file.bytes(&format!("letters/{lot}-{code}.txt"), about, text.as_bytes())?;
        }
        self.refusals(&bids)
    }

    /// Each act on a line. No number of the whole journal: that would count acts elsewhere.
    fn journal(&mut self) -> Result<(), ErrandError> {
        let round = (self.scope.round.id, Sight::Everything);
        let (mut lines, mut last) = (Vec::new(), 0);
        loop {
            let rows = self.read(|conn| store::journal::slice(conn, round, (last, SLICE)))?;
            let Some(end) = rows.last() else { break };
            last = end.seq;
            for row in rows {
                let entry = row.entry;
                let line = json!({
                    "at": entry.at, "actor": entry.actor_name, "verb": entry.verb,
                    "object": entry.object, "particulars": entry.particulars, "sha256": row.hash,
                });
                serde_json::to_writer(&mut lines, &line).map_err(broken)?;
                lines.push(b'\n');
            }
        }
        let about = self.about("journal");
        Ok(self.file.bytes("journal.jsonl", about, &lines)?)
    }
}
