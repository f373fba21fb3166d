//! Rows of a round: its set-up, changes, decision and journal.

use super::Table;
use crate::web;

pub(super) fn all(t: &mut Table) {
    set_up(t);
    preparing(t);
    joint(t);
    amending(t);
    extending(t);
    journals(t);
    decisions(t);
    exports(t);
}

fn set_up(t: &mut Table) {
    use crate::web::rounds::{
        dashboard, example, file, lots, map, parts, publication, removal, sections, start,
    };
    t.get("/manage", dashboard::page);
    t.get("/manage/rounds/new", start::page);
    t.post("/manage/rounds/new", start::create);
    t.get("/manage/rounds/{round}", file::page);
    t.get("/manage/rounds/{round}/parts/{part}", parts::part);
    t.post("/manage/rounds/{round}/parts/{part}", parts::save_part);
    t.post("/manage/rounds/{round}/parts/{part}/example", example::work_out);
    t.get("/manage/rounds/{round}/criteria/{criterion}", parts::criterion);
    t.post("/manage/rounds/{round}/criteria/{criterion}", parts::save_criterion);
    t.get("/manage/rounds/{round}/criteria/{criterion}/removal", removal::criterion);
    t.post("/manage/rounds/{round}/criteria/{criterion}/removal", removal::remove_criterion);
    t.get("/manage/rounds/{round}/requirements/{requirement}", parts::requirement);
    t.post("/manage/rounds/{round}/requirements/{requirement}", parts::save_requirement);
    t.get("/manage/rounds/{round}/lots", lots::list);
    t.get("/manage/rounds/{round}/lots/{lot}", lots::lot);
    t.post("/manage/rounds/{round}/lots/{lot}", lots::save);
    t.get("/manage/rounds/{round}/lots/{lot}/removal", removal::lot);
    t.post("/manage/rounds/{round}/lots/{lot}/removal", removal::remove_lot);
    t.get("/manage/rounds/{round}/map", map::part);
    t.get("/manage/rounds/{round}/sections", sections::page);
    t.get("/manage/rounds/{round}/sections/{section}", parts::section);
    t.post("/manage/rounds/{round}/sections/{section}", parts::save_section);
    t.get("/manage/rounds/{round}/sections/{section}/questions/{question}", parts::question);
    t.post("/manage/rounds/{round}/sections/{section}/questions/{question}", parts::save_question);
    t.get("/manage/rounds/{round}/publication", publication::page);
    t.post("/manage/rounds/{round}/publication", publication::publish);
}

fn preparing(t: &mut Table) {
    use crate::web::rounds::{rehearsal, shelf, timeline};
    t.get("/manage/rounds/{round}/timeline", timeline::page);
    t.post("/manage/rounds/{round}/timeline", timeline::take_over);
    t.get("/manage/rounds/{round}/library/{shelf}", shelf::page);
    t.post("/manage/rounds/{round}/library/{shelf}", shelf::pick);
    t.get("/manage/rounds/{round}/rehearsal", rehearsal::page);
}

fn joint(t: &mut Table) {
    use crate::web::rounds::{joint, mandate, parts, removal};
    t.get("/manage/rounds/{round}/joint", joint::page);
    t.post("/manage/rounds/{round}/joint", joint::add);
    t.post("/manage/rounds/{round}/mandates", joint::ask);
    t.get("/manage/rounds/{round}/joint/{participant}", parts::participant);
    t.post("/manage/rounds/{round}/joint/{participant}", parts::save_participant);
    t.get("/manage/rounds/{round}/joint/{participant}/removal", removal::participant);
    t.post("/manage/rounds/{round}/joint/{participant}/removal", removal::remove_participant);
    t.get("/manage/rounds/{round}/mandate", mandate::page);
    t.post("/manage/rounds/{round}/mandate", mandate::give);
    t.get("/manage/rounds/{round}/mandate/text", mandate::text);
    t.post("/manage/rounds/{round}/mandate/withdrawal", mandate::withdraw);
}

fn amending(t: &mut Table) {
    use crate::web::rounds::amendment;
    t.get("/rounds/{round}/amendments", web::public::amendments);
    t.post("/manage/rounds/{round}/amendments", amendment::begin);
    t.get("/manage/rounds/{round}/amendment", amendment::page);
    t.post("/manage/rounds/{round}/amendment", amendment::publish);
    t.get("/manage/rounds/{round}/amendment/removal", amendment::removal);
    t.post("/manage/rounds/{round}/amendment/removal", amendment::remove);
}

fn extending(t: &mut Table) {
    t.get("/manage/rounds/{round}/extension", web::rounds::extension::page);
    t.post("/manage/rounds/{round}/extension", web::rounds::extension::extend);
}

fn journals(t: &mut Table) {
    t.get("/manage/rounds/{round}/journal", web::journal::of_round);
    t.get("/bids/{bid}/journal", web::journal::of_bid);
}

fn decisions(t: &mut Table) {
    t.get("/manage/rounds/{round}/decision", web::decisions::overview);
    t.get("/manage/rounds/{round}/decision/lots/{lot}", web::decisions::lot);
    t.post("/manage/rounds/{round}/decision/lots/{lot}", web::decisions::decide);
    t.get("/manage/rounds/{round}/decision/publication", web::decisions::preview);
    t.post("/manage/rounds/{round}/decision/publication", web::decisions::publish);
    t.get("/manage/rounds/{round}/decision/proofs/{bid}", web::decisions::proofs);
    t.post("/manage/rounds/{round}/decision/proofs/{bid}", web::decisions::judge_proof);
    t.get("/manage/rounds/{round}/letters", web::decisions::letters);
    t.get("/rounds/{round}/result", web::decisions::result);
    t.get("/bids/{bid}/result", web::decisions::of_bid);
    t.get("/bids/{bid}/result/letter.pdf", web::decisions::own_pdf);
}

fn exports(t: &mut Table) {
    use crate::web::exports;
    t.get("/manage/rounds/{round}/exports", exports::page);
    t.post("/manage/rounds/{round}/exports", exports::ask);
    t.get("/manage/rounds/{round}/exports/{file}", exports::list);
    t.get("/manage/rounds/{round}/exports/complete/{export}", exports::complete);
}
