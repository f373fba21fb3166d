use crate::databases::on_both;
use crate::world::World;

#[test]
fn a_person_signs_in_and_out() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = world.person("jan@denabuur.example");
        assert_eq!(jan.get("/sign-in").redirects(), "/");
        jan.get("/sign-nowhere").is(404);
        jan.post("/sign-out", &[]).redirects_to("/");
        jan.get("/sign-in").is(200);
    });
}

#[test]
fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    on_both(|kind| {
        let world = World::demo(kind);
        let answers = ["jan@denabuur.example", "niemand@nergens.example"].map(|email| {
            let mut visitor = world.visitor();
            visitor.get("/sign-in");
            let page = visitor
                .post("/sign-in", &[("email", email), ("password", "een-ander-wachtwoord")])
                .is(422);
            page.main_text()
        });
        assert_eq!(answers[0], answers[1]);
    });
}
