use std::cell::RefCell;

use super::on_both_from_the_example;
use crate::review::form_file::{GRADE, REASON, filled};
use crate::review::{at_work, give, opened_in};
use crate::world::World;

const IN_THE_TRAIN: &str = "Duidelijk wie er komt. Wat bij ziekte gebeurt, ontbreekt.";
const TYPED: &str = "Nu 8 uur per week, en 10 als het moet.";
const AT_HOME: &str = "Dit schreef ik thuis al.";

#[test]
fn an_assessor_scores_offline_and_uploads() {
    on_both_from_the_example(async |world: &World| {
        opened_in(world);
        let (mut at_home, first) = at_work(world);
        let sheet = first.split("/bids/").next().expect("a sheet").to_owned();
        let aicha = world.browser_of("aicha@rietmeer.example").await;
        aicha.visit(&sheet).await;
        aicha.follow("Werkt u zonder internet? Gebruik het formulier.").await;
        aicha.wait_for_heading("Cijfers geven zonder internet").await;
        aicha.looks_right("offline/form").await;
        at_home.get(&format!("{sheet}/offline")).is(200);
        let form = at_home.posts_for_bytes(&format!("{sheet}/offline/form"));

        // In the train she fills in two questions. Before she sends the form,
        // she goes on with the first of them at home.
        let cells = [
            (0, GRADE, "6"),
            (0, REASON, IN_THE_TRAIN),
            (1, GRADE, "8"),
            (1, REASON, "Wie er invalt, staat er precies."),
            (2, GRADE, "7"),
        ];
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("cijfers-formulier.xlsx");
        std::fs::write(&file, filled(&form, &cells)).expect("a file");
        give(&mut at_home, &first, "8", AT_HOME).redirects();

        aicha.attach("Uw ingevulde formulier", &file).await;
        aicha.press("Bekijk wat er verandert").await;
        aicha.wait_for_text("2 dingen veranderden ook hier. Kies wat blijft.").await;
        aicha.wait_for_text("Dit verandert: 2 dingen").await;
        aicha.wait_for_text("Dit cijfer staat niet in de schaal.").await;
        aicha.wait_for_text(AT_HOME).await;
        aicha.wait_for_text(IN_THE_TRAIN).await;
        aicha.looks_right("offline/choices").await;
        let choose = "[...document.querySelectorAll('input[value=file]')].at(-1).click()";
        aicha.script(choose, vec![]).await;
        aicha.press("Neem dit over").await;
        aicha.wait_for_text("Gelukt. De cijfers uit uw formulier zijn overgenomen.").await;
        aicha.wait_for_text("U gaf 2 van de").await;
        // The grade of home stayed, the reason of the train came in its place.
        let scored = at_home.get(&first).is(200);
        assert_eq!(scored.value("grade").as_deref(), Some("8"));
        assert_eq!(scored.value("reason").as_deref(), Some(IN_THE_TRAIN));

        // By keyboard: a grade by its number, never while she types, a note at a paragraph.
        aicha.visit(&first).await;
        let home = RefCell::new(at_home);
        let stands = |name: &str| home.borrow_mut().get(&first).is(200).value(name);
        aicha.type_keys("6").await;
        assert!(aicha.comes_true(async || stands("grade").as_deref() == Some("6")).await);
        aicha.fill("Waarom dit cijfer?", TYPED).await;
        assert!(aicha.comes_true(async || stands("reason").as_deref() == Some(TYPED)).await);
        assert_eq!(stands("grade").as_deref(), Some("6"), "a number that is typed is no key");
        aicha.script("document.querySelector('a[data-spot]').click()", vec![]).await;
        aicha.type_keys("Hier kom ik op terug.").await;
        aicha.press("Bewaar deze notitie").await;
        aicha.wait_for_text("Hier kom ik op terug.").await;
        aicha.looks_right("offline/notes").await;
    });
}
