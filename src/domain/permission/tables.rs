//! Who reaches a table. It exists for who sits there, for the process lead who has no vote, and
//! for the key holders only as the door they open.

use super::Verdict::{Allowed, Forbidden, Hidden};
use super::{Act, Place, SeatRole, Stage, Verdict};
use crate::domain::accounts::{Actor, Role};

pub(super) fn of_table(actor: &Actor, act: Act, place: &Place) -> Verdict {
    let Some(owner) = place.municipality else { return Hidden };
    if !actor.belongs_to(owner) || place.stage < Stage::Opened {
        return Hidden;
    }
    let has = |role| actor.has(role, owner);
    let sees_table = place.seat.is_some() || has(Role::ProcessLead);
    let knows = match act {
        Act::ViewPriceOpening | Act::OpenPrice => sees_table || has(Role::KeyHolder),
        Act::ViewMinutes | Act::ViewRanking | Act::ViewSensitivity => {
            sees_table || has(Role::DecisionMaker)
        }
        _ => sees_table,
    };
    if !knows {
        return Hidden;
    }
    // One person at a time: nobody runs a table beside somebody else.
    let runs = match place.stand_in {
        None => place.seat == Some(SeatRole::Chair),
        Some(person) => actor.person == Some(person),
    };
    let allowed = match act {
        Act::RunTable => runs,
        // Every bid that is drawn for stands on that page.
        Act::DrawLots => runs && !place.barred,
        Act::StandIn => matches!(place.seat, Some(SeatRole::Chair | SeatRole::Secretary)),
        Act::TakeSeat => place.seat.is_some(),
        Act::SignTable => matches!(place.seat, Some(SeatRole::Chair | SeatRole::Assessor)),
        Act::Vote => place.seat == Some(SeatRole::Assessor),
        Act::AddRemark => {
            matches!(place.seat, Some(SeatRole::Chair | SeatRole::Secretary)) && !place.barred
        }
        Act::OpenPrice => has(Role::KeyHolder),
        // Minutes and ranking speak of every bid, so who may not hear of one cannot have them.
        Act::ViewMinutes => !place.barred,
        Act::ViewRanking => place.price_open && !place.barred,
        Act::ViewSensitivity => place.price_open && has(Role::ProcessLead),
        _ => true,
    };
    if allowed { Allowed } else { Forbidden }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::accounts::{Membership, OrganisationKind};
    use crate::domain::ids::{OrganisationId, PersonId};
    use crate::domain::permission::may;

    fn actor(roles: &[Role]) -> Actor {
        let membership = |role: &Role| Membership {
            organisation: OrganisationId::named("waldervoort"),
            kind: OrganisationKind::Municipality,
            organisation_name: "Waldervoort".into(),
            slug: "waldervoort".into(),
            theme: None,
            role: *role,
        };
        let memberships = roles.iter().map(membership).collect();
        Actor { person: Some(PersonId::named("somebody")), memberships }
    }

    fn place(seat: Option<SeatRole>) -> Place {
        Place {
            municipality: Some(OrganisationId::named("waldervoort")),
            stage: Stage::Opened,
            seat,
            price_open: true,
            ..Place::nowhere()
        }
    }

    const ACTS: [Act; 12] = [
        Act::ViewTable,
        Act::TakeSeat,
        Act::RunTable,
        Act::StandIn,
        Act::SignTable,
        Act::Vote,
        Act::ViewPriceOpening,
        Act::OpenPrice,
        Act::ViewMinutes,
        Act::ViewRanking,
        Act::ViewSensitivity,
        Act::DrawLots,
    ];

    /// One sign per act: + allowed, - forbidden, . hidden.
    fn line(actor: &Actor, place: &Place) -> String {
        let sign = |act| match may(actor, act, place) {
            Allowed => '+',
            Forbidden => '-',
            Hidden => '.',
            Verdict::SignIn => '?',
        };
        ACTS.into_iter().map(sign).collect()
    }

    #[test]
    fn who_reaches_a_table() {
        let seated = |role, seat| line(&actor(&[role]), &place(Some(seat)));
        let lines = [
            seated(Role::Chair, SeatRole::Chair),
            seated(Role::Assessor, SeatRole::Assessor),
            seated(Role::Observer, SeatRole::Observer),
            line(&actor(&[Role::ProcessLead]), &place(None)),
            line(&actor(&[Role::KeyHolder]), &place(None)),
            line(&actor(&[Role::DecisionMaker]), &place(None)),
            line(&actor(&[Role::Assessor]), &place(None)),
            line(&actor(&[]), &place(Some(SeatRole::Chair))),
        ];
        let expected = [
            "+++++-+-++-+",
            "++--+++-++--",
            "++----+-++--",
            "+-----+-+++-",
            "......++....",
            "........++-.",
            "............",
            "............",
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn before_the_price_is_open_nobody_has_a_ranking_and_who_is_barred_never() {
        let shut = Place { price_open: false, ..place(Some(SeatRole::Assessor)) };
        let barred = Place { barred: true, ..place(Some(SeatRole::Assessor)) };
        let early = Place { stage: Stage::Closed, ..place(Some(SeatRole::Chair)) };
        let assessor = actor(&[Role::Assessor]);
        let lines = [shut, barred, early].map(|place| line(&assessor, &place));
        assert_eq!(lines, ["++--+++-+---", "++--+++-----", "............"]);
    }

    #[test]
    fn who_may_not_hear_of_a_bid_runs_the_table_and_draws_no_lots() {
        let barred = Place { barred: true, ..place(Some(SeatRole::Chair)) };
        assert_eq!(line(&actor(&[Role::Chair]), &barred), "+++++-+-----");
    }

    #[test]
    fn a_secretary_who_stands_in_runs_the_table_and_does_not_sign_and_the_chair_waits() {
        let stand_in = Some(PersonId::named("somebody"));
        let secretary = Place { stand_in, ..place(Some(SeatRole::Secretary)) };
        let chair = Place {
            stand_in: Some(PersonId::named("the secretary")),
            ..place(Some(SeatRole::Chair))
        };
        let lines = [
            line(&actor(&[Role::Secretary]), &place(Some(SeatRole::Secretary))),
            line(&actor(&[Role::Secretary]), &secretary),
            line(&actor(&[Role::Chair]), &chair),
        ];
        assert_eq!(lines, ["++-+--+-++--", "++++--+-++-+", "++-++-+-++--"]);
    }
}
