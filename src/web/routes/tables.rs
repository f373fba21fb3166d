//! Rows of the tables.

use super::Table;

pub(super) fn all(t: &mut Table) {
    use crate::web::tables;
    t.get("/manage/rounds/{round}/tables", tables::manage);
    t.post("/manage/rounds/{round}/tables", tables::open);
    t.get("/tables", tables::list);
    t.get("/tables/{table}", tables::session);
    t.get("/tables/{table}/board", tables::board);
    t.get("/tables/{table}/events", tables::events);
    t.get("/tables/{table}/version", tables::version);
    t.post("/tables/{table}/stand-in", tables::take_over);
    t.post("/tables/{table}/stand-in/end", tables::give_back);
    t.get("/tables/{table}/screen", tables::screen);
    t.get("/tables/{table}/screen/board", tables::screen_board);
    t.get("/tables/{table}/door", tables::door);
    t.post("/tables/{table}/seat", tables::sit);
    t.post("/tables/{table}/seats/{person}/departure", tables::leave);
    t.post("/tables/{table}/items/{item}/reveal", tables::reveal);
    t.post("/tables/{table}/items/{item}/score", tables::fix);
    t.post("/tables/{table}/items/{item}/postponement", tables::postpone);
    t.post("/tables/{table}/items/{item}/reopening", tables::reopen);
    t.post("/tables/{table}/items/{item}/votes", tables::ask_vote);
    t.post("/tables/{table}/items/{item}/votes/ballot", tables::cast_vote);
    t.post("/tables/{table}/items/{item}/votes/closing", tables::close_vote);
    t.post("/tables/{table}/items/{item}/proposal", tables::propose);
    t.post("/tables/{table}/items/{item}/proposal/answer", tables::answer_proposal);
    t.post("/tables/{table}/items/{item}/proposal/withdrawal", tables::take_back_proposal);
    t.get("/tables/{table}/comparison", tables::comparison);
    t.post("/tables/{table}/comparison/{criterion}", tables::compare);
    t.get("/tables/{table}/agreed", tables::agreed);
    t.post("/tables/{table}/agreed", tables::fix_agreed);
    t.post("/tables/{table}/quality", tables::fix_quality);
    t.get("/tables/{table}/signature", tables::signature);
    t.post("/tables/{table}/signature", tables::sign);
    t.get("/tables/{table}/price", tables::price);
    t.post("/tables/{table}/price", tables::turn_key);
    t.get("/tables/{table}/ranking", tables::ranking);
    t.get("/tables/{table}/ranking/calculation", tables::calculation);
    t.get("/tables/{table}/draw", tables::draw);
    t.post("/tables/{table}/draw", tables::plan_draw);
    t.post("/tables/{table}/draw/cancellation", tables::cancel_draw);
    t.post("/tables/{table}/draw/holding", tables::hold_draw);
    t.get("/tables/{table}/firmness", tables::firmness);
    t.post("/tables/{table}/closure", tables::close);
    t.get("/tables/{table}/minutes", tables::minutes);
    t.post("/tables/{table}/minutes", tables::add_remark);
    t.get("/tables/{table}/minutes.pdf", tables::minutes_pdf);
}
