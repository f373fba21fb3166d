//! When something breaks: a number to quote, no detail, and nothing half-written.

use crate::databases::on_both;
use crate::journal::sql;
use crate::submission::{GERDA, complete, sign};
use crate::world::World;

#[test]
fn a_fault_shows_a_number_to_quote_and_no_detail() {
    on_both(|kind| {
        let world = World::demo(kind);
        sql(&world, &["ALTER TABLE lots RENAME TO lost"]);
        let page = world.visitor().get("/").is(500);
        let text = page.main_text();
        let number = text.split("Noem dan dit nummer: ").nth(1).expect("a number to quote");
        assert!(number.chars().take(6).all(|c| c.is_ascii_hexdigit()), "{number}");
        for detail in ["lots", "SELECT", "no such table", "relation", "sqlite", "src/"] {
            assert!(!page.body.contains(detail), "{detail}: {}", page.body);
        }
    });
}

#[test]
fn a_fault_in_the_middle_of_an_act_leaves_nothing_of_it() {
    on_both(|kind| {
        let world = World::demo(kind);
        let rows = world.house.verify_journal().expect("the chain holds");
        let mut gerda = world.person(GERDA);
        let receipt = format!("{}/receipt", complete());
        let before = gerda.get(&receipt).is(200).main_text();
        // The mail with the receipt is the last that handing in writes.
        sql(&world, &["ALTER TABLE errands RENAME TO lost"]);
        sign(&mut gerda, &complete(), &[]).is(500);
        sql(&world, &["ALTER TABLE lost RENAME TO errands"]);
        assert_eq!(world.house.verify_journal(), Ok(rows));
        assert_eq!(gerda.get(&receipt).is(200).main_text(), before);

        sign(&mut gerda, &complete(), &[]).redirects_to(&receipt);
        assert_ne!(gerda.get(&receipt).is(200).main_text(), before);
        assert_eq!(world.mails().len(), 1);
        assert!(world.house.verify_journal().expect("the chain holds") > rows);
    });
}
