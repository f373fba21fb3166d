//! A bid on paper for the complete file of a round, which a worker makes.

use super::on_paper::{OnPaper, paper};
use crate::documents::paper::Paper;
use crate::domain::bids::{PRICE_SECTION, Receipt};
use crate::domain::exports::Prices;
use crate::rendering::{Lang, Renderer};
use crate::store::{Conn, StoreError};
use crate::web::public::views::Reader;

/// What was handed in under this receipt; without its price where that was never opened.
pub fn paper_of_receipt(
    conn: &mut Conn,
    (renderer, lang, public_url): (&Renderer, Lang, &str),
    (receipt, prices): (Receipt, Prices),
) -> Result<Paper, StoreError> {
    let now = receipt.at;
    let mut source = OnPaper::handed_in(conn, receipt)?;
    if prices == Prices::Shut {
        source.content = source.content.without_price();
        source.round.definition.sections.retain(|section| section.code != PRICE_SECTION);
    }
    Ok(paper(Reader { renderer, lang, now }, &source, public_url))
}
