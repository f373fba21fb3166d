//! The letter to a bidder whose bid may not take part. It is written once: what is stored is what the
//! bidder reads. In Dutch, the language in which the municipality decides.

use jiff::civil::Date;
use serde::Serialize;

use super::grounds::Ground;
use super::letters::{Behalf, Term, Text, behalf, one_blank_line, term};
use crate::domain::decisions::objection;
use crate::domain::rounds::Lot;
use crate::domain::rounds::definition::{Contact, Definition};
use crate::rendering::{Lang, RenderError, Renderer};

/// What the letter rests on.
pub struct RejectionFacts<'a> {
    pub municipality: &'a str,
    pub definition: &'a Definition,
    pub lot: &'a Lot,
    pub to: To,
    /// None when the library has it no more; then the reason says it all.
    pub ground: Option<&'a Ground>,
    pub reason: &'a str,
    /// Requirements that were not met.
    pub refused: Vec<RefusedRequirement>,
    pub sent: Date,
}

#[derive(Clone, Serialize)]
pub struct To {
    pub name: String,
    pub place: String,
    /// Receipt number.
    pub number: String,
}

#[derive(Clone, Serialize)]
pub struct RefusedRequirement {
    pub title: String,
    pub reason: String,
}

/// What `templates/documents/rejection_letter.txt` asks for.
#[derive(Serialize)]
struct Letter<'a> {
    municipality: &'a str,
    behalf: Option<Behalf>,
    contact: &'a Contact,
    to: &'a To,
    round: &'a str,
    lot_number: u16,
    lot_name: &'a str,
    theme: &'a str,
    ground: Option<GroundWords<'a>>,
    reason: &'a str,
    refused: &'a [RefusedRequirement],
    term: Term,
}

#[derive(Serialize)]
struct GroundWords<'a> {
    title: &'a str,
    reason: &'a str,
    change: &'a str,
    source: &'a str,
}

fn words(ground: &Ground) -> GroundWords<'_> {
    GroundWords {
        title: ground.title.to(Lang::Nl),
        reason: ground.reason.to(Lang::Nl),
        change: ground.change.to(Lang::Nl),
        source: ground.source.to(Lang::Nl),
    }
}

/// Writes the letter as it would go out on this day.
pub fn rejection_letter(
    renderer: &Renderer,
    facts: &RejectionFacts<'_>,
) -> Result<Text, RenderError> {
    let letter = Letter {
        municipality: facts.municipality,
        behalf: behalf(facts.definition, facts.lot),
        contact: &facts.definition.contact,
        to: &facts.to,
        round: &facts.definition.title,
        lot_number: facts.lot.number,
        lot_name: &facts.lot.details.name,
        theme: &facts.lot.details.theme,
        ground: facts.ground.map(words),
        reason: facts.reason,
        refused: &facts.refused,
        term: term(objection(facts.definition.remedy, facts.sent)),
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
    use crate::documents::grounds::ground;
    use crate::domain::decisions::tests::file;
    use crate::domain::rounds::definition::Remedy;
    use crate::domain::scoring::LotRule;
    use jiff::civil::date;

    fn letter(remedy: Remedy) -> Text {
        let mut file = file(LotRule::BidderPreference, Some(1), &[&["nabuur 8 1"]]);
        file.round.definition.remedy = remedy;
        let to = To {
            name: "Zorgcoöperatie De Nabuur".into(),
            place: "Elsbroek".into(),
            number: "BB-2222-3333".into(),
        };
        let one = RefusedRequirement {
            title: "Q06. Verklaring Omtrent het Gedrag".into(),
            reason: "Er is geen verklaring.".into(),
        };
        let facts = RejectionFacts {
            municipality: "Waldervoort",
            definition: &file.round.definition,
            lot: &file.lots[0].lot,
            to,
            ground: ground("requirement_not_met"),
            reason: "Zonder verklaring kan het niet.",
            refused: vec![one],
            sent: date(2026, 12, 21),
        };
        rejection_letter(&Renderer::load().unwrap(), &facts).unwrap()
    }

    #[test]
    fn the_letter_says_why_and_what_one_can_do() {
        let court = letter(Remedy::Standstill { days: 20 });
        let subject = "Uw inschrijving op perceel 1: Elsbroek mag niet meedoen (BB-2222-3333)";
        assert_eq!(court.subject, subject);
        for part in [
            "Een eis die moet, is niet gehaald.",
            "- Q06. Verklaring Omtrent het Gedrag: Er is geen verklaring.",
            "Zonder verklaring kan het niet.",
            "Daarvoor heeft u een advocaat nodig.",
            "De laatste dag is maandag 11 januari 2027.",
        ] {
            assert!(court.body.contains(part), "{part} in\n{}", court.body);
        }
        let objection = letter(Remedy::Objection { weeks: 6 });
        assert!(objection.body.contains("Dan kunt u bezwaar maken."), "{}", objection.body);
        assert!(!objection.body.contains("\n\n\n"));
    }
}
