//! Who reaches a joint bid: its lead, and the organisations that take part. What a party keeps to
//! itself is its own people's alone; the lead is a stranger there.

use super::Verdict::{self, Allowed};
use super::{Act, Place, of_cooperative, within};
use crate::domain::accounts::{Actor, Role};

const READS: [Role; 4] = [Role::Lead, Role::Writer, Role::Signatory, Role::Member];

pub(super) fn of_party(actor: &Actor, act: Act, place: &Place) -> Verdict {
    let roles: &[Role] = match act {
        Act::WriteOwnPart => &[Role::Lead, Role::Writer, Role::Signatory],
        Act::SignOwnPart => &[Role::Signatory],
        Act::LeaveJointBid => &[Role::Lead, Role::Signatory],
        Act::ReadJointBid => return of_anybody_in_it(actor, place),
        _ => &READS,
    };
    // Somebody who left is in no bid any more, whatever stands there of them.
    let part = place.part.filter(|part| place.parties.contains(part));
    within(actor, part, roles)
}

fn of_anybody_in_it(actor: &Actor, place: &Place) -> Verdict {
    let own = place.parties.iter().any(|party| within(actor, Some(*party), &READS) == Allowed);
    if own { Allowed } else { of_cooperative(actor, Act::ReadBid, place) }
}

#[cfg(test)]
mod tests {
    use super::super::Verdict::{Forbidden, Hidden, SignIn};
    use super::super::{Stage, may};
    use super::*;
    use crate::domain::accounts::OrganisationKind;
    use crate::domain::ids::OrganisationId;
    use crate::domain::permission::testing::member as of;

    /// The part of Kolkhuis in a bid that Dijkgenoten leads and Meeroever takes part in too.
    fn part(stage: Stage) -> Place {
        let [lead, own, other, owner] =
            ["dijkgenoten", "kolkhuis", "meeroever", "rietmeer"].map(OrganisationId::named);
        Place {
            municipality: Some(owner),
            cooperative: Some(lead),
            parties: vec![own, other],
            part: Some(own),
            stage,
            ..Place::nowhere()
        }
    }

    const ACTS: [Act; 7] = [
        Act::ReadJointBid,
        Act::ReadOwnPart,
        Act::WriteOwnPart,
        Act::SignOwnPart,
        Act::LeaveJointBid,
        Act::ReadBid,
        Act::WriteBid,
    ];

    /// One sign per act: + allowed, - forbidden, . hidden.
    fn line(actor: &Actor, place: &Place) -> String {
        let sign = |act| match may(actor, act, place) {
            Allowed => '+',
            Forbidden => '-',
            Hidden => '.',
            SignIn => '?',
        };
        ACTS.into_iter().map(sign).collect()
    }

    #[test]
    fn a_part_is_its_own_peoples_and_the_rest_is_the_leads() {
        let lines = |organisation: &str| {
            [Role::Lead, Role::Writer, Role::Signatory, Role::Member]
                .map(|role| line(&of(organisation, role), &part(Stage::Open)))
        };
        assert_eq!(lines("kolkhuis"), ["+++-+..", "+++--..", "+++++..", "++---.."]);
        assert_eq!(lines("meeroever"), ["+......"; 4]);
        assert_eq!(lines("dijkgenoten"), ["+....++", "+....++", "+....++", "+....+-"]);
        assert_eq!(lines("nabuur"), ["......."; 4]);
        assert_eq!(line(&Actor::default(), &part(Stage::Open)), "???????");
    }

    #[test]
    fn nobody_of_the_municipality_reaches_it_at_any_stage() {
        let officials =
            Role::ALL.iter().filter(|r| r.belongs_to() == OrganisationKind::Municipality);
        for role in officials {
            for stage in Stage::ALL {
                assert_eq!(line(&of("rietmeer", *role), &part(*stage)), ".......", "{role:?}");
            }
        }
    }

    #[test]
    fn who_left_is_a_stranger() {
        let mut place = part(Stage::Open);
        place.parties.remove(0);
        assert_eq!(line(&of("kolkhuis", Role::Signatory), &place), ".......");
    }
}
