//! One paper with its comment round.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::desk::{Desk, No, Opt, Said, at, by, href, say, settle, show, words};
use crate::actions::consultations::{self as acts, CommentOn};
use crate::domain::consultations::{
    Comment, ConsultationRefusal, Item, Outcome, Paper, Reply, note,
};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::permission::Act;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

#[derive(Serialize)]
struct View {
    table: String,
    title: String,
    opens_at: Timestamp,
    closes_at: Timestamp,
    waits: bool,
    open: bool,
    over: bool,
    paragraphs: Vec<Paragraph>,
    /// On the paper as a whole.
    whole: Vec<Line>,
    comments: usize,
    form: Option<Form>,
}

#[derive(Serialize)]
struct Paragraph {
    number: usize,
    text: String,
    comments: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    id: String,
    holder: String,
    by: String,
    at: Timestamp,
    text: String,
    withdrawal: Option<String>,
    reply: Option<Replied>,
    /// For who runs the table, once the round is over.
    answer: Option<Answering>,
}

#[derive(Serialize)]
struct Replied {
    outcome: String,
    text: String,
    by: String,
}

#[derive(Serialize)]
struct Answering {
    action: String,
    version: i32,
    text: String,
    outcome: String,
    outcomes: Vec<Opt>,
}

#[derive(Serialize)]
struct Form {
    action: String,
    paragraphs: Vec<Opt>,
    paragraph: String,
    text: String,
}

/// A paper as its readers have it before them.
struct OnTable {
    desk: Desk,
    paper: Item<Paper>,
    comments: Vec<Item<Comment>>,
}

type Ids = (ConsultationId, ItemId);

impl OnTable {
    async fn open(app: &App, me: &SignedIn, ids: Ids, act: Act) -> Result<OnTable, Error> {
        let asker = me.me.clone();
        let load = move |conn: &mut Conn| {
            let desk = Desk::load(conn, &asker, ids.0, act)?;
            let paper: Item<Paper> = store::consultations::one(conn, ids.0, ids.1)?;
            if !paper.body.is_out(asker.now) && !desk.runs(&asker) {
                return Err(Error::Missing);
            }
            let comments = store::consultations::items_under(conn, ids.1)?;
            Ok(OnTable { desk, paper, comments })
        };
        app.read(load).await
    }

    /// There is a form for comments while the round is open, and one for answers after it.
    fn takes_comments(&self, now: Timestamp) -> Result<(), No> {
        match self.paper.body.takes_comments(now) {
            true => Ok(()),
            false => at("", Err(ConsultationRefusal::RoundShut)),
        }
    }

    fn over(&self, me: &Me) -> Result<(), No> {
        match self.paper.body.is_over(me.now) {
            true => Ok(()),
            false => at("", Err(ConsultationRefusal::RoundOpen)),
        }
    }

    fn href(&self, part: &str) -> String {
        self.desk.href(&format!("papers/{}{part}", self.paper.id))
    }
}

/// `GET /consultations/{consultation}/papers/{paper}`
pub async fn page(me: SignedIn, ids: Path<Ids>, app: Data<App>) -> Answer {
    let laid = OnTable::open(&app, &me, *ids, Act::ViewConsultation).await?;
    view(&app, &me, &laid, Said::nothing(&Typed::default()))
}

fn view(app: &App, me: &Me, laid: &OnTable, said: Said<'_>) -> Answer {
    let body = body(app, me, laid, &said);
    let mut page = laid.desk.page(app, me, "consultation-papers");
    page.title = laid.paper.body.title.clone();
    show((app, me), "consultations/paper.html", (page, body), &said)
}

fn body(app: &App, me: &Me, laid: &OnTable, said: &Said<'_>) -> View {
    let paper = &laid.paper.body;
    let own = laid.desk.own.as_ref().map(|seat| seat.id);
    let shown: Vec<&Item<Comment>> =
        laid.comments.iter().filter(|one| one.body.is_shown(paper, own, me.now)).collect();
    let on = |paragraph: Option<usize>| -> Vec<Line> {
        let here = shown.iter().filter(|one| one.body.paragraph == paragraph);
        here.map(|one| comment_line(app, me, laid, one)).collect()
    };
    let parts = paper.paragraphs();
    let paragraph = |(n, text): (usize, &&str)| Paragraph {
        number: n + 1,
        text: (*text).to_owned(),
        comments: on(Some(n + 1)),
    };
    View {
        table: laid.desk.table.details.title.clone(),
        title: paper.title.clone(),
        opens_at: paper.opens_at,
        closes_at: paper.closes_at,
        waits: !paper.is_out(me.now),
        open: paper.takes_comments(me.now),
        over: paper.is_over(me.now),
        paragraphs: parts.iter().enumerate().map(paragraph).collect(),
        whole: on(None),
        comments: shown.len(),
        form: (own.is_some() && (paper.takes_comments(me.now) || said.typed.has("text")))
            .then(|| comment_form(app, me, laid, said)),
    }
}

fn comment_form(app: &App, me: &Me, laid: &OnTable, said: &Said<'_>) -> Form {
    let count = laid.paper.body.paragraphs().len();
    let opt = |n: usize| Opt {
        value: n.to_string(),
        label: say(app, me, "consultation-paragraph", &[("number", n.to_string().into())]),
    };
    Form {
        action: laid.href("/comments"),
        paragraphs: (1..=count).map(opt).collect(),
        paragraph: said.typed.text("paragraph").to_owned(),
        text: said.typed.text("text").to_owned(),
    }
}

fn comment_line(app: &App, me: &Me, laid: &OnTable, one: &Item<Comment>) -> Line {
    let paper = &laid.paper.body;
    let own = laid.desk.own.as_ref().is_some_and(|seat| seat.id == one.body.seat);
    let below = |part: &str| laid.href(&format!("/comments/{}/{part}", one.id));
    let outcome =
        |outcome: Outcome| format!("consultation-outcome-{}", outcome.as_str().replace('_', "-"));
    let reply = one.body.reply.as_ref();
    let outcomes: Vec<&'static str> = Outcome::ALL.iter().map(|word| word.as_str()).collect();
    Line {
        id: one.id.to_string(),
        holder: one.body.holder.clone(),
        by: one.body.by_name.clone(),
        at: one.at,
        text: one.body.text.clone(),
        withdrawal: (own && paper.takes_comments(me.now)).then(|| below("withdrawal")),
        reply: reply.map(|reply| Replied {
            outcome: say(app, me, &outcome(reply.outcome), &[]),
            text: reply.text.clone(),
            by: reply.by.clone(),
        }),
        answer: (paper.is_over(me.now) && laid.desk.runs(me)).then(|| Answering {
            action: below("answer"),
            version: one.version,
            text: reply.map(|reply| reply.text.clone()).unwrap_or_default(),
            outcome: reply.map(|reply| reply.outcome.as_str().to_owned()).unwrap_or_default(),
            outcomes: words(app, me, "consultation-outcome", &outcomes),
        }),
    }
}

/// `POST /consultations/{consultation}/papers/{paper}/comments`
pub async fn comment(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let laid = OnTable::open(&app, &me, *ids, Act::SpeakAtConsultation).await?;
    let new = match laid.takes_comments(form.at).and_then(|()| read(ids.1, &form.typed)) {
        Ok(new) => new,
        Err(no) => return view(&app, &me, &laid, Said::no(&form.typed, no)),
    };
    let (of, id, by, now) = (ids.0, new.id, by(&me), form.at);
    let done = app.write(move |tx| acts::comment_on_paper(tx, of, new, by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(format!("{}#comment-{id}", laid.href("")))),
        Err(why) => {
            let field = match why {
                ConsultationRefusal::NoParagraph => "paragraph",
                _ => "text",
            };
            view(&app, &me, &laid, Said::no(&form.typed, (field.into(), why)))
        }
    }
}

fn read(paper: ItemId, typed: &Typed) -> Result<CommentOn, No> {
    let paragraph = match typed.text("paragraph") {
        "" => None,
        number => {
            let number = number.parse().map_err(|_| ConsultationRefusal::NoParagraph);
            Some(at("paragraph", number)?)
        }
    };
    let text = at("text", note(typed.text("text")))?;
    Ok(CommentOn { id: ItemId::new(store::new_id()), paper, paragraph, text })
}

type CommentIds = (ConsultationId, ItemId, ItemId);

/// `POST /consultations/{consultation}/papers/{paper}/comments/{remark}/withdrawal`
pub async fn take_back(
    me: SignedIn,
    ids: Path<CommentIds>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (of, paper, comment) = *ids;
    let laid = OnTable::open(&app, &me, (of, paper), Act::SpeakAtConsultation).await?;
    let (by, now) = (by(&me), form.at);
    let done = app.write(move |tx| acts::take_back_remark(tx, of, (paper, comment), by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(laid.href(""))),
        Err(why) => view(&app, &me, &laid, Said::no(&form.typed, ("text".into(), why))),
    }
}

/// `POST /consultations/{consultation}/papers/{paper}/comments/{remark}/answer`
pub async fn answer(
    me: SignedIn,
    ids: Path<CommentIds>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (of, paper, comment) = *ids;
    let laid = OnTable::open(&app, &me, (of, paper), Act::RunConsultation).await?;
    laid.comments.iter().find(|one| one.id == comment).ok_or(Error::Missing)?;
    let reply = match laid.over(&me).and_then(|()| reply(&me, (comment, &form.typed))) {
        Ok(reply) => reply,
        Err(no) => return view(&app, &me, &laid, Said::no(&form.typed, no)),
    };
    let (seen, by) = (form.typed.number("version"), by(&me));
    let which = (paper, comment, seen);
    let done = app.write(move |tx| acts::answer_comment(tx, of, which, reply, by)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(href(of, &format!("papers/{paper}#comment-{comment}")))),
        Err(why) => view(&app, &me, &laid, Said::no(&form.typed, ("text".into(), why))),
    }
}

fn reply(me: &SignedIn, (comment, typed): (ItemId, &Typed)) -> Result<Reply, No> {
    let outcome = typed.text("outcome").parse().map_err(|_| ConsultationRefusal::Choice);
    let outcome = at(&format!("outcome-{comment}"), outcome)?;
    let text = at(&format!("answer-{comment}"), note(typed.text("answer")))?;
    Ok(Reply { text, outcome, by: me.name().to_owned(), at: me.now })
}
