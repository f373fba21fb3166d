//! What the profile of the cooperative says about the same as a bid: beside its questions, on a page
//! of its own, and with the documents that can go along.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::desk::{Below, Desk, Pen, reader};
use super::files_part::size_words;
use super::inputs::Opt;
use super::intake::check_of_kept;
use super::section_page::Shown;
use super::words::Words;
use crate::actions::{self, AddAttachment, Failure, SaveAnswer};
use crate::domain::accounts::documents::ProfileFile;
use crate::domain::accounts::profile::{Counterpart, Profile, answer_to};
use crate::domain::bids::Attachment;
use crate::domain::bids::attachments::{FileRefusal, most_files};
use crate::domain::ids::{AttachmentId, BidId, OrganisationId, ProfileFileId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::sections::Section;
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::accounts::profile_file_ends;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

/// Start of what the button posts that takes an answer of the profile over.
const TAKE: &str = "profile.";

/// The profile of the cooperative whose bid it is.
#[derive(Default)]
pub struct OwnProfile {
    legal_form: Option<String>,
    number: Option<String>,
    profile: Profile,
}

/// What the profile says about one question, below its field.
#[derive(Serialize)]
pub struct InProfile {
    text: String,
    /// What the button posts; none where the bid says the same.
    take: Option<String>,
}

/// A question that the bid answers in another way than the profile.
pub struct Deviation {
    pub field: String,
    pub profile: String,
}

impl OwnProfile {
    pub fn read(conn: &mut Conn, id: OrganisationId) -> Result<OwnProfile, StoreError> {
        let organisation = store::accounts::organisation(conn, id)?;
        let (profile, _) = store::profiles::find(conn, id)?;
        let (legal_form, number) = (organisation.legal_form, organisation.registration);
        Ok(OwnProfile { legal_form, number, profile })
    }

    /// The same, where a section asks something that a profile can know.
    pub fn of_section(
        conn: &mut Conn,
        desk: &Desk,
        section: &str,
    ) -> Result<OwnProfile, StoreError> {
        let start = format!("{section}.");
        match Counterpart::ALL.iter().any(|c| c.as_str().starts_with(&start)) {
            true => OwnProfile::read(conn, desk.bid.cooperative),
            false => Ok(OwnProfile::default()),
        }
    }

    /// As a bid would keep it; none when the field could not hold it.
    fn answer(&self, words: Words<'_>, field: &str) -> Option<String> {
        let about = (self.legal_form.as_deref(), self.number.as_deref());
        let text = answer_to(field, about, &self.profile)?;
        words.form.field(field)?.rule.keep(&text).ok()
    }

    pub fn beside(&self, words: Words<'_>, field: &str, answer: &str) -> Option<InProfile> {
        let own = self.answer(words, field)?;
        let take = (own != answer).then(|| format!("{TAKE}{field}"));
        Some(InProfile { text: words.value(field, &own), take })
    }

    /// Everything that was answered in another way, in the order of the mapping.
    pub fn deviations(&self, words: Words<'_>, desk: &Desk) -> Vec<Deviation> {
        let one = |c: &Counterpart| {
            let (field, answer) = (c.as_str(), desk.answers.text(c.as_str()));
            let own = self.answer(words, field)?;
            let differs = !answer.is_empty() && own != answer;
            differs.then(|| Deviation { field: field.into(), profile: words.value(field, &own) })
        };
        Counterpart::ALL.iter().filter_map(one).collect()
    }
}

/// The field whose button was pressed.
pub fn taken(typed: &Typed) -> Option<&str> {
    let field = typed.text("to").strip_prefix(TAKE)?;
    field.parse::<Counterpart>().ok().map(Counterpart::as_str)
}

/// Puts the answer of the profile in the place of what was typed there.
pub fn take_over(
    words: Words<'_>,
    shown: &Shown,
    typed: &Typed,
    mut answers: Vec<SaveAnswer>,
) -> Vec<SaveAnswer> {
    let own = taken(typed).and_then(|field| Some((field, shown.own.answer(words, field)?)));
    if let Some((field, text)) = own {
        for answer in answers.iter_mut().filter(|answer| answer.place.field == field) {
            answer.value.clone_from(&text);
        }
    }
    answers
}

#[derive(Serialize)]
struct ProfilePage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    back: String,
    profile: String,
    answers: Vec<Line>,
    files: Vec<FileLine>,
    action: String,
    sections: Vec<Opt>,
    can_write: bool,
}

#[derive(Serialize)]
struct Line {
    label: String,
    own: String,
    bid: String,
    differs: bool,
    href: String,
}

#[derive(Serialize)]
struct FileLine {
    id: String,
    name: String,
    note: String,
    warning: Option<String>,
    /// It is in the bid already.
    there: bool,
}

/// What the page rests on.
struct Read {
    desk: Desk,
    own: OwnProfile,
    files: Vec<ProfileFile>,
}

async fn load(app: &App, me: &SignedIn, bid: BidId, act: Act) -> Result<Read, Error> {
    let asker = me.me.clone();
    let read = move |conn: &mut Conn| {
        let desk = Desk::load(conn, &asker, bid, act)?;
        let mut files = store::profiles::files(conn, desk.bid.cooperative)?;
        files.retain(|file| file.removed_at.is_none());
        Ok::<_, Error>(Read { own: OwnProfile::read(conn, desk.bid.cooperative)?, files, desk })
    };
    app.read(read).await
}

/// `GET /bids/{bid}/profile`
pub async fn page(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let read = load(&app, &me, bid.into_inner(), Act::ReadBid).await?;
    pages::html(&app, &me, "bids/profile.html", &view(&app, &me, &read))
}

fn view(app: &App, me: &SignedIn, read: &Read) -> ProfilePage {
    let desk = &read.desk;
    let words = Words::new(reader(app, me), desk.form());
    let asks = desk.round.definition.sections.iter().filter(|s| most_files(s).is_some());
    let option = |section: &Section| Opt::new(&section.code, &section.title);
    ProfilePage {
        page: desk.page(app, me, words.r.say("bid-profile-title"), Below::Bid),
        errors: vec![],
        lot: desk.lot_name(words.r),
        back: urls::bid(desk.bid.id),
        profile: format!("/organisations/{}/profile", desk.bid.cooperative),
        answers: Counterpart::ALL.iter().filter_map(|c| line(words, read, c.as_str())).collect(),
        files: read.files.iter().map(|file| file_line(app, me, desk, file)).collect(),
        action: format!("{}/profile/files", urls::bid(desk.bid.id)),
        sections: asks.map(option).collect(),
        can_write: desk.pen == Pen::Ready,
    }
}

fn line(words: Words<'_>, read: &Read, field: &str) -> Option<Line> {
    let own = read.own.answer(words, field)?;
    let answer = read.desk.answers.text(field);
    Some(Line {
        label: words.label(field),
        own: words.value(field, &own),
        bid: match answer {
            "" => words.r.say("bid-not-answered"),
            text => words.value(field, text),
        },
        differs: own != answer,
        href: urls::bid_field(read.desk.bid.id, field),
    })
}

fn file_line(app: &App, me: &SignedIn, desk: &Desk, file: &ProfileFile) -> FileLine {
    let (until, warning) = profile_file_ends(app, me, file);
    let size = size_words(app, me, file.size);
    let there = desk.files.iter().any(|f| f.removed_at.is_none() && f.hash == file.hash);
    FileLine {
        id: file.id.to_string(),
        name: file.name.clone(),
        note: until.map_or_else(|| size.clone(), |until| format!("{size}, {until}")),
        warning,
        there,
    }
}

/// `POST /bids/{bid}/profile/files`: a copy, so that the bid keeps what it handed in.
pub async fn copy(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let bid = bid.into_inner();
    let read = load(&app, &me, bid, Act::WriteBid).await?;
    let id: Option<ProfileFileId> = form.typed.text("file").parse().ok();
    let file = read.files.iter().find(|file| Some(file.id) == id).ok_or(Error::Missing)?;
    let attachment = attached(file, (bid, form.typed.text("section")), form.at);
    let new = AddAttachment {
        file: attachment,
        check: check_of_kept(&app),
        quota: app.limits.quota,
        by: (me.id, me.name().to_owned()),
    };
    match app.write(move |tx| actions::add_attachment(tx, new)).await {
        Ok(()) => Ok(pages::see_other(format!("{}/profile", urls::bid(bid)))),
        Err(Failure::Refused(why)) => refused(&app, &me, &read, why),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

fn attached(file: &ProfileFile, (bid, section): (BidId, &str), now: jiff::Timestamp) -> Attachment {
    Attachment {
        id: AttachmentId::new(store::new_id()),
        bid,
        section: section.to_owned(),
        name: file.name.clone(),
        kind: file.kind,
        size: file.size,
        hash: file.hash.clone(),
        added_at: now,
        removed_at: None,
    }
}

fn refused(app: &App, me: &SignedIn, read: &Read, why: FileRefusal) -> Answer {
    let mut page = view(app, me, read);
    page.page.fault = true;
    let status = match why {
        FileRefusal::Shut(_) => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let text = app.renderer.translate(me.lang, why.key(), &[("max", "".into())]);
    page.errors = vec![FieldError { field: "files".into(), text }];
    pages::with_status(app, me, status, ("bids/profile.html", &page))
}
