//! Who reaches a bid to judge it.

use super::Verdict::{Allowed, Forbidden, Hidden};
use super::{Act, Place, Stage, Verdict, within};
use crate::domain::accounts::{Actor, Role};

/// An assessor reaches a bid after the opening, when assigned, and after saying there is no
/// conflict with that bidder. Without that clearance the bid does not exist; before the opening it
/// does not exist for anybody of the municipality.
pub(super) fn of_assessor(actor: &Actor, act: Act, place: &Place) -> Verdict {
    let of_one_bid = matches!(act, Act::ReadOpenedBid | Act::ScoreBid);
    if of_one_bid && place.stage < Stage::Opened {
        return Hidden;
    }
    let in_role = match place.municipality {
        Some(owner) => within(actor, Some(owner), &[Role::Assessor]),
        None => {
            if actor.memberships.iter().any(|m| m.role == Role::Assessor) {
                Allowed
            } else {
                Forbidden
            }
        }
    };
    if in_role != Allowed || act == Act::ViewOwnReviews {
        return in_role;
    }
    if place.stage < Stage::Opened || !place.assigned {
        return Hidden;
    }
    if of_one_bid && !place.cleared { Hidden } else { Allowed }
}
