use super::on_both_from_the_example;
use crate::browser::Browser;
use crate::world::World;

const REASON: &str = "De tafel ziet een duidelijk plan. Een paar punten zijn nog vaag.";
const AGENDA: &str = "Nog te bespreken";

#[test]
fn the_table_settles_the_biggest_difference_first() {
    on_both_from_the_example(async |world: &World| {
        let marijke = world.browser_of("marijke@waldervoort.example").await;
        let fatima = world.browser_of("fatima@waldervoort.example").await;
        let daan = world.browser_of("daan@waldervoort.example").await;
        marijke.visit("/tables").await;
        marijke.follow("1. Elsbroek").await;
        marijke.wait_for_heading("Elsbroek: hulp bij het huishouden").await;
        let table = marijke.path().await;
        fatima.visit(&table).await;
        daan.visit(&format!("{table}/screen")).await;

        let agenda = agenda(&marijke).await;
        let ranks: Vec<u8> = agenda.iter().map(|line| rank(line)).collect();
        assert!(ranks.is_sorted(), "the biggest difference comes first: {agenda:?}");
        assert!(agenda.len() > 4 && ranks[0] < ranks[ranks.len() - 1], "{agenda:?}");
        marijke.looks_right("table/agenda").await;
        fatima.looks_right("table/assessor").await;
        daan.looks_right("table/screen").await;

        for (turn, line) in agenda.iter().enumerate() {
            let title = title_of(line);
            for browser in [&marijke, &fatima, &daan] {
                browser.wait_for_text(&title).await;
            }
            assert_eq!(marijke.heading_of_item().await, title, "the agenda is followed");
            if turn > 0 {
                fatima.wait_for_text("De cijfers van de beoordelaars zijn nog dicht.").await;
                marijke.press("Toon de cijfers").await;
            }
            let voices = marijke.voices().await;
            for browser in [&fatima, &daan] {
                let all = async || browser.voices().await == voices;
                assert!(browser.comes_true(all).await, "not everybody sees the same grades");
            }
            if turn == 0 {
                marijke.press("Stel het cijfer vast").await;
                marijke.wait_for_text("Kies een cijfer.").await;
            }
            let grade = voices[voices.len() / 2].clone();
            marijke.within("Cijfer van de tafel").choose(&grade).await;
            marijke.fill("Waarom dit cijfer?", REASON).await;
            marijke.press("Stel het cijfer vast").await;
            let gone = async || marijke.heading_of_item().await != title;
            assert!(marijke.comes_true(gone).await, "{title} stays");
        }
        for browser in [&marijke, &fatima] {
            browser.wait_for_text("Alle punten hebben een cijfer").await;
        }
        marijke.looks_right("table/settled").await;
        daan.looks_right("table/screen-settled").await;
        // Only the chair has controls.
        assert!(!fatima.text().await.contains("Stel alle cijfers vast"));
        world.house.verify_journal().expect("the chain holds");
    });
}

/// The lines of the agenda, each with the name of the item and of its band.
async fn agenda(browser: &Browser) -> Vec<String> {
    let lines = "const h = [...document.querySelectorAll('h2')]
            .find((h) => h.innerText.includes(arguments[0]));
        return [...h.closest('section').querySelectorAll('li')]
            .map((li) => li.innerText.replace(/\\s+/g, ' ').trim());";
    let found = browser.script(lines, vec![AGENDA.into()]).await;
    let found = found.as_array().into_iter().flatten();
    found.filter_map(|line| line.as_str().map(str::to_owned)).collect()
}

/// 0 is red, 1 is orange.
fn rank(line: &str) -> u8 {
    // The item that is being discussed shows its difference in points.
    let points = line.rsplit(' ').next().and_then(|word| word.parse::<u8>().ok());
    let red = line.contains("Groot verschil") || points.is_some_and(|points| points >= 6);
    u8::from(!red)
}

/// `A: Wachttijd Verschil 6` is about `Inschrijving A: Wachttijd`.
fn title_of(line: &str) -> String {
    let words = ["Groot verschil", "Verschil"].map(|word| line.find(word).unwrap_or(line.len()));
    let end = words[0].min(words[1]);
    format!("Inschrijving {}", line[..end].trim())
}

impl Browser {
    /// The item that the table talks about.
    pub async fn heading_of_item(&self) -> String {
        let heading = "return document.querySelector('[id^=item-] h2')?.innerText ?? ''";
        let found = self.script(heading, vec![]).await;
        found.as_str().unwrap_or_default().trim().to_owned()
    }

    /// The grades that everybody sees by now, from high to low; waits for them.
    pub async fn voices(&self) -> Vec<String> {
        let grades = "return [...document.querySelectorAll('.app-voices li')]
            .map((li) => li.innerText.trim().split(/\\s/)[0])";
        let look = async || {
            let found = self.script(grades, vec![]).await;
            let found = found.as_array().into_iter().flatten();
            let texts = found.filter_map(|grade| grade.as_str().map(str::to_owned));
            texts.collect::<Vec<String>>()
        };
        assert!(self.comes_true(async || !look().await.is_empty()).await, "no grades to see");
        look().await
    }
}
