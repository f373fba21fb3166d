//! Pages on which a part of the set-up is changed; which part follows from the address.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::draft::{self, Draft};
use super::form::{self, FormPage, Link, Words};
use super::target::Target;
use super::{criteria, example, lessons, questions, requirements};
use crate::actions::{self, Failure};
use crate::domain::ids::{OrganisationId, RoundId};
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::publication::{Part, SetUpRefusal};
use crate::rendering::layout::FieldError;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

/// `GET /manage/rounds/{round}/parts/{part}`
pub async fn part(me: SignedIn, path: Path<(RoundId, Part)>, app: Data<App>) -> Answer {
    let (id, part) = path.into_inner();
    show(&app, &me, id, &Target::Part(part)).await
}

/// `POST /manage/rounds/{round}/parts/{part}`
pub async fn save_part(
    me: SignedIn,
    path: Path<(RoundId, Part)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, part) = path.into_inner();
    save(&app, &me, (id, &Target::Part(part)), &form.typed).await
}

/// `GET /manage/rounds/{round}/criteria/{criterion}`
pub async fn criterion(me: SignedIn, path: Path<(RoundId, String)>, app: Data<App>) -> Answer {
    let (id, code) = path.into_inner();
    show(&app, &me, id, &Target::criterion(code)).await
}

/// `POST /manage/rounds/{round}/criteria/{criterion}`
pub async fn save_criterion(
    me: SignedIn,
    path: Path<(RoundId, String)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, code) = path.into_inner();
    save(&app, &me, (id, &Target::criterion(code)), &form.typed).await
}

/// `GET /manage/rounds/{round}/requirements/{requirement}`
pub async fn requirement(me: SignedIn, path: Path<(RoundId, String)>, app: Data<App>) -> Answer {
    let (id, code) = path.into_inner();
    show(&app, &me, id, &Target::Requirement(code)).await
}

/// `POST /manage/rounds/{round}/requirements/{requirement}`
pub async fn save_requirement(
    me: SignedIn,
    path: Path<(RoundId, String)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, code) = path.into_inner();
    save(&app, &me, (id, &Target::Requirement(code)), &form.typed).await
}

/// The form as it was typed, with the example it makes; nothing is saved.
pub async fn tried(
    app: &App,
    me: &SignedIn,
    (draft, target): (&Draft, &Target),
    typed: &Typed,
) -> Answer {
    let words = Words::of(app, me);
    let mut definition = draft.round.definition.clone();
    match target.read(&definition, typed, (words, me.now)) {
        Err(errors) => come_back(app, me, (draft, target), (typed, errors)).await,
        Ok(change) => {
            definition.apply(change);
            let mut page = page(app, me, draft, target).await?;
            form::fill(&mut page.fields, typed);
            typed.text("version").clone_into(&mut page.version);
            page.example = Some(example::example(draft, &definition, words));
            pages::html(app, me, "rounds/form.html", &page)
        }
    }
}

/// `GET /manage/rounds/{round}/sections/{section}`
pub async fn section(me: SignedIn, path: Path<(RoundId, String)>, app: Data<App>) -> Answer {
    let (id, code) = path.into_inner();
    show(&app, &me, id, &Target::Section(code)).await
}

/// `POST /manage/rounds/{round}/sections/{section}`
pub async fn save_section(
    me: SignedIn,
    path: Path<(RoundId, String)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, code) = path.into_inner();
    save(&app, &me, (id, &Target::Section(code)), &form.typed).await
}

/// `GET /manage/rounds/{round}/sections/{section}/questions/{question}`
pub async fn question(
    me: SignedIn,
    path: Path<(RoundId, String, String)>,
    app: Data<App>,
) -> Answer {
    let (id, section, code) = path.into_inner();
    show(&app, &me, id, &Target::question_at(section, code)).await
}

/// `POST /manage/rounds/{round}/sections/{section}/questions/{question}`
pub async fn save_question(
    me: SignedIn,
    path: Path<(RoundId, String, String)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, section, code) = path.into_inner();
    save(&app, &me, (id, &Target::question_at(section, code)), &form.typed).await
}

/// `GET /manage/rounds/{round}/joint/{participant}`
pub async fn participant(
    me: SignedIn,
    path: Path<(RoundId, OrganisationId)>,
    app: Data<App>,
) -> Answer {
    let (id, own) = path.into_inner();
    show(&app, &me, id, &Target::Participant(own)).await
}

/// `POST /manage/rounds/{round}/joint/{participant}`
pub async fn save_participant(
    me: SignedIn,
    path: Path<(RoundId, OrganisationId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, own) = path.into_inner();
    save(&app, &me, (id, &Target::Participant(own)), &form.typed).await
}

async fn show(app: &App, me: &SignedIn, id: RoundId, target: &Target) -> Answer {
    let draft = draft::draft(app, me, id).await?;
    pages::html(app, me, "rounds/form.html", &page(app, me, &draft, target).await?)
}

async fn save(app: &App, me: &SignedIn, (id, target): (RoundId, &Target), typed: &Typed) -> Answer {
    let draft = draft::draft(app, me, id).await?;
    let change = match target.read(&draft.round.definition, typed, (Words::of(app, me), me.now)) {
        Ok(change) => change,
        Err(errors) => return come_back(app, me, (&draft, target), (typed, errors)).await,
    };
    let (by, now, seen) = (draft::by(me), me.now, typed.text("version").to_owned());
    match app.write(move |tx| actions::change_round(tx, id, by, (change, seen), now)).await {
        Ok(()) => Ok(pages::see_other(after(id, target))),
        Err(Failure::Refused(SetUpRefusal::Changed)) => clash(app, me, (id, target), typed).await,
        Err(failure) => Err(failure.into()),
    }
}

/// Criteria and requirements are kept in a list of their own, to which one returns.
fn after(id: RoundId, target: &Target) -> String {
    let round = urls::manage_round(id);
    match target {
        Target::Part(Part::Requirements | Part::Criteria | Part::Sections) | Target::Section(_) => {
            format!("{round}/{}?saved=1", target.path())
        }
        Target::Question(section, _) | Target::NewQuestion(section) => {
            format!("{round}/sections/{section}?saved=1")
        }
        Target::Part(_) => round,
        Target::Participant(_) => format!("{round}/joint?saved=1"),
        Target::Criterion(_) | Target::NewCriterion | Target::Requirement(_) => {
            format!("{round}/parts/{}?saved=1", target.part().as_str())
        }
    }
}

async fn come_back(
    app: &App,
    me: &SignedIn,
    (draft, target): (&Draft, &Target),
    (typed, errors): (&Typed, Vec<FieldError>),
) -> Answer {
    let mut page = page(app, me, draft, target).await?;
    form::fill(&mut page.fields, typed);
    typed.text("version").clone_into(&mut page.version);
    page.page.fault = true;
    page.errors = errors;
    pages::faulty(app, me, "rounds/form.html", &page)
}

/// Both texts, and the version of now: who saves again has seen what they replace.
async fn clash(
    app: &App,
    me: &SignedIn,
    (id, target): (RoundId, &Target),
    typed: &Typed,
) -> Answer {
    let draft = draft::draft(app, me, id).await?;
    let mut page = page(app, me, &draft, target).await?;
    let kept = page.fields.clone();
    form::fill(&mut page.fields, typed);
    page.clashes = form::clashes(&kept, &page.fields, Words::of(app, me));
    page.clashed = true;
    page.page.fault = true;
    pages::with_status(app, me, StatusCode::CONFLICT, ("rounds/form.html", &page))
}

async fn page(app: &App, me: &SignedIn, draft: &Draft, target: &Target) -> Result<FormPage, Error> {
    let words = Words::of(app, me);
    let definition = &draft.round.definition;
    let title = words.say(&target.title());
    let base = urls::manage_round(draft.round.id);
    let mut page = FormPage {
        page: draft::frame(app, me, (draft, &title)),
        errors: vec![],
        above: draft::name(app, me, &draft.round),
        title,
        intro: words.say(&format!("part-{}-intro", target.part().as_str())),
        remark: None,
        items_title: String::new(),
        items: vec![],
        add: None,
        links: links(target, &base, words),
        fields: target.fields(definition, words)?,
        version: definition.fingerprint(target.part()),
        action: format!("{base}/{}", target.path()),
        back: Link { href: base.clone(), text: words.say("back-to-tasks") },
        clashed: false,
        clashes: vec![],
        remove: None,
        map: None,
        map_url: String::new(),
        example: match target {
            Target::Part(part) if example::shows_example(*part) => {
                Some(example::example(draft, definition, words))
            }
            Target::Part(_)
            | Target::Criterion(_)
            | Target::NewCriterion
            | Target::Requirement(_)
            | Target::Section(_)
            | Target::Question(..)
            | Target::NewQuestion(_)
            | Target::Participant(_) => None,
        },
        lessons: lessons::of_part(app, me, draft.round.municipality, target.part()).await?,
    };
    if me.path.ends_with("?saved=1") {
        page.page.notice = Some(pages::success(words.say("setup-saved")));
    }
    decorate(&mut page, definition, (target, &base), words);
    Ok(page)
}

/// Where this part can be filled from.
fn links(target: &Target, base: &str, words: Words<'_>) -> Vec<Link> {
    let places: &[(&str, &str)] = match target {
        Target::Part(Part::Procedure | Part::Dates) => &[("timeline", "timeline-link")],
        Target::Part(Part::Requirements) => &[("library/requirements", "shelf-link-requirements")],
        Target::Part(Part::Criteria) => &[
            ("library/quality", "shelf-link-quality"),
            ("library/social_value", "shelf-link-social-value"),
            ("rehearsal", "rehearsal-link"),
        ],
        Target::Part(Part::Scale) => &[("library/scales", "shelf-link-scales")],
        Target::Part(Part::Letters) => &[("library/letters", "shelf-link-letters")],
        Target::Part(Part::Method) => &[("rehearsal", "rehearsal-link")],
        _ => &[],
    };
    let link =
        |(path, key): &(&str, &str)| Link { href: format!("{base}/{path}"), text: words.say(key) };
    places.iter().map(link).collect()
}

/// Lists and links that only some parts have.
fn decorate(page: &mut FormPage, d: &Definition, (target, base): (&Target, &str), w: Words<'_>) {
    let list = |part: Part| Link {
        href: format!("{base}/parts/{}", part.as_str()),
        text: w.say(&format!("setup-back-{}", part.as_str())),
    };
    match target {
        Target::Part(Part::Criteria) => {
            page.remark = Some(criteria::remark(d, w));
            page.items_title = w.say("setup-criteria-items");
            page.items = criteria::items(d, base, w);
            let href = format!("{base}/criteria/new");
            page.add = Some(Link { href, text: w.say("setup-criterion-add") });
        }
        Target::Part(Part::Requirements) => {
            page.items_title = w.say("setup-requirements-items");
            page.items = requirements::items(d, base, w);
        }
        Target::Criterion(code) => {
            page.back = list(Part::Criteria);
            let href = format!("{base}/criteria/{code}/removal");
            page.remove = Some(Link { href, text: w.say("setup-criterion-remove") });
        }
        Target::NewCriterion => page.back = list(Part::Criteria),
        Target::Requirement(_) => page.back = list(Part::Requirements),
        Target::Part(Part::Sections) => {
            page.items_title = w.say("setup-sections-items");
            page.items = questions::items(d, base, w);
            page.add = Some(Link {
                href: format!("{base}/sections"),
                text: w.say("setup-sections-preview"),
            });
        }
        Target::Section(code) => {
            page.back = list(Part::Sections);
            page.items_title = w.say("setup-questions-items");
            page.items =
                d.section(code).map(|s| questions::question_items(s, base, w)).unwrap_or_default();
            let href = format!("{base}/sections/{code}/questions/new");
            page.add = Some(Link { href, text: w.say("setup-question-add") });
        }
        Target::Question(section, _) | Target::NewQuestion(section) => {
            let href = format!("{base}/sections/{section}");
            page.back = Link { href, text: w.say("setup-back-section") };
        }
        Target::Participant(id) => {
            let Some(own) = d.participant(*id) else { return };
            page.title.clone_from(&own.name);
            page.intro = w.with("joint-weights-intro", &[("name", own.name.as_str().into())]);
            page.remark = own.weights.as_ref().map(|_| criteria::remark(&d.weighed_by(own), w));
            let (href, text) = (format!("{base}/joint"), w.say("joint-back"));
            page.back = Link { href, text };
            let href = format!("{base}/joint/{id}/removal");
            page.remove = Some(Link { href, text: w.say("joint-remove") });
        }
        Target::Part(_) => {}
    }
}
