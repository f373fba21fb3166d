//! The library that a process lead picks from: what is picked is copied into the draft, where it can
//! be changed.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use serde::{Deserialize, Serialize};

use super::criteria;
use super::draft::{self, Draft};
use super::form::{Choice, Link, Words};
use crate::actions::{self, Failure};
use crate::documents::shelves::{
    RiskClass, ShelfCriterion, ShelfLetter, ShelfRequirement, ShelfScale, shelves,
};
use crate::domain::accounts::words;
use crate::domain::ids::RoundId;
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::definition::{CriterionKind, Definition, Grade};
use crate::domain::rounds::publication::{Part, SetUpRefusal};
use crate::rendering::layout::{FieldError, Page};
use crate::web::App;
use crate::web::errors::Answer;
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

words! {
    /// What there is to pick from.
    Shelf {
        Quality = "quality",
        SocialValue = "social_value",
        Requirements = "requirements",
        Scales = "scales",
        Letters = "letters",
    }
}

impl Shelf {
    fn part(self) -> Part {
        match self {
            Shelf::Quality | Shelf::SocialValue => Part::Criteria,
            Shelf::Requirements => Part::Requirements,
            Shelf::Scales => Part::Scale,
            Shelf::Letters => Part::Letters,
        }
    }

    fn key(self) -> String {
        format!("shelf-{}", self.as_str().replace('_', "-"))
    }
}

#[derive(Deserialize)]
pub struct Filter {
    /// A risk class; anything else is all of them.
    #[serde(default)]
    class: String,
}

#[derive(Serialize)]
struct ShelfPage {
    page: Page,
    errors: Vec<FieldError>,
    above: String,
    back: Link,
    intro: String,
    /// Risk classes to choose from; empty where there are none.
    classes: Vec<Choice>,
    class: String,
    /// Only one of them can be taken.
    single: bool,
    items: Vec<ItemView>,
    version: String,
    action: String,
    changed: bool,
}

#[derive(Serialize)]
struct ItemView {
    code: String,
    title: String,
    text: String,
    /// Label and text of what else there is to know.
    notes: Vec<Note>,
    source: String,
    /// It stands in the round already.
    there: bool,
    picked: bool,
}

#[derive(Serialize)]
struct Note {
    label: String,
    text: String,
}

/// `GET /manage/rounds/{round}/library/{shelf}`
pub async fn page(
    me: SignedIn,
    path: Path<(RoundId, Shelf)>,
    filter: Query<Filter>,
    app: Data<App>,
) -> Answer {
    let (id, shelf) = path.into_inner();
    let draft = draft::draft(&app, &me, id).await?;
    let page = view(&app, &me, &draft, (shelf, filter.class.parse().ok()));
    pages::html(&app, &me, "rounds/shelf.html", &page)
}

/// `POST /manage/rounds/{round}/library/{shelf}`: copies what is ticked into the draft.
pub async fn pick(
    me: SignedIn,
    path: Path<(RoundId, Shelf)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, shelf) = path.into_inner();
    let draft = draft::draft(&app, &me, id).await?;
    let words = Words::of(&app, &me);
    let picks = form.typed.all("pick");
    let Some(change) = copied(&draft.round.definition, (shelf, picks), words) else {
        let mut page = view(&app, &me, &draft, (shelf, None));
        page.errors = vec![words.error("pick", "shelf-nothing-picked")];
        page.page.fault = true;
        return pages::faulty(&app, &me, "rounds/shelf.html", &page);
    };
    let (by, now, seen) = (draft::by(&me), me.now, form.typed.text("version").to_owned());
    match app.write(move |tx| actions::change_round(tx, id, by, (change, seen), now)).await {
        Ok(()) => Ok(pages::see_other(after(id, shelf))),
        Err(Failure::Refused(SetUpRefusal::Changed)) => {
            changed(&app, &me, (id, shelf), picks).await
        }
        Err(failure) => Err(failure.into()),
    }
}

fn after(id: RoundId, shelf: Shelf) -> String {
    format!("{}/parts/{}?saved=1", urls::manage_round(id), shelf.part().as_str())
}

/// Somebody else changed this part: the page once more, with what was ticked and as it is now.
async fn changed(
    app: &App,
    me: &SignedIn,
    (id, shelf): (RoundId, Shelf),
    picks: &[String],
) -> Answer {
    let draft = draft::draft(app, me, id).await?;
    let mut page = view(app, me, &draft, (shelf, None));
    for item in &mut page.items {
        item.picked = picks.contains(&item.code);
    }
    page.changed = true;
    page.page.fault = true;
    pages::with_status(app, me, StatusCode::CONFLICT, ("rounds/shelf.html", &page))
}

/// The part with copies of what was picked; none when nothing new was.
fn copied(
    definition: &Definition,
    (shelf, picks): (Shelf, &[String]),
    words: Words<'_>,
) -> Option<Change> {
    let picked = |code: &String| picks.contains(code);
    let mut copy = definition.clone();
    match shelf {
        Shelf::Quality | Shelf::SocialValue => {
            for one in criteria_of(shelf).filter(|c| picked(&c.code) && !c.is_in(definition)) {
                let code = criteria::blank(&copy).code;
                copy.criteria.push(one.copy(code, definition, words.lang));
            }
            (copy.criteria != definition.criteria).then_some(Change::Criteria(copy.criteria))
        }
        Shelf::Requirements => {
            let new = |r: &&ShelfRequirement| picked(&r.code) && !is_asked(definition, r);
            let new = shelves().requirements.iter().filter(new).map(|r| r.copy(words.lang));
            copy.requirements.extend(new);
            copy.requirements.sort_by(|a, b| a.code.cmp(&b.code));
            let grew = copy.requirements.len() > definition.requirements.len();
            grew.then_some(Change::Requirements(copy.requirements))
        }
        Shelf::Scales => {
            let scale = shelves().scales.iter().find(|s| picked(&s.code))?;
            Some(Change::Scale(scale.copy(words.lang)))
        }
        Shelf::Letters => {
            for one in shelves().letters.iter().filter(|one| picked(&one.code)) {
                one.add_to(&mut copy.letter_texts);
            }
            let grew = copy.letter_texts != definition.letter_texts;
            grew.then_some(Change::Letters(copy.letter_texts))
        }
    }
}

fn criteria_of(shelf: Shelf) -> impl Iterator<Item = &'static ShelfCriterion> {
    let kind = match shelf {
        Shelf::SocialValue => CriterionKind::SocialValue,
        Shelf::Quality | Shelf::Requirements | Shelf::Scales | Shelf::Letters => {
            CriterionKind::Quality
        }
    };
    shelves().criteria.iter().filter(move |c| c.kind == kind)
}

fn is_asked(definition: &Definition, requirement: &ShelfRequirement) -> bool {
    definition.requirements.iter().any(|r| r.code == requirement.code)
}

fn view(
    app: &App,
    me: &SignedIn,
    draft: &Draft,
    (shelf, class): (Shelf, Option<RiskClass>),
) -> ShelfPage {
    let words = Words::of(app, me);
    let base = urls::manage_round(draft.round.id);
    let part = shelf.part();
    let d = &draft.round.definition;
    let classes = RiskClass::ALL.iter().map(|class| {
        Choice::new(class.as_str(), words.say(&format!("risk-class-{}", class.as_str())))
    });
    ShelfPage {
        page: draft::frame(app, me, (draft, &words.say(&shelf.key()))),
        errors: vec![],
        above: draft::name(app, me, &draft.round),
        back: Link {
            href: format!("{base}/parts/{}", part.as_str()),
            text: words.say("shelf-back"),
        },
        intro: words.say(&format!("{}-intro", shelf.key())),
        classes: if shelf == Shelf::Requirements { classes.collect() } else { vec![] },
        class: class.map(|c| c.as_str().to_owned()).unwrap_or_default(),
        single: shelf == Shelf::Scales,
        items: items(d, (shelf, class), words),
        version: d.fingerprint(part),
        action: format!("{base}/library/{}", shelf.as_str()),
        changed: false,
    }
}

fn items(
    d: &Definition,
    (shelf, class): (Shelf, Option<RiskClass>),
    words: Words<'_>,
) -> Vec<ItemView> {
    match shelf {
        Shelf::Quality | Shelf::SocialValue => {
            criteria_of(shelf).map(|c| criterion(c, d, words)).collect()
        }
        Shelf::Requirements => {
            let fits = |r: &&ShelfRequirement| class.is_none_or(|class| r.classes.contains(&class));
            shelves().requirements.iter().filter(fits).map(|r| requirement(r, d, words)).collect()
        }
        Shelf::Scales => scales(d, words),
        Shelf::Letters => shelves().letters.iter().map(|one| letter(one, d, words)).collect(),
    }
}

fn criterion(c: &ShelfCriterion, d: &Definition, words: Words<'_>) -> ItemView {
    ItemView {
        code: c.code.clone(),
        title: c.name.text(words.lang).to_owned(),
        text: c.question.text(words.lang).to_owned(),
        notes: vec![],
        source: c.source.text(words.lang).to_owned(),
        there: c.is_in(d),
        picked: false,
    }
}

fn requirement(r: &ShelfRequirement, d: &Definition, words: Words<'_>) -> ItemView {
    let copy = r.copy(words.lang);
    let classes: Vec<&str> = r.classes.iter().map(|class| class.as_str()).collect();
    let notes = [
        ("shelf-classes", classes.join(", ")),
        ("setup-risk", copy.risk),
        ("setup-usual-proof", copy.usual_proof),
        ("setup-equivalent", copy.equivalent),
    ];
    ItemView {
        code: copy.code,
        title: copy.title,
        text: copy.text,
        notes: notes.into_iter().map(|(key, text)| Note { label: words.say(key), text }).collect(),
        source: r.source.text(words.lang).to_owned(),
        there: is_asked(d, r),
        picked: false,
    }
}

/// Letters are in Dutch, whoever reads along.
fn letter(one: &ShelfLetter, d: &Definition, words: Words<'_>) -> ItemView {
    let to = words.say(&format!("setup-letter-{}", one.addressee.as_str()));
    ItemView {
        code: one.code.clone(),
        title: one.title.text(words.lang).to_owned(),
        text: one.text.text(words.lang).to_owned(),
        notes: vec![Note { label: words.say("shelf-letter-for"), text: to }],
        source: one.source.text(words.lang).to_owned(),
        there: one.is_in(&d.letter_texts),
        picked: false,
    }
}

fn scales(d: &Definition, words: Words<'_>) -> Vec<ItemView> {
    let one = |scale: &ShelfScale| {
        let copy = scale.copy(words.lang);
        let note = |g: &Grade| Note {
            label: format!("{} – {}", g.value.plain(), g.label),
            text: g.text.clone(),
        };
        ItemView {
            code: scale.code.clone(),
            title: scale.title.text(words.lang).to_owned(),
            text: scale.why.text(words.lang).to_owned(),
            notes: copy.iter().map(note).collect(),
            source: scale.source.text(words.lang).to_owned(),
            there: copy == d.scale,
            picked: false,
        }
    };
    shelves().scales.iter().map(one).collect()
}
