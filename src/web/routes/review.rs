//! Rows of the opening, admission and assessment.

use super::Table;

pub(super) fn all(t: &mut Table) {
    opening_and_admission(t);
    accepted_before(t);
    asking_bidders(t);
    refusing(t);
    staffing(t);
    assessing(t);
    writing_down(t);
    offline_and_practice(t);
}

fn opening_and_admission(t: &mut Table) {
    use crate::web::review;
    t.get("/manage/rounds/{round}/opening", review::opening);
    t.post("/manage/rounds/{round}/opening", review::turn);
    t.get("/manage/rounds/{round}/opening/record.pdf", review::opening_pdf);
    t.get("/manage/rounds/{round}/admissibility", review::admissibility);
    t.get("/manage/rounds/{round}/admissibility/{bid}", review::admission);
    t.post("/manage/rounds/{round}/admissibility/{bid}", review::judge);
    t.get("/manage/rounds/{round}/admissibility/{bid}/files/{file}", review::lead_file);
    t.get(
        "/manage/rounds/{round}/admissibility/{bid}/files/{file}/pages/{page}",
        review::lead_file_page,
    );
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

fn asking_bidders(t: &mut Table) {
    use crate::web::review;
    let supplements = "/manage/rounds/{round}/admissibility/{bid}/supplements/{requirement}";
    t.get(supplements, review::supplement);
    t.post(supplements, review::ask_supplement);
    let clarifications = "/manage/rounds/{round}/admissibility/{bid}/clarifications";
    t.get(clarifications, review::clarification);
    t.post(clarifications, review::ask_clarification);
    let inquiry = "/manage/rounds/{round}/admissibility/{bid}/inquiries/{inquiry}";
    t.get(inquiry, review::inquiry);
    t.post(inquiry, review::step_inquiry);
    t.get(
        "/manage/rounds/{round}/admissibility/{bid}/inquiries/{inquiry}/files/{file}",
        review::inquiry_file,
    );
}

fn refusing(t: &mut Table) {
    use crate::web::review;
    t.get("/manage/rounds/{round}/refusals", review::refusals);
    t.get("/manage/rounds/{round}/admissibility/{bid}/refusal", review::refusal);
    t.post("/manage/rounds/{round}/admissibility/{bid}/refusal", review::confirm_refusal);
    t.post("/manage/rounds/{round}/admissibility/{bid}/refusal/return", review::return_refusal);
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
    t.get(
        "/review/assignments/{assignment}/bids/{bid}/files/{file}/pages/{page}",
        review::read_file_page,
    );
    t.get("/review/assignments/{assignment}/bids/{bid}/{criterion}", review::score);
    t.post("/review/assignments/{assignment}/bids/{bid}/{criterion}", review::save_score);
    t.post("/review/assignments/{assignment}/bids/{bid}/{criterion}/fields", review::autosave);
    t.get("/review/assignments/{assignment}/bids/{bid}/{criterion}/clash", review::clash);
}

fn writing_down(t: &mut Table) {
    use crate::web::review;
    let of_bid = "/review/assignments/{assignment}/bids/{bid}/{criterion}/notes";
    t.post(of_bid, review::write_note);
    t.post(
        "/review/assignments/{assignment}/bids/{bid}/{criterion}/notes/{note}/removal",
        review::remove_note,
    );
}

fn offline_and_practice(t: &mut Table) {
    use crate::web::review;
    t.get("/review/assignments/{assignment}/offline", review::offline);
    t.post("/review/assignments/{assignment}/offline", review::read_form);
    t.post("/review/assignments/{assignment}/offline/form", review::take_form);
    t.post("/review/assignments/{assignment}/offline/choices", review::take_over);
    t.get("/review/rounds/{round}/sample", review::sample);
    t.post("/review/rounds/{round}/sample", review::practise);
    t.get("/manage/rounds/{round}/sample", review::sample_of_lead);
    t.post("/manage/rounds/{round}/sample", review::set_sample);
}
