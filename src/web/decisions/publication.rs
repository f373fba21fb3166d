//! The one irreversible step: every letter is read first, then all go out together.

use actix_web::web::{Data, Path, Query};
use serde::{Deserialize, Serialize};

use super::proofs::{Missing, missing};
use super::{Opened, below_overview, by, frame, open, say};
use crate::actions::{self, Written};
use crate::documents::letters::{self, Addressed};
use crate::domain::decisions::{DecisionRefusal, Desk, LotFile};
use crate::domain::ids::RoundId;
use crate::domain::moments::day_of;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::Phase;
use crate::rendering::layout::{FieldError, Page};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::Posted;
use crate::web::me::{Me, SignedIn};
use crate::web::paging::{LETTERS, Pages, Wanted};
use crate::web::{pages, urls};

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct PublicationForm {
    confirmed: String,
    /// Hash of the record that this person read.
    record: String,
}

#[derive(Serialize)]
struct PublicationPage {
    page: Page,
    errors: Vec<FieldError>,
    round_title: String,
    action: String,
    lots: Vec<Line>,
    term: TermView,
    letters: Vec<Preview>,
    /// None where one page is enough.
    pages: Option<Pages>,
    record: String,
    /// Only the decision maker publishes, and only when every lot is decided.
    may_publish: bool,
    why_not: Option<String>,
    /// Proofs of winners that nobody saw yet; they stop nothing.
    missing: Vec<Missing>,
    published: bool,
    letters_href: String,
}

#[derive(Serialize)]
struct Line {
    label: String,
    outcome: Option<String>,
    letters: usize,
}

/// Both last days: the counted one, and the one after the extension.
#[derive(Serialize)]
pub(super) struct TermView {
    pub standstill: bool,
    pub length: u16,
    pub sent: String,
    pub first_day: String,
    pub counted_last_day: String,
    pub last_day: String,
    pub extended: bool,
}

#[derive(Serialize)]
struct Preview {
    title: String,
    subject: String,
    parts: Vec<letters::Part>,
}

/// `GET /manage/rounds/{round}/decision/publication`
pub async fn preview(me: Me, id: Path<RoundId>, wanted: Query<Wanted>, app: Data<App>) -> Answer {
    let opened = open(&app, &me, id.into_inner(), Act::ViewDecision).await?;
    let page = publication_page((&app, &me), (&opened, *wanted), vec![])?;
    pages::html(&app, &me, "decisions/publication.html", &page)
}

/// `POST /manage/rounds/{round}/decision/publication`
pub async fn publish(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<PublicationForm>,
    app: Data<App>,
) -> Answer {
    let id = id.into_inner();
    let opened = open(&app, &me, id, Act::Decide).await?;
    let (by, now) = (by(&me)?, me.now);
    opened.file.publish(&form.fields.record, now).map_err(|why| Error::Refused(why.key()))?;
    if form.fields.confirmed.is_empty() {
        let text = say(&app, &me, "publish-error-confirm");
        let unsure = FieldError { field: "confirmed".into(), text };
        let page = publication_page((&app, &me), (&opened, Wanted::default()), vec![unsure])?;
        return pages::faulty(&app, &me, "decisions/publication.html", &page);
    }
    let desk = Desk::new(&opened.file, day_of(now));
    let letters = written(&app, &opened, &desk)?.into_iter().map(to_send).collect();
    let seen = form.fields.record;
    app.write(move |tx| actions::publish_decisions(tx, id, &by, (&seen, letters), now)).await?;
    Ok(pages::see_other(urls::letters(id)))
}

fn written<'a>(
    app: &App,
    opened: &'a Opened,
    desk: &Desk<'_>,
) -> Result<Vec<Addressed<'a>>, Error> {
    Ok(letters::write_all(&app.renderer, &opened.file, desk, &opened.owner.name)?)
}

fn to_send((_, to, text): Addressed<'_>) -> Written {
    Written { bid: to.bid, subject: text.subject, body: text.body }
}

fn publication_page(
    (app, me): (&App, &Me),
    (opened, wanted): (&Opened, Wanted),
    errors: Vec<FieldError>,
) -> Result<PublicationPage, Error> {
    let round = &opened.file.round;
    let desk = Desk::new(&opened.file, day_of(me.now));
    let mut written = written(app, opened, &desk)?;
    let pages = Pages::cut(&mut written, wanted, (&urls::publication(round.id), LETTERS));
    let mut page = frame(app, me, "publish-title", opened);
    page.fault = !errors.is_empty();
    page.crumbs.push(below_overview(app, me, round.id));
    page.crumbs.push(pages::here(page.title.clone()));
    let published = matches!(round.phase, Phase::Decided { .. });
    let open = !opened.file.is_decided();
    let why_not = open.then(|| say(app, me, DecisionRefusal::LotsOpen.key()));
    Ok(PublicationPage {
        page,
        errors,
        round_title: round.definition.title.clone(),
        action: urls::publication(round.id),
        lots: opened.file.lots.iter().map(|lot| line(app, me, lot)).collect(),
        term: term(&desk),
        letters: written.into_iter().map(|letter| shown(app, me, letter)).collect(),
        pages,
        record: desk.record().to_owned(),
        may_publish: me.can(Act::Decide, &opened.place) && !published && !open,
        why_not,
        missing: missing((app, me), opened, &opened.file.lots),
        published,
        letters_href: urls::letters(round.id),
    })
}

fn line(app: &App, me: &Me, lot: &LotFile) -> Line {
    let nobody = || say(app, me, "decision-nobody");
    Line {
        label: lot.lot.label(),
        outcome: lot
            .decision
            .as_ref()
            .map(|_| lot.winner().map_or_else(nobody, |winner| winner.name.clone())),
        letters: lot.entrants.len(),
    }
}

fn shown(app: &App, me: &Me, (lot, entrant, letter): Addressed<'_>) -> Preview {
    let args = [("name", entrant.name.as_str().into()), ("lot", lot.lot.label().into())];
    Preview {
        title: app.renderer.translate(me.lang, "letter-to", &args),
        subject: letter.subject,
        parts: letters::parts(&letter.body),
    }
}

pub(super) fn term(desk: &Desk<'_>) -> TermView {
    use crate::domain::rounds::definition::Remedy;
    let objection = desk.objection();
    TermView {
        standstill: matches!(objection.remedy, Remedy::Standstill { .. }),
        length: objection.remedy.length(),
        sent: objection.sent.to_string(),
        first_day: objection.term.first_day.to_string(),
        counted_last_day: objection.term.counted_last_day.to_string(),
        last_day: objection.term.last_day.to_string(),
        extended: objection.is_extended(),
    }
}
