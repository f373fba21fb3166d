//! What the acts of a draw have in common.

use jiff::Timestamp;

use super::By;
use super::sitting::Sitting;
use super::take_over::chair_of;
use crate::domain::accounts::Role;
use crate::domain::errand::{DrawNews, Errand};
use crate::domain::ids::{BidId, ErrandId, PersonId};
use crate::domain::moments::typed;
use crate::domain::tables::{Draw, Plan, Witness};
use crate::store::{self, StoreError, Tx};

/// The draw of a table; nothing to draw while its price is shut.
pub fn draw_of(tx: &mut Tx, sitting: &Sitting) -> Result<Draw, StoreError> {
    let ranked = store::ranked::of(tx, &sitting.table, &sitting.scheme())?;
    Ok(ranked.map(|ranked| ranked.draw).unwrap_or_default())
}

/// The chair, and who acts for the chair.
pub fn runners(tx: &mut Tx, sitting: &Sitting, by: &By) -> Result<Vec<String>, StoreError> {
    Ok(vec![chair_of(tx, sitting)?, by.1.clone()])
}

/// Everybody who can write on a bid, each once.
fn writers(tx: &mut Tx, bid: BidId) -> Result<Vec<PersonId>, StoreError> {
    let cooperative = store::bids::find(tx, bid)?.cooperative;
    let members = store::accounts::members(tx, cooperative)?;
    let writes =
        members.iter().filter(|m| matches!(m.role, Role::Lead | Role::Writer | Role::Signatory));
    let mut people: Vec<PersonId> = writes.map(|m| m.person).collect();
    people.sort_unstable();
    people.dedup();
    Ok(people)
}

/// A mail to every writer of every bid of a plan. Those that invite are kept as a proof.
pub fn tell(tx: &mut Tx, plan: &Plan, news: DrawNews, now: Timestamp) -> Result<(), StoreError> {
    for invitation in &plan.invitations {
        let bid = invitation.bid;
        for to in writers(tx, bid)? {
            let (id, errand) =
                (ErrandId::new(store::new_id()), Errand::DrawTold { bid, draw: plan.id, news, to });
            store::outbox::add_as(tx, id, &errand, now)?;
            match news {
                DrawNews::Planned | DrawNews::Moved => {
                    store::draws::add_mail(tx, (plan.id, bid), to, id)?;
                }
                DrawNews::Cancelled => {}
            }
        }
    }
    Ok(())
}

/// A moment as the journal writes it: day and clock time in the Netherlands.
pub fn moment(at: Timestamp) -> String {
    let (day, time) = typed(at);
    format!("{day} {time}")
}

pub fn lines(witnesses: &[Witness]) -> String {
    witnesses.iter().map(Witness::line).collect::<Vec<_>>().join("; ")
}

/// Bids by their letters.
pub fn letters(tx: &mut Tx, sitting: &Sitting, bids: &[BidId]) -> Result<Vec<String>, StoreError> {
    let codes = store::tables::codes(tx, sitting.table.id)?;
    let mut found: Vec<String> = bids.iter().filter_map(|bid| codes.get(bid).cloned()).collect();
    found.sort();
    Ok(found)
}
