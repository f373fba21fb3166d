//! Who reaches a consultation table. That it exists is public; the papers are for who sits there,
//! and the municipality in the chair runs it.

use super::Verdict::{self, Allowed, Forbidden};
use super::{Act, Place, within};
use crate::domain::accounts::{Actor, Role};

const RUNS: [Role; 3] = [Role::ProcessLead, Role::Chair, Role::Secretary];

pub(super) fn of_consultation(actor: &Actor, act: Act, place: &Place) -> Verdict {
    let runs = place.municipality.is_some_and(|own| RUNS.iter().any(|role| actor.has(*role, own)));
    let allowed = match act {
        Act::SetUpConsultation => return within(actor, place.municipality, &[Role::ProcessLead]),
        Act::RunConsultation => runs,
        Act::SpeakAtConsultation => place.consulted,
        Act::ViewConsultation => runs || place.consulted,
        _ => false,
    };
    if allowed { Allowed } else { Forbidden }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::OrganisationId;
    use crate::domain::permission::may;
    use crate::domain::permission::testing::member as of;

    /// One sign per act: + allowed, - forbidden, . hidden, ? sign in first.
    #[expect(clippy::fn_params_excessive_bools, reason = "a fact of the place, as it stands there")]
    fn line(actor: &Actor, consulted: bool) -> String {
        let municipality = Some(OrganisationId::named("waldervoort"));
        let place = Place { municipality, consulted, ..Place::nowhere() };
        let acts = [
            Act::ViewConsultation,
            Act::SpeakAtConsultation,
            Act::RunConsultation,
            Act::SetUpConsultation,
            Act::JoinConsultation,
        ];
        let sign = |act| match may(actor, act, &place) {
            Allowed => '+',
            Forbidden => '-',
            Verdict::Hidden => '.',
            Verdict::SignIn => '?',
        };
        acts.into_iter().map(sign).collect()
    }

    #[test]
    fn seats_speak_and_the_chair_runs() {
        let roles = [Role::ProcessLead, Role::Chair, Role::Secretary, Role::Assessor];
        let own = roles.map(|role| line(&of("waldervoort", role), false));
        assert_eq!(own, ["+-+++", "+-+-+", "+-+-+", "----+"]);
        assert_eq!(line(&of("waldervoort", Role::Chair), true), "+++-+");
        assert_eq!(line(&of("rietmeer", Role::ProcessLead), true), "++-.+");
        assert_eq!(line(&of("zorgkring", Role::Lead), true), "++-.+");
        assert_eq!(line(&of("zorgkring", Role::Lead), false), "---.+");
        assert_eq!(line(&Actor::default(), true), "?????");
    }
}
