//! The decision letter as text. It is written once: what is stored is what is mailed and shown.
//! Letters are in Dutch, the language in which the municipality decides.

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::decisions::{
    Condition, Desk, Ending, Entrant, Facts, Line, LotFile, Mark, Objection, PriceLine, PriceMark,
    Rank, RoundFile,
};
use crate::domain::rounds::Lot;
use crate::domain::rounds::definition::{Addressee, Contact, Remedy};
use crate::domain::rounds::lots::Unit;
use crate::rendering::{Lang, RenderError, Renderer};

use super::findings::Teller;

/// A letter as it goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub subject: String,
    /// Ends in one line end.
    pub body: String,
}

/// Writes the letter with these facts on behalf of a municipality.
fn write(
    renderer: &Renderer,
    file: &RoundFile,
    lot: &Lot,
    facts: Facts,
    municipality: &str,
) -> Result<Text, RenderError> {
    let letter = Letter::new(Teller::new(renderer, Lang::Nl, file), lot, facts, municipality);
    let subject = renderer.text(Lang::Nl, "documents/letter_subject.txt", &letter)?;
    let body = renderer.text(Lang::Nl, "documents/letter.txt", &letter)?;
    Ok(Text {
        subject: subject.split_whitespace().collect::<Vec<_>>().join(" "),
        body: one_blank_line(&body) + "\n",
    })
}

/// One letter of a round, with its lot and its addressee.
pub type Addressed<'a> = (&'a LotFile, &'a Entrant, Text);

/// Every letter of a round; bids on lots without a decision have none yet.
pub fn write_all<'a>(
    renderer: &Renderer,
    file: &'a RoundFile,
    desk: &Desk<'_>,
    municipality: &str,
) -> Result<Vec<Addressed<'a>>, RenderError> {
    let mut letters = vec![];
    for lot in &file.lots {
        for entrant in &lot.entrants {
            let Some(facts) = desk.facts(lot, entrant) else { continue };
            let text = write(renderer, file, &lot.lot, facts, municipality)?;
            letters.push((lot, entrant, text));
        }
    }
    Ok(letters)
}

/// A piece of a letter as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// A heading; none: `text` is one paragraph.
    pub heading: Option<String>,
    pub text: String,
}

/// The letter in parts. A paragraph in capitals is a heading; a page shows it in small letters.
pub fn parts(body: &str) -> Vec<Part> {
    let part = |text: &str| {
        let shouts = text.chars().any(char::is_alphabetic) && text == text.to_uppercase();
        let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
        let heading = shouts.then(|| format!("{first}{}", rest.to_lowercase()));
        Part { text: if shouts { String::new() } else { text.to_owned() }, heading }
    };
    body.split("\n\n").map(str::trim).filter(|text| !text.is_empty()).map(part).collect()
}

/// Parts that are left out leave no holes.
pub(super) fn one_blank_line(body: &str) -> String {
    let parts = body.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n\n")
}

/// What `templates/documents/letter.txt` asks for.
#[derive(Serialize)]
struct Letter {
    municipality: String,
    contact: Contact,
    to: To,
    round: String,
    lot: LotName,
    bids: usize,
    won: bool,
    winner: Option<Place>,
    ground: Option<String>,
    reasons: String,
    deviation: String,
    /// On which the winner may join.
    conditions: Vec<Condition>,
    advantages: String,
    own: Option<Place>,
    /// Why another got the lot although this bid stands higher.
    passed: Option<String>,
    refused: Vec<String>,
    excluded: Vec<String>,
    tie: Option<String>,
    lines: Vec<Criterion>,
    price: Option<Price>,
    /// What the municipality adds in its own words.
    own_text: String,
    term: Term,
    publication: String,
    record: String,
}

#[derive(Serialize)]
struct To {
    name: String,
    place: String,
    number: String,
    code: String,
}

#[derive(Serialize)]
struct LotName {
    number: u16,
    name: String,
    theme: String,
}

#[derive(Serialize)]
struct Place {
    name: String,
    place: usize,
    total: String,
}

#[derive(Serialize)]
struct Criterion {
    name: String,
    weight: String,
    own: Scored,
    winner: Option<Scored>,
    reason: String,
}

#[derive(Serialize)]
struct Scored {
    grade: String,
    label: String,
    text: String,
    points: String,
}

#[derive(Serialize)]
struct Price {
    /// Cents per unit.
    own: i64,
    /// Key of the unit, such as `unit-hour`.
    unit: &'static str,
    earned: Option<PriceEarned>,
    /// How the price counts in this round.
    how: String,
}

/// Points in words.
#[derive(Serialize)]
struct PriceEarned {
    weight: String,
    points: String,
    winner: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Term {
    sent: Date,
    /// A civil court within a standstill; otherwise an objection at the municipality.
    standstill: bool,
    /// Days of a standstill, weeks of an objection.
    length: u16,
    first_day: Date,
    counted_last_day: Date,
    last_day: Date,
    extended: bool,
}

impl Letter {
    fn new(teller: Teller<'_>, lot: &Lot, facts: Facts, municipality: &str) -> Letter {
        let place = |name: &str, rank: &Rank| Place {
            name: name.to_owned(),
            place: rank.place,
            total: teller.scores.total_in_words(&rank.total),
        };
        let (mut passed, mut refused, mut excluded) = (None, vec![], vec![]);
        match &facts.ending {
            Ending::Won | Ending::Lost => {}
            Ending::Passed(why) => passed = Some(teller.why(why)),
            Ending::Excluded(reasons) => {
                excluded = reasons.iter().map(|one| teller.scores.exclusion(one)).collect();
            }
            Ending::Refused(reasons) => refused.clone_from(reasons),
        }
        Letter {
            municipality: municipality.to_owned(),
            contact: teller.definition().contact.clone(),
            round: teller.definition().title.clone(),
            lot: LotName {
                number: lot.number,
                name: lot.details.name.clone(),
                theme: lot.details.theme.clone(),
            },
            bids: facts.bids,
            won: facts.ending == Ending::Won,
            conditions: match facts.ending == Ending::Won {
                true => facts.to.conditions().to_vec(),
                false => vec![],
            },
            winner: facts.winner.as_ref().map(|winner| place(&winner.name, &winner.rank)),
            ground: facts.ground.map(|ground| teller.ground(ground)),
            own: facts.own.as_ref().map(|rank| place(&facts.to.name, rank)),
            passed,
            refused,
            excluded,
            tie: facts.tie.as_ref().map(|tie| teller.tie(tie)),
            lines: facts.lines.into_iter().map(|line| criterion(&teller, line)).collect(),
            price: facts.price.map(|line| price(&teller, lot, line)),
            own_text: teller.definition().letter_texts.of(addressee(&facts.ending)).to_owned(),
            term: term(facts.objection),
            to: To {
                name: facts.to.name,
                place: facts.to.place,
                number: facts.to.number,
                code: facts.to.code,
            },
            reasons: facts.decision.reasons,
            deviation: facts.decision.deviation,
            advantages: facts.decision.advantages,
            publication: facts.publication,
            record: facts.record,
        }
    }
}

fn addressee(ending: &Ending) -> Addressee {
    match ending {
        Ending::Won => Addressee::Won,
        Ending::Lost | Ending::Passed(_) | Ending::Excluded(_) => Addressee::Lost,
        Ending::Refused(_) => Addressee::Refused,
    }
}

fn criterion(teller: &Teller<'_>, line: Line) -> Criterion {
    Criterion {
        weight: teller.scores.weight(&line.criterion.weight),
        own: scored(teller, &line.own),
        winner: line.winner.as_ref().map(|mark| scored(teller, mark)),
        reason: line.reason,
        name: line.criterion.name,
    }
}

fn scored(teller: &Teller<'_>, mark: &Mark) -> Scored {
    let grade = teller.definition().scale.iter().find(|grade| grade.value == mark.grade);
    Scored {
        grade: mark.grade.plain(),
        label: grade.map(|grade| grade.label.to_lowercase()).unwrap_or_default(),
        text: grade.map(|grade| grade.text.clone()).unwrap_or_default(),
        points: teller.scores.earned_in_words(&mark.points),
    }
}

fn price(teller: &Teller<'_>, lot: &Lot, line: PriceLine) -> Price {
    let words = teller.scores;
    let earned = |mark: PriceMark| PriceEarned {
        weight: words.price_weight(&mark.weight),
        points: words.price_earned(&mark.points),
        winner: mark.winner.as_ref().map(|points| words.price_earned(points)),
    };
    Price {
        own: line.own.0,
        unit: match lot.details.unit {
            Unit::Minute => "unit-minute",
            Unit::Hour => "unit-hour",
            Unit::DayPart => "unit-day-part",
            Unit::Day => "unit-day",
            Unit::Piece => "unit-piece",
        },
        earned: line.earned.map(earned),
        how: words.price_rule(),
    }
}

pub(super) fn term(objection: Objection) -> Term {
    let (standstill, length) = match objection.remedy {
        Remedy::Standstill { days } => (true, days),
        Remedy::Objection { weeks } => (false, weeks),
    };
    Term {
        sent: objection.sent,
        standstill,
        length,
        first_day: objection.term.first_day,
        counted_last_day: objection.term.counted_last_day,
        last_day: objection.term.last_day,
        extended: objection.is_extended(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::decisions::Admittance;
    use crate::domain::decisions::tests::{award, decided, file};
    use crate::domain::scoring::LotRule;

    fn condition() -> Condition {
        Condition {
            requirement: "Verzekering".into(),
            text: "Stuur de polis.".into(),
            due: Some(date(2027, 1, 1)),
        }
    }

    /// The letter to a cooperative on lot 1, which `"zorgkring"` wins; `"zorgkring op voorwaarde"`
    /// was admitted on a condition.
    fn letter_to(name: &str, remedy: Remedy) -> Text {
        let lots: [&[&str]; 2] =
            [&["nabuur 10 2", "zorgkring 8 1", "kolk 1 1", "hulp - 1"], &["nabuur 10 1"]];
        let mut file = file(LotRule::BidderPreference, Some(1), &lots);
        file.round.definition.remedy = remedy;
        let drafts = [(1, award(1, "zorgkring")), (2, award(2, "nabuur"))];
        let mut file = decided(file, &drafts);
        let (name, condition) = match name.strip_suffix(" op voorwaarde") {
            Some(name) => (name, Some(condition())),
            None => (name, None),
        };
        for entrant in file.lots[0].entrants.iter_mut().filter(|one| one.name == name) {
            if let Admittance::Joins(conditions) = &mut entrant.admittance {
                conditions.extend(condition.clone());
            }
        }
        let lot = &file.lots[0];
        let to = lot.entrants.iter().find(|entrant| entrant.name == name).unwrap();
        let facts = Desk::new(&file, date(2026, 11, 23)).facts(lot, to).unwrap();
        write(&Renderer::load().unwrap(), &file, &lot.lot, facts, "Waldervoort").unwrap()
    }

    #[test]
    fn a_page_shows_the_headings_of_a_letter_as_headings() {
        let shown = parts("Gemeente W\n\nONS BESLUIT\n\nWij gunnen.\nPerceel 1.\n");
        let text = |text: &str| Part { heading: None, text: text.into() };
        let heading = Part { heading: Some("Ons besluit".into()), text: String::new() };
        assert_eq!(shown, [text("Gemeente W"), heading, text("Wij gunnen.\nPerceel 1.")]);
    }

    #[test]
    fn letters_say_what_was_decided_and_what_one_can_do() {
        let standstill = Remedy::Standstill { days: 20 };
        for name in ["nabuur", "zorgkring", "kolk", "hulp"] {
            let letter = letter_to(name, standstill);
            assert_eq!(letter.subject, format!("Besluit over perceel 1: Elsbroek (BB-1-{name})"));
            insta::assert_snapshot!(name, letter.body);
        }
        let objection = letter_to("kolk", Remedy::Objection { weeks: 6 });
        let conditions = "\n\nOnder deze voorwaarden:\n- Verzekering: Stuur de polis. Uiterlijk \
                          vrijdag 1 januari 2027.\n\nDE UITSLAG\n";
        let on_conditions = |text: &str| text.contains(conditions);
        assert!(on_conditions(&letter_to("zorgkring op voorwaarde", standstill).body));
        assert!(!on_conditions(&letter_to("nabuur op voorwaarde", standstill).body));
        insta::assert_snapshot!("kolk_objects", objection.body);
    }
}
