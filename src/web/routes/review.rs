//! Rows of the opening, admission and assessment.

use super::Table;

pub(super) fn all(t: &mut Table) {
    opening_and_admission(t);
    accepted_before(t);
    staffing(t);
    assessing(t);
}

fn opening_and_admission(t: &mut Table) {
    use crate::web::review;
    t.get("/manage/rounds/{round}/opening", review::opening);
    t.post("/manage/rounds/{round}/opening", review::turn);
    t.get("/manage/rounds/{round}/admissibility", review::admissibility);
    t.get("/manage/rounds/{round}/admissibility/{bid}", review::admission);
    t.post("/manage/rounds/{round}/admissibility/{bid}", review::judge);
    t.get("/manage/rounds/{round}/admissibility/{bid}/files/{file}", review::lead_file);
    t.get("/manage/rounds/{round}/assignments", review::assignments);
    t.post("/manage/rounds/{round}/assignments", review::assign);
    t.get("/manage/rounds/{round}/assignments/{assignment}/reopening", review::reopening);
    t.post("/manage/rounds/{round}/assignments/{assignment}/reopening", review::reopen);
    t.get("/manage/rounds/{round}/conflicts", review::rulings);
    t.get("/manage/rounds/{round}/conflicts/{bid}/{person}", review::ruling);
    t.post("/manage/rounds/{round}/conflicts/{bid}/{person}", review::rule);
    t.get("/manage/rounds/{round}/progress", review::progress);
    t.post("/manage/rounds/{round}/reminders", review::remind);
}

fn staffing(t: &mut Table) {
    use crate::web::review;
    let assignments = "/manage/rounds/{round}/assignments/items";
    t.get(assignments, review::items);
    t.post(assignments, review::confirm_items);
    t.post("/manage/rounds/{round}/assignments/reserves", review::name_reserves);
    t.post("/manage/rounds/{round}/assignments/terms", review::set_terms);
    let replacement = "/manage/rounds/{round}/assignments/{assignment}/replacement";
    t.get(replacement, review::replacement);
    t.post(replacement, review::replace);
    t.get("/manage/rounds/{round}/pause", review::pause);
    t.post("/manage/rounds/{round}/pause", review::turn_pause);
    t.get("/review/expertise", review::expertise);
    t.post("/review/expertise", review::save_expertise);
}

fn accepted_before(t: &mut Table) {
    use crate::web::review;
    let of_bid = "/manage/rounds/{round}/admissibility/{bid}/equivalents/{requirement}";
    t.get(of_bid, review::equivalent);
    t.post(of_bid, review::keep_equivalent);
    t.get("/manage/equivalents", review::equivalents);
    t.get("/manage/equivalents/{equivalent}/removal", review::equivalent_removal);
    t.post("/manage/equivalents/{equivalent}/removal", review::take_out_equivalent);
}

fn assessing(t: &mut Table) {
    use crate::web::review;
    t.get("/review", review::desk);
    t.get("/review/lots/{lot}/conflicts", review::declarations);
    t.post("/review/lots/{lot}/conflicts", review::declare);
    t.get("/review/assignments/{assignment}", review::overview);
    t.get("/review/assignments/{assignment}/lock", review::locking);
    t.post("/review/assignments/{assignment}/lock", review::lock);
    t.get("/review/assignments/{assignment}/bids/{bid}/files/{file}", review::read_file);
    t.get("/review/assignments/{assignment}/bids/{bid}/{criterion}", review::score);
    t.post("/review/assignments/{assignment}/bids/{bid}/{criterion}", review::save_score);
    t.post("/review/assignments/{assignment}/bids/{bid}/{criterion}/fields", review::autosave);
    t.get("/review/assignments/{assignment}/bids/{bid}/{criterion}/clash", review::clash);
}
