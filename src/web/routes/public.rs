//! Rows that anybody may see, and the questions that come from there.

use super::Table;
use crate::web;

pub(super) fn all(t: &mut Table) {
    t.get("/", web::public::start);
    t.get("/m/{slug}", web::public::municipality);
    t.get("/rounds/{round}", web::public::round);
    t.get("/lots/{lot}", web::public::lot);
    t.get("/lots/{lot}/self-check", web::public::self_check);
    t.get("/rounds/{round}/questions", web::public::questions);
    t.post("/rounds/{round}/questions", web::public::ask);
    t.get("/manage/rounds/{round}/bids", web::bid_list::show);
    t.get("/manage/rounds/{round}/questions", web::public::manage_questions);
    t.post("/manage/rounds/{round}/questions/{question}/answer", web::public::answer);
}
