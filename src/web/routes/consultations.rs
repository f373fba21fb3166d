//! Rows of the consultation tables.

use super::Table;

pub(super) fn all(t: &mut Table) {
    use crate::web::consultations as room;
    t.get("/consultations", room::list);
    t.get("/manage/consultations/new", room::new);
    t.post("/manage/consultations/new", room::create);
    t.get("/consultations/{consultation}", room::table);
    t.get("/consultations/{consultation}/desk", room::desk);
    t.get("/consultations/{consultation}/details", room::details);
    t.post("/consultations/{consultation}/details", room::change_details);
    t.get("/consultations/{consultation}/seats", room::seats);
    t.post("/consultations/{consultation}/seats", room::ask_seat);
    t.post("/consultations/{consultation}/seats/{seat}/answer", room::answer_seat);
    t.post("/consultations/{consultation}/seats/{seat}/departure", room::leave);
    t.post("/consultations/{consultation}/invitations", room::invite);
    t.get("/consultation-invitations/{secret}", room::invitation);
    t.post("/consultation-invitations/{secret}", room::take_seat);
    t.get("/consultations/{consultation}/agreement", room::agreement);
    t.post("/consultations/{consultation}/agreement", room::change_agreement);
    t.post("/consultations/{consultation}/calendar", room::renew_calendar);
    t.get("/calendars/{secret}", room::feed);
    papers(t);
    meetings(t);
    results(t);
}

fn papers(t: &mut Table) {
    use crate::web::consultations as room;
    t.get("/consultations/{consultation}/papers", room::papers);
    t.post("/consultations/{consultation}/papers", room::publish);
    t.get("/consultations/{consultation}/papers/{paper}", room::paper);
    t.post("/consultations/{consultation}/papers/{paper}/comments", room::comment);
    t.post(
        "/consultations/{consultation}/papers/{paper}/comments/{remark}/withdrawal",
        room::take_back,
    );
    t.post(
        "/consultations/{consultation}/papers/{paper}/comments/{remark}/answer",
        room::answer_remark,
    );
}

fn meetings(t: &mut Table) {
    use crate::web::consultations as room;
    t.get("/consultations/{consultation}/meetings", room::meetings);
    t.post("/consultations/{consultation}/meetings", room::call);
    t.get("/consultations/{consultation}/meetings/{meeting}", room::meeting);
    t.post("/consultations/{consultation}/meetings/{meeting}/move", room::reschedule);
    t.post("/consultations/{consultation}/meetings/{meeting}/cancellation", room::cancel);
    t.post("/consultations/{consultation}/meetings/{meeting}/decisions", room::decide);
    t.post("/consultations/{consultation}/meetings/{meeting}/tasks", room::give);
    t.get("/consultations/{consultation}/meetings/{meeting}/minutes", room::minutes);
    t.post("/consultations/{consultation}/meetings/{meeting}/minutes", room::complete);
    t.get("/consultations/{consultation}/meetings/{meeting}/minutes.pdf", room::minutes_pdf);
    t.post("/consultations/{consultation}/meetings/{meeting}/approval", room::approve);
    t.post("/consultations/{consultation}/decisions/{decision}/dissent", room::dissent);
    t.post("/consultations/{consultation}/tasks/{task}/completion", room::finish);
    t.post("/consultations/{consultation}/requests", room::ask_agenda);
    t.post("/consultations/{consultation}/requests/{request}/answer", room::answer_request);
}

fn results(t: &mut Table) {
    use crate::web::consultations as room;
    t.get("/consultations/{consultation}/results", room::results);
    t.post("/consultations/{consultation}/lessons", room::share_lesson);
    t.get("/consultations/{consultation}/monitoring", room::monitoring);
    t.post("/consultations/{consultation}/reports", room::report);
}
