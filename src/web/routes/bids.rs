//! Rows of writing a bid, alone and together, and of what comes of it.

use super::Table;
use crate::web;

pub(super) fn all(t: &mut Table) {
    submissions(t);
    papers(t);
    bid_files(t);
    own_area(t);
    uploads(t);
    bid_builder(t);
    writing_together(t);
    joint_bids(t);
    members_and_residents(t);
    profiles(t);
    bid_deadlines(t);
    taking_over(t);
    after_the_opening(t);
}

fn submissions(t: &mut Table) {
    t.get("/bids", web::bids::list);
    t.get("/bids/{bid}/check", web::bids::check);
    t.get("/bids/{bid}/submission", web::bids::submission);
    t.post("/bids/{bid}/submission", web::bids::submit);
    t.get("/bids/{bid}/receipt", web::bids::receipt);
    t.get("/bids/{bid}/receipt/{submission}", web::bids::handed_in);
    t.get("/bids/{bid}/withdrawal", web::bids::withdrawal);
    t.post("/bids/{bid}/withdrawal", web::bids::withdraw);
}

fn papers(t: &mut Table) {
    use crate::web::bids::documents;
    t.get("/bids/{bid}/documents", documents::page);
    t.get("/bids/{bid}/document.pdf", documents::draft_pdf);
    t.get("/bids/{bid}/document.odt", documents::draft_odt);
    t.get("/bids/{bid}/document.json", documents::draft_json);
    t.get("/bids/{bid}/receipt/{submission}/document.pdf", documents::sent_pdf);
    t.get("/bids/{bid}/receipt/{submission}/document.odt", documents::sent_odt);
    t.get("/bids/{bid}/receipt/{submission}/document.json", documents::sent_json);
    t.get("/bids/{bid}/receipt/{submission}/receipt.pdf", documents::receipt_pdf);
    t.get("/lots/{lot}/bids/file", web::bids::file_page);
    t.post("/lots/{lot}/bids/file", web::bids::read_file);
    t.post("/lots/{lot}/bids/file/bid", web::bids::start_from_file);
    t.get("/receipts", web::receipts::page);
    t.post("/receipts", web::receipts::compare);
    t.get("/receipts/{number}", web::receipts::look);
}

fn bid_files(t: &mut Table) {
    t.post("/bids/{bid}/attachments", web::bids::add_file);
    // A section is a word; the id of a file has hyphens.
    t.get("/bids/{bid}/attachments/{section:[a-z_]+}", web::bids::files);
    t.get("/bids/{bid}/attachments/{attachment}", web::bids::file);
    t.get("/bids/{bid}/attachments/{attachment}/pages/{page}", web::bids::file_page_of);
    t.get("/bids/{bid}/attachments/{attachment}/removal", web::bids::file_removal);
    t.post("/bids/{bid}/attachments/{attachment}/removal", web::bids::remove_file);
    t.post("/bids/{bid}/attachments/{attachment}/restoration", web::bids::restore_file);
}

fn own_area(t: &mut Table) {
    t.get("/bids/{bid}/area", web::bids::area);
    t.post("/bids/{bid}/area", web::bids::pick_area);
    t.post("/bids/{bid}/area/file", web::bids::area_file);
}

fn uploads(t: &mut Table) {
    t.post("/bids/{bid}/uploads", web::bids::begin_upload);
    t.post("/bids/{bid}/uploads/{upload}", web::bids::add_piece);
}

fn bid_builder(t: &mut Table) {
    t.get("/lots/{lot}/bids", web::bids::start_page);
    t.post("/lots/{lot}/bids", web::bids::start);
    t.get("/bids/{bid}", web::bids::tasks);
    t.get("/bids/{bid}/sections/{section}/presence", web::bids::section_presence);
    t.get("/bids/{bid}/sections/{section}", web::bids::section);
    t.post("/bids/{bid}/sections/{section}", web::bids::save_section);
    t.post("/bids/{bid}/answers", web::bids::save_answer);
    t.get("/bids/{bid}/costs.xlsx", web::bids::costs_file);
    t.get("/bids/{bid}/costs/import", web::bids::costs_import);
    t.post("/bids/{bid}/costs/import", web::bids::read_costs);
    t.get("/bids/{bid}/fields/{field}/clash", web::bids::clash);
    t.post("/bids/{bid}/fields/{field}/clash", web::bids::settle_clash);
    t.get("/bids/{bid}/fields/{field}/versions", web::bids::versions);
    t.post("/bids/{bid}/fields/{field}/versions", web::bids::restore_version);
}

fn writing_together(t: &mut Table) {
    t.get("/bids/{bid}/fields/{field}/comments", web::bids::comments);
    t.post("/bids/{bid}/fields/{field}/comments", web::bids::write_comment);
    t.post("/bids/{bid}/fields/{field}/comments/resolution", web::bids::resolve_comments);
    t.post("/bids/{bid}/fields/{field}/comments/reopening", web::bids::reopen_comments);
    t.post("/bids/{bid}/comments/{comment}/withdrawal", web::bids::take_back_comment);
    t.get("/bids/{bid}/todos", web::bids::todos);
    t.post("/bids/{bid}/todos", web::bids::ask_todo);
    t.post("/bids/{bid}/todos/{todo}/completion", web::bids::finish_todo);
    t.post("/bids/{bid}/todos/{todo}/reopening", web::bids::reopen_todo);
}

fn joint_bids(t: &mut Table) {
    t.get("/party-invitations/{secret}", web::accounts::party_invitation);
    t.post("/party-invitations/{secret}", web::accounts::join_bid);
    t.get("/bids/{bid}/parties", web::bids::parties);
    t.post("/bids/{bid}/parties", web::bids::invite_party);
    // Words go before ids: an id never reads as one of them.
    t.post("/bids/{bid}/parties/work", web::bids::save_work);
    t.post("/bids/{bid}/parties/walls", web::bids::save_walls);
    t.get("/bids/{bid}/parties/reading", web::bids::parties_reading);
    t.get("/bids/{bid}/parties/{party}", web::bids::party);
    t.get("/bids/{bid}/parties/{party}/presence", web::bids::party_presence);
    t.post("/bids/{bid}/parties/{party}", web::bids::save_part);
    t.post("/bids/{bid}/parties/{party}/signature", web::bids::sign_part);
    t.post("/bids/{bid}/parties/{party}/departure", web::bids::leave_bid);
    t.post("/bids/{bid}/parties/{party}/removal", web::bids::remove_party);
}

fn members_and_residents(t: &mut Table) {
    use crate::web::public::{ballot, support};
    t.get("/bids/{bid}/vote", web::bids::vote);
    t.post("/bids/{bid}/vote", web::bids::set_up_vote);
    t.post("/bids/{bid}/vote/closure", web::bids::close_vote);
    t.post("/bids/{bid}/vote/stop", web::bids::stop_vote);
    t.post("/bids/{bid}/vote/reminder", web::bids::remind_voters);
    t.post("/bids/{bid}/vote/minutes", web::bids::record_vote);
    t.post("/bids/{bid}/vote/adoption", web::bids::adopt_vote);
    t.get("/votes/{token}", ballot::show);
    t.post("/votes/{token}", ballot::choose);
    t.post("/votes/{token}/ballot", ballot::cast);
    t.get("/bids/{bid}/support", web::bids::support);
    t.post("/bids/{bid}/support", web::bids::open_support);
    t.post("/bids/{bid}/support/closure", web::bids::close_support);
    t.post("/bids/{bid}/support/adoption", web::bids::adopt_support);
    t.post("/bids/{bid}/support/{statement}/hiding", web::bids::hide_statement);
    t.post("/bids/{bid}/support/{statement}/restoration", web::bids::restore_statement);
    t.get("/support", support::find);
    t.get("/support/{code}", support::show);
    t.post("/support/{code}", support::sign);
    t.get("/support/{code}/poster", support::poster);
    t.get("/statements/{secret}", support::statement);
    t.post("/statements/{secret}/withdrawal", support::take_back);
}

fn profiles(t: &mut Table) {
    web::accounts::profile_routes(t);
    t.get("/bids/{bid}/profile", web::bids::own_profile);
    t.post("/bids/{bid}/profile/files", web::bids::copy_profile_file);
}

fn bid_deadlines(t: &mut Table) {
    t.get("/bids/{bid}/reminders", web::bids::reminders);
    t.post("/bids/{bid}/reminders", web::bids::wish_reminders);
    t.get("/reminders/{secret}", web::bids::reminders_by_link);
    t.post("/reminders/{secret}", web::bids::wish_reminders_by_link);
}

fn taking_over(t: &mut Table) {
    t.get("/bids/{bid}/terms", web::bids::terms);
    t.post("/bids/{bid}/terms", web::bids::accept_terms);
}

fn after_the_opening(t: &mut Table) {
    use crate::web::bids::{inquiry, letter};
    t.get("/bids/{bid}/inquiries/{inquiry}", inquiry::page);
    t.post("/bids/{bid}/inquiries/{inquiry}", inquiry::answer);
    t.post("/bids/{bid}/inquiries/{inquiry}/files", inquiry::add_file);
    t.get("/bids/{bid}/inquiries/{inquiry}/files/{file}", inquiry::file);
    t.post("/bids/{bid}/inquiries/{inquiry}/files/{file}/removal", inquiry::remove_file);
    t.get("/bids/{bid}/letter", letter::page);
    t.get("/bids/{bid}/draw", crate::web::bids::own_draw);
    t.post("/bids/{bid}/draw", crate::web::bids::confirm_draw);
}
