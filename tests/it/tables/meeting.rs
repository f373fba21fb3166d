//! The meeting as a whole: signing, the order of the bids with a reason for every point, minutes.

use insta::assert_snapshot;

use super::{CHAIR, KEYS, LEAD, elsbroek, oosterveen, ranked};
use crate::databases::on_both;
use crate::html;
use crate::world::{Page, World};

#[test]
fn the_order_says_where_every_point_comes_from() {
    on_both(|kind| {
        let (world, table, mut chair) = ranked(kind);
        let page = chair.get(&format!("{table}/ranking")).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        assert_snapshot!("ranking", without_minutes(&page.main_text()));
        // Per bid: the head, the total, the quality, its four questions, the price.
        let column = page.texts_of("main details .number");
        assert_eq!(column.len(), 4 * 8);
        for bid in column.chunks(8) {
            let [total, quality, a, b, c, d, price]: [i64; 7] =
                std::array::from_fn(|i| ten_thousandths(&bid[i + 1]));
            assert_eq!((total, quality), (quality + price, a + b + c + d), "{bid:?}");
        }
        assert_eq!(totals(&page), ["80,75", "80,75", "67,50", "50,75"]);
        let lead = world.person(LEAD).get(&format!("{table}/ranking")).is(200);
        assert!(lead.main_text().contains("Wat zou 1 cijfer veranderen?"), "{lead:?}");
        assert!(!page.main_text().contains("Wat zou 1 cijfer veranderen?"), "{page:?}");
    });
}

/// The clock goes on while a test runs, so the minutes of its hour differ.
fn without_minutes(text: &str) -> String {
    let mut parts = text.split("09.0");
    let first = parts.next().unwrap_or_default().to_owned();
    let told =
        parts.fold(first, |told, part| format!("{told}09.0_{}", part.get(1..).unwrap_or_default()));
    without_hash(&told)
}

/// The fingerprint follows from the minutes, so it is another one when the clock goes on.
fn without_hash(text: &str) -> String {
    let is_part = |word: &str| word.len() == 8 && word.bytes().all(|b| b.is_ascii_hexdigit());
    let masked = |word| if is_part(word) { "________" } else { word };
    text.split(' ').map(masked).collect::<Vec<_>>().join(" ")
}

fn totals(page: &Page) -> Vec<String> {
    page.texts_of("td.app-total")
}

/// `17,5` as 175000.
fn ten_thousandths(points: &str) -> i64 {
    let (whole, part) = points.split_once(',').unwrap_or((points, ""));
    format!("{whole}{part:0<4}").parse().unwrap_or_else(|_| panic!("{points:?} is a number"))
}

#[test]
fn the_minutes_follow_from_the_acts() {
    on_both(|kind| {
        let (world, table, mut chair) = ranked(kind);
        chair.post(&format!("{table}/closure"), &[]).redirects_to(&format!("{table}/ranking"));
        let minutes = chair.get(&format!("{table}/minutes")).is(200);
        assert_eq!(html::faults(&minutes), Vec::<String>::new());
        assert_snapshot!("minutes", without_minutes(&minutes.main_text()));
        let carla = world.person("carla@waldervoort.example").get(&format!("{table}/minutes"));
        assert_eq!(carla.is(200).texts_of("h2"), minutes.texts_of("h2"));
        assert!(world.house.verify_journal().is_ok());
    });
}

#[test]
fn everybody_finds_the_own_tables() {
    on_both(|kind| {
        let world = World::demo(kind);
        let list = |email: &str| {
            let page = world.person(email).get("/tables").is(200);
            assert_eq!(html::faults(&page), Vec::<String>::new());
            page
        };
        let lines = |role: &str| {
            [
                ("1. Elsbroek Hulp dichtbij in Waldervoort", "Aan tafel"),
                ("2. Oosterveen en Rietakker Hulp dichtbij in Waldervoort", "Afgesloten"),
                ("1. Lindenhof Samen eten in Lindenhof", "Afgesloten"),
            ]
            .map(|(lot, phase)| format!("{lot} {role} {phase}"))
        };
        let (chair, holder) = (list(CHAIR), list(KEYS[0]));
        assert_eq!(chair.texts_of("main tbody tr"), lines("Voorzitter van de tafel"));
        assert_eq!(holder.texts_of("main tbody tr"), lines("Sleutelhouder"));
        assert!(chair.addresses().contains(&elsbroek()), "{chair:?}");
        // A key holder comes to open, not to listen.
        assert!(holder.addresses().contains(&format!("{}/price", oosterveen())), "{holder:?}");
        assert_eq!(list("jan@denabuur.example").texts_of("main tbody tr"), Vec::<String>::new());
    });
}
