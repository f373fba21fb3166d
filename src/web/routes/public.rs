//! Rows that anybody may see, and the questions that come from there.

use super::Table;
use crate::web;

pub(super) fn all(t: &mut Table) {
    t.get("/", web::public::start);
    t.get("/m/{slug}", web::public::municipality);
    t.get("/rounds/{round}", web::public::round);
    t.get("/lots/{lot}", web::public::lot);
    t.get("/lots/{lot}/self-check", web::public::self_check);
    t.get("/manage/rounds/{round}/bids", web::bid_list::show);
    questions(t);
    complaints(t);
}

fn questions(t: &mut Table) {
    use web::public::{notes, questions};
    use web::rounds::{answers, note};
    t.get("/rounds/{round}/questions", questions::page);
    t.post("/rounds/{round}/questions", questions::ask);
    t.post("/rounds/{round}/questions/{question}/withdrawal", questions::withdraw);
    t.post("/rounds/{round}/questions/{question}/disclosure", questions::disclose);
    t.get("/rounds/{round}/notes/{number}", notes::page);
    t.get("/rounds/{round}/notes/{number}/document.pdf", notes::document);
    t.get("/manage/rounds/{round}/questions", answers::list);
    t.get("/manage/rounds/{round}/questions/{question}", answers::page);
    t.post("/manage/rounds/{round}/questions/{question}", answers::prepare);
    t.post("/manage/rounds/{round}/questions/{question}/handler", answers::hand);
    t.post("/manage/rounds/{round}/questions/{question}/answer", answers::tell);
    t.post("/manage/rounds/{round}/questions/{question}/disclosure", answers::disclosure);
    t.get("/manage/rounds/{round}/note", note::page);
    t.post("/manage/rounds/{round}/note", note::publish);
}

fn complaints(t: &mut Table) {
    use web::rounds::complaints;
    t.get("/rounds/{round}/complaints", web::public::complaints::page);
    t.post("/rounds/{round}/complaints", web::public::complaints::file);
    t.get("/manage/rounds/{round}/complaints", complaints::list);
    t.get("/manage/rounds/{round}/complaints/{complaint}", complaints::page);
    t.post("/manage/rounds/{round}/complaints/{complaint}/handler", complaints::hand);
    t.post("/manage/rounds/{round}/complaints/{complaint}/answer", complaints::answer);
}
