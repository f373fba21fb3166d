//! The part of one party: its own people write and sign it, the others in the bid read it, unless
//! it is private.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::{frame, phrases};
use crate::actions::{self, Failure, SaveAnswer};
use crate::domain::bids::answers::{Answer as Text, WriteRefusal};
use crate::domain::bids::parties::statement::{self, Benefit, Reading, Statement, Topic};
use crate::domain::bids::parties::work::Grid;
use crate::domain::bids::parties::{Party, PartyRefusal, PartyStanding};
use crate::domain::ids::{BidId, PartyId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::rendering::layout::{FieldError, Notice, NoticeKind, Page};
use crate::store::answers::At;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::bids::clash;
use crate::web::bids::desk::{Desk, Pen, reader};
use crate::web::bids::inputs::{Errors, Input, Inputs, Opt};
use crate::web::bids::words::{Fact, Words};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

const TEMPLATE: &str = "bids/party.html";

#[derive(Serialize)]
struct PartPage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    name: String,
    role: String,
    kind: &'static str,
    standing: String,
    back: String,
    action: String,
    autosave: String,
    /// What its own people fill in; empty for others, and when nobody can write.
    benefits: Vec<Input>,
    texts: Vec<Input>,
    reading: Option<Input>,
    can_write: bool,
    facts: Vec<Fact>,
    /// It is not for this reader.
    private: bool,
    /// Where it works, in words.
    work: Vec<String>,
    /// Texts on which this person still has to choose.
    clashes: Vec<Clash>,
    sign: Option<SignForm>,
    why_no_sign: Option<String>,
    /// Where its own people take it out of the bid.
    departure: Option<String>,
    reason: String,
    why_not: Option<String>,
}

#[derive(Serialize)]
struct Clash {
    label: String,
    href: String,
}

#[derive(Serialize)]
struct SignForm {
    action: String,
    /// Of what is signed.
    shown: String,
    name: String,
    agreed: bool,
}

/// What the page rests on.
pub struct Shown {
    pub desk: Desk,
    pub party: Party,
    clashes: Vec<String>,
    /// What this person may do with it.
    mine: Mine,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mine {
    /// Somebody else in the bid.
    Not,
    Reads,
    Leaves,
    Signs,
    /// Has both roles.
    SignsAndLeaves,
}

impl Shown {
    /// For the party's own people.
    pub async fn own(
        app: &App,
        me: &SignedIn,
        ids: (BidId, PartyId),
        act: Act,
    ) -> Result<Shown, Error> {
        let (asker, person) = (me.clone(), me.id);
        let load = move |conn: &mut Conn| {
            let desk = Desk::part(conn, &asker, ids, act)?;
            let place = store::places::joint(conn, ids.0, Some(ids.1), asker.now)?;
            let can = |act| asker.can(act, &place);
            let mine = match (can(Act::SignOwnPart), can(Act::LeaveJointBid)) {
                (true, true) => Mine::SignsAndLeaves,
                (true, false) => Mine::Signs,
                (false, true) => Mine::Leaves,
                (false, false) => Mine::Reads,
            };
            let clashes = store::clashes::fields_of(conn, ids.0, person)?;
            let party = desk.joint.party(ids.1).cloned().ok_or(Error::Missing)?;
            Ok::<_, Error>(Shown { party, clashes, mine, desk })
        };
        app.read(load).await
    }

    /// For everybody else in the bid.
    async fn other(app: &App, me: &SignedIn, ids: (BidId, PartyId)) -> Result<Shown, Error> {
        let asker = me.me.clone();
        let load = move |conn: &mut Conn| {
            let desk = Desk::joint(conn, &asker, ids.0)?;
            let party = desk.joint.party(ids.1).cloned().ok_or(Error::Missing)?;
            Ok::<_, Error>(Shown { party, clashes: vec![], mine: Mine::Not, desk })
        };
        app.read(load).await
    }

    fn statement(&self) -> Statement {
        Statement::of(&self.desk.answers, self.party.id)
    }
}

/// `GET /bids/{bid}/parties/{party}`
pub async fn show(me: SignedIn, ids: Path<(BidId, PartyId)>, app: Data<App>) -> Answer {
    let ids = ids.into_inner();
    let shown = match Shown::own(&app, &me, ids, Act::ReadOwnPart).await {
        Err(Error::Missing) => Shown::other(&app, &me, ids).await?,
        own => own?,
    };
    pages::html(&app, &me, TEMPLATE, &view(&app, &me, &shown, &Typed::default()))
}

/// `POST /bids/{bid}/parties/{party}`: all of it at once, for browsers without script.
pub async fn save(
    me: SignedIn,
    ids: Path<(BidId, PartyId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let ids = ids.into_inner();
    let shown = Shown::own(&app, &me, ids, Act::WriteOwnPart).await?;
    let answers = match collect(&me, ids, &form.typed) {
        Ok(answers) => answers,
        Err((field, why)) => return not_kept(&app, &me, shown, (&form.typed, field, why)),
    };
    let now = form.at;
    match app.write(move |tx| actions::save_section(tx, ids.0, answers, now)).await {
        Ok(clashes) => match clashes.into_iter().next() {
            None => Ok(pages::see_other(urls::bid_party(ids.0, ids.1))),
            Some(field) => clash::come_back(&app, &me, At { bid: ids.0, field }).await,
        },
        Err(Failure::Refused(why)) => not_kept(&app, &me, shown, (&form.typed, String::new(), why)),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

fn collect(
    me: &SignedIn,
    (bid, party): (BidId, PartyId),
    typed: &Typed,
) -> Result<Vec<SaveAnswer>, (String, WriteRefusal)> {
    let fields = statement::fields(party).into_iter().filter(|field| typed.has(&field.name));
    let save = |field: crate::domain::bids::answers::Field| {
        let seen = typed.number(&format!("version.{}", field.name));
        match field.rule.keep(typed.text(&field.name)) {
            Ok(value) => {
                Ok(SaveAnswer { place: At { bid, field: field.name }, value, seen, by: me.id })
            }
            Err(why) => Err((field.name, why)),
        }
    };
    fields.map(save).collect()
}

/// The page with everything as it was typed; nothing of it was saved.
fn not_kept(
    app: &App,
    me: &SignedIn,
    mut shown: Shown,
    (typed, field, why): (&Typed, String, WriteRefusal),
) -> Answer {
    for own in statement::fields(shown.party.id).into_iter().filter(|f| typed.has(&f.name)) {
        let version = typed.number(&format!("version.{}", own.name));
        let value = typed.text(&own.name).to_owned();
        shown.desk.answers.put(own.name, Text { value, version, saved: None });
    }
    let mut page = view(app, me, &shown, &Typed::default());
    page.page.fault = true;
    let text = app.renderer.translate(me.lang, why.key(), &[]);
    match why {
        WriteRefusal::Shut(_) => {
            page.page.notice = Some(Notice { kind: NoticeKind::Error, text });
            pages::with_status(app, me, StatusCode::CONFLICT, (TEMPLATE, &page))
        }
        WriteRefusal::NotAsked | WriteRefusal::TooLong | WriteRefusal::NotOffered => {
            page.errors.push(FieldError { field, text });
            pages::faulty(app, me, TEMPLATE, &page)
        }
    }
}

/// The page after an act that could not be done, with the sentence why.
pub fn refused(
    app: &App,
    me: &SignedIn,
    shown: &Shown,
    (typed, why): (&Typed, PartyRefusal),
) -> Answer {
    let text = app.renderer.translate(me.lang, why.key(), &[]);
    if why.is_about_a_field() {
        return faulty(app, me, shown, (typed, vec![FieldError { field: "reason".into(), text }]));
    }
    let mut page = view(app, me, shown, typed);
    page.page.fault = true;
    page.page.notice = Some(Notice { kind: NoticeKind::Error, text });
    pages::with_status(app, me, StatusCode::CONFLICT, (TEMPLATE, &page))
}

pub fn faulty(
    app: &App,
    me: &SignedIn,
    shown: &Shown,
    (typed, errors): (&Typed, Vec<FieldError>),
) -> Answer {
    let mut page = view(app, me, shown, typed);
    page.page.fault = true;
    page.errors = errors;
    pages::faulty(app, me, TEMPLATE, &page)
}

fn view(app: &App, me: &SignedIn, shown: &Shown, typed: &Typed) -> PartPage {
    let (desk, party) = (&shown.desk, &shown.party);
    let words = Words::new(reader(app, me), desk.form());
    let own = shown.mine != Mine::Not;
    let writes = own && (desk.pen == Pen::Ready || typed.has("reason"));
    let statement = shown.statement();
    let private = !own && statement.reading == Reading::Private;
    let (kind, standing) = phrases::standing(words.r, party);
    let address = urls::bid_party(desk.bid.id, party.id);
    let grid = Grid::of(&desk.lot.details);
    let cells = desk.joint.board.work.of(party.id);
    PartPage {
        page: frame(app, me, desk, party.name.clone()),
        errors: vec![],
        lot: desk.lot_name(words.r),
        name: party.name.clone(),
        role: phrases::role(words.r, party),
        kind,
        standing,
        back: urls::bid_parties(desk.bid.id),
        autosave: format!("{}/answers", urls::bid(desk.bid.id)),
        benefits: if writes { benefits(words, shown) } else { vec![] },
        texts: if writes { texts(words, shown) } else { vec![] },
        reading: writes.then(|| reading(words, shown)).flatten(),
        can_write: writes,
        facts: if writes || private { vec![] } else { facts(words, shown, &statement) },
        private,
        work: cells.iter().map(|cell| phrases::cell(words.r, &grid, cell)).collect(),
        clashes: clashes(words, shown),
        sign: sign_form(shown, typed, &address),
        why_no_sign: own.then(|| why_no_sign(words, shown)).flatten(),
        departure: departs(shown).then(|| format!("{address}/departure")),
        reason: typed.text("reason").to_owned(),
        why_not: own.then(|| why_not(words, shown)).flatten(),
        action: address,
    }
}

/// Also of a bid that is handed in; the action says when it is too late.
fn departs(shown: &Shown) -> bool {
    matches!(shown.mine, Mine::Leaves | Mine::SignsAndLeaves)
}

fn why_not(words: Words<'_>, shown: &Shown) -> Option<String> {
    match shown.desk.pen {
        Pen::Ready => shown.party.signature().map(|_| words.r.say("party-sign-done")),
        Pen::ReadsAlong => Some(words.r.say("bid-reads-along")),
        Pen::Submitted => Some(words.r.say("party-submitted")),
        Pen::Closed => Some(words.r.say("bid-closed")),
    }
}

fn inputs<'a>(words: Words<'a>, shown: &'a Shown, errors: &'a Errors) -> Inputs<'a> {
    Inputs { words, answers: &shown.desk.answers, errors }
}

fn benefits(words: Words<'_>, shown: &Shown) -> Vec<Input> {
    let errors = Errors::new();
    let one = |benefit: &Benefit| {
        let field = statement::named(shown.party.id, &statement::tail_of(*benefit));
        let input = inputs(words, shown, &errors).field(&field)?;
        let flow = |flow: &statement::Flow| {
            Opt::new(flow.as_str(), &phrases::option(words.r, &field, flow.as_str()))
        };
        let options = statement::Flow::ALL.iter().map(flow).collect();
        Some(Input { kind: "select", required: false, options, ..input })
    };
    Benefit::ALL.iter().filter_map(one).collect()
}

fn texts(words: Words<'_>, shown: &Shown) -> Vec<Input> {
    let errors = Errors::new();
    let limit = i64::from(statement::WORDS);
    let limit = words.say("word-limit", &[("max", limit.into())]);
    let one = |topic: &Topic| {
        let field = statement::named(shown.party.id, topic.as_str());
        let input = inputs(words, shown, &errors).field(&field)?;
        let hint = words.r.say(&format!("party-hint-{}", topic.as_str()));
        let rule = words.form.field(&field)?.rule;
        let wrong = rule.check(&input.value).err().map(|fault| words.fault(fault));
        Some(Input { hint: Some(format!("{hint} {limit}")), error: wrong, rows: 4, ..input })
    };
    Topic::ALL.iter().filter_map(one).collect()
}

fn reading(words: Words<'_>, shown: &Shown) -> Option<Input> {
    let errors = Errors::new();
    let field = statement::reading_field(shown.party.id);
    let input = inputs(words, shown, &errors).field(&field)?;
    let option = |reading: &Reading| {
        Opt::new(reading.as_str(), &phrases::option(words.r, &field, reading.as_str()))
    };
    let value = shown.statement().reading.as_str().to_owned();
    let hint = Some(words.r.say("party-hint-reading"));
    Some(Input { options: Reading::ALL.iter().map(option).collect(), value, hint, ..input })
}

fn facts(words: Words<'_>, shown: &Shown, statement: &Statement) -> Vec<Fact> {
    let fields = statement::fields(shown.party.id).into_iter();
    let filled = fields.filter(|field| {
        let tail = statement::split(&field.name).map(|(_, tail)| tail);
        tail.is_some_and(|tail| statement.texts.contains_key(tail))
    });
    filled.map(|field| words.plain(&field.name, &shown.desk.answers)).collect()
}

fn clashes(words: Words<'_>, shown: &Shown) -> Vec<Clash> {
    let own = |field: &&String| statement::party_of(field) == Some(shown.party.id);
    let waiting = shown.clashes.iter().filter(own);
    waiting
        .map(|field| Clash {
            label: words.label(field),
            href: urls::bid_clash(shown.desk.bid.id, field),
        })
        .collect()
}

/// Is there a form to sign? If not, the action says why.
pub fn can_be_signed(shown: &Shown) -> bool {
    sign_form(shown, &Typed::default(), "").is_some()
}

fn sign_form(shown: &Shown, typed: &Typed, address: &str) -> Option<SignForm> {
    let Shown { desk, party, mine, .. } = shown;
    let signs = matches!(mine, Mine::Signs | Mine::SignsAndLeaves) && desk.pen == Pen::Ready;
    let joined = matches!(party.standing, PartyStanding::Joined { .. });
    let ready = signs && joined && desk.joint.is_finished(party, &desk.answers);
    ready.then(|| SignForm {
        action: format!("{address}/signature"),
        shown: desk.joint.covered(party, &desk.answers),
        name: typed.text("name").to_owned(),
        agreed: typed.text("agree") == "yes",
    })
}

/// What has to be done before somebody can sign; nothing when the form is there or it is signed.
fn why_no_sign(words: Words<'_>, shown: &Shown) -> Option<String> {
    let Shown { desk, party, mine, .. } = shown;
    if desk.pen != Pen::Ready || party.signature().is_some() {
        return None;
    }
    let key = if !shown.statement().missing().is_empty() {
        "party-sign-texts"
    } else if desk.joint.board.work.of(party.id).is_empty() {
        "party-sign-work"
    } else if matches!(mine, Mine::Signs | Mine::SignsAndLeaves) {
        return None;
    } else {
        "party-sign-signatory"
    };
    Some(words.r.say(key))
}
