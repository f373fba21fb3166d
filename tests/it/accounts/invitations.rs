use super::{NEW, complaints, link_in, mails_to};
use crate::databases::{Kind, on_both};
use crate::world::{World, id_of};

const JAN: &str = "jan@denabuur.example";
const GUEST: &str = "gast@nieuw.example";

fn members(key: &str) -> String {
    format!("/organisations/{}/members", id_of("organisation", key))
}

fn withdrawal(organisation: &str, person: &str, role: &str) -> String {
    format!("{}/{}/roles/{role}/withdrawal", members(organisation), id_of("person", person))
}

/// Jan invites a guest as writer; answers the link in the mail.
fn invited(world: &World) -> String {
    let mut jan = world.person(JAN);
    let place = members("nabuur");
    jan.get(&place).is(200);
    let sent = jan.post(&place, &[("email", GUEST), ("role", "writer")]);
    assert_eq!(sent.redirects(), format!("{place}?done=invited"));
    let page = jan.follow(&sent).is(200).main_text();
    assert!(page.contains("gast@nieuw.example Schrijver, geldig tot"), "{page}");
    let mails = mails_to(world, GUEST);
    let mail = mails.last().expect("an invitation");
    assert_eq!(mail.subject, "Uitnodiging voor Zorgcoöperatie De Nabuur");
    assert!(mail.body.contains("Jan de Wit nodigt u uit"), "{}", mail.body);
    link_in(mail, "/invitations/")
}

#[test]
fn a_newcomer_joins_with_a_name_and_a_password() {
    on_both(|kind| {
        let world = World::demo(kind);
        let link = invited(&world);
        let mut guest = world.visitor();
        let page = guest.get(&link).is(200);
        assert!(page.main_text().contains("U krijgt de rol: Schrijver."), "{page:?}");
        let wrong = guest.post(&link, &[("name", ""), ("password", "kort")]).is(422);
        assert_eq!(
            complaints(&wrong),
            ["Vul uw naam in.", "Kies een wachtwoord van ten minste 12 tekens."]
        );
        let extra = [("name", "Gijs Gast"), ("password", NEW), ("role", "lead"), ("email", JAN)];
        let joined = guest.post(&link, &extra);
        let account = guest.follow(&joined).is(200).main_text();
        assert!(account.contains("U doet mee."), "{account}");
        assert!(account.contains("Zorgcoöperatie De Nabuur Schrijver"), "{account}");
        assert!(account.contains(GUEST), "{account}");
        guest.get(&link).is(410);
        world.visitor().get(&link).is(410);
        world.visitor().signs_in(GUEST, NEW).redirects_to("/");
        // A writer sees the people, not their addresses, and invites nobody.
        let list = guest.get(&members("nabuur")).is(200).main_text();
        assert!(list.contains("Gijs Gast") && !list.contains("@"), "{list}");
        let fields = [("email", "x@y.example"), ("role", "lead")];
        guest.post(&members("nabuur"), &fields).is(403);
    });
}

#[test]
fn somebody_with_an_account_accepts_with_that_account_only() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = world.person(JAN);
        jan.get(&members("nabuur"));
        let farid = [("email", "Farid@hulpdirect.example"), ("role", "member")];
        jan.post(&members("nabuur"), &farid).redirects();
        let link = link_in(&mails_to(&world, "farid@hulpdirect.example")[0], "/invitations/");

        let mut stranger = world.visitor();
        let page = stranger.get(&link).is(200);
        assert!(page.main_text().contains("Er is al een account met het adres"), "{page:?}");
        let sign_in = page.attribute("main a.nl-button", "href");
        stranger.post(&link, &[("name", "Ander"), ("password", NEW)]).redirects_to(&sign_in);

        let mut truus = world.person("truus@denabuur.example");
        let page = truus.get(&link).is(200);
        assert!(page.main_text().contains("met een ander adres"), "{page:?}");
        truus.post(&link, &[]).is(409);

        let mut farid = world.person("farid@hulpdirect.example");
        farid.get(&link).is(200);
        farid.post(&link, &[]).redirects_to("/account?done=joined");
        let account = farid.get("/account").is(200).main_text();
        assert!(account.contains("Zorgcoöperatie De Nabuur Lid"), "{account}");
        assert!(account.contains("Hulp Direct Lid"), "{account}");
        farid.post(&link, &[]).is(410);
    });
}

#[test]
fn an_invitation_lapses_is_replaced_and_can_be_withdrawn() {
    on_both(|kind| {
        let world = World::demo(kind);
        let first = invited(&world);
        let second = invited(&world);
        assert_ne!(first, second);
        world.visitor().get(&first).is(410);
        world.visitor().get(&second).is(200);
        let mut jan = world.person(JAN);
        let page = jan.get(&members("nabuur")).is(200);
        let form = page.addresses().into_iter().find(|a| a.contains("/open-invitations/"));
        let form = form.expect("one open invitation");
        jan.post(&form, &[]).redirects();
        jan.post(&form, &[]).is(404);
        world.visitor().get(&second).is(410);

        let third = invited(&world);
        world.set_clock("2026-11-30T08:59:00+01:00");
        world.visitor().get(&third).is(200);
        world.set_clock("2026-11-30T09:01:00+01:00");
        world.visitor().get(&third).is(410);
    });
}

#[test]
fn a_role_is_one_that_exists_there_and_is_given_once() {
    let world = World::demo(Kind::Sqlite);
    let mut jan = world.person(JAN);
    let place = members("nabuur");
    jan.get(&place);
    let cases = [
        ("", "writer", "Vul uw e-mailadres in, zoals naam@voorbeeld.nl."),
        (GUEST, "", "Kies een rol."),
        (GUEST, "keizer", "Kies een rol."),
        (GUEST, "assessor", "Deze rol bestaat niet in deze organisatie. Kies een andere rol."),
        (
            "hassan@denabuur.example",
            "writer",
            "Deze persoon heeft deze rol al. Kies een andere rol.",
        ),
    ];
    for (email, role, sentence) in cases {
        let page = jan.post(&place, &[("email", email), ("role", role)]).is(422);
        assert_eq!(complaints(&page), [sentence], "{email} {role}");
        assert_eq!(page.value("email").as_deref(), Some(email));
    }
    assert_eq!(world.mails().len(), 0);
}

#[test]
fn a_role_is_withdrawn_after_a_question_and_at_once() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut jan, mut hassan) = (world.person(JAN), world.person("hassan@denabuur.example"));
        hassan.get(&members("nabuur")).is(200);
        let place = withdrawal("nabuur", "hassan", "writer");
        let question = jan.get(&place).is(200);
        assert!(
            question.main_text().contains("Hassan Bakri heeft dan niet meer de rol: Schrijver."),
            "{question:?}"
        );
        jan.post(&place, &[]).redirects_to(&format!("{}?done=withdrawn", members("nabuur")));
        hassan.get(&members("nabuur")).is(404);
        jan.get(&place).is(404);
        jan.post(&place, &[]).is(404);
        // Not his organisation, not his business.
        jan.post(&withdrawal("zorgkring", "mehmet", "writer"), &[]).is(404);
        jan.get(&withdrawal("nabuur", "mehmet", "writer")).is(404);
        jan.get(&withdrawal("nabuur", "truus", "keizer")).is(404);
    });
}

#[test]
fn somebody_stays_in_charge() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = world.person(JAN);
        let own = withdrawal("nabuur", "jan", "lead");
        let page = jan.get(&own).is(200);
        assert!(page.main_text().contains("dit is uw eigen rol"), "{page:?}");
        let last = jan.post(&own, &[]).is(409);
        assert!(last.main_text().contains("Dit is de laatste persoon met deze rol."), "{last:?}");
        jan.get(&members("nabuur")).is(200);

        let mut bert = world.person("bert@waldervoort.example");
        bert.get(&members("waldervoort")).is(200);
        bert.post(&withdrawal("waldervoort", "bert", "administrator"), &[]).is(409);
        bert.post(&withdrawal("waldervoort", "daan", "secretary"), &[]).redirects();

        // With a second lead the first may go.
        jan.get(&members("nabuur"));
        let truus = [("email", "truus@denabuur.example"), ("role", "lead")];
        jan.post(&members("nabuur"), &truus).redirects();
        let link = link_in(&mails_to(&world, "truus@denabuur.example")[0], "/invitations/");
        let mut truus = world.person("truus@denabuur.example");
        truus.get(&link);
        truus.post(&link, &[]).redirects();
        jan.post(&own, &[]).redirects_to("/account?done=withdrawn");
        jan.get(&own).is(403);
    });
}
