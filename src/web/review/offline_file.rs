//! The form to fill in without a network, filled with what this assessor reads.

use actix_web::web::Data;

use super::reading::{Fact, Figure, Paragraph, Place, Promise, reading};
use super::say;
use super::sheets::Read;
use crate::documents::score_form::{Form, Row};
use crate::domain::bids::Content;
use crate::domain::ids::BidId;
use crate::domain::review::offline::{base, key};
use crate::domain::review::order::sequence;
use crate::domain::rounds::definition::Criterion;
use crate::domain::scoring::Exact;
use crate::web::App;
use crate::web::me::SignedIn;

type Asker<'a> = (&'a Data<App>, &'a SignedIn);

/// The form of one's own sheet; `contents` as an assessor may read them.
pub fn form((app, me): Asker<'_>, read: &Read, contents: &[(BidId, Content)]) -> Form {
    let words = |key: &str| say(app, me, key, &[]);
    let definition = &read.facts.round.definition;
    let grade = |grade: &crate::domain::rounds::definition::Grade| {
        [grade.value.plain(), grade.label.clone(), grade.text.clone()]
    };
    let heads = ["form-bid", "form-question", "form-grade", "form-reason"];
    let reading_heads = ["form-bid", "form-question", "form-place", "form-text"];
    Form {
        sheet: read.assignment.id.to_string(),
        title: format!("{}. {}", definition.title, read.facts.lot_label(read.assignment.lot)),
        how: words("form-how"),
        names: ["form-page-scores", "form-page-reading", "form-page-scale"].map(words),
        heads: heads.map(words),
        wrong_grade: words("form-wrong-grade"),
        marks: order(read).into_iter().map(|mark| row((app, me), read, mark)).collect(),
        reading_heads: reading_heads.map(words),
        reading: texts((app, me), read, contents),
        scale_heads: ["form-grade", "form-grade-name", "form-grade-text"].map(words),
        scale: definition.scale.iter().map(grade).collect(),
    }
}

fn order(read: &Read) -> Vec<(BidId, &Criterion)> {
    let bids: Vec<BidId> = read.sheet.bids.iter().map(|(bid, _)| *bid).collect();
    let reading = read.facts.round.definition.reading;
    sequence(reading, &bids, read.facts.criteria())
}

fn row(asker: Asker<'_>, read: &Read, (bid, criterion): (BidId, &Criterion)) -> Row {
    let mark = read.sheet.mark(bid, &criterion.code);
    Row {
        key: key(bid, &criterion.code),
        bid: bid_name(asker, read, bid),
        question: criterion.name.clone(),
        grade: mark.grade.as_ref().map(Exact::plain).unwrap_or_default(),
        reason: mark.reason.clone(),
        base: base(mark),
    }
}

fn bid_name((app, me): Asker<'_>, read: &Read, bid: BidId) -> String {
    let code = read.sheet.code(bid).unwrap_or_default();
    say(app, me, "score-bid", &[("code", code.into())])
}

/// Every paragraph with its number, in the order in which it is scored.
fn texts((app, me): Asker<'_>, read: &Read, contents: &[(BidId, Content)]) -> Vec<[String; 4]> {
    let definition = &read.facts.round.definition;
    let mut all = vec![];
    for (bid, criterion) in order(read) {
        let Some((_, content)) = contents.iter().find(|(of, _)| *of == bid) else { continue };
        let whole = reading(definition, &criterion.sections, content, (app, me));
        let figures = whole.figures.iter().map(figure);
        let parts = whole.parts.iter().flat_map(|part| {
            let texts = part.paragraphs.iter().map(|one| paragraph(&part.title, one));
            let facts = part.facts.iter().map(|fact| self::fact((app, me), fact));
            let promises = part.promises.iter().map(|one| promise((app, me), one));
            texts.chain(facts).chain(promises)
        });
        let name = bid_name((app, me), read, bid);
        all.extend(
            figures
                .chain(parts)
                .map(|(place, text)| [name.clone(), criterion.name.clone(), place, text]),
        );
    }
    all
}

type Line = (String, String);

fn number(place: Option<&Place>) -> String {
    place.map(|place| place.label.clone()).unwrap_or_default()
}

fn figure(figure: &Figure) -> Line {
    (number(Some(&figure.place)), format!("{}: {}", figure.label, figure.value))
}

fn paragraph(title: &str, paragraph: &Paragraph) -> Line {
    let text = match paragraph.place.spot.paragraph {
        1 => format!("{title}\n{}", paragraph.text),
        _ => paragraph.text.clone(),
    };
    (number(Some(&paragraph.place)), text)
}

fn fact((app, me): Asker<'_>, fact: &Fact) -> Line {
    let day = fact.date.as_ref().and_then(|day| day.parse().ok());
    let day = day.map(|day| app.renderer.day(me.lang, day)).unwrap_or_default();
    let said = [fact.text.as_str(), &day].into_iter().filter(|text| !text.is_empty());
    let said = said.collect::<Vec<_>>().join(", ");
    (number(fact.place.as_ref()), format!("{}: {said}", fact.term))
}

fn promise((app, me): Asker<'_>, promise: &Promise) -> Line {
    let args = [
        ("baseline", promise.baseline.as_str().into()),
        ("target", promise.target.as_str().into()),
        ("unit", promise.unit.as_str().into()),
    ];
    let mut text = format!("{}\n{}", promise.what, say(app, me, "score-promise", &args));
    if let Some(day) = promise.by.as_ref().and_then(|day| day.parse().ok()) {
        let by = say(app, me, "score-promise-by", &[]);
        text.push_str(&format!(" {by} {}.", app.renderer.day(me.lang, day)));
    }
    if !promise.evidence.is_empty() {
        let evidence = say(app, me, "score-promise-evidence", &[]);
        text.push_str(&format!("\n{evidence} {}", promise.evidence));
    }
    (number(Some(&promise.place)), text)
}
