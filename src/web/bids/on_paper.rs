//! A bid on paper: what its sections say, block by block, whether it is a draft or was handed in.
//! What stands beside the sections is in `paper_people`.

use jiff::Timestamp;

use super::cost_sheet;
use super::cost_tables::{TableView, Tables};
use super::facts::Facts;
use super::files_part::size_said;
use super::paper_people;
use super::words::{Fact as Said, Words};
use crate::actions;
use crate::documents::paper::{
    Block, Cover, Fact, Paper, Part, Row, Table, Words as PaperWords, in_eights, paragraphs,
};
use crate::domain::accounts::Organisation;
use crate::domain::bids::answers::{Answers, Form};
use crate::domain::bids::costs::Costs;
use crate::domain::bids::{Content, ListedAttachment, Receipt, Standing};
use crate::domain::rounds::sections::{Choice, Kind, Question, Section};
use crate::domain::rounds::{Lot, Round};
use crate::store::{self, Conn, StoreError};
use crate::web::public::views::Reader;

/// What a paper is made of.
pub struct OnPaper {
    pub round: Round,
    pub lot: Lot,
    pub municipality: Organisation,
    pub content: Content,
    /// None: nobody handed this in.
    pub receipt: Option<Receipt>,
}

impl OnPaper {
    /// What was handed in and stands, or else what would be handed in now.
    pub fn as_it_stands(
        conn: &mut Conn,
        facts: Facts,
        now: Timestamp,
    ) -> Result<OnPaper, StoreError> {
        let receipts = match facts.bid.standing {
            Standing::Submitted => store::submissions::receipts(conn, &[facts.bid.id])?,
            Standing::Draft | Standing::Withdrawn => vec![],
        };
        match receipts.into_iter().find(|receipt| receipt.withdrawn.is_none()) {
            Some(receipt) => OnPaper::handed_in(conn, receipt),
            None => OnPaper::draft(conn, facts, now),
        }
    }

    fn draft(conn: &mut Conn, facts: Facts, now: Timestamp) -> Result<OnPaper, StoreError> {
        let Facts { bid, round, lot, municipality, .. } = facts;
        let answers = store::answers::of_bid(conn, bid.id)?;
        let content = actions::bid_content(conn, (&bid, &round, &lot), &answers, now)?;
        Ok(OnPaper { round, lot, municipality, content, receipt: None })
    }

    /// What was handed in, also when it was taken back later.
    pub fn handed_in(conn: &mut Conn, receipt: Receipt) -> Result<OnPaper, StoreError> {
        let bid = store::bids::find(conn, receipt.bid)?;
        let content = store::submissions::content(conn, receipt.id)?;
        let (round, lot) = store::terms::as_published(conn, &bid, &content.terms)?;
        Ok(OnPaper {
            lot,
            municipality: store::accounts::organisation(conn, round.municipality)?,
            content,
            receipt: Some(receipt),
            round,
        })
    }

    /// Name of the file, without its ending.
    pub fn name(&self, r: Reader<'_>) -> String {
        let (key, number) = match &self.receipt {
            Some(receipt) => ("paper-name", receipt.number.clone()),
            None => ("paper-draft-name", self.content.lot_number.to_string()),
        };
        r.renderer.translate(r.lang, key, &[("number", number.into())])
    }
}

/// Writes one paper.
struct Scribe<'a> {
    words: Words<'a>,
    source: &'a OnPaper,
    answers: &'a Answers,
}

/// The whole bid. For what was handed in nothing in it depends on when, by whom or in which state
/// it is asked for: the same submission is the same paper.
pub fn paper(r: Reader<'_>, source: &OnPaper, public_url: &str) -> Paper {
    let form = Form::new(&source.round.definition, &source.lot.details);
    let texts = source.content.answers.iter();
    let answers = Answers::of_texts(texts.map(|(field, text)| (field.as_str(), text.as_str())));
    let scribe = Scribe { words: Words::new(r, form), source, answers: &answers };
    let number = source.receipt.as_ref().map(|receipt| receipt.number.clone());
    let draft = r.say("paper-draft-mark");
    let title = scribe.title();
    Paper {
        lang: r.lang,
        title: format!("{title}, {}", number.as_ref().unwrap_or(&draft)),
        author: source.content.cooperative_name.clone(),
        ident: format!("bid {} {}", number.clone().unwrap_or_default(), source.content.hash()),
        at: source.receipt.as_ref().map_or(r.now, |receipt| receipt.at),
        mark: source.receipt.is_none().then_some(draft),
        footer: scribe.footer(),
        words: PaperWords {
            page: r.say("paper-page"),
            of: r.say("paper-of"),
            contents: Some(r.say("paper-contents")),
        },
        cover: scribe.cover(title, public_url),
        parts: scribe.parts(public_url),
    }
}

impl Scribe<'_> {
    fn say(&self, key: &str) -> String {
        self.words.r.say(key)
    }

    fn title(&self) -> String {
        let content = &self.source.content;
        let number = content.lot_number.to_string();
        let args = [("number", number.into()), ("name", content.lot_name.as_str().into())];
        self.words.say("paper-bid-title", &args)
    }

    fn exact(&self, at: jiff::Timestamp) -> String {
        self.words.r.renderer.exact_moment(self.words.r.lang, at)
    }

    fn made_at(&self) -> String {
        self.words.say("paper-draft-at", &[("when", self.exact(self.words.r.now).into())])
    }

    fn footer(&self) -> Vec<String> {
        match &self.source.receipt {
            Some(receipt) => vec![receipt.number.clone(), in_eights(&receipt.hash)],
            None => vec![self.say("paper-draft-mark"), self.made_at()],
        }
    }

    fn cover(&self, title: String, public_url: &str) -> Cover {
        let (source, content) = (self.source, &self.source.content);
        let fact = |key: &str, text: &str| Fact::new(self.say(key), text);
        let mut facts = vec![];
        if let Some(receipt) = &source.receipt {
            facts.push(fact("receipt-number", &receipt.number));
            facts.push(fact("receipt-time", &self.exact(receipt.at)));
            facts.push(fact("receipt-hash", &in_eights(&receipt.hash)));
        }
        facts.push(fact("paper-cooperative", &content.cooperative_name));
        facts.push(fact("paper-place", &content.cooperative_place));
        facts.extend(content.registration.iter().map(|r| fact("paper-registration", r)));
        let note = match &source.receipt {
            Some(receipt) => {
                let address = format!("{public_url}/receipts/{}", receipt.number);
                self.words.say("paper-handed-in-note", &[("address", address.into())])
            }
            None => format!("{} {}", self.say("paper-draft-note"), self.made_at()),
        };
        let name = source.municipality.name.as_str().into();
        Cover {
            above: self.words.say("municipality-of", &[("name", name)]),
            title,
            below: source.round.definition.title.clone(),
            facts,
            note: vec![note],
        }
    }

    fn parts(&self, public_url: &str) -> Vec<Part> {
        let sections = self.words.form.definition.sections.iter();
        let mut parts: Vec<Part> = sections.map(|section| self.section(section)).collect();
        parts.extend(paper_people::parts(self.words.r, &self.source.content));
        parts.push(self.files());
        parts.extend(self.source.receipt.as_ref().map(|r| self.check(r, public_url)));
        for (number, part) in (1..).zip(&mut parts) {
            part.title = format!("{number}. {}", part.title);
        }
        parts
    }

    fn section(&self, section: &Section) -> Part {
        let asked = section.questions.iter();
        let asked = asked.filter(|q| self.words.form.asks(section, q, self.answers));
        let blocks = asked.flat_map(|question| self.question(section, question));
        Part { title: section.title.clone(), blocks: joined(blocks) }
    }

    fn question(&self, section: &Section, question: &Question) -> Vec<Block> {
        let name = format!("{}.{}", section.code, question.code);
        let headed = |blocks: Vec<Block>| {
            let mut all = vec![Block::heading(&question.label)];
            all.extend(blocks);
            all
        };
        match &question.kind {
            Kind::Text { .. } => {
                headed(vec![Block::text(&self.words.plain(&name, self.answers).text)])
            }
            Kind::Line { .. }
            | Kind::Number { .. }
            | Kind::Decimal { .. }
            | Kind::Area
            | Kind::Choice { .. }
            | Kind::Date
            | Kind::Money => facts(vec![self.words.plain(&name, self.answers)]),
            Kind::Requirements => headed(facts(self.words.of_requirements(&name, self.answers))),
            Kind::Commitments { max, .. } => {
                headed(self.or_nothing(facts(self.words.of_commitments(&name, *max, self.answers))))
            }
            Kind::Table { max, columns, .. } => self.table(&question.label, &name, (*max, columns)),
            Kind::Costs => headed(self.costs(&name)),
            Kind::Files { .. } => headed(self.files_of(section)),
        }
    }

    fn or_nothing(&self, blocks: Vec<Block>) -> Vec<Block> {
        if blocks.is_empty() { vec![Block::text(&self.say("bid-not-answered"))] } else { blocks }
    }

    fn table(&self, caption: &str, name: &str, (max, columns): (u8, &[Choice])) -> Vec<Block> {
        let row = |n: u8| {
            let cell = |column: &Choice| self.answers.text(&format!("{name}.{n}.{}", column.code));
            let cells: Vec<String> = columns.iter().map(|column| cell(column).to_owned()).collect();
            cells.iter().any(|cell| !cell.is_empty()).then_some(Row { cells, total: false })
        };
        let rows: Vec<Row> = (1..=max).filter_map(row).collect();
        if rows.is_empty() {
            return facts(vec![Said {
                term: caption.to_owned(),
                text: self.say("bid-not-answered"),
                field: name.to_owned(),
            }]);
        }
        let heads = columns.iter().map(|column| column.label.clone()).collect();
        vec![Block::Table(Table { caption: caption.to_owned(), heads, rows, figures: false })]
    }

    /// What the sheet says, how it was added up, and what follows from it.
    fn costs(&self, name: &str) -> Vec<Block> {
        let costs = Costs::read(&self.words.form, self.answers, name);
        let said = self.words.of_costs(name, self.answers).into_iter();
        let mut rows: Vec<Row> =
            said.map(|fact| Row { cells: vec![fact.term, fact.text], total: false }).collect();
        let total = vec![self.say("bid-cost-total"), self.words.euro(costs.total())];
        rows.insert(costs.elements.len().min(rows.len()), Row { cells: total, total: true });
        let mut blocks = vec![Block::Table(Table {
            caption: self.say("paper-costs"),
            heads: vec![self.say("paper-costs-what"), self.say("paper-costs-answer")],
            rows,
            figures: true,
        })];
        let sums = cost_sheet::sums(self.words, &costs);
        if !sums.is_empty() {
            blocks.push(Block::List { items: sums });
        }
        let tables = Tables { words: self.words, costs: &costs };
        let outcomes = [tables.scenarios(), tables.payers(), tables.years(), tables.quarters()];
        blocks.extend(outcomes.into_iter().flatten().flat_map(outcome));
        blocks
    }

    fn files_of(&self, section: &Section) -> Vec<Block> {
        let own = self.source.content.attachments.iter().filter(|f| f.section == section.code);
        let names: Vec<String> = own.map(|file| file.name.clone()).collect();
        match names.is_empty() {
            true => vec![Block::text(&self.say("files-none"))],
            false => vec![Block::List { items: names }],
        }
    }

    /// All files with their hashes: the paper has their names only.
    fn files(&self) -> Part {
        let files = &self.source.content.attachments;
        let mut blocks = vec![Block::text(&self.say("paper-files-text"))];
        if files.is_empty() {
            blocks = vec![Block::text(&self.say("files-none"))];
        } else {
            blocks.push(Block::Facts { items: files.iter().map(|f| self.file(f)).collect() });
        }
        Part { title: self.say("paper-files"), blocks }
    }

    fn file(&self, file: &ListedAttachment) -> Fact {
        let section = self.words.form.section(&file.section);
        let args = [
            ("section", section.map(|s| s.title.as_str()).unwrap_or_default().into()),
            ("size", size_said(self.words.r, file.size).into()),
        ];
        let about = self.words.say("paper-file-about", &args);
        Fact { term: file.name.clone(), text: vec![about, in_eights(&file.hash)] }
    }

    /// How a reader finds out that nobody changed anything.
    fn check(&self, receipt: &Receipt, public_url: &str) -> Part {
        let page = format!("{public_url}/receipts");
        let steps = [
            self.words.say("paper-check-page", &[("address", page.into())]),
            self.words.say("paper-check-number", &[("number", receipt.number.clone().into())]),
            self.say("paper-check-file"),
        ];
        let blocks = vec![
            Block::text(&self.say("paper-check-lead")),
            Block::List { items: steps.into() },
            Block::Heading { text: self.say("receipt-hash") },
            Block::Code { text: in_eights(&receipt.hash) },
            Block::text(&self.say("paper-check-hash")),
        ];
        Part { title: self.say("paper-check"), blocks }
    }
}

fn facts(said: Vec<Said>) -> Vec<Block> {
    if said.is_empty() {
        return vec![];
    }
    let fact = |one: Said| Fact { term: one.term, text: paragraphs(&one.text) };
    vec![Block::Facts { items: said.into_iter().map(fact).collect() }]
}

/// Facts that follow each other are one list.
fn joined(blocks: impl Iterator<Item = Block>) -> Vec<Block> {
    let mut all: Vec<Block> = vec![];
    for block in blocks {
        match (all.last_mut(), block) {
            (Some(Block::Facts { items }), Block::Facts { items: more }) => items.extend(more),
            (_, block) => all.push(block),
        }
    }
    all
}

fn outcome(view: TableView) -> Vec<Block> {
    let rows = view.rows.into_iter().map(|row| {
        let cells = [row.head].into_iter().chain(row.cells).collect();
        Row { cells, total: row.total }
    });
    let table =
        Table { caption: view.caption, heads: view.heads, rows: rows.collect(), figures: true };
    let mut blocks = vec![Block::Table(table)];
    blocks.extend(view.notes.iter().map(|note| Block::text(note)));
    if !view.workings.is_empty() {
        blocks.push(Block::List { items: view.workings });
    }
    blocks
}
