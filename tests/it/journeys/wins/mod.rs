//! The whole main journey with everybody who has a part in it, at two browsers side by side. What
//! a colleague does on the same screen again goes by plain forms.

pub mod bid;
mod decision;
pub mod review;
pub mod set_up;
mod table;

use std::collections::BTreeMap;

use super::on_both_from_the_example;
use crate::browser::Browser;
use crate::world::World;

/// The round that is set up on the way.
pub struct Journey<'w> {
    pub world: &'w World,
    /// Its id.
    pub round: String,
    /// The address of its only lot.
    pub lot: String,
    /// Two browsers, at which people sit down in turn; none where nobody needs one.
    pub screens: Vec<Browser>,
}

impl<'w> Journey<'w> {
    /// Before anything happened.
    async fn at_screens(world: &'w World) -> Journey<'w> {
        let screens = vec![world.stranger().await, world.stranger().await];
        Journey { world, round: String::new(), lot: String::new(), screens }
    }

    /// Somebody signs in at the first screen.
    async fn first(&self, email: &str) -> Browser {
        self.sits_down(0, email).await
    }

    /// Somebody signs in at the second screen.
    async fn second(&self, email: &str) -> Browser {
        self.sits_down(1, email).await
    }

    async fn sits_down(&self, screen: usize, email: &str) -> Browser {
        let browser = self.visitor(screen).await;
        browser.signs_in(email).await;
        browser
    }

    async fn visitor(&self, screen: usize) -> Browser {
        let browser = self.screens[screen].clone();
        browser.forgets_everything().await;
        browser
    }

    pub fn manage(&self, page: &str) -> String {
        format!("/manage/rounds/{}{page}", self.round)
    }

    pub fn public(&self, page: &str) -> String {
        format!("/rounds/{}{page}", self.round)
    }
}

#[test]
fn a_cooperative_bids_and_wins() {
    on_both_from_the_example(async |world: &World| {
        let journey = Journey::at_screens(world).await;
        let journey = set_up::a_round_is_published(journey).await;
        set_up::a_question_is_answered_for_everybody(&journey).await;
        let nabuur = bid::de_nabuur_writes_together(&journey).await;
        bid::it_is_handed_in_by_keyboard(&journey, &nabuur).await;
        bid::zorgkring_hands_in_too(&journey);
        review::two_keys_open_the_round(&journey).await;
        review::the_bids_are_admitted(&journey).await;
        review::assessors_score_alone(&journey).await;
        let table = table::the_table_meets(&journey).await;
        table::the_table_agrees(&journey, &table).await;
        table::two_keys_open_the_price(&journey, &table).await;
        table::the_ranking_explains_every_point(&journey, &table).await;
        decision::the_decision_is_signed_and_sent(&journey).await;
        decision::everybody_sees_who_won(&journey).await;
        world.house.verify_journal().expect("the chain holds");
    });
}

#[derive(serde::Deserialize)]
struct Bids {
    bids: Vec<Example>,
}

#[derive(serde::Deserialize)]
struct Example {
    round: String,
    lot: u16,
    cooperative: String,
    answers: BTreeMap<String, String>,
}

/// What this cooperative of the example wrote about household help in Elsbroek.
fn answers_of(cooperative: &str) -> BTreeMap<String, String> {
    let bids: Bids = toml::from_str(include_str!("../../../../config/demo/bids.toml"))
        .expect("the example can be read");
    let own = bids
        .bids
        .into_iter()
        .find(|bid| bid.round == "table" && bid.lot == 1 && bid.cooperative == cooperative);
    let answers = own.expect("a bid on lot 1").answers;
    answers.into_iter().map(|(field, text)| (field, text.trim().to_owned())).collect()
}
