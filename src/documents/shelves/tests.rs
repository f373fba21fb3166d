use std::collections::BTreeSet;

use jiff::civil::date;

use super::*;
use crate::domain::rounds::publication::date_problems;
use crate::domain::rounds::timeline::noon;

fn codes<'a>(all: impl Iterator<Item = &'a String>) -> BTreeSet<&'a String> {
    all.collect()
}

#[test]
fn the_shelves_are_full_and_every_code_is_there_once() {
    let shelves = read().unwrap();
    let social = shelves.criteria.iter().filter(|c| c.kind == CriterionKind::SocialValue).count();
    assert_eq!((shelves.criteria.len(), social), (28, 20));
    assert_eq!(codes(shelves.criteria.iter().map(|c| &c.code)).len(), 28);
    assert_eq!((shelves.requirements.len(), shelves.scales.len()), (28, 4));
    assert_eq!(codes(shelves.requirements.iter().map(|r| &r.code)).len(), 28);
    assert_eq!(codes(shelves.grounds.iter().map(|g| &g.code)).len(), 17);
    let procedures: Vec<Procedure> = shelves.timelines.iter().map(|t| t.procedure).collect();
    assert_eq!(procedures, Procedure::ALL);
}

#[test]
fn social_value_has_the_codes_that_bidders_choose_from() {
    let of = |code: &str| library().social_value.iter().find(|s| s.code == code);
    for criterion in shelves().criteria.iter().filter(|c| c.kind == CriterionKind::SocialValue) {
        let title = &of(&criterion.code).unwrap().title;
        assert_eq!((&title.nl, &title.en), (&criterion.name.nl, &criterion.name.en));
    }
}

#[test]
fn every_requirement_has_texts_in_both_languages_and_the_usual_ones_are_as_they_were() {
    for shelved in &shelves().requirements {
        for lang in [Lang::Nl, Lang::En] {
            let copy = shelved.copy(lang);
            let texts = [copy.title, copy.text, copy.risk, copy.usual_proof, copy.equivalent];
            assert!(texts.iter().all(|text| !text.is_empty()), "{} {lang:?}", shelved.code);
        }
        assert_ne!(shelved.copy(Lang::Nl).text, shelved.copy(Lang::En).text, "{}", shelved.code);
        let (nl, en) = (shelved.copy(Lang::Nl), shelved.copy(Lang::En));
        assert_eq!(nl.knock_out, en.knock_out);
    }
    for usual in &library().requirements {
        let shelved = shelves().requirements.iter().find(|r| r.code == usual.code).unwrap();
        assert_eq!(shelved.copy(Lang::Nl).text, usual.text);
        assert_eq!(shelved.copy(Lang::Nl).knock_out, usual.knock_out);
    }
}

#[test]
fn scales_have_even_steps_and_criteria_read_sections_that_are_there() {
    for scale in &shelves().scales {
        let values: Vec<Exact> = scale.copy(Lang::Nl).into_iter().map(|g| g.value).collect();
        let steps: BTreeSet<Exact> = values.windows(2).map(|two| &two[0] - &two[1]).collect();
        assert_eq!(steps.len(), 1, "{}", scale.code);
    }
    let known: BTreeSet<&str> = library().sections.iter().map(|s| s.code.as_str()).collect();
    for criterion in &shelves().criteria {
        for section in &criterion.sections {
            assert!(known.contains(section.as_str()), "{} {section}", criterion.code);
        }
    }
}

#[test]
fn the_days_of_every_procedure_can_be_published() {
    for procedure in Procedure::ALL {
        let published = date(2027, 1, 4);
        let dates = shelves().timeline(Some(*procedure)).dates(published);
        assert_eq!(date_problems(&dates, noon(published)), [], "{procedure:?}");
    }
    assert_eq!(shelves().timeline(None), Timeline::USUAL);
}

#[test]
fn a_paragraph_for_a_letter_is_added_once_and_in_dutch() {
    let letters = &shelves().letters;
    assert_eq!(codes(letters.iter().map(|l| &l.code)).len(), 8);
    let mut texts = LetterTexts::default();
    for letter in letters.iter().chain(letters) {
        letter.add_to(&mut texts);
    }
    for addressee in Addressee::ALL {
        let own: Vec<&str> = letters
            .iter()
            .filter(|l| l.addressee == *addressee)
            .map(|l| l.text.nl.as_str())
            .collect();
        assert_eq!(texts.of(*addressee), own.join("\n\n"));
    }
}
