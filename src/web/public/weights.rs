//! What a question is worth per municipality, where several buy together and weigh differently.

use serde::Serialize;

use super::views::Reader;
use crate::documents::score_words::ScoreWords;
use crate::domain::rounds::definition::{Criterion, Definition};
use crate::domain::rounds::joined::{ForWhom, MandateState, Participant};
use crate::domain::rounds::lots::LotDetails;

#[derive(Serialize)]
pub struct WeightTable {
    columns: Vec<String>,
    rows: Vec<WeightRow>,
}

#[derive(Serialize)]
struct WeightRow {
    name: String,
    /// As many as there are columns.
    cells: Vec<String>,
}

impl WeightTable {
    /// None where all weigh alike. The first column is the centre, and the lots of all together.
    pub fn new(d: &Definition, centre: &str, r: Reader<'_>) -> Option<WeightTable> {
        if !d.weights_differ() {
            return None;
        }
        let terms: Vec<_> = std::iter::once(d.clone())
            .chain(d.participants.iter().map(|one| d.weighed_by(one).into_owned()))
            .collect();
        let words = ScoreWords::new(r.renderer, r.lang, d);
        let row = |(place, criterion): (usize, &Criterion)| {
            let weight = |of: &Definition| of.criteria.get(place).map(|c| words.weight(&c.weight));
            let cells = terms.iter().map(|of| weight(of).unwrap_or_default()).collect();
            WeightRow { name: criterion.name.clone(), cells }
        };
        let mut rows: Vec<WeightRow> = d.criteria.iter().enumerate().map(row).collect();
        if d.price.weight().is_some() {
            let weight = |of: &Definition| of.price.weight().map(|w| words.price_weight(w));
            let cells = terms.iter().map(|of| weight(of).unwrap_or_default()).collect();
            rows.push(WeightRow { name: r.say("method-price"), cells });
        }
        let first = r.renderer.translate(r.lang, "joint-column-centre", &[("name", centre.into())]);
        let others = d.participants.iter().map(|one| one.name.clone());
        Some(WeightTable { columns: std::iter::once(first).chain(others).collect(), rows })
    }
}

/// Who buys together, for everybody.
#[derive(Serialize)]
pub struct JoinedView {
    centre: String,
    /// Each with its mandate, in a sentence.
    participants: Vec<String>,
    weights: Option<WeightTable>,
}

impl JoinedView {
    /// None for a round of one municipality. `state` says how it stands with each mandate.
    pub fn new<'m>(
        (d, centre): (&Definition, &str),
        state: impl Fn(&Participant) -> MandateState<'m>,
        r: Reader<'_>,
    ) -> Option<JoinedView> {
        if d.participants.is_empty() {
            return None;
        }
        let one = |own: &Participant| {
            let name = ("name", own.name.as_str().into());
            match state(own).mandate() {
                None => own.name.clone(),
                Some(mandate) => {
                    let day = r.renderer.day(r.lang, mandate.decided_on);
                    let args = [
                        name,
                        ("reference", mandate.reference.as_str().into()),
                        ("day", day.into()),
                    ];
                    r.renderer.translate(r.lang, "joint-public-mandate", &args)
                }
            }
        };
        Some(JoinedView {
            centre: centre.to_owned(),
            participants: d.participants.iter().map(one).collect(),
            weights: WeightTable::new(d, centre, r),
        })
    }
}

/// Whose lot it is, in words; none in a round of one municipality.
pub fn for_whom(
    lot: &LotDetails,
    (d, centre): (&Definition, &str),
    r: Reader<'_>,
) -> Option<String> {
    if d.participants.is_empty() {
        return None;
    }
    Some(match lot.for_whom {
        ForWhom::Together => r.say("joint-for-together"),
        ForWhom::Centre => centre.to_owned(),
        ForWhom::Participant(id) => d.participant(id)?.name.clone(),
    })
}
