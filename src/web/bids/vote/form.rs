//! Setting up a vote: what was typed is read, shown once more, and only then sent to everybody.

use actix_web::web::{Data, Path};
use jiff::Timestamp;

use super::view::{self, Preview};
use super::{Shown, TEMPLATE};
use crate::actions::{self, Failure, Secret};
use crate::domain::accounts::throttle::Gate;
use crate::domain::bids::mandate::{
    self, Ending, MemberList, Quorum, Secrecy, Vote, VoteRefusal, members,
};
use crate::domain::ids::{BidId, VoteId, VoterId};
use crate::domain::moments;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::rendering::layout::FieldError;
use crate::store;
use crate::store::votes::Invited;
use crate::web::accounts::gate;
use crate::web::errors::Answer;
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::{App, pages, urls};

/// `POST /bids/{bid}/vote`
pub async fn set_up(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let me = me.at(form.at);
    let (bid, typed) = (bid.into_inner(), form.typed);
    let shown = Shown::load(&app, &me, bid, Act::WriteBid).await?;
    let (vote, list) = match read(&app, &me, &shown, &typed) {
        Ok(read) => read,
        Err(errors) => return again(&app, &me, &shown, (&typed, errors)),
    };
    match typed.text("step") {
        "send" => send(&app, &me, (&shown, &typed), (vote, list)).await,
        "change" => again_as_typed(&app, &me, (&shown, &typed)),
        _ => {
            let mut page = view::page(&app, &me, &shown, (&typed, vec![]));
            page.preview = Some(Preview::new((&app, &me), &vote, &list, &typed));
            pages::html(&app, &me, TEMPLATE, &page)
        }
    }
}

async fn send(
    app: &Data<App>,
    me: &SignedIn,
    (shown, typed): (&Shown, &Typed),
    (vote, list): (Vote, MemberList),
) -> Answer {
    gate::pass(app, me, Gate::Vote, vote.bid.as_str()).await?;
    let (bid, by, now) = (vote.bid, (me.id, me.name().to_owned()), me.now);
    let invited = list.emails.into_iter().map(|email| {
        secret_for(Invited { id: VoterId::new(store::new_id()), email: email.into() })
    });
    let members: Vec<Secret> = invited.collect();
    match app.write(move |tx| actions::set_up_vote(tx, &vote, &members, by, now)).await {
        Ok(_) => Ok(pages::see_other(format!("{}/vote", urls::bid(bid)))),
        Err(Failure::Refused(why)) => {
            let errors = vec![error(app, me, field_of(why), why)];
            again(app, me, shown, (typed, errors))
        }
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

pub fn secret_for(member: Invited) -> Secret {
    Secret { member, secret: actions::new_secret() }
}

fn again(app: &App, me: &Me, shown: &Shown, (typed, errors): (&Typed, Vec<FieldError>)) -> Answer {
    pages::faulty(app, me, TEMPLATE, &view::page(app, me, shown, (typed, errors)))
}

fn again_as_typed(app: &App, me: &Me, (shown, typed): (&Shown, &Typed)) -> Answer {
    pages::html(app, me, TEMPLATE, &view::page(app, me, shown, (typed, vec![])))
}

fn error(app: &App, me: &Me, field: &str, why: VoteRefusal) -> FieldError {
    FieldError { field: field.to_owned(), text: app.renderer.translate(me.lang, why.key(), &[]) }
}

/// The field that a refusal is about.
fn field_of(why: VoteRefusal) -> &'static str {
    match why {
        VoteRefusal::About => "about",
        VoteRefusal::Secrecy => "secrecy",
        VoteRefusal::Quorum | VoteRefusal::QuorumTooHigh => "quorum",
        VoteRefusal::OpensInPast => "opens",
        VoteRefusal::Moment(_) | VoteRefusal::TooShort | VoteRefusal::AfterRound => "closes",
        VoteRefusal::FewMembers | VoteRefusal::ManyMembers | VoteRefusal::Address => "members",
        VoteRefusal::Shut(_)
        | VoteRefusal::Running
        | VoteRefusal::Question
        | VoteRefusal::NotOpen
        | VoteRefusal::NotClosed
        | VoteRefusal::Voted
        | VoteRefusal::Choice
        | VoteRefusal::Reason
        | VoteRefusal::RemindedLately
        | VoteRefusal::EverybodyVoted
        | VoteRefusal::TooLong => "question",
    }
}

fn read(
    app: &App,
    me: &Me,
    shown: &Shown,
    typed: &Typed,
) -> Result<(Vote, MemberList), Vec<FieldError>> {
    let mut errors = vec![];
    let mut wrong = |field: &str, why| errors.push(error(app, me, field, why));
    let question = mandate::question(typed.text("question")).map_err(|why| wrong("question", why));
    let about = mandate::about(typed.text("about")).map_err(|why| wrong("about", why));
    let secrecy = typed.text("secrecy").parse::<Secrecy>();
    let secrecy = secrecy.map_err(|_| wrong("secrecy", VoteRefusal::Secrecy));
    let list = members(typed.text("members"));
    let count = list.as_ref().map_or(usize::MAX, |list| list.emails.len());
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let quorum = Quorum::read(typed.text("quorum_kind"), typed.text("quorum"), count);
    let quorum = quorum.map_err(|why| wrong("quorum", why));
    let opens = opens(typed, me.now).map_err(|why| wrong("opens", why));
    let closes = moments::moment(typed.text("closes_date"), typed.text("closes_time"));
    let closes = closes.map_err(|why| wrong("closes", why.into()));
    if let (Ok(opens), Ok(closes)) = (opens, closes) {
        let ends = shown.desk.round.closes_at();
        if let Err(why) = mandate::between((opens, closes), ends, me.now) {
            wrong(field_of(why), why);
        }
    }
    let list = list.map_err(|(why, lines)| errors.push(list_error((app, me), why, &lines)));
    match (question, about, secrecy, quorum, (opens, closes), list, errors.is_empty()) {
        (
            Ok(question),
            Ok(about),
            Ok(secrecy),
            Ok(quorum),
            (Ok(opens_at), Ok(closes_at)),
            Ok(list),
            true,
        ) => {
            let vote = Vote {
                id: typed.text("vote").parse().unwrap_or_else(|_| VoteId::new(store::new_id())),
                bid: shown.desk.bid.id,
                question,
                about,
                secrecy,
                quorum,
                opens_at,
                closes_at,
                ending: Ending::AsAnnounced,
                reminded_at: None,
                minutes: String::new(),
                statement: String::new(),
            };
            Ok((vote, list))
        }
        _ => Err(errors),
    }
}

/// At once when nothing is filled in.
fn opens(typed: &Typed, now: Timestamp) -> Result<Timestamp, VoteRefusal> {
    let (day, time) = (typed.text("opens_date"), typed.text("opens_time"));
    if day.is_empty() && time.is_empty() {
        return Ok(now);
    }
    Ok(moments::moment(day, time)?)
}

/// Names the first lines that are no address.
fn list_error((app, me): (&App, &Me), why: VoteRefusal, lines: &[(usize, String)]) -> FieldError {
    let mut error = error(app, me, "members", why);
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    for (line, text) in lines.iter().take(5) {
        let text: String = text.chars().take(60).collect();
        let args = [("line", number(*line).into()), ("text", text.into())];
        error.text.push(' ');
        error.text.push_str(&app.renderer.translate(me.lang, "vote-address-line", &args));
    }
    if lines.len() > 5 {
        let args = [("count", number(lines.len() - 5).into())];
        error.text.push(' ');
        error.text.push_str(&app.renderer.translate(me.lang, "vote-address-more", &args));
    }
    error
}
