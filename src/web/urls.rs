//! Addresses of pages, in one place.

use crate::domain::bids::answers::section_of;
use crate::domain::bids::parties::statement;
use crate::domain::ids::{BidId, CommentId, LotId, PartyId, RoundId, TableId};

pub fn sign_in(next: &str) -> String {
    if next.is_empty() || next == "/" {
        return "/sign-in".to_owned();
    }
    let query: String = serde_urlencoded::to_string([("next", next)]).unwrap_or_default();
    format!("/sign-in?{query}")
}

/// A place on this site to go on to; anything else becomes the start page, so that nobody can be
/// sent elsewhere by a link (`//evil`, `/\evil`, `https:`).
pub fn own(next: &str) -> &str {
    let plain = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        && !next.chars().any(char::is_control);
    if plain { next } else { "/" }
}

pub fn round(id: RoundId) -> String {
    format!("/rounds/{id}")
}

/// Answers that were published together.
pub fn note(round: RoundId, number: i32) -> String {
    format!("/rounds/{round}/notes/{number}")
}

pub fn lot(id: LotId) -> String {
    format!("/lots/{id}")
}

pub fn bid(id: BidId) -> String {
    format!("/bids/{id}")
}

/// Where a bid on a lot begins with the answers of a file.
pub fn bid_from_file(lot: LotId) -> String {
    format!("/lots/{lot}/bids/file")
}

/// The cost sheet as a workbook.
pub fn bid_costs(id: BidId) -> String {
    format!("/bids/{id}/costs.xlsx")
}

/// Where a workbook comes back.
pub fn bid_costs_import(id: BidId) -> String {
    format!("/bids/{id}/costs/import")
}

/// One section of a bid, to write.
pub fn bid_section(id: BidId, section: &str) -> String {
    format!("/bids/{id}/sections/{section}")
}

/// The whole bid as files.
pub fn bid_documents(id: BidId) -> String {
    format!("/bids/{id}/documents")
}

/// All answers on one page.
pub fn bid_check(id: BidId) -> String {
    format!("/bids/{id}/check")
}

/// Sign and hand in.
pub fn bid_submission(id: BidId) -> String {
    format!("/bids/{id}/submission")
}

pub fn bid_receipt(id: BidId) -> String {
    format!("/bids/{id}/receipt")
}

/// The draw that orders a bid.
pub fn bid_draw(id: BidId) -> String {
    format!("/bids/{id}/draw")
}

pub fn bid_withdrawal(id: BidId) -> String {
    format!("/bids/{id}/withdrawal")
}

/// The files of one section.
pub fn bid_files(id: BidId, section: &str) -> String {
    format!("/bids/{id}/attachments/{section}")
}

/// One field on the page of its section.
pub fn bid_field(id: BidId, field: &str) -> String {
    format!("{}#{field}", bid_text(id, field))
}

/// The page on which a field stands: a section, or the part of a party.
pub fn bid_text(id: BidId, field: &str) -> String {
    match statement::party_of(field) {
        Some(party) => bid_party(id, party),
        None => bid_section(id, section_of(field)),
    }
}

/// Who takes part in a joint bid.
pub fn bid_parties(id: BidId) -> String {
    format!("/bids/{id}/parties")
}

/// The part of one of them.
pub fn bid_party(id: BidId, party: PartyId) -> String {
    format!("/bids/{id}/parties/{party}")
}

/// Two texts of one field, to choose from.
pub fn bid_clash(id: BidId, field: &str) -> String {
    format!("/bids/{id}/fields/{field}/clash")
}

pub fn bid_versions(id: BidId, field: &str) -> String {
    format!("/bids/{id}/fields/{field}/versions")
}

pub fn bid_comments(id: BidId, field: &str) -> String {
    format!("/bids/{id}/fields/{field}/comments")
}

/// The comments on a question, on the page of its section.
pub fn bid_talk(id: BidId, field: &str) -> String {
    let section = field.split('.').next().unwrap_or_default();
    format!("{}#talk-{field}", bid_section(id, section))
}

pub fn bid_comment_withdrawal(id: BidId, comment: CommentId) -> String {
    format!("/bids/{id}/comments/{comment}/withdrawal")
}

/// Who does what.
pub fn bid_todos(id: BidId) -> String {
    format!("/bids/{id}/todos")
}

pub fn manage_round(id: RoundId) -> String {
    format!("/manage/rounds/{id}")
}

/// The decision on all lots of a round.
pub fn decision(round: RoundId) -> String {
    format!("/manage/rounds/{round}/decision")
}

pub fn lot_decision(round: RoundId, lot: LotId) -> String {
    format!("/manage/rounds/{round}/decision/lots/{lot}")
}

/// Where the decision is published.
pub fn publication(round: RoundId) -> String {
    format!("/manage/rounds/{round}/decision/publication")
}

pub fn letters(round: RoundId) -> String {
    format!("/manage/rounds/{round}/letters")
}

/// The result for everybody.
pub fn result(round: RoundId) -> String {
    format!("/rounds/{round}/result")
}

pub fn table(id: TableId) -> String {
    format!("/tables/{id}")
}

/// A page or an act below a table: `minutes`, `signature`.
pub fn table_part(id: TableId, part: &str) -> String {
    format!("/tables/{id}/{part}")
}

/// The table with another item on show than the one it talks about; `item` is `B.q2`.
pub fn table_item(id: TableId, item: &str) -> String {
    format!("/tables/{id}?item={item}")
}

pub fn manage_tables(round: RoundId) -> String {
    format!("/manage/rounds/{round}/tables")
}

#[cfg(test)]
mod tests {
    use super::own;

    #[test]
    fn nobody_is_sent_elsewhere() {
        for elsewhere in ["//evil", "/\\evil", "https://evil", "", "javascript:x", "/a\nb"] {
            assert_eq!(own(elsewhere), "/", "{elsewhere}");
        }
        assert_eq!(own("/bids/3?x=1"), "/bids/3?x=1");
    }
}
