//! The one table of routes. The permission test walks the same table, so a route that nobody
//! thought about cannot be served.

use std::sync::LazyLock;

use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, Responder};

/// Registers every route of the house.
pub fn configure(cfg: &mut ServiceConfig) {
    all(&mut Table { cfg: Some(cfg), rows: vec![] });
}

/// Every route as method and pattern.
pub fn list() -> Vec<(&'static str, &'static str)> {
    let mut table = Table { cfg: None, rows: vec![] };
    all(&mut table);
    table.rows
}

/// Is there a page at exactly this address? The menu shows no door that is not there.
pub fn is_there(address: &str) -> bool {
    static PAGES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        list().into_iter().filter(|(method, _)| *method == "GET").map(|(_, path)| path).collect()
    });
    PAGES.contains(&address)
}

fn all(t: &mut Table) {
    general(t);
    super::accounts::routes(t);
    profiles(t);
    super::texts::routes(t);
    open_to_all(t);
    journals(t);
    decisions(t);
    bid_files(t);
    uploads(t);
    own_area(t);
    submissions(t);
    papers(t);
    opening_and_admission(t);
    accepted_before(t);
    assessing(t);
    bid_builder(t);
    writing_together(t);
    joint_bids(t);
    members_and_residents(t);
    deadlines(t);
    set_up(t);
    amending(t);
    tables(t);
}

fn open_to_all(t: &mut Table) {
    t.get("/", super::public::start);
    t.get("/m/{slug}", super::public::municipality);
    t.get("/rounds/{round}", super::public::round);
    t.get("/lots/{lot}", super::public::lot);
    t.get("/lots/{lot}/self-check", super::public::self_check);
    t.get("/rounds/{round}/questions", super::public::questions);
    t.post("/rounds/{round}/questions", super::public::ask);
    t.get("/manage/rounds/{round}/bids", super::bid_list::show);
    t.get("/manage/rounds/{round}/questions", super::public::manage_questions);
    t.post("/manage/rounds/{round}/questions/{question}/answer", super::public::answer);
}

fn submissions(t: &mut Table) {
    t.get("/bids", super::bids::list);
    t.get("/bids/{bid}/check", super::bids::check);
    t.get("/bids/{bid}/submission", super::bids::submission);
    t.post("/bids/{bid}/submission", super::bids::submit);
    t.get("/bids/{bid}/receipt", super::bids::receipt);
    t.get("/bids/{bid}/receipt/{submission}", super::bids::handed_in);
    t.get("/bids/{bid}/withdrawal", super::bids::withdrawal);
    t.post("/bids/{bid}/withdrawal", super::bids::withdraw);
}

fn papers(t: &mut Table) {
    use super::bids::documents;
    t.get("/bids/{bid}/documents", documents::page);
    t.get("/bids/{bid}/document.pdf", documents::draft_pdf);
    t.get("/bids/{bid}/document.odt", documents::draft_odt);
    t.get("/bids/{bid}/document.json", documents::draft_json);
    t.get("/bids/{bid}/receipt/{submission}/document.pdf", documents::sent_pdf);
    t.get("/bids/{bid}/receipt/{submission}/document.odt", documents::sent_odt);
    t.get("/bids/{bid}/receipt/{submission}/document.json", documents::sent_json);
    t.get("/bids/{bid}/receipt/{submission}/receipt.pdf", documents::receipt_pdf);
    t.get("/lots/{lot}/bids/file", super::bids::file_page);
    t.post("/lots/{lot}/bids/file", super::bids::read_file);
    t.post("/lots/{lot}/bids/file/bid", super::bids::start_from_file);
    t.get("/receipts", super::receipts::page);
    t.post("/receipts", super::receipts::compare);
    t.get("/receipts/{number}", super::receipts::look);
}

fn bid_files(t: &mut Table) {
    t.post("/bids/{bid}/attachments", super::bids::add_file);
    // A section is a word; the id of a file has hyphens.
    t.get("/bids/{bid}/attachments/{section:[a-z_]+}", super::bids::files);
    t.get("/bids/{bid}/attachments/{attachment}", super::bids::file);
    t.get("/bids/{bid}/attachments/{attachment}/removal", super::bids::file_removal);
    t.post("/bids/{bid}/attachments/{attachment}/removal", super::bids::remove_file);
    t.post("/bids/{bid}/attachments/{attachment}/restoration", super::bids::restore_file);
}

fn own_area(t: &mut Table) {
    t.get("/bids/{bid}/area", super::bids::area);
    t.post("/bids/{bid}/area", super::bids::pick_area);
    t.post("/bids/{bid}/area/file", super::bids::area_file);
}

fn uploads(t: &mut Table) {
    t.post("/bids/{bid}/uploads", super::bids::begin_upload);
    t.post("/bids/{bid}/uploads/{upload}", super::bids::add_piece);
}

fn bid_builder(t: &mut Table) {
    t.get("/lots/{lot}/bids", super::bids::start_page);
    t.post("/lots/{lot}/bids", super::bids::start);
    t.get("/bids/{bid}", super::bids::tasks);
    t.get("/bids/{bid}/sections/{section}", super::bids::section);
    t.post("/bids/{bid}/sections/{section}", super::bids::save_section);
    t.post("/bids/{bid}/answers", super::bids::save_answer);
    t.get("/bids/{bid}/costs.xlsx", super::bids::costs_file);
    t.get("/bids/{bid}/costs/import", super::bids::costs_import);
    t.post("/bids/{bid}/costs/import", super::bids::read_costs);
    t.get("/bids/{bid}/fields/{field}/clash", super::bids::clash);
    t.post("/bids/{bid}/fields/{field}/clash", super::bids::settle_clash);
    t.get("/bids/{bid}/fields/{field}/versions", super::bids::versions);
    t.post("/bids/{bid}/fields/{field}/versions", super::bids::restore_version);
}

fn writing_together(t: &mut Table) {
    t.get("/bids/{bid}/fields/{field}/comments", super::bids::comments);
    t.post("/bids/{bid}/fields/{field}/comments", super::bids::write_comment);
    t.post("/bids/{bid}/fields/{field}/comments/resolution", super::bids::resolve_comments);
    t.post("/bids/{bid}/fields/{field}/comments/reopening", super::bids::reopen_comments);
    t.post("/bids/{bid}/comments/{comment}/withdrawal", super::bids::take_back_comment);
    t.get("/bids/{bid}/todos", super::bids::todos);
    t.post("/bids/{bid}/todos", super::bids::ask_todo);
    t.post("/bids/{bid}/todos/{todo}/completion", super::bids::finish_todo);
    t.post("/bids/{bid}/todos/{todo}/reopening", super::bids::reopen_todo);
}

fn joint_bids(t: &mut Table) {
    t.get("/party-invitations/{secret}", super::accounts::party_invitation);
    t.post("/party-invitations/{secret}", super::accounts::join_bid);
    t.get("/bids/{bid}/parties", super::bids::parties);
    t.post("/bids/{bid}/parties", super::bids::invite_party);
    // Words go before ids: an id never reads as one of them.
    t.post("/bids/{bid}/parties/work", super::bids::save_work);
    t.post("/bids/{bid}/parties/walls", super::bids::save_walls);
    t.get("/bids/{bid}/parties/reading", super::bids::parties_reading);
    t.get("/bids/{bid}/parties/{party}", super::bids::party);
    t.post("/bids/{bid}/parties/{party}", super::bids::save_part);
    t.post("/bids/{bid}/parties/{party}/signature", super::bids::sign_part);
    t.post("/bids/{bid}/parties/{party}/departure", super::bids::leave_bid);
    t.post("/bids/{bid}/parties/{party}/removal", super::bids::remove_party);
}

fn deadlines(t: &mut Table) {
    t.get("/manage/rounds/{round}/extension", super::rounds::extension::page);
    t.post("/manage/rounds/{round}/extension", super::rounds::extension::extend);
    t.get("/bids/{bid}/reminders", super::bids::reminders);
    t.post("/bids/{bid}/reminders", super::bids::wish_reminders);
    t.get("/reminders/{secret}", super::bids::reminders_by_link);
    t.post("/reminders/{secret}", super::bids::wish_reminders_by_link);
}

fn members_and_residents(t: &mut Table) {
    use super::public::{ballot, support};
    t.get("/bids/{bid}/vote", super::bids::vote);
    t.post("/bids/{bid}/vote", super::bids::set_up_vote);
    t.post("/bids/{bid}/vote/closure", super::bids::close_vote);
    t.post("/bids/{bid}/vote/stop", super::bids::stop_vote);
    t.post("/bids/{bid}/vote/reminder", super::bids::remind_voters);
    t.post("/bids/{bid}/vote/minutes", super::bids::record_vote);
    t.post("/bids/{bid}/vote/adoption", super::bids::adopt_vote);
    t.get("/votes/{token}", ballot::show);
    t.post("/votes/{token}", ballot::choose);
    t.post("/votes/{token}/ballot", ballot::cast);
    t.get("/bids/{bid}/support", super::bids::support);
    t.post("/bids/{bid}/support", super::bids::open_support);
    t.post("/bids/{bid}/support/closure", super::bids::close_support);
    t.post("/bids/{bid}/support/adoption", super::bids::adopt_support);
    t.post("/bids/{bid}/support/{statement}/hiding", super::bids::hide_statement);
    t.post("/bids/{bid}/support/{statement}/restoration", super::bids::restore_statement);
    t.get("/support", support::find);
    t.get("/support/{code}", support::show);
    t.post("/support/{code}", support::sign);
    t.get("/support/{code}/poster", support::poster);
    t.get("/statements/{secret}", support::statement);
    t.post("/statements/{secret}/withdrawal", support::take_back);
}

fn set_up(t: &mut Table) {
    use super::rounds::{
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

fn amending(t: &mut Table) {
    use super::rounds::amendment;
    t.get("/rounds/{round}/amendments", super::public::amendments);
    t.post("/manage/rounds/{round}/amendments", amendment::begin);
    t.get("/manage/rounds/{round}/amendment", amendment::page);
    t.post("/manage/rounds/{round}/amendment", amendment::publish);
    t.get("/manage/rounds/{round}/amendment/removal", amendment::removal);
    t.post("/manage/rounds/{round}/amendment/removal", amendment::remove);
    t.get("/bids/{bid}/terms", super::bids::terms);
    t.post("/bids/{bid}/terms", super::bids::accept_terms);
}

fn tables(t: &mut Table) {
    use super::tables;
    t.get("/manage/rounds/{round}/tables", tables::manage);
    t.post("/manage/rounds/{round}/tables", tables::open);
    t.get("/tables", tables::list);
    t.get("/tables/{table}", tables::session);
    t.get("/tables/{table}/board", tables::board);
    t.get("/tables/{table}/events", tables::events);
    t.get("/tables/{table}/screen", tables::screen);
    t.get("/tables/{table}/screen/board", tables::screen_board);
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

fn general(t: &mut Table) {
    t.get("/health", super::health::show);
    t.get("/assets/{path:.*}", super::static_files::asset);
    t.post("/language", super::language::choose);
}

fn decisions(t: &mut Table) {
    t.get("/manage/rounds/{round}/decision", super::decisions::overview);
    t.get("/manage/rounds/{round}/decision/lots/{lot}", super::decisions::lot);
    t.post("/manage/rounds/{round}/decision/lots/{lot}", super::decisions::decide);
    t.get("/manage/rounds/{round}/decision/publication", super::decisions::preview);
    t.post("/manage/rounds/{round}/decision/publication", super::decisions::publish);
    t.get("/manage/rounds/{round}/letters", super::decisions::letters);
    t.get("/rounds/{round}/result", super::decisions::result);
    t.get("/bids/{bid}/result", super::decisions::of_bid);
}

fn journals(t: &mut Table) {
    t.get("/manage/rounds/{round}/journal", super::journal::of_round);
    t.get("/bids/{bid}/journal", super::journal::of_bid);
}

fn opening_and_admission(t: &mut Table) {
    use super::review;
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

fn profiles(t: &mut Table) {
    super::accounts::profile_routes(t);
    t.get("/bids/{bid}/profile", super::bids::own_profile);
    t.post("/bids/{bid}/profile/files", super::bids::copy_profile_file);
}

fn accepted_before(t: &mut Table) {
    use super::review;
    let of_bid = "/manage/rounds/{round}/admissibility/{bid}/equivalents/{requirement}";
    t.get(of_bid, review::equivalent);
    t.post(of_bid, review::keep_equivalent);
    t.get("/manage/equivalents", review::equivalents);
    t.get("/manage/equivalents/{equivalent}/removal", review::equivalent_removal);
    t.post("/manage/equivalents/{equivalent}/removal", review::take_out_equivalent);
}

fn assessing(t: &mut Table) {
    use super::review;
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

/// Writes rows down, and serves them when there is a server to configure.
pub struct Table<'c> {
    cfg: Option<&'c mut ServiceConfig>,
    rows: Vec<(&'static str, &'static str)>,
}

impl Table<'_> {
    pub fn get<F, Args>(&mut self, path: &'static str, handler: F)
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.add((Method::GET, "GET"), path, handler);
    }

    pub fn post<F, Args>(&mut self, path: &'static str, handler: F)
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.add((Method::POST, "POST"), path, handler);
    }

    fn add<F, Args>(&mut self, method: (Method, &'static str), path: &'static str, handler: F)
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.rows.push((method.1, path));
        if let Some(cfg) = self.cfg.as_mut() {
            cfg.route(path, web::method(method.0).to(handler));
        }
    }
}
