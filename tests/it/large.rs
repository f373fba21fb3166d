//! The large round for measuring is a round like any other, only larger.

use crate::databases::on_both;
use crate::world::World;

#[test]
fn a_large_round_says_where_to_look() {
    on_both(|kind| {
        let world = World::demo(kind);
        let large = world.house.load_large(7, 5);
        let text = |key: &str| large[key].as_str().expect("a text").to_owned();
        let list = world.person(&text("process_lead")).get(&text("bid_list")).is(200);
        let rows = list.texts_of("tbody tr");
        assert_eq!(rows.len(), 7, "{list:?}");
        // Four assessors, five questions.
        assert!(
            rows.iter().all(|row| row.contains("Toegelaten") && row.contains("20")),
            "{rows:?}"
        );
        let page = world.person(&text("assessor")).get(&text("score_page")).is(200);
        assert!(page.main_text().contains("Het plan noemt eigen cijfers"), "{page:?}");
        let bids = world.person(&text("writer")).get("/bids").is(200);
        let links = bids.addresses().into_iter().filter(|a| a.starts_with("/bids/"));
        let first = links.collect::<Vec<_>>().swap_remove(0);
        let section = format!("{first}/sections/way_of_working");
        world.person(&text("writer")).get(&section).is(200);
        assert_eq!(world.house.load_large(7, 5), large, "made once");
        world.house.verify_journal().expect("the chain holds");
    });
}
