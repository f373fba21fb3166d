//! What there is to tell of a draw of lots: every plan, whom it invited and how, what became of it, and
//! how anybody can draw again. The same words stand on the page, in the minutes and on paper.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::paper::Fact;
use crate::domain::ids::BidId;
use crate::domain::scoring::Seed;
use crate::domain::tables::{
    Draw, DrawState, Fate, Held, Invitation, Mailed, Plan, Post, SealedSeed, Witness,
};
use crate::rendering::{Arg, Lang, Renderer};

/// A heading with what stands under it.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    pub title: String,
    pub facts: Vec<Fact>,
}

/// Says what is known of a draw; bids go by their letters.
#[derive(Clone, Copy)]
pub struct DrawRecord<'a> {
    pub renderer: &'a Renderer,
    pub lang: Lang,
    pub draw: &'a Draw,
    pub sealed: &'a SealedSeed,
    pub codes: &'a BTreeMap<BidId, String>,
}

impl DrawRecord<'_> {
    /// Every plan in order, and how to draw again once it was held; nothing where nothing was planned.
    pub fn told(&self) -> Vec<Told> {
        let plans = self.draw.plans.iter().map(|plan| self.plan(plan));
        plans.chain(self.again()).collect()
    }

    /// One plan with its invitations and what became of it.
    pub fn plan(&self, plan: &Plan) -> Told {
        let made = [("name", plan.by.as_str().into()), ("when", self.moment(plan.made_at).into())];
        let mut facts = vec![
            Fact::new(self.say("draw-place"), &plan.place),
            Fact { term: self.say("draw-witnesses"), text: lines(&plan.witnesses) },
            Fact::new(self.say("draw-planned"), &self.say_with("draw-by", &made)),
        ];
        facts.extend(plan.invitations.iter().map(|one| self.invitation(one)));
        facts.extend(self.fate(&plan.fate));
        let title = self.say_with("draw-of", &[("when", self.moment(plan.at).into())]);
        Told { title, facts }
    }

    /// How a bidder was asked to come.
    pub fn invitation(&self, invitation: &Invitation) -> Fact {
        let letter = self.letter(invitation.bid);
        let mut text: Vec<String> = invitation.mails.iter().map(|mail| self.mail(mail)).collect();
        text.push(match &invitation.confirmed {
            Some(read) => {
                let args =
                    [("name", read.by.as_str().into()), ("when", self.moment(read.at).into())];
                self.say_with("draw-confirmed", &args)
            }
            None => self.say("draw-unconfirmed"),
        });
        Fact { term: self.say_with("draw-invitation-of", &[("bid", letter.into())]), text }
    }

    fn mail(&self, mail: &Mailed) -> String {
        let name = ("name", mail.name.as_str().into());
        match mail.post {
            Post::Waiting => self.say_with("draw-mail-waits", &[name]),
            Post::Dropped => self.say_with("draw-mail-dropped", &[name]),
            Post::HandedOver { at } => {
                self.say_with("draw-mail-sent", &[name, ("when", self.moment(at).into())])
            }
            Post::CameBack { at } => {
                self.say_with("draw-mail-back", &[name, ("when", self.moment(at).into())])
            }
        }
    }

    fn fate(&self, fate: &Fate) -> Vec<Fact> {
        match fate {
            Fate::Stands => vec![],
            Fate::Moved { at } => vec![Fact::new(self.say("draw-moved"), &self.moment(*at))],
            Fate::Cancelled { at, reason } => {
                let text = vec![self.moment(*at), reason.clone()];
                vec![Fact { term: self.say("draw-cancelled"), text }]
            }
            Fate::Held(held) => self.held(held),
        }
    }

    fn held(&self, held: &Held) -> Vec<Fact> {
        let by = [("name", held.by.as_str().into()), ("when", self.moment(held.at).into())];
        let bidder = |bid: &BidId| self.say_with("bid-word", &[("bid", self.letter(*bid).into())]);
        let mut bidders: Vec<String> = held.bidders.iter().map(bidder).collect();
        bidders.sort();
        if bidders.is_empty() {
            bidders.push(self.say("draw-nobody"));
        }
        vec![
            Fact::new(self.say("draw-held"), &self.say_with("draw-by", &by)),
            Fact { term: self.say("draw-witnesses-there"), text: lines(&held.witnesses) },
            Fact { term: self.say("draw-bidders-there"), text: bidders },
        ]
    }

    /// Seed, promise and numbers, the lowest first.
    fn again(&self) -> Option<Told> {
        let DrawState::Held(..) = self.draw.state() else { return None };
        let seed = self.sealed.drawn()?;
        let mut numbers: Vec<(u64, &str)> =
            self.draw.tied.iter().map(|bid| self.number(seed, *bid)).collect();
        numbers.sort_unstable();
        let number = |(number, letter): (u64, &str)| {
            let args = [("bid", letter.into()), ("number", number.to_string().into())];
            self.say_with("draw-number-of", &args)
        };
        let facts = vec![
            Fact::new(self.say("draw-seed"), &seed.to_string()),
            Fact::new(self.say("draw-commitment"), &self.sealed.commitment()),
            Fact {
                term: self.say("draw-numbers"),
                text: numbers.into_iter().map(number).collect(),
            },
            Fact::new(self.say("draw-again"), &self.say("draw-again-how")),
        ];
        Some(Told { title: self.say("draw-again-title"), facts })
    }

    fn number(&self, seed: &Seed, bid: BidId) -> (u64, &str) {
        let letter = self.letter(bid);
        (seed.number_for(letter), letter)
    }

    fn letter(&self, bid: BidId) -> &str {
        self.codes.get(&bid).map(String::as_str).unwrap_or_default()
    }

    fn moment(&self, at: Timestamp) -> String {
        self.renderer.datetime(self.lang, at)
    }

    fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    fn say_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.renderer.translate(self.lang, key, args)
    }
}

fn lines(witnesses: &[Witness]) -> Vec<String> {
    witnesses.iter().map(Witness::line).collect()
}
