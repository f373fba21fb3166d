//! What the writers say about one question, ready for the part `bid.talk`.

use serde::Serialize;

use super::inputs::Opt;
use super::when;
use super::words::Words;
use crate::domain::bids::comments::{Comment, CommentState, Writer};
use crate::domain::ids::{BidId, CommentId, PersonId};
use crate::domain::rounds::sections::{Kind, Section};
use crate::store;
use crate::web::forms::Typed;
use crate::web::urls;

/// Below a question; everything is posted by one form that stands outside the form of the answers.
#[derive(Serialize)]
pub struct Talk {
    /// Where links from mails lead to.
    id: String,
    /// The question, for who cannot see what stands above.
    label: String,
    /// The same in sight, where the question itself is not.
    heading: Option<String>,
    summary: String,
    /// Open when the page comes.
    expanded: bool,
    comments: Vec<Said>,
    resolved: Vec<Said>,
    resolved_summary: String,
    /// None for who cannot write now.
    pub form: Option<TalkForm>,
}

/// What stands outside the form of the answers.
#[derive(Clone, Serialize)]
pub struct TalkPost {
    id: String,
    action: String,
    /// Name of the next comment, so that a form that comes twice is one comment.
    comment: CommentId,
}

#[derive(Serialize)]
pub struct TalkForm {
    pub post: TalkPost,
    body: String,
    who: String,
    writers: Vec<Opt>,
    resolution: Option<String>,
    reopening: Option<String>,
}

#[derive(Serialize)]
struct Said {
    name: String,
    when: String,
    /// None when it was taken back.
    body: Option<String>,
    /// Who should read it.
    to: Option<String>,
    withdrawal: Option<String>,
}

impl Talk {
    /// As the main thing of its page.
    pub fn expanded(self) -> Talk {
        Talk { expanded: true, ..self }
    }

    /// Where the question itself does not show.
    fn with_heading(self) -> Talk {
        Talk { heading: Some(self.label.clone()), ..self }
    }
}

/// What all talks of a page need.
#[derive(Clone, Copy)]
pub struct Talks<'a> {
    pub words: Words<'a>,
    pub bid: BidId,
    pub comments: &'a [Comment],
    pub writers: &'a [Writer],
    /// Who looks, when they can write.
    pub writer: Option<PersonId>,
}

impl Talks<'_> {
    /// The talk about this question (`<section>.<question>`); none where nobody said anything and
    /// nobody can.
    pub fn about(&self, field: &str, typed: &Typed) -> Option<Talk> {
        let own: Vec<&Comment> = self.comments.iter().filter(|c| c.field == field).collect();
        if own.is_empty() && self.writer.is_none() && !typed.has("body") {
            return None;
        }
        let open = own.iter().filter(|comment| comment.state == CommentState::Open).count();
        let said = |resolved: bool| {
            let of_kind = own.iter().filter(|c| (c.state == CommentState::Resolved) == resolved);
            of_kind.map(|comment| self.said(comment)).collect::<Vec<_>>()
        };
        let resolved = said(true);
        Some(Talk {
            id: format!("talk-{field}"),
            label: self.words.label(field),
            heading: None,
            summary: self.summary(open, own.len()),
            expanded: false,
            resolved_summary: self.counted("comments-resolved", resolved.len()),
            form: self.form(field, (open, resolved.len()), typed),
            comments: said(false),
            resolved,
        })
    }

    /// The talks of a section: those below the first so many questions, which stand in the form,
    /// and those that have no place there. Files are asked outside the form.
    pub fn of_section(&self, section: &Section, in_form: usize) -> (Vec<Option<Talk>>, Vec<Talk>) {
        let (mut placed, mut below) = (vec![], vec![]);
        for (i, question) in section.questions.iter().enumerate() {
            let field = format!("{}.{}", section.code, question.code);
            let talk = self.about(&field, &Typed::default());
            if i < in_form && !matches!(question.kind, Kind::Files { .. }) {
                placed.push(talk);
            } else {
                placed.push(None);
                below.extend(talk.map(Talk::with_heading));
            }
        }
        (placed, below)
    }

    /// How many comments are open, in words.
    pub fn open(&self) -> Option<String> {
        let open = self.comments.iter().filter(|c| c.state == CommentState::Open).count();
        (open > 0).then(|| self.counted("comments-on-page", open))
    }

    fn counted(&self, key: &str, count: usize) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.words.say(key, &[("count", count.into())])
    }

    fn summary(&self, open: usize, all: usize) -> String {
        match (open, all) {
            (0, 0) => self.words.r.say("comments-none"),
            (0, _) => self.words.r.say("comments-all-resolved"),
            (open, _) => self.counted("comments-open", open),
        }
    }

    fn said(&self, comment: &Comment) -> Said {
        let there = comment.state != CommentState::TakenBack;
        let own = there && self.writer == Some(comment.by);
        let name = |id: &PersonId| {
            let writer = self.writers.iter().find(|writer| writer.id == *id)?;
            Some(writer.name.as_str())
        };
        let to: Vec<&str> = comment.mentions.iter().filter_map(name).collect();
        let to = (!to.is_empty()).then(|| to.join(", "));
        Said {
            name: comment.by_name.clone(),
            when: when::ago(self.words.r, comment.at),
            body: there.then(|| comment.body.clone()),
            to: to.map(|names| self.words.say("comments-to", &[("names", names.into())])),
            withdrawal: own.then(|| urls::bid_comment_withdrawal(self.bid, comment.id)),
        }
    }

    /// With what was typed when it could not be kept, even where nobody can write any more: it can
    /// still be copied.
    fn form(
        &self,
        field: &str,
        (open, resolved): (usize, usize),
        typed: &Typed,
    ) -> Option<TalkForm> {
        if self.writer.is_none() && !typed.has("body") {
            return None;
        }
        let others = self.writers.iter().filter(|writer| Some(writer.id) != self.writer);
        let action = urls::bid_comments(self.bid, field);
        Some(TalkForm {
            body: typed.text("body").to_owned(),
            who: typed.text("who").to_owned(),
            writers: others.map(|w| Opt::new(w.id.as_str(), &w.name)).collect(),
            resolution: (open > 0).then(|| format!("{action}/resolution")),
            reopening: (resolved > 0).then(|| format!("{action}/reopening")),
            post: TalkPost {
                id: format!("say-{field}"),
                comment: CommentId::new(store::new_id()),
                action,
            },
        })
    }
}
