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
    t.get("/tables/{table}/agreed", tables::agreed);
    t.post("/tables/{table}/agreed", tables::fix_agreed);
    t.post("/tables/{table}/quality", tables::fix_quality);
    t.get("/tables/{table}/signature", tables::signature);
    t.post("/tables/{table}/signature", tables::sign);
    t.get("/tables/{table}/price", tables::price);
    t.post("/tables/{table}/price", tables::turn_key);
    t.get("/tables/{table}/ranking", tables::ranking);
    t.get("/tables/{table}/ranking/calculation", tables::calculation);
    t.get("/tables/{table}/firmness", tables::firmness);
    t.post("/tables/{table}/closure", tables::close);
    t.get("/tables/{table}/minutes", tables::minutes);
}
