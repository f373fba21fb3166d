//! Who takes files along. They speak of every bid, so whoever may not hear of one gets none.

use super::Verdict::{Allowed, Forbidden};
use super::{Act, Place, Stage, Verdict, within};
use crate::domain::accounts::{Actor, Role};

pub(super) fn of_exports(actor: &Actor, act: Act, place: &Place) -> Verdict {
    match within(actor, place.municipality, &[Role::ProcessLead]) {
        Allowed if place.barred => Forbidden,
        Allowed if act == Act::ExportFile && place.stage < Stage::Opened => Forbidden,
        verdict => verdict,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Verdict::{Hidden, SignIn};
    use super::super::may;
    use super::*;
    use crate::domain::accounts::{Membership, OrganisationKind};
    use crate::domain::ids::{OrganisationId, PersonId};

    fn actor(role: Role, at: &str) -> Actor {
        let membership = Membership {
            organisation: OrganisationId::named(at),
            kind: OrganisationKind::Municipality,
            organisation_name: at.into(),
            slug: at.into(),
            theme: None,
            role,
        };
        Actor { person: Some(PersonId::named("somebody")), memberships: vec![membership] }
    }

    /// The page and a file, at every stage.
    #[expect(clippy::fn_params_excessive_bools, reason = "a fact of the place, as it stands there")]
    fn line(actor: &Actor, barred: bool) -> String {
        let sign = |stage: &Stage, act| {
            let municipality = Some(OrganisationId::named("waldervoort"));
            let place = Place { municipality, stage: *stage, barred, ..Place::nowhere() };
            match may(actor, act, &place) {
                Allowed => '+',
                Forbidden => '-',
                Hidden => '.',
                SignIn => '?',
            }
        };
        let both = |stage| [sign(stage, Act::ViewExports), sign(stage, Act::ExportFile)];
        Stage::ALL.iter().flat_map(both).collect()
    }

    #[test]
    fn only_the_lead_and_only_after_the_opening() {
        assert_eq!(line(&actor(Role::ProcessLead, "waldervoort"), false), "+-+-+-++++");
        assert_eq!(line(&actor(Role::ProcessLead, "rietmeer"), false), "..........");
        assert_eq!(line(&Actor::default(), false), "??????????");
        let others = Role::ALL.iter().filter(|role| **role != Role::ProcessLead);
        for role in others {
            assert_eq!(line(&actor(*role, "waldervoort"), false), "----------", "{role:?}");
        }
    }

    #[test]
    fn whoever_may_not_hear_of_a_bid_gets_nothing() {
        assert_eq!(line(&actor(Role::ProcessLead, "waldervoort"), true), "----------");
    }
}
