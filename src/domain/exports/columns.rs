//! The columns of each list, in an order that stays: programs may count on it, so new columns come
//! at the end.

use super::List;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A few words.
    Text,
    /// Sentences.
    Prose,
    Whole,
    Number,
    Euro,
    Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// For programs; people read the text `export-column-<name>`.
    pub name: &'static str,
    pub kind: Kind,
}

const fn text(name: &'static str) -> Column {
    Column { name, kind: Kind::Text }
}

const fn prose(name: &'static str) -> Column {
    Column { name, kind: Kind::Prose }
}

const fn whole(name: &'static str) -> Column {
    Column { name, kind: Kind::Whole }
}

const fn number(name: &'static str) -> Column {
    Column { name, kind: Kind::Number }
}

const fn euro(name: &'static str) -> Column {
    Column { name, kind: Kind::Euro }
}

const fn moment(name: &'static str) -> Column {
    Column { name, kind: Kind::Moment }
}

const BIDS: [Column; 15] = [
    whole("lot_number"),
    text("lot"),
    text("receipt"),
    text("bid_code"),
    text("cooperative"),
    text("place"),
    whole("preference"),
    moment("received_at"),
    moment("withdrawn_at"),
    text("sha256"),
    text("admission"),
    prose("admission_reason"),
    euro("price"),
    text("bid_id"),
    text("municipality"),
];

const REQUIREMENTS: [Column; 11] = [
    whole("lot_number"),
    text("bid_code"),
    text("cooperative"),
    text("requirement_code"),
    text("requirement"),
    text("verdict"),
    prose("reason"),
    text("by"),
    moment("at"),
    text("condition_by"),
    text("ground"),
];

const PROGRESS: [Column; 7] = [
    whole("lot_number"),
    text("lot"),
    text("assessor"),
    whole("given"),
    whole("of"),
    moment("locked_at"),
    moment("reminded_at"),
];

const QUESTIONS: [Column; 7] = [
    whole("number"),
    text("lot"),
    text("secrecy"),
    moment("asked_at"),
    prose("question"),
    moment("answered_at"),
    prose("answer"),
];

const JOURNAL: [Column; 7] = [
    whole("number"),
    moment("at"),
    text("actor"),
    text("verb"),
    prose("act"),
    prose("particulars"),
    text("sha256"),
];

const SCORES: [Column; 9] = [
    whole("lot_number"),
    text("bid_code"),
    text("criterion_code"),
    prose("criterion"),
    text("given_by"),
    number("grade"),
    prose("reason"),
    prose("outside"),
    moment("at"),
];

const RANKING: [Column; 11] = [
    whole("lot_number"),
    whole("rank"),
    text("bid_code"),
    text("cooperative"),
    text("standing"),
    number("total"),
    text("step"),
    text("criterion_code"),
    number("grade"),
    number("points"),
    euro("price"),
];

const DECISIONS: [Column; 12] = [
    whole("lot_number"),
    text("lot"),
    text("decision"),
    text("ground"),
    text("bid_code"),
    text("cooperative"),
    prose("reasons"),
    prose("advantages"),
    prose("deviation"),
    moment("at"),
    euro("yearly_cost"),
    text("municipality"),
];

impl List {
    pub fn columns(self) -> &'static [Column] {
        match self {
            List::Bids => &BIDS,
            List::Requirements => &REQUIREMENTS,
            List::Progress => &PROGRESS,
            List::Questions => &QUESTIONS,
            List::Journal => &JOURNAL,
            List::Scores => &SCORES,
            List::Ranking => &RANKING,
            List::Decisions => &DECISIONS,
        }
    }

    /// The columns that tell one row from all others.
    pub fn key(self) -> &'static [&'static str] {
        match self {
            List::Bids => &["bid_id"],
            List::Requirements => &["lot_number", "bid_code", "requirement_code"],
            List::Progress => &["lot_number", "assessor"],
            List::Questions | List::Journal => &["number"],
            List::Scores => &["lot_number", "bid_code", "criterion_code", "given_by"],
            List::Ranking => &["lot_number", "bid_code", "step", "criterion_code"],
            List::Decisions => &["lot_number"],
        }
    }
}
