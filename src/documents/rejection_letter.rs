//! The letter to a bidder whose bid may not take part. It is written once: what is stored is what the
//! bidder reads. In Dutch, the language in which the municipality decides.

use jiff::civil::Date;
use serde::Serialize;

use super::letters::{Behalf, Term, Text, behalf, one_blank_line, term};
use super::shelves::grounds_for;
use crate::domain::decisions::objection;
use crate::domain::review::rejection::{RefusedRequirement, RejectionFile};
use crate::domain::rounds::definition::{Addressee, Contact, Ground};
use crate::rendering::{Lang, RenderError, Renderer};

/// What `templates/documents/rejection_letter.txt` asks for.
#[derive(Serialize)]
struct Letter<'a> {
    municipality: &'a str,
    behalf: Option<Behalf>,
    contact: &'a Contact,
    to: To<'a>,
    round: &'a str,
    lot_number: u16,
    lot_name: &'a str,
    theme: &'a str,
    /// None when nobody knows it any more; then the reason says it all.
    ground: Option<GroundWords>,
    reason: &'a str,
    refused: &'a [RefusedRequirement],
    /// What the municipality adds in its own words.
    own_text: &'a str,
    term: Term,
}

#[derive(Serialize)]
struct To<'a> {
    name: &'a str,
    place: &'a str,
    /// Receipt number.
    number: &'a str,
}

/// All of it, also what is empty: a template knows no fields that are not there.
#[derive(Serialize)]
struct GroundWords {
    title: String,
    reason: String,
    change: String,
    source: String,
}

impl GroundWords {
    fn new(Ground { title, reason, change, source, .. }: Ground) -> GroundWords {
        GroundWords { title, reason, change, source }
    }
}

/// Writes the letter as it would go out on this day.
pub fn rejection_letter(
    renderer: &Renderer,
    file: &RejectionFile,
    sent: Date,
) -> Result<Text, RenderError> {
    let RejectionFile { definition, lot, bidder, rejection, .. } = file;
    let mut grounds = grounds_for(definition, Lang::Nl).into_iter();
    let letter = Letter {
        municipality: &file.municipality,
        behalf: behalf(definition, lot),
        contact: &definition.contact,
        to: To { name: &bidder.name, place: &bidder.place, number: &file.number },
        round: &definition.title,
        lot_number: lot.number,
        lot_name: &lot.details.name,
        theme: &lot.details.theme,
        ground: grounds.find(|ground| ground.code == rejection.ground).map(GroundWords::new),
        reason: &rejection.reason,
        refused: &file.refused,
        own_text: definition.letter_texts.of(Addressee::Refused),
        term: term(objection(definition.remedy, sent)),
    };
    let subject = renderer.text(Lang::Nl, "documents/rejection_letter_subject.txt", &letter)?;
    let body = renderer.text(Lang::Nl, "documents/rejection_letter.txt", &letter)?;
    Ok(Text {
        subject: subject.split_whitespace().collect::<Vec<_>>().join(" "),
        body: one_blank_line(&body) + "\n",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::accounts::{Organisation, OrganisationKind};
    use crate::domain::decisions::tests::file;
    use crate::domain::ids::{BidId, OrganisationId, PersonId};
    use crate::domain::review::rejection::{Rejection, Signed, Standing};
    use crate::domain::rounds::definition::Remedy;
    use crate::domain::scoring::LotRule;
    use jiff::Timestamp;
    use jiff::civil::date;

    fn refused(remedy: Remedy) -> RejectionFile {
        let mut file = file(LotRule::BidderPreference, Some(1), &[&["nabuur 8 1"]]);
        file.round.definition.remedy = remedy;
        let bidder = Organisation {
            id: OrganisationId::named("nabuur"),
            kind: OrganisationKind::Cooperative,
            name: "Zorgcoöperatie De Nabuur".into(),
            slug: "nabuur".into(),
            theme: None,
            place: "Elsbroek".into(),
            registration: None,
            legal_form: None,
        };
        let by = PersonId::named("ingrid");
        let rejection = Rejection {
            bid: BidId::named("nabuur"),
            ground: "requirement_not_met".into(),
            reason: "Zonder verklaring kan het niet.".into(),
            proposed: Signed { by, name: "Ingrid".into(), at: Timestamp::UNIX_EPOCH },
            standing: Standing::Proposed,
        };
        RejectionFile {
            municipality: "Waldervoort".into(),
            definition: file.round.definition,
            lot: file.lots.swap_remove(0).lot,
            bidder,
            number: "BB-2222-3333".into(),
            rejection,
            refused: vec![RefusedRequirement {
                title: "Q06. Verklaring Omtrent het Gedrag".into(),
                reason: "Er is geen verklaring.".into(),
            }],
        }
    }

    fn letter(file: &RejectionFile) -> Text {
        rejection_letter(&Renderer::load().unwrap(), file, date(2026, 12, 21)).unwrap()
    }

    #[test]
    fn the_letter_says_why_and_what_one_can_do() {
        let court = letter(&refused(Remedy::Standstill { days: 20 }));
        let subject = "Uw inschrijving op perceel 1: Elsbroek mag niet meedoen (BB-2222-3333)";
        assert_eq!(court.subject, subject);
        for part in [
            "Een eis die moet, is niet gehaald.",
            "- Q06. Verklaring Omtrent het Gedrag: Er is geen verklaring.",
            "Zonder verklaring kan het niet.",
            "Laat in een volgende ronde zien",
            "Daarvoor heeft u een advocaat nodig.",
            "De laatste dag is maandag 11 januari 2027.",
        ] {
            assert!(court.body.contains(part), "{part} in\n{}", court.body);
        }
        assert!(!court.body.contains("DAARNAAST"));
        let objection = letter(&refused(Remedy::Objection { weeks: 6 }));
        assert!(objection.body.contains("Dan kunt u bezwaar maken."), "{}", objection.body);
        assert!(!objection.body.contains("\n\n\n"));
    }

    #[test]
    fn the_letter_has_the_words_that_the_municipality_announced() {
        let mut file = refused(Remedy::Objection { weeks: 6 });
        let own = |code: &str, title: &str| Ground {
            code: code.into(),
            title: title.into(),
            reason: "Zo staat het in onze ronde.".into(),
            change: String::new(),
            source: String::new(),
        };
        file.definition.grounds = vec![own("requirement_not_met", "Onze eis"), own("x", "Eigen")];
        file.definition.letter_texts.refused = "Kom gerust eens praten.".into();
        let told = letter(&file).body;
        for part in [
            "De grond: Onze eis. Zo staat het in onze ronde. (Gids Proportionaliteit",
            "Laat in een volgende ronde zien",
            "DAARNAAST\n\nKom gerust eens praten.\n\nVRAAGT",
        ] {
            assert!(told.contains(part), "{part} in\n{told}");
        }
        file.rejection.ground = "x".into();
        let told = letter(&file).body;
        assert!(told.contains("De grond: Eigen. Zo staat het in onze ronde.\n"), "{told}");
        assert!(!told.contains("WAT U EEN VOLGENDE KEER") && !told.contains("\n\n\n"), "{told}");
    }
}
