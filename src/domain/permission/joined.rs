//! Who reaches a joint round from another municipality than the one whose round it is: those who
//! prepare and give its mandate. What is done with bids is the centre's alone.

use super::Verdict::{self, Allowed, Forbidden, Hidden};
use super::{Act, Place, Stage, within};
use crate::domain::accounts::{Actor, Role};

pub(super) fn of_joined(actor: &Actor, act: Act, place: &Place) -> Verdict {
    let roles: &[Role] = match act {
        Act::GiveMandate => &[Role::DecisionMaker],
        _ => &[Role::ProcessLead, Role::DecisionMaker, Role::Administrator],
    };
    let verdicts: Vec<Verdict> =
        place.asked.iter().map(|own| within(actor, Some(*own), roles)).collect();
    match act {
        _ if !verdicts.contains(&Allowed) => {
            if verdicts.contains(&Forbidden) {
                Forbidden
            } else {
                Hidden
            }
        }
        Act::GiveMandate if place.stage != Stage::Draft => Forbidden,
        _ => Allowed,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Verdict::SignIn, may};
    use super::*;
    use crate::domain::ids::OrganisationId;
    use crate::domain::permission::testing::member as of;

    /// A round of Waldervoort in which Rietmeer takes part.
    fn place(stage: Stage) -> Place {
        Place {
            municipality: Some(OrganisationId::named("waldervoort")),
            asked: vec![OrganisationId::named("rietmeer")],
            stage,
            ..Place::nowhere()
        }
    }

    /// Reading and giving, in a draft and when bids are open; + allowed, - forbidden, . hidden.
    fn line(actor: &Actor) -> String {
        let sign = |act, stage| match may(actor, act, &place(stage)) {
            Allowed => '+',
            Forbidden => '-',
            Hidden => '.',
            SignIn => '?',
        };
        let acts = [Act::ViewJointRound, Act::GiveMandate];
        [Stage::Draft, Stage::Opened]
            .into_iter()
            .flat_map(|stage| acts.map(|act| sign(act, stage)))
            .collect()
    }

    #[test]
    fn a_mandate_is_given_by_who_decides_and_before_the_publication() {
        assert_eq!(line(&of("rietmeer", Role::DecisionMaker)), "+++-");
        for role in [Role::ProcessLead, Role::Administrator] {
            assert_eq!(line(&of("rietmeer", role)), "+-+-", "{role:?}");
        }
        for role in [Role::KeyHolder, Role::Assessor, Role::Chair, Role::Observer] {
            assert_eq!(line(&of("rietmeer", role)), "----", "{role:?}");
        }
        assert_eq!(line(&Actor::default()), "????");
    }

    #[test]
    fn for_others_there_is_no_such_page() {
        for role in Role::ALL {
            assert_eq!(line(&of("duinrade", *role)), "....", "{role:?}");
        }
        let centre = of("waldervoort", Role::ProcessLead);
        assert_eq!(line(&centre), "....");
    }

    #[test]
    fn who_takes_part_reaches_no_bid() {
        let stranger = Place { asked: vec![], ..place(Stage::Opened) };
        let own = [Act::ViewJointRound, Act::GiveMandate];
        for role in Role::ALL {
            let actor = of("rietmeer", *role);
            for act in Act::ALL.iter().filter(|act| !own.contains(act)) {
                let (with, without) =
                    (may(&actor, *act, &place(Stage::Opened)), may(&actor, *act, &stranger));
                assert_eq!(with, without, "{role:?} {act:?}");
            }
        }
    }
}
