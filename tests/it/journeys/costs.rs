use super::on_both_from_the_example;
use crate::costs::priced_bid;
use crate::world::World;

/// What Jan fills in; he forgets illness and half of the pay.
const COSTS: [(&str, &str); 8] = [
    ("Loon van wie de hulp geeft", "230000"),
    ("Kosten van de organisatie", "40000"),
    ("Tijd zonder cliënt", "57500"),
    ("Reizen en scholing", "23000"),
    ("Stijging van lonen en prijzen", "8000"),
    ("Andere kosten", "9155"),
    ("Hoeveel hulp geeft u?", "13550"),
    ("Welke prijs vraagt u?", "29,50"),
];
const FLOOR: &str = "Uw prijs is lager dan de laagste prijs (€ 35,00).";
const SUM: &str = "Dat is minder dan de gemeente als eerlijke prijs berekende (€ 35,00).";

#[test]
fn the_costs_fall_under_the_floor() {
    on_both_from_the_example(async |world: &World| {
        let bid = priced_bid(world, &mut world.person("jan@denabuur.example"));
        let jan = world.browser_of("jan@denabuur.example").await;
        jan.visit(&format!("{bid}/sections/price")).await;
        for (label, amount) in COSTS {
            jan.fill(label, amount).await;
        }
        jan.press("Bereken").await;
        for sentence in [FLOOR, SUM] {
            jan.wait_for_text(sentence).await;
        }
        jan.looks_right("costs/below-the-floor").await;
        jan.fill("Loon van wie de hulp geeft", "325000").await;
        jan.fill("Tijd zonder cliënt", "81000").await;
        jan.fill("Welke prijs vraagt u?", "38").await;
        jan.press("Bereken").await;
        for sentence in [FLOOR, SUM] {
            jan.wait_until_gone(sentence).await;
        }
        jan.looks_right("costs/above-the-floor").await;
        jan.visit(&format!("{bid}/check")).await;
        jan.wait_until_gone("laagste prijs").await;
    });
}
