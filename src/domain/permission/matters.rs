//! Questions, complaints and mails of a municipality. Whose question it is, and who was asked to help,
//! are facts of the thing itself, not roles.

use super::Verdict::{self, Allowed, Forbidden, Hidden};
use super::{Act, Place, within};
use crate::domain::accounts::{Actor, Role};

/// How the actor stands to a question or a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Asked it, or complained.
    Own,
    /// Was asked by the municipality to handle it.
    Handed,
}

const LEADS: [Role; 2] = [Role::ProcessLead, Role::Administrator];

pub(super) fn of_matter(actor: &Actor, act: Act, place: &Place) -> Verdict {
    let handed = place.matter == Some(Matter::Handed);
    match act {
        // Whose question it is stays with the service: for others there is none.
        Act::FollowMatter => match place.matter {
            Some(Matter::Own) => Allowed,
            Some(Matter::Handed) | None => Hidden,
        },
        Act::PrepareAnswer if handed => within(actor, place.municipality, Role::ALL),
        Act::PrepareAnswer => within(actor, place.municipality, &[Role::ProcessLead]),
        // One named person answers; the leads see how far it is.
        Act::AnswerComplaint if handed => within(actor, place.municipality, Role::ALL),
        Act::AnswerComplaint => match within(actor, place.municipality, Role::ALL) {
            Allowed => Forbidden,
            verdict => verdict,
        },
        Act::ViewComplaints => within(
            actor,
            place.municipality,
            &[Role::ProcessLead, Role::Administrator, Role::DecisionMaker],
        ),
        Act::HandComplaint | Act::WriteMailTexts | Act::ViewOutbox => {
            within(actor, place.municipality, &LEADS)
        }
        _ => Hidden,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Verdict::SignIn;
    use super::super::may;
    use super::*;
    use crate::domain::ids::OrganisationId;
    use crate::domain::permission::testing::member as of;

    fn line(actor: &Actor, matter: Option<Matter>) -> String {
        let municipality = Some(OrganisationId::named("rietmeer"));
        let place = Place { municipality, matter, ..Place::nowhere() };
        let sign = |act| match may(actor, act, &place) {
            Allowed => '+',
            Forbidden => '-',
            Hidden => '.',
            SignIn => '?',
        };
        [
            Act::FollowMatter,
            Act::PrepareAnswer,
            Act::AnswerComplaint,
            Act::ViewComplaints,
            Act::HandComplaint,
            Act::WriteMailTexts,
            Act::ViewOutbox,
        ]
        .map(sign)
        .iter()
        .collect()
    }

    #[test]
    fn a_colleague_reaches_what_was_handed_over_and_nothing_else() {
        let lines =
            |actor: &Actor| [None, Some(Matter::Handed), Some(Matter::Own)].map(|m| line(actor, m));
        let [lead, administrator, chair] = [Role::ProcessLead, Role::Administrator, Role::Chair]
            .map(|role| lines(&of("rietmeer", role)));
        assert_eq!(lead, [".+-++++", ".++++++", "++-++++"]);
        assert_eq!(administrator, [".--++++", ".++++++", "+--++++"]);
        assert_eq!(chair, [".------", ".++----", "+------"]);
        assert_eq!(lines(&of("waldervoort", Role::ProcessLead)), [".......", ".......", "+......"]);
        assert_eq!(line(&Actor::default(), Some(Matter::Own)), "???????");
    }
}
