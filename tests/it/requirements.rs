//! Comply or explain: five steps, proof that may wait or serves twice, and what a municipality
//! accepted before.

use crate::databases::{Kind, on_both};
use crate::world::{Form, Page, Person, World, id_of};

const LEAD: &str = "ingrid@waldervoort.example";

/// The bid of De Nabuur in the round at the table, for its process lead.
pub fn judged() -> String {
    let bid = id_of("bid", "table-1-nabuur");
    format!("/manage/rounds/{}/admissibility/{bid}", id_of("round", "table"))
}

/// A draft in the open round; only its insurance has no proof yet.
fn draft() -> String {
    format!("/bids/{}", id_of("bid", "open-1-dijkgenoten"))
}

fn quality(person: &mut Person, bid: &str) -> Form {
    let address = format!("{bid}/sections/quality");
    person.get(&address).is(200).form(&address)
}

fn field(code: &str, part: &str) -> String {
    format!("quality.requirements.{code}.{part}")
}

/// What the check page says is missing about one requirement.
fn missing(person: &mut Person, bid: &str, code: &str) -> Vec<String> {
    let page = person.get(&format!("{bid}/check")).is(200);
    let link = format!("#missing a[href*='requirements.{code}.']");
    page.texts_of(&link)
}

/// A round of Waldervoort with one lot, published; answers the address of the lot.
pub fn published(lead: &mut Person) -> String {
    let fields = [("title", "Samen oud worden"), ("start", "fixed")];
    lead.get("/manage/rounds/new").is(200);
    let round = lead.post("/manage/rounds/new", &fields).redirects();
    let basics = format!("{round}/parts/basics");
    let typed = lead.get(&basics).is(200).form(&basics);
    lead.sends(&typed.with("summary", "Wij zoeken hulp in het dorp.")).redirects();
    let lots = format!("{round}/lots/new");
    let page = lead.get(&lots).is(200);
    let lot = page
        .form(&lots)
        .with("name", "Elsbroek")
        .with("theme", "Hulp bij het huishouden")
        .with("description", "In Elsbroek krijgen 96 mensen hulp.")
        .and("categories", &page.attribute("input[name=categories]", "value"))
        .and("areas", &page.attribute("input[name=areas]", "value"))
        .with("clients", "96")
        .with("budget", "540.000")
        .with("volume", "13.550")
        .with("rate", "39,85");
    lead.sends(&lot).redirects();
    let publication = format!("{round}/publication");
    let sure = lead.get(&publication).is(200).form(&publication).with("sure", "yes");
    lead.sends(&sure).redirects();
    let public = lead.get(&round.replace("/manage", "")).is(200);
    let address = public.addresses().into_iter().find(|a| a.starts_with("/lots/"));
    address.expect("a lot")
}

/// Puts what was accepted for Q10 in the library of Waldervoort.
fn kept(lead: &mut Person) -> Page {
    let offer = format!("{}/equivalents/Q10", judged());
    let form = lead.get(&offer).is(200).form(&offer);
    lead.sends(&form.with("what", OWN_WAY).with("conditions", "Met verslag."))
}

pub const OWN_WAY: &str = "Een open ledenvergadering en elk jaar 2 tafels met cliënten.";

#[test]
fn an_equivalent_proof_is_explained_and_accepted_next_time() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let page = ingrid.get(&judged()).is(200);
        let complaints = page.text_of("section[aria-labelledby=r-Q09] .app-question");
        for said in [
            "Heeft iets gelijkwaardigs",
            "Welk risico neemt deze eis weg? Wie hulp nodig heeft, durft soms niet te klagen",
            "Wanneer mag de gemeente komen kijken? dinsdag 14 september 2027",
            "Wie staat ervoor in? Dokter Anneke Prins, huisarts in Elsbroek",
        ] {
            assert!(complaints.contains(said), "{said}: {complaints}");
        }

        // The words of the bidder come along, and a name in them is pointed out.
        let offer = page.link("Zet in de bibliotheek : Cliënten praten mee");
        assert_eq!(offer, format!("{}/equivalents/Q10", judged()));
        let form = ingrid.get(&offer).is(200).form(&offer);
        assert!(form.value("what").starts_with("Open ledenvergadering in juni"));
        let telling = form.clone().with("what", "De Nabuur houdt in Elsbroek een tafel.");
        let named = ingrid.sends(&telling).is(422);
        let traces = ["de naam: Zorgcoöperatie De Nabuur", "de plaats: Elsbroek"];
        assert_eq!(named.texts_of(".app-notice .app-bullets li"), traces);
        assert_eq!(named.value("what").as_deref(), Some("De Nabuur houdt in Elsbroek een tafel."));
        let anonymous = form.with("what", OWN_WAY).with("conditions", "Met verslag.");
        ingrid.sends(&anonymous).redirects_to(&format!("{}?kept=1", judged()));
        // The same form twice is one entry.
        ingrid.sends(&anonymous).redirects();
        let library = ingrid.get("/manage/equivalents").is(200);
        assert_eq!(library.main_text().matches(OWN_WAY).count(), 1, "{library:?}");

        // Everybody who looks at a round of this municipality reads it, and nobody sees whose it was.
        let public = world.visitor().get(&format!("/rounds/{}", id_of("round", "table"))).is(200);
        assert!(public.main_text().contains(OWN_WAY) && !public.body.contains("Nabuur"));

        next_time(&world, &mut ingrid);
        world.house.verify_journal().expect("the chain holds");
    });
}

/// Another cooperative leans on it in the next round.
fn next_time(world: &World, ingrid: &mut Person) {
    let lot = published(ingrid);
    let mut bas = world.person("bas@waterrijksamen.example");
    bas.get(&lot).is(200);
    let bid = bas.post(&format!("{lot}/bids"), &[("chosen", "yes")]).redirects();
    let section = format!("{bid}/sections/quality");
    let page = bas.get(&section).is(200);
    assert!(page.text_of("#Q10").contains("Eerder aangenomen in deze gemeente: 1 manier"));
    let start = page.attribute("#Q10 button[name=to]", "value");
    let form = page.form(&section).with(&field("Q01", "proof"), "Een handboek.");
    let pressed = form.with("to", &start);
    bas.sends(&pressed).redirects_to(&format!("{section}#Q10"));
    let form = quality(&mut bas, &bid);
    assert_eq!(form.value(&field("Q10", "instead")), OWN_WAY);
    assert_eq!(form.value(&field("Q01", "proof")), "Een handboek.", "the rest is saved too");
    let page = bas.get(&section).is(200);
    assert_eq!(page.value(&field("Q10", "status")).as_deref(), Some("equivalent"));

    // What stands there already is never typed over.
    let own = form.with(&field("Q10", "instead"), "Onze eigen woorden.").with("to", &start);
    bas.sends(&own.with(&field("Q10", "status"), "equivalent")).redirects();
    let form = quality(&mut bas, &bid);
    assert_eq!(form.value(&field("Q10", "instead")), "Onze eigen woorden.");

    let left = missing(&mut bas, &bid, "Q10");
    assert_eq!(left.len(), 4, "{left:?}");
    let told = "Cliënten praten mee, risico: Schrijf op welk risico deze eis wegneemt.";
    assert_eq!(left[0], told);
    let rest = [
        ("risk", "Mensen worden niet gehoord."),
        ("proof", "Verslag van oktober."),
        ("check_date", "2027-09-01"),
        ("vouch", "De huisarts"),
    ];
    let mut form = quality(&mut bas, &bid).with(&field("Q10", "status"), "equivalent");
    for (part, text) in rest {
        form = form.with(&field("Q10", part), text);
    }
    bas.sends(&form.with("to", "here"));
    assert_eq!(missing(&mut bas, &bid, "Q10"), Vec::<String>::new());
}

#[test]
fn one_proof_serves_twice_but_never_in_a_chain() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut yvonne = world.person("yvonne@dijkgenoten.example");
        let bid = draft();
        assert_eq!(missing(&mut yvonne, &bid, "Q16").len(), 1);
        yvonne.types(&bid, (&field("Q16", "same_as"), "Q15"), "0").is(204);
        assert_eq!(missing(&mut yvonne, &bid, "Q16"), Vec::<String>::new());
        // Q15 points on to a third, and back.
        for other in ["Q01", "Q16"] {
            let version = quality(&mut yvonne, &bid)
                .value(&format!("version.{}", field("Q15", "same_as")))
                .to_owned();
            yvonne.types(&bid, (&field("Q15", "same_as"), other), &version).is(204);
            let left = missing(&mut yvonne, &bid, "Q16");
            assert_eq!(left.len(), 1, "{left:?}");
            assert!(left[0].contains("Die eis verwijst zelf door"), "{left:?}");
        }
        // Itself, and what the round does not ask, are no choices.
        for wrong in ["Q16", "Q99", "x"] {
            yvonne.types(&bid, (&field("Q16", "same_as"), wrong), "1").is(422);
        }
        yvonne.types(&bid, (&field("Q99", "same_as"), "Q01"), "0").is(422);
        yvonne.types(&bid, (&field("Q16", "nonsense"), "Q01"), "0").is(422);
    });
}

#[test]
fn a_proof_that_ends_before_the_start_warns_and_keeps_nothing_back() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut yvonne = world.person("yvonne@dijkgenoten.example");
        let bid = draft();
        let (until, proof) = (field("Q15", "valid_until"), field("Q15", "file"));
        yvonne.get(&bid).is(200);
        yvonne.types(&bid, (&until, "31-12-2026"), "0").is(204);
        yvonne.types(&bid, (&proof, "rekening.pdf"), "0").is(204);
        let before = missing(&mut yvonne, &bid, "Q15");
        assert_eq!(before, Vec::<String>::new());
        let check = yvonne.get(&format!("{bid}/check")).is(200);
        let doubts = check.texts_of(".app-notice--warning .app-bullets li");
        assert!(
            doubts[0].contains("Het bewijs is geldig tot donderdag 31 december 2026."),
            "{doubts:?}"
        );
        let gone = "Het bestand rekening.pdf staat niet meer bij deze inschrijving.";
        assert!(doubts[1].contains(gone), "{doubts:?}");
        let card = yvonne.get(&format!("{bid}/sections/quality")).is(200).text_of("#Q15");
        assert!(
            card.contains("Vraag op tijd een nieuw bewijs aan.") && card.contains(gone),
            "{card}"
        );
        // A day that is none is wrong, not early.
        yvonne.types(&bid, (&until, "31-02-2027"), "1").is(204);
        let left = missing(&mut yvonne, &bid, "Q15");
        assert_eq!(left.len(), 1, "{left:?}");
    });
}

#[test]
fn proof_waits_only_where_the_round_says_so() {
    let world = World::demo(Kind::Sqlite);
    let mut yvonne = world.person("yvonne@dijkgenoten.example");
    let bid = draft();
    // Q06 may wait in the example, once it is no plan; Q04 may not.
    let name = field("Q06", "status");
    let version = quality(&mut yvonne, &bid).value(&format!("version.{name}")).to_owned();
    yvonne.types(&bid, (&name, "met"), &version).is(204);
    for (code, gaps) in [("Q06", 0), ("Q04", 1)] {
        let name = field(code, "proof");
        let version = quality(&mut yvonne, &bid).value(&format!("version.{name}")).to_owned();
        yvonne.types(&bid, (&name, ""), &version).is(204);
        assert_eq!(missing(&mut yvonne, &bid, code).len(), gaps, "{code}");
    }
    let card = yvonne.get(&format!("{bid}/sections/quality")).is(200).text_of("#Q06");
    assert!(card.contains("Dit bewijs mag later."), "{card}");
}

#[test]
fn the_lead_chooses_per_requirement_and_publication_freezes_it() {
    let world = World::demo(Kind::Sqlite);
    let mut ingrid = world.person(LEAD);
    ingrid.get("/manage/rounds/new").is(200);
    let fields = [("title", "Samen oud worden"), ("start", "fixed")];
    let round = ingrid.post("/manage/rounds/new", &fields).redirects();
    let address = format!("{round}/requirements/Q06");
    let page = ingrid.get(&address).is(200);
    assert_eq!(page.value("explain").as_deref(), Some("steps"), "a new round asks the steps");
    assert_eq!(page.value("proof_due").as_deref(), Some("at_submission"));
    let form = page.form(&address).with("explain", "own_words").with("proof_due", "before_award");
    ingrid.sends(&form.with("risk", "Iemand laat een onbekende binnen.")).redirects();
    let page = ingrid.get(&address).is(200);
    assert_eq!(page.value("explain").as_deref(), Some("own_words"));
    assert_eq!(page.value("proof_due").as_deref(), Some("before_award"));
    assert_eq!(page.value("risk").as_deref(), Some("Iemand laat een onbekende binnen."));
    let published = format!("/manage/rounds/{}/requirements/Q06", id_of("round", "table"));
    ingrid.get(&published).is(409);
}

#[test]
fn only_the_lead_of_the_municipality_keeps_the_library() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        kept(&mut ingrid).redirects();
        let library = ingrid.get("/manage/equivalents").is(200);
        let removal = library
            .addresses()
            .into_iter()
            .find(|a| a.ends_with("/removal"))
            .expect("an entry to take out");
        for (email, status) in [
            ("rob@rietmeer.example", 404),
            ("fatima@waldervoort.example", 403),
            ("jan@denabuur.example", 404),
        ] {
            let mut other = world.person(email);
            other.get("/");
            other.get(&removal).is(status);
            other.post(&removal, &[("reason", "Weg ermee.")]).is(status);
            other.get(&format!("{}/equivalents/Q10", judged())).is(status);
        }
        world.person("jan@denabuur.example").get("/manage/equivalents").is(403);

        ingrid.get(&removal).is(200);
        let silent = ingrid.post(&removal, &[("reason", "  ")]).is(422);
        assert_eq!(silent.texts_of(".app-error-summary li").len(), 1);
        let reason = [("reason", "De wet vraagt nu meer.")];
        ingrid.post(&removal, &reason).redirects_to("/manage/equivalents?taken=1");
        ingrid.post(&removal, &reason).is(422);
        let left = ingrid.get("/manage/equivalents").is(200);
        assert!(left.main_text().contains("Waarom eruit: De wet vraagt nu meer."), "{left:?}");
        let out = world.visitor().get(&format!("/rounds/{}", id_of("round", "table"))).is(200);
        assert_eq!(out.main_text().matches("Aangenomen op").count(), 2, "{out:?}");
    });
}

#[test]
fn what_was_not_accepted_as_another_way_is_not_kept() {
    let world = World::demo(Kind::Sqlite);
    let mut ingrid = world.person(LEAD);
    // De Nabuur simply meets Q04, and Q99 is nothing.
    for (code, status) in [("Q04", 409), ("Q99", 404)] {
        let offer = format!("{}/equivalents/{code}", judged());
        ingrid.get(&offer).is(status);
        ingrid.get("/manage/equivalents").is(200);
        ingrid.post(&offer, &[("what", "Een manier.")]).is(status);
    }
    let offer = format!("{}/equivalents/Q10", judged());
    for (text, said) in
        [("", "Schrijf op wat u heeft aangenomen."), (&"a".repeat(1_001), "Dit is te lang.")]
    {
        let form = ingrid.get(&offer).is(200).form(&offer).with("what", text);
        let back = ingrid.sends(&form).is(422);
        assert!(back.text_of(".app-error-summary").contains(said), "{back:?}");
        assert_eq!(back.value("what").as_deref(), Some(text));
    }
}

#[test]
fn an_assessor_reads_the_steps_but_not_who_vouches() {
    let world = World::demo(Kind::Sqlite);
    let mut visitor = world.person("fatima@waldervoort.example");
    let desk = visitor.get("/review").is(200);
    let sheets: Vec<String> =
        desk.addresses().into_iter().filter(|a| a.starts_with("/review/assignments/")).collect();
    let mut read = String::new();
    for sheet in sheets {
        let page = visitor.get(&sheet);
        let links = page.addresses().into_iter().filter(|a| a.contains("/bids/"));
        for link in links.collect::<Vec<_>>() {
            read.push_str(&visitor.get(&link).main_text());
        }
    }
    assert!(read.contains("Een vertrouwenspersoon van buiten luistert"), "the steps are read");
    assert!(!read.contains("Anneke Prins"), "who vouches is not");
}
